// From a file's text to tokens; white space around tags is settled here.
#include "template/lexer.h"

#include <algorithm>
#include <array>

namespace cenacle::tmpl {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// No-break spaces, which a French keyboard makes unseen, and plain ones: the length of the one at the front.
std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_space(text[0])) return 1;
  if (text.starts_with("\u00A0")) return 2;
  return text.starts_with("\u202F") ? 3 : 0;
}

struct Trap {
  std::string_view text, summary, help;
};

/// What other languages and word processors make people write.
constexpr Trap traps[] = {
    {"“", "a curly quotation mark", "write texts between straight quotes: \"…\""},
    {"”", "a curly quotation mark", "write texts between straight quotes: \"…\""},
    {"‘", "a curly apostrophe", "write texts between straight quotes: \"…\" or '…'"},
    {"’", "a curly apostrophe", "write texts between straight quotes: \"…\" or '…'"},
    {"«", "a French quotation mark", "write texts between straight quotes: \"…\""},
    {"»", "a French quotation mark", "write texts between straight quotes: \"…\""},
    {"&&", "`&&` is not an operator", "write `and`"},
    {"||", "`||` is not an operator", "write `or`"},
    {"===", "`===` is not an operator", "write `==`"},
    {"!==", "`!==` is not an operator", "write `!=`"},
    {"<>", "`<>` is not an operator", "write `!=`"},
    {"**", "`**` is not an operator", ""},
};

constexpr std::string_view symbols[] = {"==", "!=", "<=", ">=", "//", "<", ">", "=", "+", "-",
                                        "*",  "%",  "~",  "|",  ".",  ",", "(", ")", "[", "]"};

class Lexer {
 public:
  Lexer(const File& file, const Origin& origin, Report& report)
      : text_(file.source.text), origin_(origin), report_(report) {}

  std::vector<Token> run() {
    if (text_.starts_with("\xEF\xBB\xBF")) text_start_ = at_ = 3;
    for (std::size_t open; (open = next_opener()) != npos;) {
      switch (text_[open + 1]) {
        case '{':
          lex_write(open);
          break;
        case '%':
          lex_tag(open);
          break;
        default:
          lex_comment(open);
      }
    }
    push_text(text_.size());
    push(Token::Kind::end, text_.size(), 0);
    return std::move(tokens_);
  }

 private:
  /// How a delimiter ended: where, and whether with a `-`.
  struct End {
    std::size_t at = 0;
    bool trims = false;
  };

  void push(Token::Kind kind, std::size_t offset, std::size_t length) {
    tokens_.push_back(
        {kind, {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)}, text_.substr(offset, length)});
  }

  void report(std::size_t offset, std::size_t length, std::string summary, std::string help = {}) {
    const Span span{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
    report_.add(diag::code::template_syntax, {&origin_, span}, std::move(summary), std::move(help));
  }

  std::size_t next_opener() const {
    for (std::size_t open = text_.find('{', at_); open != npos; open = text_.find('{', open + 1))
      if (is_opener(open)) return open;
    return npos;
  }

  bool is_opener(std::size_t at) const {
    return at + 1 < text_.size() && text_[at] == '{' &&
           (text_[at + 1] == '{' || text_[at + 1] == '%' || text_[at + 1] == '#');
  }

  /// The text from `text_start_` to `end`, and after it the token that `opens`.
  void push_text(std::size_t end) {
    if (end > text_start_) push(Token::Kind::text, text_start_, end - text_start_);
  }

  /// Where the text before a delimiter at `open` ends.
  std::size_t text_end(std::size_t open, bool trims) const {
    std::size_t end = open;
    while (trims && end > text_start_ && is_space(text_[end - 1])) --end;
    return std::max(end, text_start_);
  }

  void resume(End end) {
    at_ = text_start_ = end.at;
    if (!end.trims) return;
    while (text_start_ < text_.size() && is_space(text_[text_start_])) ++text_start_;
    at_ = text_start_;
  }

  bool trims_before(std::size_t open) const { return open + 2 < text_.size() && text_[open + 2] == '-'; }

  void lex_write(std::size_t open) {
    const bool trims = trims_before(open);
    push_text(text_end(open, trims));
    push(Token::Kind::open_write, open, 2);
    resume(lex_inside(open, open + (trims ? 3 : 2), "}}", "%}"));
  }

  void lex_tag(std::size_t open) {
    const bool trims = trims_before(open);
    const std::size_t before = tokens_.size();
    const End end = lex_inside(open, open + (trims ? 3 : 2), "%}", "}}");
    std::vector<Token> inside(tokens_.begin() + static_cast<std::ptrdiff_t>(before), tokens_.end());
    tokens_.resize(before);
    const std::size_t next = leave_line(open, trims, end);
    if (inside.size() == 2 && inside[0].kind == Token::Kind::name && inside[0].text == "raw")
      return lex_raw(open, next);
    push(Token::Kind::open_tag, open, 2);
    tokens_.insert(tokens_.end(), inside.begin(), inside.end());
  }

  void lex_comment(std::size_t open) {
    const std::size_t close = text_.find("#}", open + 2);
    if (close == npos) {
      report(open, 2, "the comment is not closed", "end it with `#}`");
      push_text(open);
      at_ = text_start_ = text_.size();
      return;
    }
    leave_line(open, trims_before(open) && open + 2 < close, {close + 2, close > open + 2 && text_[close - 1] == '-'});
  }

  /// Ends the text before a tag or comment, which takes its line with it when it is alone there. Returns where the text
  /// goes on.
  std::size_t leave_line(std::size_t open, bool trims, End end) {
    std::size_t line = open;
    while (line > 0 && is_blank(text_[line - 1])) --line;
    std::size_t rest = end.at;
    while (rest < text_.size() && is_blank(text_[rest])) ++rest;
    const std::size_t line_end = text_.substr(rest, 2) == "\r\n" ? 2 : text_.substr(rest, 1) == "\n" ? 1 : 0;
    const bool first = line == 0 || text_[line - 1] == '\n' || (line == 3 && text_.starts_with("\xEF\xBB\xBF"));
    const bool alone = first && (line_end > 0 || rest == text_.size());
    push_text(text_end(alone ? std::max(line, text_start_) : open, trims));
    if (alone) end.at = rest + line_end;
    resume(end);
    return at_;
  }

  void lex_raw(std::size_t open, std::size_t start) {
    for (std::size_t at = text_.find("{%", start); at != npos; at = text_.find("{%", at + 2)) {
      const bool trims = trims_before(at);
      std::size_t p = at + (trims ? 3 : 2);
      while (p < text_.size() && is_space(text_[p])) ++p;
      if (!text_.substr(p).starts_with("endraw")) continue;
      p += 6;
      while (p < text_.size() && is_space(text_[p])) ++p;
      const bool trims_after = p < text_.size() && text_[p] == '-';
      if (trims_after) ++p;
      if (!text_.substr(p).starts_with("%}")) continue;
      leave_line(at, trims, {p + 2, trims_after});
      return;
    }
    report(open, 2, "`raw` is not closed", "end it with `{% endraw %}`");
    at_ = text_.size();
  }

  /// The tokens between delimiters, `close` included. `other` is the closing delimiter that does not belong here.
  End lex_inside(std::size_t open, std::size_t at, std::string_view closer, std::string_view other) {
    for (;;) {
      while (const std::size_t length = space_length(text_.substr(at))) at += length;
      const std::string_view rest = text_.substr(at);
      const std::size_t dash = rest.starts_with('-') ? 1 : 0;
      if (rest.substr(dash).starts_with(closer)) return close(at, dash, dash + 2);
      if (rest.substr(dash).starts_with(other)) {
        report(at + dash, 2,
               "opened with `" + std::string(text_.substr(open, 2)) + "`, closed with `" + std::string(other) + "`",
               "close it with `" + std::string(closer) + "`");
        return close(at, dash, dash + 2);
      }
      if (rest.empty() || is_opener(at)) {
        report(open, 2, "the tag is not closed", "end it with `" + std::string(closer) + "`");
        push(Token::Kind::bad, at, 0);
        return close(at, 0, 0);
      }
      const std::size_t length = lex_one(rest, at);
      if (length == 0) {
        push(Token::Kind::bad, at, 0);
        const std::size_t found = text_.find(closer, at);
        if (found == npos) return close(text_.size(), 0, 0);
        return close(found, found > at && text_[found - 1] == '-' ? 1 : 0, 2);
      }
      at += length;
    }
  }

  End close(std::size_t at, std::size_t dash, std::size_t length) {
    push(Token::Kind::close, at, length);
    return {at + length, dash > 0};
  }

  /// One token at the front of `rest`: its length, or 0 after a mistake.
  std::size_t lex_one(std::string_view rest, std::size_t at) {
    for (const Trap& trap : traps) {
      if (!rest.starts_with(trap.text)) continue;
      report(at, trap.text.size(), std::string(trap.summary), std::string(trap.help));
      return 0;
    }
    if (rest[0] == '"' || rest[0] == '\'') return lex_string(rest, at);
    if (is_digit(rest[0])) return lex_integer(rest, at);
    if (begins_name(rest[0])) {
      const std::size_t length = name_length(rest);
      push(Token::Kind::name, at, length);
      return length;
    }
    for (const std::string_view symbol : symbols) {
      if (!rest.starts_with(symbol)) continue;
      push(Token::Kind::symbol, at, symbol.size());
      return symbol.size();
    }
    return lex_stranger(rest, at);
  }

  std::size_t lex_stranger(std::string_view rest, std::size_t at) {
    const std::string shown =
        static_cast<unsigned char>(rest[0]) < 0x20 ? "a control character" : "`" + std::string(1, rest[0]) + "`";
    std::string help;
    if (rest[0] == '!') help = "write `not`";
    if (rest[0] == '/') help = "a division of integers is `//`";
    if (rest[0] == '&') help = "write `and`; to put texts together: `~`";
    if (rest[0] == '?') help = "write `a if condition else b`";
    report(at, 1, shown + " has no meaning here", std::move(help));
    return 0;
  }

  /// Letters, digits and underscores; letters with accents too, so that a mistake names the whole word.
  static std::size_t name_length(std::string_view rest) {
    std::size_t length = 0;
    while (length < rest.size() && (begins_name(rest[length]) || is_digit(rest[length]))) {
      const std::string_view tail = rest.substr(length);
      if (space_length(tail) > 0) break;
      if (std::any_of(std::begin(traps), std::begin(traps) + 6,
                      [&](const Trap& t) { return tail.starts_with(t.text); }))
        break;
      ++length;
    }
    return length;
  }

  std::size_t lex_integer(std::string_view rest, std::size_t at) {
    std::size_t length = 0;
    while (length < rest.size() && is_digit(rest[length])) ++length;
    if (length + 1 < rest.size() && rest[length] == '.' && is_digit(rest[length + 1])) {
      report(at, length + 2, "numbers are integers here", "sums of money are counted in cents: `28000 | money`");
      return 0;
    }
    if (length < rest.size() && begins_name(rest[length]) && space_length(rest.substr(length)) == 0) {
      report(at, length + name_length(rest.substr(length)), "a name does not begin with a digit");
      return 0;
    }
    push(Token::Kind::integer, at, length);
    return length;
  }

  std::size_t lex_string(std::string_view rest, std::size_t at) {
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (rest[i] == '\n' || rest[i] == '\r') break;
      if (rest[i] == '\\') {
        ++i;
      } else if (rest[i] == rest[0]) {
        push(Token::Kind::string, at, i + 1);
        return i + 1;
      }
    }
    report(at, 1, "the text is not closed", "end it with " + std::string(1, rest[0]));
    return 0;
  }

  std::string_view text_;
  const Origin& origin_;
  Report& report_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;          ///< what has been read
  std::size_t text_start_ = 0;  ///< of the text that is not yet a token
};

}  // namespace

std::vector<Token> lex(const File& file, const Origin& origin, Report& report) {
  return Lexer(file, origin, report).run();
}

}  // namespace cenacle::tmpl
