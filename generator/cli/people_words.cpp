// What people are in their networks, as the verbs of `people` say and write it.
#include "cli/people_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace cenacle::cli {

namespace {

const model::Network* network_of(const Deed& deed, std::string_view id) {
  const auto& networks = deed.content().portal->networks;
  const auto found =
      std::find_if(networks.begin(), networks.end(), [&](const model::Network& it) { return it.page.id == id; });
  return found == networks.end() ? nullptr : &*found;
}

}  // namespace

std::string network_in_words(const Deed& deed, std::string_view id) {
  const model::Network* const network = network_of(deed, id);
  if (network == nullptr) return std::string(id);
  return network->short_title.empty() ? network->page.title : network->short_title;
}

std::string role_in_words(const Deed& deed, std::string_view network, std::string_view id) {
  const model::Network* const known = network_of(deed, network);
  if (known == nullptr) return std::string(id);
  const auto role =
      std::find_if(known->roles.begin(), known->roles.end(), [&](const model::Role& it) { return it.id == id; });
  return role == known->roles.end() ? std::string(id) : role->title;
}

std::string mandate_in_words(const Deed& deed, const model::Mandate& mandate) {
  const Phrases& words = deed.phrases();
  const std::string body =
      mandate.body.empty() ? words.say("people.nobody") : name_of_body(deed.content(), mandate.network, mandate.body);
  const std::string where =
      mandate.object.empty()
          ? ""
          : words.say("people.mandate-in", {{"object", title_of(deed.content(), words, mandate.object)}});
  return words.say(mandate.role.empty() ? "people.mandate" : "people.mandate-role",
                   {{"role", role_in_words(deed, mandate.network, mandate.role)},
                    {"body", body},
                    {"network", network_in_words(deed, mandate.network)},
                    {"in", where}});
}

void write_person(json::Writer& out, const model::Person& person) {
  out.key("id").text(person.id).key("given_name").text(person.given_name).key("family_name").text(person.family_name);
  out.key("mail").text(person.mail).key("phone").text(person.phone).key("profile").text(person.profile);
  out.key("function").text(person.function).key("shown").boolean(person.shown);
  out.key("departed");
  person.departed ? out.text(base::iso(*person.departed)) : out.null();
  out.key("mandates").begin_array();
  for (const model::Mandate& it : person.mandates) {
    out.begin_object().key("network").text(it.network).key("body").text(it.body).key("role").text(it.role);
    out.key("object").text(it.object).key("from").text(base::iso(it.from)).key("until");
    it.until ? out.text(base::iso(*it.until)) : out.null();
    out.end_object();
  }
  out.end_array().key("standings").begin_array();
  for (const model::NetworkStanding& it : person.standings)
    out.begin_object().key("network").text(it.network).key("standing").text(model::word(it.standing)).end_object();
  out.end_array();
}

std::string directory_name(const model::Person& person) {
  return fmt::format("{} {}", person.family_name, person.given_name);
}

}  // namespace cenacle::cli
