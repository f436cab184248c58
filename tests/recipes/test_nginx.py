"""The recipe for nginx, run by nginx itself: types, revalidation, no listing, restricted trees for those on their list only."""
import contextlib
import gzip
import http.client
import http.server
import os
import shutil
import socket
import socketserver
import ssl
import subprocess
import threading
import time
import unittest

from tests.support.portal import ROOT, Portal, new_folder, open_to_all

RECIPE = ROOT / "generator/recipes/nginx.conf"
NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
AUDIENCE, OTHER = "finances-locales.fiscalite", "finances-locales"
MEMBER, STRANGER = "membre@collectivite.example", "ailleurs@collectivite.example"


class SignOn(socketserver.ThreadingUnixStreamServer):
    """Stands for one oauth2-proxy: it knows who somebody is by a cookie, and has one list of addresses."""

    daemon_threads = True

    def __init__(self, path, audience, access):
        self.audience, self.access = audience, access
        super().__init__(str(path), Answering)
        os.chmod(path, 0o666)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Answering(http.server.BaseHTTPRequestHandler):
    def address_string(self):
        return "nginx"

    def log_message(self, *_):
        pass

    def do_GET(self):
        prefix = f"/espaces/{self.server.audience}/oauth2/"
        who = (self.headers.get("Cookie") or "").removeprefix("who=")
        if self.path == prefix + "auth":
            allowed = who in self.server.access.read_text().split()
            status, body = (202 if allowed else 403) if who else 401, b""
        elif self.path.startswith(prefix + "start?rd="):
            status, body = 200, f"sign in for {self.path}".encode()
        else:
            status, body = 404, b""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body:
            self.wfile.write(body)


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@unittest.skipUnless(NGINX, "nginx is not installed")
class Nginx(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.portal = Portal()
        cls.portal.build()
        cls.portal.write("output/site/reseau/reunion.ics", "BEGIN:VCALENDAR\r\n" + "X-PAD:é\r\n" * 200 + "END:VCALENDAR\r\n")
        cls.portal.write(f"output/spaces/{AUDIENCE}/groupe.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        cls.portal.write(f"output/spaces/{AUDIENCE}/.cache/x.html", "secret")
        cls.portal.write("output/site/sans-index/x.txt", "x")
        cls.portal.write("output/site/.well-known/acme-challenge/jeton", "preuve")
        access = cls.portal.path(".cenacle/access")
        access.mkdir(parents=True, exist_ok=True)
        (access / AUDIENCE).write_text(MEMBER + "\n")
        (access / OTHER).write_text("")
        open_to_all(cls.portal.folder)
        cls.folder = new_folder("nginx")
        open_to_all(cls.folder)
        (cls.folder / "sign-on").mkdir()
        cls.sign_on = SignOn(cls.folder / f"sign-on/{AUDIENCE}.sock", AUDIENCE, access / AUDIENCE)
        cls.other = SignOn(cls.folder / f"sign-on/{OTHER}.sock", OTHER, access / OTHER)
        cls.http, cls.https = free_port(), free_port()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=portail.example",
                        "-keyout", cls.folder / "privkey.pem", "-out", cls.folder / "fullchain.pem"], check=True, capture_output=True)
        recipe = RECIPE.read_text()
        for written, here in (("listen 80;", f"listen 127.0.0.1:{cls.http};"), ("listen 443 ssl http2;", f"listen 127.0.0.1:{cls.https} ssl http2;"),
                              ("    listen [::]:80;\n", ""), ("    listen [::]:443 ssl http2;\n", ""), ("/etc/ssl/portail.example/", f"{cls.folder}/"),
                              ("/srv/portail/", f"{cls.portal.folder}/"), ("/run/cenacle-sign-on/", f"{cls.folder}/sign-on/")):
            if written not in recipe:
                raise AssertionError(f"the recipe has no {written!r}")
            recipe = recipe.replace(written, here)
        (cls.folder / "portal.conf").write_text(recipe)
        user = "user root;\n" if os.geteuid() == 0 else ""
        temporary = "".join(f"{each}_temp_path {cls.folder}/{each};\n" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (cls.folder / "nginx.conf").write_text(
            f"{user}daemon off;\npid {cls.folder}/pid;\nerror_log {cls.folder}/error.log;\nevents {{ }}\n"
            f"http {{\naccess_log off;\n{temporary}include {cls.folder}/portal.conf;\n}}\n")
        arguments = [NGINX, "-p", str(cls.folder), "-c", str(cls.folder / "nginx.conf"), "-e", str(cls.folder / "error.log")]
        tried = subprocess.run([*arguments, "-t"], capture_output=True, text=True)
        if tried.returncode or "[warn]" in tried.stderr:
            raise AssertionError(tried.stderr)
        cls.process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
        while True:
            with contextlib.suppress(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", cls.https)).close()
                break
            if cls.process.poll() is not None:
                raise AssertionError((cls.folder / "error.log").read_text())
            time.sleep(0.01)

    @classmethod
    def tearDownClass(cls):
        cls.process.terminate()
        cls.process.wait(timeout=30)
        for each in (cls.sign_on, cls.other):
            each.shutdown()
            each.server_close()

    def ask(self, path, method="GET", port=None, **headers):
        context = ssl._create_unverified_context()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30) if port else http.client.HTTPSConnection("127.0.0.1", self.https, context=context, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, headers={"Host": "portail.example"} | {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            answer.bytes = answer.read()
            return answer

    def member(self, path, **headers):
        return self.ask(path, Cookie="who=" + MEMBER, **headers)

    def test_types(self):
        feed = next(path for path in self.portal.tree().paths(".xml") if path != "sitemap.xml")
        for path, wanted in (("/", "text/html; charset=utf-8"), ("/style.css", "text/css; charset=utf-8"), ("/reseau/reunion.ics", "text/calendar; charset=utf-8"),
                             ("/" + feed, "application/atom+xml; charset=utf-8"), ("/sitemap.xml", "application/xml; charset=utf-8"),
                             ("/robots.txt", "text/plain; charset=utf-8"), ("/favicon.svg", "image/svg+xml")):
            answer = self.ask(path)
            self.assertEqual((answer.status, answer.getheader("Content-Type")), (200, wanted), path)

    def test_every_file_of_the_public_tree_has_a_type(self):
        for ending in {os.path.splitext(path)[1] for path in self.portal.tree().paths("") if (self.portal.tree().folder / path).is_file()} - {""}:
            path = self.portal.tree().paths(ending)[0]
            self.assertNotEqual(self.ask("/" + path).getheader("Content-Type"), "application/octet-stream", path)

    def test_what_has_not_changed_is_not_sent_again(self):
        for path in ("/", "/reseau/reunion.ics", "/style.css"):
            first = self.ask(path)
            self.assertTrue(first.getheader("ETag"))
            again = self.ask(path, If_None_Match=first.getheader("ETag"))
            self.assertEqual((again.status, again.bytes), (304, b""), path)
            self.assertEqual(first.getheader("Cache-Control"), "no-cache")

    def test_compression(self):
        plain, small = self.ask("/reseau/reunion.ics"), self.ask("/reseau/reunion.ics", Accept_Encoding="gzip")
        self.assertEqual(small.getheader("Content-Encoding"), "gzip")
        self.assertEqual(gzip.decompress(small.bytes), plain.bytes)

    def test_headers_of_every_answer(self):
        for path in ("/", "/no-such-page.html", "/style.css", f"/espaces/{AUDIENCE}/", "/espaces/"):
            answer = self.ask(path)
            policy = answer.getheader("Content-Security-Policy")
            self.assertIn("default-src 'self'", policy, path)
            self.assertIn("script-src 'none'", policy, path)
            self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff", path)
            self.assertIn("max-age=", answer.getheader("Strict-Transport-Security"))

    def test_no_folder_is_listed(self):
        for path in ("/sans-index/", "/style.css/", "/reseau/"):
            answer = self.ask(path)
            self.assertEqual(answer.status, 404, path)
            self.assertNotIn(b"x.txt", answer.bytes)

    def test_what_is_not_there(self):
        answer = self.ask("/finances-locales/no-such-page.html")
        self.assertEqual((answer.status, answer.bytes), (404, self.portal.tree().bytes("404.html")))

    def test_a_folder_without_its_slash_leads_to_it(self):
        answer = self.ask("/finances-locales")
        self.assertEqual(answer.status, 301)
        self.assertTrue(answer.getheader("Location").endswith("/finances-locales/"))

    def test_names_with_a_dot_and_what_lies_beside_the_tree(self):
        for path in ("/.manifest", "/../.manifest", "/.git/config", "/finances-locales/.git", "/..%2fspaces/x", "/%2e%2e/spaces/", "/spaces/", f"/spaces/{AUDIENCE}/index.html",
                     "/../spaces/" + AUDIENCE + "/index.html", "/_cenacle_sign_on"):
            answer = self.ask(path)
            self.assertIn(answer.status, (400, 404), path)
        self.assertEqual(self.ask("/.well-known/acme-challenge/jeton").bytes, b"preuve")

    def test_other_methods_are_refused(self):
        for path in ("/", f"/espaces/{AUDIENCE}/"):
            self.assertIn(self.ask(path, method="POST", Cookie="who=" + MEMBER).status, (403, 404, 405), path)

    def test_http_leads_to_https(self):
        answer = self.ask("/finances-locales/?x=1", port=self.http)
        self.assertEqual((answer.status, answer.getheader("Location")), (301, "https://portail.example/finances-locales/?x=1"))

    def restricted(self):
        tree = self.portal.tree(AUDIENCE)
        return [path for path in tree.paths("") if (tree.folder / path).is_file() and not path.startswith(".")]

    def test_a_member_reads_her_tree(self):
        tree = self.portal.tree(AUDIENCE)
        self.assertEqual(self.member(f"/espaces/{AUDIENCE}/").bytes, tree.bytes("index.html"))
        for path in self.restricted():
            answer = self.member(f"/espaces/{AUDIENCE}/{path}")
            self.assertEqual((answer.status, answer.bytes), (200, tree.bytes(path)), path)
            self.assertEqual(answer.getheader("Cache-Control"), "private, no-cache")
        self.assertEqual(self.member(f"/espaces/{AUDIENCE}/groupe.ics").getheader("Content-Type"), "text/calendar; charset=utf-8")

    def test_nobody_else_does(self):
        for path in self.restricted() + [""]:
            for who, wanted in (({}, 401), ({"Cookie": "who=" + STRANGER}, 403)):
                answer = self.ask(f"/espaces/{AUDIENCE}/{path}", **who)
                self.assertEqual(answer.status, wanted, path)
                self.assertNotIn(b"<main", answer.bytes)

    def test_a_right_that_ends_ends_at_once(self):
        access = self.portal.path(f".cenacle/access/{AUDIENCE}")
        self.addCleanup(access.write_text, MEMBER + "\n")
        self.assertEqual(self.member(f"/espaces/{AUDIENCE}/").status, 200)
        access.write_text("")
        self.assertEqual(self.member(f"/espaces/{AUDIENCE}/").status, 403)

    def test_the_right_to_one_tree_is_none_to_another(self):
        self.assertEqual(self.member(f"/espaces/{OTHER}/").status, 403)
        for path in (f"/espaces/{AUDIENCE}/../{OTHER}/index.html", f"/espaces/{AUDIENCE}/%2e%2e/{OTHER}/index.html", f"/espaces/{AUDIENCE}//{OTHER}/"):
            self.assertIn(self.member(path).status, (400, 403, 404), path)

    def test_a_tree_without_a_sign_on_is_closed(self):
        for tree in self.portal.trees()[1:]:
            if tree.name not in (AUDIENCE, OTHER):
                self.assertGreaterEqual(self.member(f"/espaces/{tree.name}/").status, 400)

    def test_a_browser_is_led_to_the_sign_on(self):
        answer = self.ask(f"/espaces/{AUDIENCE}/index.html", Accept="text/html,*/*")
        self.assertEqual(answer.status, 302)
        where = answer.getheader("Location")
        self.assertTrue(where.endswith(f"/espaces/{AUDIENCE}/oauth2/start?rd=/espaces/{AUDIENCE}/index.html"), where)
        self.assertIn(b"sign in for", self.ask(where[where.index("/espaces"):]).bytes)

    def test_dot_names_of_a_restricted_tree(self):
        for path in (f"/espaces/{AUDIENCE}/.cache/x.html", f"/espaces/{AUDIENCE}/%2ecache/x.html"):
            self.assertEqual(self.member(path).status, 404)

    def test_folders_of_a_restricted_tree_are_not_listed(self):
        self.assertEqual(self.member("/espaces/").status, 404)
        folder = next((path.split("/")[0] for path in self.restricted() if "/" in path and f"{path.split('/')[0]}/index.html" not in self.restricted()), None)
        if folder:
            self.assertIn(self.member(f"/espaces/{AUDIENCE}/{folder}/").status, (403, 404))


if __name__ == "__main__":
    unittest.main()
