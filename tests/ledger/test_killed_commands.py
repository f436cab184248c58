"""`kill -9` at any moment of commands of all sorts: each happened whole or not at all, and the ledger is whole.

Beside the ledger whose commands are killed, a second one is led by the same commands left alive: after each, the first
says what the second says, or what it said before.
"""
import collections
import contextlib
import datetime
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
import unittest

from tests.ledger.commands import Draw
from tests.support.ledger import occupied, postgresql
from tests.support.portal import NOW, ROOT, Portal, new_folder

LONG = os.environ.get("CENACLE_LONG") == "1"
KILLS = {"sqlite": 500 if LONG else 25, "postgresql": 200 if LONG else 10}
TURN = {"sqlite": 0.08, "postgresql": 0.6}  # for what part of its time a command has the ledger
SEED = int(os.environ.get("CENACLE_SEED") or 20260915)
ID = re.compile(r"p-[a-z2-7]{16}")


def has_ledger_open(pid):
    """Whether a process has SQLite's log, or a connection."""
    with contextlib.suppress(OSError):  # it closes, or ends
        with os.scandir(f"/proc/{pid}/fd") as opened:
            return any(os.readlink(it).startswith("socket:") or os.readlink(it).endswith("ledger.db-wal") for it in opened)
    return False


def but_mails(exported):
    """Without the outbox, whose order follows people's ids, and whose facts name the sender and its seconds."""
    facts, identities = exported
    return [line for line in facts if not any(f'"kind":"{kind}"' in line for kind in ("queued", "offered", "relayed"))][:-1], identities


class Led:
    """A portal whose ledger is led by commands."""

    def __init__(self, setting="sqlite"):
        self.portal = Portal()
        self.connection = None
        if setting == "postgresql":
            self.portal.environment["CENACLE_LEDGER"] = postgresql()
            self.connection = self.portal.environment["CENACLE_LEDGER"].removeprefix("postgresql:")

    def run(self, *words, now=NOW):
        return self.portal.run("--format", "json", *words, now=now)

    def exported(self):
        """The export, with people numbered as they appear: their ids are drawn anew in each ledger."""
        done = self.portal.run("db", "export")
        if done.code != 0:
            raise AssertionError(done.err)
        names = {}
        text = ID.sub(lambda it: names.setdefault(it[0], f"n{len(names)}"), done.out)
        return [line for line in text.splitlines() if '"identity"' not in line], sorted(line for line in text.splitlines() if '"identity"' in line)

    def killed(self, words, now, wait, aimed):
        """Runs a command that is killed after so many seconds, of its start or, aimed, of its turn to write; nothing of it goes
        on. Gives how it ended: by itself, or killed with the ledger open or not."""
        with occupied(self.portal) if aimed else contextlib.nullcontext():
            running = subprocess.Popen(self.portal.command("--format", "json", *words, now=now), cwd="/", env=self.portal.environment,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while aimed and running.poll() is None and not has_ledger_open(running.pid):
                pass
        ended = "by itself"
        try:
            running.wait(wait)
        except subprocess.TimeoutExpired:
            ended = "killed with the ledger open" if has_ledger_open(running.pid) else "killed without"
            running.send_signal(signal.SIGKILL)
        if running.wait() != -signal.SIGKILL:
            ended = "by itself"
        if self.connection:  # the server ends what it was told, and only then sees that nobody listens
            others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            while subprocess.run(["psql", "-qXAt", self.connection, "-c", others], check=True, capture_output=True, text=True).stdout.strip() != "0":
                pass
        return ended

    def state(self):
        """What commands change, to be put back."""
        kept = new_folder("kept") / "cenacle"
        shutil.copytree(self.portal.path(".cenacle"), kept, ignore=shutil.ignore_patterns("cache"))
        return kept

    def put_back(self, kept):
        for path in self.portal.path(".cenacle").iterdir():
            if path.name != "cache":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(kept, self.portal.path(".cenacle"), dirs_exist_ok=True)

    def lists(self):
        return {path.name: path.read_text() for path in self.portal.path(".cenacle/access").iterdir()}


class KilledCommands(unittest.TestCase):
    maxDiff = None

    def test_on_sqlite(self):
        self.campaign("sqlite")

    def test_on_postgresql(self):
        self.campaign("postgresql")

    def campaign(self, setting):
        dice = random.Random(SEED)
        alive, killed = Led(), Led(setting)
        done = alive.run("people", "import", ROOT / "content/people.example.csv")
        self.assertEqual(done.code, 0, done.err)
        moved = alive.portal.run("db", "export", alive.portal.path("all.jsonl"))
        self.assertEqual(moved.code, 0, moved.err)
        self.assertEqual(killed.run("db", "import", alive.portal.path("all.jsonl")).code, 0)
        before, slower, erased = self.led_alike(dice, alive, killed)
        met, verbs = collections.Counter(), collections.Counter()
        for number in range(KILLS[setting]):
            now = (datetime.datetime.fromisoformat(NOW) + datetime.timedelta(hours=number)).isoformat()
            kept = alive.state()
            words, usual, whole = self.next_command(dice, alive, before, now)
            aimed = dice.random() < 0.6  # most of a command is reading content, where little can go wrong
            wait = slower * usual * (dice.uniform(0, TURN[setting]) if aimed else dice.uniform(0, 1.2))
            ended = killed.killed(words, now, wait, aimed)
            told = f"{' '.join(words)}: seed {SEED}, command {number}, {ended} after {wait:.4f} s{' of its turn' * aimed} of {slower * usual:.4f}"
            found = killed.exported()
            if found not in (before, whole):
                self.assertEqual(found, whole, told)
            checked = killed.portal.run("db", "check")
            self.assertEqual(checked.code, 0, told + checked.out + checked.err)
            happened = found == whole
            self.assertTrue(happened or ended != "by itself", told)
            met[f"{ended}, {'whole' if happened else 'nothing'}"] += 1
            verbs[words[0] if words[0] not in ("people", "request") else " ".join(words[:2])] += 1
            if happened:
                before = whole
                erased += words[2:3] if words[:2] == ["people", "erase"] else []
            else:
                alive.put_back(kept)
            shutil.rmtree(kept.parent)
        print(f"\n{setting}: {dict(sorted(met.items()))} of {sum(verbs.values())} commands: {dict(verbs.most_common())}", file=sys.stderr)
        for kind in ("without, nothing", "with the ledger open, nothing", "with the ledger open, whole") if LONG else ("with",):
            self.assertTrue(any(it.startswith(f"killed {kind}") for it in met), met)
        self.end_well(alive, killed, erased)

    def led_alike(self, dice, alive, killed):
        """A dozen commands that nobody kills: the ledger after them, how much slower the one is than the other, who was erased."""
        before, slower, erased = alive.exported(), [], []
        for _ in range(12):
            words, usual, whole = self.next_command(dice, alive, before, NOW)
            began = time.monotonic()
            killed.run(*words)
            slower.append((time.monotonic() - began) / usual)
            self.assertEqual(killed.exported(), whole, words)
            before = whole
            erased += words[2:3] if words[:2] == ["people", "erase"] else []
        return before, statistics.median(slower), erased

    def next_command(self, dice, alive, before, now):
        """A command that writes, done on the ledger that lives: its words, how long it took, and the ledger after it."""
        lines = [json.loads(line) for part in before for line in part]
        for _ in range(200):
            words = Draw(dice, lines, alive.portal.folder).words()
            began = time.monotonic()
            done = alive.run(*words, now=now)
            usual = time.monotonic() - began
            self.assertIn(done.code, (0, 1, 2), f"{words}: {done.err}")
            if done.code == 2 or '"obstacle"' in done.out:
                continue
            if (whole := alive.exported()) != before:
                return words, usual, whole
        raise AssertionError("the dice find no command that writes")

    def end_well(self, alive, killed, erased):
        """The next command completes what the dead left half done outside the ledger."""
        for led in (alive, killed):
            done = led.run("apply", "--yes", now="2026-12-31T09:00:00+01:00")
            self.assertEqual(done.code, 0, done.err)
        self.assertEqual(but_mails(killed.exported()), but_mails(alive.exported()))
        self.assertEqual(killed.lists(), alive.lists())
        if not killed.connection:
            left = {path.name: path.read_bytes() for path in killed.portal.path(".cenacle").rglob("*") if path.is_file()}
            self.assertEqual([(name, who) for name, data in left.items() for who in erased if who.encode() in data], [])
        self.assertFalse(json.loads(killed.run("db", "check").out)["erasure_pending"])


if __name__ == "__main__":
    unittest.main()
