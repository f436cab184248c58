// White space: a tag alone on its line takes the line with it, a `-` takes the white space on its side.
#include "template/table.h"

using namespace cenacle::tmpl::test;

TEST_CASE("text and values stand as they are") {
  check({
      {"", ""},
      {"a", "a"},
      {"\n", "\n"},
      {" a \n b ", " a \n b "},
      {"{ {a} % } # }}", "{ {a} % } # }}"},
      {"{", "{"},
      {"  {{ text }}  \n  {{text}}\n", "  simple  \n  simple\n"},
      {"{{ text }}\r\nb\r\n", "simple\r\nb\r\n"},
      {"\xEF\xBB\xBF{{ text }}", "simple"},
      {"{{\n  text\n}}", "simple"},
      {"{{\u00A0text\u202F}}", "simple"},
  });
}

TEST_CASE("a tag that is alone on its line takes the line with it") {
  check({
      {"a\n{% if true %}\nb\n{% endif %}\nc\n", "a\nb\nc\n"},
      {"a\n  {% if true %}  \n  b\n\t{% endif %}\t\nc\n", "a\n  b\nc\n"},
      {"{% if true %}\r\nb\r\n{% endif %}\r\nc", "b\r\nc"},
      {"a\n  {# a word #}\nb", "a\nb"},
      {"a\n{# two\nlines #}\nb", "a\nb"},
      {"{% set x = 1 %}", ""},
      {"  {% set x = 1 %}  ", ""},
      {"a\n{% set x = 1 %}", "a\n"},
      {"a {% if true %}\nb{% endif %}\n", "a \nb\n"},
      {"{% if true %}{% set x = 1 %}\nb{% endif %}", "\nb"},
      {"\n{% if true %}\n\nb\n\n{% endif %}\n\n", "\n\nb\n\n\n"},
      {"x{# a #} {# b #}y", "x y"},
      {"\xEF\xBB\xBF{% if true %}\na{% endif %}", "a"},
      {"{% for n in [1, 2] %}\n  <{{ n }}>\n{% endfor %}\n.", "  <1>\n  <2>\n."},
  });
}

TEST_CASE("a dash takes all white space on its side") {
  check({
      {"a \n {{- text }} b", "asimple b"},
      {"a {{ text -}} \n\t b", "a simpleb"},
      {"a {{- text -}} b", "asimpleb"},
      {"a \n {%- if true %} b {% endif -%} \n c", "a b c"},
      {"a {#- x -#} b", "ab"},
      {"a\n\n{%- set x = 1 %}\nb", "ab"},
      {"a\n{% set x = 1 -%}\n\n b", "a\nb"},
      {"{{- text -}}", "simple"},
      {"{{ -1 }}{{ 2 - 1 }}{{- 1 }}", "-111"},
      {"a {#-#} b", "ab"},
      {"a {#--#} b", "ab"},
  });
}

TEST_CASE("raw text is left as it is") {
  check({
      {"{% raw %}{{ x }} {% if %} {# #}{% endraw %}", "{{ x }} {% if %} {# #}"},
      {"a\n{% raw %}\n  {{ x }}\n{% endraw %}\nb", "a\n  {{ x }}\nb"},
      {"a {% raw -%} \n x \n {%- endraw %} b", "a x b"},
      {"a {%- raw %} x {% endraw -%} b", "a x b"},
      {"{% raw %}<&>{% endraw %}", "<&>"},
      {"{% raw %}{% raw %}{% endraw %}", "{% raw %}"},
      {"{% raw %}{%endraw%}", ""},
      {"{% raw %} {% endraw", "page.html:1:1+2: `raw` is not closed [template-syntax] | end it with `{% endraw %}`"},
  });
}
