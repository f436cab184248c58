// Amounts, days, addresses and mailboxes: what is one, and what was meant.
#include "content/values.h"

#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>

using namespace cenacle;

TEST_CASE("amounts") {
  struct Row {
    std::string text;
    std::optional<std::int64_t> cents;
    std::string meant;  ///< when it is not an amount
  };
  const Row rows[] = {
      {"280,00 €", 28000, ""},
      {"280 €", 28000, ""},
      {"280€", 28000, ""},
      {"1 280,50 €", 128050, ""},
      {"1\u202F280,50\u00A0€", 128050, ""},
      {"0,05 €", 5, ""},
      {"280,5 €", std::nullopt, "280,50 €"},
      {"280.50 €", std::nullopt, "280,50 €"},
      {"280", std::nullopt, "280,00 €"},
      {"280 euros", std::nullopt, "280,00 €"},
      {"280,50 EUR", std::nullopt, "280,50 €"},
      {"-3 €", std::nullopt, ""},
      {"1.280,50 €", std::nullopt, ""},
      {"280,505 €", std::nullopt, ""},
      {"€ 280", std::nullopt, ""},
      {"999999999999999999 €", std::nullopt, ""},
      {"", std::nullopt, ""},
      {"€", std::nullopt, ""},
      {",50 €", std::nullopt, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(content::parse_cents(row.text) == row.cents);
    if (!row.cents) CHECK(content::amount_meant(row.text).value_or("") == row.meant);
  }
}

TEST_CASE("days of the year and of the week") {
  CHECK(content::parse_month_day("02-29").has_value());
  CHECK_FALSE(content::parse_month_day("02-30").has_value());
  CHECK_FALSE(content::parse_month_day("13-01").has_value());
  CHECK_FALSE(content::parse_month_day("2-1").has_value());
  CHECK_FALSE(content::parse_month_day("0a-01").has_value());
  CHECK(content::parse_weekday("monday") == 1);
  CHECK(content::parse_weekday("sunday") == 7);
  CHECK_FALSE(content::parse_weekday("Monday").has_value());
}

TEST_CASE("mailboxes") {
  for (const char* text : {"a@b.example", "a.b+c@x-y.example", "A_1@b.c.example"}) {
    CAPTURE(text);
    CHECK(content::is_mail(text));
  }
  for (const char* text : {"", "@", "a@", "@b.example", "a@b", "a b@c.example", "a@b..example", ".a@b.example", "a.@b.example",
                           "a..b@c.example", "é@b.example", "a@b.example ", "mailto:a@b.example", "a@b@c.example", "<a@b.example>"}) {
    CAPTURE(text);
    CHECK_FALSE(content::is_mail(text));
  }
}

TEST_CASE("addresses of the web") {
  for (const char* text : {"https://a.example", "https://a.example/", "https://a.example:8443/x?y=z&t#u", "https://localhost/x"}) {
    CAPTURE(text);
    CHECK(content::is_web_address(text, false));
  }
  for (const char* text : {"", "https://", "https:///x", "http://a.example", "ftp://a.example", "a.example", "https://a b",
                           "https://a.example/\"x", "https://a.example/<", "https://é.example/", "https://a.example:port/",
                           "https://a..example/", "javascript:alert(1)", "https://a.example/\n"}) {
    CAPTURE(text);
    CHECK_FALSE(content::is_web_address(text, false));
  }
  CHECK(content::is_web_address("http://a.example", true));
}

TEST_CASE("keys that French words stand for") {
  CHECK(content::key_meant("Titre") == "title");
  CHECK(content::key_meant("début") == "start");
  CHECK(content::key_meant("compte_rendu") == "minutes");
  CHECK(content::key_meant("title").empty());
}

TEST_CASE("ids made of a path are the same again, and differ from one path and one attempt to the next") {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(content::hashed_id("content/n/meetings/" + std::to_string(i) + ".md", 0, 10));
  for (int i = 0; i < 100; ++i) ids.insert(content::hashed_id("content/n/meetings/0.md", static_cast<std::uint64_t>(i), 10));
  CHECK(ids.size() == 1099);
  for (const std::string& id : ids) CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
  CHECK(content::hashed_id("content/cercle/meetings/2026-11-03-essai.md", 0, 10) == "xbsyte6jhy");
}

TEST_CASE("numbers with spaces") {
  CHECK(content::parse_spaced_number("1 234") == 1234);
  CHECK(content::parse_spaced_number("1\u202F234\u00A0567") == 1234567);
  CHECK_FALSE(content::parse_spaced_number("1,5").has_value());
  CHECK_FALSE(content::parse_spaced_number("9999999999999999").has_value());
  CHECK_FALSE(content::parse_spaced_number("").has_value());
}
