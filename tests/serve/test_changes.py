"""The preview shows the portal as it stands after each save: never an older page, and mistakes above the last good one."""
import os
import re
import signal
import subprocess
import unittest

from tests.support.portal import ENVIRONMENT, PROGRAM, Portal
from tests.support.preview import Preview

FAQ = "content/finances-locales/pages/faq.md"
FAQ_URL = "/finances-locales/pages/faq.html"
SAVES = 500 if "release" in str(PROGRAM) else 100  # under sanitizers a reading takes ten times as long


def state_of(answer):
    return re.search(r'data-state="([^"]+)"', answer.text)[1]


class Changes(unittest.TestCase):

    def setUp(self):
        self.portal = Portal()

    def save_by_rename(self, name, text):
        """As most editors do."""
        self.portal.write(name + "~", text)
        os.replace(self.portal.path(name + "~"), self.portal.path(name))

    def test_no_save_of_many_leaves_a_stale_page(self):
        text = self.portal.read(FAQ)
        with Preview(self.portal) as preview:
            for number in range(SAVES):
                save = self.portal.write if number % 2 else self.save_by_rename
                save(FAQ, text + f"\nEnregistrement {number:05}.\n")
                answer = preview.ask(FAQ_URL)
                self.assertEqual(answer.status, 200)
                self.assertEqual(re.findall(r"Enregistrement (\d+)", answer.text), [f"{number:05}"])

    def test_many_files_saved_at_once(self):
        names = sorted(str(path.relative_to(self.portal.folder)) for path in self.portal.path("content").rglob("pages/*.md"))
        self.assertGreater(len(names), 10)
        with Preview(self.portal) as preview:
            for name in names:
                self.portal.write(name, self.portal.read(name) + "\nAjouté partout.\n")
            for name in names:
                if "draft = true" in self.portal.read(name):
                    continue
                network, page = name.split("/")[1], name.split("/")[-1][:-3]
                address = f"/{network}/pages/{page}.html" if network != "pages" else f"/pages/{page}.html"
                answer = preview.ask(address)
                if answer.status == 200:
                    self.assertIn("Ajouté partout.", answer.text, address)

    def test_a_change_is_told_to_who_listens(self):
        with Preview(self.portal) as preview:
            known = state_of(preview.ask(FAQ_URL))
            with preview.events(known) as next_state:
                self.portal.write(FAQ, self.portal.read(FAQ) + "\nDu neuf.\n")
                self.assertNotEqual(next_state(), known)
            self.assertIn("Du neuf.", preview.ask(FAQ_URL).text)

    def test_a_page_that_was_opened_before_the_change_is_told_at_once(self):
        with Preview(self.portal) as preview:
            with preview.events("another-run-1") as next_state:
                self.assertEqual(next_state(), state_of(preview.ask(FAQ_URL)))

    def test_a_renamed_folder_is_followed(self):
        with Preview(self.portal) as preview:
            known = state_of(preview.ask(FAQ_URL))
            with preview.events(known) as next_state:
                self.portal.path("content/club-passerelles").rename(self.portal.path("content/club-renomme"))
                known = next_state()
                # Only the watches of the renamed folder can tell of this.
                page = next(self.portal.path("content/club-renomme/pages").glob("*.md"))
                text = page.read_text()
                page.write_text(text.replace("title = ", "titre = ", 1))
                self.assertNotEqual(next_state(), known)
                page.write_text(text + "\nDans le dossier renommé.\n")
            self.portal.path("content/club-renomme").rename(self.portal.path("content/club-passerelles"))
            answer = preview.ask(f"/club-passerelles/pages/{page.stem}.html")
            self.assertEqual(answer.status, 200)
            self.assertIn("Dans le dossier renommé.", answer.text)

    def test_a_new_folder_is_followed(self):
        with Preview(self.portal) as preview:
            preview.ask(FAQ_URL)
            self.portal.write("content/pages/neuve/a-ignorer.txt", "rien")
            self.portal.write("content/pages/neuve.md", '+++\ntitle = "Page toute neuve"\n+++\nTexte.\n')
            preview.ask("/")
            with preview.events() as next_state:
                known = next_state()
                self.portal.write("content/pages/neuve/a-ignorer.txt", "autre chose")
                self.assertNotEqual(next_state(), known)

    def test_content_that_goes_and_comes_back(self):
        with Preview(self.portal) as preview:
            self.assertEqual(preview.ask(FAQ_URL).status, 200)
            self.portal.path("content").rename(self.portal.path("kept-elsewhere"))
            gone = preview.ask(FAQ_URL)
            self.assertIn("content/portal.toml", gone.text)
            self.assertIn("cenacle-mistakes", gone.text)
            self.portal.path("kept-elsewhere").rename(self.portal.path("content"))
            with preview.events(state_of(preview.ask(FAQ_URL))) as next_state:
                self.portal.write(FAQ, self.portal.read(FAQ) + "\nDe retour.\n")
                next_state()
            back = preview.ask(FAQ_URL)
            self.assertIn("De retour.", back.text)
            self.assertNotIn("cenacle-mistakes", back.text)

    def test_a_deleted_page_and_one_that_comes(self):
        with Preview(self.portal) as preview:
            self.portal.write("content/pages/neuve.md", '+++\ntitle = "Page toute neuve"\n+++\nTexte.\n')
            self.assertIn("Page toute neuve", preview.ask("/pages/neuve.html").text)
            self.portal.delete("content/pages/neuve.md")
            self.assertEqual(preview.ask("/pages/neuve.html").status, 404)

    def test_a_theme_and_its_files_are_followed(self):
        with Preview(self.portal) as preview:
            self.portal.replace("themes/default/404.html", "</main>", "</main>", times=self.portal.read("themes/default/404.html").count("</main>"))
            self.portal.write("themes/default/static/style.css", "/* autre style */\n")
            self.assertEqual(preview.ask("/style.css").text, "/* autre style */\n")


class Mistakes(unittest.TestCase):

    def setUp(self):
        self.portal = Portal()
        self.good = self.portal.read(FAQ)
        self.bad = self.good.replace("title = ", "titel = ", 1)

    def test_a_mistake_is_shown_above_the_last_good_page_until_it_is_mended(self):
        with Preview(self.portal) as preview:
            before = preview.ask(FAQ_URL)
            self.portal.write(FAQ, self.bad)
            broken = preview.ask(FAQ_URL)
            self.assertEqual(broken.status, 200)
            self.assertIn(f"{FAQ}:", broken.text)
            self.assertIn("[unknown-key]", broken.text)
            self.assertRegex(broken.text, r"titel = [^\n]*\n +\^~~~~")
            self.assertEqual(broken.page, before.page)
            self.portal.write(FAQ, self.good)
            mended = preview.ask(FAQ_URL)
            self.assertEqual(mended.page, before.page)
            self.assertNotIn("unknown-key", mended.text)

    def test_the_text_below_a_mistake_is_that_of_the_last_good_edition(self):
        with Preview(self.portal) as preview:
            preview.ask("/")
            self.portal.write(FAQ, "+++\ntitle = 3\n+++\nUn tout autre texte.\n")
            broken = preview.ask(FAQ_URL)
            self.assertNotIn("Un tout autre texte.", broken.text)
            self.assertIn("[wrong-type]", broken.text)

    def test_a_file_saved_half_way(self):
        with Preview(self.portal) as preview:
            before = preview.ask(FAQ_URL)
            for half in (len(self.good) // 2, 12, 3, 0):
                self.portal.write(FAQ, self.good[:half])
                self.assertIn(preview.ask(FAQ_URL).status, (200, 404))
            self.portal.write(FAQ, self.good.encode()[:200] + b"\xc3")
            self.assertEqual(preview.ask(FAQ_URL).status, 200)
            self.portal.write(FAQ, self.good)
            self.assertEqual(preview.ask(FAQ_URL).page, before.page)

    def test_the_same_mistakes_again_are_no_news(self):
        """A browser would load the page again for nothing."""
        with Preview(self.portal) as preview:
            self.portal.write(FAQ, self.bad)
            known = state_of(preview.ask(FAQ_URL))
            self.portal.write(FAQ, self.bad + "\nEncore une ligne.\n")
            self.assertEqual(state_of(preview.ask(FAQ_URL)), known)
            self.portal.write(FAQ, self.good)
            self.assertNotEqual(state_of(preview.ask(FAQ_URL)), known)

    def test_markup_in_a_mistake_is_text(self):
        with Preview(self.portal) as preview:
            self.portal.write(FAQ, self.good.replace("title = ", "<script>alert(1)</script> = ", 1))
            answer = preview.ask(FAQ_URL)
            self.assertNotIn("<script>alert", answer.text)
            self.assertIn("&lt;script&gt;alert", answer.text)

    def test_a_portal_that_begins_with_a_mistake(self):
        self.portal.write(FAQ, self.bad)
        with Preview(self.portal) as preview:
            for path in (FAQ_URL, "/", "/no-such-page.html"):
                answer = preview.ask(path)
                self.assertEqual(answer.status, 500)
                self.assertIn("[unknown-key]", answer.text)
            self.assertIn("[unknown-key]", preview.ask("/_cenacle/").text)
            self.portal.write(FAQ, self.good)
            self.assertEqual(preview.ask(FAQ_URL).status, 200)

    def test_a_theme_with_a_mistake(self):
        page = self.portal.read("themes/default/page.html")
        with Preview(self.portal) as preview:
            before = preview.ask(FAQ_URL)
            self.portal.write("themes/default/page.html", page + "{{ page.titel }}")
            broken = preview.ask(FAQ_URL)
            self.assertIn("themes/default/page.html:", broken.text)
            self.assertEqual(broken.page, before.page)

    def test_a_template_that_fails_on_one_page_shows_why_there(self):
        name = "themes/default/404.html"
        self.portal.write(name, self.portal.read(name).replace("{{ page.title }}", "{{ 1 // (site.networks | length - site.networks | length) }}", 1)
                          if "{{ page.title }}" in self.portal.read(name) else
                          self.portal.read(name).replace("{% endblock %}", "{{ 1 // (site.networks | length - site.networks | length) }}{% endblock %}", 1))
        with Preview(self.portal) as preview:
            self.assertEqual(preview.ask(FAQ_URL).status, 200)
            failed = preview.ask("/no-such-page.html")
            self.assertEqual(failed.status, 500)
            self.assertIn(name, failed.text)

    def test_the_terminal_tells_too(self):
        process = subprocess.Popen(self.portal.command("serve", "--port", "0"), env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertRegex(process.stdout.readline(), r"^http://127\.0\.0\.1:\d+/ ")
        self.portal.write(FAQ, self.bad)
        while "unknown-key" not in (line := process.stderr.readline()):
            self.assertNotEqual(line, "")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
