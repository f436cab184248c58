// What answers mean, what may stand on an envelope, and what is kept of a relay's words.
#include "delivery/transport.h"

#include <doctest/doctest.h>

#include "delivery/pace.h"
#include "delivery/smtp_connection.h"

namespace cenacle::delivery::test {

using namespace std::chrono_literals;
using Outcome = Receipt::Outcome;
using Stage = Course::Stage;

TEST_CASE("an answer is about the message only where it answers it") {
  struct Case {
    Stage stage;
    int code;
    Outcome outcome;
  };
  const Case cases[] = {
      {Stage::session, 0, Outcome::unreachable},   {Stage::session, 554, Outcome::unreachable},
      {Stage::session, 535, Outcome::unreachable}, {Stage::sender, 0, Outcome::deferred},
      {Stage::sender, 421, Outcome::unreachable},  {Stage::sender, 450, Outcome::deferred},
      {Stage::sender, 550, Outcome::unreachable},  {Stage::sender, 552, Outcome::refused},
      {Stage::recipient, 0, Outcome::deferred},    {Stage::recipient, 450, Outcome::deferred},
      {Stage::recipient, 550, Outcome::refused},   {Stage::data, 0, Outcome::deferred},
      {Stage::data, 354, Outcome::deferred},       {Stage::data, 554, Outcome::refused},
      {Stage::end, 0, Outcome::uncertain},         {Stage::end, 250, Outcome::accepted},
      {Stage::end, 421, Outcome::deferred},        {Stage::end, 452, Outcome::deferred},
      {Stage::end, 554, Outcome::refused},
  };
  for (const Case& it : cases) {
    CAPTURE(static_cast<int>(it.stage));
    CAPTURE(it.code);
    CHECK(outcome_of({it.stage, it.code}) == it.outcome);
  }
}

TEST_CASE("nothing on an envelope ends a line or an address") {
  for (const char* good : {"a@b.example", "prénom.nom@mairie.example", "o'neil+x@b.example", "a@[192.0.2.1]"})
    CHECK(is_for_envelope(good));
  for (const std::string& bad :
       {std::string(), std::string("a"), std::string("@b"), std::string("a@"), std::string("a b@c"),
        std::string("a@b\r\nRCPT TO:<x@y>"), std::string("a@b>"), std::string("<a@b"), std::string("a\0@b", 4),
        std::string("a@b\x7f"), std::string("a\xff@b"), std::string(320, 'a') + "@b", std::string("a@b,c@d")}) {
    CAPTURE(bad);
    CHECK(!is_for_envelope(bad));
  }
}

TEST_CASE("a relay's words are one line of UTF-8, and not too many") {
  CHECK(one_line(" 5.1.1 no\r\n such\tuser\x01 ") == "5.1.1 no   such user");
  CHECK(one_line("caf\xe9 \xc3\xa9") == "caf? é");
  CHECK(one_line(std::string("a\0b", 3)) == "a b");
  const std::string long_words = std::string(499, 'x') + "é" + std::string(99, 'y');
  CHECK(one_line(long_words) == std::string(499, 'x'));
  CHECK(one_line(std::string(499, 'x') + "\xff").size() == 500);
}

TEST_CASE("mails are spread over the minute, for all and for each domain") {
  const Pace::Time now{1000s};
  Pace free({});
  free.took("a@b.example", now);
  CHECK(free.next("a@b.example", now) == now);
  Pace pace({60, 6});
  CHECK(pace.next("a@b.example", now) == now);
  pace.took("a@b.example", now);
  CHECK(pace.next("c@d.example", now) == now + 1s);
  CHECK(pace.next("x@B.EXAMPLE", now) == now + 10s);
  CHECK(pace.next("x@b.example", now + 1min) == now + 1min);
}

}  // namespace cenacle::delivery::test
