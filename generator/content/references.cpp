// References in front matter: what they name, of the kinds that a key takes, looked up in the file's own network first.
#include "content/references.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/sources.h"

namespace cenacle::content {

namespace {

constexpr std::size_t names_shown = 20;

std::string listing(std::vector<std::string_view> names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), names_shown); ++i) out += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
  return names.size() > names_shown ? out + fmt::format(" and {} more", names.size() - names_shown) : out;
}

std::string kinds_in_words(std::span<const Named> kinds) {
  std::vector<std::string_view> words;
  for (const Named kind : kinds) words.push_back(with_article(kind));
  return base::listing(words);
}

bool accepts(const Accepted& accepted, Named kind) {
  return std::find(accepted.kinds.begin(), accepted.kinds.end(), kind) != accepted.kinds.end();
}

std::string why_left_out(const model::LeftOut& it) {
  return it.reason == model::LeftOut::Reason::draft ? fmt::format("`{}` is a draft", it.path)
                                                    : fmt::format("`{}` is not published before {}", it.path, base::iso(*it.from));
}

/// No scheme, or one that nobody knows.
void report_form(const Keys& keys, std::string_view key, const toml::Node& value, const Accepted& accepted) {
  const Names& names = *keys.file().context.names;
  const std::string_view network = keys.file().network == nullptr ? "" : std::string_view(keys.file().network->page.id);
  const Reference written = parse_reference(value.text);
  const std::string_view id = written.id.empty() ? std::string_view(value.text) : written.id;
  std::string_view meant = word_of(accepted.kinds.front());
  for (const Named kind : accepted.kinds)
    if (names.find(kind, network, id)) meant = word_of(kind);
  keys.report(diag::code::unknown_reference, value.at,
              written.scheme.empty() ? fmt::format("`{}` does not say what kind of thing it is", value.text)
                                     : fmt::format("`{}:` is no kind of reference", written.scheme),
              "write:\n" + keys.line(key, quoted(fmt::format("{}:{}", meant, base::is_id(id) ? id : "…"))),
              {{fmt::format("`{}` is a reference to {}", key, kinds_in_words(accepted.kinds)), {}}});
}

void report_unknown(const Keys& keys, std::string_view key, const toml::Node& value, Named kind, std::string_view network,
                    std::string_view id, std::string_view article) {
  const Names& names = *keys.file().context.names;
  const auto ids = names.ids(kind, network);
  const std::string suffix = article.empty() ? std::string() : "#" + std::string(article);
  const bool own = kind == Named::network || (keys.file().network != nullptr && keys.file().network->page.id == network);
  std::string help = "correct the name, or make it first";
  std::vector<diag::Note> notes;
  if (const auto near = base::closest(id, ids)) {
    help = "did you mean:\n" +
           keys.line(key, quoted(fmt::format("{}:{}{}{}", word_of(kind), own ? "" : std::string(network) + "/", *near, suffix)));
  } else if (const auto elsewhere = names.networks_with(kind, id, network); !elsewhere.empty()) {
    help = "that of another network is written:\n" +
           keys.line(key, quoted(fmt::format("{}:{}/{}{}", word_of(kind), elsewhere.front(), id, suffix)));
  }
  if (const model::LeftOut* out = names.left_out(kind, network, id)) {
    help = "publish that file first, or take the reference out";
    notes.push_back({why_left_out(*out), {}});
  } else if (!ids.empty()) {
    notes.push_back({"there is " + listing(ids), {}});
  }
  keys.report(diag::code::unknown_reference, value.at,
              names.missing(kind, network, id),
              std::move(help), std::move(notes));
}

}  // namespace

Referred look_up(const Keys& keys, std::string_view key, const toml::Node& value, const Accepted& accepted) {
  const File& file = keys.file();
  const std::string_view own = file.network == nullptr ? std::string_view() : std::string_view(file.network->page.id);
  Reference written = parse_reference(value.text);
  if (!written.kind && written.scheme.empty() && accepted.bare) {
    written.kind = accepted.kinds.front();
    written.id = value.text;
  }
  if (!written.kind) return report_form(keys, key, value, accepted), Referred{};
  if (!accepts(accepted, *written.kind)) {
    keys.report(diag::code::bad_value, value.at,
                fmt::format("`{}` wants {}, not {}", key, kinds_in_words(accepted.kinds), with_article(*written.kind)),
                "write:\n" + keys.line(key, quoted(std::string(word_of(accepted.kinds.front())) + ":…")));
    return {};
  }
  const std::string_view network = written.network.empty() ? own : written.network;
  Referred referred{*written.kind, file.context.names->find(*written.kind, network, written.id), written.article};
  const bool both_left_out = file.left_out && file.context.names->left_out(*written.kind, network, written.id) != nullptr;
  const bool doubtful = file.context.names->is_doubtful(*written.kind, network);
  if (!referred && !both_left_out && !doubtful) report_unknown(keys, key, value, *written.kind, network, written.id, written.article);
  return referred;
}

Referred refer(Keys& keys, std::string_view key, const Accepted& accepted, Need need) {
  const toml::Entry* const entry = keys.find(key);
  if (entry == nullptr) {
    if (need == Need::required)
      keys.missing(key, accepted.bare ? "\"…\"" : quoted(fmt::format("{}:…", word_of(accepted.kinds.front()))));
    return {};
  }
  const toml::Node* const value = keys.find(key, toml::Kind::text, need);
  return value == nullptr ? Referred{} : look_up(keys, key, *value, accepted);
}

std::vector<Referred> refer_all(Keys& keys, std::string_view key, const Accepted& accepted, Need need) {
  std::vector<Referred> all;
  const toml::Node* const list = keys.find(key, toml::Kind::array, need, Keys::Items::texts);
  if (list == nullptr) return all;
  for (const toml::Node& item : list->items) {
    if (item.kind != toml::Kind::text) continue;
    if (const Referred referred = look_up(keys, key, item, accepted)) all.push_back(referred);
  }
  return all;
}

model::Owner owner(Keys& keys, std::string_view key, std::span<const Named> kinds, bool* given) {
  const model::Owner network = keys.file().network;
  const toml::Entry* const entry = keys.find(key);
  if (given != nullptr) *given = entry != nullptr;
  if (entry == nullptr || (entry->value.kind == toml::Kind::text && entry->value.text == "network")) return network;
  const Referred referred = refer(keys, key, {kinds, false});
  if (!referred) return network;
  switch (referred.kind) {
    case Named::group: return referred.as<model::Group>();
    case Named::workshop: return referred.as<model::Workshop>();
    case Named::space: return referred.as<model::Space>();
    default: return network;
  }
}

std::optional<model::Citation> citation(Keys& keys, std::string_view key) {
  const toml::Node* const value = keys.find(key, toml::Kind::text, Need::optional);
  if (value == nullptr) return std::nullopt;
  static constexpr Named kinds[] = {Named::charter};
  const Referred referred = look_up(keys, key, *value, {kinds, false});
  if (!referred) return std::nullopt;
  if (!referred.article.empty()) check_article(keys, referred.article, *value, *referred.found.page);
  return model::Citation{referred.as<model::Charter>()->charter, std::string(referred.article)};
}

void check_article(const Keys& keys, std::string_view article, const toml::Node& at, const model::Page& charter) {
  const Sources& sources = keys.file().context.sources;
  const auto facts = sources.facts(charter.text.source, {.articles = true, .french = sources.french()});
  std::vector<std::string_view> articles;
  for (const markdown::Heading& heading : facts->headings) {
    if (heading.article.empty()) continue;
    if (heading.article == article) return;
    articles.push_back(heading.article);
  }
  keys.report(diag::code::unknown_article, at.at, fmt::format("the charter has no article {}", article),
              articles.empty() ? "an article is a heading that begins with a number:\n## 1. Objet" : "write one of those that it has",
              {{articles.empty() ? fmt::format("`{}` has no article", charter.path)
                                 : fmt::format("`{}` has the articles {}", charter.path, listing(articles)),
                {}}});
}

void unknown_id(const Keys& keys, std::string_view key, const toml::Node& value, std::string_view thing,
                std::vector<std::string_view> ids) {
  const File& file = keys.file();
  if (file.network != nullptr && file.context.names->is_doubtful(Named::network, file.network->page.id)) return;
  const auto near = base::closest(value.text, ids);
  std::sort(ids.begin(), ids.end());
  keys.report(diag::code::unknown_reference, value.at, fmt::format("there is no {} `{}`", thing, value.text),
              near ? "did you mean:\n" + keys.line(key, quoted(*near)) : std::string("write one of those that there are, or list it first"),
              ids.empty() ? std::vector<diag::Note>{} : std::vector<diag::Note>{{"there is " + listing(ids), {}}});
}

std::vector<const model::Topic*> topics(Keys& keys, Need need) {
  return all_listed(keys, "topics", "topic", keys.file().network->topics, need);
}

std::vector<model::Holder> holders(Keys& keys, model::Spot* first) {
  std::vector<model::Holder> all;
  keys.tables("holders", "a holder", [&](Keys& holder) {
    model::Holder it;
    it.role = reference<model::Role>(holder, "role", Need::required);
    if (first != nullptr && all.empty()) *first = holder.spot("role");
    it.body = reference<model::Body>(holder, "body");
    it.function = holder.text("function");
    it.mail = holder.mail("mail");
    all.push_back(std::move(it));
  });
  return all;
}

}  // namespace cenacle::content
