// From the tokens inside a tag to the tree of an expression: one function for each strength of binding.
#include "template/expression_parser.h"

#include <algorithm>
#include <charconv>

namespace cenacle::tmpl {

/// Operators that stand between two operands and group from the left, by strength.
struct ExpressionParser::Level {
  struct Operator {
    std::string_view symbol;
    Kind kind;
  };
  Operator operators[3];
};

const ExpressionParser::Level ExpressionParser::levels[] = {
    {{{"or", Kind::disjunction}}},
    {{{"and", Kind::conjunction}}},
    {},  // comparisons, and `not` before them
    {{{"~", Kind::join}}},
    {{{"+", Kind::add}, {"-", Kind::subtract}}},
    {{{"*", Kind::multiply}, {"//", Kind::divide}, {"%", Kind::modulo}}},
};

namespace {

constexpr std::size_t comparisons = 2;
constexpr std::size_t strongest = 6;

constexpr std::string_view reserved[] = {"and",  "or",    "not",  "in", "is",   "if",   "else",
                                         "true", "false", "none", "t",  "loop", "super"};

}  // namespace

bool ExpressionParser::is_reserved(std::string_view name) {
  return std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved);
}

void ExpressionParser::check_depth(std::size_t depth, Span at) {
  if (depth > limits_.nesting)
    tokens_.fail(at, "an expression deeper than " + std::to_string(limits_.nesting) + " levels",
                 "give names to its parts: `{% set part = … %}`", diag::code::template_depth);
}

ExpressionPtr ExpressionParser::make(Kind kind, Span at, Span word, std::string text, Parts parts) {
  std::size_t depth = 0;
  for (const ExpressionPtr& part : parts) depth = std::max(depth, part->depth);
  check_depth(depth + 1, word);
  return std::make_unique<const Expression>(
      Expression{kind, at, word, std::move(text), 0, std::move(parts), depth + 1});
}

ExpressionPtr ExpressionParser::read() {
  try {
    return expression();
  } catch (const Misread&) {
    depth_ = 0;
    return std::make_unique<const Expression>();
  }
}

ExpressionPtr ExpressionParser::expression() {
  check_depth(++depth_, tokens_.peek().at);
  ExpressionPtr value = binary(0);
  if (tokens_.is_word("if")) {
    const Span word = tokens_.next().at;
    ExpressionPtr condition = binary(0);
    if (!tokens_.accept_word("else"))
      tokens_.fail_expected("`else`", "say what else is written: `a if condition else \"\"`");
    ExpressionPtr otherwise = expression();
    const Span at = join(value->at, otherwise->at);
    Parts parts;
    parts.push_back(std::move(value));
    parts.push_back(std::move(condition));
    parts.push_back(std::move(otherwise));
    value = make(Kind::choice, at, word, {}, std::move(parts));
  }
  --depth_;
  return value;
}

ExpressionPtr ExpressionParser::binary(std::size_t level) {
  if (level == comparisons) return comparison();
  if (level == strongest) return unary();
  ExpressionPtr left = binary(level + 1);
  for (;;) {
    const Level::Operator* found = nullptr;
    for (const Level::Operator& op : levels[level].operators)
      if (!op.symbol.empty() && (tokens_.is_symbol(op.symbol) || tokens_.is_word(op.symbol))) found = &op;
    if (!found) return left;
    const Span word = tokens_.next().at;
    ExpressionPtr right = binary(level + 1);
    const Span at = join(left->at, right->at);
    Parts parts;
    parts.push_back(std::move(left));
    parts.push_back(std::move(right));
    left = make(found->kind, at, word, {}, std::move(parts));
  }
}

ExpressionParser::Kind ExpressionParser::comparison_operator(Span* word) {
  static constexpr Level::Operator operators[] = {{"==", Kind::equal},  {"!=", Kind::unequal},
                                                  {"<", Kind::less},    {"<=", Kind::less_equal},
                                                  {">", Kind::greater}, {">=", Kind::greater_equal}};
  *word = tokens_.peek().at;
  for (const Level::Operator& op : operators)
    if (tokens_.accept_symbol(op.symbol)) return op.kind;
  if (tokens_.accept_word("in")) return Kind::in;
  if (tokens_.is_word("not") && tokens_.peek(1).text == "in") {
    tokens_.next();
    *word = join(*word, tokens_.next().at);
    return Kind::not_in;
  }
  return Kind::mistake;
}

ExpressionPtr ExpressionParser::comparison() {
  if (tokens_.is_word("not")) {
    const Span word = tokens_.next().at;
    check_depth(++depth_, word);
    Parts parts;
    parts.push_back(comparison());
    --depth_;
    const Span at = join(word, parts[0]->at);
    return make(Kind::negation, at, word, {}, std::move(parts));
  }
  ExpressionPtr left = binary(comparisons + 1);
  if (tokens_.is_symbol("="))
    tokens_.fail(tokens_.peek().at, "`=` does not compare", "to ask whether two values are equal, write `==`");
  Span word;
  const Kind kind = comparison_operator(&word);
  if (kind == Kind::mistake) return left;
  ExpressionPtr right = binary(comparisons + 1);
  Span second;
  if (comparison_operator(&second) != Kind::mistake)
    tokens_.fail(second, "comparisons do not follow each other", "write `a < b and b < c`");
  const Span at = join(left->at, right->at);
  Parts parts;
  parts.push_back(std::move(left));
  parts.push_back(std::move(right));
  return make(kind, at, word, {}, std::move(parts));
}

ExpressionPtr ExpressionParser::unary() {
  if (!tokens_.is_symbol("-")) return filtered();
  const Span word = tokens_.next().at;
  check_depth(++depth_, word);
  Parts parts;
  parts.push_back(unary());
  --depth_;
  const Span at = join(word, parts[0]->at);
  return make(Kind::minus, at, word, {}, std::move(parts));
}

ExpressionPtr ExpressionParser::filtered() {
  ExpressionPtr value = path();
  for (;;) {
    if (tokens_.accept_symbol("|")) {
      value = filter(std::move(value));
    } else if (tokens_.accept_word("is")) {
      value = test(std::move(value));
    } else {
      return value;
    }
  }
}

ExpressionPtr ExpressionParser::filter(ExpressionPtr subject) {
  if (tokens_.peek().kind != Token::Kind::name)
    tokens_.fail_expected("the name of a filter", "to ask for one or the other, write `or`");
  const Token word = tokens_.next();
  Span at = join(subject->at, word.at);
  Parts parts;
  parts.push_back(std::move(subject));
  if (tokens_.is_symbol("(")) at = join(at, arguments(&parts));
  if (tokens_.is_symbol(".") || tokens_.is_symbol("["))
    tokens_.fail(tokens_.peek().at, "a filter's result is put in parentheses before something is read of it",
                 "write `(… | " + std::string(word.text) + ")" + std::string(tokens_.peek().text) + "…`");
  return make(Kind::filter, at, word.at, std::string(word.text), std::move(parts));
}

ExpressionPtr ExpressionParser::test(ExpressionPtr subject) {
  const bool negated = tokens_.accept_word("not");
  if (tokens_.peek().kind != Token::Kind::name) tokens_.fail_expected("`defined` or `empty`");
  const Token word = tokens_.next();
  const Span at = join(subject->at, word.at);
  Parts parts;
  parts.push_back(std::move(subject));
  return make(negated ? Kind::not_test : Kind::test, at, word.at, std::string(word.text), std::move(parts));
}

/// A value, then `.field` and `[index]`.
ExpressionPtr ExpressionParser::path() {
  ExpressionPtr value = primary();
  for (;;) {
    Parts parts;
    if (tokens_.accept_symbol(".")) {
      if (tokens_.peek().kind != Token::Kind::name) tokens_.fail_expected("the name of a field");
      const Token word = tokens_.next();
      if (tokens_.is_symbol("("))
        tokens_.fail(word.at, "a field is not called", "macros are called by their names alone; filters follow `|`");
      const Span at = join(value->at, word.at);
      parts.push_back(std::move(value));
      value = make(Kind::field, at, word.at, std::string(word.text), std::move(parts));
    } else if (tokens_.is_symbol("[")) {
      const Span open = tokens_.next().at;
      parts.push_back(std::move(value));
      parts.push_back(expression());
      const Span at = join(parts[0]->at, tokens_.expect_symbol("]", " after the index").at);
      value = make(Kind::index, at, join(open, {at.offset + at.length, 0}), {}, std::move(parts));
    } else {
      return value;
    }
  }
}

ExpressionPtr ExpressionParser::primary() {
  const Token& token = tokens_.peek();
  switch (token.kind) {
    case Token::Kind::integer:
      return integer();
    case Token::Kind::name:
      return name();
    case Token::Kind::string: {
      std::string text = text_of(token);
      const Span at = tokens_.next().at;
      return make(Kind::text, at, at, std::move(text), {});
    }
    default:
      break;
  }
  if (token.text == "[") return list();
  if (!tokens_.accept_symbol("(")) tokens_.fail_expected("a value");
  ExpressionPtr value = expression();
  tokens_.expect_symbol(")", "");
  return value;
}

ExpressionPtr ExpressionParser::list() {
  const Span open = tokens_.next().at;
  Parts parts;
  while (!tokens_.is_symbol("]")) {
    parts.push_back(expression());
    if (!tokens_.accept_symbol(",")) break;
  }
  const Span at = join(open, tokens_.expect_symbol("]", " or `,`").at);
  return make(Kind::list, at, at, {}, std::move(parts));
}

ExpressionPtr ExpressionParser::integer() {
  const Token token = tokens_.next();
  Expression expression{Kind::integer, token.at, token.at};
  const char* const end = token.text.data() + token.text.size();
  if (std::from_chars(token.text.data(), end, expression.integer).ec != std::errc{})
    tokens_.fail(token.at, "this number is too large", "the largest is 9223372036854775807");
  return std::make_unique<const Expression>(std::move(expression));
}

ExpressionPtr ExpressionParser::name() {
  const Token token = tokens_.next();
  std::string text(token.text);
  if (text == "true" || text == "false")
    return std::make_unique<const Expression>(Expression{Kind::boolean, token.at, token.at, {}, text == "true"});
  if (text == "none") return make(Kind::none, token.at, token.at, {}, {});
  if (tokens_.is_symbol("(")) {
    Parts parts;
    const Span at = join(token.at, arguments(&parts));
    return make(Kind::call, at, token.at, std::move(text), std::move(parts));
  }
  if (is_reserved(text) && text != "t" && text != "loop")
    tokens_.fail(token.at, "a value is expected here, not " + quoted(text),
                 text == "super" ? "it is called: `super()`" : "");
  return make(Kind::name, token.at, token.at, std::move(text), {});
}

/// `(a, b)`: appends to `parts`, returns where it stands.
Span ExpressionParser::arguments(Parts* parts) {
  const Span open = tokens_.next().at;
  while (!tokens_.is_symbol(")")) {
    if (tokens_.peek().kind == Token::Kind::name && tokens_.peek(1).text == "=")
      tokens_.fail(tokens_.peek().at, "arguments have no names here", "give them in the order of the definition");
    parts->push_back(expression());
    if (!tokens_.accept_symbol(",")) break;
  }
  return join(open, tokens_.expect_symbol(")", " or `,`").at);
}

std::string ExpressionParser::text_of(const Token& token) {
  std::string text;
  const std::string_view inner = token.text.substr(1, token.text.size() - 2);
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\') {
      text += inner[i];
      continue;
    }
    switch (inner[++i]) {
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case '\\':
      case '"':
      case '\'':
        text += inner[i];
        break;
      default:
        tokens_.fail({token.at.offset + static_cast<std::uint32_t>(i), 2}, "an unknown escape in a text",
                     "there are `\\n`, `\\t`, `\\\\`, `\\\"` and `\\'`");
    }
  }
  return text;
}

}  // namespace cenacle::tmpl
