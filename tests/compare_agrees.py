#!/usr/bin/env python3
"""Every price of `cadre compare` is the difference of two independent solves: compare_agrees.py PROGRAM [--seeds N] [--first SEED]

Two scenarios of Maple Street and made-up schools of 12 to 20 staff with rules of every shape: each has a first plan and another, edited at
random (settings, cells, rows added and dropped, people gone and come, answers, or a scenario laid over the first), and both are solved.
Every difference that compare tells with a price is laid alone over the first's inputs with `cadre solve --scenario`, as a file of the
lines that compare gives, and solved anew: the optimum less the first's must be the price, or between its bounds; what cannot stand alone
must be refused. All lines together, laid over the first plan, must make the other's total, so that nothing is missing. Totals, people,
groups and shortages are counted again from the results' own files. Rows in another order are no difference; threads and the locale
change no byte."""
import argparse
import collections
import csv
import json
import multiprocessing
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAPLE_STREET = ROOT / "datasets/maple-street"
RULES = "coverage,mix,pins,pairs,slots,positions,musts,previous"


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def write_rows(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, header, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def unguarded(text):
    return text[1:] if text.startswith("'") else text


class Plan:
    """The sheets of a plan folder, to be edited."""

    def __init__(self, folder, draw):
        self.folder, self.draw = folder, draw

    def sheet(self, name):
        path = self.folder / f"{name}.csv"
        if not path.exists():
            return None, []
        with open(path, newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            return list(reader.fieldnames), list(reader)

    def put(self, name, header, rows):
        write_rows(self.folder / f"{name}.csv", header, rows)

    def set_cell(self, name, column, values):
        header, rows = self.sheet(name)
        if not rows or column not in header:
            return
        self.draw.choice(rows)[column] = str(self.draw.choice(values))
        self.put(name, header, rows)

    def drop(self, name):
        header, rows = self.sheet(name)
        if len(rows) > 1:
            rows.pop(self.draw.randrange(len(rows)))
            self.put(name, header, rows)

    def setting(self):
        header, rows = self.sheet("settings")
        name, values = self.draw.choice([("weight_interest", (0, 20, 80)), ("extra_load", (0, 300, 900)), ("everyone", (0, 1000)),
                                         ("max_groups", (1, 2, 4)), ("hours", (2, 3.5, 6)), ("short_role", (500, 90000)),
                                         ("max_changes", (2, 6)), ("seed", (7,))])
        rows = [row for row in rows if row["setting"] != name] + [{"setting": name, "value": str(self.draw.choice(values))}]
        self.put("settings", header or ["setting", "value"], rows)

    def add_group(self):
        header, rows = self.sheet("groups")
        group = {**rows[0], header[0]: "Writing / Reading", "min_size": "1", "max_size": "3", "meets": ""}
        self.put("groups", header, rows + [{key: value for key, value in group.items() if key in header}])
        header, rows = self.sheet("roles")
        if header:
            editor = {column: "" for column in header} | {"group": "Writing / Reading", "role": "editor"}
            self.put("roles", header, rows + [editor])

    def add_person(self):
        header, rows = self.sheet("people")
        if not rows:
            return
        person = {**rows[0], "email": "=new@example.org", "name": "New Colleague"}
        if "id" in person:
            person["id"] = "n000001"
        self.put("people", header, rows + [person])

    def add_need(self):
        header, rows = self.sheet("needs")
        row = dict(self.draw.choice(rows))
        row["level"] = str(int(row["level"]) % 5 + 1)
        self.put("needs", header, rows + [row])

    def edit(self):
        self.draw.choice([
            self.setting, self.setting, self.add_group, self.add_person, self.add_need,
            lambda: self.set_cell("groups", "max_size", (2, 5, 9)), lambda: self.set_cell("groups", "min_size", (1, 3, 6)),
            lambda: self.set_cell("groups", "weight", (1, 5)), lambda: self.set_cell("roles", "min", (1, 2)),
            lambda: self.set_cell("needs", "level", (1, 3, 5)), lambda: self.set_cell("needs", "must", ("yes", "no")),
            lambda: self.set_cell("mix", "max", (1, 2, 4)), lambda: self.set_cell("people", "hours", (1, 2.5, 8)),
            lambda: self.set_cell("people", "away", ("yes", "no")), lambda: self.drop("needs"), lambda: self.drop("roles"),
            lambda: self.drop("people"), lambda: self.drop("pins"), lambda: self.drop("pairs"), lambda: self.drop("previous"),
            lambda: self.drop("mix"), lambda: self.drop("groups")])()

    def shuffle(self):
        for path in self.folder.glob("*.csv"):
            if path.stem != "columns":
                header, rows = self.sheet(path.stem)
                self.draw.shuffle(rows)
                self.put(path.stem, header, rows)


class School:
    def __init__(self, program, seed, folder):
        self.program, self.folder, self.draw = program, folder, random.Random(seed)
        self.faults, self.tally = [], collections.Counter()
        first = folder / "first-plan"
        if seed == 0:
            shutil.copytree(MAPLE_STREET / "plan", first)
            self.surveys = [MAPLE_STREET / "skills-inventory.csv", MAPLE_STREET / "interests-survey.csv"]
        else:
            rules = "all" if seed % 5 == 0 else RULES
            self.run("generate", "--schools", "1", "--staff", str(self.draw.randrange(12, 21)), "--seed", str(seed), "--rules", rules,
                     "--out", str(folder / "made"))
            shutil.move(folder / "made/plan", first)
            self.surveys = [folder / "made/skills.csv", folder / "made/interests.csv"]
        self.plan, self.other_plan = first, folder / "other-plan"
        self.other_surveys = list(self.surveys)

    def run(self, *arguments, env=None):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=300, cwd=self.folder,
                              env={**os.environ, **(env or {})})

    def solve(self, plan, surveys, out, scenarios=(), gap="1"):
        words = ["solve", "--quiet", "--repairs", "0", "--gap", gap, "--plan", str(plan), "--out", str(out), "--survey",
                 *map(str, surveys)]
        for scenario in scenarios:
            words += ["--scenario", str(scenario)]
        done = self.run(*words)
        if done.returncode not in (0, 3):
            return None
        result = json.loads((self.folder / out / "result.json").read_text())
        return result if result["proved"] and result["gap"] == 0 else False

    def scenario(self, name, lines):
        with open(self.folder / name, "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([["sheet", "key", "column", "value"], *lines])
        return name

    def fault(self, text):
        self.faults.append(text)

    def edit_answers(self):
        """Somebody's answers are somebody else's, but for who they are."""
        path = self.folder / "other-skills.csv"
        with open(self.surveys[0], newline="", encoding="utf-8-sig") as file:
            header, *rows = list(csv.reader(file))
        a, b = self.draw.sample(rows, 2)
        graded = [i for i, text in enumerate(header) if text.startswith("How ") and "[" in text]
        for i in graded:
            a[i] = b[i]
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        folder = self.folder / "other-surveys"
        folder.mkdir()
        self.other_surveys[0] = folder / self.surveys[0].name
        shutil.move(path, self.other_surveys[0])

    def make(self):
        """The two results; False where one of the plans is none."""
        self.before = []
        if self.draw.random() < 0.3:
            self.before = [self.scenario("before.csv", [["settings", "weight_growth", "value", "25"]])]
        shutil.copytree(self.plan, self.other_plan)
        other = Plan(self.other_plan, self.draw)
        for _ in range(self.draw.randrange(1, 7)):
            other.edit()
        if self.draw.random() < 0.5:
            other.shuffle()
        if self.draw.random() < 0.35:
            self.edit_answers()
        self.first = self.solve(self.plan, self.surveys, "exact", self.before)
        self.loose = self.draw.random() < 0.25  # the first result is good, but not proved the best: prices are bounds
        self.solve(self.plan, self.surveys, "first", self.before, "20000" if self.loose else "1")
        self.other = self.solve(self.other_plan, self.other_surveys, "other", self.before)
        return bool(self.first and self.other)

    # --- what compare says ---

    def check_prices(self, told):
        for at in told["differences"]:
            if at["priced"] in ("none", "left out"):
                self.tally["differences without a price"] += 1
                continue
            surveys = self.other_surveys if at["sheet"] == "answers" else self.surveys
            extra = [self.scenario("one.csv", at["lines"])] if "lines" in at else []
            alone = self.solve(self.plan, surveys, "alone", self.before + extra)
            where = f"{at['sheet']},{at['key']},{at['column']}"
            if at["priced"] in ("not alone", "not possible"):
                self.tally[at["priced"]] += 1
                if alone is not None:
                    self.fault(f"{where} is said to be {at['priced']}, and is solved")
            elif alone is None:
                self.fault(f"{where} is priced, and is refused")
            elif alone is False or at["priced"] == "unknown":
                self.tally["not proved"] += 1
            else:
                self.tally["prices"] += 1
                price = alone["objective"] - self.first["objective"]
                exact = at["price"] == at["bound"]
                self.tally["bounds"] += not exact
                if not at["price"] <= price <= at["bound"] or not (exact or self.loose):
                    self.fault(f"{where} is priced {at['price']} to {at['bound']}; two solves differ by {price}")

    def check_whole(self, told):
        """All lines together make the other plan."""
        lines, rows = [], {}
        for at in told["differences"]:
            if at["priced"] == "none" and at["sheet"] not in ("answers",):
                return
            lines += at.get("lines", [])
            if at["column"] in ("+", "-"):
                rows[at["sheet"], at["key"]] = at["column"]
        names = [self.scenario("all.csv", lines)] if lines else []
        whole = self.solve(self.plan, self.other_surveys, "whole", self.before + names)
        if whole is None and any(sheet in ("groups", "roles") and sign == "-" for (sheet, _), sign in rows.items()):
            self.tally["wholes with rows that go twice"] += 1  # a dropped group takes its rows along
        elif not whole or whole["objective"] != self.other["objective"]:
            self.fault(f"all differences together make {whole and whole['objective']}, not {self.other['objective']}")
        else:
            self.tally["wholes"] += 1

    def files(self, result):
        return {name: rows_of(self.folder / result / f"{name}.csv") for name in ("assignments", "groups", "people", "shortages")}

    def check_counts(self):
        a, b = self.files("first"), self.files("other")
        told = {name: rows_of(self.folder / "table" / f"{name}.csv")
                for name in ("totals", "people", "groups", "shortages", "differences")}
        totals = {row["total"]: (row["before"], row["after"], row["difference"]) for row in told["totals"]}
        for name, count in (("assignments", lambda f: len(f["assignments"])), ("staff", lambda f: len(f["people"])),
                            ("people_with_role", lambda f: len({row["person"] for row in f["assignments"]})),
                            ("people_leading", lambda f: len({r["person"] for r in f["assignments"] if r["leads"] == "yes"})),
                            ("unmet_needs", lambda f: len(f["shortages"])),
                            ("shortages", lambda f: sum(int(row["cost"]) for row in f["shortages"]))):
            x, y = count(a), count(b)
            if totals[name] != (str(x), str(y), str(y - x)):
                self.fault(f"totals.csv says {name} {totals[name]}; counted {x}, {y}")
        if not self.loose and int(totals["objective"][2]) != self.other["objective"] - self.first["objective"]:
            self.fault(f"totals.csv says {totals['objective']}")
        seats = [collections.defaultdict(set), collections.defaultdict(set)]
        members = [collections.defaultdict(dict), collections.defaultdict(dict)]
        for side, files in enumerate((a, b)):
            for row in files["assignments"]:
                seats[side][row["person"]].add(unguarded(row["role"]) + " of " + unguarded(row["group"]))
                members[side][row["group"]][row["person"]] = unguarded(row["name"] or row["person"])
        for row in told["people"]:
            lost, gained = (set(filter(None, unguarded(row[name]).split("; "))) for name in ("lost", "gained"))
            if lost != seats[0][row["person"]] - seats[1][row["person"]] or gained != seats[1][row["person"]] - seats[0][row["person"]]:
                self.fault(f"people.csv has {row}")
        if {row["person"] for row in told["people"]} != {row["person"] for row in a["people"] + b["people"]}:
            self.fault("people.csv has other people than the results")
        for row in told["groups"]:
            was, now = members[0][row["group"]], members[1][row["group"]]
            gone, come = (sorted(filter(None, unguarded(row[name]).split("; "))) for name in ("gone", "come"))
            if gone != sorted(was[p] for p in was.keys() - now.keys()) or come != sorted(now[p] for p in now.keys() - was.keys()):
                self.fault(f"groups.csv has {row}")
        need = ("kind", "group", "role", "skill", "level", "field", "value")
        short = [collections.Counter(tuple(row[c] for c in need) for row in files["shortages"]) for files in (a, b)]
        changes = collections.Counter(row["change"] for row in told["shortages"])
        if changes["opened"] != sum((short[1] - short[0]).values()) or changes["closed"] != sum((short[0] - short[1]).values()):
            self.fault(f"shortages.csv has {dict(changes)}")

    def check_same(self):
        """Nothing that should not matter changes a byte; equal results are said to be equal."""
        texts = {self.run("compare", "--quiet", "first", "other", "--threads", threads, env={"LC_ALL": locale}).stdout
                 for threads, locale in (("1", "C"), ("3", "fr_FR.UTF-8"), ("2", "tr_TR.UTF-8"))}
        if len(texts) != 1:
            self.fault("threads or the locale change what compare says")
        shuffled = self.folder / "shuffled-plan"
        shutil.copytree(self.plan, shuffled)
        Plan(shuffled, self.draw).shuffle()
        self.solve(shuffled, self.surveys, "shuffled", self.before, "20000" if self.loose else "1")
        told = json.loads(self.run("compare", "--quiet", "--json", "first", "shuffled").stdout)["comparisons"][0]
        if not told["equal"] or told["differences"]:
            self.fault("a plan with its rows in another order is said to differ")
        self.tally["orders"] += 1

    def check(self):
        if not self.make():
            self.tally["plans refused"] += 1
            return
        done = self.run("compare", "--quiet", "first", "other", "--out", "table", "--json", "--threads", "2")
        if done.returncode != 0:
            self.fault(f"compare ends with {done.returncode}: {done.stderr}")
            return
        told = json.loads(done.stdout)["comparisons"][0]
        self.check_prices(told)
        self.check_whole(told)
        self.check_counts()
        self.check_same()
        self.tally["comparisons"] += 1


def one_school(task):
    program, seed = task
    shared = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        school = School(program, seed, pathlib.Path(folder))
        school.check()
        return seed, school.faults, school.tally


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=28)
    parser.add_argument("--first", type=int, default=0, help="0 is Maple Street")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    failed, tally = 0, collections.Counter()
    with multiprocessing.Pool(options.jobs) as pool:
        for seed, faults, counts in pool.imap(one_school, [(program, options.first + i) for i in range(options.seeds)]):
            failed += len(faults)
            tally += counts
            for fault in faults:
                print(f"seed {seed}: {fault}", flush=True)
    print("  " + ", ".join(f"{what} {times}" for what, times in sorted(tally.items())))
    print(f"compare: {tally['prices']} prices of {tally['comparisons']} comparisons; {failed} disagreements")
    return 1 if failed or not tally["prices"] else 0


if __name__ == "__main__":
    sys.exit(main())
