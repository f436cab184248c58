// The preview over HTTP, for this machine only.
#pragma once

#include <memory>

#include "base/result.h"
#include "web/preview.h"

namespace cenacle::web {

/// Listens on the loopback addresses (127.0.0.1, and ::1 where there is one) and nowhere else, and answers only
/// requests that name one of them: a page of the web that has its own name lead here learns nothing.
class Server {
 public:
  /// `port` 0 takes any that is free. `busy` when the port is taken; the message names the next one that is free.
  /// `preview` lives as long as this.
  static base::Result<std::unique_ptr<Server>> listen(Preview& preview, int port);
  /// Ends what still listens to changes, waits for answers that are being made, and closes.
  ~Server();

  int port() const;

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Whether a request's Host names this machine: "localhost", "127.0.0.1", "[::1]", each with or without a port.
bool is_loopback(std::string_view host);

}  // namespace cenacle::web
