"""A coordinator's desk: a portal with a roster, and verbs that are rehearsed before they are done."""
import json
import shutil
import unicodedata
import unittest
from typing import NamedTuple

from tests.support.dom import plain
from tests.support.portal import NOW, Portal

HEADER = "Réseau;Nom;Prénom;Courriel;Collectivité;Rôle;Rôle dans;Profil;Depuis"


class Done(NamedTuple):
    """What a verb said: its exit code, its sentences, and the same as data."""
    code: int
    text: str
    data: dict

    @property
    def number(self):
        return self.data["effects"][0]["registration"]

    @property
    def state(self):
        return self.data["effects"][0]["state"]

    def breaches(self):
        return {it["rule"]: it for it in self.data["verdicts"] if it["result"] == "breach"}

    def remark(self, code):
        return next(it for it in self.data["remarks"] if it["code"] == code)


def mail(name):
    """The address that the roster gives somebody: "Ada Port-Halen" is ada.port-halen@exemple.example."""
    letters = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    return letters.replace(" ", ".") + "@exemple.example"


def foreseen(said):
    """What a rehearsal can say of it: not what the relay made of the mails."""
    data = json.loads(said) if said else {}
    data.pop("sent", None)
    return data


class Desk(unittest.TestCase):
    """Tests of one network: `network`, and `people` as (name, body, role, where, profile, since), the last four may be left out."""
    network = ""
    people = []
    organisers = set()  # of the people, those who run the network and read all of it
    imported = "2026-09-01T09:00:00+02:00"
    maxDiff = None

    @classmethod
    def prepare(cls, portal):
        """Changes to the portal's content, before anybody is in the ledger."""

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.portal.keep_only(cls.network)
        cls.prepare(cls.portal)
        lines = [HEADER]
        for name, body, *rest in cls.people:
            role, where, profile, since = (list(rest) + [""] * 4)[:4]
            given, family = name.split(" ", 1)
            lines.append(";".join([cls.network, family, given, mail(name), body, role, where, profile, since or "01/01/2026"]))
        roster = cls.portal.folder / "roster.csv"
        roster.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = cls.portal.run("people", "import", roster, now=cls.imported)
        assert done.code == 0, done.err + done.out
        cls.pristine = cls.portal.folder.parent / "pristine"
        shutil.copytree(cls.portal.folder / ".cenacle", cls.pristine)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.pristine)

    def setUp(self):
        shutil.rmtree(self.portal.folder / ".cenacle")
        shutil.copytree(self.pristine, self.portal.folder / ".cenacle")

    def ledger(self):
        """The bytes of the ledger."""
        files = sorted((self.portal.folder / ".cenacle").glob("ledger.db*"))
        return {path.name: path.read_bytes() for path in files if not path.name.endswith("-shm") and path.stat().st_size}

    def act(self, *words, now=NOW, code=0):
        """Rehearses a verb, does it, and holds that the rehearsal said the very same and wrote nothing."""
        words = [mail(word) if word in self.names() else word for word in words]
        before = self.ledger()
        text = self.portal.run(*words, "--dry-run", now=now)
        rehearsed = self.portal.run("--format", "json", *words, "--dry-run", now=now)
        self.assertEqual(self.ledger(), before, f"the rehearsal of {words} wrote to the ledger")
        done = self.portal.run("--format", "json", *words, now=now)
        self.assertEqual((rehearsed.code, foreseen(rehearsed.out)), (done.code, foreseen(done.out)), f"{words}\n{rehearsed.err}{done.err}")
        self.assertEqual(text.code, done.code)
        self.assertEqual(done.code, code, f"{words}\n{text.out}{done.out}{done.err}")
        if code == 1:
            self.assertEqual(self.ledger() == before, "obstacle" in json.loads(done.out), f"{words}\n{text.out}")
        return Done(done.code, plain(text.out), json.loads(done.out) if done.out else {})

    @classmethod
    def names(cls):
        return {name for name, *_ in cls.people}

    def listing(self, *words, now=NOW):
        done = self.portal.run("--format", "json", "registrations", *words, now=now)
        self.assertEqual(done.code, 0, done.err)
        return json.loads(done.out)

    def state_of(self, number, now=NOW):
        everything = self.listing("--network", self.network, "--over", now=now)
        return next(it["state"] for it in everything["registrations"] if it["registration"] == number)

    def story(self, name, now=NOW):
        done = self.portal.run("explain", mail(name), now=now)
        self.assertEqual(done.code, 0, done.err)
        return plain(done.out)

    def readers(self, audience):
        """The access list, which only its owner may read."""
        path = self.portal.folder / ".cenacle/access" / audience
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        lines = path.read_text(encoding="utf-8").splitlines()
        self.assertEqual(lines, sorted(set(lines)))
        return set(lines)

    def members(self, audience):
        """Those of the access list who take part."""
        return self.readers(audience) - {mail(name) for name in self.organisers}

    def obstacle(self, *words, now=NOW):
        done = self.act(*words, now=now, code=1)
        return done.data["obstacle"]["code"]

    def accepted(self, *words, now=NOW):
        """Registers somebody and accepts her; the number."""
        number = self.act("register", *words, now=now).number
        self.act("decide", number, "--accept", now=now)
        return number
