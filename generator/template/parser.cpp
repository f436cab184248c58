// From tokens to the syntax tree of a file. A mistake costs its tag; reading goes on after it.
#include "template/parser.h"

#include <algorithm>
#include <map>

#include "template/expression_parser.h"
#include "template/token_stream.h"

namespace cenacle::tmpl {

namespace {

using Body = std::vector<Statement>;

/// Thrown when tags are nested too deep to go on with the file.
struct TooDeep {};

/// Which tags may stand in the body of an open one, and end it or one of its parts.
struct Closer {
  std::string_view word, of;
};
constexpr Closer closers[] = {{"elif", "if"},   {"else", "if"},        {"endif", "if"},      {"else", "for"},
                              {"endfor", "for"}, {"endblock", "block"}, {"endmacro", "macro"}};

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class Parser {
 public:
  Parser(File* file, const Origin& origin, const Limits& limits, Report& report)
      : file_(*file), tokens_(*file, origin, report), expressions_(tokens_, limits), limits_(limits), report_(report),
        origin_(origin) {}

  void run() {
    try {
      file_.body = body();
    } catch (const TooDeep&) {
    }
    if (file_.parent) check_child();
  }

 private:
  using Read = void (Parser::*)(Body*);
  struct Tag {
    std::string_view word;
    Read read;
  };
  static const Tag tags[];

  struct Open {
    std::string_view word;
    Span at;
  };

  // ---- bodies ----

  /// Statements up to a tag that ends or divides one of the open tags, or the end of the file.
  Body body() {
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

  static bool ends(std::string_view word, std::string_view open) {
    return std::any_of(std::begin(closers), std::end(closers),
                       [&](const Closer& c) { return c.word == word && c.of == open; });
  }

  /// The closing word that a token is, or was meant to be; empty for others.
  std::string_view closer(const Token& token) const {
    if (token.kind != Token::Kind::name) return {};
    for (const Closer& known : closers)
      if (known.word == token.text) return known.word;
    if (token.text == "elseif" || token.text == "elsif") return "elif";
    if (!token.text.starts_with("end") || token.text == "endraw" || open_.empty()) return {};
    return end_of(open_.back().word);
  }

  static std::string_view end_of(std::string_view word) {
    const auto of = [&](const Closer& c) { return c.of == word && c.word.starts_with("end"); };
    return std::find_if(std::begin(closers), std::end(closers), of)->word;
  }

  void stray(std::string_view word) {
    tokens_.next();
    const auto of = std::find_if(std::begin(closers), std::end(closers), [&](const Closer& c) { return c.word == word; });
    tokens_.report(tokens_.peek().at, quoted(word) + " without " + quoted(of->of),
                   "remove it, or look above for the tag that was to open here");
    tokens_.leave_tag();
  }

  /// Whether the tag in front belongs to the innermost open tag and says `word`; its keyword is then read.
  bool accept_closer(std::string_view word) {
    if (tokens_.peek().kind != Token::Kind::open_tag || closer(tokens_.peek(1)) != word) return false;
    tokens_.next();
    const Token& token = tokens_.next();
    if (token.text != word)
      tokens_.report(token.at, "there is no tag " + quoted(token.text), "did you mean " + quoted(word) + "?");
    return true;
  }

  void open(std::string_view word, Span at) {
    if (open_.size() >= limits_.nesting) {
      report_.add(diag::code::template_depth, {&origin_, at},
                  "tags nested deeper than " + std::to_string(limits_.nesting) + " levels",
                  "move the inner ones to a file of their own, or a macro");
      throw TooDeep{};
    }
    open_.push_back({word, at});
  }

  void close() {
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

  // ---- tags ----

  void tag(Body* out) {
    const Token word = tokens_.peek(1);
    const auto known = std::find_if(tags, tags + 8, [&](const Tag& tag) { return tag.word == word.text; });
    try {
      if (known != tags + 8) {
        (this->*known->read)(out);
      } else {
        unknown_tag();
      }
    } catch (const Misread&) {
      tokens_.leave_tag();
    }
  }

  [[noreturn]] void unknown_tag() {
    tokens_.next();
    const Token& word = tokens_.peek();
    if (word.kind != Token::Kind::name) tokens_.fail_expected("the name of a tag");
    std::vector<std::string_view> names = {"raw", "elif", "else", "endif", "endfor", "endblock", "endmacro", "endraw"};
    for (const Tag* tag = tags; tag != tags + 8; ++tag) names.push_back(tag->word);
    if (word.text == "endraw") tokens_.fail(word.at, "`endraw` without `raw`", "remove it");
    tokens_.fail(word.at, "there is no tag " + quoted(word.text), did_you_mean(word.text, names, help_for(word.text)));
  }

  static std::string help_for(std::string_view word) {
    if (word == "from") return "`{% import \"file.html\" %}` brings all macros of the file";
    if (word == "with") return "`{% set name = … %}` gives a name to a value";
    return "the tags are `if`, `for`, `set`, `include`, `extends`, `block`, `macro`, `import` and `raw`";
  }

  /// Reads the end of a tag; what stands before it is a mistake. Returns the whole tag from `start`.
  Span finish(Span start = {}) {
    const Token& token = tokens_.peek();
    if (token.kind != Token::Kind::close && token.kind != Token::Kind::bad)
      tokens_.report(token.at, "the tag is expected to end here, not " + quoted(token.text));
    while (tokens_.peek().kind != Token::Kind::close && tokens_.peek().kind != Token::Kind::end) tokens_.next();
    const Span end = tokens_.peek().at;
    tokens_.leave_tag();
    return join(start, end);
  }

  /// An expression at the end of a tag.
  ExpressionPtr value(Span start, Span* at) {
    ExpressionPtr expression = expressions_.read();
    if (expression->kind == Expression::Kind::mistake) {
      tokens_.leave_tag();
      *at = start;
    } else {
      *at = finish(start);
    }
    return expression;
  }

  void write(Body* out) {
    Statement statement{Statement::Kind::write, {}};
    const Span start = tokens_.next().at;
    if (tokens_.peek().kind == Token::Kind::close) {
      tokens_.report(join(start, tokens_.peek().at), "nothing to write", "name a value: `{{ page.title }}`");
      tokens_.leave_tag();
      return;
    }
    statement.value = value(start, &statement.at);
    out->push_back(std::move(statement));
  }

  Span start_tag() {
    const Span start = tokens_.next().at;
    return join(start, tokens_.next().at);
  }

  void read_if(Body* out) {
    Statement statement{Statement::Kind::condition, {}};
    const Span start = start_tag();
    open("if", start);
    do {
      Span at;
      ExpressionPtr condition = value(start, &at);
      if (statement.branches.empty()) statement.at = at;
      Body inside = body();
      statement.branches.push_back({std::move(condition), std::move(inside)});
    } while (accept_closer("elif") || accept_else_if());
    if (accept_closer("else")) {
      finish();
      statement.otherwise = body();
      while (tokens_.peek().kind == Token::Kind::open_tag && (is_closer("else") || is_closer("elif"))) {
        tokens_.report(tokens_.peek(1).at, quoted(tokens_.peek(1).text) + " after `else`",
                       "`else` is the last part of an `if`; before it there is `elif`");
        tokens_.leave_tag();
        body();
      }
    }
    close();
    out->push_back(std::move(statement));
  }

  bool is_closer(std::string_view word) const { return closer(tokens_.peek(1)) == word; }

  bool accept_else_if() {
    if (tokens_.peek().kind != Token::Kind::open_tag || tokens_.peek(1).text != "else" || tokens_.peek(2).text != "if")
      return false;
    tokens_.report(join(tokens_.peek(1).at, tokens_.peek(2).at), "`else if` is one word here", "write `elif`");
    tokens_.next();
    tokens_.next();
    tokens_.next();
    return true;
  }

  void read_for(Body* out) {
    Statement statement{Statement::Kind::loop, start_tag()};
    open("for", statement.at);
    try {
      statement.name = new_name("the name of the loop's variable", &statement.name_at);
      if (tokens_.is_symbol(","))
        tokens_.fail(tokens_.peek().at, "a loop has one variable", "take the fields of it: `x.key`");
      if (!tokens_.accept_word("in")) tokens_.fail_expected("`in`", "write `{% for x in list %}`");
      statement.value = value(statement.at, &statement.at);
    } catch (const Misread&) {
      statement.value = std::make_unique<const Expression>();
      tokens_.leave_tag();
    }
    statement.body = body();
    if (accept_closer("else")) {
      finish();
      statement.otherwise = body();
    }
    close();
    out->push_back(std::move(statement));
  }

  void read_set(Body* out) {
    Statement statement{Statement::Kind::set, start_tag()};
    statement.name = new_name("a name", &statement.name_at);
    tokens_.expect_symbol("=", " and a value: `{% set name = … %}`");
    statement.value = value(statement.at, &statement.at);
    out->push_back(std::move(statement));
  }

  void read_include(Body* out) {
    Statement statement{Statement::Kind::include, start_tag()};
    statement.name = file_name(&statement.name_at);
    if (tokens_.accept_word("with")) statement.bindings = bindings("");
    statement.at = finish(statement.at);
    out->push_back(std::move(statement));
  }

  void read_extends(Body* out) {
    const Span start = start_tag();
    Reference parent;
    parent.name = file_name(&parent.at);
    finish();
    const auto is_text = [&](const Statement& s) {
      return s.kind == Statement::Kind::text && is_blank(file_.text(s.at));
    };
    const bool first = std::all_of(out->begin(), out->end(), is_text) && open_.empty() && file_.imports.empty() &&
                       file_.macros.empty() && !file_.parent;
    if (!first) return tokens_.report(start, "`extends` stands first in a file", "move it to the first line");
    file_.parent = std::move(parent);
  }

  void read_import(Body*) {
    const Span start = start_tag();
    require_top(start, "import");
    Reference import;
    import.name = file_name(&import.at);
    finish();
    file_.imports.push_back(std::move(import));
  }

  void read_block(Body* out) {
    Statement statement{Statement::Kind::block, start_tag()};
    if (std::any_of(open_.begin(), open_.end(), [](const Open& o) { return o.word == "macro"; }))
      tokens_.report(statement.at, "a macro has no blocks", "give what changes as an argument");
    open("block", statement.at);
    try {
      if (tokens_.peek().kind != Token::Kind::name) tokens_.fail_expected("the name of the block");
      const Token name = tokens_.next();
      statement.name = name.text;
      statement.name_at = name.at;
      once(&blocks_, statement.name, name.at, "block");
      statement.at = finish(statement.at);
    } catch (const Misread&) {
      tokens_.leave_tag();
    }
    const std::string outer = std::exchange(block_, statement.name);
    statement.body = body();
    close();
    block_ = outer;
    out->push_back(std::move(statement));
  }

  void accept_block_name() {
    const Token& token = tokens_.peek();
    if (token.kind != Token::Kind::name) return;
    if (token.text != block_)
      tokens_.report(token.at, "this ends the block " + quoted(block_) + ", not " + quoted(token.text),
                     "write `{% endblock " + block_ + " %}`, or `{% endblock %}`");
    tokens_.next();
  }

  void read_macro(Body*) {
    const Span start = start_tag();
    require_top(start, "macro");
    MacroSyntax macro;
    open("macro", start);
    try {
      macro.name = new_name("the name of the macro", &macro.at);
      once(&macros_, macro.name, macro.at, "macro");
      tokens_.expect_symbol("(", " and the parameters: `{% macro name(a, b = \"x\") %}`");
      macro.parameters = bindings(")");
      tokens_.expect_symbol(")", " or `,`");
      finish();
    } catch (const Misread&) {
      tokens_.leave_tag();
    }
    macro.body = body();
    close();
    if (!macro.name.empty()) file_.macros.push_back(std::move(macro));
  }

  // ---- their parts ----

  std::string new_name(const std::string& what, Span* at) {
    if (tokens_.peek().kind != Token::Kind::name) tokens_.fail_expected(what);
    const Token token = tokens_.next();
    if (ExpressionParser::is_reserved(token.text))
      tokens_.fail(token.at, quoted(token.text) + " is a word of the language", "take another name");
    *at = token.at;
    return std::string(token.text);
  }

  std::string file_name(Span* at) {
    const Token& token = tokens_.peek();
    if (token.kind != Token::Kind::string)
      tokens_.fail_expected("the name of a file", token.kind == Token::Kind::name
                                                      ? "write it between quotes: `\"" + std::string(token.text) + ".html\"`"
                                                      : "write it between quotes");
    *at = tokens_.peek().at;
    return expressions_.text_of(tokens_.next());
  }

  /// `a = x, b = y`; where `end` is a symbol, a name may be without a value, and there may be none.
  std::vector<Binding> bindings(std::string_view end) {
    std::vector<Binding> out;
    std::map<std::string, Span> names;
    while (end.empty() || !tokens_.is_symbol(end)) {
      Binding binding;
      binding.name = new_name("a name", &binding.at);
      const bool is_new = once(&names, binding.name, binding.at, end.empty() ? "name" : "parameter");
      if (end.empty() ? (tokens_.expect_symbol("=", " and a value"), true) : tokens_.accept_symbol("=")) {
        binding.value = expressions_.read();
        if (binding.value->kind == Expression::Kind::mistake) throw Misread{};
      } else if (!out.empty() && out.back().value) {
        tokens_.report(binding.at, "a parameter without a default after one with a default",
                       "give " + quoted(binding.name) + " a default, or move it to the front");
        binding.value = std::make_unique<const Expression>();
      }
      if (is_new) out.push_back(std::move(binding));
      if (!tokens_.accept_symbol(",")) break;
    }
    return out;
  }

  bool once(std::map<std::string, Span>* names, const std::string& name, Span at, std::string_view what) {
    const auto [first, is_new] = names->emplace(name, at);
    if (!is_new)
      tokens_.report(at, "a second " + std::string(what) + " " + quoted(name), "take another name, or remove one",
                     {{"the first is here", tokens_.place(first->second)}});
    return is_new;
  }

  void require_top(Span at, std::string_view word) {
    if (!open_.empty())
      tokens_.report(at, quoted(word) + " stands outside of all other tags", "move it to the top of the file");
  }

  void check_child() {
    for (const Statement& statement : file_.body) {
      if (statement.kind == Statement::Kind::block || statement.kind == Statement::Kind::set) continue;
      Span at = statement.at;
      if (statement.kind == Statement::Kind::text) {
        const std::string_view text = file_.text(at);
        if (is_blank(text)) continue;
        const auto blank = static_cast<std::uint32_t>(text.find_first_not_of(" \t\r\n"));
        at = {at.offset + blank, static_cast<std::uint32_t>(text.find_last_not_of(" \t\r\n")) + 1 - blank};
      }
      tokens_.report(at, "this is never shown: it is outside of the blocks of a file that extends another",
                     "move it into a block, or remove it");
    }
  }

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

const Parser::Tag Parser::tags[] = {
    {"if", &Parser::read_if},           {"for", &Parser::read_for},         {"set", &Parser::read_set},
    {"include", &Parser::read_include}, {"extends", &Parser::read_extends}, {"import", &Parser::read_import},
    {"block", &Parser::read_block},     {"macro", &Parser::read_macro}};

}  // namespace

void parse(File* file, const Origin& origin, const Limits& limits, Report& report) {
  Parser(file, origin, limits, report).run();
}

}  // namespace cenacle::tmpl
