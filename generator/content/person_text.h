// Names, addresses and telephone numbers as lists of people have them, put the way one writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/locale/locale.h"

namespace cenacle::content {

/// One line, NFC, white space of any kind as single spaces, what is invisible left out.
std::string clean_text(std::string_view typed);

/// A name in capitals, or without any, in the usual case: "DUPONT-LEFÈVRE" is "Dupont-Lefèvre", "DE LA TOUR" "de La
/// Tour", "D'ESTIENNE" "d’Estienne", "O'BRIEN" "O’Brien". What mixes both is left as it is typed: "McDonald", "Le
/// Goff". Apostrophes are ’.
std::string cased_name(std::string_view typed, const locale::Locale& language);

struct FullName {
  std::string given, family;
};
enum class NameOrder : std::uint8_t { family_first, given_first, unknown };

/// The two halves of a name in one field, in the usual case: words in capitals are the family name; else the order
/// says, as far as two words and particles go ("Le Goff Yann"). Titles ("Mme") are left out. Nothing when it cannot be
/// told.
std::optional<FullName> split_name(std::string_view typed, NameOrder order, const locale::Locale& language);

/// An address out of "mailto:", "Name <address>", spaces, separators after it, capitals and full-width letters. It may
/// be none: is_mail tells.
std::string clean_mail(std::string_view typed);

/// "06 12 34 56 78" for a French number, however it is grouped and whether or not a spreadsheet took its first zero;
/// any other as it is typed.
std::string clean_phone(std::string_view typed);

}  // namespace cenacle::content
