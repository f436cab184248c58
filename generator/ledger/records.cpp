// What the rules ask the ledger.
#include <algorithm>

#include <fmt/format.h>

#include "ledger/days.h"
#include "ledger/rows.h"
#include "ledger/transaction.h"

namespace cenacle::ledger {

namespace {

/// How many facts are read at a time where all of them are.
constexpr std::int64_t page = 2000;

/// What was found; an empty value when the transaction has failed, which `commit` and `failure` will tell.
template <class T>
T or_nothing(base::Result<T> result) {
  return result ? std::move(*result) : T{};
}

}  // namespace

std::vector<model::Fact> OpenTransaction::facts(std::string_view rest, Values values) const {
  std::vector<model::Fact> found;
  database_.each(fmt::format("{}{}", select_facts, rest), fact_columns, values,
                 [&](const Row& row) { found.push_back(read_fact(row)); });
  return found;
}

std::vector<model::Registration> OpenTransaction::registrations(std::string_view rest, Values values) const {
  std::vector<model::Registration> found;
  database_.each(fmt::format("{}{}", select_registrations, rest), registration_columns, values,
                 [&](const Row& row) { found.push_back(read_registration(row)); });
  return found;
}

std::optional<model::Registration> OpenTransaction::find_registration(std::int64_t id) const {
  const Value values[] = {id};
  auto found = registrations("WHERE id = ?", values);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<model::Registration> OpenTransaction::registration(std::int64_t id) const {
  return or_nothing(tried([&] { return find_registration(id); }));
}

std::vector<model::Registration> OpenTransaction::of_object(std::string_view object) const {
  const Value values[] = {object};
  return or_nothing(tried([&] { return registrations("WHERE object = ? ORDER BY id", values); }));
}

/// Two questions, each of its own index: of a network's hundred thousand members a few are waiting for something.
std::vector<model::Registration> OpenTransaction::unsettled(std::string_view object, base::Instant now) const {
  return or_nothing(tried([&] {
    std::vector<Value> values = {object};
    std::string states;
    for (const std::string_view word : model::state_words()) {
      const model::Nature nature = model::nature(*model::state_of(word));
      if (nature == model::Nature::in || nature == model::Nature::out) continue;
      states += states.empty() ? "?" : ", ?";
      values.emplace_back(word);
    }
    std::vector<model::Registration> found = registrations("WHERE object = ? AND state IN (" + states + ")", values);
    const Value due[] = {object, seconds_of(now)};
    for (model::Registration& it : registrations("WHERE object = ? AND until <= ?", due))
      if (model::nature(it.state) == model::Nature::in) found.push_back(std::move(it));
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return found;
  }));
}

std::vector<model::Registration> OpenTransaction::of_body(std::string_view network, std::string_view body) const {
  const Value values[] = {network, body};
  return or_nothing(tried([&] { return registrations("WHERE network = ? AND body = ? ORDER BY id", values); }));
}

std::vector<model::Registration> OpenTransaction::of_person(std::string_view person) const {
  const Value values[] = {person, person};
  return or_nothing(tried([&] { return registrations("WHERE person = ? OR partner = ? ORDER BY id", values); }));
}

std::vector<model::Registration> OpenTransaction::of_path(std::string_view network, std::string_view path) const {
  const Value values[] = {network, path};
  return or_nothing(tried([&] { return registrations("WHERE network = ? AND path = ? ORDER BY id", values); }));
}

std::vector<model::Fact> OpenTransaction::facts_of(std::int64_t registration) const {
  const Value values[] = {registration};
  return or_nothing(tried([&] { return facts("WHERE f.registration = ? ORDER BY f.seq", values); }));
}

std::vector<model::Fact> OpenTransaction::facts_about(model::FactKind kind, std::string_view network,
                                                      std::string_view body, std::string_view object) const {
  std::string where = "WHERE f.kind = ? AND f.network = ?";
  std::vector<Value> values = {model::word(kind), network};
  if (!body.empty()) {
    where += " AND f.body = ?";
    values.emplace_back(body);
  }
  if (!object.empty()) {
    where += " AND f.object = ?";
    values.emplace_back(object);
  }
  return or_nothing(tried([&] { return facts(where + " ORDER BY f.seq", values); }));
}

std::int64_t OpenTransaction::next_registration() const {
  return or_nothing(tried([&] { return database_.number("SELECT max(id) FROM registrations") + 1; }));
}

std::int64_t OpenTransaction::next_request() const {
  return or_nothing(
      tried([&] { return database_.number("SELECT max(request) FROM facts WHERE request IS NOT NULL") + 1; }));
}

std::int64_t OpenTransaction::next_quote(std::string_view network, int year) const {
  const std::string first = fmt::format("{:04}-01-01", year), next = fmt::format("{:04}-01-01", year + 1);
  return or_nothing(tried([&] {
    return 1 +
           database_.number("SELECT count(*) FROM facts WHERE kind = 'quoted' AND network = ? AND day >= ? AND day < ?",
                            {network, first, next});
  }));
}

base::Result<std::vector<model::Fact>> OpenTransaction::facts_of_person(std::string_view id) const {
  const Value values[] = {id, id};
  return tried([&] { return facts("WHERE f.person = ? OR f.other = ? ORDER BY f.seq", values); });
}

base::Result<std::vector<model::Registration>> OpenTransaction::standing(std::string_view network) const {
  const Value values[] = {network};
  return tried([&] {
    auto found = registrations("WHERE network = ? ORDER BY object, arrival", values);
    std::erase_if(found, [](const model::Registration& it) { return nature(it.state) == model::Nature::out; });
    return found;
  });
}

base::Result<std::vector<model::Fact>> OpenTransaction::facts_of_request(std::int64_t request) const {
  const Value values[] = {request};
  return tried([&] { return facts("WHERE f.request = ? ORDER BY f.seq", values); });
}

base::Result<std::vector<model::Fact>> OpenTransaction::requests(std::string_view network) const {
  const Value values[] = {network};
  return tried([&] { return facts("WHERE f.request IS NOT NULL AND f.network = ? ORDER BY f.seq", values); });
}

base::Outcome OpenTransaction::each_fact(std::int64_t after,
                                         const std::function<void(const model::Fact&)>& take) const {
  return done([&] {
    for (std::int64_t last = after;;) {
      const Value values[] = {last, page};
      const auto some = facts("WHERE f.seq > ? ORDER BY f.seq LIMIT ?", values);
      for (const model::Fact& it : some) take(it);
      if (some.empty()) return;
      last = some.back().seq;
    }
  });
}

base::Result<std::vector<model::Registration>> OpenTransaction::due(base::Instant now) const {
  const Value values[] = {seconds_of(now)};
  return tried([&] { return registrations("WHERE until <= ? ORDER BY until, id", values); });
}

}  // namespace cenacle::ledger
