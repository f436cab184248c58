// One VEVENT: the lines that we know are handed to libical, its typed values become an Event, and what contradicts
// itself is mended and said.
#include "formats/ical/event_reader.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>

#include "base/text.h"
#include "formats/ical/moment.h"
#include "formats/ical/participant_reader.h"
#include "formats/ical/recurrence_reader.h"
#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

constexpr std::size_t most_lines = 10'000, most_values = 500, longest_rule = 1000, most_dates = 10'000;

struct Free {
  void operator()(icalparser* parser) const { icalparser_free(parser); }
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

constexpr std::string_view known[] = {
    "UID",   "DTSTAMP",    "LAST-MODIFIED", "SEQUENCE",  "RECURRENCE-ID", "DTSTART", "DTEND",       "DURATION",
    "RRULE", "EXDATE",     "RDATE",         "STATUS",    "TRANSP",        "SUMMARY", "DESCRIPTION", "LOCATION",
    "URL",   "CONFERENCE", "COMMENT",       "ORGANIZER", "ATTENDEE",      "ATTACH"};

bool is_known(std::string_view name) {
  return std::any_of(std::begin(known), std::end(known), [&](std::string_view one) { return same(one, name); });
}

/// Years that libical reckons with, also when the moment is written in UTC.
bool is_usable(const Moment& moment) {
  const auto year_of = [](auto time) {
    return static_cast<int>(base::date_of(base::LocalTime(time.time_since_epoch())).year());
  };
  const int year = year_of(moment.time);
  if (year > 1601 && year < 2499) return true;
  if (year < 1600 || year > 2500) return false;
  const int in_utc = year_of(instant_of(moment));
  return in_utc > 1600 && in_utc < 2500;
}

/// A property's value as text; "" when it is of another kind than it should be.
std::string_view text_of(icalproperty* property) {
  icalvalue* value = icalproperty_get_value(property);
  const char* text = nullptr;
  if (value == nullptr) return "";
  switch (icalvalue_isa(value)) {
    case ICAL_TEXT_VALUE:
      text = icalvalue_get_text(value);
      break;
    case ICAL_URI_VALUE:
      text = icalvalue_get_uri(value);
      break;
    default:
      break;
  }
  return text == nullptr ? "" : text;
}

bool is_kind(icalproperty* property, icalvalue_kind kind) {
  const icalvalue* value = icalproperty_get_value(property);
  return value != nullptr && icalvalue_isa(value) == kind;
}

std::chrono::seconds clock_part(const icaldurationtype& duration) {
  return std::chrono::hours(duration.hours) + std::chrono::minutes(duration.minutes) +
         std::chrono::seconds(duration.seconds);
}

/// Days on the calendar, then hours on the clock. RFC 5545 §3.3.6.
Moment later(const Moment& start, const icaldurationtype& duration) {
  Moment end = start;
  end.time += std::chrono::days(std::int64_t{duration.weeks} * 7 + duration.days);
  if (start.is_day || clock_part(duration).count() == 0) return end;
  return in_form_of(utc(instant_of(end) + clock_part(duration)), start);
}

Status status_of(icalproperty_status status) {
  switch (status) {
    case ICAL_STATUS_TENTATIVE:
      return Status::tentative;
    case ICAL_STATUS_CONFIRMED:
      return Status::confirmed;
    case ICAL_STATUS_CANCELLED:
      return Status::cancelled;
    default:
      return Status::none;
  }
}

}  // namespace

struct EventReader::State {
  ZoneBook* zones;
  bool needs_start;
  std::size_t longest_line;
  Problems* problems;
  std::unique_ptr<icalparser, Free> parser{icalparser_new()};
  std::string line{};  ///< libical wants it ended by a zero, and its own

  Component feed(std::string_view text) {
    line.assign(text);
    return Component(icalparser_add_line(parser.get(), line.data()));
  }
};

namespace {

/// What is gathered of one event while its properties come by in any order.
class Gathering {
 public:
  Gathering(ZoneBook* zones, Problems* problems) : zones_(zones), problems_(problems) {}

  Event event;

  void say(std::string_view what) {
    problems_->add(fmt::format("event \"{}\": {}", std::string_view(event.uid).substr(0, 80), what));
  }

  /// What libical need not see. False when it is for libical.
  bool take(const ContentLine& line) {
    if (same(line.name, "CATEGORIES")) {
      categories(line.value);
    } else if (same(line.name, "X-ALT-DESC")) {
      if (event.html_description.empty() && same(line.parameter("FMTTYPE"), "text/html"))
        event.html_description = clean_text(unescape(line.value));
    } else if (!is_known(line.name) || line.value.empty()) {
      return true;
    } else if (same(line.name, "ATTACH") && !line.parameter("ENCODING").empty()) {
      late_.emplace_back("an attachment that is no link is left out");
    } else if (same(line.name, "RRULE") && line.value.size() > longest_rule) {
      late_.emplace_back("a recurrence that is too long is left out");
    } else if ((same(line.name, "EXDATE") || same(line.name, "RDATE")) &&
               std::count(line.value.begin(), line.value.end(), ',') >= static_cast<std::ptrdiff_t>(most_values)) {
      late_.emplace_back("a line of too many dates is left out");
    } else {
      return false;
    }
    return true;
  }

  void add(icalproperty* property) {
    switch (icalproperty_isa(property)) {
      case ICAL_UID_PROPERTY:
        set(&event.uid, clean_line(text_of(property)));
        break;
      case ICAL_SUMMARY_PROPERTY:
        set(&event.summary, clean_text(text_of(property)));
        break;
      case ICAL_DESCRIPTION_PROPERTY:
        set(&event.description, clean_text(text_of(property)));
        break;
      case ICAL_LOCATION_PROPERTY:
        set(&event.location, clean_text(text_of(property)));
        break;
      case ICAL_COMMENT_PROPERTY:
        if (!event.comment.empty()) event.comment += '\n';
        event.comment += clean_text(text_of(property));
        break;
      case ICAL_URL_PROPERTY:
        set(&event.url, clean_uri(text_of(property)));
        break;
      case ICAL_CONFERENCE_PROPERTY:
        set(&event.conference, clean_uri(text_of(property)));
        break;
      case ICAL_SEQUENCE_PROPERTY:
        if (is_kind(property, ICAL_INTEGER_VALUE)) event.sequence = std::max(icalproperty_get_sequence(property), 0);
        break;
      case ICAL_STATUS_PROPERTY:
        if (is_kind(property, ICAL_STATUS_VALUE)) event.status = status_of(icalproperty_get_status(property));
        break;
      case ICAL_TRANSP_PROPERTY:
        if (is_kind(property, ICAL_TRANSP_VALUE))
          event.transparent = icalproperty_get_transp(property) == ICAL_TRANSP_TRANSPARENT;
        break;
      case ICAL_ORGANIZER_PROPERTY:
        if (auto organizer = read_participant(property); organizer && !event.organizer)
          event.organizer = Participant{organizer->mail, organizer->name, "", {}, false, false, ""};
        break;
      case ICAL_ATTENDEE_PROPERTY:
        if (auto attendee = read_participant(property))
          event.attendees.push_back(std::move(*attendee));
        else
          late_.emplace_back("an attendee without a mail address is left out");
        break;
      case ICAL_ATTACH_PROPERTY:
        if (auto attachment = read_attachment(property)) event.attachments.push_back(std::move(*attachment));
        break;
      case ICAL_XLICERROR_PROPERTY:
        late_.push_back(fmt::format("libical says: {}", clean_line(text_of(property)).substr(0, 200)));
        break;
      default:
        add_time(property);
    }
  }

  /// False when the event is beyond mending.
  bool finish(bool needs_start) {
    for (const std::string& what : late_) say(what);
    if (event.uid.empty()) {
      problems_->add("an event without UID is left out");
      return false;
    }
    if (event.start == Moment{}) {
      if (needs_start) {
        say("it has no start and is left out");
        return false;
      }
    } else {
      mend_end();
      recur();
    }
    if (!stamp_) {
      say("it has no DTSTAMP");
      event.stamp = event.last_modified;
    }
    return true;
  }

 private:
  static void set(std::string* field, std::string value) {
    if (field->empty()) *field = std::move(value);
  }

  void categories(std::string_view list) {
    for (std::size_t at = 0; at <= list.size();) {
      std::size_t end = at;
      while (end < list.size() && list[end] != ',') end += list[end] == '\\' ? 2 : 1;
      end = std::min(end, list.size());
      std::string category = clean_line(unescape(list.substr(at, end - at)));
      if (!category.empty()) event.categories.push_back(std::move(category));
      at = end + 1;
    }
  }

  std::optional<Moment> moment_of(icalproperty* property) {
    const icalvalue* value = icalproperty_get_value(property);
    icaltimetype time = icaltime_null_time();
    if (value != nullptr && icalvalue_isa(value) == ICAL_DATE_VALUE) {
      time = icalvalue_get_date(value);
    } else if (value != nullptr && icalvalue_isa(value) == ICAL_DATETIME_VALUE) {
      time = icalvalue_get_datetime(value);
    } else if (value != nullptr && icalvalue_isa(value) == ICAL_PERIOD_VALUE) {
      time = icalvalue_get_period(value).start;
      late_.emplace_back("a period among the dates is read as its start");
    }
    const auto local = from_libical(time);
    if (!local) {
      late_.push_back(fmt::format("{} is no usable time", icalproperty_get_property_name(property)));
      return std::nullopt;
    }
    const char* tzid = nullptr;
    if (icalparameter* zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER); zone != nullptr)
      tzid = icalparameter_get_tzid(zone);
    Moment moment{*local, "", time.is_date != 0};
    if (!moment.is_day && icaltime_is_utc(time))
      moment.zone = "UTC";
    else if (!moment.is_day && tzid != nullptr)
      moment = zones_->moment(*local, tzid);
    if (is_usable(moment)) return moment;
    late_.push_back(fmt::format("{} is no usable time", icalproperty_get_property_name(property)));
    return std::nullopt;
  }

  void add_time(icalproperty* property) {
    switch (icalproperty_isa(property)) {
      case ICAL_DTSTART_PROPERTY:
        if (event.start == Moment{}) event.start = moment_of(property).value_or(Moment{});
        break;
      case ICAL_DTEND_PROPERTY:
        if (!end_) end_ = moment_of(property);
        break;
      case ICAL_DURATION_PROPERTY:
        if (is_kind(property, ICAL_DURATION_VALUE)) duration_ = icalproperty_get_duration(property);
        break;
      case ICAL_DTSTAMP_PROPERTY:
        if (const auto moment = moment_of(property)) stamp_ = event.stamp = instant_of(*moment);
        break;
      case ICAL_LASTMODIFIED_PROPERTY:
        if (const auto moment = moment_of(property)) event.last_modified = instant_of(*moment);
        break;
      case ICAL_RECURRENCEID_PROPERTY:
        if (!event.recurrence_id) event.recurrence_id = moment_of(property);
        if (icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != nullptr)
          late_.emplace_back("RANGE is not read: the change is taken for this one occurrence");
        break;
      case ICAL_EXDATE_PROPERTY:
        add_date(property, &event.exceptions);
        break;
      case ICAL_RDATE_PROPERTY:
        add_date(property, &event.additions);
        break;
      case ICAL_RRULE_PROPERTY:
        if (!is_kind(property, ICAL_RECUR_VALUE)) break;
        if (rule_) late_.emplace_back("a second recurrence is left out");
        if (!rule_) rule_ = icalproperty_get_rrule(property);
        break;
      default:
        break;
    }
  }

  void add_date(icalproperty* property, std::vector<Moment>* dates) {
    if (dates->size() >= most_dates) return;
    if (const auto moment = moment_of(property)) dates->push_back(*moment);
  }

  void mend_end() {
    Moment end = event.start;
    if (event.start.is_day) end.time += std::chrono::days(1);  // RFC 5545 §3.6.1
    const Moment shortest = end;
    if (end_) {
      end = *end_;
      if (end.is_day != event.start.is_day || end.zone.empty() != event.start.zone.empty()) {
        if (end.is_day != event.start.is_day) say("its end is of another type than its start");
        end = in_form_of(end, event.start);
      }
    } else if (duration_) {
      end = later(event.start, *duration_);
      if (duration_->is_neg) end = event.start;
    }
    if (is_later(event.start, end) || !is_usable(end) || (end_ && end.is_day && end == event.start))
      say("it ends before it starts");
    event.end = is_usable(end) && is_later(end, event.start) ? end : shortest;
  }

  void recur() {
    if (event.recurrence_id) {
      if (rule_ || !event.additions.empty() || !event.exceptions.empty())
        say("it is one occurrence: its own recurrence is left out");
      event.additions.clear();
      event.exceptions.clear();
      return;
    }
    if (rule_) {
      event.recurrence = from_libical(*rule_, event.start);
      if (!event.recurrence) say("its recurrence is of a form that is not read: its first occurrence is kept");
    }
    for (auto* dates : {&event.additions, &event.exceptions})
      for (Moment& moment : *dates) moment = in_form_of(moment, event.start);
  }

  ZoneBook* zones_;
  Problems* problems_;
  std::optional<Moment> end_;
  std::optional<icaldurationtype> duration_;
  std::optional<icalrecurrencetype> rule_;
  std::optional<base::Instant> stamp_;
  std::vector<std::string> late_;  ///< said when the UID is known
};

}  // namespace

EventReader::EventReader(ZoneBook* zones, std::string_view method, std::size_t longest_line, Problems* problems)
    : state_(new State{zones,
                       method != "REPLY" && method != "REFRESH" && method != "CANCEL" && method != "COUNTER" &&
                           method != "DECLINECOUNTER",
                       longest_line, problems}) {}

EventReader::~EventReader() = default;

std::optional<Event> EventReader::read(std::string_view vevent) {
  Gathering gathering(state_->zones, state_->problems);
  LineReader lines(vevent, state_->longest_line, state_->problems);
  state_->feed("BEGIN:VEVENT");
  std::size_t depth = 0, fed = 0;
  for (ContentLine line; lines.next(&line);) {
    if (same(line.name, "BEGIN")) {
      ++depth;
    } else if (same(line.name, "END")) {
      if (depth > 1) --depth;
    } else if (depth == 1 && !gathering.take(line) && fed++ < most_lines) {
      state_->feed(line.text);
    }
  }
  const Component component = state_->feed("END:VEVENT");
  if (!component) return std::nullopt;
  if (fed > most_lines) state_->problems->add("an event has too many lines: the last ones are left out");
  for (icalproperty* property = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY);
       property != nullptr; property = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY))
    gathering.add(property);
  if (!gathering.finish(state_->needs_start)) return std::nullopt;
  return std::move(gathering.event);
}

}  // namespace cenacle::ical
