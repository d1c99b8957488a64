"""The plan: groups with their copies, roles, needs, mix rules, pins, pairs, last year, settings."""

import re
from dataclasses import dataclass, field

from people import ROSTER_COLUMNS, Person, Sites, build_people, find_person, find_printed, resolve_sites, values_of
from sheets import Refusal, header_key, hundredths, key, parts_of, whole, yes_no
from surveys import Asked, check_headers, read_survey
from answers import Scales
from scenario import read_plan_tables


@dataclass
class Need:
    skill: str
    level: int
    weight: int
    must: bool
    people: int | None
    role: str  # "" = every role of the group


@dataclass
class Mix:
    field: str
    value: str
    least: int
    most: int | None
    must: bool


@dataclass
class Role:
    group: "Group"
    name: str
    min: int
    max: int | None
    leads: bool
    hours: int  # the group's and the role's, in hundredths
    weight: int
    positions: dict  # the allowed ones as keys, in the row's order; none: any
    needs: dict = field(default_factory=dict)  # skill -> (level, weight): what scores

    @property
    def id(self):
        return (self.group.key, key(self.name))


@dataclass
class Group:
    name: str
    base: str
    kind: str
    site: str
    focus: str
    min_size: int
    max_size: int | None
    hours: int
    slots: list
    weight: int
    leaders: int = 1
    roles: dict = field(default_factory=dict)  # role key -> Role
    needs: list = field(default_factory=list)  # all Need rows that hold
    mix: list = field(default_factory=list)

    @property
    def key(self):
        return key(self.name)


@dataclass
class Pin:
    person: Person
    roles: list  # the roles named
    groups: list  # the groups named
    rule: str
    where: str


@dataclass
class Pair:
    person: Person
    other: Person
    rule: str
    groups: list
    where: str


@dataclass
class World:
    settings: dict
    people: list
    groups: list
    sites: Sites
    asked: Asked
    pins: list
    pairs: list
    previous: set | None  # (person key, group key, role key)
    fields: set  # what mix.csv may name

    def roles(self):
        return [r for g in self.groups for r in g.roles.values()]


DEFAULTS = {"weight_fit": 50, "weight_interest": 35, "weight_growth": 10, "weight_continuity": 5, "hours": 400,
            "max_groups": 3, "max_leads": 1, "everyone": 200, "extra_load": 500, "short_must": 1000000,
            "short_role": 20000, "short_should": 2000, "fairness": "total", "max_changes": None, "seed": 1,
            "closes": None}


def read_settings(table) -> dict:
    settings = dict(DEFAULTS)
    names = {header_key(n): n for n in settings}
    for row in table or ():
        name = names.get(header_key(row["setting"]))
        value = row["value"]
        if name is None:
            raise Refusal(f"{row['#']}: unknown setting {row['setting']!r}")
        if name == "hours":
            settings[name] = hundredths(value, row["#"])
        elif name == "fairness":
            if key(value) not in ("total", "floor"):
                raise Refusal(f"{row['#']}: fairness is total or floor")
            settings[name] = key(value)
        elif name == "closes":
            if not re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", value):
                raise Refusal(f"{row['#']}: closes is no date")
            settings[name] = value
        elif value:
            settings[name] = whole(value, row["#"])
        most = {"weight": 1000, "short": 10**7, "everyone": 10**7, "extra": 10**7}.get(name.split("_")[0])
        if most is not None and settings[name] > most:
            raise Refusal(f"{row['#']}: {name} is over {most}")
    return settings


def load(plan: str, surveys: list[str], scenarios: list[str], scales_path: str) -> World:
    """Read everything; the whole input as the rules see it."""
    tables = read_plan_tables(plan, scenarios)
    if surveys and "columns" not in tables:
        raise Refusal(f"{plan}: the oracle guesses no columns; columns.csv is needed")
    settings = read_settings(tables.get("settings"))
    scales = Scales(tables.get("scales"), scales_path)
    asked = Asked()
    rows = [row for place, path in enumerate(surveys) for row in read_survey(path, place, tables, scales, asked)]
    scales.check_range()
    check_headers(surveys, tables)
    sites = Sites(tables.get("sites"))
    people = build_people(rows, tables, sites, settings)
    resolve_sites(people, sites)
    groups = read_groups(tables, sites)
    fields = known_fields(tables, asked)
    world = World(settings, people, groups, sites, asked, [], [], None, fields)
    add_roles(world, tables)
    add_needs(world, tables)
    add_mix(world, tables)
    add_scoring_needs(world)
    world.previous = read_previous(world, tables.get("previous"))
    world.pins = read_pins(world, tables.get("pins"))
    world.pairs = read_pairs(world, tables.get("pairs"))
    if settings["max_changes"] is not None and world.previous is None:
        raise Refusal("settings.csv: max_changes without a previous.csv")
    return world


def known_fields(tables: dict, asked: Asked) -> set:
    """Fields of the surveys, the roster and the sites."""
    roster, sites = (set(tables[n].spelled) if n in tables else set() for n in ("people", "sites"))
    return {"site", "position", "network"} | asked.fields | roster - ROSTER_COLUMNS | sites - {"site", "aliases"}


# Groups ----------------------------------------------------------------------------------------------------------

DAYS = {day: n for n, days in enumerate(("mon lun", "tue mar", "wed mie", "thu jue", "fri vie", "sat sab", "sun dom"))
        for day in days.split()}


def read_slot(text: str):
    """(day, from, to) in minutes, or the text's key where it is no time."""
    match = re.fullmatch(r"([a-z]+)\.? (\d{1,2}):(\d{2})(?: ?[-\u2013\u2014] ?(\d{1,2}):(\d{2}))?", key(text))
    if not match or match[1][:3] not in DAYS:
        return key(text)
    start = int(match[2]) * 60 + int(match[3])
    end = int(match[4]) * 60 + int(match[5]) if match[4] else start + 60
    if end <= start or end > 24 * 60 + 59 or int(match[3]) > 59 or int(match[5] or 0) > 59:
        return key(text)
    return (DAYS[match[1][:3]], start, end)


def slots_overlap(a, b) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def groups_overlap(g: Group, h: Group) -> bool:
    return any(slots_overlap(a, b) for a in g.slots for b in h.slots)


MOST = 100000  # Cadre's limit on counts


def number(row: dict, column: str, default, least: int = 0, most: int = MOST):
    cell = row.get(header_key(column), "")
    if not cell:
        return default
    value = whole(cell, f"{row['#']} {column}")
    if not least <= value <= most:
        raise Refusal(f"{row['#']}: {column} is {value}")
    return value


def read_groups(tables: dict, sites: Sites) -> list[Group]:
    groups = []
    for row in tables["groups"]:
        base, site = row["group"], row.get("site", "")
        if key(site) == "each":
            if not sites.names:
                raise Refusal(f"{row['#']}: a copy at each site, but no site is known")
            copies = [(f"{base} @ {s}", s) for s in sites.names]
        else:
            copies = [(base, sites.find(site, row["#"]))]
        for name, home in copies:
            group = Group(name, base, key(row.get("kind", "")), home, key(row.get("focus", "")),
                          number(row, "min_size", 0), number(row, "max_size", None),
                          hundredths(row.get("hours") or "1", row["#"]),
                          [read_slot(s) for s in parts_of(row.get("meets", ""))], number(row, "weight", 1, 1, 10))
            if key(base) == "*" or key(base).startswith("kind:"):
                raise Refusal(f"{row['#']}: {base!r} is no name for one group")
            if group.max_size is not None and group.max_size < group.min_size:
                raise Refusal(f"{row['#']}: max_size is below min_size")
            group.row = row
            group.leaders = number(row, "leaders", 1)
            groups.append(group)
    if not groups:
        raise Refusal("groups.csv: no groups")
    if len({g.key for g in groups}) < len(groups):
        raise Refusal("groups.csv: a group appears twice")
    return sorted(groups, key=lambda g: g.name.encode())


def rank(group: Group, cell: str) -> int | None:
    """How specifically a cell names a group: 0 copy, 1 group, 2 kind, 3 `*`; None = not at all."""
    name = key(cell)
    if name == group.key and group.key != key(group.base):
        return 0
    if name == key(group.base):
        return 1
    if name.startswith("kind:"):
        return 2 if group.kind and name[5:].strip() == group.kind else None
    return 3 if name == "*" else None


def reached(world: World, row: dict) -> list[tuple[Group, int]]:
    """The groups that a row's cell names."""
    found = [(g, rank(g, row["group"])) for g in world.groups]
    found = [(g, r) for g, r in found if r is not None]
    if not found and key(row["group"]) != "*":
        raise Refusal(f"{row['#']}: unknown group {row['group']!r}")
    return found




# Roles, needs, mix ------------------------------------------------------------------------------------------------

def read_role(row: dict, group: Group) -> Role:
    least = number(row, "min", 1)
    leads = yes_no(row.get("leads", ""), row["#"])
    role = Role(group, row["role"], least, number(row, "max", least or 1), leads,
                group.hours + hundredths(row.get("hours") or "0", row["#"]),
                number(row, "weight", 3 if leads else 1, 1, 10), dict.fromkeys(map(key, parts_of(row.get("positions", "")))))
    if role.max < least:
        raise Refusal(f"{row['#']}: max is below min")
    return role


def add_roles(world: World, tables: dict) -> None:
    best: dict = {}  # (group, role) -> (rank, role, how many rows have that rank)
    for row in tables.get("roles", ()):
        for group, r in reached(world, row):
            name, role = (group.key, key(row["role"])), read_role(row, group)
            if name not in best or r < best[name][0]:
                best[name] = (r, role, 1)
            elif best[name][0] == r:
                best[name] = (r, role, 2)
    for (_, name), (_, role, rows) in best.items():
        if rows > 1:  # where a third row beats two equal ones they do no harm
            raise Refusal(f"roles.csv: two rows on role {role.name!r} of {role.group.name}")
        role.group.roles[name] = role
    for group in world.groups:
        if not group.roles:
            add_short_roles(group)


def add_short_roles(group: Group) -> None:
    if group.leaders:
        group.roles["lead"] = Role(group, "lead", group.leaders, group.leaders, True, group.hours, 3, set())
    group.roles["member"] = Role(group, "member", 0, group.max_size, False, group.hours, 1, set())


def add_needs(world: World, tables: dict) -> None:
    candidates: dict = {}
    for row in tables.get("needs", ()):
        role, skill = key(row.get("role", "")), key(row["skill"])
        if skill not in world.asked.skills and skill not in world.asked.interests:
            raise Refusal(f"{row['#']}: unknown skill {row['skill']!r}")
        need = Need(skill, number(row, "level", None, 1, 5), number(row, "weight", 1, 1, 10),
                    yes_no(row.get("must", ""), row["#"]), number(row, "people", None, 1), role)
        holds = [(g, r) for g, r in reached(world, row) if not role or role in g.roles]
        if not holds and role:
            raise Refusal(f"{row['#']}: no role {row['role']!r} there")
        for group, r in holds:
            candidates.setdefault((group.key, role, skill), []).append((r, need, group))
    for rows in candidates.values():
        most = min(r for r, _, _ in rows)
        rows[0][2].needs += [need for r, need, _ in rows if r == most]
    reached_groups = {name for name, _, _ in candidates}
    for group in world.groups:
        if group.key not in reached_groups:
            group.needs = short_needs(world, group)


def short_needs(world: World, group: Group) -> list[Need]:
    needs = []
    for text in parts_of(group.row.get("needs", "")):
        match = re.fullmatch(r"(.*\S)\s+([1-5])", text)
        if not match:
            raise Refusal(f"{group.row['#']}: {text!r} is no `skill level`")
        skill = key(match[1])
        if skill not in world.asked.skills and skill not in world.asked.interests:
            raise Refusal(f"{group.row['#']}: unknown skill {match[1]!r}")
        needs.append(Need(skill, int(match[2]), 1, False, None, ""))
    return needs


def add_scoring_needs(world: World) -> None:
    """The role's own rows and the group's; its own row on a skill replaces the group's; the highest level scores."""
    for role in world.roles():
        mine = [n for n in role.group.needs if n.role == key(role.name)]
        own = {n.skill for n in mine}
        mine += [n for n in role.group.needs if not n.role and n.skill not in own]
        for need in mine:
            role.needs[need.skill] = max((need.level, need.weight), role.needs.get(need.skill, (0, 0)))


def add_mix(world: World, tables: dict) -> None:
    candidates: dict = {}
    for row in tables.get("mix", ()):
        name = header_key(row["field"])
        most = number(row, "max", None)
        rule = (number(row, "min", 1 if most is None else 0), most, yes_no(row.get("must", ""), row["#"]))
        if name not in world.fields:
            raise Refusal(f"{row['#']}: unknown field {row['field']!r}")
        if most is not None and rule[0] > most:
            raise Refusal(f"{row['#']}: max is below min")
        for group, r in reached(world, row):
            if key(row["value"]) == "each":
                around = [p for p in world.people if not p.away and (not group.site or p.site == group.site)]
                values = set().union(*(values_of(p, name, world.sites) for p in around))
                order = (r, 1)
            else:
                values, order = {mix_value(world, name, row)}, (r, 0)
            for value in values:
                candidates.setdefault((group.key, name, value), []).append((order, rule, group))
    for (_, name, value), rows in sorted(candidates.items(), key=lambda item: item[0]):
        best = min(order for order, _, _ in rows)
        for order, (least, most, must), group in rows:
            if order == best:
                group.mix.append(Mix(name, value, least, most, must))


def mix_value(world: World, name: str, row: dict) -> str:
    if name == "site":
        return key(world.sites.canonical.get(key(row["value"]), row["value"]))
    return key(row["value"])


# Pins, pairs, last year ---------------------------------------------------------------------------------------------

def someone(world: World, text: str, where: str) -> Person:
    person = find_person(world.people, text)
    if person is None:
        raise Refusal(f"{where}: nobody is called {text!r}")
    return person


def read_pins(world: World, table) -> list[Pin]:
    pins = []
    for row in table or ():
        person, rule, role = someone(world, row["person"], row["#"]), key(row["rule"]), key(row.get("role", ""))
        if rule not in ("must", "never", "prefer"):
            raise Refusal(f"{row['#']}: unknown rule {row['rule']!r}")
        groups = [g for g, r in reached(world, row)  # of an `each` group the person's own copy
                  if r == 0 or g.key == key(g.base) or g.site == person.site]
        roles = [r for g in groups for k, r in g.roles.items() if not role or k == role]
        if role and not any(role in g.roles for g, _ in reached(world, row)):
            raise Refusal(f"{row['#']}: no role {row['role']!r} there")
        pins.append(Pin(person, roles, [g for g in groups if not role or role in g.roles], rule, row["#"]))
    return pins


def read_pairs(world: World, table) -> list[Pair]:
    pairs = []
    for row in table or ():
        rule = key(row["rule"])
        if rule not in ("together", "apart"):
            raise Refusal(f"{row['#']}: unknown rule {row['rule']!r}")
        person, other = someone(world, row["person"], row["#"]), someone(world, row["other"], row["#"])
        groups = [g for g, _ in reached(world, row)] if row.get("group") else list(world.groups)
        if person is other:
            raise Refusal(f"{row['#']}: a pair of one person")
        pairs.append(Pair(person, other, rule, groups, row["#"]))
    return pairs


def unescaped(text: str) -> str:
    """Text of an earlier result: one leading `'` is Cadre's."""
    return text[1:] if text.startswith("'") else text


def read_previous(world: World, table) -> set | None:
    if table is None:
        return None
    held = set()
    for row in table:
        person = find_printed(world.people, unescaped(row["person"]))
        for group in world.groups:
            if person and rank(group, unescaped(row["group"])) in (0, 1):
                held.add((person.key, group.key, key(unescaped(row["role"]))))
    return held
