#!/usr/bin/python3
"""Every figure of report.html is that of the result's own files: report_agrees.py RESULT... [--survey FILE... --plan PLAN] [--spoil N]

Reads each result's CSV files and result.json, adds them up anew, and reads report.html (and, of many sites, the pages it links to) by its
headings, tables and sentences: roles, leaders, staff, load, points and shortages at a glance; each shortage with what is there, what was
asked for, its cost and its repair; each group's members, roles and points; each person's roles, hours, points and reasons; the drawings
beside them. A part that is missing, a figure that cannot be found and a row too many are faults. With the plan and the surveys, what the files do not hold is
worked out from these by the oracle: the first and the last day of each survey's answers, what was asked for, who is away, each group's members by level, the mix. Shares no code with Cadre.

--spoil changes N (0: all) figures of the page, one at a time; each must be noticed, or this test would be worth nothing."""
import argparse
import collections
import csv
import json
import os
import re
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "oracle"))
from page_balance import check_balance, check_decided, check_network  # noqa: E402
from page_book import Book, check_links, check_sites, part_of_index  # noqa: E402
from page_figures import Checker, check_glance, check_groups, check_people, check_shortages  # noqa: E402
from page_inputs import read_surveys  # noqa: E402
from page_plan import Sheets, check_plan  # noqa: E402
from page_skills import check_skills  # noqa: E402
from page_tree import numbers, tree_of, words_of  # noqa: E402
from plan import load, read_plan_tables  # noqa: E402

SCALES = os.path.join(HERE, "..", "src", "read", "scales.csv")


def unguarded(text):
    return text[1:] if text.startswith("'") else text


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    for row in found:
        for column, cell in row.items():
            row[column] = cell if column in ("points", "fit", "cost", "needed", "have", "hours", "hours_left") else words_of(unguarded(cell))
    return found


class Result:
    """A result's files; rows of one site, or all."""

    def __init__(self, folder):
        self.folder = folder
        self.assignments, self.groups, self.people, self.shortages = (
            rows(folder, name + ".csv") for name in ("assignments", "groups", "people", "shortages"))
        with open(os.path.join(folder, "result.json"), encoding="utf-8") as file:
            self.facts = json.load(file)
        with open(os.path.join(folder, "run.json"), encoding="utf-8") as file:
            self.files = json.load(file)["files"]
        self.leading = rows(folder, "leading.csv")
        self.all_groups, self.all_people, self.all_assignments = self.groups, self.people, self.assignments
        self.site, self.told = None, []
        self.label_people()

    def label_people(self):
        """What the page may call a person: the name, with the key where that leaves a doubt."""
        self.by_label = {}
        names = collections.Counter(p["name"] or p["person"] for p in self.people)
        for person in self.people:
            name = person["name"] or person["person"]
            self.by_label[f"{name} ({person['person']})"] = person
            if names[name] == 1:
                self.by_label[name] = person
        self.held = collections.defaultdict(list)
        for row in self.assignments:
            self.held[row["person"]].append(row)

    def of_site(self, site):
        """The same result, of one site's people, groups and shortages alone."""
        part = object.__new__(Result)
        part.__dict__.update(self.__dict__)
        part.site = site
        part.people = [p for p in self.people if p["site"] == site]
        part.groups = [g for g in self.groups if g["site"] == site]
        part.shortages = [s for s in self.shortages if s["site"] == site]
        keys = {p["person"] for p in part.people}
        part.assignments = [a for a in self.assignments if a["person"] in keys]
        return part


def check_page(page, result, name):
    check = Checker(name)
    header = check.only("header", page.find("header"))
    if header:
        counts = numbers(header.one(".size"))
        check.equal("staff and groups under the title", counts, [len(result.people), len(result.groups)])
    check_glance(check, page, result)
    listed = part_of_index(result) if page.find("main")[0].get("data-index") else result
    for part in (check_shortages, check_groups, check_people):
        if part is check_shortages or listed is result or page.find("section", id=part.__name__[6:]):
            part(check, page, listed)
    if listed is not result:
        check_sites(check, page, result)
    if result.sheets:
        check_plan(check, page, result.sheets, result.site, result.by_label)
        check_skills(check, page, result.sheets, result.site, result.by_label)
        check_balance(check, page, result, result.site)
        check_decided(check, page, result, result.site)
    check_network(check, page, result, result.site)
    return check


def read_result(folder, plan, surveys):
    result = Result(folder)
    result.sheets = Sheets(load(plan, surveys, [], SCALES), result.assignments) if plan else None
    result.surveys = read_surveys(surveys, read_plan_tables(plan, []), SCALES) if plan else []
    return result


# What no file of a result and no sheet says: explanations, one example worked through, settings in words, the level that training
# is asked for at. Their figures are not looked at, so that none of them is spoilt.
PASSED_OVER = "|".join((
    r"<(?:script|style)\b.*?</(?:script|style)>", r'<(?:p|figcaption) class="(?:note|sum|opening|question)".*?</(?:p|figcaption)>',
    r'<table class="(?:weights|example)".*?</table>', r"<h3>.*?</h3>", r"<li data-setting.*?</li>", r'<div class="means".*?</div>',
    r'(?<=data-missing=")\d+" data-value="\d+">[^<]*</td><td class="number">\d'))


def spoilt_pages(text, n):
    """(the page with one figure changed, what stands around it): figures that a reader sees or hears, but for those in names."""
    figures = [m for m in re.finditer(PASSED_OVER + r"|<[^>]*>|\d[\d,.]*\d|\d", text, re.DOTALL) if m[0][0].isdigit() and "<" not in m[0]]
    figures = [m for m in figures if m.start() > text.index("<main") and not
               re.search(r'(<bdi>|<bdi dir="ltr">|class="(axis|tick)[^"]*"|class="facts"><li><bdi>)[^<]*$', text[:m.start()][-700:])]
    for m in figures[::max(1, len(figures) // n) if n else 1]:
        last = str((int(m[0][-1]) + 1) % 10)
        yield text[:m.end() - 1] + last + text[m.end():], text[m.start() - 60:m.end() + 30]


def check_spoilt(folder, n, plan, surveys):
    result = read_result(folder, plan, surveys)
    with open(os.path.join(folder, "report.html"), encoding="utf-8") as file:
        text = file.read()
    told = Checker(f"{folder}, spoilt")
    for page, around in spoilt_pages(text, n):
        try:
            noticed = bool(check_page(tree_of(page), result, folder).faults)
        except (IndexError, KeyError, ValueError):
            noticed = True
        told.true(f"is noticed: {around!r}", noticed)
    return [told]


def check_result(folder, plan=None, surveys=()):
    result, book = read_result(folder, plan, surveys), Book(folder)
    index = book.whole("report.html")
    checks = [check_page(index, result, folder)]
    sites = sorted({p["site"] for p in result.people} | {g["site"] for g in result.groups} - {""}) if index.find("main")[0].get("data-index") else []
    sites = [site for site in sites if site]
    for file in book.of_sites():
        page = book.whole(file)
        site = words_of(page.find("main")[0].get("data-site"))
        checks[0].true(f"{file}: of a site that the files know, and that no other page is of: {site!r}", site in sites)
        if site in sites:
            sites.remove(site)
            checks.append(check_page(page, result.of_site(site), f"{folder}, {file}"))
    checks[0].equal("sites without a page", sites, [])
    check_links(checks[0], Book(folder)) # as the pages are, their parts not put together
    return checks


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("results", nargs="+")
    parser.add_argument("--plan")
    parser.add_argument("--survey", nargs="+", default=[])
    parser.add_argument("--spoil", type=int)
    options = parser.parse_args()
    wrong = False
    for folder in options.results:
        if options.spoil is None:
            checks = check_result(folder, options.plan, options.survey)
        else:
            checks = check_spoilt(folder, options.spoil, options.plan, options.survey)
        faults = [f"{check.name}: {fault}" for check in checks for fault in check.faults]
        wrong |= bool(faults)
        print(f"{folder}: {sum(check.checked for check in checks)} figures and texts looked at, {len(faults)} wrong")
        for fault in faults[:20]:
            print(f"  {fault[:600]}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
