"""E · A network of town-hall secretaries run by a management centre: the rows that content, `check` and `build` carry."""
import calendar
import re
import tomllib
import unittest
from datetime import date

from tests.support.dom import plain
from tests.support.portal import Portal, built, french_day
from tests.support.rows import Row, TODAY, day_of

NETWORK = "content/secretaires-de-mairie/"


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class Secretaries(Row):
    network = "secretaires-de-mairie"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.directory = tomllib.loads((cls.content.folder / NETWORK / "directory.toml").read_text(encoding="utf-8"))

    def tariff(self, year):
        return next(tariff for tariff in self.meta["tariffs"] if tariff["year"] == year)

    # E2, E3: what membership and support cost.

    def line_of(self, rate):
        """What the page of the network says about a rate."""
        page = self.site.page(f"{self.network}/index.html").main
        lines = [each.text for each in page.find_all("tr", "li", "p") if plain(rate["title"]) in each.text]
        self.assertTrue(lines, f"{rate['title']} is not shown")
        return lines

    def test_E2_the_yearly_fee_is_shown_by_stratum_of_population(self):
        fees = [rate for rate in self.tariff(2026)["rates"] if "population_max" in rate]
        self.assertEqual([(rate["population_min"], rate["population_max"], rate["amount"]) for rate in fees],
                         [(0, 499, "100,00\u00a0€"), (500, 999, "150,00\u00a0€"), (1000, 2000, "200,00\u00a0€"), (2001, 3500, "300,00\u00a0€")])
        for rate in fees:
            euros = rate["amount"].split(",")[0]
            self.assertTrue(any(re.search(rf"(?<!\d){euros}(?:,00)? ?€", line) for line in self.line_of(rate)), rate["title"])
        main = self.site.page(f"{self.network}/index.html").main
        self.says(main, self.tariff(2026)["set_by"], self.tariff(2026)["note"])

    def test_E2_an_amount_that_is_none_is_a_mistake(self):
        network = NETWORK + "network.md"
        told = self.told(lambda portal: portal.replace(network, '"150,00\u00a0€"', '"150 euros"', 2))
        self.assertEqual({(each.code, each.severity) for each in told}, {("bad-amount", "error")})

    def test_E2_a_change_of_the_tariff_changes_the_page_to_the_cent(self):
        portal = Portal()
        portal.replace(NETWORK + "network.md", 'amount = "150,00\u00a0€"', 'amount = "151,07 €"', 2)
        portal.build()
        self.says(portal.tree().page(f"{self.network}/index.html").main, "151,07 €")

    def test_E3_support_by_the_hour_is_shown_for_members_and_for_others(self):
        hours = [rate for rate in self.tariff(2026)["rates"] if rate["unit"] == "par heure"]
        self.assertEqual([rate["amount"] for rate in hours], ["35,00\u00a0€", "75,00\u00a0€"])
        for rate in hours:
            euros = rate["amount"].split(",")[0]
            self.assertTrue(any(re.search(rf"(?<!\d){euros}(?:,00)? ?€", line) and "par heure" in line for line in self.line_of(rate)), rate["title"])

    # E5: two sorts of spaces, each with its own pages.

    def test_E5_the_departmental_and_the_three_community_spaces_are_presented_to_all(self):
        spaces = self.items("spaces")
        self.assertEqual(sorted(it.meta["kind"] for it in spaces.values()), ["community"] * 3 + ["department"])
        self.assertEqual(set(self.linked_things(self.site.page(f"{self.network}/index.html").main, "spaces")), set(spaces))
        for id, it in spaces.items():
            main = self.page_of("spaces", id).main
            self.says(main, it.meta["title"], it.meta["open_to"])
            for holder in it.meta.get("holders", []):
                self.says(main, holder["function"])

    def test_E5_each_space_has_pages_of_its_own_that_the_others_do_not_see(self):
        spaces = self.items("spaces")
        for space in spaces:
            own = built().tree(space)
            self.says(own.page("index.html").main, spaces[space].meta["title"])
            for folder in ("pages", "documents", "sheets", "minutes", "meetings"):
                for id, it in self.items(folder).items():
                    if self.content.audience(it) == space:
                        self.assertTrue(own.has(self.address(folder, id)), it.path)
                        for tree in built().trees():
                            if tree.name != space:
                                self.assertFalse(tree.has(self.address(folder, id)), f"{it.path} is in {tree.name}")
        for space, word in (("haut-sarlon", "circuit-urbanisme-haut-sarlon"), ("ouvre-tarvenne", "entraide-ouvre-tarvenne"),
                            ("landes-de-brivelle", "registre-cimetiere-landes")):
            self.assertEqual([tree.name for tree in built().trees() if tree.holding(word)], [space])
            self.links_to(built().tree(space).page("index.html").main, self.address("pages", word))

    def test_E5_a_space_shows_its_meetings_its_documents_and_its_pages(self):
        main = built().tree("ouvre-tarvenne").page("index.html").main
        following = [id for id, it in self.items("meetings").items()
                     if it.meta.get("of") == "space:ouvre-tarvenne" and day_of(it.meta["start"]) >= TODAY]
        self.assertIn(min(following), self.linked_things(main, "meetings"))
        self.assertIn("note-logiciel-etat-civil", self.linked_things(main, "documents"))

    # E7: a follow-up committee a year (convention, article 1.2), its composition by role.

    def test_E7_check_warns_of_a_year_without_follow_up_committee(self):
        self.rule_speaks("yearly", "1.2", others={"broken-link"},
                         change=lambda portal: portal.delete(NETWORK + "meetings/2026-11-19-comite-de-suivi.md"))

    def test_E7_a_cancelled_committee_is_none(self):
        self.rule_speaks("yearly", "1.2", lambda portal: portal.set(NETWORK + "meetings/2026-11-19-comite-de-suivi.md", status='"cancelled"'))

    def test_E7_its_composition_is_said_by_role(self):
        meeting = self.items("meetings")["2026-11-19-comite-de-suivi"]
        main = self.page_of("meetings", meeting.id).main
        for role in meeting.meta["with"]:
            self.says(main, self.content.role(self.network, role)["title"])
        self.assertIn("role:referent", meeting.meta["with"])
        self.assertIn("role:secretaire-comite", meeting.meta["with"])

    # E8: a directory for members, by function, software, domain and body.

    def directory_page(self, by="index"):
        return self.catalogue("directory", by, self.members)

    def test_E8_the_directory_has_every_software_and_every_expert(self):
        self.assertGreaterEqual(len(self.directory["software"]) + len(self.directory["experts"]), 25)
        self.says(self.directory_page().main, *(expert["function"] for expert in self.directory["experts"]))
        software = self.directory_page(self.content.word("software")).main
        for each in self.directory["software"]:
            self.says(software, each["name"], each["editor"], each["text"])
            self.says(software, *(self.content.body(self.network, body) for body in each["bodies"]))

    def test_E8_it_goes_by_domain_and_by_body(self):
        by_topic = self.directory_page(self.content.word("topic"))
        for topic in self.meta["topics"]:
            software = [each["name"] for each in self.directory["software"] if topic["id"] in each["topics"]]
            experts = [each["function"] for each in self.directory["experts"] if topic["id"] in each["topics"]]
            if software or experts:
                self.says(by_topic.under(topic["title"]), *software, *experts)
        by_body = self.directory_page(self.content.word("bodies"))
        body = self.directory["software"][0]["bodies"][0]
        section = by_body.under(self.content.body(self.network, body))
        self.says(section, *(each["name"] for each in self.directory["software"] if body in each["bodies"]))
        self.does_not_say(section, *(each["name"] for each in self.directory["software"] if body not in each["bodies"]))

    def test_E8_its_ways_lead_to_one_another_and_it_is_for_members(self):
        word = self.content.word
        folder = f"{self.network}/{word('directory')}/"
        for by in ("software", "topic", "bodies"):
            self.links_to(self.directory_page().main, f"{folder}{word(by)}.html")
        self.assertFalse(self.site.has(folder + "index.html"))
        for each in self.directory["software"]:
            self.assertEqual([path for path in self.site.holding(each["text"][:40])], [])
        for expert in self.directory["experts"]:
            if "mail" in expert:
                self.assertEqual(self.site.holding(expert["mail"]), [], expert["mail"])

    # E9: mornings and webinars.

    def test_E9_mornings_and_webinars_are_in_the_agenda_and_open_to_the_network(self):
        agenda = self.list_page("agenda")
        shown = self.linked_things(agenda.main, "meetings")
        for kind in ("matinale", "webinaire"):
            self.assertEqual(self.content.kind(self.network, "meeting_kinds", kind)["registration"], "network")
            meetings = [id for id, it in sorted(self.items("meetings").items()) if it.meta["kind"] == kind]
            self.assertGreaterEqual(len(meetings), 8)
            self.assertLessEqual(set(meetings), set(shown))
            upcoming = [id for id in meetings if day_of(self.items("meetings")[id].meta["start"]) > TODAY]
            for id in upcoming[:3]:
                main = self.page_of("meetings", id).main
                self.says(main, self.content.kind(self.network, "meeting_kinds", kind)["title"])
                self.assertRegex(main.text, "(?i)ouverte?s? aux? membres", f"{id}: who may come is not said")

    # E10: the toolbox.

    def due(self, sheet):
        months = next(rule["max_months"] for rule in self.items("charters")["convention-v1"].meta["rules"] if rule["rule"] == "review")
        return months_later(sheet.meta["reviewed"], sheet.meta.get("review_months", months))

    def test_E10_sheets_are_in_the_departmental_space_only(self):
        sheets = self.items("sheets")
        self.assertGreaterEqual(len(sheets), 15)
        for id, it in sheets.items():
            for tree in built().trees():
                self.assertEqual(tree.has(self.address("sheets", id)), tree.name == "departement-tarvenne", f"{id} in {tree.name}")
                if tree.name != "departement-tarvenne":
                    self.assertEqual(tree.holding(f"/{id}.html"), [], tree.name)

    def test_E10_the_toolbox_goes_by_domain_and_says_when_each_sheet_was_read_last(self):
        tree = built().tree("departement-tarvenne")
        page = tree.page(f"{self.network}/{self.content.word('sheets')}/index.html")
        sheets = self.items("sheets")
        self.assertEqual(set(self.linked_things(page.main, "sheets")), set(sheets))
        for topic in {topic for it in sheets.values() for topic in it.meta["topics"]}:
            wanted = {id for id, it in sheets.items() if topic in it.meta["topics"]}
            self.assertEqual(set(self.linked_things(page.under(self.content.topic(self.network, topic)), "sheets")), wanted, topic)
        for id, it in sheets.items():
            main = tree.page(self.address("sheets", id)).main
            self.says(main, french_day(it.meta["reviewed"]), *(self.content.topic(self.network, topic) for topic in it.meta["topics"]))
            self.says(main, self.content.role(self.network, it.meta["owner"])["title"])

    def test_E10_a_sheet_past_its_review_is_marked(self):
        sheets = self.items("sheets")
        overdue = {id for id, it in sheets.items() if self.due(it) < TODAY}
        self.assertTrue(overdue and overdue < set(sheets))
        tree = built().tree("departement-tarvenne")
        for id, it in sheets.items():
            main = tree.page(self.address("sheets", id)).main
            said = re.search("(?i)relecture[^.]* est en retard", main.text.replace(it.text, "")) is not None
            if id in overdue:
                self.assertTrue(said, f"{id}, due on {self.due(it)}, is not marked")
        portal = Portal()
        portal.set(NETWORK + f"sheets/{min(overdue)}.md", reviewed="2026-09-01")
        portal.build()
        before, after = (each.page(self.address("sheets", min(overdue))).main.text for each in (tree, portal.tree("departement-tarvenne")))
        self.assertIn("1er septembre 2026", after)
        self.assertNotEqual(before.replace(french_day(sheets[min(overdue)].meta["reviewed"]), ""), after.replace("1er septembre 2026", ""))

    # E4 and E15's charters, shown.

    def test_E4_the_charter_names_its_signatories_by_role(self):
        main = self.page_of("charters", "plateforme-v2").main
        for signatory in self.items("charters")["plateforme-v2"].meta["signatories"]:
            self.says(main, self.content.role(self.network, "role:" + signatory["role"])["title"], signatory["when"])

    def test_E15_the_new_version_says_what_changed_and_leads_to_the_former(self):
        main = self.page_of("charters", "plateforme-v2").main
        self.says(main, *(change["text"] for change in self.items("charters")["plateforme-v2"].meta["changes"]))
        self.links_to(main, self.address("charters", "plateforme-v1"))
        for change in self.items("charters")["plateforme-v2"].meta["changes"]:
            self.assertTrue(main.find_all(id="article-" + change["article"].replace(".", "-")), change["article"])


if __name__ == "__main__":
    unittest.main()
