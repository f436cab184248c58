// The root views of pages of the agenda, described.
#pragma once

#include "site/pages.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::MonthLinkView> {
  static constexpr std::string_view name = "month_link";
  static void fields(Fields<site::MonthLinkView>& f) {
    using V = site::MonthLinkView;
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(count, "how many meetings");
  }
};

template <>
struct Describe<site::DayMeetingView> {
  static constexpr std::string_view name = "day_meeting";
  static void fields(Fields<site::DayMeetingView>& f) {
    using V = site::DayMeetingView;
    CENACLE_FIELD(meeting, "the meeting");
    CENACLE_FIELD(continued, "it is not its first day");
    CENACLE_FIELD(moved_away, "it was planned for this day, and is on another");
  }
};

template <>
struct Describe<site::DayView> {
  static constexpr std::string_view name = "day";
  static void fields(Fields<site::DayView>& f) {
    using V = site::DayView;
    CENACLE_FIELD(day, "the day");
    CENACLE_FIELD(outside, "it is of the month before or after");
    CENACLE_FIELD(holiday, "the public holiday that it is, or empty");
    CENACLE_FIELD(meetings, "meetings of that day, soonest first");
  }
};

template <>
struct Describe<site::WeekView> {
  static constexpr std::string_view name = "week";
  static void fields(Fields<site::WeekView>& f) {
    using V = site::WeekView;
    CENACLE_FIELD(days, "seven days, from Monday");
  }
};

template <>
struct Describe<site::MonthView> {
  static constexpr std::string_view name = "month";
  static void fields(Fields<site::MonthView>& f) {
    using V = site::MonthView;
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(meetings, "meetings, soonest first");
  }
};

template <>
struct Describe<site::AgendaPage> {
  static constexpr std::string_view name = "agenda_page";
  static void fields(Fields<site::AgendaPage>& f) {
    using V = site::AgendaPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(upcoming, "months to come");
    CENACLE_FIELD(past, "months gone by, newest first");
    CENACLE_FIELD(filters, "links to the same list, filtered by kind");
    CENACLE_FIELD(months, "months that have a page");
    CENACLE_FIELD(kind, "the kind of meetings that it is filtered by, in the plural, or empty");
    CENACLE_FIELD(description, "what that kind is, in a sentence");
    CENACLE_FIELD(calendar_url, "address of the same as a calendar; empty where this tree has none");
  }
};

template <>
struct Describe<site::MonthPage> {
  static constexpr std::string_view name = "month_page";
  static void fields(Fields<site::MonthPage>& f) {
    using V = site::MonthPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(month, "a day of the month");
    CENACLE_FIELD(meetings, "meetings of the month, soonest first");
    CENACLE_FIELD(weeks, "the weeks that the month touches");
    CENACLE_FIELD(previous, "the month before that has meetings");
    CENACLE_FIELD(next, "the month after that has meetings");
  }
};

template <>
struct Describe<site::SubscriptionsPage> {
  static constexpr std::string_view name = "subscriptions_page";
  static void fields(Fields<site::SubscriptionsPage>& f) {
    using V = site::SubscriptionsPage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(subscriptions, "the calendar of the whole portal, then each network's");
  }
};

template <>
struct Describe<site::ProgrammePage> {
  static constexpr std::string_view name = "programme_page";
  static void fields(Fields<site::ProgrammePage>& f) {
    using V = site::ProgrammePage;
    CENACLE_FIELD(site, "the portal");
    CENACLE_FIELD(page, "this page");
    CENACLE_FIELD(network, "the network");
    CENACLE_FIELD(year, "the year");
    CENACLE_FIELD(months, "by month");
    CENACLE_FIELD(years, "the other years");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
