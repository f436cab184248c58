// How long the ledger takes, and how that grows with it: people imported, facts appended, and the reads that `register`
// and `explain` are made of, through the same interface as they use.
//
//   bench_ledger [PEOPLE…]      sqlite in a temporary folder, or $CENACLE_LEDGER for an empty PostgreSQL database
//
// Ten facts a person: a registration each, judged by four rules, moved, now and then signed and answered.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "ledger/check.h"
#include "ledger/json_lines.h"
#include "ledger/ledger.h"

using namespace cenacle;
using model::Fact;
using model::FactKind;

namespace {

constexpr int objects = 2000, bodies = 500, facts_of_each = 10;
const base::Instant day = *base::parse_instant("2026-09-15T07:00:00Z");

template <class T>
T must(base::Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "{}\n", result.failure().message);
  std::exit(1);
}

class Watch {
 public:
  double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began_).count();
  }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

Fact fact(FactKind kind, std::int64_t registration = 0) {
  Fact it;
  it.kind = kind, it.at = day, it.network = "net", it.registration = registration;
  return it;
}

std::string object_of(std::int64_t number) { return fmt::format("workshop:net/w{}", number % objects); }

/// What a request leaves: nine facts of a registration, and one of a meeting or a charter.
std::vector<Fact> request(std::int64_t registration, const std::string& person) {
  std::vector<Fact> facts(9, fact(FactKind::judged, registration));
  facts[0].kind = FactKind::requested, facts[0].person = person, facts[0].object = object_of(registration);
  facts[0].body = fmt::format("body-{}", registration % bodies), facts[0].path = "atelier", facts[0].value = "agent";
  for (std::size_t i = 0; i < facts.size(); ++i) {
    facts[i].digest = std::string(64, 'd');
    if (i > 0 && i < 6) facts[i].value = fmt::format("rule-{}", i), facts[i].cause = "pass";
  }
  facts[6].kind = FactKind::decided, facts[6].value = "accept", facts[6].said = "Avis favorable du comité.";
  facts[7].kind = FactKind::moved, facts[7].value = "accepted", facts[7].number = 1;
  facts[8].kind = FactKind::stated, facts[8].value = "buts", facts[8].person = person;
  facts.push_back(fact(registration % 2 == 0 ? FactKind::answered : FactKind::signed_));
  facts.back().person = person, facts.back().value = "present";
  facts.back().object = registration % 2 == 0 ? fmt::format("meeting:m{}", registration % objects) : "charter:net/c";
  return facts;
}

/// What the rules look at before they speak, and what they leave, committed. As `register` does it.
double register_one(ledger::Ledger& ledger, const std::string& person) {
  const Watch watch;
  const auto transaction = must(ledger.write());
  const auto her = transaction->person(person);
  const std::int64_t next = transaction->next_registration();
  const std::string object = object_of(next);
  (void)transaction->owner_of(her->mail);
  (void)transaction->of_object(object);
  (void)transaction->of_body("net", fmt::format("body-{}", next % bodies));
  (void)transaction->of_person(person);
  (void)transaction->facts_about(FactKind::paid, "net", fmt::format("body-{}", next % bodies), "");
  auto facts = request(next, person);
  must(transaction->append(facts));
  must(transaction->commit());
  return watch.ms();
}

/// Finds her by her name, and reads her whole story.
double explain_one(ledger::Ledger& ledger, const std::string& name) {
  const Watch watch;
  const auto reading = must(ledger.read());
  const auto found = must(reading->find_people(name));
  for (const model::Person& her : found) {
    (void)must(reading->facts_of_person(her.id));
    for (const model::Registration& it : reading->of_person(her.id)) (void)reading->facts_of(it.id);
  }
  return watch.ms();
}

void measure(std::int64_t people, const ledger::Place& place) {
  std::vector<std::string> ids;
  const auto name = [](std::int64_t i) { return fmt::format("Prénom{} Nom{}", i, i); };
  const Watch opening;
  auto ledger = must(ledger::Ledger::open(place));
  fmt::print("{:>7} people  open {:.0f} ms", people, opening.ms());
  const Watch importing;
  {
    const auto transaction = must(ledger->write());
    for (std::int64_t i = 0; i < people; ++i) {
      const std::string n = std::to_string(i);
      ids.push_back(must(transaction->add_person(
          {"Prénom" + n, "Nom" + n, "p" + n + "@commune.example", "01 02 03 04 05", "agent", "chargée de mission"},
          day)));
      Fact mandate = fact(FactKind::mandate_began);
      mandate.person = ids.back(), mandate.body = fmt::format("body-{}", i % bodies), mandate.value = "membre";
      mandate.day = base::parse_date("2026-01-01");
      must(transaction->append({&mandate, 1}));
    }
    must(transaction->commit());
  }
  fmt::print("  import {:.2f} s", importing.ms() / 1000);
  const Watch filling;
  std::int64_t written = 0;
  for (std::int64_t i = 0; i < people;) {
    const auto transaction = must(ledger->write());
    for (const std::int64_t end = std::min(people, i + 1000); i < end; ++i) {
      auto facts = request(transaction->next_registration(), ids[static_cast<std::size_t>(i)]);
      must(transaction->append(facts));
      written += static_cast<std::int64_t>(facts.size());
    }
    must(transaction->commit());
  }
  fmt::print("  {} facts {:.1f} s", written, filling.ms() / 1000);
  std::mt19937_64 chance(20260915);
  double registering = 0, explaining = 0, slowest = 0;
  constexpr int tries = 50;
  for (int i = 0; i < tries; ++i) {
    registering += register_one(*ledger, ids[chance() % ids.size()]);
    const double one = explain_one(*ledger, name(static_cast<std::int64_t>(chance() % ids.size())));
    explaining += one, slowest = std::max(slowest, one);
  }
  fmt::print("  register {:.2f} ms  explain {:.2f} ms (at most {:.2f})", registering / tries, explaining / tries,
             slowest);
  const Watch listing;
  (void)must(must(ledger->read())->people());
  fmt::print("  people {:.2f} s", listing.ms() / 1000);
  const Watch checking;
  if (!must(ledger::check_ledger(place)).damages.empty()) fmt::print("  DAMAGED");
  fmt::print("  check {:.1f} s", checking.ms() / 1000);
  const Watch exporting;
  std::size_t bytes = 0;
  (void)must(ledger::export_lines(place, [&](std::string_view line) -> base::Outcome {
    bytes += line.size();
    return base::Done{};
  }));
  fmt::print("  export {:.1f} s ({} MB)", exporting.ms() / 1000, bytes >> 20);
  const Watch erasing;
  {
    const auto transaction = must(ledger->write());
    must(transaction->erase_person(ids[ids.size() / 2], day));
    must(transaction->commit());
  }
  fmt::print("  erase {:.1f} s", erasing.ms() / 1000);
  if (place.is_sqlite()) fmt::print("  file {} MB", std::filesystem::file_size(place.file()) >> 20);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print("  memory {} MB\n", used.ru_maxrss >> 10);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::int64_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::atoll(argv[i]));
  if (sizes.empty()) sizes = {1000, 10'000, 100'000};
  for (const std::int64_t people : sizes) {
    std::string folder = (std::filesystem::temp_directory_path() / "cenacle-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return 1;
    measure(people, must(ledger::Place::of(folder)));
    std::filesystem::remove_all(folder);
  }
}
