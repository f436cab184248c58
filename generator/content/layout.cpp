// Which file of content/ is what, told from its path alone (FORMAT.md, the list of folders).
#include "content/layout.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

constexpr std::string_view root = "content/";

/// The parts of a path of `content/`, at most five; the last keeps the rest.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  parts.reserve(5);
  while (parts.size() < 4) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) break;
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  parts.push_back(path);
  return parts;
}

bool is_markdown(std::string_view name) { return name.size() > 3 && name.ends_with(".md"); }

/// A file name as it should be: "Bilan 2025 (final).PDF" → "bilan-2025-final.pdf".
std::string proper_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const bool ending = dot != std::string_view::npos && dot > 0;
  std::string proper = locale::slug(name.substr(0, ending ? dot : name.size()));
  if (proper.empty()) proper = "unnamed";
  if (ending && dot + 1 < name.size()) proper += "." + locale::slug(name.substr(dot + 1));
  return proper;
}

}  // namespace

FilePlace place_of(std::string_view path) {
  using Kind = FilePlace::Kind;
  FilePlace place;
  if (!path.starts_with(root)) return place;
  const auto parts = parts_of(path.substr(root.size()));
  place.stem = path.substr(path.rfind('/') + 1);
  const bool markdown = is_markdown(place.stem);
  if (markdown) place.stem.remove_suffix(3);
  if (parts.size() == 1) {
    if (parts[0] == "portal.toml") place.kind = Kind::portal;
    if (parts[0] == "calendar.lock" || parts[0] == "people.example.csv") place.kind = Kind::aside;
    return place;
  }
  if (parts[0] == "pages") {
    if (parts.size() == 2 && markdown) place.kind = Kind::portal_page;
    return place;
  }
  place.network = parts[0];
  if (parts.size() == 2) {
    if (parts[1] == "network.md") place.kind = Kind::network;
    if (parts[1] == "bodies.csv") place.kind = Kind::bodies;
    if (parts[1] == "directory.toml") place.kind = Kind::directory;
    return place;
  }
  if (parts[1] == "files") {
    place.kind = Kind::attachment;
    return place;
  }
  const auto* const folder = std::find(folder_names.begin(), folder_names.end(), parts[1]);
  if (parts.size() == 3 && markdown && folder != folder_names.end()) {
    place.kind = Kind::item;
    place.folder = static_cast<Folder>(folder - folder_names.begin());
  }
  return place;
}

std::string path_of(std::string_view network, Folder folder, std::string_view id) {
  std::string path(root);
  path.append(network).append("/").append(name_of(folder)).append("/").append(id).append(".md");
  return path;
}

std::string proper_path(std::string_view path) {
  std::string proper;
  for (;;) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return proper + proper_name(path);
    const std::string part = locale::slug(path.substr(0, slash));
    proper += (part.empty() ? "unnamed" : part) + "/";
    path.remove_prefix(slash + 1);
  }
}

bool is_plainly_proper(std::string_view path) {
  char before = '/';
  bool has_ending = false;
  for (const char c : path) {
    const bool parts = c == '-' || c == '/' || c == '.';
    if (parts ? before == '-' || before == '/' || before == '.' || has_ending : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
      return false;
    has_ending = has_ending || c == '.';
    before = c;
  }
  return before != '-' && before != '/' && before != '.';
}

std::string relative_to(std::string_view from, std::string_view target) {
  const std::size_t slash = from.rfind('/');
  std::string path(from.substr(0, slash == std::string_view::npos ? 0 : slash));
  for (const std::string_view part : base::split(target, '/')) {
    if (part == "..") {
      const std::size_t up = path.rfind('/');
      if (up == std::string::npos) return {};
      path.resize(up);
    } else if (!part.empty() && part != ".") {
      path.append("/").append(part);
    }
  }
  return path.starts_with(root) ? path : std::string();
}

}  // namespace cenacle::content
