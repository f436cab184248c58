// The verb `register`: somebody, or a body, asks to take part.
#include "cli/deed.h"
#include "cli/registration_verbs.h"

namespace cenacle::cli {

namespace {

/// In whose name: the people, and the body.
Acted name_parties(const Deed& deed, const RegisterArguments& arguments, const model::Network& network,
                   rules::Asking* asking) {
  if (arguments.who.starts_with("body:")) {
    const auto body = find_body(network, arguments.who);
    if (!body) return body.stop();
    asking->body = (*body)->id;
    return base::Done{};
  }
  const auto person = deed.person(arguments.who);
  if (!person) return person.stop();
  asking->person = person->id;
  if (!arguments.partner.empty()) {
    const auto partner = deed.person(arguments.partner);
    if (!partner) return partner.stop();
    asking->partner = partner->id;
  }
  if (!arguments.body.empty()) {
    const auto body = find_body(network, arguments.body);
    if (!body) return body.stop();
    asking->body = (*body)->id;
  }
  return base::Done{};
}

}  // namespace

int register_who(const Context& context, const RegisterArguments& arguments) {
  return perform(context, {"register", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto object = deed.object(arguments.what);
    if (!object) return object.stop();
    const auto setting = deed.setting(*object->network);
    if (!setting) return setting.stop();
    rules::Asking asking;
    asking.path = arguments.path;
    asking.object = object->reference;
    asking.statements = arguments.statements;
    asking.insist = arguments.insist;
    asking.because = arguments.because;
    if (auto named = name_parties(deed, arguments, *object->network, &asking); !named) return named;
    if (auto settled = deed.settle(object->reference); !settled) return settled;
    return deed.carry_out(*setting, rules::ask(*setting, asking));
  });
}

}  // namespace cenacle::cli
