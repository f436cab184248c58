// `answer --token`: what somebody clicked in a mail, recorded by hand. Who answers, and about what, is said by the
// message that the token is of.
#include <charconv>

#include <fmt/format.h>

#include "cli/charter_verbs.h"
#include "cli/deed.h"
#include "cli/registration_verbs.h"
#include "mail/token.h"
#include "workflow/outbox.h"

namespace cenacle::cli {

namespace {

using mail::Reply;

struct Clicked {
  mail::Token token;
  model::Message message;
};

Or<Clicked> clicked(const Context& context, const std::string& text) {
  const auto deed = Deed::open(context, Deed::For::reading);
  if (!deed) return deed.stop();
  const Phrases& words = (*deed)->phrases();
  const auto secret = (*deed)->secret();
  if (!secret) return secret.failure();
  const auto token = mail::find_token(text, *secret);
  const auto message = token ? (*deed)->ledger().message(token->message) : std::nullopt;
  if (!message) return Stop{Exit::mistakes, "unknown-token", words.say("token.unknown")};
  const bool is_personal = token->reply <= Reply::substitute || token->reply == Reply::unsubscribe;
  if (is_personal && message->person.empty())
    return Stop{Exit::mistakes, "of-a-mailbox", words.say("token.of-a-mailbox")};
  return Clicked{*token, *message};
}

/// "meeting:UID@2026-10-08T14:00:00" → the meeting and the day.
MeetingArguments meeting_of(const Clicked& it) {
  MeetingArguments made;
  const std::size_t at = it.message.subject.find('@');
  made.meeting = it.message.subject.substr(0, at);
  if (at != std::string::npos) made.day = it.message.subject.substr(at + 1, 10);
  made.who = it.message.person;
  made.present = it.token.reply == Reply::present || it.token.reply == Reply::lunch;
  made.lunch = it.token.reply == Reply::lunch;
  made.remote = it.token.reply == Reply::remote;
  made.absent = it.token.reply == Reply::absent;
  return made;
}

StepArguments step_of(const Clicked& it) {
  StepArguments made;
  const std::string_view number = std::string_view(it.message.subject).substr(it.message.subject.find(':') + 1);
  std::from_chars(number.data(), number.data() + number.size(), made.number);
  made.yes = it.token.reply == Reply::take || it.token.reply == Reply::accept;
  made.no = !made.yes;
  return made;
}

/// She takes no more mails of the list that the message was of.
int opt_out(const Context& context, const Writing& arguments, const Clicked& it) {
  return perform(context, {"answer", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto action = workflow::action_of(it.message);
    if (!action || action->list.empty()) return Stop{Exit::mistakes, "no-list", deed.phrases().say("token.no-list")};
    model::Fact fact = deed.fact(model::FactKind::opted, it.message.network);
    fact.person = it.message.person;
    fact.value = "out";
    fact.path = action->list;
    return deed.append({fact});
  });
}

}  // namespace

int answer_token(const Context& context, const Writing& arguments, const std::string& text) {
  const auto found = clicked(context, text);
  if (!found) return tell(context, found.stop());
  const bool about_meeting = found->message.subject.starts_with("meeting:");
  const bool about_registration = found->message.subject.starts_with("registration:");
  const auto with = [&](auto made) {
    static_cast<Writing&>(made) = arguments;
    return made;
  };
  switch (found->token.reply) {
    case Reply::present:
    case Reply::lunch:
    case Reply::remote:
    case Reply::absent:
      if (about_meeting) return answer(context, with(meeting_of(*found)));
      break;
    case Reply::confirm:
      if (about_registration) return confirm(context, with(step_of(*found)));
      break;
    case Reply::take:
    case Reply::decline:
      if (about_registration) return offer(context, with(step_of(*found)));
      break;
    case Reply::withdraw:
      if (about_registration) return withdraw(context, with(step_of(*found)));
      break;
    case Reply::accept:
    case Reply::refuse:
      if (about_registration) return decide(context, with(step_of(*found)));
      break;
    case Reply::unsubscribe:
      return opt_out(context, arguments, *found);
    default:
      break;
  }
  // What needs words, a role or a choice is done by the verb that asks for them.
  const auto deed = Deed::open(context, Deed::For::reading);
  return tell(context,
              {Exit::mistakes, "by-its-verb",
               deed ? (*deed)->phrases().say("token.by-its-verb", {{"reply", std::string(word(found->token.reply))},
                                                                   {"subject", found->message.subject}})
                    : ""});
}

}  // namespace cenacle::cli
