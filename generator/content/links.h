// Where the links of a text lead: to a page, an article, a file, outside, or nowhere.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "content/load.h"
#include "content/text_findings.h"
#include "diag/diagnostics.h"
#include "model/portal.h"

namespace cenacle::content {

/// Where one link leads.
struct Target {
  enum class Kind { outside, anchor, page, file, nowhere };
  Kind kind = Kind::nowhere;
  const model::Page* page = nullptr;  ///< for `page` and `anchor` (the page itself)
  std::string anchor;                 ///< without "#", or empty
  std::string file;                   ///< for `file`: path below the portal's root
  std::string address;                ///< for `outside`: what to write; not always the target as written (`role:`)
  diag::Code code{};                  ///< for `nowhere`: broken-link or unsafe-link
  std::string problem;                ///< for `nowhere`: one sentence
  std::string help;
};

/// Everything a link may lead to. Built once, then read from any thread. Keeps references to the content, which has a
/// portal.
class Links {
 public:
  explicit Links(const Content& content);
  ~Links();

  /// `target` as written in the text of `from` (FORMAT.md, References).
  Target resolve(std::string_view target, const model::Page& from) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Every text's links, anchors, images, headings and raw HTML: broken-link, broken-anchor, restricted-link, unsafe-link,
/// raw-html, image-without-text, link-without-text, heading-skipped, unreadable-text, unused-file. Texts whose facts are
/// not known yet are parsed, on `jobs` threads. After an `earlier` check, which the caller vouches for, only texts of which
/// something else might be said than then are looked at: what is found and said is the same.
TextFindings check_texts(const Content& content, const Links& links, unsigned jobs, diag::Diagnostics& diagnostics,
                         const EarlierCheck* earlier = nullptr);

/// The asset of a file below `files/`; `path` is below the portal's root.
model::Asset asset_at(std::string_view path);

/// How the texts of a page are to be read: articles for charters, French typography by the portal's language.
markdown::Options reading_options(const model::Portal& portal, const model::Page& page);

}  // namespace cenacle::content
