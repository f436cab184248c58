// Declares the verbs of registration on the command line.
#include "cli/declare_registration.h"

#include <CLI/CLI.hpp>

namespace cenacle::cli {

namespace {

/// A verb of `parent` that, once chosen, calls `run` with `arguments`.
template <class Arguments>
CLI::App& verb(CLI::App& parent, RegistrationVerbs& verbs, const char* name, const char* what,
               int (*run)(const Context&, const Arguments&), Arguments& arguments) {
  CLI::App* const made = parent.add_subcommand(name, what);
  made->callback([&verbs, run, &arguments] {
    verbs.chosen = [run, &arguments](const Context& context) { return run(context, arguments); };
  });
  return *made;
}

/// `--dry-run`, for a verb that writes.
CLI::App& writing(CLI::App& made, Writing& arguments) {
  made.add_flag("--dry-run", arguments.rehearsal, "say what would follow, and write nothing");
  return made;
}

void because(CLI::App& made, Writing& arguments, bool needed = false) {
  made.add_option("--because", arguments.because, "why, in a sentence")->type_name("TEXT")->required(needed);
}

void day(CLI::App& made, std::string& into, const char* name = "--day") {
  made.add_option(name, into, "2026-10-06 (default: today)")->type_name("DATE");
}

/// Two words of which one must be said.
void either(CLI::App& made, const char* one, bool& is_one, const char* other, bool& is_other) {
  CLI::Option_group* const group = made.add_option_group("one of");
  group->add_flag(one, is_one);
  group->add_flag(other, is_other);
  group->require_option(1);
}

void who(CLI::App& made, std::string& into, const char* name = "WHO") {
  made.add_option(name, into, "a person's id, address or name")->required();
}

void declare_registering(CLI::App& app, RegistrationVerbs& verbs) {
  RegisterArguments& into = verbs.registering;
  CLI::App& made = writing(verb(app, verbs, "register", "ask to take part, for somebody", register_who, into), into);
  made.add_option("WHO", into.who, "a person's id, address or name; body:ID for a body as such")->required();
  made.add_option("WHAT", into.what, "group:ID, workshop:ID, space:ID, network:ID, meeting:UID")->required();
  made.add_option("--as", into.path, "the path (default: the first that fits)")->type_name("PATH");
  made.add_option("--body", into.body, "in whose name (default: that of her mandate)")->type_name("ID");
  made.add_option("--with", into.partner, "who shares the seat")->type_name("WHO");
  made.add_option("--state", into.statements, "a statement made with the request; may be repeated")->type_name("ID");
  CLI::Option* const insist = made.add_flag("--insist", into.insist, "against the rules that are not firm");
  because(made, into);
  insist->needs(made.get_option("--because"));
}

CLI::App& step(CLI::App& app, RegistrationVerbs& verbs, const char* name, const char* what,
               int (*run)(const Context&, const StepArguments&)) {
  CLI::App& made = writing(verb(app, verbs, name, what, run, verbs.step), verbs.step);
  made.add_option("N", verbs.step.number, "the registration's number")->required()->check(CLI::PositiveNumber);
  return made;
}

void declare_steps(CLI::App& app, RegistrationVerbs& verbs) {
  StepArguments& into = verbs.step;
  CLI::App& withdrawing = step(app, verbs, "withdraw", "leave, or take a request back", withdraw);
  because(withdrawing, into);
  withdrawing.add_option("--substitute", into.other, "who keeps the seat from now on")->type_name("WHO");
  CLI::App& deciding = step(app, verbs, "decide", "the coordinator's decision", decide);
  either(deciding, "--accept", into.yes, "--refuse", into.no);
  because(deciding, into);
  CLI::App& approving = step(app, verbs, "approve", "agree, in a role, or object", approve);
  approving.add_option("--as", into.role, "the role that agrees")->type_name("ROLE")->required();
  approving.add_flag("--refuse", into.no, "object");
  because(approving, into);
  step(app, verbs, "confirm", "her own reply to the request for confirmation", confirm);
  CLI::App& offering = step(app, verbs, "offer", "her answer to the seat that is kept for her", offer);
  either(offering, "--accept", into.yes, "--decline", into.no);
  who(step(app, verbs, "name", "whom the body names for the seat that it has", name_successor), into.other);
  CLI::App& pairing = step(app, verbs, "pair", "somebody who shares the seat from now on", pair_up);
  who(pairing, into.other);
  because(pairing, into);
  step(app, verbs, "state", "a statement that was made", state)
      .add_option("STATEMENT", into.statement, "its id in the path")
      ->required();
  step(app, verbs, "convene", "the convocation has left", convene);
  CLI::App& visiting = step(app, verbs, "visit", "half-days spent on site", visit);
  visiting.add_option("--half-days", into.half_days, "how many")->type_name("N")->check(CLI::PositiveNumber);
  day(visiting, into.day, "--date");
}

void declare_standing(CLI::App& app, RegistrationVerbs& verbs) {
  StandingArguments& into = verbs.standing;
  const auto network = [&](CLI::App& made) {
    made.add_option("--network", into.network, "where")->type_name("ID")->required();
  };
  CLI::App& excluding = writing(verb(app, verbs, "exclude", "end all she has in a network", exclude, into), into);
  who(excluding, into.who);
  network(excluding);
  because(excluding, into, true);
  CLI::App& restricting = writing(verb(app, verbs, "restrict", "limit or restore rights", restrict_rights, into), into);
  who(restricting, into.who);
  network(restricting);
  restricting.add_option("--to", into.to, "read-only, no-contribution, full")
      ->required()
      ->check(CLI::IsMember({"read-only", "no-contribution", "full"}));
  because(restricting, into, true);
  CLI::App& departing = writing(verb(app, verbs, "depart", "the end of her duties, everywhere", depart, into), into);
  who(departing, into.who);
  day(departing, into.day, "--date");
}

void declare_meetings(CLI::App& app, RegistrationVerbs& verbs) {
  MeetingArguments& into = verbs.meeting;
  const auto meeting = [&](CLI::App& made) { made.add_option("MEETING", into.meeting, "meeting:UID")->required(); };
  CLI::App& answering = writing(verb(app, verbs, "answer", "whether she comes to a meeting", answer, into), into);
  CLI::Option* const whose = answering.add_option("WHO", into.who, "a person's id, address or name");
  CLI::Option* const which = answering.add_option("MEETING", into.meeting, "meeting:UID");
  CLI::Option_group* const comes = answering.add_option_group("one of");
  for (CLI::Option* const it : {comes->add_flag("--present", into.present, "on site"),
                                comes->add_flag("--remote", into.remote, "by videoconference"),
                                comes->add_flag("--absent", into.absent)})
    it->needs(whose)->needs(which);
  comes->add_option("--token", into.token, "of an answer that came by mail, instead of all this")
      ->type_name("TOKEN")
      ->excludes(whose)
      ->excludes(which);
  comes->require_option(1);
  CLI::Option* const lunch = answering.add_flag("--lunch", into.lunch, "and has lunch");
  answering.add_flag("--no-lunch", into.no_lunch)->excludes(lunch);
  day(answering, into.day);
  CLI::App& attending = writing(verb(app, verbs, "attend", "who came to a meeting, and who did not", attend, into), into);
  meeting(attending);
  attending.add_option("WHO", into.came, "those who came");
  attending.add_option("--absent", into.missed, "those who did not")->type_name("WHO");
  day(attending, into.day);
  CLI::App& replacing =
      writing(verb(app, verbs, "substitute", "somebody comes in her place to one meeting", substitute, into), into);
  meeting(replacing);
  who(replacing, into.who);
  who(replacing, into.other, "OTHER");
  day(replacing, into.day);
}

void declare_requests(CLI::App& app, RegistrationVerbs& verbs) {
  RequestArguments& into = verbs.request;
  CLI::App& family = *app.add_subcommand("request", "questions, calls, reports and proposals to the network");
  family.require_subcommand(1);
  family.fallthrough();
  const std::pair<const char*, const char*> kinds[] = {
      {"advice", "a question to whoever knows the subject"}, {"abuse", "a report to the administrator"},
      {"call", "an urgent call to the network"},             {"group", "a group that a member proposes"},
      {"contribution", "a contribution that a member proposes"}, {"survey", "questions to an audience"}};
  for (const auto& [kind, what] : kinds) {
    CLI::App& made = *family.add_subcommand(kind, what);
    made.callback([&verbs, &into, kind = std::string(kind)] {
      into.kind = kind;
      verbs.chosen = [&into](const Context& context) { return request_open(context, into); };
    });
    writing(made, into);
    who(made, into.who);
    made.add_option("WHAT", into.what, "of which network, group, space…")->required();
    made.add_option("--text", into.text, "what is asked or said")->type_name("TEXT")->required();
    made.add_option("--topic", into.topic, "its subject, of the network's topics")->type_name("ID");
    made.add_option("--to", into.role, "the role that it goes to (default: the topic's expert, the contact)")
        ->type_name("ROLE");
    if (std::string_view(kind) == "abuse") made.add_option("--about", into.about, "whom it is about")->type_name("WHO");
  }
  const auto numbered = [&](const char* name, const char* what, int (*run)(const Context&, const RequestArguments&)) -> CLI::App& {
    CLI::App& made = writing(verb(family, verbs, name, what, run, into), into);
    made.add_option("N", into.number, "the request's number")->required()->check(CLI::PositiveNumber);
    return made;
  };
  numbered("route", "hand it to a role", request_route).add_option("ROLE", into.role)->required();
  CLI::App& replying = numbered("reply", "an answer to it", request_reply);
  who(replying, into.who);
  replying.add_option("--text", into.text, "in words")->type_name("TEXT");
  replying.add_option("--choice", into.choice, "of a survey")->type_name("ID");
  CLI::App& closing = numbered("close", "nothing more is to be done", request_close);
  closing.add_option("OUTCOME", into.outcome, "done, refused, kept")->required()->check(CLI::IsMember({"done", "refused", "kept"}));
  because(closing, into);
  CLI::App& listing = verb(family, verbs, "list", "requests, with what became of them", request_list, into);
  listing.add_option("--network", into.network)->type_name("ID");
  listing.add_option("--kind", into.kind)->type_name("KIND");
  listing.add_flag("--open", into.open_only, "those that are not closed");
}

}  // namespace

void declare_registration(CLI::App& app, RegistrationVerbs& verbs) {
  declare_registering(app, verbs);
  declare_steps(app, verbs);
  declare_standing(app, verbs);
  declare_meetings(app, verbs);
  declare_requests(app, verbs);
  CLI::App& listing = verb(app, verbs, "registrations", "who takes part, waits or asks", registrations, verbs.list);
  listing.add_option("WHAT", verbs.list.what, "group:ID, workshop:ID…");
  listing.add_option("--network", verbs.list.network, "all of a network")->type_name("ID");
  listing.add_flag("--absent", verbs.list.absent, "those who missed as many meetings in a row as the charter says");
  listing.add_flag("--over", verbs.list.over, "those that are over, too");
}

}  // namespace cenacle::cli
