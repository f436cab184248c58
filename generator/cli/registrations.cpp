// The verb `registrations`: who takes part, waits or asks, with what is still missing.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/absences.h"
#include "cli/deed.h"
#include "cli/registration_verbs.h"
#include "formats/json/json.h"
#include "rules/registration/attendance.h"
#include "rules/registration/words.h"

namespace cenacle::cli {

namespace {

/// A registration as it is listed.
struct Row {
  model::Registration registration;
  std::string who, body;
  std::int64_t rank = 0, missed = 0;
  std::vector<rules::Missing> missing;
  const rules::Path* path = nullptr;
};

struct Listing {
  const model::Network* network = nullptr;
  std::string object;  ///< empty: all of the network
  std::vector<Row> rows;
};

Or<Listing> chosen(const Deed& deed, const ListArguments& arguments) {
  Listing listing;
  if (!arguments.what.empty()) {
    const auto object = deed.object(arguments.what);
    if (!object) return object.stop();
    listing.network = object->network;
    listing.object = object->reference;
    return listing;
  }
  if (arguments.network.empty()) return Stop{Exit::usage, "usage", "registrations takes WHAT, or --network ID"};
  const auto network = find_network(deed.content(), arguments.network);
  if (!network) return network.stop();
  listing.network = *network;
  return listing;
}

Or<std::vector<model::Registration>> found(Deed& deed, const Listing& listing, const ListArguments& arguments) {
  if (!listing.object.empty()) {
    auto all = deed.ledger().of_object(listing.object);
    if (!arguments.over)
      std::erase_if(all, [](const auto& it) { return model::nature(it.state) == model::Nature::out; });
    return all;
  }
  if (!arguments.over) {
    auto standing = deed.ledger().standing(listing.network->page.id);
    if (!standing) return standing.failure();
    return std::move(*standing);
  }
  std::vector<model::Registration> all;
  if (const rules::Rulebook* book = deed.books().of(listing.network->page.id))
    for (const rules::Path& path : book->paths)
      for (model::Registration& it : deed.ledger().of_path(listing.network->page.id, path.id)) all.push_back(std::move(it));
  return all;
}

Row row_of(Deed& deed, const Listing& listing, const rules::Setting& setting, model::Registration registration) {
  const Telling telling = deed.telling();
  Row row;
  row.who = telling.who(registration);
  row.body = name_of_body(deed.content(), registration.network, registration.body);
  row.rank = rules::rank(setting, registration);
  row.missing = rules::missing(setting, registration);
  row.path = setting.book.path(registration.path);
  if (row.path != nullptr && row.path->absences && model::nature(registration.state) == model::Nature::in)
    row.missed = rules::missed_in_a_row(deed.ledger(), *listing.network, registration, deed.today());
  row.registration = std::move(registration);
  return row;
}

/// Those that take part first, then offers, requests and the waiting list by rank; by name in the language's order,
/// without rank among people (C10).
void sort(const Phrases& phrases, std::vector<Row>* rows) {
  const auto place = [](const Row& row) {
    switch (model::nature(row.registration.state)) {
      case model::Nature::in: return 0;
      case model::Nature::offer: return 1;
      case model::Nature::open: return 2;
      case model::Nature::queue: return 3;
      case model::Nature::out: return 4;
    }
    return 5;
  };
  std::sort(rows->begin(), rows->end(), [&](const Row& a, const Row& b) {
    if (a.registration.object != b.registration.object) return a.registration.object < b.registration.object;
    if (place(a) != place(b)) return place(a) < place(b);
    if (a.rank != b.rank) return a.rank < b.rank;
    const int order = phrases.compare(a.who, b.who);
    return order != 0 ? order < 0 : a.registration.id < b.registration.id;
  });
}

/// How many of each profile take part (B2).
std::map<std::string, std::int64_t> profiles_of(const std::vector<Row>& rows) {
  std::map<std::string, std::int64_t> counted;
  for (const Row& row : rows)
    if (row.registration.holds && !row.registration.profile.empty()) ++counted[row.registration.profile];
  return counted;
}

std::string missing_of(const Telling& telling, const Row& row) {
  std::string text;
  for (const std::string& line : telling.missing(row.missing))
    text += (text.empty() ? "" : telling.phrases.say("semicolon")) + line;
  return text.empty() ? text : telling.phrases.say("list.missing", {{"missing", text}});
}

std::string as_text(const Deed& deed, const Listing& listing, const rules::Seats& seats) {
  const Phrases& phrases = deed.phrases();
  const Telling telling = deed.telling();
  std::string text, object;
  for (const Row& row : listing.rows) {
    const model::Registration& it = row.registration;
    if (it.object != object) {
      object = it.object;
      text += title_of(deed.content(), phrases, object) + "\n";
    }
    text += "  " +
            phrases.say("list.row", {{"n", std::to_string(it.id)},
                                     {"who", row.who},
                                     {"body", row.body.empty() || row.body == row.who ? "" : phrases.say("list.body", {{"body", row.body}})},
                                     {"state", telling.state(it, row.rank)},
                                     {"missing", missing_of(telling, row)}}) +
            "\n";
    if (row.path != nullptr && row.path->absences && row.missed >= row.path->absences->value)
      text += "    " + absences_told(deed, *listing.network, *row.path->absences, row.who, row.missed) + "\n";
  }
  if (listing.rows.empty()) text += phrases.say("list.empty") + "\n";
  if (listing.object.empty()) return text;
  text += phrases.say(seats.limit ? "list.seats" : "list.taken", {{"taken", phrases.number(seats.taken)},
                                                                  {"limit", phrases.number(seats.limit.value_or(0))},
                                                                  {"waiting", phrases.number(seats.waiting)}}) +
          "\n";
  std::string mix;
  for (const auto& [profile, number] : profiles_of(listing.rows))
    mix += (mix.empty() ? "" : phrases.say("comma")) + phrases.say("list.profile", {{"profile", profile}, {"n", phrases.number(number)}});
  if (!mix.empty()) text += phrases.say("list.profiles", {{"profiles", mix}}) + "\n";
  return text;
}

std::string as_json(const Listing& listing, const rules::Seats& seats) {
  json::Writer writer;
  writer.begin_object().key("network").text(listing.network->page.id).key("registrations").begin_array();
  for (const Row& row : listing.rows) {
    writer.begin_object();
    write_registration(writer, row.registration);
    writer.key("who").text(row.who).key("profile").text(row.registration.profile);
    writer.key("since").text(base::iso(row.registration.since));
    if (row.rank > 0) writer.key("rank").integer(row.rank);
    if (row.missed > 0) writer.key("missed").integer(row.missed);
    writer.key("missing").begin_array();
    for (const rules::Missing& missing : row.missing) {
      writer.begin_object().key("need").text(rules::word(missing.need)).key("of").begin_array();
      for (const std::string& id : missing.of) writer.text(id);
      writer.end_array().end_object();
    }
    writer.end_array().end_object();
  }
  writer.end_array();
  if (!listing.object.empty()) {
    writer.key("object").text(listing.object).key("seats").begin_object().key("limit");
    seats.limit ? writer.integer(*seats.limit) : writer.null();
    writer.key("taken").integer(seats.taken).key("waiting").integer(seats.waiting).end_object();
    writer.key("profiles").begin_object();
    for (const auto& [profile, number] : profiles_of(listing.rows)) writer.key(profile).integer(number);
    writer.end_object();
  }
  return writer.end_object().take();
}

}  // namespace

int registrations(const Context& context, const ListArguments& arguments) {
  return look_up(context, [&](Deed& deed) -> Or<int> {
    auto listing = chosen(deed, arguments);
    if (!listing) return listing.stop();
    const auto setting = deed.setting(*listing->network);
    if (!setting) return setting.stop();
    auto all = found(deed, *listing, arguments);
    if (!all) return all.stop();
    for (model::Registration& it : *all) listing->rows.push_back(row_of(deed, *listing, *setting, std::move(it)));
    if (arguments.absent)
      std::erase_if(listing->rows, [](const Row& row) {
        return row.path == nullptr || !row.path->absences || row.missed < row.path->absences->value;
      });
    sort(deed.phrases(), &listing->rows);
    const rules::Seats seats = listing->object.empty() ? rules::Seats{} : rules::seats(*setting, listing->object);
    fmt::print("{}", context.format == Format::json ? as_json(*listing, seats) : as_text(deed, *listing, seats));
    return int{Exit::done};
  });
}

}  // namespace cenacle::cli
