"""Rows E4, E15 and E20 at the command line: who signs which version of a charter, who is missing, who is asked again."""
import hashlib
import json
import unittest

from tests.support.desk import Desk

CHARTER = "charter:plateforme"
SPACE = "space:departement-tarvenne"
FIRST, SECOND = "2026-05-04T09:00:00+02:00", "2026-07-02T09:00:00+02:00"  # version 2 is in force from 1 July
FILE = "content/secretaires-de-mairie/charters/plateforme-v2.md"


class Signatures(Desk):
    network = "secretaires-de-mairie"
    people = [("Mai Vernolle", "la-vernolle", "maire"), ("Sec Vernolle", "la-vernolle", "secretaire"),
              ("Adj Vernolle", "la-vernolle"), ("Pre Sarlon", "cc-haut-sarlon", "president-communaute"),
              ("Ref Sarlon", "cc-haut-sarlon", "referent", "Haut-Sarlon"), ("Mai Bourg", "bourg-sarlon", "maire"),
              ("Dgs Bourg", "bourg-sarlon", "directeur-general"), ("Sec Brivelle", "labardane", "secretaire"),
              ("Mai Brivelle", "labardane", "maire"), ("Pre Brivelle", "cc-landes-brivelle", "president-communaute"),
              ("Chef Projet", "cdg-tarvenne", "chef-de-projet")]

    def status(self, body, now=SECOND):
        done = self.portal.run("--format", "json", "charters", CHARTER, now=now)
        self.assertEqual(done.code, 0, done.err)
        return next(it for it in json.loads(done.out)["signatories"] if it["body"] == body)

    def missing(self, body):
        return [it["role"] for it in self.status(body)["signatures"] if not it["signed"]]

    def test_E4_the_invitation_comes_with_the_last_signature_and_each_reminder_names_who_is_missing(self):
        number = self.act("register", "Sec Vernolle", SPACE, now=SECOND).number
        steps = [("Pre Sarlon", ["maire", "secretaire", "referent"]), ("Sec Vernolle", ["maire", "referent"]),
                 ("Ref Sarlon", ["maire"])]
        for who, left in steps:
            done = self.act("sign", who, CHARTER, now=SECOND)
            self.assertEqual(self.missing("la-vernolle"), left)
            self.assertIn("il manque la signature : Maire, La Vernolle", done.text)
            self.assertEqual((done.data["effects"], done.data["access"]), ([], []))
        last = self.act("sign", "Mai Vernolle", CHARTER, now=SECOND)
        self.assertEqual([(it["registration"], it["state"]) for it in last.data["effects"]], [(number, "accepted")])
        self.assertIn("departement-tarvenne", [it["audience"] for it in last.data["access"] if it["begins"]])
        self.assertTrue(self.status("la-vernolle")["complete"])

    def test_E4_above_the_threshold_the_director_signs_instead_of_the_secretary(self):
        self.act("register", "Dgs Bourg", "space:haut-sarlon", now=SECOND)
        self.assertEqual(self.missing("bourg-sarlon"), ["maire", "directeur-general", "president-communaute", "referent"])

    def test_E4_only_who_holds_a_role_signs_or_whom_its_holder_has_charged(self):
        self.act("register", "Sec Vernolle", SPACE, now=SECOND)
        self.assertEqual(self.obstacle("sign", "Adj Vernolle", CHARTER, now=SECOND), "not-a-signatory")
        self.assertEqual(self.obstacle("sign", "Sec Vernolle", CHARTER, "--as", "maire", now=SECOND), "not-a-signatory")
        self.assertEqual(self.obstacle("sign", "Adj Vernolle", CHARTER, "--as", "maire", "--body", "lussombre", "--because", "Arrêté.", now=SECOND),
                         "not-a-signatory")
        done = self.act("sign", "Adj Vernolle", CHARTER, "--as", "maire", "--body", "la-vernolle", "--because", "Arrêté du 3 juin 2026.", now=SECOND)
        self.assertIn("par délégation", done.text)
        self.assertNotIn("maire", self.missing("la-vernolle"))
        self.assertEqual(self.obstacle("sign", "Mai Vernolle", CHARTER, now=SECOND), "already-signed")
        self.assertEqual(self.portal.run("sign", "Mai Vernolle", "charter:plate-forme", now=SECOND).code, 2)

    def test_E20_a_vacant_role_is_signed_for_by_whoever_stands_in(self):
        number = self.act("register", "Sec Brivelle", "space:landes-de-brivelle", now=SECOND).number
        for who in ("Mai Brivelle", "Sec Brivelle", "Pre Brivelle"):
            done = self.act("sign", who, CHARTER, now=SECOND)
        self.assertIn("fonction vacante", done.text)
        last = self.act("sign", "Chef Projet", CHARTER, "--as", "referent", "--body", "cc-landes-brivelle", now=SECOND)
        self.assertEqual(last.data["effects"][0]["state"], "accepted")
        self.assertEqual(self.state_of(number, now=SECOND), "accepted")
        self.assertEqual(self.obstacle("sign", "Chef Projet", CHARTER, "--as", "referent", "--body", "cc-haut-sarlon", now=SECOND), "not-a-signatory")

    def all_sign(self, now):
        self.act("register", "Sec Vernolle", SPACE, now=now)
        for who in ("Mai Vernolle", "Sec Vernolle", "Pre Sarlon", "Ref Sarlon"):
            self.act("sign", who, CHARTER, now=now)

    def test_E15_a_new_version_asks_those_who_had_signed_and_access_stays_open_meanwhile(self):
        self.all_sign(FIRST)
        self.assertTrue(self.status("la-vernolle", now=FIRST)["complete"])
        after = self.status("la-vernolle")
        self.assertEqual([(it["signed"], it["again"], it["version"]) for it in after["signatures"]], [(False, True, 1)] * 4)
        listed = self.portal.run("charters", CHARTER, now=SECOND).out
        self.assertIn("la version 2 est à signer de nouveau", listed)
        self.assertIn("article 2.6", listed)
        self.assertEqual(self.portal.run("apply", now=SECOND).code, 0)
        self.assertIn("sec.vernolle@exemple.example", self.readers("departement-tarvenne"))
        self.act("sign", "Mai Vernolle", CHARTER, now=SECOND)
        self.assertEqual(self.missing("la-vernolle"), ["secretaire", "president-communaute", "referent"])

    def test_E15_a_version_that_asks_for_nothing_keeps_the_signatures(self):
        self.all_sign(FIRST)
        with self.portal.kept() as portal:
            portal.replace(FILE, "sign_again = true # E15\n", "")
            self.assertTrue(self.status("la-vernolle")["complete"])

    def test_E15_what_was_signed_is_a_text_and_a_change_to_it_is_told(self):
        self.act("register", "Sec Vernolle", SPACE, now=SECOND)
        self.act("sign", "Sec Vernolle", CHARTER, now=SECOND)
        mine = next(it for it in self.status("la-vernolle")["signatures"] if it["signed"])
        self.assertEqual(mine["digest"], hashlib.sha256(self.portal.path(FILE).read_bytes()).hexdigest())
        self.assertTrue(mine["as_signed"])
        with self.portal.kept() as portal:
            portal.write(FILE, portal.read(FILE) + "\nUne phrase de plus.\n")
            self.assertFalse(next(it for it in self.status("la-vernolle")["signatures"] if it["signed"])["as_signed"])
            self.assertIn("le texte de cette version a changé depuis", portal.run("charters", CHARTER, now=SECOND).out)

    def test_the_list_of_charters_counts_complete_signatures(self):
        self.all_sign(FIRST)
        done = self.portal.run("--format", "json", "charters", "--network", "secretaires-de-mairie", now=FIRST)
        counts = {it["charter"]: (it["version"], it["complete"], it["asked"]) for it in json.loads(done.out)}
        self.assertEqual(counts["plateforme"], (1, 1, 1))


if __name__ == "__main__":
    unittest.main()
