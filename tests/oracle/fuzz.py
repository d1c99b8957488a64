#!/usr/bin/python3
"""Random messy cases, read and solved by Cadre and by the oracle; every difference is a failure.

fuzz.py PROGRAM [--seeds FIRST LAST] [--method bundles|compact] [--keep]
fuzz.py PROGRAM --case FOLDER      compare once more in a kept folder, after shrinking its files by hand

PROGRAM is the `cadre` to test. A kept folder holds the surveys, `plan/`, `command.txt` and Cadre's `result/` and `log.txt`.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from types import SimpleNamespace

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from messy_plan import make  # noqa: E402
from judge import Judge  # noqa: E402
from page_figures import Checker  # noqa: E402
from page_inputs import check_inputs, read_surveys  # noqa: E402
from page_tree import tree_of  # noqa: E402
from plan import load, read_plan_tables  # noqa: E402
from program import solve  # noqa: E402
from score import Scores  # noqa: E402
from sheets import Refusal  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCALES = os.path.join(ROOT, "src", "read", "scales.csv")
TIME_LIMIT_S = 60


def run_cadre(program: list, folder: str, surveys: list, scenarios: list) -> tuple[int, str]:
    """Exit code and what was said; the result is in FOLDER/result."""
    result = os.path.join(folder, "result")
    shutil.rmtree(result, ignore_errors=True)
    command = [program[0], "solve", "--quiet", "--threads", "1", *program[1:]]
    for survey in surveys:
        command += ["--survey", survey]
    for scenario in scenarios:
        command += ["--scenario", scenario]
    command += ["--plan", os.path.join(folder, "plan"), "--out", result]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT_S, errors="replace")
    except subprocess.TimeoutExpired:
        return -1, f"no end after {TIME_LIMIT_S} s"
    with open(os.path.join(folder, "log.txt"), "w", encoding="utf-8") as file:
        file.write(" ".join(f"'{word}'" for word in command) + "\n" + done.stdout + done.stderr)
    return done.returncode, done.stderr


def first_error(log: str) -> str:
    lines = [line for line in log.splitlines() if line.strip()]
    return next((line for line in lines if ": warning: " not in line and ": note: " not in line), "")


def run_oracle(folder: str, surveys: list, scenarios: list):
    """(world, scores, solution), or a Refusal."""
    try:
        world = load(os.path.join(folder, "plan"), surveys, scenarios, SCALES)
        scores = Scores(world)
        return world, scores, solve(world, scores)
    except Refusal as refusal:
        return refusal


def input_faults(folder: str, surveys: list, scenarios: list) -> list:
    """What the report and run.json say wrongly of the surveys."""
    result = os.path.join(folder, "result")
    with open(os.path.join(result, "run.json"), encoding="utf-8") as run, open(os.path.join(result, "report.html"), encoding="utf-8") as page:
        files, decided = json.load(run)["files"], tree_of(page.read()).find("section", id="decided")
    check, tables = Checker("inputs"), read_plan_tables(os.path.join(folder, "plan"), scenarios)
    told = SimpleNamespace(files=files, surveys=read_surveys(surveys, tables, SCALES))
    if check.only("How this was decided", decided):
        check_inputs(check, decided[0], told)
    return check.faults


def compare(program: list, folder: str, surveys: list, scenarios: list) -> tuple[list, bool]:
    """(differences, whether both refused)."""
    code, log = run_cadre(program, folder, surveys, scenarios)
    truth = run_oracle(folder, surveys, scenarios)
    if isinstance(truth, Refusal):
        return ([] if code == 1 else [f"Cadre accepts (exit {code}); the oracle refuses: {truth}"]), code == 1
    if code != 0:
        return [f"Cadre ends with {code}, the oracle accepts: {first_error(log)}"], False
    world, scores, solution = truth
    out = Judge(world, scores, os.path.join(folder, "result")).judge()
    out += input_faults(folder, surveys, scenarios)
    with open(os.path.join(folder, "result", "result.json"), encoding="utf-8") as file:
        result = json.load(file)
    if result["objective"] != solution["objective"] and solution["exact"]:
        out.append(f"objective {result['objective']}, the oracle has {solution['objective']}: {solution['assignments']}")
    elif world.previous is not None and result.get("changes") != solution.get("changes"):
        out.append(f"changes {result.get('changes')}, the oracle has {solution.get('changes')}")
    if not result["proved"]:
        out.append("not proved")
    return out, False


def inputs_of(folder: str) -> tuple[list, list]:
    """The surveys and scenarios of a kept folder."""
    with open(os.path.join(folder, "command.txt"), encoding="utf-8") as file:
        paths = [os.path.join(folder, line) for line in file.read().splitlines()]
    scenarios = [p for p in paths if os.path.basename(p).startswith("scenario")]
    return [p for p in paths if p not in scenarios], scenarios


def run_seed(program: list, seed: int, keep: bool) -> tuple[list, bool]:
    folder = tempfile.mkdtemp(prefix=f"cadre-fuzz-{seed}-")
    try:
        surveys, scenarios = make(seed, folder)
        with open(os.path.join(folder, "command.txt"), "w", encoding="utf-8") as file:
            file.write("".join(os.path.basename(s) + "\n" for s in surveys + scenarios))
        differences, refused = compare(program, folder, surveys, scenarios)
    finally:
        if not keep:
            shutil.rmtree(folder)
    if keep:
        print(f"seed {seed}: {folder}")
    return differences, refused


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seeds", nargs=2, type=int, default=[1, 100], metavar=("FIRST", "LAST"))
    parser.add_argument("--keep", action="store_true", help="keep and print the folders")
    parser.add_argument("--case", metavar="FOLDER", help="compare in a kept folder")
    parser.add_argument("--method", choices=["bundles", "compact"])
    options = parser.parse_args()
    program = [options.program] + (["--method", options.method] if options.method else [])
    if options.case:
        differences, refused = compare(program, options.case, *inputs_of(options.case))
        print("\n".join(differences) or ("both refuse" if refused else "no difference"))
        return 1 if differences else 0
    failed = refusals = 0
    first, last = options.seeds
    for seed in range(first, last + 1):
        differences, refused = run_seed(program, seed, options.keep)
        refusals += refused
        failed += bool(differences)
        for difference in differences:
            print(f"seed {seed}: {difference}", flush=True)
    print(f"fuzz: {last - first + 1 - failed} passed, {failed} failed ({refusals} refused by both)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
