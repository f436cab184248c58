// What the parts of the compiler share: nodes and steps, scopes, and types that are to fit.
#include "template/compiler.h"

#include <algorithm>

namespace cenacle::tmpl {

namespace {

constexpr std::size_t most_nesting = 600;     // of tags, expressions, files, blocks and macros together
constexpr std::size_t most_pieces = 200'000;  // nodes and steps of one template

}  // namespace

Compiler::Nested::Nested(Compiler& compiler, const Where& where) : compiler_(compiler) {
  if (++compiler.nesting_ <= most_nesting && ++compiler.pieces_ <= most_pieces) return;
  const bool deep = compiler.nesting_ > most_nesting;
  compiler.report_.add(
      diag::code::template_depth, where,
      deep ? "files, macros and tags are nested deeper than " + std::to_string(most_nesting) + " levels"
           : "the template and what it brings in have more than " + std::to_string(most_pieces) + " pieces",
      "look for files that include each other many times over");
  throw Abandon{};
}

Compiler::Compiler(const Type& root, const Environment& environment, diag::Diagnostics& diagnostics)
    : root_(root), environment_(environment), report_(diagnostics), compiled_(std::make_unique<Compiled>()) {
  compiled_->locale = environment.locale;
  compiled_->limits = environment.limits;
}

std::string Compiler::source(const Typed& value) const {
  std::string_view text = value.where.origin->file->text(value.where.span);
  text = text.substr(0, text.find_first_of("\r\n"));
  constexpr std::size_t most = 60;
  if (text.size() <= most) return quoted(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return quoted(std::string(text.substr(0, end)) + "…");
}

Node& Compiler::node(Evaluate evaluate, const Where& where) {
  Node& made = compiled_->nodes.emplace_back();
  made.evaluate = evaluate;
  made.where = where;
  return made;
}

Typed Compiler::make(Evaluate evaluate, Form form, const Where& where, const Node* a, const Node* b) {
  Node& made = node(evaluate, where);
  made.a = a;
  made.b = b;
  return {&made, compiled_->shapes.of(form), where};
}

Typed Compiler::constant_text(std::string text, const Where& where) {
  Typed value = make(&constant, Form::text, where);
  compiled_->nodes.back().constant = Value(std::string_view(compiled_->texts.emplace_back(std::move(text))));
  return value;
}

Typed Compiler::nothing(const Where& where) { return make(&constant, Form::nothing, where); }

Typed Compiler::mistake(diag::Code code, const Where& where, std::string summary, std::string help,
                        std::vector<diag::Note> notes) {
  report_.add(code, where, std::move(summary), std::move(help), std::move(notes));
  return nothing(where);
}

Typed Compiler::required(Typed value) {
  if (!value.shape->optional && value.shape->form != Form::none) return value;
  const std::string text = source(value);
  const std::string inner(text, 1, text.size() - 2);
  report_.add(diag::code::template_optional, value.where,
              value.shape->form == Form::none ? "there is nothing here" : text + " may be missing",
              "ask first: `{% if " + inner + " %}`, or say what else is meant: `" + inner + " | default(…)`");
  value.shape = compiled_->shapes.present(value.shape);
  return value;
}

Typed Compiler::narrowed(Typed value) {
  const bool uncertain = value.shape->optional || value.shape->form == Form::none;
  if (uncertain && context_.is_present(value.path)) value.shape = compiled_->shapes.present(value.shape);
  return value;
}

const Shape* Compiler::unify(Typed* a, Typed* b) {
  Shapes& shapes = compiled_->shapes;
  const auto escaped = [&](Typed* text) {
    const Escape escape = context_.origin->file->escape_at(text->where.span);
    if (escape == Escape::none) return;
    Node& made = node(escaper_of(escape), text->where);
    made.a = text->node;
    text->node = &made;
  };
  if (a->shape->form == Form::html && b->shape == shapes.of(Form::text)) {
    escaped(b);
    b->shape = shapes.of(Form::html);
  } else if (b->shape->form == Form::html && a->shape == shapes.of(Form::text)) {
    escaped(a);
    a->shape = shapes.of(Form::html);
  }
  return shapes.common(a->shape, b->shape);
}

void Compiler::add_step(Step step) {
  if (!context_.text.empty()) {
    Step text{Step::Kind::text};
    text.text = compiled_->texts.emplace_back(std::exchange(context_.text, {}));
    text.where = step.where;
    context_.program->steps.push_back(text);
  }
  context_.program->steps.push_back(step);
}

std::uint32_t Compiler::next_step() {
  if (!context_.text.empty()) {
    Step text{Step::Kind::text};
    text.text = compiled_->texts.emplace_back(std::exchange(context_.text, {}));
    text.where = {context_.origin, {}};
    context_.program->steps.push_back(text);
  }
  return static_cast<std::uint32_t>(context_.program->steps.size());
}

void Compiler::add_text(std::string_view text) {
  pieces_ += text.size() / 256;
  context_.text += text;
}

std::uint32_t Compiler::new_slot() {
  const std::uint32_t slot = context_.next_slot++;
  context_.program->slots = std::max(context_.program->slots, context_.next_slot);
  return slot;
}

void Compiler::open_scope(const Macros* macros) {
  context_.scopes.push_back({context_.scope, macros, context_.next_slot});
  context_.scope = context_.scopes.size() - 1;
}

void Compiler::close_scope() {
  context_.next_slot = context_.scopes.back().first_slot;
  context_.scope = context_.scopes.back().parent;
  context_.scopes.pop_back();
}

void Compiler::declare(const std::string& name, std::uint32_t slot, const Shape* shape, const Where& where) {
  const Variable variable{++next_variable_, slot, shape, where};
  const auto [known, is_new] = context_.scopes.back().variables.emplace(name, variable);
  if (!is_new)
    report_.add(diag::code::template_name, where, quoted(name) + " has a value already",
                "take another name: no name is set twice in one place",
                {{"it was set here", place_of(known->second.where)}});
}

std::vector<std::string_view> Compiler::visible_names() const {
  std::vector<std::string_view> names = context_.variables();
  for (const Field& field : root_.fields())
    if (!context_.macro || field.name == "site") names.push_back(field.name);
  return names;
}

}  // namespace cenacle::tmpl
