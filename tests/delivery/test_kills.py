"""Senders that are killed, that are two, that have no room left: nothing is lost, and a second copy is only where the ledger knows
of a claim without an answer."""
import collections
import os
import random
import resource
import subprocess
import time
import unittest

from tests.support.outbox import Outbox
from tests.support.relay import ID, Relay

LONG = os.environ.get("CENACLE_LONG") == "1"
KILLS = 300 if LONG else 15
MAILS = 5000 if LONG else 1000
SEED = int(os.environ.get("CENACLE_SEED") or 20260915)
CONNECTIONS = 4


def addresses(count):
    return [f"p{number}@a{number % 7}.example" for number in range(count)]


class Killed(unittest.TestCase):

    def held(self, outbox, ids, kills, mails):
        """What must hold once all is over, whatever happened on the way."""
        copies = collections.Counter(ids)
        messages = outbox.messages()
        self.assertEqual(len(messages), mails)
        self.assertEqual(len(copies), mails, "a mail was lost")
        self.assertEqual({each.state for each in messages}, {"accepted"})
        more = sum(copies.values()) - mails
        self.assertLessEqual(more, CONNECTIONS * kills)
        # Each second copy is of a message that the outbox says was in doubt.
        self.assertLessEqual(more, sum(each.doubts for each in messages))
        self.assertLessEqual(sum(each.doubts for each in messages), CONNECTIONS * kills)
        return more

    def campaign(self, setting, kills, mails):
        dice = random.Random(SEED)
        with Relay() as relay:
            outbox = Outbox(setting).to(relay.port, connections=CONNECTIONS).queue(addresses(mails))
            done = 0
            while done < kills:
                running = outbox.start()
                started = len(relay.taken)
                patience = time.monotonic() + 20  # until it is at work, most of the time
                while dice.random() < 0.9 and len(relay.taken) == started and running.poll() is None and time.monotonic() < patience:
                    time.sleep(0.002)
                time.sleep(dice.uniform(0, 0.08))
                if running.poll() is None:
                    running.kill()
                    done += 1
                running.communicate()
                if len(relay.taken) > mails - 100:
                    outbox.queue(addresses(mails))
                    mails *= 2
            while outbox.send(timeout=600)[0] == 75:
                pass
            more = self.held(outbox, relay.ids, kills, mails)
            print(f"{setting}: {kills} kills, {mails} mails, {more} second copies")

    def test_killed_at_any_moment(self):
        self.campaign("sqlite", KILLS, MAILS)

    def test_killed_at_any_moment_on_a_server(self):
        self.campaign("postgresql", max(KILLS // 10, 5), MAILS // 2)

    def test_two_senders_share_the_work(self):
        for setting in ("sqlite", "postgresql"):
            with self.subTest(setting=setting), Relay() as relay:
                first = Outbox(setting).to(relay.port).queue(addresses(400))
                second = Outbox(folder=first.folder if setting == "sqlite" else None)
                second.environment = first.environment
                running = [first.start(), second.start()]
                for each in running:
                    out, err = each.communicate(timeout=120)
                    self.assertIn(each.returncode, (0, 75), out)  # 75: the other is still at the last ones
                    self.assertEqual(err, b"")
                self.assertEqual(self.held(first, relay.ids, 0, 400), 0)
                if setting == "postgresql":
                    with_facts = subprocess.run(["psql", "-qXtA", first.environment["CENACLE_LEDGER"].split(":", 1)[1], "-c",
                                                 "SELECT count(DISTINCT value) FROM facts WHERE kind = 'offered'"], capture_output=True, text=True)
                    self.assertEqual(with_facts.stdout.strip(), "2")

    def test_two_senders_of_which_one_is_killed(self):
        with Relay() as relay:
            outbox = Outbox("postgresql").to(relay.port).queue(addresses(300))
            other = Outbox()
            other.environment = outbox.environment
            staying, leaving = outbox.start(), other.start()
            while len(relay.taken) < 40:
                time.sleep(0.005)
            leaving.kill()
            leaving.communicate()
            staying.communicate(timeout=120)
            # What the dead one had claimed waits for its name, or for the claim's end.
            self.assertLessEqual(sum(each.state == "offered" for each in outbox.messages()), CONNECTIONS)
            while other.send()[0] == 75:
                pass
            self.held(outbox, relay.ids, 1, 300)

    def test_a_ledger_that_cannot_grow(self):
        """What left is in doubt at worst: the next run knows of it."""
        with Relay() as relay:
            outbox = Outbox().to(relay.port).queue(addresses(300))
            ledger = outbox.folder / ".cenacle/ledger.db"
            room = ledger.stat().st_size + (1 << 17)
            done = outbox.run("send", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
            self.assertEqual(done.code, 74, done.out + done.err)
            self.assertIn("ledger", done.err)
            self.assertGreater(len(relay.taken), 0)
            self.assertLess(len(relay.taken), 300)
            self.assertEqual(outbox.send()[0], 0)
            self.held(outbox, relay.ids, 1, 300)


class Folder(unittest.TestCase):

    def files(self, outbox):
        return sorted(path.name for path in (outbox.folder / "output/mail").iterdir())

    def test_killed_while_it_writes_files(self):
        dice = random.Random(SEED)
        outbox = Outbox().queue(addresses(2000))
        for _ in range(KILLS):
            running = outbox.start()
            time.sleep(dice.uniform(0, 0.3))
            running.kill()
            running.communicate()
        while outbox.send()[0] == 75:
            pass
        self.assertEqual([name for name in self.files(outbox) if not name.startswith(".")], [f"{number:06}.eml" for number in range(1, 2001)])
        texts = [(outbox.folder / "output/mail" / name).read_bytes() for name in self.files(outbox) if not name.startswith(".")]
        self.assertEqual(len({ID.search(text)[1] for text in texts}), 2000)
        self.assertTrue(all(text.endswith(b"\r\n") and len(text) >= 2000 for text in texts))
        self.assertEqual({each.state for each in outbox.messages()}, {"accepted"})

    def test_a_full_disk(self):
        outbox = Outbox().queue(addresses(20))
        (outbox.folder / ".cenacle/mail.toml").write_text('[folder]\npath = "sortie"\n')
        done = outbox.run("send", 400_000, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)))
        self.assertEqual(done.code, 75, done.err)
        self.assertRegex(done.err, r"cannot write .*sortie/\d{6}\.eml: File too large")
        self.assertEqual(list((outbox.folder / "sortie").iterdir()), [])  # no half
        self.assertLessEqual({each.state for each in outbox.messages()}, {"deferred", "queued"})
        self.assertEqual(outbox.send()[0], 0)
        self.assertEqual(len(list((outbox.folder / "sortie").iterdir())), 20)


if __name__ == "__main__":
    unittest.main()
