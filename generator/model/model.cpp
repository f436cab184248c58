// The pure questions one asks of the model.
#include "model/network.h"
#include "model/portal.h"

namespace cenacle::model {

bool may_read(const Audience& reader, const Audience& wanted) {
  switch (wanted.kind) {
    case Audience::Kind::everybody: return true;
    case Audience::Kind::network: return reader.network == wanted.network;
    case Audience::Kind::space:
    case Audience::Kind::group: return reader.id == wanted.id;
  }
  return false;
}

const Page& page_of(const Owner& owner) {
  return std::visit([](const auto* it) -> const Page& { return it->page; }, owner);
}

const Audience& members_of(const Owner& owner) {
  return std::visit([](const auto* it) -> const Audience& { return it->members; }, owner);
}

}  // namespace cenacle::model
