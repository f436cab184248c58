// A theme: its templates, compiled against the views of the pages they make, its words, and the files copied as they
// are.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "diag/diagnostics.h"
#include "formats/locale/locale.h"
#include "template/template.h"

namespace cenacle::site {

/// A file of `static/`, copied to the root of each tree.
struct StaticFile {
  std::string path;     ///< as `base::FileSystem` reads it
  std::string address;  ///< in a tree: "style.css"
  base::FileStamp stamp;
};

/// What of a theme is compiled: a build does without what `new` needs.
enum class ThemePart { pages, archetypes };

/// `themes/NAME/`: `theme.toml` (`title`; `base`, the theme that it completes), `*.html` …, `words.LANGUAGE.toml`,
/// `static/`. A file that the theme does not have is its base's; so it may replace single templates, words and files.
/// Immutable once loaded; templates may be rendered from any thread.
class Theme {
 public:
  /// Null when there is no theme of that name, or none of its templates could be compiled: reported, with all their
  /// mistakes.
  static std::unique_ptr<const Theme> load(const base::FileSystem& files, std::string_view name,
                                           const locale::Locale& language, diag::Diagnostics& diagnostics,
                                           ThemePart part = ThemePart::pages);

  /// The compiled template of a page, or null: then the theme makes no such pages.
  const tmpl::Template* find(std::string_view template_name) const;
  /// The names of the templates that begin with `start`, by name: the files of an archetype's tree.
  std::vector<std::string_view> names(std::string_view start) const;
  const std::vector<StaticFile>& static_files() const { return static_files_; }
  /// A word of the interface; empty when there is none.
  std::string word(std::string_view key) const;

 private:
  Theme() = default;

  std::map<std::string, std::unique_ptr<const tmpl::Template>, std::less<>> templates_;
  std::vector<StaticFile> static_files_;
  tmpl::Words words_;
};

/// The words of `NAME.LANGUAGE.toml` in the theme and in those that it completes, without its templates: what commands
/// say is in `commands.LANGUAGE.toml`. None when there is no such theme or file: reported.
tmpl::Words read_words(const base::FileSystem& files, std::string_view theme, std::string_view name,
                       std::string_view language, diag::Diagnostics& diagnostics);

}  // namespace cenacle::site
