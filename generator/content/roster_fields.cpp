// One line of a list of people: what its fields say, and what is wrong with them.
#include "content/roster_fields.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "content/person_text.h"
#include "content/values.h"
#include "diag/codes.h"
#include "formats/locale/encoding.h"
#include "formats/toml/moments.h"

namespace cenacle::content {

namespace {

using Column = RosterColumn;

template <class Things, class Name>
std::string listed(const Things& things, const Name& name) {
  std::string all;
  for (const auto& it : things) all += fmt::format("{}`{}`", all.empty() ? "" : ", ", name(it));
  return all;
}

/// "write:\n…" for what was most likely meant, else what there is.
std::string meant(const std::string& near, std::string otherwise) {
  return near.empty() ? std::move(otherwise) : "did you mean:\n" + near;
}

}  // namespace

RosterFields::Read RosterFields::read(const csv::Row& row) {
  row_ = &row;
  sound_ = true;
  Read out;
  check_count();
  if (!sound_) return {What::mistaken, {}};
  if (!read_network(&out.line)) return {sound_ ? What::other_network : What::mistaken, {}};
  RosterLine* const line = &out.line;
  read_name(line);
  read_mail(line);
  line->phone = clean_phone(text(Column::phone));
  if (const std::string mobile = text(Column::mobile); line->phone.empty()) line->phone = clean_phone(mobile);
  line->function = text(Column::function);
  if (line->network != nullptr) {
    read_body(line);
    read_roles(line);
    read_object(line);
    read_profile(line);
  }
  read_from(line);
  read_shown(line);
  out.what = sound_ ? What::line : What::mistaken;
  return out;
}

std::string RosterFields::text(Column column) {
  const auto at = header_[static_cast<std::size_t>(column)];
  if (!at || *at >= row_->fields.size() || row_->fields[*at].empty()) return {};
  std::string value = clean_text(row_->fields[*at]);
  if (const auto mended = locale::mended(value)) {
    report(diag::code::garbled_text, place(column),
           fmt::format("`{}` was `{}`, before some program took it for another encoding", value, *mended),
           "export the list again from where it still reads well, as “CSV UTF-8”");
    return *mended;
  }
  if (value.find("\uFFFD") != std::string::npos)
    report(diag::code::garbled_text, place(column), fmt::format("`{}` has lost letters", value),
           "export the list again from where it still reads well, as “CSV UTF-8”");
  return value;
}

csv::Stretch RosterFields::place(Column column) const {
  const auto at = header_[static_cast<std::size_t>(column)];
  return at && *at < row_->places.size() ? row_->places[*at] : row_->places.front();
}

void RosterFields::report(diag::Code code, const csv::Stretch& at, std::string summary, std::string help,
                          std::vector<diag::Note> notes) {
  sound_ = sound_ && code.severity == diag::Severity::warning;
  diagnostics_.add(code, {options_.path, at.line, at.column, std::max(1u, at.length)}, std::move(summary),
                   std::move(help), std::move(notes));
}

const RosterNames& RosterFields::names(const model::Network& network) {
  auto& made = names_[&network];
  if (!made) made = std::make_unique<const RosterNames>(network);
  return *made;
}

/// Spreadsheets leave out the separators of empty fields at a line's end, or write more of them than there are headers.
void RosterFields::check_count() {
  const std::size_t headers = table_.rows.front().fields.size();
  for (std::size_t i = headers; i < row_->fields.size(); ++i) {
    if (row_->fields[i].empty()) continue;
    return report(diag::code::bad_csv, row_->places[i],
                  fmt::format("this line has {} fields, the headers are {}", row_->fields.size(), headers),
                  fmt::format("fields are separated by {}; one that holds it is between straight quotes",
                              table_.separator == '\t' ? "a tab" : fmt::format("`{}`", table_.separator)));
  }
}

/// Whether the line is of a network that is asked for; which one, when it could be told.
bool RosterFields::read_network(RosterLine* line) {
  line->network = options_.network;
  const std::string value = text(Column::network);
  if (value.empty()) {
    if (line->network == nullptr)
      report(diag::code::missing_key, row_->places.front(), "this line does not say of which network she is",
             "import with --network, or add a column `Réseau`");
    return line->network != nullptr;
  }
  const std::string wanted = locale::slug(value);
  const model::Network* said = nullptr;
  std::vector<std::string_view> ids;
  for (const model::Network& it : options_.portal.networks) {
    ids.push_back(it.page.id);
    if (wanted == it.page.id || wanted == locale::slug(it.page.title) || wanted == locale::slug(it.short_title))
      said = &it;
  }
  if (said == nullptr) {
    const auto near = base::closest(wanted, ids);
    report(diag::code::unknown_reference, place(Column::network), fmt::format("there is no network `{}`", value),
           meant(std::string(near.value_or("")), "name one of the portal’s networks"),
           {{"there is " + listed(ids, [](std::string_view id) { return id; }), {}}});
    return false;
  }
  if (options_.network != nullptr && said != options_.network) return false;
  line->network = said;
  return true;
}

void RosterFields::read_name(RosterLine* line) {
  if (has(Column::family_then_given) || has(Column::given_then_family)) {
    const Column column = has(Column::family_then_given) ? Column::family_then_given : Column::given_then_family;
    split_full_name(line, column);
  } else {
    line->family_name = cased_name(text(Column::family_name), options_.language);
    line->given_name = cased_name(text(Column::given_name), options_.language);
    line->name_at = place(Column::family_name);
    if (line->family_name.empty())
      report(diag::code::missing_key, line->name_at, "this line has no family name", "fill in `Nom`");
    else if (line->given_name.empty())
      report(diag::code::missing_key, place(Column::given_name), "this line has no given name", "fill in `Prénom`");
  }
  for (const std::string& name : {line->given_name, line->family_name})
    if (name.find('@') != std::string::npos)
      report(diag::code::bad_value, line->name_at, "an address stands where a name is wanted",
             "put it below `Courriel`");
}

void RosterFields::split_full_name(RosterLine* line, Column column) {
  const std::string value = text(column);
  line->name_at = place(column);
  if (value.empty()) return report(diag::code::missing_key, line->name_at, "this line has no name", "fill it in");
  const NameOrder order = column == Column::family_then_given ? NameOrder::family_first : NameOrder::given_first;
  const auto name = split_name(value, order, options_.language);
  if (!name)
    return report(diag::code::unclear_name, line->name_at,
                  fmt::format("it cannot be told which of `{}` is the family name", value),
                  "write the family name in capitals, or make two columns `Nom` and `Prénom`");
  line->given_name = name->given, line->family_name = name->family;
}

void RosterFields::read_mail(RosterLine* line) {
  const std::string value = text(Column::mail);
  line->mail_at = place(Column::mail);
  if (value.empty())
    return report(diag::code::missing_key, line->mail_at, "this line has no address", "fill in `Courriel`");
  line->mail = clean_mail(value);
  if (std::count(line->mail.begin(), line->mail.end(), '@') > 1)
    return report(diag::code::bad_mail, line->mail_at, fmt::format("`{}` is more than one address", value),
                  "keep the one that she reads");
  if (!is_mail(line->mail))
    return report(diag::code::bad_mail, line->mail_at, fmt::format("`{}` is no mail address", value),
                  "write one like:\nprenom.nom@ville.example");
  check_shared(line);
}

void RosterFields::check_shared(RosterLine* line) {
  if (line->network == nullptr) return;
  const auto shared = options_.shared_mailboxes.find(line->network->page.id);
  if (shared == options_.shared_mailboxes.end() || !is_shared_mailbox(line->mail, shared->second)) return;
  const auto& allowed = options_.allowed_shared;
  line->shared_allowed = std::find(allowed.begin(), allowed.end(), row_->line) != allowed.end();
  if (line->shared_allowed) return;
  report(diag::code::shared_mailbox, line->mail_at,
         fmt::format("{} is an address that several people read", line->mail),
         fmt::format("give her own address; or, with a reason that is kept:\n--allow-shared {} --because \"…\"",
                     row_->line));
}

void RosterFields::read_body(RosterLine* line) {
  const std::string value = text(Column::body);
  line->body_at = place(Column::body);
  if (value.empty()) return;
  const RosterNames& known = names(*line->network);
  const auto found = known.bodies(value);
  if (found.size() == 1) {
    line->body = found.front();
    return;
  }
  if (found.size() > 1)
    return report(
        diag::code::ambiguous_name, line->body_at, fmt::format("`{}` may be several bodies", value),
        "write the id of the one that is meant",
        {{"there is " + listed(found, [](const model::Body* it) { return it->id + " (" + it->name + ")"; }), {}}});
  report(diag::code::unknown_reference, line->body_at, fmt::format("there is no body `{}`", value),
         meant(known.nearest_body(value),
               fmt::format("add it to content/{}/bodies.csv, or correct its name", line->network->page.id)));
}

/// One role, or several with a comma, a slash or a plus between them.
void RosterFields::read_roles(RosterLine* line) {
  const std::string value = text(Column::role);
  if (value.empty()) return;
  const RosterNames& known = names(*line->network);
  std::vector<std::string> wanted;
  if (known.role(value) != nullptr) {
    wanted.push_back(value);
  } else {
    std::size_t begin = 0;
    while (begin <= value.size()) {
      const std::size_t end = std::min(value.find_first_of(",/+;", begin), value.size());
      if (const auto word = base::trim(std::string_view(value).substr(begin, end - begin)); !word.empty())
        wanted.emplace_back(word);
      begin = end + 1;
    }
  }
  for (const std::string& name : wanted) {
    const model::Role* const role = known.role(name);
    if (role != nullptr) {
      if (std::find(line->roles.begin(), line->roles.end(), role) == line->roles.end()) line->roles.push_back(role);
      continue;
    }
    const auto& roles = line->network->roles;
    report(diag::code::unknown_reference, place(Column::role), fmt::format("the network has no role `{}`", name),
           meant(known.nearest_role(name), "name one of the network’s roles; a job title belongs below `Fonction`"),
           {{"there is " + listed(roles, [](const model::Role& it) { return it.title; }), {}}});
  }
}

void RosterFields::read_object(RosterLine* line) {
  const std::string value = text(Column::object);
  if (value.empty()) return;
  const RosterNames& known = names(*line->network);
  line->object = known.object(value);
  if (line->object.empty())
    return report(diag::code::unknown_reference, place(Column::object),
                  fmt::format("there is no group, workshop or space `{}`", value),
                  meant(known.nearest_object(value), "name one of the network’s groups, workshops or spaces"));
  if (!line->roles.empty()) return;
  line->object.clear();
  if (object_told_) return;
  object_told_ = true;
  report(diag::code::roster_column, place(Column::object),
         "a group says where a role is held; this line has no role, and an import registers nobody",
         "fill in `Rôle`, or register her:\ncenacle register");
}

void RosterFields::read_profile(RosterLine* line) {
  line->profile = text(Column::profile);
  const RosterNames& known = names(*line->network);
  if (line->profile.empty() || !known.has_profiles()) return;
  if (const std::string written = known.profile(line->profile); !written.empty()) {
    line->profile = written;
    return;
  }
  report(diag::code::unknown_profile, place(Column::profile),
         fmt::format("no workshop of the network is for `{}`", line->profile),
         meant(known.nearest_profile(line->profile), "it is kept as it is written"));
}

void RosterFields::read_from(RosterLine* line) {
  std::string value = text(Column::from);
  if (value.empty()) return;
  for (const std::string_view midnight : {" 00:00:00", " 00:00", " 0:00"})  // what some spreadsheets add to a day
    if (value.ends_with(midnight)) value.resize(value.size() - midnight.size());
  const auto day = toml::day_written(value);
  if (!day)
    return report(diag::code::bad_value, place(Column::from), fmt::format("`{}` is no date", value),
                  "write one like:\n12/03/2026");
  if (!day->ok())
    return report(diag::code::no_such_day, place(Column::from), fmt::format("the calendar has no day {}", value),
                  "did you mean:\n" + options_.language.date(toml::nearest_day(*day), "short"));
  line->from = day;
}

void RosterFields::read_shown(RosterLine* line) {
  const std::string value = text(Column::shown);
  if (value.empty()) return;
  const std::string word = locale::slug(value);
  constexpr std::array<std::string_view, 8> yes = {"oui", "o", "x", "vrai", "1", "yes", "y", "true"};
  constexpr std::array<std::string_view, 7> no = {"non", "n", "faux", "0", "no", "false", "refuse"};
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) {
    line->shown = true;
  } else if (std::find(no.begin(), no.end(), word) != no.end()) {
    line->shown = false;
  } else {
    report(diag::code::bad_value, place(Column::shown), fmt::format("`{}` says neither yes nor no", value),
           "write `oui` or `non`");
  }
}

}  // namespace cenacle::content
