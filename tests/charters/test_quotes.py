"""Rows B7, B8, E3 and E11 at the command line: quotes by the tariff of the year, numbered without a gap, kept as they were."""
import json
import re
import subprocess
import unittest

from tests.support.desk import Desk
from tests.support.portal import ENVIRONMENT, NOW

NETWORK = "content/ateliers-du-val/network.md"
WORKSHOP = "workshop:equipe-volante"  # two days, in October and November 2026
NEXT_YEAR = "workshop:semaine-enfance"  # two days, in January and February 2027
NEW_YEARS_EVE = "2026-12-31T23:30:00+01:00"
NEW_YEAR = "2027-01-01T00:30:00+01:00"


class Quotes(Desk):
    network = "ateliers-du-val"
    people = [("Ana Villesarve", "villesarve", "", "", "Responsables RH"), ("Bea Villesarve", "villesarve", "", "", "Élus"),
              ("Zoe Habitante", "", "", "", "Habitants")]

    def setUp(self):
        super().setUp()
        self.page = self.portal.folder / "devis.html"
        self.page.unlink(missing_ok=True)

    def quoted(self, *words, now=NOW):
        """The reference and the total, in cents, of a quote that is made."""
        done = self.act("quote", *words, now=now)
        lines = [it for it in done.data["remarks"] if it["code"] == "quote"]
        return re.match(r"Devis (\S+) ", lines[0]["sentence"])[1], lines[-1]["number"]

    def again(self, reference, *words, now=NOW):
        done = self.portal.run("--format", "json", "quote", reference, *words, now=now)
        self.assertEqual(done.code, 0, done.err)
        return json.loads(done.out)

    def test_B7_a_registration_is_quoted_for_its_sessions_by_the_tariff_of_their_year(self):
        asked = self.act("register", "Ana Villesarve", WORKSHOP)
        self.assertEqual(self.quoted(asked.number), ("ATELIERS-DU-VAL-2026-0001", 57600))
        self.assertEqual(self.state_of(asked.number), "quoted")
        later = self.act("register", "Ana Villesarve", NEXT_YEAR)
        self.assertEqual(self.quoted(later.number), ("ATELIERS-DU-VAL-2026-0002", 59200))
        [line] = self.again("ATELIERS-DU-VAL-2026-0002")["quote"]["lines"]
        self.assertEqual((line["year"], line["hundredths"], line["unit_cents"]), (2027, 200, 29600))

    def test_B7_an_example_of_the_page_on_registering_is_what_the_program_counts(self):
        page = self.portal.read("content/ateliers-du-val/pages/s-inscrire.md").replace("\u202f", " ").replace("\u00a0", " ")
        self.assertIn("2 × 2 × 296 € = 1 184 €", page)
        self.assertEqual(self.quoted("body:villesarve", "--rate", "journee", "--quantity", "4", "--year", "2027")[1], 118400)

    def test_B7_a_second_quote_and_what_is_not_to_be_paid_are_refused(self):
        asked = self.act("register", "Ana Villesarve", WORKSHOP)
        self.quoted(asked.number)
        self.assertEqual(self.obstacle("quote", asked.number), "already-quoted")
        citizen = self.act("register", "Zoe Habitante", WORKSHOP, "--state", "volontaire")
        self.assertEqual(self.obstacle("quote", citizen.number), "no-rate")
        self.assertEqual(self.obstacle("quote", "body:villesarve", "--rate", "journee", "--quantity", "1", "--year", "2029"), "no-tariff")
        self.assertEqual(self.obstacle("quote", "ATELIERS-DU-VAL-2026-0099"), "unknown-quote")
        for words in (["body:villesarve"], ["body:villesarve", "--rate", "journee"], ["body:villesarve", "--rate", "jour", "--quantity", "1"],
                      ["body:villesarve", "--rate", "journee", "--quantity", "0"]):
            self.assertEqual(self.portal.run("quote", *words).code, 2, words)

    def test_B7_numbers_begin_again_with_the_year_of_the_portal(self):
        order = ("body:villesarve", "--rate", "journee", "--quantity", "1")
        self.assertEqual(self.quoted(*order, now=NEW_YEARS_EVE)[0], "ATELIERS-DU-VAL-2026-0001")
        self.assertEqual(self.quoted(*order, now=NEW_YEARS_EVE)[0], "ATELIERS-DU-VAL-2026-0002")
        self.assertEqual(self.quoted(*order, now=NEW_YEAR)[0], "ATELIERS-DU-VAL-2027-0001")

    def test_B7_twenty_at_once_are_numbered_without_a_gap(self):
        command = self.portal.command("quote", "body:villesarve", "--rate", "journee", "--quantity", "1")
        started = [subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                   for _ in range(20)]
        said = [process.communicate(timeout=300) for process in started]
        self.assertEqual({process.returncode for process in started}, {0}, said)
        numbers = sorted(int(re.search(rb"ATELIERS-DU-VAL-2026-(\d{4})", out)[1]) for out, _ in said)
        self.assertEqual(numbers, list(range(1, 21)))

    def test_B7_the_page_says_what_a_public_body_expects(self):
        asked = self.act("register", "Ana Villesarve", WORKSHOP)
        self.assertEqual(self.portal.run("quote", asked.number, "--page", self.page, "--dry-run").code, 0)
        self.assertFalse(self.page.exists(), "a rehearsal writes no page")
        done = self.portal.run("quote", asked.number, "--page", self.page)
        self.assertEqual(done.code, 0, done.err)
        page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.page.read_text(encoding="utf-8").split("</style>")[1]))
        for expected in ("ATELIERS-DU-VAL-2026-0001", "Centre de gestion du Val-de-Sarvelle", "SIRET", "15 septembre 2026", "15 octobre 2026",
                         "Villesarve", "Journée d’atelier", "288,00\u00a0€", "576,00\u00a0€", "TVA non applicable, article 256 B",
                         "Délibération n° 2025-61", "27 novembre 2025", "Bon pour accord", "Signature et cachet"):
            self.assertIn(expected.replace("\u00a0", " "), page)
        self.assertNotIn("Ana", page)

    def test_B7_a_quote_comes_out_the_same_years_later(self):
        reference, cents = self.quoted("body:villesarve", "--rate", "journee", "--quantity", "2")
        first = self.again(reference, "--page", self.page)
        bytes_then = self.page.read_bytes()
        with self.portal.kept() as portal:
            portal.replace(NETWORK, '"288,00\u00a0€"', '"1,00 €"')
            portal.replace(NETWORK, "Centre de gestion du Val-de-Sarvelle\"\nsiret", "Autre nom\"\nsiret")
            portal.replace(NETWORK, 'title = "Les ateliers du Val"', 'title = "Un autre titre"')
            portal.replace("content/ateliers-du-val/bodies.csv", "villesarve;Ville de Villesarve;", "villesarve;Nouvelle-Sarve;")
            again = self.again(reference, "--page", self.page, now="2031-05-05T09:00:00+02:00")
            self.assertEqual(self.page.read_bytes(), bytes_then)
            self.assertEqual(again, first)
            self.assertEqual(self.quoted("body:villesarve", "--rate", "journee", "--quantity", "2")[1], 200)
        self.assertEqual(cents, 57600)

    def test_B8_agreed_to_in_time_and_paid(self):
        asked = self.act("register", "Ana Villesarve", WORKSHOP, *(word for it in ("volontaire", "cadre", "confiance", "partage") for word in ("--state", it)))
        self.assertEqual(self.obstacle("agree", asked.number), "no-quote")
        reference, _ = self.quoted(asked.number)
        self.assertEqual(self.act("agree", reference).state, "accepted")
        self.assertEqual(self.obstacle("agree", asked.number), "already-agreed")
        self.act("pay", asked.number, "--reference", "Titre 2026-114", "--date", "2026-11-30", now="2026-12-01T09:00:00+01:00")
        self.assertEqual(self.obstacle("pay", asked.number, "--reference", "Titre 2026-115", now="2026-12-01T09:00:00+01:00"), "nothing-due")
        self.assertEqual(self.obstacle("pay", asked.number, "--reference", "T", "--date", "2026-12-02", now="2026-12-01T09:00:00+01:00"), "future-day")

    def test_B8_a_quote_that_nobody_agreed_to_expires(self):
        asked = self.act("register", "Ana Villesarve", WORKSHOP)
        self.quoted(asked.number)
        self.assertEqual(self.state_of(asked.number, now="2026-10-15T23:00:00+02:00"), "quoted")
        self.act("apply", now="2026-10-16T00:30:00+02:00")
        self.assertEqual(self.state_of(asked.number, now="2026-10-16T00:30:00+02:00"), "expired")

    def test_B8_a_quote_of_no_registration_is_agreed_to_and_paid_by_its_number(self):
        reference, _ = self.quoted("body:villesarve", "--rate", "demi-journee", "--quantity", "5")
        self.assertEqual(self.act("agree", reference).remark("agreed")["number"], 72000)
        self.assertEqual(self.obstacle("agree", reference), "already-agreed")
        self.act("pay", reference, "--reference", "Titre 7", "--amount", "20,00")
        self.assertEqual(self.act("pay", reference, "--reference", "Titre 8").remark("paid")["number"], 70000)
        self.assertEqual(self.again(reference)["paid"], 72000)
        late, _ = self.quoted("body:villesarve", "--rate", "journee", "--quantity", "1")
        self.assertEqual(self.obstacle("agree", late, now="2026-10-16T09:00:00+02:00"), "quote-expired")


class Support(Desk):
    network = "secretaires-de-mairie"
    people = [("Gil Puymardon", "le-puy-mardon", "secretaire"), ("Ada Fontaubray", "fontaubray", "secretaire")]

    def test_E3_by_the_hour_at_the_rate_of_the_membership(self):
        done = self.act("quote", "body:le-puy-mardon", "--rate", "appui-adherente", "--quantity", "1,5")
        self.assertEqual(done.data["remarks"][-1]["number"], 5250)
        done = self.act("quote", "body:fontaubray", "--rate", "appui-autre", "--quantity", "2")
        self.assertEqual(done.data["remarks"][-1]["number"], 15000)
        refused = self.act("quote", "body:fontaubray", "--rate", "appui-adherente", "--quantity", "2", code=1)
        self.assertEqual(refused.data["obstacle"]["code"], "other-membership")
        self.assertIn("Fontaubray est «\u202fHors adhésion\u202f»", refused.data["obstacle"]["sentence"])
        self.assertIn("(appui-autre)", refused.data["obstacle"]["sentence"])

    def test_E11_support_on_request_is_quoted_for_the_hours_asked(self):
        asked = self.act("register", "Gil Puymardon", "network:secretaires-de-mairie", "--as", "accompagnement")
        self.assertEqual(self.obstacle("quote", asked.number), "quantity-needed")
        quoted = self.act("quote", asked.number, "--quantity", "3")
        self.assertEqual(quoted.data["remarks"][-1]["number"], 10500)
        self.assertEqual(quoted.state, "quoted")
        self.assertEqual(self.act("agree", asked.number).state, "accepted")
        other = self.act("register", "Ada Fontaubray", "network:secretaires-de-mairie", "--as", "accompagnement")
        self.assertEqual(self.act("quote", other.number, "--quantity", "3").data["remarks"][-1]["number"], 22500)


if __name__ == "__main__":
    unittest.main()
