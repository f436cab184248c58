// One connection to a relay (libcurl), and what its answers mean.
#pragma once

#include <memory>
#include <string>

#include "delivery/settings.h"
#include "delivery/transport.h"

namespace cenacle::delivery {

/// What may be known of a transaction that ended: how far it went, and the relay's last answer.
struct Course {
  enum class Stage : std::uint8_t {
    session,    ///< connection, greeting, STARTTLS, login
    sender,     ///< MAIL
    recipient,  ///< RCPT
    data,       ///< DATA, and the octets
    end,        ///< all octets were given; the relay's next word is about the message
  };
  Stage stage = Stage::session;
  int code = 0;  ///< of the answer to this stage; 0: none came
};
/// 4xx and 5xx mean the message only where they answer it; before it, they mean us. Once all octets have left, silence
/// is doubt.
Receipt::Outcome outcome_of(const Course& course);

/// One thread at a time. The connection stays open from one mail to the next.
class SmtpConnection {
 public:
  explicit SmtpConnection(const Smtp& settings);
  ~SmtpConnection();
  SmtpConnection(const SmtpConnection&) = delete;
  SmtpConnection& operator=(const SmtpConnection&) = delete;

  Receipt offer(const Parcel& parcel);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::delivery
