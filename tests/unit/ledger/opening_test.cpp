// Opening a ledger: made private, taken to the version of today, refused with a sentence when it is none.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "ledger/check.h"
#include "ledger/erasure.h"
#include "ledger/letters.h"
#include "ledger/migration.h"
#include "ledger/places.h"
#include "ledger/schema.h"

namespace cenacle::ledger::test {

namespace fs = std::filesystem;

namespace {

constexpr auto sqlite = Somewhere::Kind::sqlite;

fs::perms for_others(const std::string& path) { return fs::status(path).permissions() & fs::perms(077); }

void overwrite(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string refusal(const Place& place) {
  const auto opened = Ledger::open(place);
  REQUIRE(!opened);
  CHECK(opened.failure().kind == base::FailureKind::disk);
  return opened.failure().message;
}

/// Every table with its columns, in order.
std::string columns_of(const Place& place) {
  const auto database = open_database(place, Access::read, Ledger::patience);
  std::string all;
  database->each(place.is_sqlite()
                     ? "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
                     : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = "
                       "current_schema() ORDER BY table_name, ordinal_position",
                 "tt", {}, [&](const Row& row) { all += fmt::format("{} {}\n", row.text(0), row.text(1)); });
  return all;
}

bool says(const std::string& message, std::string_view what) {
  CAPTURE(message);
  return message.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a ledger is made for its owner only, whatever the umask, and what SQLite puts beside it") {
  const mode_t before = umask(0);
  const Somewhere somewhere(sqlite);
  CHECK(!somewhere.place().exists());
  {
    const auto ledger = opened(somewhere);
    const auto transaction = must(ledger->write());
    must(transaction->add_person({"A", "B", "", "", "", ""}, noon));
    for (const std::string& path : {somewhere.folder() + "/.cenacle", somewhere.place().file(),
                                    somewhere.place().file() + "-wal", somewhere.place().file() + "-shm"}) {
      CAPTURE(path);
      CHECK(fs::exists(path));
      CHECK(for_others(path) == fs::perms::none);
    }
  }
  umask(before);
  CHECK(somewhere.place().exists());
  int files = 0;
  for (const auto& it : fs::directory_iterator(somewhere.folder() + "/.cenacle")) files += it.exists() ? 1 : 0;
  CHECK(files == 1);  // nothing that was staged is left
}

TEST_CASE("a file that others could read is private again once it was opened") {
  const Somewhere somewhere(sqlite);
  (void)opened(somewhere);
  fs::permissions(somewhere.place().file(), fs::perms(0644));
  (void)opened(somewhere);
  CHECK(for_others(somewhere.place().file()) == fs::perms::none);
}

TEST_CASE("to read is not to make") {
  on_both([](const Somewhere& somewhere) {
    const auto read = Ledger::open_to_read(somewhere.place());
    REQUIRE(!read);
    CHECK(read.failure().kind == base::FailureKind::not_found);
    (void)opened(somewhere);
    const auto ledger = must(Ledger::open_to_read(somewhere.place()));
    CHECK(must(must(ledger->read())->people()).empty());
    CHECK(!ledger->write());
  });
}

TEST_CASE("what is no ledger is refused, and stays as it is") {
  const Somewhere somewhere(sqlite);
  const std::string file = somewhere.place().file();
  fs::create_directories(somewhere.folder() + "/.cenacle");
  const auto refused = [&](std::string_view bytes, std::string_view what) {
    overwrite(file, bytes);
    CHECK(says(refusal(somewhere.place()), what));
    CHECK(fs::file_size(file) == bytes.size());
  };
  refused("", "is an empty file");
  refused("nom;prénom\nRoy;Anne\n", "is not a ledger");
  refused(std::string(5000, 'x'), "is not a ledger");
  fs::remove(file);
  const Place other{somewhere.folder(), "sqlite:other.db"};
  {
    const auto database = open_sqlite(other.file(), Access::write, Ledger::patience);
    database->script("CREATE TABLE photos (id INTEGER)");
  }
  CHECK(says(refusal(other), "is not a ledger"));
}

TEST_CASE("a ledger that was cut short, or written over, says so") {
  const Somewhere somewhere(sqlite);
  const std::string file = somewhere.place().file();
  write(*opened(somewhere), [](Transaction& it) {
    for (int i = 0; i < 500; ++i) must(it.add_person({"A", std::to_string(i), "", "", "", ""}, noon));
  });
  const auto size = fs::file_size(file);
  const std::string whole = somewhere.folder() + "/whole";
  fs::copy_file(file, whole);
  fs::resize_file(file, size / 2);
  CHECK(says(refusal(somewhere.place()), "is damaged"));
  fs::copy_file(whole, file, fs::copy_options::overwrite_existing);
  {
    std::fstream scratched(file, std::ios::binary | std::ios::in | std::ios::out);
    scratched.seekp(100);
    scratched << std::string(4000, '\x5a');
  }
  CHECK(says(refusal(somewhere.place()), "is damaged"));
}

TEST_CASE("a ledger of a newer version is left alone") {
  on_both([](const Somewhere& somewhere) {
    (void)opened(somewhere);
    open_database(somewhere.place(), Access::write, Ledger::patience)
        ->run("UPDATE meta SET value = '99' WHERE name = 'version'");
    CHECK(says(refusal(somewhere.place()), "version 99, of a newer cenacle"));
    const auto read = Ledger::open_to_read(somewhere.place());
    REQUIRE(!read);
    CHECK(says(read.failure().message, "version 99"));
  });
}

TEST_CASE("an older version goes forward step by step, whole or not at all, after a copy") {
  on_both([](const Somewhere& somewhere) {
    write(*opened(somewhere), [](Transaction& it) { must(it.add_person({"A", "B", "", "", "", ""}, noon)); });
    const auto database = open_database(somewhere.place(), Access::write, Ledger::patience);
    constexpr int today = schema_version;
    const Step both[] = {{today, "ALTER TABLE people ADD COLUMN colour TEXT;"},
                         {today + 1, "UPDATE people SET colour = 'bleu';"}};
    bring_forward(*database, somewhere.place(), both, today + 2);
    CHECK(version_of(*database) == today + 2);
    CHECK(database->number("SELECT count(colour) FROM people") == 1);
    const Step broken[] = {{today + 2, "ALTER TABLE people ADD COLUMN shade TEXT;"},
                           {today + 3, "UPDATE nothing SET x = 1;"}};
    CHECK_THROWS_AS(bring_forward(*database, somewhere.place(), broken, today + 4), Trouble);
    CHECK(version_of(*database) == today + 2);
    CHECK_THROWS_AS(database->number("SELECT count(shade) FROM people"), Trouble);
    CHECK_THROWS_AS(bring_forward(*database, somewhere.place(), both, today + 3), Trouble);  // no step
    CHECK_THROWS_AS(bring_forward(*database, somewhere.place(), both, today + 1), Trouble);  // newer

    const auto copies = migration_copies(somewhere.place());
    if (!somewhere.place().is_sqlite()) return;
    REQUIRE(copies.size() == 2);  // one before each migration
    CHECK(for_others(copies[0]) == fs::perms::none);
    fs::copy_file(std::min(copies[0], copies[1]), somewhere.folder() + "/before.db");
    const Place before{somewhere.folder(), "sqlite:before.db"};
    const auto ledger = must(Ledger::open(before));
    CHECK(must(must(ledger->read())->people()).size() == 1);
  });
}

TEST_CASE("a ledger of version 1 is one of today, with all that it held, and can send") {
  on_both([](const Somewhere& somewhere) {
    if (somewhere.place().is_sqlite()) {
      fs::create_directories(somewhere.folder() + "/.cenacle");
      overwrite(somewhere.place().file(), "");
    }
    std::ifstream file("tests/unit/ledger/version-1.sql");
    const std::string script((std::istreambuf_iterator<char>(file)), {});
    REQUIRE(script.size() > 1000);
    {
      const auto database = open_database(somewhere.place(), Access::write, Ledger::patience);
      database->script(script.substr(script.find('\n')));
      CHECK(version_of(*database) == 1);
    }
    const auto ledger = opened(somewhere);
    CHECK(must(ledger->secret()).size() == 32);
    write(*ledger, [](Transaction& it) {
      REQUIRE(it.registration(1));
      CHECK(it.registration(1)->state == model::State::accepted);
      CHECK(it.facts_of(1).back().said == "bienvenue");
      CHECK(it.person("p-anne")->mail == "anne@a.example");
      queue(it, 2);
      CHECK(must(it.to_offer(noon, 0, 10)).size() == 2);
    });
    const Health health = must(check_ledger(somewhere.place()));
    CHECK(health.damages == std::vector<std::string>());
    CHECK(health.facts == 5);
    CHECK(health.messages == 2);
    // The same as a new one.
    const Somewhere fresh(somewhere.place().is_sqlite() ? Somewhere::Kind::sqlite : Somewhere::Kind::postgresql);
    CHECK(columns_of(somewhere.place()) == columns_of((opened(fresh), fresh.place())));
  });
}

TEST_CASE("settings of another kind are refused before anything is touched") {
  const Somewhere somewhere(sqlite);
  fs::create_directories(somewhere.folder() + "/.cenacle");
  const auto setting = [&](std::string_view line) {
    overwrite(somewhere.folder() + "/.cenacle/ledger", line);
    return Place::of(somewhere.folder());
  };
  CHECK(!setting("mysql:host=x"));
  CHECK(!setting("sqlite:"));
  CHECK(!setting(""));
  CHECK(must(setting("sqlite:autre.db\n")).file() == somewhere.folder() + "/autre.db");
  CHECK(must(setting("sqlite:/var/lib/autre.db\n")).file() == "/var/lib/autre.db");
  CHECK(!must(setting("postgresql://hote/base")).is_sqlite());
  fs::remove(somewhere.folder() + "/.cenacle/ledger");
  CHECK(must(Place::of(somewhere.folder())).file() == somewhere.folder() + "/.cenacle/ledger.db");
}

TEST_CASE("a server that is not there says so") {
  const Somewhere somewhere(sqlite);
  const Place nowhere{somewhere.folder(), "postgresql:host=" + somewhere.folder() + " dbname=x connect_timeout=2"};
  CHECK(says(refusal(nowhere), "the ledger (PostgreSQL)"));
}

TEST_CASE("a path with spaces and signs is a path") {
  const Somewhere somewhere(sqlite);
  const Place odd{somewhere.folder(), "sqlite:un dossier/réf = 1; l’été.db"};
  (void)must(Ledger::open(odd));
  CHECK(fs::exists(somewhere.folder() + "/un dossier/réf = 1; l’été.db"));
}

}  // namespace cenacle::ledger::test
