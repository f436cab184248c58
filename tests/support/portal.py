"""Copies of the portal to try the program on: what its content says, what the program answers, what it makes."""
import atexit
import contextlib
import functools
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
import weakref
from pathlib import Path
from typing import NamedTuple

from tests.support.dom import parse

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("CENACLE") or os.environ.get("CENACLE_PROGRAM") or ROOT / "build/release/cenacle").resolve()
NOW = "2026-09-15T09:00:00+02:00"
TODAY = NOW[:10]
# What the machine's owner has set must not be heard.
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent"} | {
    name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}

HEADER = re.compile(r"^(?P<path>[^\s:][^:]*):(?:(?P<line>\d+):(?:(?P<column>\d+):)?)? (?P<severity>error|warning): (?P<summary>.*) \[(?P<code>[a-z0-9-]+)\]$")


@functools.cache
def _scratch():
    """Where copies live: in memory where there is room for them, since a copy is a thousand small files."""
    memory = "/dev/shm"
    room = os.statvfs(memory).f_bavail * os.statvfs(memory).f_frsize if os.access(memory, os.W_OK) else 0
    folder = Path(tempfile.mkdtemp(prefix="cenacle-tests-", dir=memory if room > 1 << 30 and "TMPDIR" not in os.environ else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def open_to_all(folder):
    """Lets any user enter a folder of the tests."""
    while folder != _scratch().parent:
        os.chmod(folder, 0o755)
        folder = folder.parent


def new_folder(name="portal"):
    """An empty folder that goes when the tests end."""
    return Path(tempfile.mkdtemp(prefix=name + "-", dir=_scratch()))


@functools.cache
def origin():
    """The repository's portal as it was when the tests began: all of them see the same."""
    folder = new_folder("origin")
    for part in ("content", "themes", "workflows"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


class Diagnostic(NamedTuple):
    path: str
    line: int
    severity: str
    code: str
    text: str  # all that is said: summary, notes, help


class Run(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def diagnostics(self):
        found, lines = [], []
        for line in re.sub(r"\n\d+ (error|warning)s?\b[^\n]*\n*$", "", self.err).rstrip().splitlines() + [None]:
            header = line is not None and HEADER.match(line)
            if (header or line is None) and lines:
                first = HEADER.match(lines[0])
                found.append(Diagnostic(first["path"], int(first["line"] or 0), first["severity"], first["code"], "\n".join(lines)))
                lines = []
            if header or (lines and line is not None):
                lines.append(line)
        return found


class Portal:
    """A portal in a folder of its own, that may be changed at will."""

    def __init__(self, source=None, folder=None):
        source = source or origin()
        self.folder = Path(folder) if folder else new_folder() / "portal"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = dict(ENVIRONMENT)  # CENACLE_LEDGER may be added
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        for part in ("content", "themes", "workflows"):
            if (source / part).exists():
                shutil.copytree(source / part, self.folder / part)

    # -- the program

    def command(self, *arguments, now=NOW):
        return [str(PROGRAM), "-C", str(self.folder), *(["--now", now] if now else []), *map(str, arguments)]

    def run(self, *arguments, now=NOW, environment=None, timeout=300, **options):
        done = subprocess.run(self.command(*arguments, now=now), env=self.environment if environment is None else environment,
                              cwd="/", stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout, **options)
        return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def check(self, now=NOW):
        """What `check` finds."""
        done = self.run("check", now=now)
        if done.code not in (0, 1):
            raise AssertionError(f"check ended with {done.code}\n{done.err}")
        return done.diagnostics

    def build(self, *arguments, now=NOW, **options):
        """A build that has to succeed."""
        done = self.run("build", *arguments, now=now, **options)
        if done.code != 0:
            raise AssertionError(f"build ended with {done.code}\n{done.err[-4000:]}{done.out[-1000:]}")
        return done

    # -- content

    def keep_only(self, network):
        """Leaves the network alone in its portal: no file of the others, and no line that leads to them."""
        others = [it.parent for it in self.path("content").glob("*/network.md") if it.parent.name != network]
        for other in others:
            shutil.rmtree(other)
            for rules in self.path("workflows").glob(f"*{other.name}.toml"):
                rules.unlink()
        for page in self.path("content").rglob("*.md"):
            lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [line for line in lines if not any(f"network:{other.name}" in line for other in others)]
            if kept != lines:
                page.write_text("".join(kept), encoding="utf-8")

    def path(self, name):
        return self.folder / name

    def read(self, name):
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name, text):
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            self.path(name).write_bytes(text)
        else:
            self.path(name).write_text(text, encoding="utf-8")

    def delete(self, *names):
        for name in names:
            self.path(name).unlink()

    def replace(self, name, old, new, times=1):
        text = self.read(name)
        if text.count(old) != times:
            raise AssertionError(f"{name} has {text.count(old)} times {old!r}, not {times}: the content changed, change the test with it")
        self.write(name, text.replace(old, new))

    def set(self, name, **values):
        """Sets keys of a front matter, as TOML texts; None takes a key away."""
        text = self.read(name)
        for key, value in values.items():
            text, found = re.subn(rf"(?m)^{key} = .*\n", "" if value is None else f"{key} = {value}\n", text, count=1)
            if not found and value is not None:
                text = text.replace("+++\n", f"+++\n{key} = {value}\n", 1)
        self.write(name, text)

    def changed(self):
        """Paths of content that the repository's portal has not, or has otherwise."""
        files = (path for path in self.path("content").rglob("*") if path.is_file())
        names = ((path, str(path.relative_to(self.folder))) for path in files)
        return {name for path, name in names if not (origin() / name).is_file() or (origin() / name).read_bytes() != path.read_bytes()}

    @contextlib.contextmanager
    def kept(self):
        """Brings the content back to what it was, whatever is done to it meanwhile."""
        before = {path: path.read_bytes() for path in self.path("content").rglob("*") if path.is_file()}
        try:
            yield self
        finally:
            for path in sorted(self.path("content").rglob("*"), reverse=True):
                if path.is_dir():
                    if not any(path.iterdir()):
                        path.rmdir()
                elif path not in before:
                    path.unlink()
            for path, data in before.items():
                if not path.exists() or path.read_bytes() != data:
                    self.write(str(path.relative_to(self.folder)), data)

    # -- output

    def output(self):
        """Every file of output/, as path → bytes."""
        return read_tree(self.path("output"))

    def tree(self, name="site"):
        return Tree(self, name)

    def trees(self):
        spaces = self.path("output/spaces")
        return [self.tree()] + [self.tree(each.name) for each in sorted(spaces.iterdir()) if each.is_dir()]


def read_tree(folder):
    folder = Path(folder)
    return {str(path.relative_to(folder)): os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()}


def differences(a, b):
    """What tells two trees (path → bytes) apart, in a few lines."""
    found = [f"only in the first: {path}" for path in sorted(a.keys() - b.keys())]
    found += [f"only in the second: {path}" for path in sorted(b.keys() - a.keys())]
    for path in sorted(a.keys() & b.keys()):
        if a[path] != b[path]:
            at = next((i for i, (x, y) in enumerate(zip(a[path], b[path])) if x != y), min(len(a[path]), len(b[path])))
            found.append(f"{path} differs at byte {at}: {a[path][max(0, at - 30):at + 40]!r} / {b[path][max(0, at - 30):at + 40]!r}")
    return found[:6] + ([f"… and {len(found) - 6} more"] if len(found) > 6 else [])


class Tree:
    """One audience's tree of a built portal."""

    def __init__(self, portal, name):
        self.name = name
        self.folder = portal.path("output/site" if name == "site" else f"output/spaces/{name}")

    def has(self, path):
        return (self.folder / path).is_file()

    def bytes(self, path):
        return (self.folder / path).read_bytes()

    def text(self, path):
        return self.bytes(path).decode("utf-8")

    def page(self, path):
        file = self.folder / path
        if not file.is_file():
            near = sorted(str(each.relative_to(self.folder)) for each in self.folder.rglob("*.html") if each.parent.name == Path(path).parent.name)
            raise AssertionError(f"{self.name} has no {path}; near it: {', '.join(near[:20])}")
        return _page(file, path, file.stat().st_mtime_ns)

    def paths(self, suffix=".html"):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*" + suffix))

    def pages(self):
        """Every page but redirections, as (path, page)."""
        found = ((path, self.page(path)) for path in self.paths())
        return [(path, page) for path, page in found if not page.redirection]

    def holding(self, word):
        """Paths of the files whose bytes or name hold a word."""
        wanted = word.encode()
        return [path for path, data in read_tree(self.folder).items() if wanted in data or word in path]


@functools.lru_cache(maxsize=4096)
def _page(file, path, _stamp):
    return parse(file.read_text(encoding="utf-8"), path)


# -- what the content says, read independently of the program

class Item(NamedTuple):
    path: str
    id: str
    meta: dict
    text: str


class Content:
    def __init__(self):
        self.folder = origin()
        self.portal = tomllib.loads((self.folder / "content/portal.toml").read_text(encoding="utf-8"))

    def networks(self):
        return sorted(path.parent.name for path in self.folder.glob("content/*/network.md"))

    def item(self, path):
        _, front, text = (self.folder / path).read_text(encoding="utf-8").split("+++\n", 2)
        return Item(path, Path(path).stem, tomllib.loads(front), text)

    @functools.cache
    def network(self, network):
        return self.item(f"content/{network}/network.md")

    @functools.cache
    def items(self, network, folder):
        """What a build at NOW shows of a folder, by id."""
        found = (self.item(str(path.relative_to(self.folder))) for path in sorted(self.folder.glob(f"content/{network}/{folder}/*.md")))
        return {item.id: item for item in found if not item.meta.get("draft") and str(item.meta.get("published", "")) <= TODAY}

    def left_out(self):
        found = (self.item(str(path.relative_to(self.folder))) for path in sorted(self.folder.glob("content/**/*.md")))
        return [item for item in found if item.meta.get("draft") or str(item.meta.get("published", "")) > TODAY]

    @functools.cache
    def bodies(self, network):
        lines = (self.folder / f"content/{network}/bodies.csv").read_text(encoding="utf-8").splitlines()
        header = lines[0].split(";")
        return {row["id"]: row for row in (dict(zip(header, line.split(";"))) for line in lines[1:] if line)}

    def body(self, network, reference):
        return self.bodies(network)[reference.removeprefix("body:")]["name"]

    def role(self, network, reference):
        return next(role for role in self.network(network).meta["roles"] if role["id"] == reference.removeprefix("role:"))

    def topic(self, network, id):
        return next(topic["title"] for topic in self.network(network).meta["topics"] if topic["id"] == id)

    def kind(self, network, sort, id):
        return next(kind for kind in self.network(network).meta[sort] if kind["id"] == id)

    def word(self, name):
        return self.portal.get("addresses", {}).get(name, name)

    def address(self, network, folder, id):
        if folder == "charters":  # the version in force has the charter's own address
            charter = self.items(network, folder)[id].meta
            versions = [it.meta["version"] for it in self.items(network, folder).values()
                        if it.meta["charter"] == charter["charter"] and str(it.meta["in_force"]) <= TODAY]
            id = charter["charter"] + ("" if charter["version"] == max(versions) else f"-v{charter['version']}")
        return f"{network}/{self.word(folder)}/{id}.html"

    def audience(self, item):
        """The name of the tree that a page of a network belongs to."""
        network, folder = Path(item.path).parts[1:3]
        restricted = folder in ("minutes", "documents")
        visibility = item.meta.get("visibility") or ("group" if restricted else self.network(network).meta.get("visibility", "public"))
        if visibility.startswith("space:"):
            return visibility[6:]
        if visibility != "group":
            return {"public": "site", "network": network}[visibility]
        return self.members(network, self.owner(network, item))

    def owner(self, network, item):
        if "of" in item.meta:
            return item.meta["of"]
        if "meeting" in item.meta:
            return self.meeting(network, item.meta["meeting"]).meta.get("of", "network")
        return "network"

    def meeting(self, network, reference):
        name = reference.removeprefix("meeting:")
        meetings = self.items(network, "meetings")
        return meetings.get(name) or next(item for item in meetings.values() if item.meta["id"] == name)

    def members(self, network, owner):
        """The tree of those who belong to `group:ID`, `workshop:ID`, `space:ID` or `network`."""
        if owner == "network":
            return network
        kind, name = owner.split(":")
        return name if kind == "space" else f"{network}.{name}"


MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def french_day(day):
    """2026-10-01 → "1er octobre 2026"."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


@functools.cache
def content():
    return Content()


@functools.cache
def built():
    """The repository's portal, built once for all tests that only look."""
    portal = Portal()
    portal.first_build = portal.build()
    return portal


@functools.cache
def scratch():
    """A portal to be changed inside `kept()`, and checked."""
    return Portal()
