// The trees of the output: the public one, and one for each restricted audience; what each makes, and where its links
// lead.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/portal.h"

namespace cenacle::site {

/// One tree. The public one is `site/`; that of an audience is `spaces/ID/`. A page is made in the tree of its own
/// audience; a network's, group's, workshop's or space's page, and its meetings, are made once more, whole, in its
/// members' tree.
class Tree {
 public:
  Tree(const model::Portal& portal, model::Audience audience);

  const model::Audience& audience() const { return audience_; }
  bool restricted() const { return audience_.kind != model::Audience::Kind::everybody; }
  /// "site" or "spaces/finances.fiscalite"
  const std::string& folder() const { return folder_; }
  /// Where the tree is served; ends with "/".
  const std::string& served_at() const { return served_at_; }

  /// Whether its readers may see the page.
  bool shows(const model::Page& page) const { return model::may_read(audience_, page.audience); }
  bool shows(const model::Meeting& meeting) const;
  /// Whether the page is a file of this tree.
  bool makes(const model::Page& page) const;
  bool makes(const model::Meeting& meeting) const;
  template <class Thing>
  requires requires(const Thing& thing) { thing.page.audience; }
  bool makes(const Thing& thing) const { return makes(thing.page); }
  /// Whether `members` are this tree's readers.
  bool belongs_to(const model::Audience& members) const { return restricted() && members.id == audience_.id; }
  /// Whether its readers may have what is for `members` only: a conference link.
  bool entitles_to(const model::Audience& members) const { return restricted() && model::may_read(audience_, members); }

  /// The path of a page of this tree: the audience's own page is "index.html".
  std::string path_of(const model::Page& page) const;
  /// The page's address as its links say it: a path of this tree, or the full address in the tree where it is.
  std::string url(const model::Page& page) const;
  std::string url(const model::Meeting& meeting) const;

 private:
  std::string url_elsewhere(const model::Page& page) const;

  const model::Portal* portal_;
  model::Audience audience_;
  std::string folder_, served_at_;
  const model::Page* subject_ = nullptr;
};

/// Ids of the audiences that have a tree of their own.
using Audiences = std::set<std::string, std::less<>>;
Audiences audiences_of(const std::vector<Tree>& trees);

/// The public tree, then one for each audience for which something is restricted, by id.
std::vector<Tree> trees_of(const model::Portal& portal);

/// The page that stands for an audience: its network's, group's, workshop's or space's; null for everybody.
const model::Page* subject_of(const model::Audience& audience);

}  // namespace cenacle::site
