// A quote: its amounts, its number, its words kept as JSON.
#include "rules/registration/quote.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/json/json.h"
#include "formats/json/read.h"
#include "rules/registration/tariff.h"

namespace cenacle::rules {

namespace {

constexpr std::int64_t layout = 1;  // of the detail; a later one reads this one too

/// Nothing but digits, as a number.
std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = !text.empty() && text.front() != '-' && error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

std::string upper(std::string_view id) {
  std::string text(id);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string lower(std::string_view reference) {
  std::string text(reference);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// Texts of an object, by the names that the detail gives them.
template <class Record>
struct Named {
  std::string_view name;
  std::string Record::*text;
};
constexpr Named<model::Billing> issuer_texts[] = {
    {"issuer", &model::Billing::issuer}, {"siret", &model::Billing::siret},     {"address", &model::Billing::address},
    {"vat", &model::Billing::vat},       {"payment", &model::Billing::payment}, {"mail", &model::Billing::mail}};
constexpr Named<Quote> quote_texts[] = {
    {"network", &Quote::network},          {"network_title", &Quote::network_title}, {"body", &Quote::body},
    {"body_name", &Quote::body_name},      {"body_town", &Quote::body_town},         {"object", &Quote::object},
    {"object_title", &Quote::object_title}};
constexpr Named<QuoteLine> line_texts[] = {{"rate", &QuoteLine::rate},
                                           {"title", &QuoteLine::title},
                                           {"unit", &QuoteLine::unit},
                                           {"set_by", &QuoteLine::set_by}};

template <class Record, std::size_t N>
void write(json::Writer& writer, const Record& record, const Named<Record> (&texts)[N]) {
  for (const Named<Record>& it : texts) writer.key(it.name).text(record.*it.text);
}

template <class Record, std::size_t N>
void read(const json::Value& from, Record& record, const Named<Record> (&texts)[N]) {
  for (const Named<Record>& it : texts) record.*it.text = from.text_of(it.name);
}

QuoteLine line_of(const json::Value& from) {
  QuoteLine line;
  read(from, line, line_texts);
  line.year = static_cast<int>(from.integer_of("year"));
  line.hundredths = from.integer_of("hundredths"), line.unit_cents = from.integer_of("unit_cents");
  line.set_on = base::parse_date(from.text_of("set_on"));
  return line;
}

auto values(const model::Billing& it) { return std::tie(it.issuer, it.siret, it.address, it.vat, it.payment, it.mail); }

}  // namespace

std::int64_t QuoteLine::cents() const { return amount(unit_cents, hundredths); }

std::int64_t Quote::cents() const {
  return std::accumulate(lines.begin(), lines.end(), std::int64_t{0},
                         [](std::int64_t sum, const QuoteLine& line) { return sum + line.cents(); });
}

bool operator==(const Quote& a, const Quote& b) {
  const auto rest = [](const Quote& it) {
    return std::tie(it.network, it.network_title, it.number, it.date, it.valid_until, it.body, it.body_name,
                    it.body_town, it.registration, it.object, it.object_title, it.lines);
  };
  return rest(a) == rest(b) && values(a.issuer) == values(b.issuer);
}

std::string quote_reference(std::string_view network, int year, std::int64_t number) {
  return fmt::format("{}-{}-{:04}", upper(network), year, number);
}

std::string reference(const Quote& quote) {
  return quote_reference(quote.network, static_cast<int>(quote.date.year()), quote.number);
}

std::optional<QuoteName> parse_quote_reference(std::string_view text) {
  const std::size_t last = text.rfind('-');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  const std::size_t before = text.rfind('-', last - 1);
  if (before == std::string_view::npos) return std::nullopt;
  const std::string_view year_text = text.substr(before + 1, last - before - 1);
  const auto year = digits(year_text), number = digits(text.substr(last + 1));
  std::string network = lower(text.substr(0, before));
  if (year_text.size() != 4 || !year || !number || text.size() - last - 1 < 4 || !base::is_id(network))
    return std::nullopt;
  return QuoteName{std::move(network), static_cast<int>(*year), *number};
}

std::optional<std::int64_t> parse_quantity(std::string_view text) {
  constexpr std::size_t most_digits = 6;
  const std::size_t mark = std::min(text.find_first_of(",."), text.size());
  const std::string_view whole = text.substr(0, mark);
  std::string part(mark == text.size() ? "00" : text.substr(mark + 1));
  if (part.size() == 1) part += '0';
  const auto units = digits(whole), rest = digits(part);
  if (!units || !rest || part.size() != 2 || whole.size() > most_digits) return std::nullopt;
  const std::int64_t hundredths = *units * 100 + *rest;
  return hundredths > 0 ? std::optional(hundredths) : std::nullopt;
}

std::string to_detail(const Quote& quote) {
  json::Writer writer(json::Writer::Layout::compact);
  writer.begin_object().key("quote").integer(layout);
  write(writer, quote, quote_texts);
  writer.key("number").integer(quote.number).key("registration").integer(quote.registration);
  writer.key("date").text(base::iso(quote.date)).key("valid_until").text(base::iso(quote.valid_until));
  writer.key("issuer").begin_object();
  write(writer, quote.issuer, issuer_texts);
  writer.end_object().key("lines").begin_array();
  for (const QuoteLine& line : quote.lines) {
    writer.begin_object().key("year").integer(line.year);
    write(writer, line, line_texts);
    writer.key("hundredths").integer(line.hundredths).key("unit_cents").integer(line.unit_cents);
    if (line.set_on) writer.key("set_on").text(base::iso(*line.set_on));
    writer.end_object();
  }
  return writer.end_array().end_object().take();
}

std::optional<Quote> quote_of(std::string_view detail) {
  const auto from = json::parse(detail);
  if (!from || from->integer_of("quote") != layout) return std::nullopt;
  const json::Value* const issuer = from->find("issuer");
  const json::Value* const lines = from->find("lines");
  const auto date = base::parse_date(from->text_of("date")), until = base::parse_date(from->text_of("valid_until"));
  if (issuer == nullptr || lines == nullptr || !date || !until) return std::nullopt;
  Quote quote;
  read(*from, quote, quote_texts);
  read(*issuer, quote.issuer, issuer_texts);
  quote.number = from->integer_of("number"), quote.registration = from->integer_of("registration");
  quote.date = *date, quote.valid_until = *until;
  for (const json::Value& line : lines->items) quote.lines.push_back(line_of(line));
  return quote;
}

std::vector<Sessions> sessions_of(const model::Network& network, const model::Workshop& workshop) {
  std::map<int, std::int64_t> by_year;
  for (const model::Meeting& meeting : network.meetings) {
    const auto* const owner = std::get_if<const model::Workshop*>(&meeting.owner);
    if (owner == nullptr || *owner != &workshop || meeting.status == model::MeetingStatus::cancelled) continue;
    for (const model::Occurrence& it : meeting.occurrences)
      if (it.status != model::MeetingStatus::cancelled) ++by_year[static_cast<int>(base::date_of(it.start).year())];
  }
  std::vector<Sessions> sessions;
  for (const auto& [year, count] : by_year) sessions.push_back({year, count});
  return sessions;
}

}  // namespace cenacle::rules
