// Static types: what the compiler knows of a value before there is one.
#include "template/shape.h"

namespace cenacle::tmpl {

namespace {

Form form_of(Kind kind) {
  switch (kind) {
    case Kind::text:
      return Form::text;
    case Kind::html:
      return Form::html;
    case Kind::hole:
      return Form::hole;
    case Kind::integer:
      return Form::integer;
    case Kind::boolean:
      return Form::boolean;
    case Kind::date:
      return Form::date;
    case Kind::time:
      return Form::time;
    case Kind::list:
      return Form::list;
    case Kind::record:
      return Form::record;
  }
  return Form::nothing;
}

}  // namespace

const Shape* Shapes::of(const Type& type) {
  if (type.optional) return optional(of(*type.inner()));
  if (type.kind == Kind::list) return list_of(of(*type.element()));
  return make({form_of(type.kind), false, type.kind == Kind::record ? &type : nullptr});
}

const Shape* Shapes::optional(const Shape* shape) {
  if (shape->form == Form::nothing) return of(Form::none);
  Shape copy = *shape;
  copy.optional = true;
  return make(copy);
}

const Shape* Shapes::present(const Shape* shape) {
  if (shape->form == Form::none) return of(Form::nothing);
  Shape copy = *shape;
  copy.optional = false;
  return make(copy);
}

const Shape* Shapes::common(const Shape* a, const Shape* b) {
  if (a == b || b->form == Form::nothing) return a;
  if (a->form == Form::nothing) return b;
  if (a->form == Form::none) return optional(b);
  if (b->form == Form::none) return optional(a);
  if (a->optional || b->optional) {
    const Shape* const inner = common(present(a), present(b));
    return inner ? optional(inner) : nullptr;
  }
  if (a->form != Form::list || b->form != Form::list) return nullptr;
  const Shape* const element = common(a->element, b->element);
  return element ? list_of(element) : nullptr;
}

std::string_view name_of(Form form) {
  switch (form) {
    case Form::nothing:
      return "nothing";
    case Form::none:
      return "none";
    case Form::text:
      return "text";
    case Form::html:
    case Form::hole:
      return "html";
    case Form::integer:
      return "integer";
    case Form::boolean:
      return "boolean";
    case Form::date:
      return "date";
    case Form::time:
      return "time";
    case Form::list:
      return "list";
    case Form::record:
      return "record";
    case Form::group:
      return "group";
    case Form::loop:
      return "loop";
  }
  return "";
}

std::string name_of(const Shape& shape) {
  std::string name = shape.optional ? "optional " : "";
  if (shape.form == Form::record) return name.append(shape.record->name);
  name += name_of(shape.form);
  if (shape.form == Form::list && shape.element->form != Form::nothing) name += " of " + name_of(*shape.element);
  if (shape.form == Form::group) name += " of " + name_of(*shape.element);
  return name;
}

std::string with_article(const Shape& shape) {
  const std::string name = name_of(shape);
  if (name == "html" || name == "none" || name == "nothing") return name;
  const bool vowel = std::string_view("aeio").find(name[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + name;
}

std::string name_of(const Type& type) {
  if (type.optional) return "optional " + name_of(*type.inner());
  if (type.kind == Kind::list) return "list of " + name_of(*type.element());
  if (type.kind == Kind::record) return std::string(type.name);
  return std::string(name_of(form_of(type.kind)));
}

}  // namespace cenacle::tmpl
