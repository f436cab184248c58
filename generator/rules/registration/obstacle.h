// Why an act cannot be done as asked, whatever the rules: a closed list, with the facts that a sentence of the catalogues
// is filled in with. No sentence is made here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "model/registration.h"

namespace cenacle::rules {

// X(identifier, name, facts). The sentence is `obstacle.NAME` in the catalogues, and may leave the facts to be filled
// in; the name up to its first dot is the code that programs are told. "n object" are a registration's: its number, and
// the title of what it is of.
#define CENACLE_OBSTACLES(X)                                                         \
  /* what is asked for */                                                            \
  X(unknown_object, "unknown-object", "object")                                      \
  X(gone_object, "unknown-object.gone", "n object path")                             \
  X(unknown_registration, "unknown-registration", "n")                               \
  X(unknown_path, "unknown-path", "path")                                            \
  X(wrong_object, "wrong-object", "path object")                                     \
  X(wrong_unit_person, "wrong-unit.person", "path")                                  \
  X(wrong_unit_body, "wrong-unit.body", "path")                                      \
  X(not_open, "not-open", "path")                                                    \
  X(no_path_open, "not-open.any", "object")                                          \
  X(cancelled, "cancelled.object", "object")                                         \
  X(over, "over", "object day")                                                      \
  /* people and bodies */                                                            \
  X(unknown_person, "unknown-person", "")                                            \
  X(erased, "erased", "")                                                            \
  X(departed, "departed.since", "who day")                                           \
  X(already_departed, "already-departed", "who day")                                 \
  X(departs_later, "not-yet.departure", "who day")                                   \
  X(excluded, "excluded", "who")                                                     \
  X(already_excluded, "already-excluded", "who")                                     \
  X(unknown_body, "unknown-body", "body")                                            \
  X(which_body, "which-body", "who number")                                          \
  X(other_body, "other-body", "who body")                                            \
  X(no_mandate_to_leave, "other-body.to-leave", "who body")                          \
  X(already_registered, "already-registered", "who n object state")                  \
  X(nobody_asks, "nobody.asks", "")                                                  \
  X(nobody_named, "nobody.named", "")                                                \
  X(nobody_to_replace, "nobody.to-replace", "n object")                              \
  X(nobody_to_pair, "nobody.to-pair", "n object")                                    \
  X(same_person, "same-person", "")                                                  \
  /* words that are to be given */                                                   \
  X(reason_to_override, "reason-needed.override", "")                                \
  X(reason_to_leave, "reason-needed.leave", "")                                      \
  X(reason_to_pair, "reason-needed.pair", "")                                        \
  X(reason_to_exclude, "reason-needed.exclude", "")                                  \
  X(substitute_needed, "substitute-needed", "")                                      \
  X(unknown_statement, "unknown-statement", "n object statement")                    \
  X(unknown_statement_of_path, "unknown-statement.path", "path statement")           \
  X(already_stated, "already-stated", "n object statement")                          \
  X(no_confirmation_asked, "not-asked.confirmation", "n object")                     \
  X(already_confirmed, "already-confirmed", "n object")                              \
  /* decisions */                                                                    \
  X(no_decision_asked, "not-asked.decision", "n object")                             \
  X(already_decided, "already-decided", "n object")                                  \
  X(no_approval_asked, "not-asked.approval", "n object role")                        \
  X(already_approved, "already-approved", "n object role")                           \
  X(already_in, "already-in", "n object state")                                      \
  X(already_in_to_refuse, "already-in.refuse", "n object state")                     \
  X(already_over, "already-over", "n object state day")                              \
  /* a rule, whose own sentence says it */                                           \
  X(firm_rule, "firm-rule", "sentence")                                              \
  X(against_the_rules, "against-the-rules", "sentence")                              \
  X(refused_by_rule, "refused-by-rule", "sentence")                                  \
  X(no_seat, "no-seat", "sentence")                                                  \
  /* seats */                                                                        \
  X(no_offer, "no-offer", "n object state")                                          \
  X(already_taken, "already-taken", "n object")                                      \
  X(not_vacated, "not-vacated", "n object")                                          \
  X(no_pair, "no-pair", "path")                                                      \
  X(already_paired, "already-paired", "n object")                                    \
  /* quotes, payments, what is served, terms */                                      \
  X(already_quoted, "already-quoted", "n object")                                    \
  X(no_quote, "no-quote", "n object")                                                \
  X(already_agreed, "already-agreed", "n object")                                    \
  X(already_paid, "already-paid", "reference")                                       \
  X(bad_payment, "bad-amount.payment", "")                                           \
  X(bad_half_days, "bad-amount.half-days", "")                                       \
  X(already_convened, "already-convened", "n object")                                \
  X(already_attended, "already-attended", "n object")                                \
  X(already_denounced, "already-denounced", "n object")                              \
  X(too_late, "too-late", "n object day months end cited")                           \
  X(not_now_to_quote, "not-now.quote", "n object state")                             \
  X(not_now_to_serve, "not-now.serve", "n object state")                             \
  X(not_now_to_convene, "not-now.convene", "n object state")                         \
  X(not_now_to_attend, "not-now.attend", "n object state")                           \
  X(not_now_to_denounce, "not-now.denounce", "n object state")

enum class Hindrance : std::uint8_t {
#define CENACLE_DECLARE(identifier, name, facts) identifier,
  CENACLE_OBSTACLES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};

std::span<const Hindrance> hindrances();
/// "not-asked.decision": of its sentence.
std::string_view name(Hindrance what);
/// "not-asked": stable, for --format json.
std::string_view code(Hindrance what);
/// The names of its facts, with spaces between.
std::string_view facts_of(Hindrance what);

/// An article of a charter, both by what pages call them; of none: empty.
struct ArticleOf {
  std::string article, charter;
  friend bool operator==(const ArticleOf&, const ArticleOf&) = default;
};

struct Obstacle {
  using Value = std::variant<std::string, std::int64_t, base::Date, model::State, ArticleOf>;
  struct Named {
    std::string_view name;  ///< a literal of this folder
    Value value;
  };

  Hindrance what = Hindrance::unknown_object;
  std::vector<Named> facts = {};
};

}  // namespace cenacle::rules
