// The way out of a message: an outbox folder, or a relay. What a relay says is told for each message; what became of
// one is never guessed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

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
    accepted,   ///< the relay has it
    deferred,   ///< 4xx, or not reached: nothing of it left; to be tried again
    refused,    ///< 5xx: final
    uncertain,  ///< the connection ended after the data and before the answer: it may have it
  };
  std::int64_t message = 0;
  Outcome outcome = Outcome::deferred;
  int code = 0;        ///< SMTP reply; 0: none
  std::string answer;  ///< the relay's words, without line ends or controls, at most 500 octets
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// How many messages it can take at a time.
  virtual std::size_t width() const = 0;
  /// Offers the parcels, on as many connections as it has, and tells each receipt as it comes, in any order, from the
  /// calling thread. Every parcel has its receipt when it returns.
  virtual void send(std::span<const Parcel> parcels, const std::function<void(Receipt)>& told) = 0;
};

}  // namespace cenacle::delivery
