#!/usr/bin/env python3
"""The record of a generated case against an independent reading of its sheets: record_agrees.py PROGRAM [--cases N] [--tiny N]

Every person's levels, interests, ratings, choices, limits and fields, every group with its meetings, roles, needs and mix, what was asked,
settings, pins, pairs and last year must be read from the sheets as record.json says that they were meant."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES = ["all", "none", "coverage,mix,pins,pairs,slots,positions,musts,previous"]
FIELDS = ("department", "years")


def key(name):
    return " ".join(name.casefold().split()) if name else ""


def told(names, values):
    return {key(name): value for name, value in zip(names, values) if value is not None}


def ordered(rows):
    """The same rows in an order that does not depend on theirs, and with tuples as lists."""
    return sorted((json.loads(json.dumps(row, sort_keys=True)) for row in rows), key=lambda row: json.dumps(row, sort_keys=True))


def differences(what, pairs):
    return [f"{what}: {which} is meant {a!r}, read {b!r}" for which, a, b in pairs if a != b]


def row_name(group):
    """The name in groups.csv, of which a copy for a site is told apart by the site."""
    return group["name"].split(" @ ")[0]


def meant_choices(record, person):
    choices = {}
    for rank, choice in enumerate(person["choice"]):
        if choice is None:
            continue
        names = {row_name(record["groups"][group]) for group in choice} if isinstance(choice, list) else {record["kinds"][choice]["focus"]}
        for name in map(key, names):
            choices[name] = max(choices.get(name, 0), 5 - rank)
    return choices


def person_faults(record, meant, read):
    settings = record["settings"]
    skills, focuses = [skill["name"] for skill in record["skills"]], [kind["focus"] for kind in record["kinds"]]
    site = "" if meant["site"] is None else record["sites"][meant["site"]]["name"]
    limits = {limit: settings[limit] if meant[limit] is None else meant[limit] for limit in ("hours", "max_groups", "max_leads")}
    return differences(meant["id"], [
        ("name", meant["name"], read["name"]),
        ("site", key(site), key(read["site"])),
        ("position", key(meant["position"]), key(read["position"])),
        ("fields", {field: [key(str(meant[field]))] for field in FIELDS if meant[field] is not None}, read["fields"]),
        ("hours", limits["hours"] / 100, read["hours"]),
        ("max_groups", limits["max_groups"], read["max_groups"]),
        ("max_leads", limits["max_leads"], read["max_leads"]),
        ("away", meant["away"], read["away"]),
        ("answered", meant["answered"], read["answered"]),
        ("skills", told(skills, meant["level"]), read["skills"]),
        ("interests", told(skills, meant["interest"]), read["interests"]),
        ("ratings", told(focuses, meant["rating"]), read["topics"]),
        ("choices", meant_choices(record, meant), read["choices"]),
    ])


def field_of(record, person, field):
    site = None if person["site"] is None else record["sites"][person["site"]]
    return site and site["name" if field == "site" else field] if field in ("site", "network") else person[field]


def meant_mix(record, group):
    """Named values, then `each` over those of the staff there who are not away and that no row names."""
    rows = {}
    for row in sorted(record["kinds"][group["kind"]]["mix"], key=lambda row: row["value"] == "each"):
        values = [row["value"]]
        if row["value"] == "each":
            values = [field_of(record, person, row["field"]) for person in record["people"]
                      if not person["away"] and group["site"] in (None, person["site"])]
        for value in filter(None, values):
            rows.setdefault((row["field"], key(value)), (row["min"], row["max"], row["must"]))
    return sorted((*where, *limits) for where, limits in rows.items())


def group_faults(record, meant, read):
    kind = record["kinds"][meant["kind"]]
    skills = [skill["name"] for skill in record["skills"]]
    roles = {key(role["name"]): {"min": role["min"], "max": role["max"], "leads": role["leads"], "weight": role["weight"],
                                 "hours": (meant["hours"] + role["hours"]) / 100, "positions": sorted(map(key, role["positions"]))}
             for role in kind["roles"]}
    needs = [{"skill": key(skills[need["skill"]]), "role": "" if need["role"] is None else key(kind["roles"][need["role"]]["name"]),
              "level": need["level"], "weight": need["weight"], "must": need["must"], "people": need["people"] or None}
             for need in kind["needs"]]
    site = "" if meant["site"] is None else record["sites"][meant["site"]]["name"]
    meetings = [[at["day"], at["start"], at["end"]] if at["day"] is not None else "lunch break" for at in meant["meets"]]
    return differences(meant["name"], [
        ("sizes", (meant["min_size"], meant["max_size"]), (read["min_size"], read["max_size"])),
        ("hours", meant["hours"] / 100, read["hours"]),
        ("weight", meant["weight"], read["weight"]),
        ("site", key(site), key(read["site"])),
        ("kind", key(kind["name"]), read["kind"]),
        ("focus", key(kind["focus"]), read["focus"] or ""),
        ("meetings", ordered(meetings), ordered(read["slots"])),
        ("roles", roles, {role["role"]: {cell: role[cell] for cell in roles.get(role["role"], role)} for role in read["roles"]}),
        ("needs", ordered(needs), ordered({cell: need[cell] for cell in ("skill", "role", "level", "weight", "must", "people")}
                                          for need in read["needs"])),
        ("mix", meant_mix(record, meant),
         sorted((row["field"], key(row["value"]), row["least"], row["most"], row["must"]) for row in read["mix"])),
    ])


def roles_of_pin(record, pin):
    return sorted([key(record["groups"][group]["name"]), key(role["name"])] for group in pin["groups"]
                  for role in record["kinds"][record["groups"][group]["kind"]]["roles"]
                  if pin["role"] is None or pin["role"] == role["name"])


def rows_faults(record, read):
    people, groups = record["people"], record["groups"]
    pins = [{"person": people[pin["person"]]["id"], "rule": pin["rule"], "roles": roles_of_pin(record, pin)} for pin in record["pins"]]
    pairs = [{"people": sorted(people[pair[which]]["id"] for which in ("person", "other")),
              "rule": "together" if pair["together"] else "apart", "groups": sorted(groups[group]["name"] for group in pair["groups"])}
             for pair in record["pairs"]]
    read_pairs = [{"people": sorted((pair["person"], pair["other"])), "rule": pair["rule"], "groups": sorted(pair["groups"])}
                  for pair in read["pairs"]]
    previous = [[people[row["person"]]["id"], key(groups[row["group"]]["name"]),
                 key(record["kinds"][groups[row["group"]]["kind"]]["roles"][row["role"]]["name"])] for row in record["previous"] or []]
    asked = read["asked"]
    rated = {key(kind["focus"]) for kind in record["kinds"] if kind["rated"]}
    chosen = {choice for person in people for choice in meant_choices(record, person)}
    return differences("the plan", [
        ("pins", ordered(pins), ordered(read["pins"])),
        ("pairs", ordered(pairs), ordered(read_pairs)),
        ("last year", record["previous"] is not None, read["previous"] is not None),
        ("last year", ordered(previous), ordered(read["previous"] or [])),
        ("settings", record["settings"], read["settings"]),
        ("interest asked in", {key(skill["name"]) for skill in record["skills"] if skill["asks_interest"]}, set(asked["interests"])),
        ("ratings or choices of", rated | chosen, set(asked["topics"])),
    ])


def case_faults(program, folder, arguments):
    subprocess.run([program, "generate", *arguments, "--out", folder], check=True, capture_output=True)
    record = json.loads((folder / "record.json").read_text())
    done = subprocess.run([sys.executable, ROOT / "tests/oracle/oracle.py", "inventory", "--plan", folder / "plan", "--survey",
                           folder / "skills.csv", folder / "interests.csv"], capture_output=True, text=True)
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
    return faults + rows_faults(record, read)


def cases(n_schools, n_tiny):
    """(name, arguments of generate)."""
    for seed in range(1, n_schools + 1):
        yield f"schools {seed}", ["--schools", str(1 + seed % 3), "--seed", str(seed), "--staff", str(20 + seed % 30), "--linked",
                                  str(seed % 2 * 20), "--rules", RULES[seed % 3]]
    for seed in range(1, n_tiny + 1):
        yield f"tiny {seed}", ["--tiny", "--seed", str(seed), "--rules", "all"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--cases", type=int, default=12)
    parser.add_argument("--tiny", type=int, default=60)
    options = parser.parse_args()
    passed = failed = 0
    for name, arguments in cases(options.cases, options.tiny):
        with tempfile.TemporaryDirectory(prefix="cadre-record-") as folder:
            faults = case_faults(options.program, pathlib.Path(folder) / "case", arguments)
        passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
        for fault in faults[:5]:
            print(f"{name}: {fault}")
    print(f"records: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
