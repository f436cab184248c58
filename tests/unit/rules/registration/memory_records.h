// A ledger in memory: what the registrar may ask, answered from a list of facts, which are folded as they come.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rules/registration/fold.h"
#include "rules/registration/records.h"

namespace cenacle {

class MemoryRecords final : public rules::Records {
 public:
  /// Appends facts as the ledger does: numbered from 1, folded, and found again by what they are about.
  void append(std::span<const model::Fact> facts) {
    for (model::Fact fact : facts) {
      fact.seq = static_cast<std::int64_t>(facts_.size()) + 1;
      if (fact.registration != 0) {
        fold_registration(fact);
      } else if (!fact.person.empty()) {
        fold_person(fact);
      }
      if (fact.registration != 0) of_registration_[fact.registration].push_back(facts_.size());
      facts_.push_back(std::move(fact));
    }
  }
  /// Somebody, with her names, address and profile; her mandates are facts.
  void add_person(const model::Person& person, base::Instant at = {}) {
    model::Fact fact;
    fact.at = at, fact.kind = model::FactKind::person_added, fact.person = person.id;
    append({&fact, 1});
    model::Person& her = people_[person.id] = person;
    her.mandates.clear();
    for (const model::Mandate& it : person.mandates) {
      fact.kind = model::FactKind::mandate_began, fact.network = it.network, fact.body = it.body;
      fact.value = it.role, fact.object = it.object, fact.day = it.from;
      append({&fact, 1});
      if (!it.until) continue;
      fact.kind = model::FactKind::mandate_ended, fact.day = it.until;
      append({&fact, 1});
    }
  }
  const std::vector<model::Fact>& facts() const { return facts_; }
  std::vector<model::Registration> registrations() const {
    std::vector<model::Registration> all;
    for (const auto& [id, it] : registrations_) all.push_back(it);
    return all;
  }

  std::optional<model::Person> person(std::string_view id) const override {
    const auto it = people_.find(std::string(id));
    return it == people_.end() ? std::nullopt : std::optional(it->second);
  }
  std::optional<model::Registration> registration(std::int64_t id) const override {
    const auto it = registrations_.find(id);
    return it == registrations_.end() ? std::nullopt : std::optional(it->second);
  }
  std::vector<model::Registration> of_object(std::string_view object) const override {
    return listed(by_object_, std::string(object));
  }
  std::vector<model::Registration> of_body(std::string_view network, std::string_view body) const override {
    return listed(by_body_, {std::string(network), std::string(body)});
  }
  std::vector<model::Registration> of_person(std::string_view person) const override {
    std::vector<model::Registration> hers = listed(by_person_, std::string(person));
    std::erase_if(hers, [&](const model::Registration& it) { return it.person != person && it.partner != person; });
    return hers;
  }
  std::vector<model::Registration> of_path(std::string_view network, std::string_view path) const override {
    return listed(by_path_, {std::string(network), std::string(path)});
  }
  std::vector<model::Fact> facts_of(std::int64_t registration) const override {
    std::vector<model::Fact> found;
    const auto it = of_registration_.find(registration);
    if (it == of_registration_.end()) return found;
    for (const std::size_t index : it->second) found.push_back(facts_[index]);
    return found;
  }
  std::vector<model::Fact> facts_about(model::FactKind kind, std::string_view network, std::string_view body,
                                       std::string_view object) const override {
    std::vector<model::Fact> found;
    for (const model::Fact& it : facts_)
      if (it.kind == kind && it.network == network && (body.empty() || it.body == body) &&
          (object.empty() || it.object == object))
        found.push_back(it);
    return found;
  }
  std::optional<model::PersonId> owner_of(std::string_view mail) const override {
    for (const auto& [id, it] : people_)
      if (!mail.empty() && it.mail == mail) return id;
    return std::nullopt;
  }
  std::int64_t next_registration() const override { return static_cast<std::int64_t>(registrations_.size()) + 1; }
  std::int64_t next_request() const override {
    std::int64_t last = 0;
    for (const model::Fact& it : facts_) last = std::max(last, it.request);
    return last + 1;
  }
  std::int64_t next_quote(std::string_view network, int year) const override {
    std::int64_t next = 1;
    for (const model::Fact& it : facts_)
      if (it.kind == model::FactKind::quoted && it.network == network && it.day &&
          it.day->year() == std::chrono::year(year))
        ++next;
    return next;
  }

 private:
  using Ids = std::set<std::int64_t>;

  void fold_registration(const model::Fact& fact) {
    const auto before = registration(fact.registration);
    const auto after = rules::fold(before, fact);
    if (!after) return;
    registrations_[after->id] = *after;
    by_object_[after->object].insert(after->id);
    by_body_[{after->network, after->body}].insert(after->id);
    by_path_[{after->network, after->path}].insert(after->id);
    for (const std::string& who : {after->person, after->partner})
      if (!who.empty()) by_person_[who].insert(after->id);
  }
  void fold_person(const model::Fact& fact) {
    if (const auto after = rules::fold(person(fact.person), fact)) people_[after->id] = *after;
  }
  template <class Key>
  std::vector<model::Registration> listed(const std::map<Key, Ids>& index, const Key& key) const {
    std::vector<model::Registration> found;
    const auto it = index.find(key);
    if (it == index.end()) return found;
    for (const std::int64_t id : it->second) found.push_back(registrations_.at(id));
    return found;
  }

  std::vector<model::Fact> facts_;
  std::map<std::string, model::Person> people_;
  std::map<std::int64_t, model::Registration> registrations_;
  std::map<std::int64_t, std::vector<std::size_t>> of_registration_;
  std::map<std::string, Ids> by_object_, by_person_;
  std::map<std::pair<std::string, std::string>, Ids> by_body_, by_path_;
};

}  // namespace cenacle
