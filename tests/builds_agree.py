#!/usr/bin/env python3
"""Builds of different compilers and optimisation agree: builds_agree.py PROGRAM PROGRAM...

The tiny cases of seeds 1 to 50 and two schools, all made by `generate`, are solved by every build, with both methods. Exit code,
objective, bound, gap, proved, floor and changes must be equal; the assignments need not be, where several are equally good. What is
generated must have the same bytes whichever build makes it."""
import json
import pathlib
import subprocess
import sys
import tempfile

TINY = 50
SCHOOLS = {"one school": ["--staff", "45"], "all rules": ["--staff", "35", "--rules", "all"]}
METHODS = ("bundles", "compact")
KEYS = ("objective", "bound", "gap", "proved", "floor", "changes")


def answer(program, case, method, out):
    """What this build says of a case: its exit code and, of a result, the values that must agree."""
    surveys = sorted(str(path) for path in case.glob("*.csv"))
    done = subprocess.run([program, "solve", "--survey", *surveys, "--plan", str(case / "plan"), "--out", str(out), "--method", method,
                           "--quiet"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    said = {"exit": done.returncode}
    if done.returncode in (0, 3):
        result = json.loads((out / "result.json").read_text())
        said.update((key, result.get(key)) for key in KEYS)
    elif done.returncode != 1:
        said["stderr"] = done.stderr.strip()
    return said


def make_school(programs, arguments, folder):
    """The folder of a made-up school, and a fault where the builds make different ones."""
    made = []
    for number, program in enumerate(programs):
        out = folder / f"by-{number}"
        subprocess.run([program, "generate", "--seed", "1", *arguments, "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
        made.append({str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    odd = [program for program, files in zip(programs, made) if files != made[0]]
    return folder / "by-0", f"generate makes other bytes by {', '.join(odd)}" if odd else None


def cases(programs, folder):
    """(name, folder, fault)."""
    tiny = {f"tiny {seed}": ["--tiny", "--rules", "all", "--seed", str(seed)] for seed in range(1, TINY + 1)}
    for name, arguments in {**tiny, **SCHOOLS}.items():
        at = folder / name.replace(" ", "-")
        at.mkdir()
        yield name, *make_school(programs, arguments, at)


def compare(programs, case, method, out):
    """None where all builds say the same, else who says what."""
    said = [answer(program, case, method, out / f"{number}-{method}") for number, program in enumerate(programs)]
    if all(one == said[0] for one in said) and said[0]["exit"] in (0, 1):
        return None
    return "; ".join(f"{program}: {one}" for program, one in zip(programs, said))


def main():
    if len(sys.argv) < 3:
        print("usage: builds_agree.py PROGRAM PROGRAM...", file=sys.stderr)
        return 2
    programs = [str(pathlib.Path(path).resolve()) for path in sys.argv[1:]]
    passed = failed = solved = 0
    with tempfile.TemporaryDirectory(prefix="cadre-builds-") as scratch:
        for name, case, fault in cases(programs, pathlib.Path(scratch)):
            faults = [fault] if fault else []
            for method in METHODS:
                fault = compare(programs, case, method, case)
                solved += (case / f"0-{method}").exists()
                if fault:
                    faults.append(f"{method}: {fault}")
            passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
            for fault in faults:
                print(f"{name}: {fault}", flush=True)
    if solved < TINY:
        failed += 1
        print(f"only {solved} results were written; expected {TINY} at least")
    print(f"builds agree: {passed} passed, {failed} failed ({len(programs)} builds)")
    return 1 if failed else 0


sys.exit(main())
