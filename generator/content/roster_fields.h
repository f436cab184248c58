// One line of a list of people: what its fields say, and what is wrong with them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/roster.h"
#include "content/roster_header.h"
#include "content/roster_names.h"

namespace cenacle::content {

class RosterFields {
 public:
  RosterFields(const RosterHeader& header, const csv::Table& table, const RosterOptions& options,
               diag::Diagnostics& diagnostics)
      : header_(header), table_(table), options_(options), diagnostics_(diagnostics) {}

  enum class What : std::uint8_t { line, other_network, mistaken };
  struct Read {
    What what = What::line;
    RosterLine line;
  };
  /// Every mistake of the line is reported.
  Read read(const csv::Row& row);

 private:
  bool has(RosterColumn column) const { return header_[static_cast<std::size_t>(column)].has_value(); }
  /// The field, clean; empty when the line or the list does not have it.
  std::string text(RosterColumn column);
  csv::Stretch place(RosterColumn column) const;
  void report(diag::Code code, const csv::Stretch& at, std::string summary, std::string help,
              std::vector<diag::Note> notes = {});
  const RosterNames& names(const model::Network& network);

  void check_count();
  bool read_network(RosterLine* line);
  void read_name(RosterLine* line);
  void split_full_name(RosterLine* line, RosterColumn column);
  void read_mail(RosterLine* line);
  void check_shared(RosterLine* line);
  void read_body(RosterLine* line);
  void read_roles(RosterLine* line);
  void read_object(RosterLine* line);
  void read_profile(RosterLine* line);
  void read_from(RosterLine* line);
  void read_shown(RosterLine* line);

  const RosterHeader& header_;
  const csv::Table& table_;
  const RosterOptions& options_;
  diag::Diagnostics& diagnostics_;
  std::map<const model::Network*, std::unique_ptr<const RosterNames>> names_;
  const csv::Row* row_ = nullptr;  ///< being read
  bool sound_ = true;              ///< nothing was wrong with it
  bool object_told_ = false;       ///< that a group without a role registers nobody
};

}  // namespace cenacle::content
