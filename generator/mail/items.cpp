// What a digest gathers: each reference, as its reader may see it.
#include <algorithm>

#include "mail/other_letters.h"
#include "rules/registration/joined.h"

namespace cenacle::mail {

namespace {

/// A page of the network by its id, when it is for this reader.
template <class Things>
const auto* page_in(const Things& things, std::string_view id, const Reader& reader) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const auto& it) { return it.page.id == id; });
  return found == things.end() || !reader.reads(found->page.audience) ? nullptr : &*found;
}

class Finder {
 public:
  Finder(const Around& around, const Job& job, const model::Network& network, const Subject& subject)
      : around_(around), job_(job), network_(network), subject_(subject) {}

  std::optional<ItemView> find() const {
    const std::string_view kind = subject_.kind;
    if (kind == "meeting") return meeting();
    if (kind == "registration") return registration();
    if (kind == "decision") return decision();
    if (kind == "minutes")
      if (const auto* it = page_in(network_.minutes, subject_.id, job_.reader))
        return item(it->page, it->meeting == nullptr ? std::nullopt : std::optional(base::date_of(it->meeting->start)));
    if (kind == "sheet")
      if (const auto* it = page_in(network_.sheets, subject_.id, job_.reader))
        return item(it->page, base::add_months(it->reviewed, static_cast<int>(it->review_months)));
    if (kind == "survey")
      if (const auto* it = page_in(network_.surveys, subject_.id, job_.reader)) return item(it->page, it->closes);
    if (kind == "contribution")
      if (const auto* it = page_in(network_.contributions, subject_.id, job_.reader)) return item(it->page, it->date);
    if (kind == "group")
      if (const auto* it = page_in(network_.groups, subject_.id, job_.reader)) return item(it->page, std::nullopt);
    if (kind == "charter")
      for (const model::Charter& it : network_.charters)
        if (it.charter == subject_.id && it.version == subject_.number && job_.reader.reads(it.page.audience))
          return item(it.page, it.in_force);
    return std::nullopt;
  }

 private:
  ItemView item(const model::Page& page, std::optional<base::Date> date) const {
    return {std::string(subject_.kind), page.title, around_.url(page, job_.reader), date};
  }

  std::optional<ItemView> meeting() const {
    for (const model::Meeting& it : network_.meetings) {
      if (it.uid != subject_.id || !job_.reader.reads(it.page.audience)) continue;
      base::LocalTime start = it.start;
      for (const model::Occurrence& time : it.occurrences)
        if (subject_.time && time.planned == *subject_.time) start = time.start;
      return ItemView{"meeting", it.page.title, around_.url(it, job_.reader), base::date_of(start)};
    }
    return std::nullopt;
  }

  std::optional<ItemView> decision() const {
    const auto* minutes = page_in(network_.minutes, subject_.id, job_.reader);
    const auto number = static_cast<std::size_t>(subject_.number);
    if (minutes == nullptr || number < 1 || number > minutes->decisions.size()) return std::nullopt;
    ItemView view = item(minutes->page, minutes->decisions[number - 1].by);
    view.title = minutes->decisions[number - 1].text;
    return view;
  }

  /// Her own, or one that those who run the network are to look at.
  std::optional<ItemView> registration() const {
    const auto it = around_.setting().records.registration(subject_.number);
    if (!it || it->network != network_.page.id) return std::nullopt;
    const bool own =
        job_.reader.person && (it->person == job_.reader.person->id || it->partner == job_.reader.person->id);
    const auto joined = rules::find_joined(network_, it->object);
    if ((!own && !job_.reader.runs) || !joined) return std::nullopt;
    ItemView view{"registration", joined->page().title, around_.url(joined->page(), job_.reader),
                  around_.day_of(it->since)};
    if (const std::string name = around_.name_of(it->person); !own && !name.empty()) view.title += " – " + name;
    return view;
  }

  const Around& around_;
  const Job& job_;
  const model::Network& network_;
  const Subject& subject_;
};

}  // namespace

std::optional<ItemView> item_of(const Around& around, const Job& job, std::string_view reference) {
  const auto subject = subject_of(reference);
  const model::Network* const network = around.network(job.action.network);
  if (!subject || network == nullptr) return std::nullopt;
  return Finder(around, job, *network, *subject).find();
}

}  // namespace cenacle::mail
