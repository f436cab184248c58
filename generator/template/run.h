// One rendering while it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "template/arena.h"
#include "template/program.h"

namespace cenacle::tmpl {

/// Thrown when a rendering cannot go on; `Template::render` hands the diagnostic out.
struct Stop {
  diag::Diagnostic diagnostic;
};

class Run {
 public:
  Run(const Compiled& compiled, const void* root_record, Output* output)
      : root(root_record),
        locale(*compiled.locale),
        limits(compiled.limits),
        out(&output->text),
        holes(&output->holes) {}

  const void* const root;
  const locale::Locale& locale;
  const Limits& limits;
  std::string_view up;  ///< from the page to its tree's root: "../../"
  Arena arena{limits.memory, limits.work};
  Value* frame = nullptr;  ///< the slots of the program that runs
  std::string* out;        ///< what is written to
  std::vector<HoleAt>* holes;
  std::uint64_t turns = 0;  ///< of all loops so far
  std::size_t depth = 0;    ///< macros that are running

  Value text(std::string_view made) { return Value(arena.copy(made)); }
  Array* array(std::size_t capacity);  ///< of that many items, none of them there
  Value* values(std::size_t count);

  [[noreturn]] static void fail(const Where& where, diag::Code code, std::string summary, std::string help = {});
};

/// Runs the steps of `program` over `run.frame`.
void execute(const Program& program, Run& run);

/// Runs the macro of a call (`more`: its arguments), which writes where `run` writes.
void call_macro(const Node& call, Run& run);

}  // namespace cenacle::tmpl
