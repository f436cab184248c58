// The five networks' offices, one for each, from their rows (networks.md: A1…E20), with the numbers that their charters
// state written out once more: an oracle that read them where the registrar does would not see them read wrongly.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/histories/office.h"

namespace cenacle::histories {

/// What one may ask for, as the content has it.
struct Thing {
  std::string object = {};  ///< "group:finances-locales/fiscalite"
  std::string kind = {};    ///< "group", "workshop", "series", "meeting", "space", "network"
  std::string group = {};   ///< of a meeting: what it is of
  std::string sort = {};    ///< of a meeting or a space: its kind
  int seats = 0;
  std::optional<base::Date> last = {};    ///< after that day nobody asks any more
  std::optional<base::Date> call = {};    ///< the last day of a group's call for partners
  std::optional<base::Date> season = {};  ///< last day of the season
  std::string body = {};                  ///< of a space
};

/// A legal entity, as bodies.csv has it.
struct Entity {
  std::string id = {}, kind = {}, membership = {}, parent = {};
  bool member = false;
  long population = -1, contributions = 0;
};

struct World {
  std::map<std::string, Thing> things;
  std::map<std::string, Entity> entities;
  std::map<std::string, Somebody> people;
};

std::unique_ptr<Office> finances(const World& world);
std::unique_ptr<Office> workshops(const World& world);
std::unique_ptr<Office> club(const World& world);
std::unique_ptr<Office> community(const World& world);
std::unique_ptr<Office> secretaries(const World& world);

/// An office that knows the world.
class Counter : public Office {
 public:
  explicit Counter(const World& world) : Office(world.people), world_(world) {}

 protected:
  const Thing& thing(const std::string& object) const { return world_.things.at(object); }
  const Entity* entity(const std::string& body) const {
    const auto it = world_.entities.find(body);
    return it == world_.entities.end() ? nullptr : &it->second;
  }
  bool is_past(const std::string& object) const {
    const Thing& it = thing(object);
    return it.last && *it.last < today();
  }
  std::string membership(const std::string& body) const {
    const Entity* const it = entity(body);
    return it == nullptr || it->membership.empty() ? "none" : it->membership;
  }

  const World& world_;
};

}  // namespace cenacle::histories
