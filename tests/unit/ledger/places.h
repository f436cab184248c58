// The ledgers that tests open: an empty one for each, in a file and on a server. The server is started once by the
// test program; where PostgreSQL is missing the tests fail.
#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace cenacle::ledger::test {

/// A portal's folder, removed at the end of the test, with a ledger that is not made yet.
class Somewhere {
 public:
  enum class Kind { sqlite, postgresql };
  explicit Somewhere(Kind kind);
  ~Somewhere();
  Somewhere(const Somewhere&) = delete;
  Somewhere& operator=(const Somewhere&) = delete;

  const Place& place() const { return place_; }
  const std::string& folder() const { return place_.portal; }

 private:
  Place place_;
};

inline base::Instant at(std::string_view text) { return *base::parse_instant(text); }
inline const base::Instant noon = at("2026-09-15T12:00:00Z");

/// What a result holds; the test ends here when it is a failure.
template <class T>
T must(base::Result<T> result) {
  if (!result) FAIL(result.failure().message);
  return std::move(*result);
}

inline std::unique_ptr<Ledger> opened(const Somewhere& somewhere) { return must(Ledger::open(somewhere.place())); }

/// Does `work` in a transaction that is committed.
template <class Work>
void write(Ledger& ledger, Work&& work) {
  const auto transaction = must(ledger.write());
  work(*transaction);
  must(transaction->commit());
}

inline model::Fact fact(model::FactKind kind, std::string network = "") {
  model::Fact it;
  it.kind = kind, it.at = noon, it.network = std::move(network);
  return it;
}

/// Somebody asks to join.
inline model::Fact asking(std::int64_t registration, std::string person, std::string object = "group:net/one") {
  model::Fact it = fact(model::FactKind::requested, "net");
  it.registration = registration, it.person = std::move(person), it.object = std::move(object), it.path = "membre";
  it.value = "agent", it.body = "commune";
  return it;
}

/// Tries `body(somewhere)` on both databases.
template <class Body>
void on_both(Body&& body) {
  for (const auto kind : {Somewhere::Kind::sqlite, Somewhere::Kind::postgresql}) {
    CAPTURE(kind == Somewhere::Kind::sqlite ? "SQLite" : "PostgreSQL");
    const Somewhere somewhere(kind);
    body(somewhere);
  }
}

}  // namespace cenacle::ledger::test
