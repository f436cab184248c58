// Tokens of answer links: what is written is read, what was changed is not.
#include <doctest/doctest.h>

#include "mail/token.h"

using namespace cenacle::mail;

namespace {

const std::string secret = "0123456789abcdef0123456789abcdef";

}  // namespace

TEST_CASE("a token is read as it was written, in any case") {
  for (const Token& token : {Token{1, Reply::present, 0, 0}, Token{4'294'967'295, Reply::choice, 12, 3}, Token{77, Reply::bounce, 0, 0}}) {
    std::string text = write_token(token, secret);
    CHECK(text.size() == token_length);
    CHECK(read_token(text, secret) == token);
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    CHECK(read_token(text, secret) == token);
  }
}

TEST_CASE("no other token of the same length is one") {
  const std::string text = write_token({42, Reply::absent, 0, 0}, secret);
  CHECK_FALSE(read_token(text, "another secret").has_value());
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const char c : {'a', 'b', 'q', '7'}) {
      std::string changed = text;
      if (changed[i] == c) continue;
      changed[i] = c;
      CAPTURE(changed);
      CHECK_FALSE(read_token(changed, secret).has_value());
    }
  CHECK_FALSE(read_token(text.substr(1), secret).has_value());
  CHECK_FALSE(read_token("", secret).has_value());
  CHECK_FALSE(read_token(text + "a", secret).has_value());
}

TEST_CASE("a token is found in what people and machines put around it") {
  const Token token{9, Reply::remote, 0, 0};
  const std::string text = write_token(token, secret);
  for (const std::string& around : {"Re: À distance " + text, "[EXT] RE : " + text + " (merci)", "reponses+" + text + "@reseaux.example",
                                    "abcdefghijklmnopqrstuvwx " + text})
    CHECK(find_token(around, secret) == token);
  CHECK_FALSE(find_token("Re: " + text + "x", secret).has_value());
  CHECK_FALSE(find_token("", secret).has_value());
}

TEST_CASE("a feed's name says nothing of whose it is, and is no token") {
  const std::string one = feed_token("p-aaaaaaaaaaaaaaaa", secret);
  CHECK(one.size() == 32);
  CHECK(one == feed_token("p-aaaaaaaaaaaaaaaa", secret));
  CHECK(one != feed_token("p-aaaaaaaaaaaaaaab", secret));
  CHECK(one != feed_token("p-aaaaaaaaaaaaaaaa", "another secret"));
  CHECK_FALSE(find_token(one, secret).has_value());
}
