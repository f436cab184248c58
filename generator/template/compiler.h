// The compiler: from syntax trees to a program, every name resolved and every type checked.
//
// Files that belong together are compiled into one program: an include where it stands, the blocks of a child where its
// parent has them. A macro is compiled once for each list of argument types.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "template/filters.h"
#include "template/operators.h"
#include "template/program.h"
#include "template/scope.h"
#include "template/template.h"
#include "template/typed.h"

namespace cenacle::tmpl {

class Compiler {
 public:
  Compiler(const Type& root, const Environment& environment, diag::Diagnostics& diagnostics);
  /// The program of the template `name`, or null after mistakes.
  std::unique_ptr<const Compiled> run(std::string_view name);

 private:
  friend struct FilterCall;

  /// Thrown after a mistake that nothing can be compiled after.
  struct Abandon {};
  /// Counts what is being compiled, so that no template makes the compiler run out of time, memory or stack.
  class Nested {
   public:
    Nested(Compiler& compiler, const Where& where);
    ~Nested() { --compiler_.nesting_; }

   private:
    Compiler& compiler_;
  };
  /// A file of the theme, read once.
  struct Loaded {
    const File* file = nullptr;
    Macros macros = {};
    bool loading = true;
  };
  /// A file and how it was come to; nothing after a mistake.
  struct Reached {
    const Loaded* loaded = nullptr;
    const Origin* origin = nullptr;
  };
  /// A call whose text is needed as a value: there is no place for holes in it.
  struct Capture {
    const Macro* macro;
    Where where;
  };

  // compile_file.cpp: files and how they belong together
  Reached load(const Reference& reference, const Origin* from, Origin::How how);
  const Loaded* read(Source source, std::string_view name, Origin* origin);
  bool import(Loaded* loaded, const Reference& reference, const Origin* origin);
  void file(const Reached& reached);
  void include(const Statement& statement);

  // compile_block.cpp: extends, block, super
  bool add_parents(Inheritance* inheritance);
  void add_blocks(Inheritance* inheritance, std::size_t layer, const std::vector<Statement>& body, bool outermost);
  void check_blocks(const Inheritance& inheritance);
  void check_reached(const Inheritance& inheritance);
  void inherited(Inheritance* inheritance);
  void block(const Statement& statement);
  void definition(std::vector<BlockDefinition>* definitions, std::size_t which, Place place, const Where& where);
  void super(const Expression& call);

  // compile_tag.cpp: the tags inside a file
  void statements(const std::vector<Statement>& body);
  void statement(const Statement& statement);
  void scoped(const std::vector<Statement>& body);
  void condition(const Statement& statement);
  void loop(const Statement& statement);
  void set(const std::string& name, Span at, const Expression& value);
  void write(const Statement& statement);
  void write_value(const Typed& value);

  // compile_expression.cpp: names, fields, literals
  Typed expression(const Expression& expression);
  Typed literal(const Expression& expression);
  Typed list(const Expression& expression);
  Typed name(const Expression& expression);
  Typed unknown_name(const Expression& expression);
  Typed field(const Expression& expression);
  Typed field_of(const Typed& record, std::string_view name, const Where& where);
  Typed word(const Expression& expression);
  Typed index(const Expression& expression);
  Typed choice(const Expression& expression);

  // compile_operator.cpp: operators and tests
  Typed arithmetic(const Expression& expression);
  Typed join(const Expression& expression);
  Typed negation(const Expression& expression);
  Typed logic(const Expression& expression);
  Typed equality(const Expression& expression);
  Typed comparison(const Expression& expression);
  Typed membership(const Expression& expression);
  Typed test(const Expression& expression);
  Typed truth(Typed value);
  Typed equal(const Typed& a, const Typed& b, const Where& where);

  // compile_filter.cpp
  Typed filter(const Expression& expression);
  bool arguments(const Filter& filter, const Expression& expression, FilterCall* call);
  bool takes(const Filter& filter, const Typed& subject);

  // compile_macro.cpp
  Typed macro_call(const Expression& expression, bool direct);
  bool fits(const MacroSyntax& macro, std::size_t count, const Where& where);
  Macro* instance(const MacroDefinition& definition, std::vector<const Shape*> arguments, const Where& where);
  void check_captures();

  // what they share: compiler.cpp
  Where where(Span at) const { return {context_.origin, at}; }
  std::string source(const Typed& value) const;
  Node& node(Evaluate evaluate, const Where& where);
  Typed make(Evaluate evaluate, Form form, const Where& where, const Node* a = nullptr, const Node* b = nullptr);
  Typed constant_text(std::string text, const Where& where);
  Typed mistake(diag::Code code, const Where& where, std::string summary, std::string help = {},
                std::vector<diag::Note> notes = {});
  Typed nothing(const Where& where);
  /// `value`, of which something is to be read: it must be there.
  Typed required(Typed value);
  /// Both as values of one type; null shape when there is none.
  const Shape* unify(Typed* a, Typed* b);
  Typed narrowed(Typed value);
  void add_step(Step step);
  std::uint32_t next_step();  ///< the number that the next step will have
  void add_text(std::string_view text);
  std::uint32_t new_slot();
  void open_scope(const Macros* macros = nullptr);
  void close_scope();
  void declare(const std::string& name, std::uint32_t slot, const Shape* shape, const Where& where);
  std::vector<std::string_view> visible_names() const;

  const Type& root_;
  const Environment& environment_;
  Report report_;
  std::unique_ptr<Compiled> compiled_;
  Context context_;
  std::map<std::string, Loaded, std::less<>> files_;  ///< by path
  std::vector<Capture> captures_;
  std::uint32_t next_variable_ = 0;
  std::size_t nesting_ = 0;
  std::size_t pieces_ = 0;
};

}  // namespace cenacle::tmpl
