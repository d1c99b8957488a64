"""Section 5 read as a checklist: given assignments, which rules break, what is short, what it is worth."""

from collections import Counter
from dataclasses import dataclass

from plan import Group, World, groups_overlap
from people import Person, values_of
from score import Scores


@dataclass
class Shortage:
    kind: str
    group: Group
    role: str
    skill: str
    level: int | None
    field: str
    value: str
    needed: int
    have: int
    cost: int


class Assignments:
    """A set of (person, role) with the sums that rules ask for."""

    def __init__(self, world: World, pairs):
        self.world = world
        self.pairs = list(pairs)
        self.roles_of: dict[str, list] = {p.key: [] for p in world.people}
        self.holders: dict[tuple, list[Person]] = {r.id: [] for r in world.roles()}
        self.members: dict[str, list[Person]] = {g.key: [] for g in world.groups}
        for person, role in self.pairs:
            self.roles_of[person.key].append(role)
            self.holders[role.id].append(person)
            if person not in self.members[role.group.key]:
                self.members[role.group.key].append(person)

    def groups_of(self, person: Person) -> list[Group]:
        return [r.group for r in self.roles_of[person.key]]


def fits_alone(person: Person, role) -> bool:
    """Within the person's limits, were it the only role."""
    return role.hours <= person.hours and person.max_groups >= 1 and person.max_leads >= int(role.leads)


def can_join(world: World, scores: Scores, person: Person, group: Group) -> bool:
    """Is the person eligible for any role of the group? Hours and limits do not matter here."""
    return any((person.key, r.id) in scores.table for r in group.roles.values())


def pair_groups(world: World, scores: Scores, pair) -> list[Group]:
    """The groups where a pair's rule holds: `together` is void where one of them cannot join."""
    if pair.rule == "apart":
        return pair.groups
    return [g for g in pair.groups if can_join(world, scores, pair.person, g) and can_join(world, scores, pair.other, g)]


def violations(world: World, scores: Scores, held: Assignments) -> list[str]:
    """Every absolute rule that is broken."""
    out = []
    for person, role in held.pairs:
        if (person.key, role.id) not in scores.table:
            out.append(f"{person.key} is not eligible for {role.group.name} / {role.name}")
    for person in world.people:
        out += person_violations(person, held.roles_of[person.key])
    for group in world.groups:
        size = len(held.members[group.key])
        if group.max_size is not None and size > group.max_size:
            out.append(f"{group.name} has {size} members; at most {group.max_size}")
        for role in group.roles.values():
            if role.max is not None and len(held.holders[role.id]) > role.max:
                out.append(f"{group.name} / {role.name} has {len(held.holders[role.id])} holders; at most {role.max}")
    for pin in world.pins:
        ids = [r.id for r in held.roles_of[pin.person.key]]
        if pin.rule == "must" and not any(r.id in ids for r in pin.roles):
            out.append(f"{pin.where}: {pin.person.key} holds none of the roles of a must pin")
    for pair in world.pairs:
        for group in pair_groups(world, scores, pair):
            inside = [p in held.members[group.key] for p in (pair.person, pair.other)]
            if (pair.rule == "apart" and all(inside)) or (pair.rule == "together" and inside[0] != inside[1]):
                out.append(f"{pair.where}: {pair.rule} is broken in {group.name}")
    most = world.settings["max_changes"]
    if most is not None and changes(world, held) > most:
        out.append(f"{changes(world, held)} changes; at most {most}")
    return out


def person_violations(person: Person, roles: list) -> list[str]:
    out = []
    hours = sum(r.hours for r in roles)
    groups = [r.group for r in roles]
    if hours > person.hours:
        out.append(f"{person.key} works {hours / 100} hours; at most {person.hours / 100}")
    if len({g.key for g in groups}) < len(groups):
        out.append(f"{person.key} has two roles in one group")
    if len({g.key for g in groups}) > person.max_groups:
        out.append(f"{person.key} is in {len(groups)} groups; at most {person.max_groups}")
    if sum(r.leads for r in roles) > person.max_leads:
        out.append(f"{person.key} leads {sum(r.leads for r in roles)}; at most {person.max_leads}")
    for i, g in enumerate(groups):
        out += [f"{person.key}: {g.name} and {h.name} meet at one time" for h in groups[:i]
                if h.key != g.key and groups_overlap(g, h)]
    return out


def changes(world: World, held: Assignments) -> int:
    return sum((p.key, *r.id) not in (world.previous or ()) for p, r in held.pairs)


def shortages(world: World, held: Assignments) -> list[Shortage]:
    """Everything priced that is missing or too many."""
    out = []
    price = world.settings

    def add(group, kind, needed, have, amount, each, role="", skill="", level=None, field="", value=""):
        if amount > 0:
            out.append(Shortage(kind, group, role, skill, level, field, value, needed, have,
                                amount * each * group.weight))

    for group in world.groups:
        size = len(held.members[group.key])
        empty = 0
        for role in group.roles.values():
            have = len(held.holders[role.id])
            empty += max(0, role.min - have)
            add(group, "role", role.min, have, role.min - have, price["short_role"], role=role.name)
        needed = group.min_size - empty
        add(group, "size", needed, size, needed - size, price["short_role"])
        for need in (n for n in group.needs if n.people is not None):
            each = price["short_must"] if need.must else price["short_should"]
            for name, people in coverage_groups(group, need, held):
                have = sum(p.level(need.skill) >= need.level for p in people)
                add(group, "coverage", need.people, have, need.people - have, each, name, need.skill, need.level)
        for rule in group.mix:
            each = price["short_must"] if rule.must else price["short_should"]
            have = sum(rule.value in values_of(p, rule.field, world.sites) for p in held.members[group.key])
            add(group, "mix", rule.least, have, rule.least - have, each, field=rule.field, value=rule.value)
            if rule.most is not None:
                add(group, "mix", rule.most, have, have - rule.most, each, field=rule.field, value=rule.value)
    return out


def coverage_groups(group: Group, need, held: Assignments):
    """Whom a coverage row counts: the role's holders, or the whole group."""
    if not need.role:
        return [("", held.members[group.key])]
    role = group.roles[need.role]
    return [(role.name, held.holders[role.id])]


def worth(world: World, scores: Scores, held: Assignments) -> dict:
    """The objective and its parts."""
    counts = Counter(p.key for p, _ in held.pairs)
    answered = {p.key for p in world.people if p.answered}
    parts = {
        "points": sum(scores.points(p, r) * r.weight for p, r in held.pairs),
        "everyone": world.settings["everyone"] * sum(k in answered for k in counts),
        "extra_load": world.settings["extra_load"] * sum(n * (n - 1) // 2 for n in counts.values()),
        "shortages": sum(s.cost for s in shortages(world, held)),
    }
    return {"objective": parts["points"] + parts["everyone"] - parts["extra_load"] - parts["shortages"],
            "parts": parts}


def floored_roles(world: World) -> list:
    """The leading roles that fairness = floor looks at."""
    return [r for r in world.roles() if r.leads and r.min > 0]
