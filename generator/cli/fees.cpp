// The verb `fees`: who owes the fee of a calendar year, who has paid it, who has none and why (E2).
#include <fmt/format.h>

#include "cli/charter_verbs.h"
#include "cli/deed.h"
#include "cli/prices.h"
#include "rules/registration/convention.h"

namespace cenacle::cli {

namespace {

struct OfNetwork {
  const rules::Rulebook* book = nullptr;
  std::vector<rules::Fee> fees;
};

std::int64_t due(const rules::Fee& fee) {
  const auto* const price = std::get_if<rules::Price>(&fee.price);
  return price == nullptr ? 0 : price->rate->cents;
}

std::string line_of(const Deed& deed, const rules::Rulebook& book, const rules::Fee& fee, int year) {
  const Phrases& phrases = deed.phrases();
  const std::string number = std::to_string(fee.convention.registration.id);
  const std::string body = fee.body == nullptr ? fee.convention.registration.body : fee.body->name;
  if (const auto* refused = std::get_if<rules::NoPrice>(&fee.price))
    return phrases.say("fee.none", {{"n", number}, {"why", why_no_price(phrases, book, fee.body, year, *refused)}});
  const std::int64_t left = due(fee) - fee.paid();
  const char* const key = left <= 0 ? "fee.paid" : fee.paid() > 0 ? "fee.partly" : "fee.due";
  return phrases.say(
      key, {{"n", number},
            {"body", body},
            {"rate", std::get<rules::Price>(fee.price).rate->title},
            {"amount", phrases.money(due(fee))},
            {"left", phrases.money(left)},
            {"day", fee.payments.empty() || !fee.payments.back().day ? "" : phrases.day(*fee.payments.back().day)}});
}

void tell(const Deed& deed, const OfNetwork& of, int year) {
  const Phrases& phrases = deed.phrases();
  fmt::print("{}\n",
             phrases.say("fee.title", {{"network", of.book->network->page.title}, {"year", std::to_string(year)}}));
  std::int64_t owed = 0, paid = 0;
  for (const rules::Fee& fee : of.fees) {
    fmt::print("  {}\n", line_of(deed, *of.book, fee, year));
    owed += due(fee), paid += fee.paid();
  }
  if (of.fees.empty()) fmt::print("  {}\n", phrases.say("fee.nobody"));
  fmt::print("  {}\n", phrases.say("fee.total",
                                   {{"bodies", phrases.count("fee.bodies", static_cast<std::int64_t>(of.fees.size()))},
                                    {"owed", phrases.money(owed)},
                                    {"paid", phrases.money(paid)},
                                    {"left", phrases.money(owed - paid)}}));
}

void write(json::Writer& writer, const Deed& deed, const OfNetwork& of, int year) {
  for (const rules::Fee& fee : of.fees) {
    writer.begin_object().key("network").text(of.book->network->page.id).key("year").integer(year);
    writer.key("registration")
        .integer(fee.convention.registration.id)
        .key("body")
        .text(fee.convention.registration.body);
    writer.key("population");
    fee.body != nullptr&& fee.body->population ? writer.integer(*fee.body->population) : writer.null();
    if (const auto* price = std::get_if<rules::Price>(&fee.price)) {
      writer.key("rate").text(price->rate->id).key("cents").integer(price->rate->cents);
    } else {
      const auto& refused = std::get<rules::NoPrice>(fee.price);
      writer.key("why").text(word(refused.why));
      writer.key("sentence").text(why_no_price(deed.phrases(), *of.book, fee.body, year, refused));
    }
    writer.key("paid").integer(fee.paid()).end_object();
  }
}

bool has_fees(const rules::Rulebook& book) {
  for (const rules::Path& path : book.paths)
    if (!path.fee.empty()) return true;
  return false;
}

}  // namespace

int fees(const Context& context, const FeesArguments& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    if (!arguments.network.empty())
      if (const auto known = find_network(deed.content(), arguments.network); !known) return known.stop();
    const int year = arguments.year == 0 ? static_cast<int>(deed.today().year()) : arguments.year;
    std::vector<OfNetwork> all;
    for (const model::Network& network : deed.content().portal->networks) {
      const rules::Rulebook* const book = deed.books().of(network.page.id);
      if (book == nullptr || !has_fees(*book) || (!arguments.network.empty() && arguments.network != network.page.id))
        continue;
      all.push_back({book, rules::fees({*deed.content().portal, *book, deed.ledger(), deed.now()}, year)});
    }
    if (context.format == Format::json) {
      json::Writer writer;
      writer.begin_array();
      for (const OfNetwork& it : all) write(writer, deed, it, year);
      fmt::print("{}", writer.end_array().take());
      return int{Exit::done};
    }
    for (const OfNetwork& it : all) tell(deed, it, year);
    if (all.empty()) fmt::print("{}\n", deed.phrases().say("fee.no-fees"));
    return int{Exit::done};
  });
}

}  // namespace cenacle::cli
