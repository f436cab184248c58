// The tokens of a file while they are read, and how a misread tag is left.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "template/lexer.h"
#include "template/report.h"

namespace cenacle::tmpl {

/// Thrown once a mistake of syntax has been reported; caught where the tag ends.
struct Misread {};

class TokenStream {
 public:
  TokenStream(const File& file, const Origin& origin, Report& report)
      : tokens_(lex(file, origin, report)), origin_(origin), report_(report) {}

  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  const Token& next() { return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_.back(); }

  bool is(Token::Kind kind, std::string_view text) const { return peek().kind == kind && peek().text == text; }
  bool is_word(std::string_view word) const { return is(Token::Kind::name, word); }
  bool is_symbol(std::string_view symbol) const { return is(Token::Kind::symbol, symbol); }
  bool accept_word(std::string_view word) { return is_word(word) && (next(), true); }
  bool accept_symbol(std::string_view symbol) { return is_symbol(symbol) && (next(), true); }

  const Token& expect_symbol(std::string_view symbol, std::string_view where) {
    if (!is_symbol(symbol)) fail_expected(quoted(symbol) + std::string(where));
    return next();
  }

  /// "… expected" at the token in front; nothing when that one is `bad`, which has been reported.
  [[noreturn]] void fail_expected(const std::string& what, std::string help = {}) {
    if (peek().kind == Token::Kind::bad) throw Misread{};
    fail(peek().at, what + " is expected here" + found(), std::move(help));
  }

  [[noreturn]] void fail(Span at, std::string summary, std::string help = {},
                         diag::Code code = diag::code::template_syntax) {
    report_.add(code, {&origin_, at}, std::move(summary), std::move(help));
    throw Misread{};
  }

  void report(Span at, std::string summary, std::string help = {}, std::vector<diag::Note> notes = {}) {
    report_.add(diag::code::template_syntax, {&origin_, at}, std::move(summary), std::move(help), std::move(notes));
  }

  /// Past the `close` of the tag that is being read.
  void leave_tag() {
    while (peek().kind != Token::Kind::close && peek().kind != Token::Kind::end) next();
    if (peek().kind == Token::Kind::close) next();
  }

  diag::Place place(Span at) const { return place_of({&origin_, at}); }

 private:
  std::string found() const {
    switch (peek().kind) {
      case Token::Kind::close:
        return ", not the end of the tag";
      case Token::Kind::end:
        return ", not the end of the file";
      default:
        return ", not " + quoted(peek().text);
    }
  }

  std::vector<Token> tokens_;
  const Origin& origin_;
  Report& report_;
  std::size_t at_ = 0;
};

inline Span join(Span first, Span last) { return {first.offset, last.offset + last.length - first.offset}; }

}  // namespace cenacle::tmpl
