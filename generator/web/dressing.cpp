// What the preview changes in a page of the portal on its way to the browser; the page itself stays as `build` makes
// it.
#include "web/dressing.h"

#include <algorithm>

namespace cenacle::web {

std::string before_body_ends(std::string page, std::string_view markup) {
  page.insert(std::min(page.rfind("</body>"), page.size()), markup);
  return page;
}

std::string with_links_moved(std::string_view page, std::vector<Moved> moved) {
  constexpr std::string_view attribute = " href=\"";
  std::sort(moved.begin(), moved.end(), [](const Moved& a, const Moved& b) { return a.from.size() > b.from.size(); });
  std::string out;
  out.reserve(page.size());
  std::size_t copied = 0;
  for (std::size_t at = page.find(attribute); at != page.npos; at = page.find(attribute, at + 1)) {
    const std::size_t tag = page.rfind('<', at);
    if (tag == page.npos || page.substr(tag, 3) != "<a ") continue;
    const std::size_t address = at + attribute.size();
    const auto it = std::find_if(moved.begin(), moved.end(),
                                 [&](const Moved& one) { return page.substr(address).starts_with(one.from); });
    if (it == moved.end() || it->to.empty()) continue;
    out.append(page, copied, address - copied).append(it->to);
    copied = address + it->from.size();
  }
  return out.append(page, copied);
}

std::size_t occurrences(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

}  // namespace cenacle::web
