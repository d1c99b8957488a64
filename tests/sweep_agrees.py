#!/usr/bin/env python3
"""Every point of `cadre sweep` is a cold solve's: sweep_agrees.py PROGRAM [--schools N] [--first SEED]

Made-up schools and districts of 12 to 40 staff, with rules of every shape, are swept over settings and cells drawn at random. Each
point is then solved by itself, `cadre solve --scenario` with the point's changes: the values must be equal, and where that says that
rules contradict each other the point must have none. The measures are counted again from the result of the point's outcome, which
must be verified by the sheets with the outcome's scenario, and the efficient points marked again by their definition. A second run
with other threads and the values in another order must give the same bytes."""
import argparse
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

RULES = "coverage,mix,pins,pairs,slots,positions,musts,previous"
KINDS = [["--staff", "30", "--rules", RULES], ["--schools", "3", "--staff", "16", "--rules", RULES],
         ["--schools", "2", "--staff", "14", "--linked", "20", "--rules", "all"], ["--staff", "14", "--rules", "all"],
         ["--staff", "24", "--staff-per-group", "4", "--scarce", "60", "--rules", RULES]]
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


class School:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.draw = program, folder, random.Random(seed)
        done = self.run("generate", "--seed", str(seed), *KINDS[seed % len(KINDS)], "--out", str(folder / "school"))
        assert done.returncode == 0, done.stderr
        self.plan = folder / "school/plan"
        self.sheets = ["--survey", str(folder / "school/skills.csv"), str(folder / "school/interests.csv"), "--plan", str(self.plan)]
        self.vary = grid(self.plan, self.draw)
        self.faults = []

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=300)

    def fault(self, text):
        self.faults.append(f"{self.vary}: {text}")

    def sweep(self, name, order=False, threads="2"):
        vary = [word for key, values in self.vary.items() for word in ("--vary", f"{key}={changed(order, values)}")]
        return self.run("sweep", *self.sheets, *vary, "--threads", threads, "--quiet", "--json", "--out", str(self.folder / name))

    def cold(self, number, point):
        """What `cadre solve` says of the point: its value, None where there is none."""
        scenario = self.folder / f"point-{number}.csv"
        with open(scenario, "w", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(["sheet", "key", "column", "value"])
            for name in self.vary:
                parts = name.split(":")
                where = ["settings", name, "value"] if len(parts) == 1 else [parts[0], ":".join(parts[1:-1]), parts[-1]]
                sheet.writerow([*where, point[name]])
        done = self.run("solve", *self.sheets, "--scenario", str(scenario), "--quiet", "--repairs", "0", "--out", str(self.folder / "cold"))
        if done.returncode == 1:
            return None
        return json.loads((self.folder / "cold/result.json").read_text())["objective"]

    def check_point(self, number, point, best):
        value = self.cold(number, point)
        if value is None or not point["value"]:
            if value is not None or point["value"]:
                self.fault(f"point {number} has the value {point['value']!r}, a cold solve {value}")
            return
        if int(point["value"]) != value or point["bound"] != point["value"] or point["proved"] != "yes":
            self.fault(f"point {number} has the value {point['value']}, bound {point['bound']}; a cold solve {value}")
        seats = self.seats(self.outcome(point["outcome"]))
        people = [person for person, _, _ in seats]
        known = {"people": len(set(people)), "most_groups": max(map(people.count, people), default=0), "moves": len(seats - best)}
        for name, count in known.items():
            if int(point[name]) != count:
                self.fault(f"point {number}: {name} is {point[name]}; counted {count}")

    def outcome(self, number):
        return self.folder / f"sweep/outcome-{int(number):02d}"

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
        possible = [(int(point["total"]), -int(point["shortages"]), -int(point["moves"])) for point in points if point["value"]]
        for number, point in enumerate(points):
            if not point["value"]:
                continue
            own = (int(point["total"]), -int(point["shortages"]), -int(point["moves"]))
            beaten = any(other != own and all(a >= b for a, b in zip(other, own)) for other in possible)
            if (point["efficient"] == "yes") == beaten:
                self.fault(f"point {number} is marked {point['efficient']}; expected the other")

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
        points = rows(self.folder / "sweep/frontier.csv")
        if json.loads(done.stdout)["own"]["total"] != json.loads((self.folder / "best/result.json").read_text())["objective"]:
            self.fault("the plan's own best is not that of a cold solve")
        best = self.seats(self.folder / "best")
        for number, point in enumerate(points):
            self.check_point(number, point, best)
        self.check_outcomes(points)
        self.check_efficient(points)
        again = self.sweep("again", True, "1")
        if again.stdout != done.stdout:
            self.fault("another order and number of threads print something else")
        differ = subprocess.run(["diff", "-r", "-q", "-x", "run.json", str(self.folder / "sweep"), str(self.folder / "again")],
                                capture_output=True, text=True)
        if differ.returncode != 0:
            self.fault(f"another order and number of threads: {differ.stdout}")
        return len(points)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--schools", type=int, default=12)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    program, faults, checked = str(pathlib.Path(options.program).resolve()), 0, 0
    for seed in range(options.first, options.first + options.schools):
        with tempfile.TemporaryDirectory(prefix="sweep-") as name:
            school = School(program, pathlib.Path(name), seed)
            checked += school.check()
            for fault in school.faults:
                faults += 1
                print(f"seed {seed}: {fault}", flush=True)
    print(f"sweep: {checked} points of {options.schools} plans held against cold solves, {faults} faults")
    sys.exit(1 if faults or not checked else 0)


if __name__ == "__main__":
    main()
