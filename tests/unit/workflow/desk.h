// A network with its rules, its workflows and its memory: what each test of plans begins with. Time passes by `at`;
// `send` queues what the plan owes, as `apply` does.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "rules/registration/house.h"
#include "workflow/plan.h"
#include "workflow/read.h"

namespace cenacle {

inline constexpr std::string_view desk_rules = R"(
[[paths]]
id = "membre"
title = "Membre"
joins = ["group"]
unit = "pair"
decided_by = "coordination"
absences = 2
statements = [{ id = "but", article = "1", text = "J’y souscris." }]
moves = [{ from = "requested", to = "accepted", once = ["decision"] }]
[[paths]]
id = "invite"
title = "Invité"
joins = ["meeting"]
gives = "guest"
start = "accepted"
)";

/// The mails as the theme has them are not looked at: names only.
struct Desk {
  House house;
  workflow::Workflows workflows;
  workflow::Memory memory;
  rules::Holidays holidays;
  std::vector<workflow::Entry> entries;
  std::int64_t messages = 0;
  std::string said;  ///< what reading the workflows reported

  explicit Desk(std::string_view steps, std::string_view rules = desk_rules) : house(rules) {
    house.files.write("workflows/reseau.toml", "network = \"reseau\"\n" + std::string(steps));
    diag::Diagnostics diagnostics;
    workflows = workflow::read_workflows(house.files, house.content, house.books, nullptr, diagnostics);
    for (const diag::Diagnostic& it : diagnostics.sorted())
      said += fmt::format("{}:{} {}: {}\n", it.place.line, it.place.column, it.code.name, it.summary);
    diag::Diagnostics none;
    holidays = rules::parse_holidays(
        "[[zones]]\nid = \"metropole\"\ntitle = \"M\"\ndays = [{ title = \"T\", day = \"11-11\" }]\n", "h", none);
    for (const model::Meeting& it : house.content.portal->networks.front().meetings) {
      workflow::Entry& entry = entries.emplace_back();
      entry.uid = it.uid, entry.network = "reseau", entry.changed = instant("2026-09-01T00:00:00Z");
      entry.end = instant(base::iso(it.end) + "+02:00");
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.uid < b.uid; });
    remember();
  }

  void at(std::string_view when) { house.at(when); }
  workflow::Entry& entry(std::string_view uid) {
    return *std::find_if(entries.begin(), entries.end(), [&](const auto& it) { return it.uid == uid; });
  }
  model::Network& network() { return house.content.portal->networks.front(); }

  /// Feeds the memory what the house has recorded since.
  void remember() {
    const auto& facts = house.records.facts();
    for (std::size_t i = static_cast<std::size_t>(memory.last()); i < facts.size(); ++i) memory.take(facts[i]);
  }
  model::Fact& fact(model::FactKind kind) {
    fresh_ = {};
    fresh_.kind = kind, fresh_.at = house.now, fresh_.network = "reseau";
    return fresh_;
  }
  void write(model::Fact fact) {
    house.records.append({&fact, 1});
    remember();
  }
  /// She becomes a member of the group, with her colleague.
  std::int64_t join(std::string person, std::string object = "group:reseau/budget", std::string partner = {}) {
    rules::Asking asking;
    asking.person = std::move(person), asking.object = std::move(object), asking.partner = std::move(partner);
    const auto ruling = house.ask(asking);
    REQUIRE_MESSAGE(!ruling.obstacle, (ruling.obstacle ? rules::code(ruling.obstacle->what) : std::string_view()));
    const std::int64_t id = ruling.effects.front().after.id;
    if (ruling.effects.front().after.state == model::State::requested)
      house.take(id, rules::Step::Kind::accept, "parce que");
    remember();
    return id;
  }
  void answer(std::string person, std::string value, std::string uid = "seance-octobre",
              std::string_view day = "2026-10-06") {
    model::Fact it = fact(model::FactKind::answered);
    it.person = std::move(person), it.object = "meeting:" + uid, it.value = std::move(value), it.day = civil_day(day);
    write(it);
  }

  workflow::Plan plan(std::string_view until = "2026-10-31T00:00:00Z") {
    remember();
    return workflow::plan({*house.content.portal, house.books, workflows, holidays, memory, entries, house.now},
                          instant(until));
  }
  /// Adopts the steps, and queues what is due by now: what a run of `apply` leaves in the ledger.
  std::vector<workflow::Action> send() {
    const workflow::Plan made = plan(base::iso(house.now));
    for (const workflow::Adoption& it : made.adoptions) {
      model::Fact adopted = fact(model::FactKind::adopted);
      adopted.path = it.path, adopted.digest = it.digest;
      write(adopted);
    }
    for (const workflow::Action& it : made.actions) write(queued(it));
    return made.actions;
  }
  model::Fact queued(const workflow::Action& action) {
    model::Fact it = fact(model::FactKind::queued);
    it.message = ++messages, it.person = action.to.person;
    it.path = action.key.workflow + "/" + action.key.step, it.object = action.key.subject;
    it.number = action.key.revision, it.value = action.mail, it.until = action.until;
    it.limit = action.sequence;
    if (action.invitation != workflow::Invitation::none)
      it.cause = action.invitation == workflow::Invitation::request ? "request" : "cancel";
    if (action.to.person.empty()) it.detail = "{\"mailbox\":\"" + action.to.mail + "\"}";
    if (action.items.empty()) return it;
    it.detail = "{\"mailbox\":\"" + action.to.mail + "\",\"items\":[";
    for (std::size_t i = 0; i < action.items.size(); ++i)
      it.detail += fmt::format("{}\"{}\"", i ? "," : "", action.items[i]);
    it.detail += "],\"revisions\":[";
    for (std::size_t i = 0; i < action.items.size(); ++i)
      it.detail += fmt::format("{}{}", i ? "," : "", action.revisions[i]);
    it.detail += "]}";
    return it;
  }

 private:
  model::Fact fresh_;
};

/// "ana convocation request, …" in the order of the plan.
inline std::string mails(const std::vector<workflow::Action>& actions) {
  std::string all;
  for (const workflow::Action& it : actions)
    all += fmt::format("{}{} {}{}", all.empty() ? "" : ", ", it.to.person.empty() ? it.to.mail : it.to.person, it.mail,
                       it.invitation == workflow::Invitation::none      ? ""
                       : it.invitation == workflow::Invitation::request ? " request"
                                                                        : " cancel");
  return all;
}
inline std::string held(const workflow::Plan& plan) {
  std::string all;
  for (const workflow::Held& it : plan.held)
    all += fmt::format("{}{} {} {}", all.empty() ? "" : ", ",
                       it.action.to.person.empty() ? it.action.to.mail : it.action.to.person, it.action.mail,
                       workflow::word(it.why));
  return all;
}

}  // namespace cenacle
