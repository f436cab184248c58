// The files of content/, read once: front matter as a tree, text as bytes, and what the text holds.
#include "content/sources.h"

#include <algorithm>

#include "base/text.h"
#include "base/worker_pool.h"
#include "content/cache.h"
#include "content/front_matter.h"
#include "content/layout.h"
#include "content/opening.h"
#include "diag/codes.h"
#include "formats/hash/hash.h"

namespace cenacle::content {

namespace {

constexpr std::size_t grain = 16;  ///< files handed to a thread at once

/// Keys of front matter whose values are days with an hour.
constexpr std::array<std::string_view, 2> moment_keys = {"start", "end"};

}  // namespace

void report_unreadable(std::string path, const base::Failure& why, diag::Diagnostics& diagnostics) {
  // What was listed and is not found is a link that is not followed.
  diagnostics.add(diag::code::unreadable_file, {std::move(path), 0, 0, 0}, why.message,
                  why.kind == base::FailureKind::not_found ? "put the file itself in the place of the link, or take it out" : "");
}

Sources::Sources(const base::FileSystem& files, std::vector<base::FileEntry> entries, bool french)
    : files_(files), french_(french) {
  sources_.reserve(entries.size());
  for (base::FileEntry& entry : entries) {
    std::string path = "content/" + entry.path;
    if (place_of(path).is_source()) {
      Source& source = sources_.emplace_back();
      source.path = std::move(path);
      source.stamp = entry.stamp;
    } else {
      others_.push_back({std::move(path), entry.stamp});
    }
  }
  cached_facts_.resize(sources_.size());
  facts_.resize(sources_.size());
}

Sources::~Sources() = default;

void Sources::read(const Cache& cache, unsigned jobs, diag::Diagnostics& diagnostics) {
  const Cache none;
  const Cache& usable = cache.french == french_ ? cache : none;
  base::for_each_index(sources_.size(), jobs, grain,
                       [&](std::size_t index, unsigned) { read_one(index, usable, diagnostics); });
}

void Sources::take(std::size_t index, const CachedSource& cached) {
  Source& source = sources_[index];
  source.front_image = cached.front_image;
  source.opening = cached.opening;
  source.readable = source.clean = true;
  source.body_line = cached.body_line;
  source.body_offset = cached.body_offset;
  source.body_hash = cached.body_hash;
  source.body_empty = cached.body_empty;
  cached_facts_[index] = cached.facts;
}

void Sources::read_one(std::size_t index, const Cache& cache, diag::Diagnostics& diagnostics) {
  Source& source = sources_[index];
  if (const CachedSource* known = cache.find(source.path, source.stamp)) return take(index, *known);
  ++read_anew_;
  const auto bytes = files_.read(source.path);
  if (!bytes) {
    report_unreadable(source.path, bytes.failure(), diagnostics);
    return;
  }
  diag::Diagnostics own;
  read_file(source, *bytes, own);
  std::vector<diag::Diagnostic> mistakes = own.sorted();
  source.clean = mistakes.empty() && source.readable;
  if (!mistakes.empty()) diagnostics.add_all(std::move(mistakes));
}

void Sources::read_file(Source& source, std::string_view bytes, diag::Diagnostics& diagnostics) const {
  if (!is_utf8(bytes, source.path, diagnostics)) return;
  FrontMatter front;
  if (source.path.ends_with(".toml")) {
    front = {true, bytes.substr(byte_order_mark(bytes)), 1, bytes.size(), 1};
  } else {
    front = split_front_matter(bytes, source.path, diagnostics);
  }
  if (!front.readable) return;
  const toml::Node tree = toml::parse(front.toml, source.path, front.toml_line, diagnostics, moment_keys);
  toml::encode(tree, &source.own);
  const std::size_t front_size = source.own.size();
  const std::string_view body = bytes.substr(front.body_offset);
  source.readable = true;
  source.body_line = front.body_line;
  source.body_offset = front.body_offset;
  source.body_hash = hash::of(body);
  source.body_empty = base::trim(body).empty();
  if (!source.body_empty && tree.find("summary") == nullptr) source.own += opening_of(body, {.french = french_});
  source.own.shrink_to_fit();
  source.front_image = std::string_view(source.own).substr(0, front_size);
  source.opening = std::string_view(source.own).substr(front_size);
}

std::string Sources::cache_image() const {
  Cache cache;
  cache.french = french_;
  std::vector<std::string> facts(sources_.size());
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const Source& it = sources_[i];
    if (!it.clean || it.stamp.modified_ns == 0) continue;
    {
      const std::scoped_lock lock(lock_of(i));
      facts[i] = known_facts(i);
    }
    cache.sources.push_back({it.path, it.stamp, it.front_image, it.opening, facts[i], it.body_line, it.body_offset, it.body_hash,
                             it.body_empty});
  }
  return encode_cache(cache);
}

std::optional<std::size_t> Sources::find(std::string_view path) const {
  const auto at = std::lower_bound(sources_.begin(), sources_.end(), path,
                                   [](const Source& source, std::string_view wanted) { return source.path < wanted; });
  if (at == sources_.end() || at->path != path) return std::nullopt;
  return static_cast<std::size_t>(at - sources_.begin());
}

toml::Node Sources::front(std::size_t index) const {
  toml::Node node;
  std::string_view image = sources_[index].front_image;
  if (!image.empty() && !toml::decode(&image, &node)) return {};
  return node;
}

bool Sources::has_file(std::string_view path, std::uint64_t* bytes) const {
  const auto at = std::lower_bound(others_.begin(), others_.end(), path,
                                   [](const base::FileEntry& file, std::string_view wanted) { return file.path < wanted; });
  if (at == others_.end() || at->path != path) return false;
  if (bytes != nullptr) *bytes = at->stamp.size;
  return true;
}

std::string Sources::body(std::size_t index) const {
  const Source& source = sources_[index];
  if (!source.readable) return {};
  auto bytes = files_.read(source.path);
  if (!bytes || bytes->size() < source.body_offset) return {};
  bytes->erase(0, source.body_offset);
  // A file that has changed since it was loaded may be no text any more.
  if (hash::of(*bytes) != source.body_hash && base::first_invalid_utf8(*bytes)) return {};
  return std::move(*bytes);
}

std::shared_ptr<const markdown::Facts> Sources::facts(std::size_t index, const markdown::Options& options) const {
  {
    const std::scoped_lock lock(lock_of(index));
    if (const std::string_view image = known_facts(index); !image.empty())
      if (auto known = decode_facts(image)) return std::make_shared<const markdown::Facts>(std::move(*known));
  }
  const std::string text = body(index);
  const markdown::Document document(text, options);
  remember(index, document.facts());
  return std::make_shared<const markdown::Facts>(document.facts());
}

void Sources::remember(std::size_t index, const markdown::Facts& facts) const {
  std::string image = encode_facts(facts);
  const std::scoped_lock lock(lock_of(index));
  facts_[index] = std::move(image);
}

bool Sources::has_facts(std::size_t index) const {
  const std::scoped_lock lock(lock_of(index));
  return !known_facts(index).empty();
}

/// Under the lock of `index`.
std::string_view Sources::known_facts(std::size_t index) const {
  return facts_[index].empty() ? cached_facts_[index] : std::string_view(facts_[index]);
}

}  // namespace cenacle::content
