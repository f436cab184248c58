"""Where the built trees stand on the web and on disk, and what their pages hold: shared by the checks of tests/site."""
import os
import tomllib
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Tree:
    """One audience's tree: the public one, or a folder of output/spaces/."""

    def __init__(self, name, folder, url):
        self.name, self.folder, self.url = name, folder, url

    def files(self, suffix):
        return sorted(self.folder.rglob("*" + suffix))

    def url_of(self, path):
        return self.url + path.relative_to(self.folder).as_posix()

    def file_at(self, url):
        """The file that a server would give for an address of this tree, or None."""
        path = unquote(urlsplit(url).path[len(urlsplit(self.url).path):])
        if not path or path.endswith("/"):
            path += "index.html"
        file = self.folder / path
        return file if ".." not in file.parts and file.is_file() else None


def trees_of(portal):
    """The trees under `portal`/output, the public one first."""
    portal = Path(portal).resolve()
    settings = tomllib.loads((portal / "content/portal.toml").read_text(encoding="utf-8"))
    base = settings["base_url"]
    spaces = settings.get("spaces_url", base + "espaces/")
    found = [Tree("site", portal / "output/site", base)]
    folder = portal / "output/spaces"
    if folder.exists():
        found += [Tree(path.name, path, f"{spaces}{path.name}/") for path in sorted(folder.iterdir()) if path.is_dir()]
    return found


def tree_at(trees, url):
    """The tree that an address belongs to: the one whose own address is its longest beginning."""
    inside = [tree for tree in trees if url.startswith(tree.url)]
    return max(inside, key=lambda tree: len(tree.url), default=None)


class Page(HTMLParser):
    """What a page holds that the checks ask of it."""

    # attributes that hold an address, by element; True: fetched as the page is shown
    ADDRESSES = {("a", "href"): False, ("area", "href"): False, ("form", "action"): False, ("img", "src"): True, ("source", "src"): True,
                 ("iframe", "src"): True, ("embed", "src"): True, ("object", "data"): True, ("script", "src"): True, ("video", "src"): True,
                 ("audio", "src"): True, ("video", "poster"): True, ("input", "src"): True, ("use", "href"): True, ("image", "href"): True}
    FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon", "preconnect", "dns-prefetch"}

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.ids, self.links, self.fetched, self.stylesheets, self.scripts = path, set(), [], [], [], []
        text = path.read_text(encoding="utf-8")
        self.bytes = len(text.encode())
        self.feed(text)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag, attrs):
        line, values = self.getpos()[0], dict(attrs)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "a" and values.get("name"):
            self.ids.add(values["name"])
        for name, value in attrs:
            if name.startswith("on"):
                self.scripts.append((line, f"the attribute {name}"))
            elif (tag, name) in self.ADDRESSES and value is not None:
                (self.fetched if self.ADDRESSES[tag, name] else self.links).append((line, value))
            elif name == "srcset" and value:
                self.fetched += [(line, part.split()[0]) for part in value.split(",")]
        if tag == "script" and values.get("type", "") not in ("application/ld+json", "application/json"):
            self.scripts.append((line, "a script"))
        elif tag == "meta" and values.get("http-equiv", "").lower() == "refresh" and "url=" in values.get("content", "").lower():
            self.links.append((line, values["content"].split("=", 1)[1].strip("'\" ")))
        elif tag == "link" and values.get("href"):
            relations = set(values.get("rel", "").lower().split())
            fetched = relations & self.FETCHED_LINKS
            (self.fetched if fetched else self.links).append((line, values["href"]))
            if "stylesheet" in relations:
                self.stylesheets.append(values["href"])


def pages_of(trees):
    """Every page of the trees, read on all cores, as (tree, page)."""
    named = [(tree, path) for tree in trees for path in tree.files(".html")]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return [(tree, page) for (tree, _), page in zip(named, pool.map(Page, [path for _, path in named], chunksize=16))]
