// The way from an older version of the tables to today's.
#include "ledger/migration.h"

#include <fmt/format.h>

#include "ledger/chance.h"
#include "ledger/files.h"
#include "ledger/schema.h"

namespace cenacle::ledger {

namespace {

/// Of a file, a copy beside it; on a server, copies are the server's.
void keep_copy(Database& database, const Place& place, int version) {
  if (!place.is_sqlite()) return;
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::string path = fmt::format("{}.v{}-{}.bak", place.file(), version, base::iso(base::Date(today)));
  StagedFile copy(path);
  database.copy_to(copy.path());
  copy.publish();  // one of today may be there: it was made before a migration that did not end
}

void migrate(Database& database, std::span<const Step> steps, int to) {
  for (int version = version_of(database); version < to;) {
    const Step* step = nullptr;
    for (const Step& each : steps)
      if (each.from == version) step = &each;
    if (step == nullptr)
      disk_trouble(fmt::format("{} is of version {}, which nothing leads from", database.name(), version));
    database.script(step->script);
    database.run("UPDATE meta SET value = ? WHERE name = 'version'", {std::to_string(++version)});
  }
}

}  // namespace

void refuse_newer(Database& database, int known) {
  if (const int version = version_of(database); version > known)
    disk_trouble(fmt::format("{} is of version {}, of a newer cenacle: this one knows versions up to {}",
                             database.name(), version, known));
}

void bring_forward(Database& database, const Place& place, std::span<const Step> steps, int to) {
  refuse_newer(database, to);
  const int version = version_of(database);
  if (version == to) return;
  keep_copy(database, place, version);
  database.begin(Access::write);
  try {
    migrate(database, steps, to);
    draw_secret(database);
    database.commit();
  } catch (const Trouble&) {
    database.rollback();
    throw;
  }
}

}  // namespace cenacle::ledger
