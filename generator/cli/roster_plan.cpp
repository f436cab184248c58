// What an import does to the ledger, before it does it: each person of the list beside the one that is known.
#include "cli/roster_plan.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "diag/codes.h"

namespace cenacle::cli {

namespace {

using content::RosterLine;

std::string name_key(std::string_view given, std::string_view family) {
  return locale::slug(fmt::format("{} {}", given, family));
}

/// Who is in the ledger, so that she can be told from others.
std::string identified(const model::Person& person) {
  return fmt::format("{} {} <{}>, {}", person.given_name, person.family_name, person.mail, person.id);
}

class Planner {
 public:
  Planner(std::span<const model::Person> known, base::Date today, std::string_view path, const locale::Locale& language,
          diag::Diagnostics& diagnostics)
      : today_(today), path_(path), language_(language), diagnostics_(diagnostics) {
    for (const model::Person& it : known) {
      if (!it.mail.empty()) by_mail_.emplace(it.mail, &it);
      by_name_.emplace(name_key(it.given_name, it.family_name), &it);
    }
  }

  /// `lines`: all of one person, at least one.
  RosterStep plan(std::span<const RosterLine* const> lines) {
    const RosterLine& first = *lines.front();
    const auto known = by_mail_.find(first.mail);
    return known == by_mail_.end() ? add(lines) : compare(lines, *known->second);
  }

 private:
  diag::Place place(const csv::Stretch& at) const {
    return {std::string(path_), at.line, at.column, std::max(1u, at.length)};
  }
  std::string day(base::Date date) const { return language_.date(date, "short"); }

  RosterStep add(std::span<const RosterLine* const> lines) {
    const RosterLine& first = *lines.front();
    if (const auto same = by_name_.find(name_key(first.given_name, first.family_name)); same != by_name_.end())
      diagnostics_.add(diag::code::same_name, place(first.name_at),
                       fmt::format("the ledger knows {} {} by another address", first.given_name, first.family_name),
                       fmt::format("if she is the same, give her new address:\ncenacle people set {} --mail {}",
                                   same->second->mail, first.mail),
                       {{fmt::format("she is {}", identified(*same->second)), {}}});
    RosterStep step;
    step.kind = RosterStep::Kind::add;
    step.identity = {first.given_name, first.family_name, first.mail, {}, {}, {}};
    for (const RosterLine* line : lines) complete(step, *line);
    for (const RosterLine* line : lines) add_mandates(step, *line, {});
    return step;
  }

  static void complete(RosterStep& step, const RosterLine& line) {
    const auto set = [](std::string& field, const std::string& value) {
      if (!value.empty()) field = value;
    };
    set(step.identity.phone, line.phone);
    set(step.identity.profile, line.profile);
    set(step.identity.function, line.function);
    if (line.shown && (*line.shown || !step.id.empty()))
      step.shown = line.shown;  // nobody new is shown unless she says so
    step.shared_allowed = step.shared_allowed || line.shared_allowed;
  }

  RosterStep compare(std::span<const RosterLine* const> lines, const model::Person& her) {
    const RosterLine& first = *lines.front();
    RosterStep step;
    step.id = her.id;
    step.identity = {her.given_name, her.family_name, her.mail, her.phone, her.profile, her.function};
    const bool other_given = locale::slug(first.given_name) != locale::slug(her.given_name);
    const bool other_family = locale::slug(first.family_name) != locale::slug(her.family_name);
    if (other_given && other_family) {
      diagnostics_.add(diag::code::person_twice, place(first.mail_at),
                       fmt::format("the ledger knows somebody else by {}", first.mail),
                       fmt::format("if one has followed the other, end the first:\ncenacle depart {}", her.mail),
                       {{fmt::format("she is {}", identified(her)), {}}});
      return step;
    }
    const auto back = std::find_if(lines.begin(), lines.end(), [&](const RosterLine* it) {
      return it->from && her.departed && *it->from >= *her.departed;
    });
    if (her.departed && back == lines.end()) {
      diagnostics_.add(
          diag::code::person_departed, place(first.name_at),
          fmt::format("{} left on {}: nothing is changed", her.given_name + " " + her.family_name, day(*her.departed)),
          "if she is back, say since when, in a column `Depuis`");
      return step;
    }
    if (other_given) step.identity.given_name = first.given_name;
    if (other_family) step.identity.family_name = first.family_name;
    for (const RosterLine* line : lines) complete(step, *line);
    step.shared_allowed = false;  // it was allowed when she was added
    if (step.shown == her.shown) step.shown.reset();
    find_changes(step, her);
    for (const RosterLine* line : lines) add_mandates(step, *line, her.mandates);
    warn_of_other_bodies(step, lines, her);
    if (!step.changes.empty() || step.shown || !step.mandates.empty()) step.kind = RosterStep::Kind::change;
    return step;
  }

  static void find_changes(RosterStep& step, const model::Person& her) {
    const auto compare = [&](std::string_view field, const std::string& before, const std::string& after) {
      if (before != after) step.changes.push_back({field, before, after});
    };
    compare("given_name", her.given_name, step.identity.given_name);
    compare("family_name", her.family_name, step.identity.family_name);
    compare("phone", her.phone, step.identity.phone);
    compare("profile", her.profile, step.identity.profile);
    compare("function", her.function, step.identity.function);
  }

  void add_mandates(RosterStep& step, const RosterLine& line, const std::vector<model::Mandate>& known) {
    std::vector<std::string> roles;
    for (const model::Role* role : line.roles) roles.push_back(role->id);
    if (roles.empty()) roles.emplace_back();
    for (const std::string& role : roles) {
      const model::Mandate wanted{line.network->page.id,
                                  line.body == nullptr ? "" : line.body->id,
                                  role,
                                  line.object,
                                  line.from.value_or(today_),
                                  std::nullopt};
      if (!is_known(wanted, line, known) && !is_known(wanted, line, step.mandates)) step.mandates.push_back(wanted);
    }
  }

  /// Whether the list says nothing new. What has ended begins again only if the list says since when.
  bool is_known(const model::Mandate& wanted, const RosterLine& line, const std::vector<model::Mandate>& known) {
    for (const model::Mandate& it : known) {
      const bool same = it.network == wanted.network && it.body == wanted.body &&
                        (wanted.role.empty() || (it.role == wanted.role && it.object == wanted.object));
      if (!same) continue;
      if (!it.until || wanted.from < *it.until) return true;
      if (line.from) continue;
      diagnostics_.add(diag::code::person_departed, place(line.body_at),
                       fmt::format("what {} {} was here ended on {}: it does not begin again", line.given_name,
                                   line.family_name, day(*it.until)),
                       "if it does, say since when, in a column `Depuis`");
      return true;
    }
    return false;
  }

  void warn_of_other_bodies(const RosterStep& step, std::span<const RosterLine* const> lines,
                            const model::Person& her) {
    for (const model::Mandate& begun : step.mandates) {
      const auto held = std::find_if(her.mandates.begin(), her.mandates.end(), [&](const model::Mandate& it) {
        return it.network == begun.network && it.body != begun.body && it.holds_on(begun.from);
      });
      if (held == her.mandates.end()) continue;
      const bool listed = std::any_of(lines.begin(), lines.end(), [&](const RosterLine* line) {
        return line->network->page.id == held->network && (line->body == nullptr ? "" : line->body->id) == held->body;
      });
      if (listed) continue;
      diagnostics_.add(
          diag::code::other_body, place(lines.front()->body_at),
          fmt::format("{} is with `{}` already: this is a second body, not a change",
                      her.given_name + " " + her.family_name, held->body.empty() ? "nobody" : held->body),
          fmt::format("if she has changed, do not import her but say since when:\ncenacle people mandate {} "
                      "--network {} --body {} --from {} --instead",
                      her.mail, begun.network, begun.body.empty() ? "none" : begun.body, base::iso(begun.from)));
      return;
    }
  }

  base::Date today_;
  std::string_view path_;
  const locale::Locale& language_;
  diag::Diagnostics& diagnostics_;
  std::unordered_map<std::string, const model::Person*> by_mail_, by_name_;
};

}  // namespace

std::size_t RosterPlan::count(RosterStep::Kind kind) const {
  return static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [&](const RosterStep& it) { return it.kind == kind; }));
}

RosterPlan plan_roster(const content::Roster& roster, std::span<const model::Person> known, base::Date today,
                       std::string_view path, const locale::Locale& language, diag::Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, std::size_t> places;
  std::vector<std::vector<const RosterLine*>> people;
  for (const RosterLine& line : roster.lines) {
    const auto [at, is_new] = places.emplace(line.mail, people.size());
    if (is_new) people.emplace_back();
    people[at->second].push_back(&line);
  }
  Planner planner(known, today, path, language, diagnostics);
  RosterPlan plan;
  for (const auto& lines : people) plan.steps.push_back(planner.plan(lines));
  return plan;
}

}  // namespace cenacle::cli
