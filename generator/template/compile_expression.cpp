// Compiling expressions: literals, names, fields.
#include <algorithm>

#include "template/compiler.h"

namespace cenacle::tmpl {

namespace {

struct LoopField {
  std::string_view name;
  Evaluate evaluate;
  Form form;  ///< nothing: an optional element
};

constexpr LoopField loop_fields[] = {
    {"index", loop_index, Form::integer},   {"index0", loop_index0, Form::integer},
    {"first", loop_first, Form::boolean},   {"last", loop_last, Form::boolean},
    {"length", loop_length, Form::integer}, {"previous", loop_previous, Form::nothing},
    {"next", loop_next, Form::nothing},
};

std::vector<std::string_view> field_names(const Shape& shape) {
  std::vector<std::string_view> names;
  if (shape.form == Form::record)
    for (const Field& field : shape.record->fields()) names.push_back(field.name);
  if (shape.form == Form::group) names = {"key", "items"};
  if (shape.form == Form::loop)
    for (const LoopField& field : loop_fields) names.push_back(field.name);
  return names;
}

/// Names that other template languages have for what is called otherwise here.
std::string help_for_name(std::string_view name) {
  if (name == "True" || name == "False") return name == "True" ? "write `true`" : "write `false`";
  if (name == "None" || name == "null" || name == "nil" || name == "undefined") return "write `none`";
  return {};
}

}  // namespace

Typed Compiler::expression(const Expression& e) {
  using K = Expression::Kind;
  const Nested nested(*this, where(e.at));
  switch (e.kind) {
    case K::mistake:
      return nothing(where(e.at));
    case K::text:
    case K::integer:
    case K::boolean:
    case K::none:
      return literal(e);
    case K::list:
      return list(e);
    case K::name:
      return name(e);
    case K::field:
      return field(e);
    case K::index:
      return index(e);
    case K::negation:
      return negation(e);
    case K::minus:
    case K::add:
    case K::subtract:
    case K::multiply:
    case K::divide:
    case K::modulo:
      return arithmetic(e);
    case K::join:
      return join(e);
    case K::equal:
    case K::unequal:
      return equality(e);
    case K::less:
    case K::less_equal:
    case K::greater:
    case K::greater_equal:
      return comparison(e);
    case K::in:
    case K::not_in:
      return membership(e);
    case K::conjunction:
    case K::disjunction:
      return logic(e);
    case K::choice:
      return choice(e);
    case K::filter:
      return filter(e);
    case K::test:
    case K::not_test:
      return test(e);
    case K::call:
      return macro_call(e, false);
  }
  return nothing(where(e.at));
}

Typed Compiler::literal(const Expression& e) {
  if (e.kind == Expression::Kind::text) return constant_text(e.text, where(e.at));
  Node& made = node(&constant, where(e.at));
  Form form = Form::none;
  if (e.kind == Expression::Kind::integer) form = Form::integer, made.constant = Value(e.integer);
  if (e.kind == Expression::Kind::boolean) form = Form::boolean, made.constant = Value(e.integer != 0);
  return {&made, compiled_->shapes.of(form), made.where};
}

Typed Compiler::list(const Expression& e) {
  Node& made = node(&list_of, where(e.at));
  const Shape* element = compiled_->shapes.of(Form::nothing);
  for (const ExpressionPtr& part : e.parts) {
    Typed item = expression(*part);
    if (item.shape->form == Form::html || item.shape->form == Form::hole)
      return mistake(diag::code::template_type, item.where, "html is not put in a list", "put the texts in it");
    const Shape* const common = compiled_->shapes.common(element, item.shape);
    if (!common)
      return mistake(diag::code::template_type, item.where,
                     "the elements of a list are of one type: this is " + with_article(*item.shape) + ", not " +
                         with_article(*element));
    element = common;
    made.more.push_back(item.node);
  }
  return {&made, compiled_->shapes.list_of(element), made.where};
}

Typed Compiler::name(const Expression& e) {
  if (e.text == "t")
    return mistake(diag::code::template_word, where(e.at), "`t` stands before the key of a word",
                   "name the word: `t.key`");
  if (const Variable* const found = context_.find(e.text)) {
    Node& made = node(&variable, where(e.at));
    made.slot = found->slot;
    return narrowed({&made, found->shape, made.where, std::to_string(found->id)});
  }
  for (const Field& field : root_.fields()) {
    if (field.name != e.text || (context_.macro && field.name != "site")) continue;
    Node& made = node(&global, where(e.at));
    made.get = field.get;
    made.type = field.type();
    return narrowed({&made, compiled_->shapes.of(*made.type), made.where, "." + e.text});
  }
  return unknown_name(e);
}

Typed Compiler::unknown_name(const Expression& e) {
  const auto is_called = [&](const Field& field) { return field.name == e.text; };
  const std::vector<Field>& globals = root_.fields();
  if (e.text == "loop")
    return mistake(diag::code::template_name, where(e.at), "`loop` is known inside of a `for` only");
  if (context_.macro && std::any_of(globals.begin(), globals.end(), is_called))
    return mistake(diag::code::template_name, where(e.at),
                   "a macro does not see " + quoted(e.text) + ", but its arguments, `t` and `site`",
                   "give it as an argument: `" + context_.macro->syntax->name + "(" + e.text + ")`");
  if (context_.find_macro(e.text))
    return mistake(diag::code::template_name, where(e.at), quoted(e.text) + " is a macro",
                   "call it: `" + e.text + "(…)`");
  const std::vector<std::string_view> names = visible_names();
  std::string help = help_for_name(e.text);
  if (help.empty()) help = did_you_mean(e.text, names, "the names here are " + quoted_listing(names));
  return mistake(diag::code::template_name, where(e.at), "there is no name " + quoted(e.text), std::move(help));
}

Typed Compiler::field(const Expression& e) {
  const Expression* root = &e;
  while (root->kind == Expression::Kind::field) root = root->parts[0].get();
  if (root->kind == Expression::Kind::name && root->text == "t") return word(e);
  Typed result = field_of(required(expression(*e.parts[0])), e.text, where(e.word));
  result.where = where(e.at);
  return narrowed(std::move(result));
}

Typed Compiler::field_of(const Typed& record, std::string_view name, const Where& at) {
  const Shape& shape = *record.shape;
  const std::string path = record.path.empty() ? "" : record.path + "." + std::string(name);
  Node& made = node(nullptr, at);
  made.a = record.node;
  if (shape.form == Form::nothing) return nothing(at);
  if (shape.form == Form::record) {
    for (const Field& field : shape.record->fields()) {
      if (field.name != name) continue;
      made.evaluate = shape.optional ? &field_if_any : static_cast<Evaluate>(&tmpl::field);
      made.get = field.get;
      made.type = field.type();
      const Shape* const type = compiled_->shapes.of(*made.type);
      return {&made, shape.optional ? compiled_->shapes.optional(type) : type, at, path};
    }
  }
  if (shape.form == Form::group && (name == "key" || name == "items")) {
    made.evaluate = name == "key" ? &group_key : &group_items;
    return {&made, name == "key" ? shape.key : compiled_->shapes.list_of(shape.element), at, path};
  }
  if (shape.form == Form::loop) {
    for (const LoopField& field : loop_fields) {
      if (field.name != name) continue;
      made.evaluate = field.evaluate;
      if (field.form == Form::nothing) return {&made, compiled_->shapes.optional(shape.element), at, path};
      return {&made, compiled_->shapes.of(field.form), at, path};
    }
  }
  const std::vector<std::string_view> names = field_names(shape);
  if (names.empty()) {
    const std::string filter(name);
    const bool is_filter = find_filter(name) != nullptr;
    return mistake(diag::code::template_type, at,
                   source(record) + " is " + with_article(shape) + ", which has no fields",
                   is_filter                  ? "it is a filter: `… | " + filter + "`"
                   : shape.form == Form::list ? "take its elements in a `for`, or `| first`"
                                              : "");
  }
  return mistake(diag::code::template_name, at,
                 source(record) + " (" + name_of(shape) + ") has no field " + quoted(name),
                 did_you_mean(name, names, "its fields are " + quoted_listing(names)));
}

Typed Compiler::word(const Expression& e) {
  std::string key = e.text;
  for (const Expression* part = e.parts[0].get(); part->kind == Expression::Kind::field; part = part->parts[0].get())
    key = part->text + "." + key;
  if (environment_.words)
    if (const auto found = environment_.words->find(key); found != environment_.words->end())
      return constant_text(found->second, where(e.at));
  std::vector<std::string_view> keys;
  if (environment_.words)
    for (const auto& [known, text] : *environment_.words) keys.push_back(known);
  return mistake(diag::code::template_word, where(e.at), "there is no word " + quoted(key),
                 did_you_mean(key, keys, "add it to the theme's words: `" + key + " = \"…\"`"));
}

Typed Compiler::index(const Expression& e) {
  const Typed list = required(expression(*e.parts[0]));
  const Typed at = required(expression(*e.parts[1]));
  const Form form = list.shape->form;
  if (form != Form::list && form != Form::nothing)
    return mistake(diag::code::template_type, list.where,
                   source(list) + " is " + with_article(*list.shape) + ", only a list has elements by number",
                   at.shape->form == Form::text ? "a field is read with a dot: `x.title`" : "");
  if (at.shape->form != Form::integer && at.shape->form != Form::nothing)
    return mistake(diag::code::template_type, at.where,
                   "elements are counted by integers, this is " + with_article(*at.shape));
  if (form == Form::nothing) return nothing(where(e.at));
  const bool known = at.node->evaluate == &constant;
  if (e.parts[1]->kind == Expression::Kind::minus)
    return mistake(diag::code::template_type, at.where, "elements are counted from 0", "the last one is `| last`");
  Typed value = make(&element, Form::nothing, where(e.at), list.node, at.node);
  value.shape = compiled_->shapes.optional(list.shape->element);
  if (known && !list.path.empty()) value.path = list.path + "." + std::to_string(at.node->constant.integer);
  return narrowed(std::move(value));
}

Typed Compiler::choice(const Expression& e) {
  const Typed condition = truth(expression(*e.parts[1]));
  const auto in_case = [&](const Expression& part, const std::vector<std::string>& facts) {
    const std::size_t known = context_.present.size();
    context_.present.insert(context_.present.end(), facts.begin(), facts.end());
    Typed value = expression(part);
    context_.present.resize(known);
    return value;
  };
  Typed yes = in_case(*e.parts[0], condition.if_true);
  Typed no = in_case(*e.parts[2], condition.if_false);
  const Shape* const common = unify(&yes, &no);
  if (!common)
    return mistake(diag::code::template_type, no.where,
                   "both values are of one type: this is " + with_article(*no.shape) + ", the first is " +
                       with_article(*yes.shape));
  Typed value = make(&tmpl::choice, Form::nothing, where(e.at), yes.node, condition.node);
  compiled_->nodes.back().c = no.node;
  value.shape = common;
  return value;
}

}  // namespace cenacle::tmpl
