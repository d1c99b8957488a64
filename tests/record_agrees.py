#!/usr/bin/env python3
"""The record of a generated case against an independent reading of its sheets: record_agrees.py PROGRAM [--cases N]

Every person's levels, interests, ratings, choices and limits, every group, role and need, pins, pairs and last year must be read from the
sheets as record.json says that they were meant."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES = ["all", "none", "coverage,mix,pins,pairs,slots,positions,musts,previous"]


def key(name):
    return " ".join(name.casefold().split())


def told(names, values):
    return {key(name): value for name, value in zip(names, values) if value is not None}


def person_faults(record, meant, read):
    site = record["sites"][meant["site"]]["name"]
    focuses = [kind["focus"] for kind in record["kinds"]]
    choices = {}
    for rank, kind in enumerate(meant["choice"]):
        if kind is not None:
            choices[key(focuses[kind])] = max(choices.get(key(focuses[kind]), 0), 5 - rank)
    pairs = [
        ("site", key(site), key(read["site"])),
        ("position", key(meant["position"]), key(read["position"])),
        ("hours", meant["hours"] / 100, read["hours"]),
        ("max_groups", meant["max_groups"] if meant["max_groups"] is not None else 3, read["max_groups"]),
        ("max_leads", meant["max_leads"] if meant["max_leads"] is not None else 1, read["max_leads"]),
        ("away", meant["away"], read["away"]),
        ("answered", meant["answered"], read["answered"]),
        ("skills", told(record["skills"], meant["level"]), read["skills"]),
        ("interests", told(record["skills"], meant["interest"]), read["interests"]),
        ("ratings", told(focuses, meant["rating"]), read["topics"]),
        ("choices", choices, read["choices"]),
    ]
    return [f"{meant['id']}: {what} is meant {a!r}, read {b!r}" for what, a, b in pairs if a != b]


def group_faults(record, meant, read):
    kind = record["kinds"][meant["kind"]]
    roles = {role["name"]: (role["min"], role["max"], role["leads"], role["weight"]) for role in kind["roles"]}
    there = {role["role"]: (role["min"], role["max"], role["leads"], role["weight"]) for role in read["roles"]}
    needs = sorted((key(record["skills"][need["skill"]]), "" if need["role"] is None else kind["roles"][need["role"]]["name"],
                    need["level"], need["weight"], need["must"], need["people"] or None) for need in kind["needs"])
    found = sorted((need["skill"], need["role"], need["level"], need["weight"], need["must"], need["people"])
                   for need in read["needs"])
    pairs = [
        ("sizes", (meant["min_size"], meant["max_size"]), (read["min_size"], read["max_size"])),
        ("hours", meant["hours"] / 100, read["hours"]),
        ("kind", key(kind["name"]), read["kind"]),
        ("focus", key(kind["focus"]), read["focus"]),
        ("roles", roles, there),
        ("needs", [tuple(map(str, need)) for need in needs], [tuple(map(str, need)) for need in found]),
    ]
    return [f"{meant['name']}: {what} is meant {a!r}, read {b!r}" for what, a, b in pairs if a != b]


def case_faults(program, folder, seed):
    case = folder / f"case{seed}"
    subprocess.run([program, "generate", "--schools", str(1 + seed % 3), "--seed", str(seed), "--staff", str(20 + seed % 30),
                    "--linked", str(seed % 2 * 20), "--rules", RULES[seed % 3], "--out", str(case)], check=True,
                   capture_output=True)
    record = json.loads((case / "record.json").read_text())
    done = subprocess.run([sys.executable, ROOT / "tests/oracle/oracle.py", "inventory", "--plan", case / "plan", "--survey",
                           case / "skills.csv", case / "interests.csv"], capture_output=True, text=True)
    if done.returncode:
        return [done.stderr]
    read = json.loads(done.stdout)
    people = {person["id"]: person for person in read["people"]}
    groups = {group["group"]: group for group in read["groups"]}
    faults = []
    for meant in record["people"]:
        faults += person_faults(record, meant, people[meant["id"]]) if meant["id"] in people else [f"{meant['id']} is missing"]
    for meant in record["groups"]:
        faults += group_faults(record, meant, groups[meant["name"]]) if meant["name"] in groups else [f"{meant['name']} is missing"]
    if len(people) != len(record["people"]) or len(groups) != len(record["groups"]):
        faults.append(f"{len(people)} people and {len(groups)} groups are read")
    for what in ("pins", "pairs", "previous"):
        if len(read[what] or []) != len(record[what]):
            faults.append(f"{len(record[what])} {what} are meant, {len(read[what] or [])} read")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--cases", type=int, default=12)
    options = parser.parse_args()
    failed = 0
    for seed in range(1, options.cases + 1):
        with tempfile.TemporaryDirectory(prefix="cadre-record-") as folder:
            faults = case_faults(options.program, pathlib.Path(folder), seed)
        failed += bool(faults)
        for fault in faults[:5]:
            print(f"seed {seed}: {fault}")
    print(f"records: {options.cases - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
