"""What the portal says of registration: seats left, who takes part in numbers, how one joins, surveys; never who (B1, B3, C1, D4,
D5, E9, E18)."""
import csv
import io
import unittest

from tests.support.portal import Portal

PEOPLE = [("Adèle", "Zqvnomuna"), ("Brice", "Zqvnomdeux"), ("Chloé", "Zqvnomtrois"), ("Denis", "Zqvnomquatre"), ("Elsa", "Zqvnomcinq")]
WORKSHOPS, LOCAL = "ateliers-du-val", "finances-locales"


def mail(given):
    return f"{given.lower().replace('è', 'e').replace('é', 'e')}@zqvboite.example"


class RegistrationPages(unittest.TestCase):
    """Five people, in two networks: what is said of them is numbers."""

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        bodies = list(csv.DictReader(io.StringIO(cls.portal.read(f"content/{WORKSHOPS}/bodies.csv")), delimiter=";"))
        cls.body = next(row["id"] for row in bodies if row["membership"])
        lines = ["prénom;nom;mél;organisme"] + [f"{given};{family};{mail(given)};{cls.body}" for given, family in PEOPLE]
        cls.portal.write("people.csv", "\n".join(lines) + "\n")
        cls.act("people", "import", str(cls.portal.path("people.csv")), "--network", WORKSHOPS)
        cls.workshop = "accueil-mairie"
        names = sorted(path.stem for path in cls.portal.path(f"content/{WORKSHOPS}/workshops").glob("*.md"))
        cls.workshops = [name for name in names if 'kind = "series"' not in cls.portal.read(f"content/{WORKSHOPS}/workshops/{name}.md")]

    @classmethod
    def act(cls, *arguments, codes=(0,)):
        done = cls.portal.run(*arguments)
        if done.code not in codes:
            raise AssertionError(f"{arguments} ended with {done.code}\n{done.out}{done.err}")
        return done

    def site(self):
        self.portal.build("--locked")
        return self.portal.output()

    def pages(self, output, ending):
        return {path: data.decode() for path, data in output.items() if path.endswith(ending) and path.endswith(".html")}

    def test_each_thing_that_may_be_joined_says_how(self):
        """B1, E9: a page for each, made from the rulebook, with a request ready to be written; the thing's own page leads to it."""
        output = self.site()
        joins = {path: data.decode() for path, data in output.items() if "/inscription/" in path}
        self.assertGreater(len(joins), 15)
        for path, page in joins.items():
            with self.subTest(path):
                self.assertIn("Conditions" if "<h3>Conditions" in page else "Comment cela se passe", page)
                self.assertLess(len(page), 60_000)
                self.assertIn("mailto:", page)
                self.assertNotIn("{n}", page)
                self.assertNotIn("{max}", page)
        kinds = [path for path in joins if "/type-" in path]
        self.assertTrue(kinds, "no kind of meetings is open to registration (E9)")

    def test_conditions_are_read_from_the_rules(self):
        """A7, A8: the charter's numbers and its articles, in sentences."""
        output = self.site()
        page = next(data.decode() for path, data in output.items()
                    if path.startswith(f"site/{LOCAL}/inscription/groupes/") and "<h2>Membre d’un groupe" in data.decode())
        self.assertIn("10", page)
        self.assertIn("#article-2-1", page)
        self.assertIn("cotisations", page)
        self.assertIn("Je partage les buts du groupe", page)

    def test_B3_seats_are_counted_and_nobody_is_named(self):
        name = self.workshops[0]
        before = self.site()
        for given, _ in PEOPLE[:4]:
            self.act("register", mail(given), f"workshop:{name}", codes=(0, 1))
        after = self.site()
        page = next(data.decode() for path, data in after.items() if path == f"site/{WORKSHOPS}/ateliers/{name}.html")
        self.assertRegex(page, r"places? libres? sur \d+|complet")
        for path, data in after.items():
            text = data.decode("utf-8", "replace").lower()
            self.assertNotIn("zqv", text, f"a name or an address is in {path}")
        self.assertNotEqual(before, after)
        self.assertIn("0 written", self.portal.build().out)

    def test_without_a_ledger_pages_tell_capacities(self):
        portal = Portal()
        portal.build()
        page = portal.output()[f"site/{WORKSHOPS}/ateliers/{self.workshops[0]}.html"].decode()
        self.assertRegex(page, r"\d+ places? au plus|terminé")
        self.assertNotIn("libres sur", page)
        self.assertFalse(portal.path(".cenacle/ledger.db").exists())

    def test_E18_a_survey_is_for_its_audience_and_shows_numbers_once_closed(self):
        output = self.site()
        paths = [path for path in output if "/enquetes/" in path and path.endswith(".html")]
        self.assertTrue(paths)
        for path in paths:
            self.assertTrue(path.startswith("spaces/"), f"{path} is for members only")
            self.assertIn("Réponses jusqu’au", output[path].decode())


class Proposals(unittest.TestCase):
    def test_D4_a_proposal_becomes_a_group_to_review(self):
        """The request's words, its number and its author's body; agreed at once or after a review, as the rulebook says."""
        portal = Portal()
        network = "ethique-publique"
        body = portal.read(f"content/{network}/bodies.csv").splitlines()[1].split(";")[0]
        portal.write("people.csv", f"prénom;nom;mél;organisme\nAdèle;Zqvnomuna;adele@zqvboite.example;{body}\n")
        done = portal.run("people", "import", str(portal.path("people.csv")), "--network", network)
        self.assertEqual(done.code, 0, done.err)
        joined = portal.run("register", "adele@zqvboite.example", f"network:{network}")
        self.assertIn(joined.code, (0, 1), joined.err)
        portal.run("confirm", "1")
        asked = portal.run("request", "group", "adele@zqvboite.example", f"network:{network}", "--text", "Un groupe sur les cadeaux reçus")
        self.assertEqual(asked.code, 0, asked.out + asked.err)
        made = portal.run("new", "group", "--from", "1")
        self.assertEqual(made.code, 0, made.out + made.err)
        path = next(path for path in portal.changed() if "/groups/" in path)
        text = portal.read(path)
        self.assertIn("Un groupe sur les cadeaux reçus", text)
        self.assertIn("demande n° 1", text)
        self.assertIn(f'"body:{body}"', text)
        self.assertNotIn("Zqvnomuna", text)
        refused = portal.run("new", "survey", "--from", "1")
        self.assertEqual(refused.code, 1)
        self.assertIn("request 1 is a `group`", refused.err)


if __name__ == "__main__":
    unittest.main()
