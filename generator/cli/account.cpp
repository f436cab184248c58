// What a deed says of itself, as sentences.
#include "cli/account.h"

#include <fmt/format.h>

#include "rules/registration/words.h"

namespace cenacle::cli {

std::string Telling::person(std::string_view id) const {
  const auto found = records.person(id);
  return found ? phrases.name_of(*found) : std::string(id);
}

std::string Telling::who(const model::Registration& registration) const {
  if (registration.person.empty() && registration.partner.empty()) {
    std::string body = name_of_body(content, registration.network, registration.body);
    const rules::Rulebook* const book = books.of(registration.network);
    const rules::Path* const path = book == nullptr ? nullptr : book->path(registration.path);
    const bool is_its_own = path != nullptr && path->unit == rules::Unit::body;
    return is_its_own ? body : phrases.say("vacant", {{"body", std::move(body)}});
  }
  if (registration.partner.empty()) return person(registration.person);
  if (registration.person.empty()) return person(registration.partner);
  return phrases.say("pair", {{"one", person(registration.person)}, {"other", person(registration.partner)}});
}

std::string Telling::state(const model::Registration& registration, std::int64_t rank) const {
  const std::string key = fmt::format("state.{}", model::word(registration.state));
  return phrases.say(key, {{"rank", std::to_string(rank)},
                           {"until", registration.until ? phrases.last_day(*registration.until) : ""}});
}

std::string Telling::article(const rules::Rule& rule, std::string_view network) const {
  if (rule.article.empty()) return "";
  for (const model::Network& it : content.portal->networks) {
    if (it.page.id != network) continue;
    for (const model::Charter& charter : it.charters)
      if (charter.charter == rule.charter && charter.current) return phrases.article(rule.article, charter.page.title);
  }
  return phrases.article(rule.article, rule.charter);
}

std::vector<std::string> Telling::missing(const std::vector<rules::Missing>& missing) const {
  std::vector<std::string> lines;
  for (const rules::Missing& it : missing) {
    std::string of;
    for (const std::string& id : it.of) of += (of.empty() ? "" : phrases.say("comma")) + id;
    const std::string need = phrases.say(fmt::format("need.{}", rules::word(it.need)));
    lines.push_back(phrases.say(of.empty() ? "missing.one" : "missing.of", {{"need", need}, {"of", of}}));
  }
  return lines;
}

namespace {

using Effect = rules::Ruling::Effect;

/// "✗ Port-Halen a 3 cotisations et déjà 3 inscriptions… (article 2.1 de la Charte des groupes)"
std::string line_of(const rules::Verdict& verdict, std::string_view network, const Telling& telling) {
  const Phrases& phrases = telling.phrases;
  const rules::Rule& rule = *verdict.rule;
  const std::string article = telling.article(rule, network);
  std::string counted;
  if (rule.limit)
    counted = phrases.say("verdict.counted",
                          {{"counted", phrases.number(verdict.counted)}, {"limit", phrases.number(verdict.limit)}});
  const char* key = verdict.result == rules::Verdict::Result::pass      ? "verdict.pass"
                    : verdict.result == rules::Verdict::Result::warning ? "verdict.warning"
                    : verdict.overridden                                ? "verdict.overridden"
                                                                        : "verdict.breach";
  return phrases.say(key, {{"rule", rule.id},
                           {"sentence", verdict.sentence},
                           {"article", article.empty() ? "" : phrases.say("cited", {{"article", article}})},
                           {"counted", counted}});
}

std::string line_of(const Effect& effect, const Telling& telling) {
  const Phrases& phrases = telling.phrases;
  const model::Registration& it = effect.after;
  const std::string before =
      effect.before ? phrases.say(fmt::format("state-was.{}", model::word(*effect.before))) : std::string();
  const bool moved = !effect.before || *effect.before != it.state;
  return phrases.say(!effect.before ? "effect.new"
                     : moved        ? "effect.moved"
                                    : "effect.same",
                     {{"n", std::to_string(it.id)},
                      {"who", telling.who(it)},
                      {"object", title_of(telling.content, phrases, it.object)},
                      {"before", before},
                      {"state", telling.state(it, effect.rank)}});
}

std::string line_of(const AccessChange& change, const Telling& telling) {
  return telling.phrases.say(change.begins ? "access.begins" : "access.ends",
                             {{"who", telling.person(change.person)}, {"audience", change.audience}});
}

std::string line_of(const Remark& remark) { return remark.sentence; }

/// The mail that the state asks for; none for those that tell nobody anything.
std::string mail_of(const Effect& effect, const Telling& telling) {
  const model::Registration& it = effect.after;
  if (effect.before && *effect.before == it.state) return "";
  const std::string key = fmt::format("mail.{}", model::word(it.state));
  if (!telling.phrases.has(key)) return "";
  return telling.phrases.say(key, {{"who", telling.who(it)},
                                   {"object", title_of(telling.content, telling.phrases, it.object)},
                                   {"until", it.until ? telling.phrases.last_day(*it.until) : ""}});
}

class Sections {
 public:
  void add(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text_ += fmt::format("{}\n", title);
    for (const std::string& line : lines) text_ += fmt::format("  {}\n", line);
  }
  void line(std::string_view line) { text_ += fmt::format("{}\n", line); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

template <class Things, class... More>
std::vector<std::string> lines_of(const Things& things, const More&... more) {
  std::vector<std::string> lines;
  for (const auto& it : things)
    if (std::string line = line_of(it, more...); !line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> mails_of(const Account& account, const Telling& telling) {
  std::vector<std::string> mails;
  for (const auto* effects : {&account.settled, &account.effects})
    for (const Effect& effect : *effects)
      if (effect.after.person.empty() || effect.after.person != account.erased)
        if (std::string mail = mail_of(effect, telling); !mail.empty()) mails.push_back(std::move(mail));
  mails.insert(mails.end(), account.mails.begin(), account.mails.end());
  return mails;
}

}  // namespace

std::string as_text(const Account& account, const Telling& telling) {
  const Phrases& phrases = telling.phrases;
  Sections sections;
  std::vector<std::string> verdicts;
  for (const rules::Verdict& it : account.verdicts) verdicts.push_back(line_of(it, account.network, telling));
  sections.add(phrases.say("title.rules"), verdicts);
  if (account.obstacle) {
    sections.line(phrases.say("obstacle", {{"sentence", account.obstacle->sentence}}));
    return sections.take();
  }
  sections.add(phrases.say("title.settled"), lines_of(account.settled, telling));
  sections.add(phrases.say("title.effects"), lines_of(account.effects, telling));
  sections.add(phrases.say("title.missing"), telling.missing(account.missing));
  sections.add(phrases.say("title.remarks"), lines_of(account.remarks));
  sections.add(phrases.say("title.access"), lines_of(account.access, telling));
  sections.add(phrases.say("title.mails"), mails_of(account, telling));
  std::string text = sections.take();
  return text.empty() ? phrases.say("nothing-follows") + "\n" : text;
}

namespace {

std::string_view word(rules::Verdict::Result result) {
  switch (result) {
    case rules::Verdict::Result::pass:
      return "pass";
    case rules::Verdict::Result::breach:
      return "breach";
    case rules::Verdict::Result::warning:
      return "warning";
  }
  return "";
}

void write_verdicts(json::Writer& writer, const std::vector<rules::Verdict>& verdicts) {
  writer.key("verdicts").begin_array();
  for (const rules::Verdict& it : verdicts) {
    writer.begin_object().key("rule").text(it.rule->id).key("result").text(word(it.result));
    writer.key("overridden").boolean(it.overridden);
    writer.key("charter").text(it.rule->charter).key("article").text(it.rule->article);
    if (it.rule->limit) writer.key("counted").integer(it.counted).key("limit").integer(it.limit);
    writer.key("sentence").text(it.sentence).end_object();
  }
  writer.end_array();
}

void write_effects(json::Writer& writer, std::string_view key, const std::vector<Effect>& effects) {
  writer.key(key).begin_array();
  for (const Effect& it : effects) {
    writer.begin_object();
    write_registration(writer, it.after);
    writer.key("before");
    it.before ? writer.text(model::word(*it.before)) : writer.null();
    if (it.rank > 0) writer.key("rank").integer(it.rank);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_registration(json::Writer& writer, const model::Registration& it) {
  writer.key("registration").integer(it.id).key("network").text(it.network).key("path").text(it.path);
  writer.key("object").text(it.object).key("body").text(it.body);
  writer.key("person").text(it.person).key("partner").text(it.partner);
  writer.key("state").text(model::word(it.state)).key("holds").boolean(it.holds);
  if (it.until) writer.key("until").text(base::iso(*it.until));
}

void write_account(json::Writer& writer, const Account& account, const Telling& telling) {
  writer.key("verb").text(account.verb).key("refused").boolean(account.refused);
  if (account.obstacle) {
    writer.key("obstacle").begin_object().key("code").text(account.obstacle->code);
    writer.key("sentence").text(account.obstacle->sentence).end_object();
  }
  write_verdicts(writer, account.verdicts);
  write_effects(writer, "settled", account.settled);
  write_effects(writer, "effects", account.effects);
  writer.key("missing").begin_array();
  for (const rules::Missing& it : account.missing) {
    writer.begin_object().key("need").text(rules::word(it.need)).key("of").begin_array();
    for (const std::string& id : it.of) writer.text(id);
    writer.end_array().end_object();
  }
  writer.end_array().key("access").begin_array();
  for (const AccessChange& it : account.access)
    writer.begin_object()
        .key("person")
        .text(it.person)
        .key("audience")
        .text(it.audience)
        .key("begins")
        .boolean(it.begins)
        .end_object();
  writer.end_array().key("remarks").begin_array();
  for (const Remark& it : account.remarks) {
    writer.begin_object().key("code").text(it.code).key("sentence").text(it.sentence).key("number").integer(it.number);
    if (!it.person.empty()) writer.key("person").text(it.person);
    writer.end_object();
  }
  writer.end_array().key("mails").begin_array();
  for (const std::string& it : mails_of(account, telling)) writer.text(it);
  writer.end_array();
}

std::string as_json(const Account& account, const Telling& telling) {
  json::Writer writer;
  write_account(writer.begin_object(), account, telling);
  return writer.end_object().take();
}

}  // namespace cenacle::cli
