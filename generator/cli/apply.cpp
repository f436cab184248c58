// The verb `apply`: settles all that has fallen due, as of now; again, it finds nothing to do.
#include <set>

#include "cli/deed.h"
#include "cli/registration_verbs.h"

namespace cenacle::cli {

int apply(const Context& context, const Writing& arguments) {
  return perform(context, {"apply", arguments.rehearsal, Extent::whole}, [&](Deed& deed) -> Acted {
    const auto due = deed.ledger().due(deed.now());
    if (!due) return due.failure();
    std::set<std::string> objects;
    for (const model::Registration& it : *due) objects.insert(it.object);
    // Seats that nobody was promised in their time: what holds none of them falls due by no date.
    for (const model::Network& network : deed.content().portal->networks) {
      const auto standing = deed.ledger().standing(network.page.id);
      if (!standing) return standing.failure();
      for (const model::Registration& it : *standing)
        if (model::nature(it.state) == model::Nature::queue) objects.insert(it.object);
    }
    for (const std::string& object : objects)
      if (auto settled = deed.settle(object); !settled) return settled;
    return base::Done{};
  });
}

}  // namespace cenacle::cli
