"""What a report's page prints, beside the result's files: at a glance, shortages, groups and people. Every part that is missing, figure
that cannot be found and row too many is a fault."""

import collections
import math
import re

from page_tree import numbers


def hundredths(text):
    return round(float(text) * 100)


class Checker:
    def __init__(self, name):
        self.name, self.faults, self.checked = name, [], 0

    def equal(self, what, shown, expected):
        self.checked += 1
        if shown != expected:
            self.faults.append(f"{what}: the page has {shown!r}; the files have {expected!r}")

    def true(self, what, holds):
        self.equal(what, bool(holds), True)

    def only(self, what, found):
        """The one element of a list; a fault where there is none or more."""
        self.equal(f"{what}: how many there are", len(found), 1)
        return found[0] if len(found) == 1 else None


def sentence(check, place, pattern, what):
    """The figures in the one sentence that matches; {n} in the pattern is a figure."""
    regex = re.compile(re.escape(pattern).replace(r"\{n\}", r"([\d,.]*\d)").replace(r"\|", "|").replace(r"\(", "(").replace(r"\)", ")"))
    match = regex.search(place.text)
    check.true(f"{what}: \"{pattern}\" is there", match)
    return [float(text.replace(",", "")) for text in match.groups() if text and re.fullmatch(r"[\d,.]+", text)] if match else None


def check_glance(check, page, result):
    place = check.only("At a glance", page.find("section", id="glance"))
    if not place:
        return
    serving = [p for p in result.people if int(p["groups"])]
    lacking = sum(int(s["needed"]) - int(s["have"]) for s in result.shortages if s["kind"] == "role")
    filled = sentence(check, place, "{n} of {n} roles (is|are) filled", "roles")
    if filled:
        check.equal("roles asked for and not filled", filled[1] - filled[0], lacking)
        check.true("no more roles filled than assignments", filled[0] <= len(result.assignments) or result.site)
    led = sentence(check, place, "{n} of {n} (group|groups) to be led (has|have) a leader", "leaders")
    if led:
        with_leader = sum(int(g["leads"]) > 0 for g in result.groups)
        check.true("no more groups with a leader than lead", led[0] <= with_leader and led[1] <= len(result.groups))
        check.true("groups to be led without a leader lack a role", led[1] - led[0] <= len({s["group"] for s in result.shortages}))
        if led[1] == len(result.groups):
            check.equal("groups with a leader", led[0], with_leader)
    check_unfit(check, place, result)
    check.equal("staff with a part", sentence(check, place, "{n} of {n} staff (has|have) a part", "staff"),
                [len(serving), len(result.people)])
    told = [item.text for item in place.find("li") if re.search(r"staff (has|have) a part", item.text)]
    has, staff, *others = numbers(told[0]) if told else (0, 0)
    check.equal("staff with a part, and the others by why they have none", has + sum(others), staff)
    away = result.facts["counts"]["away"] if result.site is None else None
    if away:
        check.equal("away", sentence(check, place, "{n} (is|are) away", "away"), [away])
    if serving:
        check_load(check, place, result, serving)
    if result.shortages:
        check.equal("shortages", sentence(check, place, "{n} (thing|things) that the plan asks for (is|are) missing", "shortages"),
                    [len(result.shortages)])
    else:
        check.true("no shortage is said", "Nothing that the plan asks for is missing." in place.text)
    check.equal("seats held", sentence(check, place, "{n} (seat is|seats are) held in all", "seats"), [len(result.assignments)])
    check.equal("is told as proved", bool(place.find("p", cls="proved")), result.facts["proved"])
    check.equal("is told as not proved", bool(place.find("p", cls="unproved")), not result.facts["proved"])
    check_measures(check, place, filled, led, serving, result)


def check_unfit(check, place, result):
    """Leaders with 0 points are named whose answers speak neither for skill nor for will; of roles about which nothing was asked they are counted."""
    groups = {g["group"] for g in result.groups}
    answers = lambda a: [float(a[part]) for part in ("fit", "interest", "growth") if a[part]]
    unfit = [a for a in result.all_assignments if a["leads"] == "yes" and float(a["points"]) == 0 and a["group"] in groups and not any(answers(a))]
    known = [a for a in unfit if answers(a)]
    told = check.only("leaders with 0 points", place.find("li", cls="unfit")) if known else None
    if told:
        check.equal("leaders with 0 points", int(told.get("data-value")), len(known))
        check.equal("leaders with 0 points: in words", numbers(told.children[0])[:2], [float(len(known)), 0.0])
        names = [link.text for link in told.find("a")][::2]
        check.equal("leaders with 0 points: named", len(names), min(len(known), 8))
        check.equal("leaders with 0 points: how many more", re.findall(r"and ([\d,]+) more, with", told.text),
                    [f"{len(known) - 8:,}"] if len(known) > 8 else [])
        for name in names:
            person = result.by_label.get(name)
            check.true(f"{name} leads with 0 points", person and person["person"] in {a["person"] for a in known})
    else:
        check.equal("no leader has 0 points", place.find("li", cls="unfit"), [])
    unasked = place.find("li", cls="unasked")
    check.equal("leaders of roles about which nothing was asked", [numbers(item.text)[0] for item in unasked],
                [float(len(unfit) - len(known))] if len(unfit) > len(known) else [])


def check_load(check, place, result, serving):
    load = sentence(check, place, "holds {n} roles on average, nobody more than {n}. {n} of {n} hours", "load")
    points = sentence(check, place, "with {n} of 1,000 points on average", "points")
    if load:
        check.equal("roles of each", load[0], math.floor(10 * len(result.assignments) / len(serving) + 0.5) / 10)
        check.equal("most roles of one", load[1], max(int(p["groups"]) for p in result.people))
        check.equal("hours used", load[2], (sum(hundredths(p["hours"]) for p in result.people) + 50) // 100)
        given = (sum(hundredths(p["hours"]) + hundredths(p["hours_left"]) for p in result.people) + 50) // 100
        check.true("hours given are not more than all have", load[2] <= load[3] <= given)
        if not result.facts["counts"]["away"]:
            check.equal("hours given", load[3], given)
    check.equal("points on average", points, [sum(int(a["points"]) for a in result.assignments) // len(result.assignments)])


def check_measures(check, place, filled, led, serving, result):
    """The drawing says what the sentences say, and its bars are as long as that."""
    chart = check.only("the drawing", place.find("svg", cls="bars"))
    if not chart or not filled or not led:
        return
    described = [numbers(part) for part in chart.find("desc")[0].text.split(". ") if part.strip(". ")]
    labels = [numbers(text.text) for text in chart.find("text", cls="figure")]
    check.equal("figures described and drawn", described, labels)
    check.equal("figures drawn", labels[:3], [filled, led, [len(serving), len(result.people)]])
    tracks = [int(bar.get("width")) for bar in chart.find("rect", cls="track")]
    drawn = {bar.get("y"): int(bar.get("width")) for bar in chart.find("rect", cls="bar")}
    for (have, asked), track, bar in zip(labels, tracks, (drawn.get(t.get("y"), 0) for t in chart.find("rect", cls="track"))):
        check.true(f"a bar of {bar} on {track} for {have} of {asked}", asked == 0 or abs(bar - track * min(have / asked, 1)) <= 1)


def shortage_texts(row):
    """What the words of a shortage must name."""
    return [row[column] for column in ("group", "role", "skill", "value") if row[column]] + ([row["level"]] if row["level"] else [])


def check_shortages(check, page, result):
    place = check.only("Shortages and repairs", page.find("section", id="shortages"))
    if not place:
        return
    entries = [entry for entry in place.find("li") if re.fullmatch(r"s\d+", entry.get("id") or "")]
    check.equal("shortages listed", len(entries), len(result.shortages))
    costs = [numbers(entry.one(".cost"))[0] for entry in entries]
    check.equal("costs, dearest first", costs, sorted((float(s["cost"]) for s in result.shortages), reverse=True))
    result.told = [entry.one("h3") for entry in entries]
    left = list(result.shortages)
    for entry, cost in zip(entries, costs):
        title, repair = entry.one("h3"), entry.one(".repair")
        figures = numbers(entry.one(".short"))
        fits = [s for s in left if float(s["cost"]) == cost and s["repair"] == repair and all(t in title for t in shortage_texts(s)) and
                figures == [float(s["have"]), float(s["needed"])]]
        check.true(f"a row of shortages.csv for \"{title}\", {figures}, {cost}", fits)
        if not fits:
            continue
        left.remove(fits[0])
        check.true(f"{title}: its figures", set(figures) <= set(numbers(title)))
        check.equal(f"{title}: its group", entry.one("a"), fits[0]["group"])
        have, needed = int(fits[0]["have"]), int(fits[0]["needed"])
        dots = len(entry.find("circle"))
        check.true(f"{title}: places drawn", dots in (0, max(have, needed)))
        if dots:
            check.equal(f"{title}: places drawn full", len(entry.find("circle", cls="full")), min(have, needed))


def member_of(check, result, cells, group):
    person = result.by_label.get(cells[0].text)
    check.true(f"{group}: a person called {cells[0].text!r}", person)
    return (person["person"] if person else None, cells[1].children_text("bdi"), bool(cells[1].find("span", cls="tag")), numbers(cells[2].text))


def check_groups(check, page, result):
    place = check.only("Groups", page.find("section", id="groups"))
    if not place:
        return
    cards = {card.one("h3"): card for card in place.find("article")}
    check.equal("groups with a card", sorted(cards), sorted(g["group"] for g in result.groups))
    check.equal("cards", len(place.find("article")), len(result.groups))
    everyone = [a for held in result.held.values() for a in held]
    seats = collections.defaultdict(list)
    for row in everyone:
        seats[row["group"]].append(row)
    for group in result.groups:
        name = group["group"]
        if name in cards:
            check_card(check, cards[name], result, group, seats[name])


def check_card(check, card, result, group, seats):
    name = group["group"]
    facts = " | ".join(fact.text for fact in card.find("ul", cls="facts")[0].find("li")) if card.find("ul", cls="facts") else ""
    check.true(f"{name}: its size", re.search(rf"(^|\| ){int(group['size']):,} members?\b", facts))
    if int(group["size"]):
        check.true(f"{name}: its points", f"{int(group['points_mean']):,} points on average" in facts)
    tables = card.find("table", cls="members")
    shown = [member_of(check, result, row.cells(), name) for row in tables[0].find("tbody")[0].find("tr")] if tables else []
    files = [(a["person"], a["role"], a["leads"] == "yes", [float(a["points"])]) for a in seats]
    check.equal(f"{name}: members", sorted(shown, key=repr), sorted(files, key=repr))
    check.equal(f"{name}: leaders first", [m[2] for m in shown], sorted((m[2] for m in shown), reverse=True))
    missing = card.find("ul", cls="missing")
    short = [s for s in result.shortages if s["group"] == name]
    check.equal(f"{name}: shortages", len(missing[0].find("li")) if missing else 0, len(short))
    for entry in missing[0].find("a") if missing else []:
        check.true(f"{name}: {entry.text!r} is one of the shortages told", entry.text in result.told)
    check_strips(check, card, name, [s for s in short if s["kind"] == "coverage"], len(seats))


def check_strips(check, card, name, short, size):
    """The cells of each strip add up, and agree with the words beside it and with the shortages of coverage."""
    told = []
    for row in [row for table in card.find("table", cls="strips") for row in table.find("tbody")[0].find("tr")]:
        skill, reach = row.cells()[0].children_text("bdi"), row.one(".reach")
        chart = check.only(f"{name}, {skill}: its strip", row.find("svg"))
        if not chart:
            continue
        have, level, asked = [numbers(reach)[i] for i in ((0, 1, 2) if "asked for" in reach else (0, 2, 1))]
        cells = [int(text.text) for text in chart.find("text", cls="cell")]
        described = re.sub(r"^.*?above\.", "", chart.find("desc")[0].text)
        levels = [(float(at), float(n)) for at, n in re.findall(r"Level (\d+): (\d+)\.", described)]
        check.equal(f"{name}, {skill}: the cells and their description", sorted(float(n) for n in cells),
                    sorted([n for _, n in levels] + [float(n) for n in re.findall(r"No answer: (\d+)\.", described)]))
        check.equal(f"{name}, {skill}: members at {level:.0f}", sum(n for at, n in levels if at >= level), have)
        check.true(f"{name}, {skill}: no more than all members", sum(cells) <= size and ("asked for" in reach or sum(cells) == asked))
        told.append((skill, level, have, asked if "asked for" in reach else None, numbers(row.one(".short"))))
    for row in short:
        check.true(f"{name}: {row['have']} of {row['needed']} with {row['skill']} {row['level']} beside its strip",
                   (row["skill"], float(row["level"]), float(row["have"]), float(row["needed"]),
                    [float(row["needed"]) - float(row["have"])]) in told)


def hours_shown(text):
    match = re.search(r"([\d,.]+) of ([\d,.]+) h\b", text)
    return [hundredths(part.replace(",", "")) for part in match.groups()] if match else None


def check_people(check, page, result):
    place = check.only("People", page.find("section", id="people"))
    table = check.only("the table of people", place.find("table", cls="people")) if place else None
    if not table:
        return
    heads = [head.text for head in table.find("thead")[0].find("th")]
    check.true("columns of people", {"Name", "Roles", "Hours a month"} <= set(heads))
    at = {head: i for i, head in enumerate(heads)}
    shown = []
    for row in table.find("tbody")[0].find("tr"):
        cells = row.cells()
        person = result.by_label.get(cells[at["Name"]].text)
        check.true(f"a person called {cells[at['Name']].text!r}", person)
        if person:
            shown.append(person["person"])
            check_row(check, result, person, cells, at)
    check.equal("people in the table", sorted(shown), sorted(p["person"] for p in result.people))
    check_persons(check, place, result)


def role_of(entry):
    names = [bdi.text for bdi in entry.find("bdi")]
    return names[0], names[1], bool(entry.find("span", cls="tag"))


def check_row(check, result, person, cells, at):
    who, roles, load = person["person"], cells[at["Roles"]], cells[at["Hours a month"]]
    held = sorted((a["group"], a["role"], a["leads"] == "yes") for a in result.held[who])
    check.equal(f"{who}: roles in the table", sorted(role_of(entry) for entry in roles.find("li")), held)
    check.equal(f"{who}: groups, to sort by", roles.get("data-value"), person["groups"])
    used, left = hundredths(person["hours"]), hundredths(person["hours_left"])
    check.equal(f"{who}: hours in the table", hours_shown(load.text), [used, used + left])
    check.equal(f"{who}: hours, to sort by", load.get("data-value"), str(used))
    if "Site" in at:
        check.equal(f"{who}: site", cells[at["Site"]].text, person["site"])
    tracks, bars = load.find("rect", cls="track"), load.find("rect", cls="bar")
    if tracks and used + left > 0:
        width = int(bars[0].get("width")) if bars else 0
        check.true(f"{who}: load bar", abs(width - int(tracks[0].get("width")) * min(used / (used + left), 1)) <= 1)


def check_persons(check, place, result):
    shown = []
    for entry in place.find("article"):
        person = result.by_label.get(entry.one("h4"))
        check.true(f"a person called {entry.one('h4')!r}", person)
        if not person:
            continue
        who = person["person"]
        shown.append(who)
        used, left = hundredths(person["hours"]), hundredths(person["hours_left"])
        check.equal(f"{who}: hours", hours_shown(entry.find("ul", cls="facts")[0].text), [used, used + left])
        heads, reasons = entry.find("dt"), [dd.text for dd in entry.find("dd")]
        roles = [role_of(head) + (numbers(head.one(".points"))[0], reason) for head, reason in zip(heads, reasons)]
        check.equal(f"{who}: roles, points and reasons", sorted(roles),
                    sorted((a["group"], a["role"], a["leads"] == "yes", float(a["points"]), a["reason"]) for a in result.held[who]))
        check.equal(f"{who}: a reason for each role", len(heads), len(reasons))
        if not result.held[who]:
            check.true(f"{who}: why without a part", person["reason"] in entry.text)
    check.equal("people one by one", sorted(shown), sorted(p["person"] for p in result.people))
