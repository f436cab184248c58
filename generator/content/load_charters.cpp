// charters/*.md: versions of charters, and the numbers that they state beside their articles.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "content/kinds.h"
#include "content/page_keys.h"
#include "content/references.h"
#include "content/values.h"

namespace cenacle::content {

namespace {

using Kind = model::Rule::Kind;
using Of = model::Rule::Of;

constexpr Choice<Kind> rule_kinds[] = {{"rhythm", Kind::rhythm},     {"seats", Kind::seats},
                                       {"sessions", Kind::sessions}, {"weekdays", Kind::weekdays},
                                       {"calendar_ahead", Kind::calendar_ahead},
                                       {"no_clash", Kind::no_clash}, {"notice", Kind::notice},
                                       {"holders", Kind::holders},   {"season", Kind::season},
                                       {"yearly", Kind::yearly},     {"review", Kind::review},
                                       {"number", Kind::number}};
constexpr Choice<Of> groups_or_workshops[] = {{"groups", Of::groups}, {"workshops", Of::workshops}};
constexpr Choice<Of> workshops_or_series[] = {{"workshops", Of::workshops}, {"series", Of::series}};
constexpr Choice<Of> only_groups[] = {{"groups", Of::groups}};

void load_weekdays(Keys& keys, model::Rule& it) {
  const toml::Node* const list = keys.find("days", toml::Kind::array, Need::required, Keys::Items::texts);
  if (list == nullptr) return;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (const auto day = parse_weekday(item.text)) {
      it.days.push_back(*day);
      continue;
    }
    keys.not_of_list("days", item,
                     std::array<std::string_view, 7>{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  }
}

void load_meeting_kinds(Keys& keys, model::Rule& it) {
  it.meeting_kinds =
      all_listed(keys, "meeting_kinds", "kind of meeting", keys.file().network->meeting_kinds, Need::required);
}

void load_rhythm(Keys& keys, model::Rule& it) {
  it.max_months = keys.integer("max_months", Need::optional, 1);
  it.max_days = keys.integer("max_days", Need::optional, 1);
  if (keys.table().find("max_months") == nullptr && keys.table().find("max_days") == nullptr) keys.missing("max_months", "3");
  it.of = keys.choice("of", groups_or_workshops, Of::groups);
}

void load_holders(Keys& keys, model::Rule& it) {
  it.role = reference<model::Role>(keys, "role", Need::required);
  it.min = keys.integer("min");
  it.max = keys.integer("max");
  keys.in_order("min", it.min, "max", it.max);
  it.of = keys.choice("of", groups_or_workshops, Of::groups);
}

/// The keys that the rule's kind has.
void load_numbers(Keys& keys, model::Rule& it) {
  switch (it.kind) {
    case Kind::rhythm: return load_rhythm(keys, it);
    case Kind::seats:
      it.max = keys.integer("max", Need::required, 1);
      it.of = keys.choice("of", workshops_or_series, Of::workshops);
      return;
    case Kind::sessions:
      it.count = keys.integer("count", Need::required, 1);
      it.max_months = keys.integer("max_months", Need::required, 1);
      it.of = Of::series;
      return;
    case Kind::weekdays:
      load_weekdays(keys, it);
      return load_meeting_kinds(keys, it);
    case Kind::calendar_ahead:
      it.by = keys.month_day("by", Need::required);
      it.meetings = keys.integer("meetings", Need::required, 1);
      return load_meeting_kinds(keys, it);
    case Kind::no_clash: return load_meeting_kinds(keys, it);
    case Kind::notice:
      it.days_notice = keys.integer("days", Need::required);
      return load_meeting_kinds(keys, it);
    case Kind::holders: return load_holders(keys, it);
    case Kind::season:
      it.from = keys.month_day("from", Need::required);
      it.to = keys.month_day("to", Need::required);
      it.of = keys.choice("of", only_groups, Of::groups);
      return;
    case Kind::yearly:
      it.min = keys.integer("min", Need::required, 1);
      return load_meeting_kinds(keys, it);
    case Kind::review: it.max_months = keys.integer("max_months", Need::required, 1); return;
    case Kind::number:
      it.name = keys.id("name", Need::required);
      it.value = keys.integer("value", Need::required).value_or(0);
      return;
  }
}

/// An article that the charter's own text must have.
std::string own_article(Keys& keys, const model::Page& charter, Need need) {
  const toml::Node* const value = keys.find("article", toml::Kind::text, need);
  if (value == nullptr) return {};
  check_article(keys, value->text, *value, charter);
  return value->text;
}

void load_rule(Keys& keys, model::Charter& charter) {
  model::Rule it;
  it.article = own_article(keys, charter.page, Need::required);
  const toml::Node* const name = keys.table().find("rule");
  it.at = keys.spot("rule");
  it.kind = keys.choice("rule", rule_kinds, Kind::rhythm, Need::required);
  const auto known = [&](const auto& choice) { return name != nullptr && choice.word == name->text; };
  if (std::none_of(std::begin(rule_kinds), std::end(rule_kinds), known)) return keys.know_all();
  load_numbers(keys, it);
  charter.rules.push_back(std::move(it));
}

}  // namespace

void load_thing(Keys& keys, model::Charter& charter) {
  keys.id("charter", Need::required);  // it is known already, as are `version` and `in_force`: versions are in order
  const std::string ending = charter.current ? std::string() : fmt::format("-v{}", charter.version);
  load_page(keys, charter.page,
            {.visibility = Visibility::as_network, .folder = "charters", .stem = charter.charter, .stem_ending = ending});
  keys.integer("version", Need::required, 1);
  keys.date("in_force", Need::required);
  charter.sign_again = keys.boolean("sign_again");
  keys.tables("changes", "a change", [&](Keys& table) {
    model::Change it;
    it.article = own_article(table, charter.page, Need::required);
    it.text = table.text("text", Need::required);
    charter.changes.push_back(std::move(it));
  });
  keys.tables("signatories", "a signatory", [&](Keys& table) {
    model::Signatory it;
    it.role = reference<model::Role>(table, "role", Need::required);
    it.when = table.text("when");
    charter.signatories.push_back(std::move(it));
  });
  keys.tables("rules", "a rule", [&](Keys& table) { load_rule(table, charter); });
}

}  // namespace cenacle::content
