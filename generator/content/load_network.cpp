// network.md: what a network is, and the lists that its other files choose from.
#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "content/kinds.h"
#include "content/page_keys.h"
#include "content/references.h"
#include "content/sources.h"
#include "content/values.h"

namespace cenacle::content {

namespace {

/// The id of a thing of one of the network's lists, which nothing before it in the list has.
template <class Things>
std::string new_id(Keys& keys, const Things& before) {
  std::string id = keys.id("id", Need::required);
  if (id.empty() || std::none_of(before.begin(), before.end(), [&](const auto& it) { return it.id == id; })) return id;
  keys.report(diag::code::duplicate_id, keys.find("id")->value.at, fmt::format("the id `{}` is used twice in this list", id),
              "give one of them another id");
  return id;
}

constexpr Choice<model::OpenTo> registrations[] = {
    {"none", model::OpenTo::none}, {"network", model::OpenTo::network}, {"open", model::OpenTo::open}};

void load_meeting_kinds(Keys& keys, model::Network& network) {
  keys.tables("meeting_kinds", "a kind of meeting", [&](Keys& table) {
    model::MeetingKind it;
    it.id = new_id(table, network.meeting_kinds);
    it.title = table.text("title", Need::required);
    it.plural = table.text("plural", Need::required);
    it.notice_days = table.integer("notice_days");
    it.registration = table.choice("registration", registrations, model::OpenTo::none);
    it.short_notice = table.boolean("short_notice");
    it.description = table.text("description");
    network.meeting_kinds.push_back(std::move(it));
  });
}

void load_document_kinds(Keys& keys, model::Network& network) {
  keys.tables("document_kinds", "a kind of document", [&](Keys& table) {
    model::DocumentKind it;
    it.id = new_id(table, network.document_kinds);
    it.title = table.text("title", Need::required);
    it.plural = table.text("plural", Need::required);
    it.deliverable = table.boolean("deliverable");
    it.description = table.text("description");
    network.document_kinds.push_back(std::move(it));
  });
}

void load_body_lists(Keys& keys, model::Network& network) {
  keys.tables("body_kinds", "a kind of body", [&](Keys& table) {
    model::BodyKind it;
    it.id = new_id(table, network.body_kinds);
    it.title = table.text("title", Need::required);
    it.plural = table.text("plural");
    network.body_kinds.push_back(std::move(it));
  });
  keys.tables("memberships", "a membership", [&](Keys& table) {
    model::Membership it;
    it.id = new_id(table, network.memberships);
    it.title = table.text("title", Need::required);
    it.member = table.boolean("member", true);
    network.memberships.push_back(std::move(it));
  });
}

/// Ids of roles and topics: the rest of them refers to others.
template <class Things>
void reserve_ids(const toml::Node& front, std::string_view key, Things& things) {
  const toml::Node* const list = front.find(key);
  if (list == nullptr || list->kind != toml::Kind::array) return;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::table) continue;
    const toml::Node* const id = item.find("id");
    things.emplace_back().id = id == nullptr ? std::string() : id->text;
  }
}

/// A stretch of a list; libstdc++'s own, std::ranges::subrange, is beyond clang 14.
template <class Iterator>
struct Stretch {
  Iterator first, last;
  Iterator begin() const { return first; }
  Iterator end() const { return last; }
};

/// Reads the tables of `[[key]]` into the things that `reserve_ids` made of them, in the same order.
template <class Things, class Read>
void fill(Keys& keys, std::string_view key, std::string_view what, Things& things, const Read& read) {
  auto next = things.begin();
  keys.tables(key, what, [&](Keys& table) {
    new_id(table, Stretch<decltype(next)>{things.begin(), next});
    read(table, *next++);
  });
}

void load_role(Keys& keys, model::Role& it) {
  it.title = keys.text("title", Need::required);
  it.plural = keys.text("plural");
  it.mail = keys.mail("mail");
  it.phone = keys.text("phone");
  it.body = reference<model::Body>(keys, "body");
  it.function = keys.text("function");
  it.description = keys.text("description");
  it.fallback = reference<model::Role>(keys, "fallback");
  it.shown = keys.boolean("public", true);
  if (it.fallback != &it) return;
  it.fallback = nullptr;
  keys.report(diag::code::bad_value, keys.find("fallback")->value.at, "a role cannot stand in for itself", "name another role, by its id");
}

void load_topic(Keys& keys, model::Topic& it) {
  it.title = keys.text("title", Need::required);
  it.description = keys.text("description");
  it.experts = references<model::Role>(keys, "experts");
}

std::int64_t amount(Keys& keys) {
  const bool in_cents = keys.find("cents") != nullptr, in_words = keys.find("amount") != nullptr;
  if (in_cents && in_words)
    keys.report(diag::code::bad_amount, keys.find("cents")->at, "the amount is given twice", "keep `amount`, take `cents` out");
  if (!in_cents && !in_words) keys.missing("amount", "\"280,00 €\"");
  if (in_cents && !in_words) return keys.integer("cents").value_or(0);
  if (!in_words) return 0;
  const toml::Node& value = keys.find("amount")->value;
  const std::string written = value.kind == toml::Kind::integer ? std::to_string(value.integer) : value.text;
  const auto cents = value.kind == toml::Kind::text ? parse_cents(written) : std::nullopt;
  if (cents) return *cents;
  const std::string meant = quoted(amount_meant(written).value_or("280,00 €"));
  if (value.kind == toml::Kind::text) {
    keys.report(diag::code::bad_amount, value.at, fmt::format("{} is not an amount", quoted(written)),
                "euros, comma, cents, euro sign:\namount = " + meant);
  } else {
    keys.report(diag::code::wrong_type, value.at, fmt::format("`amount` is a text, not {}", toml::name_of(value.kind)),
                "between quotes, with its unit:\namount = " + meant);
  }
  return 0;
}

void load_rate_memberships(Keys& keys, const model::Network& network, model::Rate& it) {
  const toml::Node* const list = keys.find("membership", toml::Kind::array, Need::optional, Keys::Items::texts);
  if (list == nullptr) return;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (item.text == "none") {
      it.without_membership = true;
    } else if (const auto* membership = one_of(keys, "membership", item, "membership", network.memberships)) {
      it.memberships.push_back(membership);
    }
  }
}

model::Rate load_rate(Keys& keys, const model::Network& network, const std::vector<model::Rate>& before) {
  model::Rate it;
  it.id = new_id(keys, before);
  it.title = keys.text("title", Need::required);
  it.cents = amount(keys);
  it.unit = keys.text("unit");
  it.population_min = keys.integer("population_min");
  it.population_max = keys.integer("population_max");
  keys.in_order("population_min", it.population_min, "population_max", it.population_max);
  load_rate_memberships(keys, network, it);
  return it;
}

void load_tariffs(Keys& keys, model::Network& network) {
  keys.tables("tariffs", "a tariff", [&](Keys& table) {
    model::Tariff it;
    it.year = table.integer("year", Need::required, 2000).value_or(0);
    if (std::any_of(network.tariffs.begin(), network.tariffs.end(), [&](const auto& other) { return other.year == it.year; }))
      table.report(diag::code::duplicate_id, table.at(), fmt::format("the year {} has two tariffs", it.year),
                   "put the rates of a year below one `[[tariffs]]`");
    it.set_by = table.text("set_by");
    it.set_on = table.date("set_on");
    it.note = table.text("note");
    table.tables("rates", "a rate", [&](Keys& rate) { it.rates.push_back(load_rate(rate, network, it.rates)); });
    network.tariffs.push_back(std::move(it));
  });
  std::stable_sort(network.tariffs.begin(), network.tariffs.end(), [](const auto& a, const auto& b) { return a.year > b.year; });
}

constexpr Choice<bool> visibilities[] = {{"public", true}, {"network", false}};

}  // namespace

void load_vocabulary(Keys& keys, model::Network& network, base::Date today) {
  const toml::Node& front = keys.table();
  network.members = members_of(network, model::Audience::Kind::network, {});
  network.opens = keys.date("opens");
  network.open = !network.opens || *network.opens <= today;
  network.public_by_default = keys.choice("visibility", visibilities, true);
  load_body_lists(keys, network);
  load_meeting_kinds(keys, network);
  load_document_kinds(keys, network);
  reserve_ids(front, "roles", network.roles);
  reserve_ids(front, "topics", network.topics);
}

void load_network(Keys& keys, model::Network& network) {
  const bool open_to_all = network.open && network.public_by_default;
  network.page.title = keys.text("title", Need::required);
  network.page.summary = keys.text("summary", Need::required);
  network.page.audience = open_to_all ? model::Audience{} : network.members;
  network.page.address = network.page.id + "/index.html";
  load_aliases(keys, network.page);
  keys.boolean("draft");
  keys.date("published");
  network.short_title = keys.text("short_title");
  network.kind = keys.text("kind");
  network.organisers = references<model::Body>(keys, "organiser");
  network.order = keys.integer("order", Need::optional, INT64_MIN).value_or(0);
  if (std::string zone = keys.id("holidays"); !zone.empty()) network.holidays = std::move(zone);
  network.holidays_at = keys.spot("holidays");
  network.group_label = keys.text("group_label");
  network.workshop_label = keys.text("workshop_label");
  network.rights = keys.text("rights");
  keys.table("contact", "`[contact]`", [&](Keys& table) {
    network.contact.role = reference<model::Role>(table, "role", Need::required);
    network.contact.hours = table.text("hours");
    network.contact.text = table.text("text");
  });
  keys.table("billing", "`[billing]`", [&](Keys& table) {
    model::Billing& it = network.billing.emplace();
    it.issuer = table.text("issuer", Need::required);
    it.siret = table.text("siret", Need::required);
    it.address = table.text("address", Need::required);
    it.vat = table.text("vat", Need::required);
    it.payment = table.text("payment");
    it.mail = table.mail("mail");
    it.valid_days = table.integer("valid_days", Need::required, 1).value_or(0);
  });
  fill(keys, "roles", "a role", network.roles, load_role);
  fill(keys, "topics", "a topic", network.topics, load_topic);
  load_tariffs(keys, network);
}

}  // namespace cenacle::content
