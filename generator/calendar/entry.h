// A meeting as calendar events: what its readers may know of it, and how clients show it best.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "calendar/state.h"

namespace cenacle::calendar {

/// What is said in the portal's language; the theme's words.
struct Words {
  std::string cancelled;   ///< before a title: "Annulé : "
  std::string tentative;   ///< "À confirmer : "
  std::string moved;       ///< a sentence: "La date ou le lieu a changé."
  std::string online;      ///< the place of what takes place nowhere else: "À distance"
  std::string conference;  ///< before the conference link: "Rejoindre la visioconférence :"
  std::string page;        ///< before the page's address: "Page de la rencontre :"
  std::string lunch;       ///< "Le déjeuner est proposé."
};

/// Who looks at an entry: whoever may read its page, or its own members, who also have the conference link.
enum class Face : std::uint8_t { readers, members };
inline constexpr std::array faces = {Face::readers, Face::members};

/// What stands around a meeting in the portal, as one face may see it.
struct Surroundings {
  std::string page_url;
  std::vector<ical::Attachment> attachments;  ///< its documents that this face may read
};

/// Which feeds hold the entry. Ids, not pointers: a meeting that was deleted is still told to those who had it.
struct Whereabouts {
  std::string network;
  std::string of;        ///< "group:fiscalite", "workshop:…", "space:…", "network"
  std::string kind;      ///< of `meeting_kinds`
  std::string audience;  ///< id of the page's
  std::string members;   ///< id of those who may have the conference link
  friend bool operator==(const Whereabouts&, const Whereabouts&) = default;
};
Whereabouts whereabouts_of(const model::Meeting& meeting);

/// What the lock gives to an entry. RFC 5545 §3.8.4.7, §3.8.7.
struct Stamps {
  std::string uid;
  std::int64_t sequence = 0;
  base::Instant changed;  ///< DTSTAMP and LAST-MODIFIED
};

/// The meeting's events: itself, or the master of its recurrence and then each occurrence that differs from it, without
/// RRULE (interop). `agenda` is plain text. The conference link is in CONFERENCE, DESCRIPTION and URL for members, and
/// nowhere else for others.
std::vector<ical::Event> events_of(const model::Meeting& meeting, Face face, const Surroundings& around,
                                   std::string_view agenda, const Words& words, const Stamps& stamps);

/// A deleted entry: the same times, all cancelled.
std::vector<ical::Event> tombstone(const State& state, std::string_view title, const Words& words,
                                   const Stamps& stamps);

/// Changes whenever what a face is shown does. `agenda` stands for the agenda's text.
std::uint64_t digest_of(const std::vector<ical::Event>& events, std::uint64_t agenda);

/// Plain text as the HTML that some clients show in its place (X-ALT-DESC): paragraphs, lists, addresses as links.
std::string html_of(std::string_view text);

}  // namespace cenacle::calendar
