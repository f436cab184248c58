// Mails as files of a folder, for whoever wants to look before anything leaves: the transport of a portal that has set
// none.
#pragma once

#include <string>

#include "delivery/transport.h"

namespace cenacle::delivery {

/// `N.eml` for the message of that number, whole or not there, synced; for its owner only. One that is written again
/// takes the place of the first.
class FolderTransport final : public Transport {
 public:
  explicit FolderTransport(std::string folder) : folder_(std::move(folder)) {}
  void send(const Exchange& exchange) override;

 private:
  std::string folder_;
};

}  // namespace cenacle::delivery
