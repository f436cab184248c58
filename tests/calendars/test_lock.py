"""calendar.lock: written when it must be, refused by --locked, merged by Git, never reset; and the feeds that follow from it."""
import subprocess
import tomllib
import unittest

from tests.calendars.feeds import blocks, event, events, lines
from tests.support.portal import Portal, built, differences, new_folder

LOCK = "content/calendar.lock"
NETWORK = "finances-locales"
MEETING = f"content/{NETWORK}/meetings/2026-09-22-fiscalite.md"
FEED = f"output/site/{NETWORK}/agenda.ics"
LATER = "2026-09-16T09:00:00+02:00"


def lock_of(portal):
    return tomllib.loads(portal.read(LOCK))["entry"]


def id_of(portal, path=MEETING):
    return tomllib.loads(portal.read(path).split("+++\n")[1])["id"]


class Locked(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.portal.path(LOCK).unlink(missing_ok=True)
        cls.portal.build()
        cls.first = cls.portal.read(LOCK)

    def test_every_meeting_has_an_entry_by_id(self):
        meetings = [path for path in self.portal.folder.glob("content/*/meetings/*.md")]
        lock = lock_of(self.portal)
        self.assertGreater(len(lock), 150)
        self.assertLessEqual(len(lock), len(meetings))
        self.assertEqual(list(lock), sorted(lock))
        for id, entry in lock.items():
            self.assertEqual(entry["sequence"], 0)
            self.assertTrue(entry["uid"].startswith(id + "@"))

    def test_a_clean_checkout_elsewhere_makes_the_same_calendars(self):
        other = Portal(source=self.portal.folder, folder=new_folder() / "ailleurs" / "portail")
        other.build("--locked", now=LATER)
        mine = {path: data for path, data in self.portal.output().items() if path.endswith(".ics")}
        theirs = {path: data for path, data in other.output().items() if path.endswith(".ics")}
        self.assertGreater(len(mine), 300)
        self.assertEqual(differences(mine, theirs), [])

    def calendars(self):
        """Each feed with the time it was written."""
        output = self.portal.path("output")
        return {path.relative_to(output): path.stat().st_mtime_ns for path in output.rglob("*.ics")}

    def test_nothing_is_written_when_nothing_changes(self):
        before, calendars = self.portal.path(LOCK).stat(), self.calendars()
        done = self.portal.build(now=LATER)
        self.assertEqual(self.calendars(), calendars)
        self.assertNotIn("calendar.lock", done.out)
        self.assertEqual(self.portal.path(LOCK).stat(), before)

    def test_locked_says_what_would_change_and_changes_nothing(self):
        with self.portal.kept():
            self.portal.set(MEETING, start="2026-09-22T10:30:00", title='"Un autre titre"')
            output = self.portal.output()
            done = self.portal.run("build", "--locked")
            self.assertEqual(done.code, 1)
            self.assertIn(f"  changed: “Un autre titre” ({id_of(self.portal)}): DTSTART", done.err)
            self.assertEqual(self.portal.read(LOCK), self.first)
            self.assertEqual(differences(output, self.portal.output()), [])
            as_json = self.portal.run("--format", "json", "build", "--locked")
            self.assertIn('"properties": [', as_json.out)

    def test_a_conflict_stops_everything_and_has_a_way_out(self):
        with self.portal.kept():
            text = self.first.replace("sequence = 0\n", "<<<<<<< HEAD\nsequence = 0\n=======\nsequence = 1\n>>>>>>> x\n", 1)
            self.portal.write(LOCK, text)
            for verb in ("check", "build"):
                done = self.portal.run(verb)
                self.assertEqual(done.code, 1)
                self.assertEqual([it.code for it in done.diagnostics if it.severity == "error"], ["lock-conflict"] * 2)
                self.assertIn("the higher `sequence`", done.err)
            self.assertEqual(self.portal.read(LOCK), text)

    def test_a_lock_that_cannot_be_read_is_not_taken_for_an_empty_one(self):
        with self.portal.kept():
            for text in (self.first.replace("sequence = 0", "sequence = -1", 1), self.first.replace("uid = ", "uidd = ", 1),
                         self.first[:1000], self.first.replace("[entry.", "[entry", 1), b"\xff\xfe" + self.first.encode()):
                self.portal.write(LOCK, text)
                self.assertEqual(self.portal.run("build").code, 1, text[:200])
                self.assertEqual(self.portal.path(LOCK).read_bytes(), text if isinstance(text, bytes) else text.encode())


class Merged(unittest.TestCase):
    """With the real Git."""

    def git(self, *arguments):
        done = subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false", *arguments],
                              cwd=self.portal.folder, capture_output=True, text=True)
        return done

    def commit(self, message):
        for arguments in (("add", "content"), ("commit", "-q", "-m", message)):
            self.assertEqual(self.git(*arguments).returncode, 0)

    def setUp(self):
        self.portal = Portal()
        self.portal.build()
        self.git("init", "-q", "-b", "main")
        self.commit("start")

    def change(self, branch, *edits):
        self.assertEqual(self.git("checkout", "-q", "-b", branch, "main").returncode, 0)
        for path, values in edits:
            self.portal.set(path, **values)
        self.portal.build(now=LATER)
        self.commit(branch)

    def test_two_branches_with_different_meetings_merge_by_themselves(self):
        ids = sorted(lock_of(self.portal))
        paths = {id_of(self.portal, str(path.relative_to(self.portal.folder))): str(path.relative_to(self.portal.folder))
                 for path in self.portal.folder.glob("content/*/meetings/*.md")}
        first, second = ids[10], ids[11]  # neighbours in the file
        self.change("salle", (paths[first], {"place": '"Salle A"'}))
        self.change("autre-salle", (paths[second], {"place": '"Salle B"'}))
        merged = self.git("merge", "-q", "--no-edit", "salle")
        self.assertEqual(merged.returncode, 0, merged.stdout)
        lock = lock_of(self.portal)
        self.assertEqual((lock[first]["sequence"], lock[second]["sequence"]), (1, 1))
        self.portal.build("--locked", now="2026-09-17T09:00:00+02:00")

    def test_the_same_meeting_on_two_branches_is_a_conflict_with_a_way_out(self):
        self.change("lundi", (MEETING, {"place": '"Salle A"'}))
        self.change("mardi", (MEETING, {"address": '"2 rue B"'}))
        self.assertNotEqual(self.git("merge", "-q", "--no-edit", "lundi").returncode, 0)
        self.assertIn("<<<<<<<", self.portal.read(LOCK))
        self.assertEqual(self.portal.run("build", now=LATER).code, 1)
        self.git("checkout", "--ours", LOCK, MEETING)
        self.portal.set(MEETING, place='"Salle A"')
        self.portal.build(now="2026-09-17T09:00:00+02:00")
        self.assertEqual(lock_of(self.portal)[id_of(self.portal)]["sequence"], 2)


class Feeds(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.portal.build()
        self.id = id_of(self.portal)
        self.uid = lock_of(self.portal)[self.id]["uid"]

    def feed(self, path=FEED):
        return self.portal.path(path).read_bytes()

    def test_one_change_touches_one_entry_and_the_feeds_that_hold_it(self):
        before, output = blocks(self.feed()), self.portal.output()
        self.portal.set(MEETING, place='"Une autre salle"')
        self.portal.build(now=LATER)
        after = blocks(self.feed())
        self.assertEqual([uid for uid in before if before[uid] != after[uid]], [b"UID:" + self.uid.encode()])
        self.assertEqual(event(self.feed(), self.uid)["SEQUENCE"], "1")
        changed = [path for path, data in self.portal.output().items() if path.endswith(".ics") and output.get(path) != data]
        self.assertIn(FEED.removeprefix("output/"), changed)
        self.assertFalse([path for path in changed if "secretaires-de-mairie" in path])

    def test_a_deleted_meeting_is_cancelled_for_ninety_days_and_then_gone(self):
        self.portal.delete(MEETING)
        for now, wanted in ((LATER, "CANCELLED"), ("2026-12-14T12:00:00Z", "CANCELLED"), ("2026-12-20T12:00:00Z", None)):
            self.portal.build(now=now)
            it = event(self.feed(), self.uid)
            self.assertEqual(it and it["STATUS"], wanted, now)
        self.assertEqual(lock_of(self.portal)[self.id]["uid"], self.uid)

    def test_a_draft_is_cancelled_too_and_comes_back_with_a_higher_sequence(self):
        self.portal.set(MEETING, draft="true")
        self.portal.build(now=LATER)
        self.assertEqual(event(self.feed(), self.uid)["STATUS"], "CANCELLED")
        self.portal.set(MEETING, draft=None)
        self.portal.build(now="2026-09-17T09:00:00+02:00")
        it = event(self.feed(), self.uid)
        self.assertEqual((it["STATUS"], it["SEQUENCE"]), ("CONFIRMED", "2"))

    def test_a_renamed_file_keeps_its_entry(self):
        renamed = MEETING.replace("fiscalite", "impots-locaux")
        self.portal.write(renamed, self.portal.read(MEETING))
        self.portal.delete(MEETING)
        for minutes in self.portal.folder.glob(f"content/{NETWORK}/*/*.md"):
            text = minutes.read_text()
            if "2026-09-22-fiscalite" in text:
                minutes.write_text(text.replace("2026-09-22-fiscalite", "2026-09-22-impots-locaux"))
        self.portal.build(now=LATER)
        self.assertEqual(event(self.feed(), self.uid)["SEQUENCE"], "0")
        self.assertNotIn("deleted", lock_of(self.portal)[self.id])

    def test_the_portals_address_does_not_change_uids(self):
        text = self.portal.read("content/portal.toml")
        base = tomllib.loads(text)["base_url"]
        self.portal.write("content/portal.toml", text.replace(base, "https://ailleurs.example/"))
        before = {it["UID"] for it in events(self.feed())}
        self.portal.build(now=LATER)
        self.assertEqual({it["UID"] for it in events(self.feed())}, before)


class Shown(unittest.TestCase):
    """What the repository's own portal gives to subscribe to."""

    def test_conference_links_are_for_members(self):
        links = {meeting["online"] for path in built().folder.glob("content/*/meetings/*.md")
                 if "online" in (meeting := tomllib.loads(path.read_text(encoding="utf-8").split("+++\n")[1]))}
        self.assertGreater(len(links), 30)
        seen = set()
        for path, data in built().output().items():
            if not path.endswith(".ics"):
                continue
            held = {link for link in links if any(link in line for line in lines(data))}
            self.assertEqual(held if path.startswith("site/") else set(), set(), path)
            seen |= held
        self.assertGreater(len(seen), 30)

    def test_each_feed_is_one_calendar_with_what_clients_need(self):
        feeds = {path: data for path, data in built().output().items() if path.endswith(".ics")}
        for path, data in feeds.items():
            self.assertTrue(data.startswith(b"BEGIN:VCALENDAR\r\n") and data.endswith(b"END:VCALENDAR\r\n"), path)
            self.assertNotRegex(data, rb"(?<!\r)\n")
            text = lines(data)
            for wanted in ("NAME:", "X-WR-CALNAME:", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H", "URL:https://"):
                self.assertTrue(any(line.startswith(wanted) for line in text), f"{path}: {wanted}")
            found = events(data)
            masters = [it["UID"] for it in found if "RECURRENCE-ID" not in it]
            self.assertEqual(len(masters), len(set(masters)), path)
            for it in found:
                self.assertLessEqual({"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS"}, it.keys(), path)
        self.assertIn("site/agenda.ics", feeds)

    def test_each_series_has_its_rule_and_its_changed_dates(self):
        feed = built().path("output/site/secretaires-de-mairie/agenda.ics").read_bytes()
        series = [it for it in events(feed) if it["UID"].startswith("heure-des-questions@")]
        self.assertEqual(len(series), 3)
        master = next(it for it in series if "RRULE" in it)
        self.assertTrue(master["RRULE"].startswith("FREQ=WEEKLY;"), master["RRULE"])
        # Half past one in Paris in April: summer time, though the series begins in it and goes through the winter.
        self.assertIn("UNTIL=20270415T113000Z", master["RRULE"])
        moved, cancelled = sorted((it for it in series if "RRULE" not in it), key=lambda it: it["RECURRENCE-ID"])
        self.assertEqual((moved["RECURRENCE-ID"], moved["DTSTART"]), ("20261112T133000", "20261113T133000"))
        self.assertEqual((cancelled["RECURRENCE-ID"], cancelled["STATUS"]), ("20261126T133000", "CANCELLED"))
        self.assertTrue(cancelled["SUMMARY"].startswith("Annulé"), cancelled["SUMMARY"])


if __name__ == "__main__":
    unittest.main()
