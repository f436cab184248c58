// The closed lists of words that a file of registration rules is written with, and what each stands for. FORMAT.md
// explains them; the reader prints them; pages say them in plain language.
#pragma once

#include <array>
#include <string_view>

#include "content/keys.h"
#include "rules/registration/rulebook.h"

namespace cenacle::rules {

using content::Choice;

inline constexpr Choice<Joins> joins_words[] = {{"network", Joins::network}, {"space", Joins::space},
                                                {"group", Joins::group},     {"workshop", Joins::workshop},
                                                {"series", Joins::series},   {"meeting", Joins::meeting}};
inline constexpr Choice<Unit> unit_words[] = {{"person", Unit::person}, {"pair", Unit::pair}, {"body", Unit::body}};
inline constexpr Choice<Gives> gives_words[] = {
    {"member", Gives::member}, {"guest", Gives::guest}, {"nothing", Gives::nothing}};
inline constexpr Choice<Each> each_words[] = {
    {"person", Each::person},   {"body", Each::body},     {"parent", Each::parent}, {"body_kind", Each::body_kind},
    {"profile", Each::profile}, {"object", Each::object}, {"group", Each::group},   {"year", Each::year}};
inline constexpr Choice<Count> count_words[] = {{"registrations", Count::registrations},
                                                {"people", Count::people},
                                                {"bodies", Count::bodies},
                                                {"objects", Count::objects},
                                                {"half_days", Count::half_days}};
inline constexpr Choice<Max> max_words[] = {{"seats", Max::seats}, {"contributions", Max::contributions}};
inline constexpr Choice<Otherwise> otherwise_words[] = {
    {"refuse", Otherwise::refuse}, {"wait", Otherwise::wait}, {"warn", Otherwise::warn}};
inline constexpr Choice<Need> need_words[] = {{"decision", Need::decision},
                                              {"confirmation", Need::confirmation},
                                              {"statements", Need::statements},
                                              {"approvals", Need::approvals},
                                              {"signatures", Need::signatures},
                                              {"agreement", Need::agreement},
                                              {"payment", Need::payment},
                                              {"answer", Need::answer},
                                              {"seat", Need::seat}};
inline constexpr Choice<Act> act_words[] = {
    {"quote", Act::quote}, {"convene", Act::convene}, {"attend", Act::attend}, {"denounce", Act::denounce}};

/// The word of a value in its list.
template <class E, std::size_t N>
constexpr std::string_view word_in(const Choice<E> (&list)[N], E value) {
  for (const Choice<E>& it : list)
    if (it.value == value) return it.word;
  return {};
}
template <class E, std::size_t N>
constexpr std::array<std::string_view, N> words_of(const Choice<E> (&list)[N]) {
  std::array<std::string_view, N> words;
  for (std::size_t i = 0; i < N; ++i) words[i] = list[i].word;
  return words;
}
constexpr std::string_view word(Joins value) { return word_in(joins_words, value); }
constexpr std::string_view word(Unit value) { return word_in(unit_words, value); }
constexpr std::string_view word(Gives value) { return word_in(gives_words, value); }
constexpr std::string_view word(Each value) { return word_in(each_words, value); }
constexpr std::string_view word(Count value) { return word_in(count_words, value); }
constexpr std::string_view word(Otherwise value) { return word_in(otherwise_words, value); }
constexpr std::string_view word(Need value) { return word_in(need_words, value); }
constexpr std::string_view word(Act value) { return word_in(act_words, value); }

/// What `says` may leave to be filled in: `{person}`. The last two are of limits.
inline constexpr std::string_view placeholders[] = {"person",  "body", "parent", "object", "group",
                                                    "profile", "kind", "date",   "max",    "used"};
inline constexpr std::size_t placeholders_of_limits = 2;

}  // namespace cenacle::rules
