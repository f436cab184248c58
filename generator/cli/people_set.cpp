// `people set`: what is known of somebody, corrected.
#include <fmt/format.h>

#include "cli/people.h"
#include "cli/people_words.h"
#include "content/person_text.h"
#include "content/roster.h"
#include "content/roster_names.h"
#include "content/values.h"

namespace cenacle::cli {

namespace {

class Correction {
 public:
  Correction(Deed& deed, const PeopleSet& arguments) : deed_(deed), arguments_(arguments), words_(deed.phrases()) {}

  Or<int> run() {
    auto found = deed_.person(arguments_.who);
    if (!found) return found.stop();
    her_ = std::move(*found);
    identity_ = {her_.given_name, her_.family_name, her_.mail, her_.phone, her_.profile, her_.function};
    const locale::Locale& language = *deed_.content().language;
    if (arguments_.given) set("given_name", identity_.given_name, content::cased_name(*arguments_.given, language));
    if (arguments_.family) set("family_name", identity_.family_name, content::cased_name(*arguments_.family, language));
    if (arguments_.phone) set("phone", identity_.phone, content::clean_phone(*arguments_.phone));
    if (arguments_.function) set("function", identity_.function, content::clean_text(*arguments_.function));
    if (arguments_.profile) set("profile", identity_.profile, content::clean_text(*arguments_.profile));
    if (arguments_.mail)
      if (const auto stop = set_mail(content::clean_mail(*arguments_.mail))) return *stop;
    for (const std::string* name : {&identity_.given_name, &identity_.family_name})
      if (name->empty()) return Stop{Exit::mistakes, "no-name", words_.say("set.no-name")};
    set_shown();
    if (const Acted written = write(); !written) return written.stop();
    tell_outcome();
    return Exit::done;
  }

 private:
  void set(std::string_view field, std::string& value, std::string after) {
    if (value == after) return;
    const std::string name = words_.say(fmt::format("field.{}", field));
    lines_.push_back(after.empty() ? words_.say("set.removed", {{"field", name}, {"before", value}})
                     : value.empty()
                         ? words_.say("import.field-new", {{"field", name}, {"after", after}})
                         : words_.say("import.field", {{"field", name}, {"before", value}, {"after", after}}));
    value = std::move(after);
    named_ = true;
  }

  std::optional<Stop> set_mail(std::string mail) {
    if (!content::is_mail(mail))
      return Stop{Exit::mistakes, "bad-mail", words_.say("set.bad-mail", {{"mail", *arguments_.mail}})};
    const auto owner = deed_.ledger().owner_of(mail);
    if (owner && *owner != her_.id) {
      const auto other = deed_.ledger().person(*owner);
      return Stop{Exit::mistakes, "person-twice",
                  words_.say("set.person-twice", {{"mail", mail}, {"other", other ? words_.name_of(*other) : *owner}})};
    }
    for (const model::Mandate& it : her_.mandates) {
      const rules::Rulebook* const book = deed_.books().of(it.network);
      if (book == nullptr || !content::is_shared_mailbox(mail, book->shared_mailboxes) || mail == her_.mail) continue;
      if (!arguments_.allow_shared)
        return Stop{Exit::mistakes, "shared-mailbox", words_.say("set.shared-mailbox", {{"mail", mail}})};
      shared_ = true;
    }
    set("mail", identity_.mail, std::move(mail));
    return std::nullopt;
  }

  void set_shown() {
    if (!arguments_.shown) return;
    const bool shown = *arguments_.shown == "yes";
    if (shown == her_.shown) return;
    shown_ = shown;
    lines_.push_back(words_.say(shown ? "import.shown" : "import.hidden"));
  }

  Acted write() {
    if (named_)
      if (const auto changed = deed_.ledger().change_person(her_.id, identity_, deed_.now()); !changed)
        return changed.failure();
    std::vector<model::Fact> facts;
    if (shown_) {
      facts.push_back(deed_.fact(model::FactKind::consent, ""));
      facts.back().person = her_.id, facts.back().value = *shown_ ? "shown" : "hidden";
    }
    if (shared_) {
      facts.push_back(deed_.fact(model::FactKind::overridden, ""));
      facts.back().person = her_.id, facts.back().value = "shared-mailbox", facts.back().said = *arguments_.because;
      lines_.push_back(words_.say("import.shared", {{"because", *arguments_.because}}));
    }
    if (const auto appended = deed_.append(std::move(facts)); !appended) return appended;
    if (arguments_.dry_run || lines_.empty()) return base::Done{};
    return deed_.keep(Extent::since_last);
  }

  void tell_outcome() const {
    if (deed_.context().format == Format::json) {
      json::Writer out;
      out.begin_object().key("verb").text("people set").key("person").text(her_.id);
      out.key("written").boolean(!arguments_.dry_run && !lines_.empty()).key("changes").begin_array();
      for (const std::string& it : lines_) out.text(it);
      fmt::print("{}", out.end_array().end_object().take());
      return;
    }
    fmt::print("{}\n", words_.name_of(her_));
    for (const std::string& it : lines_) fmt::print("  {}\n", it);
    if (lines_.empty()) fmt::print("  {}\n", words_.say("nothing-follows"));
    if (arguments_.dry_run) fmt::print(stderr, "{}\n", words_.say("rehearsal"));
  }

  Deed& deed_;
  const PeopleSet& arguments_;
  const Phrases& words_;
  model::Person her_;
  ledger::Identity identity_;
  std::vector<std::string> lines_;  ///< what changes, in words
  std::optional<bool> shown_;
  bool named_ = false, shared_ = false;
};

}  // namespace

int set_person(const Context& context, const PeopleSet& arguments) {
  return look_up(
      context, [&](Deed& deed) { return Correction(deed, arguments).run(); },
      arguments.dry_run ? Deed::For::rehearsing : Deed::For::writing);
}

}  // namespace cenacle::cli
