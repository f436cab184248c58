// Optional values: they are asked for before they are used, and count as there where the answer was yes.
#include "template/table.h"

using namespace cenacle::tmpl::test;

namespace {

/// What is said of `meeting.note` used at a column.
std::string missing(int column) {
  return "page.html:1:" + std::to_string(column) +
         "+12: `meeting.note` may be missing [template-optional] | ask first: `{% if meeting.note %}`, or say what "
         "else "
         "is meant: `meeting.note | default(…)`";
}

const std::string note = "Apportez &lt;vos&gt; idées";

}  // namespace

TEST_CASE("an optional value is asked for first") {
  check({
      {"{{ meeting.note }}", missing(4)},
      {"{{ meeting.note | upper }}", missing(4)},
      {"{{ 'a' ~ meeting.note }}", missing(10)},
      {"{% if 'a' in meeting.note %}{% endif %}", missing(14)},
      {"{% if 'a' < meeting.note %}{% endif %}", missing(13)},
      {"{{ meeting.next.title }}",
       "page.html:1:4+12: `meeting.next` may be missing [template-optional] | ask first: `{% if meeting.next %}`, or "
       "say "
       "what else is meant: `meeting.next | default(…)`"},
      {"{% for x in lines %}{{ x }}{% endfor %}",
       "page.html:1:24+1: `x` may be missing [template-optional] | ask first: `{% if x %}`, or say what else is meant: "
       "`x "
       "| default(…)`"},
      {"{{ none }}",
       "page.html:1:4+4: there is nothing here [template-optional] | ask first: `{% if none %}`, or say what else is "
       "meant: `none | default(…)`"},
  });
}

TEST_CASE("where the answer was yes it is there") {
  check({
      {"{% if meeting.note %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note is defined %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note is not empty %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note != none %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note == 'x' %}{{ meeting.note }}{% else %}-{% endif %}", "-"},
      {"{% if not meeting.note %}-{% else %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note is empty %}-{% else %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note == none %}-{% else %}{{ meeting.note }}{% endif %}", note},
      {"{% if not meeting.note %}-{% elif meeting.open %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.open and meeting.note %}{{ meeting.note }}{% endif %}", note},
      {"{% if meeting.note and meeting.note | length > 3 %}yes{% endif %}", "yes"},
      {"{% if not meeting.note or meeting.note | length > 3 %}yes{% endif %}", "yes"},
      {"{% if not (not meeting.note or not meeting.open) %}{{ meeting.note }}{% endif %}", note},
      {"{{ meeting.note if meeting.note else '' }}", note},
      {"{{ '' if not meeting.note else meeting.note }}", note},
      {"{% if meeting.next and meeting.next.next %}{{ meeting.next.next.title }}{% else %}-{% endif %}", "-"},
      {"{% for m in meetings %}{% if m.next %}{{ m.next.title }}{% endif %}{% endfor %}", "L&#39;après"},
      {"{% for x in lines %}{% if x %}{{ x }} {% endif %}{% endfor %}", "one three "},
      {"{% if lines[0] %}{{ lines[0] }}{% endif %}", "one"},
      {"{% set n = meeting.note %}{% if n %}{{ n }}{% endif %}", note},
      {"{% if meeting.note %}{% set n = meeting.note %}{{ n }}{% endif %}", note},
      {"{% if meeting.note %}{% for x in [1, 2] %}{{ meeting.note | length }} {% endfor %}{% endif %}", "20 20 "},
      {"{% if none %}{{ none }}{% endif %}.",
       "page.html:1:17+4: there is nothing here [template-optional] | ask first: "
       "`{% if none %}`, or say what else is meant: `none | default(…)`"},
  });
}

TEST_CASE("elsewhere it is not") {
  check({
      {"{% if meeting.note %}{% endif %}{{ meeting.note }}", missing(36)},
      {"{% if meeting.note %}{% else %}{{ meeting.note }}{% endif %}", missing(35)},
      {"{% if meeting.note or meeting.open %}{{ meeting.note }}{% endif %}", missing(41)},
      {"{% if not meeting.note %}{{ meeting.note }}{% endif %}", missing(29)},
      {"{% if meeting.note != 'x' %}{{ meeting.note }}{% endif %}", missing(32)},
      {"{% if meeting.open %}{% elif meeting.note %}{% else %}{{ meeting.note }}{% endif %}", missing(58)},
      {"{{ 1 if meeting.note else meeting.note | length }}", missing(27)},
      {"{% if meeting.note and meeting.open %}{% else %}{{ meeting.note }}{% endif %}", missing(52)},
      {"{% if meeting.note | default('x') %}{{ meeting.note }}{% endif %}", missing(40)},
  });
}

TEST_CASE("what is known of a name is not believed of its namesake") {
  check({
      {"{% for x in lines %}{% if x %}{% for x in lines %}{{ x }}{% endfor %}{% endif %}{% endfor %}",
       "page.html:1:54+1: `x` may be missing [template-optional] | ask first: `{% if x %}`, or say what else is meant: "
       "`x "
       "| default(…)`"},
      {"{% if meeting.note %}{% for meeting in meetings %}{{ meeting.note }}{% endfor %}{% endif %}", missing(54)},
  });
}

TEST_CASE("a value that is always there is not asked for") {
  check({
      {"{% if text is defined %}{% endif %}",
       "page.html:1:7+15: `text` is always there [template-optional] | to ask whether it has a content: `is not "
       "empty`"},
      {"{{ meeting.seats | default(1) }}",
       "page.html:1:4+26: `meeting.seats` is always there: `default` never gives the other value [template-optional] | "
       "remove `| default(…)`"},
      {"{% if meeting.next %}{{ meeting.next | default(meeting) }}{% endif %}",
       "page.html:1:25+31: `meeting.next` is always there: `default` never gives the other value [template-optional] | "
       "remove `| default(…)`"},
  });
}
