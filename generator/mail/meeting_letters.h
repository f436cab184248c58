// Mails about a meeting: convocations and what follows them, with the invitation for calendars. What is the same for
// all who are written to of one sitting is looked up once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "mail/letter.h"
#include "rules/registration/attendance.h"

namespace cenacle::mail {

class MeetingLetters {
 public:
  explicit MeetingLetters(const Around& around);
  ~MeetingLetters();

  base::Result<MeetingLetter> make(const Job& job, Enclosed* enclosed);

 private:
  struct Sitting;
  Sitting* sitting_of(const Job& job);
  void look_up(Sitting* sitting) const;
  void show(const Sitting& sitting, bool invited, const Reader& reader, MeetingView* view) const;
  void show_deleted(const Sitting& sitting, MeetingView* view) const;
  MeetingAnswersView answers(const Sitting& sitting, const Job& job) const;
  SummaryView summary(const Sitting& sitting) const;
  void invite(Sitting* sitting, bool invited, const Job& job, Enclosed* enclosed) const;

  const Around& around_;
  std::map<std::string, std::unique_ptr<Sitting>, std::less<>> sittings_;  ///< by subject
};

}  // namespace cenacle::mail
