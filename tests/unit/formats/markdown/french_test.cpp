// French typography: what changes, and all that must not.
#include "formats/markdown/french.h"

#include <doctest/doctest.h>

#include <string>

#include "formats/markdown/addresses.h"
#include "formats/markdown/markdown.h"

using namespace cenacle;

namespace {

/// Narrow no-break spaces as ~, wide ones as _, so that they can be seen.
std::string visible(std::string text) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t i = 0; (i = text.find(from, i)) != std::string::npos; i += to.size())
      text.replace(i, from.size(), to);
  };
  replace("\u202F", "~");
  replace("\u00A0", "_");
  return text;
}

std::string typeset(const std::string& source) {
  markdown::Options options;
  options.french = true;
  return visible(markdown::to_html(source, options));
}

}  // namespace

TEST_CASE("French typography") {
  struct Row {
    std::string source;
    std::string expected;
  };
  const Row rows[] = {
      {"l'été d'aujourd'hui", "l’été d’aujourd’hui"},
      {"l'*été*, *l*'été", "l’<em>été</em>, <em>l</em>’été"},
      {"l'« été »", "l’«~été~»"},
      {"'mot' et 5' 30''", "'mot' et 5' 30''"},
      {"à l'École Œuvre d'Œdipe", "à l’École Œuvre d’Œdipe"},
      {"quoi ? oui ! et ; donc : voilà", "quoi~? oui~! et~; donc_: voilà"},
      {"quoi? 14:30 a;b", "quoi? 14:30 a;b"},
      {"quoi ?! non !!!", "quoi~?! non~!!!"},
      {"*quoi* ? `code` : **non** !", "<em>quoi</em>~? <code>code</code>_: <strong>non</strong>~!"},
      {"« mot » «mot» « *mot* »", "«~mot~» «~mot~» «~<em>mot</em>~»"},
      {"«\u00A0mot\u00A0» \u00A0: a\u00A0; b", "«~mot~» _: a~; b"},
      {"\"mot\" et \"deux mots\"", "«~mot~» et «~deux mots~»"},
      {"\"*mot*\" (\"mot\")", "«~<em>mot</em>~» («~mot~»)"},
      {"\"`code`\" \"[lien](a)\"", "«~<code>code</code>~» «~<a href=\"a\">lien</a>~»"},
      {"un \"seul", "un &quot;seul"},
      {"5\" et 6\"", "5&quot; et 6&quot;"},
      {"a \" b \" c", "a &quot; b &quot; c"},
      {"10 000 € et 1 234,50", "10 000 € et 1 234,50"},
      {"`l'été : \"x\" !`", "<code>l'été : &quot;x&quot; !</code>"},
      {"a != b, a := b", "a != b, a := b"},
      {"https://a.fr/l'ete?b:c ! fin", "<a href=\"https://a.fr/l&#x27;ete?b:c\">https://a.fr/l'ete?b:c</a>~! fin"},
      {"voir : https://a.fr ; ou b@c.fr :",
       "voir_: <a href=\"https://a.fr\">https://a.fr</a>~; ou <a href=\"mailto:b@c.fr\">b@c.fr</a>_:"},
      {"<https://a.fr/l'ete> [l'été](https://a.fr/l'ete 'l')",
       "<a href=\"https://a.fr/l&#x27;ete\">https://a.fr/l'ete</a> <a href=\"https://a.fr/l&#x27;ete\" "
       "title=\"l\">l’été</a>"},
      {"![l'image : \"x\"](a)", "<img src=\"a\" alt=\"l’image_: «~x~»\" loading=\"lazy\" decoding=\"async\" />"},
      {"a\n: b", "a\n: b"},
      {"12 × 3 : l'×", "12 × 3_: l’×"},
      {"’ déjà “là”", "’ déjà “là”"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(typeset(row.source) == row.expected);
  }
  CHECK(visible(markdown::to_html("l'été : \"x\" !", {})) == "l'été : &quot;x&quot; !");
}

TEST_CASE("headings and summaries are typeset too, code is not") {
  markdown::Options options;
  options.french = true;
  markdown::Document document("# L'été : \"quoi\" ?\n\nC'est tout !\n\n```\nl'été : !\n```\n", options);
  CHECK(visible(document.facts().headings[0].text) == "L’été_: «~quoi~»~?");
  CHECK(document.facts().headings[0].anchor == "l-ete-quoi");
  CHECK(visible(document.summary(80)) == "C’est tout~!");
  std::string out;
  document.render(&out, {});
  CHECK(visible(out).find("<code>l'été : !\n</code>") != std::string::npos);
}

TEST_CASE("bare addresses") {
  struct Row {
    std::string text;
    std::string expected;  // each address in brackets
  };
  const Row rows[] = {
      {"", ""},
      {"https://a.fr", "[https://a.fr]"},
      {"HTTP://A.FR/B", "[HTTP://A.FR/B]"},
      {"(https://a.fr)", "([https://a.fr])"},
      {"(voir https://a.fr/b_(c))", "(voir [https://a.fr/b_(c)])"},
      {"https://a.fr/b_(c)", "[https://a.fr/b_(c)]"},
      {"https://a.fr. https://b.fr, https://c.fr; https://d.fr: https://e.fr! https://f.fr? https://g.fr…",
       "[https://a.fr]. [https://b.fr], [https://c.fr]; [https://d.fr]: [https://e.fr]! [https://f.fr]? "
       "[https://g.fr]…"},
      {"« https://a.fr »«https://b.fr»“https://c.fr”\"https://d.fr\"",
       "« [https://a.fr] »«[https://b.fr]»“[https://c.fr]”\"[https://d.fr]\""},
      {"https://a.fr\u00A0: https://b.fr\u202F!", "[https://a.fr]\u00A0: [https://b.fr]\u202F!"},
      {"l’adresse’https://a.fr’", "l’adresse’[https://a.fr]’"},
      {"https://été.fr/ça", "[https://été.fr/ça]"},
      {"https://a.fr:8080/b?c=d&e#f", "[https://a.fr:8080/b?c=d&e#f]"},
      {"http://localhost", "[http://localhost]"},
      {"xhttps://a.fr ftp://a.fr https:// http://. https:///a",
       "xhttps://a.fr ftp://a.fr https:// http://. https:///a"},
      {"https://a@b.fr c@d.fr", "[https://a@b.fr] [c@d.fr]"},
      {"a@b.fr, c.d+e@f-g.org.", "[a@b.fr], [c.d+e@f-g.org]."},
      {"mailto:a@b.fr", "mailto:[a@b.fr]"},
      {"l’a@b.fr, «a@b.fr»", "l’[a@b.fr], «[a@b.fr]»"},
      {"a@b a@ @b.fr a@b. a@.fr a@b.f a@b.12 a.@b.fr élu@b.fr",
       "a@b a@ @b.fr a@b. a@.fr a@b.f a@b.12 a.@b.fr élu@b.fr"},
      {"a@b-.fr a@b.fr-", "a@b-.fr [a@b.fr]-"},
      {"a@b@c.fr", "a@[b@c.fr]"},
  };
  for (const Row& row : rows) {
    const std::string_view text = row.text;
    std::string told;
    std::size_t from = 0;
    for (const markdown::Address& address : markdown::find_addresses(text)) {
      told.append(text.substr(from, address.begin - from)).append("[");
      told.append(text.substr(address.begin, address.end - address.begin)).append("]");
      from = address.end;
    }
    told.append(text.substr(from));
    CHECK(told == row.expected);
  }
}
