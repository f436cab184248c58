// Any files laid over a small portal: loaded, judged and made into pages, or refused; never a crash, and the same
// twice.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "bundle.h"
#include "content/links.h"
#include "content/load.h"
#include "formats/locale/locale.h"
#include "rules/holidays.h"
#include "rules/rules.h"
#include "site/pages_of_tree.h"
#include "site/renderer.h"
#include "site/theme.h"

using namespace cenacle;

namespace {

fuzz::Files read_folder(const std::filesystem::path& folder, const std::string& below) {
  fuzz::Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[below + std::filesystem::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

/// What every input is laid over, and the theme its pages are made with. The working folder is the repository.
struct Ground {
  fuzz::Files files = read_folder("tests/golden/base", "");
  locale::Locale french{"fr"};
  base::MemoryFileSystem themes{read_folder("themes/default", "themes/default/")};
  diag::Diagnostics diagnostics;
  std::unique_ptr<const site::Theme> theme = site::Theme::load(themes, "default", french, diagnostics);
};

const Ground& ground() {
  static const Ground once;
  return once;
}

/// Every page of every tree, one after the other.
std::string pages_of(const content::Content& content, const content::Links& links, const Ground& on,
                     diag::Diagnostics& diagnostics) {
  std::string all;
  const site::Renderer renderer(content, links, *on.theme, 0);
  const auto has = [&](std::string_view name) { return on.theme->find(name) != nullptr; };
  const auto keep = [](std::string_view, std::uint64_t) { return false; };
  const auto put = [&](std::string_view path, std::uint64_t, const std::vector<std::string_view>& pieces) {
    all.append(path).append("\n");
    for (const std::string_view piece : pieces) all += piece;
  };
  std::vector<site::Tree> trees = site::trees_of(*content.portal);
  const site::Audiences restricted = site::audiences_of(trees);
  for (site::Tree& tree : trees) {
    const site::PagesOfTree pages(content, std::make_unique<site::Tree>(std::move(tree)), restricted, on.french, has, 1);
    site::Renderer::Desk desk;
    for (const site::PageJob& job : pages.jobs()) renderer.make(pages.tree(), job, desk, keep, put, diagnostics);
  }
  return all;
}

/// What a build would make, and all that it would report, as one text.
std::string make(const base::FileSystem& files, const Ground& on, std::string* cache) {
  diag::Diagnostics diagnostics;
  const base::Instant now = *base::parse_instant("2026-09-15T09:00:00+02:00");
  const content::Content content = content::load(files, {now, 1}, *cache, diagnostics);
  std::string all;
  if (content.portal) {
    const content::Links links(content);
    rules::check(*content.portal, rules::Holidays{}, diagnostics);
    if (diagnostics.errors() == 0) all = pages_of(content, links, on, diagnostics);
    content::check_texts(content, links, 1, diagnostics);
    *cache = content::save_cache(content);
  }
  for (const diag::Diagnostic& one : diagnostics.sorted()) {
    if (one.summary.empty() || one.code.name.empty()) std::abort();
    all.append(one.place.path).append(std::to_string(one.place.line)).append(one.summary).append("\n");
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  if (!ground().theme) std::abort();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Files all = ground().files;
  for (auto& [path, bytes] :
       fuzz::unbundle({reinterpret_cast<const char*>(data), size}, "content/cercle/groups/accueil.md"))
    all[path] = bytes;
  const base::MemoryFileSystem files(std::move(all));
  std::string cache;
  const std::string first = make(files, ground(), &cache);
  if (make(files, ground(), &cache) != first) std::abort();  // with what the first run remembers
  return 0;
}
