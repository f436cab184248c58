"""Rows E1 and E2 at the command line: conventions over years, and the fee of each calendar year."""
import json
import unittest

from tests.support.desk import Desk, mail

WHERE = "network:secretaires-de-mairie"
# Both ends of each stratum of population.
BODIES = {"le-puy-mardon": (499, 10000), "la-vernolle": (500, 15000), "saint-orbin": (999, 15000), "villegaude": (1000, 20000),
          "saint-fremin": (2000, 20000), "chantevrain": (2001, 30000), "ouvremont": (3500, 30000)}


def at(day, hour=9):
    return f"{day}T{hour:02}:00:00+02:00"


def name(body):
    return "Maire " + body.replace("-", " ").title()


class Conventions(Desk):
    network = "secretaires-de-mairie"
    people = [(name(body), body, "maire") for body in BODIES] + [("Max Grand", "bourg-sarlon", "maire"), ("Zoe Centre", "cdg-tarvenne", "president-centre")]

    def signed(self, body, day):
        """A convention that the mayor and the president sign on the day; its number."""
        number = self.act("register", f"body:{body}", WHERE, now=at(day)).number
        self.act("sign", name(body), "charter:convention", now=at(day))
        last = self.act("sign", "Zoe Centre", "charter:convention", "--body", body, now=at(day, 10))
        self.assertEqual([(it["registration"], it["state"]) for it in last.data["effects"]], [(number, "signed")])
        return number

    def convention(self, now):
        done = self.portal.run("--format", "json", "conventions", "--over", now=now)
        self.assertEqual(done.code, 0, done.err)
        [one] = json.loads(done.out)
        return one

    def fees(self, year, now):
        done = self.portal.run("--format", "json", "fees", "--year", year, now=now)
        self.assertEqual(done.code, 0, done.err)
        return {it["body"]: it for it in json.loads(done.out)}

    def test_E1_a_draft_names_the_signatures_that_are_missing(self):
        number = self.act("register", "body:le-puy-mardon", WHERE, now=at("2026-04-01")).number
        self.assertEqual(self.convention(at("2026-04-01"))["missing"], ["maire", "president-centre"])
        done = self.act("sign", name("le-puy-mardon"), "charter:convention", now=at("2026-04-02"))
        self.assertIn("il manque la signature : Président du centre de gestion", done.text)
        self.assertEqual(self.state_of(number, now=at("2026-04-02")), "draft")
        self.assertEqual(self.convention(at("2026-04-02"))["missing"], ["president-centre"])
        self.assertIsNone(self.convention(at("2026-04-02"))["began"])

    def test_E1_signed_renewed_by_itself_once_and_ended(self):
        number = self.signed("le-puy-mardon", "2026-04-15")
        one = self.convention(at("2026-04-15", 11))
        self.assertEqual((one["state"], one["began"], one["ends"], one["notice"], one["over"]),
                         ("signed", "2026-04-15", "2028-04-15", "2028-03-14", "2030-04-15"))
        self.assertEqual([(it["kind"], it["day"]) for it in one["due"]],
                         [("fee", "2026-04-15"), ("fee", "2027-01-01"), ("fee", "2028-01-01"), ("notice", "2028-03-14"),
                          ("renewal", "2028-04-15"), ("fee", "2029-01-01"), ("fee", "2030-01-01"), ("end", "2030-04-14")])
        self.act("apply", now="2028-04-14T23:59:00+02:00")
        self.assertEqual(self.state_of(number, now=at("2028-04-14")), "signed")
        self.act("apply", now="2028-04-15T00:01:00+02:00")
        one = self.convention(at("2028-04-16"))
        self.assertEqual((one["state"], one["terms"], one["renews"], one["ends"]), ("renewed", 2, False, "2030-04-15"))
        self.act("apply", now=at("2030-04-16"))
        one = self.convention(at("2030-04-16"))
        self.assertEqual([(it["state"], it["day"]) for it in one["stages"]],
                         [("draft", "2026-04-15"), ("signed", "2026-04-15"), ("renewed", "2028-04-15"), ("ended", "2030-04-15")])

    def test_E1_years_without_a_command_change_nothing_to_the_days(self):
        self.signed("le-puy-mardon", "2026-04-15")
        self.act("apply", now=at("2031-01-01"))
        self.assertEqual([it["day"] for it in self.convention(at("2031-01-01"))["stages"]][-2:], ["2028-04-15", "2030-04-15"])

    def test_E1_denounced_a_month_before_it_ends_with_its_term(self):
        number = self.signed("le-puy-mardon", "2026-04-15")
        late = self.act("denounce", number, now=at("2028-03-15"), code=1)
        self.assertEqual(late.data["obstacle"]["code"], "too-late")
        self.assertIn("14 mars 2028", late.data["obstacle"]["sentence"])
        self.assertEqual(self.act("denounce", number, "--because", "Le conseil en a décidé ainsi.", now=at("2028-03-14")).state, "denounced")
        self.assertEqual(self.obstacle("denounce", number, now=at("2028-03-14")), "already-denounced")
        self.act("apply", now=at("2028-04-14"))
        self.assertEqual(self.state_of(number, now=at("2028-04-14")), "denounced")
        self.act("apply", now=at("2028-04-16"))
        self.assertEqual(self.state_of(number, now=at("2028-04-16")), "ended")

    def test_E1_signed_on_a_leap_day(self):
        self.signed("le-puy-mardon", "2028-02-29")
        self.assertEqual(self.convention(at("2028-03-01"))["ends"], "2030-02-28")

    def test_E2_the_fee_goes_by_population_both_ends_of_each_stratum_included(self):
        for body in BODIES:
            for words in (["register", f"body:{body}", WHERE], ["sign", mail(name(body)), "charter:convention"],
                          ["sign", mail("Zoe Centre"), "charter:convention", "--body", body]):
                self.assertEqual(self.portal.run(*words, now=at("2026-04-15")).code, 0, words)
        owed = self.fees(2026, at("2026-12-01"))
        self.assertEqual({body: (it["population"], it["cents"]) for body, it in owed.items()}, BODIES)

    def test_E2_a_larger_commune_is_told_why_with_the_article(self):
        refused = self.act("register", "body:bourg-sarlon", WHERE, "--as", "convention", code=1)
        self.assertEqual(refused.breaches()["strates"]["article"], "3.1")
        self.assertIn("article 3.1 de la Convention d’adhésion au réseau", refused.text)
        quoted = self.act("quote", "body:bourg-sarlon", "--rate", "de-2001-a-3500", "--quantity", "1", code=1)
        self.assertEqual(quoted.data["obstacle"]["code"], "outside-strata")
        sentence = quoted.data["obstacle"]["sentence"].replace("\u202f", " ")
        self.assertIn("Bourg-Sarlon compte 3 501 habitants", sentence)
        self.assertIn("s’arrête à 3 500 habitants (article 3.1 de la Convention d’adhésion au réseau)", sentence)

    def test_E2_a_calendar_year_is_owed_in_full_whenever_it_begins_and_only_while_it_holds(self):
        self.signed("saint-orbin", "2026-12-30")
        for year, cents in ((2025, None), (2026, 15000), (2027, 15000)):
            self.assertEqual(self.fees(year, at("2027-06-01")).get("saint-orbin", {}).get("cents"), cents, year)
        self.assertEqual(self.fees(2028, at("2027-06-01"))["saint-orbin"]["why"], "no-tariff")
        self.assertNotIn("saint-orbin", self.fees(2031, at("2027-06-01")))

    def test_E2_payments_are_of_a_year_by_reference_and_date(self):
        number = self.signed("saint-orbin", "2026-11-02")
        paid = self.act("pay", number, "--reference", "Titre 2026-88", "--year", "2026", "--date", "2027-01-20", now=at("2027-02-01"))
        self.assertEqual(paid.remark("paid")["number"], 15000)
        self.assertIn("cotisation 2026", paid.text)
        owed = {year: self.fees(year, at("2027-02-01"))["saint-orbin"]["paid"] for year in (2026, 2027)}
        self.assertEqual(owed, {2026: 15000, 2027: 0})
        self.assertEqual(self.obstacle("pay", number, "--reference", "Titre 2026-88", "--year", "2026", "--amount", "1", now=at("2027-02-01")), "already-paid")
        self.assertEqual(self.obstacle("pay", number, "--reference", "Titre 2026-89", "--year", "2026", now=at("2027-02-01")), "nothing-due")
        listed = self.portal.run("fees", "--year", "2027", now=at("2027-02-01"))
        self.assertIn("150,00\u00a0€ à recevoir", listed.out)
        self.assertEqual(self.portal.run("pay", number, "--reference", "T", "--amount", "rien", now=at("2027-02-01")).code, 2)


if __name__ == "__main__":
    unittest.main()
