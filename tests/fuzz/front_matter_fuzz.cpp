// Any bytes as a `.md` file: its front matter is split off, read and kept as an image; every mistake has a place in the
// file.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/front_matter.h"
#include "diag/diagnostics.h"
#include "formats/toml/toml.h"

using namespace cenacle;

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  diag::Diagnostics diagnostics;
  if (!content::is_utf8(bytes, "f.md", diagnostics)) {
    demand(diagnostics.errors() == 1);
    return 0;
  }
  const content::FrontMatter front = content::split_front_matter(bytes, "f.md", diagnostics);
  demand(front.readable || diagnostics.errors() > 0);
  if (!front.readable) return 0;
  demand(front.body_offset <= bytes.size());
  const toml::Node tree = toml::parse(front.toml, "f.md", front.toml_line, diagnostics);

  const auto lines = static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\n') + 1);
  for (const diag::Diagnostic& one : diagnostics.sorted()) demand(one.place.line <= lines && !one.summary.empty());

  std::string image, again;
  toml::encode(tree, &image);
  toml::Node decoded;
  std::string_view rest = image;
  demand(toml::decode(&rest, &decoded) && rest.empty());
  toml::encode(decoded, &again);
  demand(image == again);
  return 0;
}
