// `people import`: a list of people into the ledger, in one transaction.
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "cli/deed.h"
#include "cli/people.h"
#include "cli/people_words.h"
#include "cli/roster_plan.h"

namespace cenacle::cli {

namespace {

using Kind = RosterStep::Kind;

base::Result<std::string> read_list(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad())
    return base::Failure{base::FailureKind::disk,
                         fmt::format("cannot read {}: {}", path, std::generic_category().message(errno))};
  return bytes;
}

content::RosterOptions options_of(const Deed& deed, const PeopleImport& arguments, const model::Network* network) {
  content::RosterOptions options{arguments.file,         *deed.content().portal,  network, {}, {},
                                 arguments.allow_shared, *deed.content().language};
  for (const rules::Rulebook& book : deed.books().books) {
    options.shared_mailboxes.emplace(book.network->page.id, book.shared_mailboxes);
    options.profiles.emplace(book.network->page.id, book.profiles);
  }
  return options;
}

class Import {
 public:
  Import(Deed& deed, const PeopleImport& arguments) : deed_(deed), arguments_(arguments), words_(deed.phrases()) {}

  Or<int> run() {
    const model::Network* network = nullptr;
    if (!arguments_.network.empty()) {
      const auto found = find_network(deed_.content(), arguments_.network);
      if (!found) return found.stop();
      network = *found;
    }
    const auto bytes = read_list(arguments_.file);
    if (!bytes) return bytes.failure();
    diag::Diagnostics diagnostics;
    roster_ = content::read_roster(*bytes, options_of(deed_, arguments_, network), diagnostics);
    if (diagnostics.errors() == 0)
      if (const Acted planned = plan(&diagnostics); !planned) return planned.stop();
    if (diagnostics.errors() == 0 && !arguments_.dry_run && deed_.is_in_memory()) {
      diag::Diagnostics anew;  // a list of mistakes makes no ledger; another process may have made one since
      if (const Acted opened = deed_.open_for_good(); !opened) return opened.stop();
      if (const Acted planned = plan(&anew); !planned) return planned.stop();
      for (const diag::Diagnostic& it : anew.sorted())
        if (it.code.severity == diag::Severity::error) diagnostics.add(it);
    }
    const bool refused = diagnostics.errors() > 0;
    if (refused || !as_data()) say(diagnostics);
    if (refused) {
      if (!as_data()) fmt::print(stderr, "{}\n", words_.say("import.refused"));
      return Exit::mistakes;
    }
    if (!arguments_.dry_run) {
      if (const Acted written = write(); !written) return written.stop();
      if (const Acted kept = deed_.keep(Extent::since_last); !kept) return kept.stop();
    }
    fmt::print("{}", as_data() ? as_json(diagnostics) : as_text());
    if (arguments_.dry_run && !as_data()) fmt::print(stderr, "{}\n", words_.say("rehearsal"));
    return Exit::done;
  }

 private:
  Acted plan(diag::Diagnostics* diagnostics) {
    const auto known = deed_.ledger().people();
    if (!known) return known.failure();
    plan_ = plan_roster(roster_, *known, deed_.today(), arguments_.file, *deed_.content().language, *diagnostics);
    return base::Done{};
  }
  bool as_data() const { return deed_.context().format == Format::json; }
  void say(const diag::Diagnostics& diagnostics) const {
    base::MemoryFileSystem file;
    file.write(arguments_.file, roster_.text);
    report(deed_.context(), diagnostics, file);
  }

  Acted write() {
    for (RosterStep& step : plan_.steps)
      if (step.kind != Kind::nothing)
        if (const Acted written = write(step); !written) return written;
    return base::Done{};
  }

  Acted write(RosterStep& step) {
    ledger::Transaction& ledger = deed_.ledger();
    const base::Instant now = deed_.now();
    if (step.kind == Kind::add) {
      auto id = ledger.add_person(step.identity, now);
      if (!id) return id.failure();
      step.id = std::move(*id);
    } else if (!step.changes.empty()) {
      if (const auto changed = ledger.change_person(step.id, step.identity, now); !changed) return changed.failure();
    }
    std::vector<model::Fact> facts;
    const auto fact = [&](model::FactKind kind) -> model::Fact& {
      model::Fact& made = facts.emplace_back();
      made.at = now, made.kind = kind, made.person = step.id;
      return made;
    };
    if (step.shown) fact(model::FactKind::consent).value = *step.shown ? "shown" : "hidden";
    if (step.shared_allowed) {
      model::Fact& allowed = fact(model::FactKind::overridden);
      allowed.value = "shared-mailbox", allowed.said = arguments_.because;
    }
    for (const model::Mandate& it : step.mandates) {
      model::Fact& begun = fact(model::FactKind::mandate_began);
      begun.network = it.network, begun.body = it.body, begun.value = it.role, begun.object = it.object,
      begun.day = it.from;
    }
    if (const auto appended = ledger.append(facts); !appended) return appended.failure();
    return base::Done{};
  }

  std::string change(const FieldChange& it) const {
    const std::string field = words_.say(fmt::format("field.{}", it.field));
    return it.before.empty()
               ? words_.say("import.field-new", {{"field", field}, {"after", it.after}})
               : words_.say("import.field", {{"field", field}, {"before", it.before}, {"after", it.after}});
  }

  std::string line_of(const RosterStep& step) const {
    std::string line = words_.say(
        step.kind == Kind::add ? "import.add" : "import.change",
        {{"given", step.identity.given_name}, {"family", step.identity.family_name}, {"mail", step.identity.mail}});
    std::vector<std::string> parts;
    for (const FieldChange& it : step.changes) parts.push_back(change(it));
    for (const model::Mandate& it : step.mandates)
      parts.push_back(
          words_.say("import.mandate", {{"mandate", mandate_in_words(deed_, it)}, {"day", words_.day(it.from)}}));
    if (step.shown) parts.push_back(words_.say(*step.shown ? "import.shown" : "import.hidden"));
    if (step.shared_allowed) parts.push_back(words_.say("import.shared", {{"because", arguments_.because}}));
    std::string separator = words_.say("import.colon");
    for (const std::string& part : parts) {
      line.append(separator).append(part);
      separator = words_.say("import.semicolon");
    }
    return line;
  }

  std::string as_text() const {
    std::string text;
    for (const RosterStep& step : plan_.steps)
      if (step.kind != Kind::nothing) text += line_of(step) + "\n";
    const auto add = [&](std::string_view key, std::size_t number) {
      if (number > 0) text += words_.count(key, static_cast<std::int64_t>(number)) + "\n";
    };
    if (!text.empty()) text += "\n";
    add("import.added", plan_.count(Kind::add));
    add("import.changed", plan_.count(Kind::change));
    add("import.unchanged", plan_.count(Kind::nothing));
    add("import.repeated", roster_.repeated);
    add("import.of-others", roster_.of_other_networks);
    if (text.empty()) text = words_.say("import.empty") + "\n";
    return text;
  }

  std::string as_json(const diag::Diagnostics& diagnostics) const {
    json::Writer out;
    const auto number = [&](std::string_view key, std::size_t count) {
      out.key(key).integer(static_cast<std::int64_t>(count));
    };
    out.begin_object().key("verb").text("people import").key("written").boolean(!arguments_.dry_run);
    number("added", plan_.count(Kind::add));
    number("changed", plan_.count(Kind::change));
    number("unchanged", plan_.count(Kind::nothing));
    number("repeated", roster_.repeated);
    number("of_other_networks", roster_.of_other_networks);
    number("warnings", diagnostics.warnings());
    out.key("people").begin_array();
    for (const RosterStep& step : plan_.steps) {
      if (step.kind == Kind::nothing) continue;
      out.begin_object()
          .key("does")
          .text(step.kind == Kind::add ? "add" : "change")
          .key("mail")
          .text(step.identity.mail);
      if (!step.id.empty()) out.key("person").text(step.id);
      out.key("sentence").text(line_of(step)).end_object();
    }
    return out.end_array().end_object().take();
  }

  Deed& deed_;
  const PeopleImport& arguments_;
  const Phrases& words_;
  content::Roster roster_;
  RosterPlan plan_;
};

}  // namespace

int import_people(const Context& context, const PeopleImport& arguments) {
  return look_up(
      context, [&](Deed& deed) { return Import(deed, arguments).run(); }, Deed::For::rehearsing);
}

}  // namespace cenacle::cli
