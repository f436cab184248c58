// The trees of the output: the public one, and one for each restricted audience; what each makes, and where its links
// lead.
#include "site/tree.h"

#include <map>

namespace cenacle::site {

namespace {

using model::Audience;

/// Everything of a network that has an audience, one after the other.
template <class Visit>
void each_page(const model::Network& network, const Visit& visit) {
  visit(network.page);
  for (const auto& it : network.charters) visit(it.page);
  for (const auto& it : network.groups) visit(it.page);
  for (const auto& it : network.workshops) visit(it.page);
  for (const auto& it : network.spaces) visit(it.page);
  for (const auto& it : network.meetings) visit(it.page);
  for (const auto& it : network.minutes) visit(it.page);
  for (const auto& it : network.documents) visit(it.page);
  for (const auto& it : network.contributions) visit(it.page);
  for (const auto& it : network.sheets) visit(it.page);
  for (const auto& it : network.news) visit(it.page);
  for (const auto& it : network.pages) visit(it.page);
  for (const auto& it : network.surveys) visit(it.page);
}

}  // namespace

const model::Page* subject_of(const Audience& audience) {
  if (audience.kind == Audience::Kind::everybody) return nullptr;
  const model::Network& network = *audience.network;
  if (audience.kind == Audience::Kind::network) return &network.page;
  for (const auto& it : network.groups)
    if (it.members.id == audience.id) return &it.page;
  for (const auto& it : network.workshops)
    if (it.members.id == audience.id) return &it.page;
  for (const auto& it : network.spaces)
    if (it.members.id == audience.id) return &it.page;
  return &network.page;
}

Tree::Tree(const model::Portal& portal, Audience audience) : portal_(&portal), audience_(std::move(audience)) {
  folder_ = restricted() ? "spaces/" + audience_.id : "site";
  served_at_ = restricted() ? portal.spaces_url + audience_.id + "/" : portal.base_url;
  subject_ = subject_of(audience_);
}

bool Tree::shows(const model::Meeting& meeting) const { return shows(meeting.page); }

bool Tree::makes(const model::Page& page) const { return page.audience.id == audience_.id || subject_ == &page; }

bool Tree::makes(const model::Meeting& meeting) const {
  return makes(meeting.page) || (belongs_to(meeting.members) && shows(meeting.page));
}

std::string Tree::path_of(const model::Page& page) const { return subject_ == &page ? "index.html" : page.address; }

std::string Tree::url_elsewhere(const model::Page& page) const {
  return page.audience.kind == Audience::Kind::everybody ? portal_->base_url + page.address
                                                         : portal_->spaces_url + page.audience.id + "/" + page.address;
}

std::string Tree::url(const model::Page& page) const {
  if (makes(page)) return path_of(page);
  // Its own readers' tree has the network's, group's or space's page as its index.
  if (page.audience.kind != Audience::Kind::everybody && subject_of(page.audience) == &page)
    return portal_->spaces_url + page.audience.id + "/";
  return url_elsewhere(page);
}

std::string Tree::url(const model::Meeting& meeting) const {
  return makes(meeting) ? path_of(meeting.page) : url_elsewhere(meeting.page);
}

std::vector<Tree> trees_of(const model::Portal& portal) {
  std::map<std::string, Audience> restricted;
  const auto note = [&](const Audience& audience) {
    if (audience.kind != Audience::Kind::everybody) restricted.emplace(audience.id, audience);
  };
  for (const model::Network& network : portal.networks) {
    each_page(network, [&](const model::Page& page) { note(page.audience); });
    for (const model::Meeting& meeting : network.meetings)
      if (!meeting.online.empty() && model::may_read(meeting.members, meeting.page.audience)) note(meeting.members);
    if (!network.directory.experts.empty() || !network.directory.software.empty()) note(network.directory.audience);
  }
  for (const model::FreePage& page : portal.pages) note(page.page.audience);
  std::vector<Tree> trees;
  trees.emplace_back(portal, Audience{});
  for (auto& [id, audience] : restricted) trees.emplace_back(portal, audience);
  return trees;
}

Audiences audiences_of(const std::vector<Tree>& trees) {
  Audiences ids;
  for (const Tree& tree : trees)
    if (tree.restricted()) ids.insert(tree.audience().id);
  return ids;
}

}  // namespace cenacle::site
