// Views → the indicators of a network (D5): members and contributions, by month and by body, as a page and as CSV.
#include <algorithm>
#include <map>

#include "formats/csv/csv.h"
#include "site/pages_builder.h"

namespace cenacle::site {

namespace {

constexpr std::size_t months_shown = 24;  ///< of members; all are in the CSV

std::size_t kind_index(Text kind) {
  return static_cast<std::size_t>(std::find(contribution_kinds.begin(), contribution_kinds.end(), kind) -
                                  contribution_kinds.begin());
}

std::string month_name(base::Date month) { return base::iso(month).substr(0, 7); }

/// A number of a CSV: empty when it is not told.
std::string field(const model::Told& number) { return number ? std::to_string(*number) : std::string(); }

const model::BodyKind* kind_called(const model::Network& network, std::string_view id) {
  for (const model::BodyKind& it : network.body_kinds)
    if (it.id == id) return &it;
  return nullptr;
}

/// Kinds that somebody ever came from: columns of the others would be empty.
std::vector<std::size_t> kinds_shown(const model::NetworkFigures& figures) {
  std::vector<std::size_t> shown;
  for (std::size_t k = 0; k < figures.kinds.size(); ++k)
    if (std::any_of(figures.months.begin(), figures.months.end(),
                    [&](const model::MonthFigures& it) { return it.by_kind[k] != model::Told(0); }))
      shown.push_back(k);
  return shown;
}

std::string members_csv(const model::NetworkFigures& figures, const std::vector<std::size_t>& kinds) {
  std::vector<std::string> header{"month", "members"};
  for (const std::size_t k : kinds) header.push_back(figures.kinds[k].empty() ? "none" : figures.kinds[k]);
  std::string data = csv::line(header);
  for (const model::MonthFigures& month : figures.months) {
    std::vector<std::string> fields{month_name(month.month), field(month.members)};
    for (const std::size_t k : kinds) fields.push_back(field(month.by_kind[k]));
    data += csv::line(fields);
  }
  return data;
}

std::string contributions_csv(const List<IndicatorRowView>& months) {
  std::vector<std::string> header{"month"};
  for (const Text kind : contribution_kinds) header.emplace_back(kind);
  header.emplace_back("total");
  std::string data = csv::line(header);
  for (const IndicatorRowView& row : months) {
    std::vector<std::string> fields{row.title};
    for (const std::int64_t n : row.counts) fields.push_back(std::to_string(n));
    fields.push_back(std::to_string(row.total));
    data += csv::line(fields);
  }
  return data;
}

}  // namespace

void PagesBuilder::add_indicators(const model::Network& network, const NetworkView& view) {
  if (!has_template_("indicators.html")) return;
  auto job = job_for("indicators.html", view.sections.indicators, {});
  PageView none;  // of a page that stands, the data are made all the same
  PageView& shown = job ? page_view(*job, {}, {}, trail(&view, nullptr)) : none;
  IndicatorsPage page{views_.site(), shown, view};
  if (!view.contributions.empty()) fill_contributions(network, view, page);
  if (tree_.makes(network.page)) fill_members(network, page);
  if (job) add_page(std::move(*job), std::move(page));
}

/// Contributions by kind, by month and by body of the author.
void PagesBuilder::fill_contributions(const model::Network& network, const NetworkView& view, IndicatorsPage& page) {
  const List<std::int64_t> none(contribution_kinds.size(), 0);
  std::map<base::Date, IndicatorRowView> months;
  std::map<std::string, IndicatorRowView> bodies;
  page.kinds.assign(contribution_kinds.begin(), contribution_kinds.end());
  page.totals = none;
  const auto count = [&](IndicatorRowView& row, std::size_t kind) {
    if (row.counts.empty()) row.counts = none;
    ++row.counts[kind];
    ++row.total;
  };
  for (const ContributionView* it : view.contributions) {
    const std::size_t kind = kind_index(it->kind);
    const base::Date month(it->date.year(), it->date.month(), std::chrono::day(1));
    IndicatorRowView& by_month = months[month];
    by_month.title = month_name(month);
    by_month.month = month;
    count(by_month, kind);
    IndicatorRowView& by_body = bodies[std::string(it->author)];
    by_body.title = it->author;
    count(by_body, kind);
    ++page.totals[kind];
    page.unanswered += it->unanswered ? 1 : 0;
  }
  // Months without a contribution are shown: growth is read between rows.
  for (base::Date month = months.begin()->first; month <= months.rbegin()->first; month = base::add_months(month, 1)) {
    IndicatorRowView row{month_name(month), month, none, 0};
    if (const auto found = months.find(month); found != months.end()) row = found->second;
    page.highest = std::max(page.highest, row.total);
    page.total += row.total;
    page.months.push_back(std::move(row));
  }
  for (auto& [name, row] : bodies) page.bodies.push_back(std::move(row));
  std::stable_sort(page.bodies.begin(), page.bodies.end(),
                   [&](const auto& a, const auto& b) { return views_.compare(a.title, b.title) < 0; });
  page.csv_url = Lists(portal_, network).indicators_csv();
  part_.data.emplace_back(tree_.folder() + "/" + page.csv_url, contributions_csv(page.months));
}

/// Members by month and kind of body, and today's by body.
void PagesBuilder::fill_members(const model::Network& network, IndicatorsPage& page) {
  const model::Figures* const all = views_.registrations().figures;
  if (all == nullptr || !all->networks.contains(network.page.id)) return;
  const model::NetworkFigures& figures = all->networks.at(network.page.id);
  const std::vector<std::size_t> kinds = kinds_shown(figures);
  for (const std::size_t k : kinds) {
    const model::BodyKind* const kind = kind_called(network, figures.kinds[k]);
    page.body_kinds.push_back(kind == nullptr ? Text() : Text(kind->plural.empty() ? kind->title : kind->plural));
  }
  const std::size_t first = figures.months.size() - std::min(figures.months.size(), months_shown);
  for (std::size_t i = first; i < figures.months.size(); ++i) {
    const model::MonthFigures& month = figures.months[i];
    MemberMonthView row{month.month, {month.members.value_or(0), month.members.has_value()}, {}};
    for (const std::size_t k : kinds)
      row.by_kind.push_back({month.by_kind[k].value_or(0), month.by_kind[k].has_value()});
    page.most_members = std::max(page.most_members, row.members.count);
    page.members.push_back(std::move(row));
  }
  page.other_bodies = figures.bodies.others;
  for (const model::Composition::Part& part : figures.bodies.parts)
    for (const model::Body& body : network.bodies)
      if (body.id == part.id) page.member_bodies.push_back({body.name, part.count});
  page.members_csv_url = Lists(portal_, network).members_csv();
  part_.data.emplace_back(tree_.folder() + "/" + page.members_csv_url, members_csv(figures, kinds));
}

}  // namespace cenacle::site
