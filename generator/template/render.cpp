// Rendering: the steps of a program, one after the other, into one buffer.
#include <new>

#include "template/run.h"

namespace cenacle::tmpl {

namespace {

void check_output(const Step& step, const Run& run) {
  if (run.out->size() > run.limits.output)
    Run::fail(step.where, diag::code::template_runtime,
              "the output is longer than " + std::to_string(run.limits.output) + " bytes",
              "divide the page, or look for a loop that writes too much");
}

/// Begins the loop of `step`: whether it has an element.
bool begin_loop(const Step& step, Run& run) {
  const Arena::Mark before = run.arena.mark();
  const List list = step.node->evaluate(*step.node, run).list;
  const std::size_t size = size_of(list);
  if (size == 0) {
    run.arena.rewind(before);
    return false;
  }
  auto* const loop = new (run.arena.allocate(sizeof(Loop))) Loop{list, size, 0, before, {}};
  loop->turn = run.arena.mark();
  run.frame[step.slot] = Value(static_cast<const Loop*>(loop));
  run.frame[step.slot + 1] = element_of(list, 0);
  return true;
}

/// Goes to the next element, if there is one.
bool next_turn(const Step& step, Run& run) {
  auto* const loop = const_cast<Loop*>(run.frame[step.slot].loop);  // made by begin_loop
  if (++run.turns > run.limits.turns)
    Run::fail(step.where, diag::code::template_runtime,
              "the loops of this page turn more than " + std::to_string(run.limits.turns) + " times",
              "loop over fewer things: `slice`, `where`, or a page for each part");
  if (++loop->index == loop->size) {
    run.arena.rewind(loop->before);
    return false;
  }
  run.arena.rewind(loop->turn);
  run.frame[step.slot + 1] = element_of(loop->list, loop->index);
  return true;
}

/// One step; returns the number of the next.
std::size_t advance(const Step& step, std::size_t at, Run& run) {
  switch (step.kind) {
    case Step::Kind::text:
      run.out->append(step.text);
      check_output(step, run);
      break;
    case Step::Kind::write: {
      const Arena::Mark mark = run.arena.mark();
      step.write(step.node->evaluate(*step.node, run), run);
      run.arena.rewind(mark);
      check_output(step, run);
      break;
    }
    case Step::Kind::jump:
      return step.target;
    case Step::Kind::unless: {
      const Arena::Mark mark = run.arena.mark();
      const bool holds = step.node->evaluate(*step.node, run).boolean;
      run.arena.rewind(mark);
      if (!holds) return step.target;
      break;
    }
    case Step::Kind::set:
      run.frame[step.slot] = step.node->evaluate(*step.node, run);
      break;
    case Step::Kind::loop:
      if (!begin_loop(step, run)) return step.target;
      break;
    case Step::Kind::next:
      if (next_turn(step, run)) return step.target;
      break;
    case Step::Kind::call: {
      const Arena::Mark mark = run.arena.mark();
      call_macro(*step.node, run);
      run.arena.rewind(mark);
      break;
    }
  }
  return at + 1;
}

}  // namespace

Value* Run::values(std::size_t count) {
  auto* const memory = static_cast<Value*>(arena.allocate(count * sizeof(Value)));
  for (std::size_t i = 0; i < count; ++i) new (memory + i) Value();
  return memory;
}

Array* Run::array(std::size_t capacity) {
  Value* const items = values(capacity);
  return new (arena.allocate(sizeof(Array))) Array{0, items};
}

void Run::fail(const Where& where, diag::Code code, std::string summary, std::string help) {
  Stop stop{{code, place_of(where), std::move(summary), {}, std::move(help)}};
  append_notes(&stop.diagnostic.notes, where.origin, false);
  throw stop;
}

void execute(const Program& program, Run& run) {
  const std::vector<Step>& steps = program.steps;
  std::size_t at = 0;
  try {
    while (at < steps.size()) at = advance(steps[at], at, run);
  } catch (const Arena::Exhausted&) {
    Run::fail(steps[at].where, diag::code::template_runtime, "this makes more text or longer lists than any page needs",
              "look for a text or a list that grows in a loop");
  }
}

void call_macro(const Node& call, Run& run) {
  if (++run.depth > run.limits.macros)
    Run::fail(call.where, diag::code::template_depth,
              "macros call each other deeper than " + std::to_string(run.limits.macros) + " levels",
              "end the recursion with an `if`");
  const Macro& macro = *call.macro;
  Value* const frame = run.values(macro.program.slots);
  for (std::size_t i = 0; i < call.more.size(); ++i) frame[i] = call.more[i]->evaluate(*call.more[i], run);
  Value* const outer = std::exchange(run.frame, frame);
  try {
    execute(macro.program, run);
  } catch (Stop& stop) {
    auto& notes = stop.diagnostic.notes;
    const diag::Note note{"called from here", place_of(call.where)};
    if (notes.size() < 12 && (notes.empty() || notes.back() != note)) notes.push_back(note);
    append_notes(&notes, call.where.origin, false);
    throw;
  }
  run.frame = outer;
  --run.depth;
}

Template::Template(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Template::~Template() = default;

std::optional<diag::Diagnostic> Template::render(const void* root, Output* out, std::string_view up) const {
  out->text.clear();
  out->holes.clear();
  Run run(*compiled_, root, out);
  run.up = up;
  try {
    run.frame = run.values(compiled_->main.slots);
    execute(compiled_->main, run);
  } catch (Stop& stop) {
    return std::move(stop.diagnostic);
  }
  return std::nullopt;
}

std::vector<std::string_view> Template::files() const {
  std::vector<std::string_view> paths;
  for (const auto& file : compiled_->files) paths.push_back(file->source.path);
  return paths;
}

}  // namespace cenacle::tmpl
