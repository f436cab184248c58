// Mistakes with their places: where in which file, and by which chain of files and calls it was reached.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/codes.h"
#include "diag/diagnostics.h"
#include "template/syntax.h"

namespace cenacle::tmpl {

/// A file as it was reached: from where, and how.
struct Origin {
  enum class How { given, included, extended, imported, called };
  const File* file = nullptr;
  How how = How::given;
  const Origin* from = nullptr;  ///< null for the template that was asked for
  Span at = {};                  ///< in `from`'s file
};

struct Where {
  const Origin* origin = nullptr;
  Span span = {};
};

diag::Place place_of(const Where& where);
/// "included from here" and so on, up to the template that was asked for; with `calls` false up to a macro's border.
void append_notes(std::vector<diag::Note>* notes, const Origin* origin, bool calls = true);

/// Collects the mistakes of one compilation, each place and sentence once.
class Report {
 public:
  explicit Report(diag::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
  void add(diag::Code code, const Where& where, std::string summary, std::string help = {},
           std::vector<diag::Note> notes = {});
  /// A mistake of a file as a whole.
  void add_file(diag::Code code, std::string_view path, std::string summary, std::string help = {});
  bool any() const { return !seen_.empty(); }

 private:
  diag::Diagnostics& diagnostics_;
  std::set<std::pair<diag::Place, std::string>> seen_;
};

/// "did you mean `…`?", or `otherwise` when no candidate is near.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates,
                         std::string otherwise = {});
/// "`text`"
std::string quoted(std::string_view text);
/// "`a`, `b` or `c`"; the first dozen.
std::string quoted_listing(std::span<const std::string_view> names);

}  // namespace cenacle::tmpl
