// Several at once: one writes at a time, those who read keep the state that they began with, and who waits too long is
// told to try again.
#include <thread>

#include "ledger/open_ledger.h"
#include "ledger/places.h"

namespace cenacle::ledger::test {

using namespace std::chrono_literals;
using model::Fact;
using model::FactKind;

TEST_CASE("who writes while another does waits, then is told to try again; nothing was written") {
  on_both([](const Somewhere& somewhere) {
    const auto first = opened(somewhere);
    const auto held = must(first->write());
    const auto second = OpenLedger::open(somewhere.place(), Access::write, 100ms);
    const auto began = std::chrono::steady_clock::now();
    const auto refused = second->write();
    REQUIRE(!refused);
    CHECK(refused.failure().kind == base::FailureKind::busy);
    CHECK(std::chrono::steady_clock::now() - began >= 100ms);
    must(must(second->read())->people());  // reading waits for nobody
    must(held->commit());
    must(must(second->write())->commit());
  });
}

TEST_CASE("who reads sees the state of the beginning until the end") {
  on_both([](const Somewhere& somewhere) {
    const auto writer = opened(somewhere), reader = opened(somewhere);
    const auto reading = must(reader->read());
    CHECK(reading->next_registration() == 1);
    write(*writer, [](Transaction& it) {
      std::vector<Fact> facts = {asking(1, "p-a")};
      must(it.append(facts));
    });
    CHECK(reading->next_registration() == 1);
  });
}

TEST_CASE("facts of many writers are numbered without a gap, and each commit is whole") {
  on_both([](const Somewhere& somewhere) {
    (void)opened(somewhere);
    constexpr int writers = 6, times = 10;
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
      threads.emplace_back([&] {
        const auto ledger = Ledger::open(somewhere.place());
        for (int n = 0; ledger && n < times; ++n) {
          const auto transaction = (*ledger)->write();
          if (!transaction) return;
          const std::int64_t next = (*transaction)->next_registration();
          std::vector<Fact> facts = {asking(next, "p-a"), fact(FactKind::confirmed, "net")};
          facts[1].registration = next;
          if (!(*transaction)->append(facts) || !(*transaction)->commit()) return;
        }
      });
    for (std::thread& it : threads) it.join();
    const auto ledger = opened(somewhere);
    const auto reading = must(ledger->read());
    std::int64_t last = 0;
    must(reading->each_fact(0, [&](const Fact& it) {
      CHECK(it.seq == ++last);
      CHECK(it.registration == (last + 1) / 2);
    }));
    CHECK(last == 2 * writers * times);
  });
}

TEST_CASE("a second transaction of the same ledger is refused") {
  const Somewhere somewhere(Somewhere::Kind::sqlite);
  const auto ledger = opened(somewhere);
  {
    const auto first = must(ledger->write());
    CHECK(!ledger->read());
  }
  must(must(ledger->write())->commit());
}

}  // namespace cenacle::ledger::test
