"""Rows E5 to E20 at the command line: two spaces, two approvals, visits, calls, advice, reports, exclusions."""
import json
import unittest

from tests.support.desk import Desk, mail

NETWORK = "network:secretaires-de-mairie"
COMMUNITY = "space:haut-sarlon"
TRAINED = "Secrétaire issu d’une formation du centre"


class SecretairesDeMairie(Desk):
    network = "secretaires-de-mairie"
    organisers = {"Chloé Cheffe", "Ali Administrateur", "Rose Référente"}
    people = [
        ("Chloé Cheffe", "cdg-tarvenne", "chef-de-projet"), ("Ali Administrateur", "cdg-tarvenne", "administrateur"),
        ("Rose Référente", "cc-haut-sarlon", "referent", "haut-sarlon"),
        ("Ann Agente", "chantevrain"), ("Bob Agent", "lussombre"), ("Cid Agent", "pontaurel"),
        ("Sue Secrétaire", "chantevrain", "secretaire"), ("Dee Directrice", "bourg-sarlon", "directeur-general"),
        ("Nell Nouvelle", "la-vernolle", "secretaire", "", TRAINED, "01/06/2026"),
    ]

    def requests(self, *words):
        return json.loads(self.portal.run("--format", "json", "request", "list", *words).out)

    def admitted(self, name="Ann Agente"):
        number = self.act("register", name, COMMUNITY).number
        self.act("approve", number, "--as", "administrateur")
        self.act("approve", number, "--as", "referent")
        return number

    def test_E5_each_space_has_its_own_people(self):
        large = self.act("register", "Dee Directrice", "space:departement-tarvenne", code=1)
        self.assertEqual(large.breaches()["espace-departemental"]["article"], "1.2")
        elsewhere = self.act("register", "Sue Secrétaire", "space:ouvre-tarvenne", code=1)
        self.assertIn("n’est pas de la communauté de", elsewhere.text)
        self.assertEqual(self.act("register", "Dee Directrice", COMMUNITY).state, "requested")
        self.admitted()
        self.assertEqual(self.members("haut-sarlon"), {mail("Ann Agente")})
        self.assertNotIn(mail("Ann Agente"), self.readers("departement-tarvenne"))

    def test_E6_two_approvals_in_any_order(self):
        number = self.act("register", "Ann Agente", COMMUNITY).number
        half = self.act("approve", number, "--as", "referent")
        self.assertEqual((half.state, half.data["missing"]), ("requested", [{"need": "approvals", "of": ["administrateur"]}]))
        self.assertEqual(self.obstacle("approve", number, "--as", "referent"), "already-approved")
        self.assertEqual(self.obstacle("approve", number, "--as", "maire"), "not-asked")
        whole = self.act("approve", number, "--as", "administrateur")
        self.assertEqual(whole.state, "accepted")
        self.assertIn(mail("Ann Agente"), self.readers("haut-sarlon"))

    def test_E6_one_refusal_ends_it(self):
        number = self.act("register", "Bob Agent", COMMUNITY).number
        self.act("approve", number, "--as", "administrateur")
        done = self.act("approve", number, "--as", "referent", "--refuse", "--because", "Ce poste n’a pas besoin de l’espace.")
        self.assertEqual(done.state, "refused")
        self.assertIn("opposition (referent) : « Ce poste n’a pas besoin de l’espace. »", self.story("Bob Agent"))
        self.assertEqual(self.obstacle("approve", number, "--as", "referent"), "already-over")

    def test_E6_the_department_is_for_secretaries_only(self):
        done = self.act("register", "Ann Agente", "space:departement-tarvenne", code=1)
        self.assertEqual(done.breaches()["pas-le-departement"]["article"], "1.4")

    def test_E9_webinars_are_open_inside_the_network(self):
        early = self.act("register", "Ann Agente", "meeting:igkqr5ux9i", code=1)
        self.assertEqual((early.state, early.breaches()["membres-du-reseau"]["article"]), ("refused", "2.7"))
        self.assertIn("article 2.7 de la Convention d’adhésion au réseau", early.text)
        self.admitted()
        self.assertEqual(self.act("register", "Ann Agente", "meeting:igkqr5ux9i").state, "accepted")
        self.act("answer", "Ann Agente", "meeting:igkqr5ux9i", "--remote")
        came = self.act("attend", "meeting:igkqr5ux9i", "Ann Agente", now="2026-10-07T09:00:00+02:00")
        self.assertEqual(came.state, "attended")

    def test_E11_a_newcomer_has_two_half_days_within_six_months(self):
        number = self.act("register", "Nell Nouvelle", NETWORK, "--as", "prise-de-poste").number
        self.act("visit", number, "--date", "2026-09-10")
        self.act("visit", number, "--date", "2026-09-14")
        third = self.portal.run("visit", number)
        self.assertEqual(third.code, 1)
        self.assertIn("accompagnement se fait sur devis", third.out)
        ended = self.act("apply", now="2026-12-02T09:00:00+01:00")
        self.assertEqual([it["state"] for it in ended.data["settled"]], ["ended"])
        self.assertEqual(self.obstacle("register", "Ann Agente", NETWORK, "--as", "prise-de-poste"), "not-open")

    def test_E12_the_network_is_called_on_and_answers_are_gathered(self):
        words = ("request", "call", "Ann Agente", COMMUNITY, "--text", "Qui peut tenir l’accueil demain ?")
        self.assertEqual(self.obstacle(*words), "not-member")
        self.admitted("Ann Agente")
        self.admitted("Bob Agent")
        called = self.act(*words)
        self.assertIn("aux 2 personnes qui lisent cet espace", called.text)
        number = called.remark("asked")["number"]
        self.act("request", "reply", number, "Bob Agent", "--choice", "oui", "--text", "Le matin seulement.")
        call = self.requests("--kind", "call")[0]
        self.assertEqual((call["choices"], [it["text"] for it in call["replies"]]), ({"oui": 1}, ["Le matin seulement."]))

    def test_E13_a_departure_ends_every_access_the_same_day(self):
        self.admitted()
        left = self.act("depart", "Ann Agente")
        self.assertEqual({(it["audience"], it["begins"]) for it in left.data["access"]},
                         {("haut-sarlon", False), ("secretaires-de-mairie", False)})
        self.assertEqual(self.members("haut-sarlon"), set())
        self.assertEqual(self.obstacle("register", "Ann Agente", COMMUNITY), "departed")
        self.assertEqual(self.obstacle("depart", "Ann Agente"), "already-departed")
        self.assertEqual(self.obstacle("depart", "Bob Agent", "--date", "2026-10-01"), "not-yet")

    def test_E13_a_shared_mailbox_is_refused_unless_the_coordinator_says_why(self):
        changed = self.portal.run("people", "set", mail("Bob Agent"), "--mail", "mairie@lussombre.example", "--allow-shared",
                                  "--because", "Une seule boîte à la mairie.")
        self.assertEqual(changed.code, 0, changed.err)
        asked = self.portal.run("register", "mairie@lussombre.example", COMMUNITY)
        self.assertEqual(asked.code, 1)
        self.assertIn("article 1.3 de la Charte d’utilisation de la plateforme", asked.out.replace("\u00a0", " "))
        again = self.portal.run("register", "mairie@lussombre.example", COMMUNITY, "--insist", "--because", "Une seule boîte à la mairie.")
        self.assertEqual(again.code, 0, again.out + again.err)

    def test_E14_access_ends_and_the_employer_is_told(self):
        self.admitted()
        done = self.act("exclude", "Ann Agente", "--network", "secretaires-de-mairie", "--because", "A prêté son identifiant.")
        self.assertIn("à Chantevrain, employeur de Ann Agente : l’exclusion", done.text)
        self.assertEqual(self.members("haut-sarlon"), set())
        facts = json.loads(self.portal.run("--format", "json", "explain", mail("Ann Agente")).out)["facts"]
        standing = next(it for it in facts if it["kind"] == "standing")
        self.assertEqual((standing["value"], standing["body"]), ("excluded", "chantevrain"))

    def test_E17_advice_goes_to_the_expert_of_the_topic_and_is_followed_until_answered(self):
        asked = self.act("request", "advice", "Sue Secrétaire", NETWORK, "--topic", "archives", "--text", "Que garder des listes ?")
        self.assertIn("confiée à Archiviste itinérant", asked.text)
        number = asked.remark("asked")["number"]
        self.assertEqual((self.requests("--open")[0]["role"], self.requests("--open")[0]["topic"]), ("archiviste", "archives"))
        self.act("request", "route", number, "chef-de-projet")
        self.act("request", "reply", number, "Chloé Cheffe", "--text", "Trois ans.")
        self.act("request", "close", number, "done")
        self.assertEqual(self.requests("--kind", "advice")[0]["outcome"], "done")
        self.assertIn("« Trois ans. »", self.story("Sue Secrétaire") + self.story("Chloé Cheffe"))
        unknown = self.portal.run("request", "advice", mail("Sue Secrétaire"), NETWORK, "--topic", "archive", "--text", "?")
        self.assertEqual(unknown.code, 2)

    def test_E18_a_survey_gathers_one_answer_from_each(self):
        self.admitted()
        number = self.act("request", "survey", "Chloé Cheffe", NETWORK, "--text", "Quel jour pour les matinales ?").remark("asked")["number"]
        self.act("request", "reply", number, "Ann Agente", "--choice", "mardi")
        self.act("request", "reply", number, "Sue Secrétaire", "--choice", "jeudi")
        self.act("request", "reply", number, "Ann Agente", "--choice", "jeudi")
        self.assertEqual(self.requests("--kind", "survey")[0]["choices"], {"jeudi": 2})

    def test_E19_a_report_has_its_follow_up_and_rights_may_be_restricted(self):
        self.admitted()
        report = self.act("request", "abuse", "Sue Secrétaire", COMMUNITY, "--about", "Ann Agente", "--to", "administrateur",
                          "--text", "Un dépôt publicitaire.")
        number = report.remark("asked")["number"]
        self.act("restrict", "Ann Agente", "--network", "secretaires-de-mairie", "--to", "read-only", "--because", "Publicité.")
        self.assertIn(mail("Ann Agente"), self.readers("haut-sarlon"))
        for kind in ("contribution", "call"):
            self.assertEqual(self.obstacle("request", kind, "Ann Agente", COMMUNITY, "--text", "Encore."), "read-only")
        self.act("restrict", "Ann Agente", "--network", "secretaires-de-mairie", "--to", "no-contribution", "--because", "Réparé.")
        self.assertEqual(self.obstacle("request", "contribution", "Ann Agente", COMMUNITY, "--text", "Encore."), "no-contribution")
        self.act("request", "close", number, "done", "--because", "Droits restreints.")
        self.act("restrict", "Ann Agente", "--network", "secretaires-de-mairie", "--to", "full", "--because", "Elle a retiré le dépôt.")
        self.act("request", "contribution", "Ann Agente", COMMUNITY, "--text", "Une fiche.")
        self.assertIn("ne peut plus que lire", self.story("Ann Agente"))

    def test_E20_without_a_referent_the_project_lead_speaks(self):
        number = self.act("register", "Cid Agent", "space:landes-de-brivelle").number
        self.act("approve", number, "--as", "administrateur")
        done = self.act("approve", number, "--as", "chef-de-projet")
        self.assertEqual(done.state, "accepted")
        held = self.act("register", "Ann Agente", COMMUNITY).number
        self.assertEqual(self.obstacle("approve", held, "--as", "chef-de-projet"), "not-asked")


if __name__ == "__main__":
    unittest.main()
