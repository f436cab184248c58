// Tokens: what the answer links of a mail say, signed, so that whoever has the mail may answer for its recipient and
// nobody may answer for anybody else. Also the unguessable name of a person's own feed. Pure functions of the portal's
// secret (Ledger::secret).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/person.h"

namespace cenacle::mail {

// The closed list of what a link may answer. Numbers are in mails that have left: they never change.
// X(identifier, word, number)
#define CENACLE_REPLIES(X)                                                                         \
  X(present, "present", 1)                                                                         \
  X(lunch, "lunch", 2)              /* present, and at lunch (A11)                              */ \
  X(remote, "remote", 3)            /*                                                          */ \
  X(absent, "absent", 4)            /*                                                          */ \
  X(substitute, "substitute", 5)    /* the mail's text names somebody else for this meeting     */ \
  X(confirm, "confirm", 6)          /* it was she who asked (D1)                                */ \
  X(take, "take", 7)                /* the seat that is kept (B3)                               */ \
  X(decline, "decline", 8)          /* that seat                                                */ \
  X(agree, "agree", 9)              /* to the quote (B8)                                        */ \
  X(withdraw, "withdraw", 10)       /* her registration                                         */ \
  X(accept, "accept", 11)           /* the decision, by whoever takes it (A14)                  */ \
  X(refuse, "refuse", 12)           /* the decision                                             */ \
  X(approve, "approve", 13)         /* the approval asked of a role (E6)                        */ \
  X(object, "object", 14)           /* to it                                                    */ \
  X(sign, "sign", 15)               /* the charter (E4)                                         */ \
  X(done, "done", 16)               /* what the mail reminds of                                 */ \
  X(reply, "reply", 17)             /* in words: the mail's text                                */ \
  X(choice, "choice", 18)           /* `first`: question of a survey, `second`: choice, from 1  */ \
  X(unsubscribe, "unsubscribe", 19) /* from the message's list                               */    \
  X(bounce, "bounce", 20)           /* in the address that bounces come to                      */

enum class Reply : std::uint8_t {
#define CENACLE_DECLARE(identifier, word, number) identifier = number,
  CENACLE_REPLIES(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};
std::string_view word(Reply reply);
std::optional<Reply> reply_of(std::string_view word);

/// An answer to a message of the outbox: who answers, and about what, is that message's affair.
struct Token {
  std::int64_t message = 0;  ///< from 1 to 2^32 - 1
  Reply reply = Reply::present;
  std::uint8_t first = 0, second = 0;
  friend bool operator==(const Token&, const Token&) = default;
};

/// 24 characters of a-z2-7: 7 octets that say it, and the first 8 of their HMAC-SHA256.
inline constexpr std::size_t token_length = 24;
std::string write_token(const Token& token, std::string_view secret);
/// Nothing when it is not one that this secret made. Case does not matter.
std::optional<Token> read_token(std::string_view text, std::string_view secret);
/// The first token that stands in a text (a subject, the address that a bounce came to), as a word of its own.
std::optional<Token> find_token(std::string_view text, std::string_view secret);

/// The name of a person's own feed, without ".ics": 32 characters of a-z2-7.
std::string feed_token(const model::PersonId& person, std::string_view secret);

}  // namespace cenacle::mail
