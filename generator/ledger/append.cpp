// Appending facts: numbered, kept with their words, and folded into what the tables say of registrations and people.
#include <fmt/format.h>

#include "base/text.h"
#include "ledger/rows.h"
#include "ledger/transaction.h"
#include "rules/registration/fold.h"
#include "workflow/outbox.h"

namespace cenacle::ledger {

namespace {

using model::Fact;
using model::FactKind;

/// The kinds that tell of a person herself stand first in the closed list.
bool tells_of_a_person(FactKind kind) { return kind <= FactKind::reviewed; }
static_assert(FactKind::person_added < FactKind::reviewed && FactKind::reviewed < FactKind::requested);

bool tells_of_a_message(FactKind kind) {
  return kind == FactKind::queued || kind == FactKind::offered || kind == FactKind::relayed;
}

/// Written with who she is, never by themselves.
bool has_a_way_of_its_own(FactKind kind) {
  return kind == FactKind::person_added || kind == FactKind::person_changed || kind == FactKind::erased;
}

void check_texts(const Fact& fact) {
  for (const std::string* text : {&fact.network, &fact.person, &fact.other, &fact.body, &fact.object, &fact.path,
                                  &fact.value, &fact.cause, &fact.digest, &fact.detail, &fact.said})
    check_text(*text);
}

/// What was folded so far, each with what the tables have; written once, whatever number of facts it takes.
template <class T>
struct Folded {
  std::optional<T> before, after;
};

template <class Key, class T, class Find>
Folded<T>& folded(std::map<Key, Folded<T>>& all, const Key& key, const Find& find) {
  const auto [it, is_new] = all.try_emplace(key);
  if (is_new) it->second.before = it->second.after = find();
  return it->second;
}

}  // namespace

void check_text(std::string_view text) {
  if (text.find('\0') != text.npos || base::first_invalid_utf8(text))
    disk_trouble("a text is not UTF-8, or has a NUL: the ledger does not take it; nothing was recorded");
}

bool OpenTransaction::is_erased(std::string_view person) const {
  return !person.empty() && database_.number("SELECT count(*) FROM people WHERE id = ? AND erased = 1", {person}) > 0;
}

void OpenTransaction::write_all(std::span<Fact> facts) {
  if (access_ != Access::write) disk_trouble("this transaction reads; nothing was recorded");
  std::map<std::int64_t, Folded<model::Registration>> registrations;
  std::map<std::string, Folded<model::Person>> people;
  std::map<std::int64_t, Folded<model::Message>> messages;
  std::int64_t next_registration = 0, next_message = 0;
  for (Fact& fact : facts) {
    check_texts(fact);
    fact.seq = ++last_;
    if (tells_of_a_message(fact.kind)) {
      auto& it = folded(messages, fact.message, [&] { return find_message(fact.message); });
      if (fact.kind == FactKind::queued) {
        if (next_message == 0) next_message = database_.number("SELECT max(id) FROM messages") + 1;
        if (fact.message != next_message++)
          disk_trouble(fmt::format("message {} is not the next one; nothing was recorded", fact.message));
      }
      it.after = workflow::fold(it.after, fact);
      if (!it.after)
        disk_trouble(
            fmt::format("message {} cannot be {}; nothing was recorded", fact.message, model::word(fact.kind)));
      if (is_erased(it.after->person)) fact.said.clear();  // a relay's words name whom they are about
    }
    if (!fact.said.empty()) fact.words = fact.seq;
    write_fact(database_, fact);
    if (fact.registration != 0) {
      auto& it = folded(registrations, fact.registration, [&] { return find_registration(fact.registration); });
      if (fact.kind == FactKind::requested) {
        if (next_registration == 0) next_registration = database_.number("SELECT max(id) FROM registrations") + 1;
        if (fact.registration != next_registration++)
          disk_trouble(fmt::format("registration {} is not the next one; nothing was recorded", fact.registration));
      } else if (!it.after) {
        disk_trouble(fmt::format("there is no registration {}; nothing was recorded", fact.registration));
      }
      it.after = rules::fold(it.after, fact);
    } else if (tells_of_a_person(fact.kind)) {
      auto& it = folded(people, fact.person,
                        [&] { return fact.kind == FactKind::person_added ? std::nullopt : find_person(fact.person); });
      if (!it.after && fact.kind != FactKind::person_added)
        disk_trouble(fmt::format("there is nobody with the id {}; nothing was recorded", fact.person));
      it.after = rules::fold(it.after, fact);
    }
  }
  for (const auto& [id, it] : people) write_person(database_, it.before ? &*it.before : nullptr, *it.after);
  for (const auto& [id, it] : registrations)
    if (it.after != it.before) write_registration(database_, *it.after, !it.before);
  for (const auto& [id, it] : messages)
    if (it.after != it.before) write_message(database_, *it.after, !it.before);
}

base::Outcome OpenTransaction::append(std::span<Fact> facts) {
  return done([&] {
    for (const Fact& it : facts)
      if (has_a_way_of_its_own(it.kind))
        disk_trouble(fmt::format("a fact `{}` is not appended by itself; nothing was recorded", model::word(it.kind)));
    write_all(facts);
  });
}

base::Outcome OpenTransaction::replay(std::span<Fact> facts) {
  return done([&] { write_all(facts); });
}

}  // namespace cenacle::ledger
