// Quotes as commands make, find, tell and print them.
#include "cli/quotes.h"

#include <filesystem>

#include <fmt/format.h>

#include "cli/prices.h"
#include "diag/render.h"
#include "publish/replace_file.h"
#include "rules/registration/tariff.h"
#include "site/papers.h"

namespace cenacle::cli {

namespace {

namespace fs = std::filesystem;

Stop refusal(std::string code, std::string sentence) { return {Exit::mistakes, std::move(code), std::move(sentence)}; }

/// How many units of which year's tariff.
Or<std::vector<std::pair<int, std::int64_t>>> quantities(const Deed& deed, const QuoteOrder& order) {
  std::vector<std::pair<int, std::int64_t>> all;
  if (!order.hundredths) {
    for (const rules::Sessions& it : order.sessions)
      all.emplace_back(order.year == 0 ? it.year : order.year, 100 * it.count);
    if (!all.empty()) return all;
    return refusal("quantity-needed", deed.phrases().say("quote.quantity-needed"));
  }
  const int of_day = order.sessions.empty() ? static_cast<int>(deed.today().year()) : order.sessions.front().year;
  all.emplace_back(order.year == 0 ? of_day : order.year, *order.hundredths);
  return all;
}

}  // namespace

Or<KeptQuote> find_quote(Deed& deed, const rules::QuoteName& name) {
  const std::string reference = rules::quote_reference(name.network, name.year, name.number);
  std::optional<KeptQuote> found;
  for (model::Fact& fact : deed.ledger().facts_about(model::FactKind::quoted, name.network, {}, {})) {
    if (fact.number != name.number || !fact.day || static_cast<int>(fact.day->year()) != name.year) continue;
    auto quote = rules::quote_of(fact.detail);
    if (quote) found = KeptQuote{std::move(*quote), std::move(fact), {}, 0};
  }
  if (!found) return refusal("unknown-quote", deed.phrases().say("quote.unknown", {{"reference", reference}}));
  for (model::Fact& fact : deed.ledger().facts_about(model::FactKind::agreed, name.network, {}, {}))
    if (fact.value == reference) found->agreed = std::move(fact);
  for (const model::Fact& fact : deed.ledger().facts_about(model::FactKind::paid, name.network, {}, {}))
    if (fact.value == reference) found->paid += fact.number;
  return std::move(*found);
}

Or<rules::Quote> make_quote(Deed& deed, const QuoteOrder& order) {
  const model::Network& network = *order.network;
  const auto setting = deed.setting(network);
  if (!setting) return setting.stop();
  if (!network.billing)
    return refusal("no-billing", deed.phrases().say("quote.no-billing", {{"network", network.page.title}}));
  if (order.rates.empty()) return refusal("no-rate", deed.phrases().say("quote.no-rate"));
  const auto counted = quantities(deed, order);
  if (!counted) return counted.stop();
  rules::Quote quote;
  quote.network = network.page.id, quote.network_title = network.page.title;
  quote.date = deed.today();
  quote.valid_until = base::add_days(quote.date, static_cast<int>(network.billing->valid_days));
  quote.number = deed.ledger().next_quote(network.page.id, static_cast<int>(quote.date.year()));
  quote.issuer = *network.billing;
  quote.registration = order.registration;
  quote.object = order.object, quote.object_title = order.object_title;
  if (order.body != nullptr)
    quote.body = order.body->id, quote.body_name = order.body->name, quote.body_town = order.body->town;
  for (const auto& [year, hundredths] : *counted) {
    const auto priced = rules::price(network, year, order.rates, order.body);
    if (const auto* refused = std::get_if<rules::NoPrice>(&priced))
      return refusal(std::string(word(refused->why)),
                     why_no_price(deed.phrases(), setting->book, order.body, year, *refused));
    const auto& [tariff, rate] = std::get<rules::Price>(priced);
    quote.lines.push_back(
        {year, rate->id, rate->title, rate->unit, hundredths, rate->cents, tariff->set_by, tariff->set_on});
  }
  return quote;
}

Or<std::string> page_of(const Deed& deed, const rules::Quote& quote, std::string_view recipient) {
  const base::FileSystem& files = deed.content().sources->files();
  const std::string& theme = deed.content().portal->theme;
  const locale::Locale& language = *deed.content().language;
  diag::Diagnostics of_theme;
  const auto papers = site::Theme::load(files, theme, language, of_theme, site::ThemePart::archetypes);
  const auto page = papers == nullptr ? std::nullopt : site::print(quote, recipient, *papers, language, of_theme);
  if (page) return *page;
  fmt::print(stderr, "{}", diag::render(of_theme.sorted(), files, false));
  return refusal("no-template", deed.phrases().say("quote.no-template", {{"theme", theme}}));
}

Acted write_page(const std::string& file, std::string_view page) {
  const fs::path path = fs::absolute(file).lexically_normal();
  const auto written = publish::replace_file(path.parent_path().string(), path.filename().string(), page);
  if (!written) return written.failure();
  return base::Done{};
}

std::vector<std::string> lines_of(const Deed& deed, const rules::Quote& quote) {
  const Phrases& phrases = deed.phrases();
  std::vector<std::string> lines;
  lines.push_back(phrases.say(
      "quote.head",
      {{"reference", reference(quote)}, {"day", phrases.day(quote.date)}, {"until", phrases.day(quote.valid_until)}}));
  for (const rules::QuoteLine& it : quote.lines)
    lines.push_back(
        phrases.say("quote.line", {{"title", it.title},
                                   {"unit", it.unit},
                                   {"year", std::to_string(it.year)},
                                   {"quantity", site::quantity_text(it.hundredths, *deed.content().language)},
                                   {"price", phrases.money(it.unit_cents)},
                                   {"amount", phrases.money(it.cents())}}));
  lines.push_back(phrases.say("quote.total", {{"total", phrases.money(quote.cents())}, {"vat", quote.issuer.vat}}));
  return lines;
}

void write_quote(json::Writer& writer, const rules::Quote& quote) {
  writer.key("quote").begin_object().key("reference").text(reference(quote));
  writer.key("date").text(base::iso(quote.date)).key("valid_until").text(base::iso(quote.valid_until));
  writer.key("body").text(quote.body).key("registration").integer(quote.registration);
  writer.key("lines").begin_array();
  for (const rules::QuoteLine& it : quote.lines) {
    writer.begin_object().key("rate").text(it.rate).key("year").integer(it.year);
    writer.key("hundredths").integer(it.hundredths).key("unit_cents").integer(it.unit_cents);
    writer.key("cents").integer(it.cents()).key("set_by").text(it.set_by).end_object();
  }
  writer.end_array().key("cents").integer(quote.cents()).end_object();
}

}  // namespace cenacle::cli
