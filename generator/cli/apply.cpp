// The verb `apply`: settles all that has fallen due, queues the mails that are owed, and sends the outbox. Again, it
// finds nothing to do. Killed at any moment, it leaves a ledger that knows what may have left (delivery/outbox.h).
#include <set>

#include <fmt/format.h>

#include "cli/deed.h"
#include "cli/dispatch.h"
#include "cli/mail_verbs.h"
#include "cli/plan_file.h"
#include "formats/json/json.h"
#include "workflow/outbox.h"

namespace cenacle::cli {

namespace {

constexpr int rounds = 20;  ///< of things that follow from one another; `check` proves that none goes in circles

/// What one run did.
struct Report {
  std::int64_t settled = 0, queued = 0;
  std::vector<workflow::Held> held;
  std::optional<delivery::Tally> sent;  ///< none: a rehearsal
};

class Application {
 public:
  Application(const Post& post, Deed& deed) : post_(post), deed_(deed) {}

  Acted settle() {
    const auto due = deed_.ledger().due(deed_.now());
    if (!due) return due.failure();
    std::set<std::string> objects;
    for (const model::Registration& it : *due) objects.insert(it.object);
    // Seats that nobody was promised in their time: what holds none of them falls due by no date.
    for (const model::Network& network : deed_.content().portal->networks) {
      const auto standing = deed_.ledger().standing(network.page.id);
      if (!standing) return standing.failure();
      for (const model::Registration& it : *standing)
        if (model::nature(it.state) == model::Nature::queue) objects.insert(it.object);
    }
    for (const std::string& object : objects)
      if (auto settled = deed_.settle(object); !settled) return settled;
    return base::Done{};
  }

  /// What workflows do to registrations, until nothing more follows from it; then the plan of the mails.
  Or<workflow::Plan> carry_on() {
    for (int round = 0;; ++round) {
      if (const auto read = read_on(deed_.ledger(), &memory_); !read) return read.failure();
      workflow::Plan plan = workflow::plan(post_.setting(memory_, deed_.now()), deed_.now());
      std::vector<model::Fact> facts;
      for (const workflow::Adoption& it : plan.adoptions) {
        model::Fact& fact = facts.emplace_back(deed_.fact(model::FactKind::adopted, it.network));
        fact.path = it.path;
        fact.digest = it.digest;
      }
      if (auto adopted = deed_.append(std::move(facts)); !adopted) return adopted.stop();
      if (plan.deeds.empty() || round == rounds) return plan;
      for (const workflow::Deed& it : plan.deeds)
        if (auto done = carry_out(it); !done) return done.stop();
      if (deed_.account().effects.size() == effects_) return plan;  // the registrar had a reason against each
      effects_ = deed_.account().effects.size();
    }
  }

  Acted queue(const workflow::Plan& plan) {
    std::vector<model::Fact> facts;
    std::int64_t number = deed_.ledger().next_message();
    for (const workflow::Action& it : plan.actions) facts.push_back(workflow::queued(it, number++, deed_.now()));
    return deed_.append(std::move(facts));
  }

  /// The last fact that a plan of now would look at.
  Or<std::int64_t> last_fact() {
    if (const auto read = read_on(deed_.ledger(), &memory_); !read) return read.failure();
    return memory_.last();
  }

 private:
  Acted carry_out(const workflow::Deed& it) {
    const auto registration = deed_.registration(it.registration);
    if (!registration) return registration.stop();
    const auto network = find_network(deed_.content(), registration->network);
    if (!network) return network.stop();
    const auto setting = deed_.setting(**network);
    if (!setting) return setting.stop();
    rules::Step step;
    step.kind = it.act == rules::Act::convene    ? rules::Step::Kind::convene
                : it.act == rules::Act::attend   ? rules::Step::Kind::attend
                : it.act == rules::Act::denounce ? rules::Step::Kind::denounce
                                                 : rules::Step::Kind::quote;
    step.registration = it.registration;
    rules::Ruling ruling = rules::take(*setting, step);
    if (ruling.obstacle) return base::Done{};  // it has moved on meanwhile: nothing is owed
    return deed_.carry_out(*setting, std::move(ruling));
  }

  const Post& post_;
  Deed& deed_;
  workflow::Memory memory_;
  std::size_t effects_ = 0;
};

std::string report_text(const Report& report, const Phrases& words, const std::string& where) {
  std::string text = words.count("apply.queued", report.queued) + "\n";
  if (!report.sent) return text;
  const delivery::Tally& it = *report.sent;
  const auto line = [&](const char* key, std::int64_t count) {
    if (count > 0) text += words.count(key, count) + "\n";
  };
  text += words.count("apply.accepted", it.accepted) + " " + words.say("apply.where", {{"where", where}}) + "\n";
  line("apply.refused", it.refused);
  line("apply.deferred", it.deferred);
  line("apply.expired", it.expired);
  line("apply.in-doubt", it.in_doubt);
  line("apply.again", it.again);
  if (!it.trouble.empty()) text += words.say("apply.trouble", {{"why", it.trouble}}) + "\n";
  if (it.left > 0)
    text += words.count("apply.left", it.left) +
            (it.earliest ? " " + words.say("apply.earliest", {{"when", words.moment(*it.earliest)}}) : "") + "\n";
  return text;
}

void write_report(json::Writer& out, const Report& report, const std::string& where) {
  out.key("queued").integer(report.queued).key("held").integer(static_cast<std::int64_t>(report.held.size()));
  if (!report.sent) return;
  const delivery::Tally& it = *report.sent;
  out.key("sent").begin_object().key("to").text(where).key("accepted").integer(it.accepted);
  out.key("refused").integer(it.refused).key("deferred").integer(it.deferred).key("expired").integer(it.expired);
  out.key("in_doubt").integer(it.in_doubt).key("again").integer(it.again).key("left").integer(it.left);
  out.key("trouble").text(it.trouble).end_object();
}

/// What the saved plan is not any more.
int refuse_stale(const Context& context, const Post& post, const std::vector<Difference>& found) {
  const Phrases& words = *post.phrases;
  if (context.format == Format::json) {
    json::Writer out;
    out.begin_object().key("obstacle").begin_object().key("code").text("stale-plan").end_object();
    out.key("differences").begin_array();
    for (const Difference& it : found) {
      const char* const kind = it.kind == Difference::Kind::added     ? "added"
                               : it.kind == Difference::Kind::removed ? "removed"
                                                                      : "altered";
      out.begin_object().key("kind").text(kind).key("key").text(it.key).end_object();
    }
    fmt::print("{}", out.end_array().end_object().take());
  } else {
    fmt::print(stderr, "cenacle: {}\n", words.say("apply.stale"));
    for (const Difference& it : found)
      fmt::print(stderr, "  {} {}\n",
                 it.kind == Difference::Kind::added     ? '+'
                 : it.kind == Difference::Kind::removed ? '-'
                                                        : '~',
                 it.key);
  }
  return Exit::mistakes;
}

int exit_of(const std::optional<delivery::Tally>& sent) {
  if (!sent) return Exit::done;
  return sent->left > 0 || sent->in_doubt > 0 || !sent->trouble.empty() ? Exit::retry : Exit::done;
}

}  // namespace

int apply(const Context& context, const ApplyArguments& arguments) {
  const auto opened = Post::open_room(context);
  if (!opened) return tell(context, opened.stop());
  const Post& post = **opened;
  const Phrases& words = *post.phrases;
  if (!arguments.rehearsal)
    if (const auto kept = post.keep_lock(context); !kept) return fail(kept.failure());
  const auto settings = mail_settings(context);
  if (!settings) return tell(context, settings.stop());

  std::optional<std::int64_t> seen;  // the last fact that the saved plan was compared at
  if (!arguments.file.empty()) {
    const auto outlook = Outlook::open(context, post, Outlook::For::plans);
    if (!outlook) return tell(context, outlook.stop());
    const auto found = differences(context, **outlook, arguments.file);
    if (!found) return tell(context, found.stop());
    if (!found->empty()) return refuse_stale(context, post, *found);
    seen = (*outlook)->last_fact();
  }

  auto deed = Deed::open(context, arguments.rehearsal ? Deed::For::rehearsing : Deed::For::writing);
  if (!deed) return tell(context, deed.stop());
  (*deed)->account().verb = "apply";
  Application application(post, **deed);
  if (seen) {
    const auto last = application.last_fact();
    if (!last) return tell(context, last.stop());
    if (*last != *seen) return tell(context, {Exit::retry, "busy", words.say("apply.moved-on")});
  }
  if (const Acted settled = application.settle(); !settled) return tell(context, settled.stop());
  auto plan = application.carry_on();
  if (!plan) return tell(context, plan.stop());
  const std::int64_t most = arguments.max_mails >= 0 ? arguments.max_mails : post.portal().mail.max_mails;
  Report report;
  report.queued = static_cast<std::int64_t>(plan->actions.size());
  report.held = std::move(plan->held);
  if (report.queued > most && !arguments.yes)
    return tell(context,
                {Exit::mistakes, "max-mails",
                 words.say("apply.max-mails", {{"n", words.number(report.queued)}, {"max", words.number(most)}})});
  if (const Acted queued = application.queue(*plan); !queued) return tell(context, queued.stop());
  if (const auto failed = (*deed)->failure()) return fail(*failed);
  (*deed)->compare_access();
  const bool is_json = context.format == Format::json;
  const Account& did = (*deed)->account();
  const bool is_quiet = did.settled.empty() && did.effects.empty() && did.access.empty();
  const std::string account = is_json || is_quiet ? std::string() : as_text(did, (*deed)->telling());
  json::Writer out;
  if (is_json) write_account(out.begin_object(), (*deed)->account(), (*deed)->telling());
  if (!arguments.rehearsal) {
    if (const Acted kept = (*deed)->keep(Extent::whole); !kept) return tell(context, kept.stop());
    auto sent = dispatch(context, post, *settings);
    if (!sent) return tell(context, sent.stop());
    report.sent = std::move(*sent);
  }
  const std::string where = settings->smtp ? delivery::shown(*settings)
                                           : words.say("apply.folder", {{"folder", settings->folder}});
  if (is_json) {
    write_report(out, report, where);
    fmt::print("{}", out.end_object().take());
  } else {
    fmt::print("{}{}", account, report_text(report, words, where));
  }
  (*deed)->leave(exit_of(report.sent));
}

}  // namespace cenacle::cli
