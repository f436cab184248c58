// A network and all that it holds. Pointers lead to neighbours in the same portal and are set once, at the end of
// loading.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/occurrence.h"
#include "model/page.h"

namespace cenacle::model {

struct BodyKind {
  std::string id, title, plural;
};
struct Membership {
  std::string id, title;
  bool member = true;
};

/// A legal entity: a row of bodies.csv.
struct Body {
  std::string id, name;
  const BodyKind* kind = nullptr;
  const Membership* membership = nullptr;  ///< null: none
  std::optional<std::int64_t> population;
  std::int64_t contributions = 0;
  const Body* parent = nullptr;
  std::string town, website;
};

/// A function of the network (never a person's name).
struct Role {
  std::string id, title, plural, mail, phone, function, description;
  const Body* body = nullptr;
  const Role* fallback = nullptr;
  bool shown = true;  ///< key `public`
};

/// Who may register for meetings of a kind (E9).
enum class OpenTo : std::uint8_t { none, network, open };

struct MeetingKind {
  std::string id, title, plural, description;
  std::optional<std::int64_t> notice_days;
  OpenTo registration = OpenTo::none;
  bool short_notice = false;
};

struct DocumentKind {
  std::string id, title, plural, description;
  bool deliverable = false;
};

struct Topic {
  std::string id, title, description;
  std::vector<const Role*> experts;
};

struct Rate {
  std::string id, title, unit;
  std::int64_t cents = 0;
  std::optional<std::int64_t> population_min, population_max;
  std::vector<const Membership*> memberships;
  bool without_membership = false;  ///< `"none"` is in the list: bodies that have no membership
};

struct Tariff {
  std::int64_t year = 0;
  std::string set_by, note;
  std::optional<base::Date> set_on;
  std::vector<Rate> rates;
};

/// Who holds a role in a group, workshop or space: by function, never by name.
struct Holder {
  const Role* role = nullptr;
  const Body* body = nullptr;
  std::string function, mail;
};

struct Call {
  std::string title, text;
  base::Date deadline;
};
struct Season {
  base::Date from, to;
};

struct Charter;

struct Group {
  Page page;
  std::string purpose, label;
  const Charter* charter = nullptr;  ///< current version
  std::vector<const Topic*> topics;
  std::optional<base::Date> created, ended;
  std::optional<Season> season;
  const Space* space = nullptr;
  std::vector<Holder> holders;
  Spot holders_at;  ///< the first holder's `role`
  std::optional<Call> call;
  Audience members;  ///< the group's own audience
};

struct Workshop {
  enum class Kind : std::uint8_t { workshop, series };
  Page page;
  Kind kind = Kind::workshop;
  std::string question, object, duration, frame;
  std::int64_t seats = 0;
  Spot seats_at;
  const Charter* charter = nullptr;
  std::vector<std::string> profiles;
  std::vector<const Topic*> topics;
  std::string rate;  ///< rate id
  std::vector<Holder> holders;
  Spot holders_at;  ///< the first holder's `role`
  Audience members;
};

struct Space {
  Page page;
  std::string kind, open_to;
  std::int64_t order = 0;
  const Body* body = nullptr;
  const Charter* charter = nullptr;
  std::vector<Holder> holders;
  Audience members;
};

/// What a meeting, a document, a page belongs to.
using Owner = std::variant<const Network*, const Group*, const Workshop*, const Space*>;

struct Meeting {
  Page page;        ///< page.audience: who may know of it; page.id is the file's name
  std::string uid;  ///< key `id`: unique in the portal, never changed
  Owner owner;
  const MeetingKind* kind = nullptr;
  bool all_day = false;
  base::LocalTime start, end;  ///< all day: midnight of the first and of the last day; recurring: of the first time
  Spot start_at;
  std::optional<Recurrence> recurrence;
  std::vector<Occurrence> occurrences;  ///< by start; exactly one when it does not recur
  std::string time_zone;
  std::string place, address, online;
  MeetingStatus status = MeetingStatus::confirmed;
  std::string status_note;
  bool lunch = false;
  const Role* organiser = nullptr;
  std::vector<std::variant<const Role*, const Body*>> with;
  Audience members;  ///< who may have the conference link: the owner's audience
};

struct Decision {
  enum class Outcome : std::uint8_t { consensus, dissensus };
  std::string text;
  Outcome outcome = Outcome::consensus;
  std::vector<std::string> positions;
  std::variant<std::monostate, const Role*, const Body*> carried_by;
  std::optional<base::Date> by, done;
  std::optional<Citation> article;
};

struct Minutes {
  Page page;
  const Meeting* meeting = nullptr;
  std::optional<std::int64_t> attendance;
  std::vector<Decision> decisions;
};

struct Attachment {
  Asset asset;
  std::string title;
  std::uint64_t bytes = 0;
};

struct Document {
  Page page;
  const DocumentKind* kind = nullptr;
  base::Date date;
  Owner owner;
  std::vector<const Topic*> topics;
  std::vector<const Body*> authors;
  std::vector<Attachment> files;
  const Meeting* meeting = nullptr;
};

struct Contribution {
  enum class Kind : std::uint8_t { message, document, question, answer, agenda };
  Page page;
  Kind kind = Kind::message;
  base::Date date;
  const Body* author = nullptr;
  std::vector<const Topic*> topics;
  const Group* group = nullptr;
  const Contribution* answers = nullptr;
  std::vector<Attachment> files;
  std::optional<base::LocalTime> start, end;
  std::string place, online;
};

struct Sheet {
  Page page;
  std::vector<const Topic*> topics;
  base::Date reviewed;
  std::int64_t review_months = 12;
  const Role* owner = nullptr;
};

/// Questions put to an audience, each with its closed list of choices (E18). Answers are facts of the ledger.
struct Survey {
  struct Choice {
    std::string id, title;
  };
  struct Question {
    std::string id, text;
    std::vector<Choice> choices;
    bool several = false;  ///< more than one choice may be given
  };
  Page page;
  Owner owner;
  base::Date date, closes;              ///< announced on; the last day on which one answers
  std::optional<std::int64_t> request;  ///< number of the request whose replies are the answers
  std::vector<Question> questions;
};

struct News {
  Page page;
  base::Date date;
  Owner owner;
};

struct FreePage {
  enum class Kind : std::uint8_t { page, faq, principles };
  Page page;
  Kind kind = Kind::page;
  std::int64_t order = 0;
  bool menu = false;
  Owner owner;  ///< its network (null network: the portal)
};

struct Software {
  std::string name, editor, text, website;
  std::vector<const Topic*> topics;
  std::vector<const Body*> bodies;
};

struct Expert {
  std::string function, mail, text;
  const Body* body = nullptr;
  const Role* role = nullptr;
  std::vector<const Topic*> topics;
  std::vector<const Software*> software;
};

struct Directory {
  Audience audience;
  std::deque<Software> software;
  std::vector<Expert> experts;
};

/// The numbers of a charter, each beside its article (`[[rules]]`). Which fields a rule has: content/FORMAT.md.
struct Rule {
  enum class Kind : std::uint8_t {
    rhythm,
    seats,
    sessions,
    weekdays,
    calendar_ahead,
    no_clash,
    notice,
    holders,
    season,
    yearly,
    review,
    number
  };
  enum class Of : std::uint8_t { groups, workshops, series };
  Kind kind = Kind::rhythm;
  std::string article;
  Of of = Of::groups;
  std::optional<std::int64_t> max_months, max_days, count, min, max, meetings, days_notice;
  std::vector<int> days;  ///< ISO weekdays
  std::vector<const MeetingKind*> meeting_kinds;
  const Role* role = nullptr;
  std::string name;  ///< of a `number`: what workflow files cite it by
  std::int64_t value = 0;
  std::optional<std::chrono::month_day> by, from, to;
  Spot at;  ///< where `rule` stands in the charter's file
};

struct Change {
  std::string article, text;
};
struct Signatory {
  const Role* role = nullptr;
  std::string when;
};

/// One version of a charter.
struct Charter {
  Page page;
  std::string charter;  ///< id shared by its versions
  std::int64_t version = 1;
  base::Date in_force;
  bool current = false;
  bool sign_again = false;
  std::vector<Change> changes;
  std::vector<Signatory> signatories;
  std::vector<Rule> rules;
};

struct Contact {
  const Role* role = nullptr;
  std::string hours, text;
};

/// `[billing]`: what a French public body puts on its quotes (B7, E3).
struct Billing {
  std::string issuer, siret, address, vat, payment, mail;
  std::int64_t valid_days = 0;
};

struct Network {
  Page page;  ///< page.id is the folder's name
  std::string short_title, kind, group_label, workshop_label, rights;
  std::vector<const Body*> organisers;
  std::int64_t order = 0;
  std::optional<base::Date> opens;
  bool open = true;               ///< `opens` is past: it has a public face
  bool public_by_default = true;  ///< key `visibility`: who reads its pages that do not say
  std::string holidays = "metropole";
  Spot holidays_at;
  Contact contact;
  std::optional<Billing> billing;
  Audience members;

  std::deque<Role> roles;
  std::deque<BodyKind> body_kinds;
  std::deque<Membership> memberships;
  std::deque<MeetingKind> meeting_kinds;
  std::deque<DocumentKind> document_kinds;
  std::deque<Topic> topics;
  std::vector<Tariff> tariffs;  ///< newest year first
  std::deque<Body> bodies;
  Directory directory;

  std::deque<Charter> charters;            ///< by charter id, newest version first
  std::deque<Group> groups;                ///< by title
  std::deque<Workshop> workshops;          ///< by file
  std::deque<Space> spaces;                ///< by `order`, then title
  std::deque<Meeting> meetings;            ///< by start
  std::deque<Minutes> minutes;             ///< newest meeting first
  std::deque<Document> documents;          ///< newest first
  std::deque<Contribution> contributions;  ///< newest first
  std::deque<Sheet> sheets;                ///< by title
  std::deque<News> news;                   ///< newest first
  std::deque<FreePage> pages;              ///< by `order`, then title
  std::deque<Survey> surveys;              ///< newest first
};

/// The group's, workshop's, space's or network's page.
const Page& page_of(const Owner& owner);
/// The audience that belongs to the owner.
const Audience& members_of(const Owner& owner);

}  // namespace cenacle::model
