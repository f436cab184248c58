"""Canaries: made-up words put into every corner of restricted content, each remembered with the trees that may sing it."""
import itertools
import re
import string
from typing import NamedTuple

from tests.support.portal import read_tree

WORD = re.compile(r"zqv[a-z]{4}x", re.IGNORECASE)
FIELDS = ("title", "summary", "name", "alias", "text", "link", "address", "heading", "cell", "code", "alt", "image", "drawing",
          "file", "file_title", "file_bytes")


class Canary(NamedTuple):
    what: str          # "document for group fiscalite: title"
    must: frozenset    # trees in which it has to be found
    may: frozenset     # trees in which it is allowed


class Garden:
    """Plants canaries into the content of a portal."""

    def __init__(self, portal):
        self.portal, self.planted = portal, {}
        self._letters = ("".join(each) for each in itertools.product(string.ascii_lowercase, repeat=4))

    def word(self, what, must=(), may=()):
        word = f"zqv{next(self._letters)}x"
        self.planted[word] = Canary(what, frozenset(must), frozenset(must) | frozenset(may))
        return word

    def words(self, what, fields, must=(), may=()):
        return {field: self.word(f"{what}: {field}", must, may) for field in fields}

    def page(self, network, folder, what, must=(), may=(), front="", summary=True, files=True, own=()):
        """A page with a canary in every place that pages have. `front` may name own canaries as {field}. Returns its id."""
        fields = [field for field in FIELDS if (summary or field != "summary") and (files or not field.startswith("file"))]
        w = self.words(f"{folder} for {what}", [*fields, *own], must, may)
        base = f"content/{network}" if network else "content"
        up = "../files" if network else None
        attached = ""
        if files:
            attached = f'files = [{{ path = "{up}/{w["file"]}.csv", title = "Tableau {w["file_title"]}" }}]\n'
            self.portal.write(f"{base}/files/{w['file']}.csv", f"colonne;{w['file_bytes']}\n")
        drawing = ""
        if up:
            drawing = f"![Schéma {w['alt']}]({up}/{w['image']}.svg)\n"
            self.portal.write(f"{base}/files/{w['image']}.svg",
                              f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><title>{w["drawing"]}</title></svg>\n')
        else:
            for field in ("alt", "image", "drawing"):
                del self.planted[w.pop(field)]
        for name, value in w.items():
            front = front.replace("{" + name + "}", value)
        summary_line = f'summary = "En deux mots, {w["summary"]}."\n' if summary else ""
        self.portal.write(f"{base}/{folder}/{w['name']}.md", f"""+++
title = "Un titre {w['title']}"
{summary_line}aliases = ["/anciens/{w['alias']}.html"]
{attached if folder in ("documents", "contributions") else ""}{front}+++

Un texte {w['text']}, avec [un lien {w['link']}](https://ailleurs.example/{w['address']}).
{self._link_to_file(folder, up, w) if files else ""}
## Une partie {w['heading']}

| {w['cell']} | autre |
|---|---|
| un | deux |

Du code : `{w['code']}`.

{drawing}""")
        return w["name"]

    @staticmethod
    def _link_to_file(folder, up, w):
        return "" if folder in ("documents", "contributions") else f"\nLe [tableau {w['file_title']}]({up}/{w['file']}.csv) joint.\n"

    @staticmethod
    def _text(path, data):
        """The bytes as they are read: lines of calendars are folded, be it in the middle of a word."""
        return (data.replace(b"\r\n ", b"") if path.endswith(".ics") else data).decode("utf-8", "replace")

    def heard(self):
        """Where each word is: word → set of trees."""
        trees = {}
        for tree in self.portal.trees():
            for path, data in read_tree(tree.folder).items():
                for word in WORD.findall(path) + WORD.findall(self._text(path, data)):
                    trees.setdefault(word.lower(), {}).setdefault(tree.name, path)
        return trees

    def faults(self):
        """What sings where it may not, and what should sing and does not."""
        heard, found = self.heard(), []
        for word, canary in self.planted.items():
            places = heard.pop(word, {})
            for tree in sorted(places.keys() - canary.may):
                found.append(f"LEAK: {canary.what} ({word}) is in {tree}: {places[tree]}")
            for tree in sorted(canary.must - places.keys()):
                found.append(f"missing: {canary.what} ({word}) is not in {tree}")
        found += [f"{word} was never planted: {places}" for word, places in heard.items()]
        return found
