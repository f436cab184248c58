// Digests that others can compute again: the examples of FIPS 180-4.
#include "formats/hash/hash.h"

#include <doctest/doctest.h>

TEST_CASE("SHA-256 is the standard's") {
  CHECK(cenacle::hash::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(cenacle::hash::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(cenacle::hash::sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
