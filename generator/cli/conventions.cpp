// The verb `conventions`: their states with the days they came into them, and what falls due (E1).
#include <fmt/format.h>

#include "cli/charter_verbs.h"
#include "cli/deed.h"
#include "rules/registration/convention.h"

namespace cenacle::cli {

namespace {

std::string_view word(rules::Due::Kind kind) {
  switch (kind) {
    case rules::Due::Kind::fee:
      return "fee";
    case rules::Due::Kind::notice:
      return "notice";
    case rules::Due::Kind::renewal:
      return "renewal";
    case rules::Due::Kind::end:
      return "end";
  }
  return "";
}

/// "signée le 3 mars 2026, renouvelée le 3 mars 2028"
std::string stages_of(const Phrases& phrases, const rules::Convention& it) {
  std::string text;
  for (const rules::Stage& stage : it.stages)
    text +=
        (text.empty() ? "" : phrases.say("comma")) +
        phrases.say("convention.stage", {{"state", phrases.say(fmt::format("state-was.{}", model::word(stage.state)))},
                                         {"day", phrases.day(stage.day)}});
  return text;
}

void tell(const Deed& deed, const rules::Setting& setting, const rules::Convention& it) {
  const Phrases& phrases = deed.phrases();
  fmt::print("  {}\n", phrases.say("convention.row", {{"n", std::to_string(it.registration.id)},
                                                      {"who", deed.telling().who(it.registration)},
                                                      {"path", it.path->title},
                                                      {"stages", stages_of(phrases, it)}}));
  for (const rules::Missing& missing : rules::missing(setting, it.registration))
    if (missing.need == rules::Need::signatures)
      for (const std::string& id : missing.of)
        for (const model::Role& role : setting.book.network->roles)
          if (role.id == id) fmt::print("    {}\n", phrases.say("convention.missing", {{"role", role.title}}));
  for (const rules::Due& due : rules::dues(it, setting.today()))
    fmt::print("    {}\n", phrases.say(fmt::format("convention.due-{}", word(due.kind)),
                                       {{"day", phrases.day(due.day)},
                                        {"year", std::to_string(static_cast<int>(due.day.year()))}}));
}

void write_day(json::Writer& writer, std::string_view key, const std::optional<base::Date>& day) {
  writer.key(key);
  day ? writer.text(base::iso(*day)) : writer.null();
}

void write(json::Writer& writer, const rules::Setting& setting, const rules::Convention& it) {
  writer.begin_object();
  write_registration(writer, it.registration);
  writer.key("terms").integer(it.registration.terms).key("stages").begin_array();
  for (const rules::Stage& stage : it.stages)
    writer.begin_object()
        .key("state")
        .text(model::word(stage.state))
        .key("day")
        .text(base::iso(stage.day))
        .end_object();
  writer.end_array();
  write_day(writer, "began", it.began), write_day(writer, "ends", it.ends);
  write_day(writer, "notice", it.notice), write_day(writer, "over", it.over);
  writer.key("renews").boolean(it.renews()).key("missing").begin_array();
  for (const rules::Missing& missing : rules::missing(setting, it.registration))
    if (missing.need == rules::Need::signatures)
      for (const std::string& id : missing.of) writer.text(id);
  writer.end_array().key("due").begin_array();
  for (const rules::Due& due : rules::dues(it, setting.today()))
    writer.begin_object().key("kind").text(word(due.kind)).key("day").text(base::iso(due.day)).end_object();
  writer.end_array().end_object();
}

}  // namespace

int conventions(const Context& context, const ConventionsArguments& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    if (!arguments.network.empty())
      if (const auto known = find_network(deed.content(), arguments.network); !known) return known.stop();
    json::Writer writer;
    writer.begin_array();
    bool any = false;
    for (const model::Network& network : deed.content().portal->networks) {
      const rules::Rulebook* const book = deed.books().of(network.page.id);
      if (book == nullptr || (!arguments.network.empty() && arguments.network != network.page.id)) continue;
      const rules::Setting setting = deed.setting(*book);
      auto all = rules::conventions(setting);
      if (!arguments.over)
        std::erase_if(all, [](const auto& it) { return model::nature(it.registration.state) == model::Nature::out; });
      if (all.empty()) continue;
      any = true;
      if (context.format != Format::json) fmt::print("{}\n", network.page.title);
      for (const rules::Convention& it : all)
        context.format == Format::json ? write(writer, setting, it) : tell(deed, setting, it);
    }
    if (context.format == Format::json) {
      fmt::print("{}", writer.end_array().take());
    } else if (!any) {
      fmt::print("{}\n", deed.phrases().say("convention.nobody"));
    }
    return int{Exit::done};
  });
}

}  // namespace cenacle::cli
