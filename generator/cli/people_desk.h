// What every verb of `people` works with: the portal, its words, and one transaction of the ledger.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/deed.h"
#include "cli/people.h"

namespace cenacle::cli {

class PeopleDesk {
 public:
  using For = Deed::For;
  static Or<std::unique_ptr<PeopleDesk>> open(const Context& context, For purpose);

  const Context& context() const { return context_; }
  const content::Content& content() const { return register_->content; }
  const model::Portal& portal() const { return *register_->content.portal; }
  const rules::Rulebooks& books() const { return register_->books; }
  const base::FileSystem& files() const { return register_->files->files(); }
  const Phrases& words() const { return words_; }
  ledger::Ledger& store() { return *ledger_; }
  ledger::Transaction& ledger() { return *transaction_; }
  base::Date today() const { return portal().today; }
  bool as_json() const { return context_.format == Format::json; }

  /// Commits, and brings the access lists to what the ledger says.
  Acted keep(Extent lists);

  /// "Ville de Brévalon"; the words for a natural person when `id` is empty.
  std::string body(std::string_view network, std::string_view id) const;
  /// "Finances locales"; the id when content no longer has it.
  std::string network(std::string_view id) const;
  std::string role(std::string_view network, std::string_view id) const;
  /// "pilote, Ville de Brévalon (Finances locales), groupe « Fiscalité »".
  std::string mandate(const model::Mandate& mandate) const;

 private:
  PeopleDesk(const Context& context, std::unique_ptr<Register> opened)
      : context_(context),
        register_(std::move(opened)),
        words_(register_->files->files(), *register_->content.portal, *register_->content.language, "people") {}

  const Context& context_;
  std::unique_ptr<Register> register_;
  Phrases words_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<ledger::Transaction> transaction_;
};

/// Opens a desk and does `work`; the exit code.
int at_desk(const Context& context, Deed::For purpose, const std::function<Or<int>(PeopleDesk&)>& work);

}  // namespace cenacle::cli
