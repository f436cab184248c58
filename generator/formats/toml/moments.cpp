// Days and hours as people write them, in French above all: what they mean.
#include "formats/toml/moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"

namespace cenacle::toml {

namespace {

/// A number of one to `most` digits.
std::optional<unsigned> number(std::string_view digits, std::size_t most) {
  if (digits.empty() || digits.size() > most) return std::nullopt;
  unsigned value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

base::Date date_of(unsigned year, unsigned month, unsigned day) {
  return {std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
}

/// "2026-10-06", "2026-3-1", "12/03/2026", "1.2.26".
std::optional<base::Date> day_in_numbers(std::string_view text) {
  const auto separator = text.find_first_of("/.-");
  if (separator == std::string_view::npos) return std::nullopt;
  auto parts = base::split(text, text[separator]);
  if (parts.size() != 3) return std::nullopt;
  if (parts[0].size() == 4 && text[separator] != '.') std::swap(parts[0], parts[2]);
  const auto day = number(parts[0], 2), month = number(parts[1], 2), year = number(parts[2], 4);
  if (!day || !month || !year || (parts[2].size() != 4 && parts[2].size() != 2)) return std::nullopt;
  return date_of(parts[2].size() == 2 ? *year + 2000 : *year, *month, *day);
}

/// Small letters without the accents that months have.
std::string plain_letters(std::string_view text) {
  std::string out(text);
  for (const auto& [accented, plain] : {std::pair("é", "e"), std::pair("É", "e"), std::pair("û", "u"),
                                        std::pair("Û", "u"), std::pair("\u00A0", " "), std::pair("\u202F", " ")})
    for (std::size_t at; (at = out.find(accented)) != std::string::npos;)
      out.replace(at, std::string_view(accented).size(), plain);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// "6 octobre 2026", "le mardi 1er mars 2026".
std::optional<base::Date> day_in_words(std::string_view text) {
  constexpr std::array<std::string_view, 12> months = {"janvier",   "fevrier", "mars",     "avril",
                                                       "mai",       "juin",    "juillet",  "aout",
                                                       "septembre", "octobre", "novembre", "decembre"};
  constexpr std::array<std::string_view, 8> before = {"le",    "lundi",    "mardi",  "mercredi",
                                                      "jeudi", "vendredi", "samedi", "dimanche"};
  const std::string plain = plain_letters(text);
  std::vector<std::string_view> words = base::split(plain, ' ');
  std::erase_if(words, [&](std::string_view word) {
    return word.empty() || std::find(before.begin(), before.end(), word) != before.end();
  });
  if (words.size() != 3 || words[2].size() != 4) return std::nullopt;
  const auto* const month = std::find(months.begin(), months.end(), words[1]);
  const auto day = number(words[0] == "1er" ? "1" : words[0], 2), year = number(words[2], 4);
  if (month == months.end() || !day || !year) return std::nullopt;
  return date_of(*year, static_cast<unsigned>(month - months.begin()) + 1, *day);
}

}  // namespace

std::optional<base::Date> day_written(std::string_view text) {
  text = base::trim(text);
  const auto day = day_in_numbers(text);
  return day ? day : day_in_words(text);
}

std::optional<base::Date> date_meant(std::string_view text) {
  const auto day = day_written(text);
  return day && day->ok() ? day : std::nullopt;
}

base::Date nearest_day(base::Date date) {
  const std::chrono::month month(std::clamp(static_cast<unsigned>(date.month()), 1u, 12u));
  const base::Date last(std::chrono::year_month_day_last(date.year(), std::chrono::month_day_last(month)));
  const std::chrono::day day(std::clamp(static_cast<unsigned>(date.day()), 1u, static_cast<unsigned>(last.day())));
  return {date.year(), month, day};
}

std::optional<std::string> time_meant(std::string_view text) {
  text = base::trim(text);
  const auto h = text.find_first_of("hH:");
  if (h == std::string_view::npos) return std::nullopt;
  std::string_view minute = base::trim(text.substr(h + 1)), second = "00";
  if (minute.empty() && text[h] != ':') minute = "00";
  if (const auto colon = minute.find(':'); colon != std::string_view::npos) {
    second = minute.substr(colon + 1);
    minute = minute.substr(0, colon);
  }
  const auto hours = number(base::trim(text.substr(0, h)), 2), minutes = number(minute, 2), seconds = number(second, 2);
  if (!hours || !minutes || !seconds || minute.size() != 2 || *hours > 23 || *minutes > 59 || *seconds > 59)
    return std::nullopt;
  return fmt::format("{:02}:{:02}:{:02}", *hours, *minutes, *seconds);
}

std::optional<base::LocalTime> moment_meant(std::string_view text) {
  text = base::trim(text);
  for (std::size_t cut = text.find_first_of("T "); cut != std::string_view::npos;
       cut = text.find_first_of("T ", cut + 1)) {
    std::string_view tail = base::trim(text.substr(cut + 1));
    if (constexpr std::string_view at = "à "; tail.starts_with(at)) tail.remove_prefix(at.size());
    const auto date = date_meant(text.substr(0, cut));
    const auto time = time_meant(tail);
    if (!date || !time) continue;
    const auto part = [&](std::size_t from) { return *number(std::string_view(*time).substr(from, 2), 2); };
    return base::midnight(*date) + std::chrono::hours(part(0)) + std::chrono::minutes(part(3)) +
           std::chrono::seconds(part(6));
  }
  return std::nullopt;
}

}  // namespace cenacle::toml
