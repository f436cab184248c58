// Mails as their bytes (GMime): plain values on one side, RFC 5322 with MIME on the other. What a field of a message
// says can make no second header, recipient or part: what cannot be written as it is, is encoded; what must not be
// written at all, refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace cenacle::mime {

struct Mailbox {
  std::string name, address;
  friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

struct File {
  std::string name, media_type, bytes;
  friend bool operator==(const File&, const File&) = default;
};

struct Message {
  std::string id;  ///< Message-ID without brackets: "left@host"
  base::Instant date;
  Mailbox from, to;
  std::optional<Mailbox> reply_to;
  std::string subject, text, html;
  std::string calendar, method;  ///< iCalendar text and its METHOD; empty: none
  std::string list_id;           ///< "finances.reseaux.example"; empty: none
  std::string list_name;         ///< what stands before it
  std::string list_unsubscribe;  ///< addresses with their scheme, "mailto:…"; empty: none
  std::string thread;            ///< id, without brackets, of what it follows; empty: nothing
  std::vector<File> files;
  friend bool operator==(const Message&, const Message&) = default;
};

/// The message, CRLF, no line above 998 octets (RFC 5322 §2.1.1), the same bytes each time. With a calendar part (RFC
/// 6047): mixed { alternative { text, html, calendar }, invite.ics }; files follow. Control characters and those that
/// turn the direction of writing are left out of names and subjects. A failure names what cannot be sent: an address
/// that is none, a Message-ID or List-Id that is none, a METHOD that is no token.
base::Result<std::string> write(const Message& message);

/// Whether it is an address that any relay takes: ASCII, no controls or spaces, one "@" with something on both sides
/// (RFC 5321 §4.1.2, without quoted strings and address literals), at most 254 octets.
bool is_address(std::string_view text);

/// `text` as a name or subject is written: on one line, without controls and characters that turn the direction of
/// writing.
std::string visible_line(std::string_view text);

}  // namespace cenacle::mime
