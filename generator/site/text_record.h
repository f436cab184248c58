// What a build remembers of texts: when the next one finds that nothing but texts has changed, it makes only the pages
// that show these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/sources.h"
#include "content/text_findings.h"

namespace cenacle::site {

/// A file of content/ that a text leads to.
struct TextFile {
  std::string tree;  ///< "site", "spaces/finances"
  std::string path;  ///< below the portal's root
  std::uint32_t source = 0;

  friend auto operator<=>(const TextFile&, const TextFile&) = default;
};

struct TextRecord {
  std::uint64_t output = 0;          ///< of the manifest that the build left
  std::uint64_t model = 0;           ///< `model_digest`
  std::vector<std::uint64_t> texts;  ///< hash of each source's text
  std::vector<TextFile> files;       ///< sorted
  content::TextFindings findings;
};

std::string encode(const TextRecord& record);
/// Nothing unless it is whole, and speaks of sources that it has a text of.
std::optional<TextRecord> decode(std::string_view image);

/// Of everything that views are made of below content/, texts left out: what the front matter says, what stands for
/// texts in lists, which other files there are.
std::uint64_t model_digest(const content::Sources& sources);

/// For each source whether its text has changed since `record`; `model` is their digest. Nothing when more has: then every page may be another
/// one. Charters and free pages count as more, for their headings are in views.
std::optional<std::vector<bool>> changed_texts(const content::Sources& sources, std::uint64_t model,
                                               const TextRecord& record);

}  // namespace cenacle::site
