"""Drafts and what is not published yet are in no tree at all, and said to be left out."""
import unittest

from tests.canary.garden import Garden
from tests.canary.planting import A, B, D, E
from tests.support.portal import Portal


class NotYet(unittest.TestCase):

    KINDS = (
        (A, "documents", 'kind = "guide"\ndate = 2026-09-01\nof = "group:fiscalite"\n'),
        (A, "news", "date = 2026-09-01\n"),
        (A, "pages", "menu = true\n"),
        (A, "groups", 'purpose = "Un essai."\n'),
        (A, "meetings", 'id = "brouillon-un"\nkind = "comite"\nstart = 2027-02-17T09:00:00\nend = 2027-02-17T10:00:00\nonline = "https://visio.example/{online}"\n'),
        (A, "minutes", 'meeting = "meeting:2026-09-17-dette-tresorerie"\n'),
        (B, "workshops", 'question = "Comment faire pour {question} ?"\nobject = "Un objet"\nseats = 5\nprofiles = ["Profil {profile}"]\ntopics = ["accueil"]\n'),
        (D, "contributions", 'kind = "agenda"\ndate = 2026-09-01\nauthor = "body:opl"\ntopics = ["alerte"]\nstart = 2027-01-05\nend = 2027-01-06\n'),
        (E, "sheets", 'topics = ["archives"]\nreviewed = 2026-01-01\nowner = "role:archiviste"\n'),
        (E, "spaces", 'kind = "community"\n'),
        (E, "charters", 'charter = "essai"\nversion = 9\nin_force = 2026-08-01\n'),
    )

    def test_they_are_in_no_tree_and_said_to_be_left_out(self):
        portal = Portal()
        garden = Garden(portal)
        paths = []
        for key, why in (("draft = true\n", "draft"), ("published = 2026-09-16\n", "2026-09-16")):
            for visibility in ("", 'visibility = "public"\n', 'visibility = "network"\n'):
                for network, folder, front in self.KINDS:
                    front = front.replace("brouillon-un", f"brouillon-{len(paths):04}").replace("version = 9", f"version = {9 + len(paths)}")
                    name = garden.page(network, folder, f"{why} {visibility}", front=front + visibility + key, own=("online", "question", "profile"))
                    paths.append((f"content/{network}/{folder}/{name}.md", why))
            name = garden.page("", "pages", why, front="menu = true\n" + key, files=False)
            paths.append((f"content/pages/{name}.md", why))
        done = portal.build()
        self.assertEqual(garden.faults(), [])
        for path, why in paths:
            line = next((line for line in done.out.splitlines() if path in line), "")
            self.assertIn(why, line, path)
        # On the day, everything of that day comes, and nothing of the drafts.
        portal.build(now="2026-09-16T00:00:01+02:00")
        heard = garden.heard()
        titles = {word: canary.what for word, canary in garden.planted.items() if canary.what.endswith(": title")}
        self.assertEqual({what for word, what in titles.items() if "draft" in what and word in heard}, set())
        self.assertEqual({what for word, what in titles.items() if "draft" not in what and word not in heard}, set())

    def test_what_leads_to_a_draft_is_a_mistake(self):
        portal = Portal()
        portal.write(f"content/{A}/pages/brouillon.md", '+++\ntitle = "Brouillon"\ndraft = true\n+++\n\nRien.\n')
        portal.write(f"content/{A}/pages/lien.md", '+++\ntitle = "Lien"\n+++\n\n[Voir](page:brouillon).\n')
        told = [each for each in portal.check() if each.severity == "error"]
        self.assertEqual([each.path for each in told], [f"content/{A}/pages/lien.md"])


if __name__ == "__main__":
    unittest.main()
