#!/usr/bin/env python3
"""The same bytes whatever should not matter: same_bytes.py PROGRAM [--seeds N]

Maple Street and N (default 1) of each of three kinds of made-up schools are solved over and over: with 1, 2 and 4 threads, with every
sheet's and survey's rows in another order, with the surveys named in another order, under another locale and time zone, from another
folder. All files of the result but run.json must keep their bytes. Rows that have no identity are named by their place, and surveys
without time stamps count in the order of the command, so the surveys here have both. Where the text-book program proves its optimum
within a minute, its value must be that of the bundles."""
import argparse
import csv
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KINDS = {
    "one school": ["--staff", "45"],
    "three schools": ["--schools", "3", "--linked", "20", "--staff", "30"],
    "all rules": ["--rules", "all", "--staff", "35"],  # the floor too
}
LOCALE = "fr_FR.UTF-8"
COMPACT_LIMIT_S = 60


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def note(self, what, fault):
        if fault:
            self.failed += 1
            print(f"{what}: {fault}", flush=True)
        else:
            self.passed += 1


def solve(program, school, out, arguments=(), surveys=None, cwd=None, env=None):
    """Solve into `out`, a path relative to `cwd` where given; (exit code, standard error)."""
    surveys = surveys or sorted(str(path) for path in school.glob("*.csv"))
    command = [program, "solve", "--survey", *surveys, "--plan", str(school / "plan"), "--out", str(out), "--quiet", *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=cwd, env={**os.environ, **(env or {})})
    return done.returncode, done.stderr


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "run.json"}


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


def variants(program, school, folder):
    """(name, a function that solves into the folder it is given)."""
    surveys = sorted(str(path) for path in school.glob("*.csv"))
    for threads in ("1", "2", "4"):
        yield f"{threads} threads", lambda out, n=threads: solve(program, school, out, ["--threads", n])
    for seed in (1, 2):
        copy = shuffled(school, folder, seed)
        yield f"rows in another order ({seed})", lambda out, at=copy: solve(program, at, out)
    yield "surveys in the other order", lambda out: solve(program, school, out, surveys=surveys[::-1])
    yield "shuffled, other order, 4 threads", lambda out, at=copy: solve(
        program, at, out, ["--threads", "4"], surveys=sorted((str(path) for path in at.glob("*.csv")), reverse=True))
    yield LOCALE, lambda out: solve(program, school, out, env={"LC_ALL": LOCALE, "LANG": LOCALE})
    yield "Asia/Tokyo", lambda out: solve(program, school, out, env={"TZ": "Asia/Tokyo"})
    here = pathlib.Path(school.name)
    yield "another folder", lambda out: solve(program, here, pathlib.Path("..") / out.relative_to(school.parent.parent),
                                              surveys=[str(here / pathlib.Path(path).name) for path in surveys], cwd=school.parent)


def same_result(run, out, expected):
    code, said = run(out)
    if code:
        return f"exit {code}: {said.strip()}"
    fault = difference(expected, files_of(out))
    shutil.rmtree(out)
    return fault


def same_optimum(program, school, out, objective):
    """Both methods; None also where the text-book program did not prove its value in time."""
    code, said = solve(program, school, out, ["--method", "compact", "--time-limit", str(COMPACT_LIMIT_S)])
    if code not in (0, 3):
        return f"exit {code}: {said.strip()}"
    answer = json.loads((out / "result.json").read_text())
    if not answer["proved"]:
        print(f"  {school.name}: the text-book program proved nothing in {COMPACT_LIMIT_S} s: skipped", flush=True)
        return None
    return None if answer["objective"] == objective else f"{answer['objective']}; the bundles say {objective}"


def try_school(program, name, school, folder, tally):
    first = folder / "first"
    code, said = solve(program, school, first)
    tally.note(f"{name}: solved", f"exit {code}: {said.strip()}" if code else None)
    if code:
        return
    expected = files_of(first)
    for variant, run in variants(program, school, folder):
        tally.note(f"{name}: {variant}", same_result(run, folder / "result", expected))
    objective = json.loads(expected["result.json"])["objective"]
    tally.note(f"{name}: compact", same_optimum(program, school, folder / "compact", objective))


def schools(program, seeds, folder):
    """(name, folder of surveys and plan)."""
    yield "Maple Street", pathlib.Path(shutil.copytree(ROOT / "datasets/maple-street", folder / "in" / "maple-street"))
    for kind, arguments in KINDS.items():
        for seed in range(1, seeds + 1):
            out = folder / "in" / f"{kind.replace(' ', '-')}-{seed}"
            subprocess.run([program, "generate", "--seed", str(seed), *arguments, "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
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
    if not has_locale(LOCALE):
        print(f"  {LOCALE} is not installed here: its runs say nothing", flush=True)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="cadre-same-") as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "in").mkdir()
        for number, (name, school) in enumerate(schools(program, options.seeds, scratch)):
            folder = scratch / f"work-{number}"
            folder.mkdir()
            try_school(program, name, school, folder, tally)
    print(f"same bytes: {tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


sys.exit(main())
