// Compiling tags: conditions, loops, names that are set, and what is written.
#include "template/compiler.h"

namespace cenacle::tmpl {

void Compiler::statements(const std::vector<Statement>& body) {
  for (const Statement& part : body) statement(part);
}

void Compiler::statement(const Statement& s) {
  using K = Statement::Kind;
  const Nested nested(*this, where(s.at));
  switch (s.kind) {
    case K::text:
      add_text(context_.origin->file->text(s.at));
      break;
    case K::write:
      write(s);
      break;
    case K::condition:
      condition(s);
      break;
    case K::loop:
      loop(s);
      break;
    case K::set:
      set(s.name, s.name_at, *s.value);
      break;
    case K::include:
      include(s);
      break;
    case K::block:
      block(s);
      break;
  }
}

void Compiler::scoped(const std::vector<Statement>& body) {
  open_scope();
  statements(body);
  close_scope();
}

void Compiler::condition(const Statement& s) {
  std::vector<std::uint32_t> ends;  // jumps behind the whole
  const std::size_t known = context_.present.size();
  for (const Branch& branch : s.branches) {
    const Typed asked = truth(expression(*branch.condition));
    add_step({Step::Kind::unless, 0, 0, asked.node, nullptr, {}, asked.where});
    const std::uint32_t skip = next_step() - 1;
    const std::size_t before = context_.present.size();
    context_.present.insert(context_.present.end(), asked.if_true.begin(), asked.if_true.end());
    scoped(branch.body);
    context_.present.resize(before);
    if (&branch != &s.branches.back() || !s.otherwise.empty()) {
      add_step({Step::Kind::jump, 0, 0, nullptr, nullptr, {}, asked.where});
      ends.push_back(next_step() - 1);
    }
    context_.program->steps[skip].target = next_step();
    context_.present.insert(context_.present.end(), asked.if_false.begin(), asked.if_false.end());
  }
  scoped(s.otherwise);
  context_.present.resize(known);
  for (const std::uint32_t end : ends) context_.program->steps[end].target = next_step();
}

void Compiler::loop(const Statement& s) {
  const Typed list = required(expression(*s.value));
  const Form form = list.shape->form;
  if (form != Form::list && form != Form::nothing)
    mistake(diag::code::template_type, list.where, source(list) + " is " + with_article(*list.shape) + ", not a list",
            form == Form::group ? "loop over its `items`" : "");
  const Shape* const element = form == Form::list ? list.shape->element : compiled_->shapes.of(Form::nothing);
  open_scope();
  const std::uint32_t slot = new_slot();
  const std::uint32_t item = new_slot();
  if (!s.name.empty()) declare(s.name, item, element, where(s.name_at));
  declare("loop", slot, compiled_->shapes.make({Form::loop, false, nullptr, element}), where(s.at));
  add_step({Step::Kind::loop, slot, 0, list.node, nullptr, {}, where(s.at)});
  const std::uint32_t first = next_step();
  statements(s.body);
  add_step({Step::Kind::next, slot, first, nullptr, nullptr, {}, where(s.at)});
  close_scope();
  std::uint32_t end = next_step();
  if (!s.otherwise.empty()) {
    add_step({Step::Kind::jump, 0, 0, nullptr, nullptr, {}, where(s.at)});
    context_.program->steps[first - 1].target = next_step();
    scoped(s.otherwise);
    context_.program->steps[end].target = next_step();
  } else {
    context_.program->steps[first - 1].target = end;
  }
}

void Compiler::set(const std::string& name, Span at, const Expression& expression_) {
  const Typed value = expression(expression_);
  const std::uint32_t slot = new_slot();
  declare(name, slot, value.shape, where(at));
  add_step({Step::Kind::set, slot, 0, value.node, nullptr, {}, value.where});
}

void Compiler::write(const Statement& s) {
  const Expression& e = *s.value;
  if (e.kind != Expression::Kind::call) return write_value(required(expression(e)));
  if (e.text == "super") return super(e);
  const Typed call = macro_call(e, true);
  if (call.node->macro) add_step({Step::Kind::call, 0, 0, call.node, nullptr, {}, call.where});
}

void Compiler::write_value(const Typed& value) {
  const Escape escape = context_.origin->file->escape_at(value.where.span);
  const auto refuse = [&](const std::string& help) {
    mistake(diag::code::template_type, value.where,
            source(value) + " is " + with_article(*value.shape) + ", which is not written as it is", help);
  };
  const auto add = [&](Write how) { add_step({Step::Kind::write, 0, 0, value.node, how, {}, value.where}); };
  switch (value.shape->form) {
    case Form::nothing:
    case Form::none:
      break;
    case Form::text:
      if (value.node->evaluate == &constant) {
        std::string text;
        append_escaped(&text, value.node->constant.text, escape);
        return add_text(text);
      }
      return add(writer_of(escape));
    case Form::html:
      if (escape == Escape::none) return refuse("to have its words: `| strip`");
      return add(write_plain);
    case Form::hole:
      if (escape == Escape::none || escape == Escape::toml) return refuse("this markup is for `.html` files");
      if (context_.macro) context_.macro->writes_holes = true;
      return add(write_hole);
    case Form::integer:
      return add(write_integer);
    case Form::boolean:
      return refuse("say what is to be read: `\"…\" if x else \"…\"`");
    case Form::date:
      return refuse("say how: `| date`, `| date(\"short\")`");
    case Form::time:
      return refuse("say how: `| date` for the day, `| time` for the hour");
    case Form::list:
      return refuse(value.shape->element->form == Form::text ? "put it together: `| join(\", \")`"
                                                             : "write its elements in a `for`");
    case Form::record:
      return refuse(
          "write one of its fields: `x." +
          std::string(value.shape->record->fields().empty() ? "title" : value.shape->record->fields()[0].name) + "`");
    case Form::group:
      return refuse("write its `key`, and its `items` in a `for`");
    case Form::loop:
      return refuse("write one of its fields: `loop.index`");
  }
}

}  // namespace cenacle::tmpl
