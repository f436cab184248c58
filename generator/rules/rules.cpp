// What charters ask of the calendar, checked: days, rhythm, spans, numbers of holders, public holidays. Pure.
#include "rules/rules.h"

#include <fmt/format.h>

#include "base/text.h"
#include "diag/codes.h"
#include "rules/network_rules.h"

namespace cenacle::rules {

namespace {

void check_zone(const Setting& setting) {
  const auto& zones = setting.holidays.zones;
  const model::Network& network = setting.network;
  if (zones.empty() || zones.contains(network.holidays)) return;
  std::vector<std::string_view> names;
  for (const auto& [name, days] : zones) names.push_back(name);
  auto meant = base::closest(network.holidays, names);
  for (const std::string_view name : names)  // "alsace", "polynesie"
    if (!meant && name.starts_with(network.holidays)) meant = name;
  setting.diagnostics.add(diag::code::unknown_reference, place_of(network.page, network.holidays_at),
                          fmt::format("no zone of public holidays is called `{}`", network.holidays),
                          meant ? fmt::format("did you mean:\nholidays = \"{}\"", *meant)
                                : fmt::format("the zones are {}", base::listing(names)));
}

Troubled troubled_files(const diag::Diagnostics& diagnostics) {
  Troubled out;
  for (const diag::Diagnostic& diagnostic : diagnostics.sorted())
    if (diagnostic.code.severity == diag::Severity::error) out.insert(diagnostic.place.path);
  return out;
}

void check_rule(const Setting& setting, const Clause& clause) {
  using Kind = model::Rule::Kind;
  switch (clause.rule.kind) {
    case Kind::rhythm:
      return check_rhythm(setting, clause);
    case Kind::seats:
      return check_seats(setting, clause);
    case Kind::sessions:
      return check_sessions(setting, clause);
    case Kind::weekdays:
      return check_weekdays(setting, clause);
    case Kind::calendar_ahead:
      return check_calendar_ahead(setting, clause);
    case Kind::no_clash:
      return check_no_clash(setting, clause);
    case Kind::holders:
      return check_holders(setting, clause);
    case Kind::season:
      return check_season(setting, clause);
    case Kind::yearly:
      return check_yearly(setting, clause);
    case Kind::notice:  // shown on pages
    case Kind::number:  // cited by workflow files
    case Kind::review:  // a reminder to the sheet's owner
      return;
  }
}

}  // namespace

void check(const model::Portal& portal, const Holidays& holidays, diag::Diagnostics& diagnostics) {
  const Troubled troubled = troubled_files(diagnostics);
  for (const model::Network& network : portal.networks) {
    const Agenda agenda(portal, network, troubled);
    const GoodDays good_days(network, holidays);
    const Setting setting{portal, network, holidays, troubled, agenda, good_days, diagnostics};
    check_zone(setting);
    check_public_holidays(setting);
    for (const model::Charter& charter : network.charters) {
      if (!charter.current) continue;
      for (const model::Rule& rule : charter.rules) check_rule(setting, Clause{charter, rule});
    }
  }
}

}  // namespace cenacle::rules
