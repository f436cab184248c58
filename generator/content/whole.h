// What can only be said of the content as a whole: names of files, addresses, ids that must differ everywhere.
#pragma once

#include "content/sources.h"
#include "diag/diagnostics.h"
#include "model/portal.h"

namespace cenacle::content {

/// Names that are not as FORMAT.md wants them, files that nobody reads, networks without network.md.
void check_paths(const Sources& sources, diag::Diagnostics& diagnostics);

/// duplicate-id for audiences and versions of charters, address-clash for pages and former addresses.
void check_whole(const model::Portal& portal, const Sources& sources, diag::Diagnostics& diagnostics);

/// All pages of the portal, in the order of the model.
template <class Visit>
void for_each_page(const model::Portal& portal, const Visit& visit) {
  for (const auto& it : portal.pages) visit(it.page);
  for (const model::Network& network : portal.networks) {
    visit(network.page);
    const auto all = [&](const auto& things) {
      for (const auto& it : things) visit(it.page);
    };
    all(network.charters);
    all(network.groups);
    all(network.workshops);
    all(network.spaces);
    all(network.meetings);
    all(network.minutes);
    all(network.documents);
    all(network.contributions);
    all(network.sheets);
    all(network.news);
    all(network.pages);
    all(network.surveys);
  }
}

}  // namespace cenacle::content
