// Model → views, for one tree: the calendars that its readers may subscribe to. Their bytes: calendars.cpp.
#include <algorithm>

#include "site/views_of_tree.h"

namespace cenacle::site {

SubscriptionView ViewsOfTree::subscription(const Tree& tree, std::string_view of, Text id, Text title, Text text,
                                           const std::string& path, std::string page_url) {
  SubscriptionView view{of, id, title, text, {}, {}, {}, {}, {}};
  view.url = path;
  view.address = tree.served_at() + path;
  view.webcal = "webcal" + view.address.substr(view.address.find(':'));
  view.anchor = std::string(of) + (id.empty() ? "" : "-" + std::string(id));
  view.page_url = std::move(page_url);
  return view;
}

/// The feeds that Calendars::feeds_of makes in this tree, but for those of single meetings and of what has ended.
void ViewsOfTree::add_subscriptions(const model::Network& network, NetworkView& view) {
  const Lists lists(portal_, network);
  const auto add = [&](std::string_view of, Text id, Text title, Text text, const std::string& path,
                       std::string page_url) {
    view.subscriptions.push_back(subscription(tree_, of, id, title, text, path, std::move(page_url)));
  };
  if (tree_.makes(network.page) || tree_.belongs_to(network.members)) {
    add("network", view.id, view.title, {}, lists.agenda_calendar(), view.url);
    const auto meets = [&](const model::MeetingKind& kind) {
      const auto is_one = [&](const MeetingView* it) { return it->kind_id == kind.id; };
      return std::any_of(view.upcoming.begin(), view.upcoming.end(), is_one) ||
             std::any_of(view.past.begin(), view.past.end(), is_one);
    };
    for (const model::MeetingKind& kind : network.meeting_kinds)
      add("kind", kind.id, kind.plural, kind.description, lists.kind_calendar(kind.id),
          meets(kind) ? lists.agenda_of_kind(kind.id) : view.url);
  }
  const auto add_each = [&](std::string_view of, const auto& things, const auto& has_ended, const auto& text) {
    for (const auto& it : things)
      if (const auto* shown = this->of(it); shown != nullptr && tree_.makes(it.page) && !has_ended(*shown))
        add(of, shown->id, shown->title, text(*shown), calendar_of(it.page), shown->url);
  };
  add_each(
      "group", network.groups, [](const GroupView& it) { return it.ended.has_value(); },
      [](const GroupView& it) { return it.purpose.empty() ? it.summary : it.purpose; });
  add_each(
      "workshop", network.workshops, [](const WorkshopView& it) { return it.past; },
      [](const WorkshopView& it) { return it.question.empty() ? it.summary : it.question; });
  add_each(
      "space", network.spaces, [](const SpaceView&) { return false; }, [](const SpaceView& it) { return it.summary; });
  if (!view.subscriptions.empty()) view.sections.subscribe = lists.subscribe();
}

}  // namespace cenacle::site
