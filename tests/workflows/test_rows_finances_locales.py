"""Rows A3 to A14 over months: who is convened, reminded, told of a change or of a cancellation, and who is not."""
import unittest

from tests.support.desk import mail
from tests.support.post import Post

GROUP = "group:fiscalite"
FILE = "content/finances-locales/meetings/2026-12-01-fiscalite.md"  # Tuesday 1 December, 10:00
MEETING = "meeting:tup7igop65"
TITLE = "Occupation des logements : fiabiliser avant les rôles"
CONVENED = "2026-11-10T09:00:00+01:00"  # three weeks before
REMINDED = "2026-11-24T09:00:00+01:00"  # five working days before
SUMMED = "2026-11-27T14:00:00+01:00"  # two working days before


class FinancesLocales(Post):
    network = "finances-locales"
    imported = "2026-01-05T09:00:00+01:00"
    people = [
        ("Cora Coordination", "grand-livre", "coordination"),
        ("Paul Pilote", "grand-livre", "pilote", "fiscalite"),
        ("Ada Halen", "port-halen"), ("Bea Halen", "port-halen"), ("Cléo Halen", "port-halen"),
        ("Sam Ouvrain", "saint-ouvrain"), ("Tom Ouvrain", "saint-ouvrain"),
        ("Eva Brevalon", "brevalon"), ("Gil Brevalon", "brevalon", "employeur"),
        ("Triss Conseil", "triplan-conseil"),
    ]

    @classmethod
    def begin(cls):
        for name in ("Ada Halen", "Bea Halen"):
            cls.taken(name, GROUP, "--state", "buts", "--state", "temps", now="2026-10-01T09:00:00+02:00")
        cls.do("apply", now="2026-10-20T09:00:00+02:00")

    def convened(self, now=CONVENED):
        return [it for it in self.leaves(now, "Convocation : ") if TITLE in it.subject]

    def moved(self):
        self.portal.set(FILE, start="2026-12-02T10:00:00", end="2026-12-02T16:00:00")

    def test_A5_members_are_convened_three_weeks_before_and_nobody_else(self):
        self.taken("Cléo Halen", GROUP, now="2026-10-21T09:00:00+02:00")
        self.taken("Eva Brevalon", GROUP, now="2026-10-21T09:00:00+02:00")
        self.taken("Sam Ouvrain", "group:prospective", now="2026-10-21T09:00:00+02:00")
        self.do("depart", "Cléo Halen", now="2026-10-28T09:00:00+01:00")
        self.do("exclude", "Eva Brevalon", "--network", self.network, "--because", "Divulgation.", now="2026-10-28T09:00:00+01:00")
        self.leaves("2026-11-09T09:00:00+01:00")
        self.assertEqual(self.convened("2026-11-10T08:59:00+01:00"), [])
        letters = self.convened()
        self.assertEqual(sorted(it.to for it in letters), self.to("Ada Halen", "Bea Halen"))
        self.assertEqual({(it.method, it.sequence) for it in letters}, {("REQUEST", 0)})
        self.assertEqual(len({it.uid for it in letters}), 1)
        for it in letters:
            self.assertTrue(it.uid.startswith("tup7igop65"), it.uid)
            self.assertIn("ATTENDEE", it.calendar)
            self.assertEqual(it.calendar.count("mailto:" + it.to), 1, "each is the attendee of her own invitation")
            self.assertIn("Mairie de Villorne", it.text)
        self.assertEqual(self.convened("2026-11-11T09:00:00+01:00"), [])

    def test_A5_whoever_is_accepted_after_the_convocation_gets_it_at_once(self):
        self.convened()
        self.taken("Cléo Halen", GROUP, now="2026-11-12T15:00:00+01:00")
        late = self.only(self.convened("2026-11-12T15:01:00+01:00"))
        self.assertEqual((late.to, late.method), (mail("Cléo Halen"), "REQUEST"))

    def test_A6_the_conference_link_is_in_the_mail_and_in_the_calendar(self):
        self.portal.set(FILE, online='"https://visio.grand-livre.example/occupation"')
        for it in self.convened():
            self.assertIn("https://visio.grand-livre.example/occupation", it.text)
            self.assertIn("https://visio.grand-livre.example/occupation", it.calendar)

    def test_A11_a_meeting_that_is_moved_is_updated_in_the_same_entry(self):
        first = self.convened()
        self.moved()
        changed = self.leaves("2026-11-13T09:00:00+01:00", "Changement : ")
        self.assertEqual([it.to for it in changed], [it.to for it in first])
        for before, after in zip(first, changed):
            self.assertEqual((after.method, after.uid), ("REQUEST", before.uid))
            self.assertGreater(after.sequence, before.sequence)
            self.assertIn("20261202T100000", after.calendar)
            self.assertIn("2 décembre", after.text)
        # Her who comes after the change is convened to the new day, not told of a change.
        self.taken("Cléo Halen", GROUP, now="2026-11-16T09:00:00+01:00")
        late = self.only([it for it in self.leaves("2026-11-16T10:00:00+01:00") if it.method])
        self.assertTrue(late.subject.startswith("Convocation"), late.subject)
        self.assertEqual(late.invitation, ("REQUEST", changed[0].uid, changed[0].sequence))

    def test_A11_a_title_that_is_corrected_disturbs_nobody(self):
        self.convened()
        self.portal.replace(FILE, "fiabiliser avant les rôles", "fiabiliser avant l’émission des rôles")
        self.assertEqual([it for it in self.leaves("2026-11-13T09:00:00+01:00") if it.method], [])

    def cancelled(self, change):
        first = self.convened()
        change()
        self.taken("Cléo Halen", GROUP, now="2026-11-13T08:00:00+01:00")
        letters = [it for it in self.leaves("2026-11-13T09:00:00+01:00") if it.method]
        self.assertEqual(sorted(it.to for it in letters), self.to("Ada Halen", "Bea Halen"), "only those who were invited")
        for it in letters:
            self.assertTrue(it.subject.startswith("Annulation : "), it.subject)
            self.assertEqual((it.method, it.uid), ("CANCEL", first[0].uid))
            self.assertGreater(it.sequence, first[0].sequence)
        self.assertEqual([it for it in self.leaves(REMINDED) if TITLE in it.subject], [])

    def test_A11_a_cancelled_meeting_leaves_the_calendars_of_those_who_were_invited(self):
        self.cancelled(lambda: self.portal.set(FILE, status='"cancelled"'))

    def test_A11_a_deleted_meeting_leaves_the_calendars_of_those_who_were_invited(self):
        self.cancelled(lambda: self.portal.delete(FILE))

    def test_A11_a_meeting_cancelled_before_anybody_was_invited_is_told_to_nobody(self):
        self.portal.set(FILE, status='"cancelled"')
        for day in ("2026-11-06T09:00:00+01:00", CONVENED, REMINDED):
            self.assertEqual([it for it in self.leaves(day) if TITLE in it.subject], [])

    def test_A12_only_those_who_have_not_answered_are_reminded(self):
        self.taken("Cléo Halen", GROUP, now="2026-10-21T09:00:00+02:00")
        self.convened()
        self.do("answer", "Ada Halen", MEETING, "--present", now="2026-11-12T09:00:00+01:00")
        self.do("answer", "Cléo Halen", MEETING, "--absent", now="2026-11-12T09:00:00+01:00")
        self.assertEqual(self.told("2026-11-24T08:59:00+01:00", "Votre réponse pour le mardi 1er décembre"), [])
        self.assertEqual(self.told(REMINDED, "Votre réponse pour le mardi 1er décembre"), self.to("Bea Halen"))
        self.assertEqual(self.told("2026-11-25T09:00:00+01:00", "Votre réponse pour le mardi 1er décembre"), [])

    def test_A11_the_organiser_and_the_pilot_know_who_comes_and_how_many_have_lunch(self):
        self.convened()
        self.do("answer", "Ada Halen", MEETING, "--present", "--lunch", now="2026-11-12T09:00:00+01:00")
        self.do("answer", "Bea Halen", MEETING, "--absent", now="2026-11-12T09:00:00+01:00")
        letters = [it for it in self.leaves(SUMMED, "Réponses : ") if TITLE in it.subject]
        self.assertEqual(sorted(it.to for it in letters), self.to("Cora Coordination", "Paul Pilote"))
        for it in letters:
            self.assertIn("Ada Halen", it.text)
            self.assertIn("Bea Halen", it.text)
            self.assertRegex(it.text, r"(?i)déjeuner.*\b1\b|\b1\b.*déjeun")

    def test_A9_a_substitute_is_convened_to_that_meeting_alone(self):
        self.convened()
        self.do("substitute", MEETING, "Ada Halen", "Cléo Halen", now="2026-11-16T09:00:00+01:00")
        letters = [it for it in self.leaves("2026-11-16T10:00:00+01:00") if it.method]
        by = {it.to: it for it in letters}
        self.assertEqual((by[mail("Cléo Halen")].method, by[mail("Cléo Halen")].subject.split(" : ")[0]), ("REQUEST", "Vous remplacez Ada Halen"))
        self.assertEqual({name: it.method for name, it in by.items()}, {mail("Cléo Halen"): "REQUEST", mail("Ada Halen"): "CANCEL"})
        self.assertEqual(sorted(it.to for it in self.leaves("2027-01-19T09:00:00+01:00", "Convocation") if "9 février" in it.subject),
                         self.to("Ada Halen", "Bea Halen"))

    def test_A9_both_of_a_pair_are_convened(self):
        self.taken("Sam Ouvrain", GROUP, "--with", "Tom Ouvrain", now="2026-10-21T09:00:00+02:00")
        self.assertEqual(sorted(it.to for it in self.convened()), self.to("Ada Halen", "Bea Halen", "Sam Ouvrain", "Tom Ouvrain"))

    def test_A3_a_guest_gets_the_convocation_of_her_meeting_and_nothing_else(self):
        number = self.taken("Triss Conseil", MEETING, now="2026-10-21T09:00:00+02:00")
        self.do("confirm", number, now="2026-10-22T09:00:00+02:00")
        self.assertIn(mail("Triss Conseil"), {it.to for it in self.convened()})
        after = [it for day in ("2026-12-02T09:00:00+01:00", "2027-01-19T09:00:00+01:00") for it in self.leaves(day)]
        self.assertEqual([it.subject for it in after if it.to == mail("Triss Conseil") and not it.subject.startswith("À signer")], [])

    def test_A12_the_coordinator_is_told_who_missed_several_meetings_in_a_row(self):
        missed = [(MEETING, "2026-12-02"), (self.meeting("2027-02-09"), "2027-02-10"), (self.meeting("2027-04-20"), "2027-04-21")]
        told = []
        for meeting, day in missed:
            self.do("attend", meeting, "Bea Halen", "--absent", "Ada Halen", now=day + "T09:00:00+01:00")
            told.append(self.told(day + "T10:00:00+01:00", "Absences : "))
        self.assertEqual(told, [[], [], self.to("Cora Coordination")])

    def meeting(self, day):
        text = self.portal.read(f"content/finances-locales/meetings/{day}-fiscalite.md")
        return "meeting:" + text.split('id = "')[1].split('"')[0]

    def test_A12_both_undertakings_are_asked_for_as_long_as_they_are_missing(self):
        number = self.taken("Cléo Halen", GROUP, now="2026-11-02T09:00:00+01:00")
        def asked(day):
            return mail("Cléo Halen") in self.told(f"2026-{day}T09:00:00+01:00", "Il manque encore : ")
        self.assertEqual([asked("11-11"), asked("11-12"), asked("11-13")], [False, True, False])
        self.do("state", number, "buts", now="2026-11-16T09:00:00+01:00")
        self.assertEqual([asked("12-01"), asked("12-02")], [False, True])
        self.assertFalse(asked("12-22"), "twice in all")

    def test_A12_who_has_undertaken_is_not_asked(self):
        number = self.taken("Cléo Halen", GROUP, "--state", "buts", "--state", "temps", now="2026-11-02T09:00:00+01:00")
        self.assertTrue(number)
        self.assertNotIn(mail("Cléo Halen"), self.told("2026-11-12T09:00:00+01:00", "Il manque encore : "))

    def test_A13_an_exclusion_is_told_to_her_and_her_employer_and_ends_her_invitations(self):
        self.taken("Eva Brevalon", GROUP, now="2026-10-21T09:00:00+02:00")
        first = {it.to: it for it in self.convened()}
        self.do("exclude", "Eva Brevalon", "--network", self.network, "--because", "Divulgation.", now="2026-11-16T09:00:00+01:00")
        letters = self.leaves("2026-11-16T09:01:00+01:00")
        hers = {it.subject.split(" : ")[0]: it for it in letters if it.to == mail("Eva Brevalon")}
        self.assertEqual(set(hers), {"Fin de votre participation", "Annulation"})
        self.assertEqual((hers["Annulation"].method, hers["Annulation"].uid), ("CANCEL", first[mail("Eva Brevalon")].uid))
        self.assertEqual([it.to for it in letters if it.subject.startswith("Fin d’une participation")], self.to("Gil Brevalon"))
        later = [it for day in (REMINDED, "2026-12-02T09:00:00+01:00", "2027-01-19T09:00:00+01:00") for it in self.leaves(day)]
        self.assertNotIn(mail("Eva Brevalon"), {it.to for it in later})

    def test_A14_the_coordinator_and_the_person_are_told_at_each_step(self):
        self.leaves("2026-11-02T08:00:00+01:00")
        number = self.asked("Cléo Halen", GROUP, now="2026-11-02T09:00:00+01:00")
        letters = self.leaves("2026-11-02T09:05:00+01:00")
        self.assertEqual(sorted((it.to, it.subject.split(" : ")[0]) for it in letters),
                         [(mail("Cléo Halen"), "Demande reçue"), (mail("Cora Coordination"), "À décider")])
        self.do("decide", number, "--refuse", "--because", "Le groupe est complet.", now="2026-11-03T09:00:00+01:00")
        refused = self.only(self.leaves("2026-11-03T09:05:00+01:00"))
        self.assertEqual((refused.to, refused.subject.split(" : ")[0]), (mail("Cléo Halen"), "Votre demande"))
        self.assertIn("Le groupe est complet.", refused.text)

    def test_A14_she_who_leaves_is_told_so_and_taken_out_of_the_meeting(self):
        number = self.taken("Cléo Halen", GROUP, now="2026-11-02T09:00:00+01:00")
        self.convened()
        self.do("withdraw", number, "--because", "Autre poste.", now="2026-11-12T09:00:00+01:00")
        letters = self.leaves("2026-11-12T09:05:00+01:00")
        self.assertEqual(sorted((it.to, it.subject.split(" : ")[0], it.method) for it in letters if it.to != mail("Gil Brevalon")),
                         [(mail("Cléo Halen"), "Annulation", "CANCEL"), (mail("Cléo Halen"), "Retrait noté", ""),
                          (mail("Cora Coordination"), "Retrait noté", "")])


if __name__ == "__main__":
    unittest.main()
