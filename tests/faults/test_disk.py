"""A disk that is full, refuses or holds what others put there: the former site stays whole and nothing of others is touched."""
import contextlib
import os
import resource
import shutil
import subprocess
import unittest

from tests.support.portal import Portal, built, differences, new_folder, open_to_all

NOBODY = 65534
ROOT_USER = os.geteuid() == 0


@contextlib.contextmanager
def small_disk(folder, size, inodes=0):
    folder.mkdir(parents=True, exist_ok=True)
    options = f"size={size}" + (f",nr_inodes={inodes}" if inodes else "")
    if not ROOT_USER or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "cenacle-test", folder], capture_output=True).returncode != 0:
        raise unittest.SkipTest("a small disk can only be mounted by root, where mounting is allowed")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def size_of(folder):
    """What a tree takes on a tmpfs: whole blocks."""
    return sum((path.stat().st_size + 4095) // 4096 * 4096 for path in folder.rglob("*") if path.is_file())


class Full(unittest.TestCase):

    def complains(self, done, code=74):
        self.assertEqual(done.code, code, done.err[-2000:])
        lines = done.err.strip().splitlines()
        self.assertTrue(lines and lines[-1].startswith("cenacle: "), done.err[-2000:])
        return lines[-1]

    def test_a_disk_that_is_full_at_the_first_build_says_so_and_the_site_is_not_half_there(self):
        portal = Portal()
        with small_disk(portal.path("output"), "1m"):
            said = self.complains(portal.run("build"))
            self.assertIn("No space left", said)
            self.assertIn("output/", said)
            self.assertEqual([path for path in portal.output() if not path.startswith(".")], [])

    def test_a_disk_that_gets_full_leaves_the_former_site_as_it_was(self):
        portal = Portal()
        needed = size_of(built().path("output"))
        with small_disk(portal.path("output"), int(needed * 1.25) + (2 << 20)):
            portal.build()
            before = {path: data for path, data in portal.output().items() if not path.startswith(".staging")}
            self.assertEqual(differences(before, built().output()), [])
            text = portal.read("content/portal.toml")
            portal.write("content/portal.toml", text.replace('title = "Réseaux en commun"', 'title = "Un autre titre"'))
            self.complains(portal.run("build"))
            self.assertEqual(differences(before, {path: data for path, data in portal.output().items() if not path.startswith(".staging")}), [])
            # what was staged is not left to fill the disk: the former content can be built again
            portal.write("content/portal.toml", text)
            portal.build()
            self.assertEqual(differences(before, portal.output()), [])
            # with room, the same build succeeds
            subprocess.run(["mount", "-o", f"remount,size={needed * 3}", portal.path("output")], check=True)
            portal.write("content/portal.toml", text.replace('title = "Réseaux en commun"', 'title = "Un autre titre"'))
            portal.build()
            self.assertIn("Un autre titre", portal.tree().text("index.html"))

    def test_a_disk_without_room_for_more_files(self):
        portal = Portal()
        count = len(built().output())
        with small_disk(portal.path("output"), "64m", inodes=count // 2):
            self.complains(portal.run("build"))
            self.assertEqual([path for path in portal.output() if not path.startswith(".")], [])

    def test_a_disk_without_room_for_the_cache(self):
        portal = Portal()
        with small_disk(portal.path(".cenacle"), "32k"):
            done = portal.run("build")
            self.assertIn(done.code, (0, 74), done.err)
            if done.code == 0:
                self.assertEqual(differences(built().output(), portal.output()), [])
            portal.run("build")
        portal.build()
        self.assertEqual(differences(built().output(), portal.output()), [])

    def test_few_open_files_are_enough_or_it_says_so(self):
        portal = Portal()
        done = portal.run("build", "--jobs", "8", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)))
        self.assertIn(done.code, (0, 74), done.err[-1000:])
        if done.code == 74:
            self.complains(done)
        portal.build()
        self.assertEqual(differences(built().output(), portal.output()), [])


class Refused(unittest.TestCase):

    def as_somebody_without_rights(self, portal, *arguments):
        if not ROOT_USER:
            return portal.run(*arguments)
        open_to_all(portal.folder)
        try:
            return portal.run(*arguments, user=NOBODY, group=NOBODY, extra_groups=[])
        except PermissionError:
            raise unittest.SkipTest("a user without rights may not run the program where it stands") from None

    def test_an_output_that_may_not_be_written(self):
        portal = Portal()
        portal.build()
        before = portal.output()
        portal.replace("content/portal.toml", 'title = "Réseaux en commun"', 'title = "Un autre titre"')
        for folder in ("output/site/pages", "output/site", "output"):
            with self.subTest(folder=folder):
                if ROOT_USER:
                    for path in [portal.path("output"), portal.path(".cenacle"), *portal.path("output").rglob("*"), *portal.path(".cenacle").rglob("*")]:
                        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
                os.chmod(portal.path(folder), 0o555)
                try:
                    done = self.as_somebody_without_rights(portal, "build")
                finally:
                    os.chmod(portal.path(folder), 0o755)
                self.assertEqual(done.code, 74, done.err)
                self.assertIn("Permission denied", done.err)
                self.assertIn("output", done.err)
                self.assertEqual(differences(before, {path: data for path, data in portal.output().items() if not path.startswith(".staging")}), [])
        portal.build()
        self.assertIn("Un autre titre", portal.tree().text("pages/aide.html"))

    def test_a_portal_where_nothing_may_be_written(self):
        portal = Portal()
        if not ROOT_USER:
            os.chmod(portal.folder, 0o555)
        done = self.as_somebody_without_rights(portal, "build")
        self.assertEqual(done.code, 74, done.err)
        self.assertIn("Permission denied", done.err)
        self.assertEqual(self.as_somebody_without_rights(portal, "check").code, 0)
        os.chmod(portal.folder, 0o755)

    def test_an_output_that_is_a_file_or_leads_elsewhere(self):
        portal = Portal()
        portal.path("output").write_text("à moi")
        done = portal.run("build")
        self.assertEqual(done.code, 74, done.err)
        self.assertIn("output", done.err)
        self.assertEqual(portal.path("output").read_text(), "à moi")
        portal.path("output").unlink()
        portal.path(".cenacle").unlink() if portal.path(".cenacle").is_file() else shutil.rmtree(portal.path(".cenacle"), ignore_errors=True)
        portal.path(".cenacle").write_text("à moi")
        done = portal.run("build")
        self.assertEqual(done.code, 74, done.err)

    def test_content_that_may_not_be_read(self):
        portal = Portal()
        os.chmod(portal.path("content/pages/aide.md"), 0)
        if ROOT_USER:
            os.chown(portal.folder, NOBODY, NOBODY)
        done = self.as_somebody_without_rights(portal, "check")
        self.assertEqual(done.code, 1, done.err)
        self.assertIn(("content/pages/aide.md", "unreadable-file"), [(each.path, each.code) for each in done.diagnostics])


class Strays(unittest.TestCase):
    """What a build did not make is not its own."""

    PLACES = ("output/notes.txt", "output/site/notes.txt", "output/site/finances-locales/groupes/notes.html", "output/site/a/b/c/notes.txt",
              "output/spaces/haut-sarlon/notes.txt", "output/spaces/personne/notes.txt", "output/mail/1.eml", "output/feeds/jeton.ics", "output/site/.htaccess",
              "output/site/finances-locales/groupes.html", "output/site/index.html~")

    def test_files_of_others_are_never_removed_nor_changed(self):
        portal = Portal()
        portal.build()
        for place in self.PLACES:
            portal.write(place, f"à moi : {place}")
        portal.path("output/site/vide").mkdir()
        os.symlink("notes.txt", portal.path("output/site/lien"))

        def all_there(when):
            for place in self.PLACES:
                self.assertEqual(portal.read(place), f"à moi : {place}", when)
            self.assertTrue(portal.path("output/site/vide").is_dir(), when)
            self.assertEqual(os.readlink(portal.path("output/site/lien")), "notes.txt", when)

        portal.build()
        all_there("after a build")
        for path in portal.path("content/finances-locales").rglob("*.md"):
            if path.parent.name in ("news",):
                path.unlink()
        portal.build()
        all_there("after pages were taken away")
        shutil.rmtree(portal.path(".cenacle"))
        portal.build()
        all_there("after the cache was lost")
        portal.path("output/.manifest").unlink()
        portal.build()
        all_there("after the manifest was lost")

    def test_what_is_no_longer_made_goes_and_the_folders_that_it_empties_too(self):
        portal = Portal()
        portal.build()
        portal.write("output/site/ateliers-du-val/a-moi.txt", "à moi")
        with portal.kept():
            shutil.rmtree(portal.path("content/ateliers-du-val"))
            rules = portal.read("workflows/registration-ateliers-du-val.toml")
            portal.delete("workflows/registration-ateliers-du-val.toml")
            text = portal.read("content/pages/a-propos.md")
            portal.write("content/pages/a-propos.md", "".join(line for line in text.splitlines(True) if "ateliers-du-val" not in line))
            done = portal.build()
            left = [path for path in portal.output() if "ateliers-du-val" in path]
            self.assertEqual(left, ["site/ateliers-du-val/a-moi.txt"])
            self.assertFalse(list(portal.path("output/spaces").glob("ateliers-du-val*")))
            self.assertRegex(done.out, r"[1-9]\d* removed")
        portal.delete("output/site/ateliers-du-val/a-moi.txt")
        portal.write("workflows/registration-ateliers-du-val.toml", rules)
        portal.build()
        self.assertEqual(differences(built().output(), portal.output()), [])

    def test_a_file_of_another_where_a_page_is_to_be_is_not_overwritten(self):
        portal = Portal()
        portal.write("output/site/finances-locales/index.html", "à moi")
        done = portal.run("build")
        self.assertEqual(done.code, 74, done.err)
        self.assertIn("site/finances-locales/index.html", done.err)
        self.assertEqual([path for path in portal.output() if not path.startswith(".")], ["site/finances-locales/index.html"])
        self.assertEqual(portal.read("output/site/finances-locales/index.html"), "à moi")
        portal.delete("output/site/finances-locales/index.html")
        portal.build()

    def test_links_are_not_followed_out_of_the_output(self):
        portal = Portal()
        portal.build()
        outside = new_folder("outside")
        (outside / "a-moi.txt").write_text("à moi")
        shutil.rmtree(portal.path("output/site/finances-locales"))
        os.symlink(outside, portal.path("output/site/finances-locales"))
        done = portal.run("build")
        self.assertEqual(done.code, 74, done.err)
        self.assertEqual([path.name for path in outside.iterdir()], ["a-moi.txt"])

    def test_content_is_never_written_to(self):
        portal = Portal()
        before = {path: path.stat().st_mtime_ns for path in portal.path("content").rglob("*")}
        portal.build()
        portal.build()
        self.assertEqual(before, {path: path.stat().st_mtime_ns for path in portal.path("content").rglob("*")})


if __name__ == "__main__":
    unittest.main()
