// A plan as its coordinator reads it: day by day, each mail with those it goes to and why; then what is held back.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/outlook.h"
#include "formats/json/json.h"
#include "formats/locale/locale.h"

namespace cenacle::cli {

namespace {

using workflow::Action;
using workflow::Held;
using workflow::Plan;

constexpr std::size_t names_shown = 12;

/// Mails that differ in nothing but whom they are for.
template <class T>
struct Sheaf {
  std::vector<const T*> of;
  std::size_t first = 0;  ///< number in the plan, from 1
};

const Action& action_of(const Action& it) { return it; }
const Action& action_of(const Held& it) { return it.action; }

/// In the order of their first.
template <class T, class Key>
std::vector<Sheaf<T>> sheaves(const std::vector<T>& all, const Key& key) {
  std::vector<Sheaf<T>> found;
  std::map<decltype(key(all.front())), std::size_t> where;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [it, is_new] = where.try_emplace(key(all[i]), found.size());
    if (is_new) found.push_back({{}, i + 1});
    found[it->second].of.push_back(&all[i]);
  }
  return found;
}

class Listing {
 public:
  Listing(const Outlook& outlook, const Plan& plan, base::Instant now)
      : outlook_(outlook), plan_(plan), words_(*outlook.post().phrases), portal_(outlook.post().portal()), now_(now) {}

  std::string text(base::Instant until) {
    const auto key = [](const Action& it) { return std::tuple(it.due, path_of(it.key), it.key.subject, it.mail); };
    base::Date day{};
    for (const auto& sheaf : sheaves(plan_.actions, key)) {
      const Action& first = *sheaf.of.front();
      const base::Date due = words_.date_of(std::max(first.due, now_));
      if (out_.empty() || due != day)
        out_ += (out_.empty() ? "" : "\n") + words_.capitalized(words_.day(day = due)) + "\n";
      mail(sheaf);
    }
    for (const workflow::Deed& it : plan_.deeds)
      out_ += fmt::format("{}\n", words_.say("plan.deed", {{"n", std::to_string(it.registration)},
                                                           {"when", words_.moment(it.due)},
                                                           {"why", it.reason.says}}));
    held();
    totals(until);
    return std::move(out_);
  }

 private:
  std::string time_of(base::Instant instant) const {
    return outlook_.post().open.content.language->time(locale::to_local(instant, portal_.time_zone));
  }

  template <class T>
  std::string names(const Sheaf<T>& sheaf) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < std::min(sheaf.of.size(), names_shown); ++i)
      all.push_back(outlook_.name(action_of(*sheaf.of[i]).to));
    std::string text = fmt::format("{}", fmt::join(all, ", "));
    if (sheaf.of.size() > names_shown)
      text += ", " + words_.count("plan.others", static_cast<std::int64_t>(sheaf.of.size() - names_shown));
    return text;
  }

  void mail(const Sheaf<Action>& sheaf) {
    const Action& first = *sheaf.of.front();
    const auto written = outlook_.write(first, 0, now_);
    const std::string subject = written ? written->letter.subject : written.failure().message;
    const std::string number =
        sheaf.of.size() == 1 ? fmt::format("n° {}", sheaf.first) : fmt::format("n° {}…", sheaf.first);
    out_ += fmt::format("  {}  {}\n         {}\n         {}\n         {}\n",
                        first.due < now_ ? words_.say("plan.now") : time_of(first.due), subject,
                        words_.say("plan.to", {{"who", names(sheaf)}}), reason(first), number);
  }

  std::string reason(const Action& it) const {
    return fmt::format("{} ({}, {}:{})", it.reason.says, path_of(it.key), it.reason.file, it.reason.line);
  }

  void held() {
    const auto key = [](const Held& it) { return std::tuple(it.why, path_of(it.action.key), it.action.key.subject); };
    bool first = true;
    for (const auto& sheaf : sheaves(plan_.held, key)) {
      const Held& it = *sheaf.of.front();
      if (first) out_ += fmt::format("{}{}\n", out_.empty() ? "" : "\n", words_.say("plan.held"));
      first = false;
      const auto written = outlook_.write(it.action, 0, now_);
      out_ += fmt::format("  {}\n         {}\n         {} : {}\n", written ? written->letter.subject : it.action.mail,
                          words_.say("plan.to", {{"who", names(sheaf)}}), path_of(it.action.key),
                          words_.say(fmt::format("plan.held.{}", workflow::word(it.why))));
    }
  }

  void totals(base::Instant until) {
    if (!out_.empty()) out_ += "\n";
    std::map<std::string, std::int64_t> networks;
    for (const Action& it : plan_.actions) ++networks[it.network];
    out_ += words_.count("plan.total", static_cast<std::int64_t>(plan_.actions.size())) + " " +
            words_.say("plan.until", {{"day", words_.day(words_.date_of(until))}}) + "\n";
    for (const model::Network& network : portal_.networks)
      if (const auto it = networks.find(network.page.id); it != networks.end())
        out_ += fmt::format("  {} : {}\n", network.page.title, words_.number(it->second));
  }

  const Outlook& outlook_;
  const Plan& plan_;
  const Phrases& words_;
  const model::Portal& portal_;
  base::Instant now_;
  std::string out_;
};

void write_reason(json::Writer& out, const workflow::Reason& it) {
  out.key("reason").begin_object().key("file").text(it.file).key("line").integer(it.line);
  out.key("says").text(it.says).end_object();
}

void write_action(json::Writer& out, const Action& it) {
  out.key("key").text(it.key.text()).key("network").text(it.network).key("workflow").text(it.key.workflow);
  out.key("step").text(it.key.step).key("subject").text(it.key.subject).key("mail").text(it.mail);
  out.key("person");
  if (it.to.person.empty()) {
    out.null();
  } else {
    out.text(it.to.person);
  }
  if (it.to.person.empty()) out.key("mailbox").text(it.to.mail);
  if (it.invitation != workflow::Invitation::none)
    out.key("invitation").text(it.invitation == workflow::Invitation::request ? "request" : "cancel");
  out.key("due").text(base::iso(it.due)).key("until").text(base::iso(it.until));
  if (!it.items.empty()) {
    out.key("items").begin_array();
    for (const std::string& item : it.items) out.text(item);
    out.end_array();
  }
  write_reason(out, it.reason);
}

}  // namespace

std::string as_text(const Outlook& outlook, const Plan& plan, base::Instant now, base::Instant until) {
  return Listing(outlook, plan, now).text(until);
}

std::string as_json(const Outlook& outlook, const Plan& plan, base::Instant now, base::Instant until) {
  json::Writer out;
  out.begin_object().key("now").text(base::iso(now)).key("until").text(base::iso(until));
  out.key("mails").begin_array();
  for (const Action& it : plan.actions) {
    out.begin_object();
    write_action(out, it);
    out.end_object();
  }
  out.end_array().key("deeds").begin_array();
  for (const workflow::Deed& it : plan.deeds) {
    out.begin_object().key("registration").integer(it.registration).key("due").text(base::iso(it.due));
    write_reason(out, it.reason);
    out.end_object();
  }
  out.end_array().key("held").begin_array();
  for (const Held& it : plan.held) {
    out.begin_object().key("why").text(workflow::word(it.why));
    if (it.since) out.key("since").text(base::iso(*it.since));
    write_action(out, it.action);
    out.end_object();
  }
  out.end_array().key("days").begin_object();
  std::map<std::string, std::int64_t> days;
  for (const Action& it : plan.actions) ++days[base::iso(outlook.post().phrases->date_of(std::max(it.due, now)))];
  for (const auto& [day, count] : days) out.key(day).integer(count);
  return out.end_object().end_object().take();
}

std::string as_read(const mail::Message& message) {
  const auto mailbox = [](const mime::Mailbox& it) {
    return it.name.empty() ? it.address : fmt::format("{} <{}>", it.name, it.address);
  };
  const mime::Message& it = message.letter;
  std::string text = fmt::format("From: {}\nTo: {}\nSubject: {}\nMessage-ID: <{}>\n", mailbox(it.from), mailbox(it.to),
                                 it.subject, it.id);
  for (const mime::File& file : it.files) text += fmt::format("Attachment: {}\n", file.name);
  text += "\n" + it.text;
  if (!it.calendar.empty()) text += "\n" + it.calendar;
  return text;
}

}  // namespace cenacle::cli
