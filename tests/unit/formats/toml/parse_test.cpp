// TOML as a tree with places, and what is said of the lines that cannot be read.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "formats/toml/image.h"
#include "formats/toml/toml.h"

using namespace cenacle;
using toml::Kind;

namespace {

/// "key@line:column+length=value@line:column+length", one a line, tables and lists indented.
void write(const toml::Node& node, std::string* out, int depth) {
  const auto at = [](const toml::Spot& spot) { return fmt::format("@{}:{}+{}", spot.line, spot.column, spot.length); };
  switch (node.kind) {
    case Kind::text: *out += fmt::format("\"{}\"{}\n", node.text, at(node.at)); return;
    case Kind::integer: *out += fmt::format("{}{}\n", node.integer, at(node.at)); return;
    case Kind::boolean: *out += fmt::format("{}{}\n", node.integer != 0, at(node.at)); return;
    case Kind::date: *out += fmt::format("{}{}\n", base::iso(base::date_of(node.when)), at(node.at)); return;
    case Kind::date_time: *out += fmt::format("{}{}\n", base::iso(node.when), at(node.at)); return;
    case Kind::offset_date_time: *out += fmt::format("{} as {}{}\n", base::iso(node.when), node.text, at(node.at)); return;
    case Kind::real:
    case Kind::time: *out += fmt::format("{} {}{}\n", toml::name_of(node.kind), node.text, at(node.at)); return;
    case Kind::array:
      *out += fmt::format("[]{}\n", at(node.at));
      for (const toml::Node& item : node.items) {
        *out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- ";
        write(item, out, depth + 1);
      }
      return;
    case Kind::table:
      *out += fmt::format("{{}}{}\n", at(node.at));
      for (const toml::Entry& entry : node.entries) {
        *out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + entry.key + at(entry.at) + " = ";
        write(entry.value, out, depth + 1);
      }
      return;
  }
}

struct Read {
  toml::Node tree;
  std::string written, said;
};

Read read(std::string_view text, std::uint32_t first_line = 1) {
  diag::Diagnostics diagnostics;
  Read read;
  read.tree = toml::parse(text, "x.md", first_line, diagnostics);
  for (const toml::Entry& entry : read.tree.entries) {
    read.written += entry.key + fmt::format("@{}:{}+{} = ", entry.at.line, entry.at.column, entry.at.length);
    write(entry.value, &read.written, 1);
  }
  for (const diag::Diagnostic& it : diagnostics.sorted()) {
    std::string help = it.help;
    for (std::size_t at = 0; (at = help.find('\n', at)) != std::string::npos; at += 3) help.replace(at, 1, " / ");
    read.said += fmt::format("{}:{}+{} {}: {} => {}\n", it.place.line, it.place.column, it.place.length, it.code.name, it.summary, help);
  }
  return read;
}

}  // namespace

TEST_CASE("values and their places") {
  struct Row {
    std::string name, text, written;
  };
  const Row rows[] = {
      {"a text", "title = \"Été à la mer\" # note\n", "title@1:1+5 = \"Été à la mer\"@1:9+14\n"},
      {"quoted keys", "\"é é\" = 1\n", "é é@1:1+5 = 1@1:9+1\n"},
      {"escapes and literals", "a = \"x\\n\\u00e9\"\nb = 'c:\\d'\n", "a@1:1+1 = \"x\né\"@1:5+11\nb@2:1+1 = \"c:\\d\"@2:5+6\n"},
      {"several lines, cut at the end of the first", "m = \"\"\"\nabc\ndef\"\"\"\nl = [1,\n  2]\n",
       "m@1:1+1 = \"abc\ndef\"@1:5+3\nl@4:1+1 = []@4:5+3\n  - 1@4:6+1\n  - 2@5:3+1\n"},
      {"numbers", "a = 1_000\nb = -3\nc = 0x1F\nd = 1.5\ne = inf\n",
       "a@1:1+1 = 1000@1:5+5\nb@2:1+1 = -3@2:5+2\nc@3:1+1 = 31@3:5+4\nd@4:1+1 = a decimal number 1.5@4:5+3\ne@5:1+1 = a decimal number "
       "inf@5:5+3\n"},
      {"times", "a = 2026-10-06\nb = 2026-10-06T09:30:00\nc = 2026-10-06 09:30:00\nd = 2026-10-06T09:30:00+02:00\ne = 09:30:00\n",
       "a@1:1+1 = 2026-10-06@1:5+10\nb@2:1+1 = 2026-10-06T09:30:00@2:5+19\nc@3:1+1 = 2026-10-06T09:30:00@3:5+19\n"
       "d@4:1+1 = 2026-10-06T09:30:00 as 2026-10-06T09:30:00+02:00@4:5+25\ne@5:1+1 = a time without a date 09:30:00@5:5+8\n"},
      {"tables", "[a]\nb = true\n[c.d]\n", "a@1:2+1 = {}@1:1+3\n  b@2:1+1 = true@2:5+4\nc@3:2+1 = {}@3:1+5\n  d@3:4+1 = {}@3:1+5\n"},
      {"lists of tables", "[[a]]\nb = 1\n[[a]]\n[[a.c]]\n",
       "a@1:3+1 = []@1:1+5\n  - {}@1:1+5\n    b@2:1+1 = 1@2:5+1\n  - {}@3:1+5\n    c@4:5+1 = []@4:1+7\n      - {}@4:1+7\n"},
      {"inside a line", "f = [{ p = \"a\" }, { p = \"b\" }]\n",
       "f@1:1+1 = []@1:5+26\n  - {}@1:6+11\n    p@1:8+1 = \"a\"@1:12+3\n  - {}@1:19+11\n    p@1:21+1 = \"b\"@1:25+3\n"},
      {"in the order of the file", "z = 1\na = 2\nm = 3\n", "z@1:1+1 = 1@1:5+1\na@2:1+1 = 2@2:5+1\nm@3:1+1 = 3@3:5+1\n"},
      {"CRLF", "a = \"x\"\r\nb = 2\r\n", "a@1:1+1 = \"x\"@1:5+3\nb@2:1+1 = 2@2:5+1\n"},
      {"nothing", "", ""},
      {"comments alone", "# rien\n\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Read it = read(row.text);
    CHECK(it.written == row.written);
    CHECK(it.said == "");
  }
}

TEST_CASE("lines count from the first line of the file") {
  CHECK(read("a = 1\nb = vrai\n", 2).written == "a@2:1+1 = 1@2:5+1\n");
  CHECK(read("a = 1\nb = vrai\n", 2).said.starts_with("3:5+4 french-boolean"));
}

TEST_CASE("lines that cannot be read are said, and the others are read") {
  struct Row {
    std::string name, text, said, keys;
  };
  const Row rows[] = {
      {"curly quotes", "a = “Été”\nb = 1\n",
       "1:5+5 curly-quotes: a text is between straight quotes: \"…\" => write: / a = \"Été\"\n", "b"},
      {"French quotes", "a = « Été »\n", "1:5+7 curly-quotes: a text is between straight quotes: \"…\" => write: / a = \"Été\"\n", ""},
      {"a quote that ends curly", "a = \"Été”\nb = 1\n",
       "1:5+5 curly-quotes: a text ends with the straight quote it began with => write: / a = \"Été\"\n", "b"},
      {"a French boolean", "a = Vrai\nb = non\nc = 1\n",
       "1:5+4 french-boolean: `Vrai` is not a value of TOML: it writes `true` and `false` => write: / a = true\n"
       "2:5+3 french-boolean: `non` is not a value of TOML: it writes `true` and `false` => write: / b = false\n",
       "c"},
      {"a French date", "a = 12/03/2026\nb = 1\n", "1:5+10 french-date: a date is written year-month-day => write: / a = 2026-03-12\n", "b"},
      {"a French hour", "a = 14h30\n", "1:5+5 french-time: an hour is written with colons, beside its date => write: / a = 2026-10-06T14:30:00\n", ""},
      {"a French moment", "a = 12/03/2026 à 14 h\n",
       "1:5+17 french-time: a moment is written year-month-dayThour:minute:second => write: / a = 2026-03-12T14:00:00\n", ""},
      {"a decimal comma", "a = 280,00 €\n",
       "1:5+8 french-number: a number is written with digits only; an amount of money is a text => write: / a = \"280,00 €\"\n", ""},
      {"a colon", "a : 3\n", "1:3+1 colon-for-equals: a key and its value are joined by `=`, not by `:` => write: / a = 3\n", ""},
      {"an accented key", "été = 3\n",
       "1:1+3 accented-key: a key has no accent: `a-z`, `0-9`, `_` and `-` => keys are listed in generator/content/FORMAT.md\n", ""},
      {"a text without quotes", "a = Réunion de rentrée\n",
       "1:5+18 unquoted-text: a text is between straight quotes => write: / a = \"Réunion de rentrée\"\n", ""},
      {"a no-break space", "a\u00A0= 1\n",
       "1:2+1 no-break-space: a no-break space stands where a plain one is needed => write: / a = 1\n", ""},
      {"a quote in a text", "a = \"Le \"mot\" juste\"\n",
       "1:5+16 quote-in-text: a straight quote inside a text ends it => use « » inside, or write the inner ones \\\"\n", ""},
      {"a key twice", "a = 1\na = 2\nb = 3\n", "2:1+1 toml-syntax: `a` is written twice => keep one of the two lines\n", "a b"},
      {"a list left open", "a = [\"x\", \"y\",\n\nb = 1\nc = 2\n",
       "1:5+10 toml-syntax: the list is left open: it ends with `]` => write: / a = [\"x\", \"y\"]\n", "b c"},
      {"words in a list over several lines", "a = [\n  été,\n  “y”\n]\nb = 1\n",
       "2:3+3 unquoted-text: a text is between straight quotes => write: / \"été\",\n"
       "3:3+3 curly-quotes: a text is between straight quotes: \"…\" => write: / \"y\"\n", "a b"},
      {"accents in a table", "a = { é-t = 1 }\nb = 1\n",
       "1:7+1 toml-syntax: the line cannot be read from here on => see `cenacle explain toml-syntax` for how values are written\n", "b"},
      {"mistakes of several kinds", "a = Vrai\nb = 12/03/2026\nc : 3\nd = 4\n",
       "1:5+4 french-boolean: `Vrai` is not a value of TOML: it writes `true` and `false` => write: / a = true\n"
       "2:5+10 french-date: a date is written year-month-day => write: / b = 2026-03-12\n"
       "3:3+1 colon-for-equals: a key and its value are joined by `=`, not by `:` => write: / c = 3\n",
       "d"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Read it = read(row.text);
    std::string keys;
    for (const toml::Entry& entry : it.tree.entries) keys += (keys.empty() ? "" : " ") + entry.key;
    CHECK(keys == row.keys);
    CHECK(it.said == row.said);
  }
}

TEST_CASE("in the place of a moment, one of the same day as the others is proposed") {
  const std::string_view moments[] = {"start", "end"};
  const auto helps = [&](std::string_view text) {
    diag::Diagnostics diagnostics;
    toml::parse(text, "x.md", 1, diagnostics, moments);
    std::string out;
    for (const diag::Diagnostic& it : diagnostics.sorted()) out += it.help.substr(it.help.find('\n') + 1) + "; ";
    return out;
  };
  CHECK(helps("start = 17/11/2026\n") == "start = 2026-11-17T09:30:00; ");
  CHECK(helps("date = 17/11/2026\n") == "date = 2026-11-17; ");
  CHECK(helps("start = 2026-11-17T09:30:00\nend = 12h\n") == "end = 2026-11-17T12:00:00; ");
  CHECK(helps("end = 12h\nstart = 2026-11-17\n") == "end = 2026-11-17T12:00:00; ");
  CHECK(helps("start = 17 novembre 2026 à 9h\nend = 12h\n") == "start = 2026-11-17T09:00:00; end = 2026-11-17T12:00:00; ");
  CHECK(helps("end = 12h\n") == "end = 2026-10-06T12:00:00; ");
}

TEST_CASE("at most twenty mistakes of one file are said, and nothing crashes on what is no TOML") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "k" + std::to_string(i) + " = Vrai\n";
  const std::string said = read(text).said;
  CHECK(std::count(said.begin(), said.end(), '\n') == 20);
  for (const std::string& hostile : std::initializer_list<std::string>{"[", "[[", "a", "=", "a = [", "a = {", "a = \"", "a = \"\"\"", std::string(1, '\0'), "\x7F", "[a\n[b]\n", "]]]]"}) {
    CAPTURE(hostile);
    CHECK_FALSE(read(hostile).said.empty());
  }
  std::string deep = "a = ";
  for (int i = 0; i < 5000; ++i) deep += "[";
  CHECK_FALSE(read(deep).said.empty());
}

TEST_CASE("a tree goes through its image") {
  const toml::Node tree = read(
                              "title = \"Été\"\nn = -5\nb = true\nd = 2026-10-06\nt = 2026-10-06T09:30:00\nx = 1.5\nh = 09:30:00\n"
                              "o = 1969-01-01T00:00:00Z\nl = [1, [\"a\"], {}]\n[t2]\nk = { a = 1 }\n[[r]]\nid = 'x'\n[[r]]\n")
                              .tree;
  std::string image;
  toml::encode(tree, &image);
  toml::Node back;
  std::string_view in = image;
  REQUIRE(toml::decode(&in, &back));
  CHECK(in.empty());
  std::string before, after, again;
  write(tree, &before, 0);
  write(back, &after, 0);
  toml::encode(back, &again);
  CHECK(before == after);
  CHECK(again == image);
  for (std::size_t size = 0; size < image.size(); ++size) {
    std::string_view cut = std::string_view(image).substr(0, size);
    toml::Node node;
    CHECK_FALSE(toml::decode(&cut, &node));
  }
  std::string_view other = "\x7F";
  CHECK_FALSE(toml::decode(&other, &back));
}

TEST_CASE("a few keys come out of an image as they do out of all of it") {
  const toml::Node tree = read(
                              "title = \"Été\"\nn = -5\nd = 2026-10-06\nt = 2026-10-06T09:30:00\nx = 1.5\nh = 09:30:00\n"
                              "o = 1969-01-01T00:00:00Z\nl = [1, [\"a\"], {}]\n[t2]\nk = { a = 1 }\n[[r]]\nid = 'x'\n[[r]]\n")
                              .tree;
  std::string image;
  toml::encode(tree, &image);
  for (const toml::Entry& wanted : tree.entries) {
    CAPTURE(wanted.key);
    const std::string_view keys[] = {"nothing", wanted.key};
    const toml::Node part = toml::decode_entries(image, keys);
    REQUIRE(part.entries.size() == 1);
    CHECK(part.entries.front().key == wanted.key);
    std::string before, after;
    toml::encode(wanted.value, &before);
    toml::encode(part.entries.front().value, &after);
    CHECK(before == after);
    for (std::size_t size = 0; size < image.size(); ++size)
      CHECK(toml::decode_entries(std::string_view(image).substr(0, size), keys).entries.empty());
  }
}

TEST_CASE("a value by its key") {
  const toml::Node tree = read("a = 1\nb = 2\n").tree;
  REQUIRE(tree.find("b") != nullptr);
  CHECK(tree.find("b")->integer == 2);
  CHECK(tree.find("c") == nullptr);
}
