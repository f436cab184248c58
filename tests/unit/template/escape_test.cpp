// Escaping by the kind of file.
#include "template/escape.h"

#include "formats/markdown/markdown.h"
#include "template/table.h"

using namespace cenacle::tmpl::test;
using cenacle::tmpl::append_html;
using cenacle::tmpl::append_markdown;

namespace {

std::string html(std::string_view text) {
  std::string out;
  append_html(&out, text);
  return out;
}

std::string markdown(std::string_view text) {
  std::string out;
  append_markdown(&out, text);
  return out;
}

std::string toml(std::string_view text) {
  std::string out;
  cenacle::tmpl::append_toml(&out, text);
  return out;
}

}  // namespace

TEST_CASE("HTML and XML") {
  CHECK(html("") == "");
  CHECK(html("plain é") == "plain é");
  CHECK(html("& < > \" '") == "&amp; &lt; &gt; &quot; &#39;");
  CHECK(html("&amp;") == "&amp;amp;");
  CHECK(html("a long text without any of them, and then some <") ==
        "a long text without any of them, and then some &lt;");
  CHECK(html("0123456789abcde<0123456789abcdef>\"") == "0123456789abcde&lt;0123456789abcdef&gt;&quot;");
  CHECK(html("\t\n\r") == "\t\n\r");
  CHECK(html(std::string_view("\0\x01\x1F\x7F", 4)) == "\uFFFD\uFFFD\uFFFD\x7F");
  for (std::size_t length = 0; length < 40; ++length)
    CHECK(html(std::string(length, 'a') + "<") == std::string(length, 'a') + "&lt;");
}

TEST_CASE("the name of the file chooses") {
  const std::string text = "{{ dangerous }}";
  CHECK(render(text, "page.html") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt; *b*");
  CHECK(render(text, "page.xml") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt; *b*");
  CHECK(render(text, "page") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt; *b*");
  CHECK(render(text, "page.txt") == "<a href=\"x\">'&'</a> *b*");
  CHECK(render(text, "page.md") == "\\<a href=\"x\">'&'\\</a> \\*b\\*");
  CHECK(render(text, "page.toml") == "<a href=\\\"x\\\">'&'</a> *b*");
}

TEST_CASE("the front matter of a Markdown file is TOML") {
  const std::string front = "<a href=\\\"x\\\">'&'</a> *b*", text = "\\<a href=\"x\">'&'\\</a> \\*b\\*";
  CHECK(render("+++\nt = \"{{ dangerous }}\"\n+++\n{{ dangerous }}\n", "page.md") ==
        "+++\nt = \"" + front + "\"\n+++\n" + text + "\n");
  CHECK(render("{# why #}\n{% set x = dangerous %}\n+++\r\n{{ x }}\r\n+++\r\n{{ x }}", "page.md") ==
        "+++\r\n" + front + "\r\n+++\r\n" + text);
  CHECK(render("text\n+++\n{{ dangerous }}\n+++\n", "page.md") == "text\n+++\n" + text + "\n+++\n");
  CHECK(render("+++\n{{ dangerous }}", "page.md") == "+++\n" + text);
  CHECK(render("+++\n{{ dangerous | raw }}\n+++\n", "page.md") == "+++\n<a href=\"x\">'&'</a> *b*\n+++\n");
  CHECK(toml("a\"b\\c\n\x7F é") == "a\\\"b\\\\c\\u000A\\u007F é");
}

TEST_CASE("raw is written as it is everywhere, and words are escaped like all texts") {
  for (const std::string_view name : {"page.html", "page.txt", "page.md"})
    CHECK(render("{{ dangerous | raw }}", name) == "<a href=\"x\">'&'</a> *b*");
  CHECK(render("{{ t.nav.next }}", "page.txt") == "Suivant >");
  CHECK(render("{{ t.nav.next }}", "page.html") == "Suivant &gt;");
  CHECK(render("{{ dangerous | json }}", "page.txt") ==
        R"("\u003ca href=\"x\"\u003e\u0027\u0026\u0027\u003c/a\u003e *b*")");
}

TEST_CASE("Markdown") {
  CHECK(markdown("") == "");
  CHECK(markdown("a b é") == "a b é");
  CHECK(markdown("*a* `b` [c](d) <e> f|g \\") == "\\*a\\* \\`b\\` \\[c\\]\\(d\\) \\<e> f\\|g \\\\");
  CHECK(markdown("_a_ b_c _") == "\\_a\\_ b_c \\_");
  CHECK(markdown("# a") == "\\# a");
  CHECK(markdown("a # b") == "a # b");
  CHECK(markdown("- a\n+ b\n> c\n= d") == "\\- a\n\\+ b\n\\> c\n\\= d");
  CHECK(markdown("1. a\n12) b\n3 c\n4") == "1\\. a\n12\\) b\n3 c\n4");
  CHECK(markdown("    a\n\tb\n c") == "&#32;a\n&#9;b\n&#32;c");
  CHECK(markdown("&amp; & &#1; &a b;") == "\\&amp; & \\&#1; &a b;");
  CHECK(markdown("~~a~~ b~c") == "\\~\\~a\\~\\~ b~c");
  CHECK(markdown("https://example.org/a_b?c=d&e=f#g-h") == "https://example.org/a_b?c=d&e=f#g-h");
  CHECK(markdown("a_b@example.org") == "a_b@example.org");
}

TEST_CASE("what is escaped for Markdown is read as the same text") {
  const std::vector<std::string> texts = {"*a*",
                                          "_a_",
                                          "`a`",
                                          "[a](b)",
                                          "![a](b)",
                                          "<b>a</b>",
                                          "# a",
                                          "- a",
                                          "+ a",
                                          "* a",
                                          "1. a",
                                          "12) a",
                                          "> a",
                                          "---",
                                          "***",
                                          "___",
                                          "===",
                                          "```",
                                          "~~~",
                                          "~~a~~",
                                          "| a | b |",
                                          "&amp;",
                                          "&#233;",
                                          "\\*",
                                          "\\",
                                          "a\\",
                                          "a *b* c",
                                          "a_b_c",
                                          "__a__",
                                          "<!-- a -->",
                                          "[a]: b",
                                          "[a]",
                                          "[ ] a",
                                          ":- a",
                                          "a | b",
                                          "1.",
                                          "2026. Une année",
                                          "« a »",
                                          "a`b",
                                          "~a~",
                                          "&copy",
                                          "&copy;"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::string page = render(
        "{% set x = '" +
            [&] {
              std::string quoted;
              for (const char c : text) quoted += c == '\\' || c == '\'' ? std::string("\\") + c : std::string(1, c);
              return quoted;
            }() +
            "' %}{{ x }}",
        "page.md");
    CHECK(cenacle::markdown::to_html(page, {}) == html(text));
  }
}
