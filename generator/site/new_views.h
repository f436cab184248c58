// What archetypes see: the thing that `new` is about to make, and where. Each is described in new_views_described.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"
#include "template/view.h"

namespace cenacle::site {

/// One of a list of the network that a key may name.
struct NewChoiceView {
  std::string id, title;
};

/// The network that the new thing is to be part of.
struct NewHomeView {
  std::string id, title, contact, body;
  std::vector<NewChoiceView> topics;
};

struct NewHolderView {
  std::string role, title;
};

/// What every new thing has. As a root of its own: news and pages.
struct NewThing {
  std::string title, of;
  base::Date today, date;
  NewHomeView network;
  std::string proposal, proposer, proposer_body, topic;
  std::int64_t request = 0;
  bool draft = false;
};

struct NewSurvey : NewThing {
  base::Date closes;
};

struct NewGroup : NewThing {
  std::string charter, space;
  std::vector<NewHolderView> holders;
  std::optional<base::Date> season_from, season_to;
};

struct NewWorkshop : NewThing {
  std::string charter;
  std::vector<NewHolderView> holders;
  std::optional<std::int64_t> seats;
  std::int64_t sessions = 0;
};

struct NewSpace : NewThing {
  std::int64_t order = 1;
};

struct NewCharter : NewThing {
  std::string id, article, kept, text;
  std::int64_t version = 1;
};

struct NewMeeting : NewThing {
  std::string id, kind, start, end;
  std::vector<NewChoiceView> kinds;
  tmpl::Moment begins, ends;
  std::int64_t session = 0, sessions = 0;
};

struct NewMinutes : NewThing {
  std::string meeting, meeting_title;
};

struct NewDocument : NewThing {
  std::string kind;
  std::vector<NewChoiceView> kinds;
};

struct NewContribution : NewThing {
  std::string kind, answers, start, end;
};

struct NewSheet : NewThing {
  std::string visibility;
};

/// A network, or a portal with its first network.
struct NewPlace {
  std::string title, id, host;
  base::Date today, in_force;
  std::int64_t order = 1;
  NewMeeting meeting;
};

}  // namespace cenacle::site
