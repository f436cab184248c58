// Visibility as written: what it may be where.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("content: visibility") {
  struct Row {
    std::string name, path, bytes, said;
  };
  const Row rows[] = {
    {"a word that is none", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "visibility = \"publik\"\n"
     "+++\n",
     "3:14+8 bad-value: `visibility` cannot be \"publik\" => write: / visibility = \"public\"\n"},
    {"group, for a group", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "visibility = \"group\"\n"
     "+++\n",
     ""},
    {"group, for news of nobody", "cercle/news/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "date = 2026-09-01\n"
     "visibility = \"group\"\n"
     "+++\n",
     "4:14+7 bad-value: a piece of news has no group whose readers `group` could mean => write: / visibility = \"network\"\n"},
    {"group, for news of a group", "cercle/news/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "date = 2026-09-01\n"
     "visibility = \"group\"\n"
     "of = \"group:archives\"\n"
     "+++\n",
     ""},
    {"group, for news of the network", "cercle/news/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "date = 2026-09-01\n"
     "visibility = \"group\"\n"
     "of = \"network\"\n"
     "+++\n",
     ""},
    {"group, for a charter", "cercle/charters/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "charter = \"essai\"\n"
     "version = 1\n"
     "in_force = 2026-01-01\n"
     "visibility = \"group\"\n"
     "+++\n"
     "## 1. But\n",
     "6:14+7 bad-value: a charter has no group whose readers `group` could mean => write: / visibility = \"network\"\n"},
    {"group, for a sheet", "cercle/sheets/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "topics = [\"archives\"]\n"
     "reviewed = 2026-01-01\n"
     "owner = \"coordination\"\n"
     "visibility = \"group\"\n"
     "+++\n",
     "6:14+7 bad-value: a sheet has no group whose readers `group` could mean => write: / visibility = \"network\"\n"},
    {"a space", "cercle/sheets/essai.md",
     "+++\n"
     "title = \"T\"\n"
     "topics = [\"archives\"]\n"
     "reviewed = 2026-01-01\n"
     "owner = \"coordination\"\n"
     "visibility = \"space:plaines\"\n"
     "+++\n",
     "6:14+15 unknown-reference: there is no space `plaines` in `cercle` => did you mean: / visibility = \"space:plaine\"\n"},
    {"a boolean", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "visibility = true\n"
     "+++\n",
     "3:14+4 wrong-type: `visibility` is a text, not a boolean => between quotes: / visibility = \"public\"\n"},
    {"a directory of a group", "cercle/directory.toml",
     "visibility = \"group\"\n",
     "1:14+7 bad-value: a directory has no group whose readers `group` could mean => write: / visibility = \"network\"\n"},
    {"a slug", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "slug = \"Été 2026\"\n"
     "+++\n",
     "3:8+10 bad-value: `slug` is made of `a-z`, `0-9` and `-` => write: / slug = \"ete-2026\"\n"},
    {"aliases", "cercle/groups/essai.md",
     "+++\n"
     "title = \"Essai\"\n"
     "aliases = [\"/ok\", \"/ok/2.html\", \"ancienne\", \"https://x.example/a/b\", \"//x\", \"/a b\", \"/../x\", 3]\n"
     "+++\n",
     "3:33+10 bad-address: a former address begins with `/` and is made of letters, digits, `-`, `_`, `.` and `/` => write: / \"/ancienne\"\n"
     "3:45+23 bad-address: a former address begins with `/` and is made of letters, digits, `-`, `_`, `.` and `/` => write: / \"/a/b\"\n"
     "3:70+5 bad-address: a former address begins with `/` and is made of letters, digits, `-`, `_`, `.` and `/` => write: / \"/ancienne/adresse.html\"\n"
     "3:77+6 bad-address: a former address begins with `/` and is made of letters, digits, `-`, `_`, `.` and `/` => write: / \"/ancienne/adresse.html\"\n"
     "3:85+7 bad-address: a former address begins with `/` and is made of letters, digits, `-`, `_`, `.` and `/` => write: / \"/ancienne/adresse.html\"\n"
     "3:94+1 wrong-type: `aliases` is a list of texts, and this is an integer => between quotes: / \"3\"\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
