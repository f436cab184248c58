// What any coordinator's office does; what differs from network to network is in the files beside.
#include "rules/histories/office.h"

#include <algorithm>
#include <optional>

namespace cenacle::histories {

namespace {

constexpr Answer done{};
constexpr Answer not_possible{.obstacle = true};
constexpr Answer against{.refused = true};
constexpr Answer stopped{.obstacle = true, .refused = true};

}  // namespace

void Office::put(Entry& line, const std::string& state) {
  line.state = state;
  line.entered = today_;
  if (state == "signed") line.began = today_;
}

/// Brings the line as far as what she has brought carries it.
void Office::go_on(Entry& line) {
  while (!line.over() && line.state != "waiting") {
    const std::string next = next_state(line);
    if (next == line.state) return;
    Entry then = line;
    then.state = next;
    if (holds(then) && !holds(line) && is_against(line) && (is_firm(line) || !line.has.contains("pardon"))) {
      put(line, "refused");
      return;
    }
    put(line, next);
  }
}

Answer Office::act(const Deed& deed) {
  Answer answer;
  switch (deed.kind) {
    case Deed::Kind::ask:
      answer = ask(deed);
      break;
    case Deed::Kind::exclude:
      answer = shut_out(deed);
      break;
    case Deed::Kind::depart:
      answer = part(deed);
      break;
    case Deed::Kind::sign:
      signed_by(deed);
      for (Entry& line : entries_) go_on(line);
      break;
    default: {
      Entry* const line = deed.entry > 0 && deed.entry <= static_cast<std::int64_t>(entries_.size())
                              ? &entries_[static_cast<std::size_t>(deed.entry - 1)]
                              : nullptr;
      if (line == nullptr) return not_possible;
      const auto bring = [&](const std::string& what) {
        if (line->has.contains(what) || (what != "agreement" && !asked(*line).contains(what))) return not_possible;
        line->has.insert(what);
        go_on(*line);
        return done;
      };
      using Kind = Deed::Kind;
      const bool asks = line->state == "requested" || line->state == "quoted" || line->state == "draft";
      if (line->over() && deed.kind != Kind::accept) {
        answer = not_possible;
      } else if (deed.kind == Kind::confirm) {
        answer = asks ? bring("confirmation") : not_possible;
      } else if (deed.kind == Kind::state) {
        answer = bring(deed.value);
      } else if (deed.kind == Kind::approve) {
        answer = asks ? bring(deed.value) : not_possible;
      } else if (deed.kind == Kind::object) {
        if (asks && asked(*line).contains(deed.value))
          put(*line, "refused");
        else
          answer = not_possible;
      } else if (deed.kind == Kind::accept) {
        answer = accept(*line, deed);
      } else if (deed.kind == Kind::refuse) {
        if (asks || line->state == "waiting" || line->state == "offered")
          put(*line, "refused");
        else
          answer = not_possible;
      } else if (deed.kind == Kind::quote) {
        if (line->state == "requested" && is_quoted(*line))
          put(*line, "quoted"), go_on(*line);
        else
          answer = not_possible;
      } else if (deed.kind == Kind::agree) {
        answer = line->state == "quoted" ? bring("agreement") : not_possible;
      } else if (deed.kind == Kind::take) {
        if (line->state == "offered")
          put(*line, after_offer(*line)), go_on(*line);
        else
          answer = not_possible;
      } else if (deed.kind == Kind::decline) {
        if (line->state == "offered")
          put(*line, "withdrawn");
        else
          answer = not_possible;
      } else if (deed.kind == Kind::withdraw) {
        answer = leave(*line, deed);
      } else if (deed.kind == Kind::convene) {
        if (line->state == "accepted")
          put(*line, "convened");
        else
          answer = not_possible;
      } else if (deed.kind == Kind::attend) {
        if (may_attend(*line))
          put(*line, "attended");
        else
          answer = not_possible;
      } else if (deed.kind == Kind::denounce) {
        if (may_denounce(*line))
          put(*line, "denounced");
        else
          answer = not_possible;
      } else if (deed.kind == Kind::name) {
        answer = line->person.empty() ? succeed(*line, deed.other) : not_possible;
      }
      give_seats(line->object);
    }
  }
  for (Entry& line : entries_)  // a season may have ended before she came into it
    if (const auto end = line.over() ? std::nullopt : end_of_term(line); end && *end <= today_)
      put(line, after_term(line));
  rank_all();
  return answer;
}

Answer Office::ask(const Deed& deed) {
  for (const std::string& who : {deed.person, deed.partner}) {
    if (who.empty()) continue;
    if (somebody(who).excluded || somebody(who).departed) return not_possible;
    for (const Entry& it : entries_)
      if (it.object == deed.object && it.is_of(who) && !it.over()) return not_possible;
  }
  if (deed.person.empty())  // a body as such
    for (const Entry& it : entries_)
      if (it.object == deed.object && it.body == deed.body && it.path == deed.path && !it.over()) return not_possible;
  if (!deed.partner.empty() && somebody(deed.partner).body != deed.body) return not_possible;
  if (!is_open_to(deed)) return not_possible;

  Entry line;
  line.id = static_cast<std::int64_t>(entries_.size()) + 1;
  line.path = deed.path, line.object = deed.object, line.body = deed.body;
  line.person = deed.person, line.partner = deed.partner;
  if (!deed.person.empty()) line.profile = somebody(deed.person).profile;
  line.asked = line.entered = today_;
  line.has.insert(deed.statements.begin(), deed.statements.end());
  const bool no = is_against(line);
  Answer answer = no ? against : done;
  const int limit = seats(deed.object);
  bool waits = false;
  if (limit >= 0) {
    const bool others = std::any_of(entries_.begin(), entries_.end(),
                                    [&](const Entry& it) { return it.object == line.object && it.state == "waiting"; });
    waits = others || count(line, [&](const Entry& it) { return it.object == line.object; }) >= limit;
  }
  line.state = waits ? "waiting" : first_state(line);
  if (no && !is_decided(line)) line.state = "refused";
  entries_.push_back(line);
  if (!no || is_decided(line)) go_on(entries_.back());
  return answer;
}

/// The decision: against the rules only with a reason, and never where they are firm.
Answer Office::accept(Entry& line, const Deed& deed) {
  if (line.state != "requested" || !is_decided(line) || line.has.contains("decision")) return not_possible;
  if (is_against(line)) {
    if (is_firm(line) || !deed.because) return stopped;
    line.has.insert("pardon");
  }
  line.has.insert("decision");
  go_on(line);
  return done;
}

Answer Office::leave(Entry& line, const Deed& deed) {
  if (!may_leave(deed, line)) return not_possible;
  if (!deed.other.empty()) return line.person.empty() ? not_possible : succeed(line, deed.other);
  put(line, "withdrawn");
  return done;
}

/// Another takes the seat that is there.
Answer Office::succeed(Entry& line, const std::string& other) {
  if (other.empty() || somebody(other).excluded || somebody(other).departed || line.is_of(other)) return not_possible;
  for (const Entry& it : entries_)
    if (it.id != line.id && it.object == line.object && it.is_of(other) && !it.over()) return not_possible;
  Entry then = line;
  then.person = other;
  if (is_barred(then)) return stopped;
  line.person = other;
  line.profile = somebody(other).profile;
  return done;
}

/// A13: everything ends at once. Of a pair the other stays.
Answer Office::shut_out(const Deed& deed) {
  Somebody& her = people_.at(deed.person);
  if (her.excluded) return not_possible;
  her.excluded = true;
  for (Entry& line : entries_) {
    if (line.over() || !line.is_of(deed.person)) continue;
    if (!line.partner.empty()) {
      if (line.person == deed.person) line.person = line.partner;
      line.partner.clear();
    } else if (seat_is_the_bodys(line)) {
      line.person.clear();
    } else {
      put(line, "excluded");
    }
  }
  for (const Entry& line : std::vector<Entry>(entries_)) give_seats(line.object);
  return done;
}

/// E13: the end of her duties ends everything the same day.
Answer Office::part(const Deed& deed) {
  Somebody& her = people_.at(deed.person);
  if (her.departed) return not_possible;
  her.departed = true;
  for (Entry& line : entries_) {
    if (line.over() || !line.is_of(deed.person)) continue;
    if (!line.partner.empty()) {
      if (line.person == deed.person) line.person = line.partner;
      line.partner.clear();
    } else if (seat_is_the_bodys(line)) {
      line.person.clear();
    } else {
      put(line, "ended");
    }
  }
  for (const Entry& line : std::vector<Entry>(entries_)) give_seats(line.object);
  return done;
}

/// B3: in the order of arrival, and never more than there are.
void Office::give_seats(const std::string& object) {
  const int limit = seats(object);
  if (limit < 0) return;
  for (Entry& line : entries_) {
    if (line.object != object || line.state != "waiting") continue;
    if (count(line, [&](const Entry& it) { return it.object == object; }) >= limit) return;
    put(line, "offered");
  }
}

void Office::rank_all() {
  std::map<std::string, std::int64_t> ranks;
  for (Entry& line : entries_) line.rank = line.state == "waiting" ? ++ranks[line.object] : 0;
}

void Office::wait_until(base::Date day) {
  if (today_ == base::Date{}) today_ = day;
  while (today_ < day) {
    today_ = base::add_days(today_, 1);
    for (Entry& line : entries_) {
      if (line.over()) continue;
      const int limit = days(line);
      if (limit >= 0 && base::days_between(line.entered, today_) > limit) put(line, "expired");
    }
    for (Entry& line : entries_) {
      if (line.over()) continue;
      const auto end = end_of_term(line);
      if (end && *end <= today_) put(line, after_term(line));
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      go_on(entries_[i]);
      give_seats(entries_[i].object);
    }
  }
  rank_all();
}

}  // namespace cenacle::histories
