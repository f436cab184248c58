"""B · Inter-authority workshops of a management centre: the rows that content, `check` and `build` carry."""
import re
import unittest

from tests.support.dom import plain
from tests.support.portal import Portal, built
from tests.support.rows import Row, TODAY, day_of


class Workshops(Row):
    network = "ateliers-du-val"

    def workshops(self, kind):
        return {id: it for id, it in self.items("workshops").items() if it.meta.get("kind", "workshop") == kind}

    def sessions(self, id):
        return [name for name, it in sorted(self.items("meetings").items()) if it.meta.get("of") == f"workshop:{id}"]

    def test_B1_each_workshop_is_led_by_its_question_and_says_what_it_makes(self):
        workshops = self.workshops("workshop")
        self.assertGreaterEqual(len(workshops), 8)
        for id, it in workshops.items():
            with self.subTest(workshop=id):
                page = self.page_of("workshops", id)
                self.says(page.main, it.meta["question"], it.meta["object"], it.meta["title"], it.meta["frame"])
                self.assertRegex(it.meta["question"], "^Comment faire pour")
                self.assertIn(plain(it.meta["question"]), page.h1, "the question leads")

    def test_B1_the_catalogue_lists_every_workshop_with_its_question(self):
        page = self.catalogue("workshops")
        self.assertEqual(set(self.linked_things(page.main, "workshops")), set(self.items("workshops")))
        self.says(page.main, *(it.meta["question"] for it in self.workshops("workshop").values()))

    def test_B1_filters_by_theme_audience_and_date_are_plain_pages_that_need_no_script(self):
        page = self.catalogue("workshops")
        self.assertEqual(page.find_all("script"), [])
        folder = f"{self.network}/{self.content.word('workshops')}"
        leads = {self.path_of(target) for _, target in page.main.targets}
        word = self.content.word
        topics = {topic for it in self.items("workshops").values() for topic in it.meta["topics"]}
        for topic in topics:
            address = f"{folder}/{word('topic')}-{topic}.html"
            self.assertIn(address, leads)
            wanted = {id for id, it in self.items("workshops").items() if topic in it.meta["topics"]}
            self.assertEqual(set(self.linked_things(self.site.page(address).main, "workshops")), wanted, topic)
        past = {id for id in self.items("workshops") if all(day_of(self.items("meetings")[name].meta["end"]) < TODAY for name in self.sessions(id))}
        self.assertTrue(past)
        for name, wanted in (("past", past), ("upcoming", set(self.items("workshops")) - past)):
            address = f"{folder}/{word(name)}.html"
            self.assertIn(address, leads)
            self.assertEqual(set(self.linked_things(self.site.page(address).main, "workshops")), wanted, name)

    def test_B2_target_profiles_are_on_the_page_and_filter_the_catalogue(self):
        profiles = {profile for it in self.items("workshops").values() for profile in it.meta["profiles"]}
        self.assertIn("Habitants", profiles)
        catalogue = self.catalogue("workshops")
        start = f"{self.network}/{self.content.word('workshops')}/{self.content.word('profile')}-"
        filters = {re.sub(r" ?\(?\d+\)?$", "", text): self.path_of(target) for text, target in catalogue.main.targets
                   if self.path_of(target).startswith(start)}
        self.assertEqual(set(filters), profiles)
        for profile, address in filters.items():
            wanted = {id for id, it in self.items("workshops").items() if profile in it.meta["profiles"]}
            self.assertEqual(set(self.linked_things(self.site.page(address).main, "workshops")), wanted, profile)
        for id, it in self.items("workshops").items():
            self.says(self.page_of("workshops", id).main, *it.meta["profiles"])

    # B3's number; its waiting list comes with registration.

    def test_B3_a_workshop_has_fifteen_seats_at_most(self):
        self.says(self.page_of("workshops", "equipe-volante").main, "15")
        workshop = "content/ateliers-du-val/workshops/equipe-volante.md"
        told = self.rule_speaks("seats", "2.2", lambda portal: portal.set(workshop, seats="16"), severity="error")
        self.assertEqual(told.path, workshop)
        self.assertIn("15", told.text)
        self.rule_is_silent(lambda portal: portal.set(workshop, seats="15"))

    def test_B4_the_charter_of_workshops_lists_seven_principles_each_explained_on_a_page(self):
        charter = self.page_of("charters", "ateliers").main
        article = re.search(r"(?ms)^## 3\. .*?^## 4\. ", self.items("charters")["ateliers"].text)[0]
        named = [re.sub("[ ;.\u202f\u00a0]+$", "", each) for each in re.findall(r"(?m)^\d\. (.*)$", article)]
        self.assertEqual(len(named), 7)
        items = [item.text for item in charter.find_all("li")]
        for principle in named:
            self.assertTrue(any(plain(principle) in item for item in items), principle)
        self.assertTrue(charter.find_all(id="article-3"))
        page = self.page_of("pages", "principes")
        explained = re.findall(r"(?m)^## (.*)$", self.items("pages")["principes"].text)
        self.assertEqual(len(explained), 7)
        self.says(page.main, *explained)
        self.links_to(charter, self.address("pages", "principes"))

    # B6: five half-days within six months, eight people, joined as a whole, confidential.

    def test_B6_a_series_shows_its_five_sessions_in_order_and_its_eight_seats(self):
        series = self.workshops("series")
        self.assertEqual(len(series), 2)
        for id in series:
            with self.subTest(series=id):
                main = self.page_of("workshops", id).main
                sessions = self.sessions(id)
                self.assertEqual(len(sessions), 5)
                shown = [name for name in self.linked_things(main, "meetings") if name in sessions]
                self.assertEqual(shown, sessions)
                self.says(main, "8 places")
                days = [each.get("datetime")[:10] for each in main.find_all("time", datetime=True)]
                for name in sessions:
                    self.assertIn(self.items("meetings")[name].meta["start"].date().isoformat(), days)

    def test_B6_every_session_is_in_one_calendar_to_subscribe_to(self):
        for id in self.workshops("series"):
            with self.subTest(series=id):
                page, sessions = self.page_of("workshops", id), self.sessions(id)
                feed = self.site.bytes(self.address("workshops", id).replace(".html", ".ics")).decode("utf-8")
                self.assertEqual(feed.count("BEGIN:VEVENT"), len(sessions))
                for name in sessions:
                    self.assertIn(f"{self.items('meetings')[name].meta['start']:%Y%m%dT%H%M%S}", feed)
                block = page.main.find("details", id="_calendar")
                self.assertTrue(block.find("code").text.endswith(self.address("workshops", id).replace(".html", ".ics")))

    def test_B6_what_a_series_writes_stays_in_its_own_tree(self):
        own = built().tree(f"{self.network}.codev-responsables-rh")
        self.assertTrue(own.has(self.address("documents", "accord-codev-rh")))
        self.assertTrue(own.has(self.address("minutes", "2026-09-08-codev-rh")))
        for tree in built().trees():
            if tree.name != own.name:
                self.assertEqual(tree.holding("accord-codev-rh"), [], tree.name)
                self.assertFalse(tree.has(self.address("minutes", "2026-09-08-codev-rh")), tree.name)

    def test_B6_check_refuses_a_ninth_seat(self):
        told = self.rule_speaks("seats", "5.1", severity="error",
                                change=lambda portal: portal.set("content/ateliers-du-val/workshops/codev-responsables-rh.md", seats="9"))
        self.assertIn("8", told.text)

    def test_B6_check_warns_when_a_session_is_missing_or_one_too_many(self):
        last = "content/ateliers-du-val/meetings/2027-06-10-codev-encadrants.md"
        self.rule_speaks("sessions", "5.2", lambda portal: portal.delete(last))
        self.rule_speaks("sessions", "5.2", lambda portal: portal.write(
            last.replace("06-10", "06-17"), portal.read(last).replace("2027-06-10", "2027-06-17").replace('id = "', 'id = "x')))

    def test_B6_check_warns_when_the_sessions_span_more_than_six_months(self):
        last = "content/ateliers-du-val/meetings/2027-06-10-codev-encadrants.md"
        self.rule_speaks("sessions", "5.2", lambda portal: portal.set(last, start="2027-07-22T08:30:00", end="2027-07-22T12:00:00"))
        self.rule_is_silent(lambda portal: portal.set(last, start="2027-07-13T08:30:00", end="2027-07-13T12:00:00"))

    # B7's table, shown.

    def test_B7_the_tariff_of_each_year_is_shown_with_its_deliberation(self):
        main = self.site.page(f"{self.network}/index.html").main
        self.says(main, "2026", "2027", "288", "144", "296", "148", "Délibération n° 2026-34")

    def test_B1_a_new_theme_has_its_page_at_once(self):
        portal = Portal()
        workshop = "content/ateliers-du-val/workshops/memoire-de-poste.md"
        portal.set(workshop, topics='["accueil"]')
        portal.build()
        folder = f"{self.network}/{self.content.word('workshops')}/{self.content.word('topic')}"
        self.assertIn("memoire-de-poste", self.linked_things(portal.tree().page(f"{folder}-accueil.html").main, "workshops"))
        self.assertNotIn("memoire-de-poste", self.linked_things(portal.tree().page(f"{folder}-organisation.html").main, "workshops"))


if __name__ == "__main__":
    unittest.main()
