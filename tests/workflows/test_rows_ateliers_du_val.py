"""Rows B2 to B9 over months: each state is told to whom it concerns, a seat that nobody takes passes on, and what was tried is asked."""
import unittest

from tests.support.desk import mail
from tests.support.post import Post

WORKSHOP = "workshop:equipe-volante"  # meets on 8 October and 19 November 2026
ALL = [word for id in ("volontaire", "cadre", "confiance", "partage") for word in ("--state", id)]
ORGANISERS = "animation-ateliers@cdg-sarvelle.example"


def day(number, hour=9, minute=0, month="09"):
    return f"2026-{month}-{number:02}T{hour:02}:{minute:02}:00+02:00"


class AteliersDuVal(Post):
    network = "ateliers-du-val"
    people = [("Cora Coordination", "cdg", "coordination"),
              *((f"Ana{number} Villesarve", "villesarve", "", "", "Responsables RH") for number in range(17)),
              *((f"Elue{number} Villesarve", "villesarve", "", "", "Élus") for number in range(15))]

    def subjects(self, letters, to):
        return sorted(it.subject.split(" : ")[0].split(" VAL")[0] for it in letters if it.to == to)

    def test_B8_each_state_is_told(self):
        number = self.asked("Ana0 Villesarve", WORKSHOP, *ALL, now=day(14))
        asked = self.leaves(day(14, minute=5))
        self.assertEqual(self.subjects(asked, mail("Ana0 Villesarve")), ["Demande reçue"])
        self.assertEqual(self.subjects(asked, mail("Cora Coordination")), ["À décider"])
        self.do("quote", number, now=day(15))
        quote = self.only(self.leaves(day(15, minute=5)))
        self.assertEqual((quote.to, quote.subject.split()[0]), (mail("Ana0 Villesarve"), "Devis"))
        self.assertIn("576,00 €", quote.text)
        self.do("agree", number, now=day(16))
        accepted = self.only(self.leaves(day(16, minute=5), "Bienvenue : "))
        self.assertEqual((accepted.to, accepted.subject.split(" : ")[0]), (mail("Ana0 Villesarve"), "Bienvenue"))
        convened = self.only(self.leaves(day(17), "Convocation"))
        self.assertEqual((convened.to, convened.method, convened.sequence), (mail("Ana0 Villesarve"), "REQUEST", 0))
        self.assertTrue(convened.uid.startswith("91buxxs4ua"), convened.uid)
        self.assertEqual(self.state_of(number, now=day(17)), "convened")

    def test_B8_a_refusal_and_a_withdrawal_are_told(self):
        refused = self.asked("Ana0 Villesarve", WORKSHOP, now=day(14))
        withdrawn = self.asked("Ana1 Villesarve", WORKSHOP, now=day(14))
        self.leaves(day(14, minute=5))
        self.do("decide", refused, "--refuse", "--because", "Hors sujet.", now=day(15))
        self.do("withdraw", withdrawn, "--because", "Empêchée.", now=day(15))
        letters = {it.to: it for it in self.leaves(day(15, minute=5))}
        self.assertEqual({to: it.subject.split(" : ")[0] for to, it in letters.items()},
                         {mail("Ana0 Villesarve"): "Votre demande", mail("Ana1 Villesarve"): "Retrait noté"})
        self.assertIn("Hors sujet.", letters[mail("Ana0 Villesarve")].text)

    def test_B3_a_seat_is_offered_in_order_of_arrival_and_passes_on_when_its_time_is_over(self):
        numbers = [self.asked(f"Ana{number} Villesarve", WORKSHOP, now=day(14)) for number in range(17)]
        waiting = self.told(day(14, minute=5), "Liste d’attente : ")
        self.assertEqual(waiting, self.to("Ana15 Villesarve", "Ana16 Villesarve"))
        self.do("withdraw", numbers[0], "--because", "Empêchée.", now=day(16))
        offered = self.only(self.leaves(day(16, minute=5), "Une place pour vous : "))
        self.assertEqual(offered.to, mail("Ana15 Villesarve"))
        self.assertIn("20 septembre", offered.text)
        letters = [it for it in self.leaves(day(22)) if it.subject.split(" : ")[0] in ("Délai passé", "Une place pour vous")]
        self.assertEqual({it.to: it.subject.split(" : ")[0] for it in letters},
                         {mail("Ana15 Villesarve"): "Délai passé", mail("Ana16 Villesarve"): "Une place pour vous"})
        self.do("offer", numbers[16], "--accept", now=day(23))
        self.assertEqual([it.subject for it in self.leaves(day(30)) if it.to == mail("Ana15 Villesarve")], [], "she is out of it")

    def test_B5_the_checklist_is_sent_as_long_as_something_is_missing(self):
        number = self.asked("Ana0 Villesarve", WORKSHOP, "--state", "volontaire", now=day(1, 13))
        self.leaves(day(1, 14))
        first = self.only(self.leaves(day(8), "Il manque encore : "))
        self.assertIn("Les élus ou la direction posent un cadre avant la séance", first.text)
        self.assertNotIn("Je viens parce que je le souhaite", first.text.split("Ce à quoi l’on s’engage")[0])
        for statement in ("cadre", "confiance", "partage"):
            self.do("state", number, statement, now=day(10))
        self.assertEqual([it.text for it in self.leaves(day(15), "Il manque encore : ") if "cadre" in it.text], [])

    def test_B2_the_organisers_learn_that_one_profile_fills_the_room(self):
        for number in range(6):
            self.asked(f"Elue{number} Villesarve", WORKSHOP, now=day(14))
        self.assertEqual(self.told(day(14, minute=5), "Qui s’inscrit : "), [])
        for number in range(6, 13):
            self.asked(f"Elue{number} Villesarve", WORKSHOP, now=day(15))
        self.assertEqual(self.told(day(15, minute=5), "Qui s’inscrit : "), [ORGANISERS])

    def test_B9_six_months_later_those_who_came_are_asked_what_they_tried(self):
        numbers = [self.asked(name, WORKSHOP, *ALL, now=day(14)) for name in ("Ana0 Villesarve", "Ana1 Villesarve")]
        for number in numbers:
            self.do("quote", number, now=day(15))
            self.do("agree", number, now=day(16))
        self.leaves(day(17))
        self.do("withdraw", numbers[1], "--because", "Empêchée.", now=day(20))
        for meeting, when in (("91buxxs4ua", "2026-10-09T09:00:00+02:00"), ("mokp8x2jr0", "2026-11-20T09:00:00+01:00")):
            self.do("attend", "meeting:" + meeting, "Ana0 Villesarve", now=when)
        self.assertEqual(self.told("2027-05-18T09:00:00+02:00", "Et depuis"), [])
        self.assertEqual(self.told("2027-05-19T17:00:00+02:00", "Et depuis"), self.to("Ana0 Villesarve"))
        self.assertEqual(self.told("2027-06-19T17:00:00+02:00", "Et depuis"), [])


if __name__ == "__main__":
    unittest.main()
