"""HTML as a tree to ask questions of: elements by name and attribute, their text, their links."""
import posixpath
import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
          "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
          "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"}


def plain(text):
    """Text with single ordinary spaces, no soft hyphen and no zero-width character."""
    return re.sub(r"[\s\u00a0\u202f\u2009]+", " ", re.sub("[\u00ad\u200b\u2060]", "", text)).strip()


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []

    def __repr__(self):
        return f"<{self.tag} {self.attributes}>"

    def get(self, name, default=""):
        return self.attributes.get(name, default)

    def all(self):
        """Itself and every element below, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def find_all(self, *tags, where=None, **attributes):
        """Elements below: `tags` any of these names, `attributes` (data_kind for data-kind) with these values; True for any value."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        found = []
        for each in self.all():
            if each is self or (tags and each.tag not in tags) or (where and not where(each)):
                continue
            if all(name in each.attributes if value is True else each.attributes.get(name) == value for name, value in wanted.items()):
                found.append(each)
        return found

    def find(self, *tags, where=None, **attributes):
        found = self.find_all(*tags, where=where, **attributes)
        if not found:
            raise AssertionError(f"nothing is {tags} {attributes} in {self!r}: {self.text[:300]}")
        return found[0]

    def _write(self, into):
        for child in self.children:
            if isinstance(child, str):
                into.append(child)
            elif child.tag not in ("script", "style", "template"):
                edge = " " if child.tag in BLOCKS else ""
                into.append(edge)
                child._write(into)
                into.append(edge)

    @property
    def text(self):
        pieces = []
        self._write(pieces)
        return plain("".join(pieces))

    @property
    def links(self):
        """(text, address) of each link."""
        return [(each.text or plain(each.get("aria-label")), each.get("href")) for each in self.find_all("a", href=True)]

    @property
    def root(self):
        return self if self.parent is None else self.parent.root

    @property
    def targets(self):
        """(text, where it leads) of each link: a path of the page's tree, anchor included, or a full address."""
        return [(text, self.root.resolve(address)) for text, address in self.links]


class Page(Element):
    """`path`: where it stands in its tree."""

    def __init__(self, path=""):
        super().__init__("#page", {}, None)
        self.path = path

    def resolve(self, address):
        if re.match("[a-z]+:", address) or address.startswith("/"):
            return address
        if not address or address.startswith("#"):
            return self.path + address
        path, _, anchor = address.partition("#")
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        whole = "" if whole == "." else whole
        return (posixpath.join(whole, "index.html") if not whole or path.endswith("/") else whole) + ("#" + anchor if anchor else "")

    @property
    def main(self):
        return self.find("main")

    @property
    def h1(self):
        found = self.find_all("h1")
        if len(found) != 1:
            raise AssertionError(f"a page has one h1, not {[each.text for each in found]}")
        return found[0].text

    @property
    def redirection(self):
        """Where a former address leads, or None."""
        for each in self.find_all("meta", where=lambda meta: meta.get("http-equiv").lower() == "refresh"):
            return each.get("content").split("=", 1)[1].strip("'\" ")
        return None

    def headings(self, *levels):
        return [each.text for each in self.find_all(*(levels or ("h1", "h2", "h3", "h4")))]

    def under(self, heading):
        """The smallest element that holds a heading with this text, and more than it."""
        for each in self.find_all("h1", "h2", "h3", "h4", "caption", "summary", "legend"):
            if heading in each.text:
                around = each.parent
                while around.text == each.text and around.parent:
                    around = around.parent
                return around
        raise AssertionError(f"no heading says {heading!r}; there are {self.headings()}")


class Builder(HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.page = self.at = Page(path)

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.at = self.at.parent

    def handle_endtag(self, tag):
        element = self.at
        while element.parent is not None and element.tag != tag:
            element = element.parent
        if element.parent is not None:
            self.at = element.parent

    def handle_data(self, data):
        self.at.children.append(data)


def parse(text, path=""):
    builder = Builder(path)
    builder.feed(text)
    builder.close()
    return builder.page
