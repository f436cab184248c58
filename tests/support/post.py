"""A coordinator's months: a desk where days pass, and what leaves on each of them, read in the .eml files as a mail client reads them."""
import email
import email.policy
import json
import shutil
from typing import NamedTuple

from tests.support.desk import Desk, mail


def plain(text):
    """The text with ordinary spaces, on one line."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


class Letter(NamedTuple):
    """One mail, as whoever receives it has it; without a calendar part, the last three are empty."""
    to: str
    subject: str
    text: str
    message: email.message.EmailMessage
    method: str = ""
    uid: str = ""
    sequence: int = -1
    calendar: str = ""

    @property
    def invitation(self):
        return self.method, self.uid, self.sequence


def read(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    parts = [message, *message.walk()]
    assert not any(it.defects for it in parts), f"{path.name}: {[it.defects for it in parts]}"
    [to] = message["To"].addresses
    letter = Letter(to.addr_spec, plain(message["Subject"]), plain(message.get_body(("plain",)).get_content()), message)
    calendars = [it for it in message.walk() if it.get_content_type() == "text/calendar"]
    if not calendars:
        return letter
    text = calendars[0].get_content().replace("\r\n", "\n").replace("\n ", "")
    values = dict(line.split(":", 1) for line in text.splitlines() if line.startswith(("METHOD:", "UID:", "SEQUENCE:")))
    assert calendars[0].get_param("method") == values["METHOD"], f"{path.name}: the part says {calendars[0]['Content-Type']}"
    return letter._replace(method=values["METHOD"], uid=values["UID"], sequence=int(values["SEQUENCE"]), calendar=text)


class Post(Desk):
    """Tests of what a network's workflows send. They were adopted at `adopted`, if at all."""
    adopted = "2026-09-01T12:00:00+02:00"

    @classmethod
    def prepare(cls, portal):
        if cls.adopted:  # the calendar is known from then on, and not from the day on which the example was written
            portal.delete("content/calendar.lock")

    @classmethod
    def begin(cls):
        """What has happened before each of the tests."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if cls.adopted:
            cls.do("apply", now=cls.adopted)
        cls.begin()
        shutil.rmtree(cls.pristine)
        shutil.copytree(cls.portal.folder / ".cenacle", cls.pristine)

    def setUp(self):
        super().setUp()
        self.enterContext(self.portal.kept())
        shutil.rmtree(self.portal.path("output"), ignore_errors=True)

    @classmethod
    def do(cls, *words, now):
        """A verb that has to succeed; what it says as data."""
        words = [mail(word) if word in cls.names() else word for word in words]
        done = cls.portal.run("--format", "json", *words, now=now)
        assert done.code == 0, f"{words}\n{done.out}{done.err}"
        return json.loads(done.out)

    @classmethod
    def asked(cls, *words, now):
        return cls.do("register", *words, now=now)["effects"][0]["registration"]

    @classmethod
    def taken(cls, *words, now):
        """Registers somebody and accepts her; the number."""
        number = cls.asked(*words, now=now)
        cls.do("decide", number, "--accept", now=now)
        return number

    def files(self):
        return {path.name for path in self.portal.path("output/mail").glob("*.eml")}

    def leaves(self, now, about=None):
        """What an apply of this moment sends, and that another one sends nothing: those whose subject begins with `about`."""
        before = self.files()
        done = self.do("apply", now=now)
        new = sorted(self.files() - before)
        if done["queued"] != len(new):
            self.fail(f"at {now}, {done['queued']} mails were queued and {len(new)} left\n{self.portal.run('outbox', 'list', now=now).out}")
        if new:
            self.assertEqual(self.do("apply", now=now)["queued"], 0, f"a second apply at {now} queues mails")
            self.assertEqual(len(self.files()), len(before) + len(new), f"a second apply at {now} sends mails")
        letters = [read(self.portal.path("output/mail") / name) for name in new]
        identities = [it.message["Message-ID"] for it in letters]
        self.assertEqual(len(set(identities)), len(identities))
        return letters if about is None else [it for it in letters if it.subject.startswith(about)]

    def told(self, now, about):
        """To whom the mails go that leave at this moment and whose subject begins so; each gets one."""
        return sorted(it.to for it in self.leaves(now, about))

    def only(self, letters):
        self.assertEqual(len(letters), 1, [(it.to, it.subject) for it in letters])
        return letters[0]

    def to(self, *names):
        return sorted(mail(name) for name in names)
