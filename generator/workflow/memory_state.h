// What the memory holds, for the files that fill it and that answer from it. Texts are numbered (kept.h).
#pragma once

#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "workflow/kept.h"
#include "workflow/memory.h"

namespace cenacle::workflow {

/// 128 bits of a key's text: of a million keys, two are the same with a chance of one in 10^26.
struct KeyPrint {
  std::uint64_t one = 0, other = 0;
  friend bool operator==(const KeyPrint&, const KeyPrint&) = default;
};
struct KeyPrintHash {
  std::size_t operator()(const KeyPrint& it) const { return it.one; }
};
KeyPrint print_of(const Key& key);

using Number = std::uint32_t;
inline std::uint64_t both(std::uint64_t one, std::uint64_t other) { return one << 32 | other; }

struct Memory::State {
  /// A calendar mail whose fate is open, and what would be so again if it never left.
  struct Flight {
    Number subject = 0, recipient = 0;
    std::int64_t fact = 0;
    bool had = false, invites = false;
  };
  using Ids = std::vector<std::int64_t>;

  std::int64_t last = 0;
  Names names;
  KeptFacts facts;

  std::unordered_map<Number, model::Person> people;
  std::unordered_map<std::uint64_t, std::vector<Number>> by_role;  ///< network and role (0: any) → people
  std::vector<model::Registration> registrations;                  ///< by id, from 1
  std::vector<Happened> stages;                                    ///< likewise
  std::unordered_map<std::int64_t, Happened> vacated;
  std::unordered_map<std::int64_t, std::pair<Number, Happened>> breaches;  ///< the last of each
  std::unordered_map<Number, Ids> by_object, by_person;
  std::unordered_map<std::uint64_t, Ids> by_body, by_path;  ///< network and body or path
  std::unordered_map<Number, std::vector<Number>> objects;  ///< of a network

  std::vector<Request> requests;                        ///< by id, from 1
  std::unordered_map<std::uint64_t, Happened> replies;  ///< request and person
  std::unordered_map<Number, base::Instant> bounced;       ///< by person
  std::unordered_map<std::uint64_t, base::Instant> opted;  ///< out: person and list

  std::map<std::pair<std::string, std::string>, Adopted> adopted;  ///< network and path
  std::unordered_set<KeyPrint, KeyPrintHash> queued;
  std::unordered_map<Number, std::unordered_map<Number, Told>> told;  ///< subject and recipient
  std::unordered_map<std::int64_t, Flight> flights;                   ///< by message

  void take_registration(const model::Fact& fact);
  void take_person(const model::Fact& fact);
  void take_request(const model::Fact& fact);
  void take_queued(const model::Fact& fact);
  void take_relayed(const model::Fact& fact);
  std::vector<model::Registration> listed(const Ids& ids) const;
};

}  // namespace cenacle::workflow
