// B: workshops. Fifteen seats, eight for a series, a waiting list with four days to accept, a quote, statements.
#include "rules/histories/networks.h"

namespace cenacle::histories {

namespace {

class Workshops final : public Counter {
 public:
  using Counter::Counter;

 protected:
  bool is_open_to(const Deed& deed) const override {
    if (is_past(deed.object) || !deed.partner.empty()) return false;
    const std::string& kind = thing(deed.object).kind;
    if (deed.path == "habitant") return kind == "workshop" && deed.body.empty();
    if (deed.path == "atelier") return kind == "workshop" && !deed.body.empty();
    return deed.path == "codeveloppement" && kind == "series" && !deed.body.empty();
  }
  bool is_against(const Entry&) const override { return false; }  // who finds no seat waits
  int seats(const std::string& object) const override { return thing(object).seats; }
  bool holds(const Entry& line) const override { return !line.over() && line.state != "waiting"; }
  int days(const Entry& line) const override {
    if (line.state == "offered") return 4;
    return line.state == "quoted" ? quote_days : -1;
  }
  std::string after_offer(const Entry& line) const override {
    return line.path == "habitant" ? "accepted" : "requested";
  }
  std::set<std::string> asked(const Entry& line) const override {
    if (line.path == "habitant") return {"volontaire"};
    if (line.path == "atelier") return {"volontaire", "cadre", "confiance", "partage"};
    return {"volontaire", "discretion", "confiance"};
  }
  bool is_quoted(const Entry& line) const override { return line.path != "habitant"; }
  bool may_attend(const Entry& line) const override { return line.state == "convened"; }
  std::string next_state(const Entry& line) const override {
    const auto has = [&](const char* what) { return line.has.contains(what); };
    if (line.path == "habitant") return line.state == "requested" && has("volontaire") ? "accepted" : line.state;
    if (line.state != "quoted" || !has("agreement") || !has("volontaire") || !has("confiance")) return line.state;
    if (line.path == "atelier") return has("cadre") && has("partage") ? "accepted" : line.state;
    return has("discretion") ? "accepted" : line.state;
  }

 private:
  static constexpr int quote_days = 30;
};

}  // namespace

std::unique_ptr<Office> workshops(const World& world) { return std::make_unique<Workshops>(world); }

}  // namespace cenacle::histories
