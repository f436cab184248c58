// Papers: what the theme prints outside the tree of the portal, on one sheet, for one person or body: a quote (B7).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/locale/locale.h"
#include "rules/registration/quote.h"
#include "site/theme.h"
#include "template/view.h"

namespace cenacle::site {

struct PaperKind {
  std::string_view name;
  const tmpl::Type* (*root)();
  std::string_view doc;
};
const std::vector<PaperKind>& paper_kinds();

struct QuoteLineView {
  std::string title, unit, quantity, set_by;
  std::int64_t year = 0, unit_cents = 0, cents = 0;
  std::optional<base::Date> set_on;
};

struct QuoteView {
  std::string language, reference, network;
  base::Date date, valid_until;
  std::string issuer, siret, address, vat, payment, mail;
  std::string recipient, town, object;
  std::int64_t registration = 0, cents = 0;
  std::vector<QuoteLineView> lines, tariffs;
};

/// The printed page of a quote, whole in itself: no style, image or script comes from elsewhere. `recipient`: the name
/// of the natural person that it is for; empty when it is for a body. Nothing when the theme cannot: its mistake is
/// reported.
std::optional<std::string> print(const rules::Quote& quote, std::string_view recipient, const Theme& papers,
                                 const locale::Locale& language, diag::Diagnostics& diagnostics);

/// "2", "1,5": hundredths of a unit as the language writes them.
std::string quantity_text(std::int64_t hundredths, const locale::Locale& language);

}  // namespace cenacle::site

namespace cenacle::tmpl {

template <>
struct Describe<site::QuoteLineView> {
  static constexpr std::string_view name = "quote_line";
  static void fields(Fields<site::QuoteLineView>& f) {
    using V = site::QuoteLineView;
    f.add<&V::title>("title", "what is paid for, as its rate says");
    f.add<&V::unit>("unit", "\"par jour et par participant\"");
    f.add<&V::quantity>("quantity", "how many of that unit");
    f.add<&V::unit_cents>("unit_cents", "the price of one, in cents");
    f.add<&V::cents>("cents", "the price of the line, in cents");
    f.add<&V::year>("year", "the year of the tariff");
    f.add<&V::set_by>("set_by", "the deliberation that set it; may be empty");
    f.add<&V::set_on>("set_on", "the day of the deliberation");
  }
};

template <>
struct Describe<site::QuoteView> {
  static constexpr std::string_view name = "quote";
  static void fields(Fields<site::QuoteView>& f) {
    using V = site::QuoteView;
    f.add<&V::language>("language", "of the portal: \"fr\"");
    f.add<&V::reference>("reference", "the number that is printed: network, year, number in the year");
    f.add<&V::network>("network", "the network's title");
    f.add<&V::date>("date", "the day on which it was made");
    f.add<&V::valid_until>("valid_until", "the last day on which it may be agreed to");
    f.add<&V::issuer>("issuer", "who issues it");
    f.add<&V::siret>("siret", "the issuer's SIRET");
    f.add<&V::address>("address", "the issuer's address");
    f.add<&V::vat>("vat", "the mention on VAT");
    f.add<&V::payment>("payment", "how one pays; may be empty");
    f.add<&V::mail>("mail", "the issuer's mailbox; may be empty");
    f.add<&V::recipient>("recipient", "the body, or the person, that it is for");
    f.add<&V::town>("town", "the body's town; may be empty");
    f.add<&V::object>("object", "what it is about; may be empty");
    f.add<&V::registration>("registration", "the number of the registration; 0: none");
    f.add<&V::lines>("lines", "what is paid for");
    f.add<&V::tariffs>("tariffs", "of the lines, the first of each tariff: what set it");
    f.add<&V::cents>("cents", "the total, in cents");
  }
};

}  // namespace cenacle::tmpl
