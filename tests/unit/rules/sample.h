// A small network to break rules in, and what is reported as one text.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/time.h"
#include "diag/codes.h"
#include "rules/rules.h"

namespace cenacle {

inline base::LocalTime local(std::string_view text) {  // "2026-10-06 09:30"
  const auto date = base::parse_date(text.substr(0, 10)).value();
  const int hour = std::stoi(std::string(text.substr(11, 2))), minute = std::stoi(std::string(text.substr(14, 2)));
  return base::midnight(date) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

inline rules::Holidays french_holidays() {
  diag::Diagnostics none;
  return rules::parse_holidays(
      "[[zones]]\nid = \"metropole\"\ntitle = \"M\"\ndays = [{ title = \"Ascension\", after_easter = 39 },\n"
      "{ title = \"Fête nationale\", day = \"07-14\" }, { title = \"Armistice\", day = \"11-11\" },\n"
      "{ title = \"Toussaint\", day = \"11-01\" }, { title = \"Noël\", day = \"12-25\" }]\n"
      "[[zones]]\nid = \"reunion\"\ntitle = \"R\"\nlike = \"metropole\"\ndays = [{ title = \"Abolition\", day = "
      "\"12-20\" }]\n",
      "h", none);
}

/// One network "n" with a charter "Charte", the kinds "rencontre" and "seance", the role "referent".
struct Sample {
  model::Portal portal;
  model::Network& network;
  model::Charter& charter;
  model::MeetingKind &rencontre, &seance;
  model::Role& referent;
  rules::Holidays holidays = french_holidays();

  Sample()
      : network(portal.networks.emplace_back()),
        charter(network.charters.emplace_back()),
        rencontre(network.meeting_kinds.emplace_back()),
        seance(network.meeting_kinds.emplace_back()),
        referent(network.roles.emplace_back()) {
    portal.today = base::parse_date("2026-09-15").value();
    network.page.path = "content/n/network.md";
    charter.page.path = "content/n/charters/charte.md";
    charter.page.title = "Charte";
    charter.current = true;
    charter.in_force = base::parse_date("2025-01-01").value();
    rencontre.id = "rencontre", rencontre.title = "Rencontre";
    seance.id = "seance", seance.title = "Séance";
    referent.id = "referent", referent.title = "Référent";
  }
  Sample(const Sample&) = delete;

  model::Rule& rule(model::Rule::Kind kind, std::string article, model::Charter* of = nullptr) {
    model::Rule& rule = (of ? *of : charter).rules.emplace_back();
    rule.kind = kind;
    rule.article = std::move(article);
    rule.at = {static_cast<std::uint32_t>(10 * (of ? *of : charter).rules.size()), 8, 6};
    return rule;
  }
  model::Group& group(std::string id) {
    model::Group& group = network.groups.emplace_back();
    group.page.id = id, group.page.path = "content/n/groups/" + id + ".md", group.page.title = "Groupe " + id;
    group.charter = &charter;
    return group;
  }
  model::Workshop& workshop(std::string id, model::Workshop::Kind kind, std::int64_t seats) {
    model::Workshop& workshop = network.workshops.emplace_back();
    workshop.page.id = id, workshop.page.path = "content/n/workshops/" + id + ".md",
    workshop.page.title = "Atelier " + id;
    workshop.kind = kind, workshop.seats = seats, workshop.charter = &charter, workshop.seats_at = {4, 9, 2};
    return workshop;
  }
  /// On `from`, from 9:30 to 12:00 or as said; the file is named after its day.
  model::Meeting& meeting(model::Owner owner, std::string_view from, const model::MeetingKind* kind = nullptr,
                          std::string_view to = {}) {
    model::Meeting& meeting = network.meetings.emplace_back();
    meeting.owner = owner, meeting.kind = kind;
    const std::string begin = from.size() == 10 ? std::string(from) + " 09:30" : std::string(from);
    meeting.start = local(begin);
    meeting.end = to.empty() ? local(begin.substr(0, 10) + " 12:00") : local(to);
    meeting.start_at = {5, 9, 19};
    meeting.page.path = fmt::format("content/n/meetings/{}.md", begin.substr(0, 10));
    meeting.page.title = fmt::format("M{}", network.meetings.size());
    return meeting;
  }

  /// `troubled` is a file in which an error was found before.
  std::vector<diag::Diagnostic> check(const std::string& troubled = {}) const {
    diag::Diagnostics diagnostics;
    if (!troubled.empty()) diagnostics.add(diag::code::bad_value, {troubled, 0, 0, 0}, "before");
    rules::check(portal, holidays, diagnostics);
    std::vector<diag::Diagnostic> found = diagnostics.sorted();
    std::erase_if(found, [](const diag::Diagnostic& d) { return d.summary == "before"; });
    return found;
  }
  /// "file:line severity code: summary" lines.
  std::string told() const {
    std::string out;
    for (const auto& d : check())
      out += fmt::format("{}:{} {} {}: {}\n", d.place.path.substr(d.place.path.rfind('/') + 1), d.place.line,
                         d.code.severity == diag::Severity::error ? "error" : "warning", d.code.name, d.summary);
    return out;
  }
};

}  // namespace cenacle
