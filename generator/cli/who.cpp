// WHO on a command line: a person of the ledger, by her id, her address or her name. All verbs take it the same way.
#include "cli/who.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
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

std::optional<std::string> nearest(const std::vector<model::Person>& people, std::string_view who,
                                   const Phrases& phrases) {
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
  return phrases.name_of(people[static_cast<std::size_t>(at) / 2]);
}

Stop nobody(std::string sentence) { return {Exit::mistakes, "unknown-person", std::move(sentence)}; }

Stop several(std::string_view who, const std::vector<model::Person>& found, const Phrases& phrases) {
  std::string text = phrases.say(
      "who.several", {{"n", phrases.number(static_cast<std::int64_t>(found.size()))}, {"who", diag::visible(who)}});
  for (const model::Person& it : found) text += "\n    " + diag::visible(line_of(it, phrases));
  return nobody(std::move(text));
}

Stop nobody_near(std::string_view who, const std::vector<model::Person>& people, const Phrases& phrases) {
  const auto near = nearest(people, who, phrases);
  if (!near) return nobody(phrases.say("who.nobody", {{"who", diag::visible(who)}}));
  return nobody(phrases.say("who.near", {{"who", diag::visible(who)}, {"near", diag::visible(*near)}}));
}

}  // namespace

std::string line_of(const model::Person& person, const Phrases& phrases) {
  if (person.erased) return fmt::format("{}, {}", phrases.name_of(person), person.id);
  return fmt::format("{} <{}>, {}", phrases.name_of(person), person.mail, person.id);
}

Or<model::Person> find_who(const ledger::Transaction& transaction, std::string_view who, const Phrases& phrases) {
  const std::string_view wanted = wanted_in(who);
  auto found = transaction.find_people(wanted);
  if (!found) return found.failure();
  if (found->size() == 1) return std::move(found->front());
  if (found->size() > 1) return several(wanted, *found, phrases);
  const auto people = transaction.people();
  if (!people) return people.failure();
  auto named = by_name(*people, wanted);
  if (named.size() == 1) return std::move(named.front());
  return named.empty() ? nobody_near(wanted, *people, phrases) : several(wanted, named, phrases);
}

}  // namespace cenacle::cli
