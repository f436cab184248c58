// The way out of a message: an outbox folder, or a relay. What a relay says is told for each message; what became of
// one is never guessed.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::delivery {

/// A message ready for the wire.
struct Parcel {
  std::int64_t message = 0;  ///< number in the outbox
  std::string from, to;      ///< envelope
  std::string bytes;         ///< RFC 5322, CRLF
};

/// What became of one.
struct Receipt {
  enum class Outcome : std::uint8_t {
    accepted,     ///< the relay has it
    deferred,     ///< 4xx: nothing of it left; to be tried again
    refused,      ///< 5xx: final
    uncertain,    ///< the connection ended after the data and before the answer: it may have it
    unreachable,  ///< nothing of it left, and no other would: no connection, no login, a disk that is full
  };
  std::int64_t message = 0;
  Outcome outcome = Outcome::deferred;
  int code = 0;        ///< SMTP reply; 0: none
  std::string answer;  ///< the relay's words, without line ends or controls, at most 500 octets
};

/// What to go on with. Empty, and no `later`: nothing is left for now.
struct Next {
  std::vector<Parcel> parcels;
  std::optional<std::chrono::milliseconds> later;  ///< there is more, which may not leave before that
};
/// Takes the receipts of what has ended, and gives at most `room` parcels.
using Exchange = std::function<Next(std::vector<Receipt> ended, std::size_t room)>;

class Transport {
 public:
  virtual ~Transport() = default;
  /// Offers what `exchange` gives, on as many connections as it has, until that gives nothing more and every parcel has
  /// had its receipt, or no connection works any more. A connection takes its next parcel from the exchange that its
  /// receipt went into, or from a later one: what is recorded there is recorded before anything follows. `exchange` is
  /// called from the calling thread only.
  virtual void send(const Exchange& exchange) = 0;
};

/// Somebody else's words, fit for the ledger: one line, UTF-8, at most 500 octets.
std::string one_line(std::string_view words);
/// Whether an address may stand on an envelope: in it, nothing ends a line or an address.
bool is_for_envelope(std::string_view address);

}  // namespace cenacle::delivery
