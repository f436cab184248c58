// The verb `people`: the roster in the ledger, and what the RGPD asks of it (E13, E16). One function for each of its
// own verbs; each returns an exit code.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"

namespace CLI {
class App;
}

namespace cenacle::cli {

struct PeopleImport {
  std::string file, network, because;
  std::vector<std::uint32_t> allow_shared;  ///< lines
  bool dry_run = false;
};
/// Takes a list of people into the ledger: all of it, or nothing when there is a mistake.
int import_people(const Context& context, const PeopleImport& arguments);

struct PeopleList {
  std::string network, body, role;
  bool all = false;  ///< whoever has left too
};
int list_people(const Context& context, const PeopleList& arguments);

/// What is known of her, on one screen.
int show_person(const Context& context, const std::string& who);

struct PeopleSet {
  std::string who;
  std::optional<std::string> given, family, mail, phone, profile, function, shown, because;
  bool allow_shared = false, dry_run = false;
};
int set_person(const Context& context, const PeopleSet& arguments);

struct PeopleMandate {
  std::string who, network, body, role, in, from, until;
  bool instead = false, end = false, dry_run = false;
};
/// Begins or ends what she is in a body; `instead` ends what she was in others the same day.
int set_mandate(const Context& context, const PeopleMandate& arguments);

struct PeopleExport {
  std::string who, html;
};
/// All that is known of her: JSON, and a page to be read.
int export_person(const Context& context, const PeopleExport& arguments);

struct PeopleErase {
  std::string who;
  bool yes = false, dry_run = false;
};
int erase_person(const Context& context, const PeopleErase& arguments);

struct PeopleReview {
  int months = 36;
  std::string network;
  std::string keep, until;  ///< whom to keep, and until when
  bool dry_run = false;
};
/// Whose data should perhaps no longer be kept; or that somebody's is, until a day.
int review_people(const Context& context, const PeopleReview& arguments);

/// What the command line asks of `people`; `chosen` does it.
struct PeopleVerbs {
  PeopleImport import;
  PeopleList list;
  std::string shown;
  PeopleSet set;
  PeopleMandate mandate;
  PeopleExport exported;
  PeopleErase erase;
  PeopleReview review;
  std::function<int(const Context&)> chosen;
};
/// Declares `people` and its own verbs on `app`; they write into `verbs`, which must stay where it is.
void declare_people(CLI::App& app, PeopleVerbs& verbs);

}  // namespace cenacle::cli
