// Mails about a network as such, about requests to it, and about a person's own affairs.
#include <algorithm>

#include <fmt/format.h>

#include "mail/other_letters.h"
#include "rules/registration/joined.h"

namespace cenacle::mail {

namespace {

using CountList = std::vector<CountView>;

void count(CountList* list, const std::string& title) {
  const auto found = std::find_if(list->begin(), list->end(), [&](const CountView& it) { return it.title == title; });
  if (found == list->end()) {
    list->push_back({title, 1});
  } else {
    ++found->count;
  }
}

std::string_view kind_of(model::Contribution::Kind kind) {
  using Kind = model::Contribution::Kind;
  switch (kind) {
    case Kind::message:
      return "message";
    case Kind::document:
      return "document";
    case Kind::question:
      return "question";
    case Kind::answer:
      return "answer";
    case Kind::agenda:
      return "agenda";
  }
  return "";
}

/// How many members there were at the end of a year; nothing when it is not told.
model::Told members_at_end_of(const model::NetworkFigures& figures, int year) {
  model::Told told;
  for (const model::MonthFigures& month : figures.months)
    if (static_cast<int>(month.month.year()) <= year) told = month.members;
  return told;
}

/// Of a calendar year: what content holds of it, and what the ledger's figures may tell (D5, D6).
IndicatorsView indicators(const Around& around, const model::Network& network, int year) {
  IndicatorsView view;
  view.year = year;
  const auto in_year = [&](base::Date day) { return static_cast<int>(day.year()) == year; };
  for (const model::Contribution& it : network.contributions)
    if (in_year(it.date)) count(&view.contributions, around.word(fmt::format("contribution.{}", kind_of(it.kind))));
  for (const model::Contribution& it : network.contributions) {
    const bool answered = std::any_of(network.contributions.begin(), network.contributions.end(),
                                      [&](const model::Contribution& other) { return other.answers == &it; });
    if (it.kind == model::Contribution::Kind::question && in_year(it.date) && !answered) ++view.unanswered;
  }
  for (const model::Meeting& meeting : network.meetings)
    for (const model::Occurrence& time : meeting.occurrences)
      if (in_year(base::date_of(time.start)) && time.status != model::MeetingStatus::cancelled &&
          meeting.kind != nullptr)
        count(&view.meetings, meeting.kind->title);
  for (const model::Minutes& it : network.minutes)
    if (it.meeting != nullptr && in_year(base::date_of(it.meeting->start)))
      view.decisions += static_cast<std::int64_t>(it.decisions.size());
  for (const model::Document& it : network.documents) view.documents += in_year(it.date) ? 1 : 0;
  if (around.setting().figures == nullptr) return view;
  const auto found = around.setting().figures->networks.find(network.page.id);
  if (found == around.setting().figures->networks.end()) return view;
  view.members = members_at_end_of(found->second, year);
  view.members_before = members_at_end_of(found->second, year - 1);
  for (const model::Composition::Part& part : found->second.bodies.parts) {
    const model::Body* const body = rules::find_body(network, part.id);
    if (body != nullptr) view.bodies.push_back({body->name, part.count});
  }
  return view;
}

/// Any reference of the ledger, as this reader may see it.
ThingView thing_of(const Around& around, const model::Network& network, const Reader& reader,
                   std::string_view reference) {
  const auto joined = rules::find_joined(network, reference);
  if (!joined) return {};
  if (joined->meeting != nullptr) return {joined->meeting->page.title, around.url(*joined->meeting, reader)};
  return around.thing(joined->page(), reader);
}

}  // namespace

base::Result<NetworkLetter> network_letter(const Around& around, const Job& job) {
  const model::Network* const network = around.network(job.subject.id);
  if (network == nullptr) return gone(job);
  NetworkLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  letter.summary = network->page.summary;
  letter.opens = network->opens;
  letter.join = {network->page.title, around.join_url(site::joinable(*network))};
  for (const model::Group& it : network->groups)
    if (!it.ended && job.reader.reads(it.page.audience)) letter.groups.push_back(around.thing(it.page, job.reader));
  if (job.reader.runs) letter.indicators = indicators(around, *network, static_cast<int>(job.today.year()) - 1);
  return letter;
}

base::Result<RequestLetter> request_letter(const Around& around, const Job& job) {
  const model::Network* const network = around.network(job.action.network);
  if (network == nullptr || !around.setting().facts_of_request) return gone(job);
  RequestLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  RequestView& view = letter.request;
  for (const model::Fact& fact : around.setting().facts_of_request(job.subject.number)) {
    if (fact.kind == model::FactKind::replied && !fact.said.empty())
      view.replies.push_back({around.name_of(fact.person), fact.said, around.day_of(fact.at)});
    if (fact.kind != model::FactKind::asked) continue;
    view.number = fact.request;
    view.kind = fact.value;
    view.words = fact.said;
    view.day = around.day_of(fact.at);
    view.by = around.person(*network, fact.person);
    view.about = thing_of(around, *network, job.reader, fact.object).title;
    for (const model::Topic& topic : network->topics)
      if (topic.id == fact.cause) view.topic = topic.title;
    if (const auto person = job.reader.runs ? around.setting().records.person(fact.person) : std::nullopt)
      view.mail = person->mail, view.phone = person->phone;
  }
  if (view.number == 0) return gone(job);
  if (!job.reader.runs) view.replies.clear();
  letter.done_url = around.link(job.answering, Reply::done);
  letter.accept_url = around.link(job.answering, Reply::accept);
  letter.refuse_url = around.link(job.answering, Reply::refuse);
  return letter;
}

base::Result<PersonLetter> person_letter(const Around& around, const Job& job) {
  if (!job.reader.person || job.reader.person->id != job.subject.id) return gone(job);
  PersonLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  const Setting& setting = around.setting();
  const std::string below = setting.feeds_url.empty() ? around.portal().base_url + "feeds/" : setting.feeds_url;
  letter.feed = below + feed_token(job.reader.person->id, setting.secret) + ".ics";
  letter.webcal = "webcal" + letter.feed.substr(letter.feed.find(':'));
  return letter;
}

base::Result<Letter> plain_letter(const Around& around, const Job& job) {
  Letter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  for (const std::string& reference : job.action.items)
    if (auto item = item_of(around, job, reference)) letter.items.push_back(std::move(*item));
  return letter;
}

}  // namespace cenacle::mail
