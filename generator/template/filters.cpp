// Filters, tests and functions, in one table each: what the compiler checks and what `explain` tells are the same.
#include "template/filters.h"

#include <algorithm>

#include "template/filter_functions.h"

namespace cenacle::tmpl {

namespace {

using F = Form;
constexpr auto text = Expects::text;
constexpr auto integer = Expects::integer;
constexpr auto word = Expects::word;
constexpr auto field = Expects::field;
constexpr auto value = Expects::value;

// name, arguments, forms of the subject
// for people: subject, result, meaning
// result, check, evaluate
// clang-format off
constexpr Filter table[] = {
    {"capitalize", {}, on(F::text),
     "text", "text", "the first letter as a capital",
     F::text, nullptr, capitalize_text},
    {"date", {{{"style", word, false}}}, on(F::date, F::time),
     "date, time", "text", "in the portal's language; style \"long\" (default: mardi 6 octobre 2026), \"medium\" (6 octobre "
     "2026), \"short\" (06/10/2026), \"day\" (mardi 6 octobre), \"month\" (octobre 2026), \"weekday\", \"iso\", or an ICU "
     "skeleton \"yMMMd\"",
     F::text, check_date, date_text},
    {"default", {{{"x", value}}}, 0,
     "optional, or empty text", "the value or x", "x where there is nothing",
     F::nothing, check_default, default_value},
    {"first", {}, on(F::list),
     "list", "optional: its element", "the first element",
     F::nothing, check_first, first_of},
    {"group", {{{"field", field}}}, on(F::list),
     "list of records", "list of { key, items }", "the elements by that field, in order of first appearance",
     F::nothing, check_group, group_list},
    {"join", {{{"separator", text}, {"last", text, false}}}, on(F::list),
     "list of texts", "text", "one text, with the separator between (and `last` before the last)",
     F::text, check_join, join_list},
    {"json", {}, on(F::text, F::integer, F::boolean, F::date, F::time, F::list),
     "text, integer, boolean, date, time, list of these", "html", "a JSON value, safe inside <script>",
     F::html, check_json, json_text},
    {"last", {}, on(F::list),
     "list", "optional: its element", "the last element",
     F::nothing, check_first, last_of},
    {"length", {}, on(F::list, F::text),
     "list, text", "integer", "how many elements, or characters",
     F::integer, check_length, length_of},
    {"link", {}, on(F::text),
     "text (an address)", "text", "the address as seen from the page being rendered",
     F::text, nullptr, link_text},
    {"lower", {}, on(F::text),
     "text", "text", "in small letters",
     F::text, nullptr, lower_text},
    {"map", {{{"field", field}}}, on(F::list),
     "list of records", "list of that field", "the field of each; an optional one where it is there",
     F::nothing, check_map, map_list},
    {"markdown", {}, on(F::text),
     "text", "html", "Markdown as HTML",
     F::html, nullptr, markdown_html},
    {"money", {}, on(F::integer),
     "integer (cents)", "text", "280,00 €",
     F::text, nullptr, money_text},
    {"number", {}, on(F::integer),
     "integer", "text", "grouped in the language's way: 1 234",
     F::text, nullptr, number_text},
    {"plural", {{{"one", text}, {"other", text}}}, on(F::integer),
     "integer", "text", "the word that the language's rule asks for; {n} in it is the number",
     F::text, nullptr, plural_text},
    {"qr", {{{"label", text}}}, on(F::text),
     "text", "html", "a QR code, drawn in the page; the label is read in its place",
     F::html, nullptr, qr_html},
    {"raw", {}, on(F::text),
     "text", "html", "unescaped: the one to look for in a review",
     F::html, check_raw, unchanged},
    {"reject", {{{"field", field}, {"value", value, false}}}, on(F::list),
     "list of records", "list", "those whose field is not true, or does not equal the value",
     F::nothing, check_where, reject_list},
    {"replace", {{{"a", text}, {"b", text}}}, on(F::text),
     "text", "text", "b in place of each a",
     F::text, nullptr, replace_text},
    {"reverse", {}, on(F::list),
     "list", "list", "from the last to the first",
     F::nothing, check_same, reverse_list},
    {"slice", {{{"from", integer}, {"count", integer}}}, on(F::list),
     "list", "list", "at most `count` elements, after the first `from`",
     F::nothing, check_same, slice_list},
    {"slug", {}, on(F::text),
     "text", "text", "as in addresses",
     F::text, nullptr, slug_text},
    {"sort", {{{"field", field, false}}}, on(F::list),
     "list", "list", "texts in the language's order, all else by value; those without the field last",
     F::nothing, check_sort, sort_list},
    {"strip", {}, on(F::html),
     "html", "text", "without markup",
     F::text, nullptr, strip_html},
    {"time", {{{"style", word, false}}}, on(F::time),
     "time", "text", "style \"short\" (default: 9 h 30), \"iso\" (RFC 3339, with the offset), \"zone\" (name of the zone)",
     F::text, check_time, time_text},
    {"trim", {}, on(F::text),
     "text", "text", "without white space around",
     F::text, nullptr, trim_text},
    {"truncate", {{{"n", integer}}}, on(F::text),
     "text", "text", "at most n characters, cut at a word, with …",
     F::text, nullptr, truncate_text},
    {"upper", {}, on(F::text),
     "text", "text", "in capitals",
     F::text, nullptr, upper_text},
    {"url", {}, on(F::text),
     "text", "text", "percent-encoded for a query or a path segment",
     F::text, nullptr, url_text},
    {"where", {{{"field", field}, {"value", value, false}}}, on(F::list),
     "list of records", "list", "those whose field is true, or equals the value",
     F::nothing, check_where, where_list},
};
// clang-format on

constexpr Described test_table[] = {
    {"defined", "an optional value that is there"},
    {"empty", "an empty text or list, zero, or an optional value that is not there"},
};

constexpr Described function_table[] = {
    {"super", "inside a block: the block as the parent has it, `{{ super() }}`"},
};

}  // namespace

std::size_t Filter::least_arguments() const {
  return static_cast<std::size_t>(std::count_if(arguments.begin(), arguments.end(), [](const FilterArgument& a) {
    return a.expects != Expects::no_argument && a.required;
  }));
}

std::size_t Filter::most_arguments() const {
  return static_cast<std::size_t>(std::count_if(
      arguments.begin(), arguments.end(), [](const FilterArgument& a) { return a.expects != Expects::no_argument; }));
}

std::span<const Filter> filters() { return table; }

const Filter* find_filter(std::string_view name) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Filter& f) { return f.name == name; });
  return found == std::end(table) ? nullptr : found;
}

std::span<const Described> tests() { return test_table; }
std::span<const Described> functions() { return function_table; }

}  // namespace cenacle::tmpl
