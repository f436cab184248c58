// People and registrations for the networks of a portal, made up so that every mail of the theme has something to say:
// for each path of each rulebook, somebody who takes part, somebody who asks, with all that a registration may have.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/portal.h"
#include "rules/registration/joined.h"
#include "rules/registration/quote.h"
#include "rules/registration/read.h"
#include "rules/registration/memory_records.h"

namespace cenacle {

class Crowd {
 public:
  Crowd(const model::Portal& portal, const rules::Rulebooks& books, base::Instant now, std::vector<std::string> names)
      : portal_(portal), books_(books), now_(now), names_(std::move(names)) {
    for (const model::Network& network : portal.networks) people_of(network);
    for (const rules::Rulebook& book : books.books)
      for (const rules::Path& path : book.paths) registrations_by(book, path);
    for (const model::Network& network : portal.networks) requests_to(network);
  }

  const MemoryRecords& records() const { return records_; }
  /// One who runs the network, and one who only takes part.
  const std::string& coordinator(const std::string& network) const { return coordinators_.at(network); }
  const std::string& member(const std::string& network) const { return members_.at(network); }
  const std::vector<std::int64_t>& registrations(const std::string& network) const { return registrations_.at(network); }
  std::vector<model::Fact> facts_of_request(std::int64_t request) const {
    std::vector<model::Fact> found;
    for (const model::Fact& it : records_.facts())
      if (it.request == request) found.push_back(it);
    return found;
  }
  const std::vector<std::int64_t>& requests(const std::string& network) const { return requests_.at(network); }

 private:
  std::string next_name() { return names_[named_++ % names_.size()]; }

  std::string add(const model::Network& network, const std::string& role, const std::string& body) {
    model::Person person;
    std::string number = std::to_string(++count_);
    person.id = "p-" + std::string(16 - number.size(), 'a') + number;
    for (std::size_t i = 2; i < person.id.size(); ++i)  // ids have the digits 2 to 7 alone
      if (person.id[i] != 'a') person.id[i] = static_cast<char>('b' + (person.id[i] - '0'));
    person.given_name = next_name(), person.family_name = next_name();
    person.mail = "personne" + number + "@exemple.example";
    person.phone = next_name(), person.profile = "agent", person.function = next_name();
    person.mandates.push_back({network.page.id, body, role, "", base::Date{std::chrono::year(2024), std::chrono::January, std::chrono::day(1)}, {}});
    records_.add_person(person, now_);
    return person.id;
  }

  void people_of(const model::Network& network) {
    const model::Role* const role = network.contact.role;
    const std::string body = role != nullptr && role->body != nullptr ? role->body->id
                             : network.bodies.empty() ? "" : network.bodies.front().id;
    coordinators_[network.page.id] = add(network, role == nullptr ? "" : role->id, body);
    members_[network.page.id] = add(network, "", network.bodies.empty() ? "" : network.bodies.back().id);
    registrations_[network.page.id], requests_[network.page.id];
  }

  /// What the path may join, one thing of each kind.
  static std::vector<std::string> objects_of(const model::Network& network, const rules::Path& path) {
    const std::string of = network.page.id + "/";
    std::vector<std::string> found;
    std::set<rules::Joins> seen;
    const auto first = [&](rules::Joins kind, const std::string& reference) {
      if (path.joins_a(kind) && seen.insert(kind).second) found.push_back(reference);
    };
    first(rules::Joins::network, "network:" + network.page.id);
    for (const auto& it : network.groups) first(rules::Joins::group, "group:" + of + it.page.id);
    for (const auto& it : network.workshops)
      first(it.kind == model::Workshop::Kind::series ? rules::Joins::series : rules::Joins::workshop, "workshop:" + of + it.page.id);
    for (const auto& it : network.spaces) first(rules::Joins::space, "space:" + it.page.id);
    if (!network.meetings.empty()) first(rules::Joins::meeting, "meeting:" + network.meetings.back().uid);
    return found;
  }

  model::Fact fact(model::FactKind kind, const rules::Rulebook& book, std::int64_t registration) const {
    model::Fact it;
    it.kind = kind, it.at = now_, it.network = book.network->page.id, it.registration = registration;
    return it;
  }

  void registrations_by(const rules::Rulebook& book, const rules::Path& path) {
    const model::Network& network = *book.network;
    for (const std::string& object : objects_of(network, path)) {
      join(book, path, object, member(network.page.id), true);
      const std::int64_t asked = join(book, path, object, add(network, "", network.bodies.empty() ? "" : network.bodies.front().id), false);
      tell(book, path, object, asked);
      registrations_[network.page.id].push_back(asked);
    }
  }

  std::int64_t join(const rules::Rulebook& book, const rules::Path& path, const std::string& object, const std::string& person, bool in) {
    const std::int64_t id = records_.next_registration();
    model::Fact asked = fact(model::FactKind::requested, book, id);
    asked.person = path.unit == rules::Unit::body ? "" : person;
    asked.object = object, asked.path = path.id, asked.value = "agent";
    if (!book.network->bodies.empty()) asked.body = book.network->bodies.front().id;
    std::vector<model::Fact> facts{asked};
    if (in)
      for (const rules::Move& move : path.moves)
        if (model::nature(move.to) == model::Nature::in) {
          model::Fact moved = fact(model::FactKind::moved, book, id);
          moved.value = model::word(move.to), moved.number = 1;
          facts.push_back(moved);
          break;
        }
    records_.append(facts);
    return id;
  }

  /// All that may be said of a registration.
  void tell(const rules::Rulebook& book, const rules::Path& path, const std::string& object, std::int64_t id) {
    std::vector<model::Fact> facts;
    for (const rules::Rule* rule : path.rules) {
      model::Fact judged = fact(model::FactKind::judged, book, id);
      judged.value = rule->id, judged.cause = "breach", judged.number = 3, judged.limit = 2;
      facts.push_back(judged);
    }
    model::Fact decided = fact(model::FactKind::decided, book, id);
    decided.value = "refuse", decided.said = next_name();
    facts.push_back(decided);
    rules::Quote quote;
    quote.network = book.network->page.id, quote.network_title = book.network->page.title, quote.number = id;
    quote.date = portal_.today, quote.valid_until = base::add_days(portal_.today, 30);
    quote.object = object, quote.object_title = next_name(), quote.registration = id;
    quote.lines.push_back({2026, "jour", next_name(), "par jour et par participant", 150, 28000, "", {}});
    model::Fact quoted = fact(model::FactKind::quoted, book, id);
    quoted.number = id, quoted.day = quote.date, quoted.detail = rules::to_detail(quote);
    facts.push_back(quoted);
    records_.append(facts);
  }

  void requests_to(const model::Network& network) {
    for (const char* kind : {"advice", "abuse", "call", "group", "contribution"}) {
      model::Fact asked;
      asked.kind = model::FactKind::asked, asked.at = now_, asked.network = network.page.id;
      asked.request = records_.next_request(), asked.person = member(network.page.id), asked.value = kind;
      asked.said = next_name() + "\n\n" + next_name();
      model::Fact replied = asked;
      replied.kind = model::FactKind::replied, replied.person = coordinator(network.page.id), replied.said = next_name();
      requests_[network.page.id].push_back(asked.request);
      const std::vector<model::Fact> facts{asked, replied};
      records_.append(facts);
    }
  }

  const model::Portal& portal_;
  const rules::Rulebooks& books_;
  base::Instant now_;
  std::vector<std::string> names_;
  std::size_t named_ = 0;
  int count_ = 0;
  MemoryRecords records_;
  std::map<std::string, std::string> coordinators_, members_;
  std::map<std::string, std::vector<std::int64_t>> registrations_, requests_;
};

}  // namespace cenacle
