// Several connections to one relay, a thread each.
#pragma once

#include "delivery/settings.h"
#include "delivery/transport.h"

namespace cenacle::delivery {

/// A connection that cannot be made, or is sent away before it has said anything of a message, is not used again until
/// the next `send`: a relay that takes two of four is served by two, and one that is away ends the sending.
class SmtpTransport final : public Transport {
 public:
  explicit SmtpTransport(Smtp settings) : settings_(std::move(settings)) {}
  void send(const Exchange& exchange) override;

 private:
  Smtp settings_;
};

}  // namespace cenacle::delivery
