// The portal as it was read at one moment, whose pages are made when they are asked for.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/time.h"
#include "calendar/lock.h"
#include "content/links.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "rules/holidays.h"
#include "site/calendars.h"
#include "site/pages_of_tree.h"
#include "site/renderer.h"
#include "site/theme.h"

namespace cenacle::web {

/// Thread-safe. A page is the same, to the byte, as `build` would write.
class Edition {
 public:
  /// What reading the portal without a mistake gave. The later ones refer to the earlier ones.
  struct Parts {
    std::shared_ptr<const base::FileSystem> files;  ///< texts are shared with the next moment
    std::shared_ptr<const std::string> cache;       ///< that the content was read with
    content::Content content;
    std::unique_ptr<const content::Links> links;
    std::unique_ptr<const site::Theme> theme;
    rules::Holidays holidays;
    rules::Rulebooks rulebooks;
    std::optional<model::Figures> figures;  ///< nothing without a ledger
    calendar::Lock lock;
    base::Instant now;
  };
  /// A file of a tree; or, when there are mistakes, why its template could not make it.
  struct File {
    std::string bytes;
    std::vector<diag::Diagnostic> mistakes;
  };

  Edition(Parts parts, unsigned jobs);

  const model::Portal& portal() const { return *parts_.content.portal; }
  /// The public tree, then the restricted ones by id.
  std::size_t trees() const { return trees_.size(); }
  const site::Tree& tree(std::size_t index) const { return trees_[index]->pages->tree(); }
  /// The page that stands for the tree's readers; null for the public tree.
  const model::Page* subject(std::size_t index) const { return site::subject_of(tree(index).audience()); }

  /// Whether the tree has the file: "finances/index.html", "files/a.pdf".
  bool has(std::size_t tree, std::string_view path) const;
  std::optional<File> file(std::size_t tree, std::string_view path) const;
  /// The page for addresses that do not exist, for a tree that is served at `up` ("/"); nothing when the tree has none.
  std::optional<File> not_found(std::size_t tree, std::string_view up) const;
  /// The text of a file of content/ that is left out: a draft, or not yet published.
  std::optional<std::string> left_out_text(std::string_view path) const;
  /// All files of the tree whose name ends so, by path.
  std::vector<std::string> files_ending(std::size_t tree, std::string_view ending) const;

 private:
  struct TreeOfFiles {
    std::unique_ptr<site::PagesOfTree> pages;
    std::map<std::string, const site::PageJob*, std::less<>> jobs;  ///< by path in the tree
    std::map<std::string, std::string_view, std::less<>> data;
    std::map<std::string, site::Calendars::Feed, std::less<>> feeds;
    std::map<std::string, std::string, std::less<>> static_files;  ///< where the theme has them
    mutable std::mutex mutex;
    mutable std::set<std::string, std::less<>>
        linked;                       ///< files of content/ that pages made so far refer to, by path in the tree
    mutable bool all_linked = false;  ///< every page has been made once
  };
  void index(TreeOfFiles& tree) const;
  File make(const site::Calendars::Feed& feed) const;
  File make(const TreeOfFiles& tree, const site::PageJob& job) const;
  bool links_to(const TreeOfFiles& tree, std::string_view path) const;
  std::optional<File> read(std::string_view path) const;

  Parts parts_;
  site::Audiences restricted_;
  std::vector<std::unique_ptr<TreeOfFiles>> trees_;
  site::Renderer renderer_;
  site::Calendars calendars_;
};

}  // namespace cenacle::web
