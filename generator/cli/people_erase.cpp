// `people erase`: somebody is forgotten (RGPD, E16). What happened stays as facts without her name; what the law makes
// keep is told with its end, and where her name stands in prose.
#include <fmt/format.h>

#include "cli/mentions.h"
#include "cli/people.h"
#include "cli/people_words.h"
#include "cli/who.h"

namespace cenacle::cli {

namespace {

/// Accounting records are kept ten years from the end of their financial year (Code de commerce, L. 123-22).
base::Date accounting_until(base::Date paid) {
  constexpr int years = 10;
  return {paid.year() + std::chrono::years(years + 1), std::chrono::January, std::chrono::day(1)};
}

class Erasure {
 public:
  Erasure(Deed& deed, const PeopleErase& arguments) : deed_(deed), arguments_(arguments), words_(deed.phrases()) {}

  Or<int> run() {
    auto found = deed_.person(arguments_.who);
    if (!found) return found.stop();
    her_ = std::move(*found);
    if (her_.erased) return Stop{Exit::mistakes, "erased", words_.say("erase.done-already")};
    if (!arguments_.yes && !arguments_.dry_run)
      return Stop{Exit::usage, "usage", words_.say("erase.yes", {{"who", line_of(her_, words_)}})};
    deed_.account().verb = "people erase";
    deed_.account().erased = her_.id;
    if (const Acted left = leave_all(); !left) return left.stop();
    if (const Acted kept = keep_what_the_law_keeps(); !kept) return kept.stop();
    remark("erased", words_.say("erase.erased"));
    tell_mentions();
    if (const auto erased = deed_.ledger().erase_person(her_.id, deed_.now()); !erased) return erased.failure();
    const int status = deed_.conclude(arguments_.dry_run, Extent::whole);
    if (status == Exit::done && !arguments_.dry_run && deed_.erasure_pending())
      fmt::print(stderr, "{}\n", words_.say("erase.pending"));
    return status;
  }

 private:
  void remark(std::string_view code, std::string sentence, std::int64_t number = 0) {
    deed_.account().remarks.push_back({std::string(code), std::move(sentence), number, her_.id});
  }

  /// Her seats are free, and those who wait for them get them.
  Acted leave_all() {
    for (const model::Registration& it : deed_.ledger().of_person(her_.id))
      if (model::nature(it.state) != model::Nature::out)
        if (auto settled = deed_.settle(it.object); !settled) return settled;
    for (const rules::Rulebook& book : deed_.books().books) {
      const auto setting = deed_.setting(*book.network);
      if (!setting) return setting.stop();
      rules::Ruling ruling = rules::depart(*setting, her_.id, deed_.today());
      if (ruling.obstacle) continue;  // she has left already
      if (auto done = deed_.carry_out(*setting, std::move(ruling)); !done) return done;
    }
    return base::Done{};
  }

  Acted keep_what_the_law_keeps() {
    std::vector<model::Fact> facts;
    for (const model::Registration& it : deed_.ledger().of_person(her_.id)) {
      std::optional<base::Date> until;
      for (const model::Fact& fact : deed_.ledger().facts_of(it.id))
        if (fact.kind == model::FactKind::paid)
          until = std::max(until.value_or(base::Date{}), accounting_until(fact.day.value_or(words_.date_of(fact.at))));
      if (!until) continue;
      model::Fact& kept = facts.emplace_back(deed_.fact(model::FactKind::kept, it.network));
      kept.person = her_.id, kept.value = "accounting", kept.day = until;
      remark("kept", words_.say("erase.kept", {{"n", std::to_string(it.id)}, {"day", words_.day(*until)}}), it.id);
    }
    return deed_.append(std::move(facts));
  }

  void tell_mentions() {
    for (const Mention& it : find_mentions(deed_.files(), "content", her_))
      remark("mention", words_.say("erase.mention", {{"path", it.path}, {"line", std::to_string(it.line)}}), it.line);
    if (!find_mentions(deed_.files(), "output", her_).empty()) remark("output", words_.say("erase.output"));
  }

  Deed& deed_;
  const PeopleErase& arguments_;
  const Phrases& words_;
  model::Person her_;
};

}  // namespace

int erase_person(const Context& context, const PeopleErase& arguments) {
  return look_up(
      context, [&](Deed& deed) { return Erasure(deed, arguments).run(); },
      arguments.dry_run ? Deed::For::rehearsing : Deed::For::writing);
}

}  // namespace cenacle::cli
