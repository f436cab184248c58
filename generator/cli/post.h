// The post room: the portal as plans and mails need it. Whoever plans or sends needs it whole and without a mistake,
// the theme's mails and the workflows too.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/build_cache.h"
#include "cli/phrases.h"
#include "cli/portal.h"
#include "cli/stop.h"
#include "ledger/ledger.h"
#include "mail/compose.h"
#include "mail/mails.h"
#include "site/calendars.h"
#include "workflow/plan.h"
#include "workflow/read.h"

namespace cenacle::cli {

/// The theme's mails, and the workflows that send them, with all their mistakes.
struct Correspondence {
  std::unique_ptr<const mail::Mails> mails;  ///< null when the theme's have none in common
  workflow::Workflows workflows;
};
Correspondence read_correspondence(const base::FileSystem& files, const OpenPortal& open,
                                   diag::Diagnostics& diagnostics);

struct Post {
  std::unique_ptr<PortalFiles> files;
  std::unique_ptr<BuildCache> cache;  ///< that the content looks into
  OpenPortal open;
  Correspondence letters;
  std::unique_ptr<const site::Theme> papers;
  std::unique_ptr<site::Calendars> calendars;  ///< with the lock as a build would leave it
  calendar::Advance advance;                   ///< what a build would change in it
  std::vector<workflow::Entry> entries;        ///< by uid
  std::unique_ptr<const Phrases> phrases;

  /// Any mistake stops: what is sent cannot be taken back.
  static Or<std::unique_ptr<Post>> open_room(const Context& context);

  /// Brings calendar.lock up to date, as a build does: what is told of an entry must not be forgotten.
  base::Outcome keep_lock(const Context& context) const;

  const model::Portal& portal() const { return *open.content.portal; }
  workflow::Setting setting(const workflow::Memory& memory, base::Instant now) const {
    return {portal(), open.rulebooks, letters.workflows, open.holidays, memory, entries, now};
  }
  /// What mails are written from; `records` and `figures` outlive it.
  mail::Setting writing(const rules::Records& records, std::string secret, const model::Figures* figures,
                        std::function<std::vector<model::Fact>(std::int64_t)> facts_of_request) const;
};

/// Reads on where `memory` ends.
base::Outcome read_on(const ledger::Transaction& transaction, workflow::Memory* memory);

}  // namespace cenacle::cli
