// JSON documents as trees: each kind of value, order, numbers at the limits, and what is no document.
#include "formats/json/read.h"

#include <doctest/doctest.h>

namespace cenacle::json {

TEST_CASE("a document is read as it stands") {
  const auto read =
      parse(R"({"titre":"Journée","lignes":[{"cents":28800},{"cents":-1}],"ok":true,"rien":null,"taux":1.5})");
  REQUIRE(read);
  CHECK(read->text_of("titre") == "Journée");
  REQUIRE(read->find("lignes"));
  REQUIRE(read->find("lignes")->items.size() == 2);
  CHECK(read->find("lignes")->items[0].integer_of("cents") == 28800);
  CHECK(read->find("lignes")->items[1].integer_of("cents") == -1);
  CHECK(read->find("ok")->boolean);
  CHECK(read->find("rien")->kind == Kind::null);
  CHECK(read->find("taux")->number == 1.5);
  CHECK(read->names.front() == "titre");
  CHECK(read->names.back() == "taux");
}

TEST_CASE("a member that is missing or of another kind is nothing") {
  const auto read = parse(R"({"n":"3","t":3})");
  REQUIRE(read);
  CHECK(read->integer_of("n") == 0);
  CHECK(read->text_of("t").empty());
  CHECK(read->find("x") == nullptr);
  CHECK(parse("[]")->find("x") == nullptr);
}

TEST_CASE("whole numbers keep every digit up to 64 bits, and are numbers beyond") {
  CHECK(parse("9223372036854775807")->integer == INT64_MAX);
  CHECK(parse("-9223372036854775808")->integer == INT64_MIN);
  CHECK(parse("9223372036854775808")->kind == Kind::number);
}

TEST_CASE("what is no document is nothing") {
  const std::string deep = std::string(101, '[') + std::string(101, ']');
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("{} {}"), std::string("{'a':1}"), std::string("\"\xff\""), deep})
    CHECK_FALSE(parse(text));
  CHECK(parse(std::string(100, '[') + std::string(100, ']')));
}

}  // namespace cenacle::json
