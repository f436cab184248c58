// Random histories of the five networks, told to the registrar and to an office that goes by the rows alone: after
// every deed both must have the same register. 2,000 histories a network (CENACLE_LONG=1: 100,000).
#include <algorithm>
#include <cstdlib>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "content/load.h"
#include "formats/locale/locale.h"
#include "publish/disk_file_system.h"
#include "rules/histories/networks.h"
#include "rules/registration/memory_records.h"
#include "rules/registration/read.h"
#include "rules/registration/registrar.h"

namespace cenacle::histories {

namespace {

using Kind = Deed::Kind;
constexpr base::Date first_day{std::chrono::year{2026}, std::chrono::September, std::chrono::day{15}};

/// Ten in the morning: neither the start nor the end of a day.
base::Instant at(base::Date day) {
  return locale::to_instant(base::midnight(day) + std::chrono::hours(10), "Europe/Paris");
}

/// The repository's own content and rules, and more groups for the ten that a package opens.
struct Portal {
  content::Content content;
  rules::Rulebooks books;
  base::MemoryFileSystem files;

  Portal() {
    const auto disk = publish::DiskFileSystem::open(".");
    REQUIRE(disk);
    for (const char* folder : {"content", "workflows"})
      for (const base::FileEntry& it : *(*disk)->list(folder)) {
        const std::string path = std::string(folder) + "/" + it.path;
        if (!path.ends_with(".md") && !path.ends_with(".toml") && !path.ends_with("bodies.csv")) continue;
        std::string text = *(*disk)->read(path);
        if (const auto seats = text.find("\nseats = "); seats != std::string::npos)
          text.replace(seats, text.find('\n', seats + 1) - seats, "\nseats = 3");  // few seats make long queues
        files.write(path, std::move(text));
      }
    for (int i = 1; i <= 8; ++i)
      files.write(fmt::format("content/finances-locales/groups/supplement-{}.md", i),
                  fmt::format("+++\ntitle = \"Groupe {0}\"\npurpose = \"Un groupe de plus.\"\n"
                              "charter = \"charter:groupes\"\n+++\n\nGroupe {0}.\n",
                              i));
    diag::Diagnostics diagnostics;
    content = content::load(files, {at(first_day), 2}, {}, diagnostics);
    REQUIRE(content.portal != nullptr);
    books = rules::read_rulebooks(files, content, diagnostics);
    REQUIRE(books.books.size() == 5);
  }
  static const Portal& shared() {
    static const Portal portal;
    return portal;
  }
  const model::Network& network(std::string_view id) const {
    for (const model::Network& it : content.portal->networks)
      if (it.page.id == id) return it;
    throw std::out_of_range(std::string(id));
  }
};

Thing thing_of(const model::Network& network, const model::Meeting& meeting) {
  Thing it{.object = "meeting:" + meeting.uid, .kind = "meeting"};
  it.sort = meeting.kind == nullptr ? "" : meeting.kind->id;
  it.group = network.page.id + "/" + model::page_of(meeting.owner).id;
  it.last = base::date_of(meeting.start);
  return it;
}

/// The content's things and bodies, in the oracle's own words.
World world_of(const model::Network& network) {
  World world;
  const auto add = [&](Thing it) { world.things[it.object] = std::move(it); };
  const std::string& id = network.page.id;
  add({.object = "network:" + id, .kind = "network"});
  for (const model::Group& group : network.groups) {
    if (group.ended) continue;
    Thing it{.object = "group:" + id + "/" + group.page.id, .kind = "group"};
    if (group.call) it.call = group.call->deadline;
    if (group.season) it.season = it.last = group.season->to;
    add(std::move(it));
  }
  for (const model::Workshop& workshop : network.workshops) {
    Thing it{.object = "workshop:" + id + "/" + workshop.page.id, .kind = "workshop"};
    if (workshop.kind == model::Workshop::Kind::series) it.kind = "series";
    it.seats = static_cast<int>(workshop.seats);
    for (const model::Meeting& meeting : network.meetings)
      if (const auto* owner = std::get_if<const model::Workshop*>(&meeting.owner); owner && *owner == &workshop)
        it.last = std::max(it.last.value_or(base::Date{}), base::date_of(meeting.end));
    add(std::move(it));
  }
  for (const model::Space& space : network.spaces)
    add({.object = "space:" + space.page.id,
         .kind = "space",
         .sort = space.kind,
         .body = space.body ? space.body->id : ""});
  for (const model::Meeting& meeting : network.meetings)
    if (meeting.status != model::MeetingStatus::cancelled && meeting.occurrences.size() == 1)
      add(thing_of(network, meeting));
  for (const model::Body& body : network.bodies) {
    Entity it{body.id, body.kind->id, body.membership ? body.membership->id : "", body.parent ? body.parent->id : ""};
    it.member = body.membership != nullptr && body.membership->member;
    it.population = body.population.value_or(-1), it.contributions = body.contributions;
    world.entities[it.id] = it;
  }
  return world;
}

/// Chance, the same for one seed.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool once_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  const T& of(const std::vector<T>& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// What a network's histories are about: few people and things, so that they meet.
struct Cast {
  std::string network = {};
  std::vector<std::string> paths = {}, values = {}, roles = {}, profiles = {}, mailboxes = {};
  std::vector<Kind> deeds = {};
  bool pairs = false;
  std::size_t people = 10, things = 5, bodies = 5;
  std::vector<std::string> bodies_wanted = {};  ///< memberships or kinds of which there is one at least
  std::unique_ptr<Office> (*office)(const World&) = nullptr;
};

class History {
 public:
  History(const Cast& cast, std::uint64_t seed)
      : cast_(cast),
        chance_(seed),
        portal_(Portal::shared()),
        network_(portal_.network(cast.network)),
        book_(*portal_.books.of(cast.network)),
        world_(world_of(network_)) {
    choose_things();
    choose_people();
    office_ = cast.office(world_);
    office_->wait_until(day_);
  }

  void run(int deeds) {
    for (int i = 0; i < deeds; ++i) {
      if (chance_.once_in(4)) wait(chance_.once_in(8) ? 1 + chance_.below(200) : 1 + chance_.below(6));
      const Deed deed = think();
      const Answer wanted = office_->act(deed);
      const Answer got = tell(deed);
      told_ += fmt::format("\n{} {} entry {} {} {} {} {}/{} {} -> {}{}", base::iso(day_), static_cast<int>(deed.kind),
                           deed.entry, deed.path, deed.object, deed.body, deed.person, deed.partner, deed.value,
                           got.obstacle ? "obstacle " + why_ : "", got.refused ? "refused" : "");
      INFO(told_);
      REQUIRE(got.obstacle == wanted.obstacle);
      if (!got.obstacle) REQUIRE(got.refused == wanted.refused);
      settle();
      compare();
    }
    replay();
  }

 private:
  void choose_things() {
    std::map<std::string, std::vector<std::string>> by_kind;
    for (const auto& [object, it] : world_.things)
      if (!it.last || *it.last > base::add_days(first_day, 20)) by_kind[it.kind].push_back(object);
    for (const auto& [kind, objects] : by_kind)
      for (std::size_t i = 0; i < std::min(cast_.things, objects.size()); ++i) {
        objects_.push_back(chance_.of(objects));
        if (cast_.things > 20) objects_.back() = objects[i];
      }
  }
  void choose_people() {
    std::vector<std::string> bodies{""};
    std::vector<std::string> all;
    for (const auto& [id, it] : world_.entities) all.push_back(id);
    for (std::size_t i = 0; i < cast_.bodies; ++i) bodies.push_back(chance_.of(all));
    for (const std::string& wanted : cast_.bodies_wanted) {
      std::vector<std::string> such;
      for (const auto& [id, it] : world_.entities)
        if (it.membership == wanted || it.kind == wanted) such.push_back(id);
      if (!such.empty()) bodies.push_back(chance_.of(such));
    }
    for (const std::string& body : std::vector<std::string>(bodies))
      if (const auto it = world_.entities.find(body); it != world_.entities.end() && !it->second.parent.empty())
        bodies.push_back(it->second.parent);
    bodies_.assign(bodies.begin() + 1, bodies.end());
    for (std::size_t i = 0; i < cast_.people; ++i) {
      Somebody her;
      her.id = fmt::format("p-{:016}", i);
      her.body = chance_.of(bodies);
      her.role = her.body.empty() || cast_.roles.empty() ? "" : chance_.of(cast_.roles);
      her.profile = cast_.profiles.empty() ? "" : chance_.of(cast_.profiles);
      her.mail = fmt::format("{}@{}.example",
                             cast_.mailboxes.empty() ? fmt::format("p{}", i) : chance_.of(cast_.mailboxes), i);
      her.since = base::add_days(first_day, -static_cast<int>(chance_.below(300)));
      world_.people[her.id] = her;
      names_.push_back(her.id);
      model::Person person;
      person.id = her.id, person.given_name = "Prénom", person.family_name = fmt::format("Nom{}", i);
      person.mail = her.mail, person.profile = her.profile;
      person.mandates.push_back({cast_.network, her.body, her.role, "", her.since, {}});
      records_.add_person(person, at(first_day));
    }
  }

  void wait(std::size_t days) {
    day_ = base::add_days(day_, static_cast<int>(days));
    office_->wait_until(day_);
    settle();
    told_ += fmt::format("\n{} …", base::iso(day_));
    INFO(told_);
    compare();
  }

  Deed think() {
    Deed deed;
    deed.kind = office_->entries().empty() ? Kind::ask : chance_.of(cast_.deeds);
    deed.because = chance_.once_in(2);
    if (!cast_.values.empty()) deed.value = chance_.of(cast_.values);
    if (deed.kind == Kind::ask) return think_of_asking(std::move(deed));
    if (deed.kind == Kind::exclude || deed.kind == Kind::depart) {
      deed.person = chance_.of(names_);
      return deed;
    }
    if (deed.kind == Kind::sign) {
      deed.path = chance_.of(std::vector<std::string>{"plateforme", "convention"});
      deed.body = chance_.of(bodies_);
      deed.value = chance_.of(std::vector<std::string>{"maire", "secretaire", "directeur-general",
                                                       "president-communaute", "referent", "president-centre"});
      return deed;
    }
    const auto& entries = office_->entries();
    // The last ones more often: there more is to be done.
    const std::size_t back = std::min(chance_.below(entries.size()), chance_.below(entries.size()));
    deed.entry = static_cast<std::int64_t>(entries.size() - back);
    const Entry& line = entries[static_cast<std::size_t>(deed.entry - 1)];
    if (deed.kind == Kind::withdraw && chance_.once_in(3)) deed.other = colleague_of(line);
    if (deed.kind == Kind::name) deed.other = colleague_of(line);
    return deed;
  }
  Deed think_of_asking(Deed deed) {
    deed.path = chance_.of(cast_.paths);
    deed.object = chance_.of(objects_);
    const rules::Path* const path = book_.path(deed.path);
    for (int tries = 0; tries < 12 && !leads_to(*path, deed.object); ++tries) deed.object = chance_.of(objects_);
    if (deed.path == "convention") {
      deed.body = chance_.of(bodies_);
      return deed;
    }
    deed.person = chance_.of(names_);
    deed.body = world_.people.at(deed.person).body;
    if (cast_.pairs && chance_.once_in(4) && !deed.body.empty())
      if (const std::string other = chance_.of(names_); other != deed.person) deed.partner = other;
    for (const rules::Statement& it : path->statements)
      if (chance_.once_in(2)) deed.statements.push_back(it.id);
    return deed;
  }
  bool leads_to(const rules::Path& path, const std::string& object) const {
    static const std::map<std::string, rules::Joins> kinds{
        {"network", rules::Joins::network},   {"space", rules::Joins::space},   {"group", rules::Joins::group},
        {"workshop", rules::Joins::workshop}, {"series", rules::Joins::series}, {"meeting", rules::Joins::meeting}};
    return path.joins_a(kinds.at(world_.things.at(object).kind));
  }
  /// Another of the same body, or nobody.
  std::string colleague_of(const Entry& line) {
    std::vector<std::string> others;
    for (const auto& [id, it] : world_.people)
      if (it.body == line.body && !line.is_of(id)) others.push_back(id);
    return others.empty() ? "" : chance_.of(others);
  }

  rules::Setting setting() const {
    return {*portal_.content.portal, book_, records_, at(day_), portal_.content.language.get()};
  }

  Answer tell(const Deed& deed) {
    rules::Ruling ruling = rule_on(deed);
    REQUIRE(rule_on(deed).facts == ruling.facts);  // what a dry run would have shown
    why_ = ruling.obstacle ? std::string(rules::name(ruling.obstacle->what)) : "";
    if (!ruling.obstacle) records_.append(ruling.facts);
    return {ruling.obstacle.has_value(), ruling.refused};
  }
  rules::Ruling rule_on(const Deed& deed) {
    rules::Ruling ruling;
    if (deed.kind == Kind::ask) {
      rules::Asking asking;
      asking.path = deed.path, asking.object = deed.object, asking.body = deed.body, asking.person = deed.person;
      asking.partner = deed.partner, asking.statements = deed.statements;
      ruling = rules::ask(setting(), asking);
    } else if (deed.kind == Kind::exclude) {
      ruling = rules::exclude(setting(), deed.person, "Pour l’exemple.");
    } else if (deed.kind == Kind::depart) {
      ruling = rules::depart(setting(), deed.person, day_);
    } else if (deed.kind == Kind::sign) {
      model::Fact fact;
      fact.at = at(day_), fact.kind = model::FactKind::signed_, fact.network = cast_.network, fact.body = deed.body;
      fact.object = "charter:" + cast_.network + "/" + deed.path, fact.value = deed.value, fact.number = 99;
      ruling.facts.push_back(fact);
    } else {
      ruling = take(deed);
    }
    return ruling;
  }
  rules::Ruling take(const Deed& deed) {
    using Step = rules::Step::Kind;
    static const std::map<Kind, Step> steps{
        {Kind::confirm, Step::confirm}, {Kind::state, Step::state},       {Kind::approve, Step::approve},
        {Kind::object, Step::object},   {Kind::accept, Step::accept},     {Kind::refuse, Step::refuse},
        {Kind::quote, Step::quote},     {Kind::agree, Step::agree},       {Kind::take, Step::take},
        {Kind::decline, Step::decline}, {Kind::withdraw, Step::withdraw}, {Kind::convene, Step::convene},
        {Kind::attend, Step::attend},   {Kind::denounce, Step::denounce}, {Kind::name, Step::name}};
    rules::Step step;
    step.kind = steps.at(deed.kind), step.registration = deed.entry;
    step.value = deed.value, step.other = deed.other, step.number = 28000;
    if (deed.because) step.text = "Pour une bonne raison.";
    return rules::take(setting(), step);
  }

  void settle() {
    for (const std::string& object : objects_) records_.append(rules::settle(setting(), object).facts);
  }

  void compare() const {
    const auto theirs = records_.registrations();
    const auto& ours = office_->entries();
    REQUIRE(theirs.size() == ours.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
      INFO("entry ", ours[i].id, " by ", ours[i].path);
      REQUIRE(model::word(theirs[i].state) == ours[i].state);
      if (!ours[i].over()) {
        REQUIRE(theirs[i].person == ours[i].person);
        REQUIRE(theirs[i].partner == ours[i].partner);
      }
      if (ours[i].rank != 0) REQUIRE(rules::rank(setting(), theirs[i]) == ours[i].rank);
    }
  }
  /// The facts alone give the same register.
  void replay() const {
    std::map<std::int64_t, std::optional<model::Registration>> again;
    for (const model::Fact& fact : records_.facts())
      if (fact.registration != 0) again[fact.registration] = rules::fold(again[fact.registration], fact);
    for (const model::Registration& it : records_.registrations()) REQUIRE(again.at(it.id) == it);
  }

  const Cast& cast_;
  Chance chance_;
  const Portal& portal_;
  const model::Network& network_;
  const rules::Rulebook& book_;
  World world_;
  MemoryRecords records_;
  std::unique_ptr<Office> office_;
  base::Date day_ = first_day;
  std::vector<std::string> objects_, names_, bodies_;
  std::string told_, why_;
};

void tell_many(const Cast& cast) {
  const char* const long_run = std::getenv("CENACLE_LONG");
  const std::uint64_t histories = long_run != nullptr && std::string(long_run) == "1" ? 100'000 : 2'000;
  for (std::uint64_t seed = 1; seed <= histories; ++seed) {
    INFO("history ", seed, " of ", cast.network);
    History(cast, seed).run(25);
  }
}

}  // namespace

TEST_CASE("A: the register of the working groups is what the rows say") {
  Cast cast{.network = "finances-locales"};
  cast.paths = {"membre", "membre", "membre", "contribution", "temoignage", "temoignage", "decouverte", "decouverte"};
  cast.values = {"buts", "temps"};
  cast.deeds = {Kind::ask,    Kind::ask,      Kind::ask,   Kind::ask,     Kind::accept,  Kind::accept, Kind::accept,
                Kind::refuse, Kind::withdraw, Kind::state, Kind::confirm, Kind::exclude, Kind::depart, Kind::attend};
  cast.pairs = true;
  cast.bodies_wanted = {"representants", "forfait-groupe", "partenaire", "accueillie"};
  cast.office = finances;
  tell_many(cast);
}

TEST_CASE("A: ten groups with the package, and not one more") {
  Cast cast{.network = "finances-locales"};
  cast.paths = {"membre"};
  cast.deeds = {Kind::ask, Kind::ask, Kind::accept, Kind::accept};
  cast.people = 6, cast.things = 30, cast.bodies = 0;
  cast.bodies_wanted = {"forfait-groupe"};
  cast.office = finances;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("history ", seed);
    History(cast, seed).run(80);
  }
}

TEST_CASE("B: the register of the workshops is what the rows say") {
  Cast cast{.network = "ateliers-du-val"};
  cast.paths = {"habitant", "habitant", "atelier", "atelier", "atelier", "codeveloppement", "codeveloppement"};
  cast.values = {"volontaire", "cadre", "confiance", "partage", "discretion"};
  cast.profiles = {"Habitants", "Agents"};
  cast.deeds = {Kind::ask,   Kind::ask,     Kind::ask,    Kind::ask,     Kind::ask,      Kind::quote,
                Kind::agree, Kind::take,    Kind::take,   Kind::decline, Kind::withdraw, Kind::withdraw,
                Kind::state, Kind::convene, Kind::attend, Kind::refuse,  Kind::exclude,  Kind::depart};
  cast.people = 40, cast.things = 1, cast.bodies = 4;
  cast.office = workshops;
  tell_many(cast);
}

TEST_CASE("C: the register of the club is what the rows say") {
  Cast cast{.network = "club-passerelles"};
  cast.paths = {"membre", "membre", "groupe", "invite-saison", "invite-seance"};
  cast.values = {"saison"};
  cast.deeds = {Kind::ask,   Kind::ask,      Kind::ask,  Kind::accept, Kind::accept,  Kind::refuse,
                Kind::state, Kind::withdraw, Kind::name, Kind::attend, Kind::exclude, Kind::depart};
  cast.pairs = true;
  cast.people = 8, cast.bodies = 3;
  cast.office = club;
  tell_many(cast);
}

TEST_CASE("D: the register of the e-community is what the rows say") {
  Cast cast{.network = "ethique-publique"};
  cast.paths = {"inscription", "groupe"};
  cast.deeds = {Kind::ask,      Kind::ask,    Kind::confirm, Kind::confirm,
                Kind::withdraw, Kind::refuse, Kind::exclude, Kind::depart};
  cast.office = community;
  tell_many(cast);
}

TEST_CASE("E: the register of the town-hall secretaries is what the rows say") {
  Cast cast{.network = "secretaires-de-mairie"};
  cast.paths = {"convention", "espace", "espace", "espace", "autre-agent", "rendez-vous"};
  cast.values = {"administrateur", "referent"};
  cast.roles = {"secretaire", "secretaire", "directeur-general", ""};
  cast.mailboxes = {"p", "q", "mairie"};
  cast.deeds = {Kind::ask,      Kind::ask,     Kind::ask,     Kind::sign,    Kind::sign,   Kind::sign,
                Kind::sign,     Kind::approve, Kind::approve, Kind::approve, Kind::object, Kind::withdraw,
                Kind::denounce, Kind::attend,  Kind::exclude, Kind::depart};
  cast.bodies_wanted = {"adherente", "adherente", "acces-communautaire"};
  cast.office = secretaries;
  tell_many(cast);
}

}  // namespace cenacle::histories
