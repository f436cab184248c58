// What every page has: where it comes from, who may read it, its address, its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace cenacle::model {

struct Network;
struct Group;
struct Workshop;
struct Space;

/// Who may read: everybody, a network's members, a space's, a group's (or workshop's). Its `id` names the tree
/// `output/spaces/<id>/` and the list `.cenacle/access/<id>`; the public audience has an empty one.
struct Audience {
  enum class Kind : std::uint8_t { everybody, network, space, group };
  Kind kind = Kind::everybody;
  const Network* network = nullptr;  ///< null for everybody
  std::string id;                    ///< "" · "finances" · "cc-plaine" · "finances.fiscalite"

  friend bool operator==(const Audience& a, const Audience& b) { return a.id == b.id; }
};

/// Whether whoever is in `reader` may read what is for `wanted`: everybody's; one's own; a network's by its groups and
/// spaces.
bool may_read(const Audience& reader, const Audience& wanted);

/// A page's text: Markdown, where it stands in its file. The bytes live in the content's sources (content/sources.h).
struct Text {
  std::uint32_t source = 0;  ///< index of the file
  bool empty = true;         ///< nothing but white space
};

/// A file that pages link to (`files/`), copied to the trees of the pages that do.
struct Asset {
  std::string path;     ///< below the portal's root: "content/finances/files/bilan.pdf"
  std::string address;  ///< in a tree: "finances/files/bilan.pdf"
};

/// Where a value stands in its page's source: as in diag::Place; line 0 when it is not written there.
struct Spot {
  std::uint32_t line = 0, column = 0, length = 0;
};

struct Page {
  std::string path;  ///< of the source, below the portal's root: "content/finances/groups/fiscalite.md"
  std::string id;    ///< the file's name without ".md"
  std::string title;
  std::string summary;               ///< as written, else the start of the text
  std::string address;               ///< in its tree, without leading "/": "finances/groupes/fiscalite.html"
  std::vector<std::string> aliases;  ///< former addresses, without leading "/"
  Audience audience;
  const Network* network = nullptr;  ///< null for the portal's own pages
  Text text;
};

/// A file that is not in the output, and why.
struct LeftOut {
  enum class Reason { draft, not_yet_published };
  std::string path;
  Reason reason = Reason::draft;
  std::optional<base::Date> from;  ///< for `not_yet_published`: the day it comes
};

/// An article of a charter, cited: `charter:groupes#2.1`.
struct Citation {
  std::string charter;  ///< charter id
  std::string article;  ///< "2.1", or empty
};

}  // namespace cenacle::model
