// Messages of the outbox as rows of their table, and back.
#include <fmt/format.h>

#include "ledger/days.h"
#include "ledger/rows.h"
#include "workflow/outbox.h"

namespace cenacle::ledger {

namespace {

Value or_null(const std::optional<base::Instant>& instant) {
  return instant ? Value(seconds_of(*instant)) : ledger::or_null(std::int64_t{0});
}

}  // namespace

const std::string_view select_messages =
    "SELECT id, network, path, subject, mail, invitation, revision, person, detail, queued, until, fate, offers, "
    "doubts, sender, again, code FROM messages ";
const std::string_view message_columns =
    "ittttti"
    "ttiitii"
    "tii";

model::Message read_message(const Row& row) {
  model::Message it;
  it.id = row.number(0);
  it.network = row.text(1);
  it.path = row.text(2);
  it.subject = row.text(3);
  it.mail = row.text(4);
  it.invitation = row.text(5);
  it.revision = row.number(6);
  it.person = row.text(7);
  it.detail = row.text(8);
  it.queued = instant_of(row.number(9));
  if (!row.null(10)) it.until = instant_of(row.number(10));
  const auto fate = model::fate_of(row.text(11));
  if (!fate) disk_trouble(fmt::format("message {} is in an unknown state: {}", it.id, row.text(11)));
  it.fate = *fate;
  it.offers = row.number(12);
  it.doubts = row.number(13);
  it.sender = row.text(14);
  if (!row.null(15)) it.again = instant_of(row.number(15));
  it.code = row.number(16);
  return it;
}

void write_message(Database& database, const model::Message& it, bool is_new) {
  if (!is_new)
    return database.run(
        "UPDATE messages SET fate = ?, offers = ?, doubts = ?, sender = ?, again = ?, code = ? WHERE id = ?",
        {model::word(it.fate), it.offers, it.doubts, ledger::or_null(it.sender), or_null(it.again),
         ledger::or_null(it.code), it.id});
  const std::string recipient = workflow::recipient_of(it);
  const Value values[] = {it.id,
                          ledger::or_null(it.network),
                          it.path,
                          it.subject,
                          it.revision,
                          recipient,
                          it.mail,
                          ledger::or_null(it.invitation),
                          ledger::or_null(it.person),
                          ledger::or_null(it.detail),
                          seconds_of(it.queued),
                          or_null(it.until),
                          model::word(it.fate),
                          it.offers,
                          it.doubts,
                          ledger::or_null(it.sender),
                          or_null(it.again),
                          ledger::or_null(it.code)};
  database.run(
      "INSERT INTO messages (id, network, path, subject, revision, recipient, mail, invitation, person, detail, "
      "queued, "
      "until, fate, offers, doubts, sender, again, code) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      values);
}

}  // namespace cenacle::ledger
