// What one build makes, on all threads: the pages and feeds of every tree, and the files that they need.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "cli/portal.h"
#include "publish/output_tree.h"
#include "publish/snapshot.h"
#include "site/calendars.h"
#include "site/renderer.h"
#include "site/text_record.h"

namespace cenacle::cli {

/// The trees of the output, their pages and their feeds.
struct Trees {
  std::unique_ptr<const site::Audiences> restricted;  ///< pages refer to it
  std::vector<std::unique_ptr<site::PagesOfTree>> pages;
  std::vector<site::Calendars::Feed> feeds;
};

/// Keeps the first failure that any thread meets.
class FirstFailure {
 public:
  void note(const base::Outcome& outcome) {
    if (outcome) return;
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = outcome.failure();
    met_ = true;
  }
  bool met() const { return met_; }
  /// When no thread works any more.
  const std::optional<base::Failure>& get() const { return failure_; }

 private:
  std::mutex mutex_;
  std::atomic<bool> met_{false};
  std::optional<base::Failure> failure_;
};

using Desks = std::vector<site::Renderer::Desk>;

/// What the last build left to this one.
struct Former {
  std::uint64_t model;  ///< `site::model_digest` as it is now
  site::TextRecord record;
  std::optional<std::vector<bool>> changed_texts;  ///< nothing: any page may have changed

  Former(const publish::Snapshot& snapshot, const publish::OutputTree& output, const content::Sources& sources);
  /// What the check of texts can go by.
  std::optional<content::EarlierCheck> check() const;
  /// Whether a page that shows the texts of `sources` would be made as it was made then.
  bool shows_no_change(const std::vector<const model::Page*>& sources) const;
};

/// Keeps the pages that stand in the output as they would be made, and plans the others. `figures`: null without a
/// ledger; lives as long as the pages.
Trees plan_pages(const OpenPortal& open, const site::Calendars& calendars, const model::Figures* figures,
                 const Former& former, publish::OutputTree& output, unsigned jobs);
/// Makes the pages that were planned and the feeds, those that changed, on as many threads as there are desks.
void make_pages(const OpenPortal& open, const site::Calendars& calendars, const Trees& trees, Desks& desks,
                publish::OutputTree& output, FirstFailure& failure, diag::Diagnostics& diagnostics);
/// The files that all texts lead to: those of the pages made, and those that the others led to before.
std::set<site::TextFile> files_of_texts(const Former& former, const Desks& desks);
site::TextRecord record_of(const content::Sources& sources, std::uint64_t model, const publish::OutputTree& output,
                           const std::set<site::TextFile>& files, content::TextFindings findings);
/// Attachments and images, the theme's own files, and data.
void make_files(const base::FileSystem& files, const OpenPortal& open, const Trees& trees,
                const std::set<site::TextFile>& by_texts, publish::OutputTree& output, FirstFailure& failure);

}  // namespace cenacle::cli
