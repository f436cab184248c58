// What plans remember: each fact, taken to where it is asked for.
#include "workflow/memory.h"

#include <algorithm>

#include "formats/hash/hash.h"
#include "formats/json/read.h"
#include "rules/registration/fold.h"
#include "workflow/memory_state.h"

namespace cenacle::workflow {

using model::Fact;
using model::FactKind;

namespace {

/// Facts of the registrar's reasoning, of which no plan looks at more than the last breach: half of a ledger.
bool is_reasoning(FactKind kind) { return kind == FactKind::judged || kind == FactKind::overridden; }

Happened happened(const Fact& fact) { return {fact.seq, fact.at}; }

/// A person, or the mailbox that the rest of the action names.
std::string recipient_of(const Fact& fact, const std::optional<json::Value>& detail) {
  if (!fact.person.empty() || !detail) return fact.person;
  return Recipient{{}, std::string(detail->text_of("mailbox")), {}}.reference();
}

}  // namespace

KeyPrint print_of(const Key& key) {
  const std::string text = key.text();
  return {hash::of(text), hash::of(text, 0x9e3779b97f4a7c15)};
}

Memory::Memory() : state_(std::make_unique<State>()) {}
Memory::~Memory() = default;
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;

void Memory::take(const Fact& fact) {
  State& it = *state_;
  it.last = fact.seq;
  if (fact.message != 0 || fact.kind == FactKind::opted || fact.kind == FactKind::bounced ||
      fact.kind == FactKind::adopted) {
    switch (fact.kind) {
      case FactKind::queued:
        return it.take_queued(fact);
      case FactKind::relayed:
        return it.take_relayed(fact);
      case FactKind::adopted:
        it.adopted[{fact.network, fact.path}] = {fact.digest, fact.at};
        return;
      case FactKind::opted: {
        const std::uint64_t place = both(it.names.number(fact.person), it.names.number(fact.path));
        if (fact.value == "out") {
          it.opted[place] = fact.at;
        } else {
          it.opted.erase(place);
        }
        return;
      }
      case FactKind::bounced:
        if (fact.value == "hard") it.bounced[it.names.number(fact.person)] = fact.at;
        return;
      default:
        return;
    }
  }
  if (fact.kind == FactKind::judged && fact.cause == "breach")
    it.breaches[fact.registration] = {it.names.number(fact.value), happened(fact)};
  if (is_reasoning(fact.kind)) return;
  if (fact.request != 0) return it.take_request(fact);
  it.facts.keep(fact, &it.names);
  if (fact.registration != 0) {
    it.take_registration(fact);
  } else if (!fact.person.empty()) {
    it.take_person(fact);
  }
}

void Memory::State::take_registration(const Fact& fact) {
  const auto place = static_cast<std::size_t>(fact.registration);
  if (fact.kind == FactKind::requested) {
    if (registrations.size() < place) registrations.resize(place), stages.resize(place);
    const Number network = names.number(fact.network), object = names.number(fact.object);
    Ids& same_object = by_object[object];
    if (same_object.empty()) objects[network].push_back(object);
    same_object.push_back(fact.registration);
    by_body[both(network, names.number(fact.body))].push_back(fact.registration);
    by_path[both(network, names.number(fact.path))].push_back(fact.registration);
  }
  if (place > registrations.size()) return;
  model::Registration& it = registrations[place - 1];
  const model::PersonId person = it.person, partner = it.partner;
  if (auto after = rules::fold(it.id == 0 ? std::nullopt : std::optional(std::move(it)), fact)) it = std::move(*after);
  for (const auto& [before, after] : {std::pair(person, it.person), std::pair(partner, it.partner)})
    if (before != after && !after.empty()) by_person[names.number(after)].push_back(it.id);
  if (fact.kind == FactKind::requested || fact.kind == FactKind::moved) stages[place - 1] = happened(fact);
  if (fact.kind == FactKind::vacated) vacated[it.id] = happened(fact);
  if (fact.kind == FactKind::succeeded) vacated.erase(it.id);
}

void Memory::State::take_person(const Fact& fact) {
  const Number number = names.number(fact.person);
  if (fact.kind == FactKind::person_added) {
    people[number] = *rules::fold(std::optional<model::Person>(), fact);
    return;
  }
  const auto her = people.find(number);
  if (her == people.end()) return;
  if (auto after = rules::fold(std::optional(std::move(her->second)), fact)) her->second = std::move(*after);
  if (fact.kind == FactKind::person_changed && fact.value == "mail") bounced.erase(number);
  if (fact.kind != FactKind::mandate_began) return;
  for (const Number role : {Number{0}, names.number(fact.value)}) {
    std::vector<Number>& holders = by_role[both(names.number(fact.network), role)];
    if (holders.empty() || holders.back() != number) holders.push_back(number);
  }
}

void Memory::State::take_request(const Fact& fact) {
  const auto place = static_cast<std::size_t>(fact.request);
  if (requests.size() < place) requests.resize(place);
  Request& it = requests[place - 1];
  switch (fact.kind) {
    case FactKind::asked:
      it = {fact.request, fact.network,   fact.value, fact.object, fact.cause, {},
            fact.person,  happened(fact), {},         {},          {}};
      break;
    case FactKind::routed:
      it.role = fact.value, it.routed = happened(fact);
      break;
    case FactKind::replied:
      it.replied = happened(fact);
      replies[both(place, names.number(fact.person))] = happened(fact);
      break;
    case FactKind::closed:
      it.closed = happened(fact);
      break;
    default:
      break;
  }
}

void Memory::State::take_queued(const Fact& fact) {
  const bool has_items = fact.detail.find("\"items\"") != std::string::npos;
  std::optional<json::Value> detail;
  if (has_items || fact.person.empty()) detail = json::parse(fact.detail);
  const std::size_t slash = fact.path.find('/');
  Key key{fact.path.substr(0, slash), slash == std::string::npos ? "" : fact.path.substr(slash + 1), fact.object,
          fact.number, recipient_of(fact, detail)};
  queued.insert(print_of(key));
  if (has_items && detail) {
    const json::Value *const items = detail->find("items"), *const revisions = detail->find("revisions");
    for (std::size_t i = 0; items && revisions && i < std::min(items->items.size(), revisions->items.size()); ++i) {
      key.subject = items->items[i].text, key.revision = revisions->items[i].integer;
      queued.insert(print_of(key));
    }
  }
  if (fact.cause != "request" && fact.cause != "cancel") return;
  const Number subject = names.number(fact.object), recipient = names.number(key.recipient);
  Told& it = told[subject][recipient];
  const bool invites = fact.cause == "request";
  flights[fact.message] = {subject, recipient, fact.seq, it.has, invites};
  it = {invites, invites ? Invitation::request : Invitation::cancel, fact.limit, fact.seq};
}

void Memory::State::take_relayed(const Fact& fact) {
  const auto found = flights.find(fact.message);
  if (found == flights.end()) return;
  const Flight flight = found->second;
  const bool failed = fact.value == "refused" || fact.value == "expired" || fact.value == "dropped";
  if (!failed && fact.value != "accepted") return;
  Told& it = told[flight.subject][flight.recipient];
  if (it.fact == flight.fact) it.has = failed ? flight.had : flight.invites;
  if (!failed) flights.erase(found);  // what failed may be sent again by hand
}

}  // namespace cenacle::workflow
