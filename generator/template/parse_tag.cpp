// Reading tags, each from its keyword to its end, and the bodies of those that have one.
#include <algorithm>

#include "template/tag_parser.h"

namespace cenacle::tmpl {

const Parser::Tag Parser::tags[8] = {{"if", &Parser::read_if},           {"for", &Parser::read_for},
                                     {"set", &Parser::read_set},         {"include", &Parser::read_include},
                                     {"extends", &Parser::read_extends}, {"import", &Parser::read_import},
                                     {"block", &Parser::read_block},     {"macro", &Parser::read_macro}};

void Parser::tag(Body* out) {
  const Token word = tokens_.peek(1);
  const auto known =
      std::find_if(std::begin(tags), std::end(tags), [&](const Tag& tag) { return tag.word == word.text; });
  try {
    if (known != std::end(tags)) {
      (this->*known->read)(out);
    } else {
      unknown_tag();
    }
  } catch (const Misread&) {
    tokens_.leave_tag();
  }
}

void Parser::unknown_tag() {
  tokens_.next();
  const Token& word = tokens_.peek();
  if (word.kind != Token::Kind::name) tokens_.fail_expected("the name of a tag");
  std::vector<std::string_view> names = {"raw", "elif", "else", "endif", "endfor", "endblock", "endmacro", "endraw"};
  for (const Tag& known : tags) names.push_back(known.word);
  if (word.text == "endraw") tokens_.fail(word.at, "`endraw` without `raw`", "remove it");
  tokens_.fail(word.at, "there is no tag " + quoted(word.text), did_you_mean(word.text, names, help_for(word.text)));
}

std::string Parser::help_for(std::string_view word) {
  if (word == "from") return "`{% import \"file.html\" %}` brings all macros of the file";
  if (word == "with") return "`{% set name = … %}` gives a name to a value";
  return "the tags are `if`, `for`, `set`, `include`, `extends`, `block`, `macro`, `import` and `raw`";
}

Span Parser::finish(Span start) {
  const Token& token = tokens_.peek();
  if (token.kind != Token::Kind::close && token.kind != Token::Kind::bad)
    tokens_.report(token.at, "the tag is expected to end here, not " + quoted(token.text));
  while (tokens_.peek().kind != Token::Kind::close && tokens_.peek().kind != Token::Kind::end) tokens_.next();
  const Span end = tokens_.peek().at;
  tokens_.leave_tag();
  return join(start, end);
}

ExpressionPtr Parser::value(Span start, Span* at) {
  ExpressionPtr expression = expressions_.read();
  if (expression->kind == Expression::Kind::mistake) {
    tokens_.leave_tag();
    *at = start;
  } else {
    *at = finish(start);
  }
  return expression;
}

void Parser::write(Body* out) {
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

Span Parser::start_tag() {
  const Span start = tokens_.next().at;
  return join(start, tokens_.next().at);
}

void Parser::read_if(Body* out) {
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
    while (tokens_.peek().kind == Token::Kind::open_tag &&
           (closer(tokens_.peek(1)) == "else" || closer(tokens_.peek(1)) == "elif")) {
      tokens_.report(tokens_.peek(1).at, quoted(tokens_.peek(1).text) + " after `else`",
                     "`else` is the last part of an `if`; before it there is `elif`");
      tokens_.leave_tag();
      body();
    }
  }
  close();
  out->push_back(std::move(statement));
}

bool Parser::accept_else_if() {
  if (tokens_.peek().kind != Token::Kind::open_tag || tokens_.peek(1).text != "else" || tokens_.peek(2).text != "if")
    return false;
  tokens_.report(join(tokens_.peek(1).at, tokens_.peek(2).at), "`else if` is one word here", "write `elif`");
  tokens_.next();
  tokens_.next();
  tokens_.next();
  return true;
}

void Parser::read_for(Body* out) {
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

void Parser::read_set(Body* out) {
  Statement statement{Statement::Kind::set, start_tag()};
  statement.name = new_name("a name", &statement.name_at);
  tokens_.expect_symbol("=", " and a value: `{% set name = … %}`");
  statement.value = value(statement.at, &statement.at);
  out->push_back(std::move(statement));
}

void Parser::read_include(Body* out) {
  Statement statement{Statement::Kind::include, start_tag()};
  statement.name = file_name(&statement.name_at);
  if (tokens_.accept_word("with")) statement.bindings = bindings("");
  statement.at = finish(statement.at);
  out->push_back(std::move(statement));
}

void Parser::read_extends(Body* out) {
  const Span start = start_tag();
  Reference parent;
  parent.name = file_name(&parent.at);
  finish();
  const auto is_text = [&](const Statement& s) { return s.kind == Statement::Kind::text && file_.is_blank(s.at); };
  const bool first = std::all_of(out->begin(), out->end(), is_text) && open_.empty() && file_.imports.empty() &&
                     file_.macros.empty() && !file_.parent;
  if (!first) return tokens_.report(start, "`extends` stands first in a file", "move it to the first line");
  file_.parent = std::move(parent);
}

void Parser::read_import(Body*) {
  const Span start = start_tag();
  require_top(start, "import");
  Reference import;
  import.name = file_name(&import.at);
  finish();
  file_.imports.push_back(std::move(import));
}

void Parser::read_block(Body* out) {
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

void Parser::read_macro(Body*) {
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

std::string Parser::new_name(const std::string& what, Span* at) {
  if (tokens_.peek().kind != Token::Kind::name) tokens_.fail_expected(what);
  const Token token = tokens_.next();
  if (ExpressionParser::is_reserved(token.text))
    tokens_.fail(token.at, quoted(token.text) + " is a word of the language", "take another name");
  *at = token.at;
  return std::string(token.text);
}

std::string Parser::file_name(Span* at) {
  const Token& token = tokens_.peek();
  if (token.kind != Token::Kind::string)
    tokens_.fail_expected("the name of a file",
                          token.kind == Token::Kind::name
                              ? "write it between quotes: `\"" + std::string(token.text) + ".html\"`"
                              : "write it between quotes");
  *at = tokens_.peek().at;
  return expressions_.text_of(tokens_.next());
}

std::vector<Binding> Parser::bindings(std::string_view end) {
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

bool Parser::once(std::map<std::string, Span>* names, const std::string& name, Span at, std::string_view what) {
  const auto [first, is_new] = names->emplace(name, at);
  if (!is_new)
    tokens_.report(at, "a second " + std::string(what) + " " + quoted(name), "take another name, or remove one",
                   {{"the first is here", tokens_.place(first->second)}});
  return is_new;
}

void Parser::require_top(Span at, std::string_view word) {
  if (!open_.empty())
    tokens_.report(at, quoted(word) + " stands outside of all other tags", "move it to the top of the file");
}

}  // namespace cenacle::tmpl
