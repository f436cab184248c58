// The files of registration rules: found, opened, read key by key, and tried for what can be proven.
#include "rules/registration/read.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "content/sources.h"
#include "formats/hash/hash.h"
#include "formats/toml/toml.h"
#include "rules/registration/prove.h"
#include "rules/registration/reading.h"

namespace cenacle::rules {

using content::Keys;
using Wanted = content::Need;

namespace {

constexpr std::string_view folder = "workflows", stem = "registration-", ending = ".toml";

constexpr Choice<std::string_view> ways_of_proposals[] = {{"review", "review"}, {"direct", "direct"}};

/// The ids of the file's paths, before any is read: rules and conditions may name those further down.
std::vector<std::string> ids_of_paths(const toml::Node& file) {
  std::vector<std::string> ids;
  const toml::Node* const paths = file.find("paths");
  if (paths == nullptr) return ids;
  for (const toml::Node& path : paths->items)
    if (const toml::Node* id = path.find("id"); id != nullptr && !id->text.empty()) ids.push_back(id->text);
  return ids;
}

std::vector<std::string> profiles_of(const model::Network& network, std::vector<std::string> profiles) {
  for (const model::Workshop& workshop : network.workshops)
    for (const std::string& profile : workshop.profiles)
      if (std::find(profiles.begin(), profiles.end(), profile) == profiles.end()) profiles.push_back(profile);
  return profiles;
}

/// Everything of the file but its network, which the keys' file knows.
void read_book(Keys& keys, Rulebook& book) {
  const model::Network& network = *book.network;
  const model::Charter* const own = charter(keys, "charter");
  if (own != nullptr) book.charter = own->charter;
  book.profiles = keys.texts("profiles");
  const Reading reading{network,
                        book,
                        own,
                        keys.table().find("charter") != nullptr,
                        ids_of_paths(keys.table()),
                        profiles_of(network, book.profiles)};
  book.shared_mailboxes = keys.texts("shared_mailboxes");
  book.proposals = keys.choice("proposals", ways_of_proposals, std::string_view("review"));
  book.proposals_by = content::reference<model::Role>(keys, "proposals_by");
  keys.tables(
      "paths", "a path", [&](Keys& table) { book.paths.push_back(read_path(table, reading)); }, Wanted::required);
  keys.tables("rules", "a rule", [&](Keys& table) { book.rules.push_back(read_rule(table, reading)); });
  for (Path& path : book.paths)
    for (const Rule& rule : book.rules)
      if (rule.paths.empty() || std::find(rule.paths.begin(), rule.paths.end(), path.id) != rule.paths.end())
        path.rules.push_back(&rule);
}

class Reader {
 public:
  Reader(const content::Content& content, diag::Diagnostics& diagnostics)
      : context_{*content.portal, *content.sources, diagnostics, content.names.get()}, diagnostics_(diagnostics) {}

  void read(const std::string& path, std::string_view text) {
    const std::size_t errors = diagnostics_.errors();
    if (const auto bad = base::first_invalid_utf8(text)) {
      const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
      diagnostics_.add(diag::code::not_utf8, {path, static_cast<std::uint32_t>(line), 1, 1}, "this line is not UTF-8",
                       "save the file as UTF-8");
      return;
    }
    const toml::Node tree = toml::parse(text, path, 1, diagnostics_);
    const bool whole = diagnostics_.errors() == errors;
    const model::Network* const network = network_of(tree, {context_, path, nullptr, 0, false, whole});
    if (network == nullptr) return;
    Rulebook& book = books_.books.emplace_back();
    book.network = network;
    book.file = path;
    book.digest = hash::sha256(text);
    const content::File file{context_, path, network, 0, false, whole};
    Keys keys(tree, file, "a file of registration rules");
    keys.find("network");
    read_book(keys, book);
    keys.finish();
    if (diagnostics_.errors() == errors) prove(book, diagnostics_);
  }

  Rulebooks take() { return std::move(books_); }

 private:
  /// The network that the file is about, when no other file is.
  const model::Network* network_of(const toml::Node& tree, const content::File& file) {
    Keys keys(tree, file, "a file of registration rules");
    static constexpr content::Named kinds[] = {content::Named::network};
    const auto* const network = content::refer(keys, "network", {kinds, true}, Wanted::required).as<model::Network>();
    if (network == nullptr) return nullptr;
    const Rulebook* const other = books_.of(network->page.id);
    if (other == nullptr) return network;
    keys.report(diag::code::duplicate_id, tree.find("network")->at,
                fmt::format("the network `{}` has two files of registration rules", network->page.id),
                "keep one file a network", {{fmt::format("the other is `{}`", other->file), {}}});
    return nullptr;
  }

  content::Context context_;
  diag::Diagnostics& diagnostics_;
  Rulebooks books_;
};

}  // namespace

const Rulebook* Rulebooks::of(std::string_view network) const {
  for (const Rulebook& it : books)
    if (it.network->page.id == network) return &it;
  return nullptr;
}

Rulebooks read_rulebooks(const base::FileSystem& files, const content::Content& content,
                         diag::Diagnostics& diagnostics) {
  if (!content.portal) return {};
  const auto listing = files.list(folder);
  if (!listing) return {};  // whoever reads the folder's other files says why
  Reader reader(content, diagnostics);
  for (const base::FileEntry& entry : *listing) {
    if (!entry.path.starts_with(stem) || !entry.path.ends_with(ending)) continue;
    const std::string path = fmt::format("{}/{}", folder, entry.path);
    if (const auto text = files.read(path))
      reader.read(path, *text);
    else
      content::report_unreadable(path, text.failure(), diagnostics);
  }
  return reader.take();
}

}  // namespace cenacle::rules
