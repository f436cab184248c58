// Diagnostics as data: where in which file, what is wrong, what to do. Showing them is diag/render.h.
#include "diag/diagnostics.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace cenacle::diag {

namespace {

auto key(const Diagnostic& d) { return std::tie(d.place, d.code.name, d.summary, d.notes, d.help); }

}  // namespace

Place place_in(std::string_view path, std::string_view text, std::size_t offset, std::size_t length,
               std::uint32_t first_line) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  std::string_view marked = text.substr(offset, length);
  marked = marked.substr(0, marked.find_first_of("\r\n"));
  return {std::string(path), first_line + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<std::uint32_t>(base::code_points(before.substr(line_start))),
          static_cast<std::uint32_t>(base::code_points(marked))};
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::scoped_lock lock(mutex_);
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::add(Code code, Place place, std::string summary, std::string help, std::vector<Note> notes) {
  add(Diagnostic{code, std::move(place), std::move(summary), std::move(notes), std::move(help)});
}

void Diagnostics::add_all(std::vector<Diagnostic> diagnostics) {
  const std::scoped_lock lock(mutex_);
  for (Diagnostic& diagnostic : diagnostics) all_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> copy;
  {
    const std::scoped_lock lock(mutex_);
    copy = all_;
  }
  std::sort(copy.begin(), copy.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
  copy.erase(std::unique(copy.begin(), copy.end(), [](const auto& a, const auto& b) { return key(a) == key(b); }),
             copy.end());
  return copy;
}

std::size_t Diagnostics::count(Severity severity) const {
  const auto all = sorted();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const auto& d) { return d.code.severity == severity; }));
}

std::size_t Diagnostics::errors() const { return count(Severity::error); }

std::size_t Diagnostics::warnings() const { return count(Severity::warning); }

}  // namespace cenacle::diag
