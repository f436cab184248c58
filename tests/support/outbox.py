"""A portal that only has an outbox, and the program that sends it."""
import json
import os
import subprocess
from collections import namedtuple
from pathlib import Path

from tests.support.ledger import postgresql
from tests.support.portal import ENVIRONMENT, ROOT, Run, new_folder

PROGRAM = Path(os.environ.get("CENACLE_OUTBOX") or ROOT / "build/dev/tests/outbox_program").resolve()
Message = namedtuple("Message", "id state offers doubts code")


class Outbox:
    def __init__(self, setting="sqlite", folder=None):
        self.folder = folder or new_folder("outbox")
        self.environment = dict(ENVIRONMENT)
        if setting == "postgresql":
            self.environment["CENACLE_LEDGER"] = postgresql()

    def to(self, port, **keys):
        """Sends to this port of loopback from now on."""
        keys = {"host": "127.0.0.1", "port": port, "security": "none", "answer_seconds": 2, **keys}
        self.environment |= {f"CENACLE_SMTP_{key.upper()}": str(value) for key, value in keys.items()}
        return self

    def command(self, *arguments):
        return [str(PROGRAM), str(self.folder), *map(str, arguments)]

    def run(self, *arguments, input="", timeout=120, **options):
        done = subprocess.run(self.command(*arguments), env=self.environment, input=input.encode(), capture_output=True, timeout=timeout,
                              **options)
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    def queue(self, addresses):
        done = self.run("queue", input="".join(each + "\n" for each in addresses))
        if done.code != 0:
            raise AssertionError(done.err)
        return self

    def send(self, octets=2000, **options):
        """The exit code, the tally, and what was said."""
        done = self.run("send", octets, **options)
        return done.code, json.loads(done.out or "{}"), done.err

    def start(self, *arguments):
        return subprocess.Popen(self.command("send", *arguments), env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def messages(self):
        lines = self.run("list").out.splitlines()
        return [Message(int(id), state, *map(int, rest)) for id, state, *rest in (line.split(" ") for line in lines)]

    def states(self):
        return [each.state for each in self.messages()]
