// An event as its content lines. The order is fixed, so that the same event has the same bytes. RFC 5545 §3.6.1, 7986.
#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <limits>

#include "formats/ical/lines.h"
#include "formats/ical/moment.h"
#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

// An endless series in a zone without yearly rules has to end somewhere: at the latest before the years that no reader
// reckons with.
constexpr std::size_t most_dates = 500;
constexpr std::chrono::year last_year(2498);

using Make = icalproperty* (*)(icaltimetype);

icalproperty* rdate(icaltimetype time) { return icalproperty_new_rdate({time, icalperiodtype_null_period()}); }

/// A property of a moment that has its final form.
icalproperty* timed(Make make, const Moment& moment) {
  icaltimetype time = to_libical(moment.time);
  time.is_date = moment.is_day;
  if (moment.zone == "UTC") time.zone = icaltimezone_get_utc_timezone();
  icalproperty* property = make(time);
  if (make == rdate && moment.is_day) icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
  if (!moment.zone.empty() && moment.zone != "UTC")
    icalproperty_add_parameter(property, icalparameter_new_tzid(moment.zone.c_str()));
  return property;
}

icalproperty* timed(Make make, base::Instant instant) { return timed(make, utc(instant)); }

/// RFC 6868: libical encodes quotes and line ends in parameters, but not the caret that encodes them.
std::string parameter(std::string_view text) {
  std::string out;
  for (const char byte : clean_line(text)) out.append(byte == '^' ? 2 : 1, byte);
  return out;
}

icalparameter_partstat partstat(Participant::Answer answer) {
  switch (answer) {
    case Participant::Answer::needs_action:
      return ICAL_PARTSTAT_NEEDSACTION;
    case Participant::Answer::accepted:
      return ICAL_PARTSTAT_ACCEPTED;
    case Participant::Answer::declined:
      return ICAL_PARTSTAT_DECLINED;
    case Participant::Answer::tentative:
      return ICAL_PARTSTAT_TENTATIVE;
    case Participant::Answer::delegated:
      return ICAL_PARTSTAT_DELEGATED;
  }
  return ICAL_PARTSTAT_NEEDSACTION;
}

std::string mailto(std::string_view mail) { return "mailto:" + clean_uri(mail); }

void add_common_name(icalproperty* property, const Participant& participant) {
  const std::string name = parameter(participant.name);
  if (!name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
}

class EventWriter {
 public:
  EventWriter(const Event& event, std::string* out) : event_(event), lines_(out) {}

  void write() {
    lines_.add("BEGIN:VEVENT");
    identity();
    if (!(event_.start == Moment{})) times();
    state();
    texts();
    people();
    links();
    lines_.add("END:VEVENT");
  }

 private:
  void identity() {
    text(icalproperty_new_uid, clean_line(event_.uid));
    lines_.add(timed(icalproperty_new_dtstamp, event_.stamp));
    if (event_.last_modified != base::Instant{}) lines_.add(timed(icalproperty_new_lastmodified, event_.last_modified));
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    lines_.add(icalproperty_new_sequence(static_cast<int>(std::clamp<std::int64_t>(event_.sequence, 0, most))));
    if (event_.recurrence_id) lines_.add(timed(icalproperty_new_recurrenceid, as_written(*event_.recurrence_id)));
  }

  void times() {
    const Moment start = as_written(event_.start);
    lines_.add(timed(icalproperty_new_dtstart, start));
    if (is_later(event_.end, event_.start)) lines_.add(timed(icalproperty_new_dtend, as_written(event_.end)));
    if (event_.recurrence_id) return;  // an override has no rule of its own, or Apple drops the event
    if (event_.recurrence) series(start);
    for (const Moment& moment : event_.additions) dated(rdate, moment);
    for (const Moment& moment : event_.exceptions) dated(icalproperty_new_exdate, moment);
  }

  void series(const Moment& start) {
    if (start.zone == event_.start.zone || start.is_day || is_utc(event_.start.zone)) {
      lines_.add(icalproperty_new_rrule(to_libical(*event_.recurrence, start)));
      return;
    }
    const std::vector<base::LocalTime> starts = occurrences(*event_.recurrence, event_.start.time, most_dates);
    // The start too: ical.js takes it for no occurrence where there are dates and no rule.
    for (const base::LocalTime one : starts)
      if (base::date_of(one).year() <= last_year) dated(rdate, {one, event_.start.zone, false});
  }

  void dated(Make make, const Moment& moment) { lines_.add(timed(make, as_written(in_form_of(moment, event_.start)))); }

  void state() {
    constexpr icalproperty_status statuses[] = {ICAL_STATUS_NONE, ICAL_STATUS_TENTATIVE, ICAL_STATUS_CONFIRMED,
                                                ICAL_STATUS_CANCELLED};
    if (event_.status != Status::none)
      lines_.add(icalproperty_new_status(statuses[static_cast<std::size_t>(event_.status)]));
    if (event_.transparent) lines_.add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  }

  void texts() {
    text(icalproperty_new_summary, clean_text(event_.summary));
    text(icalproperty_new_description, clean_text(event_.description));
    if (const std::string html = clean_text(event_.html_description); !html.empty())
      lines_.add_verbatim("X-ALT-DESC;FMTTYPE=text/html", escape(html));
    text(icalproperty_new_location, clean_text(event_.location));
    text(icalproperty_new_comment, clean_text(event_.comment));
    std::string categories;
    for (const std::string& category : event_.categories) {
      const std::string clean = clean_line(category);
      if (!clean.empty()) categories += (categories.empty() ? "" : ",") + escape(clean);
    }
    if (!categories.empty()) lines_.add_verbatim("CATEGORIES", categories);
  }

  void people() {
    if (event_.organizer) {
      icalproperty* organizer = icalproperty_new_organizer(mailto(event_.organizer->mail).c_str());
      add_common_name(organizer, *event_.organizer);
      lines_.add(organizer);
    }
    for (const Participant& participant : event_.attendees) attendee(participant);
  }

  void attendee(const Participant& participant) {
    icalproperty* property = icalproperty_new_attendee(mailto(participant.mail).c_str());
    add_common_name(property, participant);
    if (participant.optional) icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_OPTPARTICIPANT));
    icalproperty_add_parameter(property, icalparameter_new_partstat(partstat(participant.answer)));
    if (participant.rsvp) icalproperty_add_parameter(property, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
    if (!participant.delegated_to.empty())
      icalproperty_add_parameter(property, icalparameter_new_delegatedto(mailto(participant.delegated_to).c_str()));
    if (!participant.delegated_from.empty())
      icalproperty_add_parameter(property, icalparameter_new_delegatedfrom(mailto(participant.delegated_from).c_str()));
    lines_.add(property);
  }

  void links() {
    text(icalproperty_new_url, clean_uri(event_.url));
    if (const std::string link = clean_uri(event_.conference); !link.empty()) {
      icalproperty* conference = icalproperty_new_conference(link.c_str());
      icalproperty_add_parameter(conference, icalparameter_new_value(ICAL_VALUE_URI));  // required: RFC 7986 §5.11
      icalproperty_add_parameter(conference, icalparameter_new_feature(ICAL_FEATURE_VIDEO));
      lines_.add(conference);
    }
    for (const Attachment& attachment : event_.attachments) attach(attachment);
  }

  void attach(const Attachment& attachment) {
    const std::string url = clean_uri(attachment.url);
    if (url.empty()) return;
    icalattach* link = icalattach_new_from_url(url.c_str());
    icalproperty* property = icalproperty_new_attach(link);
    icalattach_unref(link);
    const std::string type = clean_media_type(attachment.media_type), title = parameter(attachment.title);
    if (!type.empty()) icalproperty_add_parameter(property, icalparameter_new_fmttype(type.c_str()));
    if (!title.empty()) icalproperty_add_parameter(property, icalparameter_new_filename(title.c_str()));
    lines_.add(property);
  }

  void text(icalproperty* (*make)(const char*), const std::string& value) {
    if (!value.empty()) lines_.add(make(value.c_str()));
  }

  const Event& event_;
  Lines lines_;
};

}  // namespace

void write_event(const Event& event, std::string* out) { EventWriter(event, out).write(); }

}  // namespace cenacle::ical
