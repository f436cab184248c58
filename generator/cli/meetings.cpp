// The verbs of meetings: answer, attend, substitute.
#include <algorithm>

#include "cli/absences.h"
#include "cli/days.h"
#include "cli/deed.h"
#include "cli/registration_verbs.h"
#include "rules/registration/attendance.h"

namespace cenacle::cli {

namespace {

using rules::Seat;
using rules::Sitting;

/// A deed about one occurrence of a meeting.
struct Table {
  Deed& deed;
  Sitting sitting;

  const Phrases& phrases() const { return deed.phrases(); }
  Acted obstacle(const std::string& code, std::string_view who = "") const {
    deed.account().obstacle = {code, phrases().say("obstacle." + code, {{"who", std::string(who)},
                                                                        {"meeting", sitting.meeting->page.title},
                                                                        {"day", phrases().day(sitting.day)}})};
    return base::Done{};
  }
  void remark(const std::string& code, std::string sentence, std::int64_t number = 0, std::string person = "") const {
    deed.account().remarks.push_back({code, std::move(sentence), number, std::move(person)});
  }
  void mail(const std::string& key, const std::string& who) const {
    deed.account().mails.push_back(phrases().say(
        key, {{"who", who}, {"meeting", sitting.meeting->page.title}, {"day", phrases().day(sitting.day)}}));
  }
  std::string name(const model::PersonId& id) const {
    const auto person = deed.ledger().person(id);
    return person ? phrases().name_of(*person) : id;
  }
  model::Fact fact(model::FactKind kind, const model::PersonId& person) const {
    model::Fact made = deed.fact(kind, sitting.network->page.id);
    made.object = sitting.object();
    made.day = sitting.day;
    made.person = person;
    return made;
  }
  std::vector<Seat> seats() const { return rules::expected(deed.books(), deed.ledger(), sitting); }
};

bool is_cancelled(const Sitting& sitting) {
  if (sitting.meeting->status == model::MeetingStatus::cancelled) return true;
  const auto& times = sitting.meeting->occurrences;
  return std::any_of(times.begin(), times.end(), [&](const model::Occurrence& it) {
    return base::date_of(it.start) == sitting.day && it.status == model::MeetingStatus::cancelled;
  });
}

int at_table(const Context& context, const MeetingArguments& arguments, const char* verb,
             const std::function<Acted(Table&)>& act) {
  return perform(context, {verb, arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto object = deed.object(arguments.meeting);
    if (!object) return object.stop();
    if (object->meeting == nullptr) return Stop{Exit::usage, "usage", "a meeting is meant: meeting:UID"};
    std::optional<base::Date> wanted;
    if (!arguments.day.empty()) {
      const auto day = day_given(deed, arguments.day);
      if (!day) return day.stop();
      wanted = *day;
    }
    const auto day = rules::sitting_day(*object->meeting, wanted, deed.today());
    Table table{deed, {object->network, object->meeting, day.value_or(wanted.value_or(deed.today()))}};
    if (!day) return table.obstacle("no-sitting");
    if (is_cancelled(table.sitting)) return table.obstacle("cancelled");
    return act(table);
  });
}

const Seat* seat_of(const std::vector<Seat>& seats, const model::PersonId& person) {
  for (const Seat& seat : seats)
    if (std::find(seat.people.begin(), seat.people.end(), person) != seat.people.end()) return &seat;
  return nullptr;
}

bool comes(const std::vector<rules::Answer>& answers, const model::PersonId& person) {
  return std::any_of(answers.begin(), answers.end(),
                     [&](const auto& it) { return it.person == person && it.value != "absent"; });
}
bool declined(const std::vector<rules::Answer>& answers, const model::PersonId& person) {
  return std::any_of(answers.begin(), answers.end(),
                     [&](const auto& it) { return it.person == person && it.value == "absent"; });
}

/// What the answers come to: who comes, how many lunches, pairs of whom nobody comes.
void count_answers(const Table& table, const std::vector<Seat>& seats) {
  const auto answers = rules::answers(table.deed.ledger(), table.sitting);
  const auto count = [&](const char* code, auto counted) {
    const std::int64_t number = std::count_if(answers.begin(), answers.end(), counted);
    table.remark(code, table.phrases().count(std::string("count.") + code, number), number);
  };
  count("coming", [](const auto& it) { return it.value != "absent"; });
  if (table.sitting.meeting->lunch) count("lunches", [](const auto& it) { return it.lunch && it.value == "present"; });
  for (const Seat& seat : seats)
    if (seat.people.size() > 1 &&
        std::all_of(seat.people.begin(), seat.people.end(), [&](const auto& id) { return declined(answers, id); }))
      table.remark("pair-empty",
                   table.phrases().say("pair-empty",
                                       {{"one", table.name(seat.people[0])}, {"other", table.name(seat.people[1])}}),
                   seat.registration.id);
}

}  // namespace

int answer(const Context& context, const MeetingArguments& arguments) {
  if (!arguments.token.empty()) return answer_token(context, arguments, arguments.token);
  return at_table(context, arguments, "answer", [&](Table& table) -> Acted {
    const auto person = table.deed.person(arguments.who);
    if (!person) return person.stop();
    const std::string name = table.phrases().name_of(*person);
    const auto seats = table.seats();
    const Seat* const seat = seat_of(seats, person->id);
    if (seat == nullptr) return table.obstacle("not-expected", name);
    if (table.sitting.day < table.deed.today()) return table.obstacle("past", name);
    if ((arguments.lunch || arguments.no_lunch) && !table.sitting.meeting->lunch)
      return table.obstacle("no-lunch", name);
    model::Fact fact = table.fact(model::FactKind::answered, person->id);
    fact.value = arguments.present ? "present" : arguments.remote ? "remote" : "absent";
    fact.cause = arguments.lunch ? "lunch" : arguments.no_lunch ? "no-lunch" : "";
    if (auto done = table.deed.append({fact}); !done) return done;
    table.remark("answered",
                 table.phrases().say("answered." + fact.value, {{"who", name},
                                                                {"meeting", table.sitting.meeting->page.title},
                                                                {"day", table.phrases().day(table.sitting.day)}}),
                 0, person->id);
    const auto answers = rules::answers(table.deed.ledger(), table.sitting);
    if (fact.value == "absent")
      for (const model::PersonId& other : seat->people)
        if (other != person->id && !comes(answers, other)) table.mail("mail.pair-expected", table.name(other));
    count_answers(table, seats);
    return base::Done{};
  });
}

int substitute(const Context& context, const MeetingArguments& arguments) {
  return at_table(context, arguments, "substitute", [&](Table& table) -> Acted {
    const auto person = table.deed.person(arguments.who);
    if (!person) return person.stop();
    const auto other = table.deed.person(arguments.other);
    if (!other) return other.stop();
    const auto seats = table.seats();
    if (seat_of(seats, person->id) == nullptr) return table.obstacle("not-expected", table.phrases().name_of(*person));
    if (seat_of(seats, other->id) != nullptr)
      return table.obstacle("expected-already", table.phrases().name_of(*other));
    if (table.sitting.day < table.deed.today()) return table.obstacle("past", table.phrases().name_of(*person));
    if (other->standing_in(table.sitting.network->page.id) == model::Standing::excluded)
      return table.obstacle("excluded", table.phrases().name_of(*other));
    if (other->departed && *other->departed <= table.sitting.day)
      return table.obstacle("departed", table.phrases().name_of(*other));
    model::Fact fact = table.fact(model::FactKind::substituted, person->id);
    fact.other = other->id;
    table.remark("substitute",
                 table.phrases().say("substitute", {{"who", table.phrases().name_of(*person)},
                                                    {"other", table.phrases().name_of(*other)},
                                                    {"day", table.phrases().day(table.sitting.day)}}),
                 0, other->id);
    table.mail("mail.substitute", table.phrases().name_of(*other));
    return table.deed.append({std::move(fact)});
  });
}

namespace {

/// The step of a registration that this meeting ends: a workshop that is met once.
Acted move_on(Table& table, const Seat& seat) {
  const auto setting = table.deed.setting(*table.sitting.network);
  if (!setting) return setting.stop();
  const rules::Path* const path = setting->book.path(seat.registration.path);
  const auto now = table.deed.ledger().registration(seat.registration.id);
  if (path == nullptr || !now) return base::Done{};
  const bool moves = std::any_of(path->moves.begin(), path->moves.end(), [&](const rules::Move& it) {
    return it.from == now->state && it.on == rules::Act::attend;
  });
  if (!moves) return base::Done{};
  rules::Step step;
  step.kind = rules::Step::Kind::attend;
  step.registration = now->id;
  step.day = table.sitting.day;
  return table.deed.carry_out(*setting, rules::take(*setting, step));
}

/// Tells the coordinator of a seat that has missed as many meetings as its charter says.
void count_absences(Table& table, const Seat& seat) {
  const rules::Rulebook* const book = table.deed.books().of(table.sitting.network->page.id);
  const rules::Path* const path = book == nullptr ? nullptr : book->path(seat.registration.path);
  if (path == nullptr || !path->absences) return;
  const std::int64_t missed =
      rules::missed_in_a_row(table.deed.ledger(), *table.sitting.network, seat.registration, table.deed.today());
  if (missed < path->absences->value) return;
  std::string who;
  for (const model::PersonId& id : seat.people)
    who = who.empty() ? table.name(id) : table.phrases().say("pair", {{"one", who}, {"other", table.name(id)}});
  table.remark("absences", absences_told(table.deed, *table.sitting.network, *path->absences, who, missed), missed,
               seat.registration.person);
}

Or<std::vector<model::Person>> people_named(const Deed& deed, const std::vector<std::string>& words) {
  std::vector<model::Person> people;
  for (const std::string& word : words) {
    auto person = deed.person(word);
    if (!person) return person.stop();
    people.push_back(std::move(*person));
  }
  return people;
}

}  // namespace

int attend(const Context& context, const MeetingArguments& arguments) {
  return at_table(context, arguments, "attend", [&](Table& table) -> Acted {
    const auto came = people_named(table.deed, arguments.came);
    if (!came) return came.stop();
    const auto missed = people_named(table.deed, arguments.missed);
    if (!missed) return missed.stop();
    if (came->empty() && missed->empty())
      return Stop{Exit::usage, "usage", "attend takes those who came, --absent those who did not"};
    if (table.sitting.day > table.deed.today()) return table.obstacle("not-yet");
    const auto seats = table.seats();
    const auto answers = rules::answers(table.deed.ledger(), table.sitting);
    std::vector<model::Fact> facts;
    for (const auto* people : {&*came, &*missed})
      for (const model::Person& it : *people) {
        if (seat_of(seats, it.id) == nullptr) return table.obstacle("not-expected", table.phrases().name_of(it));
        facts.push_back(table.fact(model::FactKind::attended, it.id));
        facts.back().value = people == &*came ? "present" : declined(answers, it.id) ? "excused" : "absent";
      }
    if (auto done = table.deed.append(std::move(facts)); !done) return done;
    table.remark("attendance", table.phrases().count("count.came", static_cast<std::int64_t>(came->size())),
                 static_cast<std::int64_t>(came->size()));
    for (const model::Person& it : *came)
      if (auto done = move_on(table, *seat_of(seats, it.id)); !done || table.deed.account().obstacle) return done;
    for (const Seat& seat : seats)
      if (std::any_of(missed->begin(), missed->end(),
                      [&](const auto& it) { return seat_of({seat}, it.id) != nullptr; }))
        count_absences(table, seat);
    return base::Done{};
  });
}

}  // namespace cenacle::cli
