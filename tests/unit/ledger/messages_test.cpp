// The outbox in the ledger: numbered, queued once, claimed by one, and forgotten with whom it was for.
#include "ledger/check.h"
#include "ledger/letters.h"

namespace cenacle::ledger::test {

using namespace std::chrono_literals;
using model::Fact;
using model::Fate;
using model::Message;

namespace {

std::vector<std::int64_t> ids(const std::vector<Message>& messages) {
  std::vector<std::int64_t> all;
  for (const Message& it : messages) all.push_back(it.id);
  return all;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("a message is queued once, found by its key, and says its whole action again") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    workflow::Action mailbox = owed("");
    mailbox.to = {"", "contact@net.example", "Secrétariat"};
    mailbox.key.recipient = mailbox.to.reference();
    write(*ledger, [&](Transaction& it) {
      CHECK(it.next_message() == 1);
      std::vector<Fact> facts = {workflow::queued(owed("p-a"), 1, noon), workflow::queued(mailbox, 2, noon),
                                 workflow::queued(owed("p-a", 1), 3, noon)};
      must(it.append(facts));
      CHECK(it.next_message() == 4);
    });
    const auto reading = must(ledger->read());
    const auto found = must(reading->queued(mailbox.key));
    REQUIRE(found);
    CHECK(found->id == 2);
    CHECK(workflow::action_of(*found) == mailbox);
    CHECK(!must(reading->queued(owed("p-b").key)));
    CHECK(must(reading->queued(owed("p-a", 1).key))->id == 3);
    CHECK(reading->message(1) == workflow::fold(std::nullopt, workflow::queued(owed("p-a"), 1, noon)));
    CHECK(!reading->message(4));
    CHECK(ids(must(reading->messages({}))) == Ids{1, 2, 3});
    CHECK(ids(must(reading->messages({.person = "p-a"}))) == Ids{1, 3});
    CHECK(ids(must(reading->messages({.fates = {Fate::queued}, .network = "net", .after = 1, .at_most = 1}))) ==
          Ids{2});
    CHECK(ids(must(reading->messages({.path = "reunions/convocation", .subject = "meeting:x"}))).empty());
    CHECK(must(reading->count_messages())[0] == 3);
  });
}

TEST_CASE("what does not follow is refused, and nothing is written") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    write(*ledger, [](Transaction& it) { queue(it, 1); });
    const auto refused = [&](Fact it) {
      const auto transaction = must(ledger->write());
      CHECK(!transaction->append({&it, 1}));
      CHECK(!transaction->commit());
    };
    refused(workflow::queued(owed("p-1"), 2, noon));  // the same thing again
    refused(workflow::queued(owed("p-2"), 3, noon));  // a gap
    refused(workflow::queued(owed("p-2"), 1, noon));
    Message other;
    other.id = 9;
    refused(workflow::offered(other, "s", noon, noon));
    CHECK(must(must(ledger->read())->messages({})).size() == 1);
  });
}

TEST_CASE("a message is with one sender at a time") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    write(*ledger, [](Transaction& it) { queue(it, 4); });
    write(*ledger, [](Transaction& it) {
      const Ids wanted = {1, 3, 3, 8};
      CHECK(must(it.claim(std::span(wanted).first(2), "s-1", noon, noon + 30min)) == Ids{1, 3});
      CHECK(ids(must(it.to_offer(noon, 0, 10))) == Ids{2, 4});
    });
    write(*ledger, [](Transaction& it) {
      const Ids wanted = {1, 2, 8};
      CHECK(must(it.claim(wanted, "s-2", noon, noon + 30min)) == Ids{2});
      CHECK(must(it.abandon_claims("s-3", noon + 29min)) == 0);
      CHECK(must(it.abandon_claims("s-2", noon)) == 1);  // whose process is gone
      CHECK(it.message(2)->fate == Fate::in_doubt);
      CHECK(ids(must(it.to_offer(noon, 0, 10))) == Ids{2, 4});
      CHECK(ids(must(it.to_offer(noon, 2, 10))) == Ids{4});
      CHECK(ids(must(it.to_offer(noon, 0, 1))) == Ids{2});
      CHECK(must(it.abandon_claims("s-3", noon + 30min)) == 2);  // their claims have ended
      CHECK(ids(must(it.to_offer(noon, 0, 10))) == Ids{1, 2, 3, 4});
    });
    CHECK(must(check_ledger(somewhere.place())).damages.empty());
  });
}

TEST_CASE("what will never be offered is in nobody's way") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    write(*ledger, [](Transaction& it) {
      queue(it, 3);
      for (int i = 0; i < 4; ++i) {
        const Ids first = {1, 2};
        must(it.claim(first, "s", noon, noon + 30min));
        must(it.abandon_claims("s", noon));
      }
      CHECK(it.message(1)->doubts == 4);
      CHECK(ids(must(it.to_offer(noon, 0, 1))) == Ids{3});
      std::vector<Fact> back = {*workflow::put_back(*it.message(2), noon)};
      must(it.append(back));
      CHECK(ids(must(it.to_offer(noon, 0, 10))) == Ids{2, 3});
      CHECK(ids(must(it.to_offer(noon + 48h, 0, 10))) == Ids{2, 3});  // to expire
    });
  });
}

TEST_CASE("a message's story is its facts, with the relay's words") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    write(*ledger, [](Transaction& it) {
      queue(it, 1);
      const Ids first = {1};
      must(it.claim(first, "s-1", noon, noon + 30min));
      std::vector<Fact> facts = {answer(*it.message(1), "accepted", "2.0.0 Ok: queued as 4AF")};
      facts[0].number = 250;
      must(it.append(facts));
    });
    const auto reading = must(ledger->read());
    const auto facts = must(reading->facts_of_message(1));
    REQUIRE(facts.size() == 3);
    CHECK(facts[1].value == "s-1");
    CHECK(facts[2].said == "2.0.0 Ok: queued as 4AF");
    CHECK(reading->message(1)->code == 250);
    CHECK(must(reading->count_messages())[static_cast<std::size_t>(Fate::accepted)] == 1);
  });
}

TEST_CASE("with somebody who is erased go the mails that wait for her, and what relays said of her") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    write(*ledger, [](Transaction& it) {
      const auto anne = must(it.add_person({"Anne", "Roy", "anne.roy@a.example", "", "", ""}, noon));
      std::vector<Fact> facts = {workflow::queued(owed(anne), 1, noon), workflow::queued(owed(anne, 1), 2, noon),
                                 workflow::queued(owed("p-other"), 3, noon), workflow::queued(owed(anne, 2), 4, noon)};
      must(it.append(facts));
      const Ids some = {1, 4};
      must(it.claim(some, "s-1", noon, noon + 30min));
      std::vector<Fact> told = {answer(*it.message(1), "refused", "550 <anne.roy@a.example>: unknown")};
      must(it.append(told));
      must(it.erase_person(anne, noon));
      CHECK(it.message(1)->fate == Fate::refused);
      CHECK(it.message(2)->fate == Fate::dropped);
      CHECK(it.message(3)->fate == Fate::queued);
      CHECK(it.message(4)->fate == Fate::offered);  // it may have left
      std::vector<Fact> late = {answer(*it.message(4), "deferred", "450 <anne.roy@a.example>: busy")};
      must(it.append(late));
    });
    const auto reading = must(ledger->read());
    must(reading->each_fact(0, [](const Fact& it) { CHECK(it.said == ""); }));
    CHECK(must(check_ledger(somewhere.place())).damages == std::vector<std::string>());
  });
}

TEST_CASE("the secret is drawn once, and is another for another ledger") {
  on_both([](const Somewhere& somewhere) {
    const std::string secret = must(opened(somewhere)->secret());
    CHECK(secret.size() == 32);
    CHECK(must(opened(somewhere)->secret()) == secret);
    CHECK(must(must(Ledger::open_to_read(somewhere.place()))->secret()) == secret);
    const Somewhere other(Somewhere::Kind::sqlite);
    CHECK(must(opened(other)->secret()) != secret);
  });
}

}  // namespace cenacle::ledger::test
