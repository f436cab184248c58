// The verbs that do one thing to one registration: withdraw, decide, approve, confirm, offer, name, pair, state, convene,
// visit.
#include "cli/days.h"
#include "cli/deed.h"
#include "cli/registration_verbs.h"

namespace cenacle::cli {

namespace {

using Kind = rules::Step::Kind;

/// Settles what the registration is for, then takes the step that `complete` has added to.
int take(const Context& context, const StepArguments& arguments, const char* verb, Kind kind,
         const std::function<Acted(Deed&, rules::Step*)>& complete = nullptr) {
  return perform(context, {verb, arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto registration = deed.registration(arguments.number);
    if (!registration) return registration.stop();
    const auto network = find_network(deed.content(), registration->network);
    if (!network) return network.stop();
    const auto setting = deed.setting(**network);
    if (!setting) return setting.stop();
    rules::Step step;
    step.kind = kind;
    step.registration = arguments.number;
    step.text = arguments.because;
    if (!arguments.other.empty()) {
      const auto other = deed.person(arguments.other);
      if (!other) return other.stop();
      step.other = other->id;
    }
    if (complete != nullptr)
      if (auto completed = complete(deed, &step); !completed) return completed;
    if (auto settled = deed.settle(registration->object); !settled) return settled;
    return deed.carry_out(*setting, rules::take(*setting, step));
  });
}

}  // namespace

int withdraw(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "withdraw", Kind::withdraw);
}

int decide(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "decide", arguments.yes ? Kind::accept : Kind::refuse);
}

int approve(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "approve", arguments.no ? Kind::object : Kind::approve, [&](Deed&, rules::Step* step) {
    step->value = arguments.role;
    return Acted(base::Done{});
  });
}

int confirm(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "confirm", Kind::confirm);
}

int offer(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "offer", arguments.yes ? Kind::take : Kind::decline);
}

int name_successor(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "name", Kind::name);
}

int pair_up(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "pair", Kind::pair);
}

int state(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "state", Kind::state, [&](Deed&, rules::Step* step) {
    step->value = arguments.statement;
    return Acted(base::Done{});
  });
}

int convene(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "convene", Kind::convene);
}

int visit(const Context& context, const StepArguments& arguments) {
  return take(context, arguments, "visit", Kind::serve, [&](Deed& deed, rules::Step* step) -> Acted {
    const auto day = day_given(deed, arguments.day);
    if (!day) return day.stop();
    step->day = *day;
    step->number = arguments.half_days;
    return base::Done{};
  });
}

}  // namespace cenacle::cli
