"""What a build keeps for the next may be lost, spoiled or old: the site is the same."""
import os
import shutil
import time
import unittest

from tests.support.portal import ENVIRONMENT, Portal, built, differences

PAGE = "content/finances-locales/groups/fiscalite.md"


class Cache(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.wanted = built().output()
        cls.portal = Portal()
        cls.portal.build()

    def cache_files(self):
        return [path for path in sorted(self.portal.path(".cenacle").rglob("*")) if path.is_file() and "lock" not in path.name]

    def stamps(self):
        return {str(path.relative_to(self.portal.folder)): (path.stat().st_ino, path.stat().st_mtime_ns)
                for path in self.portal.path("output").rglob("*") if path.is_file()}

    def test_there_is_a_cache(self):
        self.assertTrue(self.cache_files())

    def test_a_lost_cache(self):
        before = self.stamps()
        shutil.rmtree(self.portal.path(".cenacle"))
        self.portal.build()
        self.assertEqual(differences(self.wanted, self.portal.output()), [])
        self.assertEqual(before, self.stamps(), "what has not changed is not written again")

    def test_a_spoiled_cache(self):
        for file in self.cache_files():
            data = file.read_bytes()
            size = len(data)
            spoiled = {"empty": b"", "cut": data[:size // 2], "cut by one": data[:-1], "longer": data + b"\0", "zeros": bytes(size), "noise": os.urandom(size),
                       "shifted": data[8:] + data[:8], "of another time": data.replace(b"fiscalite", b"fiscalitf")}
            spoiled |= {f"bit at {at}": data[:at] + bytes([data[at] ^ 1]) + data[at + 1:] for at in range(0, size, max(1, size // 6))}
            for how, bytes_ in spoiled.items():
                with self.subTest(file=file.name, how=how):
                    self.portal.build()
                    file.write_bytes(bytes_)
                    self.portal.build()
                    self.assertEqual(differences(self.wanted, self.portal.output()), [])

    def test_the_cache_of_another_portal(self):
        other = Portal()
        other.write(PAGE, other.read(PAGE).replace("fiscalistes", "spécialistes"))
        other.build()
        shutil.rmtree(self.portal.path(".cenacle"))
        shutil.copytree(other.path(".cenacle"), self.portal.path(".cenacle"))
        self.portal.build()
        self.assertEqual(differences(self.wanted, self.portal.output()), [])

    def test_a_cache_that_cannot_be_written_is_no_mistake_of_the_site(self):
        portal = Portal()
        portal.build()
        shutil.rmtree(portal.path(".cenacle/cache"))
        portal.path(".cenacle/cache").write_text("in the way")
        done = portal.run("build")
        self.assertIn(done.code, (0, 74), done.err)
        self.assertEqual(differences(self.wanted, portal.output()), [])

    def test_files_touched_without_a_change_write_nothing(self):
        before = self.stamps()
        for path in self.portal.path("content").rglob("*"):
            os.utime(path, ns=(time.time_ns(), time.time_ns()))
        self.portal.build()
        self.assertEqual(before, self.stamps())

    def test_one_page_changed_writes_only_what_says_so(self):
        with self.portal.kept():
            before, bytes_before = self.stamps(), self.portal.output()
            self.portal.write(PAGE, self.portal.read(PAGE) + "\nUn mot de plus.\n")
            self.portal.build()
            after, bytes_after = self.stamps(), self.portal.output()
            moved = {path.removeprefix("output/") for path in before if before[path] != after.get(path)} - {".manifest"}
            changed = {path for path in bytes_before if bytes_before[path] != bytes_after.get(path)} - {".manifest"}
            self.assertEqual(moved, changed)
            self.assertIn("site/finances-locales/groupes/fiscalite.html", changed)
            self.assertLess(len(changed), 5)
        self.portal.build()

    def test_a_change_that_keeps_size_and_time_is_seen_once_the_cache_is_gone(self):
        """The limit of every build that trusts stamps: only a lost cache makes it look again."""
        with self.portal.kept():
            self.portal.build()
            path = self.portal.path(PAGE)
            stat, data = path.stat(), path.read_bytes()
            changed = data.replace(b"fiscalistes", b"fiscalistez", 1)
            self.assertNotEqual(data, changed)
            with open(path, "r+b") as file:  # in place: the same inode
                file.write(changed)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
            self.portal.build()
            shutil.rmtree(self.portal.path(".cenacle"))
            self.portal.build()
            self.assertIn(b"fiscalistez", self.portal.output()["site/finances-locales/groupes/fiscalite.html"])
        self.portal.build()
        self.assertEqual(differences(self.wanted, self.portal.output()), [])

    def test_a_change_in_the_very_instant_of_a_build_is_not_missed(self):
        """Two writes of one size within the clock's grain, a build between them."""
        with self.portal.kept():
            data = self.portal.read(PAGE)
            for number in range(6):
                self.portal.write(PAGE, data + f"\nMot {number}.\n")
                self.portal.build()
                self.assertIn(f"Mot {number}.".encode(), self.portal.output()["site/finances-locales/groupes/fiscalite.html"])
                self.portal.write(PAGE, data + f"\nMat {number}.\n")
                self.portal.build()
                self.assertIn(f"Mat {number}.".encode(), self.portal.output()["site/finances-locales/groupes/fiscalite.html"])
        self.portal.build()

    def test_a_theme_that_comes_with_the_program_is_followed_too(self):
        """A portal without a theme or holidays of its own takes those of $CENACLE_DATA, and completes them file by file."""
        shared, portal = Portal(), Portal()
        shutil.rmtree(portal.path("themes"))
        portal.delete("workflows/public-holidays.toml")  # rules of registration are never another portal's
        environment = ENVIRONMENT | {"CENACLE_DATA": str(shared.folder)}

        def same_as(reference):
            portal.build(environment=environment)
            reference.build()
            self.assertEqual(differences(reference.output(), portal.output()), [])

        same_as(Portal())
        style = "themes/default/static/style.css"
        for text in ("/* un */", "/* deux */"):
            shared.write(style, shared.read(style) + text)
            same_as(Portal(source=shared.folder))
        own = Portal(source=shared.folder)
        for each in (own, portal):
            each.write(style, "/* à moi */")
        same_as(own)
        portal.delete(style)
        same_as(Portal(source=shared.folder))
        shared.write("themes/default/meeting.html", shared.read("themes/default/meeting.html").replace("<h1>", "<h1 data-essai>"))
        same_as(Portal(source=shared.folder))
        moved = shared.folder.with_name("ailleurs")
        os.rename(shared.folder, moved)
        environment["CENACLE_DATA"] = str(moved)
        same_as(Portal(source=moved))

    def test_pages_deleted_or_altered_by_hand_are_made_again(self):
        site = self.portal.path("output/site")
        page = site / "finances-locales/groupes/fiscalite.html"
        for spoil in (page.unlink, lambda: page.write_bytes(b""), lambda: page.write_bytes(bytes(page.stat().st_size)),
                      lambda: shutil.rmtree(page.parent), lambda: shutil.rmtree(site), lambda: shutil.rmtree(self.portal.path("output"))):
            spoil()
            self.portal.build()
            self.assertEqual(differences(self.wanted, self.portal.output()), [])

    def test_lists_that_are_made_again_name_the_pages_that_are_not(self):
        """Of a page that stands as it would be made, a build works out the address alone: that must do for all that names it."""
        with self.portal.kept():
            self.portal.build()
            spoiled = ["site/sitemap.xml", "site/404.html", "site/anciens-groupes/fiscalite.html", "site/index.html", "site/finances-locales/index.html",
                       "site/finances-locales/groupes/fiscalite.html"]
            feeds = [path for path in self.portal.output() if path.startswith("site/") and path.endswith(".xml")]
            spoiled += [path for path in feeds if path not in spoiled]
            for path in spoiled:
                self.portal.path(f"output/{path}").unlink()
            self.portal.write(PAGE, self.portal.read(PAGE) + "\nUn mot de plus.\n")
            done = self.portal.build()
            again = Portal(source=self.portal.folder)
            again.build()
            self.assertEqual(differences(again.output(), self.portal.output()), [])
            # The group's own tree has its page too.
            self.assertIn(f" {len(spoiled) + 1} written", done.out)
        self.portal.build()

    def test_a_heading_taken_away_is_missed_by_the_page_that_names_it(self):
        """The page that names it has not changed, and is not looked at again but for this."""
        with self.portal.kept():
            self.portal.write(PAGE, self.portal.read(PAGE) + "\n## Une partie nommée ailleurs\n")
            other = "content/finances-locales/groups/prospective.md"
            self.portal.write(other, self.portal.read(other) + "\nVoir [cette partie](fiscalite.md#une-partie-nommee-ailleurs).\n")
            self.portal.build()
            self.portal.write(PAGE, self.portal.read(PAGE).replace("Une partie nommée ailleurs", "Une autre"))
            done = self.portal.run("build")
            self.assertEqual(done.code, 1)
            self.assertIn("[broken-anchor]", done.err)
            self.assertIn(other, done.err)
        self.portal.build()

    def test_a_spoiled_manifest_removes_nothing_and_the_site_is_whole(self):
        manifest = self.portal.path("output/.manifest")
        stray = self.portal.path("output/site/a-moi.txt")
        stray.write_text("à moi")
        data = manifest.read_bytes()
        for bytes_ in (data[: len(data) // 2], b"", b"\0" * 100):
            manifest.write_bytes(bytes_)
            self.portal.build()
            self.assertTrue(stray.exists())
        stray.unlink()
        self.assertEqual(differences(self.wanted, self.portal.output()), [])


if __name__ == "__main__":
    unittest.main()
