"""Commands of all sorts on the portal of the five networks, drawn with dice, for what the ledger holds by now."""
import functools
import tomllib
from pathlib import Path

from tests.support.portal import TODAY, content, origin

NEW = "Nom;Prénom;Courriel;Collectivité\n{};Nouvelle;{}@arrivees.example;\n"


@functools.cache
def statements():
    """Every id of a statement of the registration rules."""
    books = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(origin().glob("workflows/registration-*.toml")))
    return sorted({it["id"] for book in books for path in book["paths"] for it in path.get("statements", ())})


@functools.cache
def objects(network):
    kinds = {"groups": "group", "workshops": "workshop", "spaces": "space"}
    found = [f"{kind}:{network}/{id}" for folder, kind in kinds.items() for id in content().items(network, folder)]
    return [*found, f"network:{network}"]


@functools.cache
def meetings(network, over, of):
    """Of an object, as facts name it, or of the whole network where it has none."""
    found = [it.meta for it in content().items(network, "meetings").values() if (str(it.meta["start"])[:10] < TODAY) == over]
    owned = [it for it in found if it.get("of", "network").replace(":", f":{network}/") == of]
    return [f"meeting:{it['id']}" for it in owned or found]


@functools.cache
def charters(network):
    return sorted({f"charter:{it.meta['charter']}" for it in content().items(network, "charters").values()})


@functools.cache
def roles(network):
    return [role["id"] for role in content().network(network).meta["roles"]]


class Draw:
    """The next command's words, for the lines of an export."""

    def __init__(self, dice, lines, folder):
        self.dice, self.folder = dice, Path(folder)
        self.mails = {it["identity"]: it["mail"] for it in lines if "identity" in it}
        self.asked = [(it["network"], self.mails[it["person"]], it["object"]) for it in lines
                      if it.get("kind") == "requested" and it.get("person") in self.mails]
        self.people = {}  # network → addresses of those who are or were something in it
        self.registrations = max((it.get("registration", 0) for it in lines), default=0)
        self.requests = max((it.get("request", 0) for it in lines), default=0)
        for line in lines:
            if line.get("kind") == "mandate-began" and line["person"] in self.mails:
                self.people.setdefault(line["network"], []).append(self.mails[line["person"]])

    def words(self):
        network = self.dice.choice(sorted(self.people))
        kind = self.dice.choices((self.register, self.step, self.person, self.meeting, self.right), (5, 20, 5, 10, 2))[0]
        return [str(word) for word in kind(network, self.dice.choice(self.people[network]))]

    def register(self, network, who):
        words = ["register", who, self.dice.choice(objects(network))]
        if self.dice.random() < 0.5:
            words += ["--insist", "--because", f"Décision {self.dice.randrange(1000)}"]
        return words

    def step(self, network, who):
        number = self.dice.randint(max(1, self.registrations - 12), max(1, self.registrations))
        return self.dice.choice((
            ("decide", number, "--accept"), ("decide", number, "--refuse", "--because", "Hors sujet."),
            ("decide", number, "--accept", "--because", "Oui."), ("withdraw", number, "--because", "Empêchée."),
            ("offer", number, "--accept"), ("offer", number, "--decline"), ("state", number, self.dice.choice(statements())),
            ("approve", number, "--as", self.dice.choice(roles(network))), ("quote", number), ("agree", number),
            ("pay", number, "--reference", f"Virement {self.dice.randrange(1000)}"), ("convene", number), ("denounce", number)))

    def person(self, network, who):
        arrival = f"arrivee{self.dice.randrange(10**6)}"
        lists = self.folder / f"{arrival}.csv"
        lists.write_text(NEW.format(arrival.capitalize(), arrival), encoding="utf-8")
        return self.dice.choice((
            ("people", "set", who, "--phone", f"02990{self.dice.randrange(10000, 99999)}"),
            ("people", "set", who, "--function", f"Fonction {self.dice.randrange(1000)}"),
            ("people", "import", lists, "--network", network),
            ("people", "mandate", who, "--network", network, "--role", self.dice.choice(roles(network))),
            ("request", self.dice.choice(("advice", "abuse", "call", "group")), who, f"network:{network}", "--text", "Une question."),
            ("request", "reply", self.dice.randint(1, self.requests + 1), who, "--text", "Une réponse."),
            ("request", "close", self.dice.randint(1, self.requests + 1), "done")))

    def meeting(self, network, who):
        if self.asked:
            network, who, object = self.dice.choice(self.asked)
        else:
            object = f"network:{network}"
        coming, over = (self.dice.choice(meetings(network, it, object)) for it in (False, True))
        return self.dice.choice((
            ("answer", who, coming, self.dice.choice(("--present", "--remote", "--absent"))), ("attend", over, who),
            ("attend", over, "--absent", who), ("register", who, coming), ("sign", who, self.dice.choice(charters(network)))))

    def right(self, network, who):
        return self.dice.choice((
            ("restrict", who, "--network", network, "--to", "read-only", "--because", "Suspendue."), ("depart", who),
            ("exclude", who, "--network", network, "--because", "Manquement."), ("people", "erase", who, "--yes")))
