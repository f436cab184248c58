// What the commands that touch the ledger say to people: sentences of the theme's `commands.LANGUAGE.toml` and
// `people.LANGUAGE.toml`, with names and days filled in.
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_system.h"
#include "base/time.h"
#include "formats/locale/locale.h"
#include "model/person.h"
#include "model/portal.h"
#include "template/template.h"

namespace cenacle::cli {

class Phrases {
 public:
  using Filling = std::pair<std::string_view, std::string>;

  Phrases(const base::FileSystem& files, const model::Portal& portal, const locale::Locale& language);

  /// For templates: the catalogues, and their language.
  const tmpl::Words& words() const { return words_; }
  const locale::Locale& language() const { return language_; }
  bool has(std::string_view key) const { return words_.contains(key); }
  /// The sentence of `key`, each `{name}` replaced by what goes by that name. One that the catalogue lacks is its key.
  std::string say(std::string_view key, std::initializer_list<Filling> fillings = {}) const {
    return say_with(key, {fillings.begin(), fillings.size()});
  }
  std::string say_with(std::string_view key, std::span<const Filling> fillings) const;
  /// "article 2.1 de la Charte des groupes": the sentence `article`, or `article.WORD` for a title that begins with it.
  std::string article(std::string_view number, std::string_view charter_title) const;
  /// "15 septembre 2026"
  std::string day(base::Date date) const { return language_.date(date, "medium"); }
  /// "15 septembre 2026 à 9 h", in the portal's zone.
  std::string moment(base::Instant instant) const;
  /// The last day on which what falls due at the instant still holds.
  std::string last_day(base::Instant until) const { return day(date_of(until - std::chrono::seconds(1))); }
  /// The day of the instant in the portal's zone.
  base::Date date_of(base::Instant instant) const;
  std::string number(std::int64_t number) const { return language_.number(number); }
  std::string money(std::int64_t cents) const { return language_.money(cents); }
  /// `KEY.one` or `KEY.other`, with {n}.
  std::string count(std::string_view key, std::int64_t number) const;
  /// "Marie Dupont-Lefèvre"; of somebody erased, the catalogue's word for that.
  std::string name_of(const model::Person& person) const;
  std::string capitalized(std::string_view text) const { return language_.capitalize(text); }
  int compare(std::string_view a, std::string_view b) const { return language_.compare(a, b); }

 private:
  const locale::Locale& language_;
  std::string zone_;
  tmpl::Words words_;
};

}  // namespace cenacle::cli
