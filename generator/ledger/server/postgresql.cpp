// The ledger on a PostgreSQL server: how one writer at a time is had, and what a refused connection means. Linked apart
// from the program, with the client's library (ledger/part.h).
#include <libpq-fe.h>

#include <regex>
#include <thread>

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "base/text.h"
#include "ledger/database.h"

namespace cenacle::ledger {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view shown = "the ledger (PostgreSQL)";

constexpr std::string_view connected = "00000", no_server = "08001";

/// The five characters of SQLSTATE that a connection is refused with: SOCI has them only in the words of the server's
/// language.
std::string refusal(const std::string& parameters) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectStart(parameters.c_str()), PQfinish);
  PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
  for (PostgresPollingStatusType status = PGRES_POLLING_WRITING;
       status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED; status = PQconnectPoll(connection.get()))
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  if (PQstatus(connection.get()) == CONNECTION_OK) return std::string(connected);
  const std::string words = PQerrorMessage(connection.get());
  std::smatch found;
  static const std::regex state("\\b([0-9A-Z]{5})\\s*$");
  return std::regex_search(words, found, state) ? found[1].str() : std::string(no_server);
}

/// Whether waiting helps: too many clients, a server that starts; or there is room by now.
bool is_of_a_crowd(const std::string& state) { return state == "53300" || state == "57P03" || state == connected; }

base::Failure failure_of(const std::string& state, const std::string& words) {
  const auto disk = [&](std::string_view what) {
    return base::Failure{base::FailureKind::disk, fmt::format("{} {}", shown, what)};
  };
  if (state == "55P03" || state == "40001" || state == "40P01" || state == "57014")
    return {base::FailureKind::busy,
            fmt::format("{} is being written by another process; nothing was recorded, try again", shown)};
  if (state == "53300" || state == "57P03")
    return {base::FailureKind::busy, fmt::format("{} has no connection left; nothing was recorded, try again", shown)};
  if (state == "25006") return disk("is read-only; nothing was recorded");
  if (state == "53100") return disk("cannot grow: the server's disk is full; nothing was recorded");
  if (state == "42501") return disk("may not be used by this database user; nothing was recorded");
  const std::string_view first(words.data(), std::min(words.find('\n'), words.size()));
  return disk(fmt::format("refuses: {}", first));
}

class Postgresql final : public Database {
 public:
  Postgresql(const std::string& connection, Access access, std::chrono::milliseconds patience) : patience_(patience) {
    // As libpq takes it: an address as it is, a list of parameters without our word before it.
    constexpr std::string_view ours = "postgresql:";
    const std::string parameters =
        connection.starts_with("postgresql://") ? connection : connection.substr(ours.size());
    connect(parameters);
    plainly("SET client_min_messages = warning");
    plainly("SET synchronous_commit = on");
    plainly(fmt::format("SET lock_timeout = {}", patience.count()));
    plainly("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED");
    if (access == Access::read) plainly("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
  }

  /// Whoever writes holds the lock until the commit is done and seen, so that facts are numbered in that order. What
  /// was committed by the one before is seen, since each statement sees what was committed before it.
  void begin(Access access) override {
    if (access == Access::read) return plainly("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    plainly("BEGIN");
    try {
      run("SELECT pg_advisory_xact_lock(1128615521, hashtext(current_schema()))");
    } catch (const Trouble&) {
      rollback();
      throw;
    }
  }

  void script(std::string_view sql) override {
    std::string own(sql);
    own = std::regex_replace(own, std::regex("\\bINTEGER\\b"), "BIGINT");
    own = std::regex_replace(own, std::regex("\\bTEXT\\b"), "TEXT COLLATE \"C\"");
    own = std::regex_replace(own, std::regex("\\) STRICT;"), ");");
    for (const std::string_view statement : base::split(own, ';'))
      if (!base::trim(statement).empty()) plainly(std::string(statement));
  }

  std::string name() const override { return std::string(shown); }

  bool has_table(std::string_view name) override {
    return number(
               "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
               "table_name = ?",
               {name}) > 0;
  }
  std::vector<std::string> damages() override { return {}; }
  bool copy_to(const std::string&) override { return false; }

  /// Room that other transactions can no longer see is given free now instead of some day.
  bool forget() override {
    plainly("VACUUM identities");
    plainly("VACUUM words");
    return true;
  }

 private:
  /// A server that refuses a crowd is asked ever less often: each try is a process of its own there.
  void connect(const std::string& parameters) {
    using namespace std::chrono_literals;
    std::chrono::milliseconds pause = 50ms;
    for (const auto until = Clock::now() + patience_;;) {
      try {
        return session().open(soci::postgresql, parameters);
      } catch (const soci::soci_error& error) {
        const std::string state = refusal(parameters);
        if (!is_of_a_crowd(state) || Clock::now() >= until) throw Trouble{failure_of(state, error.get_error_message())};
      }
      std::this_thread::sleep_for(pause);
      pause = std::min(pause * 2, 1'000ms);
    }
  }

  Trouble trouble() const override {
    try {
      throw;
    } catch (const soci::postgresql_soci_error& error) {
      return {failure_of(error.sqlstate(), error.get_error_message())};
    } catch (const soci::soci_error& error) {
      return {failure_of("", error.get_error_message())};
    } catch (const std::exception& error) {
      return {failure_of("", error.what())};
    }
  }

  std::chrono::milliseconds patience_;
};

}  // namespace

}  // namespace cenacle::ledger

extern "C" cenacle::ledger::Database* cenacle_open_postgresql(const std::string& connection,
                                                              cenacle::ledger::Access access,
                                                              std::chrono::milliseconds patience) {
  return new cenacle::ledger::Postgresql(connection, access, patience);
}
