// The verbs that change what somebody may do at all: exclude, restrict, depart.
#include <algorithm>

#include "cli/days.h"
#include "cli/deed.h"
#include "cli/registration_verbs.h"

namespace cenacle::cli {

namespace {

struct Party {
  model::Person person;
  const model::Network* network = nullptr;
};

Or<Party> party(const Deed& deed, const StandingArguments& arguments) {
  const auto network = find_network(deed.content(), arguments.network);
  if (!network) return network.stop();
  auto person = deed.person(arguments.who);
  if (!person) return person.stop();
  return Party{std::move(*person), *network};
}

/// The bodies for which she acts in the network: her employers there.
std::vector<std::string> employers(const Party& party, base::Date day) {
  std::vector<std::string> bodies;
  for (const model::Mandate* mandate : party.person.mandates_in(party.network->page.id, day))
    if (!mandate->body.empty() && std::find(bodies.begin(), bodies.end(), mandate->body) == bodies.end())
      bodies.push_back(mandate->body);
  return bodies;
}

/// What has fallen due for all that she takes part in.
Acted settle_all(Deed& deed, const model::PersonId& person) {
  for (const model::Registration& it : deed.ledger().of_person(person))
    if (model::nature(it.state) != model::Nature::out)
      if (auto settled = deed.settle(it.object); !settled) return settled;
  return base::Done{};
}

/// The fact of an exclusion names the body that is to be told of it (E14).
void name_employer(rules::Ruling* ruling, const std::vector<std::string>& bodies) {
  for (model::Fact& fact : ruling->facts)
    if (fact.kind == model::FactKind::standing && fact.body.empty() && !bodies.empty()) fact.body = bodies.front();
}

}  // namespace

int exclude(const Context& context, const StandingArguments& arguments) {
  return perform(context, {"exclude", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto who = party(deed, arguments);
    if (!who) return who.stop();
    const auto setting = deed.setting(*who->network);
    if (!setting) return setting.stop();
    const auto bodies = employers(*who, deed.today());
    if (auto settled = settle_all(deed, who->person.id); !settled) return settled;
    rules::Ruling ruling = rules::exclude(*setting, who->person.id, arguments.because);
    name_employer(&ruling, bodies);
    if (auto done = deed.carry_out(*setting, std::move(ruling)); !done || deed.account().obstacle) return done;
    for (const std::string& body : bodies)
      deed.account().mails.push_back(deed.phrases().say(
          "mail.employer-of-excluded", {{"body", name_of_body(deed.content(), who->network->page.id, body)},
                                        {"who", deed.phrases().name_of(who->person)},
                                        {"network", who->network->page.title}}));
    return base::Done{};
  });
}

int restrict_rights(const Context& context, const StandingArguments& arguments) {
  return perform(context, {"restrict", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto who = party(deed, arguments);
    if (!who) return who.stop();
    const std::string& network = who->network->page.id;
    const model::Standing before = who->person.standing_in(network);
    const auto obstacle = [&](const char* code) -> Acted {
      deed.account().obstacle = {
          code, deed.phrases().say(std::string("obstacle.") + code, {{"who", deed.phrases().name_of(who->person)}})};
      return base::Done{};
    };
    if (who->person.erased) return obstacle("erased");
    if (model::word(before) == arguments.to) return obstacle("same-standing");
    model::Fact fact = deed.fact(model::FactKind::standing, network);
    fact.person = who->person.id;
    fact.value = arguments.to;
    fact.said = arguments.because;
    deed.account().remarks.push_back(
        {"standing",
         deed.phrases().say("standing." + arguments.to,
                            {{"who", deed.phrases().name_of(who->person)}, {"network", who->network->page.title}}),
         0, who->person.id});
    deed.account().mails.push_back(deed.phrases().say("mail.standing", {{"who", deed.phrases().name_of(who->person)}}));
    return deed.append({std::move(fact)});
  });
}

int depart(const Context& context, const StandingArguments& arguments) {
  return perform(context, {"depart", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto person = deed.person(arguments.who);
    if (!person) return person.stop();
    const auto day = day_given(deed, arguments.day);
    if (!day) return day.stop();
    if (auto settled = settle_all(deed, person->id); !settled) return settled;
    bool left = false;
    std::optional<rules::Obstacle> obstacle;  // where she had nothing, when another network has already said it all
    for (const rules::Rulebook& book : deed.books().books) {
      const rules::Setting setting = deed.setting(book);
      rules::Ruling ruling = rules::depart(setting, person->id, *day);
      if (ruling.obstacle) {
        obstacle = std::move(ruling.obstacle);
        continue;
      }
      left = true;
      if (auto done = deed.carry_out(setting, std::move(ruling)); !done) return done;
    }
    if (!left && obstacle) deed.account().obstacle = told(*obstacle, deed.phrases());
    return base::Done{};
  });
}

}  // namespace cenacle::cli
