// What is said of the content as a whole: names of files, files that nobody reads, addresses and readers that clash.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("the content as a whole") {
  struct Row {
    std::string name;
    Files files;
    std::string said;
  };
  const std::string group = front("title = \"G\""), long_group = front("title = \"G\"\nslug = \"accueil\"");
  const Row rows[] = {
      {"a file name", {{"cercle/groups/Fiscalité locale.md", group}},
       "cercle/groups/Fiscalité locale.md:0:0+0 bad-file-name: names of files and folders are made of `a-z`, `0-9` and `-` => rename "
       "it: / git mv 'content/cercle/groups/Fiscalité locale.md' 'content/cercle/groups/fiscalite-locale.md'\n"},
      {"a file name with an apostrophe", {{"cercle/pages/l'aide.md", group}},
       "cercle/pages/l'aide.md:0:0+0 bad-file-name: names of files and folders are made of `a-z`, `0-9` and `-` => rename it: / git mv "
       "'content/cercle/pages/l'\\''aide.md' 'content/cercle/pages/l-aide.md'\n"},
      {"an attachment", {{"cercle/files/Plan_2.CSV", ""}, {"cercle/pages/x.md", front("title = \"X\"", "[p](../files/Plan_2.CSV)")}},
       "cercle/files/Plan_2.CSV:0:0+0 bad-file-name: names of files and folders are made of `a-z`, `0-9` and `-` => rename it: / git "
       "mv 'content/cercle/files/Plan_2.CSV' 'content/cercle/files/plan-2.csv'\n"},
      {"a folder that is nearly one", {{"cercle/group/x.md", group}},
       "cercle/group/x.md:0:0+0 unexpected-file: nothing reads this file => did you mean: / content/cercle/groups\n"},
      {"a folder that is none", {{"cercle/zzzzzzz/x.md", group}},
       "cercle/zzzzzzz/x.md:0:0+0 unexpected-file: nothing reads this file => the folders of a network are charters, groups, workshops, "
       "spaces, meetings, minutes, documents, contributions, sheets, news, pages, surveys or files\n"},
      {"a folder in a folder", {{"cercle/groups/sub/x.md", group}},
       "cercle/groups/sub/x.md:0:0+0 unexpected-file: nothing reads this file => `groups/` has no folders of its own: / git mv "
       "'content/cercle/groups/sub/x.md' 'content/cercle/groups/x.md'\n"},
      {"no page", {{"cercle/groups/x.pdf", ""}},
       "cercle/groups/x.pdf:0:0+0 unexpected-file: nothing reads this file => files that pages link to are in `content/cercle/files/`\n"},
      {"a page at the top", {{"aide.md", group}},
       "aide.md:0:0+0 unexpected-file: nothing reads this file => a page of the portal is in `content/pages/`: / git mv "
       "'content/aide.md' 'content/pages/aide.md'\n"},
      {"files that other parts read", {{"calendar.lock", ""}, {"people.example.csv", ""}}, ""},
      {"a network without its file", {{"autre/groups/x.md", group}, {"autre/groups/y.md", group}},
       "autre/network.md:0:0+0 network-missing: the folder `content/autre` holds things of a network, and no `network.md` => make it: / "
       "cenacle new network autre\n"},
      {"two pages with one address", {{"cercle/groups/x.md", long_group}},
       "cercle/groups/x.md:3:8+9 address-clash: two files have the address `/cercle/groupes/accueil.html` => give one of them another "
       "`slug`\n  the other is `content/cercle/groups/accueil.md` (:0:0)\n"},
      {"a page at the address of a list", {{"cercle/groups/index.md", group}},
       "cercle/groups/index.md:1:1+3 address-clash: the address `/cercle/groupes/index.html` is that of a list => give it another one: / "
       "slug = \"presentation\"\n"},
      {"a former address that is a page's", {{"cercle/groups/x.md", front("title = \"G\"\naliases = [\"/x\", \"/cercle/\"]")}},
       "cercle/groups/x.md:3:18+10 address-clash: two files have the address `/cercle/index.html` => take the former address out of one "
       "of them\n  the other is `content/cercle/network.md` (:0:0)\n"},
      {"a former address that is another's", {{"cercle/groups/x.md", front("title = \"G\"\naliases = [\"/x\"]")},
                                              {"cercle/groups/y.md", front("title = \"G\"\naliases = [\"/x\"]")}},
       "cercle/groups/y.md:3:12+4 address-clash: two files have the address `/x.html` => take the former address out of one of them\n"
       "  the other is `content/cercle/groups/x.md` (:0:0)\n"},
      {"a group and a workshop", {{"cercle/groups/tri.md", group}},
       "cercle/workshops/tri.md:0:0+0 duplicate-id: the readers of two pages would be called `cercle.tri` => rename one of the two files\n"
       "  the other is `content/cercle/groups/tri.md` (:0:0)\n"},
      {"a space and a network", {{"cercle/spaces/val.md", group}},
       "cercle/spaces/val.md:0:0+0 duplicate-id: the readers of two pages would be called `val` => rename one of the two files\n"
       "  the other is `content/val/network.md` (:0:0)\n"},
      {"spaces of two networks", {{"val/spaces/plaine.md", group}},
       "val/spaces/plaine.md:0:0+0 duplicate-id: the readers of two pages would be called `plaine` => rename one of the two files\n"
       "  the other is `content/cercle/spaces/plaine.md` (:0:0)\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Files files = sample();
    for (const auto& [path, bytes] : row.files) files[path] = bytes;
    CHECK(told(Loaded(files).diagnostics, {}, true) == row.said);
  }
}
