// One connection to the database of a ledger: prepared statements with their values, kept for the next time (SOCI).
#include "ledger/database.h"

#include <map>
#include <utility>

#include <soci/soci.h>

namespace cenacle::ledger {

/// A prepared statement with the places that its values and columns are bound to.
struct Database::Statement {
  struct Given {
    long long number = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;
  };
  soci::statement prepared;
  std::vector<Given> given;  // neither grows once bound
  std::vector<Row::Cell> cells;
  std::vector<soci::indicator> found;

  Statement(soci::session& session, std::string_view sql, std::string_view columns, Values values)
      : prepared(session), given(values.size()), cells(columns.size()), found(columns.size(), soci::i_null) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      Given& it = given[i];
      if (values[i].type == Value::Type::number) {
        prepared.exchange(soci::use(it.number, it.indicator));
      } else {
        prepared.exchange(soci::use(it.text, it.indicator));
      }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] == 'i') {
        prepared.exchange(soci::into(cells[i].number, found[i]));
      } else {
        prepared.exchange(soci::into(cells[i].text, found[i]));
      }
    }
    prepared.alloc();
    prepared.prepare(numbered(sql));
    prepared.define_and_bind();
  }

  /// SOCI's way to write values: `:v1`, `:v2`… for each `?`.
  static std::string numbered(std::string_view sql) {
    std::string out;
    int count = 0;
    for (const char c : sql) {
      if (c == '?') {
        out += ":v" + std::to_string(++count);
      } else {
        out += c;
      }
    }
    return out;
  }

  void give(Values values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      given[i].number = values[i].number;
      given[i].text = values[i].text;
      given[i].indicator = values[i].null ? soci::i_null : soci::i_ok;
    }
  }
};

struct Database::State {
  soci::session session;
  std::map<std::string, Statement, std::less<>> statements;  // after the session, which must outlive them
};

void disk_trouble(std::string message) { throw Trouble{{base::FailureKind::disk, std::move(message)}}; }

Value or_null(std::string_view text) {
  Value value(text);
  value.null = text.empty();
  return value;
}

Value or_null(std::int64_t number) {
  Value value(number);
  value.null = number == 0;
  return value;
}

Database::Database() : state_(std::make_unique<State>()) {}
Database::~Database() = default;

soci::session& Database::session() const { return state_->session; }

Database::Statement& Database::prepared(std::string_view sql, std::string_view columns, Values values) {
  auto it = state_->statements.find(sql);
  if (it == state_->statements.end())
    it = state_->statements
             .emplace(std::piecewise_construct, std::forward_as_tuple(sql),
                      std::forward_as_tuple(state_->session, sql, columns, values))
             .first;
  it->second.give(values);
  return it->second;
}

void Database::forget_statement(std::string_view sql) {
  if (const auto it = state_->statements.find(sql); it != state_->statements.end()) state_->statements.erase(it);
}

void Database::run(std::string_view sql, std::initializer_list<Value> values) {
  run(sql, Values(values.begin(), values.size()));
}

void Database::run(std::string_view sql, Values values) { each(sql, {}, values, {}); }

void Database::each(std::string_view sql, std::string_view columns, Values values, const TakeRow& take) {
  try {
    Statement& statement = prepared(sql, columns, values);
    const Row row(statement.cells);
    for (bool more = statement.prepared.execute(true); more && take; more = statement.prepared.fetch()) {
      for (std::size_t i = 0; i < columns.size(); ++i) statement.cells[i].null = statement.found[i] == soci::i_null;
      take(row);
    }
  } catch (const Trouble&) {
    forget_statement(sql);
    throw;
  } catch (...) {
    const Trouble told = trouble();
    forget_statement(sql);  // half read, it would hold what it read
    throw told;
  }
}

std::int64_t Database::number(std::string_view sql, std::initializer_list<Value> values) {
  std::int64_t found = 0;
  each(sql, "i", values, [&](const Row& row) { found = row.number(0); });
  return found;
}

void Database::plainly(const std::string& sql) {
  try {
    state_->session.once << sql;
  } catch (...) {
    throw trouble();
  }
}

void Database::commit() { plainly("COMMIT"); }

void Database::rollback() noexcept {
  try {
    state_->session.once << "ROLLBACK";
  } catch (...) {  // the database has ended the transaction by itself, or the connection is gone
    state_->statements.clear();
  }
}

}  // namespace cenacle::ledger
