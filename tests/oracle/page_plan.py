"""A report's page beside the sheets themselves: what the result's files do not hold. What was asked for, who is away, the levels
of each group's members, the mix that was wanted, hours and positions."""

import re

from page_tree import numbers, words_of
from people import values_of
from score import Scores
from sheets import header_key, key


class Sheets:
    """The plan and the staff as the oracle reads them, beside who holds which role."""

    def __init__(self, world, assignments):
        self.world = world
        self.people = {p.key: p for p in world.people}
        self.groups = {g.key: g for g in world.groups}
        self.scores = Scores(world)
        self.holders = {}
        for row in assignments:
            role = self.groups[key(row["group"])].roles[key(row["role"])]
            self.holders.setdefault(role.id, []).append(self.people[row["person"]])

    def of(self, role):
        return self.holders.get(role.id, [])

    def members(self, group):
        return [p for role in group.roles.values() for p in self.of(role)]


def check_glance(check, place, sheets, site):
    groups = [g for g in sheets.groups.values() if site is None or words_of(g.site) == site]
    people = [p for p in sheets.people.values() if site is None or words_of(p.site) == site]
    serving = {p.key for held in sheets.holders.values() for p in held}
    roles = [r for g in groups for r in g.roles.values()]
    asked = sum(r.min for r in roles)
    filled = sum(min(r.min, len(sheets.of(r))) for r in roles)
    check.true(f"{filled} of {asked} roles", re.search(rf"\b{filled:,} of {asked:,} roles", place.text))
    led = [g for g in groups if any(r.leads and r.min for r in g.roles.values())]
    having = sum(any(r.leads and sheets.of(r) for r in g.roles.values()) for g in led)
    check.true(f"{having} of {len(led)} led", re.search(rf"\b{having:,} of {len(led):,} groups? to be led", place.text))
    away = sum(p.away for p in people)
    check.equal("says who is away", [float(away)] if away else [], [float(n.replace(",", "")) for n in re.findall(r"([\d,]*\d) (?:is|are) away", place.text)])
    idle = sum(p.answered and not p.away and p.key not in serving for p in people)
    check.equal("says who has no part", [float(idle)] if idle else [], [float(n.replace(",", "")) for n in re.findall(r"([\d,]*\d) answered and ha", place.text)])
    given = (sum(p.hours for p in people if not p.away) + 50) // 100
    if serving & {p.key for p in people}:
        check.true(f"of {given} hours", re.search(rf" of {given:,} hours a month", place.text))


def asked_of(sheets, group, skill, level, named):
    """Of the roles named, or of all members where coverage counts them, else those whose roles ask for the level: a role's own row replaces the group's."""
    whole = any(need.people and not need.role and key(need.skill) == skill and need.level == level for need in group.needs)
    roles = [r for r in group.roles.values() if whole or r in named or r.needs.get(skill, (None,))[0] == level]
    return list({p.key: p for role in roles for p in sheets.of(role)}.values())


def check_strip(check, row, sheets, group):
    """The cells of one strip are the levels of those of whom the skill is asked."""
    skill, reach = row.cells()[0].children_text("bdi"), row.find(cls="reach")[0]
    name = f"{group.name}, {skill}"
    named = [bdi.text for bdi in reach.find("bdi")]
    roles = [r for r in group.roles.values() if r.name and words_of(r.name) in named]
    check.equal(f"{name}: roles that ask", len(roles), len(named))
    chart = row.find("svg")[0].find("desc")[0].text
    have, of, at = numbers(chart)[:3]
    asked = sheets.of(roles[0]) if len(roles) == 1 else asked_of(sheets, group, key(skill), at, roles)
    levels = [p.skills.get(key(skill)) for p in asked]
    shown = {int(level): int(n) for level, n in re.findall(r"Level (\d): (\d+)\.", chart)}
    check.equal(f"{name}: members by level", shown, {level: levels.count(level) for level in range(6) if levels.count(level)})
    check.equal(f"{name}: without answer", [int(n) for n in re.findall(r"No answer: (\d+)\.", chart)], [n for n in [levels.count(None)] if n])
    check.equal(f"{name}: of whom it is asked", (of, have), (len(asked), sum((level or 0) >= at for level in levels)))
    told = numbers(reach.text)[:3]
    people = [need.people for need in group.needs if need.people and key(need.skill) == key(skill) and need.level == at and
              (key(need.role) == key(roles[0].name) if roles else not need.role)]
    if not roles and "asked for" not in reach.text:
        others = [r for r in group.roles.values() if sheets.of(r) and r.needs.get(key(skill), (None,))[0] != at]
        check.equal(f"{name}: held roles that do not ask, none of them told apart", [r.name for r in others], [])
    if "asked for" in reach.text:
        check.true(f"{name}: {told} is what is asked for", told[:2] == [have, at] and told[2] in people)
    else:
        check.equal(f"{name}: its words and its drawing", told, [have, of, at])
        wanted = {(key(s), level) for role in (roles or group.roles.values()) for s, (level, _) in role.needs.items()}
        wanted |= {(key(need.skill), need.level) for need in group.needs}
        check.true(f"{name}: level {at} is asked for", (key(skill), at) in wanted)


def check_mix(check, row, sheets, group):
    who, have, wanted, met = row.cells()
    field, value = (bdi.text for bdi in who.find("bdi"))
    members = sum(key(value) in values_of(p, header_key(field), sheets.world.sites) for p in sheets.members(group))
    name = f"{group.name}, {field} {value}"
    check.equal(f"{name}: members", numbers(have.text), [members])
    rules = [(m.least, m.most) for m in group.mix if m.value == key(value)]
    least, most = numbers(wanted.text) if " to " in wanted.text else (
        (0, numbers(wanted.text)[0]) if "most" in wanted.text else (numbers(wanted.text)[0], None))
    check.true(f"{name}: {wanted.text} is what is wanted", (least, most) in rules)
    off = least - members if members < least else members - most if most is not None and members > most else 0
    check.equal(f"{name}: how far off", (numbers(met.text) or [0])[0], off)


def check_card(check, card, sheets, group):
    facts = [fact.text for fact in card.find("ul", cls="facts")[0].find("li")]
    hours = f"{group.hours / 100:g} hour{'' if group.hours == 100 else 's'} a month"
    check.true(f"{group.name}: {hours}", hours in facts)
    check.true(f"{group.name}: its kind", not group.kind or key(group.kind) in map(key, facts))
    for row in [r for t in card.find("table", cls="strips") for r in t.find("tbody")[0].find("tr")]:
        check_strip(check, row, sheets, group)
    mixes = [r for t in card.find("table", cls="mixes") for r in t.find("tbody")[0].find("tr")]
    check.equal(f"{group.name}: rules of its mix", len(mixes), len(group.mix))
    for row in mixes:
        check_mix(check, row, sheets, group)


def check_alternatives(check, entry, sheets, person):
    """What would suit too: the points of each, and those of its holder with the fewest."""
    for item in [li for place in entry.find("ol", cls="alternatives") for li in place.find("li")]:
        group, name = [bdi.text for bdi in item.find("bdi")][:2]
        role = sheets.groups[key(group)].roles[key(name)]
        points = sheets.scores.points(person, role)
        check.equal(f"{person.key}: {item.text}", [item.get("data-points"), item.one(".points")], [str(points), f"{points:,} point{'' if points == 1 else 's'}"])
        holders = [sheets.scores.points(holder, role) for holder in sheets.of(role)]
        check.equal(f"{person.key}: {item.text}: its holder", item.get("data-holder-points"), str(min(holders)) if holders else None)


def check_suits(check, entry, sheets, person):
    """What would suit too: of each group where the person does not serve the best role open to them; the best of these."""
    links = [link.text for place in entry.find(cls="suits") for link in place.find("bdi")]
    points = [float(n.replace(",", "")) for place in entry.find(cls="suits") for n in re.findall(r"\(([\d,]+) points?\)", place.text)]
    held = {role for role, people in sheets.holders.items() if person in people}
    named = {(key(one), key(other)) for one, other in zip(links, links[1:])}
    is_open = [r for r in sheets.world.roles() if sheets.scores.eligible(person, r) and r.group.key not in {group for group, _ in held}]
    best = {}
    for role in is_open:
        best[role.group.key] = max(best.get(role.group.key, 0), sheets.scores.points(person, role))
    best = sorted(map(float, best.values()), reverse=True)
    check.equal(f"{person.key}: points of what would suit", points, best[:len(points)])
    for worth in points:
        check.true(f"{person.key}: a role with {worth} points", any(
            sheets.scores.points(person, r) == worth and (r.group.key, key(r.name)) in named for r in is_open))


def check_plan(check, page, sheets, site, by_label):
    """All of a page, of one site or of all."""
    glance = page.find("section", id="glance")
    if glance:
        check_glance(check, glance[0], sheets, site)
    for card in [a for s in page.find("section", id="groups") for a in s.find("article")]:
        group = sheets.groups.get(key(card.one("h3")))
        check.true(f"{card.one('h3')}: is in the plan", group)
        if group:
            check_card(check, card, sheets, group)
    for entry in [a for s in page.find("section", id="people") for a in s.find("article")]:
        if entry.one("h4") in by_label:
            person = sheets.people[by_label[entry.one("h4")]["person"]]
            check_suits(check, entry, sheets, person)
            check_alternatives(check, entry, sheets, person)
    for table in page.find("table", cls="people"):
        heads = [head.text for head in table.find("thead")[0].find("th")]
        for row in table.find("tbody")[0].find("tr"):
            cells = [cell.text for cell in row.cells()]
            row_of = by_label.get(cells[0])
            if not row_of:
                continue
            person = sheets.people[row_of["person"]]
            if "Position" in heads:
                check.equal(f"{person.key}: position", key(cells[heads.index("Position")]), person.position)
            if row_of["groups"] == "0":
                check.equal(f"{person.key}: away", "away" in cells[heads.index("Roles")], person.away)
