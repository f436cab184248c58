"""Rows A2 to A14 at the command line: seats by contribution, pairs and guests, decisions with the article beside them."""
import json
import re
import unittest

from tests.support.desk import Desk, mail

GROUP = "group:fiscalite"
COUNT = "finances-locales.fiscalite"


class FinancesLocales(Desk):
    network = "finances-locales"
    imported = "2026-01-05T09:00:00+01:00"
    organisers = {"Cora Coordination", "Paul Pilote"}
    people = [
        ("Cora Coordination", "grand-livre", "coordination"), ("Paul Pilote", "grand-livre", "pilote"),
        ("Ada Halen", "port-halen"), ("Bea Halen", "port-halen"), ("Cléo Halen", "port-halen"), ("Dan Halen", "port-halen"),
        ("Sam Ouvrain", "saint-ouvrain"), ("Tom Ouvrain", "saint-ouvrain"), ("Uma Ouvrain", "saint-ouvrain"),
        ("Eva Brevalon", "brevalon"), ("Fay Brevalon", "brevalon"),
        ("Lou Lormeval", "lormeval"), ("Max Aubrinche", "aubrinche"),
        ("Triss Conseil", "triplan-conseil"),
    ]

    @classmethod
    def prepare(cls, portal):
        groups = portal.folder / "content/finances-locales/groups"
        text = (groups / "fiscalite.md").read_text(encoding="utf-8")
        for number in range(1, 9):
            (groups / f"essai-{number}.md").write_text(re.sub(r"(?m)^aliases = .*\n", "", text).replace('title = "', f'title = "Essai {number}, ', 1), encoding="utf-8")

    def test_A2_agents_of_member_bodies_take_part_and_others_are_told_why_not(self):
        asked = self.act("register", "Ada Halen", GROUP)
        self.assertEqual((asked.state, asked.data["refused"]), ("requested", False))
        self.assertEqual([it["need"] for it in asked.data["missing"]], ["decision", "statements"])
        self.act("decide", asked.number, "--accept")
        self.assertEqual(self.state_of(asked.number), "accepted")
        outside = self.act("register", "Lou Lormeval", GROUP, "--as", "membre", code=1)
        self.assertEqual(outside.breaches()["adherente"]["article"], "1.2")
        self.assertIn("article 1.2 de la Charte des groupes de travail", outside.text)
        self.assertIn("Lou Lormeval vient d’une collectivité non adhérente", outside.text)
        self.assertEqual(outside.state, "requested")

    def test_A3_a_private_partner_is_never_a_member(self):
        done = self.act("register", "Triss Conseil", GROUP, "--as", "membre", code=1)
        self.assertIn("jamais-une-entreprise", done.breaches())
        self.assertIn("article 1.2", done.text)
        self.assertEqual(self.obstacle("decide", done.number, "--accept", "--because", "Nous l’aimons bien."), "firm-rule")

    def test_A3_a_partner_contributes_to_a_project_whose_call_is_open_as_a_guest(self):
        closed = self.act("register", "Triss Conseil", GROUP, code=1)
        self.assertEqual(closed.data["effects"][0]["path"], "contribution")
        self.assertIn("n’a pas d’appel ouvert aux partenaires", closed.text)
        self.assertIn("article 2.1 de la Charte des partenaires privés", closed.text)
        candidate = self.act("register", "Triss Conseil", "group:prospective")
        chosen = self.act("decide", candidate.number, "--accept")
        self.assertEqual((chosen.state, chosen.data["access"]), ("accepted", []))
        self.assertNotIn(mail("Triss Conseil"), self.readers("finances-locales.prospective"))
        # Expected at the project's meetings, not at the group's.
        self.act("answer", "Triss Conseil", "meeting:h9aguycnha", "--present")
        self.assertEqual(self.obstacle("answer", "Triss Conseil", "meeting:atgdrwajn5", "--present"), "not-expected")

    def test_A3_a_role_in_a_group_opens_nothing_to_a_partner(self):
        done = self.portal.run("people", "mandate", mail("Triss Conseil"), "--network", "finances-locales", "--body", "triplan-conseil",
                               "--role", "partenaire", "--in", "group:prospective")
        self.assertEqual(done.code, 0, done.err)
        self.act("apply")
        self.assertEqual(self.members("finances-locales.prospective"), set())

    def test_A3_a_testimony_is_one_meeting_two_with_both_words_never_three(self):
        def testify(meeting, *insisting, code=0):
            asked = self.act("register", "Triss Conseil", "meeting:" + meeting, code=code)
            self.act("decide", asked.number, "--accept", *insisting)
            return self.act("confirm", asked.number)
        self.assertEqual(testify("atgdrwajn5").state, "accepted")
        second = testify("xnp2tbl32x", "--because", "Le pilote veut la suite de l’exposé.", code=1)
        self.assertEqual(second.state, "accepted")
        third = self.act("register", "Triss Conseil", "meeting:cf5vlf9tzd", code=1)
        self.assertEqual(third.breaches()["pas-de-troisieme"]["article"], "5.2")
        self.assertEqual(self.obstacle("decide", third.number, "--accept", "--because", "Encore."), "firm-rule")

    def test_A7_a_body_has_as_many_registrations_as_contributions_over_all_groups(self):
        kept = [self.accepted(name, group) for name, group in
                (("Ada Halen", GROUP), ("Bea Halen", "group:prospective"), ("Cléo Halen", "group:dette-tresorerie"))]
        fourth = self.act("register", "Dan Halen", GROUP, code=1)
        verdict = fourth.breaches()["cotisations"]
        self.assertEqual((verdict["counted"], verdict["limit"], verdict["article"]), (3, 3, "2.1"))
        self.assertIn("Ville de Port-Halen a 3 cotisation", fourth.text)
        self.assertIn("(article 2.1 de la Charte des groupes de travail)", fourth.text)
        self.act("withdraw", kept[1], "--because", "Autre poste.")
        self.act("decide", fourth.number, "--accept")
        self.assertEqual(self.state_of(fourth.number), "accepted")
        self.assertEqual(self.members(COUNT), {mail("Ada Halen"), mail("Dan Halen")})

    def test_A8_the_package_opens_ten_groups_one_registration_each(self):
        groups = ["fiscalite", "prospective", *(f"essai-{number}" for number in range(1, 9))]
        for group in groups:
            self.accepted("Eva Brevalon", "group:" + group)
        eleventh = self.act("register", "Eva Brevalon", "group:dette-tresorerie", code=1)
        self.assertEqual(eleventh.breaches()["forfait"]["article"], "2.2")
        self.assertIn("10 groupes", eleventh.text)

    def test_A8_a_second_person_in_one_group_is_granted_by_the_coordinator(self):
        self.accepted("Eva Brevalon", GROUP)
        second = self.act("register", "Fay Brevalon", GROUP, code=1)
        self.assertEqual(second.breaches()["une-par-groupe"]["article"], "2.3")
        self.assertEqual(self.obstacle("decide", second.number, "--accept"), "against-the-rules")
        self.act("decide", second.number, "--accept", "--because", "Deux services suivent ce sujet.")
        self.assertEqual(self.state_of(second.number), "accepted")

    def test_A9_a_pair_shares_one_seat(self):
        pair = self.accepted("Sam Ouvrain", GROUP, "--with", "Tom Ouvrain")
        self.assertEqual(self.members(COUNT), {mail("Sam Ouvrain"), mail("Tom Ouvrain")})
        third = self.act("register", "Uma Ouvrain", "group:prospective", code=1)
        self.assertEqual(third.breaches()["cotisations"]["counted"], 1)
        self.act("withdraw", pair, "--because", "Fin.")
        self.assertEqual(self.members(COUNT), set())

    def test_A9_a_colleague_joins_the_seat_later(self):
        number = self.accepted("Sam Ouvrain", GROUP)
        done = self.act("pair", number, "Tom Ouvrain", "--because", "Ils viennent à tour de rôle.")
        self.assertEqual(done.data["effects"][0]["partner"], self.story_id("Tom Ouvrain"))
        self.assertIn(mail("Tom Ouvrain"), self.readers(COUNT))

    def test_A9_a_substitute_gets_the_convocation_of_one_meeting(self):
        self.accepted("Sam Ouvrain", GROUP)
        done = self.act("substitute", "meeting:mh61mitfx3", "Sam Ouvrain", "Tom Ouvrain")
        self.assertIn("à Tom Ouvrain : la convocation de cette seule rencontre", done.text)
        self.act("answer", "Tom Ouvrain", "meeting:mh61mitfx3", "--present")
        self.assertEqual(self.obstacle("answer", "Sam Ouvrain", "meeting:mh61mitfx3", "--present"), "not-expected")
        self.assertNotIn(mail("Tom Ouvrain"), self.readers(COUNT))
        self.assertEqual(self.obstacle("substitute", "meeting:mh61mitfx3", "Eva Brevalon", "Uma Ouvrain"), "not-expected")

    def discovery(self, meeting, now="2026-09-15T09:00:00+02:00", code=0):
        asked = self.act("register", "Lou Lormeval", "meeting:" + meeting, now=now, code=code)
        if code == 0:
            self.act("decide", asked.number, "--accept", now=now)
        return asked

    def test_A10_one_may_discover_the_groups_twice_within_a_year_then_the_body_joins(self):
        first = self.discovery("mh61mitfx3")
        self.assertEqual(first.data["effects"][0]["path"], "decouverte")
        self.discovery("atgdrwajn5")
        third = self.discovery("xnp2tbl32x", code=1)
        self.assertEqual(third.breaches()["decouvertes"]["article"], "2.4")
        self.assertIn("adhesions@grand-livre.example", third.text)
        self.assertEqual(self.members(COUNT), set())

    def test_A10_the_second_visit_is_within_a_year_of_the_first(self):
        self.discovery("mh61mitfx3")
        late = self.act("register", "Lou Lormeval", "meeting:gegi54b8zb", now="2027-10-01T09:00:00+02:00", code=1)
        self.assertIn("decouvertes", late.breaches())

    def test_A11_access_and_convocations_follow_from_membership(self):
        number = self.act("register", "Ada Halen", GROUP).number
        done = self.act("decide", number, "--accept")
        self.assertEqual({(it["audience"], it["begins"]) for it in done.data["access"]},
                         {(COUNT, True), ("finances-locales", True)})
        self.assertIn("à Ada Halen : l’inscription est acceptée", done.text)
        self.assertEqual(self.members(COUNT), {mail("Ada Halen")})
        self.assertIn(mail("Ada Halen"), self.readers("finances-locales"))
        left = self.act("withdraw", number, "--because", "Autre poste.")
        self.assertIn("Ada Halen ne lit plus « finances-locales.fiscalite »", left.text)
        self.assertEqual(self.members(COUNT), set())
        self.assertNotIn(mail("Ada Halen"), self.readers("finances-locales"))

    def test_A11_lunches_are_counted_for_the_coordinator(self):
        for name in ("Ada Halen", "Bea Halen", "Cléo Halen"):
            self.accepted(name, GROUP)
        self.act("answer", "Ada Halen", "meeting:mh61mitfx3", "--present", "--lunch")
        self.act("answer", "Bea Halen", "meeting:mh61mitfx3", "--present", "--no-lunch")
        done = self.act("answer", "Cléo Halen", "meeting:mh61mitfx3", "--present", "--lunch")
        self.assertEqual((done.remark("coming")["number"], done.remark("lunches")["number"]), (3, 2))
        changed = self.act("answer", "Cléo Halen", "meeting:mh61mitfx3", "--absent")
        self.assertEqual((changed.remark("coming")["number"], changed.remark("lunches")["number"]), (2, 1))
        self.assertEqual(self.obstacle("answer", "Dan Halen", "meeting:mh61mitfx3", "--present"), "not-expected")
        self.assertEqual(self.obstacle("answer", "Ada Halen", "meeting:mewalnmrf8", "--present"), "past")

    def test_A12_she_and_her_employer_undertake_to_take_part(self):
        number = self.act("register", "Ada Halen", GROUP, "--state", "buts").number
        row = self.listing(GROUP)["registrations"][0]
        self.assertEqual(next(it["of"] for it in row["missing"] if it["need"] == "statements"), ["temps"])
        self.act("state", number, "temps")
        self.assertEqual([it["need"] for it in self.listing(GROUP)["registrations"][0]["missing"]], ["decision"])
        self.assertEqual(self.obstacle("state", number, "autre"), "unknown-statement")

    def test_A12_three_absences_in_a_row_are_told_with_the_article(self):
        number = self.accepted("Ada Halen", GROUP, now="2026-03-02T09:00:00+01:00")
        self.accepted("Bea Halen", GROUP, now="2026-03-02T09:00:00+01:00")
        for meeting, now in (("v37s3yvndk", "2026-04-15T09:00:00+02:00"), ("mewalnmrf8", "2026-07-01T09:00:00+02:00")):
            done = self.act("attend", "meeting:" + meeting, "Bea Halen", "--absent", "Ada Halen", now=now)
            self.assertFalse([it for it in done.data["remarks"] if it["code"] == "absences"])
        self.act("answer", "Ada Halen", "meeting:mh61mitfx3", "--absent")
        self.assertEqual(self.obstacle("attend", "meeting:mh61mitfx3", "Bea Halen"), "not-yet")
        last = self.act("attend", "meeting:mh61mitfx3", "Bea Halen", "--absent", "Ada Halen", now="2026-09-23T09:00:00+02:00")
        self.assertEqual(last.remark("absences")["number"], 3)
        self.assertIn("Ada Halen a manqué 3 réunions de suite (article 4.2 de la Charte des groupes de travail)", last.text)
        absent = self.listing("--network", "finances-locales", "--absent", now="2026-09-23T10:00:00+02:00")
        self.assertEqual([it["registration"] for it in absent["registrations"]], [number])
        self.assertIn("avait prévenu de son absence", self.story("Ada Halen", now="2026-09-23T10:00:00+02:00"))

    def test_A13_an_exclusion_ends_access_at_once_and_is_recorded(self):
        self.accepted("Ada Halen", GROUP)
        self.accepted("Ada Halen", "group:prospective")
        waiting = self.act("register", "Ada Halen", "group:dette-tresorerie").number
        done = self.act("exclude", "Ada Halen", "--network", "finances-locales", "--because", "A transmis un compte rendu.")
        self.assertEqual({it["state"] for it in done.data["effects"]}, {"excluded"})
        for audience in (COUNT, "finances-locales.prospective", "finances-locales"):
            self.assertNotIn(mail("Ada Halen"), self.readers(audience))
        self.assertEqual(self.state_of(waiting), "excluded")
        self.assertIn("A transmis un compte rendu.", self.story("Ada Halen"))
        self.assertEqual(self.obstacle("register", "Ada Halen", GROUP), "excluded")
        self.assertEqual(self.obstacle("exclude", "Ada Halen", "--network", "finances-locales", "--because", "Encore."),
                         "already-excluded")

    def test_A14_a_request_waits_with_its_verdict_and_an_override_says_why(self):
        self.accepted("Sam Ouvrain", GROUP)
        asked = self.act("register", "Tom Ouvrain", GROUP, code=1)
        self.assertEqual(asked.state, "requested")
        self.assertIn("à Tom Ouvrain : la demande est reçue", asked.text)
        self.assertEqual(self.obstacle("decide", asked.number, "--accept"), "against-the-rules")
        done = self.act("decide", asked.number, "--accept", "--because", "La commune cotise de nouveau en octobre.")
        self.assertEqual(done.state, "accepted")
        self.assertTrue(done.breaches()["cotisations"]["overridden"])
        story = self.story("Tom Ouvrain")
        self.assertIn("la coordination passe outre « cotisations » (article 2.1 de la Charte des groupes de travail)", story)
        self.assertIn("La commune cotise de nouveau en octobre.", story)
        self.assertEqual(self.obstacle("decide", asked.number, "--accept"), "already-decided")

    def test_A14_a_refusal_is_told_with_its_reason(self):
        asked = self.act("register", "Tom Ouvrain", GROUP)
        done = self.act("decide", asked.number, "--refuse", "--because", "Le groupe achève son guide.")
        self.assertEqual(done.state, "refused")
        self.assertIn("à Tom Ouvrain : la demande est refusée", done.text)
        self.assertIn("Le groupe achève son guide.", self.story("Tom Ouvrain"))

    def story_id(self, name):
        return json.loads(self.portal.run("--format", "json", "explain", mail(name)).out)["person"]


if __name__ == "__main__":
    unittest.main()
