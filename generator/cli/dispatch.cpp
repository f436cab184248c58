// Sending what the outbox holds.
#include "cli/dispatch.h"

#include <unistd.h>

#include <chrono>

#include <fmt/format.h>

#include "cli/outlook.h"
#include "delivery/sender.h"
#include "formats/mime/mime.h"
#include "workflow/outbox.h"

namespace cenacle::cli {

namespace {

/// Begins at the command's now, and goes on with the time.
class RunningClock final : public base::Clock {
 public:
  explicit RunningClock(base::Instant start) : start_(start) {}
  base::Instant now() const override {
    return start_ + std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - began_);
  }

 private:
  base::Instant start_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// On a terminal: how far it is.
void show_progress(const delivery::Tally& tally) {
  fmt::print(stderr, "\r{} ", tally.accepted + tally.refused + tally.deferred + tally.in_doubt);
}

}  // namespace

Or<delivery::Settings> mail_settings(const Context& context) {
  std::vector<std::string> mistakes;
  delivery::Settings settings = delivery::read_settings(context.folder, delivery::process_environment(), &mistakes);
  if (mistakes.empty()) return settings;
  for (const std::string& it : mistakes) fmt::print(stderr, "{}\n", it);
  return Stop{Exit::mistakes, "content", ""};
}

Or<delivery::Tally> dispatch(const Context& context, const Post& post, const delivery::Settings& settings) {
  const auto place = ledger::Place::of(context.folder);
  if (!place) return place.failure();
  const auto ledger = ledger::Ledger::open(*place);
  if (!ledger) return ledger.failure();
  if (const auto drawn = (*ledger)->secret(); !drawn) return drawn.failure();
  // Mails are written from one state of the ledger, read apart: it is being written to.
  const auto outlook = Outlook::open(context, post, Outlook::For::letters);
  if (!outlook) return outlook.stop();
  const auto sender = delivery::Sender::take(context.folder);
  if (!sender) return sender.failure();
  const auto transport = delivery::transport_of(settings, context.folder);
  const delivery::Compose compose = [&](const model::Message& message) -> base::Result<delivery::Parcel> {
    const auto action = workflow::action_of(message);
    if (!action) return base::Failure{base::FailureKind::not_found, "its action cannot be read"};
    const auto written = (*outlook)->write(*action, message.id, message.queued);
    if (!written) return written.failure();
    auto bytes = mime::write(written->letter);
    if (!bytes) return base::Failure{base::FailureKind::not_found, bytes.failure().message};
    return delivery::Parcel{message.id, written->envelope_from, written->letter.to.address, std::move(*bytes)};
  };
  delivery::Sending sending;
  sending.sender = sender->name();
  if (settings.smtp) sending.limits = {settings.smtp->per_minute, settings.smtp->domain_per_minute};
  if (isatty(STDERR_FILENO) != 0) sending.progress = show_progress;
  const RunningClock clock(context.now);
  auto sent = delivery::send(**ledger, *transport, compose, clock, sending);
  if (sending.progress) fmt::print(stderr, "\r");
  if (!sent) return sent.failure();
  return std::move(*sent);
}

}  // namespace cenacle::cli
