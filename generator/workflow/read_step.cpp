// One step: when, to whom, what.
#include <algorithm>

#include <fmt/format.h>

#include "formats/hash/hash.h"
#include "workflow/reading.h"

namespace cenacle::workflow {

using content::Keys;

namespace {

constexpr std::string_view role_prefix = "role:", membership_prefix = "membership:";

std::vector<std::string_view> audiences_of(About about) {
  std::vector<std::string_view> words;
  for (const AudienceWord& it : audience_words)
    if (may_be_of(it.subjects, about)) words.push_back(it.word);
  return words;
}

/// One of `things`, written "role:ID".
template <class Things>
const typename Things::value_type* named(const Keys& keys, const toml::Node& item, std::string_view prefix,
                                         std::string_view thing, const Things& things) {
  std::vector<std::string> words;
  for (const auto& it : things) {
    words.push_back(std::string(prefix) + it.id);
    if (words.back() == item.text) return &it;
  }
  content::unknown_id(keys, "to", item, thing, {words.begin(), words.end()});
  return nullptr;
}

std::optional<Audience> audience(const Keys& keys, const Reading& reading, About about, const toml::Node& item) {
  Audience it;
  if (item.text.starts_with(role_prefix)) {
    it.kind = Audience::Kind::role;
    it.role = named(keys, item, role_prefix, "role", reading.network.roles);
    return it.role == nullptr ? std::nullopt : std::optional(it);
  }
  if (item.text.starts_with(membership_prefix)) {
    it.kind = Audience::Kind::membership;
    it.membership = named(keys, item, membership_prefix, "membership", reading.network.memberships);
    return it.membership == nullptr ? std::nullopt : std::optional(it);
  }
  for (const AudienceWord& word : audience_words)
    if (word.word == item.text && may_be_of(word.subjects, about)) {
      it.kind = word.value;
      return it;
    }
  auto words = audiences_of(about);
  words.push_back("role:…"), words.push_back("membership:…");
  keys.not_of_list("to", item, words);
  return std::nullopt;
}

std::vector<Audience> read_to(Keys& keys, const Reading& reading, About about, content::Need need) {
  std::vector<Audience> all;
  const toml::Node* const list = keys.find("to", toml::Kind::array, need, Keys::Items::texts);
  if (list == nullptr) return all;
  for (const toml::Node& item : list->items)
    if (item.kind == toml::Kind::text)
      if (const auto it = audience(keys, reading, about, item)) all.push_back(*it);
  return all;
}

std::vector<Filter> read_only(Keys& keys, About about) {
  std::vector<Filter> all;
  const toml::Node* const list = keys.find("only", toml::Kind::array, content::Need::optional, Keys::Items::texts);
  if (list == nullptr) return all;
  std::vector<std::string_view> words;
  for (const FilterWord& it : filter_words)
    if (may_be_of(it.subjects, about)) words.push_back(it.word);
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    const auto* const found = std::find_if(std::begin(filter_words), std::end(filter_words), [&](const FilterWord& it) {
      return it.word == item.text && may_be_of(it.subjects, about);
    });
    if (found != std::end(filter_words))
      all.push_back(found->value);
    else
      keys.not_of_list("only", item, words);
  }
  return all;
}

/// The name of a mail of the theme that is about such subjects.
std::string read_mail(Keys& keys, std::string_view key, const Reading& reading, About about, content::Need need) {
  const toml::Node* const value = keys.find(key, toml::Kind::text, need);
  if (value == nullptr) return {};
  if (reading.mails == nullptr) return value->text;
  const std::string_view subject = rules::word_in(about_words, about);
  const auto written_for = reading.mails->about(value->text);
  if (!written_for) {
    std::vector<std::string_view> known;
    for (const std::string_view it : reading.mails->names)
      if (const auto of = reading.mails->about(it); of == subject || of == "any") known.push_back(it);
    content::unknown_id(keys, key, *value, "mail of the theme called", std::move(known));
  } else if (*written_for != subject && *written_for != "any") {
    keys.report(diag::code::bad_value, value->at,
                fmt::format("the mail `{}` is written for a {}, not for a {}", value->text, *written_for, subject),
                fmt::format("take a mail for a {}, or write one in the theme", subject));
  }
  return value->text;
}

void read_again(Keys& keys, const Reading& reading, Step* it) {
  keys.table("again", "a repetition", [&](Keys& table) {
    if (const auto days = rules::figure(table, "days", reading.numbers, content::Need::required, 1))
      it->again_days = days->value;
    if (const auto times = rules::figure(table, "times", reading.numbers, content::Need::required, 2))
      it->times = times->value;
  });
}

void read_invitation(Keys& keys, const Reading& reading, About about, Step* it) {
  it->invitation = keys.boolean("invitation");
  const auto need = it->invitation ? content::Need::required : content::Need::optional;
  it->changed = read_mail(keys, "changed", reading, about, need);
  it->cancelled = read_mail(keys, "cancelled", reading, about, need);
  if (it->invitation && about != About::meeting)
    keys.report(diag::code::bad_value, keys.find("invitation")->value.at, "one is invited to meetings only",
                "take `invitation` out");
}

/// What of a value makes a difference: not where it stands.
void write_meaning(const toml::Node& node, std::string* out) {
  *out += fmt::format("{}:{}:{}", static_cast<int>(node.kind), node.integer, node.text.size());
  *out += node.text;
  *out += '[';
  for (const toml::Node& it : node.items) write_meaning(it, out);
  for (const toml::Entry& it : node.entries) {
    *out += it.key;
    *out += '=';
    write_meaning(it.value, out);
  }
  *out += ']';
}

}  // namespace

std::string meaning(const toml::Node& workflow, const toml::Node& step) {
  std::string out;
  const auto write = [&](const toml::Node& table, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
      if (const toml::Node* const value = table.find(key)) {
        out += key;
        write_meaning(*value, &out);
      }
  };
  write(workflow, {"about", "where"});
  write(step, {"when", "to", "only", "mail", "does", "invitation"});
  return hash::sha256(out);
}

Step read_step(Keys& keys, const Reading& reading, const Workflow& workflow) {
  const About about = workflow.about;
  Step it;
  it.at = rules::spot_of(keys);
  it.line = it.at.line;
  it.id = rules::new_id(keys, workflow.steps);
  it.when = read_when(keys, reading, about);
  if (keys.find("does") != nullptr) {
    it.act = keys.choice("does", rules::act_words, rules::Act::convene);
    if (about != About::registration)
      keys.report(diag::code::bad_value, keys.find("does")->value.at, "what is done is done to registrations",
                  "write:\nabout = \"registration\"");
  }
  const auto need = it.act ? content::Need::optional : content::Need::required;
  it.to = read_to(keys, reading, about, need);
  it.only = read_only(keys, about);
  it.mail = read_mail(keys, "mail", reading, about, need);
  if (it.act && !it.mail.empty())
    keys.report(diag::code::bad_value, keys.find("mail")->value.at, "a step sends a mail or does something, not both",
                "make two steps of it");
  read_invitation(keys, reading, about, &it);
  it.until = read_until(keys, reading, about);
  read_again(keys, reading, &it);
  it.gather = keys.boolean("gather");
  it.list = keys.id("list");
  return it;
}

}  // namespace cenacle::workflow
