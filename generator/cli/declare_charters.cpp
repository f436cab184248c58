// Declares the verbs of charters, conventions and payments on the command line.
#include "cli/declare_charters.h"

#include <CLI/CLI.hpp>

namespace cenacle::cli {

namespace {

/// A verb that, once chosen, calls `run` with `arguments`.
template <class Arguments>
CLI::App& verb(CLI::App& app, CharterVerbs& verbs, const char* name, const char* what,
               int (*run)(const Context&, const Arguments&), Arguments& arguments) {
  CLI::App* const made = app.add_subcommand(name, what);
  made->callback([&verbs, run, &arguments] {
    verbs.chosen = [run, &arguments](const Context& context) { return run(context, arguments); };
  });
  return *made;
}

void writes(CLI::App& made, Writing& arguments) {
  made.add_flag("--dry-run", arguments.rehearsal, "say what would follow, and write nothing");
}

void network(CLI::App& made, std::string& into, const char* what) {
  made.add_option("--network", into, what)->type_name("ID");
}

void year(CLI::App& made, int& into, const char* what) {
  constexpr int first = 2000, last = 2999;
  made.add_option("--year", into, what)->type_name("YEAR")->check(CLI::Range(first, last));
}

void declare_signing(CLI::App& app, CharterVerbs& verbs) {
  SignArguments& into = verbs.sign;
  CLI::App& made = verb(app, verbs, "sign", "the version of a charter that is in force", sign, into);
  writes(made, into);
  made.add_option("WHO", into.who, "a person's id, address or name")->required();
  made.add_option("CHARTER", into.charter, "charter:ID")->required();
  made.add_option("--as", into.role, "the role in which she signs (default: hers that signs)")->type_name("ROLE");
  made.add_option("--body", into.body, "for which body (default: that of her mandate)")->type_name("ID");
  made.add_option("--because", into.because, "what she signs by, when it is for the role's holder: a delegation")
      ->type_name("TEXT");
  CLI::App& listing =
      verb(app, verbs, "charters", "charters, their versions, who has signed", charters, verbs.charters);
  listing.add_option("CHARTER", verbs.charters.charter, "charter:ID: who has signed it, and who is to");
  network(listing, verbs.charters.network, "those of a network");
}

void declare_quoting(CLI::App& app, CharterVerbs& verbs) {
  QuoteArguments& into = verbs.quote;
  CLI::App& made = verb(app, verbs, "quote", "what it costs, numbered and kept; or a quote again", quote, into);
  writes(made, into);
  made.add_option("SUBJECT", into.subject, "a registration's number, a person or body:ID; a quote's number")
      ->required();
  made.add_option("--rate", into.rate, "of the tariff, where no registration says it")->type_name("ID");
  made.add_option("--quantity", into.quantity, "how many of the rate's unit (default: the sessions)")->type_name("N");
  made.add_option("--page", into.page, "write the page to be printed there")->type_name("FILE");
  network(made, into.network, "whose tariff it is");
  year(made, into.year, "of the tariff (default: that of the sessions, else this one)");
}

void declare_paying(CLI::App& app, CharterVerbs& verbs) {
  PayArguments& into = verbs.pay;
  CLI::App& agreeing = verb(app, verbs, "agree", "the body agrees to the quote", agree, into);
  writes(agreeing, into);
  agreeing.add_option("N", into.subject, "the registration's number, or the quote's")->required();
  CLI::App& paying = verb(app, verbs, "pay", "a payment that was received", pay, into);
  writes(paying, into);
  paying.add_option("N", into.subject, "the registration's number, or the quote's")->required();
  paying.add_option("--reference", into.reference, "the payment's, as the accounts have it")
      ->type_name("TEXT")
      ->required();
  paying.add_option("--date", into.day, "2026-10-06 (default: today)")->type_name("DATE");
  paying.add_option("--amount", into.amount, "250,00 € (default: what is due)")->type_name("AMOUNT");
  year(paying, into.year, "whose fee it is (default: that of the date)");
  CLI::App& denouncing = verb(app, verbs, "denounce", "a convention will not be renewed", denounce, into);
  writes(denouncing, into);
  denouncing.add_option("N", into.subject, "the registration's number")->required();
  denouncing.add_option("--because", into.because, "why, in a sentence")->type_name("TEXT");
}

}  // namespace

void declare_charters(CLI::App& app, CharterVerbs& verbs) {
  declare_signing(app, verbs);
  declare_quoting(app, verbs);
  declare_paying(app, verbs);
  CLI::App& owing = verb(app, verbs, "fees", "who owes the year's fee, and who has paid", fees, verbs.fees);
  network(owing, verbs.fees.network, "whose conventions (default: all networks')");
  year(owing, verbs.fees.year, "the calendar year (default: this one)");
  CLI::App& listing =
      verb(app, verbs, "conventions", "conventions, their dates, what falls due", conventions, verbs.conventions);
  network(listing, verbs.conventions.network, "of a network (default: of all)");
  listing.add_flag("--over", verbs.conventions.over, "those that are over, too");
}

}  // namespace cenacle::cli
