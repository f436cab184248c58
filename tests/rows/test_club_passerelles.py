"""C · A club of volunteers from territorial institutions and central directorates: the rows that content, `check` and `build` carry."""
import re
import unittest
from collections import Counter

from tests.support.dom import plain
from tests.support.portal import Portal, built, french_day
from tests.support.rows import Row, TODAY, day_of

MEETINGS = "content/club-passerelles/meetings/"


class Club(Row):
    network = "club-passerelles"

    def decisions(self, *audiences):
        return [decision for it in self.items("minutes").values() if self.content.audience(it) in audiences for decision in it.meta["decisions"]]

    def test_C1_the_page_of_the_club_shows_its_composition_by_kind_in_numbers_without_names(self):
        members = {each["id"] for each in self.meta["memberships"] if each.get("member", True)}
        bodies = [body for body in self.content.bodies(self.network).values() if body["membership"] in members]
        counts = Counter(body["kind"] for body in bodies)
        self.assertEqual(sum(counts.values()), 20)
        page = self.site.page(f"{self.network}/index.html")
        lines = [each.text.lower() for each in page.main.find_all("tr", "li")]
        for kind in self.meta["body_kinds"]:
            if kind["id"] in counts:
                names = {kind["title"].lower(), kind["plural"].lower()}
                self.assertTrue(any(name in line and re.search(rf"(?<!\d){counts[kind['id']]}(?!\d)", line) for line in lines for name in names),
                                f"{kind['plural']}: {counts[kind['id']]} is not said")
        shown = [body["name"] for body in bodies if body["name"] in page.main.text and f"body:{body['id']}" not in self.meta["organiser"]]
        self.assertEqual(shown, [])

    def test_C1_a_body_more_is_one_more_in_its_kind(self):
        portal = Portal()
        path = "content/club-passerelles/bodies.csv"
        portal.write(path, portal.read(path) + "ccas-essai;Centre communal d’action sociale d’Essai;action-sociale;;membre;;;;\n")
        portal.build()
        before, after = (tree.page(f"{self.network}/index.html").main.text for tree in (self.site, portal.tree()))
        self.assertNotEqual(before, after)
        self.assertRegex(after.lower(), r"\b4 centres communaux et intercommunaux d’action sociale")
        self.assertNotIn("d’Essai", after)

    # C2: the calendar of the year to come is set by 15 October (article 3.1).

    def empty_2027(self, portal):
        for file in sorted(portal.path(MEETINGS).glob("2027-*-rencontre.md")):
            if file.name > "2027-05":
                file.unlink()

    def test_C2_check_warns_from_the_day_of_the_charter_on_when_the_coming_year_is_not_set(self):
        self.rule_speaks("calendar-ahead", "3.1", self.empty_2027, now="2026-10-15T00:30:00+02:00")

    def test_C2_says_nothing_the_day_before(self):
        self.rule_is_silent(self.empty_2027, now="2026-10-14T23:30:00+02:00")

    def test_C2_the_day_is_that_of_the_portals_time_zone(self):
        self.rule_speaks("calendar-ahead", "3.1", self.empty_2027, now="2026-10-14T22:30:00Z")

    def test_C2_each_meeting_of_the_coming_year_is_in_the_grid_of_its_month_which_the_agenda_leads_to(self):
        agenda = self.list_page("agenda")
        months = {target for _, target in agenda.main.targets}
        for id, it in self.items("meetings").items():
            start = it.meta["start"]
            if start.year != 2027:
                continue
            path = f"{self.network}/{self.content.word('agenda')}-{start:%Y-%m}.html"
            self.assertIn(path, months)
            day = self.site.page(path).find("td", where=lambda cell: cell.find_all("time", datetime=f"{start:%Y-%m-%d}"))
            self.assertIn(plain(it.meta["title"]), day.text)

    def test_C2_the_programme_of_the_year_has_every_meeting_in_order_on_one_page(self):
        page = self.site.page(f"{self.network}/{self.content.word('programme')}-2027.html")
        meetings = sorted((it.meta["start"], id) for id, it in self.items("meetings").items() if it.meta["start"].year == 2027)
        self.assertGreaterEqual(len(meetings), 25)
        lines = page.main.find_all("li", "tr")
        at = -1
        for start, id in meetings:
            title = plain(self.items("meetings")[id].meta["title"])
            found = [index for index, line in enumerate(lines) if title in line.text and str(start.day) in line.text]
            self.assertTrue(found, f"{title} is not in the programme with its day")
            self.assertGreater(found[-1], at, f"{title} is not in its place")
            at = found[-1]
        self.does_not_say(page.main, "2026-12-03", self.items("meetings")["2026-12-03-rencontre"].meta["title"])
        self.links_to(self.site.page(f"{self.network}/index.html"), f"{self.network}/{self.content.word('programme')}-2026.html")

    # C3: Tuesday, Wednesday or Thursday (3.2), nothing else at the same time (3.3), no public holiday.

    def test_C3_check_refuses_a_club_meeting_on_another_weekday(self):
        meeting = MEETINGS + "2027-03-18-rencontre.md"
        for day in ("2027-03-15", "2027-03-19", "2027-03-20", "2027-03-21"):
            told = self.rule_speaks("weekday", "3.2", path=meeting, severity="error",
                                    change=lambda portal: portal.set(meeting, start=f"{day}T09:30:00", end=f"{day}T16:30:00"))
            line = next(number for number, text in enumerate(self.line_of(meeting), 1) if text.startswith("start"))
            self.assertEqual(told.line, line)
        for day in ("2027-03-16", "2027-03-17"):
            self.rule_is_silent(lambda portal: portal.set(meeting, start=f"{day}T09:30:00", end=f"{day}T16:30:00"))

    def line_of(self, path):
        return (self.content.folder / path).read_text(encoding="utf-8").splitlines()

    def test_C3_other_kinds_of_meetings_keep_their_freedom(self):
        meeting = MEETINGS + "2027-04-08-retour-contrat-sans-papier.md"
        self.rule_is_silent(lambda portal: portal.set(meeting, start="2027-04-09T12:30:00", end="2027-04-09T14:00:00"))

    def test_C3_a_build_stops_at_a_refused_weekday_and_leaves_the_site_alone(self):
        portal = Portal()
        meeting = MEETINGS + "2027-03-18-rencontre.md"
        portal.set(meeting, start="2027-03-15T09:30:00", end="2027-03-15T16:30:00")
        done = portal.run("build")
        self.assertEqual(done.code, 1, done.err)
        self.assertIn("[weekday]", done.err)
        self.assertFalse(portal.path("output/site").exists() and any(portal.path("output/site").iterdir()))

    def test_C3_check_warns_of_a_public_holiday(self):
        meeting = MEETINGS + "2027-05-19-rencontre.md"  # Ascension Day 2027 is a Thursday
        told = self.rule_speaks("public-holiday", None, lambda portal: portal.set(meeting, start="2027-05-06T09:30:00", end="2027-05-06T16:30:00"))
        self.assertIn("Ascension", told.text)

    def test_C3_check_warns_of_two_meetings_at_once(self):
        meeting = MEETINGS + "2027-05-27-jeunes-majeurs-3.md"
        self.rule_speaks("clash", "3.3", lambda portal: portal.set(meeting, start="2027-05-19T14:00:00", end="2027-05-19T17:00:00"))
        self.rule_is_silent(lambda portal: portal.set(meeting, start="2027-05-19T17:00:00", end="2027-05-19T18:00:00"))

    def test_C4_the_three_activities_have_their_own_convocation_delays(self):
        rules = [rule for rule in self.items("charters")["club"].meta["rules"] if rule["rule"] == "notice"]
        self.assertEqual([rule["days"] for rule in rules], [30, 5, 15])
        kinds = {kind["id"]: kind for kind in self.meta["meeting_kinds"]}
        self.assertEqual(len(kinds), 3)
        self.assertEqual([id for id, kind in kinds.items() if kind.get("short_notice")], ["retour-experience"])
        for id, kind in kinds.items():
            upcoming = [name for name, it in sorted(self.items("meetings").items())
                        if it.meta["kind"] == id and day_of(it.meta["start"]) > TODAY and it.meta.get("status") != "cancelled"]
            page = self.page_of("meetings", upcoming[-1])
            self.says(page.main, kind["title"])
            self.assertRegex(page.main.text, rf"(?<!\d){kind['notice_days']} jours", f"{id}: its delay is not said")
        agenda = self.list_page("agenda")
        self.says(agenda.main, *(kind["title"] for kind in kinds.values()))

    # C7: two or three referents a group (5.5).

    def test_C7_check_warns_of_a_group_with_one_referent_or_four(self):
        group = "content/club-passerelles/groups/hebergement-2026.md"
        one = '[[holders]]\nrole = "referent"\nbody = "body:ccas-port-merande"\nfunction = "Responsable de la veille sociale"\n'
        told = self.rule_speaks("holders", "5.5", lambda portal: portal.replace(group, one, ""), path=group)
        self.assertIn("1", told.text)
        self.rule_speaks("holders", "5.5", lambda portal: portal.replace(group, one, one * 3), path=group)
        self.rule_is_silent(lambda portal: portal.replace(group, one, one * 2))

    def test_C7_referents_and_facilitation_are_shown_by_their_function(self):
        for id, it in self.items("groups").items():
            main = self.page_of("groups", id).main
            self.assertGreaterEqual(len(it.meta["holders"]), 2)
            for holder in it.meta["holders"]:
                self.says(main, holder["function"], self.content.body(self.network, holder["body"]))
        facilitation = self.content.role(self.network, "role:facilitation")
        page = self.site.page(f"{self.network}/index.html")
        self.says(page, facilitation["title"])
        self.assertIn(f"mailto:{facilitation['mail']}", [address for _, address in page.links])

    # C6's season.

    def test_C6_check_warns_of_a_meeting_outside_the_season(self):
        meeting = MEETINGS + "2027-10-19-aller-vers-6.md"
        self.rule_speaks("season", "5.2", lambda portal: portal.set(meeting, start="2027-11-02T09:30:00", end="2027-11-02T12:30:00"))
        main = self.page_of("groups", "aller-vers-2027").main
        season = self.items("groups")["aller-vers-2027"].meta["season"]
        self.says(main, french_day(season["from"]).removesuffix(" 2027"), french_day(season["to"]))

    # C8: decisions are data.

    def test_C8_minutes_show_each_decision_with_its_outcome_its_positions_who_and_when(self):
        self.assertTrue({decision["outcome"] for decision in self.decisions(self.network)} == {"consensus", "dissensus"})
        for id, it in self.items("minutes").items():
            main = built().tree(self.content.audience(it)).page(self.address("minutes", id)).main
            for number, decision in enumerate(it.meta["decisions"], 1):
                self.says(main, decision["text"], *decision.get("positions", []))
                at = main.find(id=f"decision-{number}")
                self.says(at, decision["text"], *([french_day(decision["by"])] if "by" in decision and "done" not in decision else []))
                self.assertRegex(at.text.lower(), decision["outcome"][:-2])
                holder = decision["carried_by"]
                self.says(at, self.content.body(self.network, holder) if holder.startswith("body:") else self.content.role(self.network, holder)["title"])

    def test_C8_the_register_of_the_network_and_of_a_group_have_every_decision_of_theirs(self):
        for audience in (self.network, f"{self.network}.domicile-rural-2026", f"{self.network}.hebergement-2026"):
            with self.subTest(register=audience):
                wanted = [decision["text"] for decision in self.decisions(audience)]
                self.assertGreaterEqual(len(wanted), 3)
                register = self.list_page("decisions", built().tree(audience)).main
                self.says(register, *wanted)
                self.assertIn("dissensus", register.text.lower())
                for other in (decision["text"] for decision in self.decisions(f"{self.network}.domicile-rural-2026")):
                    if audience != f"{self.network}.domicile-rural-2026":
                        self.does_not_say(register, other)

    def test_C8_the_register_leads_to_the_minutes_and_flags_what_is_late(self):
        register = self.list_page("decisions", built().tree(f"{self.network}.domicile-rural-2026")).main
        anchors = {target for _, target in register.targets}
        self.assertIn(self.address("minutes", "2026-06-16-domicile") + "#decision-1", anchors)
        # with another day of today, the same decision becomes late
        portal = Portal()
        pages = []
        for now in ("2026-09-15T09:00:00+02:00", "2026-09-24T09:00:00+02:00"):
            portal.build(now=now)
            pages.append(portal.tree(f"{self.network}.domicile-rural-2026").page(f"{self.network}/{self.content.word('decisions')}.html").main.text)
        self.assertNotEqual(*pages)

    def test_C8_an_outcome_that_is_neither_is_refused(self):
        minutes = "content/club-passerelles/minutes/2026-06-16-domicile.md"
        told = self.told(lambda portal: portal.replace(minutes, 'outcome = "dissensus"', 'outcome = "vote"'))
        self.assertEqual([(each.code, each.severity) for each in told], [("bad-value", "error")])
        self.assertIn("consensus", told[0].text)
        self.assertIn("dissensus", told[0].text)

    def test_C9_what_is_said_in_the_club_stays_there(self):
        kept = [it for folder in ("documents", "minutes") for it in self.items(folder).values() if self.content.audience(it) != "site"]
        self.assertGreaterEqual(len(kept), 7)
        for it in kept:
            folder, audience = it.path.split("/")[2], self.content.audience(it)
            for tree in built().trees():
                self.assertEqual(tree.has(self.address(folder, it.id)), tree.name == audience, f"{it.path} in {tree.name}")
            entitled = {audience} | ({f"{self.network}.{id}" for id in self.items("groups")} if audience == self.network else set())
            for decision in it.meta.get("decisions", []):
                words = decision["text"][:50]
                self.assertEqual({tree.name for tree in built().trees() if tree.holding(words)} - entitled, set(), it.path)

    # C10: people of one directory are on one level.

    def test_C10_directories_are_in_french_alphabetical_order_without_rank(self):
        functions = ["Zélatrice du domicile", "Écoutante de nuit", "Économe de foyer", "Élue référente", "Directrice d’établissement",
                     "ébéniste d’insertion", "Cœur de réseau", "Coordinatrice d’antenne", "Côté famille, médiatrice", "Aide à domicile"]
        wanted = ["Aide à domicile", "Cœur de réseau", "Coordinatrice d’antenne", "Côté famille, médiatrice", "Directrice d’établissement",
                  "ébéniste d’insertion", "Économe de foyer", "Écoutante de nuit", "Élue référente", "Zélatrice du domicile"]
        portal = Portal()
        portal.write("content/club-passerelles/directory.toml", 'visibility = "network"\n' + "".join(
            f'\n[[experts]]\nfunction = "{each}"\nbody = "body:ccas-castelvire"\ntopics = ["metiers"]\nmail = "essai@club-passerelles.example"\n'
            for each in functions))
        portal.build()
        page = portal.tree(self.network).page(f"{self.network}/{self.content.word('directory')}/index.html").main
        at = [page.text.index(each) for each in wanted]
        self.assertEqual(at, sorted(at), [each for _, each in sorted(zip(at, wanted))])
        self.assertFalse(portal.tree().has(f"{self.network}/{self.content.word('directory')}/index.html"))
        self.assertEqual(portal.tree().holding("Zélatrice"), [])

    def test_C11_four_principles_have_their_page_in_the_networks_own_menu(self):
        principles = re.findall(r"(?m)^## (.*)$", self.items("pages")["principes"].text)
        self.assertEqual(len(principles), 4)
        page = self.page_of("pages", "principes")
        self.says(page.main, *principles)
        self.assertLessEqual(set(principles), set(page.headings("h2", "h3")))
        self.links_to(self.site.page(f"{self.network}/index.html"), self.address("pages", "principes"))
        self.links_to(page.main, self.address("charters", "club"))


if __name__ == "__main__":
    unittest.main()
