// Where a new thing goes.
#include "site/new_place.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "content/layout.h"

namespace cenacle::site {

namespace {

using Why = Refusal::Why;

constexpr std::string_view of_portal = "portal";

/// What `--of` may name for a kind, by the words of references.
std::vector<std::string_view> owners_of(NewKind kind) {
  switch (kind) {
    case NewKind::group:
    case NewKind::sheet:
      return {"network", "space"};
    case NewKind::meeting:
    case NewKind::document:
    case NewKind::survey:
    case NewKind::news:
      return {"network", "group", "workshop", "space"};
    case NewKind::contribution:
      return {"network", "group", "contribution"};
    case NewKind::page:
    case NewKind::faq:
      return {"portal", "network", "group", "space"};
    default:
      return {"network"};
  }
}

bool allows(NewKind kind, std::string_view owner) {
  const auto owners = owners_of(kind);
  return std::find(owners.begin(), owners.end(), owner) != owners.end();
}

/// Something that `--of` may name.
struct Candidate {
  std::string_view scheme;
  const model::Network* network;
  const model::Page* page;
  model::Owner owner;
  const model::Contribution* answered = nullptr;

  std::string reference() const { return fmt::format("{}:{}", scheme, page->id); }
};

template <class Things>
void add_all(std::string_view scheme, const model::Network& network, const Things& things,
             std::vector<Candidate>* out) {
  for (const auto& thing : things) out->push_back({scheme, &network, &thing.page, &thing});
}

std::vector<Candidate> candidates(const model::Portal& portal) {
  std::vector<Candidate> all;
  for (const model::Network& network : portal.networks) {
    add_all("group", network, network.groups, &all);
    add_all("workshop", network, network.workshops, &all);
    add_all("space", network, network.spaces, &all);
    for (const model::Contribution& it : network.contributions)
      all.push_back({"contribution", &network, &it.page, &network, &it});
  }
  return all;
}

const model::Network* network_called(const model::Portal& portal, std::string_view id) {
  const auto found = std::find_if(portal.networks.begin(), portal.networks.end(),
                                  [&](const model::Network& network) { return network.page.id == id; });
  return found == portal.networks.end() ? nullptr : &*found;
}

/// The network whose folder the current one is or lies in.
const model::Network* network_here(const model::Portal& portal, const std::string& here) {
  return network_called(portal, content::place_of(here + "/network.md").network);
}

std::string network_list(const model::Portal& portal) {
  std::vector<std::string_view> ids;
  for (const model::Network& network : portal.networks) ids.push_back(network.page.id);
  return base::listing(ids);
}

class Search {
 public:
  Search(const NewRequest& request, const model::Portal& portal)
      : request_(request), portal_(portal), here_(network_here(portal, request.here)) {}

  Destination run() const {
    const std::string& of = request_.of;
    if (of.empty() && request_.here == "content/pages" && allows(request_.kind, of_portal)) return {};
    if (of.empty() || of == "network") return in_network(the_network());
    if (of == of_portal && allows(request_.kind, of_portal)) return {};
    const std::size_t colon = of.find(':');
    if (colon == std::string::npos) {
      const model::Network* const network = network_called(portal_, of);
      if (network == nullptr) throw unknown();
      return in_network(*network);
    }
    return named(std::string_view(of).substr(0, colon), std::string_view(of).substr(colon + 1));
  }

 private:
  static Destination in_network(const model::Network& network) {
    return {&network, model::Owner(&network), "network", nullptr};
  }

  const model::Network& the_network() const {
    if (here_ != nullptr) return *here_;
    if (portal_.networks.size() == 1) return portal_.networks.front();
    if (portal_.networks.empty())
      throw Refusal{Why::refused, "the portal has no network yet", "make one:\ncenacle new network \"…\""};
    throw Refusal{Why::usage, fmt::format("the portal has several networks: say with --of in which one"),
                  fmt::format("they are {}", network_list(portal_))};
  }

  Destination named(std::string_view scheme, std::string_view rest) const {
    const std::size_t slash = rest.find('/');
    const std::string_view in = slash == std::string_view::npos ? std::string_view() : rest.substr(0, slash);
    const std::string_view id = slash == std::string_view::npos ? rest : rest.substr(slash + 1);
    if (scheme == "network") {
      const model::Network* const network = network_called(portal_, id);
      if (network == nullptr) throw unknown();
      return in_network(*network);
    }
    check_allowed(scheme);
    const model::Network* const within = in.empty() ? here_ : network_called(portal_, in);
    if (!in.empty() && within == nullptr) throw unknown();
    std::vector<Candidate> found;
    for (const Candidate& it : candidates(portal_))
      if (it.scheme == scheme && it.page->id == id && (within == nullptr || it.network == within)) found.push_back(it);
    if (found.empty()) throw unknown();
    if (found.size() > 1)
      throw Refusal{Why::usage, fmt::format("more than one network has a {} `{}`", scheme, id),
                    fmt::format("name the network too: --of {}:{}/{}", scheme, found.front().network->page.id, id)};
    const Candidate& it = found.front();
    return {it.network, it.owner, it.answered != nullptr ? "network" : it.reference(), it.answered};
  }

  void check_allowed(std::string_view scheme) const {
    if (allows(request_.kind, scheme)) return;
    throw Refusal{Why::usage,
                  fmt::format("--of of a new {} names a {}, not `{}`", word_of(request_.kind),
                              base::listing(owners_of(request_.kind)), request_.of),
                  ""};
  }

  /// Names that it may have been meant to be: references and bare ids, of one's own network first.
  Refusal unknown() const {
    std::vector<std::string> written;
    std::vector<std::string> meant;
    const auto offer = [&](std::string name, const std::string& reference) {
      written.push_back(std::move(name));
      meant.push_back(reference);
    };
    const std::vector<Candidate> all = candidates(portal_);
    for (const bool own : {true, false}) {
      for (const Candidate& it : all) {
        if (!allows(request_.kind, it.scheme) || (it.network == here_) != own) continue;
        const std::string reference = own || here_ == nullptr
                                          ? it.reference()
                                          : fmt::format("{}:{}/{}", it.scheme, it.network->page.id, it.page->id);
        offer(it.page->id, reference);
        offer(it.reference(), reference);
        offer(fmt::format("{}:{}/{}", it.scheme, it.network->page.id, it.page->id), reference);
      }
    }
    for (const model::Network& network : portal_.networks) {
      offer(network.page.id, network.page.id);
      offer("network:" + network.page.id, network.page.id);
    }
    const std::vector<std::string_view> names(written.begin(), written.end());
    const auto near = base::closest(request_.of, names);
    const auto at = near ? std::find(written.begin(), written.end(), *near) - written.begin() : 0;
    return {Why::usage, fmt::format("nothing is called `{}`", request_.of),
            near ? fmt::format("did you mean --of {}", meant[static_cast<std::size_t>(at)])
                 : fmt::format("--of names a {}; the networks are {}", base::listing(owners_of(request_.kind)),
                               network_list(portal_))};
  }

  const NewRequest& request_;
  const model::Portal& portal_;
  const model::Network* here_;
};

}  // namespace

Destination destination_of(const NewRequest& request, const model::Portal& portal) {
  return Search(request, portal).run();
}

}  // namespace cenacle::site
