"""Rows C5, C6, C10, C11 at the command line: pairs of an institution, guests for a season, seats that stay."""
import unittest

from tests.support.desk import Desk, mail

CLUB = "network:club-passerelles"
SEASON = "group:domicile-rural-2026"  # from February to October 2026
MEETING = "meeting:k184fw31yl"  # of the club, 6 October 2026


class ClubPasserelles(Desk):
    network = "club-passerelles"
    organisers = {"Fanny Facilitation", "Rémi Référent"}
    people = [
        ("Fanny Facilitation", "secretariat-general", "facilitation"),
        ("Rémi Référent", "ars-monts-ouvrain", "referent", "domicile-rural-2026"),
        ("Zoé Autonomie", "direction-autonomie"), ("Élie Autonomie", "direction-autonomie"), ("Eve Autonomie", "direction-autonomie"),
        ("Abel Enfance", "direction-enfance"), ("Zénon Enfance", "direction-enfance"),
        ("Gus Toit", "federation-toit-et-route"), ("Hue Toit", "federation-toit-et-route"),
    ]

    def club_pair(self, one="Zoé Autonomie", other="Élie Autonomie"):
        return self.accepted(one, CLUB, "--with", other)

    def test_C5_a_pair_is_one_membership_and_each_is_told_when_the_other_declines(self):
        number = self.club_pair()
        self.assertEqual(self.listing(CLUB)["seats"]["taken"], 1)
        self.assertLessEqual({mail("Zoé Autonomie"), mail("Élie Autonomie")}, self.readers("club-passerelles"))
        second = self.act("register", "Eve Autonomie", CLUB, code=1)
        self.assertEqual(second.breaches()["un-binome"]["article"], "2.2")
        declined = self.act("answer", "Zoé Autonomie", MEETING, "--absent")
        self.assertIn("à Élie Autonomie : l’autre personne du binôme ne vient pas, sa présence est attendue", declined.text)
        empty = self.act("answer", "Élie Autonomie", MEETING, "--absent")
        self.assertEqual(empty.remark("pair-empty")["number"], number)

    def test_C5_somebody_alone_is_accepted_with_a_warning(self):
        done = self.act("register", "Zoé Autonomie", CLUB)
        self.assertEqual([it["rule"] for it in done.data["verdicts"] if it["result"] == "warning"], ["a-deux"])
        self.assertIn("article 2.2 de la Charte du Club Passerelles", done.text)

    def test_C6_members_and_guests_are_committed_for_the_season(self):
        self.club_pair()
        member = self.act("register", "Zoé Autonomie", SEASON, "--state", "saison")
        self.assertEqual((member.data["effects"][0]["path"], member.state), ("groupe", "accepted"))
        guest = self.act("register", "Gus Toit", SEASON, "--state", "saison")
        self.assertEqual(guest.data["effects"][0]["path"], "invite-saison")
        self.act("decide", guest.number, "--accept")
        self.assertEqual(self.members("club-passerelles.domicile-rural-2026"), {mail("Zoé Autonomie")})
        self.assertEqual(self.obstacle("withdraw", guest.number), "reason-needed")
        self.assertEqual(self.obstacle("withdraw", guest.number, "--because", "Muté."), "substitute-needed")
        kept = self.act("withdraw", guest.number, "--because", "Muté.", "--substitute", "Hue Toit")
        self.assertEqual((kept.number, kept.state), (guest.number, "accepted"))
        self.act("answer", "Hue Toit", "meeting:t27hpi23x4", "--present")
        ended = self.act("apply", now="2026-11-01T09:00:00+01:00")
        self.assertEqual({it["registration"]: it["state"] for it in ended.data["settled"]},
                         {member.number: "ended", guest.number: "ended"})
        self.assertEqual(self.members("club-passerelles.domicile-rural-2026"), set())

    def test_C6_a_guest_comes_once(self):
        guest = self.act("register", "Gus Toit", "meeting:t27hpi23x4")
        self.assertEqual(guest.data["effects"][0]["path"], "invite-seance")
        self.act("decide", guest.number, "--accept")
        came = self.act("attend", "meeting:t27hpi23x4", "Gus Toit", now="2026-09-23T09:00:00+02:00")
        self.assertEqual(came.state, "attended")
        self.assertFalse((self.portal.folder / ".cenacle/access/club-passerelles").read_text().count(mail("Gus Toit")))

    def test_C10_people_are_listed_in_alphabetical_order_without_rank(self):
        self.club_pair()
        self.accepted("Zénon Enfance", CLUB, "--with", "Abel Enfance")
        for name in ("Zoé Autonomie", "Élie Autonomie", "Zénon Enfance", "Abel Enfance"):
            self.act("register", name, SEASON, "--state", "saison")
        self.assertEqual([it["who"] for it in self.listing(SEASON)["registrations"]],
                         ["Abel Enfance", "Élie Autonomie", "Zénon Enfance", "Zoé Autonomie"])

    def test_C11_the_seat_belongs_to_the_institution_that_names_another(self):
        number = self.accepted("Zoé Autonomie", CLUB)
        left = self.act("depart", "Zoé Autonomie")
        self.assertEqual((left.number, left.state, left.data["effects"][0]["person"]), (number, "accepted", ""))
        self.assertIn("place vacante", left.text)
        self.assertNotIn(mail("Zoé Autonomie"), self.readers("club-passerelles"))
        self.assertEqual(self.obstacle("name", number, "Abel Enfance"), "other-body")
        named = self.act("name", number, "Eve Autonomie")
        self.assertEqual(named.number, number)
        self.assertIn(mail("Eve Autonomie"), self.readers("club-passerelles"))
        self.assertIn("Eve Autonomie", self.portal.run("registrations", CLUB).out)

    def test_C11_a_person_takes_part_in_the_name_of_a_member_institution(self):
        outside = self.act("register", "Gus Toit", CLUB, code=1)
        self.assertEqual(outside.breaches()["institution-membre"]["article"], "2.1")


if __name__ == "__main__":
    unittest.main()
