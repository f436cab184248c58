// The first line of a list of people: which column holds what, whatever it is called.
#include "content/roster_header.h"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/codes.h"
#include "formats/locale/locale.h"

namespace cenacle::content {

namespace {

using Column = RosterColumn;

/// A column as messages name it, and its headers as slugs.
struct Meaning {
  Column column;
  std::string_view name;
  std::string_view headers;  ///< separated by spaces
};

constexpr Meaning meanings[] = {
    {Column::family_name, "Nom",
     "nom nom-de-famille nom-d-usage nom-usuel noms last-name lastname surname family-name family"},
    {Column::given_name, "Prénom",
     "prenom prenoms prenom-s prenom-usuel first-name firstname given-name given forename"},
    {Column::family_then_given, "Nom Prénom",
     "nom-prenom nom-et-prenom nom-prenoms nom-et-prenoms nom-prenom-s noms-prenoms noms-et-prenoms nom-complet "
     "identite participant "
     "participante personne membre"},
    {Column::given_then_family, "Prénom Nom", "prenom-nom prenom-et-nom prenoms-nom full-name name person member"},
    {Column::mail, "Courriel",
     "courriel courriels mail mails mel e-mail email adresse-mail adresse-e-mail adresse-email adresse-mel "
     "adresse-courriel adresse-de-courriel adresse-electronique adresse-de-messagerie adresse-messagerie messagerie "
     "courriel-professionnel courriel-pro mail-professionnel mail-pro email-professionnel email-pro "
     "e-mail-professionnel "
     "e-mail-pro adresse-mail-professionnelle adresse-mail-pro adresse-e-mail-professionnelle "
     "adresse-electronique-professionnelle "
     "mail-address email-address e-mail-address"},
    {Column::network, "Réseau", "reseau network"},
    {Column::body, "Collectivité",
     "collectivite collectivites collectivite-employeur collectivite-ou-organisme collectivite-organisme organisme "
     "employeur "
     "structure institution etablissement administration entite organisation organization commune mairie societe "
     "entreprise collectivite-d-origine body employer company"},
    {Column::function, "Fonction",
     "fonction fonctions qualite poste metier emploi intitule-du-poste intitule-de-poste poste-occupe fonction-exercee "
     "fonction-qualite fonction-et-service function position job job-title"},
    {Column::role, "Rôle", "role roles role-dans-le-reseau role-reseau mandat"},
    {Column::object, "Rôle dans",
     "role-dans groupe groupe-de-travail espace atelier perimetre group space workshop in"},
    {Column::phone, "Téléphone",
     "telephone tel telephones telephone-fixe tel-fixe fixe ligne-directe telephone-professionnel telephone-pro "
     "tel-pro "
     "numero-de-telephone n-de-telephone n-tel no-de-telephone phone phone-number telephone-number"},
    {Column::mobile, "Portable",
     "portable mobile gsm telephone-portable tel-portable telephone-mobile tel-mobile portable-professionnel "
     "portable-pro "
     "n-de-portable mobile-phone cell-phone"},
    {Column::profile, "Profil", "profil public profile audience"},
    {Column::from, "Depuis",
     "depuis depuis-le date-d-entree date-entree date-d-arrivee date-de-debut debut entree arrivee membre-depuis "
     "a-compter-du a-partir-du date-de-prise-de-poste prise-de-poste date-de-prise-de-fonction "
     "date-de-prise-de-fonctions prise-de-fonction prise-de-fonctions since from start-date start"},
    {Column::shown, "Accepte d’être cité",
     "accepte-d-etre-cite accepte-d-etre-citee accepte-d-etre-cite-e accepte-d-etre-nomme accepte-d-etre-nommee "
     "accepte-d-etre-nomme-e accepte-d-etre-affiche accepte-d-etre-affichee accepte-la-publication "
     "accord-de-publication "
     "accord-pour-etre-cite nom-publie nom-affiche cite citee cite-e affiche visible consentement accord shown consent "
     "agrees-to-be-named"},
};

const Meaning& meaning_of(Column column) {
  for (const Meaning& it : meanings)
    if (it.column == column) return it;
  return meanings[0];
}

std::optional<Column> of_slug(const std::string& slug) {
  for (const Meaning& it : meanings)
    for (const std::string_view header : base::split(it.headers, ' '))
      if (header == slug) return it.column;
  return std::nullopt;
}

/// "`Nom`, `Prénom`, …"
std::string understood() {
  std::string all;
  for (const Meaning& it : meanings) all += fmt::format("{}`{}`", all.empty() ? "" : ", ", it.name);
  return all;
}

std::string nearest(const std::string& slug) {
  std::vector<std::string_view> known;
  std::vector<Column> columns;
  for (const Meaning& it : meanings)
    for (const std::string_view header : base::split(it.headers, ' '))
      known.push_back(header), columns.push_back(it.column);
  const auto near = base::closest(slug, known);
  if (!near || slug.size() < 3) return {};
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] == *near) return std::string(meaning_of(columns[i]).name);
  return {};
}

constexpr std::string_view example = "Nom;Prénom;Courriel;Collectivité;Fonction";

class HeaderReader {
 public:
  HeaderReader(const csv::Row& row, std::string_view path, diag::Diagnostics& diagnostics)
      : row_(row), path_(path), diagnostics_(diagnostics) {}

  std::optional<RosterHeader> read() {
    for (std::size_t i = 0; i < row_.fields.size(); ++i) place(i);
    name_alone();
    if (has(Column::phone) && has(Column::mobile))
      report(diag::code::roster_column, row_.places[*header_[at(Column::mobile)]],
             "one telephone number is kept: that of `Téléphone`, else of `Portable`", "");
    const bool named = has(Column::family_then_given) || has(Column::given_then_family) ||
                       (has(Column::family_name) && has(Column::given_name));
    if (!named) missing("a name: `Nom` and `Prénom`, or `Nom Prénom`");
    if (!has(Column::mail)) missing("an address: `Courriel`");
    return sound_ ? std::optional(header_) : std::nullopt;
  }

 private:
  static std::size_t at(Column column) { return static_cast<std::size_t>(column); }
  bool has(Column column) const { return header_[at(column)].has_value(); }

  void report(diag::Code code, const csv::Stretch& where, std::string summary, std::string help,
              std::vector<diag::Note> notes = {}) {
    diagnostics_.add(code, {std::string(path_), where.line, where.column, std::max(1u, where.length)},
                     std::move(summary), std::move(help), std::move(notes));
  }

  void place(std::size_t index) {
    const std::string& header = row_.fields[index];
    if (header.empty()) return;  // a separator at the end of each line
    const auto column = roster_column(header);
    if (!column) {
      const std::string near = nearest(locale::slug(header));
      return report(
          diag::code::roster_column, row_.places[index], fmt::format("nobody reads the column `{}`", header),
          near.empty() ? "" : fmt::format("did you mean:\n{}", near), {{"what is read: " + understood(), {}}});
    }
    if (!has(*column)) {
      header_[at(*column)] = index;
      return;
    }
    sound_ = false;
    const csv::Stretch& first = row_.places[*header_[at(*column)]];
    report(diag::code::roster_column_twice, row_.places[index],
           fmt::format("two columns are `{}`", meaning_of(*column).name), "keep one of them",
           {{"the first is here", {std::string(path_), first.line, first.column, first.length}}});
  }

  /// `Nom` without `Prénom` holds both.
  void name_alone() {
    if (!has(Column::family_name) || has(Column::given_name) || has(Column::family_then_given)) return;
    std::swap(header_[at(Column::family_then_given)], header_[at(Column::family_name)]);
  }

  void missing(std::string_view what) {
    sound_ = false;
    report(diag::code::missing_key, row_.places.front(), fmt::format("a list of people needs {}", what),
           fmt::format("begin it with, for example:\n{}", example));
  }

  const csv::Row& row_;
  std::string_view path_;
  diag::Diagnostics& diagnostics_;
  RosterHeader header_{};
  bool sound_ = true;
};

}  // namespace

std::optional<RosterColumn> roster_column(std::string_view header) {
  if (const auto column = of_slug(locale::slug(header))) return column;
  const std::size_t remark = header.find_first_of("(:*/");  // "Nom (en majuscules)", "Courriel *"
  return remark == std::string_view::npos || remark == 0 ? std::nullopt
                                                         : of_slug(locale::slug(header.substr(0, remark)));
}

std::optional<RosterHeader> read_roster_header(const csv::Row& row, std::string_view path,
                                               diag::Diagnostics& diagnostics) {
  return HeaderReader(row, path, diagnostics).read();
}

}  // namespace cenacle::content
