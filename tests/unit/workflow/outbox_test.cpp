// What each fact makes of a message, and when it may be offered.
#include "workflow/outbox.h"

#include <doctest/doctest.h>

namespace cenacle::workflow::test {

using model::Fact;
using model::Fate;
using model::Message;
using namespace std::chrono_literals;

namespace {

const base::Instant noon = *base::parse_instant("2026-09-15T12:00:00Z");

Action action() {
  Action it;
  it.key = {"reunions", "convocation", "meeting:m@2026-10-08T14:00:00", 3, "p-anne"};
  it.network = "net", it.to.person = "p-anne", it.mail = "convocation", it.invitation = Invitation::request;
  it.due = noon - 1h, it.until = noon + 24h, it.items = {"meeting:a", "meeting:b"}, it.list = "lettre";
  it.revisions = {3, 20261008}, it.sequence = 2;
  it.reason = {"workflows/net.toml", 12, "trois semaines avant « la \"réunion\" »"};
  return it;
}

/// After the facts, the last of which `what` gives.
Message after(std::initializer_list<Fact> facts) {
  std::optional<Message> it = fold(std::nullopt, queued(action(), 7, noon));
  for (const Fact& each : facts) {
    it = fold(it, each);
    REQUIRE(it);
  }
  return *it;
}

const Message begun = after({});

Fact claim(base::Instant at = noon) { return offered(begun, "s-1", at, at + 30min); }
Fact answer(std::string_view value, std::optional<base::Instant> until = {}, std::int64_t code = 0) {
  Fact it = relayed(begun, value, noon);
  it.until = until, it.number = code;
  return it;
}

}  // namespace

TEST_CASE("an action comes back whole from the message that it became") {
  Action mailbox = action();
  mailbox.to = {"", "contact@net.example", "Secrétariat \"général\""};
  mailbox.key.recipient = "mailbox:contact@net.example";
  mailbox.items.clear(), mailbox.revisions.clear(), mailbox.sequence = 0, mailbox.list.clear(), mailbox.reason = {}, mailbox.invitation = Invitation::none;
  Action cancel = action();
  cancel.invitation = Invitation::cancel;
  for (const Action& it : {action(), mailbox, cancel}) {
    const auto message = fold(std::nullopt, queued(it, 7, noon));
    REQUIRE(message);
    CHECK(message->id == 7);
    CHECK(recipient_of(*message) == it.key.recipient);
    REQUIRE(action_of(*message));
    CHECK(*action_of(*message) == it);
  }
}

TEST_CASE("a detail that is not ours gives no action") {
  Message it = begun;
  for (const char* detail : {"", "[]", "{}", R"({"due":"demain"})"}) {
    it.detail = detail;
    CHECK(!action_of(it));
  }
}

TEST_CASE("facts move a message from state to state") {
  struct Case {
    const char* name;
    Message message;
    Fate fate;
    std::int64_t offers, doubts;
    Offer offer;
  };
  const Case cases[] = {
      {"queued", begun, Fate::queued, 0, 0, Offer::now},
      {"with a sender", after({claim()}), Fate::offered, 1, 0, Offer::later},
      {"accepted", after({claim(), answer("accepted", {}, 250)}), Fate::accepted, 1, 0, Offer::never},
      {"refused", after({claim(), answer("refused", {}, 550)}), Fate::refused, 1, 0, Offer::never},
      {"deferred", after({claim(), answer("deferred", noon + 1min)}), Fate::deferred, 1, 0, Offer::later},
      {"deferred, its time has come", after({claim(), answer("deferred", noon)}), Fate::deferred, 1, 0, Offer::now},
      {"in doubt", after({claim(), answer("uncertain")}), Fate::in_doubt, 1, 1, Offer::now},
      {"in doubt, deferred since", after({claim(), answer("uncertain"), claim(), answer("deferred")}), Fate::in_doubt,
       2, 1, Offer::now},
      {"in doubt, accepted since", after({claim(), answer("uncertain"), claim(), answer("accepted")}), Fate::accepted,
       2, 1, Offer::never},
      {"in doubt for the fourth time",
       after({claim(), answer("uncertain"), claim(), answer("uncertain"), claim(), answer("uncertain"), claim(),
              answer("uncertain")}),
       Fate::in_doubt, 4, 4, Offer::never},
      {"dropped", after({*dropped(begun, noon)}), Fate::dropped, 0, 0, Offer::never},
      {"expired", after({answer("expired")}), Fate::expired, 0, 0, Offer::never},
      {"an answer that comes after the claim was given up", after({claim(), answer("uncertain"), answer("accepted")}),
       Fate::accepted, 1, 1, Offer::never},
      {"nothing takes back what was accepted", after({claim(), answer("accepted"), answer("refused")}), Fate::accepted,
       1, 0, Offer::never},
      {"a late answer does not revive what was dropped", after({answer("dropped"), answer("deferred")}), Fate::dropped,
       0, 0, Offer::never},
  };
  for (const Case& it : cases) {
    CAPTURE(it.name);
    CHECK(it.message.fate == it.fate);
    CHECK(it.message.offers == it.offers);
    CHECK(it.message.doubts == it.doubts);
    CHECK(may_offer(it.message, noon) == it.offer);
  }
}

TEST_CASE("what is of no use any more expires, unless it may have left") {
  const base::Instant late = noon + 24h + 1s;
  CHECK(may_offer(begun, noon + 24h) == Offer::now);
  CHECK(may_offer(begun, late) == Offer::too_late);
  CHECK(may_offer(after({claim(), answer("deferred", late + 1h)}), late) == Offer::too_late);
  CHECK(may_offer(after({claim(), answer("uncertain")}), late) == Offer::never);
  CHECK(may_offer(after({claim()}), late) == Offer::later);
}

TEST_CASE("what is final, or with a sender, is not offered") {
  CHECK(!fold(after({claim()}), claim()));
  CHECK(!fold(after({claim(), answer("accepted")}), claim()));
  CHECK(!fold(std::nullopt, claim()));
  CHECK(!fold(begun, queued(action(), 7, noon)));
}

TEST_CASE("the coordinator takes out, or puts back, what no relay has") {
  const Message refused = after({claim(), answer("refused", {}, 550)}), taken_out = after({*dropped(begun, noon)});
  const Message lost = after({claim(), answer("uncertain"), claim(), answer("uncertain"), claim(), answer("uncertain"),
                              claim(), answer("uncertain")});
  for (const Message& it : {refused, taken_out, lost}) {
    const auto fact = put_back(it, noon);
    REQUIRE(fact);
    const auto back = fold(it, *fact);
    REQUIRE(back);
    CHECK(back->fate == Fate::deferred);
    CHECK(back->doubts == 0);
    CHECK(may_offer(*back, noon) == Offer::now);
  }
  CHECK(!put_back(begun, noon));
  CHECK(!put_back(after({claim()}), noon));
  CHECK(!put_back(after({claim(), answer("accepted")}), noon));
  CHECK(!put_back(refused, noon + 48h));  // of no use any more
  CHECK(dropped(lost, noon));
  CHECK(!dropped(refused, noon));
  CHECK(!dropped(after({claim()}), noon));
}

}  // namespace cenacle::workflow::test
