"""A ledger that is locked, read-only, cut short, full, of a newer version, or whose command is killed: a sentence, and nothing lost."""
import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
import unittest

from tests.support.ledger import Ledger, lines
from tests.support.portal import open_to_all

NOBODY = 65534
LONG = os.environ.get("CENACLE_LONG") == "1"
KILLS = 200 if LONG else 12
SEED = int(os.environ.get("CENACLE_SEED") or 20260915)


class Trouble(unittest.TestCase):

    def refused(self, done, code, says):
        self.assertEqual(done.code, code, done.err)
        self.assertTrue(done.err.startswith("cenacle: ") and done.err.count("\n") == 1, done.err)
        self.assertIn(says, done.err)

    def test_a_ledger_that_another_process_keeps_locked(self):
        ledger = Ledger()
        ledger.fill(0)
        holder = sqlite3.connect(ledger.file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        self.refused(ledger.db("import", "-", input=lines(3).encode()), 75, "by another process")
        self.assertGreater(time.monotonic() - began, 15)  # it is patient
        self.assertEqual(ledger.db("check").code, 0)  # and reading goes on
        holder.execute("ROLLBACK")
        holder.close()
        ledger.fill(3)

    def test_a_ledger_of_a_newer_version(self):
        ledger = Ledger()
        ledger.fill(2)
        with sqlite3.connect(ledger.file) as writer:
            writer.execute("UPDATE meta SET value = '7' WHERE name = 'version'")
        writer.close()
        before = ledger.file.read_bytes()
        for verb in (["check"], ["export"], ["import", "-"], ["backup", ledger.folder / "copie"]):
            self.refused(ledger.db(*verb, input=b""), 74, "of version 7, of a newer cenacle")
        self.assertEqual(ledger.file.read_bytes(), before)
        self.assertFalse((ledger.folder / "copie").exists())

    def test_a_ledger_cut_short_anywhere(self):
        ledger = Ledger()
        ledger.fill(200)
        whole = ledger.file.read_bytes()
        dice = random.Random(SEED)
        for size in (0, 1, 99, 100, 511, 4096, 4097, *(dice.randrange(len(whole)) for _ in range(8)), len(whole) - 1):
            with self.subTest(size=size):
                ledger.file.write_bytes(whole[:size])
                done = ledger.db("check")
                self.assertEqual(done.code, 74, done.out + done.err)
                self.assertNotIn("is whole", done.out)
                self.assertNotEqual(ledger.db("import", "-", input=lines(1).encode()).code, 0)
                self.assertEqual(ledger.file.read_bytes(), whole[:size])

    def test_bytes_that_were_written_over_are_found(self):
        ledger = Ledger()
        ledger.fill(200)
        whole = bytearray(ledger.file.read_bytes())
        dice = random.Random(SEED)
        for _ in range(10):
            spoilt = bytearray(whole)
            at = dice.randrange(len(whole) // 4096) * 4096
            spoilt[at:at + 4096] = dice.randbytes(4096)
            ledger.file.write_bytes(spoilt)
            self.assertEqual(ledger.db("check").code, 74)

    def test_a_read_only_ledger(self):
        ledger = Ledger()
        text = ledger.fill(3)
        # root may do everything
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        open_to_all(ledger.folder)
        os.chmod(ledger.file.parent, 0o555)
        os.chmod(ledger.file, 0o444)
        try:
            done = ledger.db("import", "-", input=lines(1).encode(), **as_nobody)
            self.assertEqual(done.code, 74, done.err)
            self.assertIn(str(ledger.file), done.err)
        finally:
            os.chmod(ledger.file.parent, 0o700)
            os.chmod(ledger.file, 0o600)
        self.assertEqual(ledger.exported(), text)

    def test_a_full_disk(self):
        for limit in (1 << 12, 1 << 16, 1 << 18):
            ledger = Ledger()
            ledger.fill(0)
            room = ledger.file.stat().st_size + limit
            done = ledger.db("import", "-", input=lines(3000).encode(), restore_signals=False,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
            self.assertEqual(done.code, 74, done.err)
            self.assertIn("nothing was recorded", done.err)
            self.assertEqual(ledger.db("check").out, "0 facts, 0 people, 0 registrations: the ledger is whole\n")
            ledger.fill(10)

    def test_a_backup_on_a_full_disk_leaves_no_half(self):
        ledger = Ledger()
        ledger.fill(500)
        for verb in ("backup", "export"):
            done = ledger.db(verb, ledger.folder / "copie", restore_signals=False,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 15, 1 << 15)))
            self.assertEqual(done.code, 74, done.err)
            self.assertEqual(sorted(path.name for path in ledger.folder.iterdir()), [".cenacle"])

    def test_killed_at_any_moment(self):
        """An import is whole or not at all; what comes after a kill finds a ledger that is whole."""
        text = lines(400).encode()
        timed = Ledger()
        began = time.monotonic()
        timed.fill(400)
        usual = time.monotonic() - began
        dice = random.Random(SEED)
        met = set()
        for number in range(KILLS):
            ledger = Ledger()
            running = subprocess.Popen(ledger.command("db", "import", "-"), env=ledger.environment, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            running.stdin.write(text)
            running.stdin.close()
            try:
                running.wait(dice.uniform(0, 1.2 * usual))
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
            running.wait()
            running.stdout.close()
            running.stderr.close()
            if not ledger.file.exists():
                met.add("before")
                continue
            done = ledger.db("check")
            self.assertEqual(done.code, 0, f"kill {number}: {done.out}{done.err}")
            if "2000 facts, 400 people" in done.out:
                met.add("whole")
            else:
                met.add("nothing")
                self.assertEqual(done.out, "0 facts, 0 people, 0 registrations: the ledger is whole\n")
                ledger.fill(5)
        self.assertGreaterEqual(len(met), 2, met)


if __name__ == "__main__":
    unittest.main()
