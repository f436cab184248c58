// Views: plain structs described once (name, type, one line of documentation), that templates are checked against.
//
//   struct Person { std::string name; std::optional<base::Date> since; };
//   template <> struct cenacle::tmpl::Describe<Person> {
//     static constexpr std::string_view name = "person";
//     static void fields(Fields<Person>& f) {
//       f.add<&Person::name>("name", "as she writes it");
//       f.add<&Person::since>("since", "her first day");
//     }
//   };
//
// A compiled template reaches a field through the accessor made here: a member access, no look-up.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/time.h"

namespace cenacle::tmpl {

/// Markup that is safe to write as it is. The owner of the bytes outlives the rendering.
struct Html {
  std::string_view markup;
};

/// Markup that is made only when the page is written: the template leaves a hole, numbered, in its output.
/// Counts as `html` in templates; can only be written or tested.
struct Hole {
  static constexpr std::uint32_t empty = 0xFFFFFFFF;
  std::uint32_t number = empty;
};

/// A moment as a participant sees it: wall-clock time in a named zone (IANA).
struct Moment {
  base::LocalTime local;
  std::string_view zone;
  friend bool operator==(const Moment&, const Moment&) = default;
};

enum class Kind : std::uint8_t { text, html, hole, integer, boolean, date, time, list, record };

struct Type;

/// How to reach one field of a record.
struct Field {
  std::string_view name;
  std::string_view doc;
  const Type* (*type)();                   ///< called lazily: views may refer to each other
  const void* (*get)(const void* record);  ///< the address of the member
};

/// The description of a C++ type that a template may meet. One object per type; compare by address.
///
/// What `const void* value` points to, by kind: text → string_view or string (see `as_text`); integer → int64; boolean
/// → bool; date → base::Date; time → Moment; list → the container; record → the struct. When `optional` is set,
/// `present` tells whether there is a value and gives its address (null: none).
struct Type {
  Kind kind;
  std::string_view name;  ///< of a record
  std::string_view doc;
  const std::vector<Field>& (*fields)() = nullptr;  ///< of a record
  const Type* (*element)() = nullptr;               ///< of a list; for `optional`, see `inner`
  std::size_t (*size)(const void* list) = nullptr;  ///< of a list
  const void* (*at)(const void* list, std::size_t i) = nullptr;
  std::string_view (*as_text)(const void* value) = nullptr;  ///< of a text
  std::int64_t (*as_integer)(const void* value) = nullptr;   ///< of an integer
  bool optional = false;
  const Type* (*inner)() = nullptr;                     ///< of an optional: the type without it
  const void* (*present)(const void* value) = nullptr;  ///< of an optional: address of the inner value, or null
};

template <class T>
struct Describe;  // specialised for each view: name, doc (optional), fields()

template <class T>
const Type* type_of();

/// Collects the fields of a record in `Describe<T>::fields`.
template <class T>
class Fields {
 public:
  template <auto Member>
  void add(std::string_view name, std::string_view doc) {
    using M = std::remove_cvref_t<decltype(std::declval<const T&>().*Member)>;
    if constexpr (requires(M m) {
                    typename M::type;
                    { m.get() } -> std::same_as<typename M::type&>;
                  }) {
      // std::reference_wrapper: a neighbour that is always there, seen as a plain field.
      list_.push_back({name, doc, &type_of<std::remove_cv_t<typename M::type>>, [](const void* record) -> const void* {
                         return &(static_cast<const T*>(record)->*Member).get();
                       }});
    } else {
      list_.push_back({name, doc, &type_of<M>,
                       [](const void* record) -> const void* { return &(static_cast<const T*>(record)->*Member); }});
    }
  }
  std::vector<Field> take() { return std::move(list_); }

 private:
  std::vector<Field> list_;
};

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};
template <class T>
struct is_list<std::span<T>> : std::true_type {};

template <class T>
Type make_type() {
  Type type{};
  if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
    type.kind = Kind::text;
    type.as_text = [](const void* v) { return std::string_view(*static_cast<const T*>(v)); };
  } else if constexpr (std::is_same_v<T, Html>) {
    type.kind = Kind::html;
    type.as_text = [](const void* v) { return static_cast<const Html*>(v)->markup; };
  } else if constexpr (std::is_same_v<T, Hole>) {
    type.kind = Kind::hole;
  } else if constexpr (std::is_same_v<T, bool>) {
    type.kind = Kind::boolean;
  } else if constexpr (std::is_integral_v<T>) {
    type.kind = Kind::integer;
    type.as_integer = [](const void* v) { return static_cast<std::int64_t>(*static_cast<const T*>(v)); };
  } else if constexpr (std::is_same_v<T, base::Date>) {
    type.kind = Kind::date;
  } else if constexpr (std::is_same_v<T, Moment>) {
    type.kind = Kind::time;
  } else if constexpr (is_optional<T>::value) {
    using Inner = typename T::value_type;
    type.optional = true;
    type.inner = &type_of<Inner>;
    type.kind = type_of<Inner>()->kind;
    type.present = [](const void* v) -> const void* {
      const auto& o = *static_cast<const T*>(v);
      return o ? static_cast<const void*>(&*o) : nullptr;
    };
  } else if constexpr (std::is_pointer_v<T>) {
    using Inner = std::remove_cv_t<std::remove_pointer_t<T>>;
    type.optional = true;
    type.inner = &type_of<Inner>;
    type.kind = Kind::record;
    type.present = [](const void* v) -> const void* { return *static_cast<const T*>(v); };
  } else if constexpr (is_list<T>::value) {
    using Element = std::remove_cv_t<typename T::value_type>;
    type.kind = Kind::list;
    type.size = [](const void* v) { return static_cast<const T*>(v)->size(); };
    if constexpr (std::is_pointer_v<Element>) {  // a list of pointers is a list of what they point to; none is null
      type.element = &type_of<std::remove_cv_t<std::remove_pointer_t<Element>>>;
      type.at = [](const void* v, std::size_t i) -> const void* { return (*static_cast<const T*>(v))[i]; };
    } else {
      type.element = &type_of<Element>;
      type.at = [](const void* v, std::size_t i) -> const void* { return &(*static_cast<const T*>(v))[i]; };
    }
  } else {
    type.kind = Kind::record;
    type.name = Describe<T>::name;
    if constexpr (requires { Describe<T>::doc; }) type.doc = Describe<T>::doc;
    type.fields = []() -> const std::vector<Field>& {
      static const std::vector<Field> fields = [] {
        Fields<T> collector;
        Describe<T>::fields(collector);
        return collector.take();
      }();
      return fields;
    };
  }
  return type;
}

}  // namespace detail

/// The description of `T`. The same address for the same type, for ever.
template <class T>
const Type* type_of() {
  static const Type type = detail::make_type<T>();
  return &type;
}

}  // namespace cenacle::tmpl
