// What the preview changes in a page of the portal on its way to the browser; the page itself stays as `build` makes
// it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::web {

/// `page` with `markup` before the end of its body, or at its end when it has none.
std::string before_body_ends(std::string page, std::string_view markup);

/// An address on the web ("https://espaces.example/finances/"), and what stands for it here; empty: it stays.
struct Moved {
  std::string from, to;
};

/// `page` with the addresses of its `<a href="…">` moved. The longest `from` that an address begins with counts.
std::string with_links_moved(std::string_view page, std::vector<Moved> moved);

/// How many times `what` stands in `text`.
std::size_t occurrences(std::string_view text, std::string_view what);

}  // namespace cenacle::web
