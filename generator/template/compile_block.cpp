// Inheritance: the chain of `extends`, and for each block the definitions that it has there.
#include <algorithm>

#include "template/compiler.h"

namespace cenacle::tmpl {

/// Follows `extends` to the file that extends nothing; false after a mistake.
bool Compiler::add_parents(Inheritance* inheritance) {
  for (;;) {
    const Layer last = inheritance->layers.back();
    if (!last.file->parent) break;
    const Nested nested(*this, {last.origin, last.file->parent->at});
    const Reached parent = load(*last.file->parent, last.origin, Origin::How::extended);
    if (!parent.loaded) return false;
    for (const Origin* at = last.origin; at && at->how != Origin::How::called; at = at->from) {
      if (at->file != parent.origin->file) continue;
      report_.add(
          diag::code::template_include, {last.origin, last.file->parent->at},
          quoted(last.file->parent->name) + " extends itself",
          "to extend the file of the same name in the default theme: `default:" + last.file->parent->name + "`");
      return false;
    }
    if (inheritance->layers.size() > environment_.limits.includes) {
      report_.add(diag::code::template_depth, {last.origin, last.file->parent->at},
                  "files extend each other deeper than " + std::to_string(environment_.limits.includes) + " levels");
      return false;
    }
    inheritance->layers.push_back({parent.origin->file, parent.origin, &parent.loaded->macros});
    add_blocks(inheritance, inheritance->layers.size() - 1, parent.origin->file->body, true);
  }
  check_blocks(*inheritance);
  return true;
}

void Compiler::add_blocks(Inheritance* inheritance, std::size_t layer, const std::vector<Statement>& body,
                          bool outermost) {
  for (const Statement& s : body) {
    const bool is_block = s.kind == Statement::Kind::block;
    if (is_block && !s.name.empty()) inheritance->blocks[s.name].push_back({&s, layer, outermost});
    add_blocks(inheritance, layer, s.body, outermost && !is_block);
    add_blocks(inheritance, layer, s.otherwise, outermost && !is_block);
    for (const Branch& branch : s.branches) add_blocks(inheritance, layer, branch.body, outermost && !is_block);
  }
}

/// A block at the top of a child replaces one of its parents'.
void Compiler::check_blocks(const Inheritance& inheritance) {
  for (const auto& [name, definitions] : inheritance.blocks) {
    const BlockDefinition& last = definitions.back();
    if (!last.outermost || last.layer + 1 == inheritance.layers.size()) continue;
    std::vector<std::string_view> names;
    for (const auto& [other, known] : inheritance.blocks)
      if (known.back().layer > last.layer) names.push_back(other);
    const Layer& layer = inheritance.layers[last.layer];
    report_.add(
        diag::code::template_block, {layer.origin, last.statement->name_at},
        quoted(layer.file->parent->name) + " has no block " + quoted(name),
        did_you_mean(name, names, names.empty() ? "it has no blocks" : "its blocks are " + quoted_listing(names)));
  }
}

/// What is written in a block that nothing shows would be lost without a word.
void Compiler::check_reached(const Inheritance& inheritance) {
  if (report_.any() || inheritance.layers.size() < 2) return;
  for (const auto& [name, definitions] : inheritance.blocks) {
    const BlockDefinition& first = definitions.front();
    if (first.reached || first.layer != 0 || !first.outermost) continue;
    report_.add(diag::code::template_block, {inheritance.layers[0].origin, first.statement->name_at},
                "the block " + quoted(name) + " is never shown: the block that holds it is replaced",
                "put it inside the block that replaces it, or call `super()` there");
  }
}

void Compiler::inherited(Inheritance* inheritance) {
  const std::size_t base = inheritance->layers.size() - 1;
  open_scope();  // keeps the slots of what the children set
  for (std::size_t i = 0; i < base; ++i) {
    Layer& layer = inheritance->layers[i];
    context_.layer = i;
    context_.origin = layer.origin;
    open_scope(layer.macros);
    for (const Statement& s : layer.file->body)
      if (s.kind == Statement::Kind::set) statement(s);
    layer.variables = std::move(context_.scopes.back().variables);
    context_.scopes.back().first_slot = context_.next_slot;
    close_scope();
  }
  context_.layer = base;
  context_.origin = inheritance->layers[base].origin;
  open_scope(inheritance->layers[base].macros);
  statements(inheritance->layers[base].file->body);
  close_scope();
  close_scope();
}

void Compiler::block(const Statement& s) {
  if (!context_.inheritance) return;  // in a macro: reported by the parser
  const auto found = context_.inheritance->blocks.find(s.name);
  if (found == context_.inheritance->blocks.end()) return;  // without a name: reported too
  definition(&found->second, 0, {nullptr, context_.scope, context_.layer}, where(s.at));
}

/// Compiles one of the definitions of the block at `place`.
void Compiler::definition(std::vector<BlockDefinition>* definitions, std::size_t which, Place place, const Where& at) {
  BlockDefinition& block = (*definitions)[which];
  if (block.active) {
    report_.add(diag::code::template_block, at, "the block " + quoted(block.statement->name) + " contains itself",
                "rename one of the blocks");
    return;
  }
  block.active = block.reached = true;
  place.definition = &block;
  const Layer& layer = context_.inheritance->layers[block.layer];
  const std::size_t outer_layer = std::exchange(context_.layer, block.layer);
  const Origin* const outer_origin = std::exchange(context_.origin, layer.origin);
  const Place outer_block = std::exchange(context_.block, place);
  const std::size_t outer_scope = std::exchange(context_.scope, place.scope);
  open_scope(block.layer == place.layer ? nullptr : layer.macros);
  if (block.layer != place.layer) context_.scopes.back().variables = layer.variables;
  scoped(block.statement->body);
  close_scope();
  context_.scope = outer_scope;
  context_.block = outer_block;
  context_.origin = outer_origin;
  context_.layer = outer_layer;
  block.active = false;
}

void Compiler::super(const Expression& call) {
  if (!call.parts.empty())
    report_.add(diag::code::template_argument, where(call.word), "`super` takes no argument", "write `{{ super() }}`");
  const Place place = context_.block;
  if (!place.definition) {
    report_.add(diag::code::template_block, where(call.at), "`super()` stands in a block only");
    return;
  }
  const std::string& name = place.definition->statement->name;
  std::vector<BlockDefinition>& definitions = context_.inheritance->blocks.find(name)->second;
  const auto which = static_cast<std::size_t>(place.definition - definitions.data());
  if (which + 1 == definitions.size()) {
    report_.add(diag::code::template_block, where(call.at),
                "no parent has a block " + quoted(name) + ": there is nothing that `super()` could show", "remove it");
    return;
  }
  definition(&definitions, which + 1, place, where(call.at));
}

}  // namespace cenacle::tmpl
