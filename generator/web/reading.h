// What the preview is given each time the portal is read, and by whom.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "web/edition.h"

namespace cenacle::web {

/// A mistake as `check` shows it on a terminal: place, line, caret, help.
struct Mistake {
  bool error = true;
  std::string text;
  friend bool operator==(const Mistake&, const Mistake&) = default;
};

struct Reading {
  std::unique_ptr<const Edition> edition;  ///< null when there are errors
  std::vector<Mistake> mistakes;           ///< warnings too, in the order of `check`
};

/// Reads the portal from where it lives. Called by one thread at a time.
class Reader {
 public:
  virtual ~Reader() = default;
  /// Whether anything that the portal is made of has changed since the last call.
  virtual bool changed() = 0;
  virtual Reading read() = 0;
  /// A mistake that only making a page shows.
  virtual Mistake shown(const diag::Diagnostic& diagnostic) const = 0;
};

}  // namespace cenacle::web
