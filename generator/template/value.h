// Values while rendering: small, by value; what is long stays in the view or in the arena.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "template/arena.h"
#include "template/view.h"

namespace cenacle::tmpl {

struct Loop;

/// A list of the view (`data` is what `type` describes), or one made while rendering (`type` is null, `data` an Array).
struct List {
  const void* data = nullptr;
  const Type* type = nullptr;
};

/// Its static type (shape.h) says which member is meant; `there` is false for `none`.
struct Value {
  union {
    std::string_view text;  // of html too
    std::int64_t integer;
    bool boolean;
    base::Date date;
    const Moment* time;
    const void* record;
    List list;
    const Loop* loop;
    std::uint32_t hole;
  };
  bool there = true;

  Value() : text(), there(false) {}
  explicit Value(std::string_view v) : text(v) {}
  explicit Value(std::int64_t v) : integer(v) {}
  explicit Value(bool v) : boolean(v) {}
  explicit Value(base::Date v) : date(v) {}
  explicit Value(const Moment* v) : time(v) {}
  explicit Value(List v) : list(v) {}
  explicit Value(const Loop* v) : loop(v) {}
  static Value of_record(const void* record) {
    Value value;
    value.record = record;
    value.there = true;
    return value;
  }
};

/// A list made while rendering.
struct Array {
  std::size_t size;
  Value* items;
};

/// What `group` makes for each key.
struct Group {
  Value key;
  Value items;
};

/// A loop while it runs.
struct Loop {
  List list;
  std::size_t size;
  std::size_t index;
  Arena::Mark before;  ///< what the loop holds
  Arena::Mark turn;    ///< what one turn holds
};

/// The value that `type` describes at `address`.
inline Value load(const Type& type, const void* address) {
  const Type* t = &type;
  while (t->optional) {
    address = t->present(address);
    if (!address) return {};
    t = t->inner();
  }
  switch (t->kind) {
    case Kind::text:
    case Kind::html:
      return Value(t->as_text(address));
    case Kind::integer:
      return Value(t->as_integer(address));
    case Kind::boolean:
      return Value(*static_cast<const bool*>(address));
    case Kind::date:
      return Value(*static_cast<const base::Date*>(address));
    case Kind::time:
      return Value(static_cast<const Moment*>(address));
    case Kind::list:
      return Value(List{address, t});
    case Kind::record:
      return Value::of_record(address);
    case Kind::hole:
      break;
  }
  Value hole;
  hole.hole = static_cast<const Hole*>(address)->number;
  hole.there = true;
  return hole;
}

inline std::size_t size_of(const List& list) {
  if (list.type) return list.type->size(list.data);
  return list.data ? static_cast<const Array*>(list.data)->size : 0;
}

/// `i` is below the size.
inline Value element_of(const List& list, std::size_t i) {
  if (!list.type) return static_cast<const Array*>(list.data)->items[i];
  return load(*list.type->element(), list.type->at(list.data, i));
}

}  // namespace cenacle::tmpl
