"""Random plans to random surveys; make() writes a whole case.

Most cases are valid; some break a rule, and readers must agree on that too. The same seed makes the same files.
"""

import os

from messy import DEPARTMENTS, GRADES, POSITIONS, ROLES, SLOTS, write_sheet
from messy_surveys import Surveys
from sheets import STARRED, key


class Case(Surveys):
    """A school's plan."""

    def yes(self, truth: bool) -> str:
        return self.m.pick(["yes", "Yes", "y", "TRUE", "x", "sí", "1"] if truth else ["no", "", "N", "false", "0"])

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
            unknown = not self.known_sites if g["site"] == "each" else g["site"] not in self.known_sites
            if unknown and not self.has_sites and m.chance(0.95):
                g["site"] = ""
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
                               m.pick(["", "", p["grade"]]), m.pick(["", "", p["dept"][0]]),
                               m.pick(["", "", 2, "3.5", "2,5", "3.0", 0]),
                               m.pick(["", "", 1, 2]), m.pick(["", "", 0, 1, 2]), self.yes(m.chance(0.08))])
        self.has_field["grade"] |= True
        self.has_field["dept"] |= True
        m.rng.shuffle(rows)
        self.sheet("people", headers, rows)

    def write_sites(self) -> None:
        m = self.m
        rows = [[name, aliases, m.pick(["North Net", "South", ""]), m.pick(GRADES)] for name, aliases in self.sites]
        grade = "grade" if m.chance(0.2) else "size"
        self.has_field["grade"] |= grade == "grade"
        self.sheet("sites", list(("site", "aliases", "network", grade)), rows)

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

    def scenario(self) -> str:
        """A scenario that changes, drops or doubles rows that are there."""
        m = self.m
        lines = []
        for _ in range(m.rng.randint(1, 4)):
            name = m.pick([n for n in self.written if n not in ("columns", "scales", "options") and self.written[n][1]])
            headers, rows = self.written[name]
            row = m.pick(rows)
            starred = ["group", "role", "skill"] if name == "needs" else ["setting"] if name == "settings" else STARRED[name]
            cells = [str(row[headers.index(h)]) for h in starred]
            if name == "people":
                cells = [str(row[0] or row[1])]
            other = [h for h in headers if h not in starred and h not in ("id", "email", "level")]
            column = m.pick(other) if other and m.chance(0.75) else "-"
            value = m.pick([r[headers.index(column)] for r in rows] + [1]) if column != "-" else ""
            lines.append([name, m.spell("/".join(cells), 0.1), m.header(column), value])
        path = os.path.join(self.folder, "scenario.csv")
        write_sheet(m, path, ["sheet", "key", "column", "value"], lines)
        return path


# What a survey asks -------------------------------------------------------------------------------------------------


def make(seed: int, folder: str) -> tuple[list, list]:
    """Write the case; its surveys and scenarios, in the order of the command."""
    case = Case(seed, folder)
    surveys = case.write()
    return surveys, [case.scenario()] if case.m.chance(0.25) else []

