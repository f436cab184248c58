"""B3, two hundred processes at once for fifteen seats: arrival is the ledger's commit order, nobody is lost, nobody is told otherwise."""
import contextlib
import json
import subprocess
import time
import unittest

from tests.support.desk import HEADER, mail
from tests.support.ledger import occupied, postgresql
from tests.support.portal import Portal

NETWORK, WORKSHOP = "ateliers-du-val", "workshop:equipe-volante"
PROCESSES, SEATS = 200, 15
BUSY = 75


class Room:
    """A portal of one network with two hundred inhabitants in its ledger: who states to come freely is accepted while there is a seat."""

    def __init__(self, setting):
        self.portal = Portal()
        self.portal.keep_only(NETWORK)
        if setting == "postgresql":
            self.portal.environment["CENACLE_LEDGER"] = postgresql()
        self.mails = [mail(f"Ida{number} Habitante") for number in range(PROCESSES)]
        lines = [HEADER, *(f"{NETWORK};Habitante;Ida{number};{it};;;;Habitants;01/01/2026" for number, it in enumerate(self.mails))]
        self.portal.write("roster.csv", "\n".join(lines) + "\n")
        done = self.portal.run("people", "import", self.portal.path("roster.csv"))
        if done.code != 0:
            raise AssertionError(done.err)
        self.before = len(self.facts())

    def start(self, who):
        return subprocess.Popen(self.portal.command("--format", "json", "register", who, WORKSHOP, "--state", "volontaire"), cwd="/",
                                env=self.portal.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def all_at_once(self, mails):
        """What each process ended with, and said: address → (code, out, err)."""
        running = {who: self.start(who) for who in mails}
        return {who: (*process.communicate(timeout=300), process.returncode) for who, process in running.items()}

    def lines(self):
        done = self.portal.run("db", "export")
        if done.code != 0:
            raise AssertionError(done.err)
        return [json.loads(line) for line in done.out.splitlines()]

    def facts(self):
        return [line for line in self.lines() if "fact" in line]


class Crowd(unittest.TestCase):
    maxDiff = None

    def rooms(self):
        for setting in ("sqlite", "postgresql"):
            with self.subTest(setting=setting):
                yield Room(setting)

    def test_B3_two_hundred_ask_at_once_for_fifteen_seats(self):
        for room in self.rooms():
            told, left = {}, room.mails
            for _ in range(20):
                ended = room.all_at_once(left)
                self.assertEqual({code for _, _, code in ended.values()} - {0, BUSY}, set(), [it for it in ended.values() if it[2] not in (0, BUSY)][:3])
                told |= {who: json.loads(out)["effects"][0] for who, (out, _, code) in ended.items() if code == 0}
                left = [who for who, (_, _, code) in ended.items() if code == BUSY]
                self.holds_exactly(room, told)
                if not left:
                    break
            self.assertEqual(left, [])
            self.assertEqual(sorted(told), sorted(room.mails))
            checked = room.portal.run("db", "check")
            self.assertEqual(checked.code, 0, checked.out + checked.err)
            listed = json.loads(room.portal.run("--format", "json", "registrations", WORKSHOP).out)
            self.assertEqual(listed["seats"], {"limit": SEATS, "taken": SEATS, "waiting": PROCESSES - SEATS})
            readers = room.portal.read(f".cenacle/access/{NETWORK}.equipe-volante").split()
            self.assertEqual(readers, sorted(who for who, effect in told.items() if effect["state"] == "accepted"))

    def holds_exactly(self, room, told):
        """The ledger has all that those who were told so have asked, one after the other, and nothing of anybody else."""
        lines = room.lines()
        address = {line["identity"]: line["mail"] for line in lines if "identity" in line}
        facts = [line for line in lines if "fact" in line]
        self.assertEqual([fact["fact"] for fact in facts], list(range(1, len(facts) + 1)))
        by_arrival, state = [], {}
        for fact in facts[room.before:]:
            if fact["kind"] == "requested":
                by_arrival.append(fact["registration"])
                self.assertEqual(address[fact["person"]], next(who for who, it in told.items() if it["registration"] == fact["registration"]))
            # a command's facts stand together: all are of the last who came
            self.assertEqual(fact["registration"], by_arrival[-1])
            if fact["kind"] == "moved":
                state[fact["registration"]] = fact["value"]
        self.assertEqual(by_arrival, list(range(1, len(told) + 1)))
        expected = {number: ("accepted", None) if number <= SEATS else ("waiting", number - SEATS) for number in by_arrival}
        self.assertEqual({it["registration"]: (it["state"], it.get("rank")) for it in told.values()}, expected)
        self.assertEqual(state, {number: state for number, (state, _) in expected.items()})

    def test_who_waits_in_vain_is_told_to_try_again_and_nothing_was_written(self):
        rooms = [(room, room.facts()) for room in (Room("sqlite"), Room("postgresql"))]
        with contextlib.ExitStack() as stack:
            for room, _ in rooms:
                stack.enter_context(occupied(room.portal))
            began = time.monotonic()
            running = [(room.start(who), before) for room, before in rooms for who in room.mails[:4]]
            for process, _ in running:
                out, err = process.communicate(timeout=120)
                self.assertEqual((process.returncode, json.loads(out)["obstacle"]["code"]), (BUSY, "busy"), err)
                self.assertIn("nothing was recorded, try again", out)
            self.assertGreater(time.monotonic() - began, 15)  # they are patient
        for room, before in rooms:
            self.assertEqual(room.facts(), before)
            self.assertEqual({code for _, _, code in room.all_at_once(room.mails[:4]).values()}, {0})


if __name__ == "__main__":
    unittest.main()
