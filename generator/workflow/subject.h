// What a step is done about: one meeting, one registration, one version of a charter… and what happens to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "workflow/roll.h"

namespace cenacle::workflow {

/// Of the pointers, those of its kind are set.
struct Subject {
  About about = About::network;
  std::string reference;                          ///< as in Key::subject
  model::Owner owner;                             ///< what it belongs to, or what is joined
  Scope scope;                                    ///< where its roles are looked for; `object` is the owner's reference
  std::string object;                             ///< the same, kept
  const model::Meeting* meeting = nullptr;        ///< of minutes too
  const model::Occurrence* occurrence = nullptr;  ///< one time of it; null: all of them
  const model::Minutes* minutes = nullptr;
  const model::Decision* decision = nullptr;
  const model::Survey* survey = nullptr;
  const model::Sheet* sheet = nullptr;
  const model::Charter* charter = nullptr;
  const model::Contribution* contribution = nullptr;
  const model::Group* group = nullptr;
  const Request* request = nullptr;
  const model::Registration* registration = nullptr;
  const rules::Path* path = nullptr;
  model::PersonId person;
  base::Instant known{};   ///< it was not there before, or not as it is
  bool cancelled = false;  ///< it does not take place
};

/// One time that an event happens, or will.
struct Happening {
  base::LocalTime when;  ///< in the portal's zone
  base::Instant at{};
  std::int64_t revision = 0;   ///< of the key: the day, or the fact
  model::PersonId who, other;  ///< who did it, to whom
};

/// A day of the content: at its hour, or at the usual one.
Happening on_day(base::Date day, const Calendar& calendar);
Happening at_time(base::LocalTime time, std::string_view zone, const Calendar& calendar);
Happening by_fact(const Happened& fact, const Calendar& calendar);

/// Every time that the event happens to the subject, in order; of days of each year, those near `now`.
std::vector<Happening> happenings(const Setting& setting, const Roll& roll, const Subject& subject,
                                  const Moment& moment);

/// All subjects of the workflow in the network.
std::vector<Subject> subjects(const Setting& setting, const Roll& roll, const Workflow& workflow);

}  // namespace cenacle::workflow
