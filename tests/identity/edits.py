"""What people do to a portal between two builds, chosen at random: each edit changes the portal and says what it did."""
import os
import re
import time
from datetime import datetime, timedelta

A, B, C, D, E = "finances-locales", "ateliers-du-val", "club-passerelles", "ethique-publique", "secretaires-de-mairie"
PLACES = {  # network, what it holds, front matter of a new one; `of` values that go with it
    "documents": ((A, 'kind = "guide"\ndate = 2026-09-01\n', ("group:fiscalite", "group:prospective", "network")),
                  (B, 'kind = "outil"\ndate = 2026-09-02\n', ("workshop:elus-agents", "workshop:equipe-volante")),
                  (C, 'kind = "guide"\ndate = 2026-09-03\n', ("group:metiers-2027", "network")),
                  (E, 'kind = "modele"\ndate = 2026-09-04\n', ("space:haut-sarlon", "space:ouvre-tarvenne", "network"))),
    "news": ((A, "date = 2026-09-05\n", ("group:fiscalite", "network")), (D, "date = 2026-09-06\n", ("network",)), (E, "date = 2026-09-07\n", ("network",))),
    "pages": ((A, "menu = true\n", ("network", "group:dette-tresorerie")), (C, 'kind = "faq"\n', ("network",)), (E, "", ("space:haut-sarlon", "network"))),
    "contributions": ((D, 'kind = "question"\ndate = 2026-09-08\nauthor = "body:opl"\ntopics = ["alerte", "cumul"]\n', ("network",)),
                      (D, 'kind = "message"\ndate = 2026-08-08\nauthor = "body:inmt"\ntopics = ["culture"]\n', ("group:alerte-petites-collectivites",))),
    "meetings": ((E, 'id = "{uid}"\nkind = "webinaire"\nstart = 2026-12-08T13:30:00\nend = 2026-12-08T14:30:00\nonline = "https://visio.example/{uid}"\n',
                  ("network", "space:haut-sarlon")),
                 (A, 'id = "{uid}"\nkind = "seance"\nstart = 2026-10-20T10:00:00\nend = 2026-10-20T12:00:00\n', ("group:fiscalite", "group:prospective"))),
}


class Sequence:
    """Edits one portal; remembers what it made, so as to change, rename and delete it later."""

    def __init__(self, portal, random):
        self.portal, self.random, self.made, self.count = portal, random, [], 0
        self.now = datetime.fromisoformat("2026-09-15T09:00:00+02:00")

    def number(self):
        self.count += 1
        return self.count

    def any_source(self, pattern="content/**/*.md"):
        return str(self.random.choice(sorted(self.portal.folder.glob(pattern))).relative_to(self.portal.folder))

    def own(self):
        """A file that an earlier edit made; makes one when there is none."""
        self.made = [path for path in self.made if self.portal.path(path).exists()]
        if not self.made:
            self.create()
        return self.random.choice(self.made)

    def edit(self):
        """Does something, and says what."""
        names = [name for name in dir(self) if name.startswith("edit_")]
        name = self.random.choice(names)
        return f"{name[5:]}: {getattr(self, name)()}"

    # -- things made here

    def create(self):
        folder = self.random.choice(sorted(PLACES))
        network, front, owners = self.random.choice(PLACES[folder])
        number, owner = self.number(), self.random.choice(owners)
        path = f"content/{network}/{folder}/essai-{number}.md"
        front = front.replace("{uid}", f"essai-numero-{number}") + (f'of = "{owner}"\n' if owner != "network" else "")
        visibility = self.random.choice(("public", "network", None if folder != "documents" or owner != "network" else "network"))
        attached = ""
        if folder in ("documents", "contributions"):
            self.portal.write(f"content/{network}/files/essai-{number}.csv", f"a;b\n{number};{self.random.random()}\n")
            attached = f'files = [{{ path = "../files/essai-{number}.csv", title = "Essai {number}" }}]\n'
        self.portal.write(path, f'+++\ntitle = "Essai {number}, l’été"\n{front}{attached}'
                          + (f'visibility = "{visibility}"\n' if visibility else "")
                          + f"+++\n\nUn texte : {self.random.random()}.\n\n## Une partie ?\n\n- un\n- deux\n")
        self.made.append(path)
        return path

    edit_create = edit_create_another = create

    def edit_delete(self):
        path = self.own()
        self.portal.delete(path)
        number = re.search(r"essai-(\d+)", path)[1]
        for left in self.portal.folder.glob(f"content/*/files/essai-{number}.csv"):
            left.unlink()
        return path

    def edit_rename(self):
        path = self.own()
        new = f"{os.path.dirname(path)}/renomme-{self.number()}-essai-{re.search('essai-([0-9]+)', path)[1]}.md"
        os.rename(self.portal.path(path), self.portal.path(new))
        if self.random.random() < 0.5:
            self.portal.set(new, aliases=f'["/anciens/{os.path.basename(path)[:-3]}.html"]')
        self.made.append(new)
        return f"{path} → {new}"

    def edit_visibility(self):
        path, visibility = self.own(), self.random.choice(("public", "network"))
        self.portal.set(path, visibility=f'"{visibility}"')
        return f"{path}: {visibility}"

    def edit_draft(self):
        path, draft = self.own(), self.random.choice(("true", None))
        self.portal.set(path, draft=draft)
        return f"{path}: {draft}"

    def edit_publication_day(self):
        path, day = self.own(), (self.now + timedelta(days=self.random.randint(-3, 9))).date()
        self.portal.set(path, published=str(day))
        return f"{path}: {day}"

    def edit_slug(self):
        path = self.own()
        self.portal.set(path, slug=f'"autre-{self.number()}"')
        return path

    # -- anything

    def edit_text(self):
        path = self.any_source()
        self.portal.write(path, self.portal.read(path).rstrip("\n") + f"\n\nUn ajout, n° {self.number()} : {self.random.random()}.\n")
        return path

    def edit_title(self):
        path = self.any_source("content/*/[gmdncps]*/*.md")
        self.portal.set(path, title=f'"Un autre titre, n° {self.number()}"')
        return path

    def edit_networks_name(self):
        path = self.any_source("content/*/network.md")
        self.portal.set(path, **{self.random.choice(("title", "short_title", "summary", "kind")): f'"Un réseau, n° {self.number()}"'})
        return path

    def edit_networks_order(self):
        path = self.any_source("content/*/network.md")
        self.portal.set(path, order=str(self.random.randint(0, 9)))
        return path

    def edit_attachment(self):
        path = self.any_source("content/*/files/*.csv")
        text = self.portal.read(path)
        same_size = self.random.random() < 0.5
        self.portal.write(path, text[:-2] + chr(97 + self.number() % 26) + "\n" if same_size else text + f"{self.number()};plus\n")
        return path

    def edit_amount(self):
        path = f"content/{E}/network.md"
        self.portal.write(path, re.sub(r'amount = "\d+,\d\d[ \u00a0]€"', f'amount = "{self.random.randint(10, 400)},{self.number() % 100:02} €"', self.portal.read(path), count=1))
        return path

    def edit_bodys_name(self):
        path = self.any_source("content/*/bodies.csv")
        lines = self.portal.read(path).splitlines()
        at = self.random.randrange(1, len(lines))
        fields = lines[at].split(";")
        fields[1] = f"Organisme {self.number()}"
        self.portal.write(path, "\n".join([*lines[:at], ";".join(fields), *lines[at + 1:]]) + "\n")
        return f"{path}: {fields[0]}"

    def edit_meeting_moves(self):
        path = self.any_source("content/*/meetings/2027-*.md")
        self.portal.set(path, status='"moved"', status_note=f'"Déplacée, n° {self.number()}."')
        return path

    def edit_day_passes(self):
        self.now += timedelta(days=self.random.choice((1, 2, 8, 40)), hours=self.random.randint(0, 23))
        return self.now.isoformat()

    # -- the portal and its theme

    def edit_address_word(self):
        name = self.random.choice(("groups", "news", "sheets", "agenda", "topic"))
        text = self.portal.read("content/portal.toml")
        self.portal.write("content/portal.toml", re.sub(rf'(?m)^{name} = ".*"$', f'{name} = "mot-{self.number()}"', text))
        return name

    def edit_portals_title(self):
        text = self.portal.read("content/portal.toml")
        self.portal.write("content/portal.toml", re.sub(r'(?m)^title = ".*"$', f'title = "Portail {self.number()}"', text, count=1))
        return "title"

    def edit_style(self):
        self.portal.write("themes/default/static/style.css", self.portal.read("themes/default/static/style.css") + f"/* {self.number()} */\n")
        return "style.css"

    def edit_template(self):
        name = self.random.choice(("base.html", "meeting.html", "group.html"))
        text = self.portal.read(f"themes/default/{name}")
        self.portal.write(f"themes/default/{name}", text.replace("<h1>", f'<h1 data-essai="{self.number()}">', 1).replace("</footer>", f"<!-- {self.number()} --></footer>", 1))
        return name

    # -- what is no edit at all

    def edit_nothing(self):
        return ""

    def edit_touch(self):
        path = self.any_source()
        os.utime(self.portal.path(path), ns=(time.time_ns(), time.time_ns()))
        return path

    def edit_cache(self):
        """Loses or spoils what a build keeps for the next."""
        files = sorted(path for path in self.portal.path(".cenacle").rglob("*") if path.is_file() and "lock" not in path.name)
        if not files:
            return "no cache"
        path = self.random.choice(files)
        data = path.read_bytes()
        how = self.random.choice(("deleted", "cut", "flipped", "emptied"))
        if how == "deleted":
            path.unlink()
        elif how == "flipped" and data:
            at = self.random.randrange(len(data))
            path.write_bytes(data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1:])
        else:
            path.write_bytes(data[:self.random.randrange(len(data) + 1)] if how == "cut" else b"")
        return f"{path.name} {how}"

    def edit_output(self):
        """Someone deletes or writes into a page of the site."""
        path = self.random.choice(sorted(path for path in self.portal.path("output/site").rglob("*.html")))
        how = self.random.choice(("deleted", "longer", "as long"))
        if how == "deleted":
            path.unlink()
        else:
            data = path.read_bytes()
            path.write_bytes(data + b"!" if how == "longer" else data[:-1] + b"!")
        return f"{path.name} {how}"

    def edit_mistake(self):
        """Something that has to be refused."""
        path = self.any_source()
        kind = self.random.choice(("key", "link", "front", "template"))
        if kind == "key":
            self.portal.set(path, titlle='"Faute"')
        elif kind == "link":
            self.portal.write(path, self.portal.read(path) + "\n\n[Nulle part](group:nulle-part).\n")
        elif kind == "front":
            self.portal.write(path, self.portal.read(path).replace("+++\n", "+++\ntitle = “Faute”\n", 1))
        else:
            path = "themes/default/group.html"
            self.portal.write(path, self.portal.read(path) + "{{ group.nulle_part }}")
        return f"{kind} in {path}"
