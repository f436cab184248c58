// Charters, and their next versions: the text in force taken over, its keys that speak of one version only left out.
#include <algorithm>

#include <fmt/format.h>

#include "content/sources.h"
#include "formats/locale/locale.h"
#include "site/new_making.h"

namespace cenacle::site {

namespace {

using content::Folder;

/// Keys that a version has for itself: the archetype writes them anew, or they may not stand in two files.
constexpr std::string_view own_keys[] = {"charter", "version",    "in_force",  "changes",
                                         "draft",   "sign_again", "published", "aliases"};

bool is_own(std::string_view key) {
  return std::find(std::begin(own_keys), std::end(own_keys), key) != std::end(own_keys);
}

/// The lines [first, last) of a text, counted from 1.
std::string_view lines_of(std::string_view text, std::size_t first, std::size_t last) {
  std::size_t begin = 0;
  for (std::size_t line = 1; line < first && begin != std::string_view::npos; ++line) {
    begin = text.find('\n', begin);
    if (begin != std::string_view::npos) ++begin;
  }
  if (begin == std::string_view::npos) return {};
  std::size_t end = begin;
  for (std::size_t line = first; line < last && end < text.size(); ++line)
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return text.substr(begin, end - begin);
}

bool is_comment_or_blank(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos || line[at] == '#';
}

/// The line on which each entry of a table begins; of `[[key]]`, its first header. With what follows the last.
struct Part {
  std::string_view key;
  std::size_t line;
};

/// Front matter without a version's own keys. An entry reaches to the comments above the next one.
std::string kept_of(const toml::Node& front, std::string_view text, std::size_t last_line) {
  std::vector<Part> parts;
  for (const toml::Entry& entry : front.entries) {
    parts.push_back({entry.key, entry.at.line});
    const bool tables = entry.value.kind == toml::Kind::array && !entry.value.items.empty() &&
                        entry.value.items.front().kind == toml::Kind::table;
    if (!tables) continue;
    for (const toml::Node& item : entry.value.items)
      if (item.at.line > entry.at.line) parts.push_back({entry.key, item.at.line});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.line < b.line; });
  // Comments belong to what stands below them.
  for (Part& part : parts)
    while (part.line > 2 && is_comment_or_blank(lines_of(text, part.line - 1, part.line))) --part.line;
  std::string kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t end = i + 1 < parts.size() ? parts[i + 1].line : last_line;
    if (!is_own(parts[i].key)) kept += lines_of(text, parts[i].line, end);
  }
  while (kept.ends_with('\n')) kept.pop_back();
  return kept.substr(std::min(kept.find_first_not_of('\n'), kept.size()));
}

base::Date first_of_month_after(base::Date date) {
  const base::Date later = base::add_months(date, 1);
  return later.year() / later.month() / 1;
}

std::string first_article(const content::Sources& sources, const model::Charter& charter) {
  const auto facts = sources.facts(charter.page.text.source, {.articles = true, .french = sources.french()});
  for (const markdown::Heading& heading : facts->headings)
    if (!heading.article.empty()) return heading.article;
  return {};
}

/// The newest version of the charter that the title names, by its id or its own title; null: it is a new one.
const model::Charter* charter_called(const model::Network& network, const std::string& title) {
  const std::string id = locale::slug(title);
  const model::Charter* found = nullptr;
  for (const model::Charter& charter : network.charters)
    if ((charter.charter == id || charter.page.title == title) &&
        (found == nullptr || charter.version > found->version))
      found = &charter;
  return found;
}

std::vector<NewFile> make_version(const Making& making, const model::Charter& last) {
  const content::Sources& sources = *making.setting.content.sources;
  const std::size_t source = last.page.text.source;
  const auto bytes = sources.files().read(last.page.path);
  if (!bytes) throw Refusal{Refusal::Why::refused, bytes.failure().message, ""};
  NewCharter view;
  making.fill(&view);
  view.title = last.page.title;
  view.id = last.charter;
  view.version = last.version + 1;
  view.article = first_article(sources, last);
  view.date = making.request.date.value_or(first_of_month_after(std::max(making.portal().today, last.in_force)));
  const std::string front = bytes->substr(0, sources[source].body_offset);
  const auto lines = static_cast<std::size_t>(std::count(front.begin(), front.end(), '\n'));
  view.kept = kept_of(sources.front(source), front, lines);
  view.text = sources.body(source);
  const std::size_t begin = view.text.find_first_not_of("\r\n");
  view.text.erase(0, std::min(begin, view.text.size()));
  while (view.text.ends_with('\n')) view.text.pop_back();
  const std::string stem = fmt::format("{}-v{}", last.charter, view.version);
  return {making.file("archetypes/charter-version.md", Folder::charters, stem, &view)};
}

}  // namespace

std::vector<NewFile> make_charter(const Making& making) {
  if (const model::Charter* last = charter_called(making.network(), making.request.title))
    return make_version(making, *last);
  NewCharter view;
  making.fill(&view);
  view.id = file_stem(view.title);
  view.date = making.request.date.value_or(first_of_month_after(view.today));
  return {making.file("archetypes/charter.md", Folder::charters, view.id, &view)};
}

}  // namespace cenacle::site
