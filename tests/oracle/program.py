"""Sections 4 and 5 as a text-book 0/1 program, solved by HiGHS through scipy."""

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from people import values_of
from plan import World, groups_overlap
from rules import Assignments, changes, fits_alone, floored_roles, pair_groups, violations, worth
from score import Scores
from sheets import Refusal


SMALL = 3000  # columns of a program that is worth solving twice


class Program:
    """Columns with a value and a cost of shortages; rows; all whole numbers."""

    def __init__(self, world: World, scores: Scores):
        self.world, self.scores = world, scores
        self.value: list[int] = []  # what is maximised, shortages apart
        self.cost: list[int] = []  # priced shortages
        self.upper: list[float] = []
        self.rows: list[tuple[dict, float, float]] = []
        self.seat: dict[tuple, int] = {}  # (person key, role id) -> column
        self.add_seats()
        self.add_people()
        self.add_groups()
        self.add_pins_and_pairs()

    def column(self, value: int, cost: int, upper: float = numpy.inf) -> int:
        self.value.append(value)
        self.cost.append(cost)
        self.upper.append(upper)
        return len(self.value) - 1

    def row(self, columns: dict, least: float = -numpy.inf, most: float = numpy.inf) -> None:
        self.rows.append((columns, least, most))

    def add_seats(self) -> None:
        self.of_person: dict[str, list] = {p.key: [] for p in self.world.people}
        self.of_role: dict[tuple, list] = {r.id: [] for r in self.world.roles()}
        for role in self.world.roles():
            for person in self.world.people:
                if (person.key, role.id) in self.scores.table and fits_alone(person, role):
                    at = self.column(self.scores.points(person, role) * role.weight, 0, 1)
                    self.seat[person.key, role.id] = at
                    self.of_person[person.key].append((role, at))
                    self.of_role[role.id].append((person, at))

    def inside(self, person, group) -> dict:
        """The columns of a person's seats in a group."""
        return {at: 1 for role, at in self.of_person[person.key] if role.group is group}

    def add_people(self) -> None:
        settings = self.world.settings
        clashes = [(g, h) for i, g in enumerate(self.world.groups) for h in self.world.groups[:i]
                   if groups_overlap(g, h)]
        for person in self.world.people:
            seats = self.of_person[person.key]
            if not seats:
                continue
            groups = list({r.group.key: r.group for r, _ in seats}.values())
            self.row({at: r.hours for r, at in seats}, most=person.hours)
            self.row({at: 1 for _, at in seats}, most=person.max_groups)
            self.row({at: 1 for r, at in seats if r.leads}, most=person.max_leads)
            for group in groups:
                self.row(self.inside(person, group), most=1)
            for g, h in clashes:
                if g in groups and h in groups:
                    self.row({**self.inside(person, g), **self.inside(person, h)}, most=1)
            # the nth role: costs rise with n, so an optimum takes them in order
            nth = {self.column((settings["everyone"] if n == 0 and person.answered else 0)
                               - settings["extra_load"] * n, 0, 1): -1
                   for n in range(min(person.max_groups, len(groups)))}
            self.row({**{at: 1 for _, at in seats}, **nth}, 0, 0)

    def shortage(self, columns: dict, least: int, price: int) -> int:
        """A column that makes up what is missing of `least`; returns it."""
        at = self.column(0, price)
        self.row({**columns, at: 1}, least=least)
        return at

    def add_groups(self) -> None:
        price = self.world.settings
        for group in self.world.groups:
            each = price["short_role"] * group.weight
            members: dict = {}
            empty: dict = {}
            for role in group.roles.values():
                holders = {at: 1 for _, at in self.of_role[role.id]}
                members |= holders
                if role.max is not None:
                    self.row(holders, most=role.max)
                if role.min:
                    empty[self.shortage(holders, role.min, each)] = 1
            if group.max_size is not None:
                self.row(members, most=group.max_size)
            if group.min_size:
                self.shortage({**members, **empty}, group.min_size, each)
            for need in group.needs:
                if need.people is not None:
                    self.add_coverage(group, need)
            for rule in group.mix:
                self.add_mix(group, rule)

    def add_coverage(self, group, need) -> None:
        price = self.world.settings["short_must" if need.must else "short_should"] * group.weight
        able = {at: 1 for key, role in group.roles.items() if need.role in ("", key)
                for person, at in self.of_role[role.id] if person.level(need.skill) >= need.level}
        self.shortage(able, need.people, price)

    def add_mix(self, group, rule) -> None:
        price = self.world.settings["short_must" if rule.must else "short_should"] * group.weight
        having = {at: 1 for role in group.roles.values() for person, at in self.of_role[role.id]
                  if rule.value in values_of(person, rule.field, self.world.sites)}
        if rule.least:
            self.shortage(having, rule.least, price)
        if rule.most is not None:
            self.shortage({at: -1 for at in having}, -rule.most, price)

    def add_pins_and_pairs(self) -> None:
        for pin in self.world.pins:
            if pin.rule == "must":
                if not any((pin.person.key, r.id) in self.scores.table for r in pin.roles):
                    raise Refusal(f"{pin.where}: a must pin on somebody who is not eligible")
                self.row({at: 1 for role, at in self.of_person[pin.person.key] if role in pin.roles}, least=1)
        for pair in self.world.pairs:
            for group in pair_groups(self.world, self.scores, pair):
                one, other = self.inside(pair.person, group), self.inside(pair.other, group)
                if pair.rule == "apart":
                    self.row({**one, **other}, most=1)
                else:
                    self.row({**one, **{at: -1 for at in other}}, 0, 0)
        if self.world.settings["max_changes"] is not None:
            self.row(self.changed(), most=self.world.settings["max_changes"])

    def changed(self) -> dict:
        """The columns of seats that last year's result does not have."""
        return {at: 1 for (person, role), at in self.seat.items() if (person, *role) not in (self.world.previous or ())}

    def net(self) -> list[int]:
        return [v - c for v, c in zip(self.value, self.cost)]

    def solve(self, maximise: list[int], extra=(), closed=(), limit: float | None = None):
        """(assignments, bound on the sum maximised), or None where nothing satisfies the rows."""
        if any(least > 0 or most < 0 for columns, least, most in self.rows if not columns):
            return None
        if not self.value:
            return Assignments(self.world, []), 0
        upper = numpy.array(self.upper)
        upper[list(closed)] = 0
        rows = [r for r in self.rows + list(extra) if r[0]]
        data, place = [], [0]
        where = []
        for columns, _, _ in rows:
            where += columns.keys()
            data += columns.values()
            place.append(len(where))
        matrix = csr_matrix((numpy.array(data, float), where, place), shape=(len(rows), len(upper)))
        options = {"mip_rel_gap": 0.0} | ({"time_limit": limit} if limit else {})
        constraints = LinearConstraint(matrix, [r[1] for r in rows], [r[2] for r in rows])
        best = None  # HiGHS 1.2 has called wrong points optimal with presolve and, more seldom, without: take the better
        for presolve in (True, False):
            if best and len(upper) > SMALL:
                break
            done = milp(-numpy.array(maximise, float), integrality=numpy.ones(len(upper)), bounds=Bounds(0, upper),
                        constraints=constraints, options=options | {"presolve": presolve})
            if done.x is not None and is_feasible(done.x, upper, constraints) and (not best or done.fun < best.fun):
                best = done
        if best:
            bound = getattr(best, "mip_dual_bound", None)
            return self.read(best.x), -(best.fun if bound is None else bound)
        if done.status == 2:
            return None
        raise Refusal(f"HiGHS: {done.message}")

    def read(self, x) -> Assignments:
        people = {p.key: p for p in self.world.people}
        roles = {r.id: r for r in self.world.roles()}
        held = Assignments(self.world, [(people[p], roles[r]) for (p, r), at in self.seat.items() if x[at] > 0.5])
        broken = violations(self.world, self.scores, held)
        if broken:
            raise Refusal("the oracle's own solution breaks rules: " + "; ".join(broken))
        return held


def is_feasible(x, upper, constraints) -> bool:
    """Does a point keep bounds and rows? HiGHS 1.2 has returned an `optimal` point of -1 and 2 for 0/1 columns."""
    sums = constraints.A @ numpy.round(x)
    return bool((numpy.abs(x - numpy.round(x)) < 1e-4).all() and (numpy.round(x) >= 0).all()
                and (numpy.round(x) <= upper).all() and (sums >= numpy.array(constraints.lb)).all()
                and (sums <= numpy.array(constraints.ub)).all())


def solve(world: World, scores: Scores, limit: float | None = None, with_tie: bool = True) -> dict:
    """The optimum of the contract; `exact` says whether the solver's bound proves it."""
    program = Program(world, scores)
    extra, closed, out = [], [], {}
    if world.settings["fairness"] == "floor" and floored_roles(world):
        extra, closed, out = floor_steps(program, limit)
    done = program.solve(program.net(), extra, closed, limit)
    if done is None:
        raise Refusal("the absolute rules contradict each other")
    held, bound = done
    found = worth(world, scores, held)
    out |= {**found, "bound": round(bound, 3), "exact": bound < found["objective"] + 0.99}
    if world.previous is not None and with_tie:
        net = program.net()
        keep = [({at: v for at, v in enumerate(net) if v}, found["objective"] - 0.5, numpy.inf)]
        tie = program.solve([-int(at in program.changed()) for at in range(len(net))], extra + keep, closed, limit)
        if tie is not None:
            if worth(world, scores, tie[0])["objective"] != found["objective"]:
                raise Refusal("the tie step left the optimum")
            held = tie[0]
            out |= {"changes": changes(world, held), "changes_bound": round(-tie[1], 3)}
    out["assignments"] = sorted(([p.key, r.group.name, r.name] for p, r in held.pairs),
                                key=lambda row: [text.encode() for text in row])
    return out


def floor_steps(program: Program, limit):
    """Fairness: the least cost of shortages S, then the highest floor F that S allows; rows and closed columns."""
    world, scores = program.world, program.scores
    costs = [-c for c in program.cost]

    def least_cost(closed):
        done = program.solve(costs, (), closed, limit)
        return None if done is None else worth(world, scores, done[0])["parts"]["shortages"]

    lowest = least_cost(())
    if lowest is None:
        raise Refusal("the absolute rules contradict each other")
    ids = {r.id for r in floored_roles(world)}
    points = {k: s.points for k, s in scores.table.items() if k[1] in ids}
    under = lambda f: [at for k, at in program.seat.items() if k in points and points[k] < f]
    floors = sorted(set(points.values()))
    low, high = 0, len(floors) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if least_cost(under(floors[middle])) == lowest:
            low = middle
        else:
            high = middle - 1
    floor = floors[low] if floors else 0
    row = ({at: c for at, c in enumerate(program.cost) if c}, -numpy.inf, lowest + 0.5)
    return [row], under(floor), {"least_shortages": lowest, "floor": floor}
