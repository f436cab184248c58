// The whole ledger as JSON Lines, and back.
#include "ledger/json_lines.h"

#include <fmt/format.h>

#include "formats/json/json.h"
#include "ledger/fact_line.h"
#include "ledger/open_ledger.h"
#include "ledger/schema.h"

namespace cenacle::ledger {

namespace {

/// How many facts are appended at a time.
constexpr std::size_t batch = 1000;

template <class T>
T must(base::Result<T> result) {
  if (!result) throw Trouble{result.failure()};
  return std::move(*result);
}

std::string first_line() {
  json::Writer line(json::Writer::Layout::compact);
  return line.begin_object().key("ledger").text("cenacle").key("version").integer(schema_version).end_object().take();
}

std::string last_line(const Counted& counted) {
  json::Writer line(json::Writer::Layout::compact);
  line.begin_object().key("end").boolean(true).key("facts").integer(counted.facts);
  return line.key("people").integer(counted.people).end_object().take();
}

/// A line that cannot be taken: the import ends, and nothing of it is written.
struct Mistake {
  std::string sentence;
};

class Importer {
 public:
  explicit Importer(OpenTransaction& transaction) : transaction_(transaction) {}

  void take(std::string_view text) {
    ++number_;
    if (ended_) mistaken("something stands after the end");
    const auto line = json::parse(text);
    if (!line || line->kind != json::Kind::object) mistaken("this is no JSON object");
    if (number_ == 1) return begin(*line);
    if (line->find("fact") != nullptr) return fact(*line);
    append();
    if (line->find("identity") != nullptr) return identity(*line);
    if (line->find("end") != nullptr) return end(*line);
    mistaken("this is neither a fact, nor an identity, nor the end");
  }

  Counted finish() {
    if (!ended_) throw Mistake{"the last line is missing: the file was cut short"};
    return counted_;
  }

 private:
  [[noreturn]] void mistaken(const std::string& what) const {
    throw Mistake{fmt::format("line {}: {}", number_, what)};
  }

  void begin(const json::Value& line) {
    if (line.text_of("ledger") != "cenacle") mistaken("this is not the first line of a ledger");
    // An older version has fewer members; none has changed its meaning.
    if (const auto version = line.integer_of("version"); version < 1 || version > schema_version)
      mistaken(
          fmt::format("the ledger is of version {}; this cenacle takes versions up to {}", version, schema_version));
  }
  void fact(const json::Value& line) {
    std::string what;
    auto fact = fact_of(line, &what);
    if (!fact) mistaken(what);
    if (counted_.people > 0) mistaken("a fact stands after the identities");
    if (fact->seq != ++counted_.facts) mistaken(fmt::format("fact {} is missing", counted_.facts));
    facts_.push_back(std::move(*fact));
    if (facts_.size() == batch) append();
  }
  void append() {
    if (facts_.empty()) return;
    if (const auto done = transaction_.replay(facts_); !done)
      mistaken(fmt::format("the facts up to here do not follow from one another: {}", done.failure().message));
    facts_.clear();
  }
  void identity(const json::Value& line) {
    std::string what;
    const auto named = named_of(line, &what);
    if (!named) mistaken(what);
    const auto person = transaction_.person(named->person);
    if (!person || person->erased) mistaken("no fact adds this person, or one erases her");
    must(transaction_.identify(named->person, named->identity));
    ++counted_.people;
  }
  void end(const json::Value& line) {
    if (line.integer_of("facts") != counted_.facts || line.integer_of("people") != counted_.people)
      mistaken("lines are missing: there are fewer than the end says");
    ended_ = true;
  }

  OpenTransaction& transaction_;
  std::vector<model::Fact> facts_;
  Counted counted_;
  std::int64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace

base::Result<Counted> export_lines(const Place& place, const TakeLine& take) {
  try {
    const auto ledger = OpenLedger::open(place, Access::read);
    const auto transaction = ledger->begin(Access::read);
    Counted counted;
    const auto put = [&](std::string line) { must(take(line += '\n')); };
    put(first_line());
    must(transaction->each_fact(0, [&](const model::Fact& it) {
      put(line_of(it));
      ++counted.facts;
    }));
    ledger->database().each(fmt::format("{}ORDER BY person", select_identities), identity_columns, {},
                            [&](const Row& row) {
                              put(line_of(read_identity(row)));
                              ++counted.people;
                            });
    put(last_line(counted));
    return counted;
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

base::Result<Import> import_lines(const Place& place, const NextLine& next) {
  try {
    const auto ledger = OpenLedger::open(place, Access::write);
    const auto transaction = ledger->begin(Access::write);
    Import result;
    if (ledger->database().number("SELECT max(seq) FROM facts") > 0) {
      result.mistake = fmt::format("{} holds facts already: an import is for an empty one", ledger->database().name());
      return result;
    }
    try {
      Importer importer(*transaction);
      for (std::string line; next(&line);) importer.take(line);
      result.counted = importer.finish();
    } catch (const Mistake& mistake) {
      if (const auto failure = transaction->failure(); failure && failure->kind == base::FailureKind::busy)
        return *failure;
      result.mistake = mistake.sentence;
      return result;
    }
    must(transaction->commit());
    return result;
  } catch (const Trouble& trouble) {
    return trouble.failure;
  }
}

}  // namespace cenacle::ledger
