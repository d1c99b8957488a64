"""A small school as people write it down: odd spellings, and the dialects in which spreadsheets save."""

import csv
import io
import os
import random
import unicodedata

from sheets import STARRED

SKILLS = ["Literacy", "Data", "Técnicas", "ELL Support", "IT (basic)", "Conflict, calm", "Math"]
FOCUSES = ["Attendance", "Family Nights", "Año Nuevo", "Climate"]
SITES = [("Elm", "elm school;ELM-1"), ("Ñandú Park", "NP;nandu"), ("North High", "NHS")]
POSITIONS = ["Teacher", "Aide", "Counsellor"]
GRADES = ["K", "1", "2"]
DEPARTMENTS = ["Arts", "Science", "PE"]
NAMES = ["Ann Lee", "Bo Díaz", "Cy O'Hara", "Dee Fox", "Eva Núñez", "Flo Day", "'t Hart Ray", "=Hal Poe", "Ivy Orr", "Jo Kim"]
GROUPS = ["ILT", "Data Team", "Équipe A", "PBIS", "Book Club", "+Plus"]
FAULTS = ["-1", "0", "6", "11", "2.5", "4.0", "0,5", "abc", "yes", "1e3", "VERDADERO", "each", "*", "Tue 9:00", "1000001", ";"]
KINDS = ["plc", "Lead Team"]
ROLES = ["lead", "member", "Scribe"]
SLOTS = ["Tue 15:30-16:30", "Tuesday 16:30", "mar. 16:00-17:00", "Wed 8:00", "wed 8:30-9:15", "after lunch", "After  Lunch"]
ACCENTS = str.maketrans("aeiounAEIOUN", "áéíóúñÁÉÍÓÚÑ")



class Messy:
    """A random source with the ways in which people write."""

    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        self.pick = self.rng.choice

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def some(self, things, least: int = 0, most: int | None = None) -> list:
        things = list(things)
        most = len(things) if most is None else min(most, len(things))
        return self.rng.sample(things, self.rng.randint(min(least, most), most))

    def spell(self, text: str, p: float = 0.3) -> str:
        """The same name, written otherwise: case, accents, blanks."""
        if not self.chance(p):
            return text
        how = self.rng.randrange(7)
        if how == 0:
            return text.upper()
        if how == 1:
            return text.lower()
        if how == 2:
            return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        if how == 3:
            return text.replace(" ", "  ")
        if how == 6:
            return text.replace(" ", "\u00a0")
        if how == 4:
            return f" {text} "
        return text.translate(ACCENTS) if text.isascii() and "@" not in text else text.swapcase()

    def header(self, text: str, p: float = 0.3) -> str:
        """The same header: spaces and `_` do not count either."""
        if not self.chance(p):
            return text
        bare = text.replace("_", "").replace(" ", "")
        return self.spell(self.pick([text.replace("_", " "), text.replace(" ", "_"), bare]), 0.5)


def write_sheet(m: Messy, path: str, headers: list, rows: list) -> None:
    """Write CSV in one of the dialects that spreadsheets save."""
    separator = m.pick([",", ",", ",", ";", "\t"])
    cells = [str(c) for row in [headers, *rows] for c in row]
    if separator == "\t" and any(c in cell for cell in cells for c in "\t\r\n\""):
        separator = ","
    out = io.StringIO()
    end = m.pick(["\n", "\n", "\r\n"])
    if separator == "\t":
        out.write("".join("\t".join(map(str, row)) + end for row in [headers, *rows]))
    else:
        style = m.pick([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
        writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=style)
        writer.writerow(headers)
        for row in rows:
            if m.chance(0.04):
                out.write(m.pick([end, separator * (len(headers) - 1) + end]))
            writer.writerow(row)
    encoding = m.pick(["utf-8", "utf-8", "utf-8-sig", "cp1252"])
    try:
        data = out.getvalue().encode(encoding)
    except UnicodeEncodeError:
        data = out.getvalue().encode("utf-8")
    with open(path, "wb") as file:
        file.write(data)


class School:
    """What is true of one school, and who wrote it down how."""

    def __init__(self, seed: int, folder: str):
        self.m = m = Messy(seed)
        self.folder, self.plan = folder, os.path.join(folder, "plan")
        os.makedirs(self.plan, exist_ok=True)
        self.skills = m.some(SKILLS, 2, 4)
        self.focuses = m.some(FOCUSES, 1, 2)
        self.sites = SITES[:m.pick([1, 2, 2, 3])]
        self.has_sites = m.chance(0.6)
        self.kinds = m.some(KINDS, 1, 2)
        self.people = [self.person(n) for n in range(m.rng.randint(3, 8))]
        self.groups = [self.group(name) for name in m.some(GROUPS, 1, 4)]
        self.asked: set = set()  # skills that a survey asks about
        self.known_sites: set = set()  # that somebody names as theirs
        self.written: dict = {}  # sheet -> (headers, rows)
        self.columns: list = []  # rows of columns.csv
        self.options: list = []
        self.has_scales = m.chance(0.4)
        self.has_field = {"grade": False, "dept": False, "network": self.has_sites, "site": True, "position": True}

    def person(self, n: int) -> dict:
        m = self.m
        name = NAMES[n] if not (n and m.chance(0.03)) else NAMES[n - 1]
        mailbox = NAMES[n].strip("'=")[:2].strip()
        return {"id": f"{'=' * m.chance(0.03)}s{n}{m.pick(['', 'A'])}", "email": f"{mailbox}{n}@School.org", "name": name,
                "site": m.pick(self.sites), "position": m.pick(POSITIONS), "grade": m.pick(GRADES),
                "dept": m.some(DEPARTMENTS, 1, 2), "known": set()}

    def group(self, name: str) -> dict:
        m = self.m
        site = m.pick(["", "", "each", self.sites[0][0], self.sites[-1][0]] if self.has_sites or m.chance(0.5) else [""])
        return {"group": name, "kind": m.pick(["", *self.kinds]), "site": site, "focus": m.pick(["", *self.focuses])}

    def site_of(self, person: dict) -> str:
        name, aliases = person["site"]
        if self.has_sites and self.m.chance(0.3):
            name = self.m.pick(aliases.split(";"))
        self.known_sites.add(person["site"][0])
        return self.m.spell(name)

    def sheet(self, name: str, headers: list, rows: list) -> None:
        """A sheet of the plan: columns in any order, empty ones sometimes left out."""
        m = self.m
        self.written[name] = (headers, rows)
        starred = ["id", "email", "grade", "dept"] if name == "people" else STARRED[name]
        places = [i for i, h in enumerate(headers) if h in starred or any(row[i] != "" for row in rows) or m.chance(0.5)]
        m.rng.shuffle(places)
        if m.chance(0.02) and rows and name not in ("columns", "previous"):
            row, place = m.pick(rows), m.pick(places)
            row[place] = m.pick(FAULTS)
        write_sheet(m, os.path.join(self.plan, name + ".csv"), [m.header(headers[i]) for i in places],
                    [[row[i] for i in places] for row in rows])
