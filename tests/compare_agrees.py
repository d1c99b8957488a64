#!/usr/bin/env python3
"""Every price of `cadre compare` is the difference of two independent solves: compare_agrees.py PROGRAM [--seeds N] [--first SEED]

Two scenarios of Maple Street and made-up schools of 12 to 20 staff with rules of every shape: each has a first plan and another, edited at
random (settings, cells, rows added and dropped, people gone and come, answers, last year's result as previous.csv, a year that calls people
by e-mails instead of ids or by e-mails of another domain, or a scenario laid over the first), and both are solved.
Every difference that compare tells with a price is laid alone over the first's inputs with `cadre solve`, as a file of the lines that
compare gives, or in the place of the first's sheet or surveys, and solved anew: the optimum less the first's must be the price, or between
its bounds; what cannot stand alone must be refused. A sample of each kind is solved by the independent oracle (HiGHS) too. All lines
together, laid over the first plan, must make the other's total, so that nothing is missing. Totals, people, groups and shortages are
counted again from the results' own files, with people matched by name by a reading of the rule of its own. Rows in another order are no
difference; threads, the locale and the folder in which it runs change no byte; other names for the people change no value, and no
assignment unless two sets of them are worth the same."""
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
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAPLE_STREET = ROOT / "datasets/maple-street"
ORACLE = ROOT / "tests/oracle/oracle.py"
READING = ("columns", "scales", "options")  # the sheets that go with the surveys
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


def name_key(text):
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())


def kind_of(key, name):
    return "email" if "@" in key else "name" if name_key(key) == name_key(name) else "id"


def people_matched(first, other):
    """{key after: key before} of those whom two results' people.csv call otherwise, by the rule of the man page."""
    sides = [{row["person"]: row["name"] for row in rows} for rows in (first, other)]
    bearers = [collections.defaultdict(list) for _ in sides]
    for bearer, side in zip(bearers, sides):
        for key, name in side.items():
            if name.strip():
                bearer[name_key(name)].append(key)
    out = {}
    for name, keys in bearers[0].items():
        peers = bearers[1][name] if name in bearers[1] else []
        if len(keys) != 1 or len(peers) != 1 or keys[0] in sides[1] or peers[0] in sides[0]:
            continue
        kinds = kind_of(keys[0], sides[0][keys[0]]), kind_of(peers[0], sides[1][peers[0]])
        if kinds == ("id", "id") or (kinds == ("email", "email") and keys[0].rsplit("@", 1)[0] != peers[0].rsplit("@", 1)[0]):
            continue
        out[peers[0]] = keys[0]
    return out


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

    def call(self, calls, sheets=("people", "pins", "pairs", "previous")):
        """Every cell that is a key of `calls` is what that says."""
        for name in sheets:
            header, rows = self.sheet(name)
            if header:
                self.put(name, header, [{key: calls(text) if text else text for key, text in row.items()} for row in rows])

    def emails_only(self):
        """A year whose roster has no ids: pins, pairs and what was before name people by e-mail."""
        header, rows = self.sheet("people")
        if not rows or "id" not in header:
            return False
        emails = {row["id"].casefold(): row["email"] for row in rows if row["id"] and row["email"]}
        self.call(lambda text: emails.get(text.casefold(), text), ("pins", "pairs", "previous"))
        self.put("people", header[1:] if header[0] == "id" else [name for name in header if name != "id"],
                 [{key: text for key, text in row.items() if key != "id"} for row in rows])
        return True

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
            rules = "all" if seed % 5 == 0 else RULES.replace(",previous", "") if seed % 3 == 0 else RULES
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

    def other_domain(self, other):
        """All addresses move to another domain."""
        def moved(text):
            return text.replace("@example.org", "@school.example.org") if text.endswith("@example.org") else text

        other.call(moved)
        folder = self.folder / "moved-surveys"
        folder.mkdir()
        for i, path in enumerate(self.other_surveys):
            with open(path, newline="", encoding="utf-8-sig") as file:
                rows = [[moved(text) for text in row] for row in csv.reader(file)]
            self.other_surveys[i] = folder / path.name
            with open(folder / path.name, "w", newline="", encoding="utf-8") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)

    def edit_year(self, other):
        """What a year brings: last year's result as the sheet of what was before, people called otherwise."""
        if self.draw.random() < 0.3:
            shutil.copy(self.folder / "exact/assignments.csv", self.other_plan / "previous.csv")
            self.tally["years with the last one's result"] += 1
            if self.draw.random() < 0.5:
                header, rows = other.sheet("settings")
                other.put("settings", header or ["setting", "value"],
                          [row for row in rows if row["setting"] != "max_changes"] + [{"setting": "max_changes", "value": "4"}])
        kind = self.draw.random()
        if kind < 0.2 and other.emails_only():
            self.tally["years without ids"] += 1
        elif 0.2 < kind < 0.4:
            self.other_domain(other)
            self.tally["years of another domain"] += 1

    def make(self):
        """The two results; False where one of the plans is none."""
        self.before = []
        if self.draw.random() < 0.3:
            self.before = [self.scenario("before.csv", [["settings", "weight_growth", "value", "25"]])]
        shutil.copytree(self.plan, self.other_plan)
        self.first = self.solve(self.plan, self.surveys, "exact", self.before)
        if not self.first:
            return False
        other = Plan(self.other_plan, self.draw)
        for _ in range(self.draw.randrange(1, 7)):
            other.edit()
        if self.draw.random() < 0.35:
            self.edit_answers()
        self.edit_year(other)
        if self.draw.random() < 0.5:
            other.shuffle()
        self.loose = self.draw.random() < 0.25  # the first result is good, but not proved the best: prices are bounds
        self.solve(self.plan, self.surveys, "first", self.before, "20000" if self.loose else "1")
        self.other = self.solve(self.other_plan, self.other_surveys, "other", self.before)
        return bool(self.other)

    # --- what compare says ---

    def oracle(self, plan, surveys, scenarios):
        words = ["/usr/bin/python3", str(ORACLE), "solve", "--no-tie", "--plan", str(plan), "--survey", *map(str, surveys)]
        for scenario in scenarios:
            words += ["--scenario", str(self.folder / scenario)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=300, cwd=self.folder)
        found = json.loads(done.stdout) if done.returncode == 0 else {}
        return found["objective"] if found.get("exact") else None

    def inputs_alone(self, at):
        """The plan, surveys and scenarios that have this difference alone."""
        is_sheet = at["sheet"] != "answers" and not at["key"]  # all of it
        if at.get("with"):
            plan = self.folder / "with-plan"
            shutil.rmtree(plan, ignore_errors=True)
            shutil.copytree(self.plan, plan)
            shutil.copy(self.other_plan / f"{at['with']}.csv", plan)
            self.tally["limits with what was before"] += 1
            return plan, self.surveys, self.before + [self.scenario("one.csv", at["lines"])]
        if at["sheet"] != "answers" and not is_sheet:
            return self.plan, self.surveys, self.before + [self.scenario("one.csv", at["lines"])]
        plan = self.folder / "alone-plan"
        shutil.rmtree(plan, ignore_errors=True)
        shutil.copytree(self.plan, plan)
        for sheet in [at["sheet"]] if is_sheet else READING:
            source = self.other_plan / f"{sheet}.csv"
            (plan / f"{sheet}.csv").unlink(missing_ok=True)
            if source.exists():
                shutil.copy(source, plan)
        if is_sheet:
            self.check_lines(at, plan)
        return plan, self.surveys if is_sheet else self.other_surveys, self.before

    def check_lines(self, at, plan):
        """A sheet's lines, where it has some, make it."""
        if at.get("lines"):
            a = self.solve(plan, self.surveys, "swapped", self.before)
            b = self.solve(self.plan, self.surveys, "laid", self.before + [self.scenario("one.csv", at["lines"])])
            if (a and a["objective"]) != (b and b["objective"]):
                self.fault(f"the lines of {at['sheet']} make another sheet")
            self.tally["sheets by lines"] += 1

    def check_prices(self, told):
        asked = collections.Counter()
        for at in told["differences"]:
            if at["priced"] in ("none", "left out", "with answers"):
                self.tally["differences without a price"] += 1
                continue
            plan, surveys, scenarios = self.inputs_alone(at)
            alone = self.solve(plan, surveys, "alone", scenarios)
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
                self.tally["prices of many rows together"] += at["column"] == "all"
                self.tally[f"prices of {at['sheet']}"] += 1
                price = alone["objective"] - self.first["objective"]
                exact = at["price"] == at["bound"]
                self.tally["bounds"] += not exact
                if not at["price"] <= price <= at["bound"] or not (exact or self.loose):
                    self.fault(f"{where} is priced {at['price']} to {at['bound']}; two solves differ by {price}")
                kind = at["sheet"], at["column"] if at["column"] in ("+", "-", "all") else ""
                asked[kind] += 1
                if asked[kind] == 1:
                    self.check_oracle(where, plan, surveys, scenarios, alone)

    def check_oracle(self, where, plan, surveys, scenarios, alone):
        if not hasattr(self, "first_by_oracle"):
            self.first_by_oracle = self.oracle(self.plan, self.surveys, self.before)
        found = self.oracle(plan, surveys, scenarios)
        if found is None or self.first_by_oracle is None:
            self.tally["not proved by the oracle"] += 1
        elif found - self.first_by_oracle != alone["objective"] - self.first["objective"]:
            self.fault(f"{where}: the oracle's solves differ by {found - self.first_by_oracle}")
        else:
            self.tally["prices by the oracle"] += 1

    def check_whole(self, told):
        """All lines together make the other plan."""
        lines, rows = [], {}
        for at in told["differences"]:
            if (at["priced"] == "none" and at["sheet"] != "answers") or (at["sheet"] == "previous" and not at.get("lines")):
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
        calls = people_matched(a["people"], b["people"])
        self.tally["people matched by name"] += len(calls)
        for name in ("assignments", "people"):
            for row in b[name]:
                row["person"] = calls.get(row["person"], row["person"])
        if {row["person_after"]: row["person"] for row in told["people"] if row["person_after"]} != calls:
            self.fault("people.csv matches others by name")
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

    def check_elsewhere(self, told):
        """The inputs are found where the results lie."""
        done = subprocess.run([self.program, "compare", "--quiet", "--json", str(self.folder / "first"), str(self.folder / "other")],
                              capture_output=True, text=True, timeout=300, cwd="/")
        there = json.loads(done.stdout)["comparisons"][0]
        for at in told, there:
            del at["first"], at["result"]
            for difference in at["differences"]:
                difference.pop("why", None)  # may name a file
        if told != there:
            self.fault("another folder changes what compare says")

    # --- other names ---

    def called(self, text):
        """Another name, e-mail or id for that of a person; other text is as it is."""
        key = text.strip().casefold()
        if "@" in key:
            local, domain = key.rsplit("@", 1)
            return f"{self.call_of('email', local)}@{domain}"
        if key in self.person_names:
            return "N " + self.call_of("name", name_key(key))
        return "Z" + self.call_of("id", key) if key in self.person_ids else text

    def call_of(self, kind, key):
        return self.calls.setdefault((kind, key), f"{self.draw.randrange(10 ** 8):08d}{len(self.calls)}")

    def learn_people(self):
        self.calls, self.person_names, self.person_ids = {}, set(), set()
        for plan in self.plan, self.other_plan:
            for row in Plan(plan, self.draw).sheet("people")[1]:
                self.person_names.add((row.get("name") or "").strip().casefold())
                self.person_ids.add((row.get("id") or "").strip().casefold())
        for path in {*self.surveys, *self.other_surveys}:
            for row in rows_of(path):
                self.person_names.add((row.get("Your name") or "").strip().casefold())
        self.person_names.discard("")
        self.person_ids.discard("")

    def rename_all(self):
        """Both years again, with everybody called otherwise."""
        out = self.folder / "renamed"
        out.mkdir()
        results = []
        for name, plan, surveys in (("first", self.plan, self.surveys), ("other", self.other_plan, self.other_surveys)):
            shutil.copytree(plan, out / name)
            Plan(out / name, self.draw).call(self.called)
            copies = []
            for i, path in enumerate(surveys):
                with open(path, newline="", encoding="utf-8-sig") as file:
                    header, *rows = list(csv.reader(file))
                keys = [k for k, text in enumerate(header) if text in ("Email Address", "Your name")]
                for row in rows:
                    for k in keys:
                        row[k] = self.called(row[k]) if row[k].strip() else row[k]
                (out / f"{name}-{i}").mkdir()
                copies.append(out / f"{name}-{i}" / path.name)
                with open(copies[-1], "w", newline="", encoding="utf-8") as file:
                    csv.writer(file, lineterminator="\n").writerows([header, *rows])
            results.append(self.solve(out / name, copies, f"renamed-{name}", self.before))
        return results

    def check_renamed(self, told):
        if self.loose or told["left_out"]:
            return
        self.learn_people()
        first, other = self.rename_all()
        if not first or not other:
            self.fault(f"other names leave {first}, {other}")
            return
        for a, b in ((self.first, first), (self.other, other)):
            if any(a[name] != b[name] for name in ("objective", "bound", "parts", "changes") if name in a):
                self.fault(f"other names change {a['objective']} into {b['objective']}")
        done = self.run("compare", "--quiet", "--json", "renamed-first", "renamed-other")
        renamed = json.loads(done.stdout)["comparisons"][0]

        def values(at):
            return sorted((d["sheet"], d["column"], d["priced"], d.get("price", ""), d.get("bound", "")) for d in at["differences"])

        if values(told) != values(renamed):
            self.fault(f"other names change prices: {[v for v in values(told) if v not in values(renamed)]}")
        self.tally["renamed"] += 1
        seats = [{(called(row["person"]), row["group"], row["role"]): row["points"]
                  for row in rows_of(self.folder / name / "assignments.csv")}
                 for name, called in (("first", self.called_result), ("renamed-first", str.casefold))]
        if any(seats[0][seat] != seats[1][seat] for seat in seats[0].keys() & seats[1].keys()):
            self.fault("other names change points")
        # where the assignments differ two sets of them have one value: the optimum is not unique
        self.tally["renamed and nothing else is otherwise"] += seats[0] == seats[1]

    def called_result(self, key):
        return self.called(unguarded(key)).casefold()

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
        self.check_renamed(told)
        self.check_elsewhere(told)
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
    parser.add_argument("--seeds", type=int, default=36)
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
