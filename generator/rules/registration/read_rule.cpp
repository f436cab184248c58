// One rule: whom it is about, what must be or how many may be, and the sentence that is said when it is not so.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/registration/reading.h"

namespace cenacle::rules {

using content::Keys;
using Wanted = content::Need;

namespace {

constexpr Choice<bool> sinces[] = {{"first", false}, {"mandate", true}};

/// `max`: a word, the name of a number of a charter, or a number.
void read_max(Keys& keys, const Reading& reading, Limit& it) {
  const toml::Entry* const entry = keys.find("max");
  if (entry != nullptr && entry->value.kind == toml::Kind::text) {
    for (const Choice<Max>& choice : max_words)
      if (choice.word == entry->value.text) {
        it.max = choice.value;
        return;
      }
  }
  const auto found = figure(keys, "max", reading, Wanted::required, 0, {"seats", "contributions"});
  it.number = found ? found->value : 0;
  it.stated = found ? found->stated : nullptr;
}

Limit read_limit(Keys& keys, const Reading& reading) {
  Limit it;
  it.each = chosen(keys, "each", each_words);
  it.count = keys.choice("count", count_words, Count::registrations);
  read_max(keys, reading, it);
  if (const auto percent = figure(keys, "percent", reading, Wanted::optional, 1)) it.percent = percent->value;
  if (it.percent > 100)
    keys.report(diag::code::bad_value, keys.find("percent")->value.at, "`percent` is at most 100",
                content::paste("percent", "50"));
  if (const auto months = figure(keys, "within_months", reading, Wanted::optional, 1)) it.within_months = months->value;
  const toml::Entry* const since = keys.find("since");
  it.since_mandate = keys.choice("since", sinces, false);
  if (since != nullptr && !keys.table().find("within_months")) keys.missing("within_months", "12");
  return it;
}

/// Where the placeholder at `offset` of the text stands, when the text is written as it reads: without escapes, on a
/// line.
toml::Spot spot_within(const toml::Node& text, std::size_t offset, std::size_t size) {
  const auto letters = [](std::string_view part) {
    return static_cast<std::uint32_t>(
        std::count_if(part.begin(), part.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  };
  const std::string_view whole = text.text;
  if (letters(whole) + 2 != text.at.length) return text.at;
  return {text.at.line, text.at.column + 1 + letters(whole.substr(0, offset)), letters(whole.substr(offset, size))};
}

/// Says what is wrong with a word in braces.
void check_placeholder(const Keys& keys, const toml::Node& value, std::size_t at, std::size_t size, bool has_limit) {
  const std::string_view name = std::string_view(value.text).substr(at + 1, size - 2);
  const std::span<const std::string_view> all(placeholders);
  const std::span<const std::string_view> known = has_limit ? all : all.first(all.size() - placeholders_of_limits);
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  const bool of_limits = std::find(all.begin(), all.end(), name) != all.end();
  const auto near = base::closest(name, known);
  std::string help = of_limits ? "only a rule with a `limit` has a number to tell"
                     : near    ? fmt::format("did you mean `{{{}}}`?", *near)
                               : std::string("take it out");
  std::string list;
  for (const std::string_view it : known) list += fmt::format("{}`{{{}}}`", list.empty() ? "" : ", ", it);
  keys.report(diag::code::bad_value, spot_within(value, at, size), fmt::format("nothing fills in `{{{}}}` here", name),
              std::move(help), {{"what can be filled in is " + list, {}}});
}

std::string read_says(Keys& keys, bool has_limit) {
  const toml::Node* const value = keys.find("says", toml::Kind::text, Wanted::required);
  if (value == nullptr) return {};
  const std::string& text = value->text;
  if (base::trim(text).empty())
    keys.report(diag::code::bad_value, value->at, "`says` is empty",
                content::paste("says", "\"{body} n’a plus de place.\""));
  for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at)) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (text[at] == '}' || end == std::string::npos || text[end] != '}') {
      keys.report(diag::code::bad_value, spot_within(*value, at, 1),
                  text[at] == '}' ? "this brace closes nothing" : "this brace is not closed",
                  "a placeholder is a word in braces: `{person}`");
      at += 1;
      continue;
    }
    check_placeholder(keys, *value, at, end + 1 - at, has_limit);
    at = end + 1;
  }
  return text;
}

/// The article that the rule comes from: that of the number it goes by, where it does not say.
void read_source(Keys& keys, const Reading& reading, Rule& it) {
  const bool stated = it.limit && it.limit->stated != nullptr;
  const Cited source = cited(keys, "article", reading, stated ? Wanted::optional : Wanted::required);
  if (source.charter != nullptr) it.charter = source.charter->charter;
  it.article = source.article;
  if (!stated || keys.table().find("article") != nullptr) return;
  const std::string& name = keys.table().find("limit")->find("max")->text;
  it.charter = stated_number(reading.network, reading.charter, name).charter->charter;
  it.article = it.limit->stated->article;
}

}  // namespace

Rule read_rule(Keys& keys, const Reading& reading) {
  Rule it;
  it.at = spot_of(keys);
  it.id = new_id(keys, reading.book.rules);
  it.paths = path_ids(keys, "paths", reading);
  if (auto when = condition_at(keys, "when", reading)) it.when = std::move(*when);
  it.must = condition_at(keys, "must", reading);
  keys.table("limit", "a limit", [&](Keys& table) { it.limit = read_limit(table, reading); });
  if (keys.table().find("must") == nullptr && keys.table().find("limit") == nullptr)
    keys.missing("limit", "{ each = [\"body\"], max = 1 }");
  if (it.must && it.limit)
    keys.report(diag::code::bad_value, keys.find("limit")->at, "a rule has `must` or `limit`, not both",
                "make two rules of it");
  it.otherwise = keys.choice("otherwise", otherwise_words, Otherwise::refuse);
  it.firm = keys.boolean("firm");
  it.says = read_says(keys, keys.table().find("limit") != nullptr);
  read_source(keys, reading, it);
  return it;
}

}  // namespace cenacle::rules
