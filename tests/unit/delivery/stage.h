// A ledger with mails that are owed, and a transport that answers as the test says.
#pragma once

#include <fmt/format.h>

#include <map>

#include "delivery/outbox.h"
#include "ledger/check.h"
#include "ledger/letters.h"

namespace cenacle::delivery::test {

using ledger::test::must;
using ledger::test::noon;
using ledger::test::Somewhere;
using model::Fate;
using Outcome = Receipt::Outcome;

inline base::Result<Parcel> composed(const model::Message& message) {
  return Parcel{message.id, "portail@net.example", fmt::format("p{}@d{}.example", message.id, message.id % 3),
                fmt::format("Message-ID: <{}@net.example>\r\n\r\nBonjour.\r\n", message.id)};
}

/// Answers `answer(message)`, and keeps what it was offered. What the ledger says of a message at that moment is asked
/// through `seen`.
class Relay final : public Transport {
 public:
  std::function<Outcome(std::int64_t)> answer = [](std::int64_t) { return Outcome::accepted; };
  std::function<void(const std::vector<Parcel>&)> seen = [](const std::vector<Parcel>&) {};
  std::size_t room = 3;
  std::map<std::int64_t, int> copies;

  void send(const Exchange& exchange) override {
    std::vector<Receipt> ended;
    for (std::size_t width = room;;) {
      const Next next = exchange(std::move(ended), width);
      ended.clear();
      if (next.parcels.empty() && !next.later) return;
      CHECK(next.parcels.size() <= width);
      seen(next.parcels);
      for (const Parcel& it : next.parcels) {
        ++copies[it.message];
        ended.push_back({it.message, answer(it.message), 250, "mots"});
        if (ended.back().outcome == Outcome::unreachable) --width;
      }
    }
  }
};

/// An outbox with `count` mails, in its own folder.
class Stage {
 public:
  Stage(Somewhere::Kind kind, std::int64_t count)
      : somewhere(kind), records(must(ledger::Ledger::open(somewhere.place()))) {
    ledger::test::write(*records, [&](ledger::Transaction& it) { ledger::test::queue(it, count); });
  }
  Tally run(base::Instant now = noon, Sending sending = {.sender = "s-1"}, const Compose& compose = composed) {
    return must(try_run(now, std::move(sending), compose));
  }
  base::Result<Tally> try_run(base::Instant now, Sending sending, const Compose& compose) {
    return send(*records, relay, compose, base::FixedClock(now), sending);
  }
  model::Message message(std::int64_t id) { return *must(records->read())->message(id); }
  std::int64_t in(Fate fate) { return must(must(records->read())->count_messages())[static_cast<std::size_t>(fate)]; }

  Somewhere somewhere;
  std::unique_ptr<ledger::Ledger> records;
  Relay relay;
};

template <class Body>
void on_both(std::int64_t count, Body&& body) {
  for (const auto kind : {Somewhere::Kind::sqlite, Somewhere::Kind::postgresql}) {
    CAPTURE(kind == Somewhere::Kind::sqlite ? "SQLite" : "PostgreSQL");
    Stage stage(kind, count);
    body(stage);
    CHECK(must(ledger::check_ledger(stage.somewhere.place())).damages == std::vector<std::string>());
  }
}

}  // namespace cenacle::delivery::test
