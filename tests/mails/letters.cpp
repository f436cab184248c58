// Writes every mail of the theme for every network of a portal, about everything it may be about, as .eml files that
// other people's parsers then read (test_mails.py).
//
//   letters PORTAL FOLDER [LANGUAGE] [--hostile FILE] [--time N]
//
// --hostile: names, titles and words are those of the file, one a line, with \xNN escapes. --time:
// composes the first convocation N times, and tells how long one takes.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/text.h"
#include "calendar/lock.h"
#include "content/links.h"
#include "mail/compose.h"
#include "mails/crowd.h"
#include "publish/disk_file_system.h"
#include "site/calendars.h"

using namespace cenacle;

namespace {

constexpr const char* now_text = "2026-09-15T09:00:00+02:00";

struct Run {
  const content::Content& content;
  const Crowd& crowd;
  mail::Writer& writer;
  const mail::Mails& mails;
  std::filesystem::path folder;
  base::Instant now;
  std::int64_t written = 0, refused = 0;

  workflow::Action action(const std::string& mail, const std::string& network, const std::string& subject,
                          const workflow::Recipient& to) const {
    workflow::Action it;
    it.key = {network, mail, subject, 0, to.reference()};
    it.network = network, it.to = to, it.mail = mail, it.due = now, it.until = now + std::chrono::hours(24 * 365);
    if (mail == "announcement" || mail == "digest") it.list = "annonces";
    if (mail == "convocation" || mail == "meeting-changed" || mail == "substitute-convocation") it.invitation = workflow::Invitation::request;
    if (mail == "meeting-cancelled") it.invitation = workflow::Invitation::cancel;
    return it;
  }

  void write(const workflow::Action& it) {
    const auto message = writer.compose(it, ++written, now);
    if (!message) {
      std::cout << it.mail << "\t" << it.key.subject << "\t" << it.key.recipient << "\t" << message.failure().message << "\n";
      ++refused;
      return;
    }
    const auto bytes = mime::write(message->letter);
    if (!bytes) {
      std::cout << it.mail << "\t" << it.key.subject << "\t" << it.key.recipient << "\t" << bytes.failure().message << "\n";
      ++refused;
      return;
    }
    std::ostringstream name;
    name << it.mail << "." << it.network << "." << written << ".eml";
    std::ofstream(folder / name.str(), std::ios::binary) << *bytes;
  }

  std::vector<std::string> subjects(mail::About about, const model::Network& network) const {
    const std::string of = network.page.id + "/";
    std::vector<std::string> found;
    const auto pages = [&](std::string_view kind, const auto& things) {
      for (const auto& it : things)
        if (found.size() < 4) found.push_back(std::string(kind) + ":" + of + it.page.id);
    };
    using mail::About;
    switch (about) {
      case About::meeting:
        for (std::size_t i = 0; i < network.meetings.size(); ++i) {
          const model::Meeting& it = network.meetings[i];
          const bool tells = i < 2 || it.recurrence || it.time_zone != content.portal->time_zone || it.all_day ||
                             it.status != model::MeetingStatus::confirmed || i + 2 > network.meetings.size();
          if (!tells) continue;
          found.push_back("meeting:" + it.uid);
          if (it.recurrence) found.push_back("meeting:" + it.uid + "@" + base::iso(it.occurrences.front().planned));
        }
        break;
      case About::registration:
        for (const std::int64_t id : crowd.registrations(network.page.id)) found.push_back("registration:" + std::to_string(id));
        break;
      case About::request:
        for (const std::int64_t id : crowd.requests(network.page.id)) found.push_back("request:" + std::to_string(id));
        break;
      case About::minutes: pages("minutes", network.minutes); break;
      case About::sheet: pages("sheet", network.sheets); break;
      case About::survey: pages("survey", network.surveys); break;
      case About::group: pages("group", network.groups); break;
      case About::contribution: pages("contribution", network.contributions); break;
      case About::decision:
        for (const model::Minutes& it : network.minutes)
          for (std::size_t i = 0; i < it.decisions.size(); ++i)
            found.push_back("decision:" + of + it.page.id + "#" + std::to_string(i + 1));
        break;
      case About::charter:
        for (const model::Charter& it : network.charters)
          found.push_back("charter:" + of + it.charter + "@" + std::to_string(it.version));
        break;
      case About::network:
      case About::any: found.push_back("network:" + network.page.id); break;
      case About::person: break;
    }
    return found;
  }

  void write_all() {
    for (const std::string_view name : mails.names()) {
      const mail::About about = mails.find(name)->about;
      for (const model::Network& network : content.portal->networks) {
        const std::string& id = network.page.id;
        for (const std::string& person : {crowd.member(id), crowd.coordinator(id)}) {
          if (about == mail::About::person) write(action(std::string(name), id, "person:" + person, {person, "", ""}));
          for (const std::string& subject : subjects(about, network)) {
            workflow::Action it = action(std::string(name), id, subject, {person, "", ""});
            if (about == mail::About::any) gather(network, &it);
            write(it);
          }
        }
        const model::Role* const role = network.contact.role;
        if (role == nullptr || role->mail.empty() || about == mail::About::person) continue;
        for (const std::string& subject : subjects(about, network))
          write(action(std::string(name), id, subject, {"", role->mail, role->title}));
      }
    }
  }

  void gather(const model::Network& network, workflow::Action* it) const {
    for (const mail::About about : {mail::About::meeting, mail::About::registration, mail::About::decision, mail::About::sheet})
      for (const std::string& subject : subjects(about, network))
        if (it->items.size() < 40) it->items.push_back(subject);
  }
};

/// "\x0d" and the like, as their octets.
std::vector<std::string> hostile_names(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) {
    std::string name;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line.compare(i, 2, "\\x") == 0 && i + 3 < line.size()) {
        name += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
        i += 3;
      } else {
        name += line[i];
      }
    }
    if (!name.empty()) names.push_back(name);
  }
  names.push_back(std::string(1200, 'x'));
  return names;
}

/// Every name, title and sentence of content becomes one of the corpus.
void spoil(model::Portal& portal, const std::vector<std::string>& names) {
  std::size_t next = 0;
  const auto spoiled = [&](auto&... texts) { ((texts = names[next++ % names.size()]), ...); };
  spoiled(portal.title, portal.mail.name);
  for (model::Network& network : portal.networks) {
    spoiled(network.page.title, network.page.summary, network.short_title, network.rights, network.contact.hours);
    for (auto& it : network.roles) spoiled(it.title, it.phone);
    for (auto& it : network.bodies) spoiled(it.name, it.town);
    for (auto& it : network.meeting_kinds) spoiled(it.title);
    for (auto& it : network.topics) spoiled(it.title);
    for (auto& it : network.groups) {
      spoiled(it.page.title, it.label, it.purpose);
      if (it.call) spoiled(it.call->title, it.call->text);
    }
    for (auto& it : network.workshops) spoiled(it.page.title);
    for (auto& it : network.spaces) spoiled(it.page.title);
    for (auto& it : network.meetings) {
      spoiled(it.page.title, it.place, it.address, it.online, it.status_note);
      for (auto& time : it.occurrences) spoiled(time.title, time.place, time.address, time.online, time.status_note);
    }
    for (auto& it : network.minutes) {
      spoiled(it.page.title);
      for (auto& decision : it.decisions) spoiled(decision.text);
    }
    for (auto& it : network.charters) {
      spoiled(it.page.title);
      for (auto& change : it.changes) spoiled(change.article, change.text);
    }
    for (auto& it : network.sheets) spoiled(it.page.title);
    for (auto& it : network.contributions) spoiled(it.page.title);
    for (auto& it : network.documents) spoiled(it.page.title);
    for (auto& it : network.surveys) {
      spoiled(it.page.title);
      for (auto& question : it.questions) {
        spoiled(question.text);
        for (auto& choice : question.choices) spoiled(choice.title);
      }
    }
  }
}

int fail(const std::string& why) {
  std::cerr << "letters: " << why << "\n";
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return fail("usage: letters PORTAL FOLDER [LANGUAGE] [--hostile FILE] [--time N]");
  std::string language, hostile;
  int times = 0;
  for (int i = 3; i < count; ++i) {
    const std::string it = arguments[i];
    if (it == "--hostile") {
      hostile = arguments[++i];
    } else if (it == "--time") {
      times = std::stoi(arguments[++i]);
    } else {
      language = it;
    }
  }
  const auto disk = publish::DiskFileSystem::open(arguments[1]);
  if (!disk) return fail(disk.failure().message);
  const base::FileSystem& files = **disk;
  const base::Instant now = *base::parse_instant(now_text);
  diag::Diagnostics diagnostics;
  content::Content content = content::load(files, {now, 1, {}}, "", diagnostics);
  if (!content.portal) return fail("the portal cannot be read");
  if (!language.empty()) {
    content.portal->language = language;
    content.language = std::make_unique<const locale::Locale>(language);
  }
  std::vector<std::string> names = {"Élodie", "Béranger-Lacôte", "Mme D’Aubigné", "« Bonjour », dit-elle"};
  const content::Links links(content);
  const rules::Rulebooks books = rules::read_rulebooks(files, content, diagnostics);
  if (!hostile.empty()) spoil(*content.portal, names = hostile_names(hostile));
  const auto theme = site::Theme::load(files, content.portal->theme, *content.language, diagnostics);
  const auto papers = site::Theme::load(files, content.portal->theme, *content.language, diagnostics, site::ThemePart::archetypes);
  const auto mails = mail::Mails::load(files, content, diagnostics);
  for (const diag::Diagnostic& it : diagnostics.sorted())
    std::cerr << it.place.path << ":" << it.place.line << ":" << it.place.column << ": " << it.summary << " [" << it.code.name << "]\n" << it.help << "\n";
  if (!theme || !mails || diagnostics.errors() > 0) return fail("the theme has mistakes");
  site::Calendars calendars(content, site::calendar_words(*theme), 0);
  const auto lock_text = files.read(calendar::lock_path);
  const calendar::Lock lock = lock_text ? calendar::read_lock(*lock_text, content, diagnostics) : calendar::Lock{};
  calendars.hold(calendar::advance(lock, calendars.present(), "portail.example", now).lock);
  const Crowd crowd(*content.portal, books, now, names);
  const mail::Setting setting{content, links, *mails, books, calendars, crowd.records(),
                              [&](std::int64_t request) { return crowd.facts_of_request(request); },
                              "0123456789abcdef0123456789abcdef", papers.get(), nullptr, ""};
  mail::Writer writer(setting);
  Run run{content, crowd, writer, *mails, arguments[2], now};
  if (times == 0) {
    run.write_all();
    std::cerr << run.written << " mails, " << run.refused << " not written\n";
    return 0;
  }
  const model::Network& network = content.portal->networks.front();
  const auto it = run.action("convocation", network.page.id, "meeting:" + network.meetings.back().uid, {crowd.member(network.page.id), "", ""});
  std::size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) {
    const auto message = writer.compose(it, i + 1, now);
    if (!message) return fail(message.failure().message);
    bytes += mime::write(message->letter)->size();
  }
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begin;
  std::cout << taken.count() / times << " us a mail of " << bytes / static_cast<std::size_t>(times) << " bytes\n";
}
