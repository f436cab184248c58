// What lies ahead, or is owed: a plan with the people and the mails that it speaks of, for the verbs that show or do
// it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "cli/ledger_counts.h"
#include "cli/post.h"

namespace cenacle::cli {

/// The post room at one state of the ledger. Without a ledger there are no people, and only functions have mailboxes.
class Outlook {
 public:
  /// Plans look at every fact; letters are written without.
  enum class For { plans, letters };
  static Or<std::unique_ptr<Outlook>> open(const Context& context, const Post& post, For purpose);

  const Post& post() const { return post_; }
  workflow::Plan plan(base::Instant now, base::Instant until) const;
  /// The mail as its reader will see it; a failure says why it cannot be written.
  base::Result<mail::Message> write(const workflow::Action& action, std::int64_t message, base::Instant at) const {
    return writer_->compose(action, message, at);
  }
  /// "Claire Ostrowski", "Coordination".
  std::string name(const workflow::Recipient& to) const;
  /// The last fact that it looks at.
  std::int64_t last_fact() const { return memory_.last(); }

 private:
  explicit Outlook(const Post& post) : post_(post) {}

  const Post& post_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<ledger::Transaction> transaction_;
  workflow::Memory memory_;
  std::optional<model::Figures> figures_;
  std::unique_ptr<mail::Writer> writer_;
};

/// The key as one says it: "reunions/convocation".
std::string path_of(const workflow::Key& key);

/// Lists the plan as text.
std::string as_text(const Outlook& outlook, const workflow::Plan& plan, base::Instant now, base::Instant until);
/// The same as JSON.
std::string as_json(const Outlook& outlook, const workflow::Plan& plan, base::Instant now, base::Instant until);
/// A mail as its reader sees it: heads, text, and what its calendar part says.
std::string as_read(const mail::Message& message);

}  // namespace cenacle::cli
