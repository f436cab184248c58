// The portal with everything in its place but nothing in it.
#include "content/skeleton.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "base/worker_pool.h"
#include "content/names.h"
#include "content/page_keys.h"
#include "content/values.h"
#include "formats/toml/image.h"

namespace cenacle::content {

namespace {

constexpr std::size_t grain = 32;  ///< files handed to a thread at once

/// The order of a folder: by rank, then by path. Ranks are compared once, where `<` of a pair would do it twice.
constexpr auto stand_before = [](const auto* a, const auto* b) {
  const auto order = a->rank <=> b->rank;
  return order != 0 ? order < 0 : a->source < b->source;
};

}  // namespace

bool is_meeting_id(std::string_view text) { return base::is_id(text) && text.size() >= 8 && text.size() <= 64; }

const MeetingIds::Use* MeetingIds::first_use(const std::string& id, std::string_view path) const {
  const auto uses = uses_.find(id);
  if (uses == uses_.end() || uses->second.front().path == path) return nullptr;
  return &uses->second.front();
}

std::string MeetingIds::proposal(std::string_view path) const {
  for (std::uint64_t seed = 0;; ++seed)
    if (std::string id = hashed_id(path, seed, 10); !uses_.contains(id)) return id;
}

Skeleton::Skeleton(model::Portal& portal, const Sources& sources, const locale::Locale& language, unsigned jobs)
    : portal_(portal), sources_(sources) {
  std::vector<Item> items = read_items(jobs, language);
  leave_out(items);
  place_networks(items);
  collect_meeting_ids(items);
  rank_minutes(items);
  std::map<std::pair<std::string_view, Folder>, std::vector<Item*>> folders;
  for (Item& item : items)
    if (item.place.kind == FilePlace::Kind::item || item.place.kind == FilePlace::Kind::portal_page)
      folders[{item.place.network, item.place.folder}].push_back(&item);
  for (const NetworkFile& file : networks_)
    for (auto& [where, those] : folders)
      if (where.first == file.network->page.id) place_folder(*file.network, those);
  if (const auto pages = folders.find({"", Folder::pages}); pages != folders.end()) place_portal_pages(pages->second);
  std::sort(things_.begin(), things_.end(), [](const ThingFile& a, const ThingFile& b) { return a.source < b.source; });
  base::for_each_index(things_.size(), jobs, grain, [&](std::size_t i, unsigned) {
    const auto& [source, network, thing, ignored] = things_[i];
    std::visit([&, owner = network, &item = items[source]](auto* it) { fill(*it, owner, item); }, thing);
  });
}

std::vector<Skeleton::Item> Skeleton::read_items(unsigned jobs, const locale::Locale& language) const {
  std::vector<Item> items(sources_.size());
  base::for_each_index(items.size(), jobs, grain, [&](std::size_t i, unsigned) {
    Item& item = items[i];
    item.source = i;
    item.place = place_of(sources_[i].path);
    if (item.place.kind == FilePlace::Kind::portal_page) item.place.folder = Folder::pages;
    item.outline = outline_of(toml::decode_entries(sources_[i].front_image, outline_keys), item.place);
    item.rank = rank_of(item.outline, item.place, language);
  });
  return items;
}

void Skeleton::leave_out(std::vector<Item>& items) {
  for (Item& item : items) {
    if (item.place.kind == FilePlace::Kind::portal || item.place.kind == FilePlace::Kind::directory) continue;
    auto reason = left_out(item.outline, sources_[item.source].path, portal_.today);
    item.left_out = reason.has_value();
    if (reason) portal_.left_out.push_back(std::move(*reason));
  }
}

void Skeleton::place_networks(std::vector<Item>& items) {
  std::vector<const Item*> networks;
  for (const Item& item : items)
    if (item.place.kind == FilePlace::Kind::network && !item.left_out) networks.push_back(&item);
  std::sort(networks.begin(), networks.end(), stand_before);
  for (const Item* item : networks) {
    model::Network& network = portal_.networks.emplace_back();
    make_page(network.page, &network, *item);
    network.page.id = item->place.network;
    networks_.push_back({item->source, &network});
  }
}

void Skeleton::collect_meeting_ids(const std::vector<Item>& items) {
  for (const Item& item : items)
    if (item.place.kind == FilePlace::Kind::item && item.place.folder == Folder::meetings && !item.outline.draft &&
        is_meeting_id(item.outline.id))
      meeting_ids_.add(item.outline.id, {sources_[item.source].path, item.outline.id_at});
}

/// Minutes stand in the order of their meetings, which they name by file or by `id`.
void Skeleton::rank_minutes(std::vector<Item>& items) const {
  std::unordered_map<std::string, base::LocalTime> starts;
  const auto name = [](std::string_view network, std::string_view id) { return std::string(network) + "/" + std::string(id); };
  const auto is = [](const Item& item, Folder folder) {
    return item.place.kind == FilePlace::Kind::item && item.place.folder == folder;
  };
  if (std::none_of(items.begin(), items.end(), [&](const Item& item) { return is(item, Folder::minutes); })) return;
  for (const Item& item : items) {
    if (!is(item, Folder::meetings)) continue;
    starts.emplace(name(item.place.network, item.place.stem), item.outline.when);
    starts.emplace(name(item.place.network, item.outline.id), item.outline.when);
  }
  for (Item& item : items) {
    if (!is(item, Folder::minutes)) continue;
    const Reference meeting = parse_reference(item.outline.id);
    const auto start = starts.find(name(meeting.network.empty() ? item.place.network : meeting.network, meeting.id));
    if (start != starts.end()) item.rank.number = -start->second.time_since_epoch().count();
  }
}

void Skeleton::make_page(model::Page& page, const model::Network* network, const Item& item) const {
  const Source& source = sources_[item.source];
  page.path = source.path;
  page.id = item.place.stem;
  page.title = base::trim(item.outline.title);
  page.network = network;
  page.text = {static_cast<std::uint32_t>(item.source), source.body_empty};
}

template <class Thing>
void Skeleton::fill(Thing& thing, const model::Network* network, const Item& item) const {
  using Kind = model::Audience::Kind;
  make_page(thing.page, network, item);
  if constexpr (std::is_same_v<Thing, model::Group> || std::is_same_v<Thing, model::Workshop>)
    thing.members = members_of(*network, Kind::group, thing.page.id);
  if constexpr (std::is_same_v<Thing, model::Space>) thing.members = members_of(*network, Kind::space, thing.page.id);
  if constexpr (std::is_same_v<Thing, model::Charter>) {
    thing.charter = item.outline.id;
    thing.version = item.outline.version;
    thing.in_force = base::date_of(item.outline.when);
  }
  if constexpr (std::is_same_v<Thing, model::Meeting>) {
    const bool own = is_meeting_id(item.outline.id) && meeting_ids_.first_use(item.outline.id, thing.page.path) == nullptr;
    thing.uid = own ? item.outline.id : meeting_ids_.proposal(thing.page.path);
    thing.owner = network;
  }
}

template <class Thing>
void Skeleton::place(std::deque<Thing>& things, const model::Network* network, const std::vector<Item*>& items) {
  for (Item* item : items) {
    if (item->outline.draft) continue;
    Thing& thing =
        item->left_out ? std::get<Thing>(unpublished_.emplace_back(std::in_place_type<Thing>)) : things.emplace_back();
    if constexpr (std::is_same_v<Thing, model::Charter>) fill(thing, network, *item);  // versions are compared at once
    things_.push_back({item->source, network, &thing, item->left_out});
  }
}

void Skeleton::place_folder(model::Network& network, std::vector<Item*>& items) {
  std::sort(items.begin(), items.end(), stand_before);
  switch (items.front()->place.folder) {
    case Folder::charters: return place_charters(network, items);
    case Folder::groups: return place(network.groups, &network, items);
    case Folder::workshops: return place(network.workshops, &network, items);
    case Folder::spaces: return place(network.spaces, &network, items);
    case Folder::meetings: return place(network.meetings, &network, items);
    case Folder::minutes: return place(network.minutes, &network, items);
    case Folder::documents: return place(network.documents, &network, items);
    case Folder::contributions: return place(network.contributions, &network, items);
    case Folder::sheets: return place(network.sheets, &network, items);
    case Folder::news: return place(network.news, &network, items);
    case Folder::pages: return place(network.pages, &network, items);
    case Folder::surveys: return place(network.surveys, &network, items);
  }
}

void Skeleton::place_portal_pages(std::vector<Item*>& items) {
  std::sort(items.begin(), items.end(), stand_before);
  place(portal_.pages, nullptr, items);
}

/// Versions of a charter follow each other, the newest first: the current one is the first that is in force, or the
/// oldest while none is.
void Skeleton::place_charters(model::Network& network, const std::vector<Item*>& items) {
  place(network.charters, &network, items);
  auto& charters = network.charters;
  for (std::size_t begin = 0; begin < charters.size();) {
    std::size_t end = begin;
    while (end < charters.size() && charters[end].charter == charters[begin].charter) ++end;
    std::size_t current = begin;
    while (current + 1 < end && charters[current].in_force > portal_.today) ++current;
    charters[current].current = true;
    begin = end;
  }
}

}  // namespace cenacle::content
