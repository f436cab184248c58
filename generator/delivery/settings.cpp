// Where mails go, as the portal's own machine has it.
#include "delivery/settings.h"

#include <filesystem>

#include <fmt/format.h>

#include "delivery/folder_transport.h"
#include "delivery/smtp_transport.h"

namespace cenacle::delivery {

namespace fs = std::filesystem;

std::unique_ptr<Transport> transport_of(const Settings& settings, const std::string& portal) {
  if (settings.smtp) return std::make_unique<SmtpTransport>(*settings.smtp);
  return std::make_unique<FolderTransport>((fs::path(portal) / settings.folder).string());
}

std::string shown(const Settings& settings) {
  if (!settings.smtp) return fmt::format("the folder {}", settings.folder);
  const Smtp& it = *settings.smtp;
  const std::string_view how = it.security == Security::tls        ? " (TLS)"
                               : it.security == Security::starttls ? " (STARTTLS)"
                                                                   : "";
  return fmt::format("{}, port {}{}", it.host, it.port, how);
}

}  // namespace cenacle::delivery
