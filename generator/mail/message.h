// A mail, as it is written before anybody sends it: who, what, with which parts. From an action of the plan to this is
// compose.h; from this to the bytes on the wire is formats/mime.
#pragma once

#include <string>

#include "formats/mime/mime.h"

namespace cenacle::mail {

using mime::File;
using mime::Mailbox;

struct Message {
  std::string envelope_from;  ///< where bounces go (RFC 5321 MAIL FROM); of this message alone when the portal wants it
  mime::Message letter;       ///< `mime::write` makes the bytes; the envelope's recipient is `letter.to.address`
};

}  // namespace cenacle::mail
