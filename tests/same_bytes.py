#!/usr/bin/env python3
"""The same bytes whatever should not matter: same_bytes.py PROGRAM [--seeds N]

Maple Street and N (default 1) of each kind of made-up schools are solved over and over: with 1, 2, 4 and 8 threads, with every sheet's
and survey's rows in another order, with the surveys named in another order, under other locales and time zones, from another folder. All
files of the result but run.json must keep their bytes, and where the rows stand as they were so must every word on the terminal. The
made-up plans have a closing date that a time zone could move across answers. Rows that have no identity are named by their place,
and surveys without time stamps count in the order of the command, so the surveys here have both. Both methods: where the text-book
program proves its optimum within a minute, its value must be that of the bundles, and where it takes seconds only, all of the above is
asked of it too. `cadre check` must say the same of them and list the same people."""
import argparse
import csv
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
UNFLOORED = "coverage,mix,pins,pairs,slots,positions,musts,previous"
KINDS = {
    "one school": ["--staff", "45"],
    "parts": ["--schools", "12", "--staff", "35"],  # solved apart, side by side
    "linked schools": ["--schools", "3", "--linked", "20", "--staff", "30"],
    "all rules": ["--rules", "all", "--staff", "35"],  # the floor and last year too
    "all rules but the floor": ["--rules", UNFLOORED, "--staff", "40", "--scarce", "100"],
    "parts with all rules": ["--schools", "5", "--staff", "25", "--rules", UNFLOORED],
    "linked schools with all rules": ["--schools", "3", "--linked", "20", "--staff", "24", "--rules", "all"],
}
THREADS = ("1", "2", "4", "8")
LOCALES = ("fr_FR.UTF-8", "tr_TR.UTF-8", "C")  # a decimal comma; a dotless i; no UTF-8
ZONES = ("Asia/Tokyo", "America/Los_Angeles")
CLOSES = "2026-09-07"
COMPACT_LIMIT_S = 60
COMPACT_QUICK_S = 1


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def note(self, what, fault):
        if fault:
            self.failed += 1
            print(f"{what}: {fault}", flush=True)
        else:
            self.passed += 1


class Solver:
    """The program with one method."""

    def __init__(self, program, method):
        self.command = [program, "solve", "--method", method]

    def run(self, school, out, arguments=(), surveys=None, cwd=None, env=None):
        """Solve into `out`, a path relative to `cwd` where given; (exit code, standard output, standard error)."""
        surveys = surveys or sorted(str(path) for path in school.glob("*.csv"))
        command = [*self.command, "--survey", *surveys, "--plan", str(school / "plan"), "--out", str(out), *arguments]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", cwd=cwd,
                              env={**os.environ, **(env or {})})
        return done.returncode, done.stdout.replace(str(out), "OUT"), done.stderr


# The report names the files that were read with their sizes and checksums, and those of a file whose rows are in another order are
# others, as they should be. Where files were changed these alone are passed over, wherever they stand: in that table.
INPUT_SIZE = re.compile(rb'(<td class="number" data-value=")\d+(">)[\d,]+(</td>\s*<td><code>)[0-9a-f]{64}(</code>)')


def files_of(folder, masked=False):
    """Every file of a result, those of its report's folder too."""
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "run.json"}
    if masked:
        for name in [name for name in files if name.endswith(".html")]:
            files[name] = INPUT_SIZE.sub(rb"\1\2\3\4", files[name])
    return files


def difference(before, after):
    """What differs between two results, in a line; None where nothing does."""
    if before.keys() != after.keys():
        return f"the files are {sorted(after)}; expected {sorted(before)}"
    for name in sorted(before):
        if before[name] != after[name]:
            lines = zip(before[name].split(b"\n"), after[name].split(b"\n"))
            number, (old, new) = next(((n, pair) for n, pair in enumerate(lines, 1) if pair[0] != pair[1]), (0, (b"", b"")))
            return f"{name}:{number} is {new.decode()[:200]!r}; expected {old.decode()[:200]!r}"
    return None


def records(text):
    """The lines of a CSV text, those of one row joined."""
    rows, open_quote = [], False
    for line in text.splitlines(keepends=True):
        if open_quote:
            rows[-1] += line
        else:
            rows.append(line)
        open_quote ^= line.count('"') % 2 == 1
    return rows


def shuffle_rows(path, draw):
    """Put the rows below the header into another order, each as it was written."""
    text = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    rows = records(text if text.endswith("\n") else text + end)
    body = rows[1:]
    draw.shuffle(body)
    fresh = rows[0] + "".join(body)
    as_cells = [list(csv.reader([row])) for row in rows]
    if sorted(as_cells) != sorted(list(csv.reader([row])) for row in records(fresh)):
        raise SystemExit(f"{path}: the rows were damaged by the test itself")
    path.write_bytes(fresh.encode("utf-8"))


def shuffled(school, folder, seed):
    draw = random.Random(seed)
    copy = folder / f"shuffled-{seed}"
    shutil.copytree(school, copy)
    for path in sorted([*copy.glob("*.csv"), *copy.glob("plan/*.csv")]):
        path.chmod(0o600)
        shuffle_rows(path, draw)
    return copy


def variants(solver, school, folder):
    """(name, whether the files that are read and the words are the same too, a function that solves into the folder it is given)."""
    surveys = sorted(str(path) for path in school.glob("*.csv"))
    for threads in THREADS:
        yield f"{threads} threads", True, lambda out, n=threads: solver.run(school, out, ["--threads", n])
    for seed in (1, 2):
        copy = shuffled(school, folder, seed)
        yield f"rows in another order ({seed})", False, lambda out, at=copy: solver.run(at, out)
    yield "surveys in the other order", False, lambda out: solver.run(school, out, surveys=surveys[::-1])
    yield "shuffled, other order, 4 threads", False, lambda out, at=copy: solver.run(
        at, out, ["--threads", "4"], surveys=sorted((str(path) for path in at.glob("*.csv")), reverse=True))
    for name in LOCALES:
        yield name, True, lambda out, to=name: solver.run(school, out, env={"LC_ALL": to, "LANG": to})
    for zone in ZONES:
        yield zone, True, lambda out, to=zone: solver.run(school, out, env={"TZ": to})
    here = pathlib.Path(school.name)
    yield "another folder", False, lambda out: solver.run(
        here, pathlib.Path("..") / out.relative_to(school.parent.parent),
        surveys=[str(here / pathlib.Path(path).name) for path in surveys], cwd=school.parent)


def same_result(run, out, files, words, masked):
    """`words`: what was said on the terminal, or None where that may differ."""
    code, *said = run(out)
    if code:
        return f"exit {code}: {said[1].strip()}"
    fault = difference(files, files_of(out, masked))
    shutil.rmtree(out)
    if not fault and words is not None and said != words:
        fault = f"the terminal says {said}; expected {words}"
    return fault


class Checker:
    """`cadre check`, its overview and its list of who has not answered."""

    def __init__(self, program):
        self.program = program

    def run(self, school, out, arguments=(), surveys=None, cwd=None, env=None):
        """(overview and list, or None; standard error), `out` as with Solver."""
        surveys = surveys or sorted(str(path) for path in school.glob("*.csv"))
        command = [self.program, "check", "--quiet", "--survey", *surveys, "--plan", str(school / "plan"), "--missing", str(out)]
        done = subprocess.run([*command, *arguments], stdin=subprocess.DEVNULL, capture_output=True, cwd=cwd,
                              env={**os.environ, **(env or {})})
        if done.returncode:
            return None, done.stderr.decode()
        return (done.stdout.replace(str(out).encode(), b"OUT"), (cwd or pathlib.Path(".")).joinpath(out).read_bytes()), ""


def try_check(program, what, school, folder, tally):
    """The overview too has the same bytes; of the surveys' order its columns tell."""
    checker = Checker(program)
    folder.mkdir()
    first, fault = checker.run(school, folder / "missing.csv")
    tally.note(f"{what}: checked", None if first else fault)
    copies = [shuffled(school, folder, seed) for seed in (1, 2)] if first else []
    tries = [(f"rows in another order ({number})", {"school": copy}) for number, copy in enumerate(copies, 1)]
    tries += [(name, {"env": {"LC_ALL": name, "LANG": name}}) for name in LOCALES]
    tries += [(zone, {"env": {"TZ": zone}}) for zone in ZONES] + [("4 threads", {"env": {"OMP_NUM_THREADS": "4"}})]
    for name, changed in tries if first else []:
        again, fault = checker.run(**{"school": school, "out": folder / "again.csv", **changed})
        differs = None if again == first else fault or "the overview or the list differs"
        tally.note(f"{what}, check: {name}", differs)


def try_sweep(program, what, school, folder, tally):
    """All files of a sweep, but for those that name how long it took."""
    folder.mkdir()
    copy = shuffled(school, folder, 3)

    def run(name, at, threads, weights, env=None):
        out = folder / name
        surveys = sorted(str(path) for path in at.glob("*.csv"))
        done = subprocess.run([program, "sweep", "--quiet", "--survey", *surveys, "--plan", str(at / "plan"), "--threads", threads,
                               "--vary", f"weight_interest={weights}", "--vary", "max_leads=1,2", "--out", str(out)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, env={**os.environ, **(env or {})})
        return (files_of(out, masked=True), "") if done.returncode == 0 else (None, f"exit {done.returncode}: {done.stderr.strip()}")

    first, fault = run("first", school, "1", "20,60")
    tally.note(f"{what}: swept", fault or None)
    for name, *tried in [("4 threads, values in another order", school, "4", "60,20"), ("rows in another order", copy, "2", "20,60"),
                         (LOCALES[0], school, "3", "20,60", {"LC_ALL": LOCALES[0]})] if first else []:
        again, fault = run("again", *tried)
        differs = [] if not again else sorted(path for path in first.keys() | again.keys() if first.get(path) != again.get(path))
        tally.note(f"{what}, sweep: {name}", fault or (f"{differs} differ" if differs else None))
        shutil.rmtree(folder / "again", ignore_errors=True)


def try_variants(solver, what, school, folder, first, words, tally):
    folder.mkdir()
    files, masked = files_of(first), files_of(first, masked=True)
    for variant, is_same, run in variants(solver, school, folder):
        expected = files if is_same else masked
        tally.note(f"{what}: {variant}", same_result(run, folder / "result", expected, words if is_same else None, not is_same))


def try_bundles(program, name, school, folder, tally):
    """The objective, or None."""
    solver, first = Solver(program, "bundles"), folder / "bundles"
    code, *words = solver.run(school, first)
    tally.note(f"{name}: solved", f"exit {code}: {words[1].strip()}" if code else None)
    if code:
        return None
    try_variants(solver, name, school, folder / "work-bundles", first, words, tally)
    return json.loads((first / "result.json").read_text())["objective"]


def try_compact(program, name, school, folder, objective, tally):
    solver, first = Solver(program, "compact"), folder / "compact"
    started = time.monotonic()
    code, *words = solver.run(school, first, ["--time-limit", str(COMPACT_LIMIT_S)])
    spent = time.monotonic() - started
    if code not in (0, 3):
        tally.note(f"{name}: compact", f"exit {code}: {words[1].strip()}")
        return
    answer = json.loads((first / "result.json").read_text())
    if not answer["proved"]:
        print(f"  {name}: the text-book program proved nothing in {COMPACT_LIMIT_S} s: skipped", flush=True)
        return
    tally.note(f"{name}: compact", None if answer["objective"] == objective else f"{answer['objective']}; the bundles say {objective}")
    if spent <= COMPACT_QUICK_S:
        try_variants(solver, f"{name}, compact", school, folder / "work-compact", first, words, tally)
    else:
        print(f"  {name}: the text-book program took {spent:.0f} s: its value only", flush=True)


def set_closes(school):
    """The evening before the answers that begin at midnight: another zone would move some across."""
    settings = school / "plan/settings.csv"
    settings.chmod(0o600)
    with open(settings, "a", encoding="utf-8") as out:
        out.write(f"closes,{CLOSES}\n")


def schools(program, seeds, folder):
    """(name, folder of surveys and plan)."""
    yield "Maple Street", pathlib.Path(shutil.copytree(ROOT / "datasets/maple-street", folder / "in" / "maple-street"))
    for kind, arguments in KINDS.items():
        for seed in range(1, seeds + 1):
            out = folder / "in" / f"{kind.replace(' ', '-')}-{seed}"
            subprocess.run([program, "generate", "--seed", str(seed), *arguments, "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
            set_closes(out)
            yield f"{kind}, seed {seed}", out


def has_locale(name):
    have = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().replace("utf8", "utf-8").split()
    return name.lower() in have


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=1)
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    tally = Tally()
    for name in LOCALES:
        tally.note(f"locale {name}", None if has_locale(name) else "is not installed; scripts/install_deps --tests installs it")
    with tempfile.TemporaryDirectory(prefix="cadre-same-") as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "in").mkdir()
        for number, (name, school) in enumerate(schools(program, options.seeds, scratch)):
            folder = scratch / f"work-{number}"
            folder.mkdir()
            try_check(program, name, school, folder / "check", tally)
            objective = try_bundles(program, name, school, folder, tally)
            if objective is not None:
                try_sweep(program, name, school, folder / "sweep", tally)
                try_compact(program, name, school, folder, objective, tally)
    print(f"same bytes: {tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
