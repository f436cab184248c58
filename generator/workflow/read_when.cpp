// The times of a step: `when` and `until`.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "workflow/reading.h"

namespace cenacle::workflow {

using content::Keys;

namespace {

/// The words of events of this kind of subject; of registrations, states too.
std::vector<std::string_view> events_of(About about, bool dated) {
  std::vector<std::string_view> words;
  for (const EventWord& it : event_words)
    if (may_be_of(it.subjects, about) && it.value != Event::each_year && (!dated || is_dated(it.value)))
      words.push_back(it.word);
  if (about == About::registration && !dated)
    for (const std::string_view it : model::state_words()) words.push_back(it);
  return words;
}

/// False for what is no event of such a subject, which is reported.
bool find_event(const Keys& keys, std::string_view key, const toml::Node& value, About about, bool dated,
                Moment* moment) {
  const auto words = events_of(about, dated);
  if (std::find(words.begin(), words.end(), value.text) == words.end()) {
    keys.not_of_list(key, value, words);
    return false;
  }
  for (const EventWord& it : event_words)
    if (it.word == value.text && may_be_of(it.subjects, about)) {
      moment->event = it.value;
      return true;
    }
  moment->event = Event::state, moment->state = *model::state_of(value.text);
  return true;
}

/// "09:00"
std::optional<std::chrono::seconds> hour(std::string_view text) {
  int hours = 0, minutes = 0;
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto number = [](std::string_view digits, int* out) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + 2, *out);
    return error == std::errc() && end == digits.data() + 2;
  };
  if (!number(text.substr(0, 2), &hours) || !number(text.substr(3, 2), &minutes) || hours > 23 || minutes > 59)
    return std::nullopt;
  return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

void read_hour(Keys& keys, Moment* moment) {
  const toml::Node* const value = keys.find("at", toml::Kind::text, content::Need::optional);
  if (value == nullptr) return;
  moment->at = hour(value->text);
  if (!moment->at)
    keys.report(diag::code::bad_value, value->at, fmt::format("`{}` is no hour of the day", value->text),
                content::paste("at", "\"09:00\""));
}

/// The unit and its number, of which there is at most one.
std::string_view read_count(Keys& keys, const Reading& reading, Moment* moment) {
  std::string_view counted;
  for (const UnitWord& it : unit_words) {
    const auto count = rules::figure(keys, it.word, reading.numbers);
    if (!count) continue;
    if (!counted.empty())
      keys.report(diag::code::bad_value, keys.find(it.word)->value.at,
                  fmt::format("`{}` and `{}` are counted both", counted, it.word), "keep one of them");
    counted = it.word, moment->unit = it.value, moment->count = count->value;
  }
  return counted;
}

Moment read_moment(Keys& keys, const Reading& reading, About about) {
  Moment it;
  const std::string_view counted = read_count(keys, reading, &it);
  read_hour(keys, &it);
  if (const auto day = keys.month_day("each_year")) {
    it.event = Event::each_year, it.day = *day;
    if (about != About::network)
      keys.report(diag::code::bad_value, keys.find("each_year")->value.at, "a day of each year is a network's",
                  "write:\nabout = \"network\"");
    if (!counted.empty())
      keys.report(diag::code::bad_value, keys.find(counted)->value.at, "a day of each year is not counted from",
                  "write the day that is meant in `each_year`");
    return it;
  }
  int events = 0;
  for (const std::string_view key : {"before", "after", "on"}) {
    const toml::Node* const value = keys.find(key, toml::Kind::text, content::Need::optional);
    if (value == nullptr) continue;
    ++events;
    find_event(keys, key, *value, about, key == "before", &it);
    if (key == "before") it.count = -it.count;
    if (key == "on" && !counted.empty())
      keys.report(diag::code::bad_value, value->at, fmt::format("`on` is at once: `{}` has nothing to count", counted),
                  fmt::format("write:\nafter = \"{}\"", value->text));
    if (key != "on" && counted.empty() && keys.file().whole)
      keys.report(
          diag::code::missing_key, value->at, fmt::format("how long {} is it?", key),
          fmt::format("count it, in days, working_days, weeks or months:\ndays = 7, {} = \"{}\"", key, value->text));
  }
  if (events == 0) keys.missing("on", content::quoted(events_of(about, false).front()));
  if (events > 1)
    keys.report(diag::code::bad_value, keys.at(), "a time has one of `before`, `after` and `on`",
                "make two steps of it");
  return it;
}

}  // namespace

Moment read_when(Keys& keys, const Reading& reading, About about) {
  Moment it;
  keys.table(
      "when", "a time", [&](Keys& table) { it = read_moment(table, reading, about); }, content::Need::required);
  return it;
}

std::optional<Moment> read_until(Keys& keys, const Reading& reading, About about) {
  std::optional<Moment> it;
  const toml::Entry* const entry = keys.find("until");
  if (entry == nullptr) return it;
  if (entry->value.kind == toml::Kind::text) {
    if (!find_event(keys, "until", entry->value, about, true, &it.emplace())) it.reset();
    return it;
  }
  keys.table("until", "a time", [&](Keys& table) { it = read_moment(table, reading, about); });
  return it;
}

}  // namespace cenacle::workflow
