// For each subject, step and one of its audience: is it owed?
#include "workflow/planner.h"

#include <algorithm>

#include <fmt/format.h>

namespace cenacle::workflow {

namespace {

/// What was of no use any more so long ago is not spoken of.
constexpr std::chrono::days remembered{31};
/// How long what comes after an event is of use, where the file does not say.
constexpr std::chrono::days of_use{30};

bool is_after_its_event(const Moment& moment) { return moment.count >= 0; }

}  // namespace

Planner::Planner(const Setting& setting, const Book& book, base::Instant until, Plan* plan)
    : setting_(setting), book_(book), until_(until), plan_(*plan), roll_(setting, *book.network) {}

void Planner::run() {
  plan_meetings();
  for (const Workflow& workflow : book_.workflows) {
    if (workflow.about == About::meeting) continue;
    std::vector<Task> tasks;
    for (const Step& step : workflow.steps) tasks.push_back(task(workflow, step));
    for (const Subject& subject : subjects(setting_, roll_, workflow)) {
      const Circle circle(setting_, roll_, subject);
      for (const Task& it : tasks) plan_step(it, subject, circle);
    }
  }
  gather();
}

Planner::Task Planner::task(const Workflow& workflow, const Step& step) {
  Task it{&workflow, &step, setting_.now, {book_.file, step.line, in_words(step.when)}};
  const std::string path = workflow.id + "/" + step.id;
  const Memory::Adopted* const adopted = setting_.memory.adopted(roll_.network().page.id, path);
  if (adopted != nullptr && adopted->digest == step.digest)
    it.adopted = adopted->at;
  else
    plan_.adoptions.push_back({roll_.network().page.id, path, step.digest});
  return it;
}

void Planner::plan_step(const Task& task, const Subject& subject, const Circle& circle) {
  for (const Happening& it : happenings(setting_, roll_, subject, task.step->when))
    plan_time(task, subject, circle, it);
}

void Planner::plan_time(const Task& task, const Subject& subject, const Circle& circle, const Happening& happening) {
  const Step& step = *task.step;
  const bool at_once = !is_dated(step.when.event) && step.when.count == 0 && !step.when.at;
  base::Instant due =
      at_once ? happening.at : roll_.calendar().instant_of(counted(step.when, happening.when, roll_.calendar()));
  base::Instant until = useful_until(task, subject, happening, due);
  if (until < setting_.now - remembered || due > until_) return;
  if (step.act) return plan_deed(task, subject, due);
  const Addressees audience = circle.of(step.to, happening);
  for (std::int64_t time = 1; time <= step.times && due <= until_; ++time, due += std::chrono::days(step.again_days)) {
    const base::Instant useful = time == step.times ? until : std::min(until, due + std::chrono::days(step.again_days));
    for (const Addressee& to : audience) {
      Offer one{action(task, subject, to), {}, {}};
      if (time > 1) one.action.key.step += fmt::format(".{}", time);
      one.action.key.revision = happening.revision;
      one.action.due = std::max({due, to.since, subject.known}), one.action.until = useful;
      if (one.action.due > due && due > setting_.now) one.action.due = due;
      if (subject.cancelled) one.against = Held::Why::cancelled;
      bool concerned = true;
      for (const Filter filter : step.only) {
        const Circle::Finding finding = circle.finding(filter, happening, to.to);
        if (finding.holds) continue;
        if (finding.since)
          one.against = Held::Why::answered, one.since = finding.since;
        else
          concerned = false;
      }
      if (concerned) offer(task, std::move(one));
    }
    if (audience.empty() && !step.to.empty() && step.to.size() == 1 &&
        (step.to.front().kind == Audience::Kind::role || step.to.front().kind == Audience::Kind::contact)) {
      Offer nobody{action(task, subject, {}), Held::Why::no_address, {}};
      nobody.action.due = due, nobody.action.until = useful;
      offer(task, std::move(nobody));
    }
  }
}

void Planner::plan_deed(const Task& task, const Subject& subject, base::Instant due) {
  const auto& moves = subject.path->moves;
  const bool possible = std::any_of(moves.begin(), moves.end(), [&](const rules::Move& it) {
    return it.from == subject.registration->state && it.on == task.step->act;
  });
  if (possible && due >= task.adopted)
    plan_.deeds.push_back({subject.registration->id, *task.step->act, due, task.reason});
}

Action Planner::action(const Task& task, const Subject& subject, const Addressee& to) const {
  Action it;
  it.key.workflow = task.workflow->id, it.key.step = task.step->id, it.key.subject = subject.reference;
  it.key.recipient = to.to.reference();
  it.network = roll_.network().page.id;
  it.to = to.to;
  it.mail = task.step->mail;
  it.list = task.step->list;
  it.reason = task.reason;
  return it;
}

base::Instant Planner::useful_until(const Task& task, const Subject& subject, const Happening& happening,
                                    base::Instant due) const {
  const Step& step = *task.step;
  if (!step.until) return is_after_its_event(step.when) ? due + of_use : happening.at;
  const Moment& until = *step.until;
  if (until.event == step.when.event && until.state == step.when.state)
    return roll_.calendar().instant_of(counted(until, happening.when, roll_.calendar()));
  const auto others = happenings(setting_, roll_, subject, until);
  if (others.empty()) return due + of_use;
  return roll_.calendar().instant_of(counted(until, others.front().when, roll_.calendar()));
}

void Planner::offer(const Task& task, Offer it) {
  if (it.action.due > until_ || setting_.memory.queued(it.action.key)) return;
  const bool is_useful = it.action.until >= std::max(it.action.due, setting_.now);
  if (!it.against) {
    if (it.action.due < task.adopted)
      it.against = Held::Why::adopted;
    else if (!is_useful)
      it.against = Held::Why::too_late;
  }
  if (!it.against && !it.action.to.person.empty()) {
    const std::string& person = it.action.to.person;
    if (const auto out = setting_.memory.opted_out(person, it.action.list); out && !it.action.list.empty())
      it.against = Held::Why::opted_out, it.since = out;
    else if (const auto bounced = setting_.memory.bounced(person))
      it.against = Held::Why::bounced, it.since = bounced;
  }
  if (!it.against) {
    (task.step->gather ? gathered_ : plan_.actions).push_back(std::move(it.action));
    return;
  }
  // What was over before it could be owed is nobody's concern.
  if (!is_useful && (*it.against != Held::Why::too_late || it.action.due < task.adopted)) return;
  plan_.held.push_back({std::move(it.action), *it.against, it.since});
}

/// What the same step tells somebody at the same time makes one mail: what is due already, and what falls due together.
void Planner::gather() {
  const auto moment = [&](const Action& it) { return std::max(it.due, setting_.now); };
  std::stable_sort(gathered_.begin(), gathered_.end(), [&](const Action& a, const Action& b) {
    return std::tie(a.key.workflow, a.key.step, a.key.recipient) <
               std::tie(b.key.workflow, b.key.step, b.key.recipient) ||
           (a.key.workflow == b.key.workflow && a.key.step == b.key.step && a.key.recipient == b.key.recipient &&
            moment(a) < moment(b));
  });
  for (std::size_t i = 0; i < gathered_.size();) {
    Action whole = gathered_[i];
    std::size_t next = i + 1;
    for (; next < gathered_.size(); ++next) {
      const Action& it = gathered_[next];
      if (it.key.workflow != whole.key.workflow || it.key.step != whole.key.step ||
          it.key.recipient != whole.key.recipient || moment(it) != moment(whole))
        break;
      whole.until = std::max(whole.until, it.until);
    }
    if (next - i > 1)
      for (std::size_t each = i; each < next; ++each) {
        whole.items.push_back(gathered_[each].key.subject);
        whole.revisions.push_back(gathered_[each].key.revision);
      }
    plan_.actions.push_back(std::move(whole));
    i = next;
  }
}

Plan plan(const Setting& setting, base::Instant until) {
  Plan made;
  for (const Book& book : setting.workflows.books) Planner(setting, book, until, &made).run();
  std::sort(made.adoptions.begin(), made.adoptions.end(), [](const Adoption& a, const Adoption& b) {
    return std::tie(a.network, a.path) < std::tie(b.network, b.path);
  });
  const auto before = [](const Action& a, const Action& b) { return std::tie(a.due, a.key) < std::tie(b.due, b.key); };
  std::sort(made.actions.begin(), made.actions.end(), before);
  std::sort(made.held.begin(), made.held.end(),
            [&](const Held& a, const Held& b) { return before(a.action, b.action); });
  std::sort(made.deeds.begin(), made.deeds.end(), [](const Deed& a, const Deed& b) {
    return std::tie(a.due, a.registration) < std::tie(b.due, b.registration);
  });
  return made;
}

}  // namespace cenacle::workflow
