"""Rows E1 to E20 over months: signatures and the invitation after the last, fees, notices, newcomers, calls, a charter that changes."""
import unittest

from tests.support.desk import mail
from tests.support.post import Post

NETWORK = "network:secretaires-de-mairie"
DEPARTMENT = "space:departement-tarvenne"
COMMUNITY = "space:haut-sarlon"
CHARTER = "charter:plateforme"
TRAINED = "Secrétaire issu d’une formation du centre"


def at(day, hour=9, minute=0, year=2026):
    return f"{year}-{day}T{hour:02}:{minute:02}:00+02:00"


class SecretairesDeMairie(Post):
    network = "secretaires-de-mairie"
    people = [
        ("Chloé Cheffe", "cdg-tarvenne", "chef-de-projet"), ("Ali Administrateur", "cdg-tarvenne", "administrateur"),
        ("Zoe Centre", "cdg-tarvenne", "president-centre"), ("Ines Visite", "cdg-tarvenne", "accompagnateur"),
        ("Mai Vernolle", "la-vernolle", "maire"), ("Sec Vernolle", "la-vernolle", "secretaire"),
        ("Pre Sarlon", "cc-haut-sarlon", "president-communaute"), ("Ref Sarlon", "cc-haut-sarlon", "referent", "haut-sarlon"),
        ("Mai Chantevrain", "chantevrain", "maire"), ("Ann Agente", "chantevrain"), ("Bob Agent", "lussombre"), ("Cid Agent", "pontaurel"),
        ("Nell Nouvelle", "lussombre", "secretaire", "", TRAINED, "02/09/2026"),
    ]
    signatories = ("Mai Vernolle", "Sec Vernolle", "Pre Sarlon", "Ref Sarlon")

    def admitted(self, name, day="09-07"):
        number = self.asked(name, COMMUNITY, now=at(day))
        for role in ("administrateur", "referent"):
            self.do("approve", number, "--as", role, now=at(day))
        return number

    def convention(self, signed):
        number = self.asked("body:la-vernolle", NETWORK, now=at(signed))
        self.do("sign", "Mai Vernolle", "charter:convention", now=at(signed))
        self.do("sign", "Zoe Centre", "charter:convention", "--body", "la-vernolle", now=at(signed))
        return number

    @unittest.expectedFailure  # the referent in the ledger is passed over for the mailbox of the space’s holder
    def test_E4_each_signatory_is_asked_and_the_invitation_leaves_with_the_last_signature(self):
        self.asked("Sec Vernolle", DEPARTMENT, now=at("09-07"))
        self.assertEqual(self.told(at("09-07", 10), "À signer : "), [])
        first = self.leaves(at("09-08"), "À signer : ")
        self.assertEqual(sorted(it.to for it in first), self.to(*self.signatories))
        for name in self.signatories[:3]:
            self.do("sign", name, CHARTER, now=at("09-10"))
        self.assertEqual(self.told(at("09-10", 10), "Votre accès est ouvert"), [])
        again = self.only(self.leaves(at("09-18"), "À signer : "))
        self.assertEqual(again.to, mail("Ref Sarlon"), "only she whose signature is missing")
        self.do("sign", "Ref Sarlon", CHARTER, now=at("09-19"))
        welcome = self.only(self.leaves(at("09-19", 9, 1), "Votre accès est ouvert"))
        self.assertEqual(welcome.to, mail("Sec Vernolle"))
        self.assertEqual(self.told(at("09-28"), "À signer : "), [])

    def test_E4_a_reminder_names_the_signatures_that_are_missing(self):
        self.asked("Sec Vernolle", DEPARTMENT, now=at("09-07"))
        for name in self.signatories[1:]:
            self.do("sign", name, CHARTER, now=at("09-07", 10))
        asked = self.only(self.leaves(at("09-08"), "À signer : "))
        self.assertEqual(asked.to, mail("Mai Vernolle"))
        self.assertRegex(asked.text, "Maire|maire")
        self.assertIn("La Vernolle", asked.text)

    def test_E6_both_are_asked_for_their_approval_and_the_other_once_more(self):
        number = self.asked("Ann Agente", COMMUNITY, now=at("09-07"))
        self.assertEqual(self.told(at("09-07", 10), "Votre accord : "), self.to("Ali Administrateur", "Ref Sarlon"))
        self.do("approve", number, "--as", "administrateur", now=at("09-08"))
        self.assertEqual(self.told(at("09-17"), "Votre accord : "), self.to("Ref Sarlon"))
        self.do("approve", number, "--as", "referent", now=at("09-18"))
        self.assertEqual(self.told(at("09-18", 10), "Votre accès est ouvert"), self.to("Ann Agente"))

    def test_E2_the_fee_of_each_year_is_called_for_until_it_is_paid(self):
        number = self.convention("09-07")
        called = self.only(self.leaves(at("09-21"), "Cotisation 2026 : "))
        self.assertEqual(called.to, mail("Mai Vernolle"))
        self.assertIn("150,00 €", called.text)
        self.do("pay", number, "--reference", "Titre 2026-88", "--year", "2026", now=at("10-05"))
        self.assertEqual(self.told(at("11-20"), "Cotisation 2026"), [])
        self.assertEqual(self.told(at("01-14", year=2027), "Cotisation 2027"), [])
        self.assertEqual(self.told(at("01-15", 12, year=2027), "Cotisation 2027"), self.to("Mai Vernolle"))

    def test_E1_the_last_day_to_denounce_is_announced_and_the_renewal_is_told(self):
        number = self.convention("09-07")
        self.leaves(at("09-07", 10))
        convention = self.do("conventions", "--network", self.network, now=at("09-08"))[0]
        self.assertEqual(convention["registration"], number)
        self.assertEqual(self.told(at("07-06", year=2028), "Convention de La Vernolle"), [])
        self.assertEqual(self.told(at("07-10", year=2028), "Convention de La Vernolle"), self.to("Chloé Cheffe", "Mai Vernolle"))
        self.assertEqual(self.told(at("09-08", year=2028), "Convention renouvelée"), self.to("Mai Vernolle"))

    @unittest.expectedFailure  # reviews of sheets that mailboxes own are queued on the way, and refused when they are written
    def test_E11_newcomers_are_followed_for_six_months(self):
        self.asked("Nell Nouvelle", NETWORK, "--as", "prise-de-poste", now=at("09-02", 10))
        hers = {}
        for day, year in (("09-02", 2026), ("10-01", 2026), ("10-02", 2026), ("12-01", 2026), ("12-02", 2026), ("02-28", 2027), ("03-02", 2027)):
            hers[f"{year}-{day}"] = sorted(f"{it.to.split('.')[0]} {it.subject.split()[0]}" for it in self.leaves(at(day, 12, year=year))
                                           if "fonctions" in it.subject)
        self.assertEqual(hers, {"2026-09-02": ["ines Bienvenue", "nell Bienvenue"], "2026-10-01": [], "2026-10-02": ["nell Un"], "2026-12-01": [],
                                "2026-12-02": ["nell Trois"], "2027-02-28": [], "2027-03-02": ["ines Six", "nell Six"]})

    def test_E12_the_whole_space_is_called_on_at_once_but_not_the_one_who_calls(self):
        for name in ("Ann Agente", "Bob Agent"):
            self.admitted(name)
        self.leaves(at("09-07", 10))
        self.do("request", "call", "Ann Agente", COMMUNITY, "--text", "Qui peut tenir l’accueil demain ?", now=at("09-09", 10))
        called = self.only(self.leaves(at("09-09", 10, 1), "Appel urgent n°"))
        self.assertEqual(called.to, mail("Bob Agent"))
        self.assertIn("Qui peut tenir l’accueil demain ?", called.text)

    def test_E14_the_employer_is_told_of_an_exclusion(self):
        self.admitted("Ann Agente")
        self.leaves(at("09-07", 10))
        self.do("exclude", "Ann Agente", "--network", self.network, "--because", "A prêté son identifiant.", now=at("09-09"))
        letters = {it.to: it.subject.split(" : ")[0] for it in self.leaves(at("09-09", 10))}
        self.assertEqual(letters, {mail("Ann Agente"): "Fin de votre participation", mail("Mai Chantevrain"): "Fin d’une participation"})

    def test_E15_every_change_of_the_charter_is_told_with_what_changes(self):
        self.admitted("Ann Agente")
        self.leaves(at("09-07", 10))
        second = self.portal.read("content/secretaires-de-mairie/charters/plateforme-v2.md")
        self.portal.write("content/secretaires-de-mairie/charters/plateforme-v3.md",
                          second.replace("version = 2", "version = 3").replace("in_force = 2026-07-01", "in_force = 2026-12-01")
                          .replace("sign_again = true # E15\n", ""))
        self.assertEqual(self.told(at("10-31", 9), "Charte d’utilisation de la plateforme : ce qui change"), [])
        told = [it for it in self.leaves(at("11-02", 9), "Charte d’utilisation de la plateforme : ce qui change")]
        self.assertIn(mail("Ann Agente"), [it.to for it in told])
        self.assertNotIn(mail("Bob Agent"), [it.to for it in told])
        self.assertIn("L’identifiant est nominatif", told[0].text)

    def test_E17_advice_is_followed_until_it_is_given(self):
        self.do("request", "advice", "Sec Vernolle", NETWORK, "--topic", "archives", "--text", "Que garder des listes ?", now=at("09-07"))
        routed = self.only(self.leaves(at("09-07", 10), "Demande de conseil n°"))
        self.assertIn("Que garder des listes ?", routed.text)
        self.assertEqual(self.told(at("09-11", 10), "Toujours ouverte"), [])
        self.assertEqual(self.told(at("09-14"), "Toujours ouverte"), [routed.to])

    def test_E19_a_report_reaches_the_administrator(self):
        self.admitted("Ann Agente")
        self.leaves(at("09-07", 10))
        self.do("request", "abuse", "Sec Vernolle", COMMUNITY, "--about", "Ann Agente", "--to", "administrateur", "--text", "Un dépôt publicitaire.",
                now=at("09-09"))
        self.assertEqual(self.told(at("09-09", 10), "Signalement n°"), self.to("Ali Administrateur"))

    def test_E20_without_a_referent_the_project_lead_is_asked(self):
        self.asked("Cid Agent", "space:landes-de-brivelle", now=at("09-07"))
        self.assertEqual(self.told(at("09-07", 10), "Votre accord : "), self.to("Ali Administrateur", "Chloé Cheffe"))


if __name__ == "__main__":
    unittest.main()
