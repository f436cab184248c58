// Each message once, in a state that has a name, whatever the relay answers.
#include <doctest/doctest.h>

#include <thread>

#include "delivery/sender.h"
#include "delivery/stage.h"
#include "workflow/outbox.h"

namespace cenacle::delivery::test {

using namespace std::chrono_literals;

TEST_CASE("what is due is sent once, recorded before it leaves and before anything follows") {
  on_both(200, [](Stage& stage) {
    const auto watching = must(ledger::Ledger::open_to_read(stage.somewhere.place()));
    std::vector<std::int64_t> before;
    stage.relay.seen = [&](const std::vector<Parcel>& parcels) {
      const auto reading = must(watching->read());
      for (const std::int64_t id : before) CHECK(reading->message(id)->fate == Fate::accepted);
      before.clear();
      for (const Parcel& it : parcels) {
        CHECK(reading->message(it.message)->fate == Fate::offered);
        CHECK(reading->message(it.message)->sender == "s-1");
        before.push_back(it.message);
      }
    };
    const Tally tally = stage.run();
    CHECK(tally.accepted == 200);
    CHECK(tally.left == 0);
    CHECK(tally.trouble == "");
    CHECK(stage.in(Fate::accepted) == 200);
    CHECK(stage.relay.copies.size() == 200);
    for (const auto& [id, copies] : stage.relay.copies) CHECK(copies == 1);
    CHECK(stage.run().accepted == 0);  // and nothing more
    CHECK(stage.relay.copies.size() == 200);
  });
}

TEST_CASE("however writing and sending fall together, nothing is offered twice") {
  for (int time = 0; time < 60; ++time) {
    Stage stage(Somewhere::Kind::sqlite, 1 + time % 5);
    stage.relay.room = 4;
    stage.relay.seen = [&](const std::vector<Parcel>&) { std::this_thread::yield(); };
    CHECK(stage.run().accepted == 1 + time % 5);
    for (const auto& [id, copies] : stage.relay.copies) CHECK(copies == 1);
  }
}

TEST_CASE("each answer has its state") {
  on_both(8, [](Stage& stage) {
    stage.relay.answer = [](std::int64_t id) {
      return id == 2   ? Outcome::refused
             : id == 3 ? Outcome::deferred
             : id == 4 ? Outcome::uncertain
                       : Outcome::accepted;
    };
    const Tally tally = stage.run();
    CHECK(tally.accepted == 5);
    CHECK(tally.refused == 1);
    CHECK(tally.deferred == 1);
    CHECK(tally.in_doubt == 1);
    CHECK(tally.left == 2);
    CHECK(tally.earliest == noon + 1min);
    CHECK(stage.message(2).fate == Fate::refused);
    CHECK(stage.message(3).fate == Fate::deferred);
    CHECK(stage.message(4).fate == Fate::in_doubt);
    CHECK(stage.run(noon + 59s).left == 2);
    const Tally next = stage.run(noon + 1min);
    CHECK(next.deferred == 1);
    CHECK(next.in_doubt == 1);
    CHECK(next.again == 1);
    CHECK(stage.message(3).again == noon + 6min);  // it waits longer each time
    stage.relay.answer = [](std::int64_t) { return Outcome::accepted; };
    CHECK(stage.run(noon + 10min).accepted == 2);
    CHECK(stage.relay.copies[2] == 1);
    CHECK(stage.relay.copies[4] == 3);
  });
}

TEST_CASE("what never has an answer is offered four times, then left to the coordinator") {
  on_both(1, [](Stage& stage) {
    stage.relay.answer = [](std::int64_t) { return Outcome::uncertain; };
    for (int hour = 0; hour < 20; ++hour) stage.run(noon + std::chrono::hours(hour));
    CHECK(stage.relay.copies[1] == 4);
    CHECK(stage.message(1).fate == Fate::in_doubt);
    CHECK(stage.run(noon + 20h).left == 0);
  });
}

TEST_CASE("what is of no use any more expires, and does not leave") {
  on_both(3, [](Stage& stage) {
    const Tally tally = stage.run(noon + 25h);
    CHECK(tally.expired == 3);
    CHECK(tally.left == 0);
    CHECK(stage.relay.copies.empty());
    CHECK(stage.message(2).fate == Fate::expired);
  });
}

TEST_CASE("a relay that is away ends the run: what it was offered waits with the rest") {
  on_both(100, [](Stage& stage) {
    stage.relay.answer = [](std::int64_t id) { return id > 10 ? Outcome::unreachable : Outcome::accepted; };
    const Tally tally = stage.run();
    CHECK(tally.accepted == 10);
    CHECK(tally.left == 90);
    CHECK(tally.trouble == "mots");
    CHECK(stage.relay.copies.size() <= 13);
    stage.relay.answer = [](std::int64_t) { return Outcome::accepted; };
    const Tally back = stage.run();  // at once: it was nobody's fault
    CHECK(back.accepted == 90);
    CHECK(back.trouble == "");
  });
}

TEST_CASE("a message that cannot be written is told, and the others go on") {
  on_both(5, [](Stage& stage) {
    const Tally tally = stage.run(noon, {.sender = "s-1"}, [](const model::Message& it) -> base::Result<Parcel> {
      if (it.id == 2) return base::Failure{base::FailureKind::not_found, "nobody has this address any more"};
      return composed(it);
    });
    CHECK(tally.accepted == 4);
    CHECK(tally.refused == 1);
    CHECK(must(must(stage.records->read())->facts_of_message(2)).back().said == "nobody has this address any more");
  });
}

TEST_CASE("when nothing can be written any more, what has left is recorded") {
  on_both(50, [](Stage& stage) {
    const auto failed = stage.try_run(noon, {.sender = "s-1"}, [](const model::Message& it) -> base::Result<Parcel> {
      if (it.id == 20) return base::Failure{base::FailureKind::disk, "the disk is gone"};
      return composed(it);
    });
    REQUIRE(!failed);
    CHECK(failed.failure().message == "the disk is gone");
    CHECK(stage.in(Fate::offered) == 0);
    CHECK(stage.in(Fate::accepted) == static_cast<std::int64_t>(stage.relay.copies.size()));
  });
}

TEST_CASE("what a process that died had claimed is in doubt, and offered again under its name at once") {
  on_both(6, [](Stage& stage) {
    ledger::test::write(*stage.records, [](ledger::Transaction& it) {
      const std::int64_t mine[] = {1, 2}, others[] = {3};
      must(it.claim(mine, "s-1", noon, noon + 30min));
      must(it.claim(others, "s-2", noon, noon + 30min));
    });
    const Tally tally = stage.run();
    CHECK(tally.accepted == 5);
    CHECK(tally.again == 2);
    CHECK(tally.left == 1);
    CHECK(stage.message(1).doubts == 1);
    CHECK(stage.message(3).fate == Fate::offered);  // another's, who may be alive
    const Tally later = stage.run(noon + 30min);
    CHECK(later.accepted == 1);
    CHECK(later.again == 1);
  });
}

TEST_CASE("two senders share the work, and none of it is done twice") {
  on_both(300, [](Stage& stage) {
    Relay others;
    const auto second = must(ledger::Ledger::open(stage.somewhere.place()));
    std::thread sending([&] {
      const base::FixedClock clock(noon);
      const auto tally = send(*second, others, composed, clock, {.sender = "s-2"});
      CHECK(tally);
    });
    const Tally tally = stage.run();
    sending.join();
    CHECK(stage.in(Fate::accepted) == 300);
    CHECK(stage.relay.copies.size() + others.copies.size() == 300);
    CHECK(tally.accepted == static_cast<std::int64_t>(stage.relay.copies.size()));
    for (const auto& [id, copies] : stage.relay.copies) CHECK(copies + others.copies[id] == 1);
  });
}

TEST_CASE("a run can be bounded, and stopped between two messages") {
  on_both(40, [](Stage& stage) {
    CHECK(stage.run(noon, {.sender = "s-1", .at_most = 5}).accepted == 5);
    CHECK(stage.in(Fate::queued) == 35);
    int asked = 0;
    const Tally tally = stage.run(noon, {.sender = "s-1", .stop = [&] { return ++asked > 3; }});
    CHECK(tally.trouble == "");
    CHECK(stage.in(Fate::offered) == 0);
    CHECK(stage.in(Fate::queued) > 0);
    CHECK(stage.in(Fate::accepted) == static_cast<std::int64_t>(stage.relay.copies.size()));
  });
}

TEST_CASE("a transport that is asked to hurry no domain still serves the others") {
  Stage stage(Somewhere::Kind::sqlite, 9);
  std::vector<std::string> order;
  stage.relay.room = 1;
  stage.relay.seen = [&](const std::vector<Parcel>& parcels) {
    for (const Parcel& it : parcels) order.push_back(it.to);
  };
  int asked = 0;
  stage.run(noon, {.sender = "s-1", .limits = {0, 1}, .stop = [&] { return ++asked > 40; }});
  // One for each of the three domains; the next ones would be due in a minute.
  CHECK(order == std::vector<std::string>{"p1@d1.example", "p2@d2.example", "p3@d0.example"});
  CHECK(stage.in(Fate::queued) == 6);
  CHECK(stage.in(Fate::offered) == 0);
}

TEST_CASE("delays grow") {
  CHECK(delay_after(0) == 1min);
  CHECK(delay_after(1) == 1min);
  for (int offers = 1; offers < 6; ++offers) CHECK(delay_after(offers) < delay_after(offers + 1));
  CHECK(delay_after(1000) == 6h);
}

}  // namespace cenacle::delivery::test
