"""A result folder held against the contract: every rule, number and row of section 7 that a reader can recompute."""

import json
import os
from collections import Counter
from decimal import Decimal, InvalidOperation

from leading import comparison, leading_table
from people import find_person
from plan import World, unescaped
from rules import Assignments, changes, shortages, violations, worth
from score import PARTS, Scores
from sheets import header_key, key, read_rows

COLUMNS = {
    "assignments": "person name site group role leads points fit interest growth continuity reason",
    "groups": "group site size leads points_mean points_min shortages",
    "people": "person name site groups leads hours hours_left best_points reason",
    "shortages": "kind group site role skill level field value needed have cost repair",
    "leading": "field value staff leaders leading_roles staff_percent leading_percent",
}


class Judge:
    def __init__(self, world: World, scores: Scores, folder: str):
        self.world, self.scores, self.folder = world, scores, folder
        self.problems: list[str] = []

    def say(self, text: str) -> None:
        self.problems.append(text)

    def rows(self, name: str) -> list[dict]:
        """The rows of one file, its header checked."""
        path = os.path.join(self.folder, name + ".csv")
        if not os.path.exists(path):
            self.say(f"{name}.csv is missing")
            return []
        read = read_rows(path)
        if read[0][1] != COLUMNS[name].split():
            self.say(f"{name}.csv: the columns are {read[0][1]}")
        headers = [h.replace(" ", "_") for h in read[0][1]]
        return [{**dict.fromkeys(COLUMNS[name].split(), ""), **dict(zip(headers, cells)), "#": f"{name}.csv row {n}"}
                for n, cells in read[1:]]

    def expect(self, row: dict, column: str, wanted) -> None:
        """Compare one cell: numbers as numbers, text by its key, blank for None."""
        cell = row[column]
        if wanted is None or wanted == "":
            good = cell == ""
        elif isinstance(wanted, str):
            good = key(unescaped(cell)) == key(wanted) or key(cell) == key(wanted)
        else:
            try:
                good = Decimal(cell) == Decimal(wanted)
            except InvalidOperation:
                good = False
        if not good:
            self.say(f"{row['#']} ({row.get('person') or row.get('group')}): {column} is {cell!r}; expected {wanted!r}")

    def sorted_by(self, name: str, rows: list[dict], columns: list[str]) -> None:
        keys = [[unescaped(r[c]).encode() for c in columns] for r in rows]
        if keys != sorted(keys):
            self.say(f"{name}.csv is not sorted by {', '.join(columns)}")

    def judge(self) -> list[str]:
        held = self.read_assignments()
        for broken in violations(self.world, self.scores, held):
            self.say(broken)
        known = [(p, r) for p, r in held.pairs if (p.key, r.id) in self.scores.table]
        held = Assignments(self.world, known)
        short = shortages(self.world, held)
        self.judge_groups(held, short)
        self.judge_people(held)
        self.judge_shortages(short)
        self.judge_leading(held)
        self.judge_result(held)
        return self.problems

    def read_assignments(self) -> Assignments:
        groups = {g.key: g for g in self.world.groups}
        pairs = []
        rows = self.rows("assignments")
        for row in rows:
            person = find_person(self.world.people, unescaped(row["person"])) or \
                find_person(self.world.people, row["person"])
            group = groups.get(key(unescaped(row["group"])))
            role = group.roles.get(key(unescaped(row["role"]))) if group else None
            if person is None or role is None:
                self.say(f"{row['#']}: no such person, group or role")
                continue
            pairs.append((person, role))
            self.expect(row, "person", person.key)
            self.expect(row, "name", person.name)
            self.expect(row, "site", person.site)
            self.expect(row, "leads", "yes" if role.leads else "no")
            score = self.scores.table.get((person.key, role.id))
            if score:
                self.expect(row, "points", score.points)
                for part in PARTS:
                    value = score.parts[part]
                    self.expect(row, part, None if value is None else int(value))
        self.sorted_by("assignments", rows, ["person", "group", "role"])
        for (person, role), n in Counter((p.key, r.id) for p, r in pairs).items():
            if n > 1:
                self.say(f"assignments.csv: {person} has {role} {n} times")
        return Assignments(self.world, pairs)

    def judge_groups(self, held: Assignments, short: list) -> None:
        rows = self.rows("groups")
        self.every("groups", [key(unescaped(r["group"])) for r in rows], [g.key for g in self.world.groups])
        groups = {g.key: g for g in self.world.groups}
        for row in rows:
            group = groups.get(key(unescaped(row["group"])))
            if group is None:
                continue
            points = [self.scores.points(p, r) for p, r in held.pairs if r.group is group]
            self.expect(row, "site", group.site)
            self.expect(row, "size", len(held.members[group.key]))
            self.expect(row, "leads", sum(len(held.holders[r.id]) for r in group.roles.values() if r.leads))
            self.expect(row, "points_mean", sum(points) // len(points) if points else None)
            self.expect(row, "points_min", min(points) if points else None)
            self.expect(row, "shortages", sum(s.cost for s in short if s.group is group))
        self.sorted_by("groups", rows, ["group"])

    def every(self, name: str, got: list, wanted: list) -> None:
        for thing, n in (Counter(wanted) - Counter(got)).items():
            self.say(f"{name}.csv: no row for {thing}")
        for thing, n in (Counter(got) - Counter(wanted)).items():
            self.say(f"{name}.csv: {n} row(s) too many for {thing}")

    def judge_people(self, held: Assignments) -> None:
        rows = self.rows("people")
        people = {key(p.key): p for p in self.world.people}
        found = [(r, people.get(key(r["person"])) or people.get(key(unescaped(r["person"])))) for r in rows]
        self.every("people", [p.key if p else r["person"] for r, p in found], [p.key for p in self.world.people])
        for row, person in found:
            if person is None:
                continue
            roles = held.roles_of[person.key]
            used = sum(r.hours for r in roles)
            best = [s.points for (p, _), s in self.scores.table.items() if p == person.key]
            self.expect(row, "name", person.name)
            self.expect(row, "site", person.site)
            self.expect(row, "groups", len({r.group.key for r in roles}))
            self.expect(row, "leads", sum(r.leads for r in roles))
            self.expect(row, "hours", Decimal(used) / 100)
            self.expect(row, "hours_left", Decimal(person.hours - used) / 100)
            self.expect(row, "best_points", max(best) if best else None)
        self.sorted_by("people", rows, ["person"])

    def judge_shortages(self, short: list) -> None:
        def number(cell):
            return str(Decimal(cell).normalize()) if cell else ""

        rows = self.rows("shortages")
        text = lambda r, c: key(unescaped(r[c]))
        got = []
        for r in rows:
            try:
                got.append((text(r, "kind"), key(unescaped(r["group"])), text(r, "site"), text(r, "role"),
                            text(r, "skill"), number(r["level"]), header_key(r["field"]), text(r, "value"),
                            number(r["needed"]), number(r["have"]), number(r["cost"])))
            except InvalidOperation:
                self.say(f"{r['#']}: a number is none")
        wanted = [(s.kind, s.group.key, key(s.group.site), key(s.role), s.skill,
                   number("" if s.level is None else str(s.level)), s.field, s.value, number(str(s.needed)),
                   number(str(s.have)), number(str(s.cost))) for s in short]
        self.every("shortages", got, wanted)

    def judge_leading(self, held: Assignments) -> None:
        """leading.csv row by row in its order, and the object `leading`. Values are compared by key, so the order of texts is
        that of the file."""
        truth = leading_table(self.world, held)
        rows = self.rows("leading")
        got = [(header_key(unescaped(r["field"])), key(unescaped(r["value"])), *(r[c] for c in (
            "staff", "leaders", "leading_roles", "staff_percent", "leading_percent"))) for r in rows]
        self.every("leading", got, truth.rows)
        ranks = [truth.rank(row, unescaped(r["value"])) for row, r in zip(got, rows)]
        if ranks != sorted(ranks):
            self.say("leading.csv is not in order")
        path = os.path.join(self.folder, "result.json")
        if not os.path.exists(path):
            return
        with open(path, encoding="utf-8") as file:
            said = json.load(file).get("leading", {})
        wanted = {"staff": truth.staff, "leaders": truth.leaders, "leading_roles": truth.roles,
                  "skill_and_interest": comparison(self.world, self.scores, held, None)}
        for name, value in wanted.items():
            if said.get(name) != value:
                self.say(f"result.json: leading: {name} is {said.get(name)}; expected {value}")
        left_out = [header_key(name) for name in said.get("left_out", [])]
        if sorted(left_out) != sorted(truth.left_out):
            self.say(f"result.json: leading: left_out is {left_out}; expected {truth.left_out}")
        years = {header_key(one.pop("field")): one for one in said.get("years", [])}
        expected = {name: comparison(self.world, self.scores, held, name) for name in truth.years}
        if years != expected:
            self.say(f"result.json: leading: years is {years}; expected {expected}")

    def judge_result(self, held: Assignments) -> None:
        path = os.path.join(self.folder, "result.json")
        if not os.path.exists(path):
            self.say("result.json is missing")
            return
        with open(path, encoding="utf-8") as file:
            result = json.load(file)
        truth = worth(self.world, self.scores, held)
        if result.get("objective") != truth["objective"]:
            self.say(f"result.json: objective is {result.get('objective')}; expected {truth['objective']}")
        for part, value in truth["parts"].items():
            if result.get("parts", {}).get(part) != value:
                self.say(f"result.json: {part} is {result.get('parts', {}).get(part)}; expected {value}")
        bound, gap = result.get("bound"), result.get("gap")
        if bound is not None and bound < truth["objective"] - 1e-6:
            self.say(f"result.json: the bound {bound} is below the objective {truth['objective']}")
        if None not in (bound, gap) and abs(bound - truth["objective"] - gap) > 1:
            self.say(f"result.json: the gap is {gap}; bound - objective = {bound - truth['objective']}")
        if result.get("proved") is True and bound is not None and bound - truth["objective"] >= 1:
            self.say("result.json: proved with a gap of a point or more")
        if "changes" in result and self.world.previous is not None and result["changes"] != changes(self.world, held):
            self.say(f"result.json: changes is {result['changes']}; expected {changes(self.world, held)}")
