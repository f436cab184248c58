// What the templates of mails see, described: `check` finds in a mail what it finds in a page.
#pragma once

#include "mail/views.h"

namespace cenacle::mail {

/// The fields that every mail has.
template <class V>
void describe_letter(tmpl::Fields<V>& f) {
  f.template add<&V::portal>("portal", "the portal");
  f.template add<&V::network>("network", "the network that writes");
  f.template add<&V::to>("to", "whom it is for");
  f.template add<&V::today>("today", "the day on which it is written");
  f.template add<&V::reply_url>("reply_url", "a link that answers in words");
  f.template add<&V::items>("items", "of a digest: what it gathers");
}

}  // namespace cenacle::mail

namespace cenacle::tmpl {

template <>
struct Describe<mail::ThingView> {
  static constexpr std::string_view name = "thing";
  static void fields(Fields<mail::ThingView>& f) {
    using V = mail::ThingView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its page, for this reader; empty when there is none that she may read");
  }
};

template <>
struct Describe<mail::PersonView> {
  static constexpr std::string_view name = "mail_person";
  static void fields(Fields<mail::PersonView>& f) {
    using V = mail::PersonView;
    f.add<&V::name>("name", "as she writes it");
    f.add<&V::body>("body", "the name of her body; may be empty");
  }
};

template <>
struct Describe<mail::ContactView> {
  static constexpr std::string_view name = "mail_contact";
  static void fields(Fields<mail::ContactView>& f) {
    using V = mail::ContactView;
    f.add<&V::title>("title", "the function");
    f.add<&V::mail>("mail", "its mailbox; may be empty");
    f.add<&V::phone>("phone", "may be empty");
    f.add<&V::hours>("hours", "when it answers; may be empty");
  }
};

template <>
struct Describe<mail::PortalView> {
  static constexpr std::string_view name = "mail_portal";
  static void fields(Fields<mail::PortalView>& f) {
    using V = mail::PortalView;
    f.add<&V::title>("title", "its title");
    f.add<&V::url>("url", "its home page");
    f.add<&V::mail>("mail", "the mailbox that is read, which answers go to");
  }
};

template <>
struct Describe<mail::NetworkView> {
  static constexpr std::string_view name = "mail_network";
  static void fields(Fields<mail::NetworkView>& f) {
    using V = mail::NetworkView;
    f.add<&V::id>("id", "its id");
    f.add<&V::title>("title", "its title; empty for a mail that is of no network");
    f.add<&V::url>("url", "its page, for this reader");
    f.add<&V::rights>("rights", "the notice of its published works; may be empty");
    f.add<&V::contact>("contact", "whom one asks");
  }
};

template <>
struct Describe<mail::ToView> {
  static constexpr std::string_view name = "recipient";
  static void fields(Fields<mail::ToView>& f) {
    using V = mail::ToView;
    f.add<&V::name>("name", "her name; of a mailbox, the function's title");
    f.add<&V::given_name>("given_name", "her first name; empty for a mailbox");
    f.add<&V::mailbox>("mailbox", "it is a function's mailbox, not a person's");
  }
};

template <>
struct Describe<mail::ItemView> {
  static constexpr std::string_view name = "mail_item";
  static void fields(Fields<mail::ItemView>& f) {
    using V = mail::ItemView;
    f.add<&V::kind>("kind", "\"meeting\", \"decision\", \"registration\", \"sheet\"…");
    f.add<&V::title>("title", "what it is about");
    f.add<&V::url>("url", "its page; may be empty");
    f.add<&V::date>("date", "when it takes place or falls due");
  }
};

template <>
struct Describe<mail::Letter> {
  static constexpr std::string_view name = "letter";
  static void fields(Fields<mail::Letter>& f) { mail::describe_letter(f); }
};

}  // namespace cenacle::tmpl
