// The verb `quote`: what it costs, numbered and kept; or a quote that was made, as it was.
#include <algorithm>

#include <fmt/format.h>

#include "cli/charter_verbs.h"
#include "cli/quotes.h"
#include "rules/registration/joined.h"

namespace cenacle::cli {

namespace {

Stop usage(std::string sentence) { return {Exit::usage, "usage", std::move(sentence)}; }

std::optional<std::int64_t> number_of(std::string_view text) {
  const bool digits =
      !text.empty() && text.size() < 18 && text.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? std::optional(std::stoll(std::string(text))) : std::nullopt;
}

/// `--quantity`, `--rate`, `--year` into the order.
Acted complete(const QuoteArguments& arguments, QuoteOrder* order) {
  order->year = arguments.year;
  if (!arguments.rate.empty()) order->rates = {arguments.rate};
  if (arguments.quantity.empty()) return base::Done{};
  order->hundredths = rules::parse_quantity(arguments.quantity);
  if (!order->hundredths) return usage(fmt::format("`{}` is no quantity: 2, or 1,5", arguments.quantity));
  return base::Done{};
}

/// What the registration is for, by the rates of its path.
Or<QuoteOrder> order_of(Deed& deed, const model::Registration& registration) {
  const auto network = find_network(deed.content(), registration.network);
  if (!network) return network.stop();
  const auto setting = deed.setting(**network);
  if (!setting) return setting.stop();
  QuoteOrder order;
  order.network = *network;
  order.body = rules::find_body(**network, registration.body);
  order.person = registration.person;
  order.registration = registration.id;
  order.object = registration.object;
  order.object_title = title_of(deed.content(), deed.phrases(), registration.object);
  const auto joined = rules::find_joined(**network, registration.object);
  const model::Workshop* const workshop = joined ? joined->workshop() : nullptr;
  if (workshop != nullptr) order.sessions = rules::sessions_of(**network, *workshop);
  const rules::Path* const path = setting->book.path(registration.path);
  if (path == nullptr) return order;
  for (const std::string& rate : path->rates)
    if (rate != "object") {
      order.rates.push_back(rate);
    } else if (workshop != nullptr && !workshop->rate.empty()) {
      order.rates.push_back(workshop->rate);
    }
  return order;
}

/// The network that a quote without a registration is of: the one that has the rate in a tariff.
Or<const model::Network*> network_of(const Deed& deed, const QuoteArguments& arguments) {
  if (!arguments.network.empty()) return find_network(deed.content(), arguments.network);
  const model::Network* found = nullptr;
  for (const model::Network& network : deed.content().portal->networks) {
    const bool has = std::any_of(network.tariffs.begin(), network.tariffs.end(), [&](const model::Tariff& tariff) {
      return std::any_of(tariff.rates.begin(), tariff.rates.end(),
                         [&](const model::Rate& rate) { return rate.id == arguments.rate; });
    });
    if (has && found != nullptr)
      return usage(fmt::format("several networks have a rate `{}`: say --network", arguments.rate));
    if (has) found = &network;
  }
  if (found == nullptr) return usage(fmt::format("no tariff has a rate `{}`", arguments.rate));
  return found;
}

/// Of a body, or of a person for the body of her only mandate in the network.
Or<QuoteOrder> order_of(Deed& deed, const QuoteArguments& arguments) {
  if (arguments.rate.empty() || arguments.quantity.empty())
    return usage("a quote without a registration takes --rate and --quantity");
  const auto network = network_of(deed, arguments);
  if (!network) return network.stop();
  QuoteOrder order;
  order.network = *network;
  if (arguments.subject.starts_with("body:")) {
    const auto body = find_body(**network, arguments.subject);
    if (!body) return body.stop();
    order.body = *body;
    return order;
  }
  const auto person = deed.person(arguments.subject);
  if (!person) return person.stop();
  order.person = person->id;
  std::vector<std::string> bodies;
  for (const model::Mandate* it : person->mandates_in((*network)->page.id, deed.today()))
    if (std::find(bodies.begin(), bodies.end(), it->body) == bodies.end()) bodies.push_back(it->body);
  if (bodies.size() > 1)
    return usage(
        fmt::format("{} has mandates in several bodies: say body:ID instead", deed.phrases().name_of(*person)));
  if (!bodies.empty()) order.body = rules::find_body(**network, bodies.front());
  return order;
}

void tell(Deed& deed, const rules::Quote& quote) {
  auto& remarks = deed.account().remarks;
  const auto lines = lines_of(deed, quote);
  for (const std::string& line : lines)
    remarks.push_back({"quote", line, &line == &lines.back() ? quote.cents() : 0, {}});
}

/// A quote of no registration is a fact of its own.
Acted keep(Deed& deed, const QuoteOrder& order, const rules::Quote& quote) {
  const auto setting = deed.setting(*order.network);
  if (!setting) return setting.stop();
  model::Fact fact = deed.fact(model::FactKind::quoted, order.network->page.id);
  fact.person = order.person, fact.body = quote.body;
  fact.number = quote.number, fact.limit = quote.cents();
  fact.day = quote.date;
  fact.until = setting->end_of(quote.valid_until);
  fact.detail = to_detail(quote);
  return deed.append({fact});
}

Acted quote_registration(Deed& deed, const QuoteOrder& order, const rules::Quote& quote) {
  const auto setting = deed.setting(*order.network);
  if (!setting) return setting.stop();
  rules::Step step;
  step.kind = rules::Step::Kind::quote, step.registration = order.registration;
  step.number = quote.cents(), step.detail = to_detail(quote), step.day = quote.date;
  return deed.carry_out(*setting, rules::take(*setting, step));
}

/// Whose name the page has: nobody's when it is for a body.
std::string recipient_of(Deed& deed, const rules::Quote& quote, const model::PersonId& person) {
  if (!quote.body.empty() || person.empty()) return "";
  const auto known = deed.ledger().person(person);
  return known ? deed.phrases().name_of(*known) : std::string();
}

/// Makes the quote of the order; its page comes back to be written once the quote is kept.
Acted make(Deed& deed, const QuoteArguments& arguments, QuoteOrder order, std::string* page) {
  if (auto completed = complete(arguments, &order); !completed) return completed;
  const auto quote = make_quote(deed, order);
  if (!quote) return quote.stop();
  deed.account().network = order.network->page.id;
  if (!arguments.page.empty()) {
    auto printed = page_of(deed, *quote, recipient_of(deed, *quote, order.person));
    if (!printed) return printed.stop();
    *page = std::move(*printed);
  }
  if (auto kept = order.registration == 0 ? keep(deed, order, *quote) : quote_registration(deed, order, *quote); !kept)
    return kept;
  if (!deed.account().obstacle) tell(deed, *quote);
  return base::Done{};
}

/// The quote that was made, as it was.
int again(const Context& context, const QuoteArguments& arguments, const rules::QuoteName& name) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    const auto kept = find_quote(deed, name);
    if (!kept) return kept.stop();
    if (!arguments.page.empty()) {
      model::PersonId person = kept->fact.person;
      if (const auto registration = deed.ledger().registration(kept->quote.registration)) person = registration->person;
      const auto page = page_of(deed, kept->quote, recipient_of(deed, kept->quote, person));
      if (!page) return page.stop();
      if (const auto written = write_page(arguments.page, *page); !written) return written.stop();
    }
    if (context.format == Format::json) {
      json::Writer writer;
      writer.begin_object();
      write_quote(writer, kept->quote);
      writer.key("agreed").boolean(kept->agreed.has_value()).key("paid").integer(kept->paid);
      fmt::print("{}", writer.end_object().take());
    } else {
      for (const std::string& line : lines_of(deed, kept->quote)) fmt::print("{}\n", line);
    }
    return int{Exit::done};
  });
}

}  // namespace

int quote(const Context& context, const QuoteArguments& arguments) {
  const auto number = number_of(arguments.subject);
  if (const auto name = rules::parse_quote_reference(arguments.subject)) return again(context, arguments, *name);
  std::string page;
  const auto print = [&] { return page.empty() ? Acted(base::Done{}) : write_page(arguments.page, page); };
  return perform(context, {"quote", arguments.rehearsal, Extent::since_last, print}, [&](Deed& deed) -> Acted {
    if (!number) {
      auto order = order_of(deed, arguments);
      return order ? make(deed, arguments, std::move(*order), &page) : Acted(order.stop());
    }
    const auto registration = deed.registration(*number);
    if (!registration) return registration.stop();
    if (auto settled = deed.settle(registration->object); !settled) return settled;
    auto order = order_of(deed, *registration);
    return order ? make(deed, arguments, std::move(*order), &page) : Acted(order.stop());
  });
}

}  // namespace cenacle::cli
