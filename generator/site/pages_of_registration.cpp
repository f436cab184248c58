// Views → the pages of one tree that say how one joins: one for each thing that the rulebook has a path to.
#include "site/join_maker.h"
#include "site/pages_builder.h"

namespace cenacle::site {

void PagesBuilder::add_joins(const model::Network& network, const NetworkView& view) {
  const rules::Rulebook* const book = views_.registrations().book_of(network);
  if (book == nullptr || !has_template_("join.html")) return;
  const JoinMaker maker(views_, network, *book);
  for (const Joinable& it : joinables_in(network, portal_.today)) {
    if (!views_.makes_join(it) || views_.join_url(it).empty()) continue;
    const LinkView owner = views_.link(*it.page);
    if (auto job = job_for("join.html", join_address(portal_, it), {}))
      add<JoinPage>(std::move(*job), page_view(*job, it.title(), {}, trail(&view, &owner)), view, maker.join(it));
  }
}

}  // namespace cenacle::site
