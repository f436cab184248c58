// Sentences for the people of a network: a rule's own, its blanks filled in.
#include "rules/registration/sentence.h"

namespace cenacle::rules {

namespace {

/// Calls `use` with the portal's language.
template <class Use>
std::string in_language(const Setting& setting, const Use& use) {
  if (setting.language != nullptr) return use(*setting.language);
  return use(locale::Locale(setting.portal.language));
}

std::string number(const Setting& setting, std::int64_t value) {
  if (value > -1000 && value < 1000) return std::to_string(value);
  return in_language(setting, [&](const locale::Locale& it) { return it.number(value); });
}

std::string kind_of(const Case& it) {
  return it.body == nullptr || it.body->kind == nullptr ? std::string() : it.body->kind->title;
}

std::string people_of(const Case& it) {
  if (!it.person && it.body != nullptr) return it.body->name;
  if (!it.partner) return name_of(it.setting, it.person);
  const Naming none;
  const Naming& naming = it.setting.naming == nullptr ? none : *it.setting.naming;
  return name_of(it.setting, it.person) + naming.between + name_of(it.setting, it.partner);
}

std::string value_of(std::string_view name, const Case& it, const Blanks& blanks) {
  if (name == "person") return people_of(it);
  if (name == "body") return it.body == nullptr ? name_of(it.setting, it.person) : it.body->name;
  if (name == "parent") {
    if (it.body == nullptr) return {};
    return it.body->parent == nullptr ? it.body->name : it.body->parent->name;
  }
  if (name == "object") return it.joined.page().title;
  if (name == "group") return model::page_of(it.joined.owner).title;
  if (name == "profile") return it.profile;
  if (name == "kind") return kind_of(it);
  if (name == "max") return number(it.setting, blanks.max);
  if (name == "used") return number(it.setting, blanks.used);
  if (name == "date") return blanks.date ? in_words(it.setting, *blanks.date) : std::string();
  return "{" + std::string(name) + "}";
}

}  // namespace

std::string filled_in(std::string_view says, const Case& it, const Blanks& blanks) {
  std::string text;
  while (true) {
    const std::size_t open = says.find('{'), close = says.find('}', open);
    if (close == std::string_view::npos) return text.append(says);
    text.append(says.substr(0, open));
    text += value_of(says.substr(open + 1, close - open - 1), it, blanks);
    says.remove_prefix(close + 1);
  }
}

std::string in_words(const Setting& setting, base::Date day) {
  return in_language(setting, [&](const locale::Locale& it) { return it.date(day, "medium"); });
}

}  // namespace cenacle::rules
