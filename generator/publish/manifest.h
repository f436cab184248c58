// What a build made, and what a commit was about to make: the two lists that an output folder keeps of its own files.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::publish {

/// One file of a list. `path` belongs to the text that was read, or to whoever made the line.
struct ManifestLine {
  std::string_view path;
  std::uint64_t size = 0;
  std::uint64_t hash = 0;  ///< hash::of its bytes
  friend bool operator==(const ManifestLine&, const ManifestLine&) = default;
};

/// Whether a build may make a file at `path`: relative, `/` between parts, no part empty, `.` or `..`, no control
/// character (lists have one path a line), the first part not beginning with a dot (those are the build's own), at most
/// 3,000 bytes and 100 parts.
bool is_output_path(std::string_view path);

/// The manifest's text for `lines`, which are sorted by path.
std::string write_manifest(std::span<const ManifestLine> lines);
/// The lines of a whole and well-formed manifest; nothing for any other text, since files are removed on its word.
std::optional<std::vector<ManifestLine>> read_manifest(std::string_view text);

/// The journal: the same, with the hash of the manifest text that it goes with. It speaks only beside that manifest.
std::string write_journal(std::span<const ManifestLine> lines, std::uint64_t manifest);
std::optional<std::vector<ManifestLine>> read_journal(std::string_view text, std::uint64_t manifest);

}  // namespace cenacle::publish
