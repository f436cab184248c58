// What stands around every mail, and what is attached as a page: the views of `mails/layout.html`, `mails/layout.txt`
// and `mails/page.html`.
#pragma once

#include "mail/views_described.h"

namespace cenacle::mail {

struct LayoutView {
  std::string language, subject, preview, text, unsubscribe_url;
  tmpl::Html body;
  PortalView portal;
  NetworkView network;
  bool mailbox = false;
};

struct SheetOfPaperView {
  std::string language, title, source_url, notice;
  tmpl::Html body;
  base::Date date{};
  NetworkView network;
};

}  // namespace cenacle::mail

namespace cenacle::tmpl {

template <>
struct Describe<mail::LayoutView> {
  static constexpr std::string_view name = "mail_layout";
  static void fields(Fields<mail::LayoutView>& f) {
    using V = mail::LayoutView;
    f.add<&V::language>("language", "of the portal: \"fr\"");
    f.add<&V::subject>("subject", "the mail's subject");
    f.add<&V::preview>("preview", "its first words, which lists of mails show");
    f.add<&V::body>("body", "the mail, as HTML");
    f.add<&V::text>("text", "the mail, as plain text");
    f.add<&V::portal>("portal", "the portal");
    f.add<&V::network>("network", "the network that writes");
    f.add<&V::unsubscribe_url>("unsubscribe_url", "a link that answers: no more of these; empty: it is her own affair");
    f.add<&V::mailbox>("mailbox", "it goes to a function's mailbox");
  }
};

template <>
struct Describe<mail::SheetOfPaperView> {
  static constexpr std::string_view name = "mail_page";
  static void fields(Fields<mail::SheetOfPaperView>& f) {
    using V = mail::SheetOfPaperView;
    f.add<&V::language>("language", "of the portal: \"fr\"");
    f.add<&V::title>("title", "its title");
    f.add<&V::body>("body", "its text");
    f.add<&V::date>("date", "its day");
    f.add<&V::network>("network", "whose it is");
    f.add<&V::source_url>("source_url", "where the page stands; may be empty");
    f.add<&V::notice>("notice", "whom it is for; may be empty");
  }
};

}  // namespace cenacle::tmpl
