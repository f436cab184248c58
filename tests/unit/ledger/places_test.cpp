// The ledgers that tests open: an empty one for each, in a file and on a server.
#include "ledger/places.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace cenacle::ledger::test {

namespace {

/// tests/support/postgresql-server, which ends when its input does: with this program, in whatever way.
class Server {
 public:
  Server() {
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) return;
    const pid_t child = fork();
    if (child == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      execl("tests/support/postgresql-server", "postgresql-server", nullptr);
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    hold_ = in[1];
    std::array<char, 256> line{};
    std::FILE* said = fdopen(out[0], "r");
    if (std::fgets(line.data(), line.size(), said) != nullptr) connection_ = line.data();
    std::fclose(said);
    if (connection_.ends_with('\n')) connection_.pop_back();
  }
  ~Server() { close(hold_); }
  const std::string& connection() const { return connection_; }

  /// A schema of that name, in which a ledger is alone.
  void make_schema(const std::string& name) const {
    const std::string parameters = connection_.substr(connection_.find(':') + 1);
    const std::string command = "psql -qX '" + parameters + "' -c 'CREATE SCHEMA " + name + "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("psql does not make a schema");
  }

 private:
  int hold_ = -1;
  std::string connection_;
};

/// In memory where there is such a folder: a commit waits for the disk.
std::filesystem::path temporary() {
  const bool memory = std::getenv("TMPDIR") == nullptr && access("/dev/shm", W_OK) == 0;
  return memory ? "/dev/shm" : std::filesystem::temp_directory_path();
}

const Server& server() {
  static const Server started;
  return started;
}

}  // namespace

Somewhere::Somewhere(Kind kind) {
  static int count = 0;
  std::string folder = (temporary() / "cenacle-ledger-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  place_ = {folder, "sqlite:.cenacle/ledger.db"};
  if (kind == Kind::sqlite) return;
  REQUIRE_MESSAGE(!server().connection().empty(), "tests/support/postgresql-server gives no server");
  const std::string schema = "ledger_" + std::to_string(++count);
  server().make_schema(schema);
  place_.connection = server().connection() + " options=-csearch_path=" + schema;
}

Somewhere::~Somewhere() {
  std::error_code error;
  std::filesystem::remove_all(place_.portal, error);
}

}  // namespace cenacle::ledger::test
