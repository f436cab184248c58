// Filters on texts, dates and numbers, and `default`.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("texts") {
  check_values({
      {"'élan vital' | upper", "ÉLAN VITAL"},
      {"'ÉLAN' | lower", "élan"},
      {"'élan vital' | capitalize", "Élan vital"},
      {"' a b \\n' | trim ~ '.'", "a b."},
      {"'a-b-c' | replace('-', '+')", "a+b+c"},
      {"'aaa' | replace('aa', 'a')", "aa"},
      {"'aaa' | replace('', 'b')", "aaa"},
      {"'aba' | replace('a', '')", "b"},
      {"'Œuvre d\\'Élise & Cie' | slug", "oeuvre-d-elise-cie"},
      {"'a b/é?&~-._' | url", "a%20b%2F%C3%A9%3F%26~-._"},
      {"'élan' | length", "4"},
      {"'' | length", "0"},
      {"'a' | upper | lower | upper", "A"},
  });
}

TEST_CASE("a text is cut at a word") {
  check_values({
      {"'un mot de trop' | truncate(14)", "un mot de trop"},
      {"'un mot de trop' | truncate(13)", "un mot de…"},
      {"'un mot de trop' | truncate(10)", "un mot de…"},
      {"'un mot de trop' | truncate(9)", "un mot…"},
      {"'un mot, de trop' | truncate(9)", "un mot…"},
      {"'anticonstitutionnellement' | truncate(5)", "anti…"},
      {"'éééé' | truncate(3)", "éé…"},
      {"'éééé' | truncate(4)", "éééé"},
      {"'abc' | truncate(1)", "…"},
      {"'abc' | truncate(0)", ""},
      {"'abc' | truncate(-5)", ""},
      {"'' | truncate(5)", ""},
  });
}

TEST_CASE("dates and times") {
  check_values({
      {"meeting.start | date", "mardi 6 octobre 2026"},
      {"meeting.day | date", "mardi 6 octobre 2026"},
      {"meeting.day | date('long')", "mardi 6 octobre 2026"},
      {"meeting.day | date('medium')", "6 octobre 2026"},
      {"meeting.day | date('short')", "06/10/2026"},
      {"meeting.day | date('day')", "mardi 6 octobre"},
      {"meeting.day | date('month')", "octobre 2026"},
      {"meeting.day | date('weekday')", "mardi"},
      {"meeting.day | date('iso')", "2026-10-06"},
      {"meeting.day | date('yMMMd')", "6 oct. 2026"},
      {"meeting.start | time", "9\u00A0h\u00A030"},
      {"meeting.start | time('short')", "9\u00A0h\u00A030"},
      {"meeting.start | time('iso')", "2026-10-06T09:30:00+02:00"},
      {"meeting.start | time('zone')", "heure de Paris"},
      {"meeting.start | date('full')",
       "page.html:1:25+6: there is no date style `full` [template-argument] | the styles are \"long\", \"medium\", "
       "\"short\", \"day\", \"month\", \"weekday\" and \"iso\", or an ICU skeleton such as \"yMMMd\""},
      {"meeting.start | time('long')",
       "page.html:1:25+6: there is no time style `long` [template-argument] | the styles are \"short\", \"iso\" and "
       "\"zone\""},
      {"meeting.day | time", "page.html:1:4+11: `meeting.day` is a date, `time` is for time [template-type]"},
      {"text | date", "page.html:1:4+4: `text` is a text, `date` is for date, time [template-type]"},
  });
}

TEST_CASE("numbers") {
  check_values({
      {"meeting.seats | number", "1\u202F234"},
      {"28000 | money", "280,00\u00A0€"},
      {"0 | plural('{n} place', '{n} places')", "0 place"},
      {"1 | plural('{n} place', '{n} places')", "1 place"},
      {"2 | plural('{n} place', '{n} places')", "2 places"},
      {"meeting.seats | plural(t.seat, t.seats)", "1\u202F234 places"},
      {"3 | plural('un', '{n} et {n}')", "3 et 3"},
      {"3 | plural('un', 'des')", "des"},
  });
}

TEST_CASE("markup") {
  check_values({
      {"dangerous", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt; *b*"},
      {"dangerous | raw", "<a href=\"x\">'&'</a> *b*"},
      {"meeting.summary", "<p>Un <b>mot</b>&nbsp;&amp; deux.</p><p>Fin</p>"},
      {"meeting.summary | strip", "Un mot\u00A0&amp; deux. Fin"},
      {"'a **b**' | markdown", "a <strong>b</strong>"},
      {"'a **b**' | markdown | strip", "a b"},
      {"text | strip", "page.html:1:4+4: `text` is a text, `strip` is for html [template-type]"},
  });
}

TEST_CASE("what a reader of markup sees") {
  check_values({
      {"'<ul><li>a</li><li>b</li></ul>' | raw | strip", "a b"},
      {"'a<b>b</b>c<br>d' | raw | strip", "abc d"},
      {"'a<!-- <b> -->b' | raw | strip", "a b"},
      {"'<a title=\"a > b\">c</a>' | raw | strip", "c"},
      {"'a<script>alert(1)</script>b<style>x{}</style>c' | raw | strip", "a b c"},
      {"'1 < 2 & 3 &amp; &lt; &#233; &#xe9; &#0; &#xD800; &nope; &#x110000;' | raw | strip",
       "1 &lt; 2 &amp; 3 &amp; &lt; é é \uFFFD \uFFFD &amp;nope; \uFFFD"},
      {"'<' | raw | strip", "&lt;"},
      {"'a <b' | raw | strip", "a"},
      {"'<!--' | raw | strip", ""},
      {"'&' | raw | strip", "&amp;"},
      {"'&;&#;&#x;' | raw | strip", "&amp;;&amp;#;&amp;#x;"},
      {"'  a \\n b  ' | raw | strip", "a b"},
  });
}

TEST_CASE("a QR code is an image with a label, and its own markup") {
  const std::string code = render("{{ 'https://portail.example/agenda.ics' | qr(dangerous) }}");
  CHECK(code.starts_with(R"(<svg class="qr" role="img" aria-label="&lt;a href=&quot;x&quot;&gt;)"));
  CHECK(code.find(R"(viewBox="-4 -4 37 37")") != code.npos);
  CHECK(code.ends_with("</svg>"));
  check_values({
      {"'' | qr('vide')", ""},
      {"'a' | qr", "page.html:1:10+2: `qr` lacks an argument [template-argument] | `qr` takes 1 argument (label)"},
  });
}

TEST_CASE("json is safe inside of a script and of an attribute") {
  check_values({
      {"dangerous | json", R"("\u003ca href=\"x\"\u003e\u0027\u0026\u0027\u003c/a\u003e *b*")"},
      {"'\\\\ \\n é' | json", R"("\\ \n é")"},
      {"meeting.seats | json", "1234"},
      {"meeting.open | json", "true"},
      {"meeting.day | json", "\"2026-10-06\""},
      {"meeting.start | json", "\"2026-10-06T09:30:00+02:00\""},
      {"meeting.tags | json", "[\"zéro\",\"Écologie\",\"eau\",\"action\"]"},
      {"meeting.votes | json", "[[3,1],[]]"},
      {"lines | json", "[\"one\",null,\"three\"]"},
      {"[] | json", "[]"},
      {"meetings | json",
       "page.html:1:4+8: `meetings` is a list of meeting, which has no JSON here [template-type] | name the values: "
       "`list "
       "| map(\"field\") | json`"},
      {"meeting | json",
       "page.html:1:4+7: `meeting` is a meeting, `json` is for text, integer, boolean, date, time, list of these "
       "[template-type]"},
  });
}

TEST_CASE("default") {
  check_values({
      {"meeting.note | default('x')", "Apportez &lt;vos&gt; idées"},
      {"lines[1] | default('x')", "x"},
      {"'' | default('x')", "x"},
      {"text | default('x')", "simple"},
      {"lines[1] | default(lines[2]) | default('x')", "three"},
      {"lines[1] | default(none) | default('x')", "x"},
      {"none | default('x')", "x"},
      {"meeting.aside | default('<')", "&lt;"},
      {"('' | raw) | default('x')", "x"},
      {"(meeting.votes[5] | default([1, 2])) | length", "2"},
      {"lines[1] | default(1)",
       "page.html:1:23+1: the default is an integer, the value is a text [template-type] | give a default of the same "
       "type"},
  });
}

TEST_CASE("links lead from the page to the root of its tree") {
  static const World world;
  Theme theme;
  theme.files = {{"page.html", "{{ 'a/b.html' | link }} {{ '#x' | link }} {{ '/y' | link }} {{ site.url | link }}"}};
  cenacle::diag::Diagnostics diagnostics;
  const auto page =
      cenacle::tmpl::compile("page.html", *cenacle::tmpl::type_of<Page>(), theme.environment(), diagnostics);
  REQUIRE(page);
  cenacle::tmpl::Output out;
  CHECK_FALSE(page->render(&world.page, &out, "../../"));
  CHECK(out.text == "../../a/b.html #x /y https://example.org/");
}

TEST_CASE("a filter says what it takes") {
  check_values({
      {"text | uper", "page.html:1:11+4: there is no filter `uper` [template-name] | did you mean `upper`?"},
      {"text | zzzzzzz",
       "page.html:1:11+7: there is no filter `zzzzzzz` [template-name] | the filters are in `explain TEMPLATE`"},
      {"text | upper(1)",
       "page.html:1:11+5: `upper` has too many arguments [template-argument] | `upper` takes no argument"},
      {"text | replace('a')",
       "page.html:1:11+7: `replace` lacks an argument [template-argument] | `replace` takes 2 "
       "arguments (a, b)"},
      {"text | truncate",
       "page.html:1:11+8: `truncate` lacks an argument [template-argument] | `truncate` takes 1 "
       "argument (n)"},
      {"meeting.tags | join(',', ',', ',')",
       "page.html:1:19+4: `join` has too many arguments [template-argument] | "
       "`join` takes 1 to 2 arguments (separator, last)"},
      {"text | truncate('a')",
       "page.html:1:20+3: an integer is expected, not a text [template-argument] | `truncate` takes "
       "1 argument (n)"},
      {"text | replace(1, true)",
       "page.html:1:19+1: a text is expected, not an integer [template-argument] | `replace` takes "
       "2 arguments (a, b)\n"
       "page.html:1:22+4: a text is expected, not a boolean [template-argument] | `replace` takes "
       "2 arguments (a, b)"},
      {"meeting.day | date(text)",
       "page.html:1:23+4: a text between quotes is expected [template-argument] | `date` takes "
       "0 to 1 argument (style)"},
      {"meeting | upper", "page.html:1:4+7: `meeting` is a meeting, `upper` is for text [template-type]"},
      {"meeting.tags | upper",
       "page.html:1:4+12: `meeting.tags` is a list of text, `upper` is for text [template-type]"},
      {"meeting.summary | upper", "page.html:1:4+15: `meeting.summary` is html, `upper` is for text [template-type]"},
      {"meeting.body | strip", "page.html:1:4+12: `meeting.body` is html, `strip` is for html [template-type]"},
  });
}
