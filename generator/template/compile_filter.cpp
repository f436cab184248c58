// Compiling filters: by their table, and by the checks of those that look closer.
#include <algorithm>

#include "base/text.h"
#include "template/compiler.h"

namespace cenacle::tmpl {

namespace {

/// "`replace` takes 2 arguments (a, b)"
std::string usage(const Filter& filter) {
  const std::size_t least = filter.least_arguments(), most = filter.most_arguments();
  if (most == 0) return quoted(filter.name) + " takes no argument";
  std::string names;
  for (std::size_t i = 0; i < most; ++i) names += (i == 0 ? "" : ", ") + std::string(filter.arguments[i].name);
  const std::string count =
      least == most ? std::to_string(most) : std::to_string(least) + " to " + std::to_string(most);
  return quoted(filter.name) + " takes " + count + (most == 1 ? " argument (" : " arguments (") + names + ")";
}

/// What is wrong with an argument; empty: nothing.
std::string problem(const Typed& value, Expects expects) {
  const Form form = value.shape->form;
  switch (expects) {
    case Expects::no_argument:
    case Expects::value:
      return {};
    case Expects::text:
      return form == Form::text ? "" : "a text is expected, not " + with_article(*value.shape);
    case Expects::integer:
      return form == Form::integer ? "" : "an integer is expected, not " + with_article(*value.shape);
    case Expects::word:
    case Expects::field:
      return form == Form::text && value.node->evaluate == &constant ? "" : "a text between quotes is expected";
  }
  return {};
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
  if (filter->forms != 0) subject = required(std::move(subject));
  Node& made = node(filter->evaluate, where(e.at));
  made.a = subject.node;
  FilterCall call{*this, made, std::move(subject), {}};
  const Shape* shape = compiled_->shapes.of(Form::nothing);
  if (arguments(*filter, e, &call) && call.subject.shape->form != Form::nothing && takes(*filter, call.subject))
    shape = filter->check ? filter->check(call) : compiled_->shapes.of(filter->gives);
  if (shape->form == Form::nothing) {  // after a mistake: the type that it would have had
    made.evaluate = &constant;
    shape = compiled_->shapes.of(filter->gives);
  }
  return {&made, shape, where(e.at)};
}

/// Whether all arguments are what the filter expects; they are then in `call`.
bool Compiler::arguments(const Filter& filter, const Expression& e, FilterCall* call) {
  bool sound = true;
  const std::size_t most = filter.most_arguments();
  for (std::size_t i = 1; i < e.parts.size(); ++i) {
    const Expects expects = i <= most ? filter.arguments[i - 1].expects : Expects::no_argument;
    Typed value = expression(*e.parts[i]);
    if (expects != Expects::value) value = required(std::move(value));
    const std::string wrong = value.shape->form == Form::nothing ? "" : problem(value, expects);
    if (!wrong.empty()) report_.add(diag::code::template_argument, value.where, wrong, usage(filter));
    sound = sound && wrong.empty() && value.shape->form != Form::nothing;
    call->arguments.push_back(std::move(value));
  }
  const std::size_t count = call->arguments.size();
  if (count > most || count < filter.least_arguments()) {
    report_.add(diag::code::template_argument, where(e.word),
                quoted(filter.name) + (count > most ? " has too many arguments" : " lacks an argument"), usage(filter));
    return false;
  }
  if (count > 0) call->node.b = call->arguments[0].node;
  if (count > 1) call->node.c = call->arguments[1].node;
  return sound;
}

bool Compiler::takes(const Filter& filter, const Typed& subject) {
  if (filter.forms == 0 || (filter.forms & on(subject.shape->form)) != 0) return true;
  report_.add(diag::code::template_type, subject.where,
              source(subject) + " is " + with_article(*subject.shape) + ", `" + std::string(filter.name) + "` is for " +
                  std::string(filter.subject));
  return false;
}

// ---- what checks of filters ask for ----

Shapes& FilterCall::shapes() { return compiler.compiled_->shapes; }
Escape FilterCall::escape() const { return compiler.context_.origin->file->escape_at(subject.where.span); }
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

}  // namespace cenacle::tmpl
