// Addresses of the pages that list things: agenda, catalogue, registers. The words are the portal's (`[addresses]`).
#pragma once

#include <string>
#include <string_view>

#include "model/portal.h"

namespace cenacle::site {

/// Addresses of one network's lists, as paths of a tree.
class Lists {
 public:
  Lists(const model::Portal& portal, const model::Network& network) : portal_(portal), network_(network) {}

  std::string groups() const { return in("groups", "index.html"); }
  std::string workshops() const { return in("workshops", "index.html"); }
  std::string workshops_by(std::string_view what, std::string_view id) const { return in("workshops", by(what, id)); }
  std::string agenda() const { return page("agenda"); }
  /// The network's calendar, and that of its meetings of one kind.
  std::string agenda_calendar() const { return network_.page.id + "/" + word("agenda") + ".ics"; }
  std::string kind_calendar(std::string_view kind) const {
    return network_.page.id + "/" + word("agenda") + "-" + std::string(kind) + ".ics";
  }
  /// The agenda of one kind of meetings, and of one month.
  std::string agenda_of_kind(std::string_view kind) const;
  std::string agenda_of_month(base::Date month) const;
  std::string subscribe() const { return page("subscribe"); }
  std::string programme(std::int64_t year) const;
  std::string deliverables() const { return page("deliverables"); }
  std::string documents() const { return in("documents", "index.html"); }
  std::string decisions() const { return page("decisions"); }
  std::string toolbox() const { return in("sheets", "index.html"); }
  std::string directory() const { return in("directory", "index.html"); }
  std::string directory_by(std::string_view what) const;
  std::string contributions() const { return in("contributions", "index.html"); }
  std::string contributions_by(std::string_view what, std::string_view id) const {
    return in("contributions", by(what, id));
  }
  std::string indicators() const { return page("indicators"); }
  std::string indicators_csv() const;
  std::string members_csv() const;
  std::string news() const { return in("news", "index.html"); }
  std::string feed() const;

 private:
  std::string word(std::string_view name) const { return std::string(portal_.word(name)); }
  std::string page(std::string_view name) const { return network_.page.id + "/" + word(name) + ".html"; }
  std::string in(std::string_view folder, const std::string& file) const {
    return network_.page.id + "/" + word(folder) + "/" + file;
  }
  /// "theme-finances.html", or "a-venir.html" for a filter without values.
  std::string by(std::string_view what, std::string_view id) const;

  const model::Portal& portal_;
  const model::Network& network_;
};

/// The calendar of the whole portal, in the public tree.
std::string portal_calendar(const model::Portal& portal);
/// The calendar of a meeting, group, workshop or space stands beside its page: "finances/groupes/fiscalite.ics".
std::string calendar_of(const model::Page& page);

}  // namespace cenacle::site
