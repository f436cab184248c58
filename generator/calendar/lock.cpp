// The lock after a look at the content.
#include "calendar/lock.h"

#include <algorithm>

namespace cenacle::calendar {

namespace {

constexpr std::size_t index_of(Face face) { return static_cast<std::size_t>(face); }

/// Later than before, whatever the clock says: clients keep the entry with the later DTSTAMP.
base::Instant later(base::Instant now, base::Instant before) {
  return now > before ? now : before + std::chrono::seconds(1);
}

void show(Known& known, Face face, std::uint64_t digest, base::Instant now) {
  Shown& shown = known.shown[index_of(face)];
  shown = {digest, later(now, shown.changed)};
}

Locked first_seen(const Present& entry, std::string_view host, base::Instant now) {
  Locked locked{entry.id + "@" + std::string(host), 0, std::nullopt, Known{entry.title, entry.where, entry.state, {}}};
  for (const Face face : faces) locked.known->shown[index_of(face)] = {entry.digests[index_of(face)], now};
  return locked;
}

/// Brings `locked` up to the content; what changed, if anything did.
std::optional<Change> update(Locked& locked, const Present& entry, base::Instant now) {
  Change change{entry.id, entry.title, Change::Kind::reworded, {}};
  const bool restored = locked.deleted.has_value();
  if (locked.known) change.properties = material(locked.known->state, entry.state);
  Known known{entry.title, entry.where, entry.state, locked.known ? locked.known->shown : decltype(Known::shown){}};
  // Of one that was forgotten, whatever is said now is said after it was deleted.
  if (!locked.known) known.shown = {Shown{0, *locked.deleted}, Shown{0, *locked.deleted}};
  const bool rises = restored || !change.properties.empty();
  for (const Face face : faces)
    if (const std::uint64_t digest = entry.digests[index_of(face)];
        rises || known.shown[index_of(face)].digest != digest)
      show(known, face, digest, now);
  if (!rises && locked.known == known) return std::nullopt;
  if (restored)
    change.kind = Change::Kind::restored;
  else if (rises)
    change.kind = Change::Kind::changed;
  locked.sequence += rises ? 1 : 0;
  locked.deleted.reset();
  locked.known = std::move(known);
  return change;
}

void bury(Locked& locked, base::Instant now) {
  ++locked.sequence;
  for (const Face face : faces) show(*locked.known, face, 0, now);
  locked.deleted = std::max(locked.known->shown[0].changed, locked.known->shown[1].changed);
}

}  // namespace

Stamps Locked::stamps(Face face) const {
  return {uid, sequence, known ? known->shown[index_of(face)].changed : deleted.value_or(base::Instant{})};
}

Advance advance(const Lock& lock, const std::vector<Present>& present, std::string_view host, base::Instant now) {
  Advance out{lock, {}};
  std::map<std::string_view, const Present*> here;
  for (const Present& entry : present) {
    here.emplace(entry.id, &entry);
    const auto [at, is_new] = out.lock.try_emplace(entry.id);
    if (is_new) {
      at->second = first_seen(entry, host, now);
      out.changes.push_back({entry.id, entry.title, Change::Kind::added, {}});
    } else if (auto change = update(at->second, entry, now)) {
      out.changes.push_back(std::move(*change));
    }
  }
  for (auto& [id, locked] : out.lock) {
    if (locked.deleted || here.contains(id)) continue;
    out.changes.push_back({id, locked.known->title, Change::Kind::deleted, {}});
    bury(locked, now);
  }
  if (out.changes.empty()) return out;
  const auto today = std::chrono::floor<std::chrono::days>(now);
  for (auto& [id, locked] : out.lock)
    // A day more than any zone needs.
    if (locked.deleted && today - *locked.deleted > std::chrono::days(tombstone_days + 2)) locked.known.reset();
  std::sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) { return a.id < b.id; });
  return out;
}

bool is_mourned(const Locked& entry, base::Date today) {
  if (!entry.deleted || !entry.known) return false;
  const base::Date day = std::chrono::floor<std::chrono::days>(*entry.deleted);
  return base::days_between(day, today) <= tombstone_days;
}

std::string host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of(":/")));
}

}  // namespace cenacle::calendar
