// What the command line takes for the verb `people`.
#include <CLI/CLI.hpp>

#include "cli/people.h"

namespace cenacle::cli {

namespace {

constexpr const char* who_help = "a person's address, name or id";

void declare_import(CLI::App& people, PeopleVerbs& verbs) {
  PeopleImport& it = verbs.import;
  auto* verb = people.add_subcommand("import", "take a list of people (CSV) into the ledger, whole or not at all");
  verb->add_option("file", it.file, "the list")->type_name("FILE.csv")->required();
  verb->add_option("--network", it.network, "of lines that do not say theirs; lines of another are left out")
      ->type_name("ID");
  auto* because =
      verb->add_option("--because", it.because, "why a shared address is allowed; it is kept")->type_name("TEXT");
  verb->add_option("--allow-shared", it.allow_shared, "a line whose address may be a shared one")
      ->type_name("LINE")
      ->needs(because);
  verb->add_flag("--dry-run", it.dry_run, "say what would be done, and do nothing");
  verb->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return import_people(context, verbs.import); }; });
}

void declare_list(CLI::App& people, PeopleVerbs& verbs) {
  PeopleList& it = verbs.list;
  auto* verb = people.add_subcommand("list", "who is in the ledger, in alphabetical order");
  verb->add_option("--network", it.network, "of this network")->type_name("ID");
  verb->add_option("--body", it.body, "of this body")->type_name("ID");
  verb->add_option("--role", it.role, "who hold this role")->type_name("ID");
  verb->add_flag("--all", it.all, "those who have left too");
  verb->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return list_people(context, verbs.list); }; });
}

void declare_show(CLI::App& people, PeopleVerbs& verbs) {
  auto* verb = people.add_subcommand("show", "what is known of a person");
  verb->add_option("who", verbs.shown, who_help)->type_name("WHO")->required();
  verb->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return show_person(context, verbs.shown); }; });
}

void declare_set(CLI::App& people, PeopleVerbs& verbs) {
  PeopleSet& it = verbs.set;
  auto* verb = people.add_subcommand("set", "change what is known of a person");
  verb->add_option("who", it.who, who_help)->type_name("WHO")->required();
  verb->add_option("--given", it.given, "given name")->type_name("TEXT");
  verb->add_option("--family", it.family, "family name")->type_name("TEXT");
  verb->add_option("--mail", it.mail, "address")->type_name("ADDRESS");
  verb->add_option("--phone", it.phone, "telephone; \"\" takes it out")->type_name("TEXT");
  verb->add_option("--profile", it.profile, "what she is among those a workshop is for")->type_name("TEXT");
  verb->add_option("--function", it.function, "in her own words")->type_name("TEXT");
  verb->add_option("--shown", it.shown, "whether she agrees to be named on pages")
      ->check(CLI::IsMember({"yes", "no"}))
      ->type_name("yes|no");
  auto* because =
      verb->add_option("--because", it.because, "why a shared address is allowed; it is kept")->type_name("TEXT");
  verb->add_flag("--allow-shared", it.allow_shared, "the address may be a shared one")->needs(because);
  verb->add_flag("--dry-run", it.dry_run, "say what would be done, and do nothing");
  verb->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return set_person(context, verbs.set); }; });
}

void declare_mandate(CLI::App& people, PeopleVerbs& verbs) {
  PeopleMandate& it = verbs.mandate;
  auto* verb = people.add_subcommand("mandate", "begin or end what a person is in a body");
  verb->add_option("who", it.who, who_help)->type_name("WHO")->required();
  verb->add_option("--network", it.network, "in which network; of a person of one only, that one")->type_name("ID");
  verb->add_option("--body", it.body, "of which body; `none`: of none")->type_name("ID");
  verb->add_option("--role", it.role, "a role of the network")->type_name("ID");
  verb->add_option("--in", it.in, "where she holds it: group:ID, workshop:ID, space:ID")->type_name("WHAT");
  verb->add_option("--from", it.from, "the first day (default: today)")->type_name("DATE");
  verb->add_option("--until", it.until, "the first day on which it no longer holds")->type_name("DATE");
  auto* instead =
      verb->add_flag("--instead", it.instead, "she changes body: what she is in others of the network ends that day");
  verb->add_flag("--end", it.end, "end it (--until, or today)")->excludes(instead);
  verb->add_flag("--dry-run", it.dry_run, "say what would be done, and do nothing");
  verb->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return set_mandate(context, verbs.mandate); }; });
}

void declare_rights(CLI::App& people, PeopleVerbs& verbs) {
  auto* exported = people.add_subcommand("export", "all that is known of a person, as JSON or as a page to read");
  exported->add_option("who", verbs.exported.who, who_help)->type_name("WHO")->required();
  exported->add_option("--html", verbs.exported.html, "write the page to this file instead")->type_name("FILE");
  exported->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return export_person(context, verbs.exported); }; });

  auto* erase = people.add_subcommand("erase", "forget a person; what happened stays, without her name");
  erase->add_option("who", verbs.erase.who, who_help)->type_name("WHO")->required();
  erase->add_flag("--yes", verbs.erase.yes, "do it: it cannot be undone");
  erase->add_flag("--dry-run", verbs.erase.dry_run, "say what would be done, and do nothing");
  erase->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return erase_person(context, verbs.erase); }; });

  auto* review = people.add_subcommand("review", "whose data should perhaps no longer be kept");
  review->add_option("--months", verbs.review.months, "without activity for so long (default: 36)")
      ->check(CLI::Range(1, 1200))
      ->type_name("N");
  review->add_option("--network", verbs.review.network, "of this network")->type_name("ID");
  auto* until =
      review->add_option("--until", verbs.review.until, "the day until which --keep keeps")->type_name("DATE");
  review->add_option("--keep", verbs.review.keep, "say that this person is to be kept")->type_name("WHO")->needs(until);
  review->add_flag("--dry-run", verbs.review.dry_run, "of --keep: say what would be done, and do nothing");
  review->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return review_people(context, verbs.review); }; });
}

}  // namespace

void declare_people(CLI::App& app, PeopleVerbs& verbs) {
  auto* people = app.add_subcommand(
      "people", "the people of the networks: import, list, show, set, mandate, export, erase, review");
  people->require_subcommand(1);
  declare_import(*people, verbs);
  declare_list(*people, verbs);
  declare_show(*people, verbs);
  declare_set(*people, verbs);
  declare_mandate(*people, verbs);
  declare_rights(*people, verbs);
}

}  // namespace cenacle::cli
