"""Rows B2 to B8 at the command line: counted seats, a waiting list with offers that expire, conditions, quotes."""
import unittest

from tests.support.desk import Desk, mail

WORKSHOP = "workshop:equipe-volante"
SERIES = "workshop:codev-responsables-rh"
PROFILES = ["Élus", "Responsables RH", "Directions générales"]


def day(number, hour=9):
    return f"2026-09-{number:02}T{hour:02}:00:00+02:00"


class AteliersDuVal(Desk):
    network = "ateliers-du-val"
    people = [("Cora Coordination", "cdg", "coordination"),
              *((f"Ana{number} Villesarve", "villesarve", "", "", PROFILES[number % 3]) for number in range(18)),
              ("Zoé Habitante", "", "", "", "Habitants")]

    def fill(self, what, seats, now=day(15)):
        return [self.act("register", f"Ana{number} Villesarve", what, now=now).number for number in range(seats)]

    def test_B2_the_organiser_sees_the_mix_and_is_warned_when_one_profile_fills_the_room(self):
        elected = [f"Ana{number} Villesarve" for number in range(0, 18, 3)]
        others = [f"Ana{number} Villesarve" for number in range(1, 18, 3)]
        with self.subTest("half of fifteen seats"):
            for name in elected:
                self.act("register", name, WORKSHOP)
            self.assertEqual(self.listing(WORKSHOP)["profiles"], {"Élus": 6})
        with self.subTest("a citizen has no body"):
            done = self.act("register", "Zoé Habitante", WORKSHOP, "--state", "volontaire")
            self.assertEqual((done.data["effects"][0]["path"], done.state), ("habitant", "accepted"))
        for name in others:
            self.act("register", name, WORKSHOP)
        self.assertEqual(self.listing(WORKSHOP)["profiles"], {"Élus": 6, "Habitants": 1, "Responsables RH": 6})

    def test_B3_fifteen_seats_then_the_waiting_list_in_order_of_arrival(self):
        numbers = self.fill(WORKSHOP, 15)
        self.assertEqual(self.listing(WORKSHOP)["seats"], {"limit": 15, "taken": 15, "waiting": 0})
        first = self.act("register", "Ana15 Villesarve", WORKSHOP)
        second = self.act("register", "Ana16 Villesarve", WORKSHOP)
        self.assertEqual([(it.state, it.data["effects"][0]["rank"]) for it in (first, second)], [("waiting", 1), ("waiting", 2)])
        self.assertIn("article 2.2 de la Charte des ateliers inter-collectivités", first.text)
        self.assertIn("est sur la liste d’attente", first.text)
        left = self.act("withdraw", numbers[0], "--because", "Empêchée.", now=day(16))
        promoted = next(it for it in left.data["effects"] if it["registration"] == first.number)
        self.assertEqual((promoted["before"], promoted["state"]), ("waiting", "offered"))
        self.assertIn("Ana15 Villesarve, atelier", left.text)
        self.assertIn("à Ana15 Villesarve : une place est gardée jusqu’au 20 septembre 2026", left.text)
        expired = self.act("apply", now=day(22))
        self.assertEqual([(it["registration"], it["state"]) for it in expired.data["settled"]],
                         [(first.number, "expired"), (second.number, "offered")])
        again = self.act("apply", now=day(22))
        self.assertEqual(again.data["settled"], [])
        taken = self.act("offer", second.number, "--accept", now=day(22))
        self.assertEqual(taken.state, "requested")
        self.assertEqual(self.listing(WORKSHOP, now=day(22))["seats"]["taken"], 15)
        self.assertEqual(self.obstacle("offer", first.number, "--accept", now=day(22)), "already-over")

    def test_B3_a_declined_offer_passes_on_and_a_substitute_keeps_the_place(self):
        numbers = self.fill(WORKSHOP, 15)
        first, second = (self.act("register", f"Ana{n} Villesarve", WORKSHOP).number for n in (15, 16))
        self.act("withdraw", numbers[0], "--because", "Empêchée.")
        passed = self.act("offer", first, "--decline")
        self.assertEqual({it["registration"]: it["state"] for it in passed.data["effects"]}, {first: "withdrawn", second: "offered"})
        kept = self.act("withdraw", numbers[1], "--substitute", "Ana17 Villesarve", "--because", "Une collègue vient.")
        self.assertEqual(len(self.listing(WORKSHOP)["registrations"]), 15)
        self.assertEqual(kept.data["effects"][0]["registration"], numbers[1])

    def test_B5_the_conditions_are_a_checklist(self):
        number = self.act("register", "Ana0 Villesarve", WORKSHOP, "--state", "volontaire").number
        missing = {it["need"]: it["of"] for it in self.listing(WORKSHOP)["registrations"][0]["missing"]}
        self.assertEqual(missing["statements"], ["cadre", "confiance", "partage"])
        for statement in ("cadre", "confiance"):
            self.act("state", number, statement)
        done = self.portal.run("registrations", WORKSHOP, now=day(15))
        self.assertIn("partage", done.out)
        self.assertEqual(self.obstacle("state", number, "cadre"), "already-stated")

    def test_B6_a_series_has_eight_seats_and_one_registers_for_all_of_it(self):
        self.fill(SERIES, 8)
        ninth = self.act("register", "Ana8 Villesarve", SERIES)
        self.assertEqual((ninth.data["effects"][0]["path"], ninth.state), ("codeveloppement", "waiting"))
        self.assertIn("article 5.1", ninth.text)

    def test_B8_from_the_request_to_the_workshop_or_out_of_it(self):
        asked = self.act("register", "Ana0 Villesarve", WORKSHOP, *(
            word for id in ("volontaire", "cadre", "confiance", "partage") for word in ("--state", id)))
        self.assertEqual((asked.state, asked.data["effects"][0]["holds"]), ("requested", True))
        states = [self.act(*words).state for words in (
            ("quote", asked.number), ("agree", asked.number), ("convene", asked.number))]
        self.assertEqual(states, ["quoted", "accepted", "convened"])
        self.assertIn(mail("Ana0 Villesarve"), self.readers("ateliers-du-val.equipe-volante"))
        came = self.act("attend", "meeting:91buxxs4ua", "Ana0 Villesarve", now="2026-10-09T09:00:00+02:00")
        self.assertEqual(came.state, "attended")
        refused = self.act("decide", self.act("register", "Ana1 Villesarve", WORKSHOP).number, "--refuse", "--because", "Hors sujet.")
        withdrawn = self.act("withdraw", self.act("register", "Ana2 Villesarve", WORKSHOP).number)
        self.assertEqual((refused.state, withdrawn.state), ("refused", "withdrawn"))


if __name__ == "__main__":
    unittest.main()
