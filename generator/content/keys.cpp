// Front matter read key by key, each with its type.
#include "content/keys.h"

#include <algorithm>

#include "base/text.h"
#include "content/values.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

using toml::Kind;

Keys::Keys(const toml::Node& table, const File& file, std::string_view what, Keys* outermost)
    : table_(table), file_(file), what_(what), outermost_(outermost) {
  known_.reserve(24);
}

const toml::Entry* Keys::find(std::string_view key) {
  known_.push_back(key);
  for (const toml::Entry& entry : table_.entries)
    if (entry.key == key) return &entry;
  return nullptr;
}

const toml::Node* Keys::find(std::string_view key, Kind kind, Need need, Items items) {
  const toml::Entry* const entry = find(key);
  if (entry == nullptr) {
    if (need == Need::required) {
      missing(key, kind == Kind::text        ? "\"…\""
                   : kind == Kind::integer   ? "1"
                   : kind == Kind::boolean   ? "true"
                   : kind == Kind::date      ? "2026-10-06"
                   : kind == Kind::date_time ? moment_beside(key)
                   : items == Items::texts   ? "[\"…\"]"
                   : items == Items::dates   ? "[2026-10-06]"
                                             : "");
    }
    return nullptr;
  }
  const toml::Node& value = entry->value;
  if (value.kind != kind) {
    wrong_type(key, value, kind, items);
    return nullptr;
  }
  const Kind wanted = items == Items::tables ? Kind::table : items == Items::dates ? Kind::date : Kind::text;
  if (items != Items::none)
    for (const toml::Node& item : value.items)
      if (item.kind != wanted) wrong_item(key, item, wanted);
  return &value;
}

std::string Keys::text(std::string_view key, Need need) {
  const toml::Node* const value = find(key, Kind::text, need);
  if (value == nullptr) return {};
  const std::string_view text = base::trim(value->text);
  if (text.empty() && need == Need::required)
    report(diag::code::bad_value, value->at, "`" + std::string(key) + "` is empty", paste(key, "\"…\""));
  return std::string(text);
}

std::optional<std::int64_t> Keys::integer(std::string_view key, Need need, std::int64_t least) {
  const toml::Node* const value = find(key, Kind::integer, need);
  if (value == nullptr) return std::nullopt;
  if (value->integer >= least) return value->integer;
  report(diag::code::bad_value, value->at, "`" + std::string(key) + "` is at least " + std::to_string(least),
         paste(key, std::to_string(least)));
  return std::nullopt;
}

bool Keys::boolean(std::string_view key, bool otherwise) {
  const toml::Node* const value = find(key, Kind::boolean, Need::optional);
  return value == nullptr ? otherwise : value->integer != 0;
}

std::optional<base::Date> Keys::date(std::string_view key, Need need) {
  const toml::Node* const value = find(key, Kind::date, need);
  return value == nullptr ? std::nullopt : std::optional(base::date_of(value->when));
}

std::optional<base::LocalTime> Keys::moment(std::string_view key, Need need) {
  const toml::Node* const value = find(key, Kind::date_time, need);
  return value == nullptr ? std::nullopt : std::optional(value->when);
}

std::vector<std::string> Keys::texts(std::string_view key, Need need) {
  std::vector<std::string> texts;
  const toml::Node* const list = find(key, Kind::array, need, Items::texts);
  if (list == nullptr) return texts;
  if (list->items.empty() && need == Need::required)
    report(diag::code::bad_value, list->at, "`" + std::string(key) + "` is empty", paste(key, "[\"…\"]"));
  for (const toml::Node& item : list->items)
    if (item.kind == Kind::text) texts.push_back(item.text);
  return texts;
}

std::string Keys::id(std::string_view key, Need need) {
  const toml::Node* const value = find(key, Kind::text, need);
  if (value == nullptr || base::is_id(value->text)) return value == nullptr ? std::string() : value->text;
  const std::string slug = locale::slug(value->text);
  report(diag::code::bad_value, value->at, "`" + std::string(key) + "` is made of `a-z`, `0-9` and `-`",
         paste(key, quoted(slug.empty() ? "…" : slug)));
  return {};
}

std::string Keys::mail(std::string_view key, Need need) {
  const toml::Node* const value = find(key, Kind::text, need);
  if (value == nullptr || is_mail(value->text)) return value == nullptr ? std::string() : value->text;
  std::string meant(base::trim(value->text));
  if (meant.starts_with("mailto:")) meant.erase(0, 7);
  report(diag::code::bad_mail, value->at, "`" + std::string(key) + "` is not a mail address",
         paste(key, is_mail(meant) ? quoted(meant) : "\"fonction@reseau.example\""));
  return {};
}

std::string Keys::secure_address(std::string_view key, Need need) { return address(key, need, false); }

std::string Keys::web_address(std::string_view key) { return address(key, Need::optional, true); }

std::string Keys::address(std::string_view key, Need need, bool plain) {
  const toml::Node* const value = find(key, Kind::text, need);
  if (value == nullptr || is_web_address(value->text, plain)) return value == nullptr ? std::string() : value->text;
  std::string meant(base::trim(value->text));
  if (const std::size_t scheme = meant.find("://"); scheme != std::string::npos) meant.erase(0, scheme + 3);
  meant.insert(0, "https://");
  const bool example = !is_web_address(meant, false) || meant.find('.') == std::string::npos;
  report(diag::code::bad_address, value->at, "`" + std::string(key) + "` is not an address beginning with `https://`",
         paste(key, example ? "\"https://reseau.example/\"" : quoted(meant)));
  return {};
}

std::optional<std::chrono::month_day> Keys::month_day(std::string_view key, Need need) {
  const toml::Node* const value = find(key, Kind::text, Need::optional);
  if (value == nullptr) {
    // A value of another type has been reported.
    if (need == Need::required && table_.find(key) == nullptr) missing(key, "\"01-31\"");
    return std::nullopt;
  }
  const auto day = parse_month_day(value->text);
  if (!day)
    report(diag::code::bad_value, value->at, "`" + std::string(key) + "` is a day of the year: month, hyphen, day",
           paste(key, "\"01-31\""));
  return day;
}

std::optional<std::size_t> Keys::choose(std::string_view key, std::span<const std::string_view> words, Need need) {
  const toml::Node* const value = word(key, words);
  if (value == nullptr) {
    if (need == Need::required && table_.find(key) == nullptr) missing(key, quoted(words.front()));
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), value->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  not_of_list(key, *value, words);
  return std::nullopt;
}

model::Spot Keys::spot(std::string_view key) const {
  const toml::Node* const value = table_.find(key);
  return value == nullptr ? model::Spot{} : model::Spot{value->at.line, value->at.column, value->at.length};
}

void Keys::finish() {
  Keys& outermost = outermost_ == nullptr ? *this : *outermost_;
  for (const toml::Entry& entry : table_.entries)
    if (!all_known_ && std::find(known_.begin(), known_.end(), entry.key) == known_.end())
      outermost.unknown_.push_back({&entry, what_, known_});
  if (outermost_ != nullptr) return;
  for (const Unknown& unknown : unknown_) report_unknown(unknown);
}

}  // namespace cenacle::content
