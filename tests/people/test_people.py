"""`people list`, `show`, `set`, `mandate`, `review`, and WHO of a command line."""
import unittest

from tests.people.roster import NETWORK, Office, plain

MAIL = "yannick.legallou@brevalon.example"


class Known(unittest.TestCase):

    def setUp(self):
        self.office = Office(example=True)

    def test_C10_lists_are_in_alphabetical_order_without_rank(self):
        listed = [it["family_name"] for it in self.office.data("list", "--network", NETWORK)["people"]]
        self.assertEqual(listed, ["Benkacem", "Chauvelon", "d’Estreville", "de La Bruyère", "Kervadec", "Le Gallou", "Marchandeau", "Martin-Roche",
                                  "Ostrowski", "Rougerie", "Sébillotte", "Tavernier", "Van der Meulen", "Villedieu"])
        text = self.office.done("list", "--network", NETWORK).out.splitlines()
        self.assertEqual(text[-1], "14 personnes")
        self.assertTrue(text[0].startswith("Benkacem Nadia <nadia.benkacem@port-halen.example>\u00a0: "), text[0])

    def test_lists_by_body_and_role(self):
        of_body = self.office.data("list", "--network", NETWORK, "--body", "brevalon")["people"]
        self.assertEqual([it["family_name"] for it in of_body], ["Le Gallou", "Ostrowski"])
        pilots = self.office.data("list", "--role", "pilote")["people"]
        self.assertEqual([it["family_name"] for it in pilots], ["Le Gallou", "Sébillotte"])
        self.assertEqual(self.office.people("list", "--network", "finance-locales").code, 2)

    def test_who_is_an_id_an_address_or_a_name(self):
        person = self.office.data("show", MAIL)["id"]
        for who in (person, MAIL.upper(), "Yannick Le Gallou", "le gallou yannick", f"Yannick Le Gallou <{MAIL}>", "YANNICK LE GALLOU"):
            with self.subTest(who):
                self.assertEqual(self.office.data("show", who)["id"], person)

    def test_who_is_nobody_or_several(self):
        near = self.office.done("show", "Yannik Le Galou", code=1)
        self.assertEqual(near.err, "cenacle: personne ne répond à «\u202fYannik Le Galou\u202f»\u202f; vouliez-vous dire «\u202fYannick Le Gallou\u202f»\u202f?\n")
        self.office.take("Nom;Prénom;Courriel\nLe Gallou;Yannick;y.legallou@villorne.example\n")
        several = self.office.done("show", "Yannick Le Gallou", code=1)
        self.assertIn("2 personnes répondent à", several.err)
        self.assertIn(MAIL, several.err)

    def test_show_says_it_in_words(self):
        card = plain(self.office.done("show", MAIL).out)
        for line in ("Yannick Le Gallou", "  adresse : " + MAIL, "  téléphone : 02 99 00 31 01", "  accepte que son nom paraisse : oui",
                     "  mandat : Pilote de groupe, Ville de Brévalon (Finances locales), groupe « Fiscalité directe locale », depuis le 12 mars 2024"):
            self.assertIn(line, card.splitlines())

    def test_set_corrects_and_tells(self):
        said = self.office.done("set", MAIL, "--mail", "Y.LeGallou@brevalon.example", "--phone", "", "--shown", "no", "--dry-run")
        self.assertEqual(self.office.data("show", MAIL)["phone"], "02 99 00 31 01")
        done = self.office.done("set", MAIL, "--mail", "Y.LeGallou@brevalon.example", "--phone", "", "--shown", "no")
        self.assertEqual(said.out, done.out)
        self.assertEqual(done.out.splitlines(), [
            "Yannick Le Gallou", "  téléphone\u00a0: 02 99 00 31 01 est retiré",
            f"  adresse\u00a0: {MAIL} devient y.legallou@brevalon.example", "  n’accepte plus que son nom paraisse"])
        her = self.office.data("show", "y.legallou@brevalon.example")
        self.assertEqual((her["phone"], her["shown"]), ("", False))
        self.assertIn("Rien n’a changé.", self.office.done("set", her["id"], "--shown", "no").out)

    def test_set_refuses_what_is_no_ones_own_address(self):
        self.assertIn("est celle de Nadia Benkacem", self.office.done("set", MAIL, "--mail", "nadia.benkacem@port-halen.example", code=1).err)
        self.assertIn("n’est pas une adresse", self.office.done("set", MAIL, "--mail", "legallou", code=1).err)
        who = "s.fabre@chantevrain.example"
        self.assertIn("plusieurs personnes lisent", self.office.done("set", who, "--mail", "mairie@chantevrain.example", code=1).err)
        self.office.done("set", who, "--mail", "mairie@chantevrain.example", "--allow-shared", "--because", "En attendant.")

    def test_a_change_of_body_has_its_day(self):
        done = self.office.done("mandate", MAIL, "--body", "port-halen", "--from", "2026-10-01", "--instead")
        said = plain(done.out)
        self.assertIn("Pilote de groupe, Ville de Brévalon (Finances locales), groupe « Fiscalité directe locale » : prend fin le 1er octobre 2026", said)
        self.assertIn("Ville de Port-Halen (Finances locales) : commence le 1er octobre 2026", said)
        mandates = [(it["body"], it["from"], it["until"]) for it in self.office.data("show", MAIL)["mandates"]]
        self.assertEqual(mandates, [("brevalon", "2024-03-12", "2026-10-01"), ("port-halen", "2026-10-01", None)])
        again = self.office.done("mandate", MAIL, "--body", "port-halen", "--from", "2026-10-01", code=1)
        self.assertIn("c’est déjà le cas", again.out)

    def test_a_mandate_is_begun_and_ended(self):
        self.office.done("mandate", "n.vasseur@domicile-ouvrain.example", "--role", "referent", "--in", "group:metiers-2027", "--from", "2026-09-20")
        self.assertEqual(self.office.done("mandate", MAIL, "--role", "pilotte", code=2).err, "cenacle: finances-locales has no role `pilotte`; did you mean `pilote`?\n")
        self.office.done("mandate", MAIL, "--end", "--role", "pilote", "--until", "2026-09-16")
        self.assertEqual(self.office.data("list", "--role", "pilote", now="2026-09-16T09:00:00+02:00")["people"][0]["family_name"], "Sébillotte")
        self.assertIn("n’a rien de tel", self.office.done("mandate", MAIL, "--end", now="2026-09-20T09:00:00+02:00", code=1).out)

    def test_E16_what_is_kept_is_reviewed(self):
        self.assertEqual(self.office.data("review")["people"], [])
        later = "2029-11-01T09:00:00+01:00"
        self.assertEqual(len(self.office.data("review", now=later)["people"]), 61)
        kept = self.office.done("review", "--keep", MAIL, "--until", "2031-01-01", now=later)
        self.assertIn("Yannick Le Gallou\u00a0: conservation décidée jusqu’au 1er janvier 2031", kept.out)
        self.assertEqual(len(self.office.data("review", now=later)["people"]), 60)
        self.assertEqual(len(self.office.data("review", now="2031-01-02T09:00:00+01:00")["people"]), 61)
        self.office.done("mandate", "Pieter Van der Meulen", "--end")
        ended = self.office.data("review")["people"]
        self.assertEqual([(it["mail"], it["ended"]) for it in ended], [("p.vandermeulen@halen-agglo.example", "2026-09-15")])
        self.assertIn("plus aucun mandat depuis le 15 septembre 2026", self.office.done("review").out)

    def test_without_a_ledger(self):
        empty = Office()
        for verb in (("list",), ("show", "x"), ("export", "x"), ("review",)):
            run = empty.people(*verb)
            self.assertEqual(run.code, 1)
            self.assertIn("registre", run.err)
        self.assertFalse(empty.database.exists())


if __name__ == "__main__":
    unittest.main()
