"""Balance, links between groups, and how it was decided, on a report's page: from the result's files and the sheets."""

import collections
import itertools
import re

import leading
from page_inputs import check_inputs
from page_skills import percent, tenths
from page_tree import numbers, words_of
from people import values_of
from sheets import header_key, key


def hundredths(text):
    return round(float(text) * 100)


def bars_of(chart):
    return [int(n) for n in numbers(" ".join(re.findall(r": ([\d,]+)\.", chart.find("desc")[0].text)))]


def check_bars(check, place, cls, expected):
    chart = check.only(cls, place.find("svg", cls=cls))
    if not chart:
        return
    labels, told = [text.text for text in chart.find("text", cls="label")], [text.text for text in chart.find("text", cls="figure")]
    figures = [int(text.replace(",", "")) for text in told]
    check.equal(f"{cls}: drawn and described", chart.find("desc")[0].text, " ".join(f"{label}: {text}." for label, text in zip(labels, told)))
    check.equal(f"{cls}: figures", figures, expected)
    check.equal(f"{cls}: described", bars_of(chart), expected)


def check_load(check, place, rows, away):
    people = [p for p in rows if p["person"] not in away]
    serving = [p for p in people if int(p["groups"])]
    one = sum(int(p["groups"]) == 1 for p in people)
    first = [p for p in place.find("p") if p.get("data-serving")][0]
    check.equal("who serves", numbers(first.text), [float(n) for n in (len(serving), len(people), one, len(serving) - one)])
    roles = collections.Counter(min(int(p["groups"]), 6) for p in people)
    most = max([1, *roles])
    check_bars(check, place, "roles-chart", [roles[n] for n in range(most + 1)])
    bands = collections.Counter()
    for person in people:
        used, left = hundredths(person["hours"]), hundredths(person["hours_left"])
        bands["none given" if used + left <= 0 else "none" if not used else "all" if left <= 0 else "half" if 2 * used >= used + left else "less"] += 1
    order = (["none given"] if bands["none given"] else []) + ["none", "less", "half", "all"]
    check_bars(check, place, "hours-chart", [bands[band] for band in order])


def check_limit(check, place, by_label):
    told = [p for p in place.find("p") if p.get("data-at-limit")][0]
    figures, listed = numbers(told.text), place.find("ul", cls="at-limit")
    entries = listed[0].find("li") if listed else []
    if not figures:
        return check.equal("at the limit", told.get("data-at-limit"), "0")
    check.equal("at the limit", [figures[0], figures[0]], [float(told.get("data-at-limit")), figures[1] + figures[2]])
    more = [numbers(note.text)[0] for note in place.find("p", cls="note") if "more are in the table" in note.text or "more is in" in note.text]
    check.equal("at the limit and not named", sum(more), figures[0] - len(entries))
    for entry in entries:
        person, reach = by_label[entry.one("a")], entry.one(".reach")
        used, left = hundredths(person["hours"]), hundredths(person["hours_left"])
        fits = [[float(person["groups"])], [used / 100, (used + left) / 100]]
        check.true(f"{entry.text}: {fits}", numbers(reach) in fits)
    return None


def shares_here(sheets, people, serving, led, field, value):
    """Staff, with a part, leading roles, of those with a value; of no value those without one."""
    def has(person):
        values = values_of(person, header_key(field), sheets.world.sites)
        shown = {leading.band(v) for v in values} if value in leading.BANDS else values
        return key(value) in map(key, shown) if value else not values
    of = [p for p in people if has(p)]
    return [len(of), sum(p.key in serving for p in of), sum(led[p.key] for p in of)]


def check_shares(check, place, result, sheets, site):
    people = [p for p in sheets.people.values() if not p.away and (site is None or words_of(p.site) == site)]
    serving = {p["person"] for p in result.people if int(p["groups"])}
    led = collections.Counter(a["person"] for rows in result.held.values() for a in rows if a["leads"] == "yes")
    whole = [len(people), sum(p.key in serving for p in people), sum(led[p.key] for p in people)]
    file = {(row["field"], row["value"]): row for row in result.leading}
    for body in [body for table in place.find("table", cls="shares") for body in table.find("tbody")]:
        for row in body.find("tr"):
            field, value = words_of(body.get("data-field")), words_of(row.get("data-value-of"))
            cells = row.cells()[2:]
            here = shares_here(sheets, people, serving, led, field, value)
            for cell, name, part, all_of in zip(cells, ("data-staff", "data-serving", "data-leading"), here, whole):
                at = tenths(part, all_of)
                check.equal(f"{field} {value!r}, {name}", [cell.get(name), cell.text],
                            [str(part), f"{part:,}" + (f" {at // 10}.{at % 10}%" if at >= 0 else "")])
            if site is None and (field, value) in file:
                check.equal(f"{field} {value!r} in leading.csv", [file[field, value]["staff"], file[field, value]["leading_roles"]],
                            [str(here[0]), str(here[2])])
    for entry in [li for ul in place.find("ul", cls="told") for li in ul.find("li") if "furthest" in li.text]:
        field, value = [bdi.text for bdi in entry.find("bdi")]
        part = shares_here(sheets, people, serving, led, field, value)
        text = re.split(r" (?:are|is) held by", entry.raw())[0] + " who are" + entry.raw().split(" who are")[-1]
        check.equal(entry.text, numbers(text), [float(n) for n in (part[2], whole[2], percent(part[2], whole[2]), part[0], whole[0], percent(part[0], whole[0]))])


def hundredth(halves, of):
    """Of 100 comparisons, to the nearest, halves up."""
    return (100 * halves + of["comparisons"]) // (2 * of["comparisons"])


def check_merit(check, place, result):
    told = result.facts["leading"]
    expected = [of for of in (told["skill_and_interest"], *told["years"]) if of["comparisons"]]
    entries = [li for li in place.find("li") if li.get("data-concordance")]
    check.equal("who leads: pairs", [[int(li.get("data-concordance")), int(li.get("data-pairs"))] for li in entries],
                [[of["permille"], of["comparisons"]] for of in expected])
    for entry, of in zip(entries, expected):
        more, ties = (hundredth(2 * of[name], of) for name in ("higher", "equal"))
        says = f"in {more} of 100" in entry.text and entry.text.count(f", in {ties} as much.") == entry.text.count("as much") == (ties > 0)
        check.true(f"{entry.text}: of 100", says)
        seats, all_roles = of["seats"], told["leading_roles"]
        check.true(f"{entry.text}: of how many", f"{seats:,} of {all_roles:,} leading role" in entry.text)
        undecided = seats < 3 or 2 * seats < all_roles
        check.equal(f"{entry.text}: a verdict", "too few to say what decides" in entry.text, undecided)
        few = re.findall(r"([\d,]+) (?:such )?pairs?\b", entry.text.split("of 100", 1)[1])
        check.true(f"{entry.text}: how few pairs", all(int(n.replace(",", "")) == of["comparisons"] for n in few))
    for chart in place.find("svg", cls="concordance"):
        shown = [hundredth(2 * of["higher"] + of["equal"], of) for of in expected[:6]]
        check.equal("who leads, drawn", [int(text.text) for text in chart.find("text", cls="figure")], shown)
        check.equal("who leads, described", [int(n) for n in re.findall(r": (\d+) of 100", chart.find("desc")[0].text)], shown)


def check_balance(check, page, result, site):
    place = check.only("Balance", page.find("section", id="balance"))
    if not place:
        return
    sheets = result.sheets
    check_load(check, place, result.people, {p.key for p in sheets.people.values() if p.away})
    check_limit(check, place, result.by_label)
    if place.find("ul", cls="told"):
        check_merit(check, place, result)
    check_shares(check, place, result, sheets, site)


def check_network(check, page, result, site):
    place = check.only("Links between groups", page.find("section", id="network"))
    if not place:
        return
    own = {g["group"] for g in result.all_groups if site is None or g["site"] == site}
    pairs = collections.defaultdict(set)
    for who, rows in result.held.items():
        for one, other in itertools.combinations(sorted({row["group"] for row in rows}), 2):
            if one in own or other in own:
                pairs[one, other].add(who)
    first = [p for p in place.find("p") if p.get("data-pairs")]
    if not pairs or not first:
        return check.equal("pairs of groups", bool(first), bool(pairs))
    linked = {group for pair in pairs for group in pair}
    filled = {row["group"] for rows in result.held.values() for row in rows} & own
    people = set().union(*pairs.values())
    told = [len(linked & own), len(filled), len(pairs), len(people)]
    check.equal("links", numbers(first[0].text)[:4], [float(n) for n in told])
    rows = place.find("table", cls="links")[0].find("tbody")[0].find("tr")
    for row in rows:
        names, shared = [bdi.text for bdi in row.cells()[0].find("bdi")], row.cells()[1]
        have = pairs.get(tuple(sorted(names)), set())
        check.equal(f"{names}: shared", [shared.text, shared.get("data-value")], [str(len(have))] * 2)
        named = [result.by_label[a.text]["person"] for a in row.cells()[2].find("bdi")]
        more = numbers(row.cells()[2].raw().split("and ")[-1]) if len(named) < len(have) else [0]
        check.true(f"{names}: {named}", set(named) <= have and more == [len(have) - len(named)])
    check_picture(check, place, rows, len(pairs), result)
    return None


def check_picture(check, place, rows, n_pairs, result):
    shown = [set(bdi.text for bdi in row.cells()[0].find("bdi")) for row in rows]
    chart = place.find("svg", cls="net")[0]
    labels = [text.text for text in chart.find("text")]
    names = [g["group"] for g in result.all_groups]
    check.equal("groups and lines drawn", [len(labels), len(chart.find("path", cls="link"))], [len(set().union(*shown)), len(rows)])
    described = chart.find("desc")[0].text
    check.true(f"described: {described}", described.startswith(f"{len(labels)} groups on a ring, {len(rows)} lines ") and
               f": {rows[0].cells()[1].text}. The table" in described)
    for label in labels:
        begin, _, end = label.partition("…")
        check.true(f"{label}: a group's name", any(
            name.find(begin) >= 0 and name.endswith(end) for name in names))
    if len(rows) < n_pairs:
        note = [p.text for p in place.find("p") if p.text.startswith("Shown are")]
        check.equal("shown", numbers(note[0])[:2] if note else None, [float(len(rows)), float(n_pairs)])


def check_decided(check, page, result, site):
    place = check.only("How this was decided", page.find("section", id="decided"))
    if not place:
        return
    parts = result.facts["parts"]
    totals = [parts["points"], parts["everyone"], -parts["extra_load"], -parts["shortages"], result.facts["objective"]]
    cells = [row.cells()[1] for row in place.find("table", cls="total")[0].find("tbody")[0].find("tr")]
    check.equal("the total, to sort by", [int(cell.get("data-value")) for cell in cells], totals)
    check.equal("the total", [int(cell.text.replace("−", "-").replace(",", "")) for cell in cells], totals)
    turnout = [p for p in place.find("p") if p.get("data-answered")][0]
    here = [p for p in result.sheets.people.values() if site is None or words_of(p.site) == site]
    answered = sum(p.answered for p in here)
    check.equal("who answered", numbers(turnout.text), [float(n) for n in (answered, len(here), percent(answered, len(here)))])
    drawn = place.find("article", cls="turnout")[0].find("svg")[0]
    for text in (drawn.find("desc")[0].text, drawn.one(".figure")):
        check.equal("who answered, drawn", numbers(text), [float(answered), float(len(here))])
    for heading in place.find("h4"):
        if heading.get("data-value"):
            check.equal(heading.text, numbers(heading.text)[:1], [float(heading.get("data-value"))])
    check_inputs(check, place, result)
