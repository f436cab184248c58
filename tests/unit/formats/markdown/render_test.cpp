// Markdown as it is written in HTML.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown/markdown.h"

using namespace cenacle;

namespace {

std::string html(std::string_view source, const markdown::Options& options = {}) {
  markdown::Document document(source, options);
  std::string out;
  document.render(&out, {});
  return out;
}

}  // namespace

TEST_CASE("blocks and inlines") {
  struct Row {
    std::string name;
    std::string source;
    std::string expected;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"paragraph", "Un *mot* et **deux** `code`",
       "<p>Un <em>mot</em> et <strong>deux</strong> <code>code</code></p>\n"},
      {"escaped", "a < b & c \"d\" '", "<p>a &lt; b &amp; c &quot;d&quot; '</p>\n"},
      {"heading", "# Un été", "<h2 id=\"un-ete\">Un été</h2>\n"},
      {"underlined heading", "Un\n*été*\n---", "<h2 id=\"un-ete\">Un\n<em>été</em></h2>\n"},
      {"levels move together", "# A\n## B\n###### C",
       "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h6 id=\"c\">C</h6>\n"},
      {"the highest becomes 2", "### A\n#### B", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"},
      {"anchors are unique", "# A\n# A\n# A 2\n# a-2\n# A",
       "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-2-2\">A 2</h2>\n<h2 id=\"a-2-3\">a-2</h2>\n<h2 "
       "id=\"a-3\">A</h2>\n"},
      {"a heading without a letter", "# !\n# …", "<h2 id=\"section\">!</h2>\n<h2 id=\"section-2\">…</h2>\n"},
      {"link with a title", "[a](b \"c\")", "<p><a href=\"b\" title=\"c\">a</a></p>\n"},
      {"target to be encoded", "[a](<é \"b>)", "<p><a href=\"%C3%A9%20%22b\">a</a></p>\n"},
      {"link by reference", "[a][B]\n\n[b]: /c", "<p><a href=\"/c\">a</a></p>\n"},
      {"image", "![une *image*](b.png \"c\")",
       "<p><img src=\"b.png\" alt=\"une image\" title=\"c\" loading=\"lazy\" decoding=\"async\" /></p>\n"},
      {"image in a link", "[![i](j)](k)",
       "<p><a href=\"k\"><img src=\"j\" alt=\"i\" loading=\"lazy\" decoding=\"async\" /></a></p>\n"},
      {"bare address", "voir https://a.fr/b?c=d&e.",
       "<p>voir <a href=\"https://a.fr/b?c=d&amp;e\">https://a.fr/b?c=d&amp;e</a>.</p>\n"},
      {"bare mailbox", "(a.b@c.fr)", "<p>(<a href=\"mailto:a.b@c.fr\">a.b@c.fr</a>)</p>\n"},
      {"two in a text", "https://a.fr, https://b.fr",
       "<p><a href=\"https://a.fr\">https://a.fr</a>, <a href=\"https://b.fr\">https://b.fr</a></p>\n"},
      {"address in emphasis", "*https://a.fr*", "<p><em><a href=\"https://a.fr\">https://a.fr</a></em></p>\n"},
      {"address in code", "`https://a.fr`", "<p><code>https://a.fr</code></p>\n"},
      {"address in a block of code", "    https://a.fr", "<pre><code>https://a.fr\n</code></pre>\n"},
      {"address in a link", "[https://a.fr](b)", "<p><a href=\"b\">https://a.fr</a></p>\n"},
      {"address in an image", "![https://a.fr](b)",
       "<p><img src=\"b\" alt=\"https://a.fr\" loading=\"lazy\" decoding=\"async\" /></p>\n"},
      {"angle brackets", "<https://a.fr> <a@b.fr>",
       "<p><a href=\"https://a.fr\">https://a.fr</a> <a href=\"mailto:a@b.fr\">a@b.fr</a></p>\n"},
      {"raw HTML", "a <b onclick=\"x\">c</b>\n\n<script>\nx\n</script>\n\nd", "<p>a c</p>\n<p>d</p>\n"},
      {"a comment", "a<!-- b -->c\n\n<!-- d -->", "<p>ac</p>\n"},
      {"entities", "&lt;b&gt; &eacute; &#58;", "<p>&lt;b&gt; é :</p>\n"},
      {"tasks", "- [ ] a\n- [x] b\n- c",
       "<ul>\n<li class=\"task\">☐\u00A0a</li>\n<li class=\"task\">☑\u00A0b</li>\n<li>c</li>\n</ul>\n"},
      {"strikethrough is no Markdown of ours", "~~a~~", "<p>~~a~~</p>\n"},
      {"footnotes neither", "a[^1]\n\n[^1]: b", "<p>a<a href=\"b\">^1</a></p>\n"},
      {"code with a language", "```c++\n<a>\n```", "<pre><code class=\"language-c++\">&lt;a&gt;\n</code></pre>\n"},
      {"Windows line ends", "a\r\nb\r\n\r\n# c\r\n", "<p>a\nb</p>\n<h2 id=\"c\">c</h2>\n"},
      {"zero bytes and ill-formed UTF-8", "a\xFF[b](c\xC3) \xED\xA0\x80", "<p>a?<a href=\"c?\">b</a> ?\?\?</p>\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(html(row.source) == row.expected);
  }
  CHECK(html(std::string_view("a\0b", 3)) == "<p>a?b</p>\n");
}

TEST_CASE("targets that could run are never written") {
  for (const char* target : {"javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x",
                             "DATA:image/png;base64,AA", "data:image/svg+xml,x", "file:///etc/passwd",
                             "javascript&#58;alert(1)", "java\\script:x", "&#x6A;avascript:x"}) {
    CAPTURE(target);
    const std::string link = html("[a](" + std::string(target) + ")");
    const std::string image = html("![a](" + std::string(target) + ")");
    const std::string reference = html("[a]\n\n[a]: " + std::string(target));
    for (const std::string& text : {link, image, reference}) {
      std::string lower = text;
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      for (const char* scheme : {"=\"javascript:", "=\"vbscript:", "=\"data:", "=\"file:"}) {
        CHECK(lower.find(scheme) == std::string::npos);
      }
    }
  }
  CHECK(html("[a](javascript:b)") == "<p>a</p>\n");
  CHECK(html("![a *b*](data:c)") == "<p>a b</p>\n");
  CHECK(html("<javascript:alert(1)>") == "<p>javascript:alert(1)</p>\n");
  // A control character is encoded, so that it cannot hide a scheme.
  CHECK(html("[a](java&#10;script:b) [c](&#1;javascript:d)") ==
        "<p><a href=\"java%0Ascript:b\">a</a> <a href=\"%01javascript:d\">c</a></p>\n");
  CHECK(html("[a](<\" onclick=\"b>)") == "<p><a href=\"%22%20onclick=%22b\">a</a></p>\n");
  CHECK(html("[a](b '\" onclick=\"c')") == "<p><a href=\"b\" title=\"&quot; onclick=&quot;c\">a</a></p>\n");
}

TEST_CASE("targets are resolved by index, bare addresses included") {
  markdown::Document document("[a](x) ![b](y) https://c.fr [d](z)\n\n[e](javascript:f)", {});
  const std::vector<std::string> answers{"/one", "", "https://mirror.org", "javascript:no", "/two"};
  std::vector<std::size_t> asked;
  std::string out;
  document.render(&out, [&](std::size_t link) {
    asked.push_back(link);
    return std::string_view(answers.at(link));
  });
  CHECK(out ==
        "<p><a href=\"/one\">a</a> <img src=\"y\" alt=\"b\" loading=\"lazy\" decoding=\"async\" /> "
        "<a href=\"https://mirror.org\">https://c.fr</a> d</p>\n<p><a href=\"/two\">e</a></p>\n");
  for (const std::size_t link : asked) CHECK(link < document.facts().links.size());
  std::string again = "kept ";
  document.render(&again, {});
  CHECK(again.starts_with("kept <p><a href=\"x\">a</a>"));
}

TEST_CASE("tables") {
  CHECK(html("# Coûts\n\n| a | b |\n|:--|--:|\n| 1 | [2](x) |\n| 3 |\n\n| c |\n|:-:|\n") ==
        "<h2 id=\"couts\">Coûts</h2>\n"
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"couts\">\n<table>\n"
        "<thead>\n<tr>\n<th scope=\"col\" class=\"left\">a</th>\n<th scope=\"col\" "
        "class=\"right\">b</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td class=\"left\">1</td>\n<td class=\"right\"><a href=\"x\">2</a></td>\n</tr>\n"
        "<tr>\n<td class=\"left\">3</td>\n<td class=\"right\"></td>\n</tr>\n</tbody>\n</table>\n</div>\n"
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"couts\">\n<table>\n"
        "<thead>\n<tr>\n<th scope=\"col\" class=\"center\">c</th>\n</tr>\n</thead>\n</table>\n</div>\n");
  CHECK(html("| | |\n|-|-|\n| a | b |") ==
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"a, b\">\n<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n</div>\n");
  CHECK(html("| | b |\n|-|-|\n").find("<td></td>\n<th scope=\"col\">b</th>") != std::string::npos);
  CHECK(html("- a\n\n  | b |\n  |-|\n  | https://c.fr \\| d |\n")
            .find("<td><a href=\"https://c.fr\">https://c.fr</a> | d</td>") != std::string::npos);
}

TEST_CASE("articles") {
  markdown::Options options;
  options.articles = true;
  const std::string source =
      "# Charte\n## 2. Inscriptions\n### 2.1. Personnes publiques\n### 2.2 Personnes privées\n### 2.1) Encore\n"
      "## 3\n## 2026 : le programme\n## 1er article\n## 2.5km\n## 4.Suite\n";
  const markdown::Document document(source, options);
  std::vector<std::string> told;
  for (const markdown::Heading& heading : document.facts().headings)
    told.push_back(heading.anchor + "=" + heading.article);
  CHECK(told == std::vector<std::string>{"charte=", "article-2=2", "article-2-1=2.1", "article-2-2=2.2",
                                         "article-2-1-2=2.1", "article-3=3",
                                         "2026-le-programme=", "1er-article=", "2-5km=", "4-suite="});
  const markdown::Document plain(source, {});
  CHECK(plain.facts().headings[1].anchor == "2-inscriptions");
  CHECK(plain.facts().headings[1].article.empty());
}

TEST_CASE("texts of front matter") {
  markdown::Options options;
  options.french = true;
  CHECK(markdown::to_html("Un *mot* : https://a.fr", options) ==
        "Un <em>mot</em>\u00A0: <a href=\"https://a.fr\">https://a.fr</a>");
  CHECK(markdown::to_html("", {}).empty());
  CHECK(markdown::to_html("a\n\nb", {}) == "<p>a</p>\n<p>b</p>\n");
  CHECK(markdown::to_html("- a", {}) == "<ul>\n<li>a</li>\n</ul>\n");
  CHECK(markdown::to_html("<i>a</i> [b](javascript:c)", {}) == "a b");
}

TEST_CASE("summaries") {
  const auto summary = [](std::string_view source, std::size_t limit) {
    return markdown::Document(source, {}).summary(limit);
  };
  CHECK(summary("", 20).empty());
  CHECK(summary("# A\n\n> cité\n\n- item\n\nLe *premier*\n`vrai` [texte](b).\n\nb", 80) == "Le premier vrai texte.");
  CHECK(summary("# A\n\n> cité\n\n- item", 80) == "cité");
  CHECK(summary("![](a)\n\nb", 80) == "b");
  CHECK(summary("Été comme hiver, le groupe se réunit.", 80) == "Été comme hiver, le groupe se réunit.");
  CHECK(summary("Été comme hiver, le groupe se réunit.", 37) == "Été comme hiver, le groupe se réunit.");
  CHECK(summary("Été comme hiver, le groupe se réunit.", 17) == "Été comme hiver…");
  CHECK(summary("Été comme hiver, le groupe se réunit.", 16) == "Été comme hiver…");
  CHECK(summary("Été comme hiver, le groupe se réunit.", 15) == "Été comme…");
  CHECK(summary("Anticonstitutionnellement", 5) == "Anti…");
  CHECK(summary("éééééé", 1) == "…");
  CHECK(summary("abc", 0).empty());
}
