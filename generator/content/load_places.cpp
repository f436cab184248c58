// groups/, workshops/ and spaces/: where people belong.
#include <algorithm>

#include "content/kinds.h"
#include "content/page_keys.h"
#include "content/references.h"

namespace cenacle::content {

namespace {

std::optional<model::Season> season(Keys& keys) {
  std::optional<model::Season> season;
  keys.table("season", "a season", [&](Keys& table) {
    const auto from = table.date("from", Need::required), to = table.date("to", Need::required);
    table.in_order("from", from, "to", to);
    if (from && to) season = {*from, *to};
  });
  return season;
}

std::optional<model::Call> call(Keys& keys) {
  std::optional<model::Call> call;
  keys.table("call", "a call", [&](Keys& table) {
    const std::string title = table.text("title", Need::required);
    const auto deadline = table.date("deadline", Need::required);
    const std::string text = table.text("text");
    if (deadline) call = {title, text, *deadline};
  });
  return call;
}

/// A rate of any of the network's tariffs.
std::string rate(Keys& keys) {
  const toml::Node* const value = keys.find("rate", toml::Kind::text, Need::optional);
  if (value == nullptr) return {};
  std::vector<std::string_view> ids;
  for (const model::Tariff& tariff : keys.file().network->tariffs)
    for (const model::Rate& it : tariff.rates)
      if (std::find(ids.begin(), ids.end(), it.id) == ids.end()) ids.push_back(it.id);
  if (std::find(ids.begin(), ids.end(), value->text) != ids.end()) return value->text;
  unknown_id(keys, "rate", *value, "rate", std::move(ids));
  return {};
}

constexpr Choice<model::Workshop::Kind> workshop_kinds[] = {{"workshop", model::Workshop::Kind::workshop},
                                                            {"series", model::Workshop::Kind::series}};

}  // namespace

void load_thing(Keys& keys, model::Group& group) {
  load_page(keys, group.page, {.group = &group.members, .folder = "groups"});
  group.purpose = keys.text("purpose");
  group.charter = reference<model::Charter>(keys, "charter");
  group.topics = topics(keys);
  group.created = keys.date("created");
  group.ended = keys.date("ended");
  keys.in_order("created", group.created, "ended", group.ended);
  group.season = season(keys);
  group.space = reference<model::Space>(keys, "space");
  group.label = keys.text("label");
  group.holders = holders(keys, &group.holders_at);
  group.call = call(keys);
}

void load_thing(Keys& keys, model::Workshop& workshop) {
  load_page(keys, workshop.page, {.group = &workshop.members, .folder = "workshops"});
  workshop.kind = keys.choice("kind", workshop_kinds, model::Workshop::Kind::workshop);
  const Need need = workshop.kind == model::Workshop::Kind::workshop ? Need::required : Need::optional;
  workshop.question = keys.text("question", need);
  workshop.object = keys.text("object", need);
  workshop.seats = keys.integer("seats", Need::required, 1).value_or(0);
  workshop.seats_at = keys.spot("seats");
  workshop.charter = reference<model::Charter>(keys, "charter");
  workshop.profiles = keys.texts("profiles", Need::required);
  workshop.topics = topics(keys);
  workshop.rate = rate(keys);
  workshop.duration = keys.text("duration");
  workshop.frame = keys.text("frame");
  workshop.holders = holders(keys, &workshop.holders_at);
}

void load_thing(Keys& keys, model::Space& space) {
  load_page(keys, space.page, {.visibility = Visibility::as_network, .group = &space.members, .folder = "spaces"});
  space.kind = keys.text("kind");
  space.body = reference<model::Body>(keys, "body");
  space.order = keys.integer("order", Need::optional, INT64_MIN).value_or(0);
  space.holders = holders(keys);
  space.charter = reference<model::Charter>(keys, "charter");
  space.open_to = keys.text("open_to");
}

}  // namespace cenacle::content
