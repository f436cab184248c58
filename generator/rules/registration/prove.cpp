// What can be told of registration rules before anybody asks: states and rules that cannot be meant.
#include "rules/registration/prove.h"

#include "rules/registration/proof.h"

namespace cenacle::rules {

void Proof::report(diag::Code code, const model::Spot& at, std::string summary, std::string help) const {
  diagnostics.add(code, {book.file, at.line, at.column, at.length}, std::move(summary), std::move(help));
}

void prove(const Rulebook& book, diag::Diagnostics& diagnostics) {
  const Proof proof{book, diagnostics};
  for (const Path& path : book.paths) {
    prove_states(proof, path);
    prove_needs(proof, path);
    prove_term(proof, path);
  }
  for (const Rule& rule : book.rules) prove_rule(proof, rule);
}

}  // namespace cenacle::rules
