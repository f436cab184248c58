// What a template may use, for `explain TEMPLATE`.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "template/filters.h"
#include "template/shape.h"
#include "template/template.h"

namespace cenacle::tmpl {

namespace {

constexpr std::size_t name_width = 26;
constexpr std::size_t type_width = 24;

void append_padded(std::string* out, std::string_view text, std::size_t width) {
  out->append(text);
  const std::size_t length = base::code_points(text);
  out->append(length < width ? width - length : 1, ' ');
}

void append_line(std::string* out, std::size_t indent, std::string_view name, std::string_view type,
                 std::string_view doc) {
  out->append(2 * indent, ' ');
  append_padded(out, name, name_width > 2 * indent ? name_width - 2 * indent : 0);
  append_padded(out, type, type_width);
  *out += doc;
  out->erase(out->find_last_not_of(' ') + 1);
  *out += '\n';
}

/// The record that a type leads to, through lists and optionals; null for others.
const Type* record_of(const Type* type) {
  for (;;) {
    if (type->optional) {
      type = type->inner();
    } else if (type->kind == Kind::list) {
      type = type->element();
    } else {
      return type->kind == Kind::record ? type : nullptr;
    }
  }
}

/// Each record is opened out once, where it is first met.
void append_fields(std::string* out, const Type& record, std::size_t indent, std::set<const Type*>* shown) {
  for (const Field& field : record.fields()) {
    const Type* const inner = record_of(field.type());
    const bool again = inner && !shown->insert(inner).second;
    const std::string doc =
        std::string(field.doc) + (again ? (field.doc.empty() ? "(see above)" : " (see above)") : "");
    append_line(out, indent, field.name, name_of(*field.type()), doc);
    if (inner && !again) append_fields(out, *inner, indent + 1, shown);
  }
}

std::string signature(const Filter& filter) {
  std::string out(filter.name);
  std::string_view separator = "(";
  for (const FilterArgument& argument : filter.arguments) {
    if (argument.expects == Expects::no_argument) continue;
    out += separator;
    out += argument.name;
    if (!argument.required) out += '?';
    separator = ", ";
  }
  return separator == "(" ? out : out + ")";
}

}  // namespace

std::string describe(const Type& root) {
  std::string out = "Names\n";
  std::set<const Type*> shown = {&root};
  append_fields(&out, root, 1, &shown);
  append_line(&out, 1, "t.KEY", "text", "a word of the interface, from the theme's words");
  append_line(&out, 1, "loop", "loop", "in a `for`: index, index0, first, last, length, previous, next");
  out += "\nFilters\n";
  for (const Filter& filter : filters()) {
    append_line(&out, 1, signature(filter), filter.result, filter.doc);
    append_line(&out, 2, "", "", "on " + std::string(filter.subject));
  }
  out += "\nTests\n";
  for (const Described& test : tests()) append_line(&out, 1, "is " + std::string(test.name), "boolean", test.doc);
  out += "\nFunctions\n";
  for (const Described& function : functions())
    append_line(&out, 1, std::string(function.name) + "()", "html", function.doc);
  return out;
}

}  // namespace cenacle::tmpl
