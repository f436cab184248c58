// A portal that only has an outbox: queues mails to the addresses that it reads, and sends them as `apply` does, so
// that relays, disks and kills can be tried without content.
//
// usage: outbox_program PORTAL queue < addresses
//        outbox_program PORTAL send [OCTETS]      prints the tally as one line of JSON; exit code 75 when something is
//        left outbox_program PORTAL list               prints a line for each message: number, state, offers, doubts,
//        code
#include <fmt/format.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "delivery/outbox.h"
#include "delivery/sender.h"
#include "delivery/settings.h"
#include "formats/hash/hash.h"
#include "workflow/outbox.h"

using namespace cenacle;

namespace {

class WallClock final : public base::Clock {
 public:
  base::Instant now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

volatile std::sig_atomic_t stopped = 0;

[[noreturn]] void fail(const std::string& sentence, int code) {
  std::cerr << sentence << '\n';
  std::exit(code);
}

template <class T>
T must(base::Result<T> result) {
  if (!result) fail(result.failure().message, result.failure().kind == base::FailureKind::busy ? 75 : 74);
  return std::move(*result);
}

workflow::Action action(const std::string& address, std::int64_t number) {
  workflow::Action it;
  it.network = "net", it.mail = "convocation", it.to.mail = address, it.to.name = "Secrétariat";
  it.key = {"reunions", "convocation", fmt::format("meeting:{}", number), 0, it.to.reference()};
  it.due = WallClock().now(), it.until = it.due + std::chrono::hours(24 * 30);
  return it;
}

void queue(ledger::Ledger& ledger) {
  auto transaction = must(ledger.write());
  std::vector<model::Fact> facts;
  std::int64_t next = transaction->next_message();
  for (std::string address; std::getline(std::cin, address); ++next)
    facts.push_back(workflow::queued(action(address, next), next, WallClock().now()));
  must(transaction->append(facts));
  must(transaction->commit());
}

/// A text of so many octets, in lines of mail, that begins as every other does with what makes it the same again.
base::Result<delivery::Parcel> compose(const model::Message& message, std::size_t octets) {
  const auto written = workflow::action_of(message);
  if (!written) return base::Failure{base::FailureKind::not_found, "this is no action"};
  delivery::Parcel parcel;
  parcel.from = "portail@net.example";
  parcel.to = written->to.mail;
  parcel.bytes = fmt::format(
      "Message-ID: <{}@net.example>\r\nFrom: <portail@net.example>\r\nTo: <{}>\r\nSubject: Convocation {}\r\n\r\n",
      hash::sha256(message.subject), parcel.to, message.id);
  while (parcel.bytes.size() < octets) parcel.bytes += ".Vous êtes conviés à la séance du mois, à la mairie.\r\n";
  return parcel;
}

int send(ledger::Ledger& ledger, const std::string& portal, std::size_t octets) {
  std::vector<std::string> mistakes;
  const delivery::Settings settings = delivery::read_settings(portal, delivery::process_environment(), &mistakes);
  for (const std::string& it : mistakes) std::cerr << it << '\n';
  if (!mistakes.empty()) return 1;
  const delivery::Sender sender = must(delivery::Sender::take(portal));
  delivery::Sending sending{.sender = sender.name()};
  sending.stop = [] { return stopped != 0; };
  if (settings.smtp) sending.limits = {settings.smtp->per_minute, settings.smtp->domain_per_minute};
  const auto transport = delivery::transport_of(settings, portal);
  const WallClock clock;
  const delivery::Tally it = must(delivery::send(
      ledger, *transport, [&](const model::Message& message) { return compose(message, octets); }, clock, sending));
  fmt::print(
      R"({{"accepted":{},"refused":{},"deferred":{},"expired":{},"in_doubt":{},"again":{},"left":{},"trouble":{}}})"
      "\n",
      it.accepted, it.refused, it.deferred, it.expired, it.in_doubt, it.again, it.left, !it.trouble.empty());
  if (!it.trouble.empty()) std::cerr << it.trouble << '\n';
  return it.left > 0 ? 75 : 0;
}

void list(ledger::Ledger& ledger) {
  const auto transaction = must(ledger.read());
  for (const model::Message& it : must(transaction->messages({})))
    fmt::print("{} {} {} {} {}\n", it.id, model::word(it.fate), it.offers, it.doubts, it.code);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string portal = argv[1], verb = argv[2];
  std::signal(SIGTERM, [](int) { stopped = 1; });
  std::signal(SIGXFSZ, SIG_IGN);
  const auto ledger = must(ledger::Ledger::open(must(ledger::Place::of(portal))));
  if (verb == "queue") queue(*ledger);
  if (verb == "list") list(*ledger);
  return verb == "send" ? send(*ledger, portal, argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 2000) : 0;
}
