// bodies.csv: columns, rows, and the names that they use.
#include <doctest/doctest.h>

#include <string>

#include "content/sample.h"

using namespace cenacle;

TEST_CASE("content: bodies") {
  struct Row {
    std::string name, path, bytes, said;
  };
  const Row rows[] = {
    {"nothing", "cercle/bodies.csv",
     "",
     "1:1+1 missing-key: the list of bodies has no header line => begin it with: / id,name,kind,population,membership,contributions,parent,town,website\n"},
    {"a column that is missing", "cercle/bodies.csv",
     "id;name\n"
     "ville;Ville\n"
     "bourg;Bourg\n",
     "1:1+2 missing-key: the list of bodies needs a column `kind` => begin it with: / id;name;kind;population;membership;contributions;parent;town;website\n"},
    {"columns in French", "!cercle/bodies.csv",
     "id;nom;kind\n"
     "ville;Ville;commune\n"
     "bourg;Bourg;commune\n",
     "1:1+2 missing-key: the list of bodies needs a column `name` => begin it with: / id;name;kind;population;membership;contributions;parent;town;website\n"
     "1:4+3 unknown-key: a body has no column `nom` => did you mean: / name\n"
     "  its columns are id;name;kind;population;membership;contributions;parent;town;website (:0:0)\n"},
    {"commas", "cercle/bodies.csv",
     "id,name,kind\n"
     "ville,\"Ville, la\",commune\n"
     "bourg,Bourg,commune\n",
     ""},
    {"fields that are missing", "cercle/bodies.csv",
     "id;name;kind\n"
     "ville;Ville;commune\n"
     "bourg;Bourg;commune\n"
     "x;;\n"
     ";Y;commune\n"
     "z;Z\n",
     "4:1+1 missing-key: a body needs `kind` => fill in: / id;name;kind;population;membership;contributions;parent;town;website\n"
     "4:1+1 missing-key: a body needs `name` => fill in: / id;name;kind;population;membership;contributions;parent;town;website\n"
     "5:1+0 missing-key: a body needs `id` => fill in: / id;name;kind;population;membership;contributions;parent;town;website\n"
     "6:1+1 bad-csv: this line has 2 fields, the first has 3 => fields are separated by `;`; one that holds it is between straight quotes\n"},
    {"too many fields", "cercle/bodies.csv",
     "id;name;kind\n"
     "ville;Ville;commune;3\n"
     "bourg;Bourg;commune\n",
     "2:1+5 bad-csv: this line has 4 fields, the first has 3 => fields are separated by `;`; one that holds it is between straight quotes\n"},
    {"unknown kinds", "cercle/bodies.csv",
     "id;name;kind;membership\n"
     "ville;Ville;comune;adherent\n"
     "bourg;Bourg;commune;aderent\n"
     "x;X;zzzzzz;\n",
     "2:13+6 unknown-reference: there is no kind `comune` => did you mean: / commune\n"
     "3:21+7 unknown-reference: there is no membership `aderent` => did you mean: / adherent\n"
     "4:5+6 unknown-reference: there is no kind `zzzzzz` => list it in `network.md` first: / [[body_kinds]] / id = \"zzzzzz\"\n"},
    {"numbers", "cercle/bodies.csv",
     "id;name;kind;population;contributions\n"
     "ville;Ville;commune;1 200;2\n"
     "bourg;Bourg;commune;beaucoup;-1\n",
     "3:21+8 bad-value: `population` is a number, in digits => write: / 1\n"
     "3:30+2 bad-value: `contributions` is a number, in digits => write: / 1\n"},
    {"parents", "cercle/bodies.csv",
     "id;name;kind;parent\n"
     "ville;Ville;commune;bourg\n"
     "bourg;Bourg;commune;bourg\n"
     "x;X;commune;vile\n",
     "3:21+5 unknown-reference: a body cannot be its own parent => name another line of this file, by its id\n"
     "4:13+4 unknown-reference: there is no body `vile` => did you mean: / ville\n"},
    {"ids", "!cercle/bodies.csv",
     "id;name;kind\n"
     "ville;Ville;commune\n"
     "bourg;Bourg;commune\n"
     "VilleÉ;V;commune\n"
     "ville;W;commune\n",
     "4:1+6 bad-value: `id` is made of `a-z`, `0-9` and `-` => write: / villee\n"
     "5:1+5 duplicate-id: two bodies have the id `ville` => give one of them another id\n"
     "  the first is here (content/cercle/bodies.csv:2:1)\n"},
    {"a website", "cercle/bodies.csv",
     "id;name;kind;website\n"
     "ville;Ville;commune;http://v.example/\n"
     "bourg;Bourg;commune;b.example\n",
     "3:21+9 bad-address: `website` is not an address beginning with `https://` => write: / https://reseau.example/\n"},
    {"an open quote", "cercle/bodies.csv",
     "id;name;kind\n"
     "ville;Ville;commune\n"
     "bourg;Bourg;commune\n"
     "x;\"X;commune\n",
     "4:3+1 bad-csv: a quote that is left open => inside quotes, a quote is written twice: \"\"\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool notes = row.path.starts_with("!");
    CHECK(with(row.path.substr(notes ? 1 : 0), row.bytes, notes) == row.said);
  }
}
