#!/usr/bin/python3
"""No page of a report is over 2 MB, whatever the plan has much of, and nothing is left out without a word: report_sizes.py PROGRAM.

Plans with 1,000 groups and positions, with 2,000 skills that one group needs, with one that has 5,000 members, and with names of 500
letters. On every page: its size, and that its links lead somewhere. Over all pages: each skill, group and person is told of; what stands in a
group's card, and what the card says is not shown, add up. Of many skills every figure is counted again by report_agrees.py."""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(HERE, "oracle")]
from page_book import Book, check_links  # noqa: E402
from page_figures import Checker  # noqa: E402
from page_tree import numbers, words_of  # noqa: E402
from report_agrees import check_result  # noqa: E402

MOST = 2_000_000  # bytes


def write(path, header, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


class Plan:
    """staff people with levels and interests in `skills` skills, `groups` groups; `fields` fields of `values` values each."""

    def __init__(self, folder, staff, skills, groups, values=1, fields=0, letters=0, size=6):
        self.folder, self.n_staff = folder, staff
        pad = " " + "x" * letters if letters else ""
        self.skills = [f"Skill {i:04d}{pad}" for i in range(skills)]
        self.groups = [f"Group {i:04d}{pad}" for i in range(groups)]
        self.survey, self.plan = os.path.join(folder, "survey.csv"), os.path.join(folder, "plan")
        names = ["Email", "Position", *(f"Field {i}" for i in range(fields))]
        levels, interests = ([f"{word} [{skill}]" for skill in self.skills] for word in ("Level", "Interest"))
        write(self.survey, names + levels + interests, (self.answers(person, values, fields, pad) for person in range(staff)))
        means = [("Email", "email", ""), ("Position", "position", ""), *((name, "field", name) for name in names[2:])]
        means += [(f"{word} [{skill}]", what, skill) for word, what in (("Level", "skill"), ("Interest", "interest")) for skill in self.skills]
        write(os.path.join(self.plan, "columns.csv"), ["header", "means", "name"], means)
        write(os.path.join(self.plan, "groups.csv"), ["group", "max_size", "needs"],
              ([group, size, f"{self.skills[i % skills]} 4"] for i, group in enumerate(self.groups)))
        write(os.path.join(self.plan, "people.csv"), ["email", "hours"], ([f"p{person:05d}@example.org", 4] for person in range(staff)))

    def answers(self, person, values, fields, pad):
        """Any numbers: the same in every run, and not the same for everyone."""
        levels = [(person * 7 + skill * 3 + person * skill % 11) % 7 for skill in range(len(self.skills))]
        interests = [(person * 5 + skill * 2 + person * skill % 13) % 6 for skill in range(len(self.skills))]
        return [f"p{person:05d}@example.org", f"Position {person % values:04d}{pad}",
                *(f"Value {(person * (i + 3)) % values:04d}{pad}" for i in range(fields)), *(x if x < 6 else "" if person % 3 else 5 for x in levels), *interests]

    def needs_all(self, group):
        write(os.path.join(self.plan, "needs.csv"), ["group", "skill", "level"], ([group, skill, 4] for skill in self.skills))

    def solve(self, program):
        result = os.path.join(self.folder, "result")
        done = subprocess.run([program, "solve", "--quiet", "--survey", self.survey, "--plan", self.plan, "--out", result,
                               "--time-limit", "5"], capture_output=True, text=True, timeout=300, check=False)
        if done.returncode not in (0, 3):
            sys.exit(f"{self.folder}: exit {done.returncode}\n{done.stderr}")
        return result


def left_out(element):
    """What notes inside say is not shown, added up."""
    return sum(int(numbers(note.text)[0]) for note in element.find("p", cls="note") if re.match(r"[\d,]+ more ", note.text))


def check_cards(check, page, result):
    with open(os.path.join(result, "groups.csv"), encoding="utf-8", newline="") as file:
        sizes = {words_of(row["group"]): int(row["size"]) for row in csv.DictReader(file)}
    cards = {card.one("h3"): card for card in page.find("section", id="groups")[0].find("article", cls="card")}
    check.equal("groups with a card", sorted(cards), sorted(sizes))
    for name, card in cards.items():
        members = card.find("div", cls="card-body")[0].find("div")[0]
        rows = [row for table in members.find("table", cls="members") for row in table.find("tbody")[0].find("tr")]
        check.equal(f"{name[:40]}: members told of and left out", len(rows) + left_out(members), sizes[name])
    return cards


def check_pages(check, plan, result):
    book = Book(result)
    check_links(check, book)
    for name, size in book.sizes.items():
        check.true(f"{name}: {size} bytes", size <= MOST)
    page = book.whole("report.html")
    for kind in ("levels", "map-table"):
        told = [row.get("data-skill") for row in page.find("table", cls=kind)[0].find("tbody")[0].find("tr")]
        check.equal(f"skills in the table {kind}", sorted(told), sorted(plan.skills))
    people = page.find("section", id="people")[0].find("table", cls="people")[0].find("tbody")[0].find("tr")
    check.equal("people in their table", len(people), plan.n_staff)
    return check_cards(check, page, result)


def try_plan(program, folder, name, needs_all=False, figures=False, **how):
    plan, check = Plan(os.path.join(folder, name), **how), Checker(name)
    if needs_all:
        plan.needs_all(plan.groups[0])
    result = plan.solve(program)
    cards = check_pages(check, plan, result)
    if needs_all:
        strips = cards[plan.groups[0]].find("table", cls="strips")[0]
        told = len(strips.find("tbody")[0].find("tr"))
        check.equal("needs told of and left out", told + left_out(cards[plan.groups[0]]), len(plan.skills))
    checks = [check, *(check_result(result, plan.plan, [plan.survey]) if figures else [])]
    faults = [fault for one in checks for fault in one.faults]
    print(f"{name}: {sum(one.checked for one in checks)} looked at, {len(faults)} wrong")
    for fault in faults[:10]:
        print(f"  {fault[:400]}")
    return not faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program, folder = os.path.abspath(sys.argv[1]), tempfile.mkdtemp(prefix="cadre-sizes-")
    try:
        good = [try_plan(program, folder, "skills", figures=True, staff=60, skills=450, groups=20, values=40),
                try_plan(program, folder, "groups", staff=1000, skills=20, groups=1000, values=1000, fields=20),
                try_plan(program, folder, "needs", needs_all=True, staff=40, skills=2000, groups=2),
                try_plan(program, folder, "members", staff=5000, skills=3, groups=2, size=5000),
                try_plan(program, folder, "names", staff=120, skills=300, groups=60, values=40, fields=8, letters=500)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
