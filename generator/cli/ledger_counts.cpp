// What the ledger adds up to, kept between builds.
#include "cli/ledger_counts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "publish/descriptor.h"

namespace cenacle::cli {

namespace fs = std::filesystem;

base::Result<LedgerCounts> LedgerCounts::open(const Context& context, std::string time_zone) {
  auto place = ledger::Place::of(context.folder);
  if (!place) return place.failure();
  LedgerCounts counts(std::move(*place), context.folder + "/.cenacle/cache/counts", time_zone);
  if (!counts.there_are()) return counts;
  const std::string identity = fmt::format("cenacle counts {:016x}\n", program_identity());
  std::string bytes;
  if (publish::read_file(AT_FDCWD, counts.path_.c_str(), &bytes) == 0 && bytes.starts_with(identity))
    if (auto known = rules::Tally::decode(std::string_view(bytes).substr(identity.size()), time_zone))
      counts.tally_ = std::move(*known);
  if (const auto read = counts.read_on(); !read) return read.failure();
  return counts;
}

base::Result<bool> LedgerCounts::read_on() {
  if (!there_are()) return false;
  auto ledger = ledger::Ledger::open_to_read(place_);
  if (!ledger) return ledger.failure();
  auto transaction = (*ledger)->read();
  if (!transaction) return transaction.failure();
  // The last fact that was counted is read again: in another ledger, a restored one say, it is another.
  bool same = tally_.last() == 0, grown = false;
  const auto take = [&](const model::Fact& fact) {
    if (!same && fact.seq == tally_.last() && rules::Tally::mark_of(fact) == tally_.mark()) {
      same = true;
    } else if (same) {
      tally_.take(fact);
      grown = true;
    }
  };
  if (const auto read = (*transaction)->each_fact(std::max<std::int64_t>(tally_.last() - 1, 0), take); !read)
    return read.failure();
  if (!same) {
    tally_.clear();
    same = true;
    grown = true;
    if (const auto read = (*transaction)->each_fact(0, take); !read) return read.failure();
  }
  grown_ = grown_ || grown;
  return grown;
}

std::string LedgerCounts::key() const {
  return there_are() ? fmt::format("{:016x}", tally_.digest()) : std::string("none");
}

std::optional<model::Figures> LedgerCounts::figures(const model::Portal& portal, const rules::Rulebooks& books) const {
  if (!there_are()) return std::nullopt;
  return rules::figures_of(tally_.counts(), portal, books);
}

void LedgerCounts::save() const {
  if (!grown_) return;
  std::error_code ignored;
  fs::create_directories(fs::path(path_).parent_path(), ignored);
  const std::string staged = fmt::format("{}.{}", path_, getpid());
  std::ofstream out(staged, std::ios::binary);
  fs::permissions(staged, fs::perms::owner_read | fs::perms::owner_write, ignored);  // before there is anything in it
  out << fmt::format("cenacle counts {:016x}\n", program_identity()) << tally_.encode();
  if (out.flush()) {
    fs::rename(staged, path_, ignored);
  } else {
    fs::remove(staged, ignored);
  }
}

}  // namespace cenacle::cli
