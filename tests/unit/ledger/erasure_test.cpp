// Who was erased is gone: from answers, from the bytes of the files, and from backups that are put back.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ledger/backup.h"
#include "ledger/check.h"
#include "ledger/json_lines.h"
#include "ledger/places.h"

namespace cenacle::ledger::test {

namespace fs = std::filesystem;
using model::Fact;
using model::FactKind;

namespace {

const Identity zoe = {"Zoé-Vivienne",   "Quastelbrück", "zv.quastel@commune.example",
                      "06 77 77 77 77", "élue",         "maire de Xylophonie"};
const std::vector<std::string> hers = {"Vivienne", "Quastel", "QUASTEL", "zv.quastel", "06 77", "Xylophonie", "rotule"};

/// Zoé with a registration and words about her, and another's words that name her. Her id.
std::string with_zoe(Ledger& ledger) {
  std::string id;
  write(ledger, [&](Transaction& it) {
    id = must(it.add_person(zoe, noon));
    const auto other = must(it.add_person({"Paul", "Martin", "paul@commune.example", "", "", ""}, noon));
    std::vector<Fact> facts = {asking(1, id), fact(FactKind::decided, "net"), asking(2, other),
                               fact(FactKind::withdrew, "net")};
    facts[1].registration = 1, facts[1].value = "accept", facts[1].said = "a mal à la rotule";
    facts[3].registration = 2, facts[3].said = "Mme Quastelbrück prend sa place (QUASTELBRÜCK Zoé-Vivienne)";
    must(it.append(facts));
  });
  return id;
}

void erase(Ledger& ledger, const std::string& id) {
  write(ledger, [&](Transaction& it) { must(it.erase_person(id, noon)); });
}

std::string lines_of(const Place& place) {
  std::string all;
  must(export_lines(place, [&](std::string_view line) -> base::Outcome {
    all += line;
    return base::Done{};
  }));
  return all;
}

/// Files below the folder that hold one of her strings.
std::vector<std::string> traces(const std::string& folder) {
  std::vector<std::string> found;
  for (const fs::directory_entry& it : fs::recursive_directory_iterator(folder)) {
    if (!it.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(it.path(), std::ios::binary).rdbuf();
    for (const std::string& each : hers)
      if (bytes.str().find(each) != std::string::npos) found.push_back(it.path().filename().string() + ": " + each);
  }
  return found;
}

}  // namespace

TEST_CASE("nobody finds who was erased; her facts stay as numbers") {
  on_both([](const Somewhere& somewhere) {
    const auto ledger = opened(somewhere);
    const std::string id = with_zoe(*ledger);
    erase(*ledger, id);
    CHECK(!ledger->erasure_pending());
    const auto reading = must(ledger->read());
    const auto her = reading->person(id);
    REQUIRE(her);
    CHECK(her->erased);
    CHECK(her->family_name.empty());
    CHECK(must(reading->people()).size() == 1);
    CHECK(must(reading->find_people("Zoé-Vivienne Quastelbrück")).empty());
    CHECK(!reading->owner_of(zoe.mail));
    const auto facts = must(reading->facts_of_person(id));
    REQUIRE(facts.size() == 3);
    CHECK(facts.back().kind == FactKind::erased);
    CHECK(reading->registration(1)->person == id);
    const auto decided = reading->facts_of(1)[1];
    CHECK(decided.words != 0);
    CHECK(decided.said.empty());
    const std::string lines = lines_of(somewhere.place());
    for (const std::string& each : hers) CHECK(lines.find(each) == std::string::npos);
    CHECK(must(check_ledger(somewhere.place())).damages.empty());
  });
}

TEST_CASE("what others wrote keeps its other words, and only what names her goes") {
  const Somewhere somewhere(Somewhere::Kind::sqlite);
  const auto ledger = opened(somewhere);
  const std::string id = with_zoe(*ledger);
  write(*ledger, [&](Transaction& it) {
    std::vector<Fact> facts = {fact(FactKind::withdrew, "net"), fact(FactKind::withdrew, "net")};
    facts[0].registration = facts[1].registration = 2;
    facts[0].said = "voir Quastelbrück, la maire", facts[1].said = "Quastelbrückien n’est pas un nom";
    must(it.append(facts));
  });
  erase(*ledger, id);
  const auto facts = must(ledger->read())->facts_of(2);
  CHECK(facts[1].said.empty());  // in capitals too: what is not found as it was spelt takes the whole text
  CHECK(facts[2].said == "voir …, la maire");
  CHECK(facts[3].said == "Quastelbrückien n’est pas un nom");
}

TEST_CASE("not a byte of her is left in the files, WAL included, while the ledger is open and afterwards") {
  const Somewhere somewhere(Somewhere::Kind::sqlite);
  auto ledger = opened(somewhere);
  const std::string id = with_zoe(*ledger);
  write(*ledger, [&](Transaction& it) {  // pages are filled, split and left
    for (int i = 0; i < 300; ++i) must(it.add_person({"Jean", "Dupont" + std::to_string(i), "", "", "", ""}, noon));
  });
  REQUIRE(!traces(somewhere.folder()).empty());
  erase(*ledger, id);
  CHECK(traces(somewhere.folder()) == std::vector<std::string>());
  ledger.reset();
  CHECK(traces(somewhere.folder()) == std::vector<std::string>());
}

TEST_CASE("while another reads, the erasure is pending, and ends with the next opening for writing") {
  const Somewhere somewhere(Somewhere::Kind::sqlite);
  auto ledger = opened(somewhere);
  const std::string id = with_zoe(*ledger);
  {
    const auto other = must(Ledger::open_to_read(somewhere.place()));
    const auto reading = must(other->read());
    erase(*ledger, id);
    CHECK(ledger->erasure_pending());
    CHECK(must(check_ledger(somewhere.place())).erasure_pending);
    CHECK(reading->person(id)->family_name == zoe.family_name);  // it sees the state that it began with
  }
  ledger.reset();
  ledger = opened(somewhere);
  CHECK(!ledger->erasure_pending());
  CHECK(traces(somewhere.folder()) == std::vector<std::string>());
}

TEST_CASE("a backup that is put back has the erasures applied again, whoever opens it first") {
  for (const bool to_read : {false, true}) {
    CAPTURE(to_read);
    const Somewhere somewhere(Somewhere::Kind::sqlite);
    auto ledger = opened(somewhere);
    const std::string id = with_zoe(*ledger), backup = somewhere.folder() + "/backup";
    must(back_up(somewhere.place(), backup));
    CHECK((fs::status(backup).permissions() & fs::perms(077)) == fs::perms::none);
    CHECK(!back_up(somewhere.place(), backup));  // never over anything
    erase(*ledger, id);
    ledger.reset();
    fs::copy_file(backup, somewhere.place().file(), fs::copy_options::overwrite_existing);
    fs::remove(backup);
    REQUIRE(!traces(somewhere.folder()).empty());
    ledger = to_read ? must(Ledger::open_to_read(somewhere.place())) : opened(somewhere);
    CHECK(must(ledger->read())->person(id)->erased);
    CHECK(traces(somewhere.folder()) == std::vector<std::string>());
    CHECK(must(check_ledger(somewhere.place())).damages.empty());
  }
}

TEST_CASE("an erasure takes the copies made before a migration") {
  const Somewhere somewhere(Somewhere::Kind::sqlite);
  const auto ledger = opened(somewhere);
  const std::string id = with_zoe(*ledger), copy = somewhere.place().file() + ".v1-2026-01-01.bak";
  must(back_up(somewhere.place(), copy));
  CHECK(must(check_ledger(somewhere.place())).copies == std::vector{copy});
  erase(*ledger, id);
  CHECK(!fs::exists(copy));
}

}  // namespace cenacle::ledger::test
