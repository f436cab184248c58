// The verbs agree, pay and denounce: what follows a quote, a fee, a convention.
#include <fmt/format.h>

#include "cli/charter_verbs.h"
#include "cli/days.h"
#include "cli/quotes.h"
#include "content/values.h"
#include "rules/registration/convention.h"

namespace cenacle::cli {

namespace {

using Kind = rules::Step::Kind;

Stop usage(std::string sentence) { return {Exit::usage, "usage", std::move(sentence)}; }

Acted refuse(Deed& deed, std::string code, std::string sentence) {
  deed.account().obstacle = Obstacle{std::move(code), std::move(sentence)};
  return base::Done{};
}

/// What a number on the command line names: a registration, or a quote, whose registration it then is.
struct Matter {
  std::int64_t registration = 0;
  std::optional<KeptQuote> quote;  ///< of none
};

Or<Matter> find_matter(Deed& deed, std::string_view subject) {
  if (const auto name = rules::parse_quote_reference(subject)) {
    auto kept = find_quote(deed, *name);
    if (!kept) return kept.stop();
    if (kept->quote.registration != 0) return Matter{kept->quote.registration, {}};
    return Matter{0, std::move(*kept)};
  }
  if (subject.empty() || subject.size() > 17 || subject.find_first_not_of("0123456789") != std::string_view::npos)
    return usage(fmt::format("`{}` is neither a registration's number nor a quote's", subject));
  return Matter{std::stoll(std::string(subject)), {}};
}

/// Takes a step that `complete` has added to.
Acted take(Deed& deed, std::int64_t number, Kind kind,
           const std::function<Acted(const rules::Setting&, const model::Registration&, rules::Step*)>& complete) {
  const auto registration = deed.registration(number);
  if (!registration) return registration.stop();
  const auto network = find_network(deed.content(), registration->network);
  if (!network) return network.stop();
  const auto setting = deed.setting(**network);
  if (!setting) return setting.stop();
  if (auto settled = deed.settle(registration->object); !settled) return settled;
  rules::Step step;
  step.kind = kind, step.registration = number;
  if (auto completed = complete(*setting, *registration, &step); !completed || deed.account().obstacle)
    return completed;
  return deed.carry_out(*setting, rules::take(*setting, step));
}

/// What is still due for the registration: the fee of the year where its path has one, else its quote.
std::int64_t due(Deed& deed, const rules::Setting& setting, const model::Registration& registration, int year) {
  const rules::Path* const path = setting.book.path(registration.path);
  if (path != nullptr && !path->fee.empty()) {
    for (const rules::Fee& fee : rules::fees(setting, year)) {
      const auto* const price = std::get_if<rules::Price>(&fee.price);
      if (fee.convention.registration.body == registration.body && price != nullptr)
        return price->rate->cents - fee.paid();
    }
    return 0;
  }
  std::int64_t cents = 0;
  for (const model::Fact& fact : deed.ledger().facts_of(registration.id)) {
    if (fact.kind == model::FactKind::quoted) cents = fact.limit;
    if (fact.kind == model::FactKind::paid) cents -= fact.number;
  }
  return cents;
}

std::optional<std::int64_t> cents_of(std::string_view text) {
  std::string written(text);
  if (written.find("€") == std::string::npos) written += " €";
  return content::parse_cents(written);
}

/// The amount that was paid: as given, else what is due; nothing once the obstacle has been told.
Or<std::int64_t> amount_paid(Deed& deed, const PayArguments& arguments, std::int64_t due) {
  if (!arguments.amount.empty()) {
    const auto cents = cents_of(arguments.amount);
    if (!cents || *cents <= 0) return usage(fmt::format("`{}` is no amount: 250,00 €", arguments.amount));
    return *cents;
  }
  if (due <= 0) return Stop{Exit::mistakes, "nothing-due", deed.phrases().say("pay.nothing-due")};
  return due;
}

/// A fact of a quote that is of no registration: it names the quote.
model::Fact fact_of(const Deed& deed, model::FactKind kind, const KeptQuote& kept) {
  model::Fact fact = deed.fact(kind, kept.quote.network);
  fact.person = kept.fact.person, fact.body = kept.fact.body;
  fact.value = reference(kept.quote);
  return fact;
}

Acted agree_to(Deed& deed, const KeptQuote& kept) {
  const Phrases& phrases = deed.phrases();
  deed.account().network = kept.quote.network;
  const std::string named = reference(kept.quote);
  if (kept.agreed)
    return refuse(
        deed, "already-agreed",
        phrases.say("agree.already", {{"reference", named}, {"day", phrases.day(phrases.date_of(kept.agreed->at))}}));
  if (kept.quote.valid_until < deed.today())
    return refuse(deed, "quote-expired",
                  phrases.say("agree.expired", {{"reference", named}, {"until", phrases.day(kept.quote.valid_until)}}));
  if (auto done = deed.append({fact_of(deed, model::FactKind::agreed, kept)}); !done) return done;
  deed.account().remarks.push_back(
      {"agreed", phrases.say("agree.done", {{"reference", named}}), kept.quote.cents(), {}});
  return base::Done{};
}

void tell_payment(Deed& deed, std::string_view key, std::string_view what, std::int64_t cents, base::Date day) {
  const Phrases& phrases = deed.phrases();
  deed.account().remarks.push_back(
      {"paid",
       phrases.say(key, {{"what", std::string(what)}, {"amount", phrases.money(cents)}, {"day", phrases.day(day)}}),
       cents,
       {}});
}

Acted pay_quote(Deed& deed, const PayArguments& arguments, const KeptQuote& kept, base::Date day) {
  deed.account().network = kept.quote.network;
  const auto cents = amount_paid(deed, arguments, kept.quote.cents() - kept.paid);
  if (!cents) return cents.stop();
  model::Fact fact = fact_of(deed, model::FactKind::paid, kept);
  fact.number = *cents, fact.day = day, fact.said = arguments.reference;
  if (auto done = deed.append({fact}); !done) return done;
  tell_payment(deed, "pay.quote", reference(kept.quote), *cents, day);
  return base::Done{};
}

}  // namespace

int agree(const Context& context, const PayArguments& arguments) {
  return perform(context, {"agree", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto matter = find_matter(deed, arguments.subject);
    if (!matter) return matter.stop();
    if (matter->quote) return agree_to(deed, *matter->quote);
    return take(deed, matter->registration, Kind::agree,
                [](const auto&, const auto&, rules::Step*) { return Acted(base::Done{}); });
  });
}

int pay(const Context& context, const PayArguments& arguments) {
  return perform(context, {"pay", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto day = day_given(deed, arguments.day);
    if (!day) return day.stop();
    if (deed.today() < *day)
      return refuse(deed, "future-day", deed.phrases().say("pay.future", {{"day", deed.phrases().day(*day)}}));
    const auto matter = find_matter(deed, arguments.subject);
    if (!matter) return matter.stop();
    if (matter->quote) return pay_quote(deed, arguments, *matter->quote, *day);
    rules::Step paid;
    const auto complete = [&](const rules::Setting& setting, const model::Registration& registration,
                              rules::Step* step) -> Acted {
      const int year = arguments.year == 0 ? static_cast<int>(day->year()) : arguments.year;
      const auto cents = amount_paid(deed, arguments, due(deed, setting, registration, year));
      if (!cents) return cents.stop();
      const rules::Path* const path = setting.book.path(registration.path);
      if (path != nullptr && !path->fee.empty()) step->value = std::to_string(year);
      step->number = *cents, step->day = *day, step->text = arguments.reference;
      paid = *step;
      return base::Done{};
    };
    if (auto done = take(deed, matter->registration, Kind::pay, complete); !done || deed.account().obstacle)
      return done;
    tell_payment(deed, paid.value.empty() ? "pay.done" : "pay.fee", paid.value, paid.number, *day);
    return base::Done{};
  });
}

int denounce(const Context& context, const PayArguments& arguments) {
  return perform(context, {"denounce", arguments.rehearsal}, [&](Deed& deed) -> Acted {
    const auto matter = find_matter(deed, arguments.subject);
    if (!matter) return matter.stop();
    return take(deed, matter->registration, Kind::denounce, [&](const auto&, const auto&, rules::Step* step) {
      step->text = arguments.because;
      return Acted(base::Done{});
    });
  });
}

}  // namespace cenacle::cli
