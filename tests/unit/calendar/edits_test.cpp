// Years of random edits: UIDs stay, SEQUENCE rises exactly when a participant must know, an unchanged entry keeps its
// bytes, and a client that takes each version in turn ends with exactly the current calendar.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <set>

#include "calendar/feed.h"
#include "calendar/sample.h"

using namespace cenacle;
using calendar::Face;

namespace {

/// What a participant must know, written out by other means than the code's own.
std::string must_know(const model::Meeting& it) {
  using model::MeetingStatus;
  const auto status = [](MeetingStatus held) {
    return held == MeetingStatus::cancelled ? "no" : held == MeetingStatus::tentative ? "perhaps" : "yes";
  };
  std::string out = base::iso(it.start) + base::iso(it.end) + it.time_zone + (it.all_day ? "days" : "") + it.place +
                    "|" + it.address + "|" + status(it.status);
  if (!it.recurrence) return out;
  const ical::Recurrence& rule = it.recurrence->rule;
  out += std::to_string(static_cast<int>(rule.frequency)) + "/" + std::to_string(rule.interval) + "/" +
         std::to_string(*rule.count);
  for (const model::Occurrence& once : it.occurrences)
    out += "\n" + base::iso(once.planned) + base::iso(once.start) + base::iso(once.end) + once.place + "|" +
           once.address + "|" + status(once.status);
  return out;
}

struct Piece {
  model::Meeting meeting;
  bool alive = true;
  std::uint64_t agenda = 0;
};

class Year {
 public:
  explicit Year(std::uint64_t seed) : random_(seed) {}

  void run(int steps) {
    for (step_ = 0; step_ < steps; ++step_) {
      CAPTURE(step_);
      edit();
      now_ += std::chrono::minutes(any(3 * 24 * 60));
      look();
    }
  }

 private:
  int any(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  Piece& piece() {
    if (pieces_.empty() || (pieces_.size() < 40 && any(8) == 0)) {
      pieces_.push_back({sample_.meeting("reunion-" + std::to_string(made_++)), true, 0});
      pieces_.back().meeting.start += std::chrono::hours(24 * any(300));
      pieces_.back().meeting.end = pieces_.back().meeting.start + std::chrono::hours(2);
      CalendarSample::plan(pieces_.back().meeting);
    }
    return pieces_[static_cast<std::size_t>(any(static_cast<int>(pieces_.size())))];
  }

  void edit() {
    Piece& one = piece();
    model::Meeting& it = one.meeting;
    const auto once = [&]() -> model::Occurrence& {
      model::Occurrence& occurrence =
          it.occurrences[static_cast<std::size_t>(any(static_cast<int>(it.occurrences.size())))];
      occurrence.changed = it.recurrence.has_value();
      return occurrence;
    };
    switch (any(14)) {
      case 0: {
        const auto by = std::chrono::minutes(30 * (any(9) - 4));
        it.start += by, it.end += by;
        return CalendarSample::plan(it);
      }
      case 1:
        it.page.title = "Titre " + std::to_string(any(5));
        return CalendarSample::plan(it);
      case 2:
        it.status = model::MeetingStatus::cancelled;
        return CalendarSample::plan(it);
      case 3:
        it.status = any(2) == 0 ? model::MeetingStatus::confirmed : model::MeetingStatus::moved;
        return CalendarSample::plan(it);
      case 4:
        one.alive = false;
        return;
      case 5:
        one.alive = true;
        return;
      case 6:
        it.page.path = "content/n/meetings/" + std::to_string(any(1000)) + ".md";
        return;
      case 7:
        it.recurrence.emplace().rule.count = 2 + any(6);
        it.recurrence->rule.interval = 1 + any(2);
        return CalendarSample::plan(it);
      case 8:
        it.recurrence.reset();
        return CalendarSample::plan(it);
      case 9:
        one.agenda = random_();
        return;
      case 10:
        if (it.recurrence) once().status = model::MeetingStatus::cancelled;
        return;
      case 11:
        if (it.recurrence) {
          model::Occurrence& moved = once();
          moved.start += std::chrono::hours(1), moved.end += std::chrono::hours(1);
        }
        return;
      case 12:
        it.place = "Salle " + std::to_string(any(3));
        return CalendarSample::plan(it);
      case 13:
        it.online = "https://visio.example/" + std::to_string(any(3));
        return CalendarSample::plan(it);
    }
  }

  void look() {
    std::vector<calendar::Present> present;
    std::map<std::string, std::string> known;
    for (const Piece& it : pieces_) {
      if (!it.alive) continue;
      present.push_back(present_of(it.meeting, it.agenda));
      known.emplace(it.meeting.uid, must_know(it.meeting));
    }
    const calendar::Advance next = calendar::advance(lock_, present, "p.example", now_);
    std::set<std::string> uids;
    for (const auto& [id, entry] : next.lock) {
      CAPTURE(id);
      CHECK(uids.insert(entry.uid).second);
      const auto before = lock_.find(id);
      if (before == lock_.end()) continue;
      REQUIRE(entry.uid == before->second.uid);
      const auto old = known_.find(id), now = known.find(id);
      const bool was = old != known_.end(), is = now != known.end();
      const bool must_be_told = was != is || (was && old->second != now->second);
      REQUIRE(entry.sequence == before->second.sequence + (must_be_told ? 1 : 0));
    }
    REQUIRE(next.lock.size() >= lock_.size());
    if (next.changes.empty()) CHECK(calendar::write_lock(next.lock) == calendar::write_lock(lock_));
    lock_ = next.lock;
    known_ = known;
    for (const Face face : calendar::faces) subscribe(face);
  }

  /// The feed of one face, and what its subscriber makes of it.
  void subscribe(Face face) {
    std::map<std::string, std::string> feed;
    std::map<std::string, std::pair<std::int64_t, base::Instant>> versions;
    const auto add = [&](const calendar::Locked& entry, const std::vector<ical::Event>& events, std::uint64_t agenda) {
      feed[entry.uid] = calendar::compose(events).text + std::to_string(agenda);
      versions[entry.uid] = {entry.sequence, entry.stamps(face).changed};
    };
    std::set<std::string> alive;
    for (const Piece& it : pieces_) {
      if (!it.alive) continue;
      const calendar::Locked& entry = lock_.at(it.meeting.uid);
      add(entry,
          calendar::events_of(it.meeting, face, {"https://p.example/" + it.meeting.page.address, {}}, "", words(),
                              entry.stamps(face)),
          it.agenda);
      alive.insert(it.meeting.uid);
    }
    const base::Date today = std::chrono::floor<std::chrono::days>(now_);
    for (const auto& [id, entry] : lock_)
      if (!alive.contains(id) && calendar::is_mourned(entry, today))
        add(entry, calendar::tombstone(entry.known->state, entry.known->title, words(), entry.stamps(face)), 0);
    Client& client = clients_[static_cast<std::size_t>(face)];
    for (const auto& [uid, bytes] : feed) {
      const auto have = client.versions.find(uid);
      if (have != client.versions.end() && versions[uid] <= have->second) {
        REQUIRE(versions[uid] == have->second);  // never back
        continue;                                // what the client has is kept
      }
      client.versions[uid] = versions[uid];
      client.entries[uid] = bytes;
    }
    std::erase_if(client.entries, [&](const auto& it) { return !feed.contains(it.first); });
    for (const auto& [uid, bytes] : feed) {
      // Gone for long, and back: a client that forgot it takes it as new.
      if (!client.entries.contains(uid)) client.entries[uid] = bytes;
    }
    REQUIRE(client.entries == feed);
  }

  struct Client {
    std::map<std::string, std::string> entries;
    std::map<std::string, std::pair<std::int64_t, base::Instant>> versions;  ///< remembered for ever
  };

  std::mt19937_64 random_;
  CalendarSample sample_;
  int step_ = 0, made_ = 0;
  base::Instant now_ = instant("2026-09-15T07:00:00Z");
  std::vector<Piece> pieces_;
  calendar::Lock lock_;
  std::map<std::string, std::string> known_;  ///< what participants knew, by id
  std::array<Client, 2> clients_;
};

int steps() { return std::getenv("CENACLE_LONG") == nullptr ? 400 : 2000; }

}  // namespace

TEST_CASE("random edits") {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    CAPTURE(seed);
    Year(seed).run(steps());
  }
}
