// The first line of a list of people: which column holds what, whatever it is called.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "diag/diagnostics.h"
#include "formats/csv/csv.h"

namespace cenacle::content {

enum class RosterColumn : std::uint8_t {
  family_name,
  given_name,
  family_then_given,
  given_then_family,
  mail,
  network,
  body,
  function,
  role,
  object,
  phone,
  mobile,
  profile,
  from,
  shown,
};
constexpr std::size_t roster_columns = 15;

/// Where each column stands.
using RosterHeader = std::array<std::optional<std::size_t>, roster_columns>;

/// What a header means, in French or English, whatever its case and accents; nothing for one that is not known.
std::optional<RosterColumn> roster_column(std::string_view header);

/// Reads the header; what is wrong with it is reported, and nothing given when lines cannot be read without it.
std::optional<RosterHeader> read_roster_header(const csv::Row& row, std::string_view path,
                                               diag::Diagnostics& diagnostics);

}  // namespace cenacle::content
