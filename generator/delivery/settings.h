// Where mails go: `.cenacle/mail.toml`, or $CENACLE_SMTP_…, never Git. Without either, a folder of .eml files, so that
// nobody mails anyone by accident.
//
//   [smtp]
//   host = "relais.example"
//   port = 587                      # 587 with starttls, 465 with tls, 25 with none
//   security = "starttls"           # or "tls" from the first octet, or "none"
//   user = "portail"
//   password_file = "smtp-password" # or password = "…"; or token_file, token: XOAUTH2. Below .cenacle/
//   authentication = "plain"        # or "login", "xoauth2"; what the relay offers unless it is said
//   certificates = "/etc/ssl/x.pem" # who is trusted; the system's unless it is said
//   connections = 4
//   per_minute = 0                  # mails at most; 0: as many as the relay takes
//   domain_per_minute = 0           # to one domain
//   hello = "portail.example"       # the name said to the relay
//   connect_seconds = 30            # time-outs: of a connection, of an answer
//   answer_seconds = 300
//
//   [folder]
//   path = "output/mail"            # instead of [smtp]
//
// Each key of [smtp] may be said by the environment instead, as CENACLE_SMTP_HOST, CENACLE_SMTP_PASSWORD…
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "delivery/transport.h"

namespace cenacle::delivery {

enum class Security : std::uint8_t { none, starttls, tls };

struct Smtp {
  std::string host;
  std::uint16_t port = 0;
  Security security = Security::starttls;
  std::string user, password, token;  ///< secrets: in no message, no log
  std::string authentication;         ///< "plain", "login", "xoauth2"; empty: what the relay offers
  std::string certificates;           ///< file
  std::string hello;
  int connections = 4, per_minute = 0, domain_per_minute = 0;
  int connect_seconds = 30, answer_seconds = 300;
};

struct Settings {
  std::string folder = "output/mail";  ///< below the portal's folder, unless it is absolute
  std::optional<Smtp> smtp;            ///< none: the folder
};

/// The value of an environment variable; nothing when it is not set.
using Environment = std::function<std::optional<std::string>(std::string_view name)>;
Environment process_environment();

/// What is set; each mistake is a sentence that begins with where it stands ("`.cenacle/mail.toml:3`: …") and quotes no
/// value, since it may be a secret. With a mistake, nothing may be sent.
Settings read_settings(const std::string& portal, const Environment& environment, std::vector<std::string>* mistakes);

/// The transport that the settings ask for. `portal` is where a relative folder is.
std::unique_ptr<Transport> transport_of(const Settings& settings, const std::string& portal);
/// In one sentence, without secrets: "relais.example, port 587 (STARTTLS)", "the folder output/mail".
std::string shown(const Settings& settings);

}  // namespace cenacle::delivery
