// JSON as it is written: order, layout, escapes.
#include "formats/json/json.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

using namespace cenacle;

TEST_CASE("values in the order of the calls") {
  const auto write = [](json::Writer::Layout layout) {
    json::Writer writer(layout);
    writer.begin_object().key("z").text("é\"\n").key("a").begin_array();
    writer.integer(std::numeric_limits<std::int64_t>::min()).boolean(true).null().begin_object().end_object();
    writer.begin_array().end_array().end_array().key("b").boolean(false).key("z").integer(2).end_object();
    return writer.take();
  };
  CHECK(write(json::Writer::Layout::compact) ==
        R"({"z":"é\"\n","a":[-9223372036854775808,true,null,{},[]],"b":false,"z":2})");
  CHECK(
      write(json::Writer::Layout::indented) ==
      "{\n  \"z\": \"é\\\"\\n\",\n  \"a\": [\n    -9223372036854775808,\n    true,\n    null,\n    {},\n    []\n  ],\n"
      "  \"b\": false,\n  \"z\": 2\n}\n");
}

TEST_CASE("a document may be one value, and a writer serves twice") {
  json::Writer writer(json::Writer::Layout::compact);
  CHECK(writer.text("x").take() == "\"x\"");
  CHECK(writer.begin_array().integer(1).end_array().take() == "[1]");
}

TEST_CASE("calls in the wrong order do no harm") {
  json::Writer writer(json::Writer::Layout::compact);
  writer.end_object().end_array().begin_object().text("no key").begin_array();
  CHECK(writer.take() == R"({"":"no key","":[]})");
}

TEST_CASE("ill-formed UTF-8 is replaced") {
  json::Writer writer(json::Writer::Layout::compact);
  CHECK(writer.begin_object().key("k\xFF").text("a\xC3").end_object().take() == "{\"k\uFFFD\":\"a\uFFFD\"}");
}

TEST_CASE("many members, in time that grows with their number only") {
  json::Writer writer(json::Writer::Layout::compact);
  writer.begin_object();
  for (int i = 0; i < 200'000; ++i) writer.key("k" + std::to_string(i)).integer(i);
  const std::string text = writer.end_object().take();
  CHECK(text.starts_with(R"({"k0":0,"k1":1,)"));
  CHECK(text.ends_with(R"("k199999":199999})"));
}

TEST_CASE("strings for a script element") {
  CHECK(json::quoted("plain é") == "\"plain é\"");
  CHECK(json::quoted("</script><!--") == "\"\\u003c/script>\\u003c!--\"");
  CHECK(json::quoted("a\u2028b\u2029c") == "\"a\\u2028b\\u2029c\"");
  CHECK(json::quoted("\"\\\n\t\x01") == "\"\\\"\\\\\\n\\t\\u0001\"");
  CHECK(json::quoted("\xE2\x80") == "\"\uFFFD\"");
  CHECK(json::quoted("") == "\"\"");
}
