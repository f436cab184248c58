// The image of what reading content/ has found, for the next run: one record a source, checked as a whole.
#include "content/cache.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "content/image.h"
#include "formats/hash/hash.h"

namespace cenacle::content {

namespace {

/// Changes whenever a record, a tree's image, or what is kept of a text does.
constexpr std::string_view version = "cenacle content 2\n";

void put(const markdown::Stretch& at, ImageWriter& out) {
  out.number(at.line);
  out.number(at.column);
  out.number(at.length);
}

markdown::Stretch stretch(ImageReader& in) {
  markdown::Stretch at;
  at.line = in.small();
  at.column = in.small();
  at.length = in.small();
  return at;
}

void put(const CachedSource& source, ImageWriter& out) {
  out.text(source.path);
  out.number(source.stamp.size);
  out.number(std::bit_cast<std::uint64_t>(source.stamp.modified_ns));
  out.number(source.stamp.inode);
  out.text(source.front_image);
  out.text(source.opening);
  out.text(source.facts);
  out.number(source.body_line);
  out.number(source.body_offset);
  out.number(source.body_hash);
  out.number(source.body_empty ? 1 : 0);
}

CachedSource source(ImageReader& in) {
  CachedSource source;
  source.path = in.text();
  source.stamp.size = in.number();
  source.stamp.modified_ns = std::bit_cast<std::int64_t>(in.number());
  source.stamp.inode = in.number();
  source.front_image = in.text();
  source.opening = in.text();
  source.facts = in.text();
  source.body_line = in.small();
  source.body_offset = in.number();
  source.body_hash = in.number();
  source.body_empty = in.number() != 0;
  return source;
}

/// What stands at the end of an image: a digest of its records.
constexpr std::size_t check_size = 16;
std::string check_of(std::string_view body) { return fmt::format("{:016x}", hash::of(body)); }

/// At least the size of the records.
std::size_t estimate(const Cache& cache) {
  std::size_t size = 16;
  for (const CachedSource& it : cache.sources)
    size += 80 + it.path.size() + it.front_image.size() + it.opening.size() + it.facts.size();
  return size;
}

}  // namespace

const CachedSource* Cache::find(std::string_view path, const base::FileStamp& stamp) const {
  const auto at = std::lower_bound(sources.begin(), sources.end(), path,
                                   [](const CachedSource& source, std::string_view wanted) { return source.path < wanted; });
  if (at == sources.end() || at->path != path || at->stamp != stamp || stamp.modified_ns == 0) return nullptr;
  return &*at;
}

std::string encode_cache(const Cache& cache) {
  std::string image(version);
  image.reserve(version.size() + check_size + estimate(cache));
  ImageWriter out(&image);
  out.number(cache.french ? 1 : 0);
  out.number(cache.sources.size());
  for (const CachedSource& it : cache.sources) put(it, out);
  return image += check_of(std::string_view(image).substr(version.size()));
}

std::optional<Cache> decode_cache(std::string_view image) {
  if (!image.starts_with(version) || image.size() < version.size() + check_size) return std::nullopt;
  const std::string_view body = image.substr(version.size(), image.size() - version.size() - check_size);
  if (image.substr(image.size() - check_size) != check_of(body)) return std::nullopt;
  ImageReader in(body);
  Cache cache;
  cache.french = in.number() != 0;
  const std::size_t count = in.count();
  cache.sources.reserve(std::min(count, in.rest().size() / 32));  // no record is shorter
  for (std::size_t i = 0; i < count && in.ok(); ++i) cache.sources.push_back(source(in));
  if (!in.at_end()) return std::nullopt;
  return cache;
}

std::string encode_facts(const markdown::Facts& facts) {
  std::string image;
  ImageWriter out(&image);
  out.number(facts.links.size());
  for (const markdown::Link& link : facts.links) {
    out.text(link.target);
    out.number((link.image ? 1u : 0u) | (link.has_text ? 2u : 0u) | (link.bare ? 4u : 0u));
    put(link.at, out);
  }
  out.number(facts.headings.size());
  for (const markdown::Heading& heading : facts.headings) {
    out.number(static_cast<std::uint64_t>(heading.level));
    out.text(heading.text);
    out.text(heading.anchor);
    out.text(heading.article);
    put(heading.at, out);
  }
  out.number(facts.problems.size());
  for (const markdown::Problem& problem : facts.problems) {
    out.number(static_cast<std::uint64_t>(problem.kind));
    put(problem.at, out);
  }
  return image;
}

std::optional<markdown::Facts> decode_facts(std::string_view image) {
  ImageReader in(image);
  markdown::Facts facts;
  facts.links.resize(in.count());
  for (markdown::Link& link : facts.links) {
    link.target = in.text();
    const std::uint64_t flags = in.number();
    link.image = (flags & 1) != 0;
    link.has_text = (flags & 2) != 0;
    link.bare = (flags & 4) != 0;
    link.at = stretch(in);
  }
  facts.headings.resize(in.count());
  for (markdown::Heading& heading : facts.headings) {
    heading.level = static_cast<int>(in.number() & 7);
    heading.text = in.text();
    heading.anchor = in.text();
    heading.article = in.text();
    heading.at = stretch(in);
  }
  facts.problems.resize(in.count());
  for (markdown::Problem& problem : facts.problems) {
    const std::uint64_t kind = in.number();
    if (kind > static_cast<std::uint64_t>(markdown::ProblemKind::unreadable)) return std::nullopt;
    problem.kind = static_cast<markdown::ProblemKind>(kind);
    problem.at = stretch(in);
  }
  return in.at_end() ? std::optional(std::move(facts)) : std::nullopt;
}

}  // namespace cenacle::content
