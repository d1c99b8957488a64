#!/usr/bin/env python3
"""Cadre against others on made-up schools: peers_agree.py PROGRAM [--schools N] [--first SEED] [--oracle] [--solver NAME]...

For N seeds a school of 20 to 60 staff is generated, each of another variety: all rule families with the floor, without it, scarce skills,
must pins, few changes. Cadre must prove its optimum, and each exact step behind it is asked of other solvers (cbc; HiGHS where cbc is of
another mind or reaches its limit) on the model that Cadre wrote, whose objective is the plain total. Rows and closed columns make the
other steps of it: the least cost of shortages S; that no higher floor is possible at S; the best total at S and the floor; the fewest
changes at that total. Whose seat a column is, its points, which roles the floor speaks of and which seats are changes is taken from
tests/oracle, which reads the sheets itself. With --oracle the result folder is judged by it too, and its own program is solved.
Solvers are wrong at times: a disagreement is settled by a third."""
import argparse
import copy
import csv
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests/oracle")]
import peers  # noqa: E402
import program as textbook  # noqa: E402
from judge import Judge  # noqa: E402
from plan import load  # noqa: E402
from rules import fits_alone, floored_roles  # noqa: E402
from score import Scores  # noqa: E402
from sheets import Refusal  # noqa: E402

LIMIT = 120
SLICED = "looked at in slices"
UNFLOORED = "coverage,mix,pins,pairs,slots,positions,musts,previous"
VARIETIES = [  # (name, generate's arguments, changes to the plan)
    ("all rules", ["--rules", "all"], ()),
    ("all but the floor", ["--rules", UNFLOORED], ()),
    ("all rules, scarce skills", ["--rules", "all", "--scarce", "120"], ()),
    ("all rules, few changes", ["--rules", "all"], ("few changes",)),
    ("must pins", ["--rules", UNFLOORED], ("must pins",)),
    ("the floor alone", ["--rules", "floor"], ()),
    ("all rules, must pins, few changes", ["--rules", "all", "--scarce", "60"], ("must pins", "few changes")),
    ("as generated", [], ()),
    ("short hours", ["--rules", UNFLOORED, "--staff-per-group", "4"], ("short hours",)),
]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


class School:
    """Sheets on disk and the oracle's reading of them."""

    def __init__(self, program, seed, folder, size=None):
        """size: what to tell generate of it; else one school of 20 to 60 staff."""
        self.folder, self.draw = folder / "school", random.Random(seed)
        self.variety, arguments, changes = VARIETIES[seed % len(VARIETIES)]
        size = size or ["--schools", "1", "--staff", str(20 + seed * 7 % 41)]
        run(program, "generate", "--seed", str(seed), *size, *arguments, "--out", str(self.folder))
        self.surveys = [str(self.folder / "skills.csv"), str(self.folder / "interests.csv")]
        self.plan = self.folder / "plan"
        self.read()
        if "must pins" in changes:
            self.add_rows("pins", self.must_pins())
        if "short hours" in changes:
            self.shorten_hours()
        if "few changes" in changes:
            self.add_rows("settings", [f"max_changes,{len(self.world.people) // 3}"])
        if changes:
            self.read()

    def read(self):
        self.world = load(str(self.plan), self.surveys, [], str(ROOT / "src/read/scales.csv"))
        self.scores = Scores(self.world)

    def must_pins(self):
        """Two people, each pinned to a role that they may hold."""
        people = {p.key: p for p in self.world.people}
        roles = {r.id: r for r in self.world.roles()}
        may = sorted((person, roles[role].group.name, roles[role].name) for person, role in self.scores.table
                     if fits_alone(people[person], roles[role]))
        picked = dict((row[0], row) for row in self.draw.sample(may, 4))
        return [f'{person},"{group}","{role}",must' for person, group, role in list(picked.values())[:2]]

    def shorten_hours(self):
        """5/8 of the hours for all, so that two parts rarely fit: bounds count fractions of shortages then."""
        path = self.plan / "people.csv"
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        hours = rows[0].index("hours")
        for row in rows[1:]:
            row[hours] = f"{float(row[hours] or 4) * 5 / 8:.2f}"
        path.chmod(0o600)
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def add_rows(self, sheet, rows):
        path = self.plan / f"{sheet}.csv"
        path.chmod(0o600)
        with open(path, "a", encoding="utf-8") as out:
            out.writelines(row + "\n" for row in rows)


class Steps:
    """The written model with the meaning of its columns, and what each step asks of it."""

    def __init__(self, path, school):
        self.model = peers.Model(path)
        world, scores = school.world, school.scores
        people = sorted(world.people, key=lambda p: p.key.encode())
        roles = [role for group in sorted(world.groups, key=lambda g: g.name.encode())
                 for role in sorted(group.roles.values(), key=lambda r: r.name.encode())]
        self.seats, self.prices, self.faults = {}, {}, []
        for column, name in enumerate(self.model.names):
            kind, *numbers = name.split("_")
            if kind == "x":
                self.seats[column] = (people[int(numbers[0])], roles[int(numbers[1])])
            elif kind == "slack" and self.model.cost.get(column):
                self.prices[column] = -self.model.cost[column]
        self.check_seats(world, scores)
        floored = {role.id for role in floored_roles(world)} if world.settings["fairness"] == "floor" else set()
        self.floored = {column: scores.points(person, role) for column, (person, role) in self.seats.items() if role.id in floored}
        self.changed = {} if world.previous is None else {
            column: -1.0 for column, (person, role) in self.seats.items() if (person.key, *role.id) not in world.previous}
        self.unit = math.gcd(*map(int, self.prices.values())) if self.prices else 1

    def check_seats(self, world, scores):
        """Every seat that somebody is eligible for is there, at its points times its weight."""
        meant = {(person, *role) for person, role in scores.table}
        there = {(person.key, *role.id) for person, role in self.seats.values()}
        if meant != there:
            self.faults.append(f"the model has not the seats {sorted(meant - there)[:3]}, or has {sorted(there - meant)[:3]} beyond them")
            return
        for column, (person, role) in self.seats.items():
            if self.model.cost.get(column, 0) != scores.points(person, role) * role.weight:
                self.faults.append(f"{self.model.names[column]} is worth {self.model.cost.get(column, 0)}; "
                                   f"expected {scores.points(person, role)} times {role.weight}")

    def less_shortages(self):
        return {column: -price / self.unit for column, price in self.prices.items()}

    def variant(self, maximise, cost_most=None, floor=0, total_least=None):
        """The model with another objective, rows and closed columns."""
        model = copy.copy(self.model)
        model.cost, model.upper = maximise, dict(self.model.upper)
        model.rows, model.low, model.high = list(model.rows), list(model.low), list(model.high)
        model.upper.update((column, 0) for column, points in self.floored.items() if points < floor)
        if cost_most is not None and self.prices:
            self.add_row(model, self.less_shortages(), -cost_most / self.unit - 0.5)
        if total_least is not None:
            self.add_row(model, self.model.cost, total_least - 0.5)
        return model

    @staticmethod
    def add_row(model, row, low):
        model.rows.append(row)
        model.low.append(low)
        model.high.append(math.inf)

    def questions(self, answer):
        """(what, model, the value that Cadre's answer makes it); the value None: no point, or any below `than`."""
        short, base = answer["parts"]["shortages"], {}
        if self.floored:
            base = {"cost_most": short, "floor": answer["floor"]}
            higher = min((points for points in self.floored.values() if points > answer["floor"]), default=None)
            yield "the least shortages", self.variant(self.less_shortages()), -short // self.unit
            if higher is not None:
                yield f"a floor of {higher}", self.variant({}, cost_most=short, floor=higher), None
        yield "the total", self.variant(self.model.cost, **base), answer["objective"]
        if "changes" in answer and self.changed:
            yield "the fewest changes", self.variant(self.changed, **base, total_least=answer["objective"]), -answer["changes"]


def ask(model, expected, solvers, scratch):
    """None where a solver proves what is expected, else what each of them says."""
    said = {}
    path = scratch / "question.lp"
    model.write(path)
    for name in solvers:
        status, value, _ = peers.SOLVERS[name](str(path), LIMIT)
        said[name] = value if status == "optimal" else status
        if said[name] == ("infeasible" if expected is None else expected):
            return None
    return said


def judged_by_oracle(school, result, answer):
    """The oracle's own program from the sheets, and its reading of the result's files."""
    own = textbook.solve(school.world, school.scores, LIMIT)
    faults = Judge(school.world, school.scores, str(result)).judge()
    pairs = [("objective", answer["objective"], own["objective"]), ("changes", answer.get("changes"), own.get("changes")),
             ("shortages", answer["parts"]["shortages"], own.get("least_shortages", answer["parts"]["shortages"])),
             ("floor", answer.get("floor"), own.get("floor", answer.get("floor")))]
    return faults + [f"{what} is {cadre}; the oracle has {oracle}" for what, cadre, oracle in pairs if cadre != oracle]


def refused(school, done):
    """Cadre found a contradiction: so must the oracle."""
    try:
        textbook.solve(school.world, school.scores, LIMIT)
    except Refusal as refusal:
        if "contradict" in str(refusal) or "must pin" in str(refusal):
            return []
        return [f"refused; the oracle cannot say: {refusal}"]
    return [f"refused, but the oracle has a solution:\n{done.stderr}"]


def one_school(program, school, folder, options, tally):
    """What others say against Cadre's result, in lines."""
    result, path = folder / "result", folder / "model.lp"
    done = subprocess.run([program, "solve", "--survey", *school.surveys, "--plan", str(school.plan), "--out", str(result),
                           "--write-model", str(path), "--quiet"], capture_output=True, text=True)
    if done.returncode == 1:
        tally["refused by both"] = tally.get("refused by both", 0) + 1
        return refused(school, done)
    if done.returncode:
        return [f"exit {done.returncode}: {done.stderr}"]
    answer = json.loads((result / "result.json").read_text())
    faults = [] if answer["proved"] else [f"not proved, gap {answer['gap']}"]
    if answer["work"]["slices"]:
        tally[SLICED] = tally.get(SLICED, 0) + 1
    steps = Steps(path, school)
    faults += steps.faults
    for what, model, expected in steps.questions(answer):
        said = ask(model, expected, options.solver or ["cbc", "highs"], folder)
        what = "no higher floor" if expected is None else what
        tally[what] = tally.get(what, 0) + 1
        if said:
            faults.append(f"{what}: {'infeasible' if expected is None else expected} by Cadre; others say {said}")
    return faults + (judged_by_oracle(school, result, answer) if options.oracle else [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--schools", type=int, default=40)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--solver", action="append")
    options = parser.parse_args()
    failed, tally = 0, {}
    for seed in range(options.first, options.first + options.schools):
        with tempfile.TemporaryDirectory(prefix="cadre-peers-") as folder:
            school = School(options.program, seed, pathlib.Path(folder))
            faults = one_school(options.program, school, pathlib.Path(folder), options, tally)
        failed += bool(faults)
        for fault in faults:
            print(f"seed {seed} ({school.variety}): {fault}", flush=True)
    print("  asked: " + ", ".join(f"{what} {times}" for what, times in sorted(tally.items())))
    if options.schools >= 2 * len(VARIETIES) and SLICED not in tally:
        print("no school was looked at in slices; expected some to need it")
        failed += 1
    print(f"schools: {options.schools - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
