// The verb `outbox`: what was sent to whom, what is in doubt, what failed; and what the coordinator does about it.
#include <algorithm>

#include <fmt/format.h>

#include "cli/deed.h"
#include "cli/mail_verbs.h"
#include "cli/outlook.h"
#include "cli/who.h"
#include "formats/json/json.h"
#include "workflow/outbox.h"

namespace cenacle::cli {

namespace {

using model::Message;

std::string recipient(const Deed& deed, const ledger::Transaction& ledger, const Message& it) {
  if (it.person.empty()) {
    const std::string reference = workflow::recipient_of(it);
    return reference.substr(reference.find(':') + 1);
  }
  const auto person = ledger.person(it.person);
  return person ? fmt::format("{} <{}>", deed.phrases().name_of(*person), person->mail) : it.person;
}

std::string word_of(const Phrases& words, model::Fate fate) {
  return words.say(fmt::format("fate.{}", model::word(fate)));
}

Or<ledger::Messages> which(Deed& deed, const OutboxArguments& arguments) {
  ledger::Messages wanted;
  wanted.network = arguments.network;
  if (!arguments.fate.empty()) {
    wanted.fates = {*model::fate_of(arguments.fate)};
  } else if (!arguments.all) {
    for (const model::Fate it : {model::Fate::queued, model::Fate::offered, model::Fate::deferred,
                                 model::Fate::in_doubt, model::Fate::refused, model::Fate::expired})
      wanted.fates.push_back(it);
  }
  if (!arguments.who.empty()) {
    const auto person = deed.person(arguments.who);
    if (!person) return person.stop();
    wanted.person = person->id;
  }
  return wanted;
}

void write_message(json::Writer& out, const Message& it) {
  out.key("number").integer(it.id).key("fate").text(model::word(it.fate)).key("network").text(it.network);
  out.key("path").text(it.path).key("subject").text(it.subject).key("mail").text(it.mail);
  out.key("recipient").text(workflow::recipient_of(it)).key("queued").text(base::iso(it.queued));
  if (it.until) out.key("until").text(base::iso(*it.until));
  if (it.again) out.key("again").text(base::iso(*it.again));
  out.key("offers").integer(it.offers).key("doubts").integer(it.doubts).key("code").integer(it.code);
}

std::string line_of(Deed& deed, const Message& it) {
  return fmt::format("n° {}  {}  {}  {}\n      {} ({})\n", it.id, deed.phrases().moment(it.queued),
                     word_of(deed.phrases(), it.fate), recipient(deed, deed.ledger(), it), it.path, it.subject);
}

/// Puts the same thing to each message of the numbers, or says why it cannot.
int change(const Context& context, const OutboxArguments& arguments, const char* key,
           std::optional<model::Fact> (*fact)(const Message&, base::Instant)) {
  return look_up(
      context,
      [&](Deed& deed) -> Or<int> {
        std::vector<model::Fact> facts;
        std::string said;
        for (const std::int64_t number : arguments.numbers) {
          const auto message = deed.ledger().message(number);
          const auto n = std::to_string(number);
          if (!message)
            return Stop{Exit::mistakes, "unknown-message", deed.phrases().say("outbox.no-such", {{"n", n}})};
          auto made = fact(*message, deed.now());
          if (!made)
            return Stop{
                Exit::mistakes, "not-now",
                deed.phrases().say("outbox.not-now", {{"n", n}, {"fate", word_of(deed.phrases(), message->fate)}})};
          facts.push_back(std::move(*made));
          said += deed.phrases().say(key, {{"n", n}}) + "\n";
        }
        if (const Acted done = deed.append(std::move(facts)); !done) return done.stop();
        if (const Acted kept = deed.keep(Extent::since_last); !kept) return kept.stop();
        if (context.format == Format::json) {
          json::Writer out;
          out.begin_object().key("messages").begin_array();
          for (const std::int64_t number : arguments.numbers) out.integer(number);
          said = out.end_array().end_object().take();
        }
        fmt::print("{}", said);
        return int{Exit::done};
      },
      Deed::For::writing);
}

}  // namespace

int outbox_list(const Context& context, const OutboxArguments& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    const auto wanted = which(deed, arguments);
    if (!wanted) return wanted.stop();
    const auto messages = deed.ledger().messages(*wanted);
    if (!messages) return messages.failure();
    const auto counts = deed.ledger().count_messages();
    if (!counts) return counts.failure();
    if (context.format == Format::json) {
      json::Writer out;
      out.begin_object().key("messages").begin_array();
      for (const Message& it : *messages) {
        out.begin_object();
        write_message(out, it);
        out.end_object();
      }
      out.end_array().key("counts").begin_object();
      for (std::size_t i = 0; i < counts->size(); ++i)
        out.key(model::word(static_cast<model::Fate>(i))).integer((*counts)[i]);
      fmt::print("{}", out.end_object().end_object().take());
      return int{Exit::done};
    }
    for (const Message& it : *messages) fmt::print("{}", line_of(deed, it));
    if (!messages->empty()) fmt::print("\n");
    for (std::size_t i = 0; i < counts->size(); ++i)
      if ((*counts)[i] > 0)
        fmt::print("{} : {}\n", word_of(deed.phrases(), static_cast<model::Fate>(i)),
                   deed.phrases().number((*counts)[i]));
    if (std::all_of(counts->begin(), counts->end(), [](std::int64_t it) { return it == 0; }))
      fmt::print("{}\n", deed.phrases().say("outbox.empty"));
    return int{Exit::done};
  });
}

int outbox_show(const Context& context, const OutboxArguments& arguments) {
  const auto post = Post::open_room(context);
  if (!post) return tell(context, post.stop());
  const auto outlook = Outlook::open(context, **post, Outlook::For::letters);
  if (!outlook) return tell(context, outlook.stop());
  return look_up(context, [&](Deed& deed) -> Or<int> {
    const std::int64_t number = arguments.numbers.front();
    const auto message = deed.ledger().message(number);
    if (!message)
      return Stop{Exit::mistakes, "unknown-message",
                  deed.phrases().say("outbox.no-such", {{"n", std::to_string(number)}})};
    const auto facts = deed.ledger().facts_of_message(number);
    if (!facts) return facts.failure();
    const auto action = workflow::action_of(*message);
    const auto written = action ? (*outlook)->write(*action, message->id, message->queued)
                                : base::Result<mail::Message>(base::Failure{base::FailureKind::not_found, ""});
    if (context.format == Format::json) {
      json::Writer out;
      out.begin_object();
      write_message(out, *message);
      out.key("history").begin_array();
      for (const model::Fact& it : *facts) {
        out.begin_object().key("at").text(base::iso(it.at)).key("kind").text(model::word(it.kind));
        out.key("value").text(it.value).key("code").integer(it.number).key("said").text(it.said).end_object();
      }
      out.end_array();
      if (written) out.key("message_id").text(written->letter.id).key("text").text(written->letter.text);
      fmt::print("{}", out.end_object().take());
      return int{Exit::done};
    }
    fmt::print("{}", line_of(deed, *message));
    for (const model::Fact& it : *facts)
      fmt::print("      {}  {}{}{}\n", deed.phrases().moment(it.at),
                 it.kind == model::FactKind::relayed ? it.value : std::string(model::word(it.kind)),
                 it.number > 0 && it.kind == model::FactKind::relayed ? fmt::format(" {}", it.number) : "",
                 it.said.empty() ? "" : " « " + it.said + " »");
    if (written) fmt::print("\n{}", as_read(*written));
    return int{Exit::done};
  });
}

int outbox_retry(const Context& context, const OutboxArguments& arguments) {
  return change(context, arguments, "outbox.put-back", workflow::put_back);
}

int outbox_drop(const Context& context, const OutboxArguments& arguments) {
  return change(context, arguments, "outbox.dropped", workflow::dropped);
}

}  // namespace cenacle::cli
