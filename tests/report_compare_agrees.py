#!/usr/bin/python3
"""Every figure of the pages about several results is that of the CSV files beside them: report_compare_agrees.py FOLDER... [--spoil N]

A folder is a comparison's, a sweep's or a mended result's. Of a comparison: the figures side by side with their differences, the parts of
each total, who loses and gains what, the groups that change, the shortages by how they change and what they cost, each difference with its
price and their order, the marks of the plot. Of a sweep: every point with its values, figures, verdict and outcome, whose report must be
there, and the marks. Of a mended result: each number of moves with its gain, which of them is this result's and which is recommended, and
everyone who must be told, with what. Drawings are read by the figures beside them. A row too many or too few is a fault. Shares no code
with Cadre.

--spoil changes N figures of each page, one at a time, and takes each sentence of a comparison's first section away; each must be noticed, or
this test would be worth nothing."""
import argparse
import collections
import csv
import os
import random
import re
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "oracle"))
from page_tree import numbers, tree_of, words_of  # noqa: E402

COSTS = ("extra_load", "shortages")  # subtracted from a total
UNTOLD = ("bound", "gap")            # in totals.csv alone
SUMS = ("objective", "points", "everyone", "extra_load", "shortages")
CHANGES = ("opened", "grown", "lessened", "closed", "the same")
READING = ("columns", "scales", "options")
WHY_NOT = ("cannot stand alone", "not possible alone", "not known")


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return [{key: cell[1:] if cell.startswith("'") else cell for key, cell in row.items()} for row in csv.DictReader(file)]


def figure(text):
    """The first number of a text, with its sign; None: there is none."""
    found = re.search(r"[+-]?\d[\d,]*(?:\.\d+)?", text)
    return float(found.group().replace(",", "")) if found else None


def lines(cell):
    return [item.text for item in cell.find("li")]


def plain(cell):
    """A cell's words without the marks and notes behind them."""
    return words_of("".join(c if isinstance(c, str) else "" if "reach" in (c.get("class") or "") or "tag" in (c.get("class") or "")
                            else plain_raw(c) for c in cell.children))


def plain_raw(element):
    return "".join(c if isinstance(c, str) else "" if {"reach", "tag"} & set((c.get("class") or "").split()) else plain_raw(c)
                   for c in element.children)


class Page:
    def __init__(self, folder, text):
        self.folder, self.tree, self.faults = folder, tree_of(text), []

    def same(self, what, told, known):
        if told != known:
            self.faults.append(f"{what} is {told!r}; expected {known!r}")

    def having(self, *attributes, name=None):
        return [e for e in self.tree.walk() if all(e.get(a) is not None for a in attributes) and (name is None or e.name == name)]


class Comparison(Page):
    def check(self):
        self.totals = rows(self.folder, "totals.csv")
        self.results = list(dict.fromkeys(row["result"] for row in self.totals))
        self.check_glance()
        self.check_table()
        self.check_parts()
        self.check_people()
        self.check_groups()
        self.check_shortages()
        self.check_prices()
        self.check_marks()

    def total(self, result, name):
        return next(row for row in self.totals if row["result"] == result and row["total"] == name)

    def check_glance(self):
        """What a reader understands comes first, the points last."""
        place = self.tree.find("section", id="glance")[0]
        items = lines(place)
        if len(self.results) == 1:
            told = {self.results[0]: " ".join([place.one(".lead"), *items])}
        else:
            told = dict(zip(self.results, items))
            self.same("results at a glance", len(items), len(self.results))
        shorts, people = rows(self.folder, "shortages.csv"), rows(self.folder, "people.csv")
        for result, text in told.items():
            if self.is_equal(result, shorts, people):
                self.check_equal(result, text)
                continue
            self.check_shortage_counts(result, text, collections.Counter(row["change"] for row in shorts if row["result"] == result))
            roles = re.search(r"has ([\d,]+) assignments?, .*? has ([\d,]+)\.(?: ([\d,]+) roles? that (?:is|are) asked for stays? empty, there ([\d,]+)\.)?", text)
            moves = re.search(r"([\d,]+) of [\d,]+ people (?:gains? or loses?) a role", text)
            if not roles or not moves:
                self.faults.append(f"{result} is not told at a glance, as results that differ are: {text!r}")
                continue
            mine = [row for row in shorts if row["result"] == result and row["kind"] == "role"]
            empty = [sum(int(row[f"needed_{when}"]) - int(row[f"have_{when}"]) for row in mine if row[f"have_{when}"]) for when in ("after", "before")]
            held = self.total(result, "assignments")
            self.same(f"{result}: roles held, and empty", [int(n.replace(",", "")) for n in roles.groups() if n],
                      [int(held["after"]), int(held["before"]), *(empty if any(empty) else [])])
            move = sum(bool(row["lost"] or row["gained"]) for row in people if row["result"] == result)
            self.same(f"{result}: who moves, in words", int(moves[1].replace(",", "")), move)
            self.same(f"{result}: the points come last", text.find("total") > text.find(" people ") > roles.start(), True)

    def is_equal(self, result, shorts, people):
        """The same assignments, shortages and sums."""
        return (not any(float(self.total(result, name)["difference"]) for name in SUMS)
                and not any(row["lost"] or row["gained"] for row in people if row["result"] == result)
                and all(row["change"] == "the same" for row in shorts if row["result"] == result))

    def check_equal(self, result, text):
        self.same(f"{result} is told to be equal", bool(re.match(re.escape(words_of(result)) + " and .* are equal: the same assignments, totals and shortages, ", text)), True)
        if any(row["result"] == result for row in rows(self.folder, "differences.csv")):
            self.same(f"{result}, whose inputs differ, is from the same", "from the same input files" in text, False)

    def check_shortage_counts(self, result, text, known):
        same = known["the same"]
        if sum(known.values()) == same:
            wanted = f"The same shortages: {same}." if same else "Neither has a shortage."
        else:
            wanted = "Shortages: " + ", ".join(f"{known[change]} {change}" for change in CHANGES) + "."
        self.same(f"{result}: shortages at a glance, {wanted}", wanted in text, True)

    def check_table(self):
        table = self.tree.find("table", cls="results")[0]
        told = set()
        for row in table.find("tr")[1:]:
            first, *others = [cell for cell in row.cells() if cell.name == "td"]
            name = first.get("data-figure")
            told.add(name)
            sign = -1 if name in COSTS else 1
            for cell in others:
                known = self.total(cell.get("data-scenario"), name)
                where = f"{name} of {cell.get('data-scenario')}"
                if name == "proved":
                    self.same(where, (plain(first), plain(cell)), (known["before"], known["after"]))
                    continue
                self.same(where, (float(first.get("data-value")), float(cell.get("data-value"))),
                          (float(known["before"]), float(known["after"])))
                self.same(f"{where} in figures", (figure(plain(first)), figure(plain(cell))),
                          (sign * float(known["before"]), sign * float(known["after"])))
                more = figure(cell.one(".reach")) if cell.find(cls="reach") else 0.0
                self.same(f"{where}, the difference", more, sign * float(known["difference"]))
        self.same("the figures told", told, {row["total"] for row in self.totals} - set(UNTOLD))

    def check_parts(self):
        bars = [e for e in self.having("data-figure", "data-value", name="g")]
        for bar in bars:
            name, result = bar.get("data-figure"), bar.get("data-scenario")
            known = float(self.total(result, name)["difference"]) * (-1 if name in COSTS else 1)
            self.same(f"the bar of {name} of {result}", float(bar.get("data-value")), known)
            self.same(f"the figure beside it, {name}", figure(bar.find("text")[-1].text), known)
        unequal = {r for r in self.results if any(float(self.total(r, n)["difference"]) for n in SUMS)}
        self.same("results with bars", unequal - {bar.get("data-scenario") for bar in bars}, set())

    def by_key(self, attribute):
        found = collections.defaultdict(list)
        for row in self.having("data-scenario", attribute, name="tr"):
            found[row.get("data-scenario"), row.get(attribute)].append(row)
        return found

    def check_people(self):
        told = self.by_key("data-person")
        known = {(row["result"], row["person"]): row for row in rows(self.folder, "people.csv") if row["lost"] or row["gained"]}
        self.same("who moves", {key: len(found) for key, found in told.items()}, dict.fromkeys(known, 1))
        for key, row in known.items():
            if key not in told:
                continue
            name, lost, gained, before, after = told[key][0].cells()
            self.same(f"{key}: name", plain(name), words_of(row["name"] or row["person"]))
            self.same(f"{key}: loses", "; ".join(words_of(plain_raw(li)) for li in lost.find("li")), words_of(row["lost"]))
            self.same(f"{key}: gains", "; ".join(words_of(plain_raw(li)) for li in gained.find("li")), words_of(row["gained"]))
            self.same(f"{key}: hours", (before.text, after.text), (row["hours_before"], row["hours_after"]))
            self.same(f"{key}: hours, sorted", [int(cell.get("data-value")) for cell in (before, after)],
                      [round(100 * float(row[name] or 0)) for name in ("hours_before", "hours_after")])

    def check_groups(self):
        told = self.by_key("data-group")
        known = {(row["result"], row["group"]): row for row in rows(self.folder, "groups.csv")
                 if row["gone"] or row["come"] or row["in"] != "both"}
        self.same("groups that change", {key: len(found) for key, found in told.items()}, dict.fromkeys(known, 1))
        for key, row in known.items():
            if key not in told:
                continue
            _, gone, come, *figures = told[key][0].cells()
            for cell, column in ((gone, "gone"), (come, "come")):
                if " and " not in cell.text:  # more than are named
                    self.same(f"{key}: {column}", cell.text.replace(", ", "; "), words_of(row[column]).replace(", ", "; "))
            columns = ("size_before", "size_after", "points_mean_before", "points_mean_after")
            self.same(f"{key}: figures", [cell.text.replace(",", "") for cell in figures], [row[column] for column in columns])
            self.same(f"{key}: figures, sorted", [cell.get("data-value") for cell in figures], [row[column] or "-1" for column in columns])

    def check_shortages(self):
        told, known = collections.Counter(), collections.Counter()
        for item in self.having("data-scenario", "data-change", name="li"):
            cost = numbers(item.text.rsplit("cost", 1)[-1])
            told[item.get("data-scenario"), item.get("data-change"), tuple(cost)] += 1
        for row in rows(self.folder, "shortages.csv"):
            costs = [float(row["cost_after"] or row["cost_before"])]
            if row["change"] in ("grown", "lessened"):
                costs.append(float(row["cost_before"]))
            known[row["result"], row["change"], tuple(costs)] += 1
        equal = {key for key in known if not self.having("data-change")}
        for key in equal & {key for key in known if key[1] == "the same"}:
            del known[key]  # of equal results nothing is told
        for result in self.results:
            if not any(key[0] == result for key in told) and all(key[1] == "the same" for key in known if key[0] == result):
                known = collections.Counter({key: n for key, n in known.items() if key[0] != result})
        self.same("shortages by change and cost", told, known)

    def check_prices(self):
        known = {(row["result"], row["sheet"], row["key"], row["column"]): row for row in rows(self.folder, "differences.csv")}
        told, sizes = set(), collections.defaultdict(list)
        for row in self.having("data-sheet", name="tr"):
            key = tuple(row.get(f"data-{name}") for name in ("scenario", "sheet", "key", "column"))
            told.add(key)
            if key not in known:
                self.faults.append(f"the difference {key} is in no file")
                continue
            price = known[key]["price"], known[key]["bound"]
            self.same(f"the price of {key}", (row.get("data-price") or "", row.get("data-bound") or ""), price)
            if not price[0]:
                continue
            if key[2] or key[1] == "answers":
                sizes[key[0]].append(abs(float(price[0])))
            shown = [float(n.replace(",", "")) for n in re.findall(r"[+-]?\d[\d,]*", row.cells()[1].text)]
            self.same(f"the price of {key} in words", shown, [float(p) for p in dict.fromkeys(price)])
        for result, found in sizes.items():
            if len(found) == sum(key[0] == result for key in told):
                self.same(f"the order of prices of {result}", found, sorted(found, reverse=True))
        wanted = {key for key, row in known.items() if row["price"] or row["note"] in WHY_NOT}
        self.same("differences with a price or why they have none that are not told", wanted - told, set())
        for key in told & set(known):
            if known[key]["note"] == "priced with the surveys" or (key[1] == "answers" and key[2]):
                self.faults.append(f"{key} is told by itself")

    def check_marks(self):
        marks = self.having("data-scenario", "data-x", name="g")
        objectives = {row["result"]: float(row["after"]) for row in self.totals if row["total"] == "objective"}
        for i, mark in enumerate(marks):
            before = float(self.total(self.results[0], "objective")["before"])
            self.same(f"the mark of {mark.get('data-scenario')}", float(mark.get("data-y")),
                      before if i == 0 else objectives[mark.get("data-scenario")])
            self.same(f"the new assignments of {mark.get('data-scenario')}", int(mark.get("data-x")),
                      int(numbers(mark.find("title")[0].text.rsplit(", ", 1)[-1])[0]))
        if marks:
            self.same("marks", len(marks), 1 + len(self.tree.find("table", cls="results")[0].find("tr")[1].cells()) - 2)


class Sweep(Page):
    def check(self):
        points = rows(self.folder, "frontier.csv")
        names = list(points[0])[:list(points[0]).index("value")]
        spread = self.tree.find("li", cls="spread")[0].text
        for name, part in (("short_needs", 0), ("people", 1)):
            found = [float(point[name]) for point in points if point["value"]]
            said = numbers(spread.split(". ")[part].split(";")[0])
            self.same(f"{name} of all points, from and to", (said[0], said[-1]), (min(found), max(found)))
        told = {int(row.get("data-point")): row for row in self.having("data-point", name="tr")}
        self.same("the points", sorted(told), list(range(len(points))))
        marks = {e.get("data-point"): e for e in self.having("data-point", "data-x", name="g")}
        self.same("the marks", set(marks), {"plan"} | {str(i) for i, point in enumerate(points) if point["value"]})
        own = next(item.text for item in self.tree.find("li") if item.text.startswith("The plan as it is"))
        total, *counts = [figure(text) for text in re.findall(r"-?\d[\d,]*", own)]
        plan = (total, -counts[0], -(counts[1] if len(counts) > 1 else 0))
        for i, point in enumerate(points):
            good = (float(point["total"]), -float(point["shortages"]), -float(point["changes"] or point["moves"])) if point["value"] else plan
            point["behind"] = good != plan and all(mine >= its for mine, its in zip(plan, good))
            point["stands"] = point["efficient"] == "yes" and not point["behind"]
            if i in told:
                self.check_point(i, point, names, told[i])
        self.same("the mark of the plan", (float(marks["plan"].get("data-x")), float(marks["plan"].get("data-y"))),
                  (counts[1] if len(counts) > 1 else 0.0, total))
        for i, point in enumerate(points):
            if point["value"] and str(i) in marks:
                mark = marks[str(i)]
                self.same(f"the mark of point {i}", (mark.get("data-x"), mark.get("data-y")),
                          (point["changes"] or point["moves"], point["total"]))
                self.same(f"the shape of point {i}", bool(mark.find(cls="efficient")), point["stands"])

    def check_point(self, number, point, names, row):
        cells = row.cells()
        values = [cell.text for cell in cells[:len(names)]]
        self.same(f"the values of point {number}", values, [words_of(point[name]) or "blank" for name in names])
        by_figure = {cell.get("data-figure"): cell for cell in cells}
        counted = {"changes", "moves"} & set(by_figure)
        for name in ("total", "shortages", "people", *counted):
            cell, known = by_figure[name], point[name]
            self.same(f"{name} of point {number}", cell.text.replace(",", ""), known)
            if known:
                self.same(f"{name} of point {number} by which it is sorted", cell.get("data-value"), known)
        verdict = by_figure["efficient"].text
        self.same(f"the verdict of point {number}", (verdict.startswith("efficient"), verdict.startswith("the plan as it is"), verdict.startswith("not possible"),
                  "breaks a rule" in verdict, "not proved" in verdict),
                  (point["stands"], point["behind"], not point["value"], point["keeps_rules"] == "no", point["proved"] == "no"))
        links = by_figure["outcome"].find("a")
        self.same(f"the outcome of point {number}", [figure(link.text) for link in links], [float(point["outcome"])] if point["value"] else [])
        for link in links:
            self.same(f"the outcome of point {number}, sorted", by_figure["outcome"].get("data-value"), point["outcome"])
            self.same(f"the report of outcome {point['outcome']}", int(re.findall(r"outcome-(\d+)/report\.html$", link.get("href"))[0]),
                      int(point["outcome"]))
            if not os.path.exists(os.path.join(self.folder, link.get("href"))):
                self.faults.append(f"{link.get('href')} is not there")


class Mended(Page):
    def check(self):
        steps, notices = rows(self.folder, "mending.csv"), rows(self.folder, "notices.csv")
        told = {row.get("data-step"): row for row in self.having("data-step", name="tr")}
        if len(steps) <= 60:
            self.same("the steps", list(told), [step["moves"] for step in steps])
        for step in steps:
            if step["moves"] in told:
                self.check_step(step, told[step["moves"]])
        for mark in self.having("data-step", "data-x", name="g"):
            step = next(step for step in steps if step["moves"] == mark.get("data-step"))
            self.same(f"the mark of {step['moves']} moves", (mark.get("data-x"), mark.get("data-y")), (step["moves"], step["total"]))
            self.same(f"what is marked at {step['moves']}", (bool(mark.find(cls="chosen")), bool(mark.find(cls="ring"))),
                      (step["chosen"] == "yes", step["recommended"] == "yes"))
        lead = next(p for p in self.tree.find("p", cls="lead") if p.get("data-begin"))
        self.same("assignments that begin", int(lead.get("data-begin")), sum(row["change"] == "begins" for row in notices))
        self.check_told(notices)

    def check_step(self, step, row):
        _, *cells, which = row.cells()
        self.same(f"{step['moves']} moves", [cell.text.replace(",", "").lstrip("+") for cell in cells],
                  [step["total"], step["gain"], step["shortages"]])
        self.same(f"{step['moves']} moves, sorted", [int(cell.get("data-value")) for cell in cells],
                  [int(step["total"]), int(step["gain"] or 0), int(step["shortages"])])
        self.same(f"what {step['moves']} moves are", ("this result" in which.text, "recommended" in which.text),
                  (step["chosen"] == "yes", step["recommended"] == "yes"))

    def check_told(self, notices):
        told = {row.get("data-person"): row for row in self.having("data-person", name="tr")}
        known = collections.defaultdict(lambda: ([], [], []))
        for row in notices:
            ends, begins, also = known[row["person"]]
            where = f"{row['role']} of {row['group']}"
            if row["change"] in ("ends", "begins"):
                (ends if row["change"] == "ends" else begins).append(words_of(where))
            else:
                also.append(words_of(f"{row['group']}: {row['note']}"))
        self.same("who is told", set(told), set(known))
        for person in set(told) & set(known):
            self.same(f"what {person} is told", tuple(lines(cell) for cell in told[person].cells()[1:]), known[person])


def page_of(folder, text):
    for name, kind in (("totals.csv", Comparison), ("frontier.csv", Sweep), ("mending.csv", Mended)):
        if os.path.exists(os.path.join(folder, name)):
            return kind(folder, text)
    sys.exit(f"{folder}: is no comparison, sweep or mended result")


SPOILT = re.compile(r'data-(?:value|x|y|price|bound)="-?\d*(\d)"|<td class="number"[^>]*>[+-]?[\d,]*(\d)<')


def spoil(folder, text, n):
    """Of n figures changed by one those that are not noticed."""
    main = text[text.index("<main"):text.index("<script>", text.index("<main"))]
    begin, draw, unnoticed = text.index("<main"), random.Random(1), 0
    marked = [m for m in SPOILT.finditer(main)]
    if os.path.exists(os.path.join(folder, "mending.csv")):  # the other sections are for report_agrees.py
        first, last = main.index('id="changes"'), main.index('id="shortages"')
        marked = [m for m in marked if first < m.start() < last]
    marked = [m for m in marked if 'data-value="-461168' not in m.group()]  # stands for no figure where rows are sorted
    for match in draw.sample(marked, min(n, len(marked))):
        at = begin + (match.start(1) if match.group(1) is not None else match.start(2))
        page = page_of(folder, text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1:])
        page.check()
        if not page.faults:
            unnoticed += 1
            print(f"{folder}: not noticed: {match.group()}")
    return unnoticed


def silence(folder, text):
    """Of the sentences at a glance those that are not missed, and of those that say results are equal, or not, those that do for the other."""
    if not os.path.exists(os.path.join(folder, "totals.csv")):
        return 0
    begin, unnoticed = text.index('<section id="glance"'), 0
    glance = text[begin:text.index('<p class="question"', begin)]
    for match in re.finditer(r'<(p class="lead"|li)>(.*?)</(?:p|li)>', glance):
        for said in ("", "These are equal, the same.", "This fills 1 role."):
            page = page_of(folder, text[:begin + match.start(2)] + said + text[begin + match.end(2):])
            page.check()
            if not page.faults:
                unnoticed += 1
                print(f"{folder}: not missed: {match.group(2)}")
    return unnoticed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--spoil", type=int, default=0)
    options = parser.parse_args()
    faults = 0
    for folder in options.folders:
        with open(os.path.join(folder, "report.html"), encoding="utf-8") as file:
            text = file.read()
        page = page_of(folder, text)
        page.check()
        for fault in page.faults:
            print(f"{folder}: {fault}")
        faults += len(page.faults) + (spoil(folder, text, options.spoil) + (silence(folder, text) if options.spoil else 0) if not page.faults else 0)
        print(f"{folder}: {type(page).__name__.lower()}, {len(page.faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
