// The names that a template sees at one place, and which optional values have been tested there.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "template/program.h"

namespace cenacle::tmpl {

struct Variable {
  std::uint32_t id = 0;  ///< of its own, so that what is known of one is not believed of its namesake
  std::uint32_t slot = 0;
  const Shape* shape = nullptr;
  Where where;
};

using Variables = std::map<std::string, Variable, std::less<>>;

/// A macro where it is defined.
struct MacroDefinition {
  const File* file = nullptr;
  const MacroSyntax* syntax = nullptr;
};
using Macros = std::map<std::string, MacroDefinition, std::less<>>;

/// One file of a chain of `extends`, which begins with the most derived.
struct Layer {
  const File* file = nullptr;
  const Origin* origin = nullptr;
  const Macros* macros = nullptr;
  Variables variables = {};  ///< that it sets outside of its blocks
};

/// One of the definitions of a block, in the order of the layers.
struct BlockDefinition {
  const Statement* statement = nullptr;
  std::size_t layer = 0;
  bool outermost = false;  ///< not inside another block
  bool active = false;     ///< being compiled
  bool reached = false;
};

struct Inheritance {
  std::vector<Layer> layers;
  std::map<std::string, std::vector<BlockDefinition>, std::less<>> blocks;
};

/// What a tag opens.
struct Scope {
  std::size_t parent;    ///< the scope around it, by number; `no_scope`: none
  const Macros* macros;  ///< of the file, where the scope is a file's
  std::uint32_t first_slot;
  Variables variables = {};
};
inline constexpr std::size_t no_scope = static_cast<std::size_t>(-1);

/// A block while one of its definitions is compiled. All of them see the names around the place where the parent has
/// the block.
struct Place {
  BlockDefinition* definition = nullptr;
  std::size_t scope = no_scope;
  std::size_t layer = 0;
};

/// What the program that is being compiled sees at this point.
struct Context {
  Program* program = nullptr;
  const Origin* origin = nullptr;
  Macro* macro = nullptr;  ///< null in the main program
  Inheritance* inheritance = nullptr;
  std::size_t layer = 0;
  Place block = {};  ///< the innermost
  std::vector<Scope> scopes = {};
  std::size_t scope = no_scope;
  std::vector<std::string> present = {};  ///< paths of optional values that are there
  std::uint32_t next_slot = 0;
  std::string text = {};  ///< not yet a step

  const Variable* find(std::string_view name) const;
  const MacroDefinition* find_macro(std::string_view name) const;
  bool is_present(std::string_view path) const;
  std::vector<std::string_view> variables() const;
  std::vector<std::string_view> macros() const;
};

}  // namespace cenacle::tmpl
