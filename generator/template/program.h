// The compiled form: a flat list of steps, and trees of nodes for the expressions in them. Nothing in it is looked up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "template/report.h"
#include "template/shape.h"
#include "template/syntax.h"
#include "template/value.h"

namespace cenacle::tmpl {

struct Macro;
struct Node;
class Run;

using Evaluate = Value (*)(const Node& node, Run& run);
using Write = void (*)(const Value& value, Run& run);

/// One operation of an expression. What its members mean is said where its `evaluate` is.
struct Node {
  Evaluate evaluate = nullptr;
  const Node* a = nullptr;
  const Node* b = nullptr;
  const Node* c = nullptr;
  const void* (*get)(const void* record) = nullptr;
  const Type* type = nullptr;
  const Shape* shape = nullptr;
  const Macro* macro = nullptr;
  std::uint32_t slot = 0;
  Value constant;
  std::vector<const Node*> more;
  Where where;
};

struct Step {
  enum class Kind : std::uint8_t {
    text,    ///< writes `text`
    write,   ///< writes `node` by `write`
    jump,    ///< to `target`
    unless,  ///< to `target` unless `node`
    set,     ///< `slot` to `node`
    loop,    ///< over the list `node`: the Loop in `slot`, its element in `slot + 1`; to `target` when there is none
    next,    ///< element of the loop in `slot`: to `target` while there is one
    call,    ///< of the macro of `node`, written here
  };
  Kind kind;
  std::uint32_t slot = 0;
  std::uint32_t target = 0;
  const Node* node = nullptr;
  Write write = nullptr;
  std::string_view text = {};
  Where where = {};
};

struct Program {
  std::vector<Step> steps;
  std::uint32_t slots = 0;  ///< values that it keeps while it runs
};

/// A macro for the types of one kind of call.
struct Macro {
  const MacroSyntax* syntax = nullptr;
  Origin origin;  ///< its file, called from where it was first
  std::vector<const Shape*> arguments;
  Program program;
  bool writes_holes = false;
  std::vector<const Macro*> calls;
};

/// All that a template is made of. Addresses are stable.
struct Compiled {
  Program main;
  std::deque<Node> nodes;
  std::deque<std::string> texts;
  std::deque<Macro> macros;
  std::deque<Origin> origins;
  std::vector<std::unique_ptr<const File>> files;
  Shapes shapes;
  const locale::Locale* locale = nullptr;
  Limits limits;
};

}  // namespace cenacle::tmpl
