// Where the ledger of a portal is.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "base/text.h"
#include "ledger/ledger.h"

namespace cenacle::ledger {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view sqlite = "sqlite:", postgresql = "postgresql:";

/// The one line of `.cenacle/ledger`; empty when there is no such file.
base::Result<std::string> setting(const std::string& portal) {
  const fs::path path = fs::path(portal) / ".cenacle/ledger";
  std::error_code error;
  if (!fs::exists(path, error)) return std::string();
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line))
    return base::Failure{base::FailureKind::disk, fmt::format("{} cannot be read, or is empty", path.string())};
  return std::string(base::trim(line));
}

}  // namespace

base::Result<Place> Place::of(const std::string& portal) {
  std::string connection;
  if (const char* named = std::getenv("CENACLE_LEDGER"); named != nullptr) connection = named;
  if (connection.empty()) {
    auto line = setting(portal);
    if (!line) return line.failure();
    connection = *line;
  }
  if (connection.empty()) connection = "sqlite:.cenacle/ledger.db";
  const bool known =
      (connection.starts_with(sqlite) && connection.size() > sqlite.size()) || connection.starts_with(postgresql);
  if (!known)
    return base::Failure{base::FailureKind::disk,
                         "the ledger's setting ($CENACLE_LEDGER, or .cenacle/ledger) is `sqlite:FILE` or "
                         "`postgresql:` followed by what libpq takes"};
  return Place{portal, connection};
}

bool Place::is_sqlite() const { return connection.starts_with(sqlite); }

std::string Place::file() const {
  if (!is_sqlite()) return "";
  return (fs::path(portal) / connection.substr(sqlite.size())).string();
}

bool Place::exists() const {
  std::error_code error;
  return !is_sqlite() || fs::exists(file(), error);
}

}  // namespace cenacle::ledger
