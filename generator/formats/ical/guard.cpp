// Finding the components in hostile bytes without recursion: a stack of names, bounded.
#include "formats/ical/guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

constexpr std::size_t most_problems = 100, most_zones = 200, most_calendar_lines = 1000;

/// Which components are open. An END closes what it names and all that was left open in it.
class Nesting {
 public:
  explicit Nesting(std::size_t deepest) : deepest_(deepest) {}

  void begin(std::string_view name) {
    if (names_.size() < deepest_)
      names_.push_back(upper(name.substr(0, 32)));
    else
      ++beyond_;
  }

  /// Whether something was closed.
  bool end(std::string_view name) {
    if (beyond_ > 0) {
      --beyond_;
      return true;
    }
    const std::string wanted = upper(name.substr(0, 32));
    const auto found = std::find(names_.rbegin(), names_.rend(), wanted);
    if (found == names_.rend()) return false;
    names_.erase(std::next(found).base(), names_.end());
    return true;
  }

  std::size_t depth() const { return names_.size() + beyond_; }
  bool is_too_deep() const { return beyond_ > 0; }
  /// The name of an open component, 0 the outermost.
  std::string_view at(std::size_t depth) const { return depth < names_.size() ? std::string_view(names_[depth]) : ""; }

 private:
  std::size_t deepest_;
  std::vector<std::string> names_;
  std::size_t beyond_ = 0;
};

class Outliner {
 public:
  Outliner(std::string_view bytes, const Limits& limits, Problems* problems)
      : bytes_(bytes),
        limits_(limits),
        problems_(problems),
        lines_(bytes, limits.line, problems),
        open_(std::max<std::size_t>(limits.depth, 2)) {}

  Outline run() {
    ContentLine line;
    while (lines_.next(&line)) {
      if (same(line.name, "BEGIN"))
        begin(line.value);
      else if (same(line.name, "END"))
        end(line.value);
      else if (open_.depth() == 1 && open_.at(0) == "VCALENDAR")
        property(line);
    }
    if (open_.depth() > 0) problems_->add("the calendar breaks off: what was not closed is left out");
    for (const auto& [name, count] : others_) problems_->add(fmt::format("{} {} left out", count, name));
    if (skipped_events_ > 0) problems_->add(fmt::format("{} events beyond the limit are left out", skipped_events_));
    if (skipped_zones_ > 0) problems_->add(fmt::format("{} time zones beyond the limit are left out", skipped_zones_));
    return std::move(found_);
  }

 private:
  void begin(std::string_view name) {
    const bool was_too_deep = open_.is_too_deep();
    open_.begin(name);
    if (open_.is_too_deep() && !was_too_deep)
      problems_->add("components are nested too deep: the inner ones are left out");
    if (open_.depth() == 1 && open_.at(0) == "VCALENDAR") found_.is_calendar = true;
    if (open_.depth() == 2) component_begin_ = lines_.line_begin();
  }

  void end(std::string_view name) {
    const bool in_calendar = open_.at(0) == "VCALENDAR" && open_.depth() >= 2;
    const std::string kind(open_.at(1));
    if (!open_.end(name)) {
      problems_->add("an END without its BEGIN");
      return;
    }
    if (!in_calendar || open_.depth() > 1) return;
    if (open_.depth() == 0) {
      problems_->add(fmt::format("a {} that is not closed is left out", kind.empty() ? "component" : kind));
      return;
    }
    keep(kind, bytes_.substr(component_begin_, lines_.line_end() - component_begin_));
  }

  void keep(const std::string& kind, std::string_view bytes) {
    if (kind == "VEVENT") {
      if (found_.events.size() < limits_.events)
        found_.events.push_back(bytes);
      else
        ++skipped_events_;
    } else if (kind == "VTIMEZONE") {
      if (found_.zones.size() < most_zones)
        found_.zones.push_back(bytes);
      else
        ++skipped_zones_;
    } else if (others_.size() < 10 || others_.contains(kind)) {
      ++others_[kind];
    }
  }

  void property(const ContentLine& line) {
    if (++calendar_lines_ <= most_calendar_lines) found_.properties.append(line.text).append("\n");
  }

  std::string_view bytes_;
  const Limits& limits_;
  Problems* problems_;
  LineReader lines_;
  Nesting open_;
  Outline found_;
  std::size_t component_begin_ = 0, skipped_events_ = 0, skipped_zones_ = 0, calendar_lines_ = 0;
  std::map<std::string, std::size_t> others_;
};

}  // namespace

void Problems::add(std::string text) {
  if (out_->size() < most_problems) out_->push_back(std::move(text));
  if (out_->size() == most_problems) out_->push_back("and more");
}

Outline outline(std::string_view bytes, const Limits& limits, Problems* problems) {
  return Outliner(bytes, limits, problems).run();
}

}  // namespace cenacle::ical
