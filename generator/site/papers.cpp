// Papers: a quote on its printed page.
#include "site/papers.h"

#include <algorithm>

#include <fmt/format.h>

namespace cenacle::site {

namespace {

constexpr std::string_view quote_template = "quote.html";

QuoteLineView view_of(const rules::QuoteLine& line, const locale::Locale& language) {
  QuoteLineView view;
  view.title = line.title, view.unit = line.unit, view.set_by = line.set_by, view.set_on = line.set_on;
  view.quantity = quantity_text(line.hundredths, language);
  view.year = line.year, view.unit_cents = line.unit_cents, view.cents = line.cents();
  return view;
}

QuoteView view_of(const rules::Quote& quote, std::string_view recipient, const locale::Locale& language) {
  QuoteView view;
  view.language = language.language();
  view.reference = reference(quote), view.network = quote.network_title;
  view.date = quote.date, view.valid_until = quote.valid_until;
  const model::Billing& issuer = quote.issuer;
  view.issuer = issuer.issuer, view.siret = issuer.siret, view.address = issuer.address;
  view.vat = issuer.vat, view.payment = issuer.payment, view.mail = issuer.mail;
  view.recipient = quote.body.empty() ? std::string(recipient) : quote.body_name;
  view.town = quote.body_town, view.object = quote.object_title;
  view.registration = quote.registration, view.cents = quote.cents();
  for (const rules::QuoteLine& line : quote.lines) {
    view.lines.push_back(view_of(line, language));
    const auto same = [&](const QuoteLineView& it) { return it.year == line.year; };
    if (std::none_of(view.tariffs.begin(), view.tariffs.end(), same)) view.tariffs.push_back(view.lines.back());
  }
  return view;
}

}  // namespace

const std::vector<PaperKind>& paper_kinds() {
  static const std::vector<PaperKind> kinds = {
      {quote_template, &tmpl::type_of<QuoteView>, "a quote, printed on one sheet"},
  };
  return kinds;
}

std::string quantity_text(std::int64_t hundredths, const locale::Locale& language) {
  std::string text = language.number(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  const char* const mark = language.language() == "en" ? "." : ",";
  const std::string part = fmt::format("{:02}", hundredths % 100);
  return text + mark + (part.back() == '0' ? part.substr(0, 1) : part);
}

std::optional<std::string> print(const rules::Quote& quote, std::string_view recipient, const Theme& papers,
                                 const locale::Locale& language, diag::Diagnostics& diagnostics) {
  const tmpl::Template* const page = papers.find(quote_template);
  if (page == nullptr) return std::nullopt;
  const QuoteView view = view_of(quote, recipient, language);
  tmpl::Output out;
  if (auto mistake = page->render(&view, &out)) {
    diagnostics.add(std::move(*mistake));
    return std::nullopt;
  }
  return std::move(out.text);
}

}  // namespace cenacle::site
