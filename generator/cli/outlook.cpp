// What lies ahead, or is owed: a plan with the people and the mails that it speaks of.
#include "cli/outlook.h"

#include <fmt/format.h>

#include "workflow/plan.h"

namespace cenacle::cli {

Or<std::unique_ptr<Outlook>> Outlook::open(const Context& context, const Post& post, For purpose) {
  std::unique_ptr<Outlook> outlook(new Outlook(post));
  std::string secret(32, '0');  // before anything was ever sent: of links that nobody has
  const auto place = ledger::Place::of(context.folder);
  if (!place) return place.failure();
  if (place->exists()) {
    auto opened = ledger::Ledger::open_to_read(*place);
    if (!opened) return opened.failure();
    outlook->ledger_ = std::move(*opened);
    auto transaction = outlook->ledger_->read();
    if (!transaction) return transaction.failure();
    outlook->transaction_ = std::move(*transaction);
    if (auto drawn = outlook->ledger_->secret()) secret = std::move(*drawn);
    if (purpose == For::plans)
      if (const auto read = read_on(*outlook->transaction_, &outlook->memory_); !read) return read.failure();
    auto counts = LedgerCounts::open(context, post.portal().time_zone);
    if (!counts) return counts.failure();
    outlook->figures_ = counts->figures(post.portal(), post.open.rulebooks);
  }
  ledger::Transaction* const transaction = outlook->transaction_.get();
  const rules::Records& records =
      transaction == nullptr ? static_cast<const rules::Records&>(outlook->memory_) : *transaction;
  const auto facts_of_request = [transaction](std::int64_t request) {
    auto facts = transaction == nullptr ? base::Result<std::vector<model::Fact>>(std::vector<model::Fact>())
                                        : transaction->facts_of_request(request);
    return facts ? std::move(*facts) : std::vector<model::Fact>();
  };
  outlook->writer_ = std::make_unique<mail::Writer>(
      post.writing(records, std::move(secret), outlook->figures_ ? &*outlook->figures_ : nullptr, facts_of_request));
  return outlook;
}

workflow::Plan Outlook::plan(base::Instant now, base::Instant until) const {
  return workflow::plan(post_.setting(memory_, now), until);
}

std::string Outlook::name(const workflow::Recipient& to) const {
  if (to.person.empty()) return to.name.empty() ? to.mail : to.name;
  const auto person = transaction_ == nullptr ? std::nullopt : transaction_->person(to.person);
  return person ? post_.phrases->name_of(*person) : to.person;
}

std::string path_of(const workflow::Key& key) { return key.workflow + "/" + key.step; }

}  // namespace cenacle::cli
