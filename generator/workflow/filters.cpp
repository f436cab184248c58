// Of whom, and of what, the words of `only` hold.
#include <algorithm>

#include "rules/registration/convention.h"
#include "rules/registration/needs.h"
#include "workflow/audience.h"

namespace cenacle::workflow {

namespace {

bool both_are_absent(const Room& room, const rules::Seat& seat) {
  return seat.people.size() > 1 &&
         std::all_of(seat.people.begin(), seat.people.end(), [&](const auto& it) { return room.is_absent(it); });
}

bool has_answer(const Roll& roll, const model::Contribution& question) {
  const auto& made = roll.network().contributions;
  return std::any_of(made.begin(), made.end(), [&](const auto& it) { return it.answers == &question; });
}

}  // namespace

Circle::Finding Circle::finding(Filter filter, const Happening& happening, const Recipient& to) const {
  switch (filter) {
    case Filter::unanswered:
      return unanswered(to);
    case Filter::coming: {
      const auto answer = room().answers.find(to.person);
      if (answer == room().answers.end() || answer->second.comes) return {};
      return {false, answer->second.at};
    }
    case Filter::pair_absent:
      return {std::any_of(room().seats.begin(), room().seats.end(),
                          [&](const rules::Seat& it) { return both_are_absent(room(), it); }),
              std::nullopt};
    case Filter::missing:
      return {is_missing_something(), std::nullopt};
    case Filter::unsigned_: {
      const Addressees missing = signatories();
      return {subject_.registration != nullptr
                  ? !missing.empty()
                  : std::any_of(missing.begin(), missing.end(), [&](const Addressee& it) { return it.to == to; }),
              std::nullopt};
    }
    case Filter::unpaid:
      return {owes_fee(happening), std::nullopt};
    case Filter::open:
      if (!subject_.request->closed) return {};
      return {false, subject_.request->closed->at};
  }
  return {};
}

Circle::Finding Circle::unanswered(const Recipient& to) const {
  if (subject_.about == About::meeting) {
    const auto answer = room().answers.find(to.person);
    return answer == room().answers.end() ? Finding{} : Finding{false, answer->second.at};
  }
  if (subject_.contribution != nullptr) return {!has_answer(roll_, *subject_.contribution), std::nullopt};
  // A request for advice is answered once for all; a call or a survey, by each one.
  const auto replied = [&](std::int64_t request) -> Finding {
    const auto reply = setting_.memory.reply(request, to.person);
    return reply ? Finding{false, reply->at} : Finding{};
  };
  if (subject_.survey != nullptr) return subject_.survey->request ? replied(*subject_.survey->request) : Finding{};
  if (to.person.empty() || subject_.request->kind == "advice")
    return subject_.request->replied ? Finding{false, subject_.request->replied->at} : Finding{};
  return replied(subject_.request->id);
}

/// What others are to do: not the seat that will come, nor the decision.
bool Circle::is_missing_something() const {
  const rules::Joined* const joined = roll_.joined(subject_.registration->object);
  if (joined == nullptr) return false;
  const rules::Setting registrar = roll_.registrar();
  const auto it = rules::Case::of(registrar, *subject_.path, *joined, *subject_.registration);
  const auto progress = rules::Progress::of(setting_.memory.facts_of(subject_.registration->id));
  for (const rules::Need need : {rules::Need::statements, rules::Need::approvals, rules::Need::signatures})
    if (!rules::lacking(need, it, progress).empty()) return true;
  for (const rules::Missing& missing : rules::missing(registrar, *subject_.registration))
    if (missing.need == rules::Need::confirmation || missing.need == rules::Need::agreement ||
        missing.need == rules::Need::payment || missing.need == rules::Need::answer)
      return true;
  return false;
}

bool Circle::owes_fee(const Happening& happening) const {
  const int year = int(base::date_of(happening.when).year());
  for (const rules::Fee& fee : rules::fees(roll_.registrar(), year)) {
    if (fee.convention.registration.body != subject_.registration->body) continue;
    const auto* const price = std::get_if<rules::Price>(&fee.price);
    return price != nullptr && fee.paid() < price->rate->cents;
  }
  return false;
}

}  // namespace cenacle::workflow
