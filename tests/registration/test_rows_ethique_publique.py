"""Rows D1, D4 and D5 at the command line: an open community that everybody confirms and is counted in, groups that members propose."""
import csv
import io
import json
import unittest

from tests.support.desk import Desk, mail
from tests.support.portal import NOW

COMMUNITY = "network:ethique-publique"


class EthiquePublique(Desk):
    network = "ethique-publique"
    people = [("Ada Animation", "inmt", "animation"), ("Cyr Vaubrune", "ville-vaubrune"), ("Dot Citoyenne", ""), ("Eve Vaubrune", "ville-vaubrune")]

    def requests(self, *words):
        return json.loads(self.portal.run("--format", "json", "request", "list", *words).out)

    def join(self, name):
        number = self.act("register", name, COMMUNITY).number
        self.act("confirm", number)
        return number

    def test_D1_registration_is_open_to_all_and_confirmed_by_the_persons_own_reply(self):
        asked = self.act("register", "Dot Citoyenne", COMMUNITY)
        self.assertEqual((asked.state, [it["need"] for it in asked.data["missing"]]), ("requested", ["confirmation"]))
        self.assertEqual(asked.data["access"], [])
        self.assertEqual(self.obstacle("decide", asked.number, "--accept"), "not-asked")
        done = self.act("confirm", asked.number)
        self.assertEqual((done.state, done.data["access"][0]["audience"]), ("accepted", "ethique-publique"))
        self.assertIn(mail("Dot Citoyenne"), self.readers("ethique-publique"))
        self.assertEqual(self.obstacle("register", "Dot Citoyenne", COMMUNITY), "already-registered")
        self.act("withdraw", asked.number)
        self.assertNotIn(mail("Dot Citoyenne"), self.readers("ethique-publique"))

    def members_by_month(self, now):
        """The numbers of members that the page on indicators gives as data, each month's last column."""
        done = self.portal.run("build", now=now)
        self.assertEqual(done.code, 0, done.err)
        found = list((self.portal.folder / "output/site/ethique-publique").glob("*membres*.csv"))
        self.assertEqual(len(found), 1, "the members of each month are one file")
        header, *lines = csv.reader(io.StringIO(found[0].read_text(encoding="utf-8-sig")))
        self.assertEqual(header[:2], ["month", "members"])
        return {line[0]: line[1] for line in lines}

    def test_D5_members_are_counted_by_month_and_fewer_than_three_are_not_told(self):
        self.join("Cyr Vaubrune")
        self.join("Dot Citoyenne")
        asked = self.act("register", "Eve Vaubrune", COMMUNITY).number
        self.assertEqual(self.members_by_month(NOW)["2026-09"], "", "two members, and one who has not confirmed, are too few to tell")
        self.act("confirm", asked)
        self.assertEqual(self.members_by_month(NOW)["2026-09"], "3")
        later = "2026-11-04T09:00:00+01:00"
        number = self.act("register", "Ada Animation", COMMUNITY, now=later).number
        self.act("confirm", number, now=later)
        counted = self.members_by_month(later)
        self.assertEqual((counted["2026-09"], counted["2026-10"], counted["2026-11"]), ("3", "3", "4"))
        for path in (self.portal.folder / "output").rglob("*"):
            if path.is_file():
                self.assertNotIn(mail("Ada Animation").encode(), path.read_bytes(), path.name)

    def test_D4_a_member_joins_a_group_at_once_and_others_join_the_community_first(self):
        early = self.act("register", "Cyr Vaubrune", "group:cartographier-les-risques", code=1)
        self.assertEqual((early.state, early.breaches()["inscrit-d-abord"]["article"]), ("refused", "2.1"))
        self.join("Cyr Vaubrune")
        done = self.act("register", "Cyr Vaubrune", "group:cartographier-les-risques")
        self.assertEqual(done.state, "accepted")
        self.assertIn(mail("Cyr Vaubrune"), self.readers("ethique-publique.cartographier-les-risques"))

    def test_D4_a_proposal_goes_to_the_animators(self):
        words = ("request", "group", "Cyr Vaubrune", COMMUNITY, "--text", "Un groupe sur les cadeaux de fin d’année.")
        self.assertEqual(self.obstacle(*words), "not-member")
        self.join("Cyr Vaubrune")
        asked = self.act(*words)
        number = asked.remark("asked")["number"]
        self.assertIn("confiée à Animatrice ou animateur", asked.text)
        self.assertEqual([(it["request"], it["role"], it["outcome"]) for it in self.requests("--open")], [(number, "animation", None)])
        self.act("request", "close", number, "done", "--because", "Bonne idée.")
        self.assertEqual(self.requests("--open"), [])
        self.assertEqual(self.obstacle("request", "close", number, "done"), "request-closed")


class Direct(Desk):
    network = "ethique-publique"
    people = [("Ada Animation", "inmt", "animation"), ("Cyr Vaubrune", "ville-vaubrune")]

    @classmethod
    def prepare(cls, portal):
        rules = portal.folder / "workflows/registration-ethique-publique.toml"
        rules.write_text(rules.read_text(encoding="utf-8").replace('proposals = "review"', 'proposals = "direct"'), encoding="utf-8")

    def test_D4_a_proposal_may_be_agreed_to_at_once(self):
        self.act("confirm", self.act("register", "Cyr Vaubrune", COMMUNITY).number)
        asked = self.act("request", "group", "Cyr Vaubrune", COMMUNITY, "--text", "Un groupe sur les cadeaux.")
        self.assertIn("acceptée d’emblée ; « cenacle new group --from 1 »", asked.text)
        self.assertEqual(json.loads(self.portal.run("--format", "json", "request", "list").out)[0]["outcome"], "done")


if __name__ == "__main__":
    unittest.main()
