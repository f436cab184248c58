// The workflows of the networks that the portal comes with: they are read without a word, and something follows from
// each.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "workflow/desk.h"

namespace cenacle {

namespace {

/// The portal's own files, in memory: the test runs in the source folder.
base::MemoryFileSystem own_files() {
  base::MemoryFileSystem files{{}};
  for (const char* folder : {"content", "workflows"})
    for (const auto& it : std::filesystem::recursive_directory_iterator(folder)) {
      if (!it.is_regular_file()) continue;
      std::ifstream in(it.path(), std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      files.write(it.path().generic_string(), text.str());
    }
  return files;
}

struct Portal {
  base::MemoryFileSystem files = own_files();
  diag::Diagnostics diagnostics;
  content::Content content;
  rules::Rulebooks books;
  workflow::Workflows workflows;

  Portal() {
    content = content::load(files, {.now = instant("2026-09-15T09:00:00+02:00")}, {}, diagnostics);
    books = rules::read_rulebooks(files, content, diagnostics);
    workflows = workflow::read_workflows(files, content, books, nullptr, diagnostics);
  }
};

}  // namespace

TEST_CASE("the workflows of the five networks are read without a word") {
  Portal portal;
  std::string said;
  for (const diag::Diagnostic& it : portal.diagnostics.sorted())
    if (it.place.path.starts_with("workflows/"))
      said += fmt::format("{}:{}:{} {}: {}\n", it.place.path, it.place.line, it.place.column, it.code.name, it.summary);
  CHECK(said == "");
  CHECK(portal.workflows.books.size() == portal.content.portal->networks.size());
}

TEST_CASE("every vacant function of the networks has somebody to write to") {
  Portal portal;
  workflow::Memory memory;
  rules::Holidays holidays;
  std::vector<workflow::Entry> entries;
  for (const model::Network& network : portal.content.portal->networks)
    for (const model::Meeting& it : network.meetings) {
      workflow::Entry& entry = entries.emplace_back();
      entry.uid = it.uid, entry.network = network.page.id;
      entry.end = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::sys_days(base::date_of(it.end)));
    }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.uid < b.uid; });
  const auto now = instant("2026-09-15T09:00:00+02:00");
  std::set<std::string> adopted;
  std::int64_t seq = 0;
  const workflow::Setting setting{*portal.content.portal, portal.books, portal.workflows, holidays, memory, entries, now};
  for (const workflow::Adoption& it : workflow::plan(setting, now).adoptions) {
    model::Fact fact;
    fact.seq = ++seq, fact.kind = model::FactKind::adopted, fact.at = now;
    fact.network = it.network, fact.path = it.path, fact.digest = it.digest;
    memory.take(fact);
    adopted.insert(it.network);
  }
  CHECK(adopted.size() == portal.workflows.books.size());
  const workflow::Plan year = workflow::plan(setting, instant("2027-09-15T09:00:00+02:00"));
  CHECK(year.adoptions.empty());
  std::set<std::string> mails;
  for (const workflow::Action& it : year.actions) {
    mails.insert(it.mail);
    CHECK(it.to.person == "");  // there is nobody in the ledger: everything goes to mailboxes
    CHECK(it.due >= now);
  }
  for (const char* mail : {"answers-summary", "log-reminder", "decision-reminder", "sheet-review", "yearly-review"})
    CHECK_MESSAGE(mails.contains(mail), mail);
  for (const workflow::Held& it : year.held)
    if (it.why == workflow::Held::Why::no_address)
      FAIL_CHECK(it.action.network << " " << it.action.key.text());
}

}  // namespace cenacle
