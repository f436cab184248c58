// portal.toml: addresses, notices, menu.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("content: portal") {
  struct Row {
    std::string name, path, bytes, said;
  };
  const Row rows[] = {
    {"nothing", "portal.toml",
     "",
     "1:1+1 missing-key: the portal needs `accessibility` => add: / [accessibility]\n"
     "1:1+1 missing-key: the portal needs `base_url` => add: / base_url = \"…\"\n"
     "1:1+1 missing-key: the portal needs `description` => add: / description = \"…\"\n"
     "1:1+1 missing-key: the portal needs `legal` => add: / [legal]\n"
     "1:1+1 missing-key: the portal needs `title` => add: / title = \"…\"\n"},
    {"addresses without a slash", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example\"\n"
     "spaces_url = \"http://x.example\"\n"
     "[legal]\n"
     "publisher = \"P\"\n"
     "publisher_address = \"A\"\n"
     "director = \"D\"\n"
     "host = \"H\"\n"
     "host_address = \"B\"\n"
     "contact = \"a@essai.example\"\n"
     "[accessibility]\n"
     "status = \"none\"\n"
     "contact = \"b@essai.example\"\n"
     "declared = 2026-09-01\n",
     "3:12+23 bad-address: `base_url` ends with `/` => write: / base_url = \"https://essai.example/\"\n"
     "4:14+18 bad-address: `spaces_url` is not an address beginning with `https://` => write: / spaces_url = \"https://x.example\"\n"},
    {"a language and a time zone", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
     "language = \"de\"\n"
     "time_zone = \"Paris\"\n"
     "[legal]\n"
     "publisher = \"P\"\n"
     "publisher_address = \"A\"\n"
     "director = \"D\"\n"
     "host = \"H\"\n"
     "host_address = \"B\"\n"
     "contact = \"a@essai.example\"\n"
     "[accessibility]\n"
     "status = \"none\"\n"
     "contact = \"b@essai.example\"\n"
     "declared = 2026-09-01\n",
     "4:12+4 bad-value: `language` cannot be \"de\" => write: / language = \"fr\"\n"
     "5:13+7 unknown-time-zone: there is no time zone \"Paris\" => write: / time_zone = \"Europe/Paris\"\n"},
    {"words of addresses", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
     "[addresses]\n"
     "group = \"g\"\n"
     "meetings = \"Réunions\"\n"
     "spaces = \"groups\"\n"
     "[legal]\n"
     "publisher = \"P\"\n"
     "publisher_address = \"A\"\n"
     "director = \"D\"\n"
     "host = \"H\"\n"
     "host_address = \"B\"\n"
     "contact = \"a@essai.example\"\n"
     "[accessibility]\n"
     "status = \"none\"\n"
     "contact = \"b@essai.example\"\n"
     "declared = 2026-09-01\n",
     "5:1+5 unknown-key: `[addresses]` has no key `group` => did you mean: / groups = \"g\"\n"
     "6:12+10 bad-value: `meetings` is made of `a-z`, `0-9` and `-` => write: / meetings = \"reunions\"\n"
     "7:10+8 address-clash: `groups` and `spaces` would have the same addresses: `groups` => give each folder a word of its own\n"},
    {"two words alike", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
     "[addresses]\n"
     "groups = \"g\"\n"
     "spaces = \"g\"\n"
     "[legal]\n"
     "publisher = \"P\"\n"
     "publisher_address = \"A\"\n"
     "director = \"D\"\n"
     "host = \"H\"\n"
     "host_address = \"B\"\n"
     "contact = \"a@essai.example\"\n"
     "[accessibility]\n"
     "status = \"none\"\n"
     "contact = \"b@essai.example\"\n"
     "declared = 2026-09-01\n",
     "6:10+3 address-clash: `groups` and `spaces` would have the same addresses: `g` => give each folder a word of its own\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
