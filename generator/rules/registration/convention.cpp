// Conventions: their terms, their stages and what they owe, from the facts.
#include "rules/registration/convention.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "rules/registration/joined.h"

namespace cenacle::rules {

namespace {

using model::Fact;
using model::FactKind;

bool has_months(const Path& path) { return path.term && path.term->months > 0 && !path.term->since_mandate; }

int year_of(base::Date date) { return static_cast<int>(date.year()); }
base::Date first_of(int year) { return std::chrono::year(year) / 1 / 1; }

std::vector<Stage> stages_of(const Setting& setting, const Path& path, const std::vector<Fact>& facts) {
  std::vector<Stage> stages;
  for (const Fact& fact : facts) {
    if (fact.kind == FactKind::requested) stages.push_back({path.start, setting.day_of(fact.at)});
    const auto state = fact.kind == FactKind::moved ? model::state_of(fact.value) : std::nullopt;
    if (!state) continue;
    if (!stages.empty() && stages.back().state == *state && stages.size() == 1) continue;  // said by the request itself
    stages.push_back({*state, setting.day_of(fact.at)});
  }
  return stages;
}

/// The day on which the last of so many terms, one after the other, is over.
base::Date after(base::Date from, const Term& term, std::int64_t terms) {
  for (; terms > 0; --terms) from = end_of_term(from, term);
  return from;
}

/// Its days, from its stages.
void set_days(const Setting& setting, Convention& it) {
  const Term& term = *it.path->term;
  const auto began = std::find_if(it.stages.begin(), it.stages.end(),
                                  [](const Stage& stage) { return model::nature(stage.state) == model::Nature::in; });
  if (began == it.stages.end()) return;
  it.began = began->day;
  const model::Nature nature = model::nature(it.registration.state);
  const std::int64_t terms = std::max<std::int64_t>(it.registration.terms, 1);
  it.ends = it.registration.until ? setting.day_of(*it.registration.until) : after(*it.began, term, terms);
  it.over = nature == model::Nature::out ? it.stages.back().day : *it.ends;
  if (nature != model::Nature::in || it.registration.state == model::State::denounced || terms > term.renewals) return;
  it.over = after(*it.ends, term, term.renewals + 1 - terms);
  it.notice = last_day_of_notice(*it.ends, term);
}

std::vector<Fact> payments_of(const Setting& setting, std::string_view body, int year) {
  std::vector<Fact> payments;
  for (const model::Registration& it : setting.records.of_body(setting.book.network->page.id, body)) {
    const Path* const path = setting.book.path(it.path);
    if (path == nullptr || path->fee.empty()) continue;
    for (Fact& fact : setting.records.facts_of(it.id))
      if (fact.kind == FactKind::paid && fee_year(fact) == year) payments.push_back(std::move(fact));
  }
  return payments;
}

}  // namespace

base::Date end_of_term(base::Date from, const Term& term) {
  return base::add_months(from, static_cast<int>(term.months));
}

base::Date last_day_of_notice(base::Date end, const Term& term) {
  return base::add_days(base::add_months(end, -static_cast<int>(term.notice_months)), -1);
}

bool Convention::holds_in(int year) const { return began && *began < first_of(year + 1) && first_of(year) < *over; }

std::optional<Convention> convention(const Setting& setting, const model::Registration& registration) {
  const Path* const path = setting.book.path(registration.path);
  if (path == nullptr || !has_months(*path)) return std::nullopt;
  Convention it;
  it.registration = registration, it.path = path;
  it.stages = stages_of(setting, *path, setting.records.facts_of(registration.id));
  set_days(setting, it);
  return it;
}

std::vector<Convention> conventions(const Setting& setting) {
  std::vector<Convention> all;
  for (const Path& path : setting.book.paths) {
    if (!has_months(path)) continue;
    for (const model::Registration& it : setting.records.of_path(setting.book.network->page.id, path.id))
      if (auto found = convention(setting, it)) all.push_back(std::move(*found));
  }
  return all;
}

std::vector<Due> dues(const Convention& convention, base::Date from) {
  std::vector<Due> all;
  if (!convention.began) return all;
  if (!convention.path->fee.empty())
    for (int year = year_of(*convention.began); convention.holds_in(year); ++year)
      all.push_back({Due::Kind::fee, std::max(*convention.began, first_of(year))});
  if (convention.renews()) {
    const Term& term = *convention.path->term;
    for (base::Date end = *convention.ends; end < *convention.over; end = end_of_term(end, term)) {
      all.push_back({Due::Kind::notice, last_day_of_notice(end, term)});
      all.push_back({Due::Kind::renewal, end});
    }
  }
  all.push_back({Due::Kind::end, base::add_days(*convention.over, -1)});
  std::erase_if(all, [&](const Due& due) { return due.day < from; });
  std::stable_sort(all.begin(), all.end(), [](const Due& a, const Due& b) { return a.day < b.day; });
  return all;
}

std::int64_t Fee::paid() const {
  std::int64_t cents = 0;
  for (const Fact& it : payments) cents += it.number;
  return cents;
}

std::vector<Fee> fees(const Setting& setting, int year) {
  const model::Network& network = *setting.book.network;
  std::vector<Fee> all;
  for (Convention& it : conventions(setting)) {
    if (it.path->fee.empty() || !it.holds_in(year)) continue;
    const auto same = std::find_if(all.begin(), all.end(), [&](const Fee& fee) {
      return fee.convention.registration.body == it.registration.body;
    });
    if (same != all.end()) {
      same->convention = std::move(it);  // signed anew within the year: the fee is due once
      continue;
    }
    const model::Body* const body = find_body(network, it.registration.body);
    Fee fee{std::move(it), body, NoPrice{}, {}};
    fee.price = price(network, year, fee.convention.path->fee, body);
    fee.payments = payments_of(setting, fee.convention.registration.body, year);
    all.push_back(std::move(fee));
  }
  std::map<const model::Body*, std::size_t> places;
  for (const model::Body& body : network.bodies) places.emplace(&body, places.size());
  const auto place = [&](const Fee& fee) { return fee.body == nullptr ? places.size() : places.at(fee.body); };
  std::stable_sort(all.begin(), all.end(), [&](const Fee& a, const Fee& b) { return place(a) < place(b); });
  return all;
}

int fee_year(const model::Fact& paid) {
  int year = 0;
  const auto [end, error] = std::from_chars(paid.value.data(), paid.value.data() + paid.value.size(), year);
  if (error == std::errc() && end == paid.value.data() + paid.value.size()) return year;
  return paid.day ? year_of(*paid.day) : 0;
}

}  // namespace cenacle::rules
