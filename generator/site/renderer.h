// Page jobs → bytes: the template leaves holes where texts go; a page whose skeleton and texts are those of the last
// build is not made again.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/links.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "site/pages_of_tree.h"
#include "site/text_record.h"
#include "site/theme.h"

namespace cenacle::site {

/// Makes the pages of one build. Thread-safe: each thread has its own `Desk`.
class Renderer {
 public:
  /// What one thread works on; its memory is used again for the next page.
  struct Desk {
    tmpl::Output skeleton;
    std::vector<std::string> texts;        ///< one per hole, as HTML
    std::vector<std::string_view> pieces;  ///< the page, in order
    std::string trace;                     ///< what the fingerprint is of, besides the skeleton
    std::vector<std::string> hrefs;
    std::set<TextFile> files;  ///< of content/, that texts lead to
  };
  /// Whether the page made from this fingerprint still stands in the output.
  using Keep = std::function<bool(std::string_view path, std::uint64_t fingerprint)>;
  /// Takes a page's bytes.
  using Put = std::function<void(std::string_view path, std::uint64_t fingerprint,
                                 const std::vector<std::string_view>& pieces)>;

  Renderer(const content::Content& content, const content::Links& links, const Theme& theme, std::uint64_t program)
      : content_(content), links_(links), theme_(theme), program_(program) {}

  /// Makes one page, or keeps it. A mistake of the template found while rendering is reported, and the page left out.
  void make(const Tree& tree, const PageJob& job, Desk& desk, const Keep& keep, const Put& put,
            diag::Diagnostics& diagnostics) const;

  /// The files (attachments, images) that the pages of a tree refer to, by their front matter or by texts: paths below
  /// the portal's root, sorted.
  std::vector<std::string> files_of(const PagesOfTree& pages, const std::set<TextFile>& by_texts) const;

 private:
  const model::Page* page_of_hole(const PageJob& job, std::uint32_t source) const;
  void resolve(const Tree& tree, const PageJob& job, const model::Page& page, const markdown::Facts& facts,
               Desk& desk) const;
  std::uint64_t fingerprint(const Desk& desk) const;
  bool trace_known(const Tree& tree, const PageJob& job, Desk& desk) const;

  const content::Content& content_;
  const content::Links& links_;
  const Theme& theme_;
  std::uint64_t program_;
};

/// Where a file of content/ stands in a tree: "content/finances/files/a.pdf" → "finances/files/a.pdf".
std::string address_of_file(std::string_view path);

}  // namespace cenacle::site
