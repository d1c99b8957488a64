"""The skills inventory of a report's page, counted again from the surveys as the oracle reads them. What a plan asks for and the
quadrants' names are Cadre's own words: of them what the page says twice must agree."""

import re

from page_tree import numbers, words_of
from sheets import key

HAVE = WANT = 3
EXPERT = 4
NO_ANSWER = 0  # counts: no answer, then levels 0 to 5


def tenths(part, whole):
    return (2000 * part + whole) // (2 * whole) if whole else -1


def percent(part, whole):
    return (200 * part + whole) // (2 * whole) if whole else -1


def counts_of(people, answer):
    counts = [0] * 7
    for person in people:
        level = answer(person)
        counts[NO_ANSWER if level is None else level + 1] += 1
    return counts


def at_least(counts, level):
    return sum(counts[level + 1:])


class Counted:
    """One skill among some people."""

    def __init__(self, people, skill):
        self.skill = key(skill)
        self.people = people
        self.levels = counts_of(people, lambda p: p.skills.get(self.skill))
        self.interests = counts_of(people, lambda p: p.interests.get(self.skill))

    def both(self):
        """Of those who answered both: have and want, want alone, have alone."""
        found = [(p.skills.get(self.skill, -1) >= HAVE, p.interests[self.skill] >= WANT) for p in self.people if
                 self.skill in p.interests and self.skill in p.skills]
        return [found.count(pair) for pair in ((True, True), (False, True), (True, False))]

    def willing(self, below):
        return sum(-1 < p.skills.get(self.skill, -1) < below and p.interests.get(self.skill, 0) >= WANT for p in self.people)

    def share(self):
        return percent(at_least(self.levels, HAVE), at_least(self.levels, 0))


def check_counts(check, name, cell, counts, staff):
    check.equal(f"{name}: counts", cell.get("data-counts"), " ".join(map(str, counts)))
    for chart in cell.find("svg"):
        shown = [(level, counts[level + 1]) for level in range(5, -1, -1) if counts[level + 1]]
        check.equal(f"{name}: described", numbers(chart.find("desc")[0].text), [float(n) for n in (
            at_least(counts, HAVE), at_least(counts, 0), HAVE, *(n for pair in shown for n in pair), counts[NO_ANSWER])])
        if staff < 1000:
            check.equal(f"{name}: its cells", [int(text.text) for text in chart.find("text", cls="cell")], [n for n in counts if n])


def check_levels(check, place, people):
    for row in [row for table in place.find("table", cls="levels") for row in table.find("tbody")[0].find("tr")]:
        of, cells = Counted(people, row.get("data-skill")), row.cells()
        check.equal("a skill's name", cells[0].text, words_of(row.get("data-skill")))
        check_counts(check, f"{of.skill}, levels", cells[1], of.levels, len(people))
        if len(cells) > 2:
            check_counts(check, f"{of.skill}, interests", cells[2], of.interests, len(people))


def check_share(check, name, cell, part, whole):
    told = [float(n) for n in (percent(part, whole), part, whole)] if whole else []
    check.equal(f"{name}: people", cell.get("data-have") or cell.get("data-want"), str(part))
    check.equal(f"{name}: to sort by", cell.get("data-value"), str(tenths(part, whole)))
    check.equal(f"{name}: in words", numbers(cell.text), told)


def check_map(check, place, people):
    tables = place.find("table", cls="map-table")
    rows = tables[0].find("tbody")[0].find("tr") if tables else []
    shares, order = [], {}
    for number, row in enumerate(rows, 1):
        of, cells = Counted(people, row.get("data-skill")), row.cells()
        order[number] = words_of(row.get("data-skill"))
        check.equal(f"{of.skill}: its number", [cells[0].get("data-value"), cells[0].text], [str(number), f"{number} {order[number]}"])
        have, want = at_least(of.levels, HAVE), at_least(of.interests, WANT)
        check_share(check, f"{of.skill}, have", cells[1], have, at_least(of.levels, 0))
        check_share(check, f"{of.skill}, want", cells[2], want, at_least(of.interests, 0))
        check.equal(f"{of.skill}: of those who answered both", [[int(cell.text) for cell in cells[3:6]]] * 2,
                    [of.both(), [int(cell.get(name)) for cell, name in zip(cells[3:6], ("data-both", "data-want-only", "data-have-only"))]])
        shares.append((tenths(have, at_least(of.levels, 0)), tenths(want, at_least(of.interests, 0)), cells[6].text))
    for drawing in place.find("svg", cls="map"):
        means = [(sum(share[side] for share in shares) // len(shares) + 5) // 10 for side in (0, 1)]
        check.equal("the drawing's description", numbers(drawing.find("desc")[0].text), [float(n) for n in (len(shares), *means)])
        figure = [figure for figure in place.find("figure") if drawing in figure.find("svg")][0]
        check.equal("the averages below it", [n for n in numbers(figure.one("figcaption")) if n in means][:2], [float(n) for n in means])
        for label in drawing.find("text", cls="name"):
            number, _, name = label.text.partition(" ")
            check.true(f"{label.text}: a skill's number", number.isdigit() and order.get(int(number), "-").startswith(name.rstrip("…")))
        for at, (have, want, quadrant) in enumerate(shares, 1):
            above = tuple(share * len(shares) >= sum(other[side] for other in shares) for side, share in enumerate((have, want)))
            check.equal(f"{order[at]}: its quadrant", quadrant, {(True, True): "Strength", (False, True): "Hidden passion",
                                                                 (True, False): "Reserve", (False, False): "Neither"}[above])


def check_demands(check, place, people, by_label, sheets):
    for row in [row for table in place.find("table", cls="demands") for row in table.find("tbody")[0].find("tr")]:
        of, cells = Counted(people, row.get("data-skill")), row.cells()
        check.equal(f"{of.skill}: asked for", cells[1].text, cells[1].get("data-asked"))
        check.equal(f"{of.skill}: missing", int(numbers(cells[2].text)[0]), int(cells[2].get("data-missing")))
        check.true(f"{of.skill}: no more missing than asked for", int(cells[2].get("data-missing")) <= int(cells[1].get("data-asked")))
        level = int(cells[3].text) if cells[3].text.isdigit() else HAVE
        if cells[4].get("data-willing"):
            check.equal(f"{of.skill}: want to learn it", [cells[4].text, cells[4].get("data-willing")], [str(of.willing(level))] * 2)
        for name, told in re.findall(r"(?:^|\), )(.+?) \((\d)\)(?=, |$)", cells[5].text) if len(cells) > 5 else []:
            person = by_label.get(name)
            check.equal(f"{of.skill}: {name}'s level", int(told), person and sheets.people[person["person"]].skills.get(of.skill))


def expert_level(asked, skill):
    """Level 4, or that of a tick where ticks alone are known and give less."""
    level = 0 if key(skill) in asked.rated else asked.tick_levels.get(key(skill), 0)
    return level if 0 < level < EXPERT else EXPERT


def check_experts(check, place, people, asked):
    shown, ticks = {}, any(expert_level(asked, skill) < EXPERT for skill in asked.skills)
    check.equal("says that a tick is enough", "a tick is enough" in place.text, ticks and "Which skills rest on one person?" in place.text)
    for row in [row for table in place.find("table", cls="experts") for row in table.find("tbody")[0].find("tr")]:
        of, cells = Counted(people, row.get("data-skill")), row.cells()
        shown[of.skill] = row.get("data-expert")
        check.equal(f"{of.skill}: one level below", [cells[2].text, cells[2].get("data-next")], [str(of.levels[expert_level(asked, of.skill)])] * 2)
    for name in {words_of(row.get("data-skill")) for row in place.find("tr") if row.get("data-skill")}:
        of = Counted(people, name)
        experts = [p.key for p in people if p.skills.get(of.skill, 0) >= expert_level(asked, name)]
        check.equal(f"{name}: who alone is an expert", shown.get(of.skill), experts[0] if len(experts) == 1 else None)


def check_by_site(check, place, here, whole, asked):
    """A site beside all, each site of few, or of many the lowest, middle and highest."""
    for table in place.find("table", cls="by-site"):
        heads = [head.text for head in table.find("thead")[0].find("th")]
        for row in table.find("tbody")[0].find("tr"):
            skill = row.get("data-skill")
            shares = {site: Counted(people, skill) for site, people in whole.items()}
            told = {site: of.share() for site, of in shares.items() if site is not None and at_least(of.levels, 0)}
            alone = sum(at_least(of.levels, expert_level(asked, skill)) == 1 for site, of in shares.items() if site is not None)
            for head, cell in list(zip(heads, row.cells()))[1:]:
                what = f"{skill}, {head}: {cell.text}"
                if head in ("Lowest site", "Middle site", "Highest site"):
                    least = {"Lowest site": min, "Highest site": max}.get(head)
                    number, answered, site = re.fullmatch(r"(\d+)% of ([\d,]+) (.*)", cell.text).groups()
                    check.equal(what, told.get(key(site)), int(number))
                    check.equal(what, numbers(answered), [float(at_least(shares[key(site)].levels, 0))] if key(site) in shares else [])
                    check.true(what, not least or int(number) == least(told.values()))
                elif head == "Sites where nobody has it":
                    check.equal(what, cell.text, str(sum(at_least(shares[site].levels, HAVE) == 0 for site in told)))
                elif "one person" in head:
                    check.equal(what, cell.text, str(alone))
                elif cell.get("data-have"):
                    people = here if head == "Here" else whole.get(None if head in ("All", "All sites") else key(head), [])
                    of = Counted(people, skill)
                    check.equal(what, int(cell.get("data-have")), at_least(of.levels, HAVE))
                    check.equal(what, [int(n) for n in numbers(cell.text)], [of.share(), at_least(of.levels, 0)] if at_least(of.levels, 0) else [])


def check_sites_note(check, place):
    """The note says of the figures what they have."""
    head = [table.find("thead")[0].text for table in place.find("table", cls="by-site")]
    notes = [note.text for note in place.find("p", cls="note") if note.text.startswith("Share with level 3 or more of those who answered.")]
    for thead, note in zip(head, notes if head and "Here" not in head[0] else []):
        check.equal("what the figures by site are", note, "Share with level 3 or more of those who answered. Beside it stands how many did."
                    + ("" if "Lowest site" in thead else " A dash: nobody did."))


def check_skills(check, page, sheets, site, by_label):
    place = check.only("Skills inventory", page.find("section", id="skills"))
    if not place or not place.find("table", cls="levels"):
        return
    everyone = [p for p in sheets.people.values() if not p.away]
    people = [p for p in everyone if site is None or words_of(p.site) == site]
    gone = sum(p.away and (site is None or words_of(p.site) == site) for p in sheets.people.values())
    size = [float(n) for n in (len(place.find("table", cls="levels")[0].find("tbody")[0].find("tr")), len(people), 0, *[0] * (sheets.world.asked.ticks + sheets.world.asked.grid), *([gone] if gone else []))]
    check.equal("skills, staff and who is away", numbers(place.one("p")), size)
    check.equal("says what lists to tick mean", "Who ticks something in a list has 0 in what they leave unticked" in place.one("p"), sheets.world.asked.ticks)
    check.equal("says what grids to tick mean", "In a grid to tick, whoever answers the survey has 0" in place.one("p"), sheets.world.asked.grid)
    check_levels(check, place, people)
    check_map(check, place, people)
    check_demands(check, place, people, by_label, sheets)
    check_experts(check, place, people, sheets.world.asked)
    by_site = {None: everyone}
    for person in everyone:
        if person.site:
            by_site.setdefault(key(words_of(person.site)), []).append(person)
    check_by_site(check, place, people, by_site, sheets.world.asked)
    check_sites_note(check, place)
