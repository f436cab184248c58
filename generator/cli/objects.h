// WHAT on a command line: a group, a workshop, a space, a network or a meeting of the content, as the ledger refers to it.
#pragma once

#include <string>
#include <string_view>

#include "cli/phrases.h"
#include "cli/stop.h"
#include "content/load.h"

namespace cenacle::cli {

struct Object {
  std::string reference;  ///< "group:NETWORK/ID"…, as model::Registration::object
  const model::Network* network = nullptr;
  std::string title;                         ///< "groupe « Fiscalité »"
  const model::Meeting* meeting = nullptr;   ///< when it is one
};

/// `what` is `group:ID`, `workshop:ID`, `space:ID`, `network:ID` or `meeting:UID`, with `NETWORK/` before an id that
/// several networks have. What cannot be meant is a mistake of usage.
Or<Object> find_object(const content::Content& content, const Phrases& phrases, std::string_view what);

/// How the ledger's reference is shown: its title, or itself when the content no longer has it.
std::string title_of(const content::Content& content, const Phrases& phrases, std::string_view reference);

/// A network by its id.
Or<const model::Network*> find_network(const content::Content& content, std::string_view id);

/// A body of the network, `body:ID` or `ID`.
Or<const model::Body*> find_body(const model::Network& network, std::string_view id);
/// "Ville de Port-Halen"; the id when the network no longer has it; "" for none.
std::string name_of_body(const content::Content& content, std::string_view network, std::string_view id);

}  // namespace cenacle::cli
