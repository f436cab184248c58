// C: a club of institutions, each by a pair; groups for a season; guests.
#include "rules/histories/networks.h"

namespace cenacle::histories {

namespace {

class Club final : public Counter {
 public:
  using Counter::Counter;

 protected:
  bool is_open_to(const Deed& deed) const override {
    const Thing& it = thing(deed.object);
    if (is_past(deed.object)) return false;
    if (deed.path == "membre") return it.kind == "network";
    if (!deed.partner.empty()) return false;
    if (deed.path == "groupe") return it.kind == "group" && is_member(deed.person);
    if (deed.path == "invite-saison") return it.kind == "group";
    return deed.path == "invite-seance" && it.kind == "meeting" && it.sort == "groupe-thematique";
  }
  bool is_against(const Entry& line) const override {
    if (line.path != "membre") return false;
    const Entity* const body = entity(line.body);
    if (body == nullptr || !body->member) return true;
    return count(line, [&](const Entry& it) { return it.path == "membre" && it.body == line.body; }) > 0;
  }
  bool is_decided(const Entry& line) const override { return line.path != "groupe"; }
  std::set<std::string> asked(const Entry& line) const override {
    if (line.path == "groupe" || line.path == "invite-saison") return {"saison"};
    return {};
  }
  bool may_attend(const Entry& line) const override { return line.path == "invite-seance" && line.state == "accepted"; }
  bool is_barred(const Entry& line) const override {
    const Entity* const body = entity(line.body);
    return line.path == "membre" && (body == nullptr || !body->member) && !line.has.contains("pardon");
  }
  std::string next_state(const Entry& line) const override {
    if (line.state != "requested") return line.state;
    const bool season = line.path == "groupe" || line.path == "invite-saison";
    if (season && !line.has.contains("saison")) return line.state;
    return is_decided(line) && !line.has.contains("decision") ? line.state : "accepted";
  }
  std::optional<base::Date> end_of_term(const Entry& line) const override {
    const bool season = line.path == "groupe" || line.path == "invite-saison";
    const auto& last = thing(line.object).season;
    if (!season || line.state != "accepted" || !last) return std::nullopt;
    return base::add_days(*last, 1);
  }
  bool may_leave(const Deed& deed, const Entry& line) const override {  // C6
    const Thing& it = thing(line.object);
    const bool season = line.path == "groupe" || line.path == "invite-saison";
    if (!season || line.state != "accepted" || !in_season(it)) return true;
    return deed.because && !deed.other.empty();
  }
  bool seat_is_the_bodys(const Entry& line) const override {
    return line.path == "membre" && line.takes_part() && !line.body.empty();
  }

 private:
  bool is_member(const std::string& who) const {
    for (const Entry& it : entries())
      if (it.path == "membre" && it.is_of(who) && it.takes_part()) return true;
    return false;
  }
  bool in_season(const Thing& it) const {
    return it.season && today() <= *it.season && it.season->year() == today().year() &&
           today() >= base::Date{today().year(), std::chrono::February, std::chrono::day{1}};
  }
};

}  // namespace

std::unique_ptr<Office> club(const World& world) { return std::make_unique<Club>(world); }

}  // namespace cenacle::histories
