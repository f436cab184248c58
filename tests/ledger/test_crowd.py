"""Two hundred processes at once on one ledger: one is first, the others find what it wrote, none is lost or told something else."""
import subprocess
import unittest

from tests.support.ledger import Ledger, lines

PROCESSES = 200


class Crowd(unittest.TestCase):

    def test_two_hundred_imports_into_a_ledger_that_nobody_has_made_yet(self):
        texts = [lines(3, seed=seed) for seed in range(PROCESSES)]
        for setting in ("sqlite", "postgresql"):
            with self.subTest(setting=setting):
                ledger = Ledger(setting)
                running = []
                for number, text in enumerate(texts):
                    path = ledger.folder / f"{number}.jsonl"
                    path.write_text(text)
                    running.append(subprocess.Popen(ledger.command("db", "import", path), env=ledger.environment, stdin=subprocess.DEVNULL,
                                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
                ended = [(process.communicate()[1].decode(), process.returncode) for process in running]
                done = [number for number, (_, code) in enumerate(ended) if code == 0]
                self.assertEqual(len(done), 1, [said for said, code in ended if code not in (0, 1)][:5])
                for said, code in ended:
                    if code != 0:
                        self.assertEqual(code, 1, said)
                        self.assertIn("holds facts already", said)
                self.assertEqual(ledger.exported(), texts[done[0]])
                self.assertEqual(ledger.db("check").code, 0)


if __name__ == "__main__":
    unittest.main()
