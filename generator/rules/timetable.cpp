// When a new meeting may well be held.
#include "rules/timetable.h"

#include <algorithm>
#include <map>

#include "formats/locale/locale.h"

namespace cenacle::rules {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int search_days = 366;
constexpr std::int64_t longest_delay = 366;  // of a convocation
constexpr std::int64_t default_delay = 14;
constexpr Hours default_hours{hours(9) + minutes(30), hours(12)};

bool names(const model::Rule& rule, model::Rule::Kind kind, const model::MeetingKind* meeting_kind) {
  return rule.kind == kind && meeting_kind != nullptr &&
         std::find(rule.meeting_kinds.begin(), rule.meeting_kinds.end(), meeting_kind) != rule.meeting_kinds.end();
}

template <class Visit>
void for_each_current_rule(const model::Network& network, const Visit& visit) {
  for (const model::Charter& charter : network.charters)
    if (charter.current)
      for (const model::Rule& rule : charter.rules) visit(rule);
}

bool is_of(const model::Meeting& meeting, const model::Owner& owner) { return meeting.owner == owner; }

/// What is counted most often; of equals, the one counted last.
template <class T>
class Favourite {
 public:
  void count(const T& value) {
    const int count = ++counts_[value];
    if (count >= most_) most_ = count, value_ = value;
  }
  const std::optional<T>& value() const { return value_; }

 private:
  std::map<T, int> counts_;
  int most_ = 0;
  std::optional<T> value_;
};

Hours hours_of(const model::Meeting& meeting) {
  const base::LocalTime day = base::midnight(base::date_of(meeting.start));
  return {meeting.start - day, meeting.end - day};
}

}  // namespace

Timetable::Timetable(const model::Portal& portal, const model::Network& network, const Holidays& holidays)
    : portal_(portal), network_(network), agenda_(portal, network, {}), good_days_(network, holidays) {}

base::Date Timetable::soonest(const model::MeetingKind* kind) const {
  std::optional<std::int64_t> delay;
  const auto ask = [&](std::optional<std::int64_t> days) {
    if (days) delay = std::max(delay.value_or(0), *days);
  };
  if (kind != nullptr) ask(kind->notice_days);
  for_each_current_rule(network_, [&](const model::Rule& rule) {
    if (names(rule, model::Rule::Kind::notice, kind)) ask(rule.days_notice);
  });
  const std::int64_t days = std::clamp(delay.value_or(default_delay), std::int64_t{0}, longest_delay);
  return base::add_days(portal_.today, static_cast<int>(days));
}

Hours Timetable::usual_hours(const Wish& wish) const {
  using Key = std::pair<std::chrono::seconds, std::chrono::seconds>;
  Favourite<Key> own_of_kind, own, of_kind;
  for (const model::Meeting* meeting : agenda_.all()) {
    const Hours held = hours_of(*meeting);
    if (meeting->all_day || held.to <= held.from || held.to > hours(24)) continue;
    const bool mine = is_of(*meeting, wish.owner), alike = meeting->kind == wish.kind;
    const Key key{held.from, held.to};
    if (mine && alike) own_of_kind.count(key);
    if (mine) own.count(key);
    if (alike) of_kind.count(key);
  }
  for (const auto* favourite : {&own_of_kind, &own, &of_kind})
    if (favourite->value()) return {favourite->value()->first, favourite->value()->second};
  return default_hours;
}

const model::MeetingKind* Timetable::usual_kind(const model::Owner& owner) const {
  Favourite<const model::MeetingKind*> own, alike;
  for (const model::Meeting* meeting : agenda_.all()) {
    if (meeting->kind == nullptr) continue;
    if (is_of(*meeting, owner)) own.count(meeting->kind);
    if (meeting->owner.index() == owner.index()) alike.count(meeting->kind);
  }
  if (own.value()) return *own.value();
  if (alike.value()) return *alike.value();
  return network_.meeting_kinds.empty() ? nullptr : &network_.meeting_kinds.front();
}

Slot Timetable::on(base::Date date, const Wish& wish) const {
  const Hours usual = usual_hours(wish);
  return {base::midnight(date) + usual.from, base::midnight(date) + usual.to};
}

std::optional<Slot> Timetable::next(const Wish& wish) const {
  const base::Date first = wish.from.value_or(soonest(wish.kind));
  const Slot model = on(first, wish);
  for (int days = 0; days <= search_days; ++days) {
    const auto later = base::midnight(base::add_days(first, days)) - base::midnight(first);
    const Slot slot{model.start + later, model.end + later};
    if (fits(base::date_of(slot.start), slot, wish)) return slot;
  }
  return std::nullopt;
}

std::vector<Slot> Timetable::series(const Wish& wish, int count, int months) const {
  std::vector<Slot> slots;
  Wish following = wish;
  while (static_cast<int>(slots.size()) < count) {
    const auto slot = next(following);
    if (!slot) break;
    slots.push_back(*slot);
    const base::Date first = base::date_of(slots.front().start), day = base::date_of(slot->start);
    const int span = base::days_between(first, base::add_months(first, months));
    // Whole weeks keep the weekday; the last session stays well within the span.
    const int even = span * static_cast<int>(slots.size()) / std::max(count, 1) / 7 * 7;
    following.from = std::max(base::add_days(first, even), base::add_days(day, 1));
  }
  return slots;
}

bool Timetable::fits(base::Date date, const Slot& slot, const Wish& wish) const {
  const auto& all = agenda_.all();
  const bool taken = std::any_of(all.begin(), all.end(), [&](const model::Meeting* meeting) {
    return is_of(*meeting, wish.owner) && first_day(*meeting) <= date && date <= last_day(*meeting);
  });
  return !taken && good_days_.allow(date, wish.kind) && in_season(date, wish.owner) && !clashes(slot, wish.kind);
}

bool Timetable::in_season(base::Date date, const model::Owner& owner) const {
  const auto* const held_by = std::get_if<const model::Group*>(&owner);
  if (held_by == nullptr || *held_by == nullptr) return true;
  const model::Group& group = **held_by;
  if (group.ended && date > *group.ended) return false;
  if (group.season && (date < group.season->from || date > group.season->to)) return false;
  if (group.charter == nullptr) return true;
  return std::all_of(group.charter->rules.begin(), group.charter->rules.end(), [&](const model::Rule& rule) {
    return rule.kind != model::Rule::Kind::season || !rule.from || !rule.to || is_between(date, *rule.from, *rule.to);
  });
}

bool Timetable::clashes(const Slot& slot, const model::MeetingKind* kind) const {
  const base::Instant begin = locale::to_instant(slot.start, portal_.time_zone);
  const base::Instant end = locale::to_instant(slot.end, portal_.time_zone);
  bool found = false;
  for_each_current_rule(network_, [&](const model::Rule& rule) {
    if (rule.kind != model::Rule::Kind::no_clash) return;
    const bool alone = names(rule, model::Rule::Kind::no_clash, kind);
    for (const model::Meeting* meeting : agenda_.all())
      if (alone || rules::is_of(*meeting, rule.meeting_kinds))
        found = found || (agenda_.begins(*meeting) < end && begin < agenda_.ends(*meeting));
  });
  return found;
}

}  // namespace cenacle::rules
