// From tokens to the syntax tree of a file. A mistake costs its tag; reading goes on after it.
#include "template/parser.h"

#include <algorithm>

#include "template/tag_parser.h"

namespace cenacle::tmpl {

namespace {

/// Which tags may stand in the body of an open one, and end it or one of its parts.
struct Closer {
  std::string_view word, of;
};
constexpr Closer closers[] = {{"elif", "if"},    {"else", "if"},        {"endif", "if"},      {"else", "for"},
                              {"endfor", "for"}, {"endblock", "block"}, {"endmacro", "macro"}};

}  // namespace

void Parser::run() {
  try {
    file_.body = body();
  } catch (const TooDeep&) {
  }
  if (file_.parent) check_child();
}

Parser::Body Parser::body() {
  Body out;
  for (;;) {
    const Token& token = tokens_.peek();
    if (token.kind == Token::Kind::end) return out;
    if (token.kind == Token::Kind::open_write) {
      write(&out);
    } else if (token.kind == Token::Kind::open_tag) {
      const std::string_view word = closer(tokens_.peek(1));
      if (word.empty()) {
        tag(&out);
      } else if (std::any_of(open_.begin(), open_.end(), [&](const Open& o) { return ends(word, o.word); })) {
        return out;
      } else {
        stray(word);
      }
    } else {
      const Span at = tokens_.next().at;
      if (token.kind == Token::Kind::text) out.push_back({Statement::Kind::text, at});
    }
  }
}

bool Parser::ends(std::string_view word, std::string_view open) {
  return std::any_of(std::begin(closers), std::end(closers),
                     [&](const Closer& c) { return c.word == word && c.of == open; });
}

std::string_view Parser::closer(const Token& token) const {
  if (token.kind != Token::Kind::name) return {};
  for (const Closer& known : closers)
    if (known.word == token.text) return known.word;
  if (token.text == "elseif" || token.text == "elsif") return "elif";
  if (!token.text.starts_with("end") || token.text == "endraw" || open_.empty()) return {};
  return end_of(open_.back().word);
}

std::string_view Parser::end_of(std::string_view word) {
  const auto of = [&](const Closer& c) { return c.of == word && c.word.starts_with("end"); };
  return std::find_if(std::begin(closers), std::end(closers), of)->word;
}

void Parser::stray(std::string_view word) {
  tokens_.next();
  const auto of = std::find_if(std::begin(closers), std::end(closers), [&](const Closer& c) { return c.word == word; });
  tokens_.report(tokens_.peek().at, quoted(word) + " without " + quoted(of->of),
                 "remove it, or look above for the tag that was to open here");
  tokens_.leave_tag();
}

bool Parser::accept_closer(std::string_view word) {
  if (tokens_.peek().kind != Token::Kind::open_tag || closer(tokens_.peek(1)) != word) return false;
  tokens_.next();
  const Token& token = tokens_.next();
  if (token.text != word)
    tokens_.report(token.at, "there is no tag " + quoted(token.text), "did you mean " + quoted(word) + "?");
  return true;
}

void Parser::open(std::string_view word, Span at) {
  if (open_.size() >= limits_.nesting) {
    report_.add(diag::code::template_depth, {&origin_, at},
                "tags nested deeper than " + std::to_string(limits_.nesting) + " levels",
                "move the inner ones to a file of their own, or a macro");
    throw TooDeep{};
  }
  open_.push_back({word, at});
}

void Parser::close() {
  const Open open = open_.back();
  const std::string_view word = end_of(open.word);
  if (accept_closer(word)) {
    if (open.word == "block") accept_block_name();
    finish();
  } else {
    tokens_.report(open.at, quoted(open.word) + " is not closed", "end it with `{% " + std::string(word) + " %}`",
                   {{"another tag ends here", tokens_.place(tokens_.peek().at)}});
  }
  open_.pop_back();
}

void Parser::accept_block_name() {
  const Token& token = tokens_.peek();
  if (token.kind != Token::Kind::name) return;
  if (token.text != block_)
    tokens_.report(token.at, "this ends the block " + quoted(block_) + ", not " + quoted(token.text),
                   "write `{% endblock " + block_ + " %}`, or `{% endblock %}`");
  tokens_.next();
}

void Parser::check_child() {
  for (const Statement& statement : file_.body) {
    if (statement.kind == Statement::Kind::block || statement.kind == Statement::Kind::set) continue;
    Span at = statement.at;
    if (statement.kind == Statement::Kind::text) {
      const std::string_view text = file_.text(at);
      if (file_.is_blank(at)) continue;
      const auto blank = static_cast<std::uint32_t>(text.find_first_not_of(" \t\r\n"));
      at = {at.offset + blank, static_cast<std::uint32_t>(text.find_last_not_of(" \t\r\n")) + 1 - blank};
    }
    tokens_.report(at, "this is never shown: it is outside of the blocks of a file that extends another",
                   "move it into a block, or remove it");
  }
}

void parse(File* file, const Origin& origin, const Limits& limits, Report& report) {
  Parser(file, origin, limits, report).run();
}

}  // namespace cenacle::tmpl
