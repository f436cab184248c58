// The verb `serve`: the portal on this machine's own address, read again whenever it changes; nothing is written.
#include <csignal>
#include <optional>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/ledger_counts.h"
#include "cli/portal.h"
#include "cli/verbs.h"
#include "content/peek.h"
#include "diag/render.h"
#include "formats/json/json.h"
#include "publish/folder_changes.h"
#include "publish/folder_watch.h"
#include "publish/frozen_files.h"
#include "publish/system_clock.h"
#include "web/server.h"

namespace cenacle::cli {

namespace {

const std::vector<std::string> inputs = {"content", "themes", "workflows"};

constexpr std::chrono::milliseconds settling{30};       ///< an editor saves in several steps
constexpr std::chrono::milliseconds longest_wait{300};  ///< while changes go on
constexpr std::chrono::seconds between_looks{2};        ///< for what the kernel does not tell, and midnight

/// One line of `files`; diagnostics are few, and so each may read its file.
diag::SourceLine lines_of(const base::FileSystem& files) {
  return [&files](std::string_view path, std::uint32_t line) -> std::optional<std::string> {
    const auto text = files.read(path);
    if (!text || line == 0) return std::nullopt;
    const auto lines = base::split(*text, '\n');
    return line <= lines.size() ? std::optional(std::string(lines[line - 1])) : std::nullopt;
  };
}

/// Reads the portal's folder, as `build` does, into memory.
class PortalReader final : public web::Reader {
 public:
  PortalReader(Context context, bool clock_stands, const base::FileSystem& files, publish::FolderChanges look,
               LedgerCounts counts)
      : context_(std::move(context)),
        clock_stands_(clock_stands),
        files_(files),
        look_(std::move(look)),
        counts_(std::move(counts)) {}

  bool changed() override {
    if (!clock_stands_) context_.now = publish::SystemClock().now();
    const base::Date today = content::today(files_, context_.now);
    const bool another_day = today != today_;
    today_ = today;
    // A ledger that cannot be read just now is asked again in a moment.
    const auto counted = counts_.read_on();
    const bool other_numbers = counted && *counted;
    return look_.changed() || another_day || other_numbers;
  }

  web::Reading read() override {
    frozen_ = std::make_shared<const publish::FrozenFiles>(files_, inputs, frozen_.get());
    diag::Diagnostics diagnostics;
    const auto cache = cache_;
    OpenPortal open = open_portal(*frozen_, {context_.now, context_.jobs}, *cache, diagnostics);
    if (open.content.portal) content::check_texts(open.content, *open.links, context_.jobs, diagnostics);
    if (open.content.sources && open.content.sources->read_anew() > 0)
      cache_ = std::make_shared<const std::string>(content::save_cache(open.content));
    auto figures = open.content.portal ? counts_.figures(*open.content.portal, open.rulebooks) : std::nullopt;
    web::Reading reading;
    for (const diag::Diagnostic& it : diagnostics.sorted()) reading.mistakes.push_back(shown(it));
    if (open.content.portal && open.theme && diagnostics.errors() == 0)
      reading.edition = std::make_unique<const web::Edition>(
          web::Edition::Parts{frozen_, cache, std::move(open.content), std::move(open.links), std::move(open.theme),
                               std::move(open.holidays), std::move(open.rulebooks), std::move(figures), std::move(open.lock),
                               context_.now},
          context_.jobs);
    return reading;
  }

  web::Mistake shown(const diag::Diagnostic& diagnostic) const override {
    return {diagnostic.code.severity == diag::Severity::error, diag::render(diagnostic, lines_of(*frozen_))};
  }

 private:
  Context context_;
  bool clock_stands_;
  const base::FileSystem& files_;
  publish::FolderChanges look_;
  LedgerCounts counts_;
  std::optional<base::Date> today_;
  std::shared_ptr<const publish::FrozenFiles> frozen_;
  std::shared_ptr<const std::string> cache_ = std::make_shared<const std::string>();
};

/// The mistakes of the last reading, as `check` shows them; that there are none, only when there were some.
void say_mistakes(const web::Preview& preview, bool* had_some) {
  std::size_t errors = 0, warnings = 0;
  std::string text;
  for (const web::Mistake& it : preview.mistakes()) {
    ++(it.error ? errors : warnings);
    text += it.text + "\n";
  }
  const bool some = errors + warnings > 0;
  if (some || *had_some) fmt::print(stderr, "{}{}\n", text, diag::tally(errors, warnings));
  *had_some = some;
}

/// Reads the portal anew a moment after each change, so that browsers hear of it.
void follow(publish::FolderWatch& watch, web::Preview& preview, bool speaks) {
  using Heard = publish::FolderWatch::Heard;
  bool had_mistakes = false;
  std::string said;
  for (;;) {
    if (const std::string state = preview.state(); speaks && state != said) {
      say_mistakes(preview, &had_mistakes);
      said = state;
    }
    Heard heard = watch.wait(between_looks);
    const auto until = std::chrono::steady_clock::now() + longest_wait;
    while (heard == Heard::change && std::chrono::steady_clock::now() < until) heard = watch.wait(settling);
    if (heard == Heard::interruption) return;
    preview.refresh();
  }
}

void say_address(const Context& context, int port) {
  const std::string address = fmt::format("http://127.0.0.1:{}/", port);
  if (context.format == Format::json) {
    json::Writer line(json::Writer::Layout::compact);
    line.begin_object().key("address").text(address).key("panel").text(address + "_cenacle/").key("port").integer(port);
    fmt::print("{}\n", line.end_object().take());
  } else {
    fmt::print("{}           the portal\n{}_cenacle/  spaces, calendars, mistakes\nEnds with Ctrl+C.\n", address,
               address);
  }
  std::fflush(stdout);
}

}  // namespace

int serve(const Context& context, const ServeOptions& options) {
  // Blocked in every thread that is to come; waited for below. A closed terminal ends a preview like Ctrl+C.
  sigset_t endings;
  sigemptyset(&endings);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&endings, signal);
  pthread_sigmask(SIG_BLOCK, &endings, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  const auto portal_files = PortalFiles::open(context);
  if (!portal_files) return fail(portal_files.failure());
  auto look = publish::FolderChanges::open(context.folder, inputs, context.jobs);
  if (!look) return fail(look.failure());
  auto watch = publish::FolderWatch::open(context.folder, inputs);
  if (!watch) return fail(watch.failure());
  auto counts = LedgerCounts::open(context, content::peek((*portal_files)->files()).time_zone);
  if (!counts) return fail(counts.failure());
  PortalReader reader(context, options.clock_stands, (*portal_files)->files(), std::move(*look), std::move(*counts));
  web::Preview preview(reader, {options.all, options.tree},
                       fmt::format("{:x}-{:x}", getpid(), publish::file_clock_ns()));
  auto server = web::Server::listen(preview, options.port);
  if (!server) return fail(server.failure());
  preview.refresh();
  say_address(context, (*server)->port());

  std::jthread following([&] { follow(*watch, preview, context.format == Format::text); });
  int ending = 0;
  while (sigwait(&endings, &ending) != 0) continue;
  watch->interrupt();
  following.join();
  server->reset();
  return Exit::done;
}

}  // namespace cenacle::cli
