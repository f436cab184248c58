// WHO on a command line: a person of the ledger, by her id, her address or her name. All verbs take it the same way.
#include "cli/who.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/context.h"
#include "diag/visible.h"
#include "formats/locale/locale.h"

namespace cenacle::cli {

namespace {

/// The address in "Marie Dupont <m.dupont@ville.example>"; else all of it.
std::string_view wanted_in(std::string_view who) {
  who = base::trim(who);
  const std::size_t open = who.rfind('<');
  return open != std::string_view::npos && who.ends_with('>') ? who.substr(open + 1, who.size() - open - 2) : who;
}

/// Whoever has these names the other way round, or in another case, or with other apostrophes.
std::vector<model::Person> by_name(const std::vector<model::Person>& people, std::string_view who) {
  const std::string wanted = locale::slug(who);
  std::vector<model::Person> found;
  for (const model::Person& it : people)
    if (locale::slug(it.given_name + " " + it.family_name) == wanted ||
        locale::slug(it.family_name + " " + it.given_name) == wanted || locale::slug(it.family_name) == wanted)
      found.push_back(it);
  return found;
}

std::optional<std::string> nearest(const std::vector<model::Person>& people, std::string_view who) {
  if (who.find('@') != std::string_view::npos) {
    std::vector<std::string_view> mails;
    for (const model::Person& it : people) mails.push_back(it.mail);
    const auto mail = base::closest(locale::fold(who), mails);
    return mail ? std::optional(std::string(*mail)) : std::nullopt;
  }
  std::vector<std::string> names;
  for (const model::Person& it : people) {
    names.push_back(locale::slug(it.given_name + " " + it.family_name));
    names.push_back(locale::slug(it.family_name + " " + it.given_name));
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto near = base::closest(locale::slug(who), candidates);
  if (!near) return std::nullopt;
  const auto at = std::find(candidates.begin(), candidates.end(), *near) - candidates.begin();
  return name_of(people[static_cast<std::size_t>(at) / 2]);
}

int say_several(std::string_view who, const std::vector<model::Person>& found) {
  fmt::print(stderr, "cenacle: {} personnes répondent à « {} » ; dites laquelle, par son adresse :\n", found.size(),
             diag::visible(who));
  for (const model::Person& it : found) fmt::print(stderr, "    {}\n", diag::visible(line_of(it)));
  return Exit::mistakes;
}

int say_nobody(std::string_view who, const std::vector<model::Person>& people) {
  const auto near = nearest(people, who);
  fmt::print(stderr, "cenacle: personne ne répond à « {} »{}\n", diag::visible(who),
             near ? fmt::format(" ; vouliez-vous dire « {} » ?", diag::visible(*near)) : "");
  return Exit::mistakes;
}

}  // namespace

std::string name_of(const model::Person& person) {
  if (person.erased) return "personne effacée";
  const std::string name = person.given_name + " " + person.family_name;
  return std::string(base::trim(name));
}

std::string line_of(const model::Person& person) {
  return person.erased ? fmt::format("{}, {}", name_of(person), person.id)
                       : fmt::format("{} <{}>, {}", name_of(person), person.mail, person.id);
}

Who find_who(const ledger::Transaction& transaction, std::string_view who) {
  const std::string_view wanted = wanted_in(who);
  auto found = transaction.find_people(wanted);
  if (!found) return {{}, fail(found.failure())};
  if (found->size() == 1) return {std::move(found->front()), Exit::done};
  if (found->size() > 1) return {{}, say_several(wanted, *found)};
  const auto people = transaction.people();
  if (!people) return {{}, fail(people.failure())};
  auto named = by_name(*people, wanted);
  if (named.size() == 1) return {std::move(named.front()), Exit::done};
  return {{}, named.empty() ? say_nobody(wanted, *people) : say_several(wanted, named)};
}

}  // namespace cenacle::cli
