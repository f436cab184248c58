// Who makes a network: bodies (bodies.csv), and the directory of software and experts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/text.h"
#include "content/front_matter.h"
#include "content/kinds.h"
#include "content/page_keys.h"
#include "content/references.h"
#include "content/values.h"
#include "formats/csv/csv.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

constexpr std::array<std::string_view, 9> columns = {"id",            "name",   "kind", "population", "membership",
                                                     "contributions", "parent", "town", "website"};
constexpr std::size_t required_columns = 3;

/// The rows of one bodies.csv.
class BodyRows {
 public:
  BodyRows(const csv::Table& table, std::string_view path, model::Network& network, bool has_all_kinds,
           diag::Diagnostics& diagnostics)
      : table_(table), path_(path), network_(network), has_all_kinds_(has_all_kinds), diagnostics_(diagnostics) {}

  /// Whether every line could be read.
  bool load() {
    if (!read_header()) return false;
    for (std::size_t i = 1; i < table_.rows.size(); ++i) load_row(table_.rows[i]);
    for (std::size_t i = 0; i < rows_.size(); ++i) load_parent(network_.bodies[i], *rows_[i]);
    return whole_;
  }

 private:
  void report(diag::Code code, const csv::Stretch& at, std::string summary, std::string help, std::vector<diag::Note> notes = {}) {
    diagnostics_.add(code, {std::string(path_), at.line, at.column, at.length}, std::move(summary), std::move(help), std::move(notes));
  }

  std::string header_line() const {
    std::string line;
    for (const std::string_view name : columns) line.append(line.empty() ? "" : std::string(1, table_.separator)).append(name);
    return line;
  }

  bool read_header() {
    positions_.fill(std::nullopt);
    const csv::Stretch start{1, 1, 1};
    if (table_.rows.empty()) {
      report(diag::code::missing_key, start, "the list of bodies has no header line", "begin it with:\n" + header_line());
      return false;
    }
    const csv::Row& header = table_.rows.front();
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
      const std::string& name = header.fields[i];
      const auto* const known = std::find(columns.begin(), columns.end(), name);
      if (known != columns.end()) {
        positions_[static_cast<std::size_t>(known - columns.begin())] = i;
        continue;
      }
      std::string_view meant = base::closest(name, columns).value_or(std::string_view());
      if (const auto key = key_meant(name); std::find(columns.begin(), columns.end(), key) != columns.end()) meant = key;
      report(diag::code::unknown_key, header.places[i], fmt::format("a body has no column `{}`", name),
             meant.empty() ? "take it out" : fmt::format("did you mean:\n{}", meant), {{"its columns are " + header_line(), {}}});
    }
    bool complete = true;
    for (std::size_t column = 0; column < required_columns; ++column) {
      if (positions_[column]) continue;
      complete = false;
      report(diag::code::missing_key, header.places.front(), fmt::format("the list of bodies needs a column `{}`", columns[column]),
             "begin it with:\n" + header_line());
    }
    return complete;
  }

  /// The field of a column, or null.
  const std::string* field(const csv::Row& row, std::size_t column) const {
    const auto at = positions_[column];
    return at && *at < row.fields.size() && !row.fields[*at].empty() ? &row.fields[*at] : nullptr;
  }
  const csv::Stretch& place(const csv::Row& row, std::size_t column) const { return row.places[*positions_[column]]; }

  std::string text(const csv::Row& row, std::size_t column) const {
    const std::string* const value = field(row, column);
    return value == nullptr ? std::string() : *value;
  }

  std::optional<std::int64_t> number(const csv::Row& row, std::size_t column) {
    const std::string* const value = field(row, column);
    if (value == nullptr) return std::nullopt;
    if (const auto parsed = parse_spaced_number(*value)) return parsed;
    report(diag::code::bad_value, place(row, column), fmt::format("`{}` is a number, in digits", columns[column]), "write:\n1");
    return std::nullopt;
  }

  template <class Things>
  const typename Things::value_type* listed(const csv::Row& row, std::size_t column, std::string_view list, const Things& things) {
    const std::string* const value = field(row, column);
    if (value == nullptr) return nullptr;
    std::vector<std::string_view> ids;
    std::string all;
    for (const auto& it : things) {
      if (it.id == *value) return &it;
      ids.push_back(it.id);
      all += fmt::format("{}`{}`", all.empty() ? "" : ", ", it.id);
    }
    if (!has_all_kinds_) return nullptr;
    const auto near = base::closest(*value, ids);
    report(diag::code::unknown_reference, place(row, column), fmt::format("there is no {} `{}`", columns[column], *value),
           near ? fmt::format("did you mean:\n{}", *near) : fmt::format("list it in `network.md` first:\n[[{}]]\nid = \"{}\"", list, *value),
           all.empty() ? std::vector<diag::Note>{} : std::vector<diag::Note>{{"there is " + all, {}}});
    return nullptr;
  }

  bool is_complete(const csv::Row& row) const { return row.fields.size() == table_.rows.front().fields.size(); }

  void load_row(const csv::Row& row) {
    if (!is_complete(row)) {  // its fields may stand in the wrong columns: no more is said of it
      whole_ = false;
      return report(diag::code::bad_csv, row.places.front(),
                    fmt::format("this line has {} fields, the first has {}", row.fields.size(), table_.rows.front().fields.size()),
                    fmt::format("fields are separated by `{}`; one that holds it is between straight quotes", table_.separator));
    }
    for (std::size_t column = 0; column < required_columns; ++column)
      if (field(row, column) == nullptr)
        report(diag::code::missing_key, row.places.front(), fmt::format("a body needs `{}`", columns[column]), "fill in:\n" + header_line());
    if (field(row, 0) == nullptr) {
      whole_ = false;
      return;
    }
    check_id(row);
    model::Body& body = network_.bodies.emplace_back();
    rows_.push_back(&row);
    body.id = text(row, 0);
    body.name = text(row, 1);
    body.kind = listed(row, 2, "body_kinds", network_.body_kinds);
    body.population = number(row, 3);
    body.membership = listed(row, 4, "memberships", network_.memberships);
    body.contributions = number(row, 5).value_or(0);
    body.town = text(row, 7);
    body.website = text(row, 8);
    if (!body.website.empty() && !is_web_address(body.website, true))
      report(diag::code::bad_address, place(row, 8), "`website` is not an address beginning with `https://`", "write:\nhttps://reseau.example/");
  }

  void check_id(const csv::Row& row) {
    const std::string& id = *field(row, 0);
    if (!base::is_id(id)) {
      const std::string slug = locale::slug(id);
      report(diag::code::bad_value, place(row, 0), "`id` is made of `a-z`, `0-9` and `-`", "write:\n" + (slug.empty() ? "…" : slug));
    }
    const auto [first, is_new] = first_.emplace(id, rows_.size());
    if (is_new) return;
    whole_ = false;
    const csv::Stretch& before = place(*rows_[first->second], 0);
    report(diag::code::duplicate_id, place(row, 0), fmt::format("two bodies have the id `{}`", id), "give one of them another id",
           {{"the first is here", {std::string(path_), before.line, before.column, before.length}}});
  }

  void load_parent(model::Body& body, const csv::Row& row) {
    const std::string* const value = field(row, 6);
    if (value == nullptr) return;
    const auto parent = first_.find(*value);
    const bool itself = body.id == *value;
    if (parent != first_.end() && !itself) {
      body.parent = &network_.bodies[parent->second];
      return;
    }
    std::vector<std::string_view> ids;
    for (const model::Body& it : network_.bodies) ids.push_back(it.id);
    const auto near = base::closest(*value, ids);
    if (!whole_ && !itself) return;  // it may be that of a line that could not be read
    report(diag::code::unknown_reference, place(row, 6),
           itself ? "a body cannot be its own parent" : fmt::format("there is no body `{}`", *value),
           near && !itself ? fmt::format("did you mean:\n{}", *near) : "name another line of this file, by its id");
  }

  const csv::Table& table_;
  std::string_view path_;
  model::Network& network_;
  bool has_all_kinds_;
  diag::Diagnostics& diagnostics_;
  bool whole_ = true;  ///< every line was read, and its id is its own
  std::array<std::optional<std::size_t>, columns.size()> positions_;
  std::vector<const csv::Row*> rows_;  ///< of network_.bodies
  std::unordered_map<std::string_view, std::size_t> first_;  ///< of network_.bodies, by id
};

}  // namespace

bool load_bodies(std::string_view bytes, std::string_view path, model::Network& network, bool has_all_kinds,
                 diag::Diagnostics& diagnostics) {
  if (!is_utf8(bytes, path, diagnostics)) return false;
  const csv::Table table = csv::parse(bytes);
  if (!table.error.empty())
    diagnostics.add(diag::code::bad_csv, {std::string(path), table.error_line, std::max(1u, table.error_column), 1}, table.error,
                    "inside quotes, a quote is written twice: \"\"");
  return BodyRows(table, path, network, has_all_kinds, diagnostics).load() && table.error.empty();
}

void load_directory(Keys& keys, model::Network& network) {
  model::Directory& directory = network.directory;
  directory.audience = load_visibility(keys, Visibility::as_network, nullptr);
  keys.tables("software", "a software", [&](Keys& table) {
    model::Software& it = directory.software.emplace_back();
    it.name = table.text("name", Need::required);
    it.editor = table.text("editor");
    it.topics = topics(table);
    it.bodies = references<model::Body>(table, "bodies");
    it.text = table.text("text");
    it.website = table.web_address("website");
  });
  keys.tables("experts", "an expert", [&](Keys& table) {
    model::Expert& it = directory.experts.emplace_back();
    it.function = table.text("function", Need::required);
    it.body = reference<model::Body>(table, "body");
    it.topics = topics(table);
    it.role = reference<model::Role>(table, "role");
    it.mail = table.mail("mail");
    it.text = table.text("text");
    const toml::Node* const names = table.find("software", toml::Kind::array, Need::optional, Keys::Items::texts);
    if (names == nullptr) return;
    for (const toml::Node& name : names->items) {
      const auto at = std::find_if(directory.software.begin(), directory.software.end(),
                                   [&](const model::Software& software) { return software.name == name.text; });
      if (at != directory.software.end()) it.software.push_back(&*at);
      if (at != directory.software.end() || name.kind != toml::Kind::text) continue;
      std::vector<std::string_view> known;
      for (const model::Software& software : directory.software) known.push_back(software.name);
      unknown_id(table, "software", name, "software", std::move(known));
    }
  });
}

}  // namespace cenacle::content
