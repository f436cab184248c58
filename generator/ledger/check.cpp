// Whether the ledger is whole, and says today what its facts say: all of them are folded again, and compared.
#include "ledger/check.h"

#include <map>

#include <fmt/format.h>

#include "ledger/erasure.h"
#include "ledger/open_ledger.h"
#include "ledger/rows.h"
#include "rules/registration/fold.h"
#include "workflow/outbox.h"

namespace cenacle::ledger {

namespace {

/// Of one kind, damages are told up to so many.
constexpr int most = 20;

class Check {
 public:
  Check(OpenLedger& ledger, Health& health) : database_(ledger.database()), health_(health) {}

  void run(const OpenTransaction& transaction) {
    for (const std::string& it : database_.damages()) say("{}", it);
    try {
      if (const auto read = transaction.each_fact(0, [&](const model::Fact& it) { replay(it); }); !read)
        throw Trouble{read.failure()};
      compare_registrations();
      compare_people();
      compare_messages();
      compare_words();
    } catch (const Trouble& trouble) {  // what cannot be read cannot be compared
      say("{}", trouble.failure.message);
    }
  }

 private:
  template <class... Args>
  void say(fmt::format_string<Args...> sentence, Args&&... args) {
    if (health_.damages.size() < most) health_.damages.push_back(fmt::format(sentence, std::forward<Args>(args)...));
  }

  void replay(const model::Fact& fact) {
    if (fact.seq != ++health_.facts) {
      say("fact {} is missing: {} stands after {}", health_.facts, fact.seq, health_.facts - 1);
      health_.facts = fact.seq;
    }
    if (fact.registration != 0) {
      auto& it = registrations_[fact.registration];
      it = rules::fold(it, fact);
      if (!it) say("fact {} is of a registration that nobody asked for: {}", fact.seq, fact.registration);
    } else if (fact.kind <= model::FactKind::reviewed) {
      auto& it = people_[fact.person];
      it = rules::fold(it, fact);
      if (!it) say("fact {} is of a person whom nothing adds: {}", fact.seq, fact.person);
    } else if (fact.kind == model::FactKind::queued || fact.kind == model::FactKind::offered ||
               fact.kind == model::FactKind::relayed) {
      auto& it = messages_[fact.message];
      it = workflow::fold(it, fact);
      if (!it) say("fact {} does not follow from what message {} was before", fact.seq, fact.message);
    }
  }

  void compare_registrations() {
    std::int64_t last = 0;
    database_.each(fmt::format("{}ORDER BY id", select_registrations), registration_columns, {}, [&](const Row& row) {
      const model::Registration it = read_registration(row);
      if (it.id != ++last) say("registration {} is missing", last);
      last = it.id;
      const auto found = registrations_.find(it.id);
      if (found == registrations_.end() || found->second != it) say("registration {} is not what its facts say", it.id);
      ++health_.registrations;
    });
    if (static_cast<std::int64_t>(registrations_.size()) != health_.registrations)
      say("{} registrations have facts, {} are in their table", registrations_.size(), health_.registrations);
  }

  void compare_messages() {
    std::int64_t last = 0;
    database_.each(fmt::format("{}ORDER BY id", select_messages), message_columns, {}, [&](const Row& row) {
      const model::Message it = read_message(row);
      if (it.id != ++last) say("message {} is missing", last);
      last = it.id;
      const auto found = messages_.find(it.id);
      if (found == messages_.end() || found->second != it) say("message {} is not what its facts say", it.id);
      ++health_.messages;
    });
    if (static_cast<std::int64_t>(messages_.size()) != health_.messages)
      say("{} messages have facts, {} are in their table", messages_.size(), health_.messages);
  }

  void compare_people() {
    std::map<std::string, model::Person, std::less<>> found;
    database_.each(fmt::format("{}ORDER BY p.id", select_people), person_columns, {}, [&](const Row& row) {
      model::Person it = read_person(row);
      found.emplace(it.id, std::move(it));
    });
    database_.each(fmt::format("{}ORDER BY person, place", select_mandates), mandate_columns, {},
                   [&](const Row& row) { found[std::string(row.text(6))].mandates.push_back(read_mandate(row)); });
    database_.each(fmt::format("{}ORDER BY person, network", select_standings), standing_columns, {},
                   [&](const Row& row) { found[std::string(row.text(2))].standings.push_back(read_standing(row)); });
    for (const auto& [id, it] : found) {
      const auto replayed = people_.find(id);
      if (replayed == people_.end() || !replayed->second || !is_same(*replayed->second, it))
        say("the person {} is not what her facts say", id);
    }
    health_.people = static_cast<std::int64_t>(found.size());
    if (people_.size() != found.size())
      say("{} people have facts, {} are in their table", people_.size(), found.size());
    compare_identities();
  }

  /// Names, address and texts are not in facts.
  static bool is_same(const model::Person& a, const model::Person& b) {
    return a.shown == b.shown && a.erased == b.erased && a.departed == b.departed && a.mandates == b.mandates &&
           a.standings == b.standings;
  }

  void compare_identities() {
    if (const auto count = database_.number("SELECT count(*) FROM people p LEFT JOIN identities i ON i.person = p.id "
                                            "WHERE p.erased = 0 AND i.person IS NULL");
        count > 0)
      say("{} people have no identity, and nothing erased them", count);
    if (const auto count = database_.number("SELECT count(*) FROM identities i LEFT JOIN people p ON p.id = i.person "
                                            "WHERE p.id IS NULL OR p.erased = 1");
        count > 0)
      say("{} identities are of people who were erased, or never added", count);
  }

  void compare_words() {
    if (const auto count =
            database_.number("SELECT count(*) FROM words w LEFT JOIN facts f ON f.seq = w.fact WHERE f.seq IS NULL");
        count > 0)
      say("{} words belong to no fact", count);
    if (const auto count = database_.number("SELECT count(*) FROM words w JOIN facts f ON f.seq = w.fact JOIN people p "
                                            "ON p.id = f.person WHERE p.erased = 1 AND w.text <> ''");
        count > 0)
      say("{} words are of people who were erased", count);
    if (const auto count =
            database_.number("SELECT count(*) FROM words w JOIN facts f ON f.seq = w.fact JOIN messages m "
                             "ON m.id = f.message JOIN people p ON p.id = m.person "
                             "WHERE p.erased = 1 AND w.text <> ''");
        count > 0)
      say("{} words are of mails to people who were erased", count);
  }

  Database& database_;
  Health& health_;
  std::map<std::int64_t, std::optional<model::Registration>> registrations_;
  std::map<std::int64_t, std::optional<model::Message>> messages_;
  std::map<std::string, std::optional<model::Person>, std::less<>> people_;
};

}  // namespace

base::Result<Health> check_ledger(const Place& place) {
  try {
    const auto ledger = OpenLedger::open(place, Access::read);
    const auto transaction = ledger->begin(Access::read);
    Health health;
    health.erasure_pending = ledger->erasure_pending();
    health.copies = migration_copies(place);
    Check(*ledger, health).run(*transaction);
    return health;
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

}  // namespace cenacle::ledger
