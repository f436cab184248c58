// What the nodes of expressions do when they run, and how values are written.
#include "template/operators.h"

#include <charconv>

#include "formats/locale/locale.h"

namespace cenacle::tmpl {

namespace {

Value run_node(const Node* node, Run& run) { return node->evaluate(*node, run); }

const Loop& loop_of(const Node& node, Run& run) { return *run_node(node.a, run).loop; }

Value count(std::size_t n) { return Value(static_cast<std::int64_t>(n)); }

Value checked(bool overflow, std::int64_t result, const Node& node) {
  if (overflow)
    Run::fail(node.where, diag::code::template_runtime, "the result is too large for an integer",
              "integers go to 9223372036854775807");
  return Value(result);
}

bool has_result(std::int64_t a, std::int64_t b, const Node& node) {
  if (b == 0)
    Run::fail(node.where, diag::code::template_runtime, "a division by zero", "ask first whether the divisor is zero");
  return !(b == -1 && a == INT64_MIN);
}

std::string_view digits(std::int64_t value, char (&buffer)[24]) {
  return {buffer, static_cast<std::size_t>(std::to_chars(buffer, buffer + sizeof buffer, value).ptr - buffer)};
}

bool truth(const Value& value, Form form) {
  if (!value.there) return false;
  switch (form) {
    case Form::text:
    case Form::html:
      return !value.text.empty();
    case Form::hole:
      return value.hole != Hole::empty;
    case Form::integer:
      return value.integer != 0;
    case Form::boolean:
      return value.boolean;
    case Form::list:
      return size_of(value.list) > 0;
    default:
      return true;
  }
}

template <class T>
int sign(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

// ---- where values come from ----

Value constant(const Node& node, Run&) { return node.constant; }
Value variable(const Node& node, Run& run) { return run.frame[node.slot]; }
Value global(const Node& node, Run& run) { return load(*node.type, node.get(run.root)); }
Value field(const Node& node, Run& run) { return load(*node.type, node.get(run_node(node.a, run).record)); }

Value field_if_any(const Node& node, Run& run) {
  const Value record = run_node(node.a, run);
  return record.there ? load(*node.type, node.get(record.record)) : Value();
}

Value group_key(const Node& node, Run& run) { return static_cast<const Group*>(run_node(node.a, run).record)->key; }
Value group_items(const Node& node, Run& run) { return static_cast<const Group*>(run_node(node.a, run).record)->items; }

Value loop_index(const Node& node, Run& run) { return count(loop_of(node, run).index + 1); }
Value loop_index0(const Node& node, Run& run) { return count(loop_of(node, run).index); }
Value loop_first(const Node& node, Run& run) { return Value(loop_of(node, run).index == 0); }
Value loop_length(const Node& node, Run& run) { return count(loop_of(node, run).size); }

Value loop_last(const Node& node, Run& run) {
  const Loop& loop = loop_of(node, run);
  return Value(loop.index + 1 == loop.size);
}

Value loop_previous(const Node& node, Run& run) {
  const Loop& loop = loop_of(node, run);
  return loop.index > 0 ? element_of(loop.list, loop.index - 1) : Value();
}

Value loop_next(const Node& node, Run& run) {
  const Loop& loop = loop_of(node, run);
  return loop.index + 1 < loop.size ? element_of(loop.list, loop.index + 1) : Value();
}

Value element(const Node& node, Run& run) {
  const List list = run_node(node.a, run).list;
  const std::int64_t index = run_node(node.b, run).integer;
  if (index < 0 || static_cast<std::uint64_t>(index) >= size_of(list)) return {};
  return element_of(list, static_cast<std::size_t>(index));
}

Value list_of(const Node& node, Run& run) {
  Array* const array = run.array(node.more.size());
  for (const Node* item : node.more) array->items[array->size++] = run_node(item, run);
  return Value(List{array});
}

Value choice(const Node& node, Run& run) { return run_node(run_node(node.b, run).boolean ? node.a : node.c, run); }

Value captured(const Node& node, Run& run) {
  const Arena::Mark mark = run.arena.mark();
  std::string text;
  std::string* const outer = std::exchange(run.out, &text);
  call_macro(node, run);
  run.out = outer;
  run.arena.rewind(mark);
  return run.text(text);
}

// ---- arithmetic ----

Value add(const Node& node, Run& run) {
  const std::int64_t a = run_node(node.a, run).integer, b = run_node(node.b, run).integer;
  std::int64_t result = 0;
  const bool overflow = __builtin_add_overflow(a, b, &result);
  return checked(overflow, result, node);
}

Value subtract(const Node& node, Run& run) {
  const std::int64_t a = run_node(node.a, run).integer, b = run_node(node.b, run).integer;
  std::int64_t result = 0;
  const bool overflow = __builtin_sub_overflow(a, b, &result);
  return checked(overflow, result, node);
}

Value multiply(const Node& node, Run& run) {
  const std::int64_t a = run_node(node.a, run).integer, b = run_node(node.b, run).integer;
  std::int64_t result = 0;
  const bool overflow = __builtin_mul_overflow(a, b, &result);
  return checked(overflow, result, node);
}

// Rounded down, as in Python and Jinja: -7 // 2 is -4, -7 % 2 is 1.
Value divide(const Node& node, Run& run) {
  const std::int64_t a = run_node(node.a, run).integer, b = run_node(node.b, run).integer;
  if (!has_result(a, b, node)) return checked(true, 0, node);
  return Value(a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0));
}

Value modulo(const Node& node, Run& run) {
  const std::int64_t a = run_node(node.a, run).integer, b = run_node(node.b, run).integer;
  if (!has_result(a, b, node)) return Value(std::int64_t{0});
  const std::int64_t rest = a % b;
  return Value(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest);
}

Value minus(const Node& node, Run& run) {
  const std::int64_t a = run_node(node.a, run).integer;
  std::int64_t result = 0;
  const bool overflow = __builtin_sub_overflow(std::int64_t{0}, a, &result);
  return checked(overflow, result, node);
}

// ---- texts ----

Value join_texts(const Node& node, Run& run) {
  const std::string_view a = run_node(node.a, run).text, b = run_node(node.b, run).text;
  if (a.empty() || b.empty()) return Value(a.empty() ? b : a);
  auto* const memory = static_cast<char*>(run.arena.allocate(a.size() + b.size()));
  a.copy(memory, a.size());
  b.copy(memory + a.size(), b.size());
  return Value(std::string_view(memory, a.size() + b.size()));
}

Value text_of_integer(const Node& node, Run& run) {
  char buffer[24];
  return run.text(digits(run_node(node.a, run).integer, buffer));
}

Value escape_html(const Node& node, Run& run) {
  std::string out;
  append_html(&out, run_node(node.a, run).text);
  return run.text(out);
}

Value escape_markdown(const Node& node, Run& run) {
  std::string out;
  append_markdown(&out, run_node(node.a, run).text);
  return run.text(out);
}

Value escape_toml(const Node& node, Run& run) {
  std::string out;
  append_toml(&out, run_node(node.a, run).text);
  return run.text(out);
}

Evaluate escaper_of(Escape escape) {
  if (escape == Escape::toml) return escape_toml;
  return escape == Escape::markdown ? escape_markdown : escape_html;
}

// ---- conditions ----

Value conjunction(const Node& node, Run& run) {
  return Value(run_node(node.a, run).boolean && run_node(node.b, run).boolean);
}

Value disjunction(const Node& node, Run& run) {
  return Value(run_node(node.a, run).boolean || run_node(node.b, run).boolean);
}

Value negation(const Node& node, Run& run) { return Value(!run_node(node.a, run).boolean); }

Value in_text(const Node& node, Run& run) {
  const std::string_view part = run_node(node.a, run).text, whole = run_node(node.b, run).text;
  run.arena.work(whole.size());
  return Value(whole.find(part) != std::string_view::npos);
}

Value in_list(const Node& node, Run& run) {
  const Value wanted = run_node(node.a, run);
  const List list = run_node(node.b, run).list;
  const std::size_t size = size_of(list);
  run.arena.work(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Value item = element_of(list, i);
    if (item.there && equal_values(wanted, item, node.shape->form)) return Value(true);
  }
  return Value(false);
}

Value equal(const Node& node, Run& run) {
  const Value a = run_node(node.a, run), b = run_node(node.b, run);
  return Value(a.there == b.there && (!a.there || equal_values(a, b, node.shape->form)));
}

Value compare(const Node& node, Run& run) {
  const Value a = run_node(node.a, run), b = run_node(node.b, run);
  const int order = compare_values(a, b, node.shape->form, run);
  switch (static_cast<Order>(node.constant.integer)) {
    case Order::less:
      return Value(order < 0);
    case Order::less_equal:
      return Value(order <= 0);
    case Order::greater:
      return Value(order > 0);
    case Order::greater_equal:
      return Value(order >= 0);
  }
  return Value(false);
}

Value is_there(const Node& node, Run& run) { return Value(run_node(node.a, run).there); }
Value is_true(const Node& node, Run& run) { return Value(truth(run_node(node.a, run), node.shape->form)); }

bool equal_values(const Value& a, const Value& b, Form form) {
  switch (form) {
    case Form::text:
      return a.text == b.text;
    case Form::integer:
      return a.integer == b.integer;
    case Form::boolean:
      return a.boolean == b.boolean;
    case Form::date:
      return a.date == b.date;
    case Form::time:
      return *a.time == *b.time || seconds(*a.time) == seconds(*b.time);
    case Form::record:
      return a.record == b.record;
    default:
      return false;
  }
}

int compare_values(const Value& a, const Value& b, Form form, const Run& run) {
  switch (form) {
    case Form::text:
      return run.locale.compare(a.text, b.text);
    case Form::integer:
      return sign(a.integer, b.integer);
    case Form::boolean:
      return sign(a.boolean, b.boolean);
    case Form::date:
      return sign(a.date, b.date);
    case Form::time:
      return a.time->zone == b.time->zone ? sign(a.time->local, b.time->local)
                                          : sign(seconds(*a.time), seconds(*b.time));
    default:
      return 0;
  }
}

std::int64_t seconds(const Moment& moment) {
  return locale::to_instant(moment.local, moment.zone).time_since_epoch().count();
}

// ---- writing ----

void write_plain(const Value& value, Run& run) { run.out->append(value.text); }
void write_html(const Value& value, Run& run) { append_html(run.out, value.text); }
void write_markdown(const Value& value, Run& run) { append_markdown(run.out, value.text); }
void write_toml(const Value& value, Run& run) { append_toml(run.out, value.text); }
Write writer_of(Escape escape) {
  switch (escape) {
    case Escape::html:
      return write_html;
    case Escape::markdown:
      return write_markdown;
    case Escape::toml:
      return write_toml;
    case Escape::none:
      break;
  }
  return write_plain;
}

void write_integer(const Value& value, Run& run) {
  char buffer[24];
  run.out->append(digits(value.integer, buffer));
}

void write_hole(const Value& value, Run& run) {
  if (value.hole != Hole::empty) run.holes->push_back({run.out->size(), value.hole});
}

}  // namespace cenacle::tmpl
