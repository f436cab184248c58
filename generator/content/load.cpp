// content/ → model: reads every file, reports every mistake, links neighbours.
#include "content/load.h"

#include <algorithm>
#include <deque>
#include <future>
#include <optional>
#include <set>
#include <string_view>

#include "base/worker_pool.h"
#include "content/cache.h"
#include "content/keys.h"
#include "content/kinds.h"
#include "content/layout.h"
#include "content/names.h"
#include "content/peek.h"
#include "content/skeleton.h"
#include "content/whole.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

constexpr std::size_t grain = 16;  ///< files handed to a thread at once

std::string_view what_is(const ThingPointer& thing) {
  constexpr std::string_view words[] = {"a charter", "a group",        "a workshop", "a space", "a meeting", "a set of minutes",
                                        "a document", "a contribution", "a sheet",    "a piece of news",    "a page",  "a survey"};
  return words[thing.index()];
}

/// Things refer to what an earlier step has loaded whole: a meeting takes its group's title, minutes their meeting's readers.
int step_of(const ThingPointer& thing) {
  if (std::holds_alternative<model::Meeting*>(thing)) return 1;
  const bool place = std::holds_alternative<model::Charter*>(thing) || std::holds_alternative<model::Group*>(thing) ||
                     std::holds_alternative<model::Workshop*>(thing) || std::holds_alternative<model::Space*>(thing);
  return place ? 0 : 2;
}

template <class Things>
bool are_named_apart(const Things& things) {
  std::set<std::string_view> ids;
  return std::all_of(things.begin(), things.end(), [&](const auto& it) { return !it.id.empty() && ids.insert(it.id).second; });
}

/// Whether each thing that the network lists has an id of its own. If not, no one can tell which names lead nowhere.
bool has_sound_lists(const model::Network& it) {
  return are_named_apart(it.roles) && are_named_apart(it.topics) && are_named_apart(it.body_kinds) && are_named_apart(it.memberships) &&
         are_named_apart(it.meeting_kinds) && are_named_apart(it.document_kinds);
}

/// A file with its tree, for those that are read in more than one step.
struct OpenFile {
  toml::Node front;
  File file;
  Keys keys;
  OpenFile(const Context& context, std::size_t source, const model::Network* network, std::string_view what)
      : front(context.sources.front(source)),
        file{context, context.sources[source].path, network, source, false, context.sources[source].clean},
        keys(front, file, what) {}
};

class Loading {
 public:
  Loading(const Sources& sources, const LoadOptions& options, diag::Diagnostics& diagnostics)
      : sources_(sources), options_(options), diagnostics_(diagnostics), portal_(std::make_unique<model::Portal>()),
        context_{*portal_, sources, diagnostics} {}

  /// Leaves `content` without a portal when there is no portal.toml.
  void run(Content& content) {
    const auto portal_file = sources_.find("content/portal.toml");
    if (!portal_file) {
      diagnostics_.add(diag::code::portal_missing, {"content/portal.toml", 0, 0, 0}, "there is no `content/portal.toml`",
                       "run Cénacle in the folder that holds `content/`, or make a portal:\ncenacle new portal .");
      return;
    }
    if (!sources_[*portal_file].readable) return;
    OpenFile file(context_, *portal_file, nullptr, "the portal");
    load_portal(file.keys, *portal_);
    portal_->today = base::date_of(locale::to_local(options_.now, portal_->time_zone));
    const Skeleton skeleton(*portal_, sources_, *content.language, options_.jobs);
    std::deque<OpenFile> networks = load_vocabularies(skeleton);
    auto known = std::make_unique<Names>(*portal_);
    Names& names = *known;
    for (const auto& [source, network] : skeleton.networks()) {
      if (sources_[source].clean && has_sound_lists(*network)) continue;
      names.distrust(Named::network, network->page.id);
      names.distrust(Named::role, network->page.id);
    }
    for (const model::Network* network : without_bodies_) names.distrust(Named::body, network->page.id);
    context_.names = &names;
    load_networks(skeleton, networks);
    load_things(skeleton);
    load_menu(file.keys, *portal_);
    file.keys.finish();
    check_whole(*portal_, sources_, diagnostics_);
    content.portal = std::move(portal_);
    content.names = std::move(known);
  }

 private:
  /// What must be there before anything can be named.
  std::deque<OpenFile> load_vocabularies(const Skeleton& skeleton) {
    std::deque<OpenFile> files;
    for (const auto& [source, network] : skeleton.networks()) {
      OpenFile& file = files.emplace_back(context_, source, network, "a network");
      load_vocabulary(file.keys, *network, portal_->today);
      load_bodies_of(*network, sources_[source].clean && has_sound_lists(*network));
    }
    return files;
  }

  void load_networks(const Skeleton& skeleton, std::deque<OpenFile>& files) {
    std::size_t index = 0;
    for (const auto& [source, network] : skeleton.networks()) {
      Keys& keys = files[index++].keys;
      if (!sources_[source].readable) continue;
      load_network(keys, *network);
      keys.finish();
      load_directory_of(*network);
    }
  }

  void load_things(const Skeleton& skeleton) {
    for (int step = 0; step < 3; ++step)
      base::for_each_index(skeleton.things().size(), options_.jobs, grain, [&](std::size_t i, unsigned) {
        const ThingFile& thing = skeleton.things()[i];
        if (step_of(thing.thing) == step && sources_[thing.source].readable) load_file(thing, skeleton.meeting_ids());
      });
  }

  void load_file(const ThingFile& thing, const MeetingIds& ids) {
    const Source& source = sources_[thing.source];
    const toml::Node front = sources_.front(thing.source);
    const File file{context_, source.path, thing.network, thing.source, thing.left_out, source.clean};
    Keys keys(front, file, what_is(thing.thing));
    std::visit(
        [&](auto* it) {
          if constexpr (std::is_same_v<decltype(it), model::Meeting*>) {
            load_meeting(keys, *it, ids);
          } else {
            load_thing(keys, *it);
          }
        },
        thing.thing);
    keys.finish();
  }

  void load_bodies_of(model::Network& network, bool has_all_kinds) {
    const std::string path = "content/" + network.page.id + "/bodies.csv";
    if (!sources_.has_file(path)) return;
    const auto bytes = sources_.files().read(path);
    if (!bytes) report_unreadable(path, bytes.failure(), diagnostics_);
    if (!bytes || !load_bodies(*bytes, path, network, has_all_kinds, diagnostics_)) without_bodies_.push_back(&network);
  }

  void load_directory_of(model::Network& network) {
    network.directory.audience = network.page.audience;
    const auto source = sources_.find("content/" + network.page.id + "/directory.toml");
    if (!source || !sources_[*source].readable) return;
    OpenFile file(context_, *source, &network, "a directory");
    load_directory(file.keys, network);
    file.keys.finish();
  }

  const Sources& sources_;
  const LoadOptions& options_;
  diag::Diagnostics& diagnostics_;
  std::unique_ptr<model::Portal> portal_;
  Context context_;
  std::vector<const model::Network*> without_bodies_;  ///< whose bodies.csv could not be read whole
};

}  // namespace

namespace {

/// The files of content/. Links that are not followed are said, and stand as files that cannot be read, lest all that names
/// them be said to name nothing.
std::vector<base::FileEntry> list_content(const base::FileSystem& files, diag::Diagnostics& diagnostics) {
  std::vector<std::string> links;
  auto listed = files.list("content", &links);
  if (!listed) {
    report_unreadable("content", listed.failure(), diagnostics);
    return {};
  }
  std::vector<base::FileEntry> entries = *std::move(listed);
  for (std::string& link : links) {
    const std::string path = "content/" + link;
    const FilePlace place = place_of(path);
    const bool is_read = place.is_source() || place.kind == FilePlace::Kind::bodies;  // the reading says it
    if (!is_read)
      if (const auto read = files.read(path); !read) report_unreadable(path, read.failure(), diagnostics);
    if (is_read || place.kind == FilePlace::Kind::attachment) entries.push_back({std::move(link), {}});
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return entries;
}

}  // namespace

Content load(const base::FileSystem& files, LoadOptions options, std::string_view cache, diag::Diagnostics& diagnostics) {
  Content content;
  // ICU takes as long to wake up as reading two thousand cached files.
  auto cached = std::async(std::launch::async, [cache] { return decode_cache(cache).value_or(Cache()); });
  const std::string name = peek(files).language;
  auto language = std::async(std::launch::async, [&name] { return std::make_unique<const locale::Locale>(name); });
  if (!options.listing) options.listing = list_content(files, diagnostics);
  content.sources = std::make_unique<Sources>(files, std::move(*options.listing), name == "fr");
  content.sources->read(cached.get(), options.jobs, diagnostics);
  content.language = language.get();
  const auto paths_checked =
      std::async(std::launch::async, [&, &sources = *content.sources] { check_paths(sources, diagnostics); });
  Loading(*content.sources, options, diagnostics).run(content);
  return content;
}

std::string save_cache(const Content& content) { return content.sources == nullptr ? std::string() : content.sources->cache_image(); }

bool cache_is_behind(const Content& content) {
  constexpr std::size_t part = 100;  // one file in a hundred
  return content.sources != nullptr && content.sources->read_anew() * part > content.sources->size();
}

}  // namespace cenacle::content
