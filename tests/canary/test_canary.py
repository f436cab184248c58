"""A canary word in every restricted thing is found in the trees of those who may read it, and in no byte and no file name of any other."""
import unittest

from tests.canary.garden import Garden, WORD
from tests.canary.planting import A, B, SOON, plant_everything
from tests.support.portal import Portal, read_tree


class Canaries(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.garden = plant_everything(Garden(cls.portal))
        cls.done = cls.portal.build()

    def test_each_is_found_where_it_may_be_read_and_nowhere_else(self):
        faults = self.garden.faults()
        leaks = [each for each in faults if each.startswith("LEAK")]
        self.assertEqual(leaks, [])
        self.assertEqual(faults, [])
        self.assertGreater(len(self.garden.planted), 1000)

    def test_calendars_sing_too(self):
        """Feeds are looked at, folded lines and all: every tree with a meeting has some, and they hold what they should."""
        feeds = [path for path in self.portal.output() if path.endswith(".ics")]
        self.assertGreater(len(feeds), 300)
        text = self.garden._text("x.ics", self.portal.path("output/spaces/finances-locales.prospective/finances-locales/"
                                                           "groupes/prospective.ics").read_bytes())
        self.assertGreater(len(set(WORD.findall(text))), 1)

    def test_a_deleted_meeting_is_mourned_where_it_was_known(self):
        portal = Portal()
        garden = Garden(portal)
        title = garden.word("title of a deleted meeting", [f"{A}.fiscalite"])
        portal.write(f"content/{A}/meetings/disparue.md", f'+++\nid = "bientot-disparue"\ntitle = "Séance {title}"\nof = "group:fiscalite"\n'
                     f'kind = "seance"\nvisibility = "group"\nstart = {SOON}T09:00:00\nend = {SOON}T10:00:00\n+++\n')
        portal.build()
        self.assertEqual(garden.faults(), [])
        portal.delete(f"content/{A}/meetings/disparue.md")
        portal.build()
        self.assertEqual(garden.faults(), [])

    def test_no_file_name_outside_of_the_trees_is_served(self):
        tops = {path.split("/")[0] for path in self.portal.output()}
        self.assertLessEqual({each for each in tops if not each.startswith(".")}, {"site", "spaces"})

    def test_the_test_would_see_a_leak(self):
        word = next(word for word, canary in self.garden.planted.items() if "fiscalite" in canary.what)
        leak = self.portal.path("output/spaces/haut-sarlon/fuite.xml")
        leak.write_text(f"<id>{word.upper()}</id>")
        try:
            self.assertIn(f"({word}) is in haut-sarlon", "\n".join(self.garden.faults()))
        finally:
            leak.unlink()

    def test_a_page_that_becomes_restricted_leaves_every_tree_with_its_files(self):
        portal = Portal()
        garden = Garden(portal)
        name = garden.page(A, "documents", "once public", [f"{A}.fiscalite"], front='kind = "guide"\ndate = 2026-09-01\nof = "group:fiscalite"\nvisibility = "public"\n')
        portal.build()
        self.assertTrue(all("site" in places for places in garden.heard().values()))
        portal.set(f"content/{A}/documents/{name}.md", visibility='"group"')
        portal.build()
        self.assertEqual(garden.faults(), [])

    def test_a_group_that_moves_behind_its_network_takes_its_page_along(self):
        portal = Portal()
        garden = Garden(portal)
        word = garden.word("title of a group", [B], ())
        portal.write(f"content/{A}/groups/a-part.md", f'+++\ntitle = "Groupe {word}"\nvisibility = "public"\n+++\n\nUn groupe.\n')
        portal.build()
        self.assertIn("site", garden.heard()[word])
        portal.set(f"content/{A}/groups/a-part.md", visibility='"network"')
        portal.build()
        self.assertNotIn("site", garden.heard()[word])


class TheRepository(unittest.TestCase):
    def test_has_no_canary_of_its_own(self):
        portal = Portal()
        for path, data in read_tree(portal.folder).items():
            self.assertIsNone(WORD.search(path + data.decode("utf-8", "replace")), path)


if __name__ == "__main__":
    unittest.main()
