// What must be known of every file before any can be loaded.
#include "content/outline.h"

namespace cenacle::content {

namespace {

using toml::Kind;

std::string_view key_of_time(const FilePlace& place) {
  if (place.folder == Folder::meetings) return "start";
  return place.folder == Folder::charters ? "in_force" : "date";
}

std::string_view key_of_id(const FilePlace& place) {
  if (place.folder == Folder::meetings) return "id";
  return place.folder == Folder::charters ? "charter" : "meeting";
}

}  // namespace

Outline outline_of(const toml::Node& front, const FilePlace& place) {
  Outline outline;
  const bool item = place.kind == FilePlace::Kind::item;
  for (const auto& [key, at, value] : front.entries) {
    if (key == "draft") outline.draft = value.kind == Kind::boolean && value.integer != 0;
    if (key == "published" && value.kind == Kind::date) outline.published = base::date_of(value.when);
    if (key == "title") outline.title = value.text;
    if (key == "order") outline.order = value.integer;
    if (key == "version") outline.version = value.integer;
    if (!item) continue;
    if (key == key_of_time(place)) outline.when = value.when;
    if (key == key_of_id(place) && value.kind == Kind::text) {
      outline.id = value.text;
      outline.id_at = value.at;
    }
  }
  return outline;
}

std::optional<model::LeftOut> left_out(const Outline& outline, std::string_view path, base::Date today) {
  using Reason = model::LeftOut::Reason;
  if (outline.draft) return model::LeftOut{std::string(path), Reason::draft, {}};
  if (outline.published && *outline.published > today)
    return model::LeftOut{std::string(path), Reason::not_yet_published, outline.published};
  return std::nullopt;
}

Rank rank_of(const Outline& outline, const FilePlace& place, const locale::Locale& language) {
  const std::int64_t newest_first = -outline.when.time_since_epoch().count();
  if (place.kind == FilePlace::Kind::network || place.kind == FilePlace::Kind::portal_page)
    return {{}, outline.order, language.sort_key(outline.title)};
  switch (place.folder) {
    case Folder::charters: return {outline.id, -outline.version, {}};
    case Folder::groups:
    case Folder::sheets: return {{}, 0, language.sort_key(outline.title)};
    case Folder::spaces:
    case Folder::pages: return {{}, outline.order, language.sort_key(outline.title)};
    case Folder::meetings: return {{}, -newest_first, {}};
    case Folder::documents:
    case Folder::contributions:
    case Folder::surveys:
    case Folder::news: return {{}, newest_first, {}};
    case Folder::workshops:
    case Folder::minutes: return {};
  }
  return {};
}

}  // namespace cenacle::content
