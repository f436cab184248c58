// Who is meant by the words of `to`, and of whom `only` holds.
#pragma once

#include <map>
#include <optional>

#include "rules/registration/attendance.h"
#include "workflow/subject.h"

namespace cenacle::workflow {

/// Who is expected at one time of a meeting (or, of a recurring one as a whole, at all of them), and what they said.
struct Room {
  struct Answer {
    bool comes = true;
    base::Instant at{};
  };
  Addressees members, guests, substitutes;
  std::vector<rules::Seat> seats;
  std::map<model::PersonId, Answer, std::less<>> answers;

  static Room of(const Setting& setting, const Roll& roll, const Subject& meeting);
  bool is_absent(std::string_view person) const;
};

/// What a subject's audiences and filters are asked of. Nothing is looked up before it is.
class Circle {
 public:
  Circle(const Setting& setting, const Roll& roll, const Subject& subject);

  Addressees of(const Audience& audience, const Happening& happening) const;
  Addressees of(const std::vector<Audience>& audiences, const Happening& happening) const;

  /// What a filter says of one of the audience.
  struct Finding {
    bool holds = true;
    std::optional<base::Instant> since;  ///< of one that does not: when she answered…
  };
  Finding finding(Filter filter, const Happening& happening, const Recipient& to) const;

 private:
  const Room& room() const;
  Scope scope() const;
  Addressees organiser() const;
  Addressees partner(const Happening& happening) const;
  Addressees with() const;
  Addressees carrier() const;
  Addressees person() const;
  Addressees approvers() const;
  Addressees signatories() const;
  Finding unanswered(const Recipient& to) const;
  bool is_missing_something() const;
  bool owes_fee(const Happening& happening) const;

  const Setting& setting_;
  const Roll& roll_;
  const Subject& subject_;
  mutable std::optional<Room> room_;  ///< of a meeting, once it was asked for
};

}  // namespace cenacle::workflow
