// A: working groups. Seats by contributions, ten groups with the package, two meetings to discover, partners as guests.
#include <algorithm>
#include <set>

#include "rules/histories/networks.h"

namespace cenacle::histories {

namespace {

class Finances final : public Counter {
 public:
  using Counter::Counter;

 protected:
  bool is_open_to(const Deed& deed) const override {
    const Thing& it = thing(deed.object);
    if (is_past(deed.object)) return false;
    const bool visited = it.kind == "meeting" && (it.sort == "seance" || it.sort == "projet");
    const bool pair = !deed.partner.empty();
    if (deed.path == "membre") return it.kind == "group";
    if (pair) return false;
    if (deed.path == "contribution") return it.kind == "group" && membership(deed.body) == "partenaire";
    if (deed.path == "temoignage") return visited && membership(deed.body) == "partenaire";
    return deed.path == "decouverte" && visited && membership(deed.body) == "none";
  }

  bool is_against(const Entry& line) const override {
    const std::string kind = membership(line.body);
    const auto of_body = [&](const Entry& it) { return it.path == line.path && it.body == line.body; };
    if (line.path == "membre") {
      if (kind == "partenaire" || kind == "none") return true;  // A2, A3
      if (kind == "representants" || kind == "accueillie")      // A7
        return count(line, of_body) + 1 > entity(line.body)->contributions;
      std::set<std::string> groups{line.object};  // A8
      int here = 0;
      count(line, [&](const Entry& it) {
        if (!of_body(it)) return false;
        groups.insert(it.object);
        here += it.object == line.object ? 1 : 0;
        return true;
      });
      return groups.size() > 10 || here > 0;
    }
    if (line.path == "temoignage") return visits(line) > 0;  // A3
    if (line.path == "decouverte") {                         // A10
      std::set<std::string> meetings{line.object};
      base::Date first = *thing(line.object).last;
      count(line, [&](const Entry& it) {
        if (it.path != line.path || !it.is_of(line.person)) return false;
        meetings.insert(it.object);
        first = std::min(first, *thing(it.object).last);
        return true;
      });
      return meetings.size() > 2 || base::add_months(first, 12) < *thing(line.object).last;
    }
    const auto& call = thing(line.object).call;  // A3: a contribution, while the call is open
    return !call || *call < line.asked;
  }
  bool is_barred(const Entry& line) const override {
    const std::string kind = membership(line.body);
    if (line.path == "membre") return (kind == "partenaire" || kind == "none") && !line.has.contains("pardon");
    if (line.path == "contribution") return is_against(line) && !line.has.contains("pardon");
    return false;
  }
  bool may_attend(const Entry& line) const override {
    return line.state == "accepted" && line.path != "membre" && line.path != "contribution";
  }
  bool is_firm(const Entry& line) const override {
    if (line.path == "membre") return membership(line.body) == "partenaire";
    return line.path == "temoignage" && visits(line) > 1;
  }
  bool is_decided(const Entry&) const override { return true; }  // A14
  std::set<std::string> asked(const Entry& line) const override {
    if (line.path == "membre") return {"buts", "temps"};
    if (line.path == "temoignage") return {"confirmation"};
    return {};
  }
  std::string next_state(const Entry& line) const override {
    if (line.state != "requested" || !line.has.contains("decision")) return line.state;
    if (line.path == "temoignage" && !line.has.contains("confirmation")) return line.state;
    return "accepted";
  }

 private:
  /// How often the partner has come to the group to testify.
  int visits(const Entry& line) const {
    return count(line, [&](const Entry& it) {
      return it.path == line.path && it.body == line.body && thing(it.object).group == thing(line.object).group;
    });
  }
};

}  // namespace

std::unique_ptr<Office> finances(const World& world) { return std::make_unique<Finances>(world); }

}  // namespace cenacle::histories
