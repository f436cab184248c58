// Mails about what stands in content.
#include <algorithm>

#include <fmt/format.h>

#include "mail/layout.h"
#include "mail/other_letters.h"

namespace cenacle::mail {

namespace {

/// The thing of that id; null when there is none, or when it is not for this reader.
template <class Things>
auto* find_for(const Things& things, const Job& job) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const auto& it) {
    return it.page.id == job.subject.id && job.reader.reads(it.page.audience);
  });
  return found == things.end() ? nullptr : &*found;
}

/// As whoever reads the page itself.
const Written* text_for(const Around& around, const model::Page& page) { return around.text_of(page, page.audience); }

std::string name_of(const decltype(model::Decision::carried_by)& carried_by) {
  if (const auto* role = std::get_if<const model::Role*>(&carried_by)) return (*role)->title;
  if (const auto* body = std::get_if<const model::Body*>(&carried_by)) return (*body)->name;
  return "";
}

DecisionView shown(const model::Decision& it, const std::string& url, base::Date taken, base::Date today) {
  const bool late = it.by && !it.done && *it.by < today;
  return {it.text, name_of(it.carried_by), url, it.outcome == model::Decision::Outcome::consensus, late, it.by, taken};
}

base::Date day_of(const model::Minutes& minutes) {
  return minutes.meeting == nullptr ? base::Date{} : base::date_of(minutes.meeting->start);
}

/// The minutes on one sheet, for those who keep their papers.
File sheet_of_paper(const Around& around, const MinutesLetter& letter, const Written& body) {
  SheetOfPaperView view;
  view.language = around.language().language();
  view.title = letter.minutes.title;
  view.source_url = letter.minutes.url;
  view.notice = letter.minutes.of.title;
  view.body = {body.html};
  view.date = letter.minutes.date;
  view.network = letter.network;
  tmpl::Output page;
  if (around.setting().mails.page().render(&view, &page)) page.text.clear();
  return {letter.minutes.title + ".html", "text/html", std::move(page.text)};
}

}  // namespace

base::Result<MinutesLetter> minutes_letter(const Around& around, const Job& job, Enclosed* enclosed) {
  const model::Network* const network = around.network(job.action.network);
  const model::Minutes* const it = network == nullptr ? nullptr : find_for(network->minutes, job);
  if (it == nullptr || it->meeting == nullptr) return gone(job);
  MinutesLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  MinutesView& view = letter.minutes;
  view.title = it->page.title;
  view.url = around.url(it->page, job.reader);
  view.date = day_of(*it);
  view.meeting = {it->meeting->page.title, around.url(*it->meeting, job.reader)};
  view.of = around.thing(it->meeting->owner, job.reader);
  for (const model::Decision& decision : it->decisions)
    view.decisions.push_back(shown(decision, view.url, view.date, job.today));
  if (const Written* const body = text_for(around, it->page)) {
    view.body = enclosed->hole(body);
    File page = sheet_of_paper(around, letter, *body);
    view.attached = !page.bytes.empty() && enclosed->add(std::move(page), around.portal().mail.max_attachment);
  }
  return letter;
}

base::Result<DecisionLetter> decision_letter(const Around& around, const Job& job) {
  const model::Network* const network = around.network(job.action.network);
  const model::Minutes* const it = network == nullptr ? nullptr : find_for(network->minutes, job);
  const auto number = static_cast<std::size_t>(job.subject.number);
  if (it == nullptr || it->meeting == nullptr || number < 1 || number > it->decisions.size()) return gone(job);
  DecisionLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  letter.minutes = around.thing(it->page, job.reader);
  letter.of = around.thing(it->meeting->owner, job.reader);
  letter.decision = shown(it->decisions[number - 1], letter.minutes.url, day_of(*it), job.today);
  letter.done_url = around.link(job.answering, Reply::done);
  return letter;
}

base::Result<CharterLetter> charter_letter(const Around& around, const Job& job) {
  const model::Network* const network = around.network(job.action.network);
  if (network == nullptr) return gone(job);
  for (const model::Charter& it : network->charters) {
    const bool meant =
        it.charter == job.subject.id && (job.subject.number == 0 ? it.current : it.version == job.subject.number);
    if (!meant || !job.reader.reads(it.page.audience)) continue;
    CharterLetter letter;
    around.open(&letter, job.action, job.reader, job.answering, job.today);
    letter.charter = {it.page.title, around.url(it.page, job.reader), it.version, it.in_force, it.sign_again, {}};
    for (const model::Change& change : it.changes) letter.charter.changes.push_back({change.article, change.text});
    letter.sign_url = around.link(job.answering, Reply::sign);
    return letter;
  }
  return gone(job);
}

base::Result<SheetLetter> sheet_letter(const Around& around, const Job& job) {
  const model::Network* const network = around.network(job.action.network);
  const model::Sheet* const it = network == nullptr ? nullptr : find_for(network->sheets, job);
  if (it == nullptr) return gone(job);
  SheetLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  letter.sheet = {it->page.title, around.url(it->page, job.reader), it->reviewed,
                  base::add_months(it->reviewed, static_cast<int>(it->review_months))};
  letter.done_url = around.link(job.answering, Reply::done);
  return letter;
}

base::Result<SurveyLetter> survey_letter(const Around& around, const Job& job, Enclosed* enclosed) {
  const model::Network* const network = around.network(job.action.network);
  const model::Survey* const it = network == nullptr ? nullptr : find_for(network->surveys, job);
  if (it == nullptr) return gone(job);
  SurveyLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  SurveyView& view = letter.survey;
  view.title = it->page.title;
  view.url = around.url(it->page, job.reader);
  view.closes = it->closes;
  view.body = enclosed->hole(text_for(around, it->page));
  for (std::size_t q = 0; q < it->questions.size(); ++q) {
    const model::Survey::Question& question = it->questions[q];
    QuestionView& shown = view.questions.emplace_back(QuestionView{question.text, question.several, {}});
    for (std::size_t c = 0; c < question.choices.size(); ++c)
      shown.choices.push_back(
          {question.choices[c].title, around.link(job.answering, Reply::choice, static_cast<std::uint8_t>(q + 1),
                                                  static_cast<std::uint8_t>(c + 1))});
  }
  return letter;
}

base::Result<GroupLetter> group_letter(const Around& around, const Job& job) {
  const model::Network* const network = around.network(job.action.network);
  const model::Group* const it = network == nullptr ? nullptr : find_for(network->groups, job);
  if (it == nullptr) return gone(job);
  GroupLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  letter.group = {it->page.title, around.url(it->page, job.reader), it->label, it->purpose, "", "", std::nullopt};
  if (it->call) {
    letter.group.call = it->call->title;
    letter.group.call_text = it->call->text;
    letter.group.deadline = it->call->deadline;
  }
  return letter;
}

base::Result<ContributionLetter> contribution_letter(const Around& around, const Job& job, Enclosed* enclosed) {
  const model::Network* const network = around.network(job.action.network);
  const model::Contribution* const it = network == nullptr ? nullptr : find_for(network->contributions, job);
  if (it == nullptr) return gone(job);
  ContributionLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  ContributionView& view = letter.contribution;
  view.title = it->page.title;
  view.url = around.url(it->page, job.reader);
  view.author = it->author == nullptr ? "" : it->author->name;
  view.date = it->date;
  for (const model::Topic* topic : it->topics) view.topics.push_back(topic->title);
  view.body = enclosed->hole(text_for(around, it->page));
  return letter;
}

}  // namespace cenacle::mail
