"""The same content at the same instant gives the same bytes: wherever, with however many threads, on whatever machine."""
import os
import shutil
import subprocess
import unittest

from tests.support.portal import ENVIRONMENT, NOW, PROGRAM, Portal, built, differences, new_folder, origin


class SameBytes(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.wanted = built().output()
        cls.portal = Portal()

    def setUp(self):
        for part in ("output", ".cenacle"):
            shutil.rmtree(self.portal.path(part), ignore_errors=True)

    def same(self, portal):
        self.assertEqual(differences(self.wanted, portal.output()), [])

    def test_there_is_something_to_compare(self):
        self.assertGreater(len(self.wanted), 500)
        self.assertGreater(len([path for path in self.wanted if path.startswith("spaces/")]), 100)

    def test_from_another_folder(self):
        portal = Portal(folder=new_folder() / "un dossier, à l’écart" / ("tres-" * 20 + "long"))
        portal.build()
        self.same(portal)

    def test_from_inside_the_folder_and_through_a_link_to_it(self):
        link = new_folder() / "lien"
        os.symlink(self.portal.folder, link)
        for arguments, cwd in (([], self.portal.folder), (["-C", "."], link), (["-C", str(link)], "/")):
            self.setUp()
            subprocess.run([PROGRAM, *arguments, "--now", NOW, "build"], cwd=cwd, env=ENVIRONMENT, check=True, capture_output=True)
            self.same(self.portal)

    def test_with_one_two_and_eight_threads(self):
        for jobs in (1, 2, 8):
            with self.subTest(jobs=jobs):
                self.setUp()
                self.portal.build("--jobs", jobs)
                self.same(self.portal)

    def test_with_another_time_zone_locale_and_home_of_the_machine(self):
        for change in ({"TZ": "America/Los_Angeles"}, {"TZ": "Pacific/Kiritimati"}, {"TZ": "Nulle/Part"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C"},
                       {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"}, {"LANG": "sv_SE.UTF-8", "LC_ALL": ""}, {"HOME": None}, {"TZ": None, "LC_ALL": None}):
            with self.subTest(**{name: str(value) for name, value in change.items()}):
                self.setUp()
                environment = {name: value for name, value in (ENVIRONMENT | change).items() if value is not None}
                self.portal.build(environment=environment)
                self.same(self.portal)

    def test_the_instant_counts_and_not_how_it_is_written(self):
        self.portal.build(now="2026-09-15T07:00:00Z")
        self.same(self.portal)
        self.portal.build(now="2026-09-15T12:30:00+05:30")
        self.same(self.portal)

    def test_whatever_the_order_and_the_times_of_the_files(self):
        folder = new_folder() / "portal"
        sources = sorted((path for path in origin().rglob("*") if path.is_file()),
                         key=lambda path: path.name[::-1], reverse=True)
        for number, source in enumerate(sources):
            target = folder / source.relative_to(origin())
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            os.utime(target, (number * 1000, number * 1000))
        portal = Portal(source=new_folder("empty"), folder=folder)
        portal.build()
        self.same(portal)

    def test_a_second_build_changes_nothing(self):
        self.portal.build()
        before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in self.portal.path("output").rglob("*")}
        done = self.portal.build("--jobs", "3")
        after = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in self.portal.path("output").rglob("*")}
        self.assertEqual(before, after)
        self.assertIn(" 0 written", done.out)


if __name__ == "__main__":
    unittest.main()
