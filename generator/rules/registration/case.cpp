// Who asks for what, when: all that a rule may look at.
#include "rules/registration/case.h"

#include <chrono>

namespace cenacle::rules {

base::Date Setting::day_of(base::Instant instant) const {
  return base::date_of(locale::to_local(instant, portal.time_zone));
}

base::Instant Setting::end_of(base::Date day) const {
  return locale::to_instant(base::midnight(base::add_days(day, 1)), portal.time_zone);
}

base::Date Setting::last_day(base::Instant until) const { return day_of(until - std::chrono::seconds(1)); }

Case Case::of(const Setting& setting, const Path& path, const Joined& joined, const model::Registration& it) {
  Case made{setting, path, joined};
  made.registration = it.id;
  made.body = find_body(*setting.book.network, it.body);
  if (!it.person.empty()) made.person = setting.records.person(it.person);
  if (!it.partner.empty()) made.partner = setting.records.person(it.partner);
  made.profile = it.profile;
  made.asked = setting.day_of(it.asked);
  return made;
}

std::optional<base::Date> Case::mandate_began() const {
  std::optional<base::Date> began;
  if (!person) return began;
  for (const model::Mandate* it : person->mandates_in(network().page.id, setting.today()))
    if (it->body == (body == nullptr ? "" : body->id) && (!began || it->from < *began)) began = it->from;
  return began;
}

std::string name_of(const Setting& setting, const std::optional<model::Person>& person) {
  if (!person || person->family_name.empty()) return setting.naming == nullptr ? "" : setting.naming->someone;
  return person->given_name.empty() ? person->family_name : person->given_name + " " + person->family_name;
}

base::Date day_of(const Setting& setting, const Joined* joined, const model::Registration& it) {
  if (joined != nullptr && joined->meeting != nullptr)
    if (const auto day = first_day(*setting.book.network, *joined)) return *day;
  return setting.day_of(it.asked);
}

}  // namespace cenacle::rules
