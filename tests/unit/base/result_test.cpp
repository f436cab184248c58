// base/result: a value or a failure, and what may be done with one that is about to go.
#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>
#include <type_traits>
#include <vector>

using namespace cenacle::base;

namespace {

Result<std::vector<std::string>> words() { return std::vector<std::string>{"a word that is too long to be kept in place", "b"}; }

}  // namespace

TEST_CASE("a value or a failure") {
  const Result<int> good = 3;
  CHECK(static_cast<bool>(good));
  CHECK(*good == 3);
  const Result<int> bad = Failure{FailureKind::busy, "later"};
  CHECK_FALSE(static_cast<bool>(bad));
  CHECK(bad.failure().kind == FailureKind::busy);
}

TEST_CASE("a result that is about to go gives its value away, and no view of it") {
  static_assert(std::is_same_v<decltype(*words()), std::vector<std::string>>);
  static_assert(std::is_same_v<decltype(words().value()), std::vector<std::string>>);
  std::string all;
  for (const std::string& word : *words()) all += word;  // the sanitizers look
  CHECK(all == "a word that is too long to be kept in placeb");
  Result<std::unique_ptr<int>> owner = std::make_unique<int>(4);
  const std::unique_ptr<int> taken = *std::move(owner);
  CHECK(*taken == 4);
}
