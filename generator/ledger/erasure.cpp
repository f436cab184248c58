// What an erasure takes besides the transaction that overwrites.
#include "ledger/erasure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "ledger/days.h"
#include "ledger/files.h"

namespace cenacle::ledger {

namespace fs = std::filesystem;

namespace {

std::string list_path(const std::string& portal) { return (fs::path(portal) / ".cenacle/erasures").string(); }

/// One write, so that lines of two processes do not mix.
void append_to_list(const std::string& portal, const std::string& lines) {
  const std::string path = list_path(portal);
  make_private_folder(fs::path(path).parent_path().string());
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
  const bool written = file >= 0 && write(file, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
  const int error = errno;
  if (file >= 0) close(file);
  if (!written) disk_trouble(fmt::format("cannot write {}: {}", path, std::strerror(error)));
  make_private(path);
  sync_file(path);
}

void complete_list(Database& database, const std::string& portal) {
  std::set<std::string, std::less<>> listed;
  for (const Erasure& it : read_erasures(portal)) listed.insert(it.person);
  std::string lines;
  database.each("SELECT person, at FROM facts WHERE kind = 'erased' ORDER BY seq", "ti", {}, [&](const Row& row) {
    if (!listed.contains(row.text(0)))
      lines += fmt::format("{} {}\n", row.text(0), base::iso(instant_of(row.number(1))));
  });
  if (!lines.empty()) append_to_list(portal, lines);
}

}  // namespace

std::vector<Erasure> read_erasures(const std::string& portal) {
  std::vector<Erasure> found;
  std::ifstream file(list_path(portal));
  std::string line;
  while (std::getline(file, line)) {
    const auto words = base::split(base::trim(line), ' ');
    if (words.size() != 2) continue;  // a line that a power cut left half written: its person is listed again
    if (const auto at = base::parse_instant(words[1])) found.push_back({std::string(words[0]), *at});
  }
  return found;
}

std::vector<std::string> migration_copies(const Place& place) {
  std::vector<std::string> found;
  if (!place.is_sqlite()) return found;
  const fs::path file = place.file();
  const std::string start = file.filename().string() + ".v";
  std::error_code error;
  for (const fs::directory_entry& it : fs::directory_iterator(file.parent_path(), error)) {
    const std::string name = it.path().filename().string();
    if (name.starts_with(start) && name.ends_with(".bak")) found.push_back(it.path().string());
  }
  return found;
}

bool erasure_is_pending(Database& database) {
  return database.number("SELECT count(*) FROM meta WHERE name = 'erasure'") > 0;
}

bool finish_erasure(Database& database, const Place& place) {
  if (!erasure_is_pending(database)) return true;
  complete_list(database, place.portal);
  for (const std::string& copy : migration_copies(place)) remove_file(copy);
  if (!database.forget()) return false;
  database.begin(Access::write);
  try {
    database.run("DELETE FROM meta WHERE name = 'erasure'");
    database.commit();
  } catch (const Trouble&) {
    database.rollback();
    throw;
  }
  return true;
}

}  // namespace cenacle::ledger
