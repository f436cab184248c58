"""What `plan` says beforehand, what `apply` then does and refuses to do, for any network."""
import json
import re
import unittest

from tests.support.portal import differences, read_tree
from tests.support.post import Post

GROUP = "group:fiscalite"
FILE = "content/finances-locales/meetings/2026-12-01-fiscalite.md"
WORKFLOWS = "workflows/finances-locales.toml"
CONVENED = "2026-11-10T09:00:00+01:00"
CONVOCATION = "reunions/convocation/meeting:tup7igop65/"


class Plans(Post):
    network = "finances-locales"
    imported = "2026-01-05T09:00:00+01:00"
    people = [("Cora Coordination", "grand-livre", "coordination"), ("Ada Halen", "port-halen"), ("Bea Halen", "port-halen"),
              ("Cléo Halen", "port-halen")]

    @classmethod
    def begin(cls):
        for name in ("Ada Halen", "Bea Halen"):
            cls.taken(name, GROUP, now="2026-10-01T09:00:00+02:00")
        cls.do("apply", now="2026-11-09T09:00:00+01:00")

    def world(self):
        """All that the program may write: the ledger without its scratch files, what was made, the content with its lock."""
        return self.ledger() | read_tree(self.portal.path("content")) | (self.portal.output() if self.portal.path("output").exists() else {})

    def plan(self, *words, now=CONVENED):
        done = self.portal.run("--format", "json", "plan", *words, now=now)
        self.assertEqual(done.code, 0, done.err)
        return json.loads(done.out)

    def due(self, plan):
        return sorted(it["key"] for it in plan["mails"] if it["due"] <= plan["now"])

    def saved(self):
        file = self.portal.folder.parent / "plan.json"
        done = self.portal.run("plan", "-o", file, now=CONVENED)
        self.assertEqual(done.code, 0, done.err)
        return file

    def test_plan_touches_nothing(self):
        before = self.world()
        self.plan()
        self.plan("--until", "2027-06-30")
        for words in (["plan"], ["plan", "--show", "1"], ["plan", "--network", self.network]):
            self.assertEqual(self.portal.run(*words, now=CONVENED).code, 0)
        self.assertEqual(differences(before, self.world()), [])
        self.assertEqual(self.files(), set())

    def test_apply_does_what_plan_said(self):
        due = self.due(self.plan())
        self.assertEqual(len([key for key in due if key.startswith(CONVOCATION)]), 2)
        letters = self.leaves(CONVENED)
        self.assertEqual(len(letters), len(due))
        self.assertEqual(self.due(self.plan()), [])

    def test_a_mail_of_the_plan_is_shown_as_it_will_leave(self):
        shown = self.portal.run("plan", "--show", 1, now=CONVENED)
        self.assertEqual(shown.code, 0, shown.err)
        [first, *_] = self.leaves(CONVENED)
        self.assertIn(first.to, shown.out)
        self.assertIn(first.text[:60], " ".join(shown.out.replace("\u00a0", " ").replace("\u202f", " ").split()))

    def test_a_saved_plan_is_done_exactly(self):
        due, file = self.due(self.plan()), self.saved()
        self.assertEqual(self.files(), set())
        done = self.do("apply", file, now=CONVENED)
        self.assertEqual((done["queued"], len(self.files())), (len(due), len(due)))

    def test_a_saved_plan_is_refused_once_the_content_has_changed_and_says_what(self):
        file = self.saved()
        self.portal.delete(FILE)
        before = self.ledger()
        refused = self.portal.run("apply", file, now=CONVENED)
        self.assertEqual(refused.code, 1, refused.out)
        self.assertIn("meeting:tup7igop65", refused.err)
        told = self.portal.run("--format", "json", "apply", file, now=CONVENED)
        self.assertEqual(told.code, 1)
        data = json.loads(told.out)
        self.assertEqual(data["obstacle"]["code"], "stale-plan")
        self.assertTrue({it["key"].rsplit("/", 2)[0] + "/" for it in data["differences"] if it["kind"] == "removed"} & {CONVOCATION}, data)
        self.assertEqual((self.ledger(), self.files()), (before, set()))

    def test_a_saved_plan_is_refused_once_a_meeting_has_moved(self):
        file = self.saved()
        self.portal.set(FILE, start="2026-12-02T10:00:00", end="2026-12-02T16:00:00")
        refused = self.portal.run("apply", file, now=CONVENED)
        self.assertEqual((refused.code, self.files()), (1, set()), refused.out)
        self.assertIn("meeting:tup7igop65", refused.err)

    def test_a_saved_plan_is_refused_once_somebody_has_joined(self):
        file = self.saved()
        self.taken("Cléo Halen", GROUP, now=CONVENED)
        refused = self.portal.run("apply", file, now=CONVENED)
        self.assertEqual((refused.code, self.files()), (1, set()), refused.out)

    def test_more_mails_than_one_expects_wait_for_a_yes(self):
        before = self.ledger()
        refused = self.portal.run("apply", "--max-mails", 0, now=CONVENED)
        self.assertEqual((refused.code, self.files(), self.ledger()), (1, set(), before), refused.out)
        self.assertIn("--yes", refused.out + refused.err)
        due = len(self.due(self.plan()))
        self.do("apply", "--max-mails", 0, "--yes", now=CONVENED)
        self.assertEqual(len(self.files()), due)

    def test_a_rehearsal_of_apply_sends_nothing(self):
        before = self.world()
        due = len(self.due(self.plan()))
        self.assertEqual(self.do("apply", "--dry-run", now=CONVENED)["queued"], due)
        self.assertEqual(differences(before, self.world()), [])

    def test_a_mistake_in_a_workflow_file_is_shown_and_stops_apply(self):
        self.addCleanup(self.portal.write, WORKFLOWS, self.portal.read(WORKFLOWS))
        self.portal.replace(WORKFLOWS, 'only = ["unanswered"]\nmail = "meeting-reminder"\n\n[[workflows.steps]] # A11', 'only = ["unanswerd"]\nmail = "meeting-reminder"\n\n[[workflows.steps]] # A11')
        [found] = [it for it in self.portal.check(now=CONVENED) if it.severity == "error"]
        self.assertEqual(found.path, WORKFLOWS)
        line = self.portal.read(WORKFLOWS).splitlines()[found.line - 1]
        self.assertIn("unanswerd", line)
        self.assertIn("^", found.text)
        self.assertIn("unanswered", found.text)
        before = self.ledger()
        stopped = self.portal.run("apply", now=CONVENED)
        self.assertEqual((stopped.code, self.files(), self.ledger()), (1, set(), before), stopped.out)
        self.assertIn("unanswerd", stopped.err)

    def test_what_apply_says_is_in_the_words_of_its_reader(self):
        done = self.portal.run("apply", now=CONVENED)
        self.assertEqual(done.code, 0, done.err)
        self.assertNotIn("apply.", done.out, "a key of the catalogue, not a sentence")

    def test_mails_are_spaced_as_french_is(self):
        for it in self.leaves(CONVENED):
            for kind in ("plain", "html"):
                text = re.sub(r"<[^>]*>|https?://\S+", "", it.message.get_body((kind,)).get_content())
                self.assertEqual(re.findall(r".{20}[ ][?!;:»].{0,10}|«[ ].{20}", text), [], kind)

    def test_the_outbox_shows_what_was_sent(self):
        letters = self.leaves(CONVENED)
        for number, letter in enumerate(letters, 1):
            shown = json.loads(self.portal.run("--format", "json", "outbox", "show", self.first() + number - 1, now=CONVENED).out)
            self.assertEqual(shown["fate"], "accepted")
            self.assertIn(shown["message_id"], letter.message["Message-ID"])
            self.assertEqual(shown["text"].split(), letter.message.get_body(("plain",)).get_content().split(), "answer links and all")

    def first(self):
        return min(int(name.split(".")[0]) for name in self.files())


class Adoption(Post):
    """The day on which a portal begins to send: nothing of the past leaves."""
    network = "finances-locales"
    imported = "2026-01-05T09:00:00+01:00"
    people = [("Cora Coordination", "grand-livre", "coordination"), ("Ada Halen", "port-halen"), ("Bea Halen", "port-halen")]
    adopted = None

    @classmethod
    def begin(cls):
        cls.taken("Ada Halen", GROUP, now="2026-10-01T09:00:00+02:00")

    def test_what_was_due_before_is_held_and_said_to_be(self):
        now = "2026-11-12T09:00:00+01:00"
        plan = json.loads(self.portal.run("--format", "json", "plan", "--until", "2026-12-31", now=now).out)
        held = {it["key"].rsplit("/", 2)[0] + "/" for it in plan["held"]}
        self.assertIn(CONVOCATION, held)
        self.assertFalse([it for it in plan["mails"] if it["key"].startswith(CONVOCATION)])
        self.assertTrue([it for it in plan["mails"] if it["key"].startswith("reunions/relance/meeting:tup7igop65/")])
        self.assertFalse([it for it in plan["mails"] if it["due"] < plan["now"]])
        self.assertEqual(self.leaves(now), [])
        with self.subTest("whoever joins from then on is served"):
            self.taken("Bea Halen", GROUP, now="2026-11-13T09:00:00+01:00")
            letters = self.leaves("2026-11-13T10:00:00+01:00", "Convocation : Occupation")
            self.assertEqual([it.to for it in letters], self.to("Bea Halen"))

    def test_the_plan_of_months_ahead_says_what_then_leaves(self):
        now = "2026-11-02T09:00:00+01:00"
        self.leaves(now)
        plan = json.loads(self.portal.run("--format", "json", "plan", "--until", "2026-12-31", now=now).out)
        days = sorted({it["due"] for it in plan["mails"]})
        self.assertGreater(len(days), 4)
        sent = sum(len(self.leaves(day)) for day in days)
        self.assertEqual(sent, len(plan["mails"]), "nothing has happened meanwhile")


if __name__ == "__main__":
    unittest.main()
