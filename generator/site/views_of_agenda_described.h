// Meetings and the calendars that one subscribes to, described.
#pragma once

#include "site/views.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<site::SubscriptionView> {
  static constexpr std::string_view name = "subscription";
  static void fields(Fields<site::SubscriptionView>& f) {
    using V = site::SubscriptionView;
    CENACLE_FIELD(of, "\"portal\", \"network\", \"kind\", \"group\", \"workshop\" or \"space\"");
    CENACLE_FIELD(id, "id of what it is of");
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(text, "what it holds, in a sentence; may be empty");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(address, "its whole address, for calendar clients");
    CENACLE_FIELD(webcal, "the same, for clients that open a subscription by themselves");
    CENACLE_FIELD(anchor, "its anchor on the page of subscriptions");
    CENACLE_FIELD(page_url, "address of the page of what it is of, for the filter `link`");
  }
};

template <>
struct Describe<site::OccurrenceView> {
  static constexpr std::string_view name = "occurrence";
  static void fields(Fields<site::OccurrenceView>& f) {
    using V = site::OccurrenceView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(mode, "\"onsite\", \"online\" or \"hybrid\"");
    CENACLE_FIELD(status, "\"confirmed\", \"tentative\", \"cancelled\" or \"moved\"");
    CENACLE_FIELD(status_note, "why, or from when");
    CENACLE_FIELD(place, "where");
    CENACLE_FIELD(address, "postal address");
    CENACLE_FIELD(anchor, "its anchor on the meeting's page");
    CENACLE_FIELD(start, "when it begins");
    CENACLE_FIELD(end, "when it ends");
    CENACLE_FIELD(planned_start, "when the recurrence has it begin");
    CENACLE_FIELD(planned, "the day that the recurrence gives");
    CENACLE_FIELD(first_day, "its first day");
    CENACLE_FIELD(last_day, "its last day");
    CENACLE_FIELD(all_day, "no hours");
    CENACLE_FIELD(several_days, "ends on another day");
    CENACLE_FIELD(past, "it is over");
    CENACLE_FIELD(other_zone, "its zone is not the portal's");
    CENACLE_FIELD(cancelled, "it will not take place");
    CENACLE_FIELD(moved, "its date or place changed");
    CENACLE_FIELD(changed, "it differs from the others");
  }
};

template <>
struct Describe<site::MeetingView> {
  static constexpr std::string_view name = "meeting";
  static void fields(Fields<site::MeetingView>& f) {
    using V = site::MeetingView;
    CENACLE_FIELD(title, "its title");
    CENACLE_FIELD(summary, "one or two sentences, plain text");
    CENACLE_FIELD(uid, "identity of the calendar entry");
    CENACLE_FIELD(kind, "what kind it is, as people say it");
    CENACLE_FIELD(kind_plural, "the same, in the plural");
    CENACLE_FIELD(kind_id, "id of its kind");
    CENACLE_FIELD(mode, "\"onsite\", \"online\" or \"hybrid\"");
    CENACLE_FIELD(status, "\"confirmed\", \"tentative\", \"cancelled\" or \"moved\"");
    CENACLE_FIELD(status_note, "why, or from when");
    CENACLE_FIELD(place, "where");
    CENACLE_FIELD(address, "postal address");
    CENACLE_FIELD(online, "conference link; empty where the readers of this tree may not have it");
    CENACLE_FIELD(zone, "time zone");
    CENACLE_FIELD(url, "its address, for the filter `link`");
    CENACLE_FIELD(calendar_url, "address of its calendar; empty where this tree has none");
    CENACLE_FIELD(planned, "of a time of one that recurs: the day that it was moved from");
    CENACLE_FIELD(owner, "what it belongs to");
    CENACLE_FIELD(start, "when it begins");
    CENACLE_FIELD(end, "when it ends");
    CENACLE_FIELD(first_day, "its first day");
    CENACLE_FIELD(last_day, "its last day");
    CENACLE_FIELD(all_day, "no hours");
    CENACLE_FIELD(several_days, "ends on another day");
    CENACLE_FIELD(past, "it is over");
    CENACLE_FIELD(lunch, "lunch is offered");
    CENACLE_FIELD(other_zone, "its zone is not the portal's");
    CENACLE_FIELD(short_notice, "may be called at short notice");
    CENACLE_FIELD(cancelled, "it will not take place");
    CENACLE_FIELD(moved, "its date or place changed");
    CENACLE_FIELD(has_online, "there is a conference, even if the link is not shown");
    CENACLE_FIELD(registration_open, "open to all");
    CENACLE_FIELD(registration_network, "open to members of the network");
    CENACLE_FIELD(recurring, "it takes place more than once");
    CENACLE_FIELD(occurrences, "of one that recurs: each time, soonest first; in lists, each time is a meeting");
    CENACLE_FIELD(notice_days, "days of notice of its kind");
    CENACLE_FIELD(organiser, "who convenes");
    CENACLE_FIELD(with, "who is expected");
    CENACLE_FIELD(minutes, "its minutes");
    CENACLE_FIELD(documents, "its documents");
    CENACLE_FIELD(body, "its text");
    CENACLE_FIELD(join_url, "address of the page that says how to register for meetings of its kind, or empty");
  }
};

}  // namespace cenacle::tmpl

#undef CENACLE_FIELD
