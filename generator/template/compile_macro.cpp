// Compiling macros: a call, and the macro for the types of its arguments.
#include <algorithm>

#include "template/compiler.h"

namespace cenacle::tmpl {

namespace {

constexpr std::size_t most_instances = 1000;  // of macros in one template

}  // namespace

Typed Compiler::macro_call(const Expression& e, bool direct) {
  Typed result = make(&captured, Form::html, where(e.at));
  Node& call = compiled_->nodes.back();
  if (context_.origin->file->escape == Escape::none) result.shape = compiled_->shapes.of(Form::text);
  std::vector<const Shape*> shapes;
  for (const ExpressionPtr& part : e.parts) {
    const Typed argument = expression(*part);
    call.more.push_back(argument.node);
    shapes.push_back(argument.shape);
  }
  const bool sound = std::none_of(shapes.begin(), shapes.end(), [](auto* s) { return s->form == Form::nothing; });
  if (e.text == "super") {
    mistake(diag::code::template_block, where(e.at), "`super()` is written by itself", "write `{{ super() }}`");
    return result;
  }
  const MacroDefinition* const found = context_.find_macro(e.text);
  if (!found) {
    mistake(diag::code::template_name, where(e.word), "there is no macro " + quoted(e.text),
            find_filter(e.text)
                ? "it is a filter: `value | " + e.text + "`"
                : did_you_mean(e.text, context_.macros(), "define it, or `{% import %}` the file that does"));
    return result;
  }
  if (!fits(*found->syntax, shapes.size(), where(e.word)) || !sound) return result;
  call.macro = instance(*found, std::move(shapes), where(e.at));
  if (context_.macro) context_.macro->calls.push_back(call.macro);
  if (!direct) captures_.push_back({call.macro, where(e.at)});
  return result;
}

/// Whether a macro may be called with so many arguments.
bool Compiler::fits(const MacroSyntax& macro, std::size_t count, const Where& at) {
  const std::vector<Binding>& parameters = macro.parameters;
  const auto has_default = [](const Binding& parameter) { return parameter.value != nullptr; };
  const auto first_default = std::find_if(parameters.begin(), parameters.end(), has_default);
  const auto least = static_cast<std::size_t>(first_default - parameters.begin());
  if (count >= least && count <= parameters.size()) return true;
  std::string names;
  for (const Binding& parameter : parameters) names += (names.empty() ? "" : ", ") + parameter.name;
  report_.add(diag::code::template_argument, at,
              quoted(macro.name) +
                  (count < least ? " lacks the argument " + quoted(parameters[count].name) : " has too many arguments"),
              quoted(macro.name) + " is called with (" + names + ")");
  return false;
}

Macro* Compiler::instance(const MacroDefinition& definition, std::vector<const Shape*> arguments, const Where& at) {
  for (Macro& made : compiled_->macros)
    if (made.syntax == definition.syntax && made.arguments == arguments) return &made;
  if (compiled_->macros.size() >= most_instances) {
    mistake(diag::code::template_depth, at,
            "macros are called with more than " + std::to_string(most_instances) + " combinations of types",
            "look for a macro that calls itself with a list of its argument");
    throw Abandon{};
  }
  Macro& macro = compiled_->macros.emplace_back();
  macro.syntax = definition.syntax;
  macro.origin = {definition.file, Origin::How::called, at.origin, at.span};
  macro.arguments = arguments;

  Context outer = std::exchange(context_, Context{});
  context_.program = &macro.program;
  context_.origin = &macro.origin;
  context_.macro = &macro;
  open_scope(&files_.find(definition.file->source.path)->second.macros);
  const std::vector<Binding>& parameters = definition.syntax->parameters;
  for (std::size_t i = 0; i < arguments.size(); ++i)
    declare(parameters[i].name, new_slot(), arguments[i], {&macro.origin, parameters[i].at});
  for (std::size_t i = arguments.size(); i < parameters.size(); ++i)
    set(parameters[i].name, parameters[i].at, *parameters[i].value);
  statements(definition.syntax->body);
  next_step();
  close_scope();
  context_ = std::move(outer);
  return &macro;
}

void Compiler::check_captures() {
  for (bool changed = true; changed;) {
    changed = false;
    for (Macro& macro : compiled_->macros)
      for (const Macro* called : macro.calls)
        if (called->writes_holes && !macro.writes_holes) macro.writes_holes = changed = true;
  }
  for (const Capture& capture : captures_)
    if (capture.macro->writes_holes)
      report_.add(
          diag::code::template_type, capture.where,
          quoted(capture.macro->syntax->name) + " writes markup that is made later: it can only be written itself",
          "write it by itself: `{{ " + capture.macro->syntax->name + "(…) }}`");
}

}  // namespace cenacle::tmpl
