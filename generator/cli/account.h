// What a deed says of itself: what the rules say, what follows, whose access begins or ends, which mails will be due.
// One value, shown as sentences or as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/objects.h"
#include "cli/obstacle.h"
#include "cli/phrases.h"
#include "formats/json/json.h"
#include "rules/registration/read.h"
#include "rules/registration/registrar.h"

namespace cenacle::cli {

/// Somebody's access to a restricted tree, that the deed begins or ends.
struct AccessChange {
  model::PersonId person;
  std::string audience;
  bool begins = false;
};

/// Something else that a verb tells: a sentence, and the same as data.
struct Remark {
  std::string code;  ///< "seats", "absences", "substitute"…
  std::string sentence;
  std::int64_t number = 0;
  model::PersonId person;
};

struct Account {
  std::string verb;
  std::string network;  ///< whose rules spoke
  std::optional<Obstacle> obstacle;
  std::vector<rules::Ruling::Effect> settled;  ///< what had fallen due before
  std::vector<rules::Verdict> verdicts;
  bool refused = false;
  std::vector<rules::Ruling::Effect> effects;
  std::vector<rules::Missing> missing;  ///< before the first effect's registration moves on
  std::vector<AccessChange> access;
  std::vector<Remark> remarks;
  std::vector<std::string> mails;  ///< that will be due, as sentences
  model::PersonId erased;          ///< nobody writes to her any more
};

/// What showing an account needs to know of the deed.
struct Telling {
  const content::Content& content;
  const rules::Rulebooks& books;
  const rules::Records& records;
  const Phrases& phrases;

  std::string person(std::string_view id) const;                   ///< her name
  std::string who(const model::Registration& registration) const;  ///< hers, a pair's, or the body's
  std::string state(const model::Registration& registration, std::int64_t rank) const;
  /// "article 2.1 de la Charte des groupes"; empty when the rule cites none.
  std::string article(const rules::Rule& rule, std::string_view network) const;
  /// "les déclarations : temps", a line for each.
  std::vector<std::string> missing(const std::vector<rules::Missing>& missing) const;
};

std::string as_text(const Account& account, const Telling& telling);
std::string as_json(const Account& account, const Telling& telling);
/// The members of that object.
void write_account(json::Writer& writer, const Account& account, const Telling& telling);
/// Members of an object: number, network, path, object, body, person…
void write_registration(json::Writer& writer, const model::Registration& registration);

}  // namespace cenacle::cli
