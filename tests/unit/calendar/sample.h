// A small portal in memory, whose meetings may be made, changed and taken out, and its lock.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/lock.h"

namespace cenacle {

inline base::LocalTime local(std::string_view text) {  // "2026-10-06 09:30"
  const auto hour = std::stoi(std::string(text.substr(11, 2))), minute = std::stoi(std::string(text.substr(14, 2)));
  return base::midnight(base::parse_date(text.substr(0, 10)).value()) + std::chrono::hours(hour) +
         std::chrono::minutes(minute);
}

inline base::Instant instant(std::string_view text) { return base::parse_instant(text).value(); }

inline calendar::Words words() {
  return {"Annulé : ", "À confirmer : ", "Déplacée.", "À distance", "Visioconférence :", "Page :", "Déjeuner."};
}

/// A network `n` with a group `g`, a kind `seance` and an organiser.
struct CalendarSample {
  model::Portal portal;
  model::Network& network = portal.networks.emplace_back();
  model::Group& group = network.groups.emplace_back();
  model::MeetingKind& kind = network.meeting_kinds.emplace_back();
  model::Role& organiser = network.roles.emplace_back();

  CalendarSample() {
    network.page.id = "n", network.page.title = "Réseau", network.page.network = &network;
    network.members = {model::Audience::Kind::network, &network, "n"};
    group.page.id = "g", group.page.title = "Groupe", group.page.network = &network;
    group.members = {model::Audience::Kind::group, &network, "n.g"};
    kind.id = "seance", kind.title = "Séance";
    organiser.id = "coordination", organiser.title = "Coordination", organiser.mail = "coordination@reseau.example";
  }
  CalendarSample(const CalendarSample&) = delete;

  /// A meeting of the group on 6 October 2026, from half past nine to noon, Paris.
  model::Meeting meeting(std::string id = "k7f2m9q4xz") {
    model::Meeting it;
    it.uid = std::move(id);
    it.page.title = "Le budget";
    it.page.network = &network;
    it.page.address = "n/reunions/budget.html";
    it.owner = &group;
    it.kind = &kind;
    it.organiser = &organiser;
    it.members = group.members;
    it.start = local("2026-10-06 09:30");
    it.end = local("2026-10-06 12:00");
    it.time_zone = "Europe/Paris";
    it.place = "Salle des actes";
    it.address = "1 place de la Mairie";
    it.online = "https://visio.example/secret";
    plan(it);
    return it;
  }

  /// Makes the meeting's occurrences anew, of what its rule gives.
  static void plan(model::Meeting& it) {
    it.occurrences.clear();
    std::vector<base::LocalTime> starts{it.start};
    if (it.recurrence) starts = ical::occurrences(it.recurrence->rule, it.start, 500);
    for (const base::LocalTime start : starts)
      it.occurrences.push_back({start,
                                start,
                                start + (it.end - it.start),
                                it.page.title,
                                it.place,
                                it.address,
                                it.online,
                                it.status,
                                it.status_note,
                                false,
                                {}});
  }
};

inline calendar::Present present_of(const model::Meeting& it, std::uint64_t agenda = 0) {
  calendar::Present out{it.uid, it.page.title, calendar::whereabouts_of(it), calendar::state_of(it), {}};
  for (const calendar::Face face : calendar::faces)
    out.digests[static_cast<std::size_t>(face)] = calendar::digest_of(
        calendar::events_of(it, face, {"https://p.example/" + it.page.address, {}}, "", words(), {}), agenda);
  return out;
}

}  // namespace cenacle
