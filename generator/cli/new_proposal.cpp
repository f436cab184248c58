// What `new … --from REQUEST` takes from a member's proposal in the ledger.
#include "cli/new_proposal.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/requests.h"
#include "ledger/ledger.h"

namespace cenacle::cli {

namespace {

using site::Refusal;
using Why = site::Refusal::Why;

constexpr std::size_t longest_title = 80;

/// A proposal's first line, or the part of it that a title holds.
std::string title_in(std::string_view text) {
  std::string_view line = base::trim(text.substr(0, text.find('\n')));
  if (line.size() <= longest_title) return std::string(line);
  const std::size_t word = line.rfind(' ', longest_title);
  return std::string(line.substr(0, word == std::string_view::npos ? longest_title : word));
}

/// An object of the ledger, as `--of` names it.
std::string owner_of(std::string_view object) {
  return std::string(object.starts_with("network:") ? object.substr(8) : object);
}

/// The body for which she proposes: that of her first mandate in the network that has one.
std::string body_of(const model::Person& person, std::string_view network, base::Date today) {
  for (const model::Mandate* it : person.mandates_in(network, today))
    if (!it->body.empty()) return it->body;
  return {};
}

}  // namespace

base::Outcome take_proposal(const Context& context, const NewArguments& arguments, const OpenPortal& open,
                            site::NewRequest* request) {
  const auto place = ledger::Place::of(context.folder);
  if (!place) return place.failure();
  if (!place->exists()) throw Refusal{Why::refused, "there is no ledger here, and so no request", ""};
  const auto ledger = ledger::Ledger::open_to_read(*place);
  if (!ledger) return ledger.failure();
  const auto transaction = (*ledger)->read();
  if (!transaction) return transaction.failure();
  const auto facts = (*transaction)->facts_of_request(arguments.from);
  if (!facts) return facts.failure();
  const auto found = request_of(*facts);
  if (!found)
    throw Refusal{Why::refused, fmt::format("there is no request {}", arguments.from),
                  "cenacle request list shows them"};
  const model::Fact& asked = found->asked;
  if (asked.value != site::word_of(request->kind))
    throw Refusal{Why::refused,
                  fmt::format("request {} is a `{}`, not a proposal of a {}", arguments.from, asked.value,
                              site::word_of(request->kind)),
                  ""};
  if (found->closed && found->closed->value == "refused")
    throw Refusal{Why::refused, fmt::format("request {} was refused", arguments.from), ""};
  if (request->title.empty()) request->title = title_in(asked.said);
  if (request->title.empty())
    throw Refusal{Why::usage, "the request says nothing that could be a title",
                  "give one: cenacle new group \"…\" --from N"};
  if (request->of.empty()) request->of = owner_of(asked.object);
  const rules::Rulebook* const book = open.rulebooks.of(asked.network);
  const auto person = (*transaction)->person(asked.person);
  request->proposal = site::NewProposal{
      arguments.from,
      asked.said,
      asked.person,
      person ? body_of(*person, asked.network, open.content.portal->today) : std::string(),
      asked.cause,
      (book != nullptr && book->proposals == "direct") || (found->closed && found->closed->value == "done")};
  return base::Done{};
}

}  // namespace cenacle::cli
