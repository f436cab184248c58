// What `new` begins a file with: templates of the theme, like pages, from `archetypes/`.
//
// An archetype `archetypes/NAME.md` makes one file; a folder `archetypes/NAME/` makes a tree, in which a leading `dot-`
// stands for a dot. `NAME.en.md` and `NAME.en/` are preferred where the portal speaks English (or whatever the ending
// names).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/view.h"

namespace cenacle::site {

struct ArchetypeKind {
  std::string_view name;  ///< "archetypes/group.md"; a folder's ends with "/"
  const tmpl::Type* (*root)();
  std::string_view doc;
};
const std::vector<ArchetypeKind>& archetype_kinds();

/// The file of a theme that an archetype comes from.
struct ArchetypeFile {
  std::string name;    ///< "archetypes/group.md", "archetypes/portal/README.md": the same in every language
  std::string source;  ///< below the theme: "archetypes/group.en.md"
};
/// Those of a kind that there are in a language, among a theme's files.
std::vector<ArchetypeFile> archetype_files(const ArchetypeKind& kind, std::string_view language,
                                           const std::vector<std::string>& theme_files);

}  // namespace cenacle::site
