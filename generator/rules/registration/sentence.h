// Sentences for the people of a network: a rule's own, its blanks filled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/registration/case.h"

namespace cenacle::rules {

/// What only the judgement knows.
struct Blanks {
  std::int64_t used = 0, max = 0;
  std::optional<base::Date> date;
};

/// `says` with its placeholders (words.h) filled in; an unknown one stays as it is.
std::string filled_in(std::string_view says, const Case& it, const Blanks& blanks);

/// In words of the portal's language: "6 octobre 2026".
std::string in_words(const Setting& setting, base::Date day);

}  // namespace cenacle::rules
