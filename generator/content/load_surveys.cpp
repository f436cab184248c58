// surveys/: questions put to an audience, whose answers the ledger holds (E18).
#include <algorithm>

#include <fmt/format.h>

#include "content/kinds.h"
#include "content/page_keys.h"
#include "content/references.h"

namespace cenacle::content {

namespace {

constexpr Named owners[] = {Named::group, Named::workshop, Named::space};

/// Answers name a question and a choice by their ids, which differ from each other therefore.
template <class Things>
void keep_apart(const Keys& keys, const Things& things) {
  const std::string& id = things.back().id;
  if (id.empty() || std::none_of(things.begin(), things.end() - 1, [&](const auto& it) { return it.id == id; })) return;
  const toml::Node* const value = keys.table().find("id");
  keys.report(diag::code::duplicate_id, value == nullptr ? keys.at() : value->at,
              fmt::format("{} above has the id {} already", keys.what(), quoted(id)),
              paste("id", quoted(fmt::format("{}-{}", id, things.size()))));
}

model::Survey::Question question(Keys& keys) {
  model::Survey::Question it;
  it.id = keys.id("id", Need::required);
  it.text = keys.text("text", Need::required);
  it.several = keys.boolean("several");
  keys.tables(
      "choices", "a choice",
      [&](Keys& table) {
        it.choices.push_back({table.id("id", Need::required), table.text("title", Need::required)});
        keep_apart(table, it.choices);
      },
      Need::required);
  return it;
}

}  // namespace

void load_thing(Keys& keys, model::Survey& survey) {
  survey.owner = owner(keys, "of", owners);
  load_page(keys, survey.page,
            {.visibility = Visibility::group, .group = &model::members_of(survey.owner), .folder = "surveys"});
  survey.date = keys.date("date", Need::required).value_or(base::Date{});
  const auto closes = keys.date("closes", Need::required);
  survey.closes = closes.value_or(base::Date{});
  keys.in_order("date", std::optional(survey.date), "closes", closes);
  survey.request = keys.integer("request", Need::optional, 1);
  keys.tables(
      "questions", "a question",
      [&](Keys& table) {
        survey.questions.push_back(question(table));
        keep_apart(table, survey.questions);
      },
      Need::required);
}

}  // namespace cenacle::content
