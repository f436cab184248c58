// Which database a ledger is in.
#include "ledger/database.h"
#include "ledger/part.h"

namespace cenacle::ledger {

std::unique_ptr<Database> open_database(const Place& place, Access access, std::chrono::milliseconds patience) {
  if (place.is_sqlite()) return open_sqlite(place.file(), access, patience);
  const auto opener = load_part("postgresql", "cenacle_open_postgresql");
  if (!opener) throw Trouble{opener.failure()};
  const auto open =
      reinterpret_cast<Database* (*)(const std::string&, Access, std::chrono::milliseconds)>(*opener);
  return std::unique_ptr<Database>(open(place.connection, access, patience));
}

}  // namespace cenacle::ledger
