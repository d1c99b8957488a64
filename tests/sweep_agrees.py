#!/usr/bin/env python3
"""Every point of `cadre sweep` is a cold solve's: sweep_agrees.py PROGRAM [--schools N] [--first SEED]

Made-up schools and districts of 12 to 48 staff, with rules of every shape, with and without a previous.csv, are swept over settings
and cells drawn at random. Each point is then solved by itself, `cadre solve --scenario` with the point's changes: the values must be
equal, with a previous.csv the fewest changes at that value too, and where that says that rules contradict each other the point must
have none. The measures are counted again from the result of the point's outcome, which must be verified by the sheets with the
outcome's scenario, and the efficient points marked again by their definition: by changes where there is a previous.csv, else by moves.

1, 2 and 4 threads, the values and the --vary in another order, and shuffled rows of all sheets and surveys must give the same bytes
(with the --vary in another order the same points). With all ids, addresses and names changed every value must stay, and the fewest
changes; and where the best assignments are the only best ones, these too. That they are the only ones is asked of `cadre solve`: with
a previous.csv that holds everything but them, those equally good with the fewest changes have as many of them as can be; continuity
counts nothing there."""
import argparse
import csv
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from same_bytes import difference, files_of  # noqa: E402

FRESH = "coverage,mix,pins,pairs,slots,positions,musts"  # no previous.csv
RULES = FRESH + ",previous"
KINDS = [["--staff", "30", "--rules", RULES], ["--schools", "3", "--staff", "16", "--rules", RULES],
         ["--schools", "2", "--staff", "14", "--linked", "20", "--rules", "all"], ["--staff", "14", "--rules", "all"],
         ["--staff", "24", "--staff-per-group", "4", "--scarce", "60", "--rules", RULES],
         ["--staff", "28", "--rules", FRESH], ["--schools", "3", "--staff", "14", "--rules", FRESH]]
THREADS = ("1", "2", "4")
SETTINGS = {"weight_interest": ["0..100:50", "35,80"], "weight_fit": ["0,50,90"], "max_groups": ["1..3", "2,4"], "max_leads": ["1,2"],
            "hours": ["2,3.5,6"], "everyone": ["0,200,1500"], "extra_load": ["0..1000:500"], "short_role": ["2000,20000"],
            "short_should": ["0,2000,9000"], "fairness": ["total,floor"], "seed": ["1,2"], "max_changes": [",3,12", "0,40"]}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(plan, draw):
    """Cells of the plan that can vary, with values."""
    groups, needs = rows(plan / "groups.csv"), rows(plan / "needs.csv") if (plan / "needs.csv").exists() else []
    row = draw.choice(groups)
    group, least = row["group"], int(row.get("min_size") or 0)
    yield f"groups:{group}:max_size", [f"{least},{least + 2},{least + 5}"]
    yield f"groups:{group}:hours", ["0.5,1,2.5"]
    keys = [(row["group"], row.get("role", ""), row["skill"], row["level"]) for row in needs if row.get("people")]
    if keys:
        yield "needs:" + "/".join(draw.choice(keys)) + ":people", ["1,2,3"]


def grid(plan, draw):
    known = dict(SETTINGS) | dict(cells(plan, draw))
    if not (plan / "previous.csv").exists():
        del known["max_changes"]
    return {name: draw.choice(known[name]) for name in draw.sample(sorted(known), draw.choice([1, 2, 2]))}


def changed(order, values):
    """The same values, written in another order."""
    return ",".join(reversed(values.split(","))) if order else values


def rewrite(path, change):
    """Write a sheet again with its rows changed; the header stays."""
    with open(path, encoding="utf-8", newline="") as file:
        header, *body = csv.reader(file)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *change(body)])


def copied(school, to, change):
    """A copy of a school with change(rows) done to each of its sheets and surveys."""
    shutil.copytree(school, to)
    for path in sorted([*to.glob("*.csv"), *to.glob("plan/*.csv")]):
        path.chmod(0o600)
        rewrite(path, change)


def renaming(people, draw):
    """Other ids, addresses and names for all, those that share a name still do, in another order of the alphabet."""
    known = {}
    for column, fresh in (("id", "p{:05d}"), ("email", "m{:05d}@example.org"), ("name", "Who {:05d}")):
        old = sorted({row[column] for row in people})
        known |= dict(zip(old, map(fresh.format, draw.sample(range(90000), len(old)))))
    return known


class School:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.draw = program, folder, random.Random(seed)
        done = self.run("generate", "--seed", str(seed), *KINDS[seed % len(KINDS)], "--out", str(folder / "school"))
        assert done.returncode == 0, done.stderr
        self.plan = folder / "school/plan"
        self.sheets = self.inputs(folder / "school")
        previous = self.plan / "previous.csv"
        self.previous = {(row["person"], row["group"], row["role"]) for row in rows(previous)} if previous.exists() else None
        if self.previous is None:
            self.tell_roles_apart()
        self.vary = grid(self.plan, self.draw)
        self.faults, self.n_unique = [], 0

    def tell_roles_apart(self):
        """Roles of a group that score alike make every optimum one of many: weigh each otherwise."""
        with open(self.plan / "roles.csv", encoding="utf-8", newline="") as file:
            weight = next(csv.reader(file)).index("weight")
        weights = {}

        def weigh(body):
            for row in body:
                some = weights.setdefault(row[0], self.draw.sample(range(1, 11), 10))
                row[weight] = some.pop()
            return body

        rewrite(self.plan / "roles.csv", weigh)

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=300)

    def fault(self, text):
        self.faults.append(f"{self.vary}: {text}")

    def inputs(self, school):
        return ["--survey", str(school / "skills.csv"), str(school / "interests.csv"), "--plan", str(school / "plan")]

    def sweep(self, name, order=False, threads="2", school="school", turned=False):
        pairs = [(key, f"{key}={changed(order, values)}") for key, values in self.vary.items()]
        vary = [word for _, text in (reversed(pairs) if turned else pairs) for word in ("--vary", text)]
        return self.run("sweep", *self.inputs(self.folder / school), *vary, "--threads", threads, "--quiet", "--json", "--out",
                        str(self.folder / name))

    def scenario(self, point, more=()):
        """A scenario with the point's changes."""
        path = self.folder / "point.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(["sheet", "key", "column", "value"])
            for name in self.vary:
                parts = name.split(":")
                where = ["settings", name, "value"] if len(parts) == 1 else [parts[0], ":".join(parts[1:-1]), parts[-1]]
                sheet.writerow([*where, point[name]])
            sheet.writerows(more)
        return ["--scenario", str(path)]

    def cold(self, point, school="school", more=()):
        """The result.json of `cadre solve` at the point, None where the rules contradict each other."""
        done = self.run("solve", *self.inputs(self.folder / school), *self.scenario(point, more), "--quiet", "--repairs", "0", "--out",
                        str(self.folder / "cold"))
        if done.returncode == 1:
            return None
        return json.loads((self.folder / "cold/result.json").read_text())

    def check_point(self, number, point, best):
        cold = self.cold(point)
        if cold is None or not point["value"]:
            if cold is not None or point["value"]:
                self.fault(f"point {number} has the value {point['value']!r}, a cold solve {cold and cold['objective']}")
            return
        if int(point["value"]) != cold["objective"] or point["bound"] != point["value"] or point["proved"] != "yes":
            self.fault(f"point {number} has the value {point['value']}, bound {point['bound']}; a cold solve {cold['objective']}")
        seats = self.seats(self.outcome(point["outcome"]))
        people = [person for person, _, _ in seats]
        known = {"people": len(set(people)), "most_groups": max(map(people.count, people), default=0), "moves": len(seats - best)}
        if self.previous is not None:
            known["changes"] = len(seats - self.previous)
            if point["changes"] != str(cold["changes"]):
                self.fault(f"point {number} has {point['changes']} changes, a cold solve {cold['changes']}")
        elif point["changes"]:
            self.fault(f"point {number} has {point['changes']} changes from nothing")
        for name, count in known.items():
            if int(point[name]) != count:
                self.fault(f"point {number}: {name} is {point[name]}; counted {count}")

    def outcome(self, number, sweep="sweep"):
        return self.folder / f"{sweep}/outcome-{int(number):02d}"

    def seats(self, result):
        return {(row["person"], row["group"], row["role"]) for row in rows(result / "assignments.csv")}

    def check_outcomes(self, points):
        for number in sorted({int(point["outcome"]) for point in points if point["outcome"]}):
            first = next(point for point in points if point["outcome"] == str(number))
            folder = self.outcome(number)
            done = self.run("verify", *self.sheets, "--scenario", f"{folder}.scenario.csv", "--quiet", str(folder))
            if done.returncode != 0:
                self.fault(f"outcome {number} is not verified: {done.stderr}")
            result = json.loads((folder / "result.json").read_text())
            if result["objective"] != int(first["value"]):
                self.fault(f"outcome {number} has the value {result['objective']}; its first point {first['value']}")

    def check_efficient(self, points):
        counted = "moves" if self.previous is None else "changes"

        def measures(point):
            return int(point["total"]), -int(point["shortages"]), -int(point[counted])

        possible = [measures(point) for point in points if point["value"]]
        for number, point in enumerate(points):
            if not point["value"]:
                continue
            own = measures(point)
            beaten = any(other != own and all(a >= b for a, b in zip(other, own)) for other in possible)
            if (point["efficient"] == "yes") == beaten:
                self.fault(f"point {number} is marked {point['efficient']}; expected the other")

    def check_same(self, done):
        """Threads, the order of values and of rows change no byte."""
        def shuffle(body):
            return self.draw.sample(body, len(body))

        copied(self.folder / "school", self.folder / "shuffled", shuffle)
        tries = [(f"{threads} threads, values in another order", {"threads": threads, "order": True}) for threads in THREADS]
        for what, how in [*tries, ("rows in another order", {"school": "shuffled"})]:
            again = self.sweep("again", **how)
            if again.stdout != done.stdout:
                self.fault(f"{what}: something else is printed {again.stderr}")
            other_files = "school" in how  # their checksums are others, and the reports name them
            differ = difference(*(files_of(self.folder / name, masked=other_files) for name in ("sweep", "again")))
            if differ:
                self.fault(f"{what}: {differ}")

    def check_turned(self, points):
        """The --vary in another order: the same points, values and changes in another order."""
        self.sweep("turned", turned=True)
        keys = [*sorted(self.vary), "value", "changes"]
        lists = [sorted([point[key] for key in keys] for point in some)
                 for some in (points, rows(self.folder / "turned/frontier.csv"))]
        if lists[0] != lists[1]:
            self.fault(f"the --vary in another order: {lists[1]}; expected {lists[0]}")

    def is_only(self, point, seats):
        """Whether all equally good assignments hold these: of everything else as much as possible is in the previous.csv here. Those
        that hold more, each worth nothing, are told by their number."""
        seen = [rows(self.plan / name) for name in ("people.csv", "groups.csv", "roles.csv")]
        others = {(person["id"], group["group"], role["role"]) for person in seen[0] for group in seen[1] for role in seen[2]
                  if role["group"] in (group["group"], "kind:" + group["kind"], "*")} - seats
        if not (self.folder / "others").exists():
            shutil.copytree(self.folder / "school", self.folder / "others")
        with open(self.folder / "others/plan/previous.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("person", "group", "role"), *sorted(others)])
        cold = self.cold(point, "others", [("settings", "weight_continuity", "value", "0")])
        return cold["changes"] == len(seats) == cold["counts"]["assignments"] and cold["objective"] == int(point["value"])

    def check_renamed(self, points):
        """Renaming people changes no value, and nothing where the optimum is unique."""
        known = renaming(rows(self.plan / "people.csv"), self.draw)
        copied(self.folder / "school", self.folder / "renamed", lambda body: [[known.get(cell, cell) for cell in row] for row in body])
        done = self.sweep("renamed-sweep", school="renamed")
        again = rows(self.folder / "renamed-sweep/frontier.csv") if done.returncode == 0 else []
        if [(point["value"], point["changes"]) for point in points] != [(point["value"], point["changes"]) for point in again]:
            self.fault(f"renamed: {done.stderr or 'other values or changes'}")
            return
        for number, (point, other) in enumerate(zip(points, again)):
            if not point["value"] or self.previous is not None:
                continue
            seats = self.seats(self.outcome(point["outcome"]))
            if not self.is_only(point, seats):
                continue
            self.n_unique += 1
            mapped = {(known[person], group, role) for person, group, role in seats}
            if mapped != self.seats(self.outcome(other["outcome"], "renamed-sweep")):
                self.fault(f"renamed: point {number} has other assignments, although there is one optimum")
            for name in ("total", "points", "shortages", "short_needs", "people", "most_groups", "keeps_rules"):
                if point[name] != other[name]:
                    self.fault(f"renamed: point {number}: {name} is {other[name]}; expected {point[name]}")

    def check(self):
        """How many points were held against a cold solve."""
        done = self.sweep("sweep")
        plain = self.run("solve", *self.sheets, "--quiet", "--repairs", "0", "--out", str(self.folder / "best"))
        if plain.returncode == 1 or done.returncode == 1:
            if plain.returncode != 1:
                self.fault(f"the sweep says {done.stderr}; the plan can be solved")
            return 0
        if done.returncode != 0:
            self.fault(f"ended with {done.returncode}: {done.stderr}")
            return 0
        points, said = rows(self.folder / "sweep/frontier.csv"), json.loads(done.stdout)
        own = json.loads((self.folder / "best/result.json").read_text())
        if said["own"]["total"] != own["objective"] or said.get("own_changes") != own.get("changes"):
            self.fault("the plan's own best is not that of a cold solve")
        if said.get("counted") != ("moves" if self.previous is None else "changes"):
            self.fault(f"{said.get('counted')} are said to count")
        best = self.seats(self.folder / "best")
        for number, point in enumerate(points):
            self.check_point(number, point, best)
        self.check_outcomes(points)
        self.check_efficient(points)
        self.check_same(done)
        self.check_turned(points)
        self.check_renamed(points)
        return len(points)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--schools", type=int, default=14)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    program, faults, checked, unique = str(pathlib.Path(options.program).resolve()), 0, 0, 0
    for seed in range(options.first, options.first + options.schools):
        with tempfile.TemporaryDirectory(prefix="sweep-") as name:
            school = School(program, pathlib.Path(name), seed)
            checked += school.check()
            unique += school.n_unique
            for fault in school.faults:
                faults += 1
                print(f"seed {seed}: {fault}", flush=True)
    print(f"sweep: {checked} points of {options.schools} plans held against cold solves, {unique} of them with one optimum renamed, {faults} faults")
    sys.exit(1 if faults or not checked or (options.schools >= len(KINDS) and not unique) else 0)


if __name__ == "__main__":
    main()
