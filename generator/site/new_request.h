// What `new` is asked for, and what it answers: files to be written, or why not.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"

namespace cenacle::site {

enum class NewKind : std::uint8_t {
  portal,
  network,
  group,
  workshop,
  series,
  space,
  charter,
  meeting,
  minutes,
  document,
  contribution,
  sheet,
  news,
  page,
  faq,
  survey
};

/// A word of the command line for each kind, in their order.
const std::vector<std::string_view>& new_kind_words();
std::optional<NewKind> new_kind(std::string_view word);
std::string_view word_of(NewKind kind);

/// A member's proposal, as the ledger holds it: `--from` its number.
struct NewProposal {
  std::int64_t number = 0;
  std::string text;           ///< in her words
  std::string person, body;   ///< ids: who proposes, for whom; the body may be empty
  std::string topic;          ///< id, or empty
  bool agreed = false;        ///< nobody's agreement is waited for (D4)
};

/// The command line, read. Empty texts were not given.
struct NewRequest {
  NewKind kind = NewKind::page;
  std::string title;  ///< one line of UTF-8; of a charter that exists: its id or its title
  std::string of;     ///< `--of`
  std::string sort;   ///< `--kind`: of meetings, documents and contributions
  std::string meeting;
  std::string here;  ///< the current folder, below the portal's root: "content/finances/meetings"
  std::optional<base::Date> date;
  std::optional<std::chrono::seconds> hour;  ///< of `date`
  std::optional<NewProposal> proposal;
};

struct NewFile {
  std::string path;  ///< below the portal's root
  std::string text;
};

struct Refusal {
  enum class Why : std::uint8_t {
    usage,   ///< the command is not a sentence
    refused  ///< it is one that cannot be done
  };
  Why why = Why::refused;
  std::string message;  ///< one sentence, lower case, no full stop
  std::string help;     ///< what to do, or empty
};

using NewAnswer = std::variant<std::vector<NewFile>, Refusal>;

}  // namespace cenacle::site
