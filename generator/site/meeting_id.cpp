// Ids of new meetings: readable, and never one that a calendar entry has or had.
#include <algorithm>

#include <fmt/format.h>

#include "formats/hash/hash.h"
#include "site/new_making.h"

namespace cenacle::site {

namespace {

constexpr std::size_t shortest = 8, longest = 64;
constexpr std::size_t tail_letters = 4;

bool is_id_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

/// All that looks like an id: the lock's own reader is not needed to keep clear of what it holds.
void append_ids(std::string_view text, std::vector<std::string>* ids) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_id_letter);
    const auto end = std::find_if_not(begin, text.end(), is_id_letter);
    const auto length = static_cast<std::size_t>(end - begin);
    if (length >= shortest && length <= longest) ids->emplace_back(begin, end);
    at = static_cast<std::size_t>(end - text.begin());
  }
}

std::string tail(std::string_view seed, std::uint64_t turn) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::uint64_t rest = hash::of(seed, turn);
  std::string out;
  for (std::size_t i = 0; i < tail_letters; ++i, rest /= letters.size()) out += letters[rest % letters.size()];
  return out;
}

}  // namespace

std::vector<std::string> meeting_ids_in(const content::Sources& sources, std::string_view calendar_lock) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const content::FilePlace place = content::place_of(sources[i].path);
    if (place.kind != content::FilePlace::Kind::item || place.folder != content::Folder::meetings) continue;
    if (!sources[i].readable) continue;
    const toml::Node front = sources.front(i);
    if (const toml::Node* id = front.find("id"); id != nullptr) ids.push_back(id->text);
  }
  append_ids(calendar_lock, &ids);
  return ids;
}

std::string new_meeting_id(std::string_view network, std::string_view owner, base::Date date, std::string_view seed,
                           const std::vector<std::string>& taken) {
  const std::string day = base::iso(date);
  std::string head = owner.empty() ? std::string(network) : fmt::format("{}-{}", network, owner);
  const std::size_t room = longest - day.size() - tail_letters - 2;
  if (head.size() > room) {
    const std::size_t word = head.rfind('-', room);
    head.resize(word == std::string::npos || word == 0 ? room : word);
  }
  for (std::uint64_t turn = 0;; ++turn) {
    std::string id = fmt::format("{}-{}-{}", head, day, tail(seed, turn));
    if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
  }
}

}  // namespace cenacle::site
