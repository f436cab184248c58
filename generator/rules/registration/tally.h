// Facts → counts: how many take part in what, by body and profile, month by month, and what surveys were answered. Fed
// fact by fact in the ledger's order, and kept between builds, so that a build reads only the facts that are new.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/registration.h"

namespace cenacle::rules {

/// Exact numbers: not for pages. Ids of bodies and paths are the registrations'.
struct Counts {
  using Numbers = std::map<std::string, std::int64_t>;
  /// Registrations of one object by one path.
  struct Of {
    std::int64_t taken = 0, waiting = 0;
    Numbers bodies, profiles;  ///< of those that take part
    friend bool operator==(const Of&, const Of&) = default;
  };
  std::map<std::string, std::map<std::string, Of>> objects;  ///< by object, path

  /// People (or, where bodies register as such, bodies) of a network who began or ceased to take part in a month by
  /// exactly these paths.
  struct Change {
    std::int32_t month = 0;  ///< 12 × year + month - 1, in the portal's zone
    std::string body;
    std::string paths;  ///< their ids, in order, each followed by a space
    friend auto operator<=>(const Change&, const Change&) = default;
  };
  std::map<std::string, std::map<Change, std::int64_t>> networks;

  /// By question and choice; the key "" of the questions has, under "", how many people answered.
  using Answers = std::map<std::string, Numbers>;
  std::map<std::int64_t, Answers> surveys;  ///< by number of the request that asks

  friend bool operator==(const Counts&, const Counts&) = default;
};

/// The question that an answer without one is about.
inline constexpr std::string_view first_question = "1";

class Tally {
 public:
  /// Months are those of the zone.
  explicit Tally(std::string zone) : zone_(std::move(zone)) {}

  /// The next fact of the ledger.
  void take(const model::Fact& fact);
  /// As before the first.
  void clear() { *this = Tally(zone_); }

  const Counts& counts() const { return counts_; }
  /// The last fact taken, 0 before the first, and what tells it from that of another ledger.
  std::int64_t last() const { return last_; }
  std::uint64_t mark() const { return mark_; }
  static std::uint64_t mark_of(const model::Fact& fact);

  /// All of it as bytes, which hold no name, and the way back; nothing when the bytes are none, or of another zone.
  std::string encode() const;
  static std::optional<Tally> decode(std::string_view image, std::string_view zone);
  /// What tells these counts from others.
  std::uint64_t digest() const;

 private:
  using Members = std::unordered_map<std::string, std::set<std::int64_t>>;

  void register_fact(const model::Fact& fact);
  void reply(const model::Fact& fact);
  void count(const model::Registration& it, std::int64_t by);
  void list(const model::Registration& it, bool there);
  std::optional<Counts::Change> standing_of(const std::string& member) const;
  std::int32_t month_of(base::Instant at) const;

  std::string zone_;
  std::int64_t last_ = 0;
  std::uint64_t mark_ = 0;
  Counts counts_;
  std::unordered_map<std::int64_t, model::Registration> live_;  ///< those that are not over
  Members members_;                 ///< network, a zero byte, person or body → registrations by which she takes part
  std::set<std::int64_t> surveys_;  ///< requests that ask the questions of one
  std::map<std::pair<std::string, std::string>, std::string> answered_;  ///< request, person and question → choices
};

}  // namespace cenacle::rules
