// `people review`: data is kept no longer than it serves (RGPD, E16). Who has had nothing to do with the networks for
// so long, and who is nothing in any body any more.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "cli/days.h"
#include "cli/people.h"
#include "cli/people_words.h"

namespace cenacle::cli {

namespace {

/// What somebody does herself, or that shows that she is there still.
bool is_activity(const model::Fact& fact) {
  using enum model::FactKind;
  switch (fact.kind) {
    case person_added:
    case mandate_began:
    case consent:
    case requested:
    case stated:
    case confirmed:
    case agreed:
    case paid:
    case took_offer:
    case declined_offer:
    case succeeded:
    case paired:
    case withdrew:
    case served:
    case substituted:
    case answered:
    case signed_:
    case asked:
    case replied:
      return true;
    case attended:
      return fact.value == "present";
    default:
      return false;
  }
}

struct Trace {
  base::Instant last{};
  std::optional<base::Date> kept_until;  ///< decided at an earlier review
};
using Traces = std::unordered_map<std::string, Trace>;

base::Result<Traces> traces_of(const ledger::Transaction& ledger) {
  Traces traces;
  const auto read = ledger.each_fact(0, [&](const model::Fact& fact) {
    if (fact.kind == model::FactKind::reviewed) traces[fact.person].kept_until = fact.day;
    if (!is_activity(fact)) return;
    for (const model::PersonId& id : {fact.person, fact.other})
      if (!id.empty()) traces[id].last = std::max(traces[id].last, fact.at);
  });
  if (!read) return read.failure();
  return traces;
}

/// The day since which she is nothing any more; nothing while she is something, or will be.
std::optional<base::Date> ended(const model::Person& person, base::Date today) {
  if (person.departed && *person.departed <= today) return person.departed;
  std::optional<base::Date> last;
  for (const model::Mandate& it : person.mandates) {
    if (!it.until || *it.until > today) return std::nullopt;
    last = std::max(last.value_or(*it.until), *it.until);
  }
  return last;
}

struct Finding {
  const model::Person* person = nullptr;
  std::optional<base::Date> ended;
  base::Date last;
  bool silent = false;
  std::string key;
};

std::string line_of(const Deed& deed, const Finding& it) {
  const Phrases& words = deed.phrases();
  const model::Person& person = *it.person;
  const std::string why = it.ended ? words.say("review.ended", {{"day", words.day(*it.ended)}}) : "";
  const std::string silent = it.silent ? words.say("review.silent", {{"day", words.day(it.last)}}) : "";
  return words.say("review.row", {{"family", person.family_name},
                                  {"given", person.given_name},
                                  {"mail", person.mail},
                                  {"why", why.empty()      ? silent
                                          : silent.empty() ? why
                                                           : why + words.say("import.semicolon") + silent}});
}

int keep(const Context& context, const PeopleReview& arguments) {
  return perform(context, {"people review", arguments.dry_run}, [&](Deed& deed) -> Acted {
    const auto person = deed.person(arguments.keep);
    if (!person) return person.stop();
    const auto until = day_given(deed, arguments.until);
    if (!until) return until.stop();
    if (*until <= deed.today()) return Stop{Exit::usage, "usage", "--until names a day to come"};
    model::Fact fact = deed.fact(model::FactKind::reviewed, "");
    fact.person = person->id, fact.day = *until;
    deed.account().remarks.push_back({"reviewed",
                                      deed.phrases().say("review.kept", {{"who", deed.phrases().name_of(*person)},
                                                                         {"day", deed.phrases().day(*until)}}),
                                      0, person->id});
    return deed.append({std::move(fact)});
  });
}

}  // namespace

int review_people(const Context& context, const PeopleReview& arguments) {
  if (!arguments.keep.empty()) return keep(context, arguments);
  return look_up(context, [&](Deed& deed) -> Or<int> {
    if (!arguments.network.empty())
      if (const auto network = find_network(deed.content(), arguments.network); !network) return network.stop();
    const auto people = deed.ledger().people();
    if (!people) return people.failure();
    const auto traces = traces_of(deed.ledger());
    if (!traces) return traces.failure();
    const base::Date limit = base::add_months(deed.today(), -arguments.months);
    std::vector<Finding> found;
    for (const model::Person& it : *people) {
      const auto trace = traces->find(it.id);
      if (trace == traces->end() || (trace->second.kept_until && *trace->second.kept_until > deed.today())) continue;
      const bool of_network = std::any_of(it.mandates.begin(), it.mandates.end(), [&](const model::Mandate& mandate) {
        return mandate.network == arguments.network;
      });
      if (!arguments.network.empty() && !of_network) continue;
      Finding finding{&it, ended(it, deed.today()), deed.phrases().date_of(trace->second.last), false, {}};
      finding.silent = finding.last <= limit;
      if (!finding.silent && !finding.ended) continue;
      finding.key = deed.content().language->sort_key(directory_name(it));
      found.push_back(std::move(finding));
    }
    std::sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.key < b.key; });
    if (context.format == Format::json) {
      json::Writer out;
      out.begin_object().key("months").integer(arguments.months).key("people").begin_array();
      for (const Finding& it : found) {
        out.begin_object().key("id").text(it.person->id).key("mail").text(it.person->mail);
        out.key("last_activity").text(base::iso(it.last)).key("silent").boolean(it.silent).key("ended");
        it.ended ? out.text(base::iso(*it.ended)) : out.null();
        out.end_object();
      }
      fmt::print("{}", out.end_array().end_object().take());
      return Exit::done;
    }
    const Phrases& words = deed.phrases();
    for (const Finding& it : found) fmt::print("{}\n", line_of(deed, it));
    fmt::print("{}\n", words.count("review.count", static_cast<std::int64_t>(found.size())));
    if (!found.empty()) fmt::print("{}\n", words.say("review.what-to-do"));
    return Exit::done;
  });
}

}  // namespace cenacle::cli
