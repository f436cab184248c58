// The calendars of the portal: entries, and the feeds that hold them.
#include "site/calendars.h"

#include <algorithm>

#include "content/links.h"
#include "formats/hash/hash.h"
#include "site/lists.h"

namespace cenacle::site {

using calendar::Face;

namespace {

constexpr std::size_t index_of(Face face) { return static_cast<std::size_t>(face); }

}  // namespace

calendar::Words calendar_words(const Theme& theme) {
  return {theme.word("calendar_cancelled"), theme.word("calendar_tentative"),  theme.word("calendar_moved"),
          theme.word("calendar_online"),    theme.word("calendar_conference"), theme.word("calendar_page"),
          theme.word("calendar_lunch")};
}

Calendars::Calendars(const content::Content& content, calendar::Words words, std::uint64_t program)
    : content_(content), portal_(*content.portal), words_(std::move(words)), program_(program) {
  audiences_.emplace("", model::Audience{});
  const auto note = [&](const model::Audience& members) { audiences_.emplace(members.id, members); };
  for (const model::Network& network : portal_.networks) {
    note(network.members);
    for (const auto& it : network.groups) note(it.members);
    for (const auto& it : network.workshops) note(it.members);
    for (const auto& it : network.spaces) note(it.members);
    for (const model::Document& it : network.documents)
      if (it.meeting != nullptr) documents_[it.meeting].push_back(&it);
  }
}

const model::Audience* Calendars::audience(std::string_view id) const {
  const auto found = audiences_.find(id);
  return found == audiences_.end() ? nullptr : &found->second;
}

/// The page as this face's own tree has it, and the meeting's documents that the face may read, wherever they are.
calendar::Surroundings Calendars::around(const model::Meeting& meeting, Face face) const {
  const bool members = face == Face::members && model::may_read(meeting.members, meeting.page.audience);
  const model::Audience& reader = members ? meeting.members : meeting.page.audience;
  const Tree tree(portal_, reader);
  calendar::Surroundings out{tree.served_at() + tree.path_of(meeting.page), {}};
  const auto documents = documents_.find(&meeting);
  if (documents == documents_.end()) return out;
  for (const model::Document* document : documents->second) {
    if (!model::may_read(reader, document->page.audience)) continue;
    const Tree where(portal_, document->page.audience);
    for (const model::Attachment& file : document->files)
      out.attachments.push_back({where.served_at() + file.asset.address, file.title, ""});
  }
  return out;
}

std::vector<ical::Event> Calendars::events(const Entry& entry, Face face, std::string_view agenda,
                                           const calendar::Stamps& stamps) const {
  return calendar::events_of(*entry.meeting, face, around(*entry.meeting, face), agenda, words_, stamps);
}

std::vector<calendar::Present> Calendars::present() const {
  std::vector<calendar::Present> out;
  for (const model::Network& network : portal_.networks)
    for (const model::Meeting& meeting : network.meetings) {
      const std::uint64_t agenda =
          meeting.page.text.empty ? 0 : (*content_.sources)[meeting.page.text.source].body_hash;
      calendar::Present& it = out.emplace_back(calendar::Present{
          meeting.uid, meeting.page.title, calendar::whereabouts_of(meeting), calendar::state_of(meeting), {}});
      for (const Face face : calendar::faces)
        it.digests[index_of(face)] =
            calendar::digest_of(calendar::events_of(meeting, face, around(meeting, face), {}, words_, {}), agenda);
    }
  return out;
}

void Calendars::hold(const calendar::Lock& lock) {
  std::map<std::string_view, const model::Meeting*> meetings;
  for (const model::Network& network : portal_.networks)
    for (const model::Meeting& meeting : network.meetings) meetings.emplace(meeting.uid, &meeting);
  for (const auto& [id, locked] : lock) {
    const auto meeting = meetings.find(id);
    if (meeting == meetings.end() && !calendar::is_mourned(locked, portal_.today)) continue;
    Entry& entry = entries_.emplace_back();
    entry.id = id;
    entry.meeting = meeting == meetings.end() ? nullptr : meeting->second;
    entry.locked = locked;
  }
}

/// What its readers see on its pages (ViewsOfTree), with what was deleted from there.
std::vector<Calendars::Held> Calendars::held_by(const Tree& tree) const {
  std::vector<Held> held;
  const auto kind = tree.audience().kind;
  const bool whole = kind == model::Audience::Kind::everybody || kind == model::Audience::Kind::network;
  for (const Entry& entry : entries_) {
    const calendar::Whereabouts& where = entry.locked.known->where;
    const model::Audience *page = audience(where.audience), *members = audience(where.members);
    if (page == nullptr || members == nullptr || !model::may_read(tree.audience(), *page)) continue;
    const bool in_scope = whole || where.audience == tree.audience().id || where.members == tree.audience().id;
    const auto network = std::find_if(portal_.networks.begin(), portal_.networks.end(),
                                      [&](const model::Network& it) { return it.page.id == where.network; });
    if (!in_scope || network == portal_.networks.end()) continue;
    if (tree.restricted() ? tree.audience().network != &*network : !tree.shows(network->page)) continue;
    held.push_back({&entry, tree.entitles_to(*members) ? Face::members : Face::readers});
  }
  std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    return a.entry->locked.known->state.start < b.entry->locked.known->state.start;
  });
  return held;
}

std::vector<Calendars::Feed> Calendars::feeds_of(const Tree& tree) const {
  const std::vector<Held> all = held_by(tree);
  std::vector<Feed> feeds;
  const auto add = [&](const std::string& path, std::string name, std::string description, std::string page_url,
                       const auto& wanted) {
    Feed& feed = feeds.emplace_back();
    feed.path = tree.folder() + "/" + path;
    feed.head.name = std::move(name);
    feed.head.description = std::move(description);
    feed.head.url = std::move(page_url);
    feed.head.source = tree.served_at() + path;
    feed.head.time_zone = portal_.time_zone;
    feed.head.refresh_minutes = calendar::refresh_minutes;
    for (const Held& held : all)
      if (wanted(*held.entry, held.entry->locked.known->where)) feed.held.push_back(held);
  };
  const auto url = [&](const model::Page& page) {
    const std::string path = tree.path_of(page);
    return tree.served_at() + (path == "index.html" ? "" : path);
  };
  using Where = calendar::Whereabouts;
  const auto of = [&](const model::Network& network, std::string_view scheme, const auto& things) {
    for (const auto& it : things)
      if (tree.makes(it.page))
        add(calendar_of(it.page), it.page.title, it.page.summary, url(it.page), [&](const Entry&, const Where& where) {
          return where.network == network.page.id && where.of == std::string(scheme) + it.page.id;
        });
  };
  for (const Held& held : all)
    if (const model::Meeting* meeting = held.entry->meeting; meeting != nullptr && tree.makes(*meeting))
      add(calendar_of(meeting->page), meeting->page.title, meeting->page.summary, url(meeting->page),
          [&](const Entry& entry, const Where&) { return &entry == held.entry; });
  for (const model::Network& network : portal_.networks) {
    of(network, "group:", network.groups);
    of(network, "workshop:", network.workshops);
    of(network, "space:", network.spaces);
    if (!tree.makes(network.page) && !tree.belongs_to(network.members)) continue;
    const Lists lists(portal_, network);
    const std::string agenda = tree.served_at() + lists.agenda();
    add(lists.agenda_calendar(), network.page.title, network.page.summary, agenda,
        [&](const Entry&, const Where& where) { return where.network == network.page.id; });
    const std::string& short_title = network.short_title.empty() ? network.page.title : network.short_title;
    for (const model::MeetingKind& kind : network.meeting_kinds)
      add(lists.kind_calendar(kind.id), kind.plural + " – " + short_title, kind.description, agenda,
          [&](const Entry&, const Where& where) { return where.network == network.page.id && where.kind == kind.id; });
  }
  if (!tree.restricted())
    add(portal_calendar(portal_), portal_.title, portal_.description, portal_.base_url,
        [](const Entry&, const Where&) { return true; });
  return feeds;
}

const Calendars::Entry* Calendars::find(std::string_view id) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), id,
                                      [](const Entry& entry, std::string_view wanted) { return entry.id < wanted; });
  return found == entries_.end() || found->id != id ? nullptr : &*found;
}

std::vector<ical::Event> Calendars::events_of(const Entry& entry, Face face) const {
  const calendar::Stamps stamps = entry.locked.stamps(face);
  if (entry.meeting == nullptr) {
    const calendar::Known& known = *entry.locked.known;
    return calendar::tombstone(known.state, known.title, words_, stamps);
  }
  const model::Page& page = entry.meeting->page;
  const std::string agenda = page.text.empty ? std::string()
                                             : markdown::to_text(content_.sources->body(page.text.source),
                                                                 content::reading_options(portal_, page));
  return events(entry, face, agenda, stamps);
}

const calendar::Composed& Calendars::composed(const Held& held) const {
  Entry::Slot& slot = held.entry->slots[index_of(held.face)];
  std::call_once(slot.once, [&] { slot.composed = calendar::compose(events_of(*held.entry, held.face)); });
  return slot.composed;
}

/// What the feed's bytes follow from: its head, and of each entry what the lock keeps.
std::uint64_t Calendars::fingerprint(const Feed& feed) const {
  std::string all;
  for (const std::string* text :
       {&feed.head.name, &feed.head.description, &feed.head.url, &feed.head.source, &feed.head.time_zone})
    all.append(*text).push_back('\0');
  const auto number = [&](std::uint64_t value) { all.append(reinterpret_cast<const char*>(&value), sizeof value); };
  for (const Held& held : feed.held) {
    const calendar::Locked& locked = held.entry->locked;
    const calendar::Shown& shown = locked.known->shown[index_of(held.face)];
    all += locked.uid;
    number(static_cast<std::uint64_t>(locked.sequence));
    number(static_cast<std::uint64_t>(shown.changed.time_since_epoch().count()));
    number(shown.digest);
  }
  return hash::of(all, program_);
}

void Calendars::make(const Feed& feed, const Renderer::Keep& keep, const Renderer::Put& put) const {
  const std::uint64_t mark = fingerprint(feed);
  if (keep(feed.path, mark)) return;
  std::vector<const calendar::Composed*> entries;
  for (const Held& held : feed.held) entries.push_back(&composed(held));
  const calendar::Envelope envelope = calendar::envelope(feed.head, entries);
  std::vector<std::string_view> pieces{envelope.before};
  for (const calendar::Composed* entry : entries) pieces.push_back(entry->text);
  pieces.push_back(envelope.after);
  put(feed.path, mark, pieces);
}

}  // namespace cenacle::site
