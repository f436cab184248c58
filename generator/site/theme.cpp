// A theme: its templates, compiled against the views of the pages they make, its words, and the files copied as they
// are.
#include "site/theme.h"

#include <set>

#include "site/archetypes.h"
#include "site/pages_of_tree.h"
#include "site/papers.h"
#include "site/theme_files.h"

namespace cenacle::site {

std::unique_ptr<const Theme> Theme::load(const base::FileSystem& files, std::string_view name,
                                         const locale::Locale& language, diag::Diagnostics& diagnostics,
                                         ThemePart part) {
  const auto own = ThemeFiles::open(files, name, diagnostics);
  if (!own) return nullptr;
  std::unique_ptr<Theme> theme(new Theme);
  std::set<std::string> placed;
  for (const std::string& folder : own->folders()) {
    const auto listed = files.list(folder);
    if (!listed) continue;
    for (const base::FileEntry& entry : *listed)
      if (entry.path.starts_with("static/") && placed.insert(entry.path).second)
        theme->static_files_.push_back({folder + "/" + entry.path, entry.path.substr(7), entry.stamp});
  }
  theme->words_ = own->words("words", language.language(), diagnostics);
  const tmpl::Environment environment = own->environment(theme->words_, language);
  const auto add = [&](std::string_view template_name, std::string_view source, const tmpl::Type& root) {
    auto compiled = tmpl::compile(source, root, environment, diagnostics);
    if (compiled) theme->templates_.emplace(template_name, std::move(compiled));
  };
  if (part == ThemePart::pages) {
    for (const TemplateKind& kind : template_kinds())
      if (!own->find(kind.name).empty()) add(kind.name, kind.name, *kind.root());
  } else {
    for (const ArchetypeKind& kind : archetype_kinds())
      for (const ArchetypeFile& file : archetype_files(kind, language.language(), environment.names))
        add(file.name, file.source, *kind.root());
    for (const PaperKind& kind : paper_kinds())
      if (!own->find(kind.name).empty()) add(kind.name, kind.name, *kind.root());
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
  const auto own = ThemeFiles::open(files, theme, diagnostics);
  return own ? own->words(name, language, diagnostics) : tmpl::Words{};
}

}  // namespace cenacle::site
