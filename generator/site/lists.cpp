// Addresses of the pages that list things: agenda, catalogue, registers. The words are the portal's (`[addresses]`).
#include "site/lists.h"

namespace cenacle::site {

std::string Lists::programme(std::int64_t year) const {
  return network_.page.id + "/" + word("programme") + "-" + std::to_string(year) + ".html";
}

std::string Lists::agenda_of_kind(std::string_view kind) const {
  return network_.page.id + "/" + word("agenda") + "-" + by("kind", kind);
}

std::string Lists::agenda_of_month(base::Date month) const {
  return network_.page.id + "/" + word("agenda") + "-" + base::iso(month).substr(0, 7) + ".html";
}

std::string Lists::directory_by(std::string_view what) const { return in("directory", word(what) + ".html"); }

std::string Lists::indicators_csv() const { return network_.page.id + "/" + word("indicators") + ".csv"; }

std::string Lists::members_csv() const { return network_.page.id + "/" + word("indicators") + "-" + word("members") + ".csv"; }

std::string Lists::feed() const { return network_.page.id + "/" + word("news") + ".xml"; }

std::string Lists::by(std::string_view what, std::string_view id) const {
  return word(what) + (id.empty() ? "" : "-" + std::string(id)) + ".html";
}

std::string portal_calendar(const model::Portal& portal) { return std::string(portal.word("agenda")) + ".ics"; }

std::string calendar_of(const model::Page& page) { return page.address.substr(0, page.address.rfind('.')) + ".ics"; }

}  // namespace cenacle::site
