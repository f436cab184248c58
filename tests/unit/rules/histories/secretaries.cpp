// E: conventions of two years, spaces by signatures or by two agreements, appointments for those who are in.
#include "rules/histories/networks.h"

namespace cenacle::histories {

namespace {

class Secretaries final : public Counter {
 public:
  using Counter::Counter;

 protected:
  bool is_open_to(const Deed& deed) const override {
    const Thing& it = thing(deed.object);
    if (is_past(deed.object) || !deed.partner.empty()) return false;
    if (deed.path == "convention") return it.kind == "network" && deed.person.empty();
    if (deed.person.empty()) return false;
    const Somebody& her = somebody(deed.person);
    if (deed.path == "espace")
      return it.kind == "space" && (her.role == "secretaire" || her.role == "directeur-general");
    if (deed.path == "autre-agent") return it.kind == "space";
    return deed.path == "rendez-vous" && it.kind == "meeting" &&
           (it.sort == "matinale" || it.sort == "webinaire" || it.sort == "journee");
  }
  bool is_against(const Entry& line) const override {
    const Entity* const body = entity(line.body);
    const bool commune = body != nullptr && body->kind == "commune" && body->population >= 0;
    if (line.path == "convention") return !commune || body->population > 3500;  // E2
    if (is_shared(somebody(line.person).mail)) return true;                     // E13
    const Thing& space = thing(line.object);
    if (line.path == "autre-agent") return space.sort != "community";
    if (line.path == "espace" && space.sort == "department")  // E5
      return !(somebody(line.person).role == "secretaire" && body != nullptr && body->membership == "adherente" &&
               body->population >= 0 && body->population <= 3500);
    if (line.path == "espace") return body == nullptr || (body->id != space.body && body->parent != space.body);
    if (line.path == "rendez-vous") {  // E9
      for (const Entry& it : entries())
        if (it.is_of(line.person) && it.takes_part() && (it.path == "espace" || it.path == "autre-agent")) return false;
      return true;
    }
    return false;
  }
  bool is_barred(const Entry& line) const override { return is_against(line); }
  bool may_attend(const Entry& line) const override { return line.path == "rendez-vous" && line.state == "accepted"; }
  bool is_firm(const Entry& line) const override { return line.path == "convention"; }
  std::string first_state(const Entry& line) const override {
    if (line.path == "convention") return "draft";
    return line.path == "rendez-vous" ? "accepted" : "requested";
  }
  std::set<std::string> asked(const Entry& line) const override {
    if (line.path == "autre-agent") return {"administrateur", "referent"};
    return {};
  }
  std::string next_state(const Entry& line) const override {
    if (line.path == "convention")
      return line.state == "draft" && signed_for("convention", line.body, "maire") &&
                     signed_for("convention", line.body, "president-centre")
                 ? "signed"
                 : line.state;
    if (line.state != "requested") return line.state;
    if (line.path == "autre-agent")  // E6
      return line.has.contains("administrateur") && line.has.contains("referent") ? "accepted" : line.state;
    return is_signed(line) ? "accepted" : line.state;
  }
  std::optional<base::Date> end_of_term(const Entry& line) const override {  // E1
    if (line.path != "convention") return std::nullopt;
    if (line.state == "signed" || line.state == "denounced") return base::add_months(line.began, 24);
    if (line.state == "renewed") return base::add_months(line.entered, 24);
    return std::nullopt;
  }
  std::string after_term(const Entry& line) const override { return line.state == "signed" ? "renewed" : "ended"; }
  bool may_denounce(const Entry& line) const override {
    if (line.path != "convention" || line.state != "signed") return false;
    return today() <= base::add_months(base::add_days(base::add_months(line.began, 24), -1), -1);
  }
  void signed_by(const Deed& deed) override { signatures_.insert({deed.path, deed.body, deed.value}); }

 private:
  static bool is_shared(const std::string& mail) {
    static const std::set<std::string> shared{"mairie",         "accueil", "contact", "secretariat",
                                              "administration", "commune", "info",    "etat-civil"};
    return shared.contains(mail.substr(0, mail.find('@')));
  }
  bool signed_for(const std::string& charter, const std::string& body, const std::string& role) const {
    return signatures_.contains({charter, body, role});
  }
  /// E4: the mayor and the secretary, or above 3,500 the director; the community's president and its referent.
  bool is_signed(const Entry& line) const {
    const Entity* const body = entity(line.body);
    if (body == nullptr || !signed_for("plateforme", line.body, "maire")) return false;
    const bool large = body->population > 3500;
    if (!signed_for("plateforme", line.body, large ? "directeur-general" : "secretaire")) return false;
    if (body->parent.empty()) return true;
    return signed_for("plateforme", body->parent, "president-communaute") &&
           signed_for("plateforme", body->parent, "referent");
  }

  std::set<std::vector<std::string>> signatures_;
};

}  // namespace

std::unique_ptr<Office> secretaries(const World& world) { return std::make_unique<Secretaries>(world); }

}  // namespace cenacle::histories
