"""After any sequence of edits, a build gives what a build from nothing gives; a refused one leaves the site as it was."""
import os
import random
import shutil
import unittest

from tests.identity.edits import Sequence
from tests.support.portal import Portal, differences, new_folder

LONG = os.environ.get("CENACLE_LONG") == "1"
STEPS = int(os.environ.get("CENACLE_STEPS") or (300 if LONG else 12))
SEED = int(os.environ.get("CENACLE_SEED") or 20260915)


class Sequences(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.portal = Portal()
        self.portal.build()
        self.story = []

    def state(self):
        """What a build reads, kept aside."""
        aside = new_folder("state")
        for part in ("content", "themes"):
            shutil.copytree(self.portal.path(part), aside / part)
        return aside

    def bring_back(self, state):
        for part in ("content", "themes"):
            shutil.rmtree(self.portal.path(part))
            os.rename(state / part, self.portal.path(part))

    def from_nothing(self, now):
        fresh = Portal(source=self.portal.folder)
        done = fresh.run("build", now=now)
        output = fresh.output() if done.code == 0 else None
        shutil.rmtree(fresh.folder)
        return done, output

    def step(self, sequence):
        """One edit, an incremental build and one from nothing. Whether the edit was refused."""
        state, before = self.state(), self.portal.output()
        self.story.append(sequence.edit())
        spoiled = self.story[-1].startswith(("output", "cache"))
        now = sequence.now.isoformat()
        done = self.portal.run("build", "--jobs", random.choice((1, 2, 4)), now=now)
        wanted, output = self.from_nothing(now)
        told = f"seed {SEED}, step {len(self.story)}, after:\n" + "\n".join(self.story[-12:])
        self.assertEqual((done.code, done.err), (wanted.code, wanted.err), told)
        self.assertIn(done.code, (0, 1), told + done.err)
        if done.code == 1:
            if not spoiled:
                self.assertEqual(differences(before, self.portal.output()), [], "a refused build changed the site; " + told)
            self.bring_back(state)
            self.portal.build(now=now)
            self.assertEqual(differences(self.from_nothing(now)[1], self.portal.output()), [], "mended; " + told)
            return True
        self.assertEqual(differences(output, self.portal.output()), [], told)
        shutil.rmtree(state)
        return False

    def test_a_build_after_any_edits_is_a_build_from_nothing(self):
        sequence = Sequence(self.portal, random.Random(SEED))
        refused = sum(self.step(sequence) for _ in range(STEPS))
        self.assertLess(refused, STEPS)

    def test_what_is_undone_leaves_no_trace(self):
        """Many edits at once, then all taken back."""
        before, state = self.portal.output(), self.state()
        sequence = Sequence(self.portal, random.Random(SEED + 1))
        for _ in range(8):
            self.story.append(sequence.create() if len(self.story) % 2 else sequence.edit_text())
        self.portal.build(now="2026-10-20T09:00:00+02:00")
        self.assertNotEqual(before.keys(), self.portal.output().keys())
        self.bring_back(state)
        self.portal.build()
        self.assertEqual(differences(before, self.portal.output()), [], "\n".join(self.story))

    def test_a_mistake_and_its_mending(self):
        before = self.portal.output()
        for seed in range(4):
            state = self.state()
            said = Sequence(self.portal, random.Random(SEED + seed)).edit_mistake()
            self.assertEqual(self.portal.run("build").code, 1, said)
            self.assertEqual(differences(before, self.portal.output()), [], said)
            self.bring_back(state)
            self.portal.build()
            self.assertEqual(differences(before, self.portal.output()), [], said)


if __name__ == "__main__":
    unittest.main()
