"""`people import`: lists as coordinators keep them, whole or not at all."""
import json
import os
import time
import unittest

from tests.people.roster import EXAMPLE, NETWORK, Office, plain

LIST = ("Nom;Prénom;Courriel;Collectivité;Fonction;Depuis\n"
        "DUPONT-LEFÈVRE;Marie-Hélène;MH.Dupont@brevalon.example;Mairie de Brévalon;Directrice des finances;12/03/2026\n"
        "O'BRIEN;Élise;e.obrien@courlezac.example;Courlezac;Comptable;\n")


class Lists(unittest.TestCase):

    def setUp(self):
        self.office = Office()

    def names(self):
        return [(it["given_name"], it["family_name"]) for it in self.office.data("list")["people"]]

    def test_every_encoding_and_separator_gives_the_same_people(self):
        wanted = [("Marie-Hélène", "Dupont-Lefèvre"), ("Élise", "O’Brien")]
        texts = {"utf-8": LIST, "utf-8-sig": LIST, "cp1252": LIST, "utf-16": LIST, "utf-16-le": LIST}
        for encoding, text in texts.items():
            for separator in ";,\t":
                with self.subTest(encoding=encoding, separator=separator):
                    self.office = Office()
                    done = self.office.take(text.replace(";", separator).replace("\n", "\r\n"), encoding=encoding)
                    self.assertEqual((done.code, done.err), (0, ""))
                    self.assertEqual(self.names(), wanted)

    def test_what_is_said_before_it_is_done_is_what_is_done(self):
        said = self.office.take(LIST, "--dry-run")
        self.assertEqual(said.code, 0)
        self.assertIn("Essai (--dry-run)", said.err)
        self.assertEqual(self.office.facts(), [])
        done = self.office.take(LIST)
        self.assertEqual(said.out, done.out)
        self.assertEqual(done.out.splitlines(), [
            "+ Marie-Hélène Dupont-Lefèvre <mh.dupont@brevalon.example>\u00a0: Ville de Brévalon (Finances locales), depuis le 12 mars 2026",
            "+ Élise O’Brien <e.obrien@courlezac.example>\u00a0: Ville de Courlezac (Finances locales), depuis le 15 septembre 2026",
            "", "2 personnes ajoutées"])

    def test_the_same_list_again_changes_nothing(self):
        self.office.take(LIST)
        before = self.office.database.read_bytes(), self.office.facts()
        later = self.office.take(LIST, now="2027-01-10T09:00:00+01:00")
        self.assertEqual(later.out, "2 personnes inchangées\n")
        self.assertEqual(self.office.facts(), before[1])

    def test_what_a_list_says_anew_is_changed_and_told(self):
        self.office.take(LIST)
        done = self.office.take(LIST.replace("Comptable", "Cheffe comptable"))
        self.assertEqual(done.out.splitlines(), [
            "~ Élise O’Brien <e.obrien@courlezac.example>\u00a0: fonction\u00a0: Comptable devient Cheffe comptable", "",
            "1 personne modifiée", "1 personne inchangée"])
        self.assertEqual(self.office.data("show", "e.obrien@courlezac.example")["function"], "Cheffe comptable")

    def test_one_mistake_and_nothing_is_imported(self):
        done = self.office.take(LIST + "MARTIN;;p.martin(at)villorne.example;Vilorne;;31/02/2026\n")
        self.assertEqual(done.code, 1)
        self.assertEqual([(it.line, it.code) for it in done.diagnostics],
                         [(4, "missing-key"), (4, "bad-mail"), (4, "unknown-reference"), (4, "no-such-day")])
        self.assertIn("did you mean:\n    Commune de Villorne", done.err)
        self.assertIn("Rien n’a été importé", done.err)
        self.assertEqual(self.office.facts(), [])

    def test_carets_stand_under_the_words_whatever_the_encoding(self):
        for encoding in ("utf-8", "cp1252", "utf-16"):
            with self.subTest(encoding):
                done = self.office.take("Nom;Prénom;Courriel\nLefèvre;Zoé;zoe\n", encoding=encoding)
                self.assertIn(":2:13: error: `zoe` is no mail address [bad-mail]\n    Lefèvre;Zoé;zoe\n                ^~~\n", done.err)

    def test_E13_shared_mailboxes_need_a_reason(self):
        shared = "Nom;Prénom;Courriel\nFabre;Sandrine;mairie@chantevrain.example\n"
        refused = self.office.take(shared, network="secretaires-de-mairie")
        self.assertEqual((refused.code, [it.code for it in refused.diagnostics]), (1, ["shared-mailbox"]))
        self.assertEqual(self.office.take(shared, "--allow-shared", "2", network="secretaires-de-mairie").code, 2)
        done = self.office.take(shared, "--allow-shared", "2", "--because", "Adresse demandée.", network="secretaires-de-mairie")
        self.assertEqual(done.code, 0)
        self.assertIn("boîte partagée admise\u00a0: Adresse demandée.", done.out)
        self.assertIn("overridden", self.office.facts())
        self.assertEqual(self.office.take(shared, "--allow-shared", "2", "--because", "x", network="secretaires-de-mairie").out, "1 personne inchangée\n")

    def test_whoever_has_left_does_not_come_back_by_an_old_list(self):
        self.office.take(LIST)
        self.office.done("mandate", "e.obrien@courlezac.example", "--end", "--until", "2026-09-30")
        later = "2026-11-02T09:00:00+01:00"
        done = self.office.take(LIST, now=later)
        self.assertEqual((done.code, [it.code for it in done.diagnostics]), (0, ["person-departed"]))
        self.assertEqual(done.out, "2 personnes inchangées\n")
        back = self.office.take(LIST.replace("Comptable;", "Comptable;01/11/2026"), now=later)
        self.assertIn("depuis le 1er novembre 2026", back.out)

    def test_an_address_is_one_persons(self):
        self.office.take(LIST)
        done = self.office.take("Nom;Prénom;Courriel\nMartin;Paul;e.obrien@courlezac.example\n")
        self.assertEqual((done.code, [it.code for it in done.diagnostics]), (1, ["person-twice"]))

    def test_the_example_is_sound_and_of_five_networks(self):
        done = self.office.people("import", EXAMPLE)
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertTrue(done.out.endswith("61 personnes ajoutées\n"), done.out[-200:])
        self.assertEqual(self.office.people("import", EXAMPLE).out, "61 personnes inchangées\n")
        self.office = Office()
        done = self.office.people("import", EXAMPLE, "--network", NETWORK)
        self.assertTrue(done.out.endswith("14 personnes ajoutées\n47 lignes d’autres réseaux, laissées de côté\n"), done.out[-200:])
        self.assertEqual(self.office.portal.check(), [])

    def test_bodies_by_the_initials_of_their_kind(self):
        """A kind that the network lists may be abbreviated, beside the usual "CC", "Mairie de"."""
        bodies = {"CDG de la Tarvenne": "Centre de gestion de la Tarvenne", "CDG Tarvenne": "Centre de gestion de la Tarvenne",
                  "CC du Haut-Sarlon": "Communauté de communes du Haut-Sarlon",
                  "Mairie de la Vernolle": "La Vernolle"}
        for written, meant in bodies.items():
            with self.subTest(written):
                done = self.office.take(f"Nom;Prénom;Courriel;Collectivité\nLE GOFF;Anne;a.legoff@exemple.example;{written}\n", "--dry-run",
                                        network="secretaires-de-mairie")
                self.assertEqual((done.code, done.diagnostics), (0, []), done.err)
                self.assertIn(meant, done.out)
        unknown = self.office.take("Nom;Prénom;Courriel;Collectivité\nLE GOFF;Anne;a.legoff@exemple.example;CDG de la Brune\n",
                                   network="secretaires-de-mairie")
        self.assertEqual((unknown.code, [it.code for it in unknown.diagnostics]), (1, ["unknown-reference"]))

    def test_a_rehearsal_or_a_refusal_makes_no_ledger(self):
        self.assertEqual(self.office.take(LIST, "--dry-run").code, 0)
        self.assertEqual(self.office.take(LIST + "MARTIN;;p.martin(at)villorne.example;Villorne;;\n").code, 1)
        twice = LIST + "LEROY;Luc;e.obrien@courlezac.example;Courlezac;;\n"
        self.assertEqual([it.code for it in self.office.take(twice).diagnostics], ["person-twice"])
        for verb in (("register", "body:la-vernolle", "network:secretaires-de-mairie"), ("people", "set", "x@y.example", "--phone", "0102030405"),
                     ("people", "erase", "x@y.example"), ("quote", "body:villesarve", "--rate", "journee", "--quantity", "1"),
                     ("exclude", "x@y.example", "--because", "Motif."), ("depart", "x@y.example"), ("apply",)):
            with self.subTest(verb):
                self.office.portal.run(*verb, "--dry-run")
                self.assertEqual(list(self.office.portal.folder.glob(".cenacle/ledger*")), [])
        self.assertEqual(self.office.take(LIST).code, 0)
        self.assertTrue(self.office.database.exists())

    def test_nothing_to_read(self):
        self.assertEqual(self.office.people("import", "/nowhere.csv", "--network", NETWORK).code, 74)
        self.assertEqual(self.office.people("import", EXAMPLE, "--network", "nulle-part").code, 2)
        self.assertEqual([it.code for it in self.office.take("").diagnostics], ["missing-key"])

    def test_what_it_does_as_data(self):
        done = self.office.take(LIST, "--format", "json")
        told = json.loads(done.out)
        self.assertEqual((told["added"], told["changed"], told["unchanged"], told["written"]), (2, 0, 0, True))
        self.assertEqual(len(told["people"]), 2)

    def test_the_ledger_is_its_owners_alone(self):
        self.office.take(LIST)
        self.assertEqual(self.office.database.stat().st_mode & 0o777, 0o600)


class Size(unittest.TestCase):

    def test_a_list_as_long_as_they_come(self):
        people = 100_000 if os.environ.get("CENACLE_LONG") == "1" else 10_000
        office = Office()
        lines = ["Nom;Prénom;Courriel;Collectivité;Téléphone"]
        lines += [f"NOM-{i:06d};Prénom;personne{i}@ville.example;Ville de Brévalon;06{i:08d}" for i in range(people)]
        path = office.write("\n".join(lines) + "\n")
        for outcome in ("ajoutées", "inchangées"):
            start = time.monotonic()
            done = office.people("import", path, "--network", NETWORK)
            print(f"{people} people {outcome}: {time.monotonic() - start:.1f} s", flush=True)
            self.assertEqual(done.code, 0, done.err[-500:])
            self.assertEqual(plain(done.out.splitlines()[-1]), f"{people:,} personnes {outcome}".replace(",", " "))


if __name__ == "__main__":
    unittest.main()
