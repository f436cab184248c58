// D: open to all, confirmed by one's own reply; groups for those who are in.
#include "rules/histories/networks.h"

namespace cenacle::histories {

namespace {

class Community final : public Counter {
 public:
  using Counter::Counter;

 protected:
  bool is_open_to(const Deed& deed) const override {
    const Thing& it = thing(deed.object);
    if (is_past(deed.object) || !deed.partner.empty()) return false;
    return (deed.path == "inscription" && it.kind == "network") || (deed.path == "groupe" && it.kind == "group");
  }
  bool is_against(const Entry& line) const override {
    if (line.path != "groupe") return false;
    for (const Entry& it : entries())
      if (it.path == "inscription" && it.is_of(line.person) && it.takes_part()) return false;
    return true;
  }
  bool is_barred(const Entry& line) const override { return is_against(line); }
  std::string first_state(const Entry& line) const override { return line.path == "groupe" ? "accepted" : "requested"; }
  std::set<std::string> asked(const Entry& line) const override {
    if (line.path == "inscription") return {"confirmation"};
    return {};
  }
  std::string next_state(const Entry& line) const override {
    return line.state == "requested" && line.has.contains("confirmation") ? "accepted" : line.state;
  }
};

}  // namespace

std::unique_ptr<Office> community(const World& world) { return std::make_unique<Community>(world); }

}  // namespace cenacle::histories
