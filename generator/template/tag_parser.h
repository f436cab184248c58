// The parser of one file: bodies of statements (parser.cpp) and the tags in them (parse_tag.cpp).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "template/expression_parser.h"
#include "template/syntax.h"
#include "template/token_stream.h"

namespace cenacle::tmpl {

class Parser {
 public:
  Parser(File* file, const Origin& origin, const Limits& limits, Report& report)
      : file_(*file),
        tokens_(*file, origin, report),
        expressions_(tokens_, limits),
        limits_(limits),
        report_(report),
        origin_(origin) {}

  void run();

 private:
  using Body = std::vector<Statement>;
  using Read = void (Parser::*)(Body*);
  struct Tag {
    std::string_view word;
    Read read;
  };
  static const Tag tags[8];

  struct Open {
    std::string_view word;
    Span at;
  };
  /// Thrown when tags are nested too deep to go on with the file.
  struct TooDeep {};

  // bodies
  /// Statements up to a tag that ends or divides one of the open tags, or the end of the file.
  Body body();
  static bool ends(std::string_view word, std::string_view open);
  /// The closing word that a token is, or was meant to be; empty for others.
  std::string_view closer(const Token& token) const;
  static std::string_view end_of(std::string_view word);
  void stray(std::string_view word);
  /// Whether the tag in front belongs to the innermost open tag and says `word`; its keyword is then read.
  bool accept_closer(std::string_view word);
  void open(std::string_view word, Span at);
  void close();
  void accept_block_name();
  void check_child();

  // tags, and their parts
  void tag(Body* out);
  [[noreturn]] void unknown_tag();
  static std::string help_for(std::string_view word);
  /// Reads the end of a tag; what stands before it is a mistake. Returns the whole tag from `start`.
  Span finish(Span start = {});
  /// An expression at the end of a tag.
  ExpressionPtr value(Span start, Span* at);
  void write(Body* out);
  Span start_tag();
  void read_if(Body* out);
  bool accept_else_if();
  void read_for(Body* out);
  void read_set(Body* out);
  void read_include(Body* out);
  void read_extends(Body* out);
  void read_import(Body*);
  void read_block(Body* out);
  void read_macro(Body*);
  std::string new_name(const std::string& what, Span* at);
  std::string file_name(Span* at);
  /// `a = x, b = y`; where `end` is a symbol, a name may be without a value, and there may be none.
  std::vector<Binding> bindings(std::string_view end);
  bool once(std::map<std::string, Span>* names, const std::string& name, Span at, std::string_view what);
  void require_top(Span at, std::string_view word);

  File& file_;
  TokenStream tokens_;
  ExpressionParser expressions_;
  const Limits& limits_;
  Report& report_;
  const Origin& origin_;
  std::vector<Open> open_;
  std::string block_;  ///< the innermost open one
  std::map<std::string, Span> blocks_;
  std::map<std::string, Span> macros_;
};

}  // namespace cenacle::tmpl
