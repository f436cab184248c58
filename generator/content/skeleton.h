// The portal with everything in its place but nothing in it: networks and things have their ids, titles and texts, in their
// final order, so that pointers to them may be taken. What they hold is loaded afterwards.
#pragma once

#include <cstddef>
#include <deque>
#include <variant>
#include <vector>

#include "base/time.h"
#include "content/kinds.h"
#include "content/layout.h"
#include "content/outline.h"
#include "content/sources.h"
#include "model/portal.h"

namespace cenacle::content {

/// Something that is loaded from a file of its own.
using ThingPointer = std::variant<model::Charter*, model::Group*, model::Workshop*, model::Space*, model::Meeting*,
                                  model::Minutes*, model::Document*, model::Contribution*, model::Sheet*, model::News*,
                                  model::FreePage*, model::Survey*>;

struct ThingFile {
  std::size_t source = 0;
  const model::Network* network = nullptr;
  ThingPointer thing;
  bool left_out = false;
};

class Skeleton {
 public:
  /// `portal` has its words and its day.
  Skeleton(model::Portal& portal, const Sources& sources, const locale::Locale& language, unsigned jobs);

  struct NetworkFile {
    std::size_t source = 0;
    model::Network* network = nullptr;
  };
  const std::vector<NetworkFile>& networks() const { return networks_; }
  /// In the order of their paths.
  const std::vector<ThingFile>& things() const { return things_; }
  const MeetingIds& meeting_ids() const { return meeting_ids_; }

 private:
  struct Item {
    std::size_t source = 0;
    FilePlace place;
    Outline outline;
    Rank rank;
    bool left_out = false;
    ThingPointer thing;
  };
  using Things = std::variant<model::Charter, model::Group, model::Workshop, model::Space, model::Meeting, model::Minutes,
                              model::Document, model::Contribution, model::Sheet, model::News, model::FreePage,
                              model::Survey>;

  std::vector<Item> read_items(unsigned jobs, const locale::Locale& language) const;
  void leave_out(std::vector<Item>& items);
  void place_networks(std::vector<Item>& items);
  void rank_minutes(std::vector<Item>& items) const;
  void collect_meeting_ids(const std::vector<Item>& items);
  void place_folder(model::Network& network, std::vector<Item*>& items);
  void place_portal_pages(std::vector<Item*>& items);
  void place_charters(model::Network& network, const std::vector<Item*>& items);
  template <class Thing>
  void place(std::deque<Thing>& things, const model::Network* network, const std::vector<Item*>& items);
  template <class Thing>
  void fill(Thing& thing, const model::Network* network, const Item& item) const;
  void place_unpublished(Item& item, const model::Network* network);
  void make_page(model::Page& page, const model::Network* network, const Item& item) const;

  model::Portal& portal_;
  const Sources& sources_;
  std::vector<NetworkFile> networks_;
  std::vector<ThingFile> things_;
  std::deque<Things> unpublished_;  ///< checked, and in no list of the portal
  MeetingIds meeting_ids_;
};

}  // namespace cenacle::content
