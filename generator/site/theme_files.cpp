// A theme's files, with those of the themes that it completes.
#include "site/theme_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/toml.h"

namespace cenacle::site {

namespace {

constexpr std::size_t longest_chain = 8;  // of themes that complete each other

}  // namespace

std::optional<ThemeFiles> ThemeFiles::open(const base::FileSystem& system, std::string_view name,
                                           diag::Diagnostics& diagnostics) {
  ThemeFiles found(system);
  std::vector<std::string>& folders = found.folders_;
  std::string next(name);
  diag::Place asked{"content/portal.toml", 0, 0, 0};
  while (!next.empty() && folders.size() < longest_chain) {
    const std::string folder = "themes/" + next;
    const std::string about = folder + "/theme.toml";
    const auto text = system.read(about);
    if (!text || !base::is_id(next)) {
      diagnostics.add(diag::code::theme_missing, asked, fmt::format("there is no theme `{}`: no file {}", next, about),
                      "a theme is a folder of themes/ with a theme.toml; the one that comes with Cénacle is `default`");
      return std::nullopt;
    }
    if (std::find(folders.begin(), folders.end(), folder) != folders.end()) {
      diagnostics.add(diag::code::theme_missing, asked, fmt::format("the theme `{}` completes itself", next),
                      "take out one `base` of the circle");
      return std::nullopt;
    }
    folders.push_back(folder);
    const toml::Node table = toml::parse(*text, about, 1, diagnostics);
    const toml::Node* base = table.find("base");
    next = base != nullptr && base->kind == toml::Kind::text ? base->text : "";
    if (base != nullptr) asked = {about, base->at.line, base->at.column, base->at.length};
  }
  return found;
}

std::vector<std::string> ThemeFiles::names() const {
  std::set<std::string> names;
  for (const std::string& folder : folders_)
    if (const auto listed = system_->list(folder))
      for (const base::FileEntry& entry : *listed) names.insert(entry.path);
  return {names.begin(), names.end()};
}

std::string ThemeFiles::find(std::string_view name) const {
  const auto colon = name.find(':');
  for (const std::string& folder : folders_) {
    if (colon != std::string_view::npos && folder != "themes/" + std::string(name.substr(0, colon))) continue;
    std::string path = folder + "/" + std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
    if (system_->stamp(path)) return path;
  }
  return "";
}

std::optional<tmpl::Source> ThemeFiles::read(std::string_view name) const {
  const std::string path = find(name);
  if (path.empty()) return std::nullopt;
  auto text = system_->read(path);
  if (!text) return std::nullopt;
  return tmpl::Source{path, std::move(*text), 1};
}

tmpl::Words ThemeFiles::words(std::string_view name, std::string_view language, diag::Diagnostics& diagnostics) const {
  tmpl::Words words;
  for (const std::string& folder : folders_) {
    const std::string path = fmt::format("{}/{}.{}.toml", folder, name, language);
    const auto text = system_->read(path);
    if (!text) continue;
    for (const toml::Entry& entry : toml::parse(*text, path, 1, diagnostics).entries) {
      if (entry.value.kind == toml::Kind::text) {
        words.emplace(entry.key, entry.value.text);
      } else {
        diagnostics.add(diag::code::wrong_type,
                        {path, entry.value.at.line, entry.value.at.column, entry.value.at.length},
                        fmt::format("a word of the interface is a text, not {}", toml::name_of(entry.value.kind)));
      }
    }
  }
  return words;
}

tmpl::Environment ThemeFiles::environment(const tmpl::Words& words, const locale::Locale& language) const {
  tmpl::Environment environment;
  environment.load = [this](std::string_view wanted) { return read(wanted); };
  environment.names = names();
  environment.words = &words;
  environment.locale = &language;
  return environment;
}

}  // namespace cenacle::site
