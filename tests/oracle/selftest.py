"""The oracle's own checks: readings worked out by hand, and optima against all assignments of tiny random plans."""

import itertools
import os
import random
import tempfile

import answers
from people import find_person
from plan import load, read_slot, slots_overlap
from program import solve
from rules import Assignments, changes, floored_roles, violations, worth
from score import Scores
from sheets import Refusal, key
from surveys import split_time, ticked


def world_of(files: dict, scales: str, scenarios: int = 0):
    """Load a plan given as file name -> text; files that begin with `s` and a digit are surveys."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        surveys = [os.path.join(folder, n) for n in sorted(files) if n[0] == "s" and n[1].isdigit()]
        sheets = [os.path.join(folder, f"scenario{n}.csv") for n in range(scenarios)]
        return load(folder, surveys, sheets, scales)


def check_words(path: str) -> None:
    scales = answers.Scales(None, path)
    number = answers.leading_number
    assert [number(t) for t in ("4.0", "4 hours", "1 (None)", "3 - often", "5=expert", "2) ok", "3. some", "4: x")] == \
        [4, 4, 1, 3, 5, 2, 3, 4]
    assert [number(t) for t in ("2-3", "10 - 100", "5%", "x", "-1", "3.x")] == [None] * 6
    assert answers.read_levels(scales, "", ["9", "1", "10", "N/A"], True, 3, "") == {"9": 4, "1": 0, "10": 5, "N/A": None}
    assert answers.read_levels(scales, "", ["Sometimes -- a bit", "Never"], False, 3, "") == \
        {"Sometimes -- a bit": 3, "Never": 0}
    assert answers.read_levels(scales, "", ["Yes", "no"], False, 3, "") == {"Yes": 3, "no": 0}
    assert answers.counts_to_ten(scales, [("", ["1", "7"]), ("", ["2", "3"])])
    assert not answers.counts_to_ten(scales, [("", ["1", "7"]), ("", ["12"])])
    for bad in (["2-3"], ["6"], ["Often", "Expert"]):
        try:
            answers.read_levels(scales, "", bad, False, 3, "")
        except Refusal:
            continue
        raise AssertionError(bad)
    assert ticked("CPR, AED and aid, Music", ",", ["CPR, AED and aid"]) == ["CPR, AED and aid", "Music"]
    assert split_time("9/8/2026 7:55:42 PM MDT", "")[1] == (19, 55, 42)
    assert key("  SÍ  sí ") == "si si"
    assert slots_overlap(read_slot("Tue 15:30-16:30"), read_slot("mar. 16:29"))
    assert not slots_overlap(read_slot("Tue 15:30-16:30"), read_slot("Tuesday 16:30"))


def check_reading(path: str) -> None:
    """Joins, repeats, precedence and one score by hand."""
    world = world_of({
        "columns.csv": "survey,header,means,name,scale,separator\n,When,timestamp,,,\n,Mail,email,,,\n,Who,name,,,\n"
                       ",Rate [Lit],skill,,,\n,Rate [Data],skill,,,\n,Want [Lit],interest,,,\n,Bring,skills,,,\n"
                       ",First,choice,1,,\n,Second,choice,2,,\n,Hours,hours,,,\n",
        "s1.csv": "When,Mail,Who,Rate [Lit],Rate [Data],Want [Lit],Bring,Hours\n"
                  "2024-01-01 9:00,A@x.org,Ann,1,1,5,,3 hours\n2024-01-02 9:00,a@X.org,Ann,4,2,3,Music,\n"
                  "2024-01-01 9:00,b@x.org,Bo,5,5,0,Music,2\n",
        "s2.csv": "When,Who,First,Second\n2024-01-03 9:00,ann,Data Team,ILT\n",
        "people.csv": "email,site,position,hours\nb@x.org,Elm,Aide,6.5\n",
        "groups.csv": "group,kind,site,min_size,max_size,hours,needs\nILT,lead,,3,4,1,\nData Team,team,each,,2,0.5,Data 4\n",
        "roles.csv": "group,role,min,max,leads,positions\n*,member,0,9,no,\nkind:lead,member,1,3,no,\nILT,lead,1,1,yes,\n",
        "needs.csv": "group,role,skill,level,weight,must,people\nkind:lead,,Lit,5,2,,\nILT,lead,Lit,4,1,,\n"
                     "*,,Lit,1,1,,\n*,,Data,4,2,,\n*,,Data,3,9,,1\n",
        "previous.csv": "person,group,role\na@x.org,ILT,member\n",
        "scenario0.csv": "sheet,key,column,value\nneeds,*//Lit,-,\nsettings,weight_growth,value,10\n",
    }, path, 1)
    ann, bo = find_person(world.people, "ann"), find_person(world.people, "b@x.org")
    assert [p.key for p in world.people] == ["a@x.org", "b@x.org"]
    assert ann.skills == {"lit": 4, "data": 2, "music": 3} and ann.interests == {"lit": 3}
    assert ann.choices == {"data team": 5, "ilt": 4} and ann.hours == 400 and ann.site == "Elm"
    assert bo.hours == 650 and bo.position == "aide"
    groups = {g.name: g for g in world.groups}
    assert set(groups) == {"ILT", "Data Team @ Elm"} and set(groups["ILT"].roles) == {"member", "lead"}
    lead, member = groups["ILT"].roles["lead"], groups["ILT"].roles["member"]
    assert (member.max, lead.weight) == (3, 3)
    assert lead.needs == {"lit": (4, 1), "data": (4, 2)} and member.needs == {"lit": (5, 2), "data": (4, 2)}
    scores = Scores(world)
    score = scores.table["a@x.org", lead.id]
    # fit 1000*(4+4)/(4+8), interest: choice 4 of 5 against 1000*3/15, growth: only Data is short, nobody asked
    assert {k: int(v) for k, v in score.parts.items()} == {"fit": 666, "interest": 800, "growth": 0, "continuity": 500}
    assert score.points == int((50 * 2000 / 3 + 35 * 800 + 5 * 500) / 100)


# Optima against all assignments -----------------------------------------------------------------------------------

def tiny_plan(seed: int) -> dict:
    """A random plan of up to 4 people and 4 roles that uses every family of rules."""
    rng = random.Random(seed)
    people = [f"p{n}" for n in range(rng.randint(2, 4))]
    groups = ["G1", "G2"][:rng.randint(1, 2)]
    pick = rng.choice
    survey = ["id,Lit,Data,Want,Grade,Site"]
    survey += [f"{p},{rng.randint(0, 5)},{rng.randint(0, 5)},{rng.randint(0, 5)},{pick('123')},{pick('NS') if p != 'p0' else 'N'}" for p in people]
    files = {
        "s1.csv": "\n".join(survey),
        "columns.csv": "header,means,name\nid,id,\nLit,skill,Lit\nData,skill,Data\nWant,interest,Lit\nGrade,field,grade\n"
                       "Site,site,",
        "groups.csv": "group,kind,site,min_size,max_size,hours,meets,weight\n" + "\n".join(
            f"{g},k,{pick(['', '', 'N'])},{pick([',', '2,', '3,', ',2', '2,2', '2,3', '3,3'])},{pick([1, 2])},{pick(['', 'Tue 9:00'])},"
            f"{pick([1, 2])}" for g in groups),
        "roles.csv": "group,role,min,max,leads,hours\n" + "\n".join(
            f"{g},{r},{least},{least + rng.randint(0, 1) or 1},{'yes' if r == 'lead' else 'no'},{pick([0, 1])}"
            for g in groups for r in ("lead", "member") for least in [rng.randint(0, 2)]),
        "needs.csv": "group,role,skill,level,weight,must,people\n" + "\n".join(
            f"{pick(groups + ['*'])},{pick(['', 'lead'])},{s},{rng.randint(1, 5)},{rng.randint(1, 3)},"
            f"{pick(['', 'yes'])},{pick(['', 1, 2])}" for s in ("Lit", "Data")),
        "mix.csv": f"group,field,value,min,max,must\nG1,grade,{pick(['each', '1'])},,,{pick(['', 'yes'])}\n"
                   f"*,grade,2,,{rng.randint(0, 1)},\n",
        "pins.csv": f"person,group,role,rule\n{pick(people)},{pick(['G1', 'kind:k'])},,{pick(['must', 'never', 'prefer'])}\n",
        "pairs.csv": f"person,other,rule,group\n{people[0]},{people[1]},{pick(['together', 'apart'])},{pick(['', 'G1'])}\n",
        "previous.csv": f"person,group,role\n{pick(people)},G1,member\n",
        "settings.csv": f"setting,value\nhours,{pick([2, 3, 4])}\nmax_groups,{pick([1, 2])}\nextra_load,{pick([0, 100])}\n"
                        f"short_role,{pick([50, 2000])}\nshort_should,{pick([30, 500])}\nshort_must,3000\n"
                        f"fairness,{pick(['total', 'floor'])}\n" + pick(["", "max_changes,2\n", "max_changes,3\n"]),
    }
    return files


def best_of_all(world, scores) -> tuple | None:
    """(objective, fewest changes) over every assignment that breaks no rule; fairness as section 5 says."""
    seats = [(p, r) for p in world.people for r in world.roles() if (p.key, r.id) in scores.table]
    per_person = []
    for person in world.people:
        mine = {}
        for p, r in seats:
            if p is person:
                mine.setdefault(r.group.key, [None]).append((p, r))
        per_person.append(list(itertools.product(*mine.values())))
    good = []
    for combination in itertools.product(*per_person):
        held = Assignments(world, [seat for some in combination for seat in some if seat])
        if not violations(world, scores, held):
            good.append((held, worth(world, scores, held)))
    if not good:
        return None
    floored = {r.id for r in floored_roles(world)}
    if world.settings["fairness"] == "floor" and floored:
        least = min(w["parts"]["shortages"] for _, w in good)
        good = [(h, w) for h, w in good if w["parts"]["shortages"] == least]
        top = max((scores.points(p, r) for p, r in seats if r.id in floored), default=0)
        lowest = [min([scores.points(p, r) for p, r in h.pairs if r.id in floored], default=top) for h, _ in good]
        good = [pair for pair, low in zip(good, lowest) if low == max(lowest)]
    best = max(w["objective"] for _, w in good)
    return best, min(changes(world, h) for h, w in good if w["objective"] == best)


def check_optima(path: str, seeds: int) -> int:
    compared = 0
    for seed in range(seeds):
        try:
            world = world_of(tiny_plan(seed), path)
            scores = Scores(world)
            found = solve(world, scores)
        except Refusal as refusal:
            if "own solution" in str(refusal) or "left the optimum" in str(refusal):
                raise
            if "contradict" in str(refusal):
                assert best_of_all(world, scores) is None, seed
            continue
        wanted = best_of_all(world, scores)
        assert found["exact"], seed
        assert (found["objective"], found["changes"]) == wanted, (seed, found, wanted)
        compared += 1
    return compared


def run(scales: str, seeds: int = 150) -> int:
    check_words(scales)
    check_reading(scales)
    print(f"selftest: readings hold; {check_optima(scales, seeds)} of {seeds} random plans compared, all equal")
    return 0
