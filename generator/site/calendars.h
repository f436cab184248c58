// The calendars of the portal: what the lock is told of each meeting, and which feeds each tree has, entry by entry.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/feed.h"
#include "calendar/lock.h"
#include "content/load.h"
#include "site/renderer.h"
#include "site/theme.h"
#include "site/tree.h"

namespace cenacle::site {

calendar::Words calendar_words(const Theme& theme);

/// The entries of one build: every meeting, and every tombstone that feeds still show. Once made, read from any thread;
/// an entry is composed when the first feed that changed asks for it, and once.
class Calendars {
 public:
  /// Keeps references to its arguments. `program` is its identity, for fingerprints.
  Calendars(const content::Content& content, calendar::Words words, std::uint64_t program);
  Calendars(const Calendars&) = delete;

  /// Every meeting, as the lock wants to know it.
  std::vector<calendar::Present> present() const;
  /// The lock after this look at the content: all feeds are made by it. Once.
  void hold(const calendar::Lock& lock);

  struct Entry;
  struct Held {
    const Entry* entry = nullptr;
    calendar::Face face = calendar::Face::readers;
  };
  /// A feed of a tree, not made yet.
  struct Feed {
    std::string path;        ///< below output/
    ical::Calendar head;     ///< without events
    std::vector<Held> held;  ///< by start
  };
  /// The entry of a meeting by its id, or of one that was deleted and is still told of; null: there is none.
  const Entry* find(std::string_view id) const;
  /// Its events as a face is shown them, for an invitation or its cancellation.
  std::vector<ical::Event> events_of(const Entry& entry, calendar::Face face) const;

  /// One for each meeting, group, workshop and space whose page the tree makes; of each network that is whole in it,
  /// one for all and one for each kind of meeting; in the public tree, one of everything.
  std::vector<Feed> feeds_of(const Tree& tree) const;

  /// Makes a feed, or keeps it.
  void make(const Feed& feed, const Renderer::Keep& keep, const Renderer::Put& put) const;

 private:
  std::vector<Held> held_by(const Tree& tree) const;
  calendar::Surroundings around(const model::Meeting& meeting, calendar::Face face) const;
  std::vector<ical::Event> events(const Entry& entry, calendar::Face face, std::string_view agenda,
                                  const calendar::Stamps& stamps) const;
  const calendar::Composed& composed(const Held& held) const;
  std::uint64_t fingerprint(const Feed& feed) const;
  const model::Audience* audience(std::string_view id) const;

  const content::Content& content_;
  const model::Portal& portal_;
  calendar::Words words_;
  std::uint64_t program_;
  std::map<std::string, model::Audience, std::less<>> audiences_;  ///< by id
  std::map<const model::Meeting*, std::vector<const model::Document*>> documents_;
  std::deque<Entry> entries_;  ///< by id
};

/// A meeting or a tombstone, with what the lock says of it.
struct Calendars::Entry {
  std::string id;
  const model::Meeting* meeting = nullptr;  ///< null: deleted
  calendar::Locked locked;
  struct Slot {
    std::once_flag once;
    calendar::Composed composed;
  };
  mutable std::array<Slot, 2> slots;  ///< by Face
};

}  // namespace cenacle::site
