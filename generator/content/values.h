// What texts of front matter say when they are amounts, addresses, days of the year, and what was meant when they are not.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace cenacle::content {

/// "280,00 €", "1 234,50 €", "35 €" (spaces of any kind) in cents, or nothing.
std::optional<std::int64_t> parse_cents(std::string_view text);
/// The amount that `text` seems to mean, as it must be written: "280.5 euros" → "280,50 €".
std::optional<std::string> amount_meant(std::string_view text);

/// "02-28" as a day of the year (29 February included), or nothing.
std::optional<std::chrono::month_day> parse_month_day(std::string_view text);

/// ISO weekday of "monday" … "sunday", or nothing.
std::optional<int> parse_weekday(std::string_view text);

/// A mailbox as RFC 5321 lets everybody use it: ASCII, one `@`, a domain with a dot.
bool is_mail(std::string_view text);

/// An address beginning with `https://` (or, where `plain` is set, `http://`), with a host, and nothing that needs escaping.
bool is_web_address(std::string_view text, bool plain);

/// The key that a French word most likely stands for: "titre" → "title". Empty when none is known.
std::string_view key_meant(std::string_view word);

/// `size` of `a-z` and `0-9`, the same for the same `seed` and `text`.
std::string hashed_id(std::string_view text, std::uint64_t seed, std::size_t size);

/// "1 234", with plain or no-break spaces, as a number, or nothing.
std::optional<std::int64_t> parse_spaced_number(std::string_view text);

}  // namespace cenacle::content
