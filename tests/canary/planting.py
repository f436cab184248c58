"""Restricted content of every kind for every kind of audience, with canaries in it."""

A, B, D, E = "finances-locales", "ateliers-du-val", "ethique-publique", "secretaires-de-mairie"
SPACES = ("departement-tarvenne", "haut-sarlon", "ouvre-tarvenne", "landes-de-brivelle")
SOON = "2026-12-15"  # a Tuesday


def plant_everything(garden):
    """Every kind of document for every kind of audience."""
    portal = garden.portal
    groups = [f"{A}.{path.stem}" for path in portal.path(f"content/{A}/groups").glob("*.md")]
    workshops = [f"{B}.{path.stem}" for path in portal.path(f"content/{B}/workshops").glob("*.md")]
    # A group inside a space is not its space's business.
    portal.write(f"content/{E}/groups/cercle-archives.md", """+++
title = "Cercle des archives"
purpose = "Ranger ensemble."
space = "space:haut-sarlon"
+++

Un cercle.
""")
    plant_network("reseau-a-venir", 'opens = 2027-01-05\n', garden)
    plant_network("reseau-discret", 'visibility = "network"\n', garden)

    audiences = [  # network, `of`, visibility, who must, who may besides
        (A, "network", "network", A, groups),
        (A, "group:fiscalite", "group", f"{A}.fiscalite", ()),
        (A, "group:dette-tresorerie", "group", f"{A}.dette-tresorerie", ()),
        (A, "group:fiscalite", "network", A, groups),
        (B, "workshop:memoire-de-poste", "group", f"{B}.memoire-de-poste", ()),
        (B, "workshop:codev-responsables-rh", "group", f"{B}.codev-responsables-rh", ()),
        (B, "network", "network", B, workshops),
        (E, "space:haut-sarlon", "group", "haut-sarlon", ()),
        (E, "space:ouvre-tarvenne", "space:ouvre-tarvenne", "ouvre-tarvenne", ()),
        (E, "network", "space:departement-tarvenne", "departement-tarvenne", ()),
        (E, "group:cercle-archives", "group", f"{E}.cercle-archives", ()),
        (E, "network", "network", E, (*SPACES, f"{E}.cercle-archives")),
        ("reseau-a-venir", "group:cercle", "group", "reseau-a-venir.cercle", ()),
        ("reseau-a-venir", "network", "public", "reseau-a-venir", ("reseau-a-venir.cercle", "salon")),
        ("reseau-discret", "network", None, "reseau-discret", ("reseau-discret.cercle",)),
    ]
    for network, of, visibility, must, may in audiences:
        plant_for(garden, network, of, visibility, [must], may)
    plant_meeting_links(garden, groups, workshops)
    plant_directory(garden, A, 'visibility = "network"\n', [A], groups, role="coordination", topic="dette")
    plant_directory(garden, E, None, [E], (*SPACES, f"{E}.cercle-archives"), role="chef-de-projet", topic="archives")
    garden.page("", "pages", "space haut-sarlon (page of the portal)", ["haut-sarlon"], front='visibility = "space:secretaires-de-mairie/haut-sarlon"\n', files=False)
    return garden


KINDS = {  # of documents, of meetings; a topic, a role, a body, a kind of bodies
    A: ("document-travail", "seance", "dette", "coordination", "villorne", "commune"),
    B: ("cadre", "atelier", "accueil", "coordination", "cdg", "commune"),
    E: ("modele", "matinale", "archives", "chef-de-projet", "lussombre", "commune"),
}


def plant_for(garden, network, of, visibility, must, may):
    """Documents, surveys, minutes, meetings, news, pages, contributions and sheets for one audience."""
    document, meeting, topic, role, body, sort = KINDS.get(network, ("note", "seance", "sujet", "animation", "maison", "sorte"))
    shown = f'visibility = "{visibility}"\n' if visibility else ""
    owner = f'of = "{of}"\n' if of != "network" else ""
    what = f"{network} {of}, visibility {visibility}"

    def plant(folder, front, **options):
        return garden.page(network, folder, what, must, may, front=front + shown, **options)

    plant("documents", f'kind = "{document}"\ndate = 2026-09-01\n{owner}topics = ["{topic}"]\nauthors = ["body:{body}"]\n')
    plant("surveys", f'date = 2026-09-01\ncloses = 2026-10-01\n{owner}questions = [{{ id = "q", text = "Question {{question}}", choices = [ '
          '{ id = "un", title = "Choix {first}" }, { id = "deux", title = "Choix {second}" } ] }]\n', own=("question", "first", "second"))
    # The link is for those whom the meeting is of, whoever else may know of it.
    members = [f"{network}.{of.split(':')[1]}"] if of.startswith(("group:", "workshop:")) else must
    online = garden.word(f"link of a meeting for {what}", members, may if members == must else ())
    uid = garden.word(f"identity of a meeting for {what}", (), [*must, *may])
    name = plant("meetings", f'id = "{uid}"\n{owner}kind = "{meeting}"\nstart = {SOON}T09:00:00\nend = {SOON}T10:00:00\n'
                 f'place = "Salle {{place}}"\naddress = "Rue {{street}}"\nonline = "https://visio.example/{online}"\nstatus = "moved"\n'
                 'status_note = "Car {note}."\n', own=("place", "street", "note"))
    plant_minutes(garden, network, what, must, may, name, shown, role)
    groupish = of.split(":")[0] in ("group", "space")
    if groupish or visibility != "group":
        plant("news", f"date = 2026-09-10\n{owner}")
        plant("pages", owner)
    if of == "network":
        plant("sheets", f'topics = ["{topic}"]\nreviewed = 2026-01-05\nowner = "role:{role}"\n')
    if of.startswith("group:") or of == "network":
        author = garden.word(f"body that wrote for {what}", must, may)
        bodies = f"content/{network}/bodies.csv"
        row = {"id": author, "name": f"Ville {author}", "kind": sort}
        header = garden.portal.read(bodies).splitlines()[0].split(";")
        garden.portal.write(bodies, garden.portal.read(bodies) + ";".join(row.get(column, "") for column in header) + "\n")
        plant("contributions", f'kind = "question"\ndate = 2026-09-02\nauthor = "body:{author}"\ntopics = ["{topic}"]\n{owner}')


def plant_minutes(garden, network, what, must, may, meeting, shown, role):
    w = garden.words(f"minutes for {what}", ("decision", "first", "second"), must, may)
    name = garden.page(network, "minutes", what, must, may, front=f'meeting = "meeting:{meeting}"\nattendance = 7\n{shown}')
    path = f"content/{network}/minutes/{name}.md"
    text = garden.portal.read(path)
    head, front, body = text.split("+++\n", 2)
    garden.portal.write(path, f"""{head}+++
{front}
[[decisions]]
text = "On décide {w['decision']}."
outcome = "dissensus"
positions = ["Les uns : {w['first']}.", "Les autres : {w['second']}."]
carried_by = "role:{role}"
by = 2026-12-20
+++
{body}""")


def plant_meeting_links(garden, groups, workshops):
    """Meetings that all may know of, with a conference link that they may not."""
    network_of = {A: groups, B: workshops, E: (*SPACES, f"{E}.cercle-archives")}
    for network, of, must, kind in ((A, "network", A, "comite"), (A, "group:prospective", f"{A}.prospective", "seance"),
                                    (B, "workshop:elus-agents", f"{B}.elus-agents", "atelier"), (E, "space:landes-de-brivelle", "landes-de-brivelle", "webinaire"),
                                    (E, "network", E, "webinaire"), (E, "group:cercle-archives", f"{E}.cercle-archives", "webinaire")):
        may = network_of[network] if of == "network" else ()
        online = garden.word(f"link of a public meeting of {network} {of}", [must], may)
        garden.portal.write(f"content/{network}/meetings/visio-{must.replace('.', '-')}.md", f"""+++
id = "visio-{must.replace('.', '-')}"
title = "Une rencontre publique"
of = "{of}"
kind = "{kind}"
start = 2027-02-17T09:00:00
end = 2027-02-17T10:00:00
online = "https://visio.example/{online}"
+++

Ce que chacun peut savoir.
""")
    # One date of a public series, with a link of its own.
    online, moved = (garden.word(f"link of a public series of {A} prospective: {which}", [f"{A}.prospective"]) for which in ("all", "one date"))
    garden.portal.write(f"content/{A}/meetings/visio-serie.md", f"""+++
id = "visio-en-serie"
title = "Une série publique"
of = "group:prospective"
kind = "seance"
start = 2027-02-18T09:00:00
end = 2027-02-18T10:00:00
online = "https://visio.example/{online}"

[recurrence]
every = "week"
count = 3

[[occurrences]]
planned = 2027-02-25
start = 2027-02-26T09:00:00
online = "https://visio.example/{moved}"
+++

Ce que chacun peut savoir.
""")


def plant_directory(garden, network, head, must, may, role, topic):
    w = garden.words(f"directory of {network}", ("software", "editor", "text", "website", "function", "mail", "advice"), must, may)
    path = f"content/{network}/directory.toml"
    before = garden.portal.read(path) if head is None else head
    garden.portal.write(path, f"""{before}
[[software]]
name = "Logiciel {w['software']}"
editor = "Éditions {w['editor']}"
topics = ["{topic}"]
text = "On en dit {w['text']}."
website = "https://logiciels.example/{w['website']}"

[[experts]]
function = "Fonction {w['function']}"
topics = ["{topic}"]
mail = "{w['mail']}@example.example"
text = "Appeler pour {w['advice']}."
software = ["Logiciel {w['software']}"]
""")


def plant_network(name, key, garden):
    """A network that is not for the public: not yet open, or restricted as a whole. What it has besides pages sings too."""
    may = (f"{name}.cercle", "salon") if name == "reseau-a-venir" else (f"{name}.cercle",)
    w = garden.words(f"network {name}", ("title", "short", "summary", "kind", "text", "hours", "contact", "role", "mail", "phone", "description",
                                         "body_kind", "rate", "set_by", "question", "object", "profile", "frame", "group", "purpose", "call",
                                         "call_text", "function", "charter", "article", "change", "faq"), [name], may)
    garden.portal.write(f"content/{name}/network.md", f"""+++
title = "Réseau {w['title']}"
short_title = "Court {w['short']}"
summary = "En bref, {w['summary']}."
kind = "Sorte {w['kind']}"
order = 9
{key}
[contact]
role = "animation"
hours = "Toujours {w['hours']}"
text = "Écrivez {w['contact']}."

[[roles]]
id = "animation"
title = "Animatrice {w['role']}"
mail = "{w['mail']}@example.example"
phone = "01 99 00 00 00"
description = "Anime {w['description']}."

[[body_kinds]]
id = "sorte"
title = "Sorte {w['body_kind']}"
plural = "Sortes {w['body_kind']}"

[[memberships]]
id = "membre"
title = "Membre"

[[meeting_kinds]]
id = "seance"
title = "Séance"
plural = "Séances"

[[document_kinds]]
id = "note"
title = "Note"
plural = "Notes"

[[topics]]
id = "sujet"
title = "Sujet"

[[tariffs]]
year = 2026
set_by = "Délibération {w['set_by']}"

[[tariffs.rates]]
id = "seul"
title = "Prix {w['rate']}"
amount = "12,00 €"
unit = "par jour"
+++

Un mot de présentation : {w['text']}.
""")
    del garden.planted[w["phone"]]
    garden.portal.write(f"content/{name}/bodies.csv", "id;name;kind;membership\nmaison;La Maison;sorte;membre\n")
    garden.portal.write(f"content/{name}/groups/cercle.md", f"""+++
title = "Cercle {w['group']}"
purpose = "Pour {w['purpose']}."
charter = "charter:charte"
call = {{ title = "Appel {w['call']}", deadline = 2026-10-01, text = "Venez {w['call_text']}." }}

[[holders]]
role = "animation"
body = "body:maison"
function = "Fonction {w['function']}"
+++

Le cercle.
""")
    garden.portal.write(f"content/{name}/workshops/fabrique.md", f"""+++
title = "Fabrique"
question = "Comment faire pour {w['question']} ?"
object = "Un objet {w['object']}"
seats = 8
profiles = ["Profil {w['profile']}"]
topics = ["sujet"]
rate = "seul"
frame = "Cadre {w['frame']}."
+++

La fabrique.
""")
    for version in (1, 2):
        changes = "" if version == 1 else f'changes = [{{ article = "1", text = "On change {w["change"]}." }}]\n'
        garden.portal.write(f"content/{name}/charters/charte-{version}.md", f"""+++
title = "Charte {w['charter']}"
charter = "charte"
version = {version}
in_force = 202{version}-01-01
{changes}+++

## 1. Un article {w['article']}

Son texte.
""")
    garden.portal.write(f"content/{name}/pages/faq.md", f"""+++
title = "Questions"
kind = "faq"
menu = true
+++

## Pourquoi {w['faq']} ?

Parce que.
""")
    if name == "reseau-a-venir":
        garden.portal.write(f"content/{name}/spaces/salon.md", '+++\ntitle = "Salon"\nkind = "community"\n+++\n\nLe salon.\n')
