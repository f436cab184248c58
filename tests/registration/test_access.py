"""Access lists follow the ledger: a command that died after its commit is completed by the next, and another ledger is noticed."""
import shutil
import unittest

from tests.support.desk import Desk, mail

GROUP = "group:fiscalite"
LIST = "finances-locales.fiscalite"


class Access(Desk):
    network = "finances-locales"
    people = [("Ada Halen", "port-halen"), ("Bea Halen", "port-halen"), ("Cléo Halen", "port-halen")]

    def setUp(self):
        super().setUp()
        self.lists = self.portal.folder / ".cenacle/access"

    def test_what_a_command_left_undone_is_done_by_the_next(self):
        self.accepted("Ada Halen", GROUP)
        self.accepted("Bea Halen", GROUP)
        before = self.lists.parent / "before"
        shutil.copytree(self.lists, before)
        self.act("exclude", "Ada Halen", "--network", "finances-locales", "--because", "A transmis un compte rendu.")
        # Killed after the commit: the lists are as they were.
        shutil.rmtree(self.lists)
        before.rename(self.lists)
        self.assertIn(mail("Ada Halen"), self.readers(LIST))
        self.act("register", "Cléo Halen", "group:prospective")
        self.assertEqual(self.readers(LIST), {mail("Bea Halen")})
        self.assertNotIn(mail("Ada Halen"), self.readers("finances-locales"))

    def test_lists_that_cannot_be_written_do_not_make_anybody_ask_twice(self):
        number = self.accepted("Ada Halen", GROUP)
        self.lists.rename(self.lists.parent / "aside")
        self.lists.write_text("")
        done = self.portal.run("withdraw", number, "--because", "Empêchée.")
        self.assertEqual(done.code, 74)
        self.assertIn("it is recorded, but the access lists are not up to date", done.err)
        self.assertNotIn("nothing was recorded", done.err)
        self.assertEqual(self.state_of(number), "withdrawn")
        self.lists.unlink()
        (self.lists.parent / "aside").rename(self.lists)
        self.assertIn(mail("Ada Halen"), self.readers(LIST))
        self.act("register", "Cléo Halen", "group:prospective")
        self.assertEqual(self.readers(LIST), set())

    def test_a_rehearsal_and_an_obstacle_leave_the_lists_alone(self):
        number = self.accepted("Ada Halen", GROUP)
        before = {path.name: path.read_bytes() for path in self.lists.iterdir()}
        self.portal.run("withdraw", number, "--dry-run")
        self.obstacle("register", "Ada Halen", GROUP)
        self.assertEqual({path.name: path.read_bytes() for path in self.lists.iterdir()}, before)

    def test_apply_writes_all_lists_and_takes_away_those_of_nobody(self):
        self.accepted("Ada Halen", GROUP)
        (self.lists / LIST).write_text("etrangere@exemple.example\n", encoding="utf-8")
        (self.lists / "finances-locales.disparu").write_text(mail("Bea Halen") + "\n", encoding="utf-8")
        self.act("apply")
        self.assertEqual(self.readers(LIST), {mail("Ada Halen")})
        self.assertFalse((self.lists / "finances-locales.disparu").exists())
        self.assertEqual(self.readers("finances-locales.prospective"), set())

    def test_the_lists_of_another_ledger_are_written_anew(self):
        self.accepted("Ada Halen", GROUP)
        lists = {path.name: path.read_bytes() for path in self.lists.iterdir()}
        super().setUp()  # an older ledger in its place
        self.lists.mkdir(exist_ok=True)
        for name, content in lists.items():
            (self.lists / name).write_bytes(content)
        self.act("register", "Bea Halen", "group:prospective")
        self.assertEqual(self.readers(LIST), set())

    def test_a_new_address_takes_the_place_of_the_old_one(self):
        self.accepted("Ada Halen", GROUP)
        done = self.portal.run("people", "set", mail("Ada Halen"), "--mail", "a.halen@exemple.example")
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.readers(LIST), {"a.halen@exemple.example"})

    def test_an_erasure_leaves_no_address(self):
        self.accepted("Ada Halen", GROUP)
        done = self.portal.run("people", "erase", mail("Ada Halen"), "--yes")
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.readers(LIST), set())
        for path in self.lists.iterdir():
            self.assertNotIn(mail("Ada Halen").encode(), path.read_bytes())


if __name__ == "__main__":
    unittest.main()
