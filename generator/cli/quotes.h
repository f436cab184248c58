// Quotes as commands make, find, tell and print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/deed.h"
#include "rules/registration/quote.h"

namespace cenacle::cli {

/// A quote of the ledger, with its facts.
struct KeptQuote {
  rules::Quote quote;
  model::Fact fact;                   ///< `quoted`
  std::optional<model::Fact> agreed;  ///< to it
  std::int64_t paid = 0;              ///< cents, of what names it
};
Or<KeptQuote> find_quote(Deed& deed, const rules::QuoteName& name);

/// What one asks a quote of.
struct QuoteOrder {
  const model::Network* network = nullptr;
  const model::Body* body = nullptr;       ///< null: a natural person
  model::PersonId person;                  ///< who asks; may be empty
  std::vector<std::string> rates;          ///< ids: the first that is the body's
  std::vector<rules::Sessions> sessions;   ///< of what is joined
  std::optional<std::int64_t> hundredths;  ///< else of these
  int year = 0;                            ///< of the tariff; 0: that of the sessions, else of today
  std::int64_t registration = 0;
  std::string object, object_title;
};
/// The quote, numbered as the ledger's next, or why there is none.
Or<rules::Quote> make_quote(Deed& deed, const QuoteOrder& order);

/// Its page, printed by the theme; `recipient` names a natural person.
Or<std::string> page_of(const Deed& deed, const rules::Quote& quote, std::string_view recipient);
/// Writes it to `file`, below the folder that the command was called in.
Acted write_page(const std::string& file, std::string_view page);

/// Lines that tell the quote, and the same as data.
std::vector<std::string> lines_of(const Deed& deed, const rules::Quote& quote);
void write_quote(json::Writer& writer, const rules::Quote& quote);

}  // namespace cenacle::cli
