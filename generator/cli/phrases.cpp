// What the commands that touch the ledger say to people: sentences of the theme's catalogue, filled in.
#include "cli/phrases.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "site/theme.h"

namespace cenacle::cli {

namespace {

std::string filled(std::string_view sentence, std::span<const Phrases::Filling> fillings) {
  std::string text;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    sentence.remove_prefix(open + 1);
    const std::size_t close = std::min(sentence.find('}'), sentence.size());
    const std::string_view name = sentence.substr(0, close);
    const auto filling =
        std::find_if(fillings.begin(), fillings.end(), [&](const auto& it) { return it.first == name; });
    if (filling != fillings.end()) text += filling->second;
    sentence.remove_prefix(std::min(close + 1, sentence.size()));
  }
  return text;
}

tmpl::Words words_of(const base::FileSystem& files, const model::Portal& portal) {
  diag::Diagnostics told_by_check;
  tmpl::Words words = site::read_words(files, portal.theme, "commands", portal.language, told_by_check);
  words.merge(site::read_words(files, portal.theme, "people", portal.language, told_by_check));
  return words;
}

}  // namespace

Phrases::Phrases(const base::FileSystem& files, const model::Portal& portal, const locale::Locale& language)
    : language_(language), zone_(portal.time_zone), words_(words_of(files, portal)) {}

std::string Phrases::say_with(std::string_view key, std::span<const Filling> fillings) const {
  const auto found = words_.find(key);
  return found == words_.end() ? std::string(key) : filled(found->second, fillings);
}

std::string Phrases::article(std::string_view number, std::string_view charter_title) const {
  const std::string special = "article." + language_.lower(charter_title.substr(0, charter_title.find(' ')));
  return say(has(special) ? special : "article",
             {{"article", std::string(number)}, {"charter", std::string(charter_title)}});
}

std::string Phrases::name_of(const model::Person& person) const {
  if (person.erased) return say("people.erased");
  return std::string(base::trim(person.given_name + " " + person.family_name));
}

base::Date Phrases::date_of(base::Instant instant) const { return base::date_of(locale::to_local(instant, zone_)); }

std::string Phrases::moment(base::Instant instant) const {
  const base::LocalTime time = locale::to_local(instant, zone_);
  return say("moment", {{"day", day(base::date_of(time))}, {"time", language_.time(time)}});
}

std::string Phrases::count(std::string_view key, std::int64_t number) const {
  return say(fmt::format("{}.{}", key, language_.is_singular(number) ? "one" : "other"),
             {{"n", language_.number(number)}});
}

}  // namespace cenacle::cli
