// What a registration joins, found by its reference: a network, a space, a group, a workshop or one meeting.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/portal.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

/// A thing of one network. Pointers lead into the content.
struct Joined {
  std::string reference;  ///< as in model::Registration::object
  Joins kind = Joins::network;
  model::Owner owner;                       ///< the thing itself, or what the meeting belongs to
  const model::Meeting* meeting = nullptr;  ///< null unless it is a meeting

  const model::Page& page() const;
  /// The legal entity that it is about: a space's, or that of the space a meeting belongs to; else null.
  const model::Body* body() const;
  const model::Group* group() const;
  const model::Workshop* workshop() const;
  const model::Space* space() const;
  const std::vector<model::Holder>* holders() const;  ///< null: the network's own
};

/// Nothing when the network has no such thing.
std::optional<Joined> find_joined(const model::Network& network, std::string_view reference);
std::string reference_of(const model::Network& network, const model::Owner& owner);
/// The references of the meetings that belong to it.
std::vector<std::string> meetings_of(const model::Network& network, const model::Owner& owner);

/// The day on which it first meets: of a meeting its own; nothing when it has no meetings that are held.
std::optional<base::Date> first_day(const model::Network& network, const Joined& joined);
/// The day after which one can no longer join: the last of a meeting, of a workshop's sessions where there are any, the
/// end of a group or of its season; nothing: always.
std::optional<base::Date> last_day(const Joined& joined);
bool is_cancelled(const Joined& joined);

const model::Body* find_body(const model::Network& network, std::string_view id);

}  // namespace cenacle::rules
