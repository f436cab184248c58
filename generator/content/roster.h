// A list of people as coordinators keep it in a spreadsheet, read whole or not at all: pure, the ledger comes later.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "diag/diagnostics.h"
#include "formats/csv/csv.h"
#include "formats/locale/locale.h"
#include "model/portal.h"

namespace cenacle::content {

/// One line of the list: a person, and what she is in a network.
struct RosterLine {
  std::string given_name, family_name, mail, phone, profile, function;  ///< clean; empty: the list does not say
  const model::Network* network = nullptr;
  const model::Body* body = nullptr;       ///< null: a natural person
  std::vector<const model::Role*> roles;   ///< none: none in particular
  std::string object;                      ///< "group:NETWORK/ID": in which she holds them; empty: the network
  std::optional<base::Date> from;          ///< since when
  std::optional<bool> shown;               ///< whether she agrees to be named on pages
  bool shared_allowed = false;             ///< her address is a shared one, and was allowed all the same
  csv::Stretch name_at, mail_at, body_at;  ///< `line` is that of the file

  bool same_name(const RosterLine& other) const;
};

struct RosterOptions {
  std::string path;  ///< as diagnostics name the file
  const model::Portal& portal;
  const model::Network* network = nullptr;  ///< of lines that do not say theirs; lines of another are left out
  /// By network: what stands before the @ of an address that several read ("mairie"), E13.
  std::map<std::string, std::vector<std::string>, std::less<>> shared_mailboxes;
  std::vector<std::uint32_t> allowed_shared;  ///< lines whose address may be shared
  const locale::Locale& language;
};

struct Roster {
  std::string text;  ///< the file, decoded: what diagnostics show lines of
  std::vector<RosterLine> lines;
  std::size_t of_other_networks = 0;  ///< lines left out, since another network was asked for
  std::size_t repeated = 0;           ///< lines that say nothing that one before them does not
};

/// Reads a list: `;`, `,` or tab between fields; UTF-8, UTF-16 or Windows-1252; a line of headers in French or English,
/// below titles if there are any. Every mistake is reported at its line and column.
Roster read_roster(std::string_view bytes, const RosterOptions& options, diag::Diagnostics& diagnostics);

/// Whether an address is one that several people read: what stands before its @ is one of `shared`, alone or before a
/// further word ("mairie", "mairie.lormelle", "contact2").
bool is_shared_mailbox(std::string_view mail, std::span<const std::string> shared);

}  // namespace cenacle::content
