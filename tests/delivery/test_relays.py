"""Relays that refuse, stall, close and lie: each mail ends in the state that its answer means, and none is sent twice without
the relay having kept silent."""
import collections
import socket
import sqlite3
import time
import unittest

from tests.support.outbox import Outbox
from tests.support.relay import Relay

# What the relay does with the recipient, and what becomes of the mail. 421 ends the connection.
ANSWERS = {
    "anne": "accepted",
    "rcpt-421": "deferred", "rcpt-450": "deferred", "rcpt-451": "deferred", "rcpt-452": "deferred",
    "rcpt-550": "refused", "rcpt-552": "refused", "rcpt-554": "refused",
    "data-421": "deferred", "data-451": "deferred", "data-554": "refused",
    "end-421": "deferred", "end-450": "deferred", "end-451": "deferred", "end-452": "deferred",
    "end-550": "refused", "end-552": "refused", "end-554": "refused",
    "close-rcpt": "deferred", "close-data": "deferred",
    "stall-rcpt": "deferred", "stall-data": "deferred",
    # A short mail has left whole before the relay closes in the middle of it: nobody here can know.
    "close-half": "in-doubt", "stall-half": "in-doubt",
    "close-end": "in-doubt", "stall-end": "in-doubt",
    "close-taken": "in-doubt", "stall-taken": "in-doubt",
}


class Relays(unittest.TestCase):

    def test_each_answer_at_each_stage(self):
        for connections in (1, 4):
            with self.subTest(connections=connections), Relay() as relay:
                # Each trouble stands between two mails that nothing is wrong with.
                names = [each for name in ANSWERS for each in (name, "zoé")]
                outbox = Outbox().to(relay.port, connections=connections).queue(f"{name}+{number}@a.example" for number, name in enumerate(names))
                code, tally, _ = outbox.send()
                self.assertEqual(code, 75)
                found = dict(zip(names, outbox.states()))
                self.assertEqual({name: found[name] for name in ANSWERS}, ANSWERS)
                self.assertEqual(outbox.states().count("accepted"), len(ANSWERS) + 1)
                self.assertEqual(tally["accepted"], len(ANSWERS) + 1)
                self.assertEqual(set(collections.Counter(relay.ids).values()), {1})
                codes = {name: message.code for name, message in zip(names, outbox.messages())}
                self.assertEqual((codes["rcpt-452"], codes["end-554"], codes["anne"], codes["close-taken"]), (452, 554, 250, 0))

    def test_a_long_mail_that_is_cut_short_has_not_left(self):
        with Relay() as relay:
            outbox = Outbox().to(relay.port).queue(["close-half@a.example", "anne@a.example", "stall-half@a.example"])
            outbox.send(octets=9_000_000)
            self.assertEqual(outbox.states(), ["deferred", "accepted", "deferred"])
            self.assertEqual(relay.recipients, ["anne@a.example"])

    def test_a_mail_that_is_too_long_for_the_relay(self):
        with Relay() as relay:
            outbox = Outbox().to(relay.port).queue(["end-552@a.example", "anne@a.example"])
            outbox.send()
            self.assertEqual(outbox.states(), ["refused", "accepted"])

    def test_what_is_in_doubt_is_offered_again_under_the_same_id(self):
        with Relay() as relay:
            outbox = Outbox().to(relay.port).queue(["close-taken@a.example"])
            outbox.send()
            # Its time comes in a minute; the clock of the ledger is moved.
            for _ in range(6):
                self.move_clock(outbox, 7 * 3600)
                outbox.send()
            self.assertEqual(len(relay.ids), 4)
            self.assertEqual(len(set(relay.ids)), 1)
            self.assertEqual(outbox.messages()[0], (1, "in-doubt", 4, 4, 0))
            self.assertEqual(outbox.send()[0], 0)  # nothing is left to do but for the coordinator

    def move_clock(self, outbox, seconds):
        with sqlite3.connect(outbox.folder / ".cenacle/ledger.db") as ledger:
            ledger.execute("UPDATE messages SET again = again - ?", (seconds,))
        ledger.close()

    def test_a_relay_that_does_not_want_us_is_no_refusal_of_anybody(self):
        for relay in (Relay(greeting="554 go away"), Relay(greeting="421 later"), Relay(hello=("mail-550",)), Relay(hello=("mail-421",))):
            with relay:
                outbox = Outbox().to(relay.port).queue(f"p{number}@a.example" for number in range(50))
                code, tally, said = outbox.send()
                self.assertEqual(code, 75)
                self.assertTrue(tally["trouble"])
                self.assertEqual(tally["left"], 50)
                self.assertTrue(said.strip())
                self.assertLessEqual(relay.connections, 8)
                self.assertLessEqual(set(outbox.states()), {"queued", "deferred"})

    def test_a_relay_that_goes_away_and_comes_back(self):
        with socket.create_server(("127.0.0.1", 0)) as reserved:
            port = reserved.getsockname()[1]
        outbox = Outbox().to(port).queue(f"p{number}@a.example" for number in range(20))
        code, tally, _ = outbox.send()
        self.assertEqual((code, tally["left"], tally["trouble"]), (75, 20, True))
        with Relay() as relay:
            outbox.to(relay.port)
            self.assertEqual(outbox.send()[0], 0)
            self.assertEqual(sorted(relay.recipients), sorted(f"p{number}@a.example" for number in range(20)))

    def test_a_relay_that_takes_fewer_connections_or_few_mails_on_each(self):
        for relay in (Relay(most=2), Relay(first=3), Relay(first=1)):
            with relay:
                outbox = Outbox().to(relay.port, connections=5).queue(f"p{number}@a.example" for number in range(60))
                code, tally, said = outbox.send()
                self.assertEqual((code, tally["accepted"]), (0, 60), said)
                self.assertEqual(set(collections.Counter(relay.ids).values()), {1})

    def test_a_relay_that_refuses_mail_for_now(self):
        with Relay(hello=("mail-452",)) as relay:
            outbox = Outbox().to(relay.port).queue(["a@a.example", "b@a.example"])
            self.assertEqual(outbox.send()[0], 75)
            self.assertEqual(outbox.states(), ["deferred", "deferred"])
            self.assertEqual(outbox.messages()[0].code, 452)

    def test_what_arrives_is_what_was_written(self):
        with Relay() as relay:
            outbox = Outbox().to(relay.port).queue(["anne.roy@a.example"])
            outbox.send()
            (to, text), = relay.taken
            self.assertEqual(to, "anne.roy@a.example")
            head, body = text.split(b"\r\n\r\n", 1)
            self.assertEqual(head.count(b"\r\n"), 3)
            lines = body.removesuffix(b"\r\n").split(b"\r\n")
            self.assertGreater(len(lines), 10)
            self.assertEqual(set(lines), {".Vous êtes conviés à la séance du mois, à la mairie.".encode()})  # its dot is there
            self.assertIn("MAIL FROM:<portail@net.example>", "\n".join(relay.commands))

    def test_an_address_adds_no_command(self):
        hostile = ["a@b.example>\rRSET", "a@b.example> NOTIFY=NEVER", "a b@c.example", "a@b.example,c@d.example", "<a@b.example>", "@", "a@",
                   "x" * 400 + "@a.example", "a\x7f@c.example"]
        with Relay() as relay:
            outbox = Outbox().to(relay.port).queue([*hostile, "anne@a.example"])
            code, tally, _ = outbox.send()
            self.assertEqual((code, tally["accepted"], tally["refused"]), (0, 1, len(hostile)))
            self.assertEqual(relay.recipients, ["anne@a.example"])
            self.assertEqual({command.split(" ")[0] for command in relay.commands}, {"EHLO", "MAIL", "RCPT", "DATA", "QUIT"})

    def test_a_rate_is_kept(self):
        with Relay() as relay:
            outbox = Outbox().to(relay.port, per_minute=1200).queue(f"p{number}@a.example" for number in range(20))
            began = time.monotonic()
            self.assertEqual(outbox.send()[0], 0)
            self.assertGreaterEqual(time.monotonic() - began, 0.9)

    def test_stopped_between_two_mails(self):
        with Relay() as relay:
            outbox = Outbox().to(relay.port, per_minute=600).queue(f"p{number}@a.example" for number in range(100))
            running = outbox.start()
            while not relay.taken and running.poll() is None:
                time.sleep(0.01)
            running.terminate()
            running.communicate(timeout=30)
            self.assertEqual(running.returncode, 75)
            states = collections.Counter(outbox.states())
            self.assertEqual(set(states), {"accepted", "queued"})
            self.assertEqual(states["accepted"], len(relay.taken))


if __name__ == "__main__":
    unittest.main()
