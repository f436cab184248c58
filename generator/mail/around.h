// What every letter needs of the portal: who reads, which addresses are for her, whom she may ask, where her answers
// go.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mail/compose.h"
#include "mail/subject.h"
#include "mail/token.h"
#include "mail/views.h"
#include "rules/registration/joined.h"
#include "rules/registration/readers.h"
#include "rules/registration/registrar.h"
#include "site/joinable.h"
#include "site/tree.h"

namespace cenacle::mail {

/// Somebody who is written to, and what she may read.
struct Reader {
  std::optional<model::Person> person;  ///< nobody: a function's mailbox
  std::string mail, name;
  std::set<std::string, std::less<>> audiences;  ///< ids of the restricted ones
  bool runs = false;                             ///< the mailbox of a function of the network, or one who holds one

  bool reads(const model::Audience& audience) const {
    return audience.kind == model::Audience::Kind::everybody || audiences.contains(audience.id);
  }
};

/// A text as HTML and as plain text.
struct Written {
  std::string html, text;
};

/// One message: whose answers its links are.
struct Answering {
  std::int64_t message = 0;
  std::string_view secret;
};

class Around {
 public:
  explicit Around(const Setting& setting);
  const Setting& setting() const { return setting_; }
  const model::Portal& portal() const { return *setting_.content.portal; }
  const locale::Locale& language() const { return *setting_.content.language; }
  const std::string& host() const { return host_; }

  const model::Network* network(std::string_view id) const;
  const rules::Rulebook* book(std::string_view network) const { return setting_.books.of(network); }
  rules::Setting rules(const rules::Rulebook& book, base::Instant at) const;
  base::Date day_of(base::Instant instant) const;
  /// A word of the mails' catalogue; its key when there is none.
  std::string word(std::string_view key) const;

  /// Nothing when she has left, was erased, or has no address.
  std::optional<Reader> reader(const workflow::Action& action, base::Date day) const;
  std::string name_of(const model::PersonId& id) const;
  PersonView person(const model::Network& network, const model::PersonId& id) const;

  /// The page's full address in the tree that she reads it in; empty when she may not.
  std::string url(const model::Page& page, const Reader& reader) const;
  std::string url(const model::Meeting& meeting, const Reader& reader) const;
  /// As `audience` reads it.
  std::string url_for(const model::Page& page, const model::Audience& audience) const;
  ThingView thing(const model::Page& page, const Reader& reader) const { return {page.title, url(page, reader)}; }
  /// The page that says how one joins; empty where one does not, or not in public.
  std::string join_url(const site::Joinable& it) const;
  ThingView thing(const model::Owner& owner, const Reader& reader) const {
    return thing(model::page_of(owner), reader);
  }

  /// The text of a page for whoever is in `audience`; null when it has none. Made once.
  const Written* text_of(const model::Page& page, const model::Audience& audience) const;

  /// A link whose mail answers, with the subject's word in front of the token.
  std::string link(const Answering& answering, Reply reply, std::uint8_t first = 0, std::uint8_t second = 0) const;

  /// What every letter has.
  void open(Letter* letter, const workflow::Action& action, const Reader& reader, const Answering& answering,
            base::Date today) const;
  ContactView contact(const model::Role* role) const;

 private:
  std::string address_of(const model::Page& page, const model::Audience& audience) const;
  Written write(const model::Page& page, const model::Audience& audience) const;
  void read_as_mailbox(const workflow::Action& action, Reader* reader) const;

  const Setting& setting_;
  std::string host_;
  rules::Readers readers_;
  std::map<std::string, site::Tree, std::less<>> trees_;                         ///< by audience
  std::map<Reply, std::string> links_;                                           ///< what stands before the token
  mutable std::map<std::pair<const model::Page*, std::string>, Written> texts_;  ///< by page and audience
};

}  // namespace cenacle::mail
