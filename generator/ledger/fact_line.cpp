// A fact, or who somebody is, as a line of JSON, and back.
#include "ledger/fact_line.h"

#include <array>

#include <fmt/format.h>

#include "formats/json/json.h"
#include "ledger/days.h"

namespace cenacle::ledger {

namespace {

using model::Fact;

struct TextMember {
  std::string_view name;
  std::string Fact::*text;
};
constexpr std::array<TextMember, 10> texts = {{
    {"network", &Fact::network},
    {"person", &Fact::person},
    {"other", &Fact::other},
    {"body", &Fact::body},
    {"object", &Fact::object},
    {"path", &Fact::path},
    {"value", &Fact::value},
    {"cause", &Fact::cause},
    {"digest", &Fact::digest},
    {"detail", &Fact::detail},
}};

struct NumberMember {
  std::string_view name;
  std::int64_t Fact::*number;
};
constexpr std::array<NumberMember, 5> numbers = {{
    {"registration", &Fact::registration},
    {"request", &Fact::request},
    {"message", &Fact::message},
    {"number", &Fact::number},
    {"limit", &Fact::limit},
}};

struct IdentityMember {
  std::string_view name;
  std::string Identity::*text;
};
constexpr std::array<IdentityMember, 6> identity_members = {{
    {"given-name", &Identity::given_name},
    {"family-name", &Identity::family_name},
    {"mail", &Identity::mail},
    {"phone", &Identity::phone},
    {"profile", &Identity::profile},
    {"function", &Identity::function},
}};

template <class Members>
auto named(const Members& members, std::string_view name) -> decltype(&members[0]) {
  for (const auto& it : members)
    if (it.name == name) return &it;
  return nullptr;
}

/// Puts the member where it belongs; false when its value is not of the kind, or its name unknown.
bool put(Fact& fact, std::string_view name, const json::Value& value) {
  const bool is_text = value.kind == json::Kind::text, is_number = value.kind == json::Kind::integer;
  if (const TextMember* it = named(texts, name); it != nullptr && is_text) {
    fact.*(it->text) = value.text;
  } else if (const NumberMember* counted = named(numbers, name); counted != nullptr && is_number) {
    fact.*(counted->number) = value.integer;
  } else if (name == "fact" && is_number) {
    fact.seq = value.integer;
  } else if (name == "at" && is_text) {
    const auto at = base::parse_instant(value.text);
    fact.at = at.value_or(fact.at);
    return at.has_value();
  } else if (name == "kind" && is_text) {
    const auto kind = model::fact_kind_of(value.text);
    fact.kind = kind.value_or(fact.kind);
    return kind.has_value();
  } else if (name == "day" && is_text) {
    fact.day = base::parse_date(value.text);
    return fact.day.has_value();
  } else if (name == "until" && is_text) {
    fact.until = base::parse_instant(value.text);
    return fact.until.has_value();
  } else if (name == "said" && is_text) {
    fact.said = value.text, fact.words = fact.seq;
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string line_of(const Fact& fact) {
  json::Writer line(json::Writer::Layout::compact);
  line.begin_object().key("fact").integer(fact.seq).key("at").text(base::iso(fact.at));
  line.key("kind").text(model::word(fact.kind));
  for (const auto& [name, number] : numbers)
    if (fact.*number != 0) line.key(name).integer(fact.*number);
  for (const auto& [name, text] : texts)
    if (!(fact.*text).empty()) line.key(name).text(fact.*text);
  if (fact.day) line.key("day").text(base::iso(*fact.day));
  if (fact.until) line.key("until").text(base::iso(*fact.until));
  if (fact.words != 0) line.key("said").text(fact.said);
  return line.end_object().take();
}

std::string line_of(const Named& named) {
  json::Writer line(json::Writer::Layout::compact);
  line.begin_object().key("identity").text(named.person);
  for (const auto& [name, text] : identity_members)
    if (!(named.identity.*text).empty()) line.key(name).text(named.identity.*text);
  return line.end_object().take();
}

std::optional<Fact> fact_of(const json::Value& line, std::string* mistake) {
  Fact fact;
  for (std::size_t i = 0; i < line.names.size(); ++i)
    if (!put(fact, line.names[i], line.items[i])) {
      *mistake = fmt::format("`{}` is unknown, or not what it should be", line.names[i]);
      return std::nullopt;
    }
  for (const std::string_view name : {"at", "kind"})
    if (line.find(name) == nullptr) {
      *mistake = fmt::format("`{}` is missing", name);
      return std::nullopt;
    }
  return fact;
}

std::optional<Named> named_of(const json::Value& line, std::string* mistake) {
  Named found;
  for (std::size_t i = 0; i < line.names.size(); ++i) {
    const std::string& name = line.names[i];
    const json::Value& value = line.items[i];
    const IdentityMember* it = named(identity_members, name);
    if (value.kind != json::Kind::text || (it == nullptr && name != "identity")) {
      *mistake = fmt::format("`{}` is unknown, or not what it should be", name);
      return std::nullopt;
    }
    (it == nullptr ? found.person : found.identity.*(it->text)) = value.text;
  }
  return found;
}

}  // namespace cenacle::ledger
