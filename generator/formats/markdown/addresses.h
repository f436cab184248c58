// Bare addresses in plain text: what a reader would want to click.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace cenacle::markdown {

struct Address {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  bool mail = false;               ///< a mailbox; else http: or https:
};

/// `http://…`, `https://…` and mailboxes, in order; punctuation that ends the sentence is left out.
std::vector<Address> find_addresses(std::string_view text);

}  // namespace cenacle::markdown
