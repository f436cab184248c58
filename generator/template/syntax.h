// The syntax tree of one template file, as the parser leaves it: no name in it has been looked up yet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/escape.h"
#include "template/template.h"

namespace cenacle::tmpl {

/// A stretch of a file's text, in bytes.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

struct Expression;
using ExpressionPtr = std::unique_ptr<const Expression>;

struct Expression {
  enum class Kind : std::uint8_t {
    mistake,  // could not be read, and has been reported
    text,
    integer,
    boolean,
    none,
    list,
    name,
    field,
    index,
    negation,  // not a
    minus,     // -a
    add,
    subtract,
    multiply,
    divide,
    modulo,
    join,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    not_in,
    conjunction,
    disjunction,
    choice,  // parts[0] if parts[1] else parts[2]
    filter,
    test,
    not_test,
    call,
  };
  Kind kind = Kind::mistake;
  Span at;
  Span word;                 ///< of the name or the operator that it is about
  std::string text = {};     ///< a name, or the value of a text
  std::int64_t integer = 0;  ///< also 0 and 1 for a boolean
  std::vector<ExpressionPtr> parts = {};
  std::size_t depth = 1;  ///< of the tree below
};

struct Binding {
  std::string name;
  Span at;
  ExpressionPtr value;  ///< null: a parameter without a default
};

struct Statement;

struct Branch {
  ExpressionPtr condition;
  std::vector<Statement> body;
};

struct Statement {
  enum class Kind : std::uint8_t { text, write, condition, loop, set, include, block };
  Kind kind = Kind::text;
  Span at;                ///< the opening tag; the whole of a text
  std::string name = {};  ///< of what is set, included, defined; the loop's variable
  Span name_at = {};
  ExpressionPtr value = {};
  std::vector<Binding> bindings = {};
  std::vector<Branch> branches = {};  ///< of a condition
  std::vector<Statement> body = {};
  std::vector<Statement> otherwise = {};
};

struct MacroSyntax {
  std::string name;
  Span at;
  std::vector<Binding> parameters;
  std::vector<Statement> body;
};

/// `extends` and `import`: a file by its name.
struct Reference {
  std::string name;
  Span at;
};

/// One file. Stays where it is: texts and spans are views into `source`.
struct File {
  Source source;
  Escape escape = Escape::html;
  FrontMatter front_matter = {};  ///< of a Markdown file
  std::optional<Reference> parent = {};
  std::vector<Reference> imports = {};
  std::vector<MacroSyntax> macros = {};
  std::vector<Statement> body = {};

  /// Escaping follows the place: front matter is TOML, whatever the text below it is.
  Escape escape_at(Span span) const {
    return front_matter.begin <= span.offset && span.offset < front_matter.end ? Escape::toml : escape;
  }
  std::string_view text(Span span) const { return std::string_view(source.text).substr(span.offset, span.length); }
  bool is_blank(Span span) const { return text(span).find_first_not_of(" \t\r\n") == std::string_view::npos; }
};

}  // namespace cenacle::tmpl
