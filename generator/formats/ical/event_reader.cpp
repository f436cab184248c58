// One VEVENT: the lines that we know are handed to libical, its typed values become an Event, and what contradicts
// itself is mended and said.
#include "formats/ical/event_reader.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <span>

#include "base/text.h"
#include "formats/ical/moment.h"
#include "formats/ical/participant_reader.h"
#include "formats/ical/recurrence_reader.h"
#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

constexpr std::size_t most_lines = 10'000, most_dates = 10'000, longest_rule = 1000, longest_time = 64,
                      longest_comment = 1u << 16, most_notes = 100;

struct Free {
  void operator()(icalparser* parser) const { icalparser_free(parser); }
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

/// What libical reads whole, for its parameters; of the other lines it reads the values.
constexpr std::string_view with_parameters[] = {"ORGANIZER", "ATTENDEE", "ATTACH"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view one) { return same(one, name); });
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

Status status_of(std::string_view word) {
  if (same(word, "TENTATIVE")) return Status::tentative;
  if (same(word, "CONFIRMED")) return Status::confirmed;
  return same(word, "CANCELLED") ? Status::cancelled : Status::none;
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return std::max(number, 0);
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

  /// False when the line is for libical, and comes back as a property.
  bool take(const ContentLine& line) {
    if (line.value.empty()) return true;
    if (!is_one_of(line.name, with_parameters)) {
      if (!take_text(line) && !take_state(line)) take_time(line);
      return true;
    }
    if (line.parameter("ENCODING").empty()) return false;
    note("an attachment that is no link is left out");
    return true;
  }

  void add(icalproperty* property) {
    switch (icalproperty_isa(property)) {
      case ICAL_ORGANIZER_PROPERTY:
        if (auto organizer = read_participant(property); organizer && !event.organizer)
          event.organizer = Participant{organizer->mail, organizer->name, "", {}, false, false, ""};
        break;
      case ICAL_ATTENDEE_PROPERTY:
        if (auto attendee = read_participant(property))
          event.attendees.push_back(std::move(*attendee));
        else
          note("an attendee without a mail address is left out");
        break;
      case ICAL_ATTACH_PROPERTY:
        if (auto attachment = read_attachment(property)) event.attachments.push_back(std::move(*attachment));
        break;
      default:
        note("a line that libical cannot read is left out");
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
      event.additions.clear();
      event.exceptions.clear();
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
  void note(std::string what) {
    if (late_.size() < most_notes) late_.push_back(std::move(what));
  }

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

  /// Whether the line is a text of the event, that now has it.
  bool take_text(const ContentLine& line) {
    if (same(line.name, "UID")) {
      set(&event.uid, clean_line(unescape(line.value)));
    } else if (same(line.name, "SUMMARY")) {
      set(&event.summary, clean_text(unescape(line.value)));
    } else if (same(line.name, "DESCRIPTION")) {
      set(&event.description, clean_text(unescape(line.value)));
    } else if (same(line.name, "LOCATION")) {
      set(&event.location, clean_text(unescape(line.value)));
    } else if (same(line.name, "COMMENT")) {
      if (event.comment.size() > longest_comment) return true;
      if (!event.comment.empty()) event.comment += '\n';
      event.comment += clean_text(unescape(line.value));
    } else if (same(line.name, "CATEGORIES")) {
      categories(line.value);
    } else if (same(line.name, "X-ALT-DESC")) {
      if (same(line.parameter("FMTTYPE"), "text/html")) set(&event.html_description, clean_text(unescape(line.value)));
    } else if (same(line.name, "URL")) {
      set(&event.url, clean_uri(line.value));
    } else if (same(line.name, "CONFERENCE")) {
      set(&event.conference, clean_uri(line.value));
    } else {
      return false;
    }
    return true;
  }

  bool take_state(const ContentLine& line) {
    if (same(line.name, "SEQUENCE"))
      event.sequence = number_of(line.value);
    else if (same(line.name, "STATUS"))
      event.status = status_of(line.value);
    else if (same(line.name, "TRANSP"))
      event.transparent = same(line.value, "TRANSPARENT");
    else
      return false;
    return true;
  }

  void take_time(const ContentLine& line) {
    if (same(line.name, "DTSTART")) {
      if (event.start == Moment{}) event.start = moment_of(line, line.value).value_or(Moment{});
    } else if (same(line.name, "DTEND")) {
      if (!end_) end_ = moment_of(line, line.value);
    } else if (same(line.name, "DURATION")) {
      take_duration(line.value);
    } else if (same(line.name, "DTSTAMP")) {
      if (const auto moment = moment_of(line, line.value)) stamp_ = event.stamp = instant_of(*moment);
    } else if (same(line.name, "LAST-MODIFIED")) {
      if (const auto moment = moment_of(line, line.value)) event.last_modified = instant_of(*moment);
    } else if (same(line.name, "RECURRENCE-ID")) {
      if (!event.recurrence_id) event.recurrence_id = moment_of(line, line.value);
      if (!line.parameter("RANGE").empty()) note("RANGE is not read: the change is taken for this one occurrence");
    } else if (same(line.name, "EXDATE")) {
      take_dates(line, &event.exceptions);
    } else if (same(line.name, "RDATE")) {
      take_dates(line, &event.additions);
    } else if (same(line.name, "RRULE")) {
      take_rule(line.value);
    }
  }

  std::optional<Moment> moment_of(const ContentLine& line, std::string_view value) {
    icaltimetype time = icaltime_null_time();
    if (value.size() <= longest_time) time = icaltime_from_string(std::string(value).c_str());
    if (const auto local = from_libical(time)) {
      Moment moment{*local, "", time.is_date != 0};
      const std::string_view tzid = line.parameter("TZID");
      if (!moment.is_day && icaltime_is_utc(time))
        moment.zone = "UTC";
      else if (!moment.is_day && !tzid.empty())
        moment = zones_->moment(*local, tzid);
      if (is_usable(moment)) return moment;
    }
    note(fmt::format("{} is no usable time", line.name.substr(0, 20)));
    return std::nullopt;
  }

  void take_duration(std::string_view value) {
    if (value.size() > longest_time) return;
    const icaldurationtype duration = icaldurationtype_from_string(std::string(value).c_str());
    if (!icaldurationtype_is_bad_duration(duration)) duration_ = duration;
  }

  void take_dates(const ContentLine& line, std::vector<Moment>* dates) {
    if (std::count(line.value.begin(), line.value.end(), ',') >= static_cast<std::ptrdiff_t>(most_dates)) {
      note("a line of too many dates is left out");
      return;
    }
    for (const std::string_view value : base::split(line.value, ',')) {
      if (dates->size() >= most_dates) return;
      const std::size_t slash = value.find('/');
      if (slash != value.npos) note("a period among the dates is read as its start");
      if (const auto moment = moment_of(line, value.substr(0, slash))) dates->push_back(*moment);
    }
  }

  void take_rule(std::string_view value) {
    if (value.size() > longest_rule)
      note("a recurrence that is too long is left out");
    else if (rule_)
      note("a second recurrence is left out");
    else
      rule_ = icalrecurrencetype_from_string(std::string(value).c_str());
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
  std::size_t depth = 0, fed = 0;
  for (ContentLine line; lines.next(&line);) {
    if (same(line.name, "BEGIN")) {
      ++depth;
    } else if (same(line.name, "END")) {
      if (depth > 1) --depth;
    } else if (depth == 1 && !gathering.take(line) && fed++ < most_lines) {
      if (fed == 1) state_->feed("BEGIN:VEVENT");
      state_->feed(line.text);
    }
  }
  if (fed > most_lines) state_->problems->add("an event has too many people and links: the last ones are left out");
  if (fed > 0) {
    const Component component = state_->feed("END:VEVENT");
    if (!component) return std::nullopt;
    for (icalproperty* one = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY); one != nullptr;
         one = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY))
      gathering.add(one);
  }
  if (!gathering.finish(state_->needs_start)) return std::nullopt;
  return std::move(gathering.event);
}

}  // namespace cenacle::ical
