// Declares the verb `db` on the command line.
#include "cli/declare_db.h"

#include <CLI/CLI.hpp>

#include "cli/db.h"

namespace cenacle::cli {

void declare_db(CLI::App& app, DbVerbs& verbs) {
  CLI::App* const db = app.add_subcommand("db", "the ledger as a whole: check, backup, export, import");
  db->require_subcommand(1);
  CLI::App* const check = db->add_subcommand("check", "whether it is whole, and says what its facts say");
  CLI::App* const backup = db->add_subcommand("backup", "a copy in a new file, while others use the ledger");
  CLI::App* const written =
      db->add_subcommand("export", "all of it as JSON Lines, in a new file or on standard output");
  CLI::App* const read = db->add_subcommand("import", "JSON Lines into an empty ledger; - is standard input");
  for (CLI::App* part : {backup, read}) part->add_option("file", verbs.file)->type_name("FILE")->required();
  written->add_option("file", verbs.file)->type_name("FILE");
  check->callback([&verbs] { verbs.chosen = check_db; });
  backup->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return back_up_db(context, verbs.file); }; });
  written->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return export_db(context, verbs.file); }; });
  read->callback(
      [&verbs] { verbs.chosen = [&verbs](const Context& context) { return import_db(context, verbs.file); }; });
}

}  // namespace cenacle::cli
