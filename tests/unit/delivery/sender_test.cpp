// Names of senders: one holds each, and it is the same for who comes after.
#include "delivery/sender.h"

#include <filesystem>

#include "ledger/places.h"

namespace cenacle::delivery::test {

namespace fs = std::filesystem;
using ledger::test::must;
using ledger::test::Somewhere;

TEST_CASE("a name is held by one, and passed on") {
  const Somewhere somewhere(Somewhere::Kind::sqlite);
  std::string first;
  {
    const Sender one = must(Sender::take(somewhere.folder())), two = must(Sender::take(somewhere.folder()));
    first = one.name();
    CHECK(first.size() == 18);
    CHECK(two.name() != first);
  }
  CHECK(must(Sender::take(somewhere.folder())).name() == first);
  CHECK((fs::status(somewhere.folder() + "/.cenacle/senders/1").permissions() & fs::perms(077)) == fs::perms::none);
}

TEST_CASE("a folder that was copied does not speak under the name of the first") {
  const Somewhere somewhere(Somewhere::Kind::sqlite), copy(Somewhere::Kind::sqlite);
  const std::string name = must(Sender::take(somewhere.folder())).name();
  fs::copy(somewhere.folder() + "/.cenacle", copy.folder() + "/.cenacle", fs::copy_options::recursive);
  CHECK(must(Sender::take(copy.folder())).name() != name);
}

TEST_CASE("a folder that cannot be written says so") { CHECK(!Sender::take("/dev/null")); }

}  // namespace cenacle::delivery::test
