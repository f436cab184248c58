// The verb `check`: every mistake of every file, in one run.
#include <fmt/format.h>

#include "cli/portal.h"
#include "cli/verbs.h"
#include "mail/mails.h"

namespace cenacle::cli {

int check(const Context& context) {
  const auto portal_files = PortalFiles::open(context);
  if (!portal_files) return fail(portal_files.failure());
  const base::FileSystem& files = (*portal_files)->files();
  diag::Diagnostics diagnostics;
  const OpenPortal open = open_portal(files, {context.now, context.jobs}, {}, diagnostics);
  if (open.theme != nullptr) {  // what `new` needs of it, and what is mailed
    site::Theme::load(files, open.content.portal->theme, *open.content.language, diagnostics,
                      site::ThemePart::archetypes);
    mail::Mails::load(files, open.content, diagnostics);
  }
  if (open.content.portal) content::check_texts(open.content, *open.links, context.jobs, diagnostics);
  return report(context, diagnostics, files);
}

}  // namespace cenacle::cli
