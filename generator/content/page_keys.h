// The keys that every page has (FORMAT.md): title, summary, visibility, address, former addresses.
#pragma once

#include <string>
#include <string_view>

#include "content/keys.h"
#include "model/page.h"

namespace cenacle::content {

/// Who reads a page that does not say.
enum class Visibility : std::uint8_t { as_network, group };

/// What differs from one kind of page to another.
struct PageKind {
  Need title = Need::required;
  Visibility visibility = Visibility::as_network;
  const model::Audience* group = nullptr;  ///< whom `group` means; null: the key has no meaning here
  std::string_view folder;                 ///< whose word stands in the address
  std::string_view stem = {};              ///< last part of the address without `slug`; by default the file's name
  std::string_view stem_ending = {};       ///< after the stem, whatever it is: "-v2"
};

/// Reads them into `page`, whose path, id, network and text are known; the title may be given already.
void load_page(Keys& keys, model::Page& page, const PageKind& kind);

/// `aliases`, of any page.
void load_aliases(Keys& keys, model::Page& page);

/// `visibility` alone, for what is no page (a directory).
model::Audience load_visibility(Keys& keys, Visibility otherwise, const model::Audience* group);

/// What a group's, workshop's or space's own readers are.
model::Audience members_of(const model::Network& network, model::Audience::Kind kind, std::string_view id);

}  // namespace cenacle::content
