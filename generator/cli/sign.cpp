// The verb `sign`: somebody signs the version of a charter that is in force, for a body, in a role that it asks for.
#include <algorithm>
#include <set>

#include "cli/charter_verbs.h"
#include "cli/charters.h"

namespace cenacle::cli {

namespace {

using rules::Capacity;

/// What is about to be signed, by whom.
struct Signature {
  CharterInForce of;
  model::Person person;
  Capacity as;
  bool delegated = false;  ///< she is not the role's holder: --because says by what
};

Acted refuse(Deed& deed, std::string code, std::string sentence) {
  deed.account().obstacle = Obstacle{std::move(code), std::move(sentence)};
  return base::Done{};
}

std::string titles_of(const Phrases& phrases, const std::vector<std::string>& titles) {
  std::string text;
  for (const std::string& it : titles) text += (text.empty() ? "" : phrases.say("comma")) + it;
  return text;
}

/// The roles that the charter's paths ask for, by title.
std::vector<std::string> asked_roles(const rules::Rulebook& book, std::string_view charter) {
  std::vector<std::string> titles;
  for (const rules::Path& path : book.paths) {
    if (path.charter == nullptr || path.charter->charter != charter) continue;
    for (const rules::Signature& it : path.signatures)
      if (std::find(titles.begin(), titles.end(), it.role->title) == titles.end()) titles.push_back(it.role->title);
  }
  return titles;
}

/// Somebody of the body whom the role's holder has charged with it: what the body is asked for, in that role.
std::optional<Capacity> delegated(const rules::Setting& setting, const Signature& signature, std::string_view role,
                                  const model::Body* body) {
  if (body == nullptr || role.empty()) return std::nullopt;
  const auto mandates = signature.person.mandates_in(setting.book.network->page.id, setting.today());
  const bool of_body =
      std::any_of(mandates.begin(), mandates.end(), [&](const auto* it) { return it->body == body->id; });
  for (const rules::Path& path : setting.book.paths) {
    if (path.charter == nullptr || path.charter->charter != signature.of.charter->charter) continue;
    for (const rules::Signature& it : path.signatures)
      if (of_body && it.role->id == role && rules::asked_of(setting, path, it, body))
        return Capacity{it.role, body, false};
  }
  return std::nullopt;
}

/// Finds as what she signs; false once it has been said why she cannot.
bool find_capacity(Deed& deed, const rules::Setting& setting, const SignArguments& arguments, const model::Body* body,
                   Signature* signature) {
  const Phrases& phrases = deed.phrases();
  const std::string& charter = signature->of.charter->charter;
  const auto all = rules::capacities(setting, charter, signature->person, arguments.role, body);
  if (all.size() == 1) {
    signature->as = all.front();
    return true;
  }
  if (all.empty() && !arguments.because.empty()) {
    if (const auto found = delegated(setting, *signature, arguments.role, body)) {
      signature->as = *found, signature->delegated = true;
      return true;
    }
  }
  std::vector<std::string> titles;
  for (const Capacity& it : all)
    titles.push_back(phrases.say(
        "signature.capacity",
        {{"role", it.role->title}, {"id", it.role->id}, {"body", it.body == nullptr ? "" : it.body->name}}));
  if (titles.empty()) titles = asked_roles(setting.book, charter);
  const char* const key = !all.empty() ? "sign.several" : titles.empty() ? "sign.not-asked" : "sign.not-hers";
  deed.account().obstacle = Obstacle{all.empty() ? "not-a-signatory" : "several-roles",
                                     phrases.say(key, {{"who", phrases.name_of(signature->person)},
                                                       {"charter", signature->of.charter->page.title},
                                                       {"roles", titles_of(phrases, titles)}})};
  return false;
}

/// The last signature of the version in force, in that role and for that body, if there is one.
std::optional<model::Fact> given(const rules::Setting& setting, const Signature& signature) {
  std::optional<model::Fact> last;
  const std::string reference = rules::charter_reference(*signature.of.network, signature.of.charter->charter);
  for (model::Fact& fact :
       setting.records.facts_about(model::FactKind::signed_, signature.of.network->page.id,
                                   signature.as.body == nullptr ? "" : signature.as.body->id, reference)) {
    const bool hers = signature.as.body != nullptr || fact.person == signature.person.id;
    if (hers && fact.value == signature.as.role->id && fact.number == signature.of.charter->version)
      last = std::move(fact);
  }
  return last;
}

/// Settles all that waits for the signature: the registrations of the body, and of those that it is the parent of.
Acted let_follow(Deed& deed, const rules::Setting& setting, const Signature& signature) {
  std::set<std::string> objects;
  for (const rules::Signatory& it : rules::signatories(setting, signature.of.charter->charter)) {
    const bool concerned = std::any_of(it.signings.begin(), it.signings.end(), [&](const rules::Signing& signing) {
      return signing.body == signature.as.body && signing.role == signature.as.role;
    });
    if (!concerned) continue;
    const auto registrations = it.body == nullptr ? setting.records.of_person(it.person)
                                                  : setting.records.of_body(signature.of.network->page.id, it.body->id);
    for (const model::Registration& registration : registrations)
      if (registration.path == it.path->id && model::nature(registration.state) != model::Nature::out)
        objects.insert(registration.object);
  }
  for (const std::string& object : objects)
    if (auto done = deed.carry_out(setting, rules::settle(setting, object)); !done) return done;
  return base::Done{};
}

/// What was signed, and whose signature is missing for the body, named by role (E4).
void tell(Deed& deed, const rules::Setting& setting, const Signature& signature) {
  const Phrases& phrases = deed.phrases();
  const std::string body = signature.as.body == nullptr ? "" : signature.as.body->name;
  const char* const key = signature.delegated     ? "sign.delegated"
                          : signature.as.in_stead ? "sign.in-stead"
                                                  : "sign.done";
  auto& remarks = deed.account().remarks;
  remarks.push_back({"signed",
                     phrases.say(key, {{"who", phrases.name_of(signature.person)},
                                       {"charter", signature.of.charter->page.title},
                                       {"version", phrases.number(signature.of.charter->version)},
                                       {"role", signature.as.role->title},
                                       {"body", body}}),
                     signature.of.charter->version, signature.person.id});
  std::set<std::string> told;
  for (const rules::Signatory& it : rules::signatories(setting, signature.of.charter->charter)) {
    if (signature.as.body == nullptr || it.body == nullptr) continue;
    if (it.body != signature.as.body && it.body->parent != signature.as.body) continue;
    for (const rules::Signing& signing : it.signings) {
      if (signing.given) continue;
      std::string line =
          phrases.say("sign.still", {{"body", it.body->name}, {"missing", missing_signature(phrases, signing)}});
      if (told.insert(line).second) remarks.push_back({"missing-signature", std::move(line), 0, {}});
    }
  }
}

Acted record(Deed& deed, const rules::Setting& setting, const SignArguments& arguments, const Signature& signature) {
  if (const auto before = given(setting, signature))
    return refuse(
        deed, "already-signed",
        deed.phrases().say("sign.already", {{"charter", signature.of.charter->page.title},
                                            {"version", deed.phrases().number(before->number)},
                                            {"role", signature.as.role->title},
                                            {"body", signature.as.body == nullptr ? "" : signature.as.body->name},
                                            {"day", deed.phrases().day(setting.day_of(before->at))}}));
  const auto digest = digest_of(deed.content(), *signature.of.charter);
  if (!digest) return digest.stop();
  model::Fact fact = deed.fact(model::FactKind::signed_, signature.of.network->page.id);
  fact.person = signature.person.id;
  fact.body = signature.as.body == nullptr ? "" : signature.as.body->id;
  fact.object = rules::charter_reference(*signature.of.network, signature.of.charter->charter);
  fact.value = signature.as.role->id;
  fact.cause = signature.delegated ? "delegated" : signature.as.in_stead ? "in-stead" : "";
  fact.number = signature.of.charter->version;
  fact.digest = *digest;
  fact.said = arguments.because;
  if (auto appended = deed.append({fact}); !appended) return appended;
  if (auto followed = let_follow(deed, setting, signature); !followed) return followed;
  tell(deed, setting, signature);
  return base::Done{};
}

}  // namespace

int sign(const Context& context, const SignArguments& arguments) {
  return perform(context, {"sign", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto of = find_charter(deed.content(), arguments.charter);
    if (!of) return of.stop();
    const auto person = deed.person(arguments.who);
    if (!person) return person.stop();
    const auto setting = deed.setting(*of->network);
    if (!setting) return setting.stop();
    const model::Body* body = nullptr;
    if (!arguments.body.empty()) {
      const auto found = find_body(*of->network, arguments.body);
      if (!found) return found.stop();
      body = *found;
    }
    deed.account().network = of->network->page.id;
    if (person->standing_in(of->network->page.id) == model::Standing::excluded)
      return refuse(deed, "excluded",
                    deed.phrases().say("sign.excluded", {{"who", deed.phrases().name_of(*person)},
                                                         {"network", of->network->page.title}}));
    Signature signature{*of, *person, {}, false};
    if (!find_capacity(deed, *setting, arguments, body, &signature)) return base::Done{};
    return record(deed, *setting, arguments, signature);
  });
}

}  // namespace cenacle::cli
