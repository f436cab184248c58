// The outbox: which messages there are, which may be offered to a relay, and who has claimed them.
#include <algorithm>

#include <fmt/format.h>

#include "ledger/days.h"
#include "ledger/rows.h"
#include "ledger/transaction.h"
#include "workflow/outbox.h"

namespace cenacle::ledger {

using model::Fate;
using model::Message;

std::vector<Message> OpenTransaction::messages_by(std::string_view rest, Values values) const {
  std::vector<Message> found;
  database_.each(fmt::format("{}{}", select_messages, rest), message_columns, values,
                 [&](const Row& row) { found.push_back(read_message(row)); });
  return found;
}

std::optional<Message> OpenTransaction::find_message(std::int64_t id) const {
  const Value values[] = {id};
  auto found = messages_by("WHERE id = ?", values);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::int64_t OpenTransaction::next_message() const {
  const auto next = tried([&] { return database_.number("SELECT max(id) FROM messages") + 1; });
  return next ? *next : 0;
}

std::optional<Message> OpenTransaction::message(std::int64_t id) const {
  auto found = tried([&] { return find_message(id); });
  return found ? std::move(*found) : std::nullopt;
}

base::Result<std::optional<Message>> OpenTransaction::queued(const workflow::Key& key) const {
  const std::string path = key.workflow + "/" + key.step;
  const Value values[] = {key.subject, path, key.revision, key.recipient};
  return tried([&] {
    auto found = messages_by("WHERE subject = ? AND path = ? AND revision = ? AND recipient = ?", values);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  });
}

base::Result<std::vector<Message>> OpenTransaction::messages(const Messages& which) const {
  std::string where = "WHERE id > ?";
  std::vector<Value> values = {which.after};
  const auto same = [&](std::string_view column, const std::string& text) {
    if (text.empty()) return;
    where += fmt::format(" AND {} = ?", column);
    values.emplace_back(text);
  };
  same("network", which.network);
  same("person", which.person);
  same("path", which.path);
  same("subject", which.subject);
  std::string fates;
  for (const Fate each : which.fates) {
    fates += fates.empty() ? "?" : ", ?";
    values.emplace_back(model::word(each));
  }
  if (!fates.empty()) where += fmt::format(" AND fate IN ({})", fates);
  where += " ORDER BY id";
  if (which.at_most != 0) {
    where += " LIMIT ?";
    values.emplace_back(which.at_most);
  }
  return tried([&] { return messages_by(where, values); });
}

base::Result<std::vector<std::int64_t>> OpenTransaction::count_messages() const {
  return tried([&] {
    std::vector<std::int64_t> counts(static_cast<std::size_t>(Fate::dropped) + 1);
    database_.each("SELECT fate, count(*) FROM messages GROUP BY fate", "ti", {}, [&](const Row& row) {
      if (const auto fate = model::fate_of(row.text(0))) counts[static_cast<std::size_t>(*fate)] = row.number(1);
    });
    return counts;
  });
}

base::Result<std::vector<model::Fact>> OpenTransaction::facts_of_message(std::int64_t id) const {
  const Value values[] = {id};
  return tried([&] { return facts("WHERE f.message = ? ORDER BY f.seq", values); });
}

/// Each fate by itself, so that the index gives the first of them in order. May_offer decides; the statement leaves out
/// what would be in the way of others for ever.
base::Result<std::vector<Message>> OpenTransaction::to_offer(base::Instant now, std::int64_t after,
                                                             std::int64_t count) const {
  const std::int64_t at = seconds_of(now);
  const auto some = [&](Fate fate, std::string_view condition, std::initializer_list<Value> more) {
    std::vector<Value> values = {model::word(fate), after, at};
    values.insert(values.end(), more);
    values.emplace_back(count);
    return messages_by(fmt::format("WHERE fate = ? AND id > ? AND {} ORDER BY id LIMIT ?", condition), values);
  };
  return tried([&] {
    std::vector<Message> found = some(Fate::queued, "(again IS NULL OR again <= ?)", {});
    for (auto& it : some(Fate::deferred, "(again IS NULL OR again <= ? OR until < ?)", {at}))
      found.push_back(std::move(it));
    for (auto& it :
         some(Fate::in_doubt, "(again IS NULL OR again <= ?) AND (until IS NULL OR until >= ?) AND doubts <= ?",
              {at, workflow::offers_after_doubt}))
      found.push_back(std::move(it));
    std::erase_if(found, [&](const Message& it) {
      const workflow::Offer offer = workflow::may_offer(it, now);
      return offer != workflow::Offer::now && offer != workflow::Offer::too_late;
    });
    std::sort(found.begin(), found.end(), [](const Message& a, const Message& b) { return a.id < b.id; });
    if (static_cast<std::int64_t>(found.size()) > count) found.resize(static_cast<std::size_t>(count));
    return found;
  });
}

base::Result<std::int64_t> OpenTransaction::abandon_claims(std::string_view sender, base::Instant now) {
  return tried([&] {
    const Value values[] = {model::word(Fate::offered), sender, seconds_of(now)};
    std::vector<model::Fact> facts;
    for (const Message& it : messages_by("WHERE fate = ? AND (sender = ? OR again <= ?) ORDER BY id", values))
      facts.push_back(workflow::relayed(it, "uncertain", now));
    write_all(facts);
    return static_cast<std::int64_t>(facts.size());
  });
}

base::Result<std::vector<std::int64_t>> OpenTransaction::claim(std::span<const std::int64_t> ids,
                                                               std::string_view sender, base::Instant now,
                                                               base::Instant end) {
  return tried([&] {
    std::vector<std::int64_t> claimed;
    std::vector<model::Fact> facts;
    for (const std::int64_t id : ids) {
      const auto it = find_message(id);
      if (!it || workflow::may_offer(*it, now) != workflow::Offer::now) continue;
      claimed.push_back(id);
      facts.push_back(workflow::offered(*it, sender, now, end));
    }
    write_all(facts);
    return claimed;
  });
}

/// What was to be written to somebody who is erased is not written any more.
void OpenTransaction::drop_messages(std::string_view person, base::Instant at) {
  const Value values[] = {person};
  std::vector<model::Fact> facts;
  for (const Message& it : messages_by("WHERE person = ? ORDER BY id", values))
    if (auto fact = workflow::dropped(it, at)) facts.push_back(std::move(*fact));
  write_all(facts);
}

}  // namespace cenacle::ledger
