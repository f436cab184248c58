// Who asks for what, when: all that a rule may look at.
#pragma once

#include <optional>
#include <string>

#include "rules/registration/joined.h"
#include "rules/registration/registrar.h"

namespace cenacle::rules {

/// One request, new or standing, as it is judged at `setting.now`. What it refers to must outlive it.
struct Case {
  const Setting& setting;
  const Path& path;
  const Joined& joined;
  std::int64_t registration = 0;      ///< its own, which limits do not count twice; 0: it is new
  const model::Body* body = nullptr;  ///< null: a natural person
  std::optional<model::Person> person = {}, partner = {};
  std::string profile = {};
  base::Date asked{};                  ///< the day on which she asked
  std::int64_t half_days = 0;          ///< to be served, when that is what is asked (E11)
  std::optional<base::Date> day = {};  ///< on which they are

  /// Of a registration of the ledger.
  static Case of(const Setting& setting, const Path& path, const Joined& joined, const model::Registration& it);

  const model::Network& network() const { return *setting.book.network; }
  /// The start of the mandate that she acts under: the earliest of those that hold today in the body.
  std::optional<base::Date> mandate_began() const;
};

/// "Prénom Nom", for sentences; of nobody, of somebody erased: the setting's `someone`.
std::string name_of(const Setting& setting, const std::optional<model::Person>& person);

/// The day that a registration is for: of a meeting its own, else that on which it was asked.
base::Date day_of(const Setting& setting, const Joined* joined, const model::Registration& it);

}  // namespace cenacle::rules
