"""The files of registration rules: short enough to be read whole, and a network of one's own from FORMAT.md alone."""
import re
import shutil
import subprocess
import tomllib
import unittest

from tests.support.portal import ENVIRONMENT, NOW, PROGRAM, ROOT, new_folder

SIXTH = ROOT / "tests/registration/sixth"
RULES = "workflows/registration-cuisines.toml"
FILES = sorted((ROOT / "workflows").glob("registration-*.toml"))
MOST_LINES, WIDEST = 120, 130


class Files(unittest.TestCase):

    def test_each_of_the_five_networks_has_one_and_it_can_be_read_whole(self):
        networks = {path.parent.name for path in (ROOT / "content").glob("*/network.md")}
        self.assertEqual({tomllib.loads(path.read_text("utf-8"))["network"] for path in FILES}, networks)
        for path in FILES:
            lines = path.read_text("utf-8").splitlines()
            with self.subTest(path.name):
                self.assertLessEqual(len(lines), MOST_LINES)
                self.assertLessEqual(max(map(len, lines)), WIDEST)

    def test_every_sentence_has_the_spaces_of_french(self):
        for path in FILES:
            rules = tomllib.loads(path.read_text("utf-8"))
            texts = [rule["says"] for rule in rules.get("rules", [])]
            texts += [statement["text"] for each in rules["paths"] for statement in each.get("statements", [])]
            texts += [each["title"] for each in rules["paths"]]
            for text in texts:
                with self.subTest(path.name, text=text):
                    self.assertNotRegex(text, r"[ ][;!?:»]|«[ ]|'|\.\.\.|^[a-zà-ý]")

    def test_every_rule_of_registration_of_the_rows_is_named_where_it_is_written(self):
        rows = {"finances-locales": "A2 A3 A7 A8 A9 A10 A12 A14", "ateliers-du-val": "B2 B3 B5 B6 B7 B8",
                "club-passerelles": "C5 C6 C11", "ethique-publique": "D1 D4", "secretaires-de-mairie": "E1 E2 E3 E4 E5 E6 E9 E11 E13 E19 E20"}
        for network, wanted in rows.items():
            comments = re.findall(r"#.*", (ROOT / f"workflows/registration-{network}.toml").read_text("utf-8"))
            named = set(re.findall(r"\b[A-E]\d+\b", " ".join(comments)))
            for first, last in re.findall(r"\b([A-E]\d+) à ([A-E]\d+)\b", " ".join(comments)):
                named |= {f"{first[0]}{n}" for n in range(int(first[1:]), int(last[1:]) + 1)}
            self.assertEqual(set(wanted.split()) - named, set(), network)


class Sixth(unittest.TestCase):
    """A network whose rules served as a model for no other: three people a community a year, small communes first…"""

    def check(self, change=lambda text: text):
        portal = new_folder("sixth")
        shutil.copytree(SIXTH, portal, dirs_exist_ok=True)
        shutil.copytree(ROOT / "themes", portal / "themes")
        shutil.copy(ROOT / "workflows/public-holidays.toml", portal / "workflows")
        path = portal / RULES
        before = path.read_text("utf-8")
        path.write_text(change(before), "utf-8")
        done = subprocess.run([PROGRAM, "-C", portal, "--now", NOW, "check"], env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout, done.stderr

    def test_it_is_accepted_as_it_stands(self):
        self.assertEqual(self.check(), (0, "", ""))

    def test_and_is_read_for_what_it_says(self):
        changes = {
            ('max = "personnes-par-communaute"', 'max = "personne-par-communaute"'): "unknown-reference",
            ('{ from = "offered", to = "expired", after_days = 6 },', ""): "endless-offer",
            ('  { from = "requested", to = "quoted", on = "quote" },\n', ""): "endless-state",
            ('must = { rest_months = "mois-de-repos" }', "must = { body = false }"): "impossible-rule",
            ('must = { fee_paid = true }', "must = {}"): "silent-rule",
            ('rates = ["object"]\n', ""): "incomplete-path",
            ('  { from = "waiting", to = "offered", once = ["seat"] },\n', ""): "no-queue",
            ('otherwise = "wait"', 'otherwise = "refuse"'): "unreachable-state",
        }
        for (old, new), code in changes.items():
            with self.subTest(code):
                status, out, err = self.check(lambda text: text.replace(old, new))
                self.assertEqual((status, out), (1, ""))
                self.assertIn(f"[{code}]", err)


if __name__ == "__main__":
    unittest.main()
