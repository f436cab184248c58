// A copy of the ledger in one file, made while others use it.
#include "ledger/backup.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "ledger/files.h"
#include "ledger/json_lines.h"
#include "ledger/open_ledger.h"

namespace cenacle::ledger {

namespace {

/// `fill` writes into the path that it is given; the file has its name once that is done.
template <class Fill>
base::Outcome new_file(const std::string& path, Fill&& fill) {
  try {
    std::error_code error;
    const auto there = [&] {
      return base::Failure{base::FailureKind::disk, fmt::format("{} is there already; nothing was written", path)};
    };
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) return there();
    StagedFile staged(path);
    fill(staged.path());
    if (!staged.publish()) return there();
    return base::Done{};
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

void write_lines(const Place& place, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  const auto failed = [&] {
    return base::Failure{base::FailureKind::disk, fmt::format("cannot write {}: {}", path, std::strerror(errno))};
  };
  const auto done = export_lines(place, [&](std::string_view line) -> base::Outcome {
    if (!out.write(line.data(), static_cast<std::streamsize>(line.size()))) return failed();
    return base::Done{};
  });
  if (!done) throw Trouble{done.failure()};
  out.close();
  if (!out) throw Trouble{failed()};
}

}  // namespace

base::Outcome back_up(const Place& place, const std::string& file) {
  if (!place.is_sqlite()) return export_to(place, file);
  return new_file(file,
                  [&](const std::string& path) { OpenLedger::open(place, Access::read)->database().copy_to(path); });
}

base::Outcome export_to(const Place& place, const std::string& file) {
  return new_file(file, [&](const std::string& path) { write_lines(place, path); });
}

}  // namespace cenacle::ledger
