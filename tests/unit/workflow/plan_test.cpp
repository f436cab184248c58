// Plans of meetings: when, to whom, once, and what is held back.
#include <doctest/doctest.h>

#include "workflow/desk.h"

namespace cenacle {

using model::FactKind;

namespace {

constexpr std::string_view meetings = R"(
[[workflows]]
id = "reunions"
title = "Les réunions"
about = "meeting"
where = { of = ["group"] }
[[workflows.steps]]
id = "convocation"
when = { weeks = 3, before = "start", at = "09:00" }
to = ["members", "guests", "substitutes"]
mail = "convocation"
invitation = true
changed = "meeting-changed"
cancelled = "meeting-cancelled"
[[workflows.steps]]
id = "relance"
when = { working_days = 5, before = "start", at = "09:00" }
to = ["members"]
only = ["unanswered"]
mail = "meeting-reminder"
)";

}  // namespace

TEST_CASE("a convocation is due three weeks before, a reminder five working days before") {
  Desk desk(meetings);
  REQUIRE(desk.said == "");
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("ana");
  const auto plan = desk.plan();
  REQUIRE(mails(plan.actions) == "ana convocation request, ana meeting-reminder");
  CHECK(base::iso(plan.actions[0].due) == "2026-09-15T07:00:00Z");
  CHECK(base::iso(plan.actions[1].due) == "2026-09-29T07:00:00Z");
  CHECK(base::iso(plan.actions[1].until) == "2026-10-06T07:30:00Z");
  CHECK(plan.actions[1].key.revision == 20261006);
  CHECK(plan.actions[0].reason.says == "3\u00a0semaines avant le début");
}

TEST_CASE("what was due before the workflow was there is not owed") {
  Desk desk(meetings);
  desk.join("ana");
  desk.at("2026-09-20T09:00:00+02:00");
  CHECK(held(desk.plan()) == "ana convocation adopted");
  desk.send();
  desk.at("2026-09-21T09:00:00+02:00");
  CHECK(held(desk.plan()) == "ana convocation adopted");
  desk.join("bea");  // who comes after is served at once
  CHECK(mails(desk.send()) == "bea convocation request");
  CHECK(mails(desk.send()) == "");
}

TEST_CASE("a step that is changed owes nothing that was due before the change") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("ana");
  desk.at("2026-09-20T09:00:00+02:00");
  auto& step = desk.workflows.books.front().workflows.front().steps.front();
  step.digest = "another";
  const auto plan = desk.plan();
  CHECK(plan.adoptions.size() == 1);
  CHECK(held(plan) == "ana convocation adopted");
}

TEST_CASE("each is convened once, follows what changes, and is told when the meeting is off") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("ana", "group:reseau/budget", "bea");
  desk.at("2026-09-16T09:00:00+02:00");
  CHECK(mails(desk.send()) == "ana convocation request, bea convocation request");
  CHECK(mails(desk.send()) == "");
  desk.entry("seance-octobre").sequence = 1, desk.entry("seance-octobre").changed = desk.house.now;
  CHECK(mails(desk.send()) == "ana meeting-changed request, bea meeting-changed request");
  CHECK(mails(desk.send()) == "");
  model::Meeting& meeting = desk.network().meetings.front();
  meeting.status = model::MeetingStatus::cancelled;
  desk.entry("seance-octobre").sequence = 2;
  CHECK(mails(desk.send()) == "ana meeting-cancelled cancel, bea meeting-cancelled cancel");
  CHECK(mails(desk.send()) == "");
  CHECK(held(desk.plan()).find("adopted") == std::string::npos);
}

TEST_CASE("a deleted meeting is withdrawn from those who have it, and from nobody else") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("ana");
  desk.at("2026-09-16T09:00:00+02:00");
  desk.send();
  desk.join("bea");
  for (auto it = desk.network().meetings.begin(); it != desk.network().meetings.end();)
    it = it->uid == "seance-octobre" ? desk.network().meetings.erase(it) : std::next(it);
  desk.entry("seance-octobre").deleted = true, desk.entry("seance-octobre").sequence = 1;
  CHECK(mails(desk.send()) == "ana meeting-cancelled cancel");
  CHECK(mails(desk.send()) == "");
}

TEST_CASE(
    "whoever leaves has it withdrawn; whoever departs or is excluded gets nothing, but what she has is withdrawn") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  const auto ana = desk.join("ana"), bea = desk.join("bea");
  (void)bea;
  desk.at("2026-09-16T09:00:00+02:00");
  CHECK(mails(desk.send()) == "ana convocation request, bea convocation request");
  desk.house.take(ana, rules::Step::Kind::withdraw, "parce que");
  CHECK(mails(desk.send()) == "ana meeting-cancelled cancel");
  CHECK(mails(desk.send()) == "");
  desk.house.written(rules::exclude(desk.house.setting(), "bea", "parce que"));
  CHECK(mails(desk.send()) == "bea meeting-cancelled cancel");
  const auto cleo = desk.join("cleo");
  (void)cleo;
  CHECK(mails(desk.send()) == "cleo convocation request");
  desk.house.written(rules::depart(desk.house.setting(), "cleo", civil_day("2026-09-16")));
  CHECK(mails(desk.send()) == "");
}

TEST_CASE("a convocation that never left is neither repeated nor withdrawn; what changes is told again") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  const auto ana = desk.join("ana");
  desk.at("2026-09-16T09:00:00+02:00");
  REQUIRE(desk.send().size() == 1);
  model::Fact relayed = desk.fact(FactKind::relayed);
  relayed.message = 1, relayed.value = "refused";
  desk.write(relayed);
  CHECK(mails(desk.send()) == "");
  desk.entry("seance-octobre").sequence = 1;
  CHECK(mails(desk.send()) == "ana convocation request");
  relayed.message = 2, relayed.value = "expired";
  desk.write(relayed);
  desk.house.take(ana, rules::Step::Kind::withdraw, "parce que");
  CHECK(mails(desk.send()) == "");
}

TEST_CASE("who comes in another's place is convened to that meeting, who is replaced has it withdrawn") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("ana");
  desk.at("2026-09-16T09:00:00+02:00");
  REQUIRE(mails(desk.send()) == "ana convocation request");
  model::Fact it = desk.fact(FactKind::substituted);
  it.person = "ana", it.other = "dora", it.object = "meeting:seance-octobre", it.day = civil_day("2026-10-06");
  desk.write(it);
  CHECK(mails(desk.send()) == "dora convocation request, ana meeting-cancelled cancel");
}

TEST_CASE("a guest is convened to her meeting") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("eva", "meeting:seance-octobre");
  desk.at("2026-09-16T09:00:00+02:00");
  CHECK(mails(desk.send()) == "eva convocation request");
}

TEST_CASE("why a mail is held") {
  Desk desk(meetings);
  desk.at("2026-09-10T09:00:00+02:00");
  desk.send();
  desk.join("ana");
  desk.at("2026-09-30T09:00:00+02:00");
  SUBCASE("she has answered") {
    desk.answer("ana", "present");
    const auto plan = desk.plan();
    CHECK(held(plan) == "ana meeting-reminder answered");
    CHECK(plan.held.front().since == desk.house.now);
    CHECK(mails(plan.actions) == "ana convocation request");
  }
  SUBCASE("her address refuses mail, until it changes") {
    model::Fact it = desk.fact(FactKind::bounced);
    it.person = "ana", it.value = "hard";
    desk.write(it);
    CHECK(held(desk.plan()) == "ana convocation bounced, ana meeting-reminder bounced");
    it.kind = FactKind::person_changed, it.value = "mail";
    desk.write(it);
    CHECK(mails(desk.plan().actions) == "ana convocation request, ana meeting-reminder");
  }
  SUBCASE("it is off") {
    desk.network().meetings.front().status = model::MeetingStatus::cancelled;
    CHECK(held(desk.plan()) == "ana convocation cancelled, ana meeting-reminder cancelled");
    CHECK(desk.plan().actions.empty());
  }
  SUBCASE("it is too late") {
    desk.at("2026-10-06T10:00:00+02:00");
    const auto plan = desk.plan();
    CHECK(plan.actions.empty());
    CHECK(held(plan) == "ana convocation too-late, ana meeting-reminder too-late");
  }
}

TEST_CASE("keys are one line, and back") {
  const workflow::Key key{"a", "b", "group:n/100%", 3, "mailbox:x@y.example"};
  CHECK(key.text() == "a/b/group:n%2F100%25/3/mailbox:x@y.example");
  CHECK(workflow::Key::of(key.text()) == key);
  for (const char* bad : {"", "a/b/c/d/e", "a/b/c/1", "a/b/c%2/1/e", "a/b/c/1/e/f"}) CHECK(!workflow::Key::of(bad));
}

}  // namespace cenacle
