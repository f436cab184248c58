// From facts to what became of a message, and from an action to its fact and back.
#include "workflow/outbox.h"

#include "formats/json/json.h"
#include "formats/json/read.h"

namespace cenacle::workflow {

namespace {

using model::Fact;
using model::FactKind;
using model::Fate;
using model::Message;

/// What the coordinator put back is told from what a relay deferred.
constexpr std::string_view by_hand = "retry";

std::string_view word(Invitation invitation) {
  if (invitation == Invitation::request) return "request";
  return invitation == Invitation::cancel ? "cancel" : "";
}

Invitation invitation_of(std::string_view word) {
  if (word == "request") return Invitation::request;
  return word == "cancel" ? Invitation::cancel : Invitation::none;
}

/// What the members of a fact do not hold.
std::string detail_of(const Action& action) {
  json::Writer out(json::Writer::Layout::compact);
  out.begin_object();
  const auto text = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out.key(name).text(value);
  };
  text("mailbox", action.to.mail);
  text("name", action.to.name);
  out.key("due").text(base::iso(action.due));
  if (!action.items.empty()) {
    out.key("items").begin_array();
    for (const std::string& it : action.items) out.text(it);
    out.end_array().key("revisions").begin_array();
    for (const std::int64_t it : action.revisions) out.integer(it);
    out.end_array();
  }
  if (action.sequence != 0) out.key("sequence").integer(action.sequence);
  text("list", action.list);
  text("file", action.reason.file);
  if (action.reason.line != 0) out.key("line").integer(action.reason.line);
  text("says", action.reason.says);
  return out.end_object().take();
}

Fact about(FactKind kind, const Message& message, base::Instant at) {
  Fact fact;
  fact.kind = kind, fact.at = at, fact.message = message.id, fact.network = message.network;
  return fact;
}

Message begun(const Fact& fact) {
  Message it;
  it.id = fact.message, it.network = fact.network, it.path = fact.path, it.subject = fact.object;
  it.mail = fact.value, it.invitation = fact.cause, it.revision = fact.number, it.person = fact.person;
  it.detail = fact.detail, it.queued = fact.at, it.until = fact.until;
  return it;
}

void take_answer(Message& it, const Fact& fact) {
  const bool is_by_hand = fact.cause == by_hand;
  if (it.fate == Fate::accepted || (is_final(it.fate) && fact.value != "accepted" && !is_by_hand)) return;
  it.code = fact.number;
  it.again = fact.until;
  if (is_by_hand) {  // a new count: the coordinator knows what he does
    it.fate = Fate::deferred, it.doubts = 0;
  } else if (fact.value == "uncertain") {
    it.fate = Fate::in_doubt, ++it.doubts;
  } else if (fact.value == "deferred") {  // of this offer nothing left; of one before, perhaps
    it.fate = it.doubts > 0 ? Fate::in_doubt : Fate::deferred;
  } else if (const auto fate = model::fate_of(fact.value); fate && is_final(*fate)) {
    it.fate = *fate;
  }
}

}  // namespace

Fact queued(const Action& action, std::int64_t message, base::Instant at) {
  Fact fact;
  fact.kind = FactKind::queued, fact.at = at, fact.message = message, fact.network = action.network;
  fact.person = action.to.person;
  fact.path = action.key.workflow + "/" + action.key.step;
  fact.object = action.key.subject;
  fact.number = action.key.revision;
  fact.limit = action.sequence;
  fact.value = action.mail;
  fact.cause = word(action.invitation);
  fact.until = action.until;
  fact.detail = detail_of(action);
  return fact;
}

std::optional<Action> action_of(const Message& message) {
  const auto detail = json::parse(message.detail);
  const std::size_t slash = message.path.find('/');
  if (!detail || detail->kind != json::Kind::object || slash == message.path.npos) return std::nullopt;
  const auto due = base::parse_instant(detail->text_of("due"));
  if (!due || !message.until) return std::nullopt;
  Action it;
  it.key.workflow = message.path.substr(0, slash);
  it.key.step = message.path.substr(slash + 1);
  it.key.subject = message.subject;
  it.key.revision = message.revision;
  it.network = message.network;
  it.to.person = message.person;
  it.to.mail = detail->text_of("mailbox");
  it.to.name = detail->text_of("name");
  it.key.recipient = it.to.reference();
  it.mail = message.mail;
  it.invitation = invitation_of(message.invitation);
  it.due = *due, it.until = *message.until;
  if (const json::Value* items = detail->find("items"))
    for (const json::Value& each : items->items) it.items.push_back(each.text);
  if (const json::Value* revisions = detail->find("revisions"))
    for (const json::Value& each : revisions->items) it.revisions.push_back(each.integer);
  it.sequence = detail->integer_of("sequence");
  it.list = detail->text_of("list");
  it.reason.file = detail->text_of("file");
  it.reason.line = static_cast<std::uint32_t>(detail->integer_of("line"));
  it.reason.says = detail->text_of("says");
  return it;
}

std::string recipient_of(const Message& message) {
  if (!message.person.empty()) return message.person;
  const auto detail = json::parse(message.detail);
  return Recipient{"", std::string(detail ? detail->text_of("mailbox") : ""), ""}.reference();
}

std::optional<Message> fold(const std::optional<Message>& before, const Fact& fact) {
  if (fact.kind == FactKind::queued) return before ? std::nullopt : std::optional(begun(fact));
  if (!before) return std::nullopt;
  Message it = *before;
  if (fact.kind == FactKind::offered) {
    if (is_final(it.fate) || it.fate == Fate::offered) return std::nullopt;
    it.fate = Fate::offered, it.sender = fact.value, it.again = fact.until;
    ++it.offers;
  } else if (fact.kind == FactKind::relayed) {
    take_answer(it, fact);
  }
  return it;
}

Offer may_offer(const Message& message, base::Instant now) {
  if (is_final(message.fate)) return Offer::never;
  if (message.fate == Fate::offered) return Offer::later;
  const bool is_late = message.until && *message.until < now;
  if (message.fate == Fate::in_doubt && (is_late || message.doubts > offers_after_doubt)) return Offer::never;
  if (is_late) return Offer::too_late;
  return message.again && *message.again > now ? Offer::later : Offer::now;
}

Fact offered(const Message& message, std::string_view sender, base::Instant now, base::Instant end) {
  Fact fact = about(FactKind::offered, message, now);
  fact.value = sender, fact.until = end;
  return fact;
}

Fact relayed(const Message& message, std::string_view value, base::Instant now) {
  Fact fact = about(FactKind::relayed, message, now);
  fact.value = value;
  return fact;
}

std::optional<Fact> dropped(const Message& message, base::Instant now) {
  if (is_final(message.fate) || message.fate == Fate::offered) return std::nullopt;
  return relayed(message, "dropped", now);
}

std::optional<Fact> put_back(const Message& message, base::Instant now) {
  const bool is_useful = !message.until || *message.until >= now;
  if (!is_useful || message.fate == Fate::queued || message.fate == Fate::offered || message.fate == Fate::accepted)
    return std::nullopt;
  Fact fact = relayed(message, "deferred", now);
  fact.cause = by_hand;
  return fact;
}

}  // namespace cenacle::workflow
