// Mails about a meeting.
#include "mail/meeting_letters.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calendar/itip.h"

namespace cenacle::mail {

using calendar::Face;

/// One time that a meeting takes place, or the whole of a recurring one, or what is still known of a deleted one.
struct MeetingLetters::Sitting {
  const model::Network* network = nullptr;
  const site::Calendars::Entry* entry = nullptr;  ///< null: the lock has not seen it yet
  const model::Meeting* meeting = nullptr;        ///< null: deleted
  const model::Occurrence* occurrence = nullptr;  ///< the one that the mail is about, or the next one; null: deleted
  std::optional<base::LocalTime> planned;         ///< of one time of a recurring meeting
  base::Date day{};
  std::vector<rules::Seat> seats;
  std::vector<rules::Answer> answers;
  struct Place {
    bool guest = false;
    model::PersonId partner, replaced;
  };
  std::map<model::PersonId, Place> places;                        ///< of those who are expected
  std::array<std::optional<std::vector<ical::Event>>, 2> events;  ///< by Face
};

MeetingLetters::MeetingLetters(const Around& around) : around_(around) {}
MeetingLetters::~MeetingLetters() = default;

namespace {

const model::Occurrence* occurrence_of(const model::Meeting& meeting, std::optional<base::LocalTime> planned,
                                       base::Date today) {
  const auto& all = meeting.occurrences;
  if (all.empty()) return nullptr;
  const auto found =
      planned ? std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.planned == *planned; })
              : std::find_if(all.begin(), all.end(), [&](const auto& it) { return base::date_of(it.end) >= today; });
  if (found != all.end()) return &*found;
  return planned ? nullptr : &all.back();
}

template <class Times>
void show_times(const Times& it, bool all_day, std::string_view zone, MeetingView* view) {
  view->start = {it.start, zone};
  view->end = {it.end, zone};
  view->first_day = base::date_of(it.start);
  view->last_day = base::date_of(it.end);
  // What ends at midnight ends on the day before.
  if (!all_day && it.end > it.start && it.end == base::midnight(view->last_day))
    view->last_day = base::add_days(view->last_day, -1);
  view->all_day = all_day;
  view->several_days = view->first_day != view->last_day;
}

}  // namespace

MeetingLetters::Sitting* MeetingLetters::sitting_of(const Job& job) {
  const auto [at, made] = sittings_.try_emplace(job.action.key.subject);
  if (!made) return at->second.get();
  const site::Calendars::Entry* const entry = around_.setting().calendars.find(job.subject.id);
  auto sitting = std::make_unique<Sitting>();
  sitting->entry = entry;
  sitting->network = around_.network(job.action.network);
  sitting->planned = job.subject.time;
  if (entry != nullptr) sitting->meeting = entry->meeting;
  if (sitting->network == nullptr) return nullptr;
  if (entry == nullptr)
    for (const model::Meeting& it : sitting->network->meetings)
      if (it.uid == job.subject.id) sitting->meeting = &it;
  if (sitting->meeting != nullptr) sitting->occurrence = occurrence_of(*sitting->meeting, sitting->planned, job.today);
  if (sitting->occurrence == nullptr && entry == nullptr) return nullptr;
  look_up(sitting.get());
  return (at->second = std::move(sitting)).get();
}

/// Who is expected, with whom she shares her seat, in whose place she comes.
void MeetingLetters::look_up(Sitting* sitting) const {
  if (sitting->occurrence == nullptr) return;
  sitting->day = base::date_of(sitting->occurrence->start);
  const rules::Sitting of{sitting->network, sitting->meeting, sitting->day};
  const rules::Records& records = around_.setting().records;
  sitting->seats = rules::expected(around_.setting().books, records, of);
  sitting->answers = rules::answers(records, of);
  for (const rules::Seat& seat : sitting->seats)
    for (const model::PersonId& id : seat.people) {
      Sitting::Place& place = sitting->places[id];
      place.guest = seat.guest;
      for (const model::PersonId& other : seat.people)
        if (other != id) place.partner = other;
    }
  for (const model::Fact& fact :
       records.facts_about(model::FactKind::substituted, sitting->network->page.id, "", of.object()))
    if (fact.day == sitting->day)
      if (const auto place = sitting->places.find(fact.other); place != sitting->places.end())
        place->second.replaced = fact.person;
}

void MeetingLetters::show(const Sitting& sitting, bool invited, const Reader& reader, MeetingView* view) const {
  const model::Meeting& meeting = *sitting.meeting;
  const model::Occurrence& it = *sitting.occurrence;
  view->title = it.title.empty() ? meeting.page.title : it.title;
  view->kind = meeting.kind == nullptr ? "" : meeting.kind->title;
  view->url = around_.url(meeting, reader);
  view->status_note = it.status_note;
  view->place = it.place;
  view->address = it.address;
  if (invited) view->online = it.online;
  show_times(it, meeting.all_day, meeting.time_zone, view);
  view->other_zone = meeting.time_zone != around_.portal().time_zone;
  if (view->other_zone) view->zone = around_.language().zone_name(meeting.time_zone);
  view->cancelled = it.status == model::MeetingStatus::cancelled;
  view->tentative = it.status == model::MeetingStatus::tentative;
  view->moved = it.status == model::MeetingStatus::moved;
  view->recurring = meeting.recurrence.has_value();
  view->lunch = meeting.lunch;
  view->of = around_.thing(meeting.owner, reader);
  view->organiser = around_.contact(meeting.organiser != nullptr ? meeting.organiser : sitting.network->contact.role);
  for (const model::Document& document : sitting.network->documents)
    if (document.meeting == &meeting && reader.reads(document.page.audience))
      view->documents.push_back(around_.thing(document.page, reader));
}

void MeetingLetters::show_deleted(const Sitting& sitting, MeetingView* view) const {
  const calendar::Known& known = *sitting.entry->locked.known;
  view->title = known.title;
  view->place = known.state.place;
  show_times(known.state, known.state.all_day, known.state.zone, view);
  view->other_zone = known.state.zone != around_.portal().time_zone;
  if (view->other_zone) view->zone = around_.language().zone_name(known.state.zone);
  view->recurring = known.state.recurrence.has_value();
  view->deleted = view->cancelled = true;
  view->organiser = around_.contact(sitting.network->contact.role);
}

MeetingAnswersView MeetingLetters::answers(const Sitting& sitting, const Job& job) const {
  const auto link = [&](Reply reply) { return around_.link(job.answering, reply); };
  MeetingAnswersView view{link(Reply::present), "", "", link(Reply::absent), link(Reply::substitute)};
  if (sitting.meeting->lunch) view.lunch = link(Reply::lunch);
  if (!sitting.occurrence->online.empty()) view.remote = link(Reply::remote);
  return view;
}

SummaryView MeetingLetters::summary(const Sitting& sitting) const {
  SummaryView view;
  std::map<model::PersonId, const rules::Answer*> by_person;
  for (const rules::Answer& it : sitting.answers) by_person[it.person] = &it;
  view.expected = static_cast<std::int64_t>(sitting.seats.size());
  for (const rules::Seat& seat : sitting.seats) {
    bool somebody = false, all_absent = !seat.people.empty();
    for (const model::PersonId& id : seat.people) {
      const auto answer = by_person.find(id);
      const std::string_view value = answer == by_person.end() ? std::string_view() : answer->second->value;
      PersonView person = around_.person(*sitting.network, id);
      all_absent = all_absent && value == "absent";
      somebody = somebody || value == "present" || value == "remote";
      if (answer != by_person.end() && answer->second->lunch && value == "present") ++view.lunches;
      auto& list = value == "present"  ? view.present
                   : value == "remote" ? view.remote
                   : value == "absent" ? view.absent
                                       : view.silent;
      list.push_back(std::move(person));
    }
    if (all_absent && !somebody) {
      PersonView pair = around_.person(*sitting.network, seat.people.front());
      for (std::size_t i = 1; i < seat.people.size(); ++i)
        pair.name += ", " + around_.person(*sitting.network, seat.people[i]).name;
      view.empty_seats.push_back(std::move(pair));
    }
  }
  const auto by_name = [&](const PersonView& a, const PersonView& b) {
    return around_.language().compare(a.name, b.name) < 0;
  };
  for (auto* list : {&view.present, &view.remote, &view.absent, &view.silent, &view.empty_seats})
    std::sort(list->begin(), list->end(), by_name);
  return view;
}

void MeetingLetters::invite(Sitting* sitting, bool invited, const Job& job, Enclosed* enclosed) const {
  if (job.action.invitation == workflow::Invitation::none || sitting->entry == nullptr) return;
  const Face face = invited ? Face::members : Face::readers;
  auto& events = sitting->events[static_cast<std::size_t>(face)];
  if (!events) events = around_.setting().calendars.events_of(*sitting->entry, face);
  const std::string& organizer = around_.portal().mail.address;
  const std::string &mail = job.reader.mail, &name = job.reader.name;
  std::optional<ical::Calendar> object;
  if (job.action.invitation == workflow::Invitation::request) {
    object = sitting->planned
                 ? calendar::request_of_occurrence(*sitting->meeting, *events, *sitting->planned, organizer, mail, name)
                 : calendar::request(*events, organizer, mail, name);
  } else if (sitting->planned) {
    const calendar::State state =
        sitting->meeting != nullptr ? calendar::state_of(*sitting->meeting) : sitting->entry->locked.known->state;
    object = calendar::cancel_occurrence(*events, state, *sitting->planned, organizer, mail, name);
  } else {
    object = calendar::cancel(*events, organizer, mail, name);
  }
  if (!object) return;
  enclosed->method = object->method;
  enclosed->calendar = ical::write(*object);
}

base::Result<MeetingLetter> MeetingLetters::make(const Job& job, Enclosed* enclosed) {
  Sitting* const sitting = sitting_of(job);
  if (sitting == nullptr) return gone(job);
  const bool request = job.action.invitation == workflow::Invitation::request;
  if (sitting->occurrence == nullptr && request) return gone(job);
  MeetingLetter letter;
  around_.open(&letter, job.action, job.reader, job.answering, job.today);
  const auto place = job.reader.person ? sitting->places.find(job.reader.person->id) : sitting->places.end();
  const bool expected = place != sitting->places.end();
  if (sitting->occurrence == nullptr) {
    show_deleted(*sitting, &letter.meeting);
    invite(sitting, false, job, enclosed);
    return letter;
  }
  const model::Meeting& meeting = *sitting->meeting;
  const bool invited = expected || job.reader.reads(meeting.members);
  show(*sitting, invited, job.reader, &letter.meeting);
  // Whoever is invited may know what it is about, a guest too (A3).
  if (invited || job.reader.reads(meeting.page.audience))
    letter.meeting.agenda = enclosed->hole(
        around_.text_of(meeting.page, job.reader.reads(meeting.members) ? meeting.members : model::Audience{}));
  letter.answer = answers(*sitting, job);
  if (expected) {
    letter.guest = place->second.guest;
    letter.partner = around_.name_of(place->second.partner);
    letter.replaced = around_.name_of(place->second.replaced);
  }
  if (job.reader.runs && job.reader.reads(meeting.members)) letter.summary = summary(*sitting);
  invite(sitting, invited, job, enclosed);
  return letter;
}

}  // namespace cenacle::mail
