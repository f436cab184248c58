// Every need and act of a path has what meets it; what is listed is of use.
#include <algorithm>

#include <fmt/format.h>

#include "rules/registration/proof.h"
#include "rules/registration/words.h"

namespace cenacle::rules {

namespace {

/// What the path lacks for the need, and the line to write; nothing when it is all there.
std::string lacking(const Path& path, Need need) {
  const auto acts = [&](Act act) {
    return std::any_of(path.moves.begin(), path.moves.end(), [&](const Move& move) { return move.on == act; });
  };
  switch (need) {
    case Need::decision:
      return path.decided_by == nullptr ? "say who decides:\ndecided_by = \"…\"" : "";
    case Need::statements:
      return path.statements.empty() ? "list what is declared:\n[[paths.statements]]" : "";
    case Need::approvals:
      return path.approvals.empty() ? "list whose approval it takes:\napprovals = [\"…\"]" : "";
    case Need::signatures:
      if (path.charter == nullptr) return "say which charter is signed:\nsign = \"…\"";
      return path.signatures.empty() ? "list who signs it:\nsignatures = [{ role = \"…\" }]" : "";
    case Need::agreement:
      return acts(Act::quote) ? "" : "one agrees to a quote: add a move with `on = \"quote\"`";
    case Need::payment:
      return path.rates.empty() && path.fee.empty() ? "say what is paid:\nrates = [\"…\"]" : "";
    case Need::confirmation:
    case Need::answer:
    case Need::seat:
      return {};
  }
  return {};
}

void prove_move(const Proof& proof, const Path& path, const Move& move) {
  for (const Need need : move.once)
    if (std::string help = lacking(path, need); !help.empty())
      proof.report(diag::code::incomplete_path, move.at,
                   fmt::format("the need `{}` of the path `{}` can never be met", word(need), path.id),
                   std::move(help));
  if (move.on == Act::quote && path.rates.empty())
    proof.report(diag::code::incomplete_path, move.at, fmt::format("the path `{}` has a quote and no rate", path.id),
                 "say at what rate:\nrates = [\"…\"]");
  if (move.on == Act::denounce && !path.term)
    proof.report(diag::code::incomplete_path, move.at, fmt::format("the path `{}` has no term to denounce", path.id),
                 "say how long it lasts:\nterm = { months = 24, notice_months = 1 }");
}

/// Keys that say something of what the path does not have.
void prove_keys(const Proof& proof, const Path& path) {
  const auto report = [&](std::string summary, std::string help) {
    proof.report(diag::code::incomplete_path, path.at, std::move(summary), std::move(help));
  };
  const bool waits = std::any_of(path.moves.begin(), path.moves.end(),
                                 [](const Move& move) { return move.from == model::State::waiting; });
  if (!path.first.empty() && !waits)
    report(fmt::format("`first` orders a waiting list that the path `{}` does not have", path.id),
           "take it out, or add a move from `waiting`");
  const bool of_object = std::find(path.rates.begin(), path.rates.end(), "object") != path.rates.end();
  if (of_object && !path.joins_a(Joins::workshop) && !path.joins_a(Joins::series))
    report(fmt::format("only workshops and series have a rate, and the path `{}` joins neither", path.id),
           "write the id of one of the network's rates");
  if (!path.meetings.empty() && (path.gives != Gives::guest || path.joins_a(Joins::meeting)))
    report("`meetings` are those of a guest of a group, a workshop, a space or the network",
           "take it out, or write:\ngives = \"guest\"");
  if (!path.signatures.empty() && path.charter == nullptr)
    report(fmt::format("the path `{}` has signatures and no charter", path.id),
           "say which charter is signed:\nsign = \"…\"");
}

}  // namespace

void prove_needs(const Proof& proof, const Path& path) {
  for (const Move& move : path.moves) prove_move(proof, path, move);
  prove_keys(proof, path);
}

void prove_term(const Proof& proof, const Path& path) {
  const auto report = [&](const model::Spot& at, std::string summary, std::string help) {
    proof.report(diag::code::incomplete_path, at, std::move(summary), std::move(help));
  };
  bool ends = false, renews = false;
  for (const Move& move : path.moves) {
    if (!move.at_term) continue;
    ends = true;
    renews = renews || move.to == model::State::renewed;
    if (!path.term)
      report(move.at, fmt::format("the path `{}` has no term that could end", path.id),
             "say how long it lasts:\nterm = { months = 12 }");
  }
  if (!path.term) return;
  if (!ends)
    report(path.at, fmt::format("nothing happens when the term of the path `{}` ends", path.id),
           "add the move:\n{ from = \"accepted\", to = \"ended\", at_term = true },");
  if ((path.term->renewals > 0) != renews && ends)
    report(path.at,
           renews ? fmt::format("the path `{}` is renewed, and its term has no `renewals`", path.id)
                  : fmt::format("the term of the path `{}` has renewals, and no move leads to `renewed`", path.id),
           renews ? "say how often:\nrenewals = 1"
                  : "add the move:\n{ from = \"signed\", to = \"renewed\", at_term = true },");
  if (path.term->of_season && !path.joins_a(Joins::group))
    report(path.at, fmt::format("only groups have a season, and the path `{}` joins none", path.id),
           "say how many months it lasts");
}

}  // namespace cenacle::rules
