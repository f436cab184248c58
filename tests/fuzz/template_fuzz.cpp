// Any text as a template, with the files that it brings in: compiled or refused with a place, rendered or stopped at a
// limit. The first file that is called page.html, page.md or page.txt is the template, so its name chooses the
// escaping.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "../unit/template/theme.h"
#include "bundle.h"

using namespace cenacle;

namespace {

/// Ends the run when something that never happens has happened.
void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view main_file(const fuzz::Files& files) {
  for (const std::string_view name : {"page.md", "page.txt"})
    if (files.contains(name) && !files.contains("page.html")) return name;
  return "page.html";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tmpl::test::World world;
  static tmpl::test::Theme theme;
  theme.files = fuzz::unbundle({reinterpret_cast<const char*>(data), size}, "page.html");
  theme.limits.output = 1u << 16;
  theme.limits.turns = 5'000;
  const tmpl::Environment environment = theme.environment();

  diag::Diagnostics diagnostics;
  const auto page = tmpl::compile(main_file(theme.files), *tmpl::type_of<tmpl::test::Page>(), environment, diagnostics);
  require((page == nullptr) == (diagnostics.errors() > 0));
  for (const diag::Diagnostic& mistake : diagnostics.sorted())
    require(!mistake.summary.empty() && !mistake.place.path.empty());
  if (page == nullptr) return 0;

  tmpl::Output first, second;
  const auto failure = page->render(&world.page, &first, "../");
  require(!failure || (!failure->summary.empty() && failure->place.line > 0));
  require(page->render(&world.page, &second, "../").has_value() == failure.has_value());
  if (failure) return 0;
  require(first.text == second.text && first.holes.size() == second.holes.size());
  for (const tmpl::HoleAt& hole : first.holes) require(hole.offset <= first.text.size());
  return 0;
}
