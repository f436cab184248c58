// A list of people as coordinators keep it in a spreadsheet, read whole or not at all: pure, the ledger comes later.
#include "content/roster.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "content/person_text.h"
#include "content/roster_fields.h"
#include "content/roster_header.h"
#include "content/roster_names.h"
#include "diag/codes.h"
#include "formats/locale/encoding.h"

namespace cenacle::content {

namespace {

constexpr std::string_view separators = ";,\t";
constexpr std::size_t title_lines = 10;  ///< at most so many stand above the headers

/// Where the headers begin: below titles, and below the `sep=;` that some spreadsheets write.
struct Start {
  std::size_t offset = 0;
  std::uint32_t lines_before = 0;
};

Start find_start(std::string_view text) {
  Start at;
  for (std::size_t i = 0; i < title_lines && at.offset < text.size(); ++i) {
    const std::string_view line = text.substr(at.offset, text.find_first_of("\r\n", at.offset) - at.offset);
    std::size_t begin = 0;
    while (begin <= line.size()) {
      const std::size_t end = std::min(line.find_first_of(separators, begin), line.size());
      std::string_view field = base::trim(line.substr(begin, end - begin));
      if (field.size() > 1 && field.front() == '"' && field.back() == '"') field = field.substr(1, field.size() - 2);
      if (roster_column(field) == RosterColumn::mail) return at;
      begin = end + 1;
    }
    const std::size_t next = text.find('\n', at.offset);
    if (next == std::string_view::npos) break;
    at.offset = next + 1, ++at.lines_before;
  }
  return {};
}

/// Lines that end with a lone CR, as old spreadsheets write them, end with LF.
void mend_line_ends(std::string* text) {
  if (text->find('\n') == std::string::npos) std::replace(text->begin(), text->end(), '\r', '\n');
}

bool is_blank(const csv::Row& row) {
  return std::all_of(row.fields.begin(), row.fields.end(),
                     [](const std::string& it) { return clean_text(it).empty(); });
}

/// Lines of one person: the first, and what the others add to it.
class Gathering {
 public:
  Gathering(const RosterOptions& options, Roster* roster, diag::Diagnostics& diagnostics)
      : options_(options), roster_(roster), diagnostics_(diagnostics) {}

  void take(RosterLine line) {
    const auto [before, is_new] = by_mail_.emplace(line.mail, std::vector<std::size_t>());
    if (!is_new) {
      const RosterLine& first = roster_->lines[before->second.front()];
      if (!line.same_name(first)) return two_people(line, first);
      const bool repeated = std::any_of(before->second.begin(), before->second.end(),
                                        [&](std::size_t index) { return says_no_more(line, roster_->lines[index]); });
      if (repeated) {
        ++roster_->repeated;
        return;
      }
      check_same(line, first);
    } else {
      check_name(line);
    }
    before->second.push_back(roster_->lines.size());
    roster_->lines.push_back(std::move(line));
  }

 private:
  diag::Place place(const csv::Stretch& at) const {
    return {options_.path, at.line, at.column, std::max(1u, at.length)};
  }

  static bool says_no_more(const RosterLine& line, const RosterLine& before) {
    const auto adds = [](const std::string& to, const std::string& what) { return !what.empty() && to != what; };
    return line.network == before.network && line.body == before.body && line.roles == before.roles &&
           line.object == before.object && (!line.from || line.from == before.from) &&
           (!line.shown || line.shown == before.shown) && !adds(before.phone, line.phone) &&
           !adds(before.profile, line.profile) && !adds(before.function, line.function);
  }

  void two_people(const RosterLine& line, const RosterLine& first) {
    diagnostics_.add(diag::code::person_twice, place(line.mail_at),
                     fmt::format("two people have the address {}", line.mail),
                     "an address is one person's own; give the other hers",
                     {{fmt::format("the other is {} {}", first.given_name, first.family_name), place(first.mail_at)}});
  }

  /// One person on several lines: her roles and bodies may differ, she does not.
  void check_same(RosterLine& line, const RosterLine& first) {
    const auto check = [&](std::string_view what, std::string& here, const std::string& there) {
      if (!here.empty() && !there.empty() && here != there)
        diagnostics_.add(diag::code::roster_conflict, place(line.name_at),
                         fmt::format("this line gives {} {} another {}", line.given_name, line.family_name, what), "",
                         {{fmt::format("the first is kept: {}", there), place(first.name_at)}});
      here = there.empty() ? here : there;
    };
    check("telephone", line.phone, first.phone);
    check("profile", line.profile, first.profile);
    check("function", line.function, first.function);
  }

  void check_name(const RosterLine& line) {
    const auto [before, is_new] =
        by_name_.emplace(locale::slug(line.given_name + " " + line.family_name), roster_->lines.size());
    if (is_new) return;
    const RosterLine& first = roster_->lines[before->second];
    diagnostics_.add(diag::code::same_name, place(line.name_at),
                     fmt::format("two people are called {} {}", line.given_name, line.family_name),
                     "if they are one, give one address",
                     {{fmt::format("the first has the address {}", first.mail), place(first.mail_at)}});
  }

  const RosterOptions& options_;
  Roster* roster_;
  diag::Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_mail_;  ///< of roster_->lines
  std::unordered_map<std::string, std::size_t> by_name_;
};

}  // namespace

bool RosterLine::same_name(const RosterLine& other) const {
  return locale::slug(given_name + " " + family_name) == locale::slug(other.given_name + " " + other.family_name);
}

bool is_shared_mailbox(std::string_view mail, std::span<const std::string> shared) {
  const std::string_view local = mail.substr(0, mail.find('@'));
  return std::any_of(shared.begin(), shared.end(), [&](const std::string& word) {
    if (word.empty() || !local.starts_with(word)) return false;
    return local.size() == word.size() ||
           std::string_view(".-_+0123456789").find(local[word.size()]) != std::string_view::npos;
  });
}

Roster read_roster(std::string_view bytes, const RosterOptions& options, diag::Diagnostics& diagnostics) {
  Roster roster;
  roster.text = locale::decode(bytes).text;
  mend_line_ends(&roster.text);
  const Start start = find_start(roster.text);
  csv::Table table = csv::parse(std::string_view(roster.text).substr(start.offset), separators);
  for (csv::Row& row : table.rows) {
    row.line += start.lines_before;
    for (csv::Stretch& at : row.places) at.line += start.lines_before;
  }
  if (!table.error.empty())
    diagnostics.add(diag::code::bad_csv,
                    {options.path, table.error_line + start.lines_before, std::max(1u, table.error_column), 1},
                    table.error, "inside quotes, a quote is written twice: \"\"");
  if (table.rows.empty()) {
    if (table.error.empty())
      diagnostics.add(diag::code::missing_key, {options.path, 1, 1, 1}, "the list of people is empty",
                      "begin it with a line of headers, for example:\nNom;Prénom;Courriel;Collectivité;Fonction");
    return roster;
  }
  const auto header = read_roster_header(table.rows.front(), options.path, diagnostics);
  if (!header) return roster;
  RosterFields fields(*header, table, options, diagnostics);
  Gathering gathering(options, &roster, diagnostics);
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const csv::Row& row = table.rows[i];
    if (is_blank(row)) continue;
    switch (auto read = fields.read(row); read.what) {
      case RosterFields::What::line:
        gathering.take(std::move(read.line));
        break;
      case RosterFields::What::other_network:
        ++roster.of_other_networks;
        break;
      case RosterFields::What::mistaken:
        break;
    }
  }
  return roster;
}

}  // namespace cenacle::content
