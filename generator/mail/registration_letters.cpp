// Mails about a registration.
#include "mail/registration_letters.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/registration/attendance.h"
#include "rules/registration/convention.h"
#include "rules/registration/judge.h"
#include "rules/registration/quote.h"
#include "rules/registration/sentence.h"
#include "rules/registration/signatures.h"
#include "rules/registration/words.h"
#include "site/papers.h"

namespace cenacle::mail {

namespace {

constexpr std::size_t most_next = 3;  // meetings that a welcome names

/// One registration, with all that is asked about it.
class Maker {
 public:
  Maker(const Around& around, const Job& job, const rules::Rulebook& book, model::Registration it)
      : around_(around),
        job_(job),
        network_(*book.network),
        setting_(around.rules(book, job.at)),
        it_(std::move(it)),
        path_(book.path(it_.path)),
        joined_(rules::find_joined(network_, it_.object)),
        facts_(around.setting().records.facts_of(it_.id)) {}

  bool is_there() const { return path_ != nullptr && joined_.has_value(); }

  RegistrationView view(Enclosed* enclosed) const {
    RegistrationView view;
    view.number = it_.id;
    view.state = model::word(it_.state);
    view.path = path_->title;
    view.object = around_.thing(joined_->page(), job_.reader);
    view.url = how_to_join();
    view.person = around_.person(network_, it_.person);
    view.partner = around_.name_of(it_.partner);
    view.profile = it_.profile;
    view.of_body = path_->unit == rules::Unit::body;
    if (const model::Body* const body = rules::find_body(network_, it_.body)) view.body = body->name;
    view.asked = setting_.day_of(it_.asked);
    if (it_.until) view.until = setting_.last_day(*it_.until);
    view.rank = rules::rank(setting_, it_);
    const rules::Case it = rules::Case::of(setting_, *path_, *joined_, it_);
    said(&view);
    grounds(it, &view);
    needs(it, &view);
    money(&view, enclosed);
    part(&view);
    return view;
  }

  RegistrationAnswersView answers() const {
    const auto link = [&](Reply reply) { return around_.link(job_.answering, reply); };
    return {link(Reply::confirm),  link(Reply::take),   link(Reply::decline), link(Reply::agree),
            link(Reply::withdraw), link(Reply::accept), link(Reply::refuse),  link(Reply::approve),
            link(Reply::object),   link(Reply::sign),   link(Reply::done)};
  }

 private:
  std::string how_to_join() const {
    if (const auto* group = joined_->group()) return around_.join_url(site::joinable(network_, *group));
    if (const auto* workshop = joined_->workshop()) return around_.join_url(site::joinable(network_, *workshop));
    if (const auto* space = joined_->space()) return around_.join_url(site::joinable(network_, *space));
    return around_.join_url(site::joinable(network_));
  }

  /// What was written with the last decision, objection, withdrawal.
  void said(RegistrationView* view) const {
    using Kind = model::FactKind;
    for (const model::Fact& fact : facts_) {
      const bool tells = fact.kind == Kind::decided || fact.kind == Kind::objected || fact.kind == Kind::withdrew;
      if (tells) view->because = fact.said;
      if (fact.kind == Kind::served) view->half_days += fact.number;
    }
  }

  /// The rules that were against it, as they were judged; their sentences, as the file has them today.
  void grounds(const rules::Case& it, RegistrationView* view) const {
    std::vector<const model::Fact*> breaches;
    for (const model::Fact& fact : facts_) {
      if (fact.kind != model::FactKind::judged) continue;
      std::erase_if(breaches, [&](const model::Fact* earlier) { return earlier->value == fact.value; });
      if (fact.cause == "breach") breaches.push_back(&fact);
    }
    const std::set<std::string> overridden = rules::overridden_of(facts_);
    for (const model::Fact* fact : breaches) {
      const rules::Rule* const rule = setting_.book.rule(fact->value);
      if (rule == nullptr) continue;
      GroundView& ground = view->grounds.emplace_back();
      ground.sentence = sentence(it, *rule, *fact);
      ground.article = rule->article;
      ground.overridden = overridden.contains(rule->id);
      if (const model::Charter* const charter = rules::current_charter(network_, rule->charter)) {
        ground.url = around_.url(charter->page, job_.reader);
        if (!ground.url.empty() && !rule->article.empty()) ground.url += "#" + anchor_of(rule->article);
      }
    }
  }

  static std::string anchor_of(std::string_view article) {
    std::string anchor = "article-" + std::string(article);
    std::replace(anchor.begin(), anchor.end(), '.', '-');
    return anchor;
  }

  std::string sentence(const rules::Case& it, const rules::Rule& rule, const model::Fact& judged) const {
    if (rule.says.find("{date}") != std::string::npos)  // the one blank that the fact does not hold
      for (const rules::Verdict& verdict : rules::judge(it).verdicts)
        if (verdict.rule == &rule && !verdict.sentence.empty()) return verdict.sentence;
    return rules::filled_in(rule.says, it, {judged.number, judged.limit, std::nullopt});
  }

  std::string title_of_role(std::string_view id) const {
    for (const model::Role& role : network_.roles)
      if (role.id == id) return role.title;
    return std::string(id);
  }

  void needs(const rules::Case& it, RegistrationView* view) const {
    for (const rules::Missing& missing : rules::missing(setting_, it_)) {
      MissingView& shown = view->missing.emplace_back();
      shown.need = rules::word(missing.need);
      for (const std::string& id : missing.of) shown.of.push_back(title_of_missing(missing.need, id));
    }
    for (const rules::Statement& statement : path_->statements) view->statements.push_back(statement.text);
    if (path_->charter == nullptr) return;
    view->charter = around_.thing(path_->charter->page, job_.reader);
    for (const rules::Signing& signing : rules::signings(it)) {
      const std::string body = signing.body == nullptr ? "" : signing.body->name;
      view->signatures.push_back({signing.role->title, body, signing.given.has_value()});
    }
  }

  std::string title_of_missing(rules::Need need, const std::string& id) const {
    if (need != rules::Need::statements) return title_of_role(id);
    for (const rules::Statement& statement : path_->statements)
      if (statement.id == id) return statement.text;
    return id;
  }

  void money(RegistrationView* view, Enclosed* enclosed) const {
    for (const model::Fact& fact : facts_)
      if (fact.kind == model::FactKind::quoted)
        if (const auto quote = rules::quote_of(fact.detail)) view->quote = shown(*quote);
    if (view->quote) attach_quote(view, enclosed);
    if (const auto convention = rules::convention(setting_, it_); convention && convention->began && convention->ends)
      view->convention = {*convention->began, base::add_days(*convention->ends, -1), convention->notice,
                          convention->renews()};
    if (path_->fee.empty()) return;
    const int year = static_cast<int>(job_.today.year());
    const auto price = rules::price(network_, year, path_->fee, rules::find_body(network_, it_.body));
    if (const auto* found = std::get_if<rules::Price>(&price)) {
      view->fee = {year, found->rate->cents, 0, network_.billing ? network_.billing->payment : ""};
      for (const model::Fact& fact : facts_)
        if (fact.kind == model::FactKind::paid && rules::fee_year(fact) == year) view->fee->paid += fact.number;
    }
  }

  QuoteView shown(const rules::Quote& quote) const {
    QuoteView view{rules::reference(quote), quote.cents(), quote.valid_until, {}, false};
    for (const rules::QuoteLine& line : quote.lines)
      view.lines.push_back(
          {line.title, line.unit, site::quantity_text(line.hundredths, around_.language()), line.cents()});
    return view;
  }

  void attach_quote(RegistrationView* view, Enclosed* enclosed) const {
    if (around_.setting().papers == nullptr) return;
    for (auto fact = facts_.rbegin(); fact != facts_.rend(); ++fact) {
      const auto quote = fact->kind == model::FactKind::quoted ? rules::quote_of(fact->detail) : std::nullopt;
      if (!quote) continue;
      diag::Diagnostics told_by_check;
      const std::string recipient = quote->body.empty() ? view->person.name : "";
      auto page = site::print(*quote, recipient, *around_.setting().papers, around_.language(), told_by_check);
      view->quote->attached =
          page && enclosed->add({fmt::format("{} {}.html", around_.word("file.quote"), view->quote->reference),
                                 "text/html", std::move(*page)},
                                around_.portal().mail.max_attachment);
      return;
    }
  }

  /// The part she takes: when it meets next, how often she was not there, among whom.
  void part(RegistrationView* view) const {
    if (model::nature(it_.state) == model::Nature::in)
      view->absences = rules::missed_in_a_row(around_.setting().records, network_, it_, job_.today);
    const std::string reference = rules::reference_of(network_, joined_->owner);
    for (const model::Meeting& meeting : network_.meetings) {
      if (joined_->meeting != nullptr ? &meeting != joined_->meeting
                                      : rules::reference_of(network_, meeting.owner) != reference)
        continue;
      for (const model::Occurrence& time : meeting.occurrences)
        if (base::date_of(time.start) >= job_.today && time.status != model::MeetingStatus::cancelled &&
            view->next.size() < most_next)
          view->next.push_back({time.title.empty() ? meeting.page.title : time.title,
                                around_.url(meeting, job_.reader),
                                {time.start, meeting.time_zone}});
    }
    if (!job_.reader.runs) return;
    for (const model::Registration& other : around_.setting().records.of_object(it_.object)) {
      if (model::nature(other.state) != model::Nature::in || other.profile.empty()) continue;
      const auto counted = std::find_if(view->profiles.begin(), view->profiles.end(),
                                        [&](const CountView& count) { return count.title == other.profile; });
      if (counted == view->profiles.end()) {
        view->profiles.push_back({other.profile, 1});
      } else {
        ++counted->count;
      }
    }
  }

  const Around& around_;
  const Job& job_;
  const model::Network& network_;
  rules::Setting setting_;
  model::Registration it_;
  const rules::Path* path_;
  std::optional<rules::Joined> joined_;
  std::vector<model::Fact> facts_;
};

}  // namespace

base::Result<RegistrationLetter> registration_letter(const Around& around, const Job& job, Enclosed* enclosed) {
  const auto registration = around.setting().records.registration(job.subject.number);
  const rules::Rulebook* const book = registration ? around.book(registration->network) : nullptr;
  if (book == nullptr) return gone(job);
  const Maker maker(around, job, *book, *registration);
  if (!maker.is_there()) return gone(job);
  RegistrationLetter letter;
  around.open(&letter, job.action, job.reader, job.answering, job.today);
  letter.registration = maker.view(enclosed);
  letter.answer = maker.answers();
  return letter;
}

}  // namespace cenacle::mail
