// The ledger in a SQLite file: how it is opened so that a commit survives a power cut, and what overwritten words leave
// behind.
#include <fcntl.h>
#include <sys/stat.h>

#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "ledger/database.h"

namespace cenacle::ledger {

namespace {

using namespace std::chrono_literals;

/// How long to wait for readers before an erasure is said to be pending.
constexpr std::chrono::milliseconds patience_to_forget = 2s;

base::Failure failure_of(int code, int extended, const std::string& file, const std::string& words) {
  const auto disk = [&](const std::string& what) {
    return base::Failure{base::FailureKind::disk, fmt::format("the ledger {} {}", file, what)};
  };
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {base::FailureKind::busy,
              fmt::format("the ledger {} is being written by another process; nothing was recorded, try again", file)};
    case SQLITE_NOTADB:
      return disk("is not a ledger: the file is no SQLite database");
    case SQLITE_CORRUPT:
      return disk("is damaged; nothing was recorded. Keep the file and put back the last backup (`cenacle db backup`)");
    case SQLITE_FULL:
      return disk("cannot grow: the disk is full; nothing was recorded");
    case SQLITE_READONLY:
      return disk("or its folder is read-only; nothing was recorded");
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return disk("may not be opened by this user");
    case SQLITE_CANTOPEN:
      return disk("cannot be opened: this user must be able to read it, and to write in its folder");
    case SQLITE_IOERR:
      return disk(fmt::format("cannot be read or written (disk error {}); nothing was recorded", extended));
    case SQLITE_TOOBIG:
      return disk("cannot hold a text as long as this one; nothing was recorded");
    case SQLITE_NOMEM:
      return disk("needs more memory than there is; nothing was recorded");
    default:
      return disk(fmt::format("refuses: {}; nothing was recorded", words));
  }
}

class Sqlite final : public Database {
 public:
  Sqlite(std::string file, Access access, std::chrono::milliseconds patience)
      : file_(std::move(file)), patience_(patience) {
    if (file_.find('"') != file_.npos) disk_trouble(fmt::format("the ledger's path may not have a quote: {}", file_));
    try {
      session().open(soci::sqlite3, fmt::format("db=\"{}\"", file_));
    } catch (...) {
      throw trouble();
    }
    wait_at_most(patience_);
    script("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-32768");
    if (access == Access::read) {
      script("PRAGMA query_only=ON");
    } else {
      if (number("SELECT count(*) FROM sqlite_master") > 0 && !has_table("meta"))
        disk_trouble(fmt::format("{} is not a ledger: it holds other tables", name()));
      // A commit is on the disk when it is said; what is overwritten is overwritten.
      script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
    }
  }

  void begin(Access access) override {
    if (access == Access::write) {
      plainly("BEGIN IMMEDIATE");
    } else {
      plainly("BEGIN");
      number("SELECT count(*) FROM meta");  // the state that is seen is that of the first read
    }
  }

  void script(std::string_view sql) override {
    if (const int code = sqlite_api::sqlite3_exec(raw(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
        code != SQLITE_OK)
      throw Trouble{now(code)};
  }

  std::string name() const override { return fmt::format("the ledger {}", file_); }

  /// A whole database without what was overwritten, as of one instant; "query only" would forbid the other file too.
  bool copy_to(const std::string& file) override {
    script("PRAGMA query_only=OFF");
    run("VACUUM INTO ?", {file});
    return true;
  }

  bool has_table(std::string_view name) override {
    return number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", {name}) > 0;
  }

  std::vector<std::string> damages() override {
    std::vector<std::string> found;
    each("PRAGMA integrity_check", "t", {}, [&](const Row& row) {
      if (row.text(0) != "ok") found.emplace_back(row.text(0));
    });
    each("PRAGMA foreign_key_check", "tit", {}, [&](const Row& row) {
      found.push_back(fmt::format("a row of {} refers to one of {} that is not there", row.text(0), row.text(2)));
    });
    return found;
  }

  /// secure_delete zeroes what is overwritten in its page; copies that pages left when they were balanced go with
  /// VACUUM, and those of the WAL when it is truncated.
  bool forget() override {
    wait_at_most(patience_to_forget);
    const bool done = forgotten();
    wait_at_most(patience_);
    return done;
  }

 private:
  /// SOCI's library hides the type's identity, which the sanitizer would look at.
  [[gnu::no_sanitize("vptr")]] sqlite_api::sqlite3* raw() const {
    return static_cast<soci::sqlite3_session_backend*>(session().get_backend())->conn_;
  }
  void wait_at_most(std::chrono::milliseconds time) {
    sqlite_api::sqlite3_busy_timeout(raw(), static_cast<int>(time.count()));
  }
  base::Failure now(int code) const {
    return failure_of(code & 0xff, sqlite_api::sqlite3_extended_errcode(raw()), file_,
                      sqlite_api::sqlite3_errmsg(raw()));
  }
  bool emptied_wal() {
    return sqlite_api::sqlite3_wal_checkpoint_v2(raw(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) ==
           SQLITE_OK;
  }
  bool forgotten() {
    try {
      if (!emptied_wal()) return false;
      script("VACUUM");
      return emptied_wal();
    } catch (const Trouble& trouble) {
      if (trouble.failure.kind == base::FailureKind::busy) return false;
      throw;
    }
  }

  Trouble trouble() const override {
    try {
      throw;
    } catch (const soci::sqlite3_soci_error& error) {
      if (!session().is_connected())
        return {failure_of(error.result() & 0xff, error.result(), file_, error.get_error_message())};
      return {now(error.result())};
    } catch (const std::exception& error) {
      return {{base::FailureKind::disk, fmt::format("the ledger {} refuses: {}", file_, error.what())}};
    }
  }

  std::string file_;
  std::chrono::milliseconds patience_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& file, Access access, std::chrono::milliseconds patience) {
  return std::make_unique<Sqlite>(file, access, patience);
}

}  // namespace cenacle::ledger
