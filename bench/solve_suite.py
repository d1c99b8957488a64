"""The made-up schools of bench_solve: which there are, how they are made, and what they are like."""
import collections
import csv
import pathlib
import subprocess

SIZES = [30, 60, 100, 150, 200, 300]
GROWTH_SIZES = [60, 100, 150, 200, 300, 400, 600]
GROWTH_GROUPS = 8
PLAIN = "coverage,mix,pins,pairs,slots,positions,musts"

School = collections.namedtuple("School", "kind staff seed options short_hours")

# kind: what `cadre generate` is told, whether hours are short, the seeds. Short hours: everybody has 5/8 of the hours that the
# generator drew, 2.5 a month where it drew 4, so that two parts rarely fit together.
KINDS = {
    "ordinary": ([], False, [1, 2]),
    "scarce": (["--scarce", "100"], False, [11]),
    "tight": (["--staff-per-group", "4"], False, [21]),
    "hours": (["--staff-per-group", "4"], True, [31, 32]),
    "scarce-hours": (["--staff-per-group", "5", "--scarce", "50"], True, [41, 42]),
}
FLOOR_SEED, GROWTH_SEED = 51, 61


def name(school):
    return f"{school.staff}-{school.kind}-{school.seed}"


def plain_schools(sizes, kinds, quick):
    return [School(kind, staff, seed, options + ["--rules", PLAIN], short)
            for staff in sizes for kind, (options, short, seeds) in KINDS.items() if kind in kinds
            for seed in (seeds[:1] if quick else seeds)]


def with_previous(school):
    """The same people and groups, and a result of last year."""
    return school._replace(kind=school.kind + "+previous", options=school.options[:-1] + [PLAIN + ",previous"])


def floor_schools(sizes):
    return [School("floor", staff, FLOOR_SEED, ["--rules", "all"], False) for staff in sizes]


def growth_schools(sizes):
    """As many groups at every size, so that a person has about as many open roles."""
    return [School("growth", staff, GROWTH_SEED, ["--staff-per-group", str(staff // GROWTH_GROUPS), "--rules", PLAIN], False)
            for staff in sizes]


def command_line(school):
    most = ["--max-staff", str(school.staff)] if school.staff > 300 else []
    return ["generate", "--schools", "1", "--seed", str(school.seed), "--staff", str(school.staff), *most, *school.options]


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_short_hours(folder):
    with open(folder / "hours.csv", "w", encoding="utf-8") as file:
        file.write("sheet,key,column,value\n")
        for person in rows_of(folder / "plan" / "people.csv"):
            hundredths = round(100 * float(person["hours"] or 4)) * 5 // 8
            file.write(f"people,{person['id']},hours,{hundredths / 100:.2f}\n")


def make(program, school, folder):
    """Make the school in `folder`, which must not exist; returns what `cadre solve` has to be given to read it."""
    done = subprocess.run([program, *command_line(school), "--out", str(folder)], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench_solve: {name(school)} could not be made: {done.stderr.strip()}")
    folder = pathlib.Path(folder)
    inputs = ["--survey", str(folder / "skills.csv"), str(folder / "interests.csv"), "--plan", str(folder / "plan")]
    if school.short_hours:
        write_short_hours(folder)
        inputs += ["--scenario", str(folder / "hours.csv")]
    return inputs


def seats(folder):
    """Groups, and seats that must be filled: the generator gives roles to kinds of group."""
    needed = collections.Counter()
    for role in rows_of(folder / "plan" / "roles.csv"):
        if not role["group"].startswith("kind:"):
            raise SystemExit(f"bench_solve: {folder}: a role of {role['group']}; expected a kind")
        needed[role["group"][len("kind:"):]] += int(role["min"] or 1)
    groups = rows_of(folder / "plan" / "groups.csv")
    return len(groups), sum(needed[group["kind"]] for group in groups)
