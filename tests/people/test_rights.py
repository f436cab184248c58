"""E16: all that is known of a person can be given to her, and forgotten."""
import contextlib
import json
import sqlite3
import subprocess
import unittest

from tests.people.roster import NETWORK, Office, plain
from tests.support.portal import new_folder

MAIL, NAME = "odile.villedieu@villorne.example", "Odile Villedieu"
TRACES = ("Villedieu", "Odile", MAIL, "02 99 77 66 55", "Sa note très personnelle", "Comptable zélée")


def leave_traces(office):
    """She has a telephone, a function, a registration, and asks something in her own words."""
    office.done("set", MAIL, "--phone", "0299776655", "--function", "Comptable zélée")
    for words in (("register", MAIL, "group:qualite-comptable", "--state", "buts"),
                  ("request", "advice", MAIL, f"network:{NETWORK}", "--text", "Sa note très personnelle")):
        done = office.portal.run(*words)
        if done.code != 0:
            raise AssertionError(done.out + done.err)


class Rights(unittest.TestCase):

    def setUp(self):
        self.office = Office(example=True)
        leave_traces(self.office)

    def test_E16_everything_is_in_the_export(self):
        told = json.loads(self.office.done("export", MAIL).out)
        self.assertEqual((told["person"]["given_name"], told["person"]["family_name"], told["person"]["mail"]), ("Odile", "Villedieu", MAIL))
        with sqlite3.connect(f"file:{self.office.database}?mode=ro", uri=True) as ledger:
            wanted = {seq for (seq,) in ledger.execute(
                "SELECT seq FROM facts WHERE person = :id OR other = :id OR registration IN (SELECT id FROM registrations WHERE person = :id OR partner = :id)"
                " OR request IN (SELECT request FROM facts WHERE kind = 'asked' AND person = :id)",
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

    def test_while_a_reader_looks_on_the_ledger_says_that_the_erasure_is_pending(self):
        reader = sqlite3.connect(f"file:{self.office.database}?mode=ro", uri=True)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM facts").fetchall()
        self.office.done("erase", MAIL, "--yes")
        self.assertEqual(self.office.people("show", MAIL).code, 1)  # nobody else finds her any more
        self.assertTrue(self.pending())
        reader.close()
        self.office.done("set", "Nadia Benkacem", "--shown", "no")
        self.assertFalse(self.pending())

    def pending(self):
        return json.loads(self.office.portal.run("--format", "json", "db", "check").out)["erasure_pending"]

    def test_a_list_with_her_name_makes_her_known_anew(self):
        self.office.done("erase", MAIL, "--yes")
        done = self.office.take("Nom;Prénom;Courriel\nVILLEDIEU;Odile;odile.villedieu@villorne.example\n")
        self.assertIn("1 personne ajoutée", done.out)


class OnAServer(unittest.TestCase):
    """On PostgreSQL, no query and no export returns her; when her bytes go is the server's affair (generator/ledger/FORMAT.md)."""

    def test_no_query_and_no_export_returns_who_was_erased(self):
        office = Office(example=True, setting="postgresql")
        leave_traces(office)
        known = self.rows(office)
        self.assertEqual([trace for trace in TRACES if trace not in known], [])
        colleague = json.loads(office.done("export", "Nadia Benkacem").out)
        with self.reader(office) as reader:  # who looks on sees the state that it began with, and hinders nothing
            said = office.done("erase", MAIL, "--yes")
            self.assertNotIn("En attente", said.err)
            self.assertIn("Villedieu", self.seen_by(reader))
            self.assertEqual(self.found(office), [])
        self.assertEqual(self.found(office), [])
        self.assertEqual(office.files_with(*TRACES), [])
        self.assertEqual(office.people("show", MAIL).code, 1)
        self.assertEqual(json.loads(office.done("export", "Nadia Benkacem").out), colleague)
        checked = office.portal.run("--format", "json", "db", "check")
        self.assertEqual((checked.code, json.loads(checked.out)["erasure_pending"]), (0, False))

    def found(self, office):
        """Traces of her in what the server and the program give."""
        backup = new_folder() / "backup.jsonl"
        answers = {"rows": self.rows(office), "list": office.done("list", "--all").out,
                   "registrations": office.portal.run("registrations", "--network", NETWORK, "--over").out,
                   "export": office.portal.run("db", "export").out}
        self.assertEqual(office.portal.run("db", "backup", backup).code, 0)
        answers["backup"] = backup.read_text(encoding="utf-8")
        self.assertTrue(all(answers.values()), answers.keys())
        return [(name, trace) for name, text in answers.items() for trace in TRACES if trace in text]

    def rows(self, office):
        """Every row of every table of the ledger, as text."""
        tables = self.query(office, "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()").split()
        self.assertIn("identities", tables)
        return "".join(self.query(office, f"SELECT it::text FROM {table} it") for table in tables)

    @staticmethod
    def query(office, sql):
        return subprocess.run(["psql", "-qXAt", connection_of(office), "-c", sql], check=True, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True).stdout

    @contextlib.contextmanager
    def reader(self, office):
        with subprocess.Popen(["psql", "-qXAt", connection_of(office)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
            reader.stdin.write("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n")
            self.seen_by(reader)
            yield reader
            reader.stdin.close()

    @staticmethod
    def seen_by(reader):
        reader.stdin.write("SELECT string_agg(family_name, ' ') FROM identities;\n")
        reader.stdin.flush()
        return reader.stdout.readline()


def connection_of(office):
    return office.portal.environment["CENACLE_LEDGER"].removeprefix("postgresql:")


if __name__ == "__main__":
    unittest.main()
