// What is added to a page goes where it belongs, and only links of the text are moved.
#include "web/dressing.h"

#include <doctest/doctest.h>

#include "web/media_type.h"
#include "web/server.h"

using namespace cenacle::web;

TEST_CASE("markup goes before the end of the body") {
  CHECK(before_body_ends("<body>a</body></html>", "X") == "<body>aX</body></html>");
  CHECK(before_body_ends("<body>&lt;/body> </body>b</body>", "X") == "<body>&lt;/body> </body>bX</body>");
  CHECK(before_body_ends("no body", "X") == "no bodyX");
  CHECK(before_body_ends("", "X") == "X");
}

TEST_CASE("links between trees are moved") {
  const std::vector<Moved> moved = {{"https://a.example/", "/"},
                                    {"https://a.example/espaces/x/", "/_cenacle/spaces/x/"},
                                    {"https://a.example/espaces/y/", ""}};
  struct Case {
    const char *name, *page, *expected;
  };
  for (const Case& it : {Case{"public", R"(<a href="https://a.example/b.html">)", R"(<a href="/b.html">)"},
                         Case{"the longest address counts", R"(<a class="k" href="https://a.example/espaces/x/#y">)",
                              R"(<a class="k" href="/_cenacle/spaces/x/#y">)"},
                         Case{"one that is not shown stays", R"(<a href="https://a.example/espaces/y/">)",
                              R"(<a href="https://a.example/espaces/y/">)"},
                         Case{"elsewhere", R"(<a href="https://b.example/">)", R"(<a href="https://b.example/">)"},
                         Case{"the canonical address stays", R"(<link rel="canonical" href="https://a.example/">)",
                              R"(<link rel="canonical" href="https://a.example/">)"},
                         Case{"words stay", R"(href="https://a.example/" <p>)", R"(href="https://a.example/" <p>)"},
                         Case{"two", R"(<a href="https://a.example/1"><a href="https://a.example/2">.)",
                              R"(<a href="/1"><a href="/2">.)"}}) {
    CAPTURE(it.name);
    CHECK(with_links_moved(it.page, moved) == it.expected);
  }
}

TEST_CASE("occurrences") {
  CHECK(occurrences("", "ab") == 0);
  CHECK(occurrences("ab abab", "ab") == 3);
}

TEST_CASE("media types") {
  CHECK(media_type("a/b.ics") == "text/calendar; charset=utf-8");
  CHECK(media_type("sitemap.xml") == "application/xml; charset=utf-8");
  CHECK(media_type("a/actualites.xml") == "application/atom+xml; charset=utf-8");
  CHECK(media_type("a.html") == "text/html; charset=utf-8");
  CHECK(media_type("html") == "application/octet-stream");
  CHECK(media_type("") == "application/octet-stream");
}

TEST_CASE("hosts that are this machine") {
  for (const char* host : {"localhost", "localhost:4600", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:80"}) {
    CAPTURE(host);
    CHECK(is_loopback(host));
  }
  for (const char* host : {"", ":80", "localhost.a.example", "a.example", "localhost:", "127.0.0.1:80:80", "127.0.0.10",
                           "[::1]x", "[::1", "::1", "localhost:80@a.example", "LOCALHOST.a.example", " localhost"}) {
    CAPTURE(host);
    CHECK(is_loopback(host) == (std::string_view(host) == "localhost:"));
  }
}
