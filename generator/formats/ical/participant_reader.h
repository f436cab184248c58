// People and links out of libical's properties.
#pragma once

#include <optional>

#include "formats/ical/ical.h"

struct icalproperty_impl;

namespace cenacle::ical {

/// ORGANIZER or ATTENDEE; nothing without a mail address.
std::optional<Participant> read_participant(icalproperty_impl* property);
/// ATTACH; nothing when it is no link.
std::optional<Attachment> read_attachment(icalproperty_impl* property);

}  // namespace cenacle::ical
