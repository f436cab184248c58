// What every verb of `people` works with: the portal, its words, and one transaction of the ledger.
#include "cli/people_desk.h"

#include <algorithm>

namespace cenacle::cli {

Or<std::unique_ptr<PeopleDesk>> PeopleDesk::open(const Context& context, For purpose) {
  auto opened = Register::open(context);
  if (!opened) return opened.stop();
  std::unique_ptr<PeopleDesk> desk(new PeopleDesk(context, std::move(*opened)));
  const auto place = ledger::Place::of(context.folder);
  if (!place) return place.failure();
  if (purpose == For::reading && !place->exists())
    return Stop{Exit::mistakes, "no-ledger", desk->words().say("stop.no-ledger")};
  auto ledger = purpose == For::writing ? ledger::Ledger::open(*place) : ledger::Ledger::open_to_read(*place);
  if (!ledger) return ledger.failure();
  desk->ledger_ = std::move(*ledger);
  auto transaction = purpose == For::writing ? desk->ledger_->write() : desk->ledger_->read();
  if (!transaction) return transaction.failure();
  desk->transaction_ = std::move(*transaction);
  return desk;
}

Acted PeopleDesk::keep(Extent lists) {
  if (const auto committed = transaction_->commit(); !committed) return committed.failure();
  transaction_.reset();
  const auto written = write_access(context_.folder, *register_->readers, *ledger_, today(), lists);
  if (!written) return written.failure();
  return base::Done{};
}

std::string PeopleDesk::body(std::string_view network, std::string_view id) const {
  return id.empty() ? words().say("body.none") : name_of_body(content(), network, id);
}

std::string PeopleDesk::network(std::string_view id) const {
  for (const model::Network& it : portal().networks)
    if (it.page.id == id) return it.short_title.empty() ? it.page.title : it.short_title;
  return std::string(id);
}

std::string PeopleDesk::role(std::string_view network, std::string_view id) const {
  for (const model::Network& it : portal().networks) {
    if (it.page.id != network) continue;
    const auto role =
        std::find_if(it.roles.begin(), it.roles.end(), [&](const model::Role& role) { return role.id == id; });
    if (role != it.roles.end()) return role->title;
  }
  return std::string(id);
}

std::string PeopleDesk::mandate(const model::Mandate& mandate) const {
  const std::string what = mandate.role.empty() ? "mandate" : "mandate.role";
  const std::string where = mandate.object.empty()
                                ? ""
                                : words().say("mandate.in", {{"object", title_of(content(), words(), mandate.object)}});
  return words().say(what, {{"role", role(mandate.network, mandate.role)},
                            {"body", body(mandate.network, mandate.body)},
                            {"network", network(mandate.network)},
                            {"in", where}});
}

int at_desk(const Context& context, Deed::For purpose, const std::function<Or<int>(PeopleDesk&)>& work) {
  auto desk = PeopleDesk::open(context, purpose);
  if (!desk) return tell(context, desk.stop());
  const Or<int> worked = work(**desk);
  if (!worked) return tell(context, worked.stop());
  return *worked;
}

}  // namespace cenacle::cli
