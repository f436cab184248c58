// Model and archetypes → the files of something new, for `new`. Pure: for one clock reading and one request, the same.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "content/load.h"
#include "rules/holidays.h"
#include "site/new_request.h"
#include "site/theme.h"

namespace cenacle::site {

/// What a new thing is made from. `archetypes` were loaded as such.
struct NewSetting {
  const content::Content& content;  ///< with its portal
  const rules::Holidays& holidays;
  const Theme& archetypes;
  std::string_view calendar_lock;  ///< content/calendar.lock, or empty
  base::Instant now;
};

/// Every kind but a portal.
NewAnswer make_new(const NewRequest& request, const NewSetting& setting);

/// A portal with its first network, in a folder of that name; paths are below that folder.
NewAnswer make_new_portal(std::string_view folder_name, const Theme& archetypes, const rules::Holidays& holidays,
                          base::Instant now);

}  // namespace cenacle::site
