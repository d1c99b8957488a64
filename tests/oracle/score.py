"""Section 4: who is eligible, and how well each person suits each role, in exact fractions."""

from dataclasses import dataclass
from fractions import Fraction

from plan import Role, World
from people import Person
from sheets import key

PARTS = ("fit", "interest", "growth", "continuity")


@dataclass
class Score:
    points: int
    parts: dict  # part -> Fraction, or None where it is left out


class Scores:
    def __init__(self, world: World):
        self.world = world
        self.never = {(pin.person.key, role.id) for pin in world.pins if pin.rule == "never" for role in pin.roles}
        self.prefers = {(pin.person.key, role.id) for pin in world.pins if pin.rule == "prefer" for role in pin.roles}
        self.preferred_groups = {g.key for pin in world.pins if pin.rule == "prefer" for g in pin.groups}
        self.topics = {r.id: self.topics_of(r) for r in world.roles()}
        self.asked = {r.id: self.is_asked(r) for r in world.roles()}
        self.table = {(p.key, r.id): self.score(p, r)
                      for r in world.roles() for p in world.people if self.eligible(p, r)}

    def eligible(self, person: Person, role: Role) -> bool:
        """Not away, of the group's site, of an allowed position, up to every must, and not kept out by a pin."""
        group = role.group
        if person.away or (group.site and person.site != group.site):
            return False
        if role.positions and person.position not in role.positions:
            return False
        if (person.key, role.id) in self.never:
            return False
        bars = [n for n in group.needs if n.must and n.people is None and n.role in ("", key(role.name))]
        return all(person.level(n.skill) >= n.level for n in bars)

    def topics_of(self, role: Role) -> set:
        """The names under which people rate or choose a role's group."""
        group = role.group
        return {group.key, key(group.base)} | ({group.focus} if group.focus else set())

    def is_asked(self, role: Role) -> bool:
        world, topics = self.world, self.topics[role.id]
        return bool(topics & world.asked.topics or set(role.needs) & world.asked.interests
                    or role.group.key in self.preferred_groups)

    def interest(self, person: Person, role: Role) -> Fraction:
        if (person.key, role.id) in self.prefers:
            return Fraction(1000)
        topics = self.topics[role.id]
        ratings = [level for name, level in person.topics.items() if name in topics]
        if ratings:
            return Fraction(1000 * max(ratings), 5)
        choices = [value for name, value in person.choices.items() if name in topics]
        chosen = Fraction(1000 * max(choices, default=0), 5)
        weights = sum(w for _, w in role.needs.values())
        if not weights:
            return chosen
        return max(chosen, Fraction(1000 * sum(w * person.interests.get(s, 0) for s, (_, w) in role.needs.items()),
                                    5 * weights))

    def continuity(self, person: Person, role: Role) -> Fraction:
        group, name = role.id
        roles = {r for p, g, r in self.world.previous if p == person.key and g == group}
        return Fraction(1000 if name in roles else 500 if roles else 0)

    def score(self, person: Person, role: Role) -> Score:
        parts: dict = dict.fromkeys(PARTS)
        if role.needs:
            whole = sum(w * t for t, w in role.needs.values())
            have = {s: min(person.level(s), t) for s, (t, _) in role.needs.items()}
            parts["fit"] = Fraction(1000 * sum(w * have[s] for s, (_, w) in role.needs.items()), whole)
            parts["growth"] = Fraction(1000 * sum(w * (t - have[s]) * person.interests.get(s, 0)
                                                  for s, (t, w) in role.needs.items()), 5 * whole)
        if self.asked[role.id]:
            parts["interest"] = self.interest(person, role)
        if self.world.previous is not None:
            parts["continuity"] = self.continuity(person, role)
        weights = {part: self.world.settings["weight_" + part] for part in PARTS if parts[part] is not None}
        if not sum(weights.values()):
            return Score(0, parts)
        mean = sum((w * parts[part] for part, w in weights.items()), Fraction(0)) / sum(weights.values())
        return Score(int(mean), parts)  # mean >= 0: int() rounds down

    def points(self, person: Person, role: Role) -> int:
        return self.table[person.key, role.id].points
