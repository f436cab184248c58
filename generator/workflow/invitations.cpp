// Meetings: reminders of each time, and invitations, which follow the calendar. What somebody has in her calendar is
// what mails put there; whoever has something else than what the calendar says is owed the difference.
#include <algorithm>

#include <fmt/format.h>

#include "workflow/planner.h"

namespace cenacle::workflow {

namespace {

bool same_place(const Subject& a, const model::Meeting& meeting) { return a.meeting == &meeting; }

Subject one_time(const Subject& whole, const model::Occurrence& time) {
  Subject it = whole;
  it.occurrence = &time;
  it.reference = fmt::format("{}@{}", whole.reference, base::iso(time.planned));
  it.cancelled = it.cancelled || time.status == model::MeetingStatus::cancelled;
  return it;
}

const Entry* entry_of(const std::vector<Entry>& entries, std::string_view uid) {
  const auto it = std::lower_bound(entries.begin(), entries.end(), uid,
                                   [](const Entry& entry, std::string_view id) { return entry.uid < id; });
  return it == entries.end() || it->uid != uid ? nullptr : &*it;
}

}  // namespace

void Planner::plan_meetings() {
  struct Invited {
    Subject subject;
    std::vector<Task> tasks;
  };
  std::vector<Invited> invited;  // by meeting: several workflows may invite to it, each somebody else
  std::vector<Task> inviting;
  const auto invite = [&](const Subject& subject, const Task& task) {
    const auto same = std::find_if(invited.begin(), invited.end(), [&](const Invited& it) {
      return same_place(it.subject, *subject.meeting) && it.subject.reference == subject.reference;
    });
    if (same != invited.end())
      same->tasks.push_back(task);
    else
      invited.push_back({subject, {task}});
  };
  for (const Workflow& workflow : book_.workflows) {
    if (workflow.about != About::meeting) continue;
    std::vector<Task> tasks;
    for (const Step& step : workflow.steps) {
      tasks.push_back(task(workflow, step));
      if (step.invitation) inviting.push_back(tasks.back());
    }
    for (const Subject& whole : subjects(setting_, roll_, workflow)) {
      std::vector<Subject> times;
      if (whole.occurrence == nullptr)
        for (const model::Occurrence& it : whole.meeting->occurrences) times.push_back(one_time(whole, it));
      for (const Task& it : tasks)
        if (it.step->invitation && (whole.occurrence != nullptr || it.step->when.event != Event::substituted))
          invite(whole, it);
      for (const Subject& time : whole.occurrence != nullptr ? std::vector<Subject>{whole} : std::move(times)) {
        const Circle circle(setting_, roll_, time);
        for (const Task& it : tasks)
          if (!it.step->invitation)
            plan_step(it, time, circle);
          else if (whole.occurrence == nullptr && it.step->when.event == Event::substituted)
            invite(time, it);
      }
    }
  }
  for (const Invited& it : invited) plan_invitations(it.tasks, it.subject);
  withdraw_deleted(inviting);
}

void Planner::plan_invitations(const std::vector<Task>& tasks, const Subject& meeting) {
  const model::Occurrence& last =
      meeting.occurrence != nullptr ? *meeting.occurrence : meeting.meeting->occurrences.back();
  const base::Instant end = at_time(last.end, meeting.meeting->time_zone, roll_.calendar()).at;
  const Entry* const entry = entry_of(setting_.entries, meeting.meeting->uid);
  if (end <= setting_.now || entry == nullptr) return;
  const Circle circle(setting_, roll_, meeting);
  std::map<std::string, const Task*> expected;
  for (const Task& task : tasks)
    for (const Happening& happening : happenings(setting_, roll_, meeting, task.step->when)) {
      const base::Instant due =
          is_dated(task.step->when.event) || task.step->when.count != 0
              ? roll_.calendar().instant_of(counted(task.step->when, happening.when, roll_.calendar()))
              : happening.at;
      // Of a recurring one, whoever comes late is invited to what is left of it.
      const base::Instant useful = meeting.occurrence == nullptr ? end : useful_until(task, meeting, happening, due);
      for (const Addressee& to : circle.of(task.step->to, happening)) {
        const std::string recipient = to.to.reference();
        if (!expected.emplace(recipient, &task).second) continue;
        const Told* const told = setting_.memory.told(meeting.reference, recipient);
        Offer one{action(task, meeting, to), {}, {}};
        one.action.invitation = Invitation::request, one.action.sequence = entry->sequence;
        one.action.list.clear();
        one.action.key.revision = told == nullptr ? 0 : told->fact;
        one.action.until = useful;
        if (told != nullptr && told->has) {
          if (meeting.cancelled || told->sequence >= entry->sequence) continue;
          one.action.mail = task.step->changed, one.action.due = std::max(entry->changed, task.adopted);
          one.action.until = end;
        } else {
          const bool failed = told != nullptr && told->last == Invitation::request && told->sequence >= entry->sequence;
          if (failed) continue;
          one.action.due = due > setting_.now ? due : std::max({due, to.since, meeting.known});
          if (meeting.cancelled) one.against = Held::Why::cancelled;
        }
        offer(task, std::move(one));
      }
    }
  for (const std::string& recipient : setting_.memory.having(meeting.reference)) {
    const auto still = expected.find(recipient);
    if (still != expected.end() && !meeting.cancelled) continue;
    withdraw(still == expected.end() ? tasks.front() : *still->second, meeting.reference, recipient,
             *setting_.memory.told(meeting.reference, recipient),
             {entry->uid, entry->network, entry->sequence, entry->changed, false, end});
  }
}

void Planner::withdraw(const Task& task, const std::string& subject, const std::string& recipient, const Told& told,
                       const Entry& entry) {
  if (told.last == Invitation::cancel && told.sequence >= entry.sequence) return;  // it could not be told
  Addressee to;
  constexpr std::string_view mailbox = "mailbox:";
  if (recipient.starts_with(mailbox)) {
    to.to.mail = recipient.substr(mailbox.size());
  } else {
    if (!roll_.is_there(recipient)) return;
    to.to.person = recipient;
  }
  Subject about;
  about.reference = subject;
  Offer one{action(task, about, to), {}, {}};
  one.action.mail = task.step->cancelled;
  one.action.invitation = Invitation::cancel, one.action.sequence = entry.sequence;
  one.action.list.clear();
  one.action.key.revision = told.fact;
  one.action.due = std::max(setting_.now, task.adopted), one.action.until = entry.end;
  offer(task, std::move(one));
}

/// Those who had a meeting whose file is gone.
void Planner::withdraw_deleted(const std::vector<Task>& tasks) {
  if (tasks.empty()) return;
  for (const Entry& entry : setting_.entries) {
    if (!entry.deleted || entry.network != roll_.network().page.id || entry.end <= setting_.now) continue;
    const std::string subject = "meeting:" + entry.uid;
    for (const std::string& recipient : setting_.memory.having(subject))
      withdraw(tasks.front(), subject, recipient, *setting_.memory.told(subject, recipient), entry);
  }
}

}  // namespace cenacle::workflow
