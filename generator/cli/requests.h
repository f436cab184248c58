// A request to a network as its facts leave it: what was asked, to whom it went, what was answered.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/registration.h"

namespace cenacle::cli {

struct Request {
  model::Fact asked;
  std::string role;  ///< id of whoever has it now; empty: nobody
  std::vector<model::Fact> replies;
  std::optional<model::Fact> closed;
};

/// From the facts of one request, in order; nothing when there are none.
std::optional<Request> request_of(std::span<const model::Fact> facts);
/// From the facts of many, by number.
std::vector<Request> requests_of(std::span<const model::Fact> facts);

}  // namespace cenacle::cli
