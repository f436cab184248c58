// The post room: the portal as plans and mails need it.
#include "cli/post.h"

#include <algorithm>

#include "publish/replace_file.h"

namespace cenacle::cli {

namespace {

base::Instant end_of(const calendar::State& state) {
  base::LocalTime end = state.end;
  if (state.all_day) end += std::chrono::days(1);
  if (state.recurrence) {
    // One that ends nowhere is as good as any within a year of its last change.
    const auto last = state.recurrence->rule.until.value_or(state.start + std::chrono::days(366));
    end = std::max(end, last + (state.end - state.start));
  }
  return locale::to_instant(end, state.zone);
}

std::vector<workflow::Entry> entries_of(const calendar::Lock& lock) {
  std::vector<workflow::Entry> entries;
  for (const auto& [id, locked] : lock) {
    if (!locked.known) continue;
    workflow::Entry& it = entries.emplace_back();
    it.uid = id;
    it.network = locked.known->where.network;
    it.sequence = locked.sequence;
    it.changed =
        locked.deleted.value_or(locked.known->shown[static_cast<std::size_t>(calendar::Face::members)].changed);
    it.deleted = locked.deleted.has_value();
    it.end = end_of(locked.known->state);
  }
  return entries;
}

}  // namespace

Correspondence read_correspondence(const base::FileSystem& files, const OpenPortal& open,
                                   diag::Diagnostics& diagnostics) {
  Correspondence read;
  read.mails = mail::Mails::load(files, open.content, diagnostics);
  workflow::KnownMails known;
  if (read.mails != nullptr) {
    known.names = read.mails->names();
    known.about = [&](std::string_view name) -> std::optional<std::string_view> {
      const mail::Mail* const found = read.mails->find(name);
      return found == nullptr ? std::nullopt : std::optional(mail::word(found->about));
    };
  }
  read.workflows = workflow::read_workflows(files, open.content, open.rulebooks,
                                            read.mails == nullptr ? nullptr : &known, diagnostics);
  return read;
}

Or<std::unique_ptr<Post>> Post::open_room(const Context& context) {
  auto post = std::make_unique<Post>();
  auto files = PortalFiles::open(context);
  if (!files) return files.failure();
  post->files = std::move(*files);
  const base::FileSystem& whole = post->files->files();
  post->cache = std::make_unique<BuildCache>(context);
  diag::Diagnostics diagnostics;
  post->open = open_portal(whole, {context.now, context.jobs}, post->cache->content(), diagnostics);
  OpenPortal& open = post->open;
  if (open.content.portal && open.theme) {
    post->letters = read_correspondence(whole, open, diagnostics);
    post->papers = site::Theme::load(whole, open.content.portal->theme, *open.content.language, diagnostics,
                                     site::ThemePart::archetypes);
  }
  if (diagnostics.errors() > 0) return Stop{report(context, diagnostics, whole), "content", ""};
  post->calendars = std::make_unique<site::Calendars>(open.content, site::calendar_words(*open.theme), 0);
  post->advance =
      calendar::advance(open.lock, post->calendars->present(), calendar::host_of(post->portal().base_url), context.now);
  post->calendars->hold(post->advance.lock);
  post->entries = entries_of(post->advance.lock);
  post->phrases = std::make_unique<Phrases>(whole, post->portal(), *open.content.language);
  return post;
}

base::Outcome Post::keep_lock(const Context& context) const {
  if (advance.changes.empty()) return base::Done{};
  return publish::replace_file(context.folder, calendar::lock_path, calendar::write_lock(advance.lock));
}

mail::Setting Post::writing(const rules::Records& records, std::string secret, const model::Figures* figures,
                            std::function<std::vector<model::Fact>(std::int64_t)> facts_of_request) const {
  return {open.content,
          *open.links,
          *letters.mails,
          open.rulebooks,
          *calendars,
          records,
          std::move(facts_of_request),
          std::move(secret),
          papers.get(),
          figures,
          ""};
}

base::Outcome read_on(const ledger::Transaction& transaction, workflow::Memory* memory) {
  return transaction.each_fact(memory->last(), [&](const model::Fact& fact) { memory->take(fact); });
}

}  // namespace cenacle::cli
