"""What the tests of the rows share: asking pages what they say, and `check` what it answers to a change of the content."""
import functools
import re
import unittest
from datetime import date, datetime

from tests.support.dom import plain
from tests.support.portal import NOW, TODAY, built, content, scratch

TODAY = date.fromisoformat(TODAY)


@functools.cache
def baseline(now=NOW):
    """What `check` says of the content as it is."""
    return scratch().check(now)


def day_of(value):
    return value.date() if isinstance(value, datetime) else value


def shorten(text, length=160):
    return text if len(text) <= length else text[:length] + "…"


class Row(unittest.TestCase):
    """Rows of one network."""
    network = ""
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.portal, cls.content = built(), content()
        cls.site, cls.members = built().tree(), None
        if cls.network:
            cls.meta = cls.content.network(cls.network).meta
            if built().path(f"output/spaces/{cls.network}").is_dir():
                cls.members = built().tree(cls.network)

    # -- addresses and pages

    def items(self, folder):
        return self.content.items(self.network, folder)

    def address(self, folder, id):
        return self.content.address(self.network, folder, id)

    def page_of(self, folder, id, tree=None):
        return (tree or self.site).page(self.address(folder, id))

    def list_page(self, name, tree=None):
        """A list that is a file beside the network's page: agenda, livrables…"""
        return (tree or self.site).page(f"{self.network}/{self.content.word(name)}.html")

    def catalogue(self, name, by="index", tree=None):
        """A list that is a folder's page: ateliers/index.html, ateliers/theme-accueil.html…"""
        return (tree or self.site).page(f"{self.network}/{self.content.word(name)}/{by}.html")

    def own_tree(self, owner):
        return built().tree(self.content.members(self.network, owner))

    # -- what pages say

    def says(self, element, *texts):
        for text in texts:
            if plain(text) not in element.text:
                self.fail(f"{text!r} is not said in: {shorten(element.text, 3000)}")

    def does_not_say(self, element, *texts):
        for text in texts:
            at = element.text.find(plain(text))
            if at >= 0:
                self.fail(f"{text!r} is said: …{element.text[max(0, at - 80):at + 80]}…")

    def path_of(self, target):
        """A link's target as a path of whatever tree it is in; outside addresses as they are."""
        target = target.split("#")[0]
        for start in (self.content.portal["base_url"], self.content.portal["spaces_url"]):
            if target.startswith(start):
                target = target[len(start):]
                if start == self.content.portal["spaces_url"]:
                    target = target.partition("/")[2]
                return target + "index.html" if not target or target.endswith("/") else target
        return target

    def links_to(self, element, *paths):
        leads = {self.path_of(target) for _, target in element.targets}
        for path in paths:
            self.assertIn(path, leads)

    def linked_things(self, element, folder):
        """Ids of the things of a folder that an element links to, in order, each once."""
        by_address = {self.address(folder, id): id for id in self.items(folder)}
        return list(dict.fromkeys(by_address[path] for path in (self.path_of(target) for _, target in element.targets) if path in by_address))

    # -- what check says

    def told(self, change, now=NOW):
        """What `check` says after a change, that it did not say before."""
        before = {(each.path, each.code, each.text.splitlines()[0].split(" ", 1)[1]) for each in baseline(now)}
        with scratch().kept() as portal:
            change(portal)
            return [each for each in portal.check(now)
                    if (each.path, each.code, each.text.splitlines()[0].split(" ", 1)[1]) not in before]

    def rule_speaks(self, code, article, change, path="", now=NOW, severity="warning", others=()):
        """A change of the content makes `check` say CODE, citing ARTICLE of a charter, and nothing else. Returns it."""
        self.assertEqual([each for each in baseline(now) if each.code == code and each.path.startswith(f"content/{self.network}/")], [],
                         f"{code} is already said of the content as it is")
        told = self.told(change, now)
        found = [each for each in told if each.code == code and path in each.path]
        self.assertTrue(found, f"no [{code}]; check says {[each.text for each in told]}")
        for each in found:
            self.assertEqual(each.severity, severity, each.text)
            if article:
                self.assertRegex(each.text, rf"(?<![\d.]){re.escape(article)}(?!\d|\.\d)", "the article is not cited")
        self.assertEqual({each.code for each in told} - {code, *others}, set(), [each.text for each in told])
        return found[0]

    def rule_is_silent(self, change, now=NOW):
        told = self.told(change, now)
        self.assertEqual([each.text for each in told], [])
