"""A running `cenacle serve`, asked over HTTP as a browser would."""
import contextlib
import http.client
import json
import signal
import subprocess
from typing import NamedTuple

from tests.support.portal import ENVIRONMENT, NOW

OWN = b'<link rel="stylesheet" href="/_cenacle/preview.css">'
SCRIPT_ENDS = b"</script>\n"


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def page(self):
        """The page without what the preview adds to it."""
        begin = self.body.rindex(OWN)
        return self.body[:begin] + self.body[self.body.index(SCRIPT_ENDS, begin) + len(SCRIPT_ENDS):]


class Preview:
    """Runs until it is left; `ended` then has the exit code, what was printed, and the errors."""

    def __init__(self, portal, *arguments, now=NOW):
        self.process = subprocess.Popen(portal.command("--format", "json", "serve", "--port", "0", *arguments, now=now), env=ENVIRONMENT,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"serve ended with {self.process.wait()}: {self.process.stderr.read().decode()}")
        self.said = json.loads(line)
        self.port = self.said["port"]
        self.ended = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.ended is None:
            self.end()

    def end(self, by=signal.SIGTERM):
        self.process.send_signal(by)
        out, err = self.process.communicate(timeout=30)
        self.ended = (self.process.returncode, out.decode(), err.decode())
        return self.ended

    def ask(self, path, method="GET", host=None, address="127.0.0.1"):
        with contextlib.closing(http.client.HTTPConnection(address, self.port, timeout=120)) as connection:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host if host is not None else f"127.0.0.1:{self.port}")
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())

    @contextlib.contextmanager
    def events(self, known=""):
        """Yields a function that waits for the next change and gives the name of the state."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            connection.request("GET", f"/_cenacle/events?known={known}")
            stream = connection.getresponse()

            def next_state():
                while True:
                    line = stream.readline()
                    if not line:
                        return None
                    if line.startswith(b"data: "):
                        return line[6:].strip().decode()

            next_state.status = stream.status
            yield next_state
