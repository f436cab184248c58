// Filters on whole lists, and `default`.
#include <algorithm>

#include "base/text.h"
#include "template/filter_functions.h"

namespace cenacle::tmpl {

namespace {

List subject(const Node& node, Run& run) {
  const List list = node.a->evaluate(*node.a, run).list;
  run.arena.work(size_of(list));
  return list;
}

std::int64_t integer_of(const Node* node, Run& run) { return node->evaluate(*node, run).integer; }

bool is_text(const Shape& shape) { return shape.form == Form::text || shape.form == Form::html; }

}  // namespace

const Shape* check_default(FilterCall& call) {
  Typed& subject = call.subject;
  if (!subject.shape->optional && subject.shape->form != Form::none && !is_text(*subject.shape))
    return call.fail(diag::code::template_optional, call.node.where,
                     call.source(subject) + " is always there: `default` never gives the other value",
                     "remove `| default(…)`");
  const Shape* const inner = call.shapes().present(subject.shape);
  Typed value = subject;
  value.shape = inner;
  Typed& other = call.arguments[0];
  const Shape* const common = call.unify(&value, &other);
  if (!common)
    return call.fail(diag::code::template_type, other.where,
                     "the default is " + with_article(*other.shape) + ", the value is " + with_article(*inner),
                     "give a default of the same type");
  call.node.a = value.node;
  call.node.b = other.node;
  call.node.shape = inner;
  return common;
}

Value default_value(const Node& node, Run& run) {
  const Value value = node.a->evaluate(*node.a, run);
  const bool counts = value.there && !(is_text(*node.shape) && value.text.empty());
  return counts ? value : node.b->evaluate(*node.b, run);
}

const Shape* check_first(FilterCall& call) { return call.shapes().optional(call.subject.shape->element); }
const Shape* check_same(FilterCall& call) { return call.subject.shape; }

Value first_of(const Node& node, Run& run) {
  const List list = node.a->evaluate(*node.a, run).list;
  return size_of(list) > 0 ? element_of(list, 0) : Value();
}

Value last_of(const Node& node, Run& run) {
  const List list = node.a->evaluate(*node.a, run).list;
  const std::size_t size = size_of(list);
  return size > 0 ? element_of(list, size - 1) : Value();
}

const Shape* check_length(FilterCall& call) {
  call.node.shape = call.subject.shape;
  return call.shapes().of(Form::integer);
}

Value length_of(const Node& node, Run& run) {
  const Value value = node.a->evaluate(*node.a, run);
  const std::size_t length = node.shape->form == Form::text ? base::code_points(value.text) : size_of(value.list);
  return Value(static_cast<std::int64_t>(length));
}

Value reverse_list(const Node& node, Run& run) {
  const List list = subject(node, run);
  Array* const out = run.array(size_of(list));
  for (std::size_t i = size_of(list); i-- > 0;) out->items[out->size++] = element_of(list, i);
  return Value(List{out});
}

Value slice_list(const Node& node, Run& run) {
  const List list = subject(node, run);
  const auto size = static_cast<std::int64_t>(size_of(list));
  const std::int64_t from = std::clamp<std::int64_t>(integer_of(node.b, run), 0, size);
  const std::int64_t count = std::clamp<std::int64_t>(integer_of(node.c, run), 0, size - from);
  Array* const out = run.array(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i)
    out->items[out->size++] = element_of(list, static_cast<std::size_t>(from + i));
  return Value(List{out});
}

const Shape* check_join(FilterCall& call) {
  const Shape& element = *call.subject.shape->element;
  if (element.form == Form::nothing || (element.form == Form::text && !element.optional))
    return call.shapes().of(Form::text);
  return call.fail(
      diag::code::template_type, call.subject.where,
      call.source(call.subject) + " is " + with_article(*call.subject.shape) + "; `join` is for a list of text",
      element.form == Form::record ? "name a field of its elements: `list | map(\"title\") | join(…)`"
                                   : "write its elements in a `for`");
}

Value join_list(const Node& node, Run& run) {
  const List list = subject(node, run);
  const std::string_view separator = node.b->evaluate(*node.b, run).text;
  const std::string_view last = node.c ? node.c->evaluate(*node.c, run).text : separator;
  const std::size_t size = size_of(list);
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0) out += i + 1 == size ? last : separator;
    const std::string_view item = element_of(list, i).text;
    run.arena.work(item.size() + separator.size());
    out += item;
  }
  return run.text(out);
}

}  // namespace cenacle::tmpl
