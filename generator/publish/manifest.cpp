// What a build made, and what a commit was about to make: the two lists that an output folder keeps of its own files.
#include "publish/manifest.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>

namespace cenacle::publish {

namespace {

constexpr std::string_view manifest_head = "cenacle-manifest 1\n";
constexpr std::string_view journal_head = "cenacle-journal 1 ";

/// 16 digits, always: fmt's own way costs ten times as much, and there are two numbers a page.
void append_hex(std::string* out, std::uint64_t value) {
  char digits[16];
  for (int i = 15; i >= 0; --i, value >>= 4) digits[i] = "0123456789abcdef"[value & 15];
  out->append(digits, 16);
}

void append_lines(std::string* out, std::span<const ManifestLine> lines) {
  std::size_t bytes = out->size() + 32;
  for (const ManifestLine& line : lines) bytes += line.path.size() + 40;
  out->reserve(bytes);
  char number[24];
  for (const ManifestLine& line : lines) {
    append_hex(out, line.hash);
    *out += ' ';
    out->append(number, std::to_chars(std::begin(number), std::end(number), line.size).ptr);
    *out += ' ';
    *out += line.path;
    *out += '\n';
  }
  *out += fmt::format("end {}\n", lines.size());
}

/// Takes a number in `base`, followed by `after`, from the front of `*text`.
bool take(std::string_view* text, int base, char after, std::uint64_t* number) {
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), *number, base);
  const auto length = static_cast<std::size_t>(end - text->data());
  if (error != std::errc() || length == text->size() || *end != after) return false;
  text->remove_prefix(length + 1);
  return true;
}

std::optional<std::vector<ManifestLine>> read_lines(std::string_view text) {
  std::vector<ManifestLine> lines;
  lines.reserve(text.size() / 60);
  while (!text.starts_with("end ")) {
    ManifestLine line;
    if (!take(&text, 16, ' ', &line.hash) || !take(&text, 10, ' ', &line.size)) return std::nullopt;
    const std::size_t end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    line.path = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (!is_output_path(line.path) || (!lines.empty() && lines.back().path >= line.path)) return std::nullopt;
    lines.push_back(line);
  }
  std::uint64_t count = 0;
  text.remove_prefix(4);
  if (!take(&text, 10, '\n', &count) || count != lines.size() || !text.empty()) return std::nullopt;
  return lines;
}

}  // namespace

bool is_output_path(std::string_view path) {
  if (path.empty() || path.size() > 3000 || path.front() == '.') return false;
  for (const char c : path)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  for (int parts = 0; parts < 100; ++parts) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == path.npos) return true;
    path.remove_prefix(slash + 1);
  }
  return false;
}

std::string write_manifest(std::span<const ManifestLine> lines) {
  std::string text(manifest_head);
  append_lines(&text, lines);
  return text;
}

std::optional<std::vector<ManifestLine>> read_manifest(std::string_view text) {
  if (!text.starts_with(manifest_head)) return std::nullopt;
  return read_lines(text.substr(manifest_head.size()));
}

std::string write_journal(std::span<const ManifestLine> lines, std::uint64_t manifest) {
  std::string text(journal_head);
  append_hex(&text, manifest);
  text += '\n';
  append_lines(&text, lines);
  return text;
}

std::optional<std::vector<ManifestLine>> read_journal(std::string_view text, std::uint64_t manifest) {
  std::uint64_t with = 0;
  if (!text.starts_with(journal_head)) return std::nullopt;
  text.remove_prefix(journal_head.size());
  if (!take(&text, 16, '\n', &with) || with != manifest) return std::nullopt;
  return read_lines(text);
}

}  // namespace cenacle::publish
