// A deed: what a command does to the ledger.
#include "cli/deed.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cli/who.h"

namespace cenacle::cli {

namespace {

/// Of lists that could not be written: what was done is in the ledger, and nobody is to do it again.
base::Failure after_commit(const base::Failure& failure) {
  constexpr std::string_view recorded =
      "it is recorded, but the access lists are not up to date: the next command that writes completes them";
  if (failure.kind == base::FailureKind::busy) return {base::FailureKind::disk, std::string(recorded)};
  return {base::FailureKind::disk, fmt::format("{} ({})", recorded, failure.message)};
}

}  // namespace

Or<std::unique_ptr<Deed>> Deed::open(const Context& context, For purpose) {
  auto opened = Register::open(context);
  if (!opened) return opened.stop();
  std::unique_ptr<Deed> deed(new Deed(context, std::move(*opened)));
  if (const Acted begun = deed->begin(purpose); !begun) return begun.stop();
  return deed;
}

Acted Deed::begin(For purpose) {
  const auto place = ledger::Place::of(context_.folder);
  if (!place) return place.failure();
  if (purpose == For::reading && !place->exists())
    return Stop{Exit::mistakes, "no-ledger", phrases().say("stop.no-ledger")};
  in_memory_ = purpose == For::rehearsing && !place->exists();
  auto ledger = purpose == For::writing   ? ledger::Ledger::open(*place)
                : purpose == For::reading ? ledger::Ledger::open_to_read(*place)
                                          : ledger::Ledger::open_to_rehearse(*place);
  if (!ledger) return ledger.failure();
  ledger_ = std::move(*ledger);
  auto transaction = purpose == For::reading ? ledger_->read() : ledger_->write();
  if (!transaction) return transaction.failure();
  transaction_ = std::move(*transaction);
  return base::Done{};
}

Acted Deed::open_for_good() {
  transaction_.reset();
  ledger_.reset();
  return begin(For::writing);
}

Or<model::Person> Deed::person(std::string_view who) const { return find_who(*transaction_, who, phrases()); }

Or<model::Registration> Deed::registration(std::int64_t number) const {
  auto found = transaction_->registration(number);
  if (!found)
    return Stop{Exit::mistakes, "unknown-registration",
                phrases().say("stop.unknown-registration", {{"n", std::to_string(number)}})};
  return std::move(*found);
}

Or<rules::Setting> Deed::setting(const model::Network& network) const {
  const rules::Rulebook* const book = books().of(network.page.id);
  if (book == nullptr)
    return Stop{Exit::mistakes, "no-rules", phrases().say("stop.no-rules", {{"network", network.page.title}})};
  return setting(*book);
}

rules::Setting Deed::setting(const rules::Rulebook& book) const {
  return {*content().portal, book, *transaction_, now(), content().language.get(), &register_->naming};
}

Acted Deed::settle(std::string_view object) {
  const auto found = find_object(content(), phrases(), object);
  if (!found) return base::Done{};  // content has it no more: nothing of it falls due
  const rules::Rulebook* const book = books().of(found->network->page.id);
  if (book == nullptr) return base::Done{};
  rules::Ruling ruling = rules::settle(setting(*book), found->reference);
  account_.settled.insert(account_.settled.end(), ruling.effects.begin(), ruling.effects.end());
  return append(std::move(ruling.facts));
}

Acted Deed::carry_out(const rules::Setting& setting, rules::Ruling ruling) {
  account_.network = setting.book.network->page.id;
  account_.verdicts.insert(account_.verdicts.end(), ruling.verdicts.begin(), ruling.verdicts.end());
  account_.refused = account_.refused || ruling.refused;
  if (ruling.obstacle) {
    account_.obstacle = told(*ruling.obstacle, phrases());
    return base::Done{};
  }
  account_.effects.insert(account_.effects.end(), ruling.effects.begin(), ruling.effects.end());
  if (auto done = append(std::move(ruling.facts)); !done) return done;
  if (ruling.effects.empty()) return base::Done{};
  account_.missing = rules::missing(setting, ruling.effects.front().after);
  return base::Done{};
}

Acted Deed::append(std::vector<model::Fact> facts) {
  if (facts.empty()) return base::Done{};
  remember_access(facts);
  const auto appended = transaction_->append(facts);
  if (!appended) return appended.failure();
  return base::Done{};
}

model::Fact Deed::fact(model::FactKind kind, std::string_view network) const {
  model::Fact made;
  made.at = now();
  made.kind = kind;
  made.network = network;
  return made;
}

std::vector<std::string_view> Deed::read_by(const model::Person& person) const {
  return register_->readers->read_by(person, transaction_->of_person(person.id), today());
}

bool Deed::may_read(const model::Person& person, const model::Network& network) const {
  const auto audiences = read_by(person);
  return std::binary_search(audiences.begin(), audiences.end(), std::string_view(network.members.id));
}

Or<std::int64_t> Deed::readers_of(const Object& object) const {
  const auto opened = register_->readers->opened_by(object.reference);
  if (opened.empty()) return std::int64_t{0};
  const auto standing = transaction_->standing(object.network->page.id);
  if (!standing) return standing.failure();
  std::set<model::PersonId> people;
  for (const model::Registration& it : *standing)
    for (const model::PersonId& id : {it.person, it.partner})
      if (!id.empty() && !people.contains(id))
        if (const auto person = transaction_->person(id)) {
          const auto audiences = read_by(*person);
          if (std::binary_search(audiences.begin(), audiences.end(), opened.front())) people.insert(id);
        }
  return static_cast<std::int64_t>(people.size());
}

void Deed::remember_access(std::span<const model::Fact> facts) {
  for (const model::Fact& fact : facts) {
    std::vector<model::PersonId> people{fact.person, fact.other};
    if (fact.registration != 0)
      if (const auto registration = transaction_->registration(fact.registration))
        people.insert(people.end(), {registration->person, registration->partner});
    for (const model::PersonId& id : people)
      if (!id.empty() && !access_before_.contains(id))
        if (const auto person = transaction_->person(id)) access_before_.emplace(id, read_by(*person));
  }
}

void Deed::compare_access() {
  for (const auto& [id, before] : access_before_) {
    const auto after = read_by(*transaction_->person(id));
    const auto differ = [&, &id = id](const auto& from, const auto& in, bool begins) {
      for (const std::string_view it : from)
        if (!std::binary_search(in.begin(), in.end(), it)) account_.access.push_back({id, std::string(it), begins});
    };
    differ(before, after, false);
    differ(after, before, true);
  }
}

Acted Deed::keep(Extent lists) {
  if (const auto committed = transaction_->commit(); !committed) return committed.failure();
  transaction_.reset();
  const auto written = write_access(context_.folder, *register_->readers, *ledger_, today(), lists);
  if (!written) return after_commit(written.failure());
  return base::Done{};
}

std::optional<base::Failure> Deed::failure() const { return transaction_ ? transaction_->failure() : std::nullopt; }

int Deed::conclude(bool rehearsal, Extent lists) {
  compare_access();
  if (const auto failed = failure()) return fail(*failed);
  const std::string text =
      context_.format == Format::json ? as_json(account_, telling()) : as_text(account_, telling());
  const bool kept = !account_.obstacle && !rehearsal;
  if (kept)
    if (const Acted done = keep(lists); !done) return tell(context_, done.stop());
  fmt::print("{}", text);
  if (rehearsal && context_.format == Format::text) fmt::print(stderr, "{}\n", phrases().say("rehearsal"));
  return account_.obstacle || account_.refused ? Exit::mistakes : Exit::done;
}

void Deed::leave(int code) {
  transaction_.reset();
  ledger_.reset();
  register_->remember();
  cli::leave(code);  // the content goes with the process: freeing it takes as long as reading it
}

int tell(const Context& context, const Stop& stop) {
  if (context.format == Format::json && !stop.code.empty() && stop.code != "content") {
    json::Writer writer;
    writer.begin_object().key("obstacle").begin_object().key("code").text(stop.code);
    writer.key("sentence").text(stop.sentence).end_object().end_object();
    fmt::print("{}", writer.take());
  } else if (!stop.sentence.empty()) {
    fmt::print(stderr, "cenacle: {}\n", stop.sentence);
  }
  return stop.exit;
}

int perform(const Context& context, const Performance& performance, const std::function<Acted(Deed&)>& act) {
  auto deed = Deed::open(context, performance.rehearsal ? Deed::For::rehearsing : Deed::For::writing);
  if (!deed) return tell(context, deed.stop());
  (*deed)->account().verb = performance.verb;
  const Acted acted = act(**deed);
  int code = acted ? (*deed)->conclude(performance.rehearsal, performance.lists) : tell(context, acted.stop());
  if (code == Exit::done && !performance.rehearsal && performance.after)
    if (const Acted done = performance.after(); !done) code = tell(context, done.stop());
  (*deed)->leave(code);
}

int look_up(const Context& context, const std::function<Or<int>(Deed&)>& look, Deed::For purpose) {
  auto deed = Deed::open(context, purpose);
  if (!deed) return tell(context, deed.stop());
  const Or<int> looked = look(**deed);
  const auto failed = (*deed)->failure();
  (*deed)->leave(failed ? fail(*failed) : looked ? *looked : tell(context, looked.stop()));
}

}  // namespace cenacle::cli
