"""What is public and refers to what is not: refused by `check`, or silent about it."""
import unittest

from tests.canary.garden import Garden
from tests.canary.planting import A, D, E, plant_network
from tests.support.portal import Portal


class Neighbours(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.portal.build()

    def silent_or_refused(self, plant, allowed, code="restricted-link"):
        """`plant` writes content and returns the word that only the trees `allowed` may have."""
        with self.portal.kept() as portal:
            garden = Garden(portal)
            word = garden.word("neighbour", (), allowed)
            plant(portal, word)
            done = portal.run("build")
            if done.code == 1:  # for what was planted, and for nothing else
                told = {(each.path, each.code) for each in done.diagnostics if each.severity == "error"}
                self.assertIn(code, {each for _, each in told}, done.err[:3000])
                self.assertLessEqual({path for path, _ in told}, portal.changed(), done.err[:3000])
            else:
                self.assertEqual(done.code, 0, done.err[:3000])
                self.assertEqual([each for each in garden.faults() if each.startswith("LEAK")], [])

    GROUP = '+++\ntitle = "Groupe {word}"\npurpose = "Discret."\nvisibility = "network"\ntopics = ["dette"]\n+++\n\nUn groupe.\n'
    MEETING = '+++\nid = "reunion-voisine"\n{title}of = "group:discret"\nkind = "seance"\nstart = 2026-12-15T09:00:00\nend = 2026-12-15T10:00:00\n{more}+++\n\nOrdre du jour.\n'

    def everyone_of(self, network):
        return [tree.name for tree in self.portal.trees() if tree.name.startswith(network)] + [f"{network}.discret"]

    def with_group(self, files):
        def plant(portal, word):
            portal.write(f"content/{A}/groups/discret.md", self.GROUP.replace("{word}", word))
            for path, text in files.items():
                portal.write(f"content/{A}/{path}", text)
        self.silent_or_refused(plant, self.everyone_of(A))

    def test_a_public_document_of_a_group_that_is_not(self):
        self.with_group({"documents/ouvert.md": '+++\ntitle = "Ouvert"\nkind = "guide"\ndate = 2026-09-01\nof = "group:discret"\nvisibility = "public"\n+++\n\nTexte.\n'})

    def test_public_news_of_a_group_that_is_not(self):
        self.with_group({"news/ouverte.md": '+++\ntitle = "Ouverte"\ndate = 2026-09-01\nof = "group:discret"\nvisibility = "public"\n+++\n\nTexte.\n'})

    def test_a_public_page_of_a_group_that_is_not(self):
        self.with_group({"pages/ouverte.md": '+++\ntitle = "Ouverte"\nof = "group:discret"\nvisibility = "public"\n+++\n\nTexte.\n'})

    def test_a_public_contribution_to_a_group_that_is_not(self):
        self.with_group({"contributions/ouverte.md": '+++\ntitle = "Ouverte"\nkind = "message"\ndate = 2026-09-01\nauthor = "body:villorne"\ntopics = ["dette"]\nof = "group:discret"\nvisibility = "public"\n+++\n\nTexte.\n'})

    def test_a_public_meeting_of_a_group_that_is_not(self):
        self.with_group({"meetings/ouverte.md": self.MEETING.format(title='title = "Ouverte"\n', more='visibility = "public"\n')})

    def test_a_public_meeting_without_title_of_a_group_that_is_not(self):
        self.with_group({"meetings/ouverte.md": self.MEETING.format(title="", more='visibility = "public"\n')})

    def test_a_meeting_that_does_not_say_its_visibility_of_a_group_that_is_not_public(self):
        self.with_group({"meetings/ouverte.md": self.MEETING.format(title="", more="")})

    def test_a_public_decision_of_a_group_that_is_not(self):
        self.with_group({"meetings/ouverte.md": self.MEETING.format(title='title = "Ouverte"\n', more='visibility = "public"\n'),
                         "minutes/ouvert.md": '+++\ntitle = "Ouvert"\nmeeting = "meeting:ouverte"\nvisibility = "public"\n\n[[decisions]]\ntext = "Oui."\noutcome = "consensus"\n+++\n\nTexte.\n'})

    def meeting_kept(self, word, more=""):
        return (f'+++\nid = "reunion-voisine"\ntitle = "Réunion {word}"\nof = "group:fiscalite"\nkind = "seance"\nstart = 2026-12-15T09:00:00\n'
                f'end = 2026-12-15T10:00:00\nvisibility = "group"\n{more}+++\n\nOrdre du jour.\n')

    def test_a_public_document_of_a_meeting_that_is_not(self):
        def plant(portal, word):
            portal.write(f"content/{A}/meetings/gardee.md", self.meeting_kept(word))
            portal.write(f"content/{A}/documents/ouvert.md", '+++\ntitle = "Ouvert"\nkind = "guide"\ndate = 2026-09-01\nof = "group:fiscalite"\nmeeting = "meeting:gardee"\nvisibility = "public"\n+++\n\nTexte.\n')
        self.silent_or_refused(plant, [f"{A}.fiscalite"])

    def test_public_minutes_of_a_meeting_that_is_not(self):
        def plant(portal, word):
            portal.write(f"content/{A}/meetings/gardee.md", self.meeting_kept(word))
            portal.write(f"content/{A}/minutes/ouvert.md", '+++\ntitle = "Ouvert"\nmeeting = "meeting:gardee"\nvisibility = "public"\n+++\n\nTexte.\n')
        self.silent_or_refused(plant, [f"{A}.fiscalite"])

    def test_minutes_without_title_take_none_from_a_meeting_that_their_readers_may_not_see(self):
        for visibility in ("public", "network"):
            def plant(portal, word):
                portal.write(f"content/{A}/meetings/gardee.md", self.meeting_kept(word))
                portal.write(f"content/{A}/minutes/ouvert.md", f'+++\nmeeting = "meeting:gardee"\nvisibility = "{visibility}"\n+++\n\nTexte.\n')
            self.silent_or_refused(plant, [f"{A}.fiscalite"])

    def test_a_public_answer_to_a_question_that_is_not(self):
        def plant(portal, word):
            head = 'date = 2026-09-01\nauthor = "body:opl"\ntopics = ["alerte"]\n'
            portal.write(f"content/{D}/contributions/gardee.md", f'+++\ntitle = "Question {word}"\nkind = "question"\n{head}visibility = "network"\n+++\n\nTexte.\n')
            portal.write(f"content/{D}/contributions/ouverte.md", f'+++\ntitle = "Réponse"\nkind = "answer"\n{head}answers = "contribution:gardee"\n+++\n\nTexte.\n')
        self.silent_or_refused(plant, self.everyone_of(D))

    def test_a_restricted_answer_to_a_public_question(self):
        def plant(portal, word):
            head = 'date = 2026-09-01\nauthor = "body:opl"\ntopics = ["alerte"]\n'
            portal.write(f"content/{D}/contributions/ouverte.md", f'+++\ntitle = "Question"\nkind = "question"\n{head}+++\n\nTexte.\n')
            portal.write(f"content/{D}/contributions/gardee.md", f'+++\ntitle = "Réponse {word}"\nkind = "answer"\n{head}answers = "contribution:ouverte"\nvisibility = "network"\n+++\n\nTexte.\n')
        self.silent_or_refused(plant, self.everyone_of(D))

    def charter_kept(self, word):
        return (f'+++\ntitle = "Charte {word}"\ncharter = "interne"\nversion = 1\nin_force = 2026-01-01\nvisibility = "network"\n+++\n\n## 1. Un article\n\nTexte.\n')

    def test_a_public_group_under_a_charter_that_is_not(self):
        def plant(portal, word):
            portal.write(f"content/{A}/charters/interne.md", self.charter_kept(word))
            portal.write(f"content/{A}/groups/discret.md", '+++\ntitle = "Groupe"\ncharter = "charter:interne"\n+++\n\nUn groupe.\n')
        self.silent_or_refused(plant, self.everyone_of(A))

    def test_a_public_decision_under_an_article_that_is_not(self):
        def plant(portal, word):
            portal.write(f"content/{A}/charters/interne.md", self.charter_kept(word))
            portal.write(f"content/{A}/minutes/ouvert.md", '+++\ntitle = "Ouvert"\nmeeting = "meeting:2026-09-17-dette-tresorerie"\nvisibility = "public"\n\n'
                         '[[decisions]]\ntext = "Oui."\noutcome = "consensus"\narticle = "charter:interne#1"\n+++\n\nTexte.\n')
        self.silent_or_refused(plant, self.everyone_of(A))

    def test_a_public_version_beside_one_that_is_not(self):
        def plant(portal, word):
            portal.write(f"content/{A}/charters/interne.md", self.charter_kept(word))
            portal.write(f"content/{A}/charters/interne-2.md", '+++\ntitle = "Charte ouverte"\ncharter = "interne"\nversion = 2\nin_force = 2026-02-01\n+++\n\n## 1. Un article\n\nTexte.\n')
        self.silent_or_refused(plant, self.everyone_of(A))

    def test_a_public_group_in_a_space_that_is_not(self):
        def plant(portal, word):
            portal.write(f"content/{E}/spaces/salon.md", f'+++\ntitle = "Salon {word}"\nkind = "community"\nvisibility = "space:salon"\n+++\n\nLe salon.\n')
            portal.write(f"content/{E}/groups/discret.md", '+++\ntitle = "Groupe"\nspace = "space:salon"\nvisibility = "public"\n+++\n\nUn groupe.\n')
        self.silent_or_refused(plant, ["salon"])

    def test_a_link_in_a_public_text_to_what_is_restricted_is_refused_where_it_is_written(self):
        with self.portal.kept() as portal:
            portal.write(f"content/{A}/pages/lien.md", '+++\ntitle = "Lien"\n+++\n\nVoir [la trame](document:questionnaire-deliberations).\n')
            done = portal.run("build")
        self.assertEqual(done.code, 1)
        told = [each for each in done.diagnostics if each.severity == "error"]
        self.assertEqual([(each.code, each.path, each.line) for each in told], [("restricted-link", f"content/{A}/pages/lien.md", 5)])

    def test_so_is_one_to_its_attachment_by_way_of_a_menu_or_of_a_table_of_contents(self):
        with self.portal.kept() as portal:
            text = portal.read("content/portal.toml")
            portal.write("content/portal.toml", text.replace("[addresses]", '[[menu]]\ntitle = "Trame"\nto = "document:finances-locales/questionnaire-deliberations"\n\n[addresses]', 1))
            told = [each for each in portal.check() if each.severity == "error"]
        self.assertEqual({(each.code, each.path) for each in told}, {("restricted-link", "content/portal.toml")})

    def test_a_group_may_not_lead_its_readers_to_a_sibling(self):
        with self.portal.kept() as portal:
            portal.write(f"content/{A}/documents/lien.md", '+++\ntitle = "Lien"\nkind = "document-travail"\ndate = 2026-09-01\nof = "group:dette-tresorerie"\n+++\n\nVoir [la trame](document:questionnaire-deliberations).\n')
            told = [each for each in portal.check() if each.severity == "error"]
        self.assertEqual([(each.code, each.path) for each in told], [("restricted-link", f"content/{A}/documents/lien.md")])

    def test_a_public_page_of_a_network_that_is_not_public_is_refused_or_made(self):
        for folder, front in (("pages", ""), ("news", "date = 2026-09-01\n"), ("charters", 'charter = "interne"\nversion = 1\nin_force = 2026-01-01\n')):
            with self.subTest(folder=folder), self.portal.kept() as portal:
                garden = Garden(portal)
                plant_network("reseau-discret", 'visibility = "network"\n', garden)
                garden.planted.clear()
                word = garden.word(f"public page of {folder}", ["site"], ["reseau-discret", "reseau-discret.cercle"])
                portal.write(f"content/reseau-discret/{folder}/ouverte.md", f'+++\ntitle = "Ouverte"\n{front}visibility = "public"\n+++\n\nTexte {word}.\n')
                done = portal.run("build")
                if done.code == 0:
                    self.assertIn(word, garden.heard(), "it is in no tree, and nothing says so")
                else:
                    self.assertEqual({(each.path, each.code) for each in done.diagnostics if each.severity == "error"},
                                     {(f"content/reseau-discret/{folder}/ouverte.md", "restricted-link")}, done.err)

    def test_the_mailbox_and_telephone_of_a_role_that_is_not_public(self):
        with self.portal.kept() as portal:
            garden = Garden(portal)
            word = garden.word("role", (), self.everyone_of(A))
            path = f"content/{A}/network.md"
            text = portal.read(path)
            portal.write(path, text.replace("[[body_kinds]]", f'[[roles]]\nid = "secret"\ntitle = "Secrétariat"\nmail = "{word}@example.example"\ndescription = "Dit {word}."\npublic = false\n\n[[body_kinds]]', 1))
            portal.build()
            self.assertEqual(garden.faults(), [])

    def test_a_file_that_nothing_public_refers_to_is_not_in_the_public_tree(self):
        with self.portal.kept() as portal:
            garden = Garden(portal)
            word = garden.word("file without a page")
            portal.write(f"content/{A}/files/{word}.csv", f"{word}\n")
            portal.build()
            self.assertEqual(garden.faults(), [])


if __name__ == "__main__":
    unittest.main()
