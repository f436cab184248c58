// `.cenacle/access/<audience>`: who may read each restricted tree, as authenticating proxies read it.
#include "cli/access.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "publish/descriptor.h"
#include "publish/replace_file.h"

namespace cenacle::cli {

namespace {

using Addresses = std::set<std::string, std::less<>>;

constexpr std::size_t many = 5'000;  ///< facts after which writing all lists anew is less work than following them

/// Files made while it lives are for their owner alone.
class Private {
 public:
  Private() : before_(umask(0077)) {}
  ~Private() { umask(before_); }
  Private(const Private&) = delete;
  Private& operator=(const Private&) = delete;

 private:
  mode_t before_;
};

/// The fact up to which the lists are written. Its instant tells a ledger from another that was put in its place.
struct Position {
  std::int64_t seq = 0;
  std::string at;
  std::string text() const { return fmt::format("{} {}\n", seq, at); }
  friend bool operator==(const Position&, const Position&) = default;
};

/// The folder of the lists, held by one process at a time.
class Lists {
 public:
  static base::Result<Lists> open(const std::string& portal) {
    Lists lists(portal + "/.cenacle/access");
    std::error_code error;
    std::filesystem::create_directories(lists.folder_, error);
    if (error) return publish::failure("make the folder", lists.folder_, error.value());
    const std::string lock = lists.folder_ + "/.lock";
    lists.lock_ = publish::Descriptor(::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lists.lock_ || flock(lists.lock_.get(), LOCK_EX) != 0) return publish::failure("lock", lock, errno);
    return lists;
  }

  std::optional<Position> position() const {
    const std::string text = read(".position");
    const auto parts = base::split(base::trim(text), ' ');
    if (parts.size() != 2 || parts[0].find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return Position{std::atoll(std::string(parts[0]).c_str()), std::string(parts[1])};
  }
  base::Outcome move_to(const Position& position) const {
    return publish::replace_file(folder_, ".position", position.text());
  }

  Addresses addresses(std::string_view audience) const {
    Addresses found;
    const std::string text = read(audience);
    for (const std::string_view line : base::split(text, '\n'))
      if (!line.empty()) found.emplace(line);
    return found;
  }
  /// Writes what is not there already.
  base::Outcome write(std::string_view audience, const Addresses& addresses) const {
    std::string text;
    for (const std::string& it : addresses) text += it + "\n";
    const bool there = ::access((folder_ + "/" + std::string(audience)).c_str(), F_OK) == 0;
    if (there && text == read(audience)) return base::Done{};
    return publish::replace_file(folder_, audience, text);
  }
  /// Removes the lists of audiences that there are no more.
  void keep_only(const std::set<std::string_view>& audiences) const {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with('.') && !audiences.contains(name)) std::filesystem::remove(entry.path(), ignored);
    }
  }

 private:
  explicit Lists(std::string folder) : folder_(std::move(folder)) {}
  std::string read(std::string_view name) const {
    std::string bytes;
    return publish::read_file(AT_FDCWD, (folder_ + "/" + std::string(name)).c_str(), &bytes) == 0 ? bytes : "";
  }

  std::string folder_;
  publish::Descriptor lock_;
};

/// What facts after a position have to do with the lists.
struct Touched {
  std::set<model::PersonId> people;
  std::set<std::string> objects, networks;
  Position last;
  std::size_t facts = 0;
  bool whole = false;  ///< an address has changed or is gone: nobody knows any more which line was hers
};

void touch(const ledger::Transaction& ledger, const model::Fact& fact, Touched* touched) {
  touched->last = {fact.seq, base::iso(fact.at)};
  if (++touched->facts > many) touched->whole = true;
  if (fact.kind == model::FactKind::erased) touched->whole = true;
  if (fact.kind == model::FactKind::person_changed && fact.value == "mail") touched->whole = true;
  if (touched->whole) return;
  if (!fact.network.empty()) touched->networks.insert(fact.network);
  for (const model::PersonId& id : {fact.person, fact.other})
    if (!id.empty()) touched->people.insert(id);
  if (fact.registration == 0) return;
  const auto registration = ledger.registration(fact.registration);
  if (!registration) return;
  touched->objects.insert(registration->object);
  for (const model::PersonId& id : {registration->person, registration->partner})
    if (!id.empty()) touched->people.insert(id);
}

/// Facts from `from` on; `whole` when the ledger is not the one that the lists come from.
base::Result<Touched> touched_since(const ledger::Transaction& ledger, const std::optional<Position>& from) {
  Touched touched;
  touched.whole = !from;
  bool begun = !from || from->seq == 0;
  const auto read = ledger.each_fact(from ? std::max<std::int64_t>(from->seq - 1, 0) : 0, [&](const model::Fact& fact) {
    if (begun) return touch(ledger, fact, &touched);
    begun = true;
    touched.last = {fact.seq, base::iso(fact.at)};
    touched.whole = touched.last != *from;
  });
  if (!read) return read.failure();
  if (!begun) touched.whole = true;
  return touched;
}

bool reads(std::span<const std::string_view> audiences, std::string_view audience) {
  return std::binary_search(audiences.begin(), audiences.end(), audience);
}

/// Whether somebody else who has this address may read the audience.
bool is_shared_by_reader(const rules::Readers& readers, const ledger::Transaction& ledger, const model::Person& person,
                         std::string_view audience, base::Date today) {
  const auto others = ledger.find_people(person.mail);
  if (!others) return false;
  return std::any_of(others->begin(), others->end(), [&](const model::Person& it) {
    return it.id != person.id && it.mail == person.mail && reads(readers.read_by(it, ledger.of_person(it.id), today), audience);
  });
}

base::Outcome write_touched(const Lists& lists, const rules::Readers& readers, const ledger::Transaction& ledger,
                            const Touched& touched, base::Date today) {
  std::map<std::string_view, Addresses> changed;
  const auto list_of = [&](std::string_view audience) -> Addresses& {
    const auto known = changed.find(audience);
    return known != changed.end() ? known->second : changed.emplace(audience, lists.addresses(audience)).first->second;
  };
  for (const model::PersonId& id : touched.people) {
    const auto person = ledger.person(id);
    if (!person || person->erased) continue;
    const auto registrations = ledger.of_person(id);
    const auto readable = readers.read_by(*person, registrations, today);
    std::set<std::string_view> concerned(readable.begin(), readable.end());
    const auto add = [&](std::string_view object) {
      for (const std::string_view audience : readers.opened_by(object)) concerned.insert(audience);
    };
    for (const std::string& object : touched.objects) add(object);
    for (const std::string& network : touched.networks) add("network:" + network);
    for (const model::Registration& it : registrations) add(it.object);
    for (const model::Mandate& it : person->mandates) {
      add("network:" + it.network);
      for (const std::string_view audience : readers.opened_by(it)) concerned.insert(audience);
    }
    for (const std::string_view audience : concerned) {
      if (reads(readable, audience)) {
        list_of(audience).insert(person->mail);
      } else if (!is_shared_by_reader(readers, ledger, *person, audience, today)) {
        list_of(audience).erase(person->mail);
      }
    }
  }
  for (const auto& [audience, addresses] : changed)
    if (auto written = lists.write(audience, addresses); !written) return written;
  return base::Done{};
}

base::Outcome write_whole(const Lists& lists, const model::Portal& portal, const rules::Readers& readers,
                          const ledger::Transaction& ledger, base::Date today) {
  std::map<std::string, std::vector<model::Registration>, std::less<>> by_person;
  for (const model::Network& network : portal.networks) {
    auto standing = ledger.standing(network.page.id);
    if (!standing) return standing.failure();
    for (model::Registration& it : *standing) {
      if (!it.partner.empty()) by_person[it.partner].push_back(it);
      if (!it.person.empty()) by_person[it.person].push_back(std::move(it));
    }
  }
  const auto people = ledger.people();
  if (!people) return people.failure();
  std::map<std::string_view, Addresses> all;
  for (const std::string_view audience : readers.audiences()) all[audience];
  for (const model::Person& person : *people)
    for (const std::string_view audience : readers.read_by(person, by_person[person.id], today))
      all[audience].insert(person.mail);
  std::set<std::string_view> names;
  for (const auto& [audience, addresses] : all) {
    names.insert(audience);
    if (auto written = lists.write(audience, addresses); !written) return written;
  }
  lists.keep_only(names);
  return base::Done{};
}

}  // namespace

base::Outcome write_access(const std::string& portal, const rules::Readers& readers, ledger::Ledger& ledger,
                           base::Date today, Extent extent) {
  const Private files;
  const auto lists = Lists::open(portal);
  if (!lists) return lists.failure();
  const auto position = lists->position();
  const auto reading = ledger.read();  // after the lock: what another process has committed and written is seen
  if (!reading) return reading.failure();
  const ledger::Transaction& records = **reading;
  const auto touched = touched_since(records, position);
  if (!touched) return touched.failure();
  const bool whole = extent == Extent::whole || touched->whole;
  const auto written = whole ? write_whole(*lists, readers.portal(), readers, records, today)
                             : write_touched(*lists, readers, records, *touched, today);
  if (!written || (position && touched->last == *position)) return written;
  return lists->move_to(touched->last);
}

}  // namespace cenacle::cli
