// The verb `check`: every mistake of every file, in one run.
#include <fmt/format.h>

#include "cli/post.h"
#include "cli/verbs.h"

namespace cenacle::cli {

int check(const Context& context) {
  const auto portal_files = PortalFiles::open(context);
  if (!portal_files) return fail(portal_files.failure());
  const base::FileSystem& files = (*portal_files)->files();
  diag::Diagnostics diagnostics;
  const OpenPortal open = open_portal(files, {context.now, context.jobs}, {}, diagnostics);
  if (open.theme != nullptr) {  // what `new` and mails need of it
    site::Theme::load(files, open.content.portal->theme, *open.content.language, diagnostics,
                      site::ThemePart::archetypes);
    read_correspondence(files, open, diagnostics);
  }
  if (open.content.portal) content::check_texts(open.content, *open.links, context.jobs, diagnostics);
  return report(context, diagnostics, files);
}

}  // namespace cenacle::cli
