// Who is meant by the words of `to`.
#include "workflow/audience.h"

#include <algorithm>

#include "rules/registration/needs.h"
#include "rules/registration/signatures.h"

namespace cenacle::workflow {

Circle::Circle(const Setting& setting, const Roll& roll, const Subject& subject)
    : setting_(setting), roll_(roll), subject_(subject) {}

const Room& Circle::room() const {
  if (!room_) room_ = Room::of(setting_, roll_, subject_);
  return *room_;
}

Scope Circle::scope() const {
  Scope it = subject_.scope;
  it.object = subject_.object;
  return it;
}

Addressees Circle::of(const std::vector<Audience>& audiences, const Happening& happening) const {
  Addressees all;
  for (const Audience& it : audiences) add_to(&all, of(it, happening));
  return all;
}

Addressees Circle::of(const Audience& audience, const Happening& happening) const {
  const auto held_by = [&](const model::Role* role) { return role ? roll_.holding(*role, scope()) : Addressees{}; };
  switch (audience.kind) {
    case Audience::Kind::members: {
      Addressees all = subject_.about == About::meeting ? room().members : roll_.members(subject_.object);
      if (subject_.request != nullptr)  // who calls on the others knows
        std::erase_if(all, [&](const Addressee& it) { return it.to.person == subject_.request->person; });
      return all;
    }
    case Audience::Kind::guests:
      return room().guests;
    case Audience::Kind::substitutes:
      return room().substitutes;
    case Audience::Kind::partner:
      return partner(happening);
    case Audience::Kind::network:
      return roll_.members("network:" + roll_.network().page.id);
    case Audience::Kind::organiser:
      return organiser();
    case Audience::Kind::contact:
      return held_by(roll_.network().contact.role);
    case Audience::Kind::with:
      return with();
    case Audience::Kind::carrier:
      return carrier();
    case Audience::Kind::owner:
      return held_by(subject_.sheet->owner);
    case Audience::Kind::experts: {
      Addressees all;
      for (const model::Topic* topic : subject_.contribution->topics)
        for (const model::Role* role : topic->experts) add_to(&all, held_by(role));
      return all;
    }
    case Audience::Kind::person:
      return person();
    case Audience::Kind::decider:
      return held_by(subject_.path->decided_by);
    case Audience::Kind::approvers:
      return approvers();
    case Audience::Kind::signatories:
      return signatories();
    case Audience::Kind::asker:
      return roll_.receives(subject_.request->person) ? Addressees{{{subject_.request->person, {}, {}}, {}}}
                                                      : Addressees{};
    case Audience::Kind::charged:
      for (const model::Role& role : roll_.network().roles)
        if (role.id == subject_.request->role) return held_by(&role);
      return {};
    case Audience::Kind::role:
      return held_by(audience.role);
    case Audience::Kind::membership:
      return roll_.of_membership(*audience.membership);
  }
  return {};
}

Addressees Circle::organiser() const {
  const model::Role* const role =
      subject_.meeting->organiser != nullptr ? subject_.meeting->organiser : roll_.network().contact.role;
  return role == nullptr ? Addressees{} : roll_.holding(*role, scope());
}

/// The others on the seat of who did what happened; of a registration, the second of the pair.
Addressees Circle::partner(const Happening& happening) const {
  Addressees all;
  if (subject_.registration != nullptr) {
    const model::Registration& it = *subject_.registration;
    const model::PersonId& other = it.partner.empty() ? it.person : it.partner;
    if (!other.empty() && roll_.receives(other)) all.push_back({{other, {}, {}}, {}});
    return all;
  }
  for (const rules::Seat& seat : room().seats) {
    if (std::find(seat.people.begin(), seat.people.end(), happening.who) == seat.people.end()) continue;
    for (const model::PersonId& id : seat.people)
      if (id != happening.who && roll_.receives(id)) all.push_back({{id, {}, {}}, {}});
  }
  return all;
}

Addressees Circle::with() const {
  Addressees all;
  Scope everywhere = scope();
  everywhere.everywhere = true;
  for (const auto& it : subject_.meeting->with) {
    if (const auto* const role = std::get_if<const model::Role*>(&it); role != nullptr)
      add_to(&all, roll_.holding(**role, everywhere));
    else
      add_to(&all, roll_.of_body(*std::get<const model::Body*>(it)));
  }
  return all;
}

Addressees Circle::carrier() const {
  const auto& by = subject_.decision->carried_by;
  if (const auto* const role = std::get_if<const model::Role*>(&by)) return roll_.holding(**role, scope());
  Addressees all;
  if (const auto* const body = std::get_if<const model::Body*>(&by)) all = roll_.of_body(**body);
  return all.empty() ? organiser() : all;
}

/// That she is excluded is told to her all the same.
Addressees Circle::person() const {
  Addressees all;
  const bool is_told_anyway =
      subject_.registration != nullptr && subject_.registration->state == model::State::excluded;
  const auto add = [&](const model::PersonId& id) {
    if (id.empty() || !(roll_.receives(id) || (is_told_anyway && roll_.is_there(id)))) return;
    all.push_back({{id, {}, {}}, {}});
  };
  if (subject_.registration == nullptr) {
    add(subject_.person);
  } else {
    add(subject_.registration->person), add(subject_.registration->partner);
  }
  return all;
}

Addressees Circle::approvers() const {
  const auto progress = rules::Progress::of(setting_.memory.facts_of(subject_.registration->id));
  Addressees all;
  for (const rules::Approval& it : subject_.path->approvals)
    if (!progress.approvals.contains(it.role->id)) add_to(&all, roll_.holding(*it.role, scope()));
  return all;
}

Addressees Circle::signatories() const {
  Addressees all;
  const auto ask = [&](const std::vector<rules::Signing>& signings, const model::PersonId& person) {
    for (const rules::Signing& it : signings) {
      if (it.given) continue;
      Scope of = scope();
      of.body = it.body;
      Addressees found = roll_.holding(*it.role, of);
      if (it.body == nullptr && roll_.receives(person)) found = {{{person, {}, {}}, {}}};
      add_to(&all, found);
    }
  };
  if (roll_.book() == nullptr) return all;
  const rules::Setting registrar = roll_.registrar();
  if (subject_.charter != nullptr) {
    for (const rules::Signatory& it : rules::signatories(registrar, subject_.charter->charter))
      ask(it.signings, it.person);
  } else if (const rules::Joined* const joined = roll_.joined(subject_.registration->object)) {
    ask(rules::signings(rules::Case::of(registrar, *subject_.path, *joined, *subject_.registration)),
        subject_.registration->person);
  }
  return all;
}

}  // namespace cenacle::workflow
