// Compiling calls: filters by their table, macros for the types of their arguments.
#include <algorithm>

#include "base/text.h"
#include "template/compiler.h"

namespace cenacle::tmpl {

namespace {

constexpr std::size_t most_instances = 1000;  // of macros in one template

/// "`replace` takes 2 arguments (a, b)"
std::string usage(const Filter& filter) {
  std::string names;
  std::size_t least = 0, most = 0;
  for (const FilterArgument& argument : filter.arguments) {
    if (argument.expects == Expects::no_argument) continue;
    ++most;
    least += argument.required ? 1 : 0;
    names += (names.empty() ? "" : ", ") + std::string(argument.name);
  }
  const std::string count = least == most ? std::to_string(most) : std::to_string(least) + " to " + std::to_string(most);
  if (most == 0) return quoted(filter.name) + " takes no argument";
  return quoted(filter.name) + " takes " + count + (most == 1 ? " argument (" : " arguments (") + names + ")";
}

std::size_t required_arguments(const Filter& filter) {
  return static_cast<std::size_t>(std::count_if(filter.arguments.begin(), filter.arguments.end(), [](const auto& a) {
    return a.expects != Expects::no_argument && a.required;
  }));
}

/// What is wrong with an argument; empty: nothing.
std::string problem(const Typed& value, Expects expects) {
  const Form form = value.shape->form;
  switch (expects) {
    case Expects::no_argument:
    case Expects::value: return {};
    case Expects::text: return form == Form::text ? "" : "a text is expected, not " + with_article(*value.shape);
    case Expects::integer: return form == Form::integer ? "" : "an integer is expected, not " + with_article(*value.shape);
    case Expects::word:
    case Expects::field:
      return form == Form::text && value.node->evaluate == &constant ? "" : "a text between quotes is expected";
  }
  return {};
}

const Filter* find_filter(std::string_view name) {
  const auto found = std::find_if(filters().begin(), filters().end(), [&](const Filter& f) { return f.name == name; });
  return found == filters().end() ? nullptr : &*found;
}

}  // namespace

Typed Compiler::filter(const Expression& e) {
  Typed subject = expression(*e.parts[0]);
  const Filter* const filter = find_filter(e.text);
  if (!filter) {
    std::vector<std::string_view> names;
    for (const Filter& known : filters()) names.push_back(known.name);
    return mistake(diag::code::template_name, where(e.word), "there is no filter " + quoted(e.text),
                   did_you_mean(e.text, names, "the filters are in `explain TEMPLATE`"));
  }
  const auto result = [&](const Node& made, const Shape* shape) { return Typed{&made, shape, where(e.at)}; };
  Node& made = node(filter->evaluate, where(e.at));
  const auto unknown = [&] {  // after a mistake: the type that it would have had
    made.evaluate = &constant;
    return result(made, compiled_->shapes.of(filter->gives));
  };

  if (filter->forms != 0) subject = required(std::move(subject));
  std::vector<Typed> arguments;
  bool sound = true;
  for (std::size_t i = 1; i < e.parts.size(); ++i) {
    const Expects expects = i <= 2 ? filter->arguments[i - 1].expects : Expects::no_argument;
    Typed value = expression(*e.parts[i]);
    if (expects != Expects::value) value = required(std::move(value));
    const std::string wrong = value.shape->form == Form::nothing ? "" : problem(value, expects);
    if (!wrong.empty()) mistake(diag::code::template_argument, value.where, wrong, usage(*filter));
    sound = sound && wrong.empty() && value.shape->form != Form::nothing;
    arguments.push_back(std::move(value));
  }
  const std::size_t most = filter->arguments[1].expects != Expects::no_argument   ? 2
                           : filter->arguments[0].expects != Expects::no_argument ? 1
                                                                                  : 0;
  if (arguments.size() > most || arguments.size() < required_arguments(*filter)) {
    mistake(diag::code::template_argument, where(e.word),
            quoted(filter->name) + (arguments.size() > most ? " has too many arguments" : " lacks an argument"),
            usage(*filter));
    return unknown();
  }
  if (!sound || subject.shape->form == Form::nothing) return unknown();
  if (filter->forms != 0 && (filter->forms & on(subject.shape->form)) == 0) {
    mistake(diag::code::template_type, subject.where,
            source(subject) + " is " + with_article(*subject.shape) + ", `" + std::string(filter->name) + "` is for " +
                std::string(filter->subject));
    return unknown();
  }
  made.a = subject.node;
  if (!arguments.empty()) made.b = arguments[0].node;
  if (arguments.size() > 1) made.c = arguments[1].node;
  if (!filter->check) return result(made, compiled_->shapes.of(filter->gives));
  FilterCall call{*this, made, std::move(subject), std::move(arguments)};
  const Shape* const shape = filter->check(call);
  if (shape->form == Form::nothing) return unknown();
  return result(made, shape);
}

// ---- what checks of filters ask for ----

Shapes& FilterCall::shapes() { return compiler.compiled_->shapes; }
Escape FilterCall::escape() const { return compiler.context_.origin->file->escape; }
std::string_view FilterCall::constant(std::size_t argument) const { return arguments[argument].node->constant.text; }
std::string FilterCall::source(const Typed& value) const { return compiler.source(value); }
Typed FilterCall::truth(const Typed& value) { return compiler.truth(value); }
const Shape* FilterCall::unify(Typed* a, Typed* b) { return compiler.unify(a, b); }

const Shape* FilterCall::fail(diag::Code code, const Where& where, std::string summary, std::string help) {
  return compiler.mistake(code, where, std::move(summary), std::move(help)).shape;
}

Typed FilterCall::equal(const Typed& a, const Typed& b, const Where& where) { return compiler.equal(a, b, where); }

Typed FilterCall::element() {
  node.slot = compiler.new_slot();
  compiler.new_slot();
  Node& read = compiler.node(&variable, subject.where);
  read.slot = node.slot;
  return {&read, subject.shape->element, subject.where};
}

/// A field of a field is written with a dot, here too: `sort("group.title")`.
Typed FilterCall::field(std::size_t argument) {
  Typed value = element();
  const Where& where = arguments[argument].where;
  for (const std::string_view name : base::split(constant(argument), '.')) {
    if (value.shape->form != Form::record && value.shape->form != Form::group && value.shape->form != Form::nothing)
      return compiler.mistake(diag::code::template_type, where,
                              source(subject) + " is " + with_article(*subject.shape) + ": there is no field " +
                                  quoted(name) + " of " + with_article(*value.shape),
                              "only records have fields");
    value = compiler.field_of(value, name, where);
  }
  return value;
}

Typed FilterCall::kept(const Typed& value) {
  Node& read = compiler.node(&variable, value.where);
  read.slot = node.slot + 1;
  return {&read, value.shape, value.where};
}

// ---- macros ----

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
    const std::vector<std::string_view> names = context_.macros();
    mistake(diag::code::template_name, where(e.word), "there is no macro " + quoted(e.text),
            find_filter(e.text) ? "it is a filter: `value | " + e.text + "`"
                                : did_you_mean(e.text, names, "define it, or `{% import %}` the file that does"));
    return result;
  }
  const std::vector<Binding>& parameters = found->syntax->parameters;
  const auto has_default = [](const Binding& parameter) { return parameter.value != nullptr; };
  const auto least = static_cast<std::size_t>(std::find_if(parameters.begin(), parameters.end(), has_default) - parameters.begin());
  if (shapes.size() < least || shapes.size() > parameters.size()) {
    std::string help = quoted(e.text) + " is called with (";
    for (const Binding& parameter : parameters) help += (&parameter == parameters.data() ? "" : ", ") + parameter.name;
    mistake(diag::code::template_argument, where(e.word),
            quoted(e.text) + (shapes.size() < least ? " lacks the argument " + quoted(parameters[shapes.size()].name)
                                                    : " has too many arguments"),
            help + ")");
    return result;
  }
  if (!sound) return result;
  call.macro = instance(*found, std::move(shapes), where(e.at));
  if (context_.macro) context_.macro->calls.push_back(call.macro);
  if (!direct) captures_.push_back({call.macro, where(e.at)});
  return result;
}

Macro* Compiler::instance(const MacroDefinition& definition, std::vector<const Shape*> arguments, const Where& at) {
  for (Macro& made : compiled_->macros)
    if (made.syntax == definition.syntax && made.arguments == arguments) return &made;
  if (compiled_->macros.size() >= most_instances) {
    mistake(diag::code::template_depth, at, "macros are called with more than " + std::to_string(most_instances) + " combinations of types",
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
      report_.add(diag::code::template_type, capture.where,
                  quoted(capture.macro->syntax->name) + " writes markup that is made later: it can only be written itself",
                  "write it by itself: `{{ " + capture.macro->syntax->name + "(…) }}`");
}

}  // namespace cenacle::tmpl
