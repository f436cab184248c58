// Makes the plan of one network: for each subject, step and one of its audience, is it owed?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workflow/audience.h"

namespace cenacle::workflow {

class Planner {
 public:
  /// `plan` gets what is owed up to `until`, and what is held.
  Planner(const Setting& setting, const Book& book, base::Instant until, Plan* plan);

  void run();

 private:
  /// A step, with what holds for all that it is done about.
  struct Task {
    const Workflow* workflow = nullptr;
    const Step* step = nullptr;
    base::Instant adopted{};  ///< owes nothing that was due before
    Reason reason;
  };
  /// Something to be told to somebody, unless something is against it.
  struct Offer {
    Action action;
    std::optional<Held::Why> against;
    std::optional<base::Instant> since;
  };

  Task task(const Workflow& workflow, const Step& step);
  void plan_step(const Task& task, const Subject& subject, const Circle& circle);
  void plan_time(const Task& task, const Subject& subject, const Circle& circle, const Happening& happening);
  void plan_deed(const Task& task, const Subject& subject, base::Instant due);
  /// Of the meeting's steps with `invitation`: requests, what changed, withdrawals.
  void plan_invitations(const std::vector<Task>& tasks, const Subject& meeting);
  void plan_meetings();
  void withdraw(const Task& task, const std::string& subject, const std::string& recipient, const Told& told,
                const Entry& entry);
  void withdraw_deleted(const std::vector<Task>& tasks);

  Action action(const Task& task, const Subject& subject, const Addressee& to) const;
  base::Instant useful_until(const Task& task, const Subject& subject, const Happening& happening,
                             base::Instant due) const;
  /// Puts it into the plan, or among what is held, or drops it as done or too far away to be spoken of.
  void offer(const Task& task, Offer offer);
  void gather();

  const Setting& setting_;
  const Book& book_;
  const base::Instant until_;
  Plan& plan_;
  Roll roll_;
  std::vector<Action> gathered_;  ///< of steps with `gather`, one by one
};

}  // namespace cenacle::workflow
