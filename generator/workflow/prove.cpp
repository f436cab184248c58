// Steps that can never fall due, and audiences that nobody can be of. Nothing can go round in circles: no event of the
// vocabulary is a mail, and what a step does to a registration is a move of its path, which rules/registration proves.
#include "workflow/prove.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/codes.h"
#include "workflow/words.h"

namespace cenacle::workflow {

namespace {

using rules::Path;

class Proof {
 public:
  Proof(const Book& book, const rules::Rulebook* rulebook, const Workflow& workflow, diag::Diagnostics& diagnostics)
      : book_(book), workflow_(workflow), diagnostics_(diagnostics) {
    if (rulebook == nullptr) return;
    const auto& wanted = workflow.where.paths;
    for (const Path& it : rulebook->paths)
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), it.id) != wanted.end()) paths_.push_back(&it);
  }

  void prove(const Step& step) const {
    prove_event(step);
    if (step.act && !any([&](const Path& path) {
          return std::any_of(path.moves.begin(), path.moves.end(),
                             [&](const rules::Move& it) { return it.on == step.act; });
        }))
      report(diag::code::idle_step, step, fmt::format("no path has a move `on = \"{}\"`", rules::word(*step.act)),
             "add it to the path's `moves`, or take the step out");
    if (step.until && step.until->event == step.when.event && step.until->unit == step.when.unit &&
        step.until->count < step.when.count)
      report(diag::code::idle_step, step, "`until` is before `when`: the step is never of use",
             "let it be of use until after it is due");
    for (const Audience& it : step.to) prove_audience(step, it);
  }

 private:
  template <class Holds>
  bool any(const Holds& holds) const {
    return std::any_of(paths_.begin(), paths_.end(), [&](const Path* it) { return holds(*it); });
  }

  static bool comes_into(const Path& path, model::State state) {
    using model::State;
    switch (state) {
      case State::withdrawn:
      case State::refused:
      case State::ended:
      case State::excluded:
        return true;
      case State::waiting:
        return std::any_of(path.rules.begin(), path.rules.end(),
                           [](const rules::Rule* it) { return it->otherwise == rules::Otherwise::wait; });
      default:
        return path.start == state ||
               std::any_of(path.moves.begin(), path.moves.end(), [&](const rules::Move& it) { return it.to == state; });
    }
  }

  void prove_event(const Step& step) const {
    const auto idle = [&](bool possible, std::string summary, std::string help) {
      if (!possible) report(diag::code::idle_step, step, std::move(summary), std::move(help));
    };
    const model::Network& network = *book_.network;
    switch (step.when.event) {
      case Event::state:
        return idle(
            any([&](const Path& it) { return comes_into(it, step.when.state); }),
            fmt::format("no registration comes into the state `{}` by these paths", model::word(step.when.state)),
            "name a state that a path's `moves` lead to");
      case Event::warned:
        return idle(any([](const Path& it) {
                      return std::any_of(it.rules.begin(), it.rules.end(), [](const rules::Rule* rule) {
                        return rule->otherwise == rules::Otherwise::warn;
                      });
                    }),
                    "no rule warns", "give a rule of the path `otherwise = \"warn\"`");
      case Event::absences:
        return idle(any([](const Path& it) { return it.absences.has_value(); }), "no path counts absences",
                    "add `absences` to the path");
      case Event::fee:
        return idle(any([](const Path& it) { return !it.fee.empty(); }), "no path has a fee", "add `fee` to the path");
      case Event::notice:
      case Event::renewal:
        return idle(any([](const Path& it) { return it.term && it.term->renewals > 0; }),
                    "no path has a term that begins again", "add `renewals` to the path's `term`");
      case Event::term_end:
        return idle(any([](const Path& it) { return it.term && it.term->months > 0; }), "no path has a term",
                    "add `term` to the path");
      case Event::vacated:
        return idle(any([](const Path& it) { return it.seat_of_body; }), "no path has seats that are a body's",
                    "add `seat_of = \"body\"` to the path");
      case Event::opens:
        return idle(network.opens.has_value(), "the network has no day on which it opens",
                    "add `opens` to its `network.md`");
      default:
        return;
    }
  }

  void prove_audience(const Step& step, const Audience& audience) const {
    const auto nobody = [&](bool possible, std::string_view word, std::string_view help) {
      if (!possible)
        report(diag::code::empty_audience, step, fmt::format("nobody can be `{}` here", word), std::string(help));
    };
    using Kind = Audience::Kind;
    const bool of_registration = workflow_.about == About::registration;
    switch (audience.kind) {
      case Kind::guests:
        return nobody(any([](const Path& it) { return it.gives == rules::Gives::guest; }), "guests",
                      "no path has `gives = \"guest\"`: take it out of `to`");
      case Kind::decider:
        return nobody(any([](const Path& it) { return it.decided_by != nullptr; }), "decider",
                      "add `decided_by` to the path");
      case Kind::approvers:
        return nobody(any([](const Path& it) { return !it.approvals.empty(); }), "approvers",
                      "add `approvals` to the path");
      case Kind::signatories:
        return nobody(any([](const Path& it) { return it.charter != nullptr; }), "signatories",
                      "add `sign` to the path");
      case Kind::partner:
        return nobody(any([](const Path& it) { return it.unit == rules::Unit::pair; }) || !of_registration, "partner",
                      "no path has `unit = \"pair\"`: take it out of `to`");
      case Kind::contact:
        return nobody(book_.network->contact.role != nullptr, "contact", "add `[contact]` to `network.md`");
      case Kind::role:
        return prove_role(step, *audience.role);
      default:
        return;
    }
  }

  /// A role of the network that is neither given to anybody nor read by anybody, for a subject without a body.
  void prove_role(const Step& step, const model::Role& role) const {
    const model::Role* it = &role;
    for (int steps = 0; it != nullptr && steps < 8; it = it->fallback, ++steps)
      if (!it->mail.empty() || it->body != nullptr) return;
    const bool has_body = workflow_.about == About::registration || workflow_.about == About::person;
    if (has_body) return;
    report(diag::code::empty_audience, step,
           fmt::format("the role `{}` has no mailbox, no body and no fallback that has one", role.id),
           fmt::format("add `fallback` to the role `{}` in `network.md`", role.id));
  }

  void report(diag::Code code, const Step& step, std::string summary, std::string help) const {
    diagnostics_.add(code, {book_.file, step.at.line, step.at.column, step.at.length},
                     fmt::format("step `{}` of `{}`: {}", step.id, workflow_.id, summary), std::move(help));
  }

  const Book& book_;
  const Workflow& workflow_;
  diag::Diagnostics& diagnostics_;
  std::vector<const Path*> paths_;
};

}  // namespace

void prove(const Book& book, const rules::Rulebook* rulebook, diag::Diagnostics& diagnostics) {
  for (const Workflow& workflow : book.workflows) {
    const Proof proof(book, rulebook, workflow, diagnostics);
    for (const Step& step : workflow.steps) proof.prove(step);
  }
}

}  // namespace cenacle::workflow
