// Files and how they belong together: loading, import, include; and the whole of a compilation.
#include <algorithm>

#include "base/text.h"
#include "template/compiler.h"
#include "template/parser.h"

namespace cenacle::tmpl {

namespace {

constexpr std::size_t most_text = 4u << 20;  // bytes of one file

std::string_view extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot);
}

std::string_view verb(Origin::How how) {
  switch (how) {
    case Origin::How::extended:
      return "extended";
    case Origin::How::imported:
      return "imported";
    default:
      return "included";
  }
}

}  // namespace

std::unique_ptr<const Compiled> Compiler::run(std::string_view name) {
  std::optional<Source> source = environment_.load(name);
  if (!source) {
    const std::vector<std::string_view> names(environment_.names.begin(), environment_.names.end());
    report_.add_file(diag::code::template_include, name, "there is no template " + quoted(name),
                     did_you_mean(name, names));
    return nullptr;
  }
  try {
    Origin& origin = compiled_->origins.emplace_back();
    context_.program = &compiled_->main;
    context_.origin = &origin;
    file({read(std::move(*source), name, &origin), &origin});
    next_step();
    check_captures();
  } catch (const Abandon&) {
  }
  if (report_.any()) return nullptr;
  return std::move(compiled_);
}

/// The file that a tag names; not loaded after a mistake.
Compiler::Reached Compiler::load(const Reference& reference, const Origin* from, Origin::How how) {
  const Where at{from, reference.at};
  if (escape_of(reference.name) != from->file->escape_at(reference.at)) {
    report_.add(diag::code::template_include, at,
                "a `" + std::string(extension(reference.name)) + "` file is not " + std::string(verb(how)) + " by a `" +
                    std::string(extension(from->file->source.path)) + "` file: they are not escaped alike",
                "take a file with the same ending");
    return {};
  }
  std::optional<Source> source = environment_.load(reference.name);
  if (!source) {
    const std::vector<std::string_view> names(environment_.names.begin(), environment_.names.end());
    report_.add(diag::code::template_include, at, "there is no template " + quoted(reference.name),
                did_you_mean(reference.name, names, "names of files are relative to the theme's folder"));
    return {};
  }
  Origin& origin = compiled_->origins.emplace_back(Origin{nullptr, how, from, reference.at});
  return {read(std::move(*source), reference.name, &origin), &origin};
}

const Compiler::Loaded* Compiler::read(Source source, std::string_view name, Origin* origin) {
  if (const auto known = files_.find(source.path); known != files_.end()) {
    origin->file = known->second.file;
    return &known->second;
  }
  auto owned = std::make_unique<File>(File{std::move(source), escape_of(name)});
  if (owned->escape == Escape::markdown) owned->front_matter = front_matter_of(owned->source.text);
  File* const file = owned.get();
  compiled_->files.push_back(std::move(owned));
  Loaded& loaded = files_[file->source.path];
  loaded.file = file;
  origin->file = file;
  const std::string& text = file->source.text;
  if (text.size() > most_text) {
    report_.add(diag::code::template_depth, {origin, {}},
                "a template longer than " + std::to_string(most_text) + " bytes");
  } else if (const auto broken = base::first_invalid_utf8(text)) {
    report_.add(diag::code::not_utf8, {origin, {static_cast<std::uint32_t>(*broken), 1}}, "this is not UTF-8",
                "save the file as UTF-8");
  } else {
    parse(file, *origin, environment_.limits, report_);
  }
  for (const Reference& reference : file->imports)
    if (!import(&loaded, reference, origin)) break;
  for (const MacroSyntax& macro : file->macros)
    loaded.macros.insert_or_assign(macro.name, MacroDefinition{file, &macro});
  loaded.loading = false;
  return &loaded;
}

/// Adds the macros of the file that `reference` names; false when nothing more can be imported.
bool Compiler::import(Loaded* loaded, const Reference& reference, const Origin* origin) {
  const Where at{origin, reference.at};
  const Nested nested(*this, at);
  const Loaded* const imported = load(reference, origin, Origin::How::imported).loaded;
  if (!imported) return true;
  if (imported->loading) {
    mistake(diag::code::template_include, at, quoted(reference.name) + " imports itself, by way of this file",
            "move the macros that both need to a file of their own");
    return false;
  }
  for (const auto& [name, macro] : imported->macros) {
    const auto [known, is_new] = loaded->macros.emplace(name, macro);
    if (is_new || known->second.syntax == macro.syntax) continue;
    const Origin first{known->second.file}, second{macro.file};
    mistake(diag::code::template_name, at, "a second macro " + quoted(name) + " is imported", "rename one of them",
            {{"the first is here", place_of({&first, known->second.syntax->at})},
             {"the second is here", place_of({&second, macro.syntax->at})}});
  }
  return true;
}

/// Compiles a file where it stands, with what it extends.
void Compiler::file(const Reached& reached) {
  Inheritance inheritance;
  inheritance.layers.push_back({reached.loaded->file, reached.origin, &reached.loaded->macros});
  add_blocks(&inheritance, 0, reached.loaded->file->body, true);
  if (!add_parents(&inheritance)) return;
  Inheritance* const outer = std::exchange(context_.inheritance, &inheritance);
  const std::size_t layer = context_.layer;
  const Place block = std::exchange(context_.block, {});
  const Origin* const origin = context_.origin;
  inherited(&inheritance);
  context_.inheritance = outer;
  context_.layer = layer;
  context_.block = block;
  context_.origin = origin;
  check_reached(inheritance);
}

void Compiler::include(const Statement& s) {
  std::size_t depth = 0;
  for (const Origin* at = context_.origin; at; at = at->from) depth += at->how == Origin::How::included ? 1 : 0;
  if (depth >= environment_.limits.includes) {
    mistake(diag::code::template_depth, where(s.name_at),
            "files are included deeper than " + std::to_string(environment_.limits.includes) + " levels");
    return;
  }
  std::vector<Typed> values;
  for (const Binding& binding : s.bindings) values.push_back(expression(*binding.value));
  const Reached reached = load({s.name, s.name_at}, context_.origin, Origin::How::included);
  if (!reached.loaded) return;
  for (const Origin* at = context_.origin; at; at = at->from) {
    if (at->file == reached.origin->file) {
      mistake(diag::code::template_include, where(s.name_at), quoted(s.name) + " includes itself",
              "for what repeats itself inside itself, write a macro");
      return;
    }
    if (at->how == Origin::How::called) break;
  }
  open_scope();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Binding& binding = s.bindings[i];
    const std::uint32_t slot = new_slot();
    declare(binding.name, slot, values[i].shape, where(binding.at));
    add_step({Step::Kind::set, slot, 0, values[i].node, nullptr, {}, values[i].where});
  }
  file(reached);
  close_scope();
}

std::unique_ptr<const Template> compile(std::string_view name, const Type& root, const Environment& environment,
                                        diag::Diagnostics& diagnostics) {
  auto compiled = Compiler(root, environment, diagnostics).run(name);
  return compiled ? std::make_unique<const Template>(std::move(compiled)) : nullptr;
}

}  // namespace cenacle::tmpl
