// One mail at work: what it is written from, and what goes with it. The makers of letters (one for each thing that a
// mail may be about) fill in a view for the template, and enclose texts, files, an invitation.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/result.h"
#include "mail/around.h"
#include "mail/message.h"

namespace cenacle::mail {

struct Job {
  const workflow::Action& action;
  const Subject& subject;
  const Reader& reader;
  Answering answering;
  base::Instant at;
  base::Date today;
};

struct Enclosed {
  std::vector<const Written*> texts;  ///< of the holes, by number
  std::vector<File> files;
  std::string calendar, method;

  /// Encloses the file, unless all would then be more than so many kilobytes: whether it did.
  bool add(File file, std::int64_t most_kilobytes) {
    std::size_t bytes = file.bytes.size();
    for (const File& it : files) bytes += it.bytes.size();
    if (bytes > static_cast<std::size_t>(std::max<std::int64_t>(most_kilobytes, 0)) * 1000) return false;
    files.push_back(std::move(file));
    return true;
  }
  /// The hole of a text; none for null.
  Hole hole(const Written* text) {
    if (text == nullptr) return {};
    texts.push_back(text);
    return {static_cast<std::uint32_t>(texts.size() - 1)};
  }
};

/// A mail that cannot be written: what it is about is not there any more.
base::Failure gone(const Job& job);

}  // namespace cenacle::mail
