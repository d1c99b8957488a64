#!/usr/bin/env python3
"""Cadre against others on made-up schools: peers_agree.py PROGRAM [--schools N] [--oracle] [--solver NAME]...

For seeds 1..N a school of 20 to 60 staff is generated and solved. The optimum must be proved and equal to another solver's on the model
that Cadre wrote (cbc, or HiGHS where cbc reaches its limit); with --oracle the result folder is also judged by tests/oracle, which reads
the sheets itself. Solvers are wrong at times: a disagreement is settled by a third."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import peers  # noqa: E402

LIMIT = 120


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def one_school(program, seed, folder, options):
    school, result, model = folder / "school", folder / "result", folder / "model.lp"
    run(program, "generate", "--schools", "1", "--seed", str(seed), "--staff", str(20 + seed * 7 % 41), "--out", str(school))
    inputs = ["--survey", str(school / "skills.csv"), str(school / "interests.csv"), "--plan", str(school / "plan")]
    run(program, "solve", *inputs, "--out", str(result), "--write-model", str(model), "--quiet")
    answer = json.loads((result / "result.json").read_text())
    if not answer["proved"]:
        return f"seed {seed}: not proved, gap {answer['gap']}"
    others = {}
    for name in options.solver or ["cbc", "highs"]:
        status, objective, _ = peers.SOLVERS[name](str(model), LIMIT)
        if status == "optimal":
            others[name] = objective
            if objective == answer["objective"]:
                break
    if answer["objective"] not in others.values():
        return f"seed {seed}: objective {answer['objective']}; others say {others}"
    if options.oracle:
        judged = subprocess.run([sys.executable, ROOT / "tests/oracle/oracle.py", "judge", str(result), *inputs],
                                capture_output=True, text=True)
        if judged.returncode:
            return f"seed {seed}: the oracle says\n{judged.stdout}{judged.stderr}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--schools", type=int, default=40)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--solver", action="append")
    options = parser.parse_args()
    failed = 0
    for seed in range(1, options.schools + 1):
        with tempfile.TemporaryDirectory(prefix="cadre-peers-") as folder:
            fault = one_school(options.program, seed, pathlib.Path(folder), options)
        if fault:
            failed += 1
            print(fault, flush=True)
    print(f"schools: {options.schools - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
