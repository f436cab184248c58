// The closed lists of words that a workflow file is written with, what each stands for, and where it may be used.
// FORMAT.md explains them; the reader prints them.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

#include "content/keys.h"
#include "rules/registration/words.h"
#include "workflow/workflow.h"

namespace cenacle::workflow {

using content::Choice;

inline constexpr Choice<About> about_words[] = {
    {"meeting", About::meeting},
    {"minutes", About::minutes},
    {"decision", About::decision},
    {"survey", About::survey},
    {"sheet", About::sheet},
    {"charter", About::charter},
    {"group", About::group},
    {"contribution", About::contribution},
    {"network", About::network},
    {"request", About::request},
    {"registration", About::registration},
    {"person", About::person},
};

/// Of which subjects a word may be said.
using SubjectKinds = std::uint16_t;
constexpr SubjectKinds of(std::initializer_list<About> abouts) {
  SubjectKinds all = 0;
  for (const About it : abouts) all = static_cast<SubjectKinds>(all | (1U << static_cast<unsigned>(it)));
  return all;
}
inline constexpr SubjectKinds of_all = 0xffff;
constexpr bool may_be_of(SubjectKinds subjects, About about) {
  return (subjects >> static_cast<unsigned>(about) & 1U) != 0;
}

struct EventWord {
  std::string_view word;
  Event value;
  SubjectKinds subjects;
  std::string_view sentence;  ///< after a count: "3 semaines avant …"
};
inline constexpr EventWord event_words[] = {
    {"start", Event::start, of({About::meeting}), "le début"},
    {"end", Event::end, of({About::meeting, About::minutes}), "la fin"},
    {"due", Event::due, of({About::decision, About::registration}), "l’échéance"},
    {"announced", Event::announced, of({About::survey, About::contribution}), "l’annonce"},
    {"closes", Event::closes, of({About::survey, About::group}), "la clôture"},
    {"review", Event::review, of({About::sheet}), "la date de relecture"},
    {"in_force", Event::in_force, of({About::charter}), "l’entrée en vigueur"},
    {"opens", Event::opens, of({About::network}), "l’ouverture"},
    {"each_year", Event::each_year, of({About::network}), "chaque année, le"},
    {"notice", Event::notice, of({About::registration}), "la fin du préavis"},
    {"renewal", Event::renewal, of({About::registration}), "le renouvellement"},
    {"term_end", Event::term_end, of({About::registration}), "le terme"},
    {"fee", Event::fee, of({About::registration}), "l’appel de la cotisation"},
    {"mandate", Event::mandate, of({About::registration}), "la prise de fonction"},
    {"first_meeting", Event::first_meeting, of({About::registration}), "la première séance"},
    {"last_meeting", Event::last_meeting, of({About::registration}), "la dernière séance"},
    {"answered", Event::answered, of({About::meeting}), "une réponse"},
    {"declined", Event::declined, of({About::meeting}), "une absence annoncée"},
    {"substituted", Event::substituted, of({About::meeting}), "un remplacement"},
    {"vacated", Event::vacated, of({About::registration}), "le départ de qui occupait la place"},
    {"absences", Event::absences, of({About::registration}), "des absences répétées"},
    {"warned", Event::warned, of({About::registration}), "l’avertissement d’une règle"},
    {"asked", Event::asked, of({About::request}), "la demande"},
    {"routed", Event::routed, of({About::request}), "l’envoi à qui s’en charge"},
    {"replied", Event::replied, of({About::request}), "la réponse"},
    {"closed", Event::closed, of({About::request}), "la clôture de la demande"},
    {"joined", Event::joined, of({About::person}), "l’arrivée dans le réseau"},
};
/// Of any event but a state.
constexpr const EventWord& word_of(Event event) {
  for (const EventWord& it : event_words)
    if (it.value == event) return it;
  return event_words[0];
}
/// "la demande", "la mise en attente": a state, as what happens.
std::string_view sentence_of(model::State state);

struct UnitWord {
  std::string_view word;
  Unit value;
  std::string_view one, many;
};
inline constexpr UnitWord unit_words[] = {
    {"days", Unit::days, "jour", "jours"},
    {"working_days", Unit::working_days, "jour ouvré", "jours ouvrés"},
    {"weeks", Unit::weeks, "semaine", "semaines"},
    {"months", Unit::months, "mois", "mois"},
};
constexpr const UnitWord& word_of(Unit unit) {
  for (const UnitWord& it : unit_words)
    if (it.value == unit) return it;
  return unit_words[0];
}

struct AudienceWord {
  std::string_view word;
  Audience::Kind value;
  SubjectKinds subjects;
};
inline constexpr AudienceWord audience_words[] = {
    {"members", Audience::Kind::members,
     of({About::meeting, About::minutes, About::survey, About::group, About::charter, About::request,
         About::contribution})},
    {"guests", Audience::Kind::guests, of({About::meeting})},
    {"substitutes", Audience::Kind::substitutes, of({About::meeting})},
    {"partner", Audience::Kind::partner, of({About::meeting, About::registration})},
    {"network", Audience::Kind::network, of_all},
    {"organiser", Audience::Kind::organiser, of({About::meeting, About::minutes})},
    {"contact", Audience::Kind::contact, of_all},
    {"with", Audience::Kind::with, of({About::meeting, About::minutes})},
    {"carrier", Audience::Kind::carrier, of({About::decision})},
    {"owner", Audience::Kind::owner, of({About::sheet})},
    {"experts", Audience::Kind::experts, of({About::contribution})},
    {"person", Audience::Kind::person, of({About::registration, About::person})},
    {"decider", Audience::Kind::decider, of({About::registration})},
    {"approvers", Audience::Kind::approvers, of({About::registration})},
    {"signatories", Audience::Kind::signatories, of({About::registration, About::charter})},
    {"asker", Audience::Kind::asker, of({About::request})},
    {"charged", Audience::Kind::charged, of({About::request})},
};

struct FilterWord {
  std::string_view word;
  Filter value;
  SubjectKinds subjects;
};
inline constexpr FilterWord filter_words[] = {
    {"unanswered", Filter::unanswered, of({About::meeting, About::survey, About::request, About::contribution})},
    {"coming", Filter::coming, of({About::meeting})},
    {"pair_absent", Filter::pair_absent, of({About::meeting})},
    {"missing", Filter::missing, of({About::registration})},
    {"unsigned", Filter::unsigned_, of({About::registration, About::charter})},
    {"unpaid", Filter::unpaid, of({About::registration})},
    {"open", Filter::open, of({About::request})},
};

}  // namespace cenacle::workflow
