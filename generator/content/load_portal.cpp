// portal.toml: the portal, its addresses, its legal notice, its accessibility statement, its mails.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "content/kinds.h"
#include "content/layout.h"
#include "content/references.h"
#include "content/values.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

/// What has a word in addresses beside the folders: lists, and pages without a file.
constexpr std::array<std::string_view, 20> other_words = {
    "agenda",  "programme", "deliverables", "decisions", "directory", "indicators", "toolbox", "accessibility",
    "legal", "topic",   "profile",   "upcoming",     "past",      "kind",      "software",   "experts", "bodies",
    "subscribe", "join", "members"};

void load_addresses(Keys& keys, model::Portal& portal) {
  const auto word = [&](std::string_view name) {
    if (std::string id = keys.id(name); !id.empty()) portal.addresses.emplace(name, std::move(id));
  };
  for (const std::string_view name : folder_names) word(name);
  for (const std::string_view name : other_words) word(name);
}

/// Two folders with one word would write their pages to one place.
void check_addresses(const Keys& portal_keys, const toml::Node& table, const model::Portal& portal) {
  std::vector<std::pair<std::string_view, std::string_view>> used;  // word, folder
  for (const std::string_view folder : folder_names) {
    const std::string_view word = portal.word(folder);
    const auto same = std::find_if(used.begin(), used.end(), [&](const auto& it) { return it.first == word; });
    if (same == used.end()) {
      used.emplace_back(word, folder);
      continue;
    }
    const toml::Node* value = table.find(folder);
    if (value == nullptr) value = table.find(same->second);
    if (value == nullptr) continue;
    portal_keys.report(diag::code::address_clash, value->at,
                       fmt::format("`{}` and `{}` would have the same addresses: `{}`", same->second, folder, word),
                       "give each folder a word of its own");
  }
}

void load_legal(Keys& keys, model::Legal& legal) {
  legal.publisher = keys.text("publisher", Need::required);
  legal.publisher_address = keys.text("publisher_address", Need::required);
  legal.director = keys.text("director", Need::required);
  legal.host = keys.text("host", Need::required);
  legal.host_address = keys.text("host_address", Need::required);
  legal.contact = keys.mail("contact", Need::required);
  legal.siret = keys.text("siret");
  legal.phone = keys.text("phone");
  legal.data_protection = keys.mail("data_protection");
  legal.licence = keys.text("licence");
}

constexpr Choice<model::Conformity> conformities[] = {
    {"none", model::Conformity::none}, {"partial", model::Conformity::partial}, {"full", model::Conformity::full}};

void load_rate(Keys& keys, model::Accessibility& it) {
  it.rate = keys.integer("rate");
  if (!it.rate) return;
  const toml::Spot& at = keys.find("rate")->value.at;
  if (*it.rate > 100) keys.report(diag::code::bad_value, at, "`rate` is a percentage, at most 100", paste("rate", "100"));
  if (it.audit_date && !it.auditor.empty()) return;
  keys.report(diag::code::rate_without_audit, at, "a rate is announced without the audit that found it",
              "take it out, or say when and by whom the audit was made:\naudit_date = 2026-10-06\nauditor = \"…\"");
}

void load_accessibility(Keys& keys, model::Accessibility& it) {
  it.status = keys.choice("status", conformities, model::Conformity::none, Need::required);
  it.contact = keys.mail("contact", Need::required);
  it.declared = keys.date("declared", Need::required).value_or(base::Date{});
  if (std::string standard = keys.text("standard"); !standard.empty()) it.standard = std::move(standard);
  it.audit_date = keys.date("audit_date");
  it.auditor = keys.text("auditor");
  load_rate(keys, it);
  it.exceptions = keys.texts("exceptions");
  it.remedies_date = keys.date("remedies_date");
}

/// Without the table, mails come from the portal's contact.
void load_mailing(Keys& keys, model::Portal& portal) {
  model::Mailing& it = portal.mail;
  if (std::string address = keys.mail("address"); !address.empty()) it.address = std::move(address);
  if (std::string name = keys.text("name"); !name.empty()) it.name = std::move(name);
  it.verp = keys.boolean("verp", it.verp);
  it.max_mails = keys.integer("max_mails").value_or(it.max_mails);
  it.max_attachment = keys.integer("max_attachment").value_or(it.max_attachment);
}

/// An address that others are appended to.
std::string folder_address(Keys& keys, std::string_view key, Need need) {
  std::string address = keys.secure_address(key, need);
  if (address.empty() || address.ends_with("/")) return address;
  keys.report(diag::code::bad_address, keys.find(key)->value.at, fmt::format("`{}` ends with `/`", key),
              paste(key, quoted(address + "/")));
  return address + "/";
}

void load_time_zone(Keys& keys, model::Portal& portal) {
  const std::string zone = keys.text("time_zone");
  if (zone.empty()) return;
  if (locale::is_time_zone(zone)) {
    portal.time_zone = zone;
    return;
  }
  unknown_time_zone(keys, "time_zone");
}

constexpr Choice<std::string_view> languages[] = {{"fr", "fr"}, {"en", "en"}};

}  // namespace

void load_portal(Keys& keys, model::Portal& portal) {
  portal.title = keys.text("title", Need::required);
  portal.description = keys.text("description", Need::required);
  portal.language = keys.choice("language", languages, std::string_view("fr"));
  load_time_zone(keys, portal);
  portal.base_url = folder_address(keys, "base_url", Need::required);
  portal.spaces_url = folder_address(keys, "spaces_url", Need::optional);
  if (portal.spaces_url.empty() && !portal.base_url.empty()) portal.spaces_url = portal.base_url + "espaces/";
  if (std::string theme = keys.id("theme"); !theme.empty()) portal.theme = std::move(theme);
  keys.table("addresses", "`[addresses]`", [&](Keys& table) { load_addresses(table, portal); });
  if (const toml::Entry* table = keys.find("addresses")) check_addresses(keys, table->value, portal);
  if (keys.find("legal") == nullptr)
    keys.missing("legal", "[legal]\npublisher = \"…\"\npublisher_address = \"…\"\ndirector = \"…\"\nhost = \"…\"\n"
                          "host_address = \"…\"\ncontact = \"contact@portail.example\"");
  keys.table("legal", "`[legal]`", [&](Keys& table) { load_legal(table, portal.legal); });
  if (keys.find("accessibility") == nullptr)
    keys.missing("accessibility", "[accessibility]\nstatus = \"none\"\ncontact = \"contact@portail.example\"\ndeclared = 2026-10-06");
  keys.table("accessibility", "`[accessibility]`", [&](Keys& table) { load_accessibility(table, portal.accessibility); });
  portal.mail.address = portal.legal.contact;
  portal.mail.name = portal.title;
  keys.table("mail", "`[mail]`", [&](Keys& table) { load_mailing(table, portal); });
}

void load_menu(Keys& keys, model::Portal& portal) {
  keys.tables("menu", "a menu entry", [&](Keys& entry) {
    model::MenuEntry it;
    it.title = entry.text("title", Need::required);
    const toml::Node* const to = entry.find("to", toml::Kind::text, Need::required);
    if (to == nullptr) return;
    static constexpr Named kinds[] = {Named::network,  Named::page,         Named::group, Named::workshop, Named::space,
                                      Named::charter,  Named::meeting,      Named::minutes, Named::document,
                                      Named::sheet,    Named::contribution, Named::news};
    const bool path = to->text.starts_with("/") && !to->text.starts_with("//");
    if (path || is_web_address(to->text, true)) {
      it.to = to->text;
    } else {
      it.page = look_up(entry, "to", *to, {kinds, false}).found.page;
    }
    portal.menu.push_back(std::move(it));
  });
}

}  // namespace cenacle::content
