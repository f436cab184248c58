// Names, addresses and telephone numbers as lists of people have them, put the way one writes them.
#include "content/person_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "formats/locale/encoding.h"

namespace cenacle::content {

namespace {

bool is_space(char32_t c) {
  return c <= U' ' || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200A') || c == U'\u202F' || c == U'\u205F' ||
         c == U'\u2028' || c == U'\u2029' || c == U'\u3000';
}
bool is_invisible(char32_t c) {
  return c == U'\u00AD' || (c >= U'\u200B' && c <= U'\u200F') || (c >= U'\u202A' && c <= U'\u202E') ||
         (c >= U'\u2060' && c <= U'\u2064') || c == U'\uFEFF' || (c >= U'\u007F' && c < U'\u00A0');
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Written in small letters inside a family name, when that was in capitals.
bool is_particle(std::string_view lower) {
  return is_one_of(lower, {"de", "du", "des", "d", "von", "zu", "der", "den", "ten"});
}
/// May begin a family name of several words.
bool begins_family(std::string_view lower) {
  return is_particle(lower) ||
         is_one_of(lower, {"la", "le", "les", "van", "ben", "el", "al", "saint", "sainte", "di", "da", "dos"});
}

/// Letters between spaces, hyphens and apostrophes.
struct Piece {
  std::string_view letters;
  std::string_view after;  ///< the separator, or nothing
};

std::vector<Piece> pieces_of(std::string_view name) {
  constexpr std::string_view apostrophe = "’";
  std::vector<Piece> pieces;
  std::size_t start = 0, at = 0;
  while (at < name.size()) {
    const std::size_t width = name.substr(at).starts_with(apostrophe) ? apostrophe.size()
                              : name[at] == ' ' || name[at] == '-'    ? 1
                                                                      : 0;
    if (width == 0) {
      ++at;
      continue;
    }
    pieces.push_back({name.substr(start, at - start), name.substr(at, width)});
    start = at += width;
  }
  pieces.push_back({name.substr(start), {}});
  return pieces;
}

std::string with_apostrophes(std::string_view text) {
  std::string out(text);
  for (const std::string_view straight : {"'", "`", "´", "‘", "ʼ"})
    for (std::size_t at; (at = out.find(straight)) != std::string::npos;) out.replace(at, straight.size(), "’");
  return out;
}

/// Capitals only, at least two letters of them.
bool is_shouted(std::string_view word, const locale::Locale& language) {
  return base::code_points(word) > 1 && language.upper(word) == word && language.lower(word) != word;
}

/// "MCDONALD" is "McDonald", "DUPONT" is "Dupont".
std::string with_capital(const std::string& lower, const locale::Locale& language) {
  if (lower.starts_with("mc") && lower.size() > 4) return "Mc" + language.capitalize(lower.substr(2));
  return language.capitalize(lower);
}

std::string_view without_title(std::string_view name) {
  for (const std::string_view title :
       {"Mme", "MME", "M.", "Mr", "MR", "Mlle", "MLLE", "Madame", "MADAME", "Monsieur", "MONSIEUR"})
    if (name.size() > title.size() && name.starts_with(title) &&
        (name[title.size()] == ' ' || name.substr(title.size()).starts_with(". ")))
      return base::trim(name.substr(name.find(' ', title.size())));
  return name;
}

std::string joined(std::vector<std::string_view>::const_iterator from,
                   std::vector<std::string_view>::const_iterator to) {
  std::string out;
  for (; from != to; ++from) out.append(out.empty() ? "" : " ").append(*from);
  return out;
}

/// How many words the family name has that begins a name typed "Le Goff Yann"; 0 when it cannot be told.
std::size_t family_words_first(const std::vector<std::string_view>& words, const locale::Locale& language) {
  std::size_t count = 0;
  while (count < words.size() && begins_family(language.lower(words[count]))) ++count;
  ++count;
  return count < words.size() && (count > 1 || words.size() == 2) ? count : 0;
}

/// The same of "Yann Le Goff".
std::size_t family_words_last(const std::vector<std::string_view>& words, const locale::Locale& language) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (begins_family(language.lower(words[i])) || language.lower(words[i]).starts_with("d’")) return words.size() - i;
  return words.size() == 2 || (words.size() > 2 && language.lower(words.back()).starts_with("d’")) ? 1 : 0;
}

}  // namespace

std::string clean_text(std::string_view typed) {
  const std::string text = locale::composed(typed);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, &at);
    if (is_invisible(c)) continue;
    if (!is_space(c)) base::append_utf8(&out, c);
    if (is_space(c) && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string cased_name(std::string_view typed, const locale::Locale& language) {
  const std::string name = with_apostrophes(clean_text(typed));
  const bool in_one_case = language.upper(name) == name || language.lower(name) == name;
  std::string out;
  for (const Piece& piece : pieces_of(name)) {
    const std::string lower = language.lower(piece.letters);
    const bool elided = piece.after == "’";
    if (!in_one_case && !is_shouted(piece.letters, language)) {
      out += piece.letters;
    } else if (is_particle(lower) && !piece.after.empty() && (lower != "d" || elided)) {
      out += lower;
    } else {
      out += with_capital(lower, language);
    }
    out += piece.after;
  }
  return out;
}

std::optional<FullName> split_name(std::string_view typed, NameOrder order, const locale::Locale& language) {
  const std::string cleaned = with_apostrophes(clean_text(typed));
  std::string name(without_title(cleaned));
  if (const std::size_t comma = name.find(','); comma != std::string::npos) {  // "Dupont, Marie"
    const std::string_view family = base::trim(std::string_view(name).substr(0, comma)),
                           given = base::trim(std::string_view(name).substr(comma + 1));
    if (family.empty() || given.empty()) return std::nullopt;
    return FullName{cased_name(given, language), cased_name(family, language)};
  }
  const std::vector<std::string_view> words = base::split(name, ' ');
  if (words.size() < 2) return std::nullopt;

  // Words in capitals, with the small particles before them, are the family name: at one end, and not all of it.
  const auto is_family = [&](std::string_view word) {
    return is_shouted(word, language) || (word.starts_with("d’") && is_shouted(word.substr(4), language));
  };
  const auto is_small = [&](std::string_view word) {
    return is_particle(word) || is_one_of(word, {"la", "le", "les"});
  };
  const auto shouted = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_family));
  std::size_t first = 0, count = 0;
  if (shouted > 0 && shouted < words.size()) {
    first = static_cast<std::size_t>(std::find_if(words.begin(), words.end(), is_family) - words.begin());
    count = shouted;
    for (; first > 0 && is_small(words[first - 1]); --first) ++count;
    for (std::size_t i = first; i < first + count && i < words.size(); ++i)
      if (!is_family(words[i]) && !is_small(words[i])) return std::nullopt;
    if (first != 0 && first + count != words.size()) return std::nullopt;
  } else if (order == NameOrder::family_first) {
    count = family_words_first(words, language);
  } else if (order == NameOrder::given_first) {
    count = family_words_last(words, language);
    first = words.size() - count;
  }
  if (count == 0 || count == words.size()) return std::nullopt;
  const auto at = [&](std::size_t index) { return words.begin() + static_cast<std::ptrdiff_t>(index); };
  const std::string family = joined(at(first), at(first + count));
  const std::string given = first == 0 ? joined(at(count), words.end()) : joined(words.begin(), at(first));
  return FullName{cased_name(given, language), cased_name(family, language)};
}

std::string clean_mail(std::string_view typed) {
  std::string text = clean_text(locale::plain_forms(typed));
  if (const std::size_t open = text.rfind('<'); open != std::string::npos) {
    text.erase(0, open + 1);
    text.resize(std::min(text.size(), text.find('>')));
  }
  std::erase(text, ' ');
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (text.starts_with("mailto:")) text.erase(0, 7);
  while (!text.empty() && std::string_view(";,.:>").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

std::string clean_phone(std::string_view typed) {
  const std::string text = clean_text(locale::plain_forms(typed));
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (std::string_view(" .-/()+").find(c) == std::string_view::npos)
      return text;
  }
  if (text.starts_with("+33") || digits.starts_with("0033")) {
    digits.erase(0, digits.starts_with("0033") ? 4 : 2);
    if (digits.starts_with('0')) digits.erase(0, 1);  // +33 (0)6
  } else if (text.starts_with('+')) {
    return text;
  }
  if (digits.size() == 9 && digits[0] != '0') digits.insert(0, "0");
  if (digits.size() != 10 || digits[0] != '0') return text;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += 2) out.append(out.empty() ? "" : " ").append(digits, i, 2);
  return out;
}

}  // namespace cenacle::content
