// One connection to the database of a ledger: prepared statements with their values, transactions, and failures said
// so that a coordinator knows what to do. What differs between SQLite and PostgreSQL is in sqlite.cpp and
// server/postgresql.cpp. Statements are written with `?` for values, INTEGER for 64 bits, TEXT for UTF-8 in byte order.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"

namespace soci {
class session;
}

namespace cenacle::ledger {

/// A failure on its way to the border of this folder, which lets no exception through.
struct Trouble {
  base::Failure failure;
};
[[noreturn]] void disk_trouble(std::string message);

/// What a statement is given: a number or a text, either of which may be absent (NULL).
struct Value {
  enum class Type : std::uint8_t { number, text };
  Type type;
  bool null = false;
  std::int64_t number = 0;
  std::string_view text{};  ///< kept by the caller until the statement has run

  Value(std::int64_t value) : type(Type::number), number(value) {}
  Value(std::string_view value) : type(Type::text), text(value) {}
  Value(const std::string& value) : Value(std::string_view(value)) {}
  Value(const char* value) : Value(std::string_view(value)) {}
};
/// NULL for an empty text, for 0.
Value or_null(std::string_view text);
Value or_null(std::int64_t number);
using Values = std::span<const Value>;

/// A row that was read; valid until the next.
class Row {
 public:
  struct Cell {
    bool null = true;
    long long number = 0;
    std::string text;
  };
  explicit Row(std::span<const Cell> cells) : cells_(cells) {}
  bool null(std::size_t column) const { return cells_[column].null; }
  /// 0 and "" for NULL.
  std::int64_t number(std::size_t column) const { return cells_[column].null ? 0 : cells_[column].number; }
  std::string_view text(std::size_t column) const {
    return cells_[column].null ? std::string_view() : cells_[column].text;
  }

 private:
  std::span<const Cell> cells_;
};
using TakeRow = std::function<void(const Row&)>;

enum class Access : std::uint8_t { read, write };

/// Methods throw Trouble and nothing else. One thread at a time.
class Database {
 public:
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database();

  /// Runs a statement that gives no rows.
  void run(std::string_view sql, std::initializer_list<Value> values = {});
  void run(std::string_view sql, Values values);
  /// Hands over each row; `columns` has a letter for each: i a number, t a text. `take` must not run the same
  /// statement.
  void each(std::string_view sql, std::string_view columns, Values values, const TakeRow& take);
  void each(std::string_view sql, std::string_view columns, std::initializer_list<Value> values, const TakeRow& take) {
    each(sql, columns, Values(values.begin(), values.size()), take);
  }
  /// The number in the first row; 0 for NULL and for no row.
  std::int64_t number(std::string_view sql, std::initializer_list<Value> values = {});
  /// Runs statements that are separated by `;`, as they are written for this database.
  virtual void script(std::string_view sql) = 0;

  /// To read is to see one state until the end; to write is to wait until one is alone, and to see what was committed
  /// before.
  virtual void begin(Access access) = 0;
  void commit();
  /// What was not committed never was.
  void rollback() noexcept;

  /// "the ledger .cenacle/ledger.db": what sentences about it begin with. No password is in it.
  virtual std::string name() const = 0;
  virtual bool has_table(std::string_view name) = 0;
  /// What the database itself finds damaged, a sentence each; nothing where it has no such test.
  virtual std::vector<std::string> damages() = 0;
  /// Leaves no trace in the files of what was overwritten, as far as the database can: false when another process
  /// that reads hinders it for now.
  virtual bool forget() = 0;
  /// Writes all that is committed into `file`, which is there and empty. False where the database has no files.
  virtual bool copy_to(const std::string& file) = 0;

 protected:
  Database();
  soci::session& session() const;
  /// What is being thrown, as a failure that says what to do; called within a handler.
  virtual Trouble trouble() const = 0;
  /// One statement as it is written, not kept.
  void plainly(const std::string& sql);

 private:
  struct Statement;
  struct State;
  Statement& prepared(std::string_view sql, std::string_view columns, Values values);
  void forget_statement(std::string_view sql);

  std::unique_ptr<State> state_;
};

/// Opens a ledger's database that is there.
std::unique_ptr<Database> open_database(const Place& place, Access access, std::chrono::milliseconds patience);
std::unique_ptr<Database> open_sqlite(const std::string& file, Access access, std::chrono::milliseconds patience);

}  // namespace cenacle::ledger
