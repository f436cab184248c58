// A deed: what a command does to the ledger. The portal's content, its registration rules and one transaction; what has
// fallen due is settled first, then the act; what follows from both is told the same whether it is written or not.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/access.h"
#include "cli/account.h"
#include "cli/build_cache.h"
#include "cli/context.h"
#include "cli/objects.h"
#include "cli/phrases.h"
#include "cli/stop.h"
#include "content/load.h"
#include "ledger/ledger.h"
#include "rules/registration/read.h"
#include "rules/registration/readers.h"
#include "rules/registration/registrar.h"

namespace cenacle::cli {

/// The portal as deeds need it, without the texts of its pages nor its theme's templates.
struct Register {
  std::unique_ptr<PortalFiles> files;
  std::unique_ptr<BuildCache> cache;  ///< that `content` looks into
  content::Content content;
  rules::Rulebooks books;
  std::unique_ptr<const Phrases> phrases;
  std::unique_ptr<const rules::Readers> readers;
  rules::Naming naming;

  /// A mistake in what registrations depend on (portal.toml, a network, its bodies and charters, rules) stops; others
  /// are left to `check`.
  static Or<std::unique_ptr<Register>> open(const Context& context);
  /// Keeps for the next command, or build, what this one had to read.
  void remember() const;
};

class Deed {
 public:
  enum class For { reading, writing, rehearsing };
  static Or<std::unique_ptr<Deed>> open(const Context& context, For purpose);

  const Context& context() const { return context_; }
  const content::Content& content() const { return register_->content; }
  const rules::Rulebooks& books() const { return register_->books; }
  const Phrases& phrases() const { return *register_->phrases; }
  const base::FileSystem& files() const { return register_->files->files(); }
  ledger::Transaction& ledger() { return *transaction_; }
  /// What answer links are signed with.
  base::Result<std::string> secret() { return ledger_->secret(); }
  base::Instant now() const { return context_.now; }
  base::Date today() const { return content().portal->today; }

  // What the words of a command line mean.
  Or<Object> object(std::string_view what) const { return find_object(content(), phrases(), what); }
  Or<model::Person> person(std::string_view who) const;
  Or<model::Registration> registration(std::int64_t number) const;
  /// What the registrar looks at; a stop when the network takes no registrations.
  Or<rules::Setting> setting(const model::Network& network) const;
  rules::Setting setting(const rules::Rulebook& book) const;

  /// What has fallen due for the object.
  Acted settle(std::string_view object);
  /// Appends the ruling's facts and tells what it says.
  Acted carry_out(const rules::Setting& setting, rules::Ruling ruling);
  /// Appends facts that no rule is asked about.
  Acted append(std::vector<model::Fact> facts);
  /// A fact of now, to be completed.
  model::Fact fact(model::FactKind kind, std::string_view network) const;

  /// The restricted audiences that the person reads today.
  std::vector<std::string_view> read_by(const model::Person& person) const;
  /// Whether she reads what is kept for the network.
  bool may_read(const model::Person& person, const model::Network& network) const;
  /// How many people take part in the object.
  Or<std::int64_t> readers_of(const Object& object) const;

  /// What is told.
  Account& account() { return account_; }
  Telling telling() const { return {content(), books(), *transaction_, phrases()}; }
  /// Whether there is no ledger yet: what is done here leaves nothing on the disk.
  bool is_in_memory() const { return in_memory_; }
  /// Then: makes the ledger, and begins anew with it.
  Acted open_for_good();
  /// Adds to the account whose access begins or ends.
  void compare_access();
  /// Commits, and brings the access lists up to date.
  Acted keep(Extent lists);
  /// What has failed in the transaction, if it is still open.
  std::optional<base::Failure> failure() const;
  /// Whether traces of somebody who was erased stay in the ledger's files until another process has read them.
  bool erasure_pending() const { return ledger_->erasure_pending(); }
  /// Keeps it, unless the account has an obstacle or it is a rehearsal; prints.
  int conclude(bool rehearsal, Extent lists);
  /// Closes the ledger, and ends the process.
  [[noreturn]] void leave(int code);

 private:
  Deed(const Context& context, std::unique_ptr<Register> opened) : context_(context), register_(std::move(opened)) {}
  Acted begin(For purpose);
  void remember_access(std::span<const model::Fact> facts);

  const Context& context_;
  std::unique_ptr<Register> register_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<ledger::Transaction> transaction_;
  bool in_memory_ = false;
  Account account_;
  std::map<model::PersonId, std::vector<std::string_view>> access_before_;
};

/// Says why a command stops, as the context's format has it; the exit code.
int tell(const Context& context, const Stop& stop);

struct Performance {
  std::string verb;
  bool rehearsal = false;  ///< --dry-run
  Extent lists = Extent::since_last;
  std::function<Acted()> after = nullptr;  ///< once all is written and nothing was refused
};
/// Opens a deed, does `act`, concludes, and ends the process.
int perform(const Context& context, const Performance& performance, const std::function<Acted(Deed&)>& act);
/// Opens a deed that only looks, or one that keeps and tells what it does by itself.
int look_up(const Context& context, const std::function<Or<int>(Deed&)>& look, Deed::For purpose = Deed::For::reading);

}  // namespace cenacle::cli
