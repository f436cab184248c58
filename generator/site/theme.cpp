// A theme: its templates, compiled against the views of the pages they make, its words, and the files copied as they
// are.
#include "site/theme.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/toml/toml.h"
#include "site/archetypes.h"
#include "site/pages_of_tree.h"
#include "site/papers.h"

namespace cenacle::site {

namespace {

constexpr std::size_t longest_chain = 8;  // of themes that complete each other

/// A theme and those that it completes, its own first: "themes/maison", "themes/default".
struct Chain {
  std::vector<std::string> folders;
  std::set<std::string, std::less<>> files;  ///< names of all files, below any of the folders

  /// Where the file `name` is, or "". "default:page.html" looks only in the theme named "default".
  std::string find(std::string_view name, const base::FileSystem& system) const {
    const auto colon = name.find(':');
    for (const std::string& folder : folders) {
      if (colon != std::string_view::npos && folder != "themes/" + std::string(name.substr(0, colon))) continue;
      std::string path = folder + "/" + std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
      if (system.stamp(path)) return path;
    }
    return "";
  }
};

Chain chain_of(const base::FileSystem& system, std::string_view name, diag::Diagnostics& diagnostics) {
  Chain chain;
  std::string next(name);
  diag::Place asked{"content/portal.toml", 0, 0, 0};
  while (!next.empty() && chain.folders.size() < longest_chain) {
    const std::string folder = "themes/" + next;
    const std::string about = folder + "/theme.toml";
    const auto text = system.read(about);
    if (!text || !base::is_id(next)) {
      diagnostics.add(diag::code::theme_missing, asked, fmt::format("there is no theme `{}`: no file {}", next, about),
                      "a theme is a folder of themes/ with a theme.toml; the one that comes with Cénacle is `default`");
      return {};
    }
    if (std::find(chain.folders.begin(), chain.folders.end(), folder) != chain.folders.end()) {
      diagnostics.add(diag::code::theme_missing, asked, fmt::format("the theme `{}` completes itself", next),
                      "take out one `base` of the circle");
      return {};
    }
    chain.folders.push_back(folder);
    const toml::Node table = toml::parse(*text, about, 1, diagnostics);
    const toml::Node* base = table.find("base");
    next = base != nullptr && base->kind == toml::Kind::text ? base->text : "";
    if (base != nullptr) asked = {about, base->at.line, base->at.column, base->at.length};
  }
  return chain;
}

/// Words of all themes of the chain; those of the theme itself win.
tmpl::Words words_of(const base::FileSystem& system, const Chain& chain, std::string_view name,
                     std::string_view language, diag::Diagnostics& diagnostics) {
  tmpl::Words words;
  for (const std::string& folder : chain.folders) {
    const std::string path = fmt::format("{}/{}.{}.toml", folder, name, language);
    const auto text = system.read(path);
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

}  // namespace

std::unique_ptr<const Theme> Theme::load(const base::FileSystem& files, std::string_view name,
                                         const locale::Locale& language, diag::Diagnostics& diagnostics,
                                         ThemePart part) {
  Chain chain = chain_of(files, name, diagnostics);
  if (chain.folders.empty()) return nullptr;
  std::unique_ptr<Theme> theme(new Theme);
  std::set<std::string> placed;
  for (const std::string& folder : chain.folders) {
    const auto listed = files.list(folder);
    if (!listed) continue;
    for (const base::FileEntry& entry : *listed) {
      chain.files.insert(entry.path);
      if (!entry.path.starts_with("static/") || !placed.insert(entry.path).second) continue;
      theme->static_files_.push_back({folder + "/" + entry.path, entry.path.substr(7), entry.stamp});
    }
  }
  theme->words_ = words_of(files, chain, "words", language.language(), diagnostics);
  tmpl::Environment environment;
  environment.load = [&](std::string_view wanted) -> std::optional<tmpl::Source> {
    const std::string path = chain.find(wanted, files);
    if (path.empty()) return std::nullopt;
    auto text = files.read(path);
    if (!text) return std::nullopt;
    return tmpl::Source{path, std::move(*text), 1};
  };
  environment.names.assign(chain.files.begin(), chain.files.end());
  environment.words = &theme->words_;
  environment.locale = &language;
  const auto add = [&](std::string_view template_name, std::string_view source, const tmpl::Type& root) {
    auto compiled = tmpl::compile(source, root, environment, diagnostics);
    if (compiled) theme->templates_.emplace(template_name, std::move(compiled));
  };
  if (part == ThemePart::pages) {
    for (const TemplateKind& kind : template_kinds())
      if (!chain.find(kind.name, files).empty()) add(kind.name, kind.name, *kind.root());
  } else {
    for (const ArchetypeKind& kind : archetype_kinds())
      for (const ArchetypeFile& file : archetype_files(kind, language.language(), environment.names))
        add(file.name, file.source, *kind.root());
    for (const PaperKind& kind : paper_kinds())
      if (!chain.find(kind.name, files).empty()) add(kind.name, kind.name, *kind.root());
  }
  if (theme->templates_.empty()) return nullptr;
  return theme;
}

const tmpl::Template* Theme::find(std::string_view template_name) const {
  const auto found = templates_.find(template_name);
  return found == templates_.end() ? nullptr : found->second.get();
}

std::vector<std::string_view> Theme::names(std::string_view start) const {
  std::vector<std::string_view> found;
  for (auto it = templates_.lower_bound(start); it != templates_.end() && it->first.starts_with(start); ++it)
    found.push_back(it->first);
  return found;
}

std::string Theme::word(std::string_view key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? std::string() : found->second;
}

tmpl::Words read_words(const base::FileSystem& files, std::string_view theme, std::string_view name,
                       std::string_view language, diag::Diagnostics& diagnostics) {
  return words_of(files, chain_of(files, theme, diagnostics), name, language, diagnostics);
}

}  // namespace cenacle::site
