"""E16: all that is known of a person can be given to her, and forgotten."""
import json
import sqlite3
import unittest

from tests.people.roster import NETWORK, Office, plain
from tests.support.portal import new_folder

MAIL, NAME = "odile.villedieu@villorne.example", "Odile Villedieu"
TRACES = ("Villedieu", "Odile", MAIL, "02 99 77 66 55", "Sa note très personnelle", "Comptable zélée")


class Rights(unittest.TestCase):

    def setUp(self):
        self.office = Office(example=True)
        self.office.done("set", MAIL, "--phone", "0299776655", "--function", "Comptable zélée")
        done = self.office.portal.run("register", MAIL, "group:qualite-comptable", "--state", "buts", "--insist", "--because", "Sa note très personnelle")
        self.assertIn(done.code, (0, 1), done.err)

    def test_E16_everything_is_in_the_export(self):
        told = json.loads(self.office.done("export", MAIL).out)
        self.assertEqual((told["person"]["given_name"], told["person"]["family_name"], told["person"]["mail"]), ("Odile", "Villedieu", MAIL))
        with sqlite3.connect(f"file:{self.office.database}?mode=ro", uri=True) as ledger:
            wanted = {seq for (seq,) in ledger.execute(
                "SELECT seq FROM facts WHERE person = :id OR other = :id OR registration IN (SELECT id FROM registrations WHERE person = :id OR partner = :id)",
                {"id": told["person"]["id"]})}
        self.assertEqual({it["seq"] for it in told["facts"]}, wanted)
        for fact in told["facts"]:
            self.assertTrue(fact["sentence"] and not fact["sentence"].startswith("fact."), fact)
            self.assertNotIn("{", fact["sentence"])
        self.assertEqual(told["registrations"][0]["object"], f"group:{NETWORK}/qualite-comptable")

    def test_E16_the_page_has_what_the_data_has(self):
        path = new_folder() / "odile.html"
        done = self.office.done("export", NAME, "--html", path)
        self.assertIn(str(path), done.out)
        page = path.read_text(encoding="utf-8")
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        for text in (NAME, MAIL, "02 99 77 66 55", "Comptable zélée", "Commune de Villorne", "Qualité comptable"):
            self.assertIn(text, page)
        told = json.loads(self.office.done("export", MAIL).out)
        self.assertEqual(page.count('<span class="when">'), len(told["facts"]))
        self.assertNotIn("http", page.replace("mailto:", ""))

    def test_E16_erasing_leaves_facts_and_no_name(self):
        before = self.office.facts()
        self.assertIn("--yes", self.office.done("erase", MAIL, code=2).err)
        said = self.office.done("erase", MAIL, "--dry-run")
        self.assertEqual(self.office.facts(), before)
        done = self.office.done("erase", MAIL, "--yes")
        self.assertEqual(said.out, done.out)
        after = self.office.facts()
        self.assertEqual(after[:len(before)], before)
        self.assertEqual(after[-1], "erased")
        self.assertEqual(self.office.files_with(*TRACES), [])
        self.assertEqual(self.office.people("show", MAIL).code, 1)
        self.assertNotIn("Villedieu", self.office.done("list").out)
        self.assertEqual(len(self.office.data("list")["people"]), 60)
        self.assertEqual(self.office.people("show", MAIL).code, 1)

    def test_E16_erasing_takes_her_address_from_the_access_lists(self):
        decided = self.office.portal.run("decide", "1", "--accept", "--because", "Oui.")
        self.assertEqual(decided.code, 0, decided.err)
        lists = self.office.portal.folder / ".cenacle/access"
        self.assertIn(MAIL, (lists / f"{NETWORK}.qualite-comptable").read_text())
        self.office.done("erase", MAIL, "--yes")
        for path in lists.iterdir():
            self.assertNotIn(MAIL.encode(), path.read_bytes(), path.name)

    def test_E16_erasing_says_what_the_law_retains_and_until_when(self):
        who = "g.prunier@villesarve.example"
        registered = self.office.portal.run("--format", "json", "register", who, "workshop:equipe-volante")
        number = str(json.loads(registered.out)["effects"][0]["registration"])
        for verb in (("quote", number), ("agree", number), ("pay", number, "--reference", "Virement Prunier", "--date", "2026-09-15")):
            done = self.office.portal.run(*verb)
            self.assertEqual(done.code, 0, done.out + done.err)
        done = self.office.done("erase", who, "--yes")
        self.assertIn(f"n° {number} : le paiement reste, sans son nom, jusqu’au 1er janvier 2037", plain(done.out))
        self.assertNotIn("Courriels dus", done.out)
        self.assertEqual(self.office.files_with("Prunier", "prunier"), [])
        facts = self.office.facts()
        self.assertEqual((facts.count("paid"), facts.count("kept"), facts[-1]), (1, 1, "erased"))
        self.assertEqual(self.office.portal.run("db", "check").code, 0)

    def test_erasing_says_where_her_name_is_written(self):
        page = self.office.portal.folder / "content/finances-locales/pages/faq.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nDemandez à Mme VILLEDIEU, ou à odile  villedieu.\n", encoding="utf-8")
        lines = page.read_text(encoding="utf-8").count("\n")
        done = self.office.done("erase", MAIL, "--dry-run")
        self.assertIn(f"content/finances-locales/pages/faq.md, ligne {lines}", done.out)
        self.assertIn("content/people.example.csv, ligne", done.out)

    def test_E16_a_reader_delays_the_erasure_and_it_completes(self):
        reader = sqlite3.connect(f"file:{self.office.database}?mode=ro", uri=True)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM facts").fetchall()
        done = self.office.done("erase", MAIL, "--yes")
        self.assertIn("En attente", done.err)
        reader.rollback()
        reader.close()
        self.office.done("set", "Nadia Benkacem", "--shown", "no")
        self.assertEqual(self.office.files_with(*TRACES), [])

    def test_a_list_with_her_name_makes_her_known_anew(self):
        self.office.done("erase", MAIL, "--yes")
        done = self.office.take("Nom;Prénom;Courriel\nVILLEDIEU;Odile;odile.villedieu@villorne.example\n")
        self.assertIn("1 personne ajoutée", done.out)


if __name__ == "__main__":
    unittest.main()
