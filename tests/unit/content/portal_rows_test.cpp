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
     "1:1+1 missing-key: the portal needs `accessibility` => add: / [accessibility] / status = \"none\" / contact = \"contact@portail.example\" / declared = 2026-10-06\n"
     "1:1+1 missing-key: the portal needs `base_url` => add: / base_url = \"…\"\n"
     "1:1+1 missing-key: the portal needs `description` => add: / description = \"…\"\n"
     "1:1+1 missing-key: the portal needs `legal` => add: / [legal] / publisher = \"…\" / publisher_address = \"…\" / director = \"…\" / host = \"…\" / host_address = \"…\" / contact = \"contact@portail.example\"\n"
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
    {"a menu", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
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
     "declared = 2026-09-01\n"
     "[[menu]]\n"
     "title = \"A\"\n"
     "to = \"network:cercles\"\n"
     "[[menu]]\n"
     "to = \"https://x.example/\"\n"
     "[[menu]]\n"
     "title = \"P\"\n"
     "to = \"page:aide\"\n"
     "[[menu]]\n"
     "title = \"G\"\n"
     "to = \"group:cercle/archives\"\n"
     "[[menu]]\n"
     "title = \"G\"\n"
     "to = \"//x\"\n"
     "[[menu]]\n"
     "title = \"G\"\n",
     "17:6+17 unknown-reference: there is no network `cercles` => did you mean: / to = \"network:cercle\"\n"
     "18:1+8 missing-key: a menu entry needs `title` => add: / title = \"…\"\n"
     "28:6+5 unknown-reference: `//x` does not say what kind of thing it is => write: / to = \"network:…\"\n"
     "29:1+8 missing-key: a menu entry needs `to` => add: / to = \"…\"\n"},
    {"a legal notice", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
     "[legal]\n"
     "publisher = \"P\"\n"
     "publisher_address = \"A\"\n"
     "director = \"D\"\n"
     "host = \"H\"\n"
     "host_address = \"B\"\n"
     "contact = \"a@essai\"\n"
     "data_protection = \"dpo\"\n"
     "[accessibility]\n"
     "status = \"none\"\n"
     "contact = \"b@essai.example\"\n"
     "declared = 2026-09-01\n",
     "10:11+9 bad-mail: `contact` is not a mail address => write: / contact = \"fonction@reseau.example\"\n"
     "11:19+5 bad-mail: `data_protection` is not a mail address => write: / data_protection = \"fonction@reseau.example\"\n"},
    {"a status", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
     "[legal]\n"
     "publisher = \"P\"\n"
     "publisher_address = \"A\"\n"
     "director = \"D\"\n"
     "host = \"H\"\n"
     "host_address = \"B\"\n"
     "contact = \"a@essai.example\"\n"
     "[accessibility]\n"
     "status = \"non\"\n"
     "contact = \"b@essai.example\"\n"
     "declared = 2026-09-01\n",
     "12:10+5 bad-value: `status` cannot be \"non\" => write: / status = \"none\"\n"},
    {"a rate without an audit", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
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
     "declared = 2026-09-01\n"
     "rate = 80\n",
     "15:8+2 rate-without-audit: a rate is announced without the audit that found it => take it out, or say when and by whom the audit was made: / audit_date = 2026-10-06 / auditor = \"…\"\n"},
    {"a rate with half an audit", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
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
     "declared = 2026-09-01\n"
     "auditor = \"A\"\n"
     "rate = 80\n",
     "16:8+2 rate-without-audit: a rate is announced without the audit that found it => take it out, or say when and by whom the audit was made: / audit_date = 2026-10-06 / auditor = \"…\"\n"},
    {"a rate with its audit", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
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
     "declared = 2026-09-01\n"
     "audit_date = 2026-01-01\n"
     "auditor = \"A\"\n"
     "rate = 80\n",
     ""},
    {"a rate above all", "portal.toml",
     "title = \"Portail\"\n"
     "description = \"Un portail.\"\n"
     "base_url = \"https://essai.example/\"\n"
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
     "declared = 2026-09-01\n"
     "audit_date = 2026-01-01\n"
     "auditor = \"A\"\n"
     "rate = 180\n",
     "17:8+3 bad-value: `rate` is a percentage, at most 100 => write: / rate = 100\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
