"""Who leads: shares of the leading roles by field and value, and who leads beside who could."""

import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from people import values_of
from plan import World
from rules import Assignments, fits_alone
from score import Scores

BANDS = ("under 3", "3 to 9", "10 to 20", "over 20")
FIXED = ("site", "position", "network")  # listed however many values they have
SAYS_YEARS = ("year", "yrs", "anos", "howlong", "service", "seniority", "antiguedad")
SAYS_OTHER = ("level", "grade", "grado", "group", "birth", "born", "nacim")


def number(text: str) -> int | None:
    """A decimal number in hundredths."""
    if not re.fullmatch(r"\d+([.,]\d*)?|[.,]\d+", text) or re.match(r"[1-9]\d{0,2}[.,]\d{3}(?!\d)", text):
        return None  # 1,000 may be one or a thousand
    scaled = Fraction(text.replace(",", ".").rstrip(".")) * 100
    return int(scaled) if scaled.denominator == 1 and scaled < 2 ** 63 else None


def band(value: str) -> str:
    years = number(value)
    if years is None:
        return value
    return BANDS[0 if years < 300 else 1 if years < 1000 else 2 if years <= 2000 else 3]


def percent(part: int, whole: int) -> str:
    if whole == 0:
        return ""
    tenths = int((Decimal(1000 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP))
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


class Table:
    def __init__(self):
        self.staff = self.leaders = self.roles = 0
        self.rows: list[tuple] = []
        self.left_out: list[str] = []
        self.years: list[str] = []
        self.order: list[str] = []  # of fields

    def rank(self, row: tuple, text: str) -> tuple:
        name = row[0]
        if name not in self.order:
            return ()
        if text == "":
            kind = (6, 0)
        elif name in self.years and text in BANDS:
            kind = (BANDS.index(text), 0)
        else:
            value = number(text)
            kind = (5, 0) if value is None else (4, value)
        return (self.order.index(name), *kind, text.encode())


def is_years(name: str, answers: list) -> bool:
    numbers = [n for n in map(number, answers) if n is not None]
    if not numbers or max(numbers) > 7000 or 4 * len(numbers) < 3 * len(answers):
        return False
    return any(word in name for word in SAYS_YEARS) and not any(word in name for word in SAYS_OTHER)


def nearly_all_different(answers: list) -> bool:
    values = len(set(answers))
    if values <= 5:
        return False
    return 4 * values > 3 * len(answers) or (values > 20 and 10 * values > len(answers))


def leading_table(world: World, held: Assignments) -> Table:
    table = Table()
    staff = [p for p in world.people if not p.away]
    leads = {p.key: sum(r.leads for r in held.roles_of[p.key]) for p in staff}
    table.staff, table.roles = len(staff), sum(leads.values())
    table.leaders = sum(n > 0 for n in leads.values())
    names = set(FIXED) | {name for p in staff for name in p.fields} | {n for of in world.sites.fields.values() for n in of}
    table.order = [n for n in FIXED if n in names] + sorted(names - set(FIXED))
    for name in table.order:
        answers = [value for p in staff for value in values_of(p, name, world.sites)]
        if not answers:
            continue
        years = is_years(name, answers)
        if years:
            table.years.append(name)
        elif name not in FIXED and nearly_all_different(answers):
            table.left_out.append(name)
            continue
        people = defaultdict(set)
        for p in staff:
            for value in values_of(p, name, world.sites) or {""}:
                people[band(value) if years and value else value].add(p.key)
        for value, keys in people.items():
            roles = sum(leads[k] for k in keys)
            table.rows.append((name, value, str(len(keys)), str(sum(leads[k] > 0 for k in keys)), str(roles),
                               percent(len(keys), table.staff), percent(roles, table.roles)))
    return table


def measure(world: World, scores: Scores, person, role, years: str | None):
    """What of a person is compared, None where there is nothing."""
    if years is not None:
        return max((n for n in map(number, values_of(person, years, world.sites)) if n is not None), default=None)
    parts = scores.table[person.key, role.id].parts
    weights = {part: world.settings["weight_" + part] for part in ("fit", "interest") if parts[part] is not None}
    if not sum(weights.values()):
        return None
    return sum((w * parts[part] for part, w in weights.items()), Fraction(0))


def comparison(world: World, scores: Scores, held: Assignments, years: str | None) -> dict:
    leading_there = {(p.key, r.group.key) for p, r in held.pairs if r.leads}
    seats = higher = equal = comparisons = 0
    for holder, role in held.pairs:
        own = measure(world, scores, holder, role, years) if role.leads else None
        if own is None:
            continue
        others = [measure(world, scores, p, role, years) for p in world.people
                  if (p.key, role.id) in scores.table and fits_alone(p, role)
                  and (p.key, role.group.key) not in leading_there]
        others = [value for value in others if value is not None]
        seats += bool(others)
        comparisons += len(others)
        higher += sum(own > value for value in others)
        equal += sum(own == value for value in others)
    return {"seats": seats, "comparisons": comparisons, "higher": higher, "equal": equal,
            "permille": (2 * higher + equal) * 500 // comparisons if comparisons else None}
