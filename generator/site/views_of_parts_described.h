// What several views are made of, described: links, people by function, files, citations, rates.
#pragma once

#include "site/views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::LinkView> {
  static constexpr std::string_view name = "link";
  static void fields(Fields<site::LinkView>& f) {
    using V = site::LinkView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(url, "its address, for the filter `link`");
  }
};

template <>
struct Describe<site::TopicView> {
  static constexpr std::string_view name = "topic";
  static void fields(Fields<site::TopicView>& f) {
    using V = site::TopicView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(experts, "who answers questions about it");
  }
};

template <>
struct Describe<site::BodyView> {
  static constexpr std::string_view name = "body";
  static void fields(Fields<site::BodyView>& f) {
    using V = site::BodyView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(name, "its name");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(kind_plural, "the same, in the plural");
    CENACLE_FIELD(membership, "its membership of the network, or empty");
    CENACLE_FIELD(town, "where it sits");
    CENACLE_FIELD(website, "its web site, or empty");
    CENACLE_FIELD(parent, "the body that it belongs to, or empty");
    CENACLE_FIELD(member, "whether it is a member");
    CENACLE_FIELD(population, "inhabitants");
  }
};

template <>
struct Describe<site::RoleView> {
  static constexpr std::string_view name = "role";
  static void fields(Fields<site::RoleView>& f) {
    using V = site::RoleView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(plural, "the title in the plural");
    CENACLE_FIELD(function, "the function, as one says it");
    CENACLE_FIELD(mail, "mailbox of the function, or empty");
    CENACLE_FIELD(phone, "telephone of the function, or empty");
    CENACLE_FIELD(description, "what it is, in a sentence");
    CENACLE_FIELD(body, "name of its body, or empty");
  }
};

template <>
struct Describe<site::HolderView> {
  static constexpr std::string_view name = "holder";
  static void fields(Fields<site::HolderView>& f) {
    using V = site::HolderView;
    CENACLE_FIELD(role, "the role");
    CENACLE_FIELD(role_plural, "the role in the plural");
    CENACLE_FIELD(role_id, "the role's id");
    CENACLE_FIELD(function, "the function, as one says it");
    CENACLE_FIELD(body, "name of its body, or empty");
    CENACLE_FIELD(mail, "mailbox of the function, or empty");
  }
};

template <>
struct Describe<site::FileView> {
  static constexpr std::string_view name = "file";
  static void fields(Fields<site::FileView>& f) {
    using V = site::FileView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(format, "\"PDF\", \"CSV\"…");
    CENACLE_FIELD(kilobytes, "its size");
  }
};

template <>
struct Describe<site::CitationView> {
  static constexpr std::string_view name = "citation";
  static void fields(Fields<site::CitationView>& f) {
    using V = site::CitationView;
    CENACLE_FIELD(article, "the article cited");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(url, "its address, for the filter `link`");
  }
};

template <>
struct Describe<site::HeadingView> {
  static constexpr std::string_view name = "heading";
  static void fields(Fields<site::HeadingView>& f) {
    using V = site::HeadingView;
    CENACLE_FIELD(level, "2, 3…");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(anchor, "its anchor");
    CENACLE_FIELD(article, "the article cited");
  }
};

template <>
struct Describe<site::CountView> {
  static constexpr std::string_view name = "count";
  static void fields(Fields<site::CountView>& f) {
    using V = site::CountView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(count, "how many");
    CENACLE_FIELD(percent, "of the total, rounded");
  }
};

template <>
struct Describe<site::RateView> {
  static constexpr std::string_view name = "rate";
  static void fields(Fields<site::RateView>& f) {
    using V = site::RateView;
    CENACLE_FIELD(id, "its id");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(unit, "\"par jour et par participant\"");
    CENACLE_FIELD(cents, "the amount, for the filter `money`");
    CENACLE_FIELD(population_min, "lowest population of the stratum");
    CENACLE_FIELD(population_max, "highest population of the stratum");
    CENACLE_FIELD(memberships, "for whom");
  }
};

template <>
struct Describe<site::TariffView> {
  static constexpr std::string_view name = "tariff";
  static void fields(Fields<site::TariffView>& f) {
    using V = site::TariffView;
    CENACLE_FIELD(year, "the year");
    CENACLE_FIELD(set_by, "the deliberation");
    CENACLE_FIELD(note, "a remark, or empty");
    CENACLE_FIELD(set_on, "day of the deliberation");
    CENACLE_FIELD(rates, "its lines");
    CENACLE_FIELD(current, "whether it is the one of now");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
