// Any text as a template, with the files that it brings in: compiled or refused with a place, rendered or stopped at a
// limit.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "bundle.h"
#include "formats/locale/locale.h"
#include "template/template.h"

using namespace cenacle;

namespace {

struct Row {
  std::string title;
  std::int64_t count = 0;
  std::optional<base::Date> day;
};

struct Root {
  std::string title = "Groupe « Archives » & <co>";
  std::optional<std::string> summary;
  std::int64_t count = 3;
  bool open = true;
  base::Date day{2026, 9, 15};
  tmpl::Moment start{{{2026, 9, 15}, 9, 30}, "Europe/Paris"};
  std::vector<Row> rows = {{"b", 2, std::nullopt}, {"a", 1, base::Date{2026, 10, 6}}, {"é", 2, std::nullopt}};
  std::vector<std::string> words = {"un", "deux"};
  tmpl::Hole body{0};
};

}  // namespace

template <>
struct cenacle::tmpl::Describe<Row> {
  static constexpr std::string_view name = "row";
  static void fields(Fields<Row>& f) {
    f.add<&Row::title>("title", "its title");
    f.add<&Row::count>("count", "how many");
    f.add<&Row::day>("day", "when");
  }
};

template <>
struct cenacle::tmpl::Describe<Root> {
  static constexpr std::string_view name = "root";
  static void fields(Fields<Root>& f) {
    f.add<&Root::title>("title", "its title");
    f.add<&Root::summary>("summary", "in a sentence");
    f.add<&Root::count>("count", "how many");
    f.add<&Root::open>("open", "whether it is open");
    f.add<&Root::day>("day", "when");
    f.add<&Root::start>("start", "at what time");
    f.add<&Root::rows>("rows", "its rows");
    f.add<&Root::words>("words", "some words");
    f.add<&Root::body>("body", "its text");
  }
};

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const locale::Locale french("fr");
  static const tmpl::Words words = {{"title", "Titre"}, {"count.one", "un"}};
  const fuzz::Files files = fuzz::unbundle({reinterpret_cast<const char*>(data), size}, "page.html");
  tmpl::Environment environment;
  environment.load = [&](std::string_view name) -> std::optional<tmpl::Source> {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return tmpl::Source{found->first, found->second};
  };
  environment.words = &words;
  environment.locale = &french;
  environment.limits.output = 1u << 16;
  environment.limits.turns = 5'000;

  diag::Diagnostics diagnostics;
  const auto page = tmpl::compile("page.html", *tmpl::type_of<Root>(), environment, diagnostics);
  if ((page == nullptr) != (diagnostics.errors() > 0)) std::abort();
  if (page == nullptr) return 0;
  const Root root;
  tmpl::Output first, second;
  const auto failure = page->render(&root, &first);
  if (failure && failure->summary.empty()) std::abort();
  if (page->render(&root, &second).has_value() != failure.has_value()) std::abort();
  if (!failure && first.text != second.text) std::abort();
  return 0;
}
