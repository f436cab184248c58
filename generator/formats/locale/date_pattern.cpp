// ICU date patterns ("EEEE d MMMM y") turned into steps that write a day or a time without ICU.
#include "formats/locale/date_pattern.h"

namespace cenacle::locale {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Reads a literal at `*at`: up to the next letter, quotes taken off ('' is an apostrophe). UTS 35 §8.1.
std::string read_literal(std::string_view pattern, std::size_t* at) {
  std::string text;
  bool quoted = false;
  for (; *at < pattern.size() && (quoted || !is_letter(pattern[*at])); ++*at) {
    if (pattern[*at] != '\'') {
      text += pattern[*at];
    } else if (*at + 1 < pattern.size() && pattern[*at + 1] == '\'') {
      text += '\'', ++*at;
    } else {
      quoted = !quoted;
    }
  }
  return text;
}

void write_number(int value, bool two_digits, std::string* out) {
  if (two_digits && value >= 0 && value < 10) *out += '0';
  *out += std::to_string(value);
}

}  // namespace

std::optional<DatePattern::Step> DatePattern::step(char letter, std::size_t width, const CalendarNames& names) {
  Step step;
  step.two_digits = width == 2;
  // The number of letters as an index of widths: 3 and less abbreviated, 4 wide, 5 narrow, 6 short.
  const std::size_t name = width == 4 ? 0 : width == 5 ? 2 : width == 6 ? 3 : 1;
  const auto number = [&](Part part) {
    step.part = part;
    return width <= 2 ? std::optional(step) : std::nullopt;
  };
  const auto word = [&](Part part, const auto& table) {
    if (name >= table.size()) return std::optional<Step>();
    step.part = part;
    step.words = table[name].data();
    return std::optional(step);
  };
  switch (letter) {
    case 'y':
      step.part = width == 2 ? Part::year_of_century : Part::year;
      return width <= 2 ? std::optional(step) : std::nullopt;
    case 'M':
      return width <= 2 ? number(Part::month) : word(Part::month_name, names.months);
    case 'L':
      return width <= 2 ? number(Part::month) : word(Part::month_name, names.standalone_months);
    case 'd':
      return number(Part::day);
    case 'E':
      return width <= 6 ? word(Part::day_name, names.days) : std::nullopt;
    case 'c':
      return width >= 3 && width <= 6 ? word(Part::day_name, names.standalone_days) : std::nullopt;
    case 'H':
      return number(Part::hour);
    case 'h':
      return number(Part::half_day_hour);
    case 'm':
      return number(Part::minute);
    case 'a':
      step.part = Part::half;
      return width == 1 ? std::optional(step) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<DatePattern> DatePattern::compile(std::string_view pattern, const CalendarNames& names) {
  DatePattern compiled;
  compiled.names_ = &names;
  bool numeric = false;
  for (std::size_t at = 0; at < pattern.size();) {
    if (!is_letter(pattern[at])) {
      Step literal;
      literal.text = read_literal(pattern, &at);
      compiled.steps_.push_back(std::move(literal));
      continue;
    }
    const std::size_t begin = at;
    while (at < pattern.size() && pattern[at] == pattern[begin]) ++at;
    const auto next = step(pattern[begin], at - begin, names);
    if (!next) return std::nullopt;
    numeric = numeric || next->part == Part::month;
    compiled.steps_.push_back(*next);
  }
  // "1er novembre", but "1/11".
  for (Step& each : compiled.steps_) each.ordinal = each.part == Part::day && !each.two_digits && !numeric;
  return compiled;
}

void DatePattern::write(const Fields& fields, std::string* out) const {
  const auto number = [&](const Step& step, unsigned value) {
    write_number(static_cast<int>(value), step.two_digits, out);
  };
  for (const Step& step : steps_) {
    switch (step.part) {
      case Part::literal:
        *out += step.text;
        break;
      case Part::year:
        write_number(fields.year, false, out);
        break;
      case Part::year_of_century:
        write_number((fields.year % 100 + 100) % 100, true, out);
        break;
      case Part::month:
        number(step, fields.month);
        break;
      case Part::day:
        if (step.ordinal && fields.day == 1 && !names_->first_of_month.empty()) {
          *out += names_->first_of_month;
        } else {
          number(step, fields.day);
        }
        break;
      case Part::hour:
        number(step, fields.hour);
        break;
      case Part::half_day_hour:
        number(step, (fields.hour + 11) % 12 + 1);
        break;
      case Part::minute:
        number(step, fields.minute);
        break;
      case Part::month_name:
        *out += step.words[fields.month - 1];
        break;
      case Part::day_name:
        *out += step.words[fields.weekday - 1];
        break;
      case Part::half:
        *out += names_->halves[fields.hour < 12 ? 0 : 1];
        break;
    }
  }
}

}  // namespace cenacle::locale
