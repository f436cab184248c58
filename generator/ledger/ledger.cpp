// Opening a ledger: made when there is none, taken to the version of today, and erased again where a backup brought
// somebody back.
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "ledger/chance.h"
#include "ledger/erasure.h"
#include "ledger/files.h"
#include "ledger/migration.h"
#include "ledger/open_ledger.h"
#include "ledger/schema.h"

namespace cenacle::ledger {

namespace fs = std::filesystem;

namespace {

/// The file appears with its tables, whole; of two that make it at once, one does.
void make_sqlite(const std::string& file, std::chrono::milliseconds patience) {
  const fs::path folder = fs::path(file).parent_path();
  make_private_folder(folder.string());
  if (folder.filename() == ".cenacle") make_private(folder.string());
  StagedFile staged(file);
  {
    const auto database = open_sqlite(staged.path(), Access::write, patience);
    database->begin(Access::write);
    make_tables(*database);
    database->commit();
  }
  staged.publish();
}

/// SQLite takes a file of a few bytes for an empty database, and would write into it.
void refuse_others(const std::string& file) {
  constexpr std::string_view beginning = "SQLite format 3";
  std::array<char, beginning.size()> found{};
  std::ifstream opened(file, std::ios::binary);
  if (!opened) return;  // whose reason opening it tells
  opened.read(found.data(), found.size());
  if (opened.gcount() == 0)
    disk_trouble(
        fmt::format("the ledger {} is an empty file: put back the last backup (`cenacle db backup`), or "
                    "remove it to begin anew",
                    file));
  if (std::string_view(found.data(), found.size()) != beginning)
    disk_trouble(fmt::format("the ledger {} is not a ledger: the file is no SQLite database", file));
}

void make_tables_once(Database& database) {
  database.begin(Access::write);
  if (version_of(database) == 0) make_tables(database);
  database.commit();
}

}  // namespace

std::unique_ptr<OpenLedger> OpenLedger::open(const Place& place, Access access, std::chrono::milliseconds patience) {
  const bool sqlite = place.is_sqlite();
  if (sqlite && !place.exists()) {
    if (access == Access::read)
      throw Trouble{{base::FailureKind::not_found, fmt::format("there is no ledger {}", place.file())}};
    make_sqlite(place.file(), patience);
  }
  if (sqlite) refuse_others(place.file());
  if (sqlite && access == Access::write) make_private(place.file());
  std::unique_ptr<OpenLedger> ledger(new OpenLedger(place, open_database(place, access, patience), access));
  Database& database = *ledger->database_;
  const int version = version_of(database);
  if (access == Access::read) {
    if (version == 0) throw Trouble{{base::FailureKind::not_found, database.name() + " has not been made yet"}};
    refuse_newer(database, schema_version);
    if (version == schema_version && !ledger->erase_again()) return ledger;
    return open(place, Access::write, patience);
  }
  if (version == 0) {
    if (sqlite) disk_trouble(database.name() + " is not a ledger: it has no tables");
    make_tables_once(database);
  }
  bring_forward(database, place, steps(), schema_version);
  if (ledger->erase_again()) {
    const auto transaction = ledger->begin(Access::write);
    for (const Erasure& it : read_erasures(place.portal))
      if (const auto person = transaction->person(it.person); person && !person->erased)
        if (const auto erased = transaction->erase_person(it.person, it.at); !erased) throw Trouble{erased.failure()};
    if (const auto committed = transaction->commit(); !committed) throw Trouble{committed.failure()};
  } else {
    ledger->finish();
  }
  return ledger;
}

std::unique_ptr<OpenLedger> OpenLedger::in_memory(const Place& place) {
  std::unique_ptr<OpenLedger> ledger(
      new OpenLedger(place, open_sqlite(":memory:", Access::write, patience), Access::write));
  make_tables_once(*ledger->database_);
  return ledger;
}

/// Whether somebody who was erased is there: a backup was put back.
bool OpenLedger::erase_again() {
  for (const Erasure& it : read_erasures(place_.portal))
    if (database_->number("SELECT count(*) FROM people WHERE id = ? AND erased = 0", {it.person}) > 0) return true;
  return false;
}

/// What hinders it is no failure of what was committed: it stays pending.
void OpenLedger::finish() noexcept {
  try {
    finish_erasure(*database_, place_);
  } catch (const Trouble&) {
    database_->rollback();
  }
}

std::unique_ptr<OpenTransaction> OpenLedger::begin(Access access) {
  if (busy_) disk_trouble("two transactions of one ledger at once");
  if (access == Access::write && access_ == Access::read) disk_trouble(database_->name() + " was opened for reading");
  return std::make_unique<OpenTransaction>(*database_, access, &busy_, [this] { finish(); });
}

base::Result<std::string> OpenLedger::secret() {
  try {
    return read_secret(*database_);
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

bool OpenLedger::erasure_pending() {
  try {
    return erasure_is_pending(*database_);
  } catch (const Trouble&) {
    return true;
  }
}

base::Result<std::unique_ptr<Transaction>> OpenLedger::read() {
  try {
    return std::unique_ptr<Transaction>(begin(Access::read));
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

base::Result<std::unique_ptr<Transaction>> OpenLedger::write() {
  try {
    return std::unique_ptr<Transaction>(begin(Access::write));
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

base::Result<std::unique_ptr<Ledger>> Ledger::open(const Place& place) {
  try {
    return std::unique_ptr<Ledger>(OpenLedger::open(place, Access::write));
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

base::Result<std::unique_ptr<Ledger>> Ledger::open_to_rehearse(const Place& place) {
  if (place.exists()) return open(place);
  try {
    return std::unique_ptr<Ledger>(OpenLedger::in_memory(place));
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

base::Result<std::unique_ptr<Ledger>> Ledger::open_to_read(const Place& place) {
  try {
    return std::unique_ptr<Ledger>(OpenLedger::open(place, Access::read));
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

}  // namespace cenacle::ledger
