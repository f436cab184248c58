// A network's registration rules, as its file in workflows/ says them: which paths lead in, by which states, on what
// conditions and within what limits. Values only; reading is read.h, judging is registrar.h. Keys: FORMAT.md beside.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/registration.h"

namespace cenacle::rules {

/// What a path leads into.
enum class Joins : std::uint8_t { network, space, group, workshop, series, meeting };
/// Who takes one seat: a person; a person or two of one body who share it (A9, C5); or a body as such (E1).
enum class Unit : std::uint8_t { person, pair, body };
/// What taking part gives: the object's audience with all its feeds and mails; the convocations of its meetings alone
/// (A3, A10, C6); nothing.
enum class Gives : std::uint8_t { member, guest, nothing };

/// Which registrations, people and bodies a condition is true of. All that is given must hold; nothing given:
/// everybody. What is asked of a body does not hold where there is none, `memberships = ["none"]` and
/// `body = false` apart; what is asked of dates looks at the day on which she asked, so that a late decision does not
/// turn against her.
struct Condition {
  std::vector<std::string> memberships;  ///< the body's is one of these; "none": it has none, or there is no body
  std::optional<bool> member;            ///< the body's membership makes it a member (A2)
  std::optional<bool> has_body;          ///< key `body` (B2: a citizen has none)
  std::vector<const model::BodyKind*> body_kinds;
  /// Of the body, both included; `population_above = N` is read as a minimum of N + 1 (E4, E5).
  std::optional<std::int64_t> population_min, population_max;
  std::optional<bool> local;              ///< the object's body is hers, or the parent of hers (E5)
  std::vector<const model::Role*> roles;  ///< she holds one of them in the network today (E4, E6)
  std::vector<std::string> profiles;      ///< hers is one of these (B2, E11)
  /// She takes part by one of these paths of the network, or her body does by one whose unit is the body (C6, E9).
  std::vector<std::string> registered;
  std::optional<bool> pair;                 ///< two share the seat (C5)
  std::optional<bool> personal_mailbox;     ///< her address is not a shared one, and nobody else's (E13)
  std::optional<std::int64_t> closes_days;  ///< asked at least so many days before the object's first meeting
  std::optional<bool> call_open;  ///< asked while the group's call was open: on its deadline at the latest (A3)
  std::optional<bool> fee_paid;   ///< the body has paid this calendar year's fee (E2)
  std::vector<const model::MeetingKind*> meeting_kinds;  ///< the meeting is of one of these (E9)
  std::vector<std::string> space_kinds;                  ///< the space is of one of these (E5)
  /// Asked at least so many months after her last registration by one of the rule's paths was over.
  std::optional<std::int64_t> rest_months;
  bool empty = true;  ///< no key given

  friend bool operator==(const Condition&, const Condition&) = default;
};

/// By what registrations are counted together: those that have all of these in common.
/// `group`: the group, workshop, space or network that is joined, or whose meeting is (A3). `year`: that in which she
/// asked.
enum class Each : std::uint8_t { person, body, parent, body_kind, profile, object, group, year };
enum class Count : std::uint8_t { registrations, people, bodies, objects, half_days };
/// What the number is.
enum class Max : std::uint8_t { number, seats, contributions };

/// At most so many, the one that asks included, of those by the rule's paths that hold a seat.
struct Limit {
  std::vector<Each> each;
  Count count = Count::registrations;
  Max max = Max::number;
  std::int64_t number = 0;                    ///< when `max` is a number: written here, or `number` of a charter's rule
  const model::Rule* stated = nullptr;        ///< the charter's rule that states it; null: written here
  std::int64_t percent = 100;                 ///< of `max`, rounded down (B2: half of the seats for one profile)
  std::optional<std::int64_t> within_months;  ///< and all within so many months of the first (A10) or of `since`
  bool since_mandate = false;                 ///< `since = "mandate"`: of the start of her mandate (E11)
};

/// What a breach does: the request is refused, or waits for a seat, or the coordinator is told.
enum class Otherwise : std::uint8_t { refuse, wait, warn };

struct Rule {
  std::string id;
  std::vector<std::string> paths;  ///< ids; empty: all
  std::string charter, article;    ///< "groupes", "2.1": what it comes from
  Condition when;                  ///< it is about these
  std::optional<Condition> must;   ///< one of `must` and `limit`
  std::optional<Limit> limit;
  Otherwise otherwise = Otherwise::refuse;
  bool firm = false;  ///< nobody may override it
  std::string says;   ///< the sentence of the refusal, with the placeholders of words.h
  model::Spot at;
};

/// What must be there before a move (`once`); all of them, in any order.
enum class Need : std::uint8_t {
  decision,      ///< the one named by `decided_by` accepts (A14)
  confirmation,  ///< her own reply (D1)
  statements,    ///< every one of `statements` (A12, B5)
  approvals,     ///< every one of `approvals`; one objection ends the request (E6)
  signatures,    ///< the charter's, by every role it asks (E4)
  agreement,     ///< to the quote (B8)
  payment,
  answer,  ///< to the offer of a seat (B3)
  seat,    ///< one is free, and nobody is before her
};
/// What somebody does (`on`). Withdrawing, refusing, excluding and departing need no move: every state knows them.
enum class Act : std::uint8_t { quote, convene, attend, denounce };

/// Has one of `once`, `on`, `after_days`, `at_term`.
struct Move {
  model::State from = model::State::requested, to = model::State::accepted;
  std::vector<Need> once;
  std::optional<Act> on;
  std::optional<std::int64_t> after_days;  ///< that many days in the state, at the end of the last one (portal's zone)
  /// When the term ends (E1). To `renewed`: begins another, as long as `renewals` allows; of several such moves from a
  /// state, the first that can be made is.
  bool at_term = false;
  model::Spot at;
};

/// What is declared with the request or after it; `once = ["statements"]` makes a move wait for all, and what has not
/// been declared is reminded in any case.
struct Statement {
  std::string id, text;
  std::string charter, article;  ///< what asks for it
  bool by_employer = false;      ///< `by = "employer"`; else by the person (A12)
};

/// Whose signature the charter needs: of the registration's body, for the role, where `when` holds.
struct Signature {
  const model::Role* role = nullptr;
  bool of_parent = false;  ///< `of = "parent"`: of the body that hers is part of, where there is one (E4)
  Condition when;
};

struct Approval {
  const model::Role* role = nullptr;  ///< held in the object, else the network; vacant: its fallback's (E20)
};

/// How long taking part lasts, from the day of the move into a state of nature `in` (E1).
struct Term {
  std::int64_t months = 0, renewals = 0;
  std::int64_t notice_months = 0;  ///< a denouncement comes at least so long before the end
  bool since_mandate = false;      ///< `since = "mandate"`: counted from the start of her mandate (E11)
  bool of_season = false;          ///< `until = "season"`: no months, the last day of the group's season (C6)
  std::string charter, article;    ///< what says how long
  std::string notice_article;
};

/// A number, and the charter's rule that states it (null: written in the file).
struct Figure {
  std::int64_t value = 0;
  const model::Rule* stated = nullptr;
};

struct Path {
  std::string id, title;
  std::vector<Joins> joins;
  Unit unit = Unit::person;
  Gives gives = Gives::member;
  std::vector<const model::MeetingKind*>
      meetings;               ///< of a guest of a group: only those of these kinds (A3); empty: all
  bool seat_of_body = false;  ///< `seat_of = "body"`: when she leaves, the body names another (C11)
  Condition open_to;          ///< whom it is for: chooses among the paths, is shown, and nobody else may ask
  model::State start = model::State::requested;
  std::vector<model::State>
      holds;  ///< states that take a seat and count for limits; default: offered, and all of nature `in`
  std::vector<Move> moves;
  const model::Role* decided_by = nullptr;
  std::vector<Statement> statements;
  std::vector<Approval> approvals;
  const model::Charter* charter = nullptr;  ///< key `sign`: to be signed, in its current version
  std::vector<Signature> signatures;        ///< who signs it
  std::vector<Condition> first;             ///< of those waiting, these before the others; then by arrival
  std::vector<std::string>
      rates;  ///< of its quotes: ids in the tariffs, the first that fits the body; "object": the workshop's
  std::vector<std::string> fee;    ///< of each calendar year: ids in the tariffs, the first that fits the body (E2)
  std::optional<Figure> absences;  ///< missed in a row, they are told to the coordinator (A12)
  bool reason = false,
       substitute = false;  ///< `leaving = ["reason", "substitute"]`: asked of who leaves in season (C6)
  std::optional<Term> term;
  std::vector<const Rule*> rules;  ///< those that are about it, in the order of the file
  model::Spot at;

  bool holds_seat(model::State state) const;
  bool joins_a(Joins kind) const;
};

struct Rulebook {
  const model::Network* network = nullptr;
  std::string file;    ///< "workflows/registration-….toml"
  std::string digest;  ///< SHA-256 of its bytes, hexadecimal
  std::vector<Path> paths;
  std::deque<Rule> rules;
  std::string charter;                ///< id: whose articles are meant where no other charter is named
  std::vector<std::string> profiles;  ///< what people of the network may be, besides the profiles of its workshops
  std::vector<std::string>
      shared_mailboxes;              ///< what stands before the @ of a shared address: "mairie", "contact" (E13)
  std::string proposals = "review";  ///< `review`, `direct`: whether a member's proposal waits for agreement (D4)
  const model::Role* proposals_by = nullptr;  ///< who agrees; null: whoever the network's contact is

  const Path* path(std::string_view id) const;
  const Rule* rule(std::string_view id) const;
};

}  // namespace cenacle::rules
