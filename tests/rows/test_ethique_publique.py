"""D · An open e-community on ethics and integrity: the rows that content, `check` and `build` carry."""
import csv
import io
import unittest
from collections import Counter
from datetime import date

from tests.support.portal import NOW, Portal, built, french_day
from tests.support.rows import Row

KINDS = ("message", "document", "question", "answer", "agenda")


class Community(Row):
    network = "ethique-publique"

    def contributions(self, *audiences):
        return {id: it for id, it in self.items("contributions").items() if self.content.audience(it) in (audiences or ("site",))}

    def unanswered(self, contributions):
        answered = {it.meta["answers"].split(":")[1] for it in contributions.values() if "answers" in it.meta}
        return {id for id, it in contributions.items() if it.meta["kind"] == "question" and id not in answered}

    def test_D2_every_contribution_says_who_wrote_it_when_and_on_what(self):
        contributions = self.contributions()
        self.assertGreaterEqual(len(contributions), 30)
        self.assertEqual({it.meta["kind"] for it in contributions.values()}, set(KINDS))
        for id, it in contributions.items():
            with self.subTest(contribution=id):
                main = self.page_of("contributions", id).main
                self.says(main, it.meta["title"], self.content.body(self.network, it.meta["author"]), french_day(it.meta["date"]),
                          *(self.content.topic(self.network, topic) for topic in it.meta["topics"]))

    def test_D2_contributions_are_listed_by_kind_and_by_topic(self):
        contributions, word = self.contributions(), self.content.word
        every = self.catalogue("contributions")
        self.assertEqual(set(self.linked_things(every.main, "contributions")), set(contributions))
        folder = f"{self.network}/{word('contributions')}"
        for kind in KINDS:
            wanted = [id for id in contributions if contributions[id].meta["kind"] == kind]
            address = f"{folder}/{word('kind')}-{kind}.html"
            self.links_to(every.main, address)
            self.assertEqual(set(self.linked_things(self.site.page(address).main, "contributions")), set(wanted), kind)
        for topic in {topic for it in contributions.values() for topic in it.meta["topics"]}:
            address = f"{folder}/{word('topic')}-{topic}.html"
            self.links_to(every.main, address)
            wanted = {id for id, it in contributions.items() if topic in it.meta["topics"]}
            shown = set(self.linked_things(self.site.page(address).main, "contributions"))
            self.assertEqual(shown, wanted, topic)

    def test_D2_answers_and_questions_lead_to_each_other(self):
        for id, it in self.contributions().items():
            if it.meta["kind"] == "answer":
                question = it.meta["answers"].split(":")[1]
                self.links_to(self.page_of("contributions", id).main, self.address("contributions", question))
                self.links_to(self.page_of("contributions", question).main, self.address("contributions", id))

    def test_D2_questions_without_answer_are_shown_and_go_to_the_experts_of_their_topics(self):
        waiting = self.unanswered(self.contributions())
        self.assertEqual(len(waiting), 2)
        section = self.catalogue("contributions").under("sans réponse")
        self.assertEqual(set(self.linked_things(section, "contributions")), waiting)
        for id in waiting:
            main = self.page_of("contributions", id).main
            topics = [topic for topic in self.meta["topics"] if topic["id"] in self.contributions()[id].meta["topics"]]
            for expert in {expert for topic in topics for expert in topic["experts"]}:
                self.says(main, self.content.role(self.network, expert)["title"])

    def test_D2_an_answer_takes_its_question_from_those_that_wait(self):
        portal = Portal()
        question = "2026-09-03-question-attribution-logement"
        portal.write(f"content/{self.network}/contributions/2026-09-14-reponse-essai.md", f"""+++
title = "Réponse : une commission d’une autre agence"
kind = "answer"
date = 2026-09-14
author = "body:opl"
topics = ["conflits-interets"]
answers = "contribution:{question}"
+++

Une autre agence instruit, et le procès-verbal le dit.
""")
        portal.build()
        page = portal.tree().page(f"{self.network}/{self.content.word('contributions')}/index.html")
        self.assertNotIn(question, self.linked_things(page.under("sans réponse"), "contributions"))
        self.says(portal.tree().page(self.address("contributions", question)).main, "Une autre agence")

    def test_D2_a_contribution_of_a_fifth_kind_is_refused(self):
        told = self.told(lambda portal: portal.set(f"content/{self.network}/contributions/2026-09-08-autodiagnostic.md", kind='"billet"'))
        self.assertEqual([(each.code, each.severity) for each in told], [("bad-value", "error")])

    def test_D3_partners_contribute_from_before_the_opening_under_the_name_of_their_body(self):
        partners = {body["id"] for body in self.content.bodies(self.network).values() if body["membership"] == "partenaire"}
        self.assertEqual(len(partners), 2)
        early = {id: it for id, it in self.contributions().items() if it.meta["date"] < self.meta["opens"]}
        self.assertGreaterEqual(len(early), 4)
        self.assertEqual({it.meta["author"].removeprefix("body:") for it in early.values()}, partners)
        for id, it in early.items():
            self.says(self.page_of("contributions", id).main, self.content.body(self.network, it.meta["author"]))

    def test_D3_before_its_opening_the_network_is_built_for_its_own_only(self):
        portal = Portal()
        portal.set(f"content/{self.network}/network.md", opens="2026-10-01")
        portal.replace("content/pages/a-propos.md", "[Éthique publique](network:ethique-publique)", "Une communauté à venir")
        before = portal.build()
        self.assertIn("restricted", before.out)
        public = portal.tree()
        self.assertEqual([path for path in public.paths("") if path.startswith(self.network + "/")], [])
        for word in (self.meta["title"], self.meta["short_title"] + "<", "Vingt situations à risque", "ethique-publique"):
            self.assertEqual(public.holding(word), [], word)
        own = portal.tree(self.network)
        self.assertTrue(own.has("index.html"))
        for id in ("2025-10-14-avant-ouverture", "2025-10-16-situations-achat"):
            self.says(own.page(self.address("contributions", id)).main, self.items("contributions")[id].meta["title"])
        for tree in portal.trees():
            if not tree.name.startswith(self.network):
                self.assertEqual(tree.holding("Vingt situations à risque"), [], tree.name)
        # On the day, the same content is public.
        portal.build(now="2026-10-01T00:30:00+02:00")
        self.assertTrue(public.has(f"{self.network}/index.html"))
        self.says(public.page(self.address("contributions", "2025-10-14-avant-ouverture")).main, "Avant d’ouvrir")

    def test_D3_what_leads_the_public_to_a_network_that_is_not_open_is_a_mistake(self):
        told = self.told(lambda portal: portal.set(f"content/{self.network}/network.md", opens="2026-10-01"))
        self.assertIn(("content/pages/a-propos.md", "restricted-link", "error"), [(each.path, each.code, each.severity) for each in told])

    def test_D3_events_of_the_agenda_say_when_and_where(self):
        for id, it in self.contributions().items():
            if it.meta["kind"] == "agenda":
                main = self.page_of("contributions", id).main
                start = it.meta["start"]
                self.says(main, french_day(start if type(start) is date else start.date()).rsplit(" ", 1)[0], *filter(None, [it.meta.get("place")]))
                if "online_public" in it.meta:
                    self.assertIn(it.meta["online_public"], [address for _, address in main.links])

    # D5: by kind, month and body.

    def indicators(self, tree):
        page = tree.page(f"{self.network}/{self.content.word('indicators')}.html")
        rows = list(csv.reader(io.StringIO(tree.text(f"{self.network}/{self.content.word('indicators')}.csv"))))
        return page, rows

    def test_D5_the_indicators_count_contributions_by_kind_and_month_as_their_csv_does(self):
        contributions = self.contributions()
        page, rows = self.indicators(self.site)
        by_month = Counter((it.meta["date"].isoformat()[:7], it.meta["kind"]) for it in contributions.values())
        header, *lines = rows
        self.assertEqual(header, ["month", *KINDS, "total"])
        first, last = min(by_month)[0], max(by_month)[0]
        months = [f"{year}-{month:02}" for year in range(2025, 2028) for month in range(1, 13) if first <= f"{year}-{month:02}" <= last]
        self.assertEqual([line[0] for line in lines], months, "months without a contribution are lines too")
        for line in lines:
            self.assertEqual([int(number) for number in line[1:6]], [by_month[line[0], kind] for kind in KINDS], line[0])
            self.assertEqual(int(line[6]), sum(map(int, line[1:6])))
        self.assertEqual(sum(int(line[6]) for line in lines), len(contributions))
        self.links_to(page.main, f"{self.network}/{self.content.word('indicators')}.csv")
        tables = page.main.find_all("table")
        cells = [[cell.text for cell in row.find_all("td", "th")] for table in tables for row in table.find_all("tr")]
        for line in lines:
            self.assertTrue(any([cell.replace("—", "0").replace("–", "0") or "0" for cell in cells_of[1:]] == line[1:] for cells_of in cells), f"{line} is in no table")

    def test_D5_and_by_body_with_the_total_and_what_waits(self):
        contributions = self.contributions()
        page, _ = self.indicators(self.site)
        self.says(page.main, str(len(contributions)))
        rows = [[cell.text for cell in row.find_all("td", "th")] for row in page.main.find_all("tr")]
        for body, count in Counter(it.meta["author"] for it in contributions.values()).items():
            name = self.content.body(self.network, body)
            self.assertTrue(any(row and row[0] == name and row[-1] == str(count) for row in rows), f"{name}: {count}")
        names = [row[0] for row in rows if row and row[0] in {self.content.body(self.network, it.meta["author"]) for it in contributions.values()}]
        self.assertEqual(len(names), len(set(names)))

    def test_D5_charts_are_drawn_without_a_script_and_what_is_restricted_is_not_counted_in_public(self):
        page, rows = self.indicators(self.site)
        self.assertTrue(page.main.find_all("svg"))
        self.assertEqual(page.find_all("script"), [])
        everything = self.contributions("site", self.network)
        self.assertGreater(len(everything), len(self.contributions()))
        _, among_members = self.indicators(self.members)
        self.assertEqual(sum(int(line[-1]) for line in among_members[1:]), len(everything))

    def test_D7_the_network_says_since_when_and_its_groups_have_no_end(self):
        self.assertLess(self.meta["opens"].isoformat(), NOW)
        for id in self.items("groups"):
            self.assertNotIn("ended", self.items("groups")[id].meta)
            self.assertTrue(self.page_of("groups", id))


if __name__ == "__main__":
    unittest.main()
