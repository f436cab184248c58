// Mistakes of syntax: each with its exact place, and the rest of the file still read.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("delimiters") {
  check({
      {"a {{ text", "page.html:1:3+2: the tag is not closed [template-syntax] | end it with `}}`"},
      {"a {% if text",
       "page.html:1:3+2: the tag is not closed [template-syntax] | end it with `%}`\n"
       "page.html:1:3+5: `if` is not closed [template-syntax] (another tag ends here @ page.html:1:13) | end "
       "it with `{% endif %}`"},
      {"a {# b", "page.html:1:3+2: the comment is not closed [template-syntax] | end it with `#}`"},
      {"{{ text %}b", "page.html:1:9+2: opened with `{{`, closed with `%}` [template-syntax] | close it with `}}`"},
      {"{% set x = 1 }}b",
       "page.html:1:14+2: opened with `{%`, closed with `}}` [template-syntax] | close it with `%}`"},
      {"{{ text {{ text }}", "page.html:1:1+2: the tag is not closed [template-syntax] | end it with `}}`"},
      {"{{ }}", "page.html:1:1+5: nothing to write [template-syntax] | name a value: `{{ page.title }}`"},
      {"{% %}", "page.html:1:4+2: the name of a tag is expected here, not the end of the tag [template-syntax]"},
      {"{{ text text }}", "page.html:1:9+4: the tag is expected to end here, not `text` [template-syntax]"},
  });
}

TEST_CASE("what other languages and word processors write") {
  check_values({
      {"“a”", "page.html:1:4+1: a curly quotation mark [template-syntax] | write texts between straight quotes: \"…\""},
      {"‘a’",
       "page.html:1:4+1: a curly apostrophe [template-syntax] | write texts between straight quotes: \"…\" or '…'"},
      {"text ~ «",
       "page.html:1:11+1: a French quotation mark [template-syntax] | write texts between straight quotes: \"…\""},
      {"text’s",
       "page.html:1:8+1: a curly apostrophe [template-syntax] | write texts between straight quotes: \"…\" or '…'"},
      {"1 && 2", "page.html:1:6+2: `&&` is not an operator [template-syntax] | write `and`"},
      {"1 || 2", "page.html:1:6+2: `||` is not an operator [template-syntax] | write `or`"},
      {"1 === 2", "page.html:1:6+3: `===` is not an operator [template-syntax] | write `==`"},
      {"1 !== 2", "page.html:1:6+3: `!==` is not an operator [template-syntax] | write `!=`"},
      {"1 <> 2", "page.html:1:6+2: `<>` is not an operator [template-syntax] | write `!=`"},
      {"2 ** 2", "page.html:1:6+2: `**` is not an operator [template-syntax]"},
      {"!text", "page.html:1:4+1: `!` has no meaning here [template-syntax] | write `not`"},
      {"4 / 2", "page.html:1:6+1: `/` has no meaning here [template-syntax] | a division of integers is `//`"},
      {"text & text",
       "page.html:1:9+1: `&` has no meaning here [template-syntax] | write `and`; to put texts together: `~`"},
      {"1 ? 2", "page.html:1:6+1: `?` has no meaning here [template-syntax] | write `a if condition else b`"},
      {"{a}", "page.html:1:4+1: `{` has no meaning here [template-syntax]"},
      {"\x01", "page.html:1:4+1: a control character has no meaning here [template-syntax]"},
      {"1 = 1",
       "page.html:1:6+1: `=` does not compare [template-syntax] | to ask whether two values are equal, write `==`"},
      {"True", "page.html:1:4+4: there is no name `True` [template-name] | write `true`"},
      {"null", "page.html:1:4+4: there is no name `null` [template-name] | write `none`"},
  });
}

TEST_CASE("literals that cannot be read") {
  check_values({
      {"\"a", "page.html:1:4+1: the text is not closed [template-syntax] | end it with \""},
      {"'a\nb'", "page.html:1:4+1: the text is not closed [template-syntax] | end it with '"},
      {"'a\\qb'",
       "page.html:1:6+2: an unknown escape in a text [template-syntax] | there are `\\n`, `\\t`, `\\\\`, `\\\"` and "
       "`\\'`"},
      {"1.5",
       "page.html:1:4+3: numbers are integers here [template-syntax] | sums of money are counted in cents: `28000 | "
       "money`"},
      {"2nd", "page.html:1:4+3: a name does not begin with a digit [template-syntax]"},
      {"9223372036854775808",
       "page.html:1:4+19: this number is too large [template-syntax] | the largest is 9223372036854775807"},
  });
}

TEST_CASE("expressions that cannot be read") {
  check_values({
      {"1 +", "page.html:1:8+2: a value is expected here, not the end of the tag [template-syntax]"},
      {"+ 1", "page.html:1:4+1: a value is expected here, not `+` [template-syntax]"},
      {"(1", "page.html:1:7+2: `)` is expected here, not the end of the tag [template-syntax]"},
      {"[1, 2", "page.html:1:10+2: `]` or `,` is expected here, not the end of the tag [template-syntax]"},
      {"a[1", "page.html:1:8+2: `]` after the index is expected here, not the end of the tag [template-syntax]"},
      {"a.", "page.html:1:7+2: the name of a field is expected here, not the end of the tag [template-syntax]"},
      {"a.1", "page.html:1:6+1: the name of a field is expected here, not `1` [template-syntax]"},
      {"a.b()",
       "page.html:1:6+1: a field is not called [template-syntax] | macros are called by their names alone; filters "
       "follow `|`"},
      {"a | ",
       "page.html:1:9+2: the name of a filter is expected here, not the end of the tag [template-syntax] | to ask for "
       "one or the other, write `or`"},
      {"a | first.title",
       "page.html:1:13+1: a filter's result is put in parentheses before something is read of it "
       "[template-syntax] | write `(… | first).…`"},
      {"a is", "page.html:1:9+2: `defined` or `empty` is expected here, not the end of the tag [template-syntax]"},
      {"text is odd", "page.html:1:12+3: there is no test `odd` [template-name] | the tests are `defined` or `empty`"},
      {"text is emty", "page.html:1:12+4: there is no test `emty` [template-name] | did you mean `empty`?"},
      {"1 < 2 < 3",
       "page.html:1:10+1: comparisons do not follow each other [template-syntax] | write `a < b and b < c`"},
      {"1 if 2",
       "page.html:1:11+2: `else` is expected here, not the end of the tag [template-syntax] | say what else is "
       "written: `a if condition else \"\"`"},
      {"m(a = 1)",
       "page.html:1:6+1: arguments have no names here [template-syntax] | give them in the order of the definition"},
      {"in", "page.html:1:4+2: a value is expected here, not `in` [template-syntax]"},
      {"super", "page.html:1:4+5: a value is expected here, not `super` [template-syntax] | it is called: `super()`"},
  });
}

TEST_CASE("tags") {
  check({
      {"{% iff x %}", "page.html:1:4+3: there is no tag `iff` [template-syntax] | did you mean `if`?"},
      {"{% with x %}",
       "page.html:1:4+4: there is no tag `with` [template-syntax] | `{% set name = … %}` gives a name to a value"},
      {"{% from 'x' %}",
       "page.html:1:4+4: there is no tag `from` [template-syntax] | `{% import \"file.html\" %}` brings all macros of "
       "the file"},
      {"{% endif %}",
       "page.html:1:4+5: `endif` without `if` [template-syntax] | remove it, or look above for the tag that was "
       "to open here"},
      {"{% endraw %}", "page.html:1:4+6: `endraw` without `raw` [template-syntax] | remove it"},
      {"{% if true %}",
       "page.html:1:1+5: `if` is not closed [template-syntax] (another tag ends here @ page.html:1:14) | end it "
       "with `{% endif %}`"},
      {"{% if %}{% endif %}", "page.html:1:7+2: a value is expected here, not the end of the tag [template-syntax]"},
      {"{% if true %}{% endfor %}{% endif %}",
       "page.html:1:17+6: `endfor` without `for` [template-syntax] | remove it, or look above for the tag that was to "
       "open here"},
      {"{% if true %}\n{% for x in [1] %}\n{% endif %}",
       "page.html:2:1+6: `for` is not closed [template-syntax] (another tag ends here @ page.html:3:1) | end it with "
       "`{% endfor %}`"},
      {"{% if true %}{% else if false %}{% endif %}",
       "page.html:1:17+7: `else if` is one word here [template-syntax] | write `elif`"},
      {"{% if true %}{% elseif false %}{% endif %}",
       "page.html:1:17+6: there is no tag `elseif` [template-syntax] | did you mean `elif`?"},
      {"{% if true %}{% else %}{% else %}{% endif %}",
       "page.html:1:27+4: `else` after `else` [template-syntax] | `else` is the last part of an `if`; before it there "
       "is `elif`"},
      {"{% if true %}{% endiff %}.",
       "page.html:1:17+6: there is no tag `endiff` [template-syntax] | did you mean `endif`?"},
      {"{% for x of [1] %}{% endfor %}",
       "page.html:1:10+2: `in` is expected here, not `of` [template-syntax] | write `{% for x "
       "in list %}`"},
      {"{% for k, v in [1] %}{% endfor %}",
       "page.html:1:9+1: a loop has one variable [template-syntax] | take the fields of it: `x.key`"},
      {"{% for loop in [1] %}{% endfor %}",
       "page.html:1:8+4: `loop` is a word of the language [template-syntax] | take another name"},
      {"{% set x %}",
       "page.html:1:10+2: `=` and a value: `{% set name = … %}` is expected here, not the end of the tag "
       "[template-syntax]"},
      {"{% set t = 1 %}", "page.html:1:8+1: `t` is a word of the language [template-syntax] | take another name"},
      {"{% set x = 1 %}{% set x = 2 %}",
       "page.html:1:23+1: `x` has a value already [template-name] (it was set here @ "
       "page.html:1:8) | take another name: no name is set twice in one place"},
      {"{% include part.html %}",
       "page.html:1:12+4: the name of a file is expected here, not `part` [template-syntax] | write "
       "it between quotes: `\"part.html\"`"},
      {"{% include 'a.html' with %}",
       "page.html:1:26+2: a name is expected here, not the end of the tag [template-syntax]"},
      {"{% block %}{% endblock %}",
       "page.html:1:10+2: the name of the block is expected here, not the end of the tag [template-syntax]"},
      {"{% block a %}{% endblock b %}",
       "page.html:1:26+1: this ends the block `a`, not `b` [template-syntax] | write `{% endblock a %}`, or `{% "
       "endblock %}`"},
      {"{% block a %}{% endblock %}{% block a %}{% endblock %}",
       "page.html:1:37+1: a second block `a` [template-syntax] (the first is here @ page.html:1:10) | take another "
       "name, or "
       "remove one"},
      {"{% if true %}{% macro m() %}{% endmacro %}{% endif %}",
       "page.html:1:14+8: `macro` stands outside of all other tags [template-syntax] | move it to the top of the file"},
      {"{% if true %}{% import 'x.html' %}{% endif %}",
       "page.html:1:14+9: `import` stands outside of all other tags [template-syntax] | move it to the top of the "
       "file\n"
       "page.html:1:24+8: there is no template `x.html` [template-include] | names of files are relative to the "
       "theme's folder"},
      {"a{% extends 'x.html' %}",
       "page.html:1:2+10: `extends` stands first in a file [template-syntax] | move it to the first "
       "line"},
      {"{% macro m %}{% endmacro %}",
       "page.html:1:12+2: `(` and the parameters: `{% macro name(a, b = \"x\") %}` is expected "
       "here, not the end of the tag [template-syntax]"},
      {"{% macro m(a = 1, b) %}{% endmacro %}{{ m(1) }}",
       "page.html:1:19+1: a parameter without a default after one with a default [template-syntax] | give `b` a "
       "default, or "
       "move it to the front"},
      {"{% macro m(a, a) %}{% endmacro %}",
       "page.html:1:15+1: a second parameter `a` [template-syntax] (the first is here @ page.html:1:12) | take another "
       "name, or "
       "remove one"},
      {"{% macro m() %}{% endmacro %}{% macro m() %}{% endmacro %}",
       "page.html:1:39+1: a second macro `m` [template-syntax] (the first is here @ page.html:1:10) | take another "
       "name, or "
       "remove one"},
      {"{% macro m() %}{% block b %}{% endblock %}{% endmacro %}",
       "page.html:1:16+8: a macro has no blocks [template-syntax] | give what changes as an argument"},
  });
}

TEST_CASE("one run tells all mistakes") {
  CHECK(render("{{ a }}\n{{ 1 + }}\n{% if b %}{{ c }}\n{% endif %}\n{% nope %}\n{{ “ }} {{ text }}\n") ==
        "page.html:1:4+1: there is no name `a` [template-name] | the names here are `site`, `meeting`, `meetings`, "
        "`none_yet`, `lines`, `text` or `dangerous`\n"
        "page.html:2:8+2: a value is expected here, not the end of the tag [template-syntax]\n"
        "page.html:3:7+1: there is no name `b` [template-name] | the names here are `site`, `meeting`, `meetings`, "
        "`none_yet`, `lines`, `text` or `dangerous`\n"
        "page.html:3:14+1: there is no name `c` [template-name] | the names here are `site`, `meeting`, `meetings`, "
        "`none_yet`, `lines`, `text` or `dangerous`\n"
        "page.html:5:4+4: there is no tag `nope` [template-syntax] | the tags are `if`, `for`, `set`, `include`, "
        "`extends`, "
        "`block`, `macro`, `import` and `raw`\n"
        "page.html:6:4+1: a curly quotation mark [template-syntax] | write texts between straight quotes: \"…\"");
}

TEST_CASE("places count characters, and lines from where the text begins") {
  Theme theme;
  theme.files = {{"page.html", "é{{ œuvre }}"}};
  cenacle::tmpl::Environment environment = theme.environment();
  environment.load = [](std::string_view) { return cenacle::tmpl::Source{"mail.html", "é {{ œuvre }}", 8}; };
  cenacle::diag::Diagnostics diagnostics;
  CHECK_FALSE(cenacle::tmpl::compile("page.html", *cenacle::tmpl::type_of<Page>(), environment, diagnostics));
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].place == cenacle::diag::Place{"mail.html", 8, 6, 5});
}

TEST_CASE("a file that is not UTF-8") {
  CHECK(render("a\n\xE9{{ x }}") == "page.html:2:1+1: this is not UTF-8 [not-utf8] | save the file as UTF-8");
}
