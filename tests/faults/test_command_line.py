"""Exit codes and messages: 0 done, 1 mistakes in the input, 2 usage, 74 disk, 75 to be retried. No other."""
import fcntl
import json
import os
import shutil
import subprocess
import unittest

from tests.support.portal import ENVIRONMENT, NOW, PROGRAM, Portal, differences, new_folder


def run(*arguments, cwd="/"):
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


class Usage(unittest.TestCase):

    def refused(self, *arguments, says=()):
        code, out, err = run(*arguments)
        self.assertEqual(code, 2, f"{arguments}: {err}")
        self.assertEqual(out, "")
        self.assertTrue(err.startswith("cenacle: "), err)
        self.assertLess(err.count("\n"), 6, err)
        for each in says:
            self.assertIn(each, err)

    def test_an_unknown_verb(self):
        self.refused("bild", says=["bild"])

    def test_no_verb(self):
        self.refused()

    def test_an_unknown_option(self):
        self.refused("build", "--colour", says=["--colour"])

    def test_an_instant_that_is_none(self):
        for now in ("demain", "2026-09-15", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-09-15T25:00:00Z", "2026-09-15T09:00:00", "", "99999-01-01T00:00:00Z"):
            with self.subTest(now=now):
                self.refused("--now", now, "check", says=["--now"])

    def test_a_number_of_threads_that_is_none(self):
        for jobs in ("0", "-1", "beaucoup", "99999999999"):
            self.refused("build", "--jobs", jobs, says=["--jobs"])

    def test_a_format_that_does_not_exist(self):
        self.refused("--format", "yaml", "check", says=["--format"])

    def test_an_option_without_its_value(self):
        self.refused("check", "-C")

    def test_a_page_of_explanation_that_does_not_exist(self):
        code, _, err = run("explain", "unknwon-key")
        self.assertEqual(code, 2 if code == 2 else 1)
        self.assertIn("unknown-key", err)

    def test_help_and_version(self):
        for arguments in (["--help"], ["build", "--help"], ["--version"]):
            code, out, err = run(*arguments)
            self.assertEqual((code, err), (0, ""), arguments)
            self.assertTrue(out.strip())


class Input(unittest.TestCase):

    def test_a_folder_that_does_not_exist(self):
        for verb in ("check", "build"):
            code, out, err = run("-C", "/nulle/part", verb)
            self.assertIn(code, (2, 74), err)
            self.assertIn("/nulle/part", err)
            self.assertFalse(os.path.exists("/nulle"))

    def test_a_folder_that_is_a_file(self):
        file = new_folder() / "fichier"
        file.write_text("")
        code, _, err = run("-C", file, "build")
        self.assertIn(code, (2, 74), err)
        self.assertIn(str(file), err)

    def test_an_empty_folder(self):
        for verb in ("check", "build"):
            folder = new_folder()
            code, _, err = run("-C", folder, verb)
            self.assertEqual(code, 1, err)
            self.assertIn("content/portal.toml", err)
            self.assertEqual([path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] == "output"
                              and not path.name.startswith(".")], [])

    def test_check_writes_nothing_at_all(self):
        folder = new_folder()
        run("-C", folder, "check")
        self.assertEqual(list(folder.iterdir()), [])
        portal = Portal()
        before = sorted(portal.folder.rglob("*"))
        portal.run("check")
        self.assertEqual(sorted(portal.folder.rglob("*")), before)

    def test_a_portal_without_portal_toml(self):
        portal = Portal()
        portal.build()
        before = portal.output()
        portal.delete("content/portal.toml")
        for verb in ("check", "build"):
            done = portal.run(verb)
            self.assertEqual(done.code, 1, done.err)
            self.assertIn("content/portal.toml", done.err)
        self.assertEqual(differences(before, portal.output()), [])

    def test_a_portal_without_its_theme(self):
        portal = Portal()
        text = portal.read("content/portal.toml")
        portal.write("content/portal.toml", text.replace('theme = "default"', 'theme = "defaut"'))
        done = portal.run("build")
        self.assertEqual(done.code, 1)
        self.assertIn("theme-missing", [each.code for each in done.diagnostics])

    def test_all_mistakes_in_one_run_in_one_order(self):
        portal = Portal()
        portal.set("content/finances-locales/groups/fiscalite.md", titel='"Faute"')
        portal.set("content/club-passerelles/meetings/2027-03-18-rencontre.md", start="2027-03-15T09:30:00", end="2027-03-15T16:30:00")
        portal.write("content/pages/aide.md", portal.read("content/pages/aide.md") + "\n[Nulle part](page:nulle-part)\n")
        portal.write("content/ateliers-du-val/network.md", portal.read("content/ateliers-du-val/network.md").replace('kind = "', 'kind = “', 1))
        checked, built = portal.run("check"), portal.run("build")
        self.assertEqual((checked.code, built.code), (1, 1))
        self.assertEqual(checked.err, built.err)
        self.assertLessEqual({"unknown-key", "curly-quotes"}, {each.code for each in checked.diagnostics})
        self.assertGreaterEqual(len({each.path for each in checked.diagnostics}), 3)
        paths = [each.path for each in checked.diagnostics]
        self.assertEqual(paths, sorted(paths))
        for jobs in (1, 8):
            self.assertEqual(portal.run("check", "--jobs", jobs).err, checked.err)
        self.assertFalse((portal.path("output/site")).exists())

    def test_mistakes_as_json_hold_what_the_text_says(self):
        portal = Portal()
        portal.set("content/finances-locales/groups/fiscalite.md", titel='"Faute"')
        text, machine = portal.run("check"), portal.run("--format", "json", "check")
        self.assertEqual((text.code, machine.code), (1, 1))
        found = json.loads(machine.out)
        said = json.dumps(found, ensure_ascii=False)
        for each in text.diagnostics:
            self.assertIn(each.code, said)
            self.assertIn(each.path, said)

    def test_bytes_that_are_no_text(self):
        portal = Portal()
        portal.write("content/finances-locales/pages/latin.md", '+++\ntitle = "été"\n+++\n\nété\n'.encode("latin-1"))
        portal.write("content/finances-locales/pages/nul.md", b'+++\ntitle = "nul"\n+++\n\n\0\n')
        portal.write("content/finances-locales/bodies.csv", portal.path("content/finances-locales/bodies.csv").read_bytes() + b"\xff\xfe;x;commune\n")
        done = portal.run("build")
        self.assertEqual(done.code, 1, done.err)
        self.assertIn("not-utf8", [each.code for each in done.diagnostics])

    def test_odd_things_in_content(self):
        """A pipe, a loop of links, a folder named like a page: said, never waited for."""
        portal = Portal()
        os.mkfifo(portal.path("content/finances-locales/pages/tuyau.md"))
        os.symlink("boucle.md", portal.path("content/finances-locales/pages/boucle.md"))
        portal.path("content/finances-locales/pages/dossier.md").mkdir()
        for verb in ("check", "build"):
            done = portal.run(verb, timeout=60)
            self.assertIn(done.code, (0, 1), done.err)


class Locked(unittest.TestCase):

    def test_a_lock_that_is_kept_too_long_is_to_be_retried(self):
        portal = Portal()
        portal.build()
        before = portal.output()
        lock = next(path for path in portal.path(".cenacle").rglob("*lock*") if path.is_file())
        portal.write("content/pages/aide.md", portal.read("content/pages/aide.md") + "\nUn mot de plus.\n")
        with open(lock, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            done = portal.run("build")
            self.assertEqual(done.code, 75, done.err)
            self.assertTrue(done.err.startswith("cenacle: "), done.err)
            self.assertEqual(differences(before, portal.output()), [])
            self.assertEqual(portal.run("check").code, 0, "check needs no lock")
        portal.build()
        self.assertNotEqual(differences(before, portal.output()), [])


if __name__ == "__main__":
    unittest.main()
