// Filters, tests and functions, in one table each: what the compiler checks and what `explain` tells are the same.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "template/run.h"
#include "template/typed.h"

namespace cenacle::tmpl {

class Compiler;

/// A filter where it is used, while it is checked.
struct FilterCall {
  Compiler& compiler;
  Node& node;     ///< to be completed; `a` is the subject, `b` and `c` are the arguments
  Typed subject;  ///< one of the forms that the filter is for
  std::vector<Typed> arguments;

  Shapes& shapes();
  Escape escape() const;
  /// The argument's text, known at once because it is written between quotes (or a word).
  std::string_view constant(std::size_t argument) const;
  /// Reports a mistake; its result is nothing.
  const Shape* fail(diag::Code code, const Where& where, std::string summary, std::string help = {});
  std::string source(const Typed& value) const;

  /// The element that the filter looks at: when it runs, it puts it in slot `node.slot`. For lists.
  Typed element();
  /// The field that an argument names, of the element; its shape is nothing after a mistake.
  Typed field(std::size_t argument);
  /// `value` as it is read from slot `node.slot + 1`.
  Typed kept(const Typed& value);
  Typed truth(const Typed& value);
  Typed equal(const Typed& a, const Typed& b, const Where& where);
  /// Makes both values of one type; null when there is none.
  const Shape* unify(Typed* a, Typed* b);
};

enum class Expects : std::uint8_t {
  no_argument,
  text,
  integer,
  word,   ///< a text that is known when the template is compiled
  field,  ///< the name of a field of the list's elements
  value,  ///< whatever the filter's own check accepts
};

struct FilterArgument {
  std::string_view name = {};
  Expects expects = Expects::no_argument;
  bool required = true;
};

constexpr std::uint32_t on(Form form) { return 1u << static_cast<unsigned>(form); }
template <class... More>
constexpr std::uint32_t on(Form form, More... more) {
  return on(form) | on(more...);
}

struct Filter {
  std::string_view name;
  std::array<FilterArgument, 2> arguments;
  std::uint32_t forms;  ///< of the subject; 0: its `check` looks, even at an optional one
  std::string_view subject;
  std::string_view result;
  std::string_view doc;
  Form gives;                               ///< without a check
  const Shape* (*check)(FilterCall& call);  ///< the result's type, where more is to be looked at; reports mistakes
  Evaluate evaluate;

  std::size_t least_arguments() const;
  std::size_t most_arguments() const;
};

struct Described {
  std::string_view name, doc;
};

std::span<const Filter> filters();  ///< by name
const Filter* find_filter(std::string_view name);
std::span<const Described> tests();
std::span<const Described> functions();

}  // namespace cenacle::tmpl
