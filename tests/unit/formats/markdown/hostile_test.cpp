// Texts made to harm, many threads, and random Markdown whose places are checked against it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "formats/markdown/arena.h"
#include "formats/markdown/markdown.h"

using namespace cenacle;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string html(std::string_view source, bool french = true) {
  markdown::Options options;
  options.french = french;
  markdown::Document document(source, options);
  std::string out;
  document.render(&out, {});
  return out + "|" + document.summary(80);
}

/// The characters at a place.
std::string_view text_at(std::string_view source, const markdown::Stretch& place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) at = source.find('\n', at) + 1;
  const auto skip = [&](std::size_t from, std::uint32_t characters) {
    for (; characters > 0 && from < source.size(); --characters) {
      do ++from;
      while (from < source.size() && (static_cast<unsigned char>(source[from]) & 0xC0) == 0x80);
    }
    return from;
  };
  const std::size_t begin = skip(at, place.column - 1);
  return source.substr(begin, skip(begin, place.length) - begin);
}

/// Whether `written` in the source may be the target; entities are believed.
bool is_same(std::string_view written, std::string_view target) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < written.size(); ++i, ++at) {
    if (written[i] == '&') return true;
    if (written[i] == '\\' && i + 1 < written.size() && std::ispunct(static_cast<unsigned char>(written[i + 1]))) ++i;
    if (at >= target.size() || written[i] != target[at]) return false;
  }
  return at == target.size();
}

std::string random_markdown(std::mt19937* random) {
  const std::vector<std::string> pieces{"[a]",
                                        "(b)",
                                        "[",
                                        "]",
                                        "(",
                                        ")",
                                        "/u",
                                        "[x](y)",
                                        "![i](j)",
                                        "[x][d]",
                                        "[d]",
                                        "[é É]",
                                        "[d]: /def\n",
                                        "[É é]: </d e>\n",
                                        "\n\n[d]: /def2 'x'\n\n",
                                        "[e]:\n  /eee\n\n",
                                        "`",
                                        "``",
                                        "\\",
                                        "\\[",
                                        "*",
                                        "**",
                                        "_",
                                        "<https://h.fr/p>",
                                        "<m@x.fr>",
                                        "<b>",
                                        "</b>",
                                        "<!-- c -->",
                                        "https://a.fr/x_y",
                                        "http://b.org/?a=1&amp;b=2",
                                        "me@ex.org",
                                        "\n",
                                        "\n",
                                        "\n\n",
                                        "> ",
                                        "> ",
                                        "- ",
                                        "1. ",
                                        "    ",
                                        "# ",
                                        "## ",
                                        "\n===\n",
                                        "\n---\n",
                                        "| ",
                                        "|",
                                        "|---|---|\n",
                                        "| a | b |\n|---|---|\n",
                                        "\\|",
                                        "text ",
                                        "été ",
                                        "«",
                                        "&amp;",
                                        "&lt;",
                                        "!",
                                        "\"",
                                        "'",
                                        " ",
                                        "\t",
                                        "```\n",
                                        "\n```\n",
                                        "<div>\n",
                                        "[l\nm](n\n'o')",
                                        "[p]( <q r> )",
                                        "\r\n",
                                        "[a](b\\)c)",
                                        "- [ ] ",
                                        "![",
                                        "[[w](z)]"};
  std::string text;
  const std::size_t count = 3 + (*random)() % 40;
  for (std::size_t i = 0; i < count; ++i) text += pieces[(*random)() % pieces.size()];
  return text;
}

}  // namespace

TEST_CASE("nesting and repetition a hundred thousand deep") {
  const std::size_t many = 100'000;
  CHECK(html(repeated(">", many)).size() > many);
  CHECK(html(repeated("> ", many / 2) + "a https://b.fr [c](d)").find("<a href=\"d\">c</a>") != std::string::npos);
  CHECK(html(repeated("[", many)).size() > many);
  CHECK(html("a" + repeated("*", many)).size() > many);
  CHECK(html(repeated("*a ", many / 2)).size() > many);
  CHECK(html(repeated("*a **a ", many / 8) + repeated("a** a*", many / 8)).size() > many);
  CHECK(html(repeated("[", many / 4) + repeated("](a)", many / 4)).size() > many / 4);
  CHECK(html(repeated("![", many / 4) + "a" + repeated("](b)", many / 4)).size() > 4);
  CHECK(html(repeated("- ", many)).size() > 0);
  CHECK(html(repeated("<", many)).size() > many);
  CHECK(html(repeated("\\", many)).size() > many / 2);
  CHECK(html(repeated("\"a ", many / 4)).size() > many / 4);
  CHECK(html(repeated("a@", many / 2)).size() > many);
  CHECK(html(repeated("http://", many / 8)).size() > many / 8);
  CHECK(html(repeated("[a](b \"", many / 40)).size() > many / 40);
  CHECK(html(repeated("http&#58;//a.b ", many / 40) + "c://d").size() > many / 40);
}

TEST_CASE("a thousand links in a line have their places") {
  const std::size_t many = 20'000;
  const std::string source = repeated("http://a.b [c](d) ", many);
  const markdown::Document document(source, {});
  REQUIRE(document.facts().links.size() == 2 * many);
  CHECK(document.facts().links.back().at.column == 18 * (many - 1) + 16);
  const markdown::Document images(repeated("![", many) + "a" + repeated("](b)", many), {});
  REQUIRE(images.facts().links.size() == many);
  CHECK(images.facts().links.front().at.column == 2 * many + 1 + 4 * (many - 1) + 3);
  CHECK(images.facts().links.back().at.column == 2 * many + 4);
}

TEST_CASE("a text that asks for gigabytes is written as it is") {
  const std::string table = repeated("|a", 5000) + "\n" + repeated("|-", 5000) + "\n" + repeated("x\n", 20000);
  const std::string targets = "[a]: " + std::string(300'000, 'x') + "\n\n" + repeated("[a] ", 20000) + "<b>&";
  for (const std::string& source : {table, targets}) {
    markdown::Document document(source, {});
    REQUIRE(document.facts().problems.size() == 1);
    CHECK(document.facts().problems[0].kind == markdown::ProblemKind::unreadable);
    CHECK(document.facts().links.empty());
    std::string out;
    document.render(&out, {});
    CHECK(out.starts_with("<pre>"));
    CHECK(out.find("<b>") == std::string::npos);
    CHECK(document.summary(80).empty());
  }
  CHECK(html("[a](b)") == "<p><a href=\"b\">a</a></p>\n|a");  // and the thread goes on
}

TEST_CASE("a long text") {
  const std::string page =
      "# Titre\n\nUn texte avec [un lien](a) et l'adresse https://b.fr.\n\n| c |\n|---|\n| d |\n\n";
  const markdown::Document document(repeated(page, 20'000), {});
  REQUIRE(document.facts().links.size() == 40'000);
  CHECK(document.facts().links.back().at.line == 8 * 19'999 + 3);
  CHECK(document.facts().headings.back().anchor == "titre-20000");
}

TEST_CASE("documents may live at the same time, and be released in any order") {
  auto first = std::make_unique<markdown::Document>("[a](b) **c**", markdown::Options{});
  auto second = std::make_unique<markdown::Document>("[d](e) *f*", markdown::Options{});
  CHECK(markdown::to_html("g", {}) == "g");
  std::string out;
  first.reset();
  second->render(&out, {});
  CHECK(out == "<p><a href=\"e\">d</a> <em>f</em></p>\n");
}

TEST_CASE("an arena gives memory back") {
  markdown::Arena arena;
  CHECK(arena.held() == 0);
  void* small = arena.allocate(10);
  const std::size_t ordinary = arena.held();
  CHECK(arena.reallocate(small, 5) == small);
  CHECK(arena.reallocate(small, 100) == small);  // the last block grows where it is
  static_cast<char*>(small)[99] = 'x';
  void* other = arena.allocate(10);
  void* moved = arena.reallocate(small, 200);
  CHECK(moved != small);
  CHECK(static_cast<char*>(moved)[99] == 'x');
  arena.free(moved);
  CHECK(arena.allocate(10) == moved);
  CHECK(other != moved);
  arena.reset();
  CHECK(arena.held() == ordinary);
  CHECK(arena.allocate(10) == small);
  arena.allocate(10'000'000);
  arena.reset();
  CHECK(arena.held() <= ordinary);
  CHECK_FALSE(arena.run(
      1'000'000, [](void* a) { static_cast<markdown::Arena*>(a)->allocate(2'000'000); }, &arena));
  CHECK(arena.run(
      5'000'000, [](void* a) { static_cast<markdown::Arena*>(a)->allocate(2'000'000); }, &arena));
  CHECK(markdown::Arena::current == nullptr);
}

TEST_CASE("random Markdown: each place holds its target, nothing dangerous is written") {
  std::mt19937 random(42);
  std::size_t links = 0, misplaced = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string source = random_markdown(&random);
    CAPTURE(source);
    markdown::Options options;
    options.french = i % 2 == 0;
    markdown::Document document(source, options);
    std::string out;
    document.render(&out, {});
    CHECK(out.find("<b>") == std::string::npos);
    CHECK(out.find("<div>") == std::string::npos);
    CHECK(std::count(out.begin(), out.end(), '<') == std::count(out.begin(), out.end(), '>'));
    for (const markdown::Link& link : document.facts().links) {
      ++links;
      const std::string_view target = link.target, written = text_at(source, link.at);
      REQUIRE(link.at.line > 0);
      misplaced += !is_same(written, target) && !(target.starts_with("mailto:") && is_same(written, target.substr(7)));
    }
  }
  CHECK(links > 5000);
  CHECK(misplaced * 5000 <= links);  // cmark's own lines for tables in tasks in lists are not all true
}

TEST_CASE("one, two and eight threads write the same bytes") {
  std::mt19937 random(7);
  std::vector<std::string> sources;
  for (int i = 0; i < 400; ++i) sources.push_back(random_markdown(&random) + "\n\n~~a~~ www.b.fr https://c.fr d@e.fr");
  const auto all = [&](unsigned threads) {
    std::vector<std::string> results(sources.size());
    std::vector<std::thread> workers;
    for (unsigned worker = 0; worker < threads; ++worker) {
      workers.emplace_back([&, worker] {
        for (std::size_t i = worker; i < sources.size(); i += threads) results[i] = html(sources[i], i % 2 == 0);
      });
    }
    for (std::thread& worker : workers) worker.join();
    return results;
  };
  const std::vector<std::string> expected = all(1);
  CHECK(all(2) == expected);
  CHECK(all(8) == expected);
}
