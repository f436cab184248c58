// Where front matter ends and text begins, and what is said of files that have none, or are no text at all.
#include "content/front_matter.h"

#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;
using namespace std::string_literals;

namespace {

struct Found {
  content::FrontMatter front;
  std::string toml, body, said;
};

Found split(const std::string& bytes) {
  diag::Diagnostics diagnostics;
  Found found;
  if (content::is_utf8(bytes, "content/x.md", diagnostics))
    found.front = content::split_front_matter(bytes, "content/x.md", diagnostics);
  found.toml = found.front.toml;
  if (found.front.readable) found.body = bytes.substr(found.front.body_offset);
  found.said = told(diagnostics, "x.md", true);
  return found;
}

}  // namespace

TEST_CASE("front matter and text") {
  struct Row {
    std::string name, bytes, toml, body;
    std::uint32_t body_line;
  };
  const Row rows[] = {
      {"both", "+++\na = 1\n+++\nText\n", "a = 1\n", "Text\n", 4},
      {"no text", "+++\na = 1\n+++", "a = 1\n", "", 4},
      {"no keys", "+++\n+++\nText", "", "Text", 3},
      {"nothing", "+++\n+++\n", "", "", 3},
      {"CRLF", "+++\r\na = 1\r\n+++\r\nText\r\n", "a = 1\r\n", "Text\r\n", 4},
      {"a byte-order mark", "\xEF\xBB\xBF+++\na = 1\n+++\nText", "a = 1\n", "Text", 4},
      {"spaces after the signs", "+++ \na = 1\n+++\t\nText", "a = 1\n", "Text", 4},
      {"another line of signs in the text", "+++\na = 1\n+++\nText\n+++\n", "a = 1\n", "Text\n+++\n", 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Found found = split(row.bytes);
    CHECK(found.front.readable);
    CHECK(found.said == "");
    CHECK(found.toml == row.toml);
    CHECK(found.body == row.body);
    CHECK(found.front.body_line == row.body_line);
    CHECK(found.front.toml_line == 2);
  }
}

TEST_CASE("files that cannot be taken apart") {
  struct Row {
    std::string name, bytes, said;
  };
  const Row rows[] = {
      {"empty", "",
       "1:1+0 front-matter-missing: the file does not begin with front matter => put this at the very top of the file, with its own "
       "title: / +++ / title = \"…\" / +++\n"},
      {"a text alone", "# Titre\n\nTexte.\n",
       "1:1+7 front-matter-missing: the file does not begin with front matter => put this at the very top of the file, with its own "
       "title: / +++ / title = \"…\" / +++\n"},
      {"a blank line above", "\n\n+++\ntitle = \"T\"\n+++\n",
       "3:1+3 front-matter-missing: lines stand above the front matter => `+++` must be the first line of the file: take out what is "
       "above it\n"},
      {"YAML", "---\ntitle: Réunion\ndate: 2026-10-06\ndraft: true\nseats: 12\ntags: [a, b]\nquoted: \"x\"\nsingle: 'y'\n- item\n---\nTexte\n",
       "1:1+3 front-matter-yaml: front matter is TOML here, not YAML => write `=` for `:`, texts between straight quotes, and `+++` "
       "for `---`: / +++ / title = \"Réunion\" / date = 2026-10-06 / draft = true / seats = 12 / tags = \"[a, b]\" / quoted = \"x\" / "
       "single = \"y\" / +++\n"},
      {"never closed", "+++\ntitle = \"T\"\n",
       "1:1+3 front-matter-unclosed: the front matter is never closed => put this line between the keys and the text: / +++\n"},
      {"never closed, and a text", "+++\ntitle = \"T\"\n\nLe texte.\n",
       "1:1+3 front-matter-unclosed: the front matter is never closed => put this line above line 4: / +++\n"
       "  the text seems to begin here (content/x.md:4:1)\n"},
      {"closed with other signs", "+++\ntitle = \"T\"\n---\nTexte\n",
       "1:1+3 front-matter-unclosed: the front matter is never closed => line 3 must be three plus signs and nothing else: / +++\n"
       "  line 3 looks like its end (content/x.md:3:1)\n"},
      {"Windows-1252", "+++\ntitle = \"\xC9t\xE9\"\n+++\n",
       "2:10+1 not-utf8: the file is not in UTF-8 (byte 0xC9, the 14th of the file) => it looks like Windows-1252: save it again as "
       "UTF-8, or run: / iconv -f WINDOWS-1252 -t UTF-8 -o 'content/x.md.new' 'content/x.md' && mv 'content/x.md.new' 'content/x.md'\n"},
      {"Windows-1252 after accents in UTF-8", "+++\ntitle = \"Été \x92\"\n+++\n",
       "2:14+1 not-utf8: the file is not in UTF-8 (byte 0x92, the 20th of the file) => it looks like Windows-1252: save it again as "
       "UTF-8, or run: / iconv -f WINDOWS-1252 -t UTF-8 -o 'content/x.md.new' 'content/x.md' && mv 'content/x.md.new' 'content/x.md'\n"},
      {"UTF-16", "\xFF\xFE+\0+\0+\0"s, "1:1+1 not-utf8: the file is in UTF-16, not in UTF-8 => save it again as UTF-8\n"},
      {"no text at all", "+++\n\x81\x90\n",
       "2:1+1 not-utf8: the file is not in UTF-8 (byte 0x81, the 5th of the file) => save it again as UTF-8; if it is not a text, it "
       "belongs in a folder `files/`\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Found found = split(row.bytes);
    CHECK_FALSE(found.front.readable);
    CHECK(found.said == row.said);
  }
}
