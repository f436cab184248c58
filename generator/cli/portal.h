// A portal, opened: content, links, rules and theme, with all their mistakes. What `check` and `build` begin with.
#pragma once

#include <memory>
#include <string_view>

#include "calendar/lock.h"
#include "cli/context.h"
#include "content/links.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "formats/locale/locale.h"
#include "rules/holidays.h"
#include "rules/registration/read.h"
#include "site/theme.h"

namespace cenacle::cli {

struct OpenPortal {
  content::Content content;  ///< `content.portal` is null when portal.toml cannot be read
  std::unique_ptr<const content::Links> links;
  std::unique_ptr<const site::Theme> theme;  ///< null when it has mistakes
  std::string lock_text;                     ///< of calendar.lock; empty when there is none
  calendar::Lock lock;
  rules::Holidays holidays;
  rules::Rulebooks rulebooks;     ///< of the networks that take registrations
};

/// Reads everything but the texts of pages, and judges it by the charters' rules.
OpenPortal open_portal(const base::FileSystem& files, content::LoadOptions options, std::string_view cache,
                       diag::Diagnostics& diagnostics);

/// The public holidays that the rules go by; what is wrong with them is told by `open_portal`.
rules::Holidays public_holidays(const base::FileSystem& files);

}  // namespace cenacle::cli
