// What the nodes of expressions do when they run, and how values are written.
#pragma once

#include "template/run.h"

namespace cenacle::tmpl {

// Beside each: the members of its node. A value is read as its static type says; nothing is checked here but what only
// a rendering can know.

Value constant(const Node& node, Run& run);      // constant
Value variable(const Node& node, Run& run);      // slot
Value global(const Node& node, Run& run);        // get, type: a field of the root
Value field(const Node& node, Run& run);         // a: record; get, type
Value field_if_any(const Node& node, Run& run);  // the same of an optional record
Value group_key(const Node& node, Run& run);     // a: group
Value group_items(const Node& node, Run& run);
Value loop_index(const Node& node, Run& run);  // a: loop
Value loop_index0(const Node& node, Run& run);
Value loop_first(const Node& node, Run& run);
Value loop_last(const Node& node, Run& run);
Value loop_length(const Node& node, Run& run);
Value loop_previous(const Node& node, Run& run);
Value loop_next(const Node& node, Run& run);
Value element(const Node& node, Run& run);   // a: list, b: integer
Value list_of(const Node& node, Run& run);   // more: the elements
Value choice(const Node& node, Run& run);    // a if b else c
Value captured(const Node& node, Run& run);  // macro, more: the arguments

Value add(const Node& node, Run& run);  // a, b: integers
Value subtract(const Node& node, Run& run);
Value multiply(const Node& node, Run& run);
Value divide(const Node& node, Run& run);
Value modulo(const Node& node, Run& run);
Value minus(const Node& node, Run& run);  // a: integer

Value join_texts(const Node& node, Run& run);       // a, b: texts
Value text_of_integer(const Node& node, Run& run);  // a: integer
Value escape_html(const Node& node, Run& run);      // a: text
Value escape_markdown(const Node& node, Run& run);
Value escape_toml(const Node& node, Run& run);
/// The one of them for an escaping that is not `none`.
Evaluate escaper_of(Escape escape);

Value conjunction(const Node& node, Run& run);  // a, b: booleans
Value disjunction(const Node& node, Run& run);
Value negation(const Node& node, Run& run);  // a: boolean
Value in_text(const Node& node, Run& run);   // a: text, b: text
Value in_list(const Node& node, Run& run);   // a: value, b: list, shape: of a
Value equal(const Node& node, Run& run);     // a, b: values, both perhaps optional, shape: their type
Value compare(const Node& node, Run& run);   // a, b: values, shape: their type; constant: the Order asked for

Value is_there(const Node& node, Run& run);  // a: optional
Value is_true(const Node& node, Run& run);   // a: value, shape: its type

enum class Order : std::int64_t { less, less_equal, greater, greater_equal };

/// Of two values that are there.
bool equal_values(const Value& a, const Value& b, Form form);
/// The order of two dates, times, integers or texts: <0, 0, >0.
int compare_values(const Value& a, const Value& b, Form form, const Run& run);
/// A moment in seconds of UTC.
std::int64_t seconds(const Moment& moment);

void write_plain(const Value& value, Run& run);  // texts
void write_html(const Value& value, Run& run);
void write_markdown(const Value& value, Run& run);
void write_toml(const Value& value, Run& run);
/// The one of them for an escaping.
Write writer_of(Escape escape);
void write_integer(const Value& value, Run& run);
void write_hole(const Value& value, Run& run);

}  // namespace cenacle::tmpl
