"""A · Working groups of an association of local-finance officers: the rows that content, `check` and `build` carry."""
import re
import unittest

from tests.support.portal import Portal, built, french_day, read_tree
from tests.support.rows import Row, TODAY, day_of


class WorkingGroups(Row):
    network = "finances-locales"

    def deliverables(self, audiences):
        """Ids of the deliverables that a tree of these audiences shows."""
        kinds = {kind["id"] for kind in self.meta["document_kinds"] if kind.get("deliverable")}
        return {id for id, it in self.items("documents").items() if it.meta["kind"] in kinds and self.content.audience(it) in audiences}

    def meetings_of(self, owner):
        return {id: it for id, it in self.items("meetings").items() if it.meta.get("of", "network") == owner}

    def test_A1_each_group_has_a_page_with_its_purpose_its_pilots_its_next_meetings_and_its_deliverables(self):
        groups = self.items("groups")
        self.assertGreaterEqual(len(groups), 5)
        listed = self.catalogue("groups")
        self.assertEqual(set(self.linked_things(listed.main, "groups")), set(groups))
        for id, group in groups.items():
            with self.subTest(group=id):
                main = self.page_of("groups", id).main
                self.assertEqual(main.root.h1, group.meta["title"].strip())
                self.says(main, group.meta["purpose"])
                for holder in group.meta["holders"]:
                    self.says(main, holder["function"], self.content.body(self.network, holder["body"]))
                shown = self.linked_things(main, "meetings")
                upcoming = {name for name, it in self.meetings_of(f"group:{id}").items() if day_of(it.meta["end"]) >= TODAY}
                self.assertGreaterEqual(len(upcoming), 5, "a year of meetings")
                following = min(upcoming)
                self.assertIn(following, shown, "the next meeting is not shown")
                self.says(main, self.items("meetings")[following].meta["title"])
                published = {name for name in self.deliverables({"site"}) if self.items("documents")[name].meta["of"] == f"group:{id}"}
                self.assertEqual(published - set(self.linked_things(main, "documents")), set())

    def test_A1_the_catalogue_of_deliverables_goes_by_kind_across_groups_and_lists_only_what_its_reader_may_see(self):
        page = self.list_page("deliverables")
        self.assertEqual(set(self.linked_things(page.main, "documents")), self.deliverables({"site"}))
        kinds = [kind for kind in self.meta["document_kinds"] if kind.get("deliverable")]
        self.assertEqual(len(kinds), 4)
        for kind in kinds:
            of_kind = {id for id in self.deliverables({"site"}) if self.items("documents")[id].meta["kind"] == kind["id"]}
            self.assertTrue(of_kind, kind["id"])
            self.assertEqual(set(self.linked_things(page.under(kind["plural"]), "documents")), of_kind)
        among_members = self.list_page("deliverables", self.members)
        self.assertEqual(set(self.linked_things(among_members.main, "documents")), self.deliverables({"site", self.network}))
        self.assertGreater(self.deliverables({self.network}), set())
        group = built().tree(f"{self.network}.dette-tresorerie")
        own = {id for id in self.deliverables({f"{self.network}.dette-tresorerie"})}
        self.assertTrue(own)
        self.assertLessEqual(own, set(self.linked_things(self.list_page("deliverables", group).main, "documents")))

    def test_A1_a_deliverable_kept_for_members_leaves_the_public_catalogue(self):
        portal = Portal()
        portal.set("content/finances-locales/documents/guide-inventaire.md", visibility='"network"')
        group = "content/finances-locales/groups/qualite-comptable.md"
        portal.replace(group, "[guide de l’inventaire](document:guide-inventaire)", "guide de l’inventaire")
        portal.build()
        address = self.address("documents", "guide-inventaire")
        self.assertFalse(portal.tree().has(address))
        self.assertTrue(portal.tree(self.network).has(address))
        self.assertNotIn("guide-inventaire", self.linked_things(self.list_page("deliverables", portal.tree()).main, "documents"))
        self.assertIn("guide-inventaire", self.linked_things(self.list_page("deliverables", portal.tree(self.network)).main, "documents"))
        self.assertEqual(portal.tree().holding("inventaire réconcilié"), [])

    # A4: charter, article 1.3: never more than three months between two meetings of a group.

    def test_A4_check_warns_when_two_meetings_of_a_group_are_further_apart_than_its_charter_says(self):
        later = "content/finances-locales/meetings/2026-12-01-fiscalite.md"

        def five_months(portal):
            portal.delete(later)

        told = self.rule_speaks("rhythm", "1.3", five_months, path="fiscalite")
        self.assertIn("content/finances-locales/meetings/2027-02-09-fiscalite.md", told.path, "said where the late meeting is written")

    def test_A4_says_nothing_of_three_months_to_the_day_and_speaks_of_one_more(self):
        meeting, end = "content/finances-locales/meetings/2026-12-01-fiscalite.md", "T16:00:00"
        self.rule_is_silent(lambda portal: portal.set(meeting, start="2026-12-22T10:00:00", end="2026-12-22" + end))
        self.rule_speaks("rhythm", "1.3", lambda portal: portal.set(meeting, start="2026-12-23T10:00:00", end="2026-12-23" + end))

    def test_A4_a_cancelled_meeting_does_not_keep_the_rhythm(self):
        self.rule_speaks("rhythm", "1.3",
                         lambda portal: portal.set("content/finances-locales/meetings/2026-12-01-fiscalite.md", status='"cancelled"'))

    def test_A4_the_number_comes_from_the_charter(self):
        self.rule_is_silent(lambda portal: (portal.delete("content/finances-locales/meetings/2026-12-01-fiscalite.md"),
                                            portal.replace("content/finances-locales/charters/groupes.md", "max_months = 3", "max_months = 5")))

    def test_A5_pilots_and_the_coordinator_are_shown_with_their_function_and_mailbox_and_no_name(self):
        for id, group in self.items("groups").items():
            main = self.page_of("groups", id).main
            for holder in group.meta["holders"]:
                self.says(main, self.content.role(self.network, holder["role"])["title"].split(" de ")[0])
                if "mail" in holder:
                    self.assertIn(f"mailto:{holder['mail']}", [address for _, address in main.links], id)
        coordinator = self.content.role(self.network, "role:coordination")
        self.assertIn(f"mailto:{coordinator['mail']}", [address for _, address in self.site.page(f"{self.network}/index.html").links])

    def test_A5_check_warns_of_a_group_without_its_pilot_or_with_two(self):
        group = "content/finances-locales/groups/dette-tresorerie.md"
        self.rule_speaks("holders", "1.5", lambda portal: portal.replace(group, 'role = "pilote"', 'role = "co-pilote"'), path="dette")
        self.rule_speaks("holders", "1.5", lambda portal: portal.replace(group, 'role = "co-pilote"', 'role = "pilote"'), path="dette")

    def test_A6_place_and_videoconference_are_told_and_the_link_only_to_those_it_is_for(self):
        hybrid = 0
        for id, it in self.items("meetings").items():
            audience = self.content.audience(it)
            public = built().tree(audience).page(self.address("meetings", id)).main
            self.says(public, *(it.meta[key] for key in ("place", "address") if key in it.meta))
            link = it.meta.get("online")
            if link is None:
                continue
            own = self.own_tree(it.meta.get("of", "network")).page(self.address("meetings", id)).main
            self.assertIn(link, [address for _, address in own.links], f"{id}: members do not get the link")
            self.says(own, *(it.meta[key] for key in ("place", "address") if key in it.meta))
            if audience == "site":
                self.assertRegex(public.text, "(?i)visio|à distance|en ligne", f"{id}: nothing says that one may be there from afar")
                hybrid += "place" in it.meta
        self.assertGreater(hybrid, 0)

    def test_A6_no_public_file_of_any_network_holds_a_conference_link(self):
        links = {it.meta["online"]: (network, it) for network in self.content.networks()
                 for it in self.content.items(network, "meetings").values() if "online" in it.meta}
        self.assertGreater(len(links), 10)
        for link, (network, it) in links.items():
            self.assertEqual(self.site.holding(link.removeprefix("https://")), [], it.path)

    def test_A13_documents_of_a_group_are_nowhere_but_in_its_own_tree(self):
        kept = [it for folder in ("documents", "minutes") for it in self.items(folder).values()
                if self.content.audience(it).startswith(f"{self.network}.")]
        self.assertGreater(len(kept), 10)
        public = b"\0".join(read_tree(self.site.folder).values())
        for it in kept:
            with self.subTest(it.path):
                folder = it.path.split("/")[2]
                own = built().tree(self.content.audience(it))
                self.says(own.page(self.address(folder, it.id)), it.meta["title"])
                self.assertFalse(self.site.has(self.address(folder, it.id)))
                if folder == "documents":
                    self.assertNotIn(it.meta["title"].encode(), public)
                for decision in it.meta.get("decisions", []):
                    self.assertNotIn(decision["text"][:40].encode(), public)
                for file in it.meta.get("files", []):
                    name = file["path"].rsplit("/", 1)[1]
                    self.assertTrue(own.has(f"{self.network}/files/{name}"), name)
                    self.assertEqual(self.site.holding(name), [])
                for tree in built().trees():
                    if tree.name != own.name:
                        self.assertFalse(tree.has(self.address(folder, it.id)), f"{it.path} is in {tree.name}")

    def test_A13_published_works_carry_the_rights_notice_and_nothing_else_does(self):
        for id in self.deliverables({"site"}):
            self.says(self.page_of("documents", id).main, self.meta["rights"])
        work = self.own_tree("group:fiscalite").page(self.address("documents", "questionnaire-deliberations"))
        self.does_not_say(work.main, self.meta["rights"])

    def test_A15_the_faq_answers_and_is_linked_from_every_page_of_the_network(self):
        faq = self.items("pages")["faq"]
        page = self.page_of("pages", "faq")
        questions = re.findall(r"(?m)^## (.*)$", faq.text)
        self.assertGreaterEqual(len(questions), 8)
        self.says(page.main, *questions)
        for path, each in self.site.pages():
            if path.startswith(f"{self.network}/"):
                self.links_to(each, self.address("pages", "faq"))

    def test_A15_the_contact_block_is_on_every_page_of_the_network_in_every_tree(self):
        contact, seen = self.meta["contact"], 0
        mail = self.content.role(self.network, contact["role"])["mail"]
        for tree in built().trees():
            for path, page in tree.pages():
                if path.startswith(f"{self.network}/") or tree.name.startswith(self.network):
                    seen += 1
                    self.assertIn(f"mailto:{mail}", [address for _, address in page.links], f"{tree.name} {path}")
                    self.says(page, contact["text"], contact["hours"])
        self.assertGreater(seen, 100)

    def test_dates_are_said_in_french(self):
        meeting = self.page_of("meetings", "2026-09-22-fiscalite").main
        self.says(meeting, french_day(self.items("meetings")["2026-09-22-fiscalite"].meta["start"].date()))


if __name__ == "__main__":
    unittest.main()
