// content/calendar.lock: the identity, SEQUENCE and last known state of every entry, kept in Git, so that any checkout
// builds the same calendars. Its format, and how two branches merge: calendar/FORMAT.md.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/entry.h"
#include "content/load.h"
#include "diag/diagnostics.h"

namespace cenacle::calendar {

inline constexpr std::string_view lock_path = "content/calendar.lock";
/// How long a deleted entry is shown as cancelled in the feeds that had it.
inline constexpr int tombstone_days = 90;

/// What one face was shown, and since when.
struct Shown {
  std::uint64_t digest = 0;
  base::Instant changed;
  friend bool operator==(const Shown&, const Shown&) = default;
};

/// What is known of an entry beyond its identity.
struct Known {
  std::string title;
  Whereabouts where;
  State state;
  std::array<Shown, 2> shown;  ///< by Face
  friend bool operator==(const Known&, const Known&) = default;
};

struct Locked {
  std::string uid;  ///< made at first sight, and never again
  std::int64_t sequence = 0;
  std::optional<base::Instant> deleted;
  std::optional<Known> known;  ///< of one that was deleted long ago: nothing but its identity is kept
  friend bool operator==(const Locked&, const Locked&) = default;

  Stamps stamps(Face face) const;
};

/// By id.
using Lock = std::map<std::string, Locked, std::less<>>;

/// The lock of a text; what is wrong with it is reported, and then it must not be used. `content` names the portal.
Lock read_lock(std::string_view text, const content::Content& content, diag::Diagnostics& diagnostics);
/// The same lock, the same bytes.
std::string write_lock(const Lock& lock);

/// An entry as the content has it now.
struct Present {
  std::string id;
  std::string title;
  Whereabouts where;
  State state;
  std::array<std::uint64_t, 2> digests;  ///< by Face
};

/// What a build changes in the lock.
struct Change {
  enum class Kind : std::uint8_t {
    added,
    restored,  ///< one that had been deleted, with the UID that it had
    changed,   ///< SEQUENCE rises
    reworded,  ///< something is shown that nobody needs to answer again for
    deleted,
  };
  std::string id, title;
  Kind kind = Kind::added;
  std::vector<std::string_view> properties;  ///< of `changed`
};

struct Advance {
  Lock lock;
  std::vector<Change> changes;  ///< by id; none: `lock` is the one given
};

/// The lock after a look at the content. SEQUENCE rises exactly when `material` finds something, or an entry is deleted
/// or comes back; `changed` moves exactly for the faces that are shown something else, and never back. `host` is the
/// portal's, for the UID of what is new. Time alone changes nothing: what is known of old tombstones is dropped when
/// something else changes.
Advance advance(const Lock& lock, const std::vector<Present>& present, std::string_view host, base::Instant now);

/// Whether the entry was deleted, so lately that feeds still say so on this day.
bool is_mourned(const Locked& entry, base::Date today);

/// The host of an address: "https://reseaux.example/x/" → "reseaux.example".
std::string host_of(std::string_view url);

}  // namespace cenacle::calendar
