// Questions about UTF-8 text that need no library: trimming, splitting, the nearest name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::base {

/// `text` without ASCII white space at both ends.
std::string_view trim(std::string_view text);

/// The pieces of `text` between `separator`s; one empty piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The byte offset of the first ill-formed UTF-8 sequence (RFC 3629: no surrogates, no overlong forms), if any.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The number of code points in well-formed UTF-8.
std::size_t code_points(std::string_view text);

/// Reads the code point at `*offset` of well-formed UTF-8 and moves `*offset` past it.
char32_t next_code_point(std::string_view text, std::size_t* offset);

/// Appends `code_point` to `out` as UTF-8.
void append_utf8(std::string* out, char32_t code_point);

/// The candidate that `name` was most likely meant to be (Damerau-Levenshtein distance at most a third of its length,
/// at least 1), or nothing. Ties go to the first candidate.
std::optional<std::string_view> closest(std::string_view name, std::span<const std::string_view> candidates);

/// `names` as "a, b or c".
std::string listing(std::span<const std::string_view> names);

/// Whether `text` is an id: `a-z`, `0-9` and inner single `-`, not empty.
bool is_id(std::string_view text);

}  // namespace cenacle::base
