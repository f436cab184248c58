// Where somebody's name stands in files: what a person wrote in prose, no command may take out.
#include "cli/mentions.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/locale/locale.h"

namespace cenacle::cli {

namespace {

/// Case, apostrophes and spaces do not count.
std::string comparable(std::string_view text) {
  std::string out = locale::fold(text);
  for (const auto& [from, to] : {std::pair("’", "'"), std::pair("\u00A0", " "), std::pair("\u202F", " ")})
    for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos;)
      out.replace(at, std::string_view(from).size(), to);
  return out;
}

std::vector<std::string> names_of(const model::Person& person) {
  std::vector<std::string> names;
  if (!person.mail.empty()) names.push_back(comparable(person.mail));
  if (person.family_name.empty()) return names;
  if (!person.given_name.empty())
    for (const std::string& name :
         {person.given_name + " " + person.family_name, person.family_name + " " + person.given_name})
      names.push_back(comparable(name));
  for (const std::string_view title : {"Mme", "Madame", "M.", "Monsieur", "Mr", "Dr"})
    names.push_back(comparable(fmt::format("{} {}", title, person.family_name)));
  return names;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// As words of their own: "Marie Dupontel" is somebody else.
bool holds(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; ++at) {
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const std::size_t end = at + name.size();
    if (begins && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

}  // namespace

std::vector<Mention> find_mentions(const base::FileSystem& files, std::string_view folder,
                                   const model::Person& person) {
  const std::vector<std::string> names = names_of(person);
  std::vector<Mention> found;
  const auto entries = files.list(folder);
  if (!entries || names.empty()) return found;
  for (const base::FileEntry& entry : *entries) {
    const std::string path = std::string(folder) + "/" + entry.path;
    const auto bytes = files.read(path);
    if (!bytes || bytes->find('\0') != std::string::npos) continue;  // an image, a PDF
    const std::string text = comparable(*bytes);
    const bool somewhere = std::any_of(names.begin(), names.end(),
                                       [&](const std::string& name) { return text.find(name) != std::string::npos; });
    if (!somewhere) continue;
    std::uint32_t number = 0;
    for (const std::string_view line : base::split(text, '\n')) {
      ++number;
      if (std::any_of(names.begin(), names.end(), [&](const std::string& name) { return holds(line, name); }))
        found.push_back({path, number});
    }
  }
  return found;
}

}  // namespace cenacle::cli
