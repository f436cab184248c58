// Templates: checked against the described views and compiled once, then rendered from any thread (LANGUAGE.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.h"
#include "template/view.h"

namespace cenacle::locale {
class Locale;
}

namespace cenacle::tmpl {

/// A template file as it was read.
struct Source {
  std::string path;  ///< as diagnostics show it; two sources with the same path are the same file
  std::string text;
  std::uint32_t first_line = 1;  ///< of `text` in the file: mails have front matter above it
};

/// The source of that name, or nothing. A theme looks in the portal's own folder first, and only in the default theme
/// for a name that begins with "default:".
using Loader = std::function<std::optional<Source>(std::string_view name)>;

/// The words of the interface in one language: `t.key`. A key may have dots in it.
using Words = std::map<std::string, std::string, std::less<>>;

/// What a template may not exceed; beyond, its compilation or rendering ends with an error.
struct Limits {
  std::size_t nesting = 200;        ///< of tags, and of expressions, in one file
  std::size_t includes = 32;        ///< files inside files
  std::size_t macros = 64;          ///< calls inside calls
  std::size_t output = 16u << 20;   ///< bytes of one rendering
  std::uint64_t turns = 1'000'000;  ///< of all loops of one rendering
  std::size_t memory = 64u << 20;   ///< bytes of what one rendering keeps at a time
  std::size_t work = 512u << 20;    ///< bytes it makes and elements it looks at, on the way to its output
};

/// What the templates of one theme and one language share. `locale` outlives the compiled templates; the rest may go.
struct Environment {
  Loader load;
  std::vector<std::string> names = {};  ///< that `load` knows, for "did you mean"; may be empty
  const Words* words = nullptr;
  const locale::Locale* locale = nullptr;
  Limits limits = {};
};

/// A place of the output where markup is to be put later (view.h, `Hole`): nothing was written there.
struct HoleAt {
  std::size_t offset;
  std::uint32_t hole;
};

/// What a rendering wrote. Use one again for the next page: its memory is kept.
struct Output {
  std::string text;
  std::vector<HoleAt> holes;  ///< by offset
};

struct Compiled;  // program.h

/// A compiled template. Immutable; may be rendered by many threads at once.
class Template {
 public:
  explicit Template(std::unique_ptr<const Compiled> compiled);
  ~Template();

  /// Replaces `out` by the page of `*root`, an object of the type that the template was compiled for. A limit that is
  /// exceeded and an arithmetic error are the author's mistakes: they come back with their place and the chain of
  /// includes and macros that led there, and `out` is of no use then. `up` leads from the page to
  /// the root of its tree ("../../"): the filter `link` puts it before addresses.
  std::optional<diag::Diagnostic> render(const void* root, Output* out, std::string_view up = {}) const;

  /// The paths of all files that went into it, each once, its own first: a change of one makes another template.
  std::vector<std::string_view> files() const;

 private:
  std::unique_ptr<const Compiled> compiled_;
};

/// Compiles the template `name`, whose names are the fields of `root`; macros see only `site` of them. Reports every
/// mistake in it and in the files it brings in; null when there is one.
std::unique_ptr<const Template> compile(std::string_view name, const Type& root, const Environment& environment,
                                        diag::Diagnostics& diagnostics);

/// What a template over `root` may use, for `explain TEMPLATE`: names with their types and what they mean, then
/// filters, tests and functions. Plain text.
std::string describe(const Type& root);

}  // namespace cenacle::tmpl
