// A mail, as it is written before anybody sends it: who, what, with which parts. From an action of the plan to this is
// compose.h; from this to the bytes on the wire is formats/mime.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace cenacle::mail {

struct Mailbox {
  std::string name, address;
};

struct File {
  std::string name, media_type, bytes;
};

struct Message {
  std::string id;  ///< Message-ID without brackets: of the action's key, the same each time it is written
  base::Instant date;
  Mailbox from, to;
  std::optional<Mailbox> reply_to;
  std::string envelope_from;  ///< of bounces; VERP when the portal wants it
  std::string subject, text, html;
  std::string calendar, method;  ///< iCalendar text and its METHOD; empty: none
  std::string list_id, list_unsubscribe;
  std::optional<std::string> in_reply_to;  ///< the id of the mail that it follows in its thread
  std::vector<File> files;
};

}  // namespace cenacle::mail
