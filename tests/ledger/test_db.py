"""`db`: exit codes, what it prints, and files that nobody else may read."""
import json
import stat
import unittest

from tests.support.ledger import Ledger, lines


class Db(unittest.TestCase):

    def each(self):
        for setting in ("sqlite", "postgresql"):
            with self.subTest(setting=setting):
                yield Ledger(setting)

    def test_a_ledger_that_is_not_there_is_not_made_by_looking(self):
        for ledger in self.each():
            for verb in ("check", "export"):
                done = ledger.db(verb)
                self.assertEqual(done.code, 74, done.err)
                self.assertTrue(done.err.startswith("cenacle: ") and done.err.count("\n") == 1, done.err)
            self.assertFalse((ledger.folder / ".cenacle").exists())

    def test_an_export_read_in_gives_the_same_bytes_on_the_other_database_too(self):
        text = lines(30)
        for origin in ("sqlite", "postgresql"):
            first = Ledger(origin)
            self.assertEqual(first.fill(30), text)
            self.assertEqual(first.exported(), text)
            for goal in ("sqlite", "postgresql"):
                second = Ledger(goal)
                kept = first.folder / f"to-{goal}"
                self.assertEqual(first.db("export", kept).code, 0)
                self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
                self.assertEqual(second.db("import", kept).code, 0)
                self.assertEqual(second.exported(), text)
                self.assertEqual(second.db("check").code, 0)

    def test_an_import_into_a_ledger_that_holds_facts_is_refused(self):
        for ledger in self.each():
            text = ledger.fill(3)
            done = ledger.db("import", "-", input=lines(3, seed=1).encode())
            self.assertEqual(done.code, 1)
            self.assertIn("holds facts already", done.err)
            self.assertEqual(ledger.exported(), text)

    def test_bad_lines_are_a_mistake_with_their_number_and_nothing_is_written(self):
        for ledger in self.each():
            text = lines(3).splitlines(keepends=True)
            for number, changed in ((1, "bonjour\n"), (4, "{}\n"), (5, text[5])):
                done = ledger.db("import", "-", input="".join([*text[:number - 1], changed, *text[number:]]).encode())
                self.assertEqual(done.code, 1, done.err)
                self.assertIn(f"line {number}: ", done.err)
            self.assertEqual(json.loads(ledger.db("check", "--format", "json").out)["facts"], 0)

    def test_a_backup_is_a_ledger_and_never_written_over_anything(self):
        for ledger in self.each():
            text = ledger.fill(5)
            copy = ledger.folder / "copie"
            done = ledger.db("backup", copy)
            self.assertEqual(done.code, 0, done.err)
            self.assertEqual(stat.S_IMODE(copy.stat().st_mode), 0o600)
            before = copy.read_bytes()
            self.assertEqual(ledger.db("backup", copy).code, 74)
            self.assertEqual(copy.read_bytes(), before)
            other = Ledger()
            if before.startswith(b"SQLite"):
                other.file.parent.mkdir()
                copy.rename(other.file)
            else:
                self.assertEqual(other.db("import", copy).code, 0)
            self.assertEqual(other.exported(), text)
            self.assertEqual(other.db("check").code, 0)
            self.assertEqual([path.name for path in ledger.folder.glob(".*") if path.name != ".cenacle"], [])

    def test_check_in_json(self):
        ledger = Ledger()
        ledger.fill(4)
        self.assertEqual(json.loads(ledger.db("check", "--format", "json").out),
                         {"whole": True, "damages": [], "facts": 20, "people": 4, "registrations": 4, "erasure_pending": False, "copies": []})

    def test_a_setting_that_is_none_is_said(self):
        ledger = Ledger()
        ledger.environment["CENACLE_LEDGER"] = "mysql:host=x"
        done = ledger.db("check")
        self.assertEqual(done.code, 74)
        self.assertIn("CENACLE_LEDGER", done.err)

    def test_a_password_is_in_no_message(self):
        ledger = Ledger()
        ledger.environment["CENACLE_LEDGER"] = "postgresql://moi:sesame@localhost:1/base"
        done = ledger.db("check")
        self.assertEqual(done.code, 74)
        self.assertNotIn("sesame", done.err)


if __name__ == "__main__":
    unittest.main()
