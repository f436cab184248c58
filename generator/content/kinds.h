// How each kind of thing is loaded from its front matter. One function a kind, each a list of its keys in FORMAT.md's order.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/keys.h"
#include "model/portal.h"

namespace cenacle::content {

/// What may be a meeting's `id`.
bool is_meeting_id(std::string_view text);

/// The files that give each meeting id, by path; who has it first keeps it.
class MeetingIds {
 public:
  struct Use {
    std::string_view path;
    toml::Spot at;
  };
  void add(std::string id, Use use) { uses_[std::move(id)].push_back(use); }
  /// The other file that had this id before `path`, or null.
  const Use* first_use(const std::string& id, std::string_view path) const;
  /// An id for the file, made of its path, that no other has.
  std::string proposal(std::string_view path) const;

 private:
  std::unordered_map<std::string, std::vector<Use>> uses_;
};

/// portal.toml, but for its menu, which refers to pages.
void load_portal(Keys& keys, model::Portal& portal);
void load_menu(Keys& keys, model::Portal& portal);

/// The lists of a network that others refer to: kinds, memberships, topics, roles' ids, its audience.
void load_vocabulary(Keys& keys, model::Network& network, base::Date today);
/// bodies.csv, once there are kinds and memberships; unless the network has them all, nothing is said of unknown ones.
/// `bytes` are the file's. Whether every line could be read.
bool load_bodies(std::string_view bytes, std::string_view path, model::Network& network, bool has_all_kinds,
                 diag::Diagnostics& diagnostics);
/// The rest of network.md, once every name is known.
void load_network(Keys& keys, model::Network& network);
void load_directory(Keys& keys, model::Network& network);

void load_thing(Keys& keys, model::Charter& charter);
void load_thing(Keys& keys, model::Group& group);
void load_thing(Keys& keys, model::Workshop& workshop);
void load_thing(Keys& keys, model::Space& space);
void load_meeting(Keys& keys, model::Meeting& meeting, const MeetingIds& ids);
void load_thing(Keys& keys, model::Minutes& minutes);
void load_thing(Keys& keys, model::Document& document);
void load_thing(Keys& keys, model::Contribution& contribution);
void load_thing(Keys& keys, model::Sheet& sheet);
void load_thing(Keys& keys, model::News& news);
void load_thing(Keys& keys, model::FreePage& page);
void load_thing(Keys& keys, model::Survey& survey);

/// unknown-time-zone at the value of `key`.
void unknown_time_zone(Keys& keys, std::string_view key);
/// `files`: what a page offers to download.
std::vector<model::Attachment> attachments(Keys& keys);

}  // namespace cenacle::content
