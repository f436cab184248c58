// From the tokens inside a tag to the tree of an expression.
#pragma once

#include <cstddef>
#include <string>

#include "template/syntax.h"
#include "template/token_stream.h"

namespace cenacle::tmpl {

class ExpressionParser {
 public:
  ExpressionParser(TokenStream& tokens, const Limits& limits) : tokens_(tokens), limits_(limits) {}

  /// A `mistake` where it cannot be read; the rest of the tag is then to be left.
  ExpressionPtr read();
  /// The value of a string token.
  std::string text_of(const Token& token);
  /// Whether a name may not be given to anything.
  static bool is_reserved(std::string_view name);

 private:
  using Kind = Expression::Kind;
  using Parts = std::vector<ExpressionPtr>;
  struct Level;
  static const Level levels[];

  ExpressionPtr expression();
  ExpressionPtr make(Kind kind, Span at, Span word, std::string text, Parts parts);
  ExpressionPtr binary(std::size_t level);
  ExpressionPtr comparison();
  ExpressionPtr unary();
  ExpressionPtr filtered();
  ExpressionPtr filter(ExpressionPtr subject);
  ExpressionPtr test(ExpressionPtr subject);
  ExpressionPtr path();
  ExpressionPtr primary();
  ExpressionPtr list();
  ExpressionPtr integer();
  ExpressionPtr name();
  Span arguments(Parts* parts);
  Kind comparison_operator(Span* word);
  void check_depth(std::size_t depth, Span at);

  TokenStream& tokens_;
  const Limits& limits_;
  std::size_t depth_ = 0;
};

}  // namespace cenacle::tmpl
