// A compiled expression and what is known of it.
#pragma once

#include <string>
#include <vector>

#include "template/program.h"

namespace cenacle::tmpl {

struct Typed {
  const Node* node = nullptr;
  const Shape* shape = nullptr;
  Where where = {};
  std::string path = {};                   ///< of a name or a field of one; else empty
  std::vector<std::string> if_true = {};   ///< paths that are there when it is true
  std::vector<std::string> if_false = {};  ///< paths that are there when it is false
};

}  // namespace cenacle::tmpl
