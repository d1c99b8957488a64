"""Random surveys: grids, checklists, choices, word scales in any mixture, repeated answers, and the columns.csv to them."""

import os
from datetime import datetime, timedelta

from messy import School, write_sheet
from sheets import header_key, key

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
               ("frequency", "blue moon", "1"), ("load", "a day", "8"), ("load", "an hour or so", "1.25"),
               ("load", "none", "0"), ("no answer", "pass", "")]


class Surveys(School):
    """A school's surveys."""

    def survey(self, number: int) -> str:
        m = self.m
        base = m.pick([f"survey {number}.csv", f"S{number}.CSV", f"teachers{number}.csv"])
        identity = m.pick([["id"], ["email"], ["id", "email"], ["email", "name"], ["id", "name"], ["name"],
                           ["id", "email", "name"]])
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
        if m.chance(0.06):  # as Qualtrics exports
            rows[:0] = [[c["header"] for c in columns], [f'{{"ImportId":"QID{n}"}}' for n in range(len(columns))]]
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
        return [{"header": m.pick(titles[what]), "means": what,
                 "cell": lambda p, n, what=what: self.identity(p, what, identity)}
                for what in identity]

    def identity(self, person: dict, what: str, identity: list) -> str:
        m = self.m
        if len(identity) > 1 and what != identity[0] and m.chance(0.08):
            return ""
        if what == "email" and m.chance(0.001):
            return m.pick(["none yet", f"{person[what]}, {person[what]}", "home@", "anonymous"])
        return m.spell(person[what], 0.2)

    def time_column(self, n_rows: int) -> dict:
        m = self.m
        style = m.pick(["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %I:%M:%S %p MDT", "%m/%d/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d.%m.%Y %H:%M",
                        "%m/%d/%Y %I:%M:%S %p", "%Y-%m-%dT%H:%M:%S.250Z", "%Y-%m-%d", "%m/%d/%y %H:%M",
                        "%b %d, %Y %I:%M %p", "%d %B %Y %H:%M", "%A, %d-%b-%y %H:%M:%S", "%d de MES de %Y, %H:%M"])
        scale = {"%m": "mdy", "%d": "dmy"}.get(style[:2], "") if m.chance(0.75) and style[2] == "/" else ""

        def cell(person, n):
            if m.chance(0.03):
                return ""
            time = datetime(2026, 1, 5) + timedelta(minutes=m.rng.randrange(60 * 24 * 40))
            return time.strftime(style.replace("MES", ("enero", "febrero")[time.month - 1]))
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
            name = name if c["means"] == "choice" else self.m.spell(name)
            self.columns.append([survey, c["header"], self.m.header(c["means"]), name, scale,
                                 c.get("separator", "")])

    def header_again(self, header: str, means: str) -> str:
        """A survey's header as columns.csv spells it; what is in brackets may be a name or a rank."""
        if header_key(means) == "choice":
            return header
        return self.m.spell(header) if "[" in header else self.m.header(header)

    def finish_columns(self) -> None:
        m = self.m
        rows = [[survey, self.header_again(header, means), means, *rest] for survey, header, means, *rest in self.columns]
        for row in list(rows):
            if row[0] and m.chance(0.05):  # a row for any survey is beaten by one that names the survey
                rows.append(["", *row[1:2], "ignore", "", "", ""])
        if m.chance(0.02):
            rows.append(["", "No such column", "ignore", "", "", ""])
        if m.chance(0.05):  # what another export calls it: right where some column says it
            rows.append(["", "Called otherwise", m.pick(["id", "email", "name", "timestamp"]), "", "", ""])
        m.rng.shuffle(rows)
        headers = ["survey", "header", "means", "name", "scale", "separator"]
        self.sheet("columns", headers, rows)
        if self.options:
            self.sheet("options", ["header", "option"], m.some(self.options, len(self.options)))
        if self.has_scales:
            asked_load = any(key(r[4]) == "load" for r in self.columns) or m.chance(0.03)
            self.sheet("scales", ["scale", "answer", "level"], [
                [m.spell(s), m.spell(a), v] for s, a, v in m.some(PLAN_SCALES, len(PLAN_SCALES)) if s != "load" or asked_load])


# What a survey asks -------------------------------------------------------------------------------------------------

def attributes(case: School, number: int) -> list:
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
        out.append({"header": "Grade level", "means": "field", "name": "grade",
                    "cell": lambda p, n: m.pick([p["grade"], p["grade"], ""])})
    if m.chance(0.4):
        case.has_field["dept"] = True
        mark = m.pick([",", ";"])
        out.append({"header": "Departments", "means": "fields", "name": "Dept", "separator": m.pick(["", mark]),
                    "cell": lambda p, n: (mark + m.pick(["", " "])).join(m.spell(d) for d in p["dept"])})
    return out


def limits(case: School, number: int) -> list:
    m = case.m
    scale = "load" if case.has_scales and m.chance(0.6) else ""
    words = ["a day", "An hour or so", "none"] if scale else []
    out = [{"header": "How many hours?", "means": "hours", "scale": scale,
            "cell": lambda p, n: m.pick(["", "2", "3.5", "4 hours", "5.0", "2,5", "N/A", *words])}]
    if m.chance(0.4):
        out.append({"header": "Most groups", "means": "max_groups", "cell": lambda p, n: m.pick(["", "1", "2", "3 groups"])})
    if m.chance(0.4):
        out.append({"header": "Most leads", "means": "max_leads", "cell": lambda p, n: m.pick(["", "0", "1", "2.0"])})
    return out


def rating_cells(case: School) -> tuple:
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
            return m.pick(["4.0", "3.0", "0.0", "5", "1.00", "2,0"])
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


def grid(case: School, question: str, means: str, names: list) -> list:
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


def skill_grid(case: School, number: int) -> list:
    return grid(case, f"Rate{case.m.pick(['', number])} yourself", "skill", case.m.some(case.skills, 1))


def interest_grid(case: School, number: int) -> list:
    return grid(case, f"Would you like{case.m.pick(['', number])} to", "interest", case.m.some(case.skills, 1, 3))


def topics(case: School) -> list:
    names = [g["group"] for g in case.groups] + case.focuses
    return names + [f"{g['group']} @ {s}" for g in case.groups if g["site"] == "each" for s, _ in case.sites[:1]]


def focus_grid(case: School, number: int) -> list:
    return grid(case, f"How keen are{case.m.pick(['', number])} you on", "focus", case.m.some(topics(case), 1, 3))


def checklist(case: School, header: str, means: str, options: list) -> list:
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


def skills_list(case: School, number: int) -> list:
    return checklist(case, f"What can you do{case.m.pick(['', number])}?", "skills", case.skills + ["Music"])


def interests_list(case: School, number: int) -> list:
    return checklist(case, f"What draws you{case.m.pick(['', number])}?", "interests", case.skills)


def focuses_list(case: School, number: int) -> list:
    return checklist(case, f"Where would you serve{case.m.pick(['', number])}?", "focuses", topics(case))


def choices(case: School, number: int) -> list:
    m = case.m
    names = topics(case) + ["Nonesuch"] * m.chance(0.2)
    ranks = m.pick([["1", "2"], ["First choice", "Second choice", "Third choice"], ["1st", "2nd"]])
    return [{"header": f"Ranked{m.pick(['', number])} [{rank}]", "means": "choice", "name": rank,
             "cell": lambda p, n: m.pick(["", m.spell(m.pick(names), 0.2), m.spell(m.pick(names), 0.2), "N/A"])} for rank in ranks]


def comments(case: School, number: int) -> list:
    m = case.m
    return [{"header": f"Anything else{number}?", "means": "ignore",
             "cell": lambda p, n: m.pick(["", "no, thanks", 'the "big" one', "one\ntwo", "añadir; algo"])}]


BLOCKS = [attributes, limits, skill_grid, skill_grid, interest_grid, focus_grid, skills_list, interests_list, focuses_list, choices,
          comments]
