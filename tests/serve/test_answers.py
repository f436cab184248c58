"""What the preview answers: the built pages at their addresses, to this machine only, and nothing written anywhere."""
import contextlib
import os
import re
import signal
import socket
import subprocess
import unittest

from tests.support.portal import ENVIRONMENT, NOW, PROGRAM, Content, Portal, differences, read_tree
from tests.support.preview import Preview

PAGES = ["index.html", "404.html", "finances-locales/index.html", "finances-locales/groupes/fiscalite.html",
         "finances-locales/pages/faq.html", "club-passerelles/index.html", "mentions-legales.html"]


class Answers(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.before = read_tree(cls.portal.folder)
        cls.preview = Preview(cls.portal)
        cls.built = Portal()
        cls.built.build()

    @classmethod
    def tearDownClass(cls):
        code, _, err = cls.preview.end()
        assert code == 0, err
        assert not (found := differences(cls.before, read_tree(cls.portal.folder))), found

    def ask(self, path, **options):
        return self.preview.ask(path, **options)

    def test_pages_are_those_of_a_build(self):
        tree = self.built.tree()
        for path in PAGES:
            with self.subTest(path=path):
                answer = self.ask("/" + path)
                self.assertEqual(answer.status, 200)
                base = Content().portal["base_url"].encode()
                expected = re.sub(rb'(<a [^>]*href=")' + re.escape(base), rb"\1/", tree.bytes(path))
                if path == "404.html":  # made for the root here
                    self.assertIn(b"</html>", answer.page)
                else:
                    self.assertEqual(answer.page, expected)

    def test_every_file_of_the_public_tree_is_there(self):
        for path in self.built.tree().paths(""):
            if (self.built.tree().folder / path).is_file() and not path.endswith(".html"):
                with self.subTest(path=path):
                    self.assertEqual(self.ask("/" + path).body, self.built.tree().bytes(path))

    def test_types(self):
        for path, wanted in (("/", "text/html; charset=utf-8"), ("/style.css", "text/css; charset=utf-8"), ("/favicon.svg", "image/svg+xml"),
                             ("/sitemap.xml", "application/xml; charset=utf-8"), ("/robots.txt", "text/plain; charset=utf-8"),
                             ("/_cenacle/live.js", "text/javascript; charset=utf-8")):
            answer = self.ask(path)
            self.assertEqual((answer.status, answer.headers["content-type"]), (200, wanted), path)
        feed = next(path for path in self.built.tree().paths(".xml") if path != "sitemap.xml")
        self.assertEqual(self.ask("/" + feed).headers["content-type"], "application/atom+xml; charset=utf-8")

    def test_headers(self):
        for path in ("/", "/style.css", "/no-such-page.html", "/_cenacle/"):
            headers = self.ask(path).headers
            self.assertEqual(headers["cache-control"], "no-store")
            self.assertIn("default-src 'self'", headers["content-security-policy"])
            self.assertEqual(headers["x-content-type-options"], "nosniff")

    def test_head(self):
        get, head = self.ask("/"), self.ask("/", method="HEAD")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertEqual(head.headers["content-length"], get.headers["content-length"])

    def test_what_is_not_there(self):
        answer = self.ask("/finances-locales/no-such-page.html")
        self.assertEqual(answer.status, 404)
        self.assertIn('data-kind="404"', answer.text)
        self.assertIn('href="/style.css"', answer.text)

    def test_a_folder_without_its_slash_leads_to_it(self):
        answer = self.ask("/finances-locales")
        self.assertEqual((answer.status, answer.headers["location"]), (302, "finances-locales/"))
        self.assertEqual(self.ask("/finances-locales/").status, 200)

    def test_an_alias_leads_on(self):
        answer = self.ask("/anciens-groupes/fiscalite.html")
        self.assertEqual(answer.status, 200)
        self.assertIn('http-equiv="refresh"', answer.text)

    def test_other_methods_are_refused(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            self.assertEqual(self.ask("/", method=method).status, 405, method)

    def test_only_names_of_this_machine_are_answered(self):
        port = self.preview.port
        for host in (f"localhost:{port}", "localhost", "127.0.0.1", f"[::1]:{port}", "[::1]"):
            self.assertEqual(self.ask("/", host=host).status, 200, host)
        for host in ("attaque.example", f"attaque.example:{port}", "localhost.attaque.example", "127.0.0.1.attaque.example", "", "[::1",
                     "localhost:80@attaque.example", "192.0.2.1"):
            answer = self.ask("/", host=host)
            self.assertEqual(answer.status, 421, host)
            self.assertNotIn("<html", answer.text)

    def test_only_this_machine_can_reach_it(self):
        with open("/proc/net/tcp") as table:
            listening = [line.split()[1] for line in table if line.split()[3] == "0A"]
        mine = [address for address in listening if address.endswith(f":{self.preview.port:04X}")]
        self.assertEqual(mine, [f"0100007F:{self.preview.port:04X}"])

    @unittest.skipUnless(socket.has_ipv6 and os.path.exists("/proc/net/if_inet6") and " lo" in open("/proc/net/if_inet6").read(), "no ::1 here")
    def test_the_other_loopback_address(self):
        self.assertEqual(self.ask("/", address="::1", host="localhost").status, 200)

    def test_nothing_outside_the_tree(self):
        self.portal.path("secret.txt").write_text("secret")
        self.addCleanup(self.portal.path("secret.txt").unlink)
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/finances-locales/../../secret.txt", "//etc/passwd", "/content/portal.toml",
                     "/portal.toml", "/finances-locales/network.md", "/.git/config", "/_cenacle/left-out/content/portal.toml",
                     "/_cenacle/left-out/../secret.txt", "/_cenacle/../secret.txt", "/style.css%00.html", "/_cenacle/spaces/", "/_cenacle/spaces/../x"):
            with self.subTest(path=path):
                answer = self.ask(path)
                self.assertEqual(answer.status, 404)
                self.assertNotIn("secret</", answer.text)

    def test_restricted_trees_are_not_shown_unless_asked_for(self):
        for tree in self.built.trees()[1:]:
            self.assertEqual(self.ask(f"/_cenacle/spaces/{tree.name}/").status, 404)
            self.assertEqual(self.ask(f"/_cenacle/spaces/{tree.name}").status, 404)
        self.assertIn("cenacle serve --all", self.ask("/_cenacle/").text)

    def test_the_panel(self):
        panel = self.ask("/_cenacle/").text
        for tree in self.built.trees()[1:]:
            self.assertIn(f"<code>{tree.name}</code>", panel)
        for item in Content().left_out():
            self.assertIn(item.path, panel)
            self.assertIn(item.meta["title"].split("’")[0].split("'")[0], self.ask("/_cenacle/left-out/" + item.path).text)
        self.assertIn("15 septembre 2026", panel)

    def test_a_connection_that_says_nothing_holds_nobody_up(self):
        with contextlib.ExitStack() as open_ones:
            for _ in range(10):
                open_ones.enter_context(contextlib.closing(socket.create_connection(("127.0.0.1", self.preview.port))))
            self.assertEqual(self.ask("/").status, 200)

    def test_many_that_listen_hold_nobody_up(self):
        with contextlib.ExitStack() as open_ones:
            for _ in range(24):
                self.assertEqual(open_ones.enter_context(self.preview.events()).status, 200)
            self.assertEqual(open_ones.enter_context(self.preview.events()).status, 204)
            self.assertEqual(self.ask("/").status, 200)


class Spaces(unittest.TestCase):

    def test_all(self):
        portal = Portal()
        portal.build()
        trees = portal.trees()[1:]
        self.assertGreater(len(trees), 3)
        with Preview(portal, "--all") as preview:
            panel = preview.ask("/_cenacle/").text
            for tree in trees:
                here = f"/_cenacle/spaces/{tree.name}/"
                self.assertIn(f'href="{here}"', panel)
                answer = preview.ask(here)
                self.assertEqual(answer.status, 200)
                self.assertIn('class="bleed reserved"', answer.text)
                self.assertNotRegex(answer.text, r'<a [^>]*href="https://(espaces\.)?reseaux-en-commun\.example/')
                self.assertEqual(preview.ask(here + "no-such-page.html").status, 404)
                for path in tree.paths(".pdf")[:3] + tree.paths(".csv")[:3]:
                    self.assertEqual(preview.ask(here + path).body, tree.bytes(path))
            self.assertEqual(preview.ask(f"/_cenacle/spaces/{trees[0].name}").headers["location"], trees[0].name + "/")

    def test_one(self):
        portal = Portal()
        portal.build()
        first, second = [tree.name for tree in portal.trees()[1:3]]
        with Preview(portal, "--tree", second) as preview:
            self.assertEqual(preview.ask(f"/_cenacle/spaces/{second}/").status, 200)
            self.assertEqual(preview.ask(f"/_cenacle/spaces/{first}/").status, 404)


class Life(unittest.TestCase):

    def test_it_ends_at_once_and_well_even_while_somebody_listens(self):
        portal = Portal()
        for by in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            preview = Preview(portal)
            preview.ask("/")
            with preview.events() as next_state:
                next_state()
                code, _, err = preview.end(by)
                self.assertEqual((code, err), (0, ""), by)

    def test_a_port_that_is_taken(self):
        portal = Portal()
        with Preview(portal) as first:
            done = subprocess.run(portal.command("serve", "--port", first.port), env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stdout), (75, ""))
            self.assertRegex(done.stderr, rf"^cenacle: port {first.port} is taken by another program; `--port \d+` is free, and `--port 0` takes any that is free\n$")

    def test_usage(self):
        portal = Portal()
        for arguments in (["--port", "70000"], ["--port", "-1"], ["--port", "abc"], ["--all", "--tree", "x"], ["ailleurs"]):
            done = subprocess.run(portal.command("serve", *arguments), env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
            self.assertEqual(done.returncode, 2, arguments)

    def test_a_folder_that_is_not_there(self):
        done = subprocess.run([str(PROGRAM), "-C", "/nonexistent", "serve"], env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 74)

    def test_the_day_is_that_of_now(self):
        portal = Portal()
        item = next(item for item in Content().left_out() if "published" in item.meta and not item.meta.get("draft"))
        with Preview(portal, now="2027-01-15T09:00:00+01:00") as preview:
            self.assertNotIn(item.path, preview.ask("/_cenacle/").text)
        with Preview(portal, now=NOW) as preview:
            self.assertIn(item.path, preview.ask("/_cenacle/").text)


if __name__ == "__main__":
    unittest.main()
