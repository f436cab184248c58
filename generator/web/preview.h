// What the preview answers to each address: the portal as it stands on the disk at that moment, and its own pages.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "web/own_pages.h"
#include "web/reading.h"

namespace cenacle::web {

struct Answer {
  int status = 200;
  std::string type;
  std::string body;
  std::string location;  ///< for a redirection
};

/// Which trees are shown beside the public one.
struct Shown {
  bool all = false;
  std::string tree;  ///< the id of one audience, or empty
};

/// Thread-safe. Whoever asks for a page gets it from the portal as it stands after she asked: the disk is looked at,
/// and when anything has changed she waits until it is read. While it has mistakes, the last edition without any is
/// shown below them.
class Preview {
 public:
  /// `run` tells this run of the program from others, for browsers that have a page of another one open.
  Preview(Reader& reader, Shown shown, std::string run);

  /// Reads the portal anew if it has changed; whether there is then something else to show.
  bool refresh();
  /// `path` as in the request, decoded, without its query.
  Answer answer(std::string_view path);

  /// The name of what is shown at present; another when that changes.
  std::string state() const;
  /// The name of the present state once it is another than `known`, or after `wait`.
  std::string next_state(std::string_view known, std::chrono::milliseconds wait) const;
  /// The mistakes of the last reading.
  std::vector<Mistake> mistakes() const;

  static constexpr std::string_view own = "/_cenacle/";  ///< where the preview's own pages are
  static constexpr std::string_view events = "/_cenacle/events";

 private:
  struct Place {
    std::size_t tree;
    std::string up;    ///< where the tree is served: "/", "/_cenacle/spaces/ID/"
    std::string path;  ///< in the tree
  };
  std::string name_of_state() const;
  bool shows(std::size_t tree) const;
  std::string served_at(std::size_t tree) const;
  std::optional<Place> place_of(std::string_view path) const;
  Answer own_page(std::string_view path) const;
  Answer page(std::string_view path) const;
  Answer missing(const Place& place) const;
  Answer of_file(Edition::File file, std::string_view path, int status) const;
  Answer left_out_source(std::string_view path) const;
  Answer mistakes_page(int status, std::vector<Mistake> mistakes) const;
  Answer html(int status, std::string page) const;
  std::string with_own_addresses(std::string page) const;
  PanelPage panel() const;
  StatePage state_page(const std::vector<Mistake>& mistakes) const;

  Reader& reader_;
  const Shown shown_;
  const std::string run_;
  const OwnPages pages_;
  std::mutex reading_;
  mutable std::shared_mutex state_mutex_;  ///< for what follows; held while an answer is made
  mutable std::condition_variable_any changed_;
  std::unique_ptr<const Edition> edition_;
  std::vector<Mistake> mistakes_;
  std::uint64_t number_ = 0;
};

}  // namespace cenacle::web
