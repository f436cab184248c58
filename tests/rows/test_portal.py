"""The portal as a whole: what every page has, former addresses, the sitemap, feeds, what was left out."""
import unittest
import xml.etree.ElementTree as ET
from datetime import datetime

from tests.support.dom import plain
from tests.support.portal import Portal, built, read_tree
from tests.support.rows import Row

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class ThePortal(Row):

    def feeds(self):
        return {path: ET.fromstring(self.site.bytes(path)) for path in self.site.paths(".xml") if path != "sitemap.xml"}

    def test_the_repositorys_portal_has_no_mistake(self):
        done = built().run("check")
        self.assertEqual((done.code, [each.text for each in done.diagnostics if each.severity == "error"]), (0, []))

    def test_the_legal_notice_the_accessibility_statement_and_the_portals_own_pages_are_linked_from_every_page_of_every_tree(self):
        seen = 0
        pages = self.content.word("pages")
        own = [f"{pages}/a-propos.html", f"{pages}/aide.html"]
        base = self.content.portal["base_url"]
        for tree in built().trees():
            for path, page in tree.pages():
                seen += 1
                leads = {target for _, target in page.targets}
                for address in [self.content.word(name) + ".html" for name in ("legal", "accessibility")] + own:
                    self.assertTrue({address, base + address, "/" + address} & leads, f"{tree.name} {path}: nothing leads to {address}")
        self.assertGreater(seen, 500)

    def test_the_legal_notice_says_what_the_law_asks(self):
        page = self.site.page(self.content.word("legal") + ".html").main
        legal = self.content.portal["legal"]
        self.says(page, *(legal[key] for key in ("publisher", "publisher_address", "director", "host", "host_address", "contact", "data_protection")))

    def test_the_accessibility_statement_says_its_state_without_a_rate_that_nobody_measured(self):
        page = self.site.page(self.content.word("accessibility") + ".html").main
        statement = self.content.portal["accessibility"]
        self.says(page, "non conforme", statement["standard"], statement["contact"], "1er septembre 2026", *statement["exceptions"])
        self.assertNotRegex(page.text, r"\d ?%")
        self.says(page, "Défenseur des droits")
        self.assertTrue(any("non conforme" in text.lower() for text, _ in self.site.page("index.html").find("footer").links))

    def test_without_one_of_their_tables_the_portal_is_refused(self):
        for table, code in (("[legal]", "missing-key"), ("[accessibility]", "missing-key")):
            def without(portal):
                text = portal.read("content/portal.toml")
                before, _, after = text.partition(table + "\n")
                rest = after.split("\n[", 1)
                portal.write("content/portal.toml", before + ("[" + rest[1] if len(rest) > 1 else ""))
            told = self.told(without)
            self.assertIn((code, "error"), [(each.code, each.severity) for each in told], table)
            self.assertTrue(any(table.strip("[]") in each.text for each in told), [each.text for each in told])

    def test_a_page_that_is_not_found_is_told_so_and_can_be_shown_at_any_depth(self):
        page = self.site.page("404.html")
        self.assertEqual([each.get("href") for each in page.find_all("link", "a") if not each.get("href").startswith(("/", "https:", "#", "mailto:"))], [])
        self.assertIn("404", page.text)
        self.assertTrue(page.find_all("meta", name="robots"))

    def test_every_page_is_in_the_portals_language_with_one_main_heading_and_a_title_that_says_where_it_is(self):
        for tree in built().trees():
            for path, page in tree.pages():
                self.assertEqual(page.find("html").get("lang"), "fr", path)
                self.assertTrue(page.h1, f"{tree.name} {path}")
                title = page.find("head").find("title").text
                self.assertIn(self.content.portal["title"], title, f"{tree.name} {path}")
                self.assertGreater(len(title), 0)

    def test_former_addresses_lead_to_the_present_ones(self):
        found = 0
        for network in self.content.networks():
            for folder in ("groups", "pages"):
                for id, it in self.content.items(network, folder).items():
                    for alias in it.meta.get("aliases", []):
                        found += 1
                        page = self.site.page(alias.lstrip("/"))
                        target = page.resolve(page.redirection)
                        wanted = self.content.address(network, folder, id)
                        self.assertIn(target, (wanted, self.content.portal["base_url"] + wanted))
                        self.links_to(page, wanted)
                        canonical = page.find("link", rel="canonical").get("href")
                        self.assertEqual(canonical, self.content.portal["base_url"] + wanted)
        self.assertGreaterEqual(found, 3)

    def test_the_sitemap_has_every_public_page_and_nothing_else(self):
        root = ET.fromstring(self.site.bytes("sitemap.xml"))
        listed = [each.findtext(SITEMAP + "loc") for each in root]
        self.assertEqual(len(listed), len(set(listed)))
        base = self.content.portal["base_url"]
        pages = {base + (path[:-len("index.html")] if path.endswith("index.html") else path)
                 for path, _ in self.site.pages() if path != "404.html"}
        self.assertEqual(set(listed), pages)
        self.assertEqual([path for tree in built().trees()[1:] for path in tree.paths("sitemap.xml")], [])

    def test_robots_are_told_of_the_sitemap(self):
        self.assertIn(self.content.portal["base_url"] + "sitemap.xml", self.site.text("robots.txt"))

    def test_feeds_have_the_public_news_newest_first_with_addresses_that_last(self):
        feeds = self.feeds()
        self.assertGreaterEqual(len(feeds), 6)
        everything = {}
        for network in self.content.networks():
            news = {id: it for id, it in self.content.items(network, "news").items() if self.content.audience(it) == "site"}
            feed = feeds[f"{network}/{self.content.word('news')}.xml"]
            titles = [plain(entry.findtext(ATOM + "title")) for entry in feed.iter(ATOM + "entry")]
            self.assertEqual(sorted(titles), sorted(plain(it.meta["title"]) for it in news.values()), network)
            everything |= {(network, id): it for id, it in news.items()}
        longest = max(feeds.values(), key=lambda feed: len(feed.findall(ATOM + "entry")))
        self.assertEqual(len(longest.findall(ATOM + "entry")), min(50, len(everything)))
        for path, feed in feeds.items():
            dates = [entry.findtext(ATOM + "updated") for entry in feed.iter(ATOM + "entry")]
            self.assertEqual(dates, sorted(dates, reverse=True), path)
            self.assertEqual(feed.findtext(ATOM + "updated"), dates[0], path)
            for each in dates:
                self.assertIsNotNone(datetime.fromisoformat(each).tzinfo, each)
            ids = [entry.findtext(ATOM + "id") for entry in feed.iter(ATOM + "entry")]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertTrue(feed.findtext(ATOM + "id") and feed.findtext(ATOM + "title"))
            for entry in feed.iter(ATOM + "entry"):
                address = entry.find(ATOM + "link").get("href").removeprefix(self.content.portal["base_url"])
                self.assertTrue(self.site.has(address), address)

    def test_pages_lead_to_their_feed(self):
        page = self.site.page("index.html")
        feed = page.find("link", type="application/atom+xml")
        self.assertTrue(self.site.has(page.resolve(feed.get("href"))))

    def test_what_is_left_out_is_said_with_why(self):
        said = built().first_build.out
        left_out = self.content.left_out()
        self.assertGreaterEqual(len(left_out), 10)
        for it in left_out:
            line = next((line for line in said.splitlines() if it.path in line), None)
            self.assertIsNotNone(line, f"{it.path} is left out and nothing says so")
            self.assertIn("draft" if it.meta.get("draft") else str(it.meta["published"]), line)

    def test_what_is_published_later_comes_on_its_day(self):
        portal = Portal()
        portal.build(now="2026-09-16T23:59:00+02:00")
        address = "finances-locales/documents/lettre-base-minimum-cfe.html"
        self.assertFalse(portal.tree().has(address))
        portal.build(now="2026-09-17T00:00:00+02:00")
        self.assertTrue(portal.tree().has(address))

    def test_no_page_asks_anything_of_another_site_or_runs_a_script(self):
        for tree in built().trees():
            for path, page in tree.pages():
                data = page.find_all("script", type="application/ld+json")  # read by machines, run by nobody
                self.assertEqual([each for each in page.find_all("script", "iframe", "object", "embed") if each not in data], [], path)
                for each in page.find_all("img", "link", "source", "video", "audio"):
                    address = each.get("src") or each.get("href")
                    if each.tag == "link" and each.get("rel") in ("canonical", "alternate"):
                        continue
                    self.assertNotRegex(address, "^(https?:)?//", f"{tree.name} {path}")

    def test_restricted_trees_say_whom_they_are_for_and_ask_not_to_be_indexed(self):
        for tree in built().trees()[1:]:
            for path, page in tree.pages():
                robots = [each.get("content") for each in page.find_all("meta", name="robots")]
                self.assertIn("noindex", " ".join(robots), f"{tree.name} {path}")

    def test_links_between_trees_and_inside_them_lead_somewhere(self):
        trees = {tree.name: tree for tree in built().trees()}
        base, spaces = self.content.portal["base_url"], self.content.portal["spaces_url"]
        files = {name: set(read_tree(tree.folder)) for name, tree in trees.items()}
        for name, tree in trees.items():
            for path, page in tree.pages():
                if path == "404.html":
                    continue
                for text, target in page.targets:
                    target = target.split("#")[0]
                    if target.startswith(spaces):
                        where, _, rest = target[len(spaces):].partition("/")
                    elif target.startswith(base):
                        where, rest = "site", target[len(base):]
                    elif "://" in target or target.startswith(("mailto:", "tel:")):
                        continue
                    else:
                        where, rest = name, target
                    rest = rest + "index.html" if not rest or rest.endswith("/") else rest
                    self.assertIn(rest, files.get(where, set()), f"{name}/{path}: “{text}” leads nowhere")

    def test_each_audience_has_its_tree_and_only_audiences_have(self):
        names = {tree.name for tree in built().trees()}
        wanted = {"site"}
        for network in self.content.networks():
            for folder in ("documents", "minutes", "sheets", "pages", "news", "contributions", "meetings"):
                for it in self.content.items(network, folder).values():
                    wanted.add(self.content.audience(it))
                    if folder == "meetings" and "online" in it.meta:
                        wanted.add(self.content.members(network, it.meta.get("of", "network")))
        self.assertEqual(names - {"secretaires-de-mairie"}, wanted - {"secretaires-de-mairie"})


if __name__ == "__main__":
    unittest.main()
