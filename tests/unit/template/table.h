// Tables of templates and what they make.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "template/theme.h"

namespace cenacle::tmpl::test {

struct Row {
  std::string_view text;      ///< of the template
  std::string_view expected;  ///< the page, or the mistakes as `shown` writes them
};

inline void check(const std::vector<Row>& rows, std::string_view name = "page.html") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(render(row.text, name) == row.expected);
  }
}

/// Rows of one expression each, written.
inline void check_values(const std::vector<Row>& rows, std::string_view name = "page.html") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(render("{{ " + std::string(row.text) + " }}", name) == row.expected);
  }
}

/// Rows of one condition each: "yes" or "no".
inline void check_conditions(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(render("{% if " + std::string(row.text) + " %}yes{% else %}no{% endif %}") == row.expected);
  }
}

}  // namespace cenacle::tmpl::test
