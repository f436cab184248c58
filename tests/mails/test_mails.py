"""Every mail of the theme, for every network, as other people's programs read it; and with hostile names in every field."""
import email
import html.parser
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from email import policy
from pathlib import Path

import icalendar

ROOT = Path(__file__).resolve().parents[2]
LETTERS = os.environ.get("CENACLE_LETTERS", str(ROOT / "build/dev/tests/letters"))
NODE_MODULES = ROOT / "tests/node_modules"
# What a mail may have in its header, each once.
HEADER = {"From", "Reply-To", "To", "Subject", "Date", "Message-ID", "References", "Auto-Submitted", "List-Id", "List-Unsubscribe", "MIME-Version",
          "Content-Type", "Content-Transfer-Encoding"}
ELEMENTS = set("html head meta title body div p a hr strong em ul ol li h1 h2 h3 h4 h5 h6 blockquote table thead tbody tr th td code pre br img del".split())
SCHEMES = ("https:", "http:", "mailto:", "webcal:", "tel:")


class Elements(html.parser.HTMLParser):
    """Tags and attributes of a page, in order."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def write(*arguments):
    """The folder of the mails that were written, and what the program said of those that were not."""
    folder = Path(tempfile.mkdtemp(prefix="letters-"))
    done = subprocess.run([LETTERS, str(ROOT), str(folder), *arguments], capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return folder, done.stdout.splitlines()


def parts_of(message):
    return {part.get_content_type(): part for part in message.walk()}


class Mails(unittest.TestCase):
    arguments = ()

    @classmethod
    def setUpClass(cls):
        folder, cls.refused = write(*cls.arguments)
        files = [(file.name, file.read_bytes()) for file in sorted(folder.glob("*.eml"))]
        shutil.rmtree(folder)
        cls.mails = [(name, data, email.message_from_bytes(data, policy=policy.strict)) for name, data in files]

    def each(self):
        self.assertGreater(len(self.mails), 500)
        yield from self.mails

    def test_lines_are_short_and_end_as_they_should(self):
        for name, data, _ in self.each():
            lines = data.split(b"\r\n")
            self.assertFalse(any(b"\n" in line or b"\r" in line for line in lines), name)
            self.assertLessEqual(max(map(len, lines)), 998, name)
            self.assertTrue(data.isascii(), name)

    def test_the_header_has_what_it_should_and_nothing_else(self):
        for name, _, message in self.each():
            names = message.keys()
            self.assertLessEqual(set(names), HEADER, name)
            self.assertEqual(len(names), len(set(names)), name)
            for part in message.walk():
                self.assertEqual(part.defects, [], name)
            self.assertEqual(len(message["To"].addresses), 1, name)
            self.assertRegex(message["To"].addresses[0].addr_spec, r"^[a-z0-9.-]+@[a-z0-9.-]+\.example$", name)
            self.assertEqual(len(message["From"].addresses), 1, name)
            self.assertNotIn("pirate.example", message["From"].addresses[0].addr_spec, name)
            self.assertRegex(message["Message-ID"], r"^<[0-9a-f]{32}@[a-z.-]+>$", name)
            self.assertTrue(message["Subject"].strip(), name)

    def test_each_part_is_there_once_and_in_its_place(self):
        for name, _, message in self.each():
            shape = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
            invites = ["text/calendar", "application/ics"] if "text/calendar" in shape else []
            files = [it for it in shape[2 + len(invites):]]
            self.assertEqual(shape, ["text/plain", "text/html", *invites, *files], name)
            self.assertLessEqual(set(files), {"text/html"}, name)
            if invites:
                part = parts_of(message)["text/calendar"]
                self.assertIsNone(part["Content-ID"])
                self.assertEqual(part["Content-Transfer-Encoding"], "base64")

    def test_the_html_is_made_of_what_mails_may_have(self):
        for name, _, message in self.each():
            page = message.get_body(("html",)).get_content()
            self.assertLess(len(page.encode()), 60_000, name)
            found = Elements(page).found
            self.assertEqual([tag for tag, _ in found].count("body"), 1, name)
            for tag, attributes in found:
                self.assertIn(tag, ELEMENTS, name)
                self.assertFalse([it for it in attributes if it.startswith("on")], name)
                self.assertFalse(set(attributes) & {"class", "id"}, name)
                for target in (attributes.get("href"), attributes.get("src")):
                    self.assertTrue(target is None or target.startswith(SCHEMES), f"{name}: {target}")

    def test_the_text_alone_says_the_same(self):
        for name, _, message in self.each():
            text = message.get_body(("plain",)).get_content()
            page = message.get_body(("html",)).get_content()
            self.assertNotRegex(text, r"</?(p|a|ul|li|h\d)\b[^.]*style=", name)
            for link in re.findall(r'href="(mailto:[^"]*subject=[^"]*)"', page):
                self.assertIn(link.replace("&amp;", "&"), text, name)

    def test_calendar_parts_are_for_the_one_who_is_written_to(self):
        count = 0
        for name, _, message in self.each():
            part = parts_of(message).get("text/calendar")
            if part is None:
                continue
            count += 1
            calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
            self.assertEqual(str(calendar["METHOD"]), part.get_param("method"), name)
            for event in calendar.walk("VEVENT"):
                self.assertEqual(str(event["ATTENDEE"]).lower(), "mailto:" + message["To"].addresses[0].addr_spec, name)
                self.assertEqual(str(event["ORGANIZER"]), "mailto:reponses@reseaux-en-commun.example", name)
        self.assertGreater(count, 100)

    def test_nothing_but_what_is_not_for_the_reader_was_left_out(self):
        for line in self.refused:
            self.assertRegex(line, r"is not there: (minutes|decision|survey|sheet|contribution|group|charter):", line)


class English(Mails):
    arguments = ("en",)


class Hostile(Mails):
    """Names, titles and words that would be headers, recipients, parts or markup if they could."""

    arguments = ("--hostile", str(ROOT / "tests/mails/hostile.txt"))

    def test_no_name_leads_anywhere(self):
        for name, _, message in self.each():
            for tag, attributes in Elements(message.get_body(("html",)).get_content()).found:
                target = attributes.get("href", "")
                # A bare address in a name is shown as what it is; no words stand in for it.
                self.assertNotRegex(target, r"^(javascript|data|vbscript|file):", name)
                if tag == "img":
                    self.assertNotIn("pirate.example", attributes["src"], name)

    def test_no_template_runs_in_a_name(self):
        for name, _, message in self.each():
            subject = message["Subject"]
            self.assertNotIn("\n", subject)
            self.assertNotRegex(subject, "[\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f]", name)
            for box in (message["To"], message["From"]):
                self.assertNotRegex(str(box), "[\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f]", name)


class Clients(unittest.TestCase):
    """What takes programs of its own."""

    @classmethod
    def setUpClass(cls):
        cls.folder, _ = write()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def one_of_each(self):
        chosen = {}
        for file in sorted(self.folder.glob("*.eml")):
            chosen.setdefault(file.name.split(".")[0], file)
        return chosen.values()

    def test_mailparser_icaljs_and_caniemail_find_nothing(self):
        done = subprocess.run(["node", str(ROOT / "tests/mails/read.mjs"), str(self.folder)], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr[-3000:])

    def test_the_nu_checker_finds_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            for file in self.one_of_each():
                message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
                pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
                for number, part in enumerate(pages):
                    Path(folder, f"{file.stem}.{number}.html").write_text(part.get_content(), encoding="utf-8")
            jar = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
            done = subprocess.run(["java", "-jar", str(jar), "--skip-non-html", "--also-check-css", folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_spamassassin_is_at_ease(self):
        for file in self.one_of_each():
            with self.subTest(file.name):
                done = subprocess.run(["spamassassin", "-L", "-t", "-x"], input=file.read_bytes(), capture_output=True)
                report = done.stdout.decode(errors="replace")
                score = float(re.search(r"X-Spam-Status: .*?score=(-?[\d.]+)", report, re.S)[1])
                self.assertLessEqual(score, 0.5, report[-2500:])


if __name__ == "__main__":
    unittest.main()
