// Static types: what the compiler knows of a value before there is one.
#pragma once

#include <compare>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "template/view.h"

namespace cenacle::tmpl {

enum class Form : std::uint8_t {
  nothing,  ///< of a mistake that has been reported, or of the elements of `[]`: goes with everything
  none,     ///< of `none`
  text,
  html,
  hole,  ///< called html
  integer,
  boolean,
  date,
  time,
  list,
  record,  ///< described in the view
  group,   ///< made by `group`: key, items
  loop,
};

/// Shapes are made by `Shapes` only, one for each, so that they compare by address.
struct Shape {
  Form form = Form::nothing;
  bool optional = false;
  const Type* record = nullptr;    ///< of a record
  const Shape* element = nullptr;  ///< of a list, a loop, the items of a group
  const Shape* key = nullptr;      ///< of a group
  friend auto operator<=>(const Shape&, const Shape&) = default;
};

class Shapes {
 public:
  const Shape* make(const Shape& shape) { return &*all_.insert(shape).first; }
  const Shape* of(Form form) { return make({form}); }
  const Shape* of(const Type& type);
  const Shape* list_of(const Shape* element) { return make({Form::list, false, nullptr, element}); }
  const Shape* optional(const Shape* shape);  ///< of nothing: none
  const Shape* present(const Shape* shape);   ///< without `optional`; of `none`: nothing
  /// The shape that a value of either has, or null.
  const Shape* common(const Shape* a, const Shape* b);

 private:
  std::set<Shape> all_;
};

/// As messages call it: "list of meeting", "optional text".
std::string name_of(const Shape& shape);
std::string_view name_of(Form form);
/// "a list of meeting", "an integer", "html"
std::string with_article(const Shape& shape);
/// The same for the description of a view.
std::string name_of(const Type& type);

}  // namespace cenacle::tmpl
