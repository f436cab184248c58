// Delimited text: separators, quotes, line ends, places, and what cannot be read.
#include "formats/csv/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cenacle;

namespace {

/// "line:a|b" for each row, and the error.
std::string told(const csv::Table& table) {
  std::string out;
  for (const csv::Row& row : table.rows) {
    out += std::to_string(row.line) + ":";
    for (std::size_t i = 0; i < row.fields.size(); ++i) out += (i > 0 ? "|" : "") + row.fields[i];
    out += "/";
  }
  if (!table.error.empty()) {
    out += "!" + std::to_string(table.error_line) + ":" + std::to_string(table.error_column) + " " + table.error;
  }
  return out;
}

std::string places(const csv::Row& row) {
  std::string out;
  for (const csv::Stretch& place : row.places) {
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("rows and their lines") {
  struct Row {
    std::string name;
    std::string text;
    std::string expected;
    char separator;
  };
  const Row rows[] = {
      {"nothing", "", "", ','},
      {"commas", "id,name\na,b\n", "1:id|name/2:a|b/", ','},
      {"semicolons", "id;name\na;b,c\n", "1:id|name/2:a|b,c/", ';'},
      {"no line end at the end", "id,name\na,b", "1:id|name/2:a|b/", ','},
      {"Windows", "id;name\r\na;b\r\n\r\nc;d\r\n", "1:id|name/2:a|b/4:c|d/", ';'},
      {"byte-order mark", "\xEF\xBB\xBFid;name\na;b\n", "1:id|name/2:a|b/", ';'},
      {"blank lines", "\n  \nid,name\n\n\na,b\n \n", "3:id|name/6:a|b/", ','},
      {"empty fields", "a,,c\n,,\nx,\n", "1:a||c/2:||/3:x|/", ','},
      {"white space around", " a , b c\t,\"  d \" \n", "1:a|b c|  d /", ','},
      {"quotes", "\"a;b\";\"say \"\"yes\"\"\";c\n", "1:a;b|say \"yes\"|c/", ';'},
      {"line ends in quotes", "a,b\n\"one\ntwo\r\nthree\",x\ny,z\n", "1:a|b/2:one\ntwo\r\nthree|x/5:y|z/", ','},
      {"line ends in a later field", "a,b\nx,\"1\n2\"\ny,z\n", "1:a|b/2:x|1\n2/4:y|z/", ','},
      {"a separator only in quotes", "\"a;b;c\",d\n", "1:a;b;c|d/", ','},
      {"one column", "id\na;b\n", "1:id/2:a;b/", ','},
      {"a tie", "a,b;c\n", "1:a|b;c/", ','},
      {"rows of several lengths", "a,b,c\nd\ne,f\n", "1:a|b|c/2:d/3:e|f/", ','},
      {"an empty quoted field", "a\n\"\"\nb\n", "1:a/2:/3:b/", ','},
      {"quote left open", "a,b\nc,\"d\ne,f\n", "1:a|b/!2:3 a quote that is left open", ','},
      {"quote left open, then quotes", "a;b\nc;\"d\ne;\"f\"\n", "1:a|b/!2:3 a quote in the middle of a field", ';'},
      {"quote in the middle", "a,b\nc,5\" disk\nd,e\n", "1:a|b/!2:3 a quote in the middle of a field", ','},
      {"text after a quoted field", "é,\"b\" c\n", "!1:3 a quote in the middle of a field", ','},
      {"an open quote and nothing else", "\"", "!1:1 a quote that is left open", ','},
      {"accents and ill-formed bytes", "é;\xFF;\xC3\n", "1:é|\xFF|\xC3/", ';'},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const csv::Table table = csv::parse(row.text);
    CHECK(told(table) == row.expected);
    CHECK(table.separator == row.separator);
    for (const csv::Row& each : table.rows) CHECK(each.places.size() == each.fields.size());
  }
}

TEST_CASE("places of fields") {
  const csv::Table table = csv::parse("\xEF\xBB\xBFété, b ,,\"q,r\"\r\n\"x\r\nyé\",é z, \"w\"\r\n\r\n ,last");
  REQUIRE(table.rows.size() == 3);
  CHECK(places(table.rows[0]) == "1:1+3 1:6+1 1:9+0 1:10+5 ");
  CHECK(places(table.rows[1]) == "2:1+2 3:5+3 3:10+3 ");
  CHECK(places(table.rows[2]) == "5:2+0 5:3+4 ");
}

TEST_CASE("a zero byte is a byte") {
  const csv::Table table = csv::parse(std::string_view("a\0b,c\n", 6));
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].fields[0] == std::string("a\0b", 3));
}

TEST_CASE("hostile input is read in time that grows with its size only") {
  const std::size_t many = 100'000;
  CHECK(csv::parse(std::string(many, ',')).rows.at(0).fields.size() == many + 1);
  CHECK(csv::parse(std::string(many, '\n')).rows.empty());
  CHECK(csv::parse(std::string(many, ' ') + "\"" + std::string(many, ',')).error == "a quote that is left open");
  CHECK(csv::parse(std::string(many, '"')).rows.size() == 1);
  CHECK(csv::parse("\"" + std::string(4 * many, 'x') + "\"").rows.at(0).fields.at(0).size() == 4 * many);
  std::string quotes;
  for (std::size_t i = 0; i < many; ++i) quotes += "\"\n\",";
  const csv::Table table = csv::parse(quotes);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].places.back().line == many + 1);
}

TEST_CASE("lines that are written are read back the same") {
  const std::vector<std::vector<std::string>> rows{{"id", "name"}, {"a;b", "c,d"}, {"say \"yes\"", "line\r\nend"},
                                                   {"", ""},       {""},           {" spaces ", "\t"},
                                                   {"é", "1;2"},   {"\"", "\"\""}};
  for (const char separator : {',', ';'}) {
    // Parsed together, so that the header settles the separator.
    std::string text;
    for (const auto& row : rows) text += csv::line(row, separator);
    const csv::Table table = csv::parse(text);
    CHECK(table.error == "");
    CHECK(table.separator == separator);
    REQUIRE(table.rows.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(table.rows[i].fields == rows[i]);
  }
  CHECK(csv::line({"a", "b c", "d,e", "f\"g"}) == "a,b c,\"d,e\",\"f\"\"g\"\r\n");
  CHECK(csv::line({}) == "\r\n");
}
