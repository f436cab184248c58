"""Lists of people to try `people` on, and what it answers."""
import json
import sqlite3

from tests.support.ledger import postgresql
from tests.support.portal import ROOT, Portal, new_folder

EXAMPLE = ROOT / "content/people.example.csv"
NETWORK = "finances-locales"


def plain(text):
    """Text with all its spaces plain: which of the no-break ones stands where is the catalogue's to say."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


class Office:
    """A portal and its ledger."""

    def __init__(self, example=False, setting="sqlite"):
        self.portal = Portal()
        if setting == "postgresql":
            self.portal.environment["CENACLE_LEDGER"] = postgresql()
        if example:
            self.done("import", EXAMPLE)

    def people(self, *arguments, **options):
        return self.portal.run("people", *arguments, **options)

    def done(self, *arguments, code=0, **options):
        """What a command says that has to end with `code`."""
        run = self.people(*arguments, **options)
        if run.code != code:
            raise AssertionError(f"people {arguments} ended with {run.code}\n{run.out}{run.err}")
        return run

    def data(self, *arguments, **options):
        return json.loads(self.done(*arguments, "--format", "json", **options).out)

    def write(self, text, encoding="utf-8", name="liste.csv"):
        path = new_folder("liste") / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    def take(self, text, *arguments, encoding="utf-8", network=NETWORK, **options):
        """Imports a list."""
        return self.people("import", self.write(text, encoding), "--network", network, *arguments, **options)

    @property
    def database(self):
        return self.portal.folder / ".cenacle/ledger.db"

    def facts(self):
        """Kinds of all facts, in order; none where there is no ledger."""
        if not self.database.exists():
            return []
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as ledger:
            return [kind for (kind,) in ledger.execute("SELECT kind FROM facts ORDER BY seq")]

    def files_with(self, *texts):
        """Files of the portal, but those of content/, that hold one of the texts as bytes."""
        wanted = [text.encode() for text in texts]
        return sorted(str(path.relative_to(self.portal.folder)) for path in self.portal.folder.rglob("*")
                      if path.is_file() and "content" not in path.relative_to(self.portal.folder).parts[:1]
                      and any(text in path.read_bytes() for text in wanted))
