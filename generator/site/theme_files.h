// A theme's files, with those of the themes that it completes: what templates of every kind are read from.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "diag/diagnostics.h"
#include "formats/locale/locale.h"
#include "template/template.h"

namespace cenacle::site {

/// A theme and those that it completes, its own first: "themes/maison", "themes/default". Keeps a reference to the file
/// system.
class ThemeFiles {
 public:
  /// Nothing when there is no theme of that name: reported.
  static std::optional<ThemeFiles> open(const base::FileSystem& system, std::string_view name,
                                        diag::Diagnostics& diagnostics);

  const std::vector<std::string>& folders() const { return folders_; }
  /// Of all files, below any of the folders, by name.
  std::vector<std::string> names() const;
  /// Where the file `name` is, or "". "default:page.html" looks only in the theme named "default".
  std::string find(std::string_view name) const;
  /// The file, or nothing when there is none that can be read.
  std::optional<tmpl::Source> read(std::string_view name) const;
  /// The words of `NAME.LANGUAGE.toml` in all of them; those of the theme itself win.
  tmpl::Words words(std::string_view name, std::string_view language, diag::Diagnostics& diagnostics) const;
  /// What its templates are compiled in; refers to what is given, and to these files.
  tmpl::Environment environment(const tmpl::Words& words, const locale::Locale& language) const;

 private:
  explicit ThemeFiles(const base::FileSystem& system) : system_(&system) {}

  const base::FileSystem* system_;
  std::vector<std::string> folders_;
};

}  // namespace cenacle::site
