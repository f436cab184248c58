"""Ledgers to try the program on: a portal's folder of its own, in a file or on a PostgreSQL server that the tests start."""
import atexit
import contextlib
import functools
import itertools
import json
import sqlite3
import subprocess

from tests.support.portal import ENVIRONMENT, ROOT, Portal, Run, new_folder, PROGRAM

SCHEMAS = itertools.count(1)
# The lock of whoever writes, on PostgreSQL (generator/ledger/postgresql.cpp).
LOCK = "SELECT pg_advisory_lock(1128615521, hashtext(current_schema()))"


@functools.cache
def server():
    """How the server is reached. Where PostgreSQL is missing the tests fail."""
    started = subprocess.Popen([ROOT / "tests/support/postgresql-server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(started.wait)
    atexit.register(started.stdin.close)
    connection = started.stdout.readline().strip()
    if not connection:
        raise AssertionError("tests/support/postgresql-server gives no server")
    return connection


def postgresql():
    """The setting of a ledger that is alone in its schema."""
    schema = f"portal_{next(SCHEMAS)}"
    subprocess.run(["psql", "-qX", server().split(":", 1)[1], "-c", f"CREATE SCHEMA {schema}"], check=True, stdin=subprocess.DEVNULL)
    return f"{server()} options=-csearch_path={schema}"


@contextlib.contextmanager
def occupied(portal):
    """Somebody else writes into the portal's ledger, and takes his time."""
    setting = portal.environment.get("CENACLE_LEDGER")
    if setting is None:
        holder = sqlite3.connect(portal.path(".cenacle/ledger.db"), isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            holder.execute("ROLLBACK")
            holder.close()
        return
    with subprocess.Popen(["psql", "-qXAt", setting.removeprefix("postgresql:")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        holder.stdin.write(f"{LOCK};\n\\echo held\n")
        holder.stdin.flush()
        while (said := holder.stdout.readline()) != "held\n":
            if not said:
                raise AssertionError("psql ended")
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait()


class Ledger:
    """The ledger of a folder without content: what `db` needs."""

    def __init__(self, setting="sqlite"):
        self.folder = new_folder("ledger")
        self.environment = dict(ENVIRONMENT)
        if setting == "postgresql":
            self.environment["CENACLE_LEDGER"] = postgresql()

    @property
    def file(self):
        return self.folder / ".cenacle/ledger.db"

    def command(self, *arguments):
        return [str(PROGRAM), "-C", str(self.folder), *map(str, arguments)]

    def db(self, *arguments, input=None, timeout=120, **options):
        done = subprocess.run(self.command("db", *arguments), env=self.environment, cwd="/", input=input, capture_output=True, timeout=timeout,
                              **({} if input is not None else {"stdin": subprocess.DEVNULL}), **options)
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    def fill(self, people=20, seed=0):
        """A ledger read in from lines; gives these."""
        text = lines(people, seed)
        done = self.db("import", "-", input=text.encode())
        if done.code != 0:
            raise AssertionError(done.err)
        return text

    def exported(self):
        done = self.db("export")
        if done.code != 0:
            raise AssertionError(done.err)
        return done.out


def person(number):
    """An id, as the ledger draws them."""
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    return "p-" + "".join(letters[(number >> (5 * place)) & 31] for place in range(16))


def lines(people, seed=0):
    """A ledger of so many people, each with a mandate and a registration that is withdrawn with a word."""
    facts, identities = [], []

    def add(kind, **members):
        facts.append({"fact": len(facts) + 1, "at": "2026-09-15T07:00:00Z", "kind": kind, **members})

    for number in range(1, people + 1):
        her = person(number + 1000 * seed)
        add("person-added", person=her)
        add("mandate-began", network="net", person=her, body=f"corps-{number % 7}", value="membre", day="2026-01-01")
        add("requested", registration=number, network="net", person=her, body=f"corps-{number % 7}", object="group:net/un", path="membre", value="agent")
        add("withdrew", registration=number, network="net", said=f"empêchée, dit Nom{number}")
        add("moved", registration=number, network="net", value="withdrawn")
        identities.append({"identity": her, "given-name": f"Prénom{number}", "family-name": f"Nom{number}", "mail": f"p{number}@commune.example"})
    identities.sort(key=lambda each: each["identity"])
    every = [{"ledger": "cenacle", "version": 2}, *facts, *identities, {"end": True, "facts": len(facts), "people": people}]
    return "".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) + "\n" for each in every)
