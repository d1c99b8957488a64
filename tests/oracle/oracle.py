#!/usr/bin/python3
"""An independent reading of Cadre's contract: points, optimum and rules from the sheets alone.

oracle.py points    --plan PLAN --survey FILE... [--scenario FILE]...
oracle.py solve     --plan PLAN --survey FILE... [--scenario FILE]... [--time-limit S] [--no-tie]
oracle.py judge     --plan PLAN --survey FILE... [--scenario FILE]... RESULT
oracle.py inventory --plan PLAN --survey FILE... [--scenario FILE]...
oracle.py selftest
"""

import argparse
import csv
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from judge import Judge  # noqa: E402
from plan import World, load  # noqa: E402
from score import PARTS, Scores  # noqa: E402
from sheets import Refusal  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def arguments():
    parser = argparse.ArgumentParser(description="An independent reading of Cadre's contract.")
    parser.add_argument("command", choices=["points", "solve", "judge", "inventory", "selftest"])
    parser.add_argument("result", nargs="?", help="a result folder, for judge")
    parser.add_argument("--plan")
    parser.add_argument("--survey", action="append", nargs="+", default=[])
    parser.add_argument("--scenario", action="append", default=[])
    parser.add_argument("--scales", default=os.path.join(ROOT, "src", "read", "scales.csv"))
    parser.add_argument("--time-limit", type=float)
    parser.add_argument("--no-tie", action="store_true", help="skip the step that takes the fewest changes")
    options = parser.parse_args()
    options.survey = [path for some in options.survey for path in some]
    if options.command == "judge" and not options.result and len(options.survey) > 1:
        options.result = options.survey.pop()  # `--survey FILE... RESULT`
    if options.command != "selftest" and not options.plan:
        parser.error("--plan is needed")
    if options.command == "judge" and not options.result:
        parser.error("a result folder is needed")
    return options


def print_points(world: World) -> None:
    scores = Scores(world)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["person", "group", "role", "points", *PARTS])
    names = {r.id: (r.group.name, r.name) for r in world.roles()}
    rows = [(person, *names[role], score) for (person, role), score in scores.table.items()]
    for person, group, role, score in sorted(rows, key=lambda row: [text.encode() for text in row[:3]]):
        parts = ["" if score.parts[part] is None else int(score.parts[part]) for part in PARTS]
        writer.writerow([person, group, role, score.points, *parts])


def inventory(world: World) -> dict:
    return {
        "settings": world.settings,
        "people": [{
            "key": p.key, "id": p.id, "email": p.email, "name": p.name, "site": p.site, "position": p.position,
            "hours": p.hours / 100, "max_groups": p.max_groups, "max_leads": p.max_leads, "away": p.away,
            "answered": p.answered, "fields": {k: sorted(v) for k, v in p.fields.items()}, "skills": p.skills,
            "interests": p.interests, "topics": p.topics, "choices": p.choices} for p in world.people],
        "groups": [{
            "group": g.name, "kind": g.kind, "site": g.site, "focus": g.focus, "min_size": g.min_size,
            "max_size": g.max_size, "hours": g.hours / 100, "slots": g.slots, "weight": g.weight,
            "needs": sorted((vars(n) for n in g.needs), key=str), "mix": sorted((vars(m) for m in g.mix), key=str),
            "roles": [{"role": r.name, "min": r.min, "max": r.max, "leads": r.leads, "hours": r.hours / 100,
                       "weight": r.weight, "positions": sorted(r.positions),
                       "needs": {s: {"level": t, "weight": w} for s, (t, w) in r.needs.items()}}
                      for _, r in sorted(g.roles.items())]} for g in world.groups],
        "asked": {"skills": sorted(world.asked.skills), "interests": sorted(world.asked.interests),
                  "topics": sorted(world.asked.topics)},
        "pins": sorted(({"person": p.person.key, "rule": p.rule, "roles": sorted(r.id for r in p.roles)}
                        for p in world.pins), key=str),
        "pairs": sorted(({"person": p.person.key, "other": p.other.key, "rule": p.rule,
                          "groups": [g.name for g in p.groups]} for p in world.pairs), key=str),
        "previous": None if world.previous is None else sorted(world.previous),
    }


def main() -> int:
    options = arguments()
    if options.command == "selftest":
        import selftest
        return selftest.run(options.scales)
    world = load(options.plan, options.survey, options.scenario, options.scales)
    if options.command == "points":
        print_points(world)
    elif options.command == "inventory":
        json.dump(inventory(world), sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
        print()
    elif options.command == "solve":
        from program import solve  # scipy is needed for this command alone
        json.dump(solve(world, Scores(world), options.time_limit, not options.no_tie), sys.stdout, indent=1,
                  ensure_ascii=False)
        print()
    else:
        problems = Judge(world, Scores(world), options.result).judge()
        for problem in problems:
            print(problem)
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Refusal as refusal:
        print(f"oracle: {refusal}", file=sys.stderr)
        sys.exit(2)
