"""`cenacle new`: whatever it makes passes `check` unedited, wherever it is made, and nothing is ever written over."""
import json
import os
import re
import shlex
import subprocess
import tomllib
import unittest

from tests.support.portal import ENVIRONMENT, NOW, PROGRAM, ROOT, Portal, new_folder

# In the order in which a portal is filled: a thing may need what was made before it.
KINDS = ("group", "workshop", "series", "space", "charter", "meeting", "document", "contribution", "sheet", "news", "page", "faq")
HOSTILE = ('L\'"essentiel"', "C:\\temp\\n", "+++", "a +++ b", "😀 émoji 😀", "x" * 300, "un mot " * 60, "../../etc/passwd", "  espaces  \t autour \n ",
           "# un titre", "= 12", '"""', "'''", "<b>gras</b> & {{ title }}", "{% if %}", "* _a_ `b` [c](d) | e", "- 1. liste", "]]>", "Œuvres & cœurs : l’été !",
           "\u202egauche", "日本語", "a\u0301ccent")
NAMELESS = ("", "   ", "!!!", "…", "« »", "../..", "+++", "😀")


def front_matter(text):
    return tomllib.loads(text.split("+++\n")[1])


class New(unittest.TestCase):

    def make(self, portal, *arguments, code=0, **options):
        done = portal.run("new", *arguments, **options)
        self.assertEqual(done.code, code, f"new {arguments}: {done.out}{done.err}")
        return done

    def made(self, portal, *arguments, **options):
        """The paths of what was made, by its own account."""
        done = self.make(portal, "--format", "json", *arguments, **options)
        self.assertEqual(done.err, "", arguments)
        return [file["path"] for file in json.loads(done.out)["files"]]

    def check(self, portal, about=None):
        done = portal.run("check")
        self.assertEqual((done.code, done.out, done.err), (0, "", ""), about)

    def fresh(self):
        """A portal that `new portal` has just made."""
        folder = new_folder() / "portail"
        done = subprocess.run([PROGRAM, "--now", NOW, "new", "portal", folder], env=ENVIRONMENT, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return Portal(source=new_folder(), folder=folder)


class EveryKind(New):

    def fill(self, portal, network):
        for kind in KINDS:
            for path in self.made(portal, kind, f"Fiscalité locale : l’essentiel ({kind}), {network}", "--of", network):
                self.assertTrue(path.startswith(f"content/{network}/"), path)
                self.assertTrue(portal.path(path).read_text(encoding="utf-8").endswith("\n"))
        groups = sorted(path.stem for path in portal.path(f"content/{network}/groups").glob("*.md"))
        self.made(portal, "meeting", "Une réunion de groupe", "--of", f"group:{network}/{next(name for name in groups if '-group' in name)}")
        self.check(portal, network)

    def test_every_kind_passes_check_in_each_of_the_five_networks(self):
        portal = Portal()
        names = sorted(path.parent.name for path in portal.path("content").glob("*/network.md"))
        self.assertEqual(len(names), 5)
        for network in names:
            with self.subTest(network=network):
                self.fill(portal, network)
        portal.build()

    def test_every_kind_passes_check_in_a_portal_that_was_just_made(self):
        portal = self.fresh()
        self.check(portal)
        portal.build()
        self.fill(portal, "reseau")
        held = front_matter(portal.read("content/reseau/meetings/premiere-reunion.md"))
        self.assertGreaterEqual(str(held["start"])[:10], NOW[:10])
        self.made(portal, "minutes", "--meeting", "premiere-reunion")
        self.check(portal)
        portal.build()

    def test_a_network_can_be_filled_as_soon_as_it_is_made(self):
        portal = self.fresh()
        self.made(portal, "network", "Réseau des « archivistes » & co")
        self.check(portal)
        self.fill(portal, "reseau-des-archivistes-co")
        portal.build()

    def test_every_kind_passes_check_in_a_portal_that_speaks_english(self):
        portal = self.fresh()
        portal.replace("content/portal.toml", 'language = "fr"', 'language = "en"')
        self.fill(portal, "reseau")
        made = portal.read("content/reseau/groups/fiscalite-locale-l-essentiel-group-reseau.md")
        self.assertIn("## Purpose", made)

    def test_every_meeting_that_was_held_can_get_its_minutes(self):
        portal = Portal()
        done = self.make(portal, "minutes", "--of", "club-passerelles", code=2)
        offered = re.findall(r"--meeting (\d\S+)", done.err)
        self.assertTrue(offered)
        for meeting in offered:
            path, = self.made(portal, "minutes", "Ce que l’on a dit", "--of", "club-passerelles", "--meeting", meeting)
            self.assertEqual(path, f"content/club-passerelles/minutes/{meeting}.md")
        self.check(portal)

    def test_the_next_version_of_every_charter_passes_check_and_keeps_its_text(self):
        portal = Portal()
        charters = {}
        for path in sorted(portal.path("content").glob("*/charters/*.md")):
            front = front_matter(path.read_text(encoding="utf-8"))
            key = path.parts[-3], front["charter"]
            if key not in charters or charters[key][0]["version"] < front["version"]:
                charters[key] = front, path
        self.assertGreaterEqual(len(charters), 5)
        for (network, charter), (front, path) in charters.items():
            new, = self.made(portal, "charter", charter, "--of", network)
            text = portal.read(new)
            made = front_matter(text)
            self.assertEqual((made["version"], made["charter"]), (front["version"] + 1, charter))
            self.assertGreater(str(made["in_force"]), NOW[:10])
            self.assertEqual(made.get("rules"), front.get("rules"))
            self.assertEqual(made.get("signatories"), front.get("signatories"))
            self.assertEqual(text.split("+++\n", 2)[2].strip(), path.read_text(encoding="utf-8").split("+++\n", 2)[2].strip())
            self.check(portal, new)


class Titles(New):

    def test_a_hostile_title_is_kept_as_it_is_in_a_file_of_the_right_folder(self):
        portal = self.fresh()
        for number, title in enumerate(HOSTILE):
            if not any(letter.isalnum() for letter in title):
                continue
            for kind in ("group", "meeting", "news"):
                with self.subTest(kind=kind, title=title):
                    path, = self.made(portal, kind, f"{title} {number}")
                    self.assertRegex(path, r"^content/reseau/[a-z]+/[a-z0-9-]{1,80}\.md$")
                    self.assertEqual(front_matter(portal.read(path))["title"], " ".join(f"{title} {number}".split()))
        self.check(portal)
        portal.build()

    def test_a_title_of_which_no_file_name_can_be_made_is_a_usage_error(self):
        portal = self.fresh()
        before = sorted(portal.path("content").rglob("*"))
        for title in NAMELESS:
            for kind in ("group", "network", "meeting", "charter"):
                done = self.make(portal, kind, title, code=2)
                self.assertIn("cenacle: ", done.err)
        self.assertEqual(sorted(portal.path("content").rglob("*")), before)


class Places(New):

    def here(self, portal, folder, *arguments):
        done = subprocess.run([PROGRAM, "--now", NOW, "--format", "json", "new", *arguments], cwd=portal.path(folder), env=ENVIRONMENT,
                              capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)["files"][0]["path"]

    def test_the_current_folder_says_which_network_is_meant(self):
        portal = Portal()
        self.assertEqual(self.here(portal, "content/finances-locales", "page", "Ici"), "content/finances-locales/pages/ici.md")
        self.assertEqual(self.here(portal, "content/club-passerelles/groups", "group", "Ici"), "content/club-passerelles/groups/ici.md")
        self.assertEqual(self.here(portal, "content/finances-locales/meetings", "page", "Là", "--of", "club-passerelles"), "content/club-passerelles/pages/la.md")
        self.assertEqual(self.here(portal, "themes", "page", "Partout", "--of", "portal"), "content/pages/partout.md")
        self.check(portal)

    def test_several_networks_and_none_named_is_a_usage_error_that_lists_them(self):
        done = self.make(Portal(), "group", "Où", code=2)
        for network in ("finances-locales", "ateliers-du-val", "club-passerelles", "ethique-publique", "secretaires-de-mairie"):
            self.assertIn(network, done.err)

    def test_a_wrong_place_has_a_suggestion(self):
        portal = Portal()
        for of, meant in (("group:fiscalit", "group:fiscalite"), ("fiscalite", "group:fiscalite"), ("finance-locales", "finances-locales"),
                          ("group:finances-locales/fiscalté", "group:fiscalite"), ("workshop:equipe-volant", "workshop:equipe-volante")):
            self.assertIn(meant, self.make(portal, "meeting", "Où", "--of", of, code=2).err)
        self.assertIn("--kind rencontre", self.make(portal, "meeting", "Où", "--of", "club-passerelles", "--kind", "rencontr", code=2).err)
        self.assertIn("network or space", self.make(portal, "sheet", "Où", "--of", "group:fiscalite", code=2).err)

    def test_a_word_that_is_no_kind_has_a_suggestion_and_the_list(self):
        portal = self.fresh()
        for word, meant in (("meetin", "`meeting`"), ("grup", "`group`"), ("", "group")):
            done = self.make(portal, *([word] if word else []), code=2)
            self.assertIn(meant, done.err)
            for kind in ("portal", "network", *KINDS, "minutes"):
                self.assertIn(kind, done.err)


class Dates(New):

    def test_a_rule_of_the_charter_that_a_date_breaks_is_said_as_check_says_it(self):
        portal = Portal()
        done = self.make(portal, "meeting", "Un lundi", "--of", "club-passerelles", "--kind", "rencontre", "--date", "2026-10-05", code=1)
        self.assertEqual([each.code for each in done.diagnostics], ["weekday"])
        self.assertIn("start = 2026-10-06T", done.err)
        self.assertFalse(list(portal.path("content/club-passerelles/meetings").glob("*un-lundi*")))

    def test_a_public_holiday_is_warned_of_and_made_all_the_same(self):
        portal = Portal()
        done = self.make(portal, "meeting", "Férié", "--of", "group:fiscalite", "--date", "2026-11-11")
        self.assertIn("public-holiday", {each.code for each in done.diagnostics})
        self.assertEqual({each.code for each in portal.check()}, {each.code for each in done.diagnostics})

    def test_the_hour_that_is_given_is_taken(self):
        portal = self.fresh()
        for date, start, end in (("2026-10-06T14:00:00", "14:00:00", "16:30:00"), ("2026-10-07 08:15", "08:15:00", "10:45:00"), ("2026-10-08", "09:30:00", "12:00:00")):
            path, = self.made(portal, "meeting", "À l’heure", "--of", "group:premier-groupe", "--date", date)
            front = front_matter(portal.read(path))
            self.assertEqual((str(front["start"])[11:], str(front["end"])[11:]), (start, end))
        for date in ("06/10/2026", "2026-02-30", "2026-10-06T25:00:00", "2026-10-06T14", "demain"):
            self.assertIn("2026-10-06", self.make(portal, "meeting", "Non", "--date", date, code=2).err)
        self.make(portal, "page", "Non", "--date", "2026-10-06", code=2)
        self.make(portal, "news", "Non", "--date", "2026-10-06T14:00:00", code=2)

    def test_ids_of_one_day_differ_and_are_the_same_when_made_again(self):
        ids = []
        for _ in range(2):
            portal = self.fresh()
            ids.append([front_matter(portal.read(self.made(portal, "meeting", title, "--date", "2026-10-06")[0]))["id"] for title in ("Un", "Deux")])
        self.assertEqual(ids[0], ids[1])
        self.assertNotEqual(*ids[0])
        for id in ids[0]:
            self.assertRegex(id, r"^reseau-seance-2026-10-06-[a-z0-9]{4}$")

    def test_an_id_that_the_lock_remembers_is_not_given_again(self):
        portal = self.fresh()
        path, = self.made(portal, "meeting", "Un", "--date", "2026-10-06")
        id = front_matter(portal.read(path))["id"]
        portal.delete(path)
        portal.write("content/calendar.lock", f'[{id}]\nsequence = 3\n')
        self.make(portal, "meeting", "Un", "--date", "2026-10-06", "--dry-run")
        done = self.make(portal, "meeting", "Un", "--date", "2026-10-06", "--format", "json", "--dry-run")
        text, = (file["text"] for file in json.loads(done.out)["files"])
        self.assertNotEqual(front_matter(text)["id"], id)


class Disk(New):

    def test_a_file_that_is_there_is_left_as_it_is(self):
        portal = self.fresh()
        path, = self.made(portal, "group", "Le même")
        portal.write(path, portal.read(path) + "Ma phrase.\n")
        before = portal.read(path)
        self.assertIn(path, self.make(portal, "group", "Le même", code=1).err)
        self.assertEqual(portal.read(path), before)

    def test_a_dry_run_shows_and_writes_nothing(self):
        portal = self.fresh()
        before = sorted(portal.folder.rglob("*"))
        self.assertIn('title = "À blanc"', self.make(portal, "group", "À blanc", "--dry-run").out)
        folder = portal.folder.parent / "autre"
        self.assertIn("[legal]", self.make(portal, "portal", folder, "--dry-run").out)
        self.assertFalse(folder.exists())
        self.assertEqual(sorted(portal.folder.rglob("*")), before)

    @unittest.skipUnless(os.geteuid() == 0, "gives up the rights of root")
    def test_a_folder_that_cannot_be_written_is_a_failure_of_the_disk(self):
        portal = self.fresh()
        portal.path("content/reseau/groups").chmod(0o555)
        portal.folder.parent.chmod(0o755)
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", *portal.command("new", "group", "Non")]
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertIn("content/reseau/groups/non.md", done.stderr)
        self.assertEqual([path.name for path in portal.path("content/reseau/groups").iterdir()], ["premier-groupe.md"])

    def test_a_portal_is_made_only_where_nothing_is(self):
        portal = self.fresh()
        before = {path: path.read_bytes() for path in portal.folder.rglob("*") if path.is_file()}
        self.make(portal, "portal", portal.folder, code=1)
        self.make(portal, "portal", portal.folder / "README.md", code=1)
        self.assertEqual({path: path.read_bytes() for path in portal.folder.rglob("*") if path.is_file()}, before)
        self.make(portal, "portal", code=2)
        self.make(portal, "portal", portal.folder.parent / "pas/là", code=74)

    def test_a_portal_is_made_in_the_current_folder_when_it_is_empty(self):
        folder = new_folder()
        (folder / ".git").mkdir()
        done = subprocess.run([PROGRAM, "--now", NOW, "new", "portal", "."], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(sorted(path.name for path in folder.iterdir()), [".git", ".gitignore", "README.md", "content"])
        self.assertEqual((folder / ".gitignore").read_text().split(), ["/output/", "/.cenacle/"])


class Readme(New):

    def test_the_commands_of_the_readme_work_as_they_are_written(self):
        section = (ROOT / "README.md").read_text(encoding="utf-8").split("### Something new\n")[1]
        commands = section.split("```\n")[1]
        self.assertGreater(commands.count("cenacle new"), 5)
        folder = new_folder()
        script = f"set -eu\ncenacle() {{ command {shlex.quote(str(PROGRAM))} --now {NOW} \"$@\"; }}\n{commands}"
        done = subprocess.run(["sh", "-c", script], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((folder / "portail/output/site/index.html").exists())


class Archetypes(New):

    def own_theme(self, portal):
        portal.write("themes/maison/theme.toml", 'title = "Maison"\nbase = "default"\n')
        portal.replace("content/portal.toml", 'theme = "default"', 'theme = "maison"')

    def test_a_portals_own_archetype_is_taken_in_place_of_the_themes(self):
        portal = self.fresh()
        self.own_theme(portal)
        portal.write("themes/maison/archetypes/news.md", '+++\ntitle = "{{ title }}"\ndate = {{ date | date("iso") }}\n+++\n\nChez nous : {{ title }}\n')
        path, = self.made(portal, "news", "Une \"nouvelle\" *forte*")
        self.assertIn("Chez nous : Une \"nouvelle\" \\*forte\\*\n", portal.read(path))
        self.check(portal)

    def test_check_finds_the_mistakes_of_an_archetype(self):
        portal = self.fresh()
        self.own_theme(portal)
        portal.write("themes/maison/archetypes/news.md", '+++\ntitle = "{{ titel }}"\n+++\n')
        found = portal.check()
        self.assertEqual([(each.path, each.line, each.code) for each in found], [("themes/maison/archetypes/news.md", 2, "template-name")])
        self.assertIn("title", found[0].text)
        self.assertIn("template-name", self.make(portal, "news", "Non", code=1).err)

    def test_an_archetype_whose_file_would_not_pass_check_makes_none(self):
        portal = self.fresh()
        self.own_theme(portal)
        portal.write("themes/maison/archetypes/news.md", '+++\ntitel = "{{ title }}"\ndate = {{ date | date("iso") }}\n+++\n')
        done = self.make(portal, "news", "Non", code=1)
        self.assertIn("content/reseau/news/2026-09-15-non.md:2:1: error", done.err)
        self.assertFalse(portal.path("content/reseau/news").exists())


if __name__ == "__main__":
    unittest.main()
