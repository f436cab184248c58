// Mails that are owed, for tests of the outbox.
#pragma once

#include "ledger/places.h"
#include "workflow/outbox.h"

namespace cenacle::ledger::test {

/// To somebody, about something; useful for a day.
inline workflow::Action owed(std::string person, std::int64_t revision = 0, std::string subject = "meeting:m") {
  workflow::Action it;
  it.network = "net", it.mail = "convocation", it.to.person = std::move(person);
  it.key = {"reunions", "convocation", std::move(subject), revision, it.to.reference()};
  it.due = noon, it.until = noon + std::chrono::hours(24);
  it.reason = {"workflows/net.toml", 3, "trois semaines avant"};
  return it;
}

/// Queues `count` of them, to "p-1"…
inline void queue(Transaction& it, std::int64_t count) {
  std::vector<model::Fact> facts;
  const std::int64_t next = it.next_message();
  for (std::int64_t i = 0; i < count; ++i)
    facts.push_back(workflow::queued(owed("p-" + std::to_string(next + i)), next + i, noon));
  must(it.append(facts));
}

inline model::Fact answer(const model::Message& message, std::string_view value, std::string words = "") {
  model::Fact it = workflow::relayed(message, value, noon);
  it.said = std::move(words);
  return it;
}

}  // namespace cenacle::ledger::test
