// Values that only files of registration rules have: figures that a charter may state, states, ids of paths and rates.
#include "rules/registration/reading.h"

#include <algorithm>

#include <fmt/format.h>

namespace cenacle::rules {

using content::Keys;

namespace {

const model::Rule* number_of(const model::Charter& charter, std::string_view name) {
  for (const model::Rule& it : charter.rules)
    if (it.kind == model::Rule::Kind::number && it.name == name) return &it;
  return nullptr;
}

}  // namespace

model::Spot spot_of(const Keys& keys) {
  if (keys.table().find("id") != nullptr) return keys.spot("id");
  return {keys.at().line, keys.at().column, keys.at().length};
}

Stated stated_number(const model::Network& network, const model::Charter* first, std::string_view name) {
  if (first != nullptr)
    if (const model::Rule* rule = number_of(*first, name)) return {first, rule};
  for (const model::Charter& it : network.charters)
    if (it.current)
      if (const model::Rule* rule = number_of(it, name)) return {&it, rule};
  return {};
}

std::optional<Figure> figure(Keys& keys, std::string_view key, const Reading& reading, content::Need need,
                             std::int64_t least, std::vector<std::string_view> words) {
  const toml::Entry* const entry = keys.find(key);
  if (entry == nullptr || entry->value.kind != toml::Kind::text) {
    const auto written = keys.integer(key, need, least);
    return written ? std::optional(Figure{*written, nullptr}) : std::nullopt;
  }
  const Stated stated = stated_number(reading.network, reading.charter, entry->value.text);
  if (stated.rule != nullptr) return Figure{stated.rule->value, stated.rule};
  for (const model::Charter& it : reading.network.charters)
    for (const model::Rule& rule : it.rules)
      if (it.current && rule.kind == model::Rule::Kind::number) words.push_back(rule.name);
  content::unknown_id(keys, key, entry->value, "number in a charter called", std::move(words));
  return std::nullopt;
}

const model::Charter* charter(Keys& keys, std::string_view key) {
  static constexpr content::Named kinds[] = {content::Named::charter};
  return content::refer(keys, key, {kinds, true}).as<model::Charter>();
}

Cited cited(Keys& keys, std::string_view key, const Reading& reading, content::Need need) {
  const toml::Node* const value = keys.find(key, toml::Kind::text, need);
  if (value == nullptr) return {};
  if (value->text.find_first_of(":#") == std::string::npos) {
    if (reading.charter != nullptr)
      content::check_article(keys, value->text, *value, reading.charter->page);
    else if (!reading.names_charter && keys.file().whole)
      keys.report(diag::code::missing_key, value->at, fmt::format("of which charter is the article {}?", value->text),
                  "name the charter of the file's articles at its head:\ncharter = \"…\"");
    return {reading.charter, value->text};
  }
  static constexpr content::Named kinds[] = {content::Named::charter};
  const content::Referred referred = content::look_up(keys, key, *value, {kinds, false});
  if (!referred) return {};
  if (referred.article.empty())
    keys.report(diag::code::bad_value, value->at, fmt::format("`{}` names no article", value->text),
                content::paste(key, content::quoted(value->text + "#1.1")));
  else
    content::check_article(keys, referred.article, *value, *referred.found.page);
  return {referred.as<model::Charter>(), std::string(referred.article)};
}

std::optional<model::State> state(Keys& keys, std::string_view key, content::Need need) {
  const toml::Node* const value = keys.word(key, model::state_words());
  if (value == nullptr) {
    if (need == content::Need::required && keys.table().find(key) == nullptr) keys.missing(key, "\"accepted\"");
    return std::nullopt;
  }
  const auto found = model::state_of(value->text);
  if (!found) keys.not_of_list(key, *value, model::state_words());
  return found;
}

std::vector<model::State> states(Keys& keys, std::string_view key) {
  std::vector<model::State> all;
  const toml::Node* const list = keys.find(key, toml::Kind::array, content::Need::optional, Keys::Items::texts);
  if (list == nullptr) return all;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (const auto found = model::state_of(item.text))
      all.push_back(*found);
    else
      keys.not_of_list(key, item, model::state_words());
  }
  return all;
}

std::vector<std::string> texts_among(Keys& keys, std::string_view key, std::string_view thing,
                                     const std::vector<std::string_view>& allowed) {
  std::vector<std::string> all;
  const toml::Node* const list = keys.find(key, toml::Kind::array, content::Need::optional, Keys::Items::texts);
  if (list == nullptr) return all;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (std::find(allowed.begin(), allowed.end(), item.text) != allowed.end())
      all.push_back(item.text);
    else
      content::unknown_id(keys, key, item, thing, allowed);
  }
  return all;
}

std::vector<std::string> path_ids(Keys& keys, std::string_view key, const Reading& reading) {
  return texts_among(keys, key, "path", {reading.paths.begin(), reading.paths.end()});
}

std::vector<std::string> rate_ids(Keys& keys, std::string_view key, const Reading& reading, bool of_object) {
  std::vector<std::string_view> ids;
  if (of_object) ids.push_back("object");
  for (const model::Tariff& tariff : reading.network.tariffs)
    for (const model::Rate& rate : tariff.rates)
      if (std::find(ids.begin(), ids.end(), rate.id) == ids.end()) ids.push_back(rate.id);
  return texts_among(keys, key, "rate", ids);
}

std::optional<bool> yes_or_no(Keys& keys, std::string_view key) {
  const toml::Entry* const entry = keys.find(key);
  if (entry == nullptr) return std::nullopt;
  const bool value = keys.boolean(key);
  return entry->value.kind == toml::Kind::boolean ? std::optional(value) : std::nullopt;
}

}  // namespace cenacle::rules
