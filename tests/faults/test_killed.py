"""A build that is killed at any moment, and builds that meet: each file is old or new, and the next build completes."""
import os
import random
import shutil
import signal
import subprocess
import time
import unittest

from tests.support.portal import ENVIRONMENT, NOW, Portal, differences, read_tree

LONG = os.environ.get("CENACLE_LONG") == "1"
KILLS = int(os.environ.get("CENACLE_STEPS") or (300 if LONG else 15))
SEED = int(os.environ.get("CENACLE_SEED") or 20260915)


def start(portal, *arguments):
    return subprocess.Popen(portal.command("build", *arguments), cwd="/", env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class Killed(unittest.TestCase):
    """The portal goes to and fro between two states that differ in every page, in their files and in their folders."""

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.portal.build()
        cls.wanted = {"one": cls.site(cls.portal)}
        shutil.copytree(cls.portal.path("content"), cls.portal.path("one"))
        text = cls.portal.read("content/portal.toml")
        cls.portal.write("content/portal.toml", text.replace('title = "Réseaux en commun"', 'title = "Autres réseaux"')
                         .replace('groups = "groupes"', 'groups = "cercles"').replace('news = "actualites"', 'news = "nouvelles"'))
        cls.portal.write("content/finances-locales/pages/de-plus.md", '+++\ntitle = "De plus"\n+++\n\nUne page de plus.\n')
        began = time.monotonic()
        cls.portal.build()
        cls.time = time.monotonic() - began
        cls.wanted["two"] = cls.site(cls.portal)
        shutil.copytree(cls.portal.path("content"), cls.portal.path("two"))
        assert len([path for path in cls.wanted["one"] if cls.wanted["one"][path] != cls.wanted["two"].get(path)]) > 500

    @staticmethod
    def site(portal):
        return {path: data for path, data in read_tree(portal.path("output")).items() if not path.startswith((".staging", ".journal", ".manifest"))}

    def put(self, state):
        shutil.rmtree(self.portal.path("content"))
        shutil.copytree(self.portal.path(state), self.portal.path("content"))

    def test_killed_at_random_moments(self):
        dice = random.Random(SEED)
        self.put("one")
        self.portal.build()
        state, met = "one", {"done": 0, "killed": 0, "between": 0}
        for number in range(KILLS):
            goal = "two" if state == "one" else "one"
            self.put(goal)
            running = start(self.portal, "--jobs", str(dice.choice((1, 2, 4))))
            # the end of a build, where files take their places, is where it is delicate
            wait = self.time * (dice.random() if dice.random() < 0.4 else dice.uniform(0.6, 1.15))
            try:
                running.wait(wait)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
            running.communicate()
            told = f"seed {SEED}, kill {number}, after {wait:.4f} s of {self.time:.4f}"
            now = self.site(self.portal)
            for path, data in now.items():
                self.assertIn(data, (self.wanted["one"].get(path), self.wanted["two"].get(path)), f"{path} is neither old nor new; {told}")
            met["done" if running.returncode == 0 else "killed"] += 1
            met["between"] += now not in self.wanted.values()
            if dice.random() < 0.3:  # somebody takes the change back first
                goal = state
                self.put(goal)
            self.portal.build()
            self.assertEqual(differences(self.wanted[goal], self.site(self.portal)), [], told)
            state = goal
        self.assertGreater(met["killed"], KILLS // 4, met)

    def test_killed_again_and_again_without_a_build_between(self):
        dice = random.Random(SEED + 1)
        for number in range(6):
            self.put(dice.choice(("one", "two")))
            running = start(self.portal)
            try:
                running.wait(self.time * dice.uniform(0.5, 1.1))
            except subprocess.TimeoutExpired:
                running.kill()
            running.communicate()
        self.put("two")
        self.portal.build()
        self.assertEqual(differences(self.wanted["two"], self.site(self.portal)), [])

    def test_killed_at_its_first_build(self):
        dice = random.Random(SEED + 2)
        for _ in range(5):
            portal = Portal(source=self.portal.folder)
            running = start(portal)
            try:
                running.wait(self.time * dice.uniform(0.3, 1.1))
            except subprocess.TimeoutExpired:
                running.kill()
            running.communicate()
            portal.build()
            state = self.site(portal)
            self.assertIn(state, (self.wanted["one"], self.wanted["two"]))

    def test_interrupted_from_the_keyboard(self):
        self.put("one")
        self.portal.build()
        self.put("two")
        running = start(self.portal)
        try:
            running.wait(self.time / 2)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGINT)
        running.communicate()
        self.portal.build()
        self.assertEqual(differences(self.wanted["two"], self.site(self.portal)), [])


class Together(unittest.TestCase):

    def test_builds_at_once_do_not_harm_each_other(self):
        portal = Portal()
        for number in (2, 4):
            running = [start(portal) for _ in range(number)]
            ends = [(each.communicate(timeout=120)[1], each.returncode) for each in running]
            self.assertEqual([code for _, code in ends], [0] * number, ends)
            reference = Portal(source=portal.folder)
            reference.build()
            self.assertEqual(differences(reference.output(), portal.output()), [])
            portal.write("content/portal.toml", portal.read("content/portal.toml").replace('title = "Réseaux en commun"', 'title = "Titre"'))

    def test_a_site_is_whole_whenever_one_looks_after_a_build(self):
        """Builds of changing content, one after the other and overlapping: the last content wins."""
        portal = Portal()
        running = []
        for number in range(5):
            portal.write("essai.md", f'+++\ntitle = "Essai {number}"\n+++\n\nTour {number}.\n')
            os.replace(portal.path("essai.md"), portal.path("content/finances-locales/pages/essai.md"))  # never half a file
            running.append(start(portal))
        for each in running:
            _, err = each.communicate(timeout=120)
            self.assertEqual(each.returncode, 0, err)
        portal.build()
        reference = Portal(source=portal.folder)
        reference.build()
        self.assertEqual(differences(reference.output(), portal.output()), [])
        self.assertIn("Tour 4", portal.tree().text("finances-locales/pages/essai.html"))

    def test_a_check_beside_a_build(self):
        portal = Portal()
        running = start(portal)
        done = portal.run("check", now=NOW)
        running.communicate()
        self.assertEqual((done.code, running.returncode), (0, 0))


if __name__ == "__main__":
    unittest.main()
