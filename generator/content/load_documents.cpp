// documents/, contributions/, sheets/, news/ and pages/: what people write for others.
#include <fmt/format.h>

#include "base/text.h"
#include "content/kinds.h"
#include "content/layout.h"
#include "content/links.h"
#include "content/page_keys.h"
#include "content/references.h"
#include "content/sources.h"

namespace cenacle::content {

namespace {

constexpr Named owners[] = {Named::group, Named::workshop, Named::space};
constexpr Named space_or_group[] = {Named::space, Named::group};
constexpr Named group_only[] = {Named::group};

void report_no_file(const Keys& keys, const toml::Node& value, const std::string& path) {
  std::vector<std::string_view> names;
  const std::string_view own = path.empty() ? keys.file().path : path;
  const std::size_t slash = own.rfind('/');
  for (const base::FileEntry& file : keys.file().context.sources.others()) {
    const std::size_t last = file.path.rfind('/');
    if (last == slash && file.path.starts_with(own.substr(0, slash))) names.push_back(std::string_view(file.path).substr(last + 1));
  }
  const auto near = base::closest(own.substr(slash + 1), names);
  const std::string_view folder = std::string_view(value.text).substr(0, value.text.rfind('/') + 1);
  keys.report(diag::code::broken_link, value.at, fmt::format("there is no file {}", quoted(value.text)),
              near ? paste("path", quoted(std::string(folder) + std::string(*near)))
                   : "put it in the network's folder `files/`, and " + paste("path", "\"../files/…\""));
}

constexpr Choice<model::Contribution::Kind> contribution_kinds[] = {{"message", model::Contribution::Kind::message},
                                                                    {"document", model::Contribution::Kind::document},
                                                                    {"question", model::Contribution::Kind::question},
                                                                    {"answer", model::Contribution::Kind::answer},
                                                                    {"agenda", model::Contribution::Kind::agenda}};
constexpr Choice<model::FreePage::Kind> page_kinds[] = {{"page", model::FreePage::Kind::page},
                                                        {"faq", model::FreePage::Kind::faq},
                                                        {"principles", model::FreePage::Kind::principles}};

/// A moment, or a day at its first hour.
std::optional<base::LocalTime> day_or_moment(Keys& keys, std::string_view key) {
  const toml::Entry* const entry = keys.find(key);
  if (entry != nullptr && entry->value.kind == toml::Kind::date) return entry->value.when;
  return keys.moment(key);
}

/// The number of months that the network's charters in force give a sheet, 12 if they say nothing.
std::int64_t charter_review_months(const model::Network& network) {
  for (const model::Charter& charter : network.charters)
    if (charter.current)
      for (const model::Rule& rule : charter.rules)
        if (rule.kind == model::Rule::Kind::review && rule.max_months) return *rule.max_months;
  return 12;
}

}  // namespace

std::vector<model::Attachment> attachments(Keys& keys) {
  std::vector<model::Attachment> all;
  keys.tables("files", "a file", [&](Keys& table) {
    model::Attachment it;
    const toml::Node* const value = table.find("path", toml::Kind::text, Need::required);
    it.title = table.text("title");
    if (value == nullptr) return;
    const std::string path = relative_to(table.file().path, value->text);
    const bool attachment = place_of(path).kind == FilePlace::Kind::attachment;
    if (!attachment || !table.file().context.sources.has_file(path, &it.bytes)) return report_no_file(table, *value, path);
    it.asset = asset_at(path);
    if (it.title.empty()) it.title = path.substr(path.rfind('/') + 1);
    all.push_back(std::move(it));
  });
  return all;
}

void load_thing(Keys& keys, model::Document& document) {
  const model::Network& network = *keys.file().network;
  document.meeting = reference<model::Meeting>(keys, "meeting");
  bool given = false;
  document.owner = owner(keys, "of", owners, &given);
  if (!given && document.meeting != nullptr) document.owner = document.meeting->owner;
  load_page(keys, document.page,
            {.visibility = Visibility::group, .group = &model::members_of(document.owner), .folder = "documents"});
  document.kind = listed(keys, "kind", "kind of document", network.document_kinds, Need::required);
  document.date = keys.date("date", Need::required).value_or(base::Date{});
  document.topics = topics(keys);
  document.authors = references<model::Body>(keys, "authors");
  document.files = attachments(keys);
}

void load_thing(Keys& keys, model::Contribution& it) {
  bool given = false;
  const model::Owner of = owner(keys, "of", group_only, &given);
  if (const auto* group = std::get_if<const model::Group*>(&of)) it.group = *group;
  load_page(keys, it.page, {.group = given ? &model::members_of(of) : nullptr, .folder = "contributions"});
  it.kind = keys.choice("kind", contribution_kinds, model::Contribution::Kind::message, Need::required);
  it.date = keys.date("date", Need::required).value_or(base::Date{});
  it.author = reference<model::Body>(keys, "author", Need::required);
  it.topics = topics(keys, Need::required);
  const bool answer = it.kind == model::Contribution::Kind::answer;
  it.answers = reference<model::Contribution>(keys, "answers", answer ? Need::required : Need::optional);
  it.files = attachments(keys);
  it.start = day_or_moment(keys, "start");
  it.end = day_or_moment(keys, "end");
  keys.in_order("start", it.start, "end", it.end);
  if (it.kind == model::Contribution::Kind::agenda && keys.table().find("start") == nullptr)
    keys.missing("start", "2026-10-06T09:30:00");
  it.place = keys.text("place");
  it.online = keys.secure_address("online_public");
}

void load_thing(Keys& keys, model::Sheet& sheet) {
  load_page(keys, sheet.page, {.folder = "sheets"});
  sheet.topics = topics(keys, Need::required);
  sheet.reviewed = keys.date("reviewed", Need::required).value_or(base::Date{});
  const auto months = keys.integer("review_months", Need::optional, 1);
  sheet.review_months = months ? *months : charter_review_months(*keys.file().network);
  sheet.owner = reference<model::Role>(keys, "owner", Need::required);
}

void load_thing(Keys& keys, model::News& news) {
  bool given = false;
  news.owner = owner(keys, "of", owners, &given);
  load_page(keys, news.page, {.group = given ? &model::members_of(news.owner) : nullptr, .folder = "news"});
  news.date = keys.date("date", Need::required).value_or(base::Date{});
}

void load_thing(Keys& keys, model::FreePage& page) {
  const model::Network* const network = keys.file().network;
  bool given = false;
  page.owner = network;
  if (network != nullptr) page.owner = owner(keys, "of", space_or_group, &given);
  load_page(keys, page.page, {.group = given ? &model::members_of(page.owner) : nullptr, .folder = "pages"});
  page.kind = keys.choice("kind", page_kinds, model::FreePage::Kind::page);
  page.order = keys.integer("order", Need::optional, INT64_MIN).value_or(0);
  page.menu = keys.boolean("menu");
}

}  // namespace cenacle::content
