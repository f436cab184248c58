// The file of public holidays: its zones and days as values, every mistake at its place.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/toml.h"
#include "rules/holidays.h"

namespace cenacle::rules {

namespace {

constexpr int most_days_from_easter = 300;  // farther is another year's day

/// "05-14" as a day that some year has.
std::optional<std::chrono::month_day> day_of_year(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  unsigned month = 0, day = 0;
  const auto a = std::from_chars(text.data(), text.data() + 2, month);
  const auto b = std::from_chars(text.data() + 3, text.data() + 5, day);
  if (a.ptr != text.data() + 2 || b.ptr != text.data() + 5) return std::nullopt;
  const std::chrono::month_day value{std::chrono::month(month), std::chrono::day(day)};
  return value.ok() ? std::optional(value) : std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view path, diag::Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  Holidays read(const toml::Node& file) {
    check_keys(file, std::array<std::string_view, 1>{"zones"});
    if (const toml::Node* zones = find(file, "zones", toml::Kind::array))
      for (const toml::Node& zone : zones->items) read_zone(zone);
    return std::move(holidays_);
  }

 private:
  diag::Place place(const toml::Spot& at) const { return {path_, at.line, at.column, at.length}; }

  void check_keys(const toml::Node& table, std::span<const std::string_view> known) {
    for (const toml::Entry& entry : table.entries) {
      if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
      const auto meant = base::closest(entry.key, known);
      diagnostics_.add(
          diag::code::unknown_key, place(entry.at), fmt::format("no key is called `{}` here", entry.key),
          meant ? fmt::format("did you mean `{}`?", *meant) : fmt::format("the keys are {}", base::listing(known)));
    }
  }

  /// The value of a key that may be missing; of another kind, it is reported and as good as missing.
  const toml::Node* find(const toml::Node& table, std::string_view key, toml::Kind kind) {
    const toml::Node* value = table.find(key);
    if (value == nullptr || value->kind == kind) return value;
    diagnostics_.add(diag::code::wrong_type, place(value->at),
                     fmt::format("`{}` is {} here", key, toml::name_of(value->kind)),
                     fmt::format("`{}` takes {}", key, toml::name_of(kind)));
    return nullptr;
  }

  std::optional<std::string> text(const toml::Node& table, std::string_view key, std::string_view example) {
    if (table.find(key) == nullptr) {
      diagnostics_.add(diag::code::missing_key, place(table.at), fmt::format("`{}` is missing", key),
                       fmt::format("add:\n{} = {}", key, example));
      return std::nullopt;
    }
    const toml::Node* value = find(table, key, toml::Kind::text);
    return value ? std::optional(value->text) : std::nullopt;
  }

  /// A whole number of a key that may be missing, within bounds.
  std::optional<int> integer(const toml::Node& table, std::string_view key, int least, int most) {
    const toml::Node* value = find(table, key, toml::Kind::integer);
    if (value == nullptr) return std::nullopt;
    if (value->integer >= least && value->integer <= most) return static_cast<int>(value->integer);
    diagnostics_.add(diag::code::bad_value, place(value->at),
                     fmt::format("`{}` is {}, which is not from {} to {}", key, value->integer, least, most));
    return std::nullopt;
  }

  /// A zone's name must be known before another can be like it, so zones are read in their order.
  void read_zone(const toml::Node& zone) {
    check_keys(zone, std::array<std::string_view, 4>{"id", "title", "like", "days"});
    const auto id = text(zone, "id", "\"metropole\"");
    text(zone, "title", "\"France métropolitaine\"");
    std::vector<Holiday> days = days_of_model(zone);
    if (const toml::Node* own = find(zone, "days", toml::Kind::array))
      for (const toml::Node& day : own->items)
        if (auto holiday = read_day(day)) days.push_back(std::move(*holiday));
    if (!id) return;
    const toml::Node& written = *zone.find("id");
    if (!base::is_id(*id))
      diagnostics_.add(diag::code::bad_value, place(written.at), fmt::format("`{}` is not an id", *id),
                       "an id is made of a-z, 0-9 and -");
    else if (!holidays_.zones.try_emplace(*id, std::move(days)).second)
      diagnostics_.add(diag::code::duplicate_id, place(written.at), fmt::format("two zones are called `{}`", *id),
                       "keep one of them, or give this one another id");
  }

  std::vector<Holiday> days_of_model(const toml::Node& zone) {
    const toml::Node* like = find(zone, "like", toml::Kind::text);
    if (like == nullptr) return {};
    const auto model = holidays_.zones.find(like->text);
    if (model != holidays_.zones.end()) return model->second;
    std::vector<std::string_view> above;
    for (const auto& [name, days] : holidays_.zones) above.push_back(name);
    const auto meant = base::closest(like->text, above);
    diagnostics_.add(diag::code::unknown_reference, place(like->at),
                     fmt::format("no zone above this one is called `{}`", like->text),
                     meant ? fmt::format("did you mean `{}`?", *meant) : "a zone comes after the one that it is like");
    return {};
  }

  std::optional<Holiday> read_day(const toml::Node& day) {
    if (day.kind != toml::Kind::table) {
      diagnostics_.add(diag::code::wrong_type, place(day.at), fmt::format("a day is {} here", toml::name_of(day.kind)),
                       "write:\n{ title = \"Fête nationale\", day = \"07-14\" },");
      return std::nullopt;
    }
    check_keys(day, std::array<std::string_view, 5>{"title", "day", "after_easter", "since", "until"});
    const auto title = text(day, "title", "\"Fête nationale\"");
    const auto since = integer(day, "since", 1, 9999), until = integer(day, "until", 1, 9999);
    Holiday holiday{title.value_or(""), {}, false, 0, since.value_or(0), until.value_or(9999)};
    if (holiday.since > holiday.until) {
      diagnostics_.add(diag::code::bad_value, place(day.find("until")->at),
                       fmt::format("a day since {} cannot end in {}", holiday.since, holiday.until));
      return std::nullopt;
    }
    if (!read_when(day, &holiday) || !title) return std::nullopt;
    return holiday;
  }

  bool read_when(const toml::Node& day, Holiday* holiday) {
    const toml::Node* fixed = day.find("day");
    const toml::Node* movable = day.find("after_easter");
    if ((fixed == nullptr) == (movable == nullptr)) {
      diagnostics_.add(fixed ? diag::code::bad_value : diag::code::missing_key, place(fixed ? movable->at : day.at),
                       fixed ? "a day has `day` or `after_easter`, not both" : "nothing says when this day is",
                       "write `day = \"07-14\"` (month-day) or `after_easter = 39` (days after Easter Sunday)");
      return false;
    }
    if (movable != nullptr) {
      const auto days = integer(day, "after_easter", -most_days_from_easter, most_days_from_easter);
      holiday->after_easter = true;
      holiday->days = days.value_or(0);
      return days.has_value();
    }
    if (find(day, "day", toml::Kind::text) == nullptr) return false;
    const auto value = day_of_year(fixed->text);
    if (value)
      holiday->fixed = *value;
    else
      diagnostics_.add(diag::code::bad_value, place(fixed->at),
                       fmt::format("`{}` is not a day of the year", fixed->text),
                       "write the month, then the day, with two digits each: `day = \"07-14\"` is 14 July");
    return value.has_value();
  }

  std::string path_;
  diag::Diagnostics& diagnostics_;
  Holidays holidays_;
};

}  // namespace

Holidays parse_holidays(std::string_view text, std::string_view path, diag::Diagnostics& diagnostics) {
  if (const auto bad = base::first_invalid_utf8(text)) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
    diagnostics.add(diag::code::not_utf8, {std::string(path), static_cast<std::uint32_t>(line), 1, 1},
                    "this line is not UTF-8", "save the file as UTF-8");
    return {};
  }
  return Reader(path, diagnostics).read(toml::parse(text, path, 1, diagnostics));
}

}  // namespace cenacle::rules
