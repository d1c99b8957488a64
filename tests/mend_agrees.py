#!/usr/bin/env python3
"""Every number of moves of `cadre solve --from` is a cold solve's: mend_agrees.py PROGRAM [--schools N] [--first SEED]

Made-up schools and districts of 3 to 30 staff are solved; then somebody leaves, a group comes or goes, hours are cut, a need is raised,
somebody is pinned, a weight changes; and the result is mended. For every number of moves up to the last that mending.csv has, listed or
not, `cadre solve --from RESULT --moves K --worth 0` must find the value listed last; so must a solve without --from where the result is
laid into the plan as previous.csv (where no continuity counts), and tests/oracle by HiGHS, which counts changes against the result's
own sheet, for the recommended number and one more. The recommended one is found again by its definition, the new result verified, and
notices.csv made again from the two results. Threads and the order of rows change no byte, names no value."""
import argparse
import collections
import copy
import csv
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "tests/oracle"), str(ROOT / "tests")]
from plan import load, unescaped  # noqa: E402
from program import solve as textbook  # noqa: E402
from same_bytes import difference, files_of, shuffle_rows, shuffled  # noqa: E402
from score import Scores  # noqa: E402
from sheets import Refusal, key  # noqa: E402

RULES = "coverage,mix,pins,pairs,slots,positions,musts"
KINDS = [["--staff", "22", "--rules", RULES], ["--schools", "3", "--staff", "12", "--rules", RULES + ",previous"], ["--tiny", "--rules", "all"],
         ["--schools", "2", "--staff", "13", "--linked", "25", "--rules", RULES], ["--staff", "16", "--staff-per-group", "4", "--rules", RULES],
         ["--schools", "3", "--staff", "10", "--rules", RULES], ["--tiny", "--rules", RULES]]
IN_MEMORY = pathlib.Path("/dev/shm")  # every result is synced, which takes longer than to solve it
WORTHS = (0, 100, 100, 700, 5000)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [{name: unescaped(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def write_scenario(path, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["sheet", "key", "column", "value"], *lines])
    return path


class Changes:
    """What happens in mid-year, as scenario lines."""

    def __init__(self, plan, seats, draw):
        self.plan, self.seats, self.draw = plan, seats, draw
        self.people, self.groups = rows(plan / "people.csv"), rows(plan / "groups.csv")
        self.gone = set()

    def leaves(self):
        """Somebody who has a role, where anybody has."""
        ids = sorted({seat["person"] for seat in self.seats}) or [row["id"] for row in self.people]
        self.gone.add(person := self.draw.choice(ids))
        return [["people", person, "away", "yes"]]

    def hours_cut(self):
        return [["people", self.draw.choice(self.people)["id"], "hours", self.draw.choice(["0", "1", "2.5"])]]

    def group_goes(self):
        group = self.draw.choice(self.groups)["group"]
        self.gone.add(group)
        return [["groups", group, "-", ""]] if len(self.groups) > 1 else []

    def group_comes(self):
        site = self.draw.choice(self.groups)["site"]
        cells = {"kind": "New", "site": site, "min_size": "2", "max_size": "4", "leaders": "1", "hours": "0.5"}
        return [["groups", "New Team", "+", ""], *(["groups", "New Team", name, value] for name, value in cells.items() if value)]

    def need_raised(self):
        needs = [row for row in rows(self.plan / "needs.csv") if row.get("people")]
        if not needs:
            return []
        row = self.draw.choice(needs)
        name = "/".join([row["group"], row.get("role", ""), row["skill"], row["level"]])
        return [["needs", name, "people", str(int(row["people"]) + self.draw.choice([1, 2]))]]

    def pinned(self):
        """Somebody of the result must stay where they are, or join a group."""
        person, group = self.draw.choice(self.people)["id"], self.draw.choice(self.groups)["group"]
        if person in self.gone or group in self.gone:
            return []
        return [["pins", f"{person}/{group}/{self.draw.choice(['must', 'must', 'never'])}", "+", ""]]

    def weights(self):
        return [["settings", "weight_interest", "value", str(self.draw.choice([0, 20, 60]))]]

    def lines(self):
        kinds = [self.leaves, self.leaves, self.hours_cut, self.group_goes, self.group_comes, self.need_raised, self.pinned, self.weights]
        drawn = self.draw.sample(kinds, self.draw.choice([1, 2, 3]))
        return [line for kind in sorted(drawn, key=kinds.index) for line in kind()]


class School:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.seed, self.draw = program, folder, seed, random.Random(seed)
        kind = KINDS[seed % len(KINDS)]
        self.has_previous = "previous" in kind[-1] or kind[-1] == "all"
        self.home, self.faults, self.tally = folder / "school", [], collections.Counter()
        done = self.run("generate", "--seed", str(seed), *kind, "--out", str(self.home))
        assert done.returncode == 0, done.stderr
        self.scenarios = []
        self.plan = self.home / "plan"
        self.from_ = folder / "result"

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=300)

    def fault(self, text):
        self.faults.append(f"{self.told}: {text}")

    def surveys(self, home):
        return [str(home / "skills.csv"), str(home / "interests.csv")]

    def solve(self, out, *arguments, home=None, scenarios=(), plan=None):
        home = home or self.home
        sheets = ["--survey", *self.surveys(home), "--plan", str(plan or home / "plan")]
        laid = [word for path in [*self.scenarios, *scenarios] for word in ("--scenario", str(path))]
        return self.run("solve", *sheets, *laid, "--quiet", "--repairs", "0", "--out", str(self.folder / out), *arguments)

    def mend(self, out, *arguments, **options):
        return self.solve(out, "--steps", "1000", "--from", str(self.from_), *arguments, **options)

    def value(self, out):
        return json.loads((self.folder / out / "result.json").read_text())["objective"]

    # --- each number of moves ---

    def cold(self, moves):
        """What a solve says of so many moves, None where they are not possible."""
        done = self.mend("cold", "--worth", "0", "--steps", "0", "--moves", str(moves))
        if done.returncode == 1:
            return None
        return self.value("cold") if done.returncode == 0 else done.stderr

    def plain(self, moves):
        """The same without --from: the result is the plan's previous.csv, whose continuity weighs nothing."""
        plan = self.folder / "plain-plan"
        if not plan.exists():
            shutil.copytree(self.plan, plan)
            shutil.copy(self.from_ / "assignments.csv", plan / "previous.csv")
        limit = write_scenario(self.folder / "limit.csv", [["settings", "max_changes", "value", moves]])
        done = self.solve("plain", scenarios=[limit], plan=plan)
        if done.returncode == 1:
            return None
        return self.value("plain") if done.returncode == 0 else done.stderr

    def oracle(self, moves):
        world = load(str(self.plan), self.surveys(self.home), [str(path) for path in self.scenarios], str(ROOT / "src/read/scales.csv"))
        scores = Scores(world)
        for person in world.people:
            for role in world.roles():
                if (person.key, role.id) in scores.table:
                    scores.points(person, role)
        people, other = {key(person.key): person.key for person in world.people}, copy.copy(world)
        seats = [(people.get(key(seat["person"])), key(seat["group"]), key(seat["role"])) for seat in rows(self.from_ / "assignments.csv")]
        other.previous, other.settings = set(seats), {**world.settings, "max_changes": moves}
        try:
            return textbook(other, scores, 60, with_tie=False)["objective"]
        except Refusal as refusal:
            if "contradict" in str(refusal) or "must pin" in str(refusal):
                return None
            raise

    def check_steps(self, steps):
        listed = {int(step["moves"]): step for step in steps}
        last, value = max(listed), None
        if sorted(listed) != [int(step["moves"]) for step in steps]:
            self.fault("mending.csv is not in order")
        for moves in range(last + 1):
            if moves in listed:
                step, before = listed[moves], value
                value = int(step["total"])
                if step["bound"] != step["total"] or step["proved"] != "yes":
                    self.fault(f"{moves} moves are not proved")
                if step["gain"] != ("" if before is None else str(value - before)) or (before is not None and value <= before):
                    self.fault(f"{moves} moves gain {step['gain']!r}; {value} after {before}")
            found = [self.cold(moves)]
            if not self.has_previous:
                found.append(self.plain(moves))
            self.tally["cold solves"] += len(found)
            for cold in found:
                if cold != value:
                    self.fault(f"{moves} moves have {value}; a cold solve {found}")
        if self.cold(last + 5) != value:
            self.fault(f"five moves more than {last} have {self.cold(last + 5)}; expected {value}")

    def check_recommended(self, steps, worth):
        worths = {int(step["moves"]): int(step["total"]) - worth * int(step["moves"]) for step in steps}
        wanted = min(moves for moves, value in worths.items() if value == max(worths.values()))
        said = [int(step["moves"]) for step in steps if step["recommended"] == "yes"]
        chosen = [int(step["moves"]) for step in steps if step["chosen"] == "yes"]
        if said != [wanted] or chosen != [wanted]:
            self.fault(f"{said} is recommended and {chosen} chosen at {worth} a move; expected {wanted}")
        if self.value("new") != int(next(step for step in steps if int(step["moves"]) == wanted)["total"]):
            self.fault("the result has not the recommended step's value")
        held = {self.seat(row) for row in rows(self.from_ / "assignments.csv")}
        moves = sum(self.seat(row) not in held for row in rows(self.folder / "new/assignments.csv"))
        if moves != wanted:
            self.fault(f"the result has {moves} moves; {wanted} are recommended")
        for asked in sorted({wanted, min(worths), wanted + 1}):
            truth = self.oracle(asked)
            known = max((int(step["total"]) for step in steps if int(step["moves"]) <= asked), default=None)
            self.tally["by HiGHS"] += 1
            if truth != known:
                self.fault(f"{asked} moves have {known}; by the oracle {truth}")

    # --- who must be told ---

    def seat(self, row):
        return row["person"], row["group"], row["role"]

    def label(self, people, names, person):
        """The name, where it is one person's alone; else with what tells them apart."""
        name = people[person]["name"]
        return person if not name else name if names[name] == 1 else f"{name} ({person})"

    def notices(self):
        """(person, change, group, role, who the note names) of every notice, from the two results and the roles that lead."""
        before, now = rows(self.from_ / "assignments.csv"), rows(self.folder / "new/assignments.csv")
        people = {row["person"]: row for row in rows(self.folder / "new/people.csv")}
        groups = {row["group"] for row in rows(self.folder / "new/groups.csv")}
        names = collections.Counter(row["name"] for row in people.values())
        before = [row for row in before if row["person"] in people]
        old, new, found = {self.seat(row) for row in before}, {self.seat(row) for row in now}, []
        found += [(*seat, "ends", ()) for seat in old - new]
        found += [(*seat, "begins", ()) for seat in new - old]
        tell = lambda members: tuple(sorted(self.label(people, names, person) for person in members))
        for group in groups:
            was, is_now = ({row["person"] for row in side if row["group"] == group} for side in (before, now))
            led, leads = ({row["person"] for row in side if row["group"] == group and row["leads"] == "yes"} for side in (before, now))
            for person in leads:
                if (was ^ is_now) - {person}:
                    found.append((person, group, "", "members", (tell(is_now - was - {person}), tell(was - is_now))))
            if led != leads:
                found += [(person, group, "", "leader", tell(leads)) for person in (was & is_now) - (leads - led)]
        return sorted(found, key=repr)

    def named(self, change, note):
        """The people that a note names."""
        if change == "members":
            new, _, left = note.partition("No longer there: ")
            split = lambda text: tuple(sorted(name for name in text.strip().removeprefix("New: ").removesuffix(".").split(", ") if name))
            return split(new), split(left)
        if change == "leader":
            text = note.removesuffix(".").removesuffix(" now").removesuffix(" leads").removesuffix(" lead")
            return () if text == "Nobody" else tuple(sorted(text.split(", ")))
        return ()

    def check_notices(self):
        said = rows(self.folder / "new/notices.csv")
        found = sorted(((row["person"], row["group"], row["role"], row["change"], self.named(row["change"], row["note"])) for row in said), key=repr)
        wanted = self.notices()
        self.tally["notices"] += len(wanted)
        if found != wanted:
            self.fault(f"notices: {[n for n in found if n not in wanted]} too many, {[n for n in wanted if n not in found]} missing")
        summary = json.loads((self.folder / "new/result.json").read_text())["mending"]
        counts = {"begin": sum(n[3] == "begins" for n in wanted), "end": sum(n[3] == "ends" for n in wanted),
                  "people": len({n[0] for n in wanted if n[3] in ("begins", "ends")}), "told": len({n[0] for n in wanted})}
        for name, count in counts.items():
            if summary[name] != count:
                self.fault(f"result.json says {name} {summary[name]}; counted {count}")

    # --- what must not matter ---

    def renamed(self):
        """The school and the result, everybody's name, id and e-mail another."""
        home = self.folder / "renamed"
        shutil.copytree(self.home, home)
        shutil.copytree(self.from_, self.folder / "renamed-result")
        table, people = {}, rows(self.plan / "people.csv")
        order = list(range(len(people)))
        self.draw.shuffle(order)
        for place, row in zip(order, people):
            table |= {row["id"]: f"z{place:06}", row["email"].lower(): f"someone{place}@example.org", row["name"]: f"Zoë {place}"}
        scenario = self.folder / "renamed-scenario.csv"
        shutil.copy(self.scenarios[0], scenario)
        files = [*home.glob("*.csv"), *home.glob("plan/*.csv"), *self.folder.glob("renamed-result/assignments.csv"), scenario]
        for path in files:
            with open(path, encoding="utf-8", newline="") as file:
                cells = list(csv.reader(file))
            for row in cells:
                row[:] = ["/".join(table.get(part, table.get(part.lower(), part)) for part in cell.split("/")) for cell in row]
            path.chmod(0o600)
            with open(path, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(cells)
        return home, self.folder / "renamed-result", scenario

    def check_same(self, steps, worth):
        files = files_of(self.folder / "new")
        for threads in ("1", "4"):
            self.mend("again", "--worth", str(worth), "--threads", threads)
            fault = difference(files, files_of(self.folder / "again"))
            if fault:
                self.fault(f"{threads} threads: {fault}")
        home, kept = shuffled(self.home, self.folder, self.seed), (self.from_ / "assignments.csv").read_bytes()
        shuffle_rows(self.from_ / "assignments.csv", self.draw)
        self.mend("again", "--worth", str(worth), home=home)
        (self.from_ / "assignments.csv").write_bytes(kept)
        fault = difference(files_of(self.folder / "new", masked=True), files_of(self.folder / "again", masked=True))
        if fault:
            self.fault(f"rows in another order: {fault}")
        home, result, scenario = self.renamed()
        kept, self.scenarios = self.scenarios, [scenario]
        done = self.solve("again", "--steps", "1000", "--from", str(result), "--worth", str(worth), home=home)
        self.scenarios = kept
        if done.returncode != 0:
            return self.fault(f"renamed: {done.stderr}")
        values = lambda side: [(step["moves"], step["total"], step["recommended"]) for step in side]
        if values(rows(self.folder / "again/mending.csv")) != values(steps):
            self.fault(f"renamed: {values(rows(self.folder / 'again/mending.csv'))}; expected {values(steps)}")
        return None

    def check_limited(self, steps, worth):
        """With hardly any time everything said still holds, and what is not proved says so."""
        done = self.mend("limited", "--worth", str(worth), "--time-limit", "0.01")
        if done.returncode not in (0, 3, 4):
            return self.fault(f"a time limit ends it with {done.returncode}: {done.stderr}")
        if done.returncode == 4:
            self.tally["without any in time"] += 1
            return None
        limited = rows(self.folder / "limited/mending.csv")
        for step in limited:
            truth = max((int(known["total"]) for known in steps if int(known["moves"]) <= int(step["moves"])), default=None)
            if truth is None or not int(step["total"]) <= truth <= int(step["bound"]):
                self.fault(f"in little time {step['moves']} moves have {step['total']} to {step['bound']}; the best has {truth}")
            if (step["proved"] == "yes") != (step["total"] == step["bound"]):
                self.fault(f"in little time {step['moves']} moves are called proved: {step['proved']}")
        worths = [int(step["total"]) - worth * int(step["moves"]) for step in limited]
        if limited[worths.index(max(worths))]["recommended"] != "yes":
            self.fault(f"in little time the recommended is not the best of what is said: {worths}")
        return None

    def check(self):
        self.told = f"seed {self.seed}"
        always = [["settings", "fairness", "value", "total"]]
        always += [["settings", "max_changes", "value", ""]] if self.has_previous else [["settings", "weight_continuity", "value", "0"]]
        self.scenarios = [write_scenario(self.folder / "always.csv", always)]
        if self.solve("result").returncode != 0:
            self.tally["refused"] += 1
            return
        lines = Changes(self.plan, rows(self.from_ / "assignments.csv"), self.draw).lines()
        lines += always
        worth = self.draw.choice(WORTHS)
        self.told = f"seed {self.seed}, {worth} a move, {json.dumps(lines)}"
        self.scenarios = [write_scenario(self.folder / "scenario.csv", lines)]
        done = self.mend("new", "--worth", str(worth), "--threads", "2")
        if done.returncode == 1:
            self.tally["refused"] += 1
            if self.solve("plain-refused").returncode != 1:
                self.fault(f"is refused: {done.stderr}; without --from it is not")
            return
        if done.returncode != 0:
            return self.fault(f"ended with {done.returncode}: {done.stderr}")
        steps = rows(self.folder / "new/mending.csv")
        self.tally["mended"] += 1
        self.tally["steps"] += len(steps)
        self.check_steps(steps)
        self.check_recommended(steps, worth)
        self.check_notices()
        laid = [word for path in [*self.scenarios, self.folder / "new/scenario.csv"] for word in ("--scenario", str(path))]
        done = self.run("verify", "--survey", *self.surveys(self.home), "--plan", str(self.plan), *laid, "--from", str(self.from_), "--quiet",
                        str(self.folder / "new"))
        if done.returncode != 0:
            self.fault(f"is not verified: {done.stderr}")
        self.check_same(steps, worth)
        self.check_limited(steps, worth)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--schools", type=int, default=10)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    program, faults, tally = str(pathlib.Path(options.program).resolve()), 0, collections.Counter()
    for seed in range(options.first, options.first + options.schools):
        with tempfile.TemporaryDirectory(prefix="mend-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
            school = School(program, pathlib.Path(name), seed)
            school.check()
            tally += school.tally
            for fault in school.faults:
                faults += 1
                print(fault, flush=True)
    print(f"mend: {', '.join(f'{count} {what}' for what, count in tally.items())}; {faults} faults")
    sys.exit(1 if faults or not tally["mended"] else 0)


if __name__ == "__main__":
    main()
