// Compiling operators and tests, and what a condition tells of optional values.
#include <algorithm>

#include "template/compiler.h"

namespace cenacle::tmpl {

namespace {

using Names = std::vector<std::string>;

Evaluate arithmetic_of(Expression::Kind kind) {
  using K = Expression::Kind;
  switch (kind) {
    case K::minus:
      return minus;
    case K::add:
      return add;
    case K::subtract:
      return subtract;
    case K::multiply:
      return multiply;
    case K::divide:
      return divide;
    default:
      return modulo;
  }
}

std::optional<Order> order_of(Expression::Kind kind) {
  using K = Expression::Kind;
  switch (kind) {
    case K::less:
      return Order::less;
    case K::less_equal:
      return Order::less_equal;
    case K::greater:
      return Order::greater;
    default:
      return Order::greater_equal;
  }
}

void append(Names* names, const Names& more) { names->insert(names->end(), more.begin(), more.end()); }

}  // namespace

Typed Compiler::arithmetic(const Expression& e) {
  std::vector<Typed> operands;
  for (const ExpressionPtr& part : e.parts) operands.push_back(required(expression(*part)));
  for (const Typed& operand : operands) {
    const Form form = operand.shape->form;
    if (form == Form::integer || form == Form::nothing) continue;
    const bool plus = e.kind == Expression::Kind::add && form == Form::text;
    mistake(diag::code::template_type, operand.where,
            source(operand) + " is " + with_article(*operand.shape) + ", only integers are calculated with",
            plus ? "to put texts together, write `~`" : "");
  }
  return make(arithmetic_of(e.kind), Form::integer, where(e.at), operands[0].node,
              operands.size() > 1 ? operands[1].node : nullptr);
}

Typed Compiler::join(const Expression& e) {
  Typed sides[2];
  for (std::size_t i = 0; i < 2; ++i) {
    Typed& side = sides[i];
    side = required(expression(*e.parts[i]));
    switch (side.shape->form) {
      case Form::nothing:
      case Form::text:
      case Form::html:
        break;
      case Form::integer:
        side = make(&text_of_integer, Form::text, side.where, side.node);
        break;
      default:
        mistake(diag::code::template_type, side.where,
                source(side) + " is " + with_article(*side.shape) + ", only texts and integers are put together",
                side.shape->form == Form::date || side.shape->form == Form::time
                    ? "say how it is written: `… | " + name_of(*side.shape) + "`"
                    : "");
        side = nothing(side.where);
    }
  }
  const Shape* const common = unify(&sides[0], &sides[1]);
  Typed value = make(&join_texts, Form::text, where(e.at), sides[0].node, sides[1].node);
  if (common && common->form == Form::html) value.shape = common;
  return value;
}

Typed Compiler::truth(Typed value) {
  if (value.shape->form == Form::nothing || value.shape->form == Form::none) {
    Typed no = make(&constant, Form::boolean, value.where);
    compiled_->nodes.back().constant = Value(false);
    if (!value.path.empty()) no.if_true.push_back(value.path);
    return no;
  }
  if (value.shape->form == Form::boolean && !value.shape->optional) return value;
  Typed result = make(&is_true, Form::boolean, value.where, value.node);
  compiled_->nodes.back().shape = value.shape;
  if (value.shape->optional && !value.path.empty()) result.if_true.push_back(value.path);
  return result;
}

Typed Compiler::negation(const Expression& e) {
  Typed inner = truth(expression(*e.parts[0]));
  Typed value = make(&tmpl::negation, Form::boolean, where(e.at), inner.node);
  value.if_true = std::move(inner.if_false);
  value.if_false = std::move(inner.if_true);
  return value;
}

/// The right side is looked at only when the left is true (`and`) or false (`or`).
Typed Compiler::logic(const Expression& e) {
  const bool both = e.kind == Expression::Kind::conjunction;
  Typed left = truth(expression(*e.parts[0]));
  const std::size_t known = context_.present.size();
  append(&context_.present, both ? left.if_true : left.if_false);
  Typed right = truth(expression(*e.parts[1]));
  context_.present.resize(known);
  Typed value = make(both ? &conjunction : &disjunction, Form::boolean, where(e.at), left.node, right.node);
  Names* const all = both ? &value.if_true : &value.if_false;
  append(all, both ? left.if_true : left.if_false);
  append(all, both ? right.if_true : right.if_false);
  return value;
}

Typed Compiler::equal(const Typed& a, const Typed& b, const Where& at) {
  const Shape* const common = compiled_->shapes.common(a.shape, b.shape);
  if (!common)
    return mistake(diag::code::template_type, at,
                   with_article(*compiled_->shapes.present(a.shape)) + " never equals " +
                       with_article(*compiled_->shapes.present(b.shape)),
                   "compare values of one type");
  switch (common->form) {
    case Form::html:
    case Form::hole:
    case Form::list:
    case Form::group:
    case Form::loop:
      if (a.shape->form == Form::none || b.shape->form == Form::none) break;
      return mistake(diag::code::template_type, at,
                     with_article(*compiled_->shapes.present(common)) + " is not compared");
    default:
      break;
  }
  Typed value = make(&tmpl::equal, Form::boolean, at, a.node, b.node);
  compiled_->nodes.back().shape = common;
  const auto learn = [&](const Typed& one, const Typed& other) {
    if (!one.shape->optional || one.path.empty()) return;
    if (other.shape->form == Form::none) {
      value.if_false.push_back(one.path);
    } else if (!other.shape->optional) {
      value.if_true.push_back(one.path);
    }
  };
  learn(a, b);
  learn(b, a);
  return value;
}

Typed Compiler::equality(const Expression& e) {
  const Typed a = expression(*e.parts[0]);
  const Typed b = expression(*e.parts[1]);
  Typed same = equal(a, b, where(e.at));
  if (e.kind == Expression::Kind::equal) return same;
  Typed value = make(&tmpl::negation, same.shape->form, same.where, same.node);
  value.if_true = std::move(same.if_false);
  value.if_false = std::move(same.if_true);
  return value;
}

Typed Compiler::comparison(const Expression& e) {
  const Typed a = required(expression(*e.parts[0]));
  const Typed b = required(expression(*e.parts[1]));
  const Shape* const common = compiled_->shapes.common(a.shape, b.shape);
  if (!common)
    return mistake(diag::code::template_type, where(e.at),
                   with_article(*a.shape) + " is not compared with " + with_article(*b.shape),
                   "compare values of one type");
  switch (common->form) {
    case Form::nothing:
    case Form::text:
    case Form::integer:
    case Form::boolean:
    case Form::date:
    case Form::time:
      break;
    default:
      return mistake(diag::code::template_type, where(e.at), with_article(*common) + " has no order",
                     common->form == Form::list ? "compare its `| length`" : "");
  }
  Typed value = make(&compare, Form::boolean, where(e.at), a.node, b.node);
  compiled_->nodes.back().shape = common;
  compiled_->nodes.back().constant = Value(static_cast<std::int64_t>(*order_of(e.kind)));
  return value;
}

Typed Compiler::membership(const Expression& e) {
  const Typed part = required(expression(*e.parts[0]));
  const Typed whole = required(expression(*e.parts[1]));
  Typed value = nothing(where(e.at));
  if (whole.shape->form == Form::nothing || part.shape->form == Form::nothing) {
    value.shape = compiled_->shapes.of(Form::boolean);
  } else if (whole.shape->form == Form::text && part.shape->form == Form::text) {
    value = make(&in_text, Form::boolean, where(e.at), part.node, whole.node);
  } else if (whole.shape->form == Form::list) {
    const Typed element{part.node, whole.shape->element, whole.where};
    if (equal(part, element, where(e.at)).shape->form == Form::nothing) return value;
    value = make(&in_list, Form::boolean, where(e.at), part.node, whole.node);
    compiled_->nodes.back().shape = part.shape;
  } else {
    return mistake(diag::code::template_type, where(e.at),
                   with_article(*part.shape) + " is not in " + with_article(*whole.shape),
                   "`in` asks for an element in a list, or a text in a text");
  }
  if (e.kind == Expression::Kind::in) return value;
  return make(&tmpl::negation, Form::boolean, where(e.at), value.node);
}

Typed Compiler::test(const Expression& e) {
  Typed subject = expression(*e.parts[0]);
  Typed value;
  if (e.text == "defined") {
    const Form form = subject.shape->form;
    if (!subject.shape->optional && form != Form::nothing && form != Form::none)
      return mistake(diag::code::template_optional, where(e.at), source(subject) + " is always there",
                     "to ask whether it has a content: `is not empty`");
    value = make(&is_there, Form::boolean, where(e.at), subject.node);
    if (!subject.path.empty()) value.if_true.push_back(subject.path);
  } else if (e.text == "empty") {
    Typed full = truth(subject);
    value = make(&tmpl::negation, Form::boolean, where(e.at), full.node);
    value.if_false = std::move(full.if_true);
  } else {
    std::vector<std::string_view> names;
    for (const Described& known : tests()) names.push_back(known.name);
    return mistake(diag::code::template_name, where(e.word), "there is no test " + quoted(e.text),
                   did_you_mean(e.text, names, "the tests are " + quoted_listing(names)));
  }
  if (e.kind == Expression::Kind::test) return value;
  Typed inverse = make(&tmpl::negation, Form::boolean, where(e.at), value.node);
  inverse.if_true = std::move(value.if_false);
  inverse.if_false = std::move(value.if_true);
  return inverse;
}

}  // namespace cenacle::tmpl
