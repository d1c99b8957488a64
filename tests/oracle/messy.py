"""Random small cases as people send them in: surveys and plans full of odd spellings, scales, repeats and blanks.

make(seed, folder) writes `plan/` and surveys into the folder and returns the surveys' paths, in the order of the command. The
same seed makes the same files. Most cases are valid; some break a rule, and readers must agree on that too.
"""

import csv
import io
import os
import random
import unicodedata
from datetime import datetime, timedelta

from sheets import STARRED, header_key, key

SKILLS = ["Literacy", "Data", "Técnicas", "ELL Support", "IT (basic)", "Conflict, calm", "Math"]
FOCUSES = ["Attendance", "Family Nights", "Año Nuevo", "Climate"]
SITES = [("Elm", "elm school;ELM-1"), ("Ñandú Park", "NP;nandu"), ("North High", "NHS")]
POSITIONS = ["Teacher", "Aide", "Counsellor"]
GRADES = ["K", "1", "2"]
DEPARTMENTS = ["Arts", "Science", "PE"]
NAMES = ["Ann Lee", "Bo Díaz", "Cy O'Hara", "Dee Fox", "Eva Núñez", "Flo Day", "Gus Ray", "Hal Poe", "Ivy Orr", "Jo Kim"]
GROUPS = ["ILT", "Data Team", "Équipe A", "PBIS", "Book Club"]
KINDS = ["plc", "Lead Team"]
ROLES = ["lead", "member", "Scribe"]
SLOTS = ["Tue 15:30-16:30", "Tuesday 16:30", "mar. 16:00-17:00", "Wed 8:00", "wed 8:30-9:15", "after lunch", "After  Lunch"]
NO_ANSWERS = ["N/A", "prefer not to say", "n/a", "No aplica", "-"]
WORDS = {
    "frequency": ["Never", "rarely", "Sometimes", "often", "Always", "nunca", "a veces", "Weekly", "most of the time"],
    "ability": ["None", "novice", "Beginner", "intermediate", "Advanced", "expert", "can help others", "hábil"],
    "knowledge": ["none at all", "a little", "some", "Moderate", "strong", "Excellent", "familiar"],
    "agreement": ["Strongly disagree", "disagree", "somewhat disagree", "Neutral", "Agree", "strongly agree"],
    "importance": ["Not important", "slightly important", "Important", "very important", "extremely important"],
    "confidence": ["not at all confident", "slightly confident", "somewhat confident", "very confident"],
    "interest": ["not interested", "a little interested", "some interest", "Interested", "very interested", "passionate"],
    "quality": ["poor", "fair", "good", "very good", "excellent"],
    "priority": ["not a priority", "low", "Medium", "high", "essential"],
    "likelihood": ["definitely not", "unlikely", "maybe", "likely", "definitely"],
    "satisfaction": ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
}
PLAN_SCALES = [("mojo", "Wow!", "5"), ("mojo", "meh", "2"), ("Mojo", "zip", "0"), ("mojo", "dunno", ""),
               ("frequency", "blue moon", "1"), ("load", "a day", "8"), ("load", "an hour or so", "1.25"), ("load", "none", "0"),
               ("no answer", "pass", "")]
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
        how = self.rng.randrange(6)
        if how == 0:
            return text.upper()
        if how == 1:
            return text.lower()
        if how == 2:
            return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        if how == 3:
            return text.replace(" ", "  ")
        if how == 4:
            return f" {text} "
        return text.translate(ACCENTS) if text.isascii() and "@" not in text else text.swapcase()

    def header(self, text: str, p: float = 0.3) -> str:
        """The same header: spaces and `_` do not count either."""
        if not self.chance(p):
            return text
        return self.spell(self.pick([text.replace("_", " "), text.replace(" ", "_"), text.replace("_", "").replace(" ", "")]), 0.5)


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


class Case:
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
        self.columns: list = []  # rows of columns.csv
        self.options: list = []
        self.has_scales = m.chance(0.4)
        self.has_field = {"grade": False, "dept": False, "network": self.has_sites, "site": True, "position": True}

    def person(self, n: int) -> dict:
        m = self.m
        name = NAMES[n] if not (n and m.chance(0.03)) else NAMES[n - 1]
        return {"id": f"s{n}{m.pick(['', 'A'])}", "email": f"{NAMES[n].split()[0]}{n}@School.org", "name": name,
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
        return self.m.spell(name)

    # Surveys

    def survey(self, number: int) -> str:
        m = self.m
        base = m.pick([f"survey {number}.csv", f"S{number}.CSV", f"teachers{number}.csv"])
        identity = m.pick([["id"], ["email"], ["id", "email"], ["email", "name"], ["id", "name"], ["name"], ["id", "email", "name"]])
        if m.chance(0.03):
            identity = []
        answers = self.answering(identity)
        columns = self.identity_columns(identity, number)
        timed = m.chance(0.6)
        if timed:
            columns.append(self.time_column(len(answers)))
        for block in m.some(BLOCKS, 2, 6):
            columns += block(self, number)
        if m.chance(0.1):
            columns.append(dict(m.pick(columns)))  # a form with branches asks twice
        m.rng.shuffle(columns)
        rows = [[c["cell"](p, n) for c in columns] for n, p in enumerate(answers)]
        rows += self.repeats(rows, answers, columns, timed)
        for row in rows:
            if identity and m.chance(0.02):
                row[:] = ["" if c["means"] in ("id", "email", "name") else cell for c, cell in zip(columns, row)]
        self.name_columns(base, columns, m.chance(0.5))
        path = os.path.join(self.folder, base)
        write_sheet(m, path, [c["header"] for c in columns], rows)
        return path

    def answering(self, identity: list) -> list:
        people = [p for p in self.people if self.m.chance(0.8)]
        for person in people:
            person["known"] |= set(identity)
        self.m.rng.shuffle(people)
        return people

    def identity_columns(self, identity: list, number: int) -> list:
        m = self.m
        titles = {"id": ["Staff ID", "id"], "email": ["Email Address", "Username"], "name": ["Your name", "Name"]}
        return [{"header": m.pick(titles[what]), "means": what, "cell": lambda p, n, what=what: self.identity(p, what, identity)}
                for what in identity]

    def identity(self, person: dict, what: str, identity: list) -> str:
        m = self.m
        if len(identity) > 1 and what != identity[0] and m.chance(0.08):
            return ""
        return m.spell(person[what], 0.2)

    def time_column(self, n_rows: int) -> dict:
        m = self.m
        style = m.pick(["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %I:%M:%S %p MDT", "%m/%d/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d.%m.%Y %H:%M",
                        "%m/%d/%Y %I:%M:%S %p", "%Y-%m-%dT%H:%M:%S.250Z", "%Y-%m-%d", "%m/%d/%y %H:%M"])
        scale = {"%m": "mdy", "%d": "dmy"}.get(style[:2], "") if m.chance(0.75) and style[2] == "/" else ""

        def cell(person, n):
            if m.chance(0.03):
                return ""
            return (datetime(2026, 1, 5) + timedelta(minutes=m.rng.randrange(60 * 24 * 40))).strftime(style)
        return {"header": "Timestamp", "means": "timestamp", "scale": scale, "cell": cell}

    def repeats(self, rows: list, answers: list, columns: list, timed: bool) -> list:
        """Some people answer twice; without time stamps only in the same words."""
        again = []
        for person, row in zip(answers, rows):
            if not self.m.chance(0.15):
                continue
            if timed:
                again.append([c["cell"](person, 0) for c in columns])
            else:
                again.append([self.m.spell(c, 0.1) for c in row] if self.m.chance(0.3) else list(row))
        return again

    def name_columns(self, base: str, columns: list, own: bool) -> None:
        """Rows of columns.csv; what another survey calls the same needs the survey's name."""
        seen = set()
        for c in columns:
            if c["header"] in seen:
                continue
            seen.add(c["header"])
            name, scale = c.get("name", ""), c.get("scale", "")
            if name and c["header"].endswith(f"[{name}]") and self.m.chance(0.5):
                name = ""
            survey = self.m.spell(base) if own or any(r[1] == c["header"] for r in self.columns) else ""
            self.columns.append([survey, c["header"], self.m.header(c["means"]), self.m.spell(name) if c["means"] != "choice" else name, scale,
                                 c.get("separator", "")])

    def finish_columns(self) -> None:
        """columns.csv: a row without a survey that is not alone on its header gets it wrong for others, so rows win by name."""
        m = self.m
        rows = [[s, h if header_key(means) == "choice" else m.spell(h) if "[" in h else m.header(h), means, *rest] for s, h, means, *rest in self.columns]
        m.rng.shuffle(rows)
        headers = ["survey", "header", "means", "name", "scale", "separator"]
        self.sheet("columns", headers, rows)
        if self.options:
            self.sheet("options", ["header", "option"], m.some(self.options, len(self.options)))
        if self.has_scales:
            asked_load = any(key(r[4]) == "load" for r in self.columns) or m.chance(0.03)
            self.sheet("scales", ["scale", "answer", "level"], [
                [m.spell(s), m.spell(a), v] for s, a, v in m.some(PLAN_SCALES, len(PLAN_SCALES)) if s != "load" or asked_load])

    # Plan

    def sheet(self, name: str, headers: list, rows: list, spelled: bool = True) -> None:
        """Columns in any order, empty ones sometimes left out."""
        m = self.m
        places = [i for i, h in enumerate(headers) if h in STARRED[name] or any(row[i] != "" for row in rows) or m.chance(0.5)]
        m.rng.shuffle(places)
        write_sheet(m, os.path.join(self.plan, name + ".csv"), [m.header(headers[i], 0.3 if spelled else 0) for i in places],
                    [[row[i] for i in places] for row in rows])

    def yes(self, truth: bool) -> str:
        return self.m.pick(["yes", "Yes", "y", "TRUE", "x", "sí"] if truth else ["no", "", "N", "false"])

    def selector(self) -> str:
        m = self.m
        group = m.pick(self.groups)
        name = group["group"]
        if group["site"] == "each" and m.chance(0.4):
            name += " @ " + m.pick(self.sites)[0]
        kind = "kind:" + m.pick(["", " "]) + m.spell(group["kind"] or self.kinds[0])
        return m.pick([m.spell(name, 0.2), m.spell(name, 0.2), name, "*", kind])

    def known_skills(self) -> list:
        return sorted(self.asked) if not self.m.chance(0.02) else self.skills

    def known_kind(self, cell: str) -> bool:
        if not cell.startswith("kind:"):
            return self.m.chance(0.98) or "@" not in cell
        return any(g["kind"] and key(g["kind"]) == key(cell[5:]) for g in self.groups)

    def known_people(self) -> list:
        known = [p for p in self.people if p["known"]]
        return known if len(known) > 1 and self.m.chance(0.98) else self.people

    def named(self, person: dict) -> str:
        ways = sorted(person["known"])
        return self.m.spell(person[self.m.pick(ways)] if ways else person["email"], 0.2)

    def write_groups(self) -> None:
        m = self.m
        headers = ["group", "kind", "site", "focus", "purpose", "min_size", "max_size", "hours", "meets", "leaders", "needs",
                   "weight"]
        rows = []
        for g in self.groups:
            least = m.pick(["", "", 1, 2, 3])
            short = "; ".join(f"{m.spell(s)} {m.rng.randint(1, 5)}" for s in m.some(self.known_skills(), 0, 2))
            rows.append([g["group"], m.spell(g["kind"]), m.spell(g["site"]), m.spell(g["focus"]), "why not", least,
                         m.pick(["", "", int(least or 1) + m.rng.randrange(3)]), m.pick(["", 1, "0.5", "1.25", 2]),
                         "; ".join(m.some(SLOTS, 0, 2)) if m.chance(0.5) else "", m.pick(["", "", 0, 1, 2]),
                         short if m.chance(0.5) else "", m.pick(["", "", 1, 3])])
        m.rng.shuffle(rows)
        self.sheet("groups", headers, rows)

    def write_roles(self) -> None:
        m = self.m
        rows, seen = [], set()
        self.roles = []
        for _ in range(m.rng.randint(1, 6)):
            group, role = self.selector(), m.pick(ROLES)
            mark = (key(group), role)
            if mark in seen and m.chance(0.95):
                continue
            seen.add(mark)
            least = m.pick(["", 0, 1, 1, 2])
            leads = role == "lead" and m.chance(0.9)
            if not self.known_kind(group):
                continue
            self.roles.append(role)
            rows.append([group, m.spell(role), least, m.pick(["", "", int(least or 1) + m.rng.randrange(2)]),
                         self.yes(leads), m.pick(["", "", 1, "0.75"]), m.pick(["", "", 1, 2, 5]),
                         ";".join(m.spell(p) for p in m.some(POSITIONS, 1, 3)) if m.chance(0.2) else ""])
        self.sheet("roles", ["group", "role", "min", "max", "leads", "hours", "weight", "positions"],
                   rows)
        self.roles = self.roles or ["lead", "member"]

    def write_needs(self) -> None:
        m = self.m
        rows = []
        skills = self.known_skills()
        if not skills:
            return
        for _ in range(m.rng.randint(0, 7)):
            role = m.pick(["", "", "", m.pick(self.roles)])
            group = self.selector() if not role or m.chance(0.2) else "*"
            coverage = m.chance(0.35)
            must = m.chance(0.4 if coverage else 0.12)
            rows.append([group, m.spell(role), m.spell(m.pick(skills)), m.rng.randint(1, 3 if must else 5),
                         m.pick(["", "", 1, 2, 3]), self.yes(must), m.rng.randint(1, 2) if coverage else ""])
        self.sheet("needs", ["group", "role", "skill", "level", "weight", "must", "people"],
                   [r for r in rows if self.known_kind(r[0])])

    def write_mix(self) -> None:
        m = self.m
        values = {"site": [s for s, _ in self.sites], "position": POSITIONS, "grade": GRADES, "dept": DEPARTMENTS,
                  "network": ["North Net", "South"]}
        rows = []
        for _ in range(m.rng.randint(0, 5)):
            name = m.pick([f for f, here in self.has_field.items() if here])
            value = "each" if m.chance(0.45) else m.pick(values[name])
            if name == "site" and value != "each" and self.has_sites and m.chance(0.3):
                value = self.sites[0][1].split(";")[0]
            least = m.pick(["", "", 0, 1, 2])
            rows.append([self.selector(), m.header(name), m.spell(value), least,
                         m.pick(["", int(least or 0) + m.rng.randrange(2)]), self.yes(m.chance(0.3))])
        self.sheet("mix", ["group", "field", "value", "min", "max", "must"], [r for r in rows if self.known_kind(r[0])])

    def write_people(self) -> None:
        m = self.m
        headers = ["id", "email", "name", "site", "position", "grade", "dept", "hours", "max_groups", "max_leads", "away"]
        identity = m.pick([["id"], ["email"], ["id", "email"], ["id", "email", "name"], ["email", "name"]])
        rows = []
        for p in self.people:
            if not m.chance(0.85):
                continue
            p["known"] |= set(identity)
            who = [m.spell(p[w], 0.2) if w in identity else "" for w in ("id", "email", "name")]
            rows.append(who + [self.site_of(p) if m.chance(0.7) else "", m.spell(p["position"]) if m.chance(0.6) else "",
                               m.pick(["", "", p["grade"]]), m.pick(["", "", p["dept"][0]]), m.pick(["", "", 2, "3.5", 0]),
                               m.pick(["", "", 1, 2]), m.pick(["", "", 0, 1, 2]), self.yes(m.chance(0.08))])
        self.has_field["grade"] |= True
        self.has_field["dept"] |= True
        m.rng.shuffle(rows)
        width = [i for i in range(len(headers)) if i in (5, 6) or any(r[i] != "" for r in rows)]
        write_sheet(m, os.path.join(self.plan, "people.csv"), [m.header(headers[i]) for i in width],
                    [[r[i] for i in width] for r in rows])

    def write_sites(self) -> None:
        m = self.m
        rows = [[name, aliases, m.pick(["North Net", "South", ""]), m.pick(GRADES)] for name, aliases in self.sites]
        grade = "grade" if m.chance(0.2) else "size"
        self.has_field["grade"] |= grade == "grade"
        write_sheet(m, os.path.join(self.plan, "sites.csv"), [m.header(h) for h in ("site", "aliases", "network", grade)], rows)

    def write_pins(self) -> None:
        m = self.m
        rows = []
        for _ in range(m.rng.randint(0, 4)):
            rule = m.pick(["must", "never", "never", "prefer", "prefer"])
            role = m.pick(["", "", m.pick(self.roles)])
            group = self.selector() if not role or m.chance(0.2) else "*"
            if rule == "must" and m.chance(0.9):
                group, role = "*", ""
            rows.append([self.named(m.pick(self.known_people())), group, m.spell(role), m.spell(rule)])
        self.sheet("pins", ["person", "group", "role", "rule"], [r for r in rows if self.known_kind(r[1])])

    def write_pairs(self) -> None:
        m = self.m
        rows = []
        for _ in range(m.rng.randint(0, 2)):
            one, other = m.rng.sample(self.known_people(), 2)
            rows.append([self.named(one), self.named(other), m.pick(["together", "apart", "Apart"]),
                         m.pick(["", "", self.selector()])])
        self.sheet("pairs", ["person", "other", "rule", "group"], [r for r in rows if self.known_kind(r[3])])

    def write_previous(self) -> None:
        m = self.m
        rows = []
        for _ in range(m.rng.randint(0, 8)):
            group = m.pick(self.groups)
            name = group["group"]
            if group["site"] == "each":
                name += " @ " + m.pick(self.sites)[0]
            rows.append([m.pick([self.named(m.pick(self.people))] * 9 + ["gone@school.org"]), m.pick(["'=x", "Ann"]), "Elm",
                         m.pick([name] * 9 + ["Old Group"]), m.pick(ROLES), "no", 500, "", "", "", "", "because"])
        headers = "person name site group role leads points fit interest growth continuity reason".split()
        rows = list({(key(r[0]), key(r[3])): r for r in rows}.values())
        write_sheet(m, os.path.join(self.plan, "previous.csv"), headers, rows)

    def write_settings(self, has_previous: bool) -> None:
        m = self.m
        ranges = {"weight_fit": [0, 50, 1000], "weight_interest": [0, 35, 7], "weight_growth": [0, 10, 100],
                  "weight_continuity": [0, 5, 300], "hours": [2, 3, "2.5", 6], "max_groups": [1, 2, 3], "max_leads": [0, 1, 2],
                  "everyone": [0, 200, 3000], "extra_load": [0, 100, 500], "short_must": [4000, 1000000],
                  "short_role": [100, 20000], "short_should": [10, 700, 2000], "fairness": ["total", "floor", "Floor"],
                  "seed": [1, 7], "closes": ["2026-01-20"]}
        if has_previous:
            ranges["max_changes"] = [1, 2, 3, 5]
        rows = [[m.header(name), m.pick(ranges[name])] for name in m.some(sorted(ranges), 0, 7)]
        self.sheet("settings", ["setting", "value"], rows)

    def write(self) -> list:
        m = self.m
        surveys = [self.survey(n) for n in range(1, m.pick([2, 2, 3, 4]))]
        self.finish_columns()
        if m.chance(0.7):
            self.write_people()
        if self.has_sites:
            self.write_sites()
        self.roles = ["lead", "member"]
        self.write_groups()
        if m.chance(0.7):
            self.write_roles()
        previous = m.chance(0.5)
        optional = [(0.8, self.write_needs), (0.6, self.write_mix), (0.5, self.write_pins), (0.4, self.write_pairs)]
        for p, write in optional:
            if m.chance(p):
                write()
        if previous:
            self.write_previous()
        if m.chance(0.8):
            self.write_settings(previous)
        return surveys


# What a survey asks -------------------------------------------------------------------------------------------------

def attributes(case: Case, number: int) -> list:
    m = case.m
    out = []
    if m.chance(0.7):
        out.append({"header": "Your school", "means": m.pick(["site", "site", "field"]), "name": "Site",
                    "cell": lambda p, n: "" if m.chance(0.1) else case.site_of(p)})
        if out[-1]["means"] == "site":
            out[-1]["name"] = ""
    if m.chance(0.5):
        out.append({"header": "Position", "means": "position", "cell": lambda p, n: m.spell(p["position"])})
    if m.chance(0.5):
        case.has_field["grade"] = True
        out.append({"header": "Grade level", "means": "field", "name": "grade", "cell": lambda p, n: m.pick([p["grade"], p["grade"], ""])})
    if m.chance(0.4):
        case.has_field["dept"] = True
        mark = m.pick([",", ";"])
        out.append({"header": "Departments", "means": "fields", "name": "Dept", "separator": m.pick(["", mark]),
                    "cell": lambda p, n: (mark + m.pick(["", " "])).join(m.spell(d) for d in p["dept"])})
    return out


def limits(case: Case, number: int) -> list:
    m = case.m
    scale = "load" if case.has_scales and m.chance(0.6) else ""
    words = ["a day", "An hour or so", "none"] if scale else []
    out = [{"header": "How many hours?", "means": "hours", "scale": scale,
            "cell": lambda p, n: m.pick(["", "2", "3.5", "4 hours", "5.0", "N/A", *words])}]
    if m.chance(0.4):
        out.append({"header": "Most groups", "means": "max_groups", "cell": lambda p, n: m.pick(["", "1", "2", "3 groups"])})
    if m.chance(0.4):
        out.append({"header": "Most leads", "means": "max_leads", "cell": lambda p, n: m.pick(["", "0", "1", "2.0"])})
    return out


def rating_cells(case: Case) -> tuple:
    """A scale for columns.csv and a maker of cells."""
    m = case.m
    kinds = ["five", "five", "dashed", "float", "ten", "one to ten", "words", "words", "words", "yes", "cross", "mixed"]
    if case.has_scales:
        kinds += ["mojo", "moon"]
    kind = m.pick(kinds)
    words = m.pick(sorted(WORDS))

    def answer() -> str:
        if kind == "five":
            return str(m.rng.randint(0, 5))
        if kind == "dashed":
            return m.pick(["3 - good", "4 (often)", "2: meh", "5=expert", "1. little", "0) none", "4 times", "2 – so so"])
        if kind == "float":
            return m.pick(["4.0", "3.0", "0.0", "5", "1.00"])
        if kind == "ten":
            return str(m.rng.randint(0, 10))
        if kind == "one to ten":
            return str(m.rng.randint(1, 10)) + m.pick(["", "", " - ok", ".0"])
        if kind == "yes":
            return m.pick(["Yes", "no", "NO", "yes", "sí"])
        if kind == "mojo":
            return m.spell(m.pick(["Wow!", "meh", "zip", "dunno", "pass"]))
        if kind == "moon":
            return m.spell(m.pick(["blue moon", "never", "often", "always"]))
        if kind == "mixed":
            return m.pick([str(m.rng.randint(0, 5)), "Agree", "strongly agree", "disagree - not really"])
        return m.spell(m.pick(WORDS[words])) + m.pick(["", "", "", " - honest", " -- x", ": y", " (z)"])

    def cell(person, n) -> str:
        if kind == "cross":
            return m.pick(["x", "", "X"])
        return m.pick([answer, answer, answer, answer, answer, lambda: "", lambda: m.pick(NO_ANSWERS)])()

    scale = ""
    if kind in ("words", "mojo", "moon") and m.chance(0.4):
        scale = {"mojo": "Mojo", "moon": "Frequency"}.get(kind, words)
    if kind in ("five", "float") and m.chance(0.3):
        scale = "0-5"
    if kind in ("ten", "one to ten") and m.chance(0.3):
        scale = "0-10"
    return scale, cell


def grid(case: Case, question: str, means: str, names: list) -> list:
    """A grid; all its columns answer in one way, or each in its own."""
    m = case.m
    alike = m.chance(0.8)
    scale, cell = rating_cells(case)
    out = []
    if means != "focus":
        case.asked |= set(names)
    for name in names:
        if not alike:
            scale, cell = rating_cells(case)
        header = f"{question} [{name}]" if m.chance(0.9) else f"{question} {name}"
        out.append({"header": header, "means": means, "name": name, "scale": scale, "cell": cell})
    return out


def skill_grid(case: Case, number: int) -> list:
    return grid(case, f"Rate{case.m.pick(['', number])} yourself", "skill", case.m.some(case.skills, 1))


def interest_grid(case: Case, number: int) -> list:
    return grid(case, f"Would you like{case.m.pick(['', number])} to", "interest", case.m.some(case.skills, 1, 3))


def topics(case: Case) -> list:
    names = [g["group"] for g in case.groups] + case.focuses
    return names + [f"{g['group']} @ {s}" for g in case.groups if g["site"] == "each" for s, _ in case.sites[:1]]


def focus_grid(case: Case, number: int) -> list:
    return grid(case, f"How keen are{case.m.pick(['', number])} you on", "focus", case.m.some(topics(case), 1, 3))


def checklist(case: Case, header: str, means: str, options: list) -> list:
    m = case.m
    held = [o for o in options if "," in o or ";" in o]
    if means != "focuses":
        case.asked |= set(options) - set(held) - {"Music"}
    mark = m.pick([",", ";"])
    if held:
        case.options += [[m.header(header), m.spell(o)] for o in held]
    if m.chance(0.2):
        case.options += [[header, m.pick(options)]]

    def cell(person, n) -> str:
        if m.chance(0.15):
            return m.pick(["", *NO_ANSWERS])
        return (mark + m.pick(["", " "])).join(m.spell(o, 0.15) for o in m.some(options))
    scale = m.pick(["", "", "4"]) if means != "focuses" else m.pick(["", "3"])
    separator = mark if m.chance(0.4) or any(mark not in o and (";" in o) for o in options) else ""
    return [{"header": header, "means": means, "scale": scale, "separator": separator, "cell": cell}]


def skills_list(case: Case, number: int) -> list:
    return checklist(case, f"What can you do{case.m.pick(['', number])}?", "skills", case.skills + ["Music"])


def interests_list(case: Case, number: int) -> list:
    return checklist(case, f"What draws you{case.m.pick(['', number])}?", "interests", case.skills)


def focuses_list(case: Case, number: int) -> list:
    return checklist(case, f"Where would you serve{case.m.pick(['', number])}?", "focuses", topics(case))


def choices(case: Case, number: int) -> list:
    m = case.m
    names = topics(case) + ["Nonesuch"] * m.chance(0.2)
    ranks = m.pick([["1", "2"], ["First choice", "Second choice", "Third choice"], ["1st", "2nd"]])
    return [{"header": f"Ranked{m.pick(['', number])} [{rank}]", "means": "choice", "name": rank,
             "cell": lambda p, n: m.pick(["", m.spell(m.pick(names), 0.2), m.spell(m.pick(names), 0.2), "N/A"])} for rank in ranks]


def comments(case: Case, number: int) -> list:
    m = case.m
    return [{"header": f"Anything else{number}?", "means": "ignore",
             "cell": lambda p, n: m.pick(["", "no, thanks", 'the "big" one', "one\ntwo", "añadir; algo"])}]


BLOCKS = [attributes, limits, skill_grid, skill_grid, interest_grid, focus_grid, skills_list, interests_list, focuses_list, choices,
          comments]


def make(seed: int, folder: str) -> list:
    return Case(seed, folder).write()
