// From an action of the plan to the mail that it owes. Pure: the same content, facts, secret and clock of queueing make
// the same message, however often it is written again.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/links.h"
#include "content/load.h"
#include "mail/mails.h"
#include "mail/message.h"
#include "model/figures.h"
#include "rules/registration/read.h"
#include "rules/registration/records.h"
#include "site/calendars.h"
#include "site/theme.h"
#include "workflow/action.h"

namespace cenacle::mail {

/// What all mails of a portal are written from. All outlive the writer.
struct Setting {
  const content::Content& content;
  const content::Links& links;
  const Mails& mails;
  const rules::Rulebooks& books;
  const site::Calendars& calendars;  ///< that hold the lock
  const rules::Records& records;     ///< of one state of the ledger
  /// `asked` and what follows it, with words: ledger::Transaction::facts_of_request.
  std::function<std::vector<model::Fact>(std::int64_t request)> facts_of_request;
  std::string secret;                       ///< ledger::Ledger::secret
  const site::Theme* papers = nullptr;      ///< for quotes; null: they are told without their page
  const model::Figures* figures = nullptr;  ///< for indicators; null: they are not told
  std::string feeds_url = {};               ///< of private feeds, ends with "/"; empty: below the portal's address
};

/// One at work in one thread. What is the same for many people (a meeting's agenda, its calendar entry, the minutes'
/// page) is made once and kept.
class Writer {
 public:
  explicit Writer(const Setting& setting);
  ~Writer();
  Writer(const Writer&) = delete;

  /// `message`: its number in the outbox; `at`: when it was queued, which is its date. A failure says why it cannot be
  /// written: the template is gone, the recipient has no address (any more), what it is about is not in the content.
  base::Result<Message> compose(const workflow::Action& action, std::int64_t message, base::Instant at);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// "SHA-256 of the key@host", the first half of its digits: the same each time that the message is written.
std::string message_id(const workflow::Key& key, std::string_view host);

}  // namespace cenacle::mail
