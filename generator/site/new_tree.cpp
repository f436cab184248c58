// What is made as a tree of files: a network, and a portal with its first one.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/locale/locale.h"
#include "site/new_making.h"

namespace cenacle::site {

namespace {

using Why = Refusal::Why;

/// The files of a tree of archetypes, at their places below `folder`.
std::vector<NewFile> make_tree(const Theme& archetypes, std::string_view start, const std::string& folder,
                               const NewPlace& view) {
  constexpr std::string_view dot = "dot-";
  std::vector<NewFile> files;
  for (const std::string_view name : archetypes.names(start)) {
    std::string path;
    for (std::string_view part : base::split(name.substr(start.size()), '/')) {
      path += path.empty() ? "" : "/";
      if (part.starts_with(dot)) path += '.', part.remove_prefix(dot.size());
      path += part;
    }
    files.push_back({folder + path, rendered(archetypes, name, &view)});
  }
  if (files.empty()) throw Refusal{Why::refused, fmt::format("the theme has no `{}`", start), ""};
  return files;
}

base::Date first_of_next_month(base::Date date) {
  const base::Date next = base::add_months(date, 1);
  return next.year() / next.month() / 1;
}

}  // namespace

std::vector<NewFile> make_network(const NewRequest& request, const NewSetting& setting) {
  if (!request.of.empty()) throw Refusal{Why::usage, "a network belongs to nothing but the portal", "leave --of out"};
  const model::Portal& portal = *setting.content.portal;
  NewPlace view;
  view.title = request.title;
  view.id = file_stem(request.title);
  view.today = portal.today;
  view.in_force = first_of_next_month(portal.today);
  for (const model::Network& network : portal.networks) view.order = std::max(view.order, network.order + 1);
  const std::string folder = "content/" + view.id + "/";
  if (content::place_of(folder + "network.md").kind != content::FilePlace::Kind::network)
    throw Refusal{Why::refused,
                  fmt::format("`{}` is a folder of the portal's own: no network may be called so", folder),
                  "give it another title; it may be changed in the file afterwards"};
  return make_tree(setting.archetypes, "archetypes/network/", folder, view);
}

NewAnswer make_new_portal(std::string_view folder_name, const Theme& archetypes, const rules::Holidays& holidays,
                          base::Instant now) {
  return answered([&] {
    const model::Portal portal = [&] {
      model::Portal made;
      made.today = base::date_of(locale::to_local(now, made.time_zone));
      return made;
    }();
    const model::Network network;
    const rules::Timetable timetable(portal, network, holidays);
    const std::string slug = locale::slug(folder_name);
    NewPlace view;
    view.title = folder_name;
    view.host = (slug.empty() ? "portal" : slug) + ".example";
    view.today = portal.today;
    view.in_force = portal.today;
    constexpr int weeks_ahead = 4;  // time to fill the portal in, and to convene
    const base::Date first = base::add_days(portal.today, 7 * weeks_ahead);
    const rules::Wish wish{&network, nullptr, first};
    const rules::Slot slot = timetable.next(wish).value_or(timetable.on(first, wish));
    view.meeting.start = base::iso(slot.start), view.meeting.end = base::iso(slot.end);
    view.meeting.begins = {slot.start, portal.time_zone}, view.meeting.ends = {slot.end, portal.time_zone};
    view.meeting.date = base::date_of(slot.start);
    view.meeting.id = new_meeting_id(slug.empty() ? "portal" : slug, "", view.meeting.date, slug + base::iso(now), {});
    return make_tree(archetypes, "archetypes/portal/", "", view);
  });
}

}  // namespace cenacle::site
