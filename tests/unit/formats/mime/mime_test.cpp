// Mails as bytes: what a field says can make no header, recipient or part.
#include "formats/mime/mime.h"

#include <doctest/doctest.h>

using namespace cenacle;

namespace {

mime::Message sample() {
  mime::Message it;
  it.id = "0123456789abcdef@reseaux.example";
  it.date = base::Instant(std::chrono::seconds(1'789'000'000));
  it.from = {"Réseaux en commun", "reponses@reseaux.example"};
  it.to = {"Élodie Béranger", "elodie@ville.example"};
  it.subject = "Convocation";
  it.text = "Bonjour";
  it.html = "<p>Bonjour</p>";
  return it;
}

std::string bytes_of(const mime::Message& message) {
  auto bytes = mime::write(message);
  REQUIRE(bytes);
  return *bytes;
}

std::ptrdiff_t lines_that_begin(const std::string& bytes, const std::string& with) {
  std::ptrdiff_t count = bytes.starts_with(with) ? 1 : 0;
  for (std::size_t at = 0; (at = bytes.find("\r\n" + with, at)) != std::string::npos; ++at) ++count;
  return count;
}

}  // namespace

TEST_CASE("the same message has the same bytes") { CHECK(bytes_of(sample()) == bytes_of(sample())); }

TEST_CASE("a name or a subject makes no header and no recipient") {
  for (const std::string hostile : {"A\r\nBcc: x@pirate.example", "A\nBcc: x@pirate.example", "A <x@pirate.example>, B",
                                    "\"A\" <x@pirate.example>", "=?utf-8?q?Bcc?="}) {
    CAPTURE(hostile);
    mime::Message it = sample();
    it.to.name = it.from.name = it.subject = it.list_name = hostile;
    it.list_id = "finances.reseaux.example";
    const std::string bytes = bytes_of(it);
    CHECK(lines_that_begin(bytes, "Bcc:") == 0);
    CHECK(lines_that_begin(bytes, "To: ") == 1);
    const std::string to = bytes.substr(bytes.find("To: "), bytes.find("Subject: ") - bytes.find("To: "));
    CHECK(to.find("pirate.example>") == std::string::npos);
  }
}

TEST_CASE("what cannot be sent is refused") {
  for (const std::string address : {"", "a", "a@", "@b.example", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y.example>", "a@b,c@d",
                                    "é@b.example", "<a@b.example>", "a@-b.example", "a..b@c.example"}) {
    CAPTURE(address);
    CHECK_FALSE(mime::is_address(address));
    mime::Message it = sample();
    it.to.address = address;
    CHECK_FALSE(mime::write(it));
  }
  mime::Message it = sample();
  it.id = "a@b>\r\nBcc: x@y.example";
  CHECK_FALSE(mime::write(it));
  it = sample();
  it.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", it.method = "REQUEST; x=y";
  CHECK_FALSE(mime::write(it));
  it = sample();
  it.list_unsubscribe = "mailto:a@b.example>\r\nBcc: x@y.example";
  CHECK_FALSE(mime::write(it));
}

TEST_CASE("an invitation is a part of its own, beside the texts, and a file") {
  mime::Message it = sample();
  it.calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n", it.method = "REQUEST";
  const std::string bytes = bytes_of(it);
  CHECK(bytes.find("Content-Type: multipart/mixed") < bytes.find("Content-Type: multipart/alternative"));
  CHECK(bytes.find("text/calendar; charset=utf-8; method=REQUEST") != std::string::npos);
  CHECK(bytes.find("application/ics; name=invite.ics") != std::string::npos);
  CHECK(bytes.find("Content-ID") == std::string::npos);
}

TEST_CASE("a long List-Unsubscribe stays on one line, as it is") {
  mime::Message it = sample();
  it.list_unsubscribe = "mailto:reponses@reseaux.example?subject=" + std::string(200, 'a');
  CHECK(bytes_of(it).find("List-Unsubscribe: <" + it.list_unsubscribe + ">\r\n") != std::string::npos);
}

TEST_CASE("a line of a name is what one sees") {
  CHECK(mime::visible_line("a\u202Eb") == "ab");
  CHECK(mime::visible_line(" a\r\n\tb ") == "a b");
  CHECK(mime::visible_line("\xFF") == "?");
}
