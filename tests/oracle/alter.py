"""A world with a few things changed, as `cadre explain --json` names them: each made from its meaning, then all computed anew."""

import copy
import dataclasses

from people import Person
from plan import Pin, World
from program import solve
from score import Scores
from sheets import Refusal, header_key, key

OUTSIDER = "~"


class Unclear(Exception):
    """A change that does not say which of several things it is about."""


def altered(world: World, changes: list[dict]) -> World:
    """A copy of the world with the changes made, in their order."""
    out = copy.deepcopy(world)
    for change in changes:
        MEANINGS[change["change"]](out, change)
    return out


def best(world: World, limit: float | None = None) -> tuple | None:
    """What the best assignments have, in the order in which it counts: under a floor less shortages and the floor; the value.
    None where the absolute rules contradict each other."""
    try:
        found = solve(world, Scores(world), limit, with_tie=False)
        return -found.get("least_shortages", 0), found.get("floor", 0), found["objective"]
    except Refusal as refusal:
        if "contradict" in str(refusal) or "must pin" in str(refusal):
            return None
        raise


# What a change names --------------------------------------------------------------------------------------------

def one(found: list, change: dict):
    if not found or any(other != found[0] for other in found):
        raise Unclear(f"{len(found)} things are meant by {change}")
    return found[0]


def person_of(world: World, change: dict):
    return one([p for p in world.people if key(p.key) == key(change["person"])], change)


def group_of(world: World, change: dict):
    return one([g for g in world.groups if g.key == key(change["group"])], change)


def role_of(world: World, change: dict):
    return group_of(world, change).roles[key(change["role"])]


def by_step(rows: list, step, change: dict) -> list:
    """Of several rows about one thing, those that one step brings to the value."""
    return rows if len(rows) == 1 else [row for row in rows if step(row) == change["value"]]


def mix_of(world: World, change: dict):
    name, value = header_key(change["field"]), key(change["of"])
    rows = [m for m in group_of(world, change).mix if (m.field, m.value) == (name, value)]
    before = (lambda m: m.least - 1) if change["change"] == "mix_min" else (lambda m: m.most and m.most + 1)
    return one(by_step(rows, before, change), change)


def need_of(world: World, change: dict):
    meant = (key(change.get("role", "")), key(change["skill"]), change["level"])
    rows = [n for n in group_of(world, change).needs if n.people is not None and (n.role, n.skill, n.level) == meant]
    return one(by_step(rows, lambda n: n.people - 1, change), change)


# What it means --------------------------------------------------------------------------------------------------

def set_people(world: World, change: dict) -> None:
    """Of this group alone, which may share the row with others."""
    needs, need = group_of(world, change).needs, need_of(world, change)
    needs[needs.index(need)] = dataclasses.replace(need, people=change["value"])


def pin(rule: str):
    def make(world: World, change: dict) -> None:
        group = group_of(world, change)
        roles = [role_of(world, change)] if "role" in change else list(group.roles.values())
        world.pins.append(Pin(person_of(world, change), roles, [group], rule, "the question"))
    return make


def limit(name: str):
    return lambda world, change: setattr(person_of(world, change), name, change["value"])


def set_level(world: World, change: dict) -> None:
    person_of(world, change).skills[key(change["skill"])] = change["value"]


def open_position(world: World, change: dict) -> None:
    role = role_of(world, change)
    if role.positions:
        role.positions[key(change["value"])] = None


def unpin(world: World, change: dict) -> None:
    person, role = person_of(world, change), role_of(world, change)
    for row in world.pins:
        if row.person is person and row.rule == "never":
            row.roles = [] if any(r is role for r in row.roles) else row.roles


def add_outsider(world: World, change: dict) -> None:
    """Someone for this role alone, who brings what the role requires and what is asked, and no more."""
    group, role = group_of(world, change), role_of(world, change)
    person = Person(OUTSIDER, site=group.site, hours=role.hours, max_groups=1, max_leads=1)
    person.position = next(iter(role.positions), "")
    for need in group.needs:
        if need.must and need.people is None and need.role in ("", key(role.name)):
            person.skills[need.skill] = max(need.level, person.level(need.skill))
    if "skill" in change:
        person.skills[key(change["skill"])] = max(change["value"], person.level(key(change["skill"])))
    person.fields = {name: set() for fields in world.sites.fields.values() for name in fields}
    person.fields["network"] = world.sites.fields.get(group.site, {}).get("network", set())
    field, value = header_key(change.get("field", "")), key(change.get("of", ""))
    if field == "site":
        person.site = world.sites.canonical.get(value, value)
    elif field == "position":
        person.position = value
    elif field:
        person.fields[field] = {value}
    world.people.append(person)
    others = [r for g in world.groups for r in g.roles.values() if r is not role]
    world.pins.append(Pin(person, others, list(world.groups), "never", "the question"))


MEANINGS = {
    "must": pin("must"),
    "never": pin("never"),
    "level": set_level,
    "hours": limit("hours"),
    "max_groups": limit("max_groups"),
    "max_leads": limit("max_leads"),
    "position": open_position,
    "meets": lambda world, change: setattr(group_of(world, change), "slots", []),
    "role_min": lambda world, change: setattr(role_of(world, change), "min", change["value"]),
    "min_size": lambda world, change: setattr(group_of(world, change), "min_size", change["value"]),
    "people": set_people,
    "mix_min": lambda world, change: setattr(mix_of(world, change), "least", change["value"]),
    "mix_max": lambda world, change: setattr(mix_of(world, change), "most", change["value"]),
    "unpin": unpin,
    "outside": add_outsider,
}
