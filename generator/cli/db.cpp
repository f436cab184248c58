// The verb `db`: the ledger as a whole, checked, copied, read out and read in.
#include "cli/db.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "formats/json/json.h"
#include "ledger/backup.h"
#include "ledger/check.h"
#include "ledger/json_lines.h"

namespace cenacle::cli {

namespace {

std::string in_json(const ledger::Health& health) {
  json::Writer out;
  out.begin_object().key("whole").boolean(health.damages.empty()).key("damages").begin_array();
  for (const std::string& it : health.damages) out.text(it);
  out.end_array().key("facts").integer(health.facts).key("people").integer(health.people);
  out.key("registrations").integer(health.registrations).key("erasure_pending").boolean(health.erasure_pending);
  out.key("copies").begin_array();
  for (const std::string& it : health.copies) out.text(it);
  return out.end_array().end_object().take();
}

std::string in_text(const ledger::Health& health) {
  std::string out =
      fmt::format("{} facts, {} people, {} registrations: ", health.facts, health.people, health.registrations);
  if (health.damages.empty()) {
    out += "the ledger is whole\n";
  } else {
    out += "the ledger is damaged\n";
    for (const std::string& it : health.damages) out += fmt::format("  {}\n", it);
    out += "Keep it as it is, and put back the last backup (`cenacle db backup`).\n";
  }
  if (health.erasure_pending)
    out +=
        "An erasure is pending: traces of somebody are still in the files, and go with the next command that writes.\n";
  for (const std::string& it : health.copies)
    out += fmt::format("{} was made before a migration; the next erasure removes it.\n", it);
  return out;
}

/// `done` is the word for a program, `sentence` for a person.
int said(const Context& context, std::string_view done, const std::string& file, const std::string& sentence) {
  if (context.format == Format::json) {
    json::Writer out;
    fmt::print("{}", out.begin_object().key(done).text(file).end_object().take());
  } else {
    fmt::print("{}\n", sentence);
  }
  return Exit::done;
}

int export_to_standard_output(const ledger::Place& place) {
  const auto done = ledger::export_lines(place, [](std::string_view line) -> base::Outcome {
    if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return base::Done{};
    return base::Failure{base::FailureKind::disk, fmt::format("cannot write: {}", std::strerror(errno))};
  });
  if (!done) return fail(done.failure());
  if (std::fflush(stdout) == 0) return Exit::done;
  return fail({base::FailureKind::disk, fmt::format("cannot write: {}", std::strerror(errno))});
}

}  // namespace

int check_db(const Context& context) {
  const auto place = ledger::Place::of(context.folder);
  if (!place) return fail(place.failure());
  const auto health = ledger::check_ledger(*place);
  if (!health) return fail(health.failure());
  fmt::print("{}", context.format == Format::json ? in_json(*health) : in_text(*health));
  return health->damages.empty() ? Exit::done : Exit::disk_failure;
}

int back_up_db(const Context& context, const std::string& file) {
  const auto place = ledger::Place::of(context.folder);
  if (!place) return fail(place.failure());
  const auto done = ledger::back_up(*place, file);
  return done ? said(context, "backup", file, fmt::format("{} is a copy of the ledger", file)) : fail(done.failure());
}

int export_db(const Context& context, const std::string& file) {
  const auto place = ledger::Place::of(context.folder);
  if (!place) return fail(place.failure());
  if (file.empty() || file == "-") return export_to_standard_output(*place);
  const auto done = ledger::export_to(*place, file);
  return done ? said(context, "export", file, fmt::format("{} holds the whole ledger", file)) : fail(done.failure());
}

int import_db(const Context& context, const std::string& file) {
  const auto place = ledger::Place::of(context.folder);
  if (!place) return fail(place.failure());
  std::ifstream opened;
  if (file != "-") opened.open(file, std::ios::binary);
  std::istream& in = file == "-" ? std::cin : opened;
  if (!in) return fail({base::FailureKind::disk, fmt::format("cannot read {}: {}", file, std::strerror(errno))});
  const auto read = ledger::import_lines(*place, [&](std::string* line) { return !!std::getline(in, *line); });
  if (!read) return fail(read.failure());
  if (!read->mistake.empty()) {
    fmt::print(stderr, "cenacle: {}: {}; nothing was imported\n", file, read->mistake);
    return Exit::mistakes;
  }
  return said(context, "import", file,
              fmt::format("{} facts and {} people were imported", read->counted.facts, read->counted.people));
}

}  // namespace cenacle::cli
