// What a build remembers of texts, as bytes and back, and what it tells of the next build.
#include "site/text_record.h"

#include "calendar/lock.h"
#include "content/image.h"
#include "content/layout.h"
#include "formats/hash/hash.h"

namespace cenacle::site {

namespace {

bool has_headings_in_views(std::string_view path) {
  const content::FilePlace place = content::place_of(path);
  if (place.kind != content::FilePlace::Kind::item) return place.kind == content::FilePlace::Kind::portal_page;
  return place.folder == content::Folder::charters || place.folder == content::Folder::pages;
}

}  // namespace

std::string encode(const TextRecord& record) {
  std::string image;
  content::ImageWriter out(&image);
  out.number(record.output);
  out.number(record.model);
  out.number(record.texts.size());
  for (const std::uint64_t text : record.texts) out.number(text);
  out.number(record.files.size());
  for (const TextFile& file : record.files) {
    out.text(file.tree);
    out.text(file.path);
    out.number(file.source);
  }
  out.number(record.findings.told.size());
  for (const std::uint32_t text : record.findings.told) out.number(text);
  out.number(record.findings.headings.size());
  for (const auto& [text, named] : record.findings.headings) {
    out.number(text);
    out.number(named);
  }
  out.number(record.findings.files.size());
  for (const auto& [text, path] : record.findings.files) {
    out.number(text);
    out.text(path);
  }
  return image;
}

std::optional<TextRecord> decode(std::string_view image) {
  content::ImageReader in(image);
  TextRecord record;
  record.output = in.number();
  record.model = in.number();
  record.texts.resize(in.count());
  for (std::uint64_t& text : record.texts) text = in.number();
  bool all_known = true;
  const auto source = [&] {
    const std::uint64_t index = in.number();
    all_known = all_known && index < record.texts.size();
    return static_cast<std::uint32_t>(index);
  };
  record.files.resize(in.count());
  for (TextFile& file : record.files) {
    file.tree = in.text();
    file.path = in.text();
    file.source = source();
  }
  record.findings.told.resize(in.count());
  for (std::uint32_t& text : record.findings.told) text = source();
  record.findings.headings.resize(in.count());
  for (auto& [text, named] : record.findings.headings) {
    text = source();
    named = source();
  }
  record.findings.files.resize(in.count());
  for (auto& [text, path] : record.findings.files) {
    text = source();
    path = in.text();
  }
  return in.at_end() && all_known ? std::optional(std::move(record)) : std::nullopt;
}

std::uint64_t model_digest(const content::Sources& sources) {
  std::uint64_t digest = sources.french() ? 1 : 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const content::Source& it = sources[i];
    digest = hash::of(it.path, digest);
    digest = hash::of(it.front_image, digest);
    digest = hash::of(it.opening, digest ^ (it.body_empty ? 1u : 0u) ^ (it.readable ? 2u : 0u));
  }
  for (const base::FileEntry& it : sources.others()) {
    if (it.path == calendar::lock_path) continue;  // it says nothing that pages show, and builds write it
    const std::uint64_t facts[] = {it.stamp.size, static_cast<std::uint64_t>(it.stamp.modified_ns), it.stamp.inode};
    digest = hash::of(it.path, digest);
    digest = hash::of({reinterpret_cast<const char*>(facts), sizeof facts}, digest);
  }
  return digest;
}

std::optional<std::vector<bool>> changed_texts(const content::Sources& sources, std::uint64_t model,
                                               const TextRecord& record) {
  if (record.texts.size() != sources.size() || record.model != model) return std::nullopt;
  std::vector<bool> changed(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    changed[i] = record.texts[i] != sources[i].body_hash;
    if (changed[i] && has_headings_in_views(sources[i].path)) return std::nullopt;
  }
  return changed;
}

}  // namespace cenacle::site
