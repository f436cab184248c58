"""Rows D1 to D6 over months: a registration that one confirms oneself, questions that reach experts, a yearly review."""
import unittest

from tests.support.desk import mail
from tests.support.post import Post

COMMUNITY = "network:ethique-publique"
QUESTION = "content/ethique-publique/contributions/2026-10-05-question-cadeau.md"
TITLE = "Un coffret de vin à la porte du service : qui le rend ?"


def at(day, hour=9, minute=0):
    return f"2026-{day}T{hour:02}:{minute:02}:00+02:00"


class EthiquePublique(Post):
    network = "ethique-publique"
    people = [("Ada Animation", "inmt", "animation"), ("Eva Experte", "opl", "experte-alerte"), ("Ina Institut", "inmt", "referente-inmt"),
              ("Obe Observatoire", "opl", "referent-opl"), ("Cyr Vaubrune", "ville-vaubrune"), ("Dot Citoyenne", "")]

    def ask(self):
        self.portal.write(QUESTION, f'+++\ntitle = "{TITLE}"\nkind = "question"\ndate = 2026-10-05\nauthor = "body:ville-vaubrune"\n'
                                    'topics = ["alerte"]\n+++\n\nIl est arrivé ce matin, sans carte.\n')

    def answer(self):
        self.portal.write(QUESTION.replace("10-05-question", "10-08-reponse"),
                          '+++\ntitle = "Au plus simple : le rendre"\nkind = "answer"\ndate = 2026-10-08\nauthor = "body:opl"\n'
                          'answers = "contribution:2026-10-05-question-cadeau"\ntopics = ["alerte"]\n+++\n\nEt l’écrire au registre.\n')

    def test_D1_one_confirms_from_ones_own_mailbox_and_nobody_decides(self):
        self.leaves(at("09-13"))
        number = self.asked("Dot Citoyenne", COMMUNITY, now=at("09-14"))
        letters = self.leaves(at("09-14", 9, 1))
        confirm = self.only(letters)
        self.assertEqual((confirm.to, confirm.subject.split(" : ")[0]), (mail("Dot Citoyenne"), "Confirmez votre inscription"))
        self.assertIn("mailto:reponses@reseaux-en-commun.example", confirm.text)
        self.do("confirm", number, now=at("09-15"))
        welcome = self.leaves(at("09-15", 9, 1))
        self.assertIn((mail("Dot Citoyenne"), "Bienvenue"), [(it.to, it.subject.split(" : ")[0]) for it in welcome])
        self.assertEqual(self.told(at("09-18"), "Confirmez"), [])

    def test_D1_who_does_not_confirm_is_asked_once_more(self):
        self.asked("Dot Citoyenne", COMMUNITY, now=at("09-14"))
        self.leaves(at("09-14", 9, 1))
        self.assertEqual([self.told(at(day), "Confirmez") for day in ("09-16", "09-17", "09-20", "10-01")],
                         [[], self.to("Dot Citoyenne"), [], []])

    def test_D2_a_question_goes_to_the_experts_of_its_topics(self):
        self.leaves(at("10-04"))
        self.ask()
        routed = self.only([it for it in self.leaves(at("10-05", 10)) if TITLE in it.subject])
        self.assertEqual((routed.to, routed.subject.split(" : ")[0]), (mail("Eva Experte"), "Une question pour vous"))
        self.assertEqual([self.told(at(day), "Toujours sans réponse : " + TITLE) for day in ("10-14", "10-15", "10-16")],
                         [[], self.to("Ada Animation"), []])

    def test_D2_a_question_that_has_its_answer_troubles_nobody(self):
        self.leaves(at("10-04"))
        self.ask()
        self.leaves(at("10-05", 10))
        self.answer()
        self.assertEqual([it.subject for it in self.leaves(at("10-15")) if TITLE in it.subject], [])

    def test_D4_a_proposal_goes_to_the_animators(self):
        number = self.asked("Cyr Vaubrune", COMMUNITY, now=at("09-14"))
        self.do("confirm", number, now=at("09-14"))
        self.leaves(at("09-14", 10))
        self.do("request", "group", "Cyr Vaubrune", COMMUNITY, "--text", "Un groupe sur les cadeaux de fin d’année.", now=at("09-15"))
        told = self.only(self.leaves(at("09-15", 10), "Proposition n°"))
        self.assertEqual(told.to, mail("Ada Animation"))
        self.assertIn("Un groupe sur les cadeaux de fin d’année.", told.text)

    def test_D6_both_partners_get_the_year_in_january(self):
        self.assertEqual(self.told("2027-01-14T09:00:00+01:00", "Bilan"), [])
        self.assertEqual(self.told("2027-01-15T09:00:00+01:00", "Bilan 2026 : "), self.to("Ina Institut", "Obe Observatoire"))
        self.assertEqual(self.told("2027-01-16T09:00:00+01:00", "Bilan"), [])


if __name__ == "__main__":
    unittest.main()
