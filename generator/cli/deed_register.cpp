// The portal as deeds need it: content, registration rules, words.
#include "cli/deed.h"

namespace cenacle::cli {

namespace {

/// Files whose mistakes leave nobody sure of what a rule would say. Of the rest, what is wrong is `check`'s to tell: a
/// right must end on the day although the minutes of a meeting have a typing error.
bool is_depended_on(std::string_view path) {
  if (path.starts_with("workflows/") || path.ends_with("portal.toml")) return true;
  for (const std::string_view part : {"/network.md", "/bodies.csv", "/charters/"})
    if (path.find(part) != std::string_view::npos) return true;
  return false;
}

}  // namespace

Or<std::unique_ptr<Register>> Register::open(const Context& context) {
  auto made = std::make_unique<Register>();
  auto files = PortalFiles::open(context);
  if (!files) return files.failure();
  made->files = std::move(*files);
  const base::FileSystem& whole = made->files->files();
  made->cache = std::make_unique<BuildCache>(context);
  diag::Diagnostics diagnostics;
  made->content = content::load(whole, {context.now, context.jobs}, made->cache->content(), diagnostics);
  if (made->content.portal) made->books = rules::read_rulebooks(whole, made->content, diagnostics);
  diag::Diagnostics serious;
  for (diag::Diagnostic& it : diagnostics.sorted())
    if (it.code.severity == diag::Severity::error && (!made->content.portal || is_depended_on(it.place.path)))
      serious.add(std::move(it));
  if (serious.errors() > 0) return Stop{report(context, serious, whole), "content", ""};
  const model::Portal& portal = *made->content.portal;
  made->phrases = std::make_unique<Phrases>(whole, portal, *made->content.language);
  made->naming = {made->phrases->say("someone"), made->phrases->say("between")};
  made->readers = std::make_unique<rules::Readers>(portal, made->books);
  return made;
}

void Register::remember() const {
  if (content::cache_is_behind(content)) cache->save(content::save_cache(content));
}

}  // namespace cenacle::cli
