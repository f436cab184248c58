// Diagnostics as text: the exact lines, carets under the words, clipping, and nothing that acts on a terminal.
#include "diag/render.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

using namespace cenacle;

namespace {

constexpr diag::Code an_error{"unknown-key", diag::Severity::error};
constexpr diag::Code a_warning{"rhythm", diag::Severity::warning};

diag::SourceLine always(std::string line) {
  return [line = std::move(line)](std::string_view, std::uint32_t) { return std::optional(line); };
}

/// The source line and its caret line, as shown, without the margin of 4.
std::string shown(const std::string& line, std::uint32_t column, std::uint32_t length, std::size_t columns = 120) {
  const diag::Diagnostic diagnostic{an_error, {"f", 3, column, length}, "s", {}, {}};
  std::string text = diag::render(diagnostic, always(line), {diag::Colours::none, columns});
  text.erase(0, text.find('\n') + 1);
  std::string out;
  for (const std::string_view one : base::split(text, '\n'))
    out += std::string(one.starts_with("    ") ? one.substr(4) : one) +
           (one.data() + one.size() < text.data() + text.size() ? "\n" : "");
  return out;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a whole diagnostic") {
  const diag::Diagnostic diagnostic{an_error,
                                    {"content/n/meetings/m.md", 5, 1, 5},
                                    "no key is called `stard`",
                                    {{"the meeting before is “M1”", {"content/n/meetings/l.md", 2, 3, 2}},
                                     {"said once", {}},
                                     {"of a file", {"a.md"}}},
                                    "write:\nstart = 2026-10-06T09:30:00\nend = 2026-10-06T12:00:00"};
  const diag::SourceLine source = [](std::string_view path, std::uint32_t line) -> std::optional<std::string> {
    return std::string(path.substr(path.rfind('/') + 1)) + " " + std::to_string(line);
  };
  CHECK(diag::render(diagnostic, source) ==
        "content/n/meetings/m.md:5:1: error: no key is called `stard` [unknown-key]\n"
        "    m.md 5\n"
        "    ^~~~~\n"
        "note: the meeting before is “M1” (content/n/meetings/l.md:2:3)\n"
        "    l.md 2\n"
        "      ^~\n"
        "note: said once\n"
        "note: of a file (a.md)\n"
        "help: write:\n"
        "    start = 2026-10-06T09:30:00\n"
        "    end = 2026-10-06T12:00:00\n");
}

TEST_CASE("places with less in them") {
  struct Row {
    diag::Place place;
    const char* text;
  };
  const Row rows[] = {
      {{"a.md", 0, 0, 0}, "a.md: warning: s [rhythm]\n"},
      {{"", 0, 0, 0}, "warning: s [rhythm]\n"},
      {{"a.md", 4, 0, 0}, "a.md:4: warning: s [rhythm]\n    x\n"},
      {{"a.md", 4, 1, 0}, "a.md:4:1: warning: s [rhythm]\n    x\n    ^\n"},
  };
  for (const Row& row : rows) CHECK(diag::render({a_warning, row.place, "s", {}, {}}, always("x")) == row.text);
  const diag::SourceLine nothing = [](std::string_view, std::uint32_t) { return std::optional<std::string>(); };
  CHECK(diag::render({a_warning, {"a.md", 9, 2, 1}, "s", {}, "h"}, nothing) ==
        "a.md:9:2: warning: s [rhythm]\nhelp: h\n");
  CHECK(diag::render({a_warning, {"a.md", 9, 2, 1}, "s", {}, {}}, {}) == "a.md:9:2: warning: s [rhythm]\n");
}

TEST_CASE("the caret stands under the words") {
  struct Row {
    const char* name;
    const char* line;
    std::uint32_t column, length;
    const char* shown;
  };
  const Row rows[] = {
      {"at the start", "title = 3", 1, 5, "title = 3\n^~~~~\n"},
      {"one character", "title = 3", 9, 1, "title = 3\n        ^\n"},
      {"after accents", "été = «x»", 7, 3, "été = «x»\n      ^~~\n"},
      {"one past the end", "abc", 4, 1, "abc\n   ^\n"},
      {"far past the end", "abc", 4000000000U, 5, "abc\n   ^\n"},
      {"longer than the line", "abc", 2, 4000000000U, "abc\n ^~\n"},
      {"an empty line", "", 1, 1, "\n^\n"},
      {"wide characters before", "会議 = 1", 6, 1, "会議 = 1\n       ^\n"},
      {"wide characters marked", "a会議b", 2, 2, "a会議b\n ^~~~\n"},
      {"combining characters", "e\u0301te\u0301 = 1", 7, 2, "e\u0301te\u0301 = 1\n    ^~\n"},
      {"only a combining character marked", "e\u0301x", 2, 1, "e\u0301x\n ^\n"},
      {"an emoji", "🙂 = 1", 5, 1, "🙂 = 1\n     ^\n"},
      {"a tab before", "\ta = 1", 2, 1, "\ta = 1\n\t^\n"},
      {"tabs inside the line", "a\t=\tb", 5, 1, "a\t=\tb\n \t \t^\n"},
      {"a marked tab", "a\tb", 1, 3, "a\tb\n^~~~~\n"},  // the margin of 4, so that `b` is in column 8
      {"a Windows line end", "abc\r", 2, 1, "abc\n ^\n"},
      {"spaces at the end", "abc  ", 4, 2, "abc  \n   ^~\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(row.line, row.column, row.length) == row.shown);
  }
}

TEST_CASE("what would act on a terminal is shown, not sent") {
  struct Row {
    const char* name;
    std::string line;
    std::uint32_t column;
    const char* shown;
  };
  const Row rows[] = {
      {"an escape sequence", "\x1b[31mred", 6, "␛[31mred\n     ^\n"},
      {"a NUL", std::string("a\0b", 3), 3, "a␀b\n  ^\n"},
      {"a bell and a delete", "\a\x7f!", 3, "␇␡!\n  ^\n"},
      {"a carriage return inside", "a\rb", 3, "a␍b\n  ^\n"},
      {"a C1 control", "a\u009bb", 3, "a<U+009B>b\n         ^\n"},
      {"right to left", "a\u202eb", 3, "a<U+202E>b\n         ^\n"},
      {"a zero width space", "a\u200bb", 3, "a<U+200B>b\n         ^\n"},
      {"a byte-order mark", "\uFEFFa", 2, "<U+FEFF>a\n        ^\n"},
      {"Latin-1", "caf\xe9 = 1", 6, "caf<E9> = 1\n        ^\n"},
      {"half a character", "a\xe2\x80", 2, "a<E2><80>\n ^~~~\n"},
      {"a surrogate", "\xed\xa0\x80", 1, "<ED><A0><80>\n^~~~\n"},
      {"an overlong slash", "\xc0\xaf", 1, "<C0><AF>\n^~~~\n"},
      {"no-break spaces stay", "a\u00a0: b", 3, "a\u00a0: b\n  ^\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(row.line, row.column, 1) == row.shown);
  }
  const diag::Diagnostic hostile{an_error,
                                 {"a\x1b[2J\n.md", 1, 0, 0},
                                 "key `\x1b]0;x\a`\nhelp: forged",
                                 {{"no\u202ete", {"\x9b", 0, 0, 0}}},
                                 "write:\n\x1b[8m\ttitle"};
  CHECK(diag::render(hostile, {}) ==
        "a␛[2J␊.md:1: error: key `␛]0;x␇`␊help: forged [unknown-key]\n"
        "note: no<U+202E>te (<9B>)\n"
        "help: write:\n    ␛[8m title\n");
}

TEST_CASE("every byte may stand in a line") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = shown(std::string(3, static_cast<char>(byte)), 2, 1);
    CHECK_FALSE(base::first_invalid_utf8(text));
    for (const char c : text) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'));
    CHECK(text.find('\x7f') == std::string::npos);
  }
}

TEST_CASE("long lines are clipped around the caret") {
  const std::string a100 = repeated("a", 100), b100 = repeated("b", 100), c100 = repeated("c", 100);
  struct Row {
    const char* name;
    std::string line;
    std::uint32_t column, length;
    std::string shown;
  };
  const Row rows[] = {
      {"as wide as there is room", repeated("x", 36), 36, 1, repeated("x", 36) + "\n" + repeated(" ", 35) + "^\n"},
      {"at the start", repeated("x", 37), 1, 2, repeated("x", 34) + "…\n^~\n"},
      {"at the end", repeated("x", 37), 37, 1, "…" + repeated("x", 34) + "\n" + repeated(" ", 34) + "^\n"},
      {"in the middle", a100 + "!" + b100, 101, 1,
       "…" + repeated("a", 11) + "!" + repeated("b", 22) + "…\n" + repeated(" ", 12) + "^\n"},
      {"marked beyond what is shown", a100 + b100 + c100, 101, 100,
       "…" + repeated("a", 11) + repeated("b", 23) + "…\n" + repeated(" ", 12) + "^" + repeated("~", 22) + "\n"},
      {"wide characters", repeated("会", 100), 50, 1, "…" + repeated("会", 17) + "…\n" + repeated(" ", 11) + "^~\n"},
      {"a tab counts as one space", "\t" + repeated("x", 40), 2, 1, " " + repeated("x", 33) + "…\n ^\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(row.line, row.column, row.length, 40) == row.shown);
  }
}

TEST_CASE("lines of any length and windows of any width") {
  for (const std::uint32_t column : {1U, 299U, 300U, 301U, 302U, 600'000U, 1'199'999U, 1'200'000U}) {
    std::string line = repeated("mot ", 300'000);
    line[column - 1] = '!';
    CAPTURE(column);
    const std::string text = shown(line, column, 1);
    const auto lines = base::split(text, '\n');
    REQUIRE(lines.size() == 3);
    CHECK(base::code_points(lines[0]) - 115 <= 1);
    const std::size_t at = lines[1].find('^');
    std::size_t offset = 0;
    for (std::size_t i = 0; i < at; ++i) base::next_code_point(lines[0], &offset);
    CHECK(lines[0].substr(offset, 1) == "!");
  }
  const std::string past = shown(repeated("mot ", 300'000), 4'000'000'000U, 7);
  CHECK(past.starts_with("…"));
  CHECK(past.ends_with(" ^\n"));
  for (std::size_t columns = 0; columns < 12; ++columns)
    CHECK(shown("abcdefghijkl", 6, 3, columns).find('^') != std::string::npos);
}

TEST_CASE("colours dress the words, not the text") {
  const diag::Diagnostic diagnostic{an_error, {"a.md", 1, 2, 2}, "s", {{"n", {}}}, "h"};
  CHECK(diag::render(diagnostic, always("abc"), {diag::Colours::ansi}) ==
        "\x1b[1ma.md:1:2:\x1b[0m \x1b[1;31merror:\x1b[0m s [unknown-key]\n    abc\n     \x1b[1;31m^~\x1b[0m\n"
        "\x1b[1;36mnote\x1b[0m: n\n\x1b[1;32mhelp\x1b[0m: h\n");
  CHECK(diag::render({a_warning, {"a.md"}, "s", {}, {}}, {}, {diag::Colours::ansi}) ==
        "\x1b[1ma.md:\x1b[0m \x1b[1;33mwarning:\x1b[0m s [rhythm]\n");
}

TEST_CASE("all of them, and how many") {
  const diag::Diagnostic all[] = {
      {an_error, {"a"}, "s", {}, {}}, {a_warning, {"b"}, "t", {}, {}}, {an_error, {"c"}, "u", {}, {}}};
  CHECK(diag::render_all(all, {}) ==
        "a: error: s [unknown-key]\n\nb: warning: t [rhythm]\n\nc: error: u [unknown-key]\n\n2 errors, 1 warning\n");
  CHECK(diag::render_all({}, {}) == "");
  struct Row {
    std::size_t errors, warnings;
    const char* text;
  };
  for (const Row& row :
       {Row{0, 0, "no mistakes"}, Row{1, 0, "1 error"}, Row{0, 1, "1 warning"}, Row{2, 2, "2 errors, 2 warnings"}})
    CHECK(diag::tally(row.errors, row.warnings) == row.text);
}

TEST_CASE("lines come from the files") {
  base::MemoryFileSystem files;
  files.write("a.md", "one\r\ntwo\nthree");
  const diag::Diagnostic all[] = {{an_error, {"a.md", 1, 1, 3}, "s", {}, {}},
                                  {an_error, {"a.md", 3, 2, 1}, "s", {}, {}},
                                  {an_error, {"a.md", 4, 1, 1}, "s", {}, {}},
                                  {an_error, {"b.md", 1, 1, 1}, "s", {}, {}}};
  CHECK(diag::render(all, files, false) ==
        "a.md:1:1: error: s [unknown-key]\n    one\n    ^~~\n\na.md:3:2: error: s [unknown-key]\n    three\n     ^\n\n"
        "a.md:4:1: error: s [unknown-key]\n\nb.md:1:1: error: s [unknown-key]\n\n4 errors\n");
  CHECK(diag::render(all, files, true).find("\x1b[1;31merror:") != std::string::npos);
}
