// Who people are: said, changed, and erased.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/locale/locale.h"
#include "ledger/chance.h"
#include "ledger/rows.h"
#include "ledger/transaction.h"

namespace cenacle::ledger {

namespace {

/// Eighty bits: nobody's id says anything, nor is ever given twice.
model::PersonId new_id() {
  model::PersonId id = "p-";
  for (const char each : chance(16)) id += "abcdefghijklmnopqrstuvwxyz234567"[each & 31];
  return id;
}

constexpr std::array<std::pair<std::string_view, std::string Identity::*>, 6> fields = {{
    {"given-name", &Identity::given_name},
    {"family-name", &Identity::family_name},
    {"mail", &Identity::mail},
    {"phone", &Identity::phone},
    {"profile", &Identity::profile},
    {"function", &Identity::function},
}};

void check_identity(const Identity& identity) {
  for (const auto& [name, field] : fields) check_text(identity.*field);
}

model::Fact fact_of(model::FactKind kind, std::string_view person, base::Instant at) {
  model::Fact fact;
  fact.kind = kind, fact.person = person, fact.at = at;
  return fact;
}

bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Where `name` stands in `text` as words of their own.
std::size_t find_words(std::string_view text, std::string_view name, std::size_t from = 0) {
  for (std::size_t at = text.find(name, from); at != text.npos; at = text.find(name, at + 1))
    if ((at == 0 || !is_letter(text, at - 1)) && !is_letter(text, at + name.size())) return at;
  return text.npos;
}

/// `text` without the names, in whose place "…" stands; nothing at all when one is there in another spelling.
std::string without(std::string text, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    for (std::size_t at = find_words(text, name); at != text.npos; at = find_words(text, name, at))
      text.replace(at, name.size(), "…");
    if (find_words(locale::fold(text), locale::fold(name)) != text.npos) return "";
  }
  return text;
}

}  // namespace

base::Result<model::PersonId> OpenTransaction::add_person(const Identity& identity, base::Instant at) {
  return tried([&] {
    check_identity(identity);
    model::Fact fact = fact_of(model::FactKind::person_added, new_id(), at);
    write_all({&fact, 1});
    write_identity(database_, fact.person, identity, true);
    return fact.person;
  });
}

base::Outcome OpenTransaction::change_person(std::string_view id, const Identity& identity, base::Instant at) {
  return done([&] {
    check_identity(identity);
    const auto person = find_person(id);
    if (!person || person->erased) disk_trouble(fmt::format("there is nobody with the id {}", id));
    const Identity before = {person->given_name, person->family_name, person->mail,
                             person->phone,      person->profile,     person->function};
    std::vector<model::Fact> facts;
    for (const auto& [name, field] : fields) {
      if (before.*field == identity.*field) continue;
      facts.push_back(fact_of(model::FactKind::person_changed, id, at));
      facts.back().value = name;
    }
    if (facts.empty()) return;
    write_all(facts);
    write_identity(database_, id, identity, false);
  });
}

base::Outcome OpenTransaction::identify(std::string_view person, const Identity& identity) {
  return done([&] {
    check_identity(identity);
    write_identity(database_, person, identity, true);
  });
}

base::Outcome OpenTransaction::erase_person(std::string_view id, base::Instant at) {
  return done([&] {
    const auto person = find_person(id);
    if (!person) disk_trouble(fmt::format("there is nobody with the id {}", id));
    Identity identity;
    database_.each(fmt::format("{}WHERE person = ?", select_identities), identity_columns, {id},
                   [&](const Row& row) { identity = read_identity(row).identity; });
    database_.run("DELETE FROM identities WHERE person = ?", {id});
    drop_messages(id, at);
    erase_words(id, identity);
    if (!person->erased) {
      model::Fact fact = fact_of(model::FactKind::erased, id, at);
      write_all({&fact, 1});
    }
    database_.run("INSERT INTO meta (name, value) VALUES ('erasure', 'pending') ON CONFLICT (name) DO NOTHING");
    erased_ = true;
  });
}

/// What was written of her: the words of her facts, of the registrations that she was ever in, of her requests, of the
/// mails to her. And her names and address wherever else somebody wrote them; her family name alone if nobody else has
/// it.
void OpenTransaction::erase_words(std::string_view id, const Identity& identity) {
  database_.run(
      "UPDATE words SET text = '' WHERE fact IN (SELECT seq FROM facts WHERE person = ? OR other = ? OR registration "
      "IN (SELECT registration FROM facts WHERE (person = ? OR other = ?) AND registration IS NOT NULL) OR request IN "
      "(SELECT request FROM facts WHERE person = ? AND request IS NOT NULL) OR message IN "
      "(SELECT id FROM messages WHERE person = ?))",
      {id, id, id, id, id, id});
  std::vector<std::string> names = {identity.mail, identity.phone, identity.given_name + " " + identity.family_name,
                                    identity.family_name + " " + identity.given_name};
  if (database_.number("SELECT count(*) FROM identities WHERE family_name = ?", {identity.family_name}) == 0)
    names.push_back(identity.family_name);
  std::erase_if(names, [](const std::string& it) { return it.empty() || it == " "; });
  if (names.empty()) return;
  std::vector<std::pair<std::int64_t, std::string>> changed;
  database_.each("SELECT fact, text FROM words WHERE text <> ''", "it", {}, [&](const Row& row) {
    std::string left = without(std::string(row.text(1)), names);
    if (left != row.text(1)) changed.emplace_back(row.number(0), std::move(left));
  });
  for (const auto& [fact, text] : changed) database_.run("UPDATE words SET text = ? WHERE fact = ?", {text, fact});
}

}  // namespace cenacle::ledger
