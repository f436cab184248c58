// Sending what the outbox holds: each message is written again from its action, offered, and its fate recorded.
#pragma once

#include <cstdint>
#include <string>

#include "cli/post.h"
#include "delivery/outbox.h"
#include "delivery/settings.h"

namespace cenacle::cli {

/// Where mails go, as the portal is set. Mistakes in the settings are printed, and stop.
Or<delivery::Settings> mail_settings(const Context& context);

/// Sends all that is due. A failure is the ledger's, or says that another process of this portal sends.
Or<delivery::Tally> dispatch(const Context& context, const Post& post, const delivery::Settings& settings);

}  // namespace cenacle::cli
