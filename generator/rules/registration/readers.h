// Who may read which restricted tree (DESIGN §2): those who take part, and those who run the network. Pure; the lists
// that a sign-on reads are written by cli/access.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/portal.h"
#include "model/registration.h"
#include "rules/registration/read.h"

namespace cenacle::rules {

/// A member reads the tree of what she takes part in and that of its network; a guest, none. Whoever holds a role in a
/// group, workshop or space reads as its members do (A5, C7); whoever holds one that the network entrusts to her body
/// reads the network's tree, and the one whom everybody writes to (`[contact]`), who convenes and writes the minutes,
/// those of all its groups. Excluded, departed and erased people read nothing; who may only read, reads.
class Readers {
 public:
  Readers(const model::Portal& portal, const Rulebooks& books);
  const model::Portal& portal() const { return portal_; }

  /// Ids of all restricted audiences, in order.
  std::vector<std::string_view> audiences() const;
  /// Those that the person may read on `day`, in order. `registrations`: all that name her.
  std::vector<std::string_view> read_by(const model::Person& person, std::span<const model::Registration> registrations,
                                        base::Date day) const;
  /// Those that a mandate may open, whether it holds or not.
  std::vector<std::string_view> opened_by(const model::Mandate& mandate) const;
  /// Those that taking part in the object can open: its own and its network's; none when content no longer has it.
  std::vector<std::string_view> opened_by(std::string_view object) const;
  /// The network's own audience; empty when there is no such network.
  std::string_view of_network(std::string_view network) const;

 private:
  struct Place {
    std::string_view own, network;
  };
  bool is_member_of(const model::Person& person, const model::Registration& registration) const;
  std::vector<std::string_view> all_of(std::string_view network) const;

  const model::Portal& portal_;
  const Rulebooks& books_;
  std::map<std::string, Place, std::less<>> places_;  ///< by the object's reference
};

}  // namespace cenacle::rules
