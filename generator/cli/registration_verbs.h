// The verbs of registration: one function each, and what the command line gives them. Each returns an exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"

namespace cenacle::cli {

/// What all verbs that write take.
struct Writing {
  bool rehearsal = false;  ///< --dry-run
  std::string because;
};

struct RegisterArguments : Writing {
  std::string who, what, path, body, partner;
  std::vector<std::string> statements;
  bool insist = false;
};
int register_who(const Context& context, const RegisterArguments& arguments);

/// What is done to the registration of a number. Which members mean something follows from the verb.
struct StepArguments : Writing {
  std::int64_t number = 0;
  bool yes = false, no = false;  ///< --accept or --refuse, --accept or --decline
  std::string role, statement, other, day;
  std::int64_t half_days = 1;
};
int withdraw(const Context& context, const StepArguments& arguments);
int decide(const Context& context, const StepArguments& arguments);
int approve(const Context& context, const StepArguments& arguments);
int confirm(const Context& context, const StepArguments& arguments);
int offer(const Context& context, const StepArguments& arguments);
int name_successor(const Context& context, const StepArguments& arguments);
int pair_up(const Context& context, const StepArguments& arguments);
int state(const Context& context, const StepArguments& arguments);
int convene(const Context& context, const StepArguments& arguments);
int visit(const Context& context, const StepArguments& arguments);

struct StandingArguments : Writing {
  std::string who, network, to, day;
};
int exclude(const Context& context, const StandingArguments& arguments);
int restrict_rights(const Context& context, const StandingArguments& arguments);
int depart(const Context& context, const StandingArguments& arguments);

struct MeetingArguments : Writing {
  std::string meeting, who, other, day;
  std::string token;  ///< of an answer link, instead of all that
  bool present = false, remote = false, absent = false, lunch = false, no_lunch = false;
  std::vector<std::string> came, missed;
};
int answer(const Context& context, const MeetingArguments& arguments);
/// What a link of a mail says: an answer to a meeting, or to what the mail asked.
int answer_token(const Context& context, const Writing& arguments, const std::string& text);
int attend(const Context& context, const MeetingArguments& arguments);
int substitute(const Context& context, const MeetingArguments& arguments);

struct RequestArguments : Writing {
  std::int64_t number = 0;
  std::string kind, who, what, text, topic, about, role, choice, outcome, network;
  bool open_only = false;
};
int request_open(const Context& context, const RequestArguments& arguments);
int request_route(const Context& context, const RequestArguments& arguments);
int request_reply(const Context& context, const RequestArguments& arguments);
int request_close(const Context& context, const RequestArguments& arguments);
int request_list(const Context& context, const RequestArguments& arguments);

struct ListArguments {
  std::string what, network;
  bool absent = false, over = false;
};
int registrations(const Context& context, const ListArguments& arguments);

/// The whole story of a person, if `who` is one: 0, or the exit code. Nothing when nobody is meant.
std::optional<int> explain_person(const Context& context, const std::string& who);

}  // namespace cenacle::cli
