// Which file of content/ is what, told from its path alone (FORMAT.md, the list of folders).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace cenacle::content {

/// The folders of a network whose `.md` files are things of one kind each, in the order of `folder_names`.
enum class Folder : std::uint8_t {
  charters,
  groups,
  workshops,
  spaces,
  meetings,
  minutes,
  documents,
  contributions,
  sheets,
  news,
  pages,
  surveys
};
inline constexpr std::array<std::string_view, 12> folder_names = {
    "charters", "groups", "workshops", "spaces", "meetings", "minutes", "documents", "contributions", "sheets", "news",
    "pages", "surveys"};

constexpr std::string_view name_of(Folder folder) { return folder_names[static_cast<std::size_t>(folder)]; }

/// What a file is. The views are parts of the path that was given.
struct FilePlace {
  enum class Kind : std::uint8_t {
    portal,       ///< content/portal.toml
    portal_page,  ///< content/pages/STEM.md
    network,      ///< content/NETWORK/network.md
    bodies,       ///< content/NETWORK/bodies.csv
    directory,    ///< content/NETWORK/directory.toml
    item,         ///< content/NETWORK/FOLDER/STEM.md
    attachment,   ///< content/NETWORK/files/**
    aside,        ///< other parts of the program read it: calendar.lock, people.example.csv
    unexpected
  };
  Kind kind = Kind::unexpected;
  std::string_view network;          ///< empty for the portal's
  Folder folder = Folder::charters;  ///< of an item
  std::string_view stem;             ///< the last part of the path, without ".md"

  /// Whether it has front matter, or is TOML as a whole.
  bool is_source() const {
    return kind == Kind::portal || kind == Kind::portal_page || kind == Kind::network || kind == Kind::directory ||
           kind == Kind::item;
  }
};

/// `path` is below the portal's root: "content/finances/groups/fiscalite.md".
FilePlace place_of(std::string_view path);

/// The path of a thing: "content/NETWORK/FOLDER/ID.md".
std::string path_of(std::string_view network, Folder folder, std::string_view id);

/// `path`, each part as FORMAT.md wants it: ids, and lower-case endings.
std::string proper_path(std::string_view path);
/// Whether a glance at its letters shows that `path` is proper, as nearly all are. When false, it may be all the same.
bool is_plainly_proper(std::string_view path);

/// `target` as seen from the folder of `from`, without `.` and `..`; empty when it leads out of content/.
std::string relative_to(std::string_view from, std::string_view target);

}  // namespace cenacle::content
