// What the content says, as plain values: loaded once, then only read. Keys and meanings: content/FORMAT.md.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/network.h"
#include "model/page.h"

namespace cenacle::model {

/// `[legal]`: what a legal notice must say.
struct Legal {
  std::string publisher, publisher_address, director, host, host_address, contact;
  std::string siret, phone, data_protection, licence;
};

enum class Conformity { none, partial, full };

/// `[accessibility]`: the statement of RGAA 4.
struct Accessibility {
  Conformity status = Conformity::none;
  std::string contact;
  base::Date declared;
  std::string standard = "RGAA 4.1";
  std::optional<base::Date> audit_date;
  std::string auditor;
  std::optional<std::int64_t> rate;  ///< percent; only with an audit
  std::vector<std::string> exceptions;
  std::optional<base::Date> remedies_date;
};

/// `[mail]`: from whom mails come, and within what bounds.
struct Mailing {
  std::string address;  ///< the mailbox that is read: From, Reply-To, and the organiser of invitations
  std::string name;     ///< that From shows
  bool verp = false;    ///< bounces come to an address of each message's own
  std::int64_t max_mails = 300;         ///< `apply` sends no more without being told to
  std::int64_t max_attachment = 2'000;  ///< kilobytes of the files of one mail; beyond, it says where to find them
};

struct MenuEntry {
  std::string title;
  std::string to;  ///< an address, when `page` is null
  const Page* page = nullptr;
};

struct Portal {
  std::string title, description;
  std::string language = "fr";
  std::string time_zone = "Europe/Paris";
  std::string base_url;    ///< ends with "/"
  std::string spaces_url;  ///< ends with "/"
  std::string theme = "default";
  std::map<std::string, std::string, std::less<>> addresses;  ///< folder or list name → word in addresses
  std::vector<MenuEntry> menu;
  Legal legal;
  Accessibility accessibility;
  Mailing mail;

  std::deque<Network> networks;  ///< by `order`, then title
  std::deque<FreePage> pages;
  std::vector<LeftOut> left_out;  ///< by path
  base::Date today;               ///< of the clock, in the portal's zone

  /// The word for `name` in addresses.
  std::string_view word(std::string_view name) const {
    const auto it = addresses.find(name);
    return it == addresses.end() ? name : std::string_view(it->second);
  }
};

}  // namespace cenacle::model
