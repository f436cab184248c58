"""Meetings on the pages: what machines read of them agrees with their calendars, every date is a French one, nothing is in the wrong month."""
import calendar
import html
import json
import re
import unittest
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from tests.calendars.feeds import lines
from tests.support.dom import plain
from tests.support.portal import Portal, built, content

DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def french(day, weekday=True):
    number = "1er" if day.day == 1 else str(day.day)
    return (f"{DAYS[day.weekday()]} " if weekday else "") + f"{number} {MONTHS[day.month - 1]} {day.year}"


def hour(moment):
    return f"{moment.hour} h" + (f" {moment.minute:02}" if moment.minute else "")


def moment(name, value):
    """A DTSTART, DTEND or RECURRENCE-ID: a date, or an instant with its offset."""
    if len(value) == 8:
        return datetime.strptime(value, "%Y%m%d").date()
    zone = re.search(r";TZID=([^;:]+)", name)
    at = datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")
    return at.replace(tzinfo=ZoneInfo(zone[1] if zone else "UTC"))


def entries(data):
    """Every VEVENT: its start, its end (the last day, of whole days), the start that its rule gives, its status, its rule."""
    found = []
    for block in "\n".join(lines(data)).split("BEGIN:VEVENT\n")[1:]:
        it = {"status": "CONFIRMED"}
        for line in block.split("END:VEVENT")[0].splitlines():
            name, _, value = line.partition(":")
            kind = name.partition(";")[0]
            if kind in ("DTSTART", "DTEND", "RECURRENCE-ID"):
                it[kind] = moment(name, value)
            elif kind in ("STATUS", "RRULE"):
                it[kind.lower()] = value
            elif kind == "EXDATE":
                it.setdefault("except", set()).update(moment(name, each) for each in value.split(","))
        if not isinstance(it["DTSTART"], datetime):
            it["DTEND"] -= timedelta(days=1)
        found.append(it)
    return found


def said(value):
    """A time of the JSON: a date, or an instant with its offset."""
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


def meeting_pages(tree):
    return [str(path.relative_to(tree.folder)) for path in sorted(tree.folder.rglob("*.html"))
            if 'data-kind="meeting"' in path.read_text(encoding="utf-8")]


def data_of(tree, path):
    found = DATA.findall(tree.text(path))
    assert len(found) == 1, f"{path} has {len(found)} JSON-LD blocks"
    return json.loads(found[0])


class Data(unittest.TestCase):
    """JSON-LD against the calendars."""

    def test_every_meeting_is_the_event_of_its_calendar(self):
        seen = {"meetings": 0, "series": 0, "moved": 0, "cancelled": 0}
        for tree in built().trees():
            for path in meeting_pages(tree):
                with self.subTest(tree=tree.name, path=path):
                    it, calendar_entries = data_of(tree, path), entries(tree.bytes(path.replace(".html", ".ics")))
                    self.assertEqual(it["@context"], "https://schema.org")
                    self.assertEqual(it["organizer"]["@type"], "Organization")
                    self.assertTrue(it["organizer"]["url"].startswith("https://"))
                    self.assertEqual(urlsplit(it["url"]).fragment, "")
                    seen["meetings"] += 1
                    if it["@type"] == "EventSeries":
                        seen["series"] += 1
                        self.is_series(it, calendar_entries, seen)
                    else:
                        self.assertEqual(it["@type"], "Event")
                        self.assertEqual(len(calendar_entries), 1)
                        self.is_event(it, calendar_entries[0])
        self.assertGreater(seen["meetings"], 150)
        for what in ("series", "moved", "cancelled"):
            self.assertGreater(seen[what], 0, what)

    def is_event(self, it, entry):
        self.assertEqual(said(it["startDate"]), entry["DTSTART"])
        self.assertEqual(said(it["endDate"]), entry["DTEND"])
        if len(it["startDate"]) > 10:
            self.assertEqual(said(it["startDate"]).utcoffset(), entry["DTSTART"].utcoffset())
        status = it["eventStatus"].removeprefix("https://schema.org/Event")
        self.assertIn(status, {"CONFIRMED": ("Scheduled", "Rescheduled"), "TENTATIVE": ("Scheduled",), "CANCELLED": ("Cancelled",)}[entry["status"]])
        self.assertRegex(it["eventAttendanceMode"], "^https://schema.org/(Offline|Online|Mixed)EventAttendanceMode$")

    def is_series(self, it, calendar_entries, seen):
        master = next(each for each in calendar_entries if "RECURRENCE-ID" not in each)
        moved = {each["RECURRENCE-ID"]: each for each in calendar_entries if "RECURRENCE-ID" in each}
        starts = []
        for each in it["subEvent"]:
            start = said(each["startDate"])
            planned = said(each.get("previousStartDate", each["startDate"]))
            if entry := moved.pop(planned, None):
                self.is_event(each, entry)
            else:  # as the rule has it: the hours of the first, which is on another day
                self.assertEqual(planned, start)
                self.assertEqual(said(each["endDate"]) - start, master["DTEND"] - master["DTSTART"])
                self.assertTrue(each["eventStatus"].endswith(("EventScheduled", "EventCancelled")))
            self.assertNotIn(planned, master.get("except", ()))
            seen["moved"] += "previousStartDate" in each
            seen["cancelled"] += each["eventStatus"].endswith("EventCancelled")
            starts.append(planned)
        self.assertEqual(moved, {}, "occurrences of the calendar that the page does not have")
        self.assertEqual(starts[0], master["DTSTART"])
        count = re.search(r"COUNT=(\d+)", master["rrule"])
        if count:
            self.assertEqual(len(starts) + len(master.get("except", ())), int(count[1]))

    def test_no_conference_link_is_in_the_public_tree(self):
        links = set()
        for network in content().networks():
            for meeting in content().items(network, "meetings").values():
                links.update(each["online"] for each in (meeting.meta, *meeting.meta.get("occurrences", ())) if each.get("online"))
        self.assertGreater(len(links), 20)
        for path in built().tree().folder.rglob("*"):
            if path.suffix in (".html", ".ics", ".xml"):
                text = html.unescape(path.read_text(encoding="utf-8").replace("\\/", "/").replace("\r\n ", ""))
                for link in links:
                    self.assertNotIn(link, text, path)

    def test_members_have_the_link_in_the_data_of_their_tree(self):
        found = [it for tree in built().trees()[1:] for it in (data_of(tree, path) for path in meeting_pages(tree))
                 for place in it.get("location", ()) if place["@type"] == "VirtualLocation" and place["url"] != it["url"]]
        self.assertTrue(found)

    def test_a_hostile_title_stays_a_text(self):
        portal, title = Portal(), "</script><script>alert(1)</script><!-- \"'& ]]>"
        portal.set("content/finances-locales/meetings/2026-09-22-fiscalite.md", title=json.dumps(title))
        portal.build()
        tree = portal.tree()
        path = next(path for path in meeting_pages(tree) if "2026-09-22-fiscalite" in path)
        self.assertEqual(data_of(tree, path)["name"], title)
        self.assertNotIn("<script>alert", tree.text(path))


class Written(unittest.TestCase):
    """Times that the five networks' content does not have."""

    MEETING = "content/finances-locales/meetings/2026-09-22-fiscalite.md"
    PAGE = "finances-locales/rencontres/2026-09-22-fiscalite.html"

    def built_with(self, **values):
        self.portal = Portal()  # kept, since its folder goes with it
        self.portal.set(self.MEETING, **values)
        self.portal.build()
        return self.portal.tree()

    def test_days_and_hours_in_words(self):
        for values, said in (
                (("2026-10-06", "2026-10-06"), "Mardi 6 octobre 2026, toute la journée"),
                (("2026-10-06", "2026-10-08"), "Du 6 au 8 octobre 2026"),
                (("2026-09-30", "2026-10-01"), "Du 30 septembre au 1er octobre 2026"),
                (("2026-12-30", "2027-01-01"), "Du 30 décembre 2026 au 1er janvier 2027"),
                (("2026-10-01T09:30:00", "2026-10-01T12:00:00"), "Jeudi 1er octobre 2026, de 9 h 30 à 12 h")):
            with self.subTest(said):
                tree = self.built_with(start=values[0], end=values[1])
                self.assertIn(said, plain(tree.page(self.PAGE).main.text))
                Data().is_event(data_of(tree, self.PAGE), entries(tree.bytes(self.PAGE.replace(".html", ".ics")))[0])

    def test_days_of_a_meeting_are_in_the_grids_of_both_its_months(self):
        tree = self.built_with(start="2026-09-29", end="2026-10-02")
        days = {}
        for month in ("2026-09", "2026-10"):
            page = tree.page(f"finances-locales/{content().word('agenda')}-{month}.html")
            self.assertTrue([each for each in page.find("ol", class_="meets").targets if each[1] == self.PAGE], month)
            for cell in page.find("table", class_="month").find_all("td"):
                if [each for each in cell.targets if each[1] == self.PAGE]:
                    days[cell.find("time").get("datetime")] = "(suite)" in cell.text
        self.assertEqual(days, {"2026-09-29": False, "2026-09-30": True, "2026-10-01": True, "2026-10-02": True})

    def test_another_zone_is_named_and_its_offset_told(self):
        tree = self.built_with(start="2026-10-06T09:30:00", end="2026-10-06T12:00:00", time_zone='"Indian/Reunion"')
        self.assertIn("Mardi 6 octobre 2026, de 9 h 30 à 12 h (heure de La Réunion)", plain(tree.page(self.PAGE).main.text))
        it = data_of(tree, self.PAGE)
        self.assertEqual(it["startDate"], "2026-10-06T09:30:00+04:00")
        Data().is_event(it, entries(tree.bytes(self.PAGE.replace(".html", ".ics")))[0])

    def test_a_public_holiday_is_told_in_the_grid(self):
        page = self.built_with(start="2026-11-12T09:30:00", end="2026-11-12T12:00:00").page(f"finances-locales/{content().word('agenda')}-2026-11.html")
        day = page.find("td", where=lambda cell: cell.find_all("time", datetime="2026-11-11"))
        self.assertIn("Armistice", day.text)


class Subscriptions(unittest.TestCase):
    def test_every_address_is_a_file_of_its_tree(self):
        seen = 0
        for tree in built().trees():
            for path in tree.folder.rglob("*.html"):
                text = path.read_text(encoding="utf-8")
                if 'data-kind="subscri' not in text:
                    continue
                page = tree.page(str(path.relative_to(tree.folder)))
                addresses = [plain(each.text) for each in page.find_all("code", class_="copy")]
                webcal = [each.get("href") for each in page.main.find_all("a", href=True) if each.get("href").startswith("webcal:")]
                self.assertTrue(addresses, path)
                self.assertEqual([each.replace("https:", "webcal:") for each in addresses], webcal)
                for item in page.find("ul", class_="subs").find_all("li"):
                    if not item.find_all("svg", class_="qr"):  # of a long list: on the page of its own
                        there = tree.page(page.resolve(item.find_all("a")[-1].get("href")).partition("#")[0]).find("details", id="_calendar")
                        self.assertEqual(there.find("code", class_="copy").text, item.find("code", class_="copy").text)
                        there.find("svg", class_="qr")
                self.assertEqual("connexion de votre organisation" in page.text, tree.name != "site")
                base = re.search(r'<link rel="canonical" href="([^"]*)"', text)[1].removesuffix(str(path.relative_to(tree.folder)))
                for address in addresses:
                    self.assertTrue(address.startswith(base), address)
                    self.assertTrue(tree.bytes(address.removeprefix(base)).startswith(b"BEGIN:VCALENDAR\r\n"), address)
                    seen += 1
        self.assertGreater(seen, 50)


class Agenda(unittest.TestCase):
    def month_pages(self):
        for tree in built().trees():
            for path in sorted(tree.folder.rglob("*.html")):
                if match := re.search(r"-(\d{4})-(\d\d)\.html$", path.name):
                    if 'data-kind="month"' in path.read_text(encoding="utf-8"):
                        yield tree, tree.page(str(path.relative_to(tree.folder))), int(match[1]), int(match[2])

    def test_the_grid_is_that_of_the_month(self):
        for tree, page, year, month in self.month_pages():
            with self.subTest(tree=tree.name, path=page.path):
                table = page.find("table", class_="month")
                self.assertEqual([each.text.lower() for each in table.find_all("th", scope="col")], DAYS)
                self.assertIn(f"{MONTHS[month - 1]} {year}", table.find("caption").text)
                days = [each.find("time").get("datetime") for each in table.find_all("td")]
                self.assertEqual(days, [each.isoformat() for each in calendar.Calendar().itermonthdates(year, month)])

    def test_each_time_of_each_meeting_is_in_the_grid_of_its_month(self):
        shown = {}
        for tree, page, year, month in self.month_pages():
            for cell in page.find("table", class_="month").find_all("td"):
                day = cell.find("time").get("datetime")
                if day.startswith(f"{year}-{month:02}"):
                    for item in cell.find_all("li"):
                        shown.setdefault((tree.name, item.find("a").get("href").partition("#")[0].rpartition("/")[2], day), item.text)
        seen = 0
        site = built().tree()
        for path in meeting_pages(site):
            it, name = data_of(site, path), path.rpartition("/")[2]
            for each in it.get("subEvent", [it]):
                first, last = date.fromisoformat(each["startDate"][:10]), date.fromisoformat(each["endDate"][:10])
                for ordinal in range(first.toordinal(), last.toordinal() + 1):
                    text = shown.get(("site", name, date.fromordinal(ordinal).isoformat()))
                    self.assertIsNotNone(text, f"{path} is not in the grid on {date.fromordinal(ordinal)}")
                    self.assertEqual("annulée" in text, each["eventStatus"].endswith("Cancelled"), text)
                    self.assertEqual("(suite)" in text, ordinal > first.toordinal())
                    seen += 1
                if "previousStartDate" in each and each["previousStartDate"][:10] != each["startDate"][:10]:
                    text = shown[("site", name, each["previousStartDate"][:10])]
                    self.assertIn(f"déplacée au {french(first, weekday=False)}", text)
        self.assertGreater(seen, 150)

    def test_months_lead_from_one_to_the_next_and_none_is_empty(self):
        for tree, page, year, month in self.month_pages():
            self.assertTrue(page.find("ol", class_="meets").find_all("li"), page.path)
            for rel, back in (("next", "prev"), ("prev", "next")):
                for link in page.find_all("a", rel=rel):
                    there = tree.page(page.resolve(link.get("href")))
                    self.assertEqual(there.resolve(there.find("a", rel=back).get("href")), page.path)

    def test_every_day_on_the_pages_of_meetings_is_a_french_one(self):
        seen = 0
        for tree in built().trees():
            for path in sorted(tree.folder.rglob("*.html")):
                if not re.search('data-kind="(meeting|agenda|month|programme)"', path.read_text(encoding="utf-8")):
                    continue
                page = tree.page(str(path.relative_to(tree.folder)))
                for each in page.main.find_all("time"):
                    day, text = date.fromisoformat(each.get("datetime")[:10]), each.text
                    if not re.search(r" \d{4}$", text) or each.get("class") == "leaf":
                        continue
                    self.assertIn(text, (french(day), french(day).capitalize(), french(day, weekday=False)), page.path)
                    seen += 1
        self.assertGreater(seen, 500)

    def test_a_meeting_says_its_day_and_its_hours_in_words(self):
        site, seen = built().tree(), 0
        for path in meeting_pages(site):
            it = data_of(site, path)
            text = plain(site.page(path).main.text)
            for each in it.get("subEvent", [it]):
                start, end = said(each["startDate"]), said(each["endDate"])
                if not isinstance(start, datetime):
                    continue
                if start.date() == end.date():
                    self.assertIn(f"{french(start).capitalize()} , de {hour(start)} à {hour(end)}".replace(" ,", ","), text, path)
                    seen += 1
        self.assertGreater(seen, 100)


if __name__ == "__main__":
    unittest.main()
