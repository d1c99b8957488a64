"""Surveys: each row of each export becomes one Row of what it says, by the plan's columns.csv."""

import itertools
import os
import re
from dataclasses import dataclass, field
from datetime import datetime

from answers import Scales, counts_to_ten, is_no_answer, is_ticks, read_amount, read_levels
from sheets import Refusal, clean, header_key, key, parts_of, read_rows

RATINGS = {"skill": ("skill", 3), "interest": ("interest", 5), "focus": ("topic", 5)}
CHECKLISTS = {"skills": ("skill", 3), "interests": ("interest", 5), "focuses": ("topic", 5)}
TEXTS = ("site", "position")
AMOUNTS = ("hours", "max_groups", "max_leads")
MEANINGS = {"id", "email", "name", "timestamp", "field", "fields", "choice", "ignore", *RATINGS, *CHECKLISTS, *TEXTS,
            *AMOUNTS}


@dataclass
class Column:
    index: int
    header: str
    means: str
    name: str
    scale: str
    separator: str
    where: str


@dataclass
class Row:
    survey: int  # place in the command
    where: str
    number: int
    id: str = ""
    email: str = ""
    name: str = ""
    times: tuple = ()  # () = no timestamp; one reading, or both where dmy and mdy are possible
    levels: dict = field(default_factory=dict)  # (skill|interest|topic, key) -> 0..5
    weak: dict = field(default_factory=dict)  # the zeros of blanks among x and blank: no later answer
    texts: dict = field(default_factory=dict)  # site, position
    amounts: dict = field(default_factory=dict)
    fields: dict = field(default_factory=dict)  # field key -> set of value keys
    choices: list | None = None  # (rank, key)

    def answers(self) -> dict:
        """What the row says, thing by thing."""
        out = {("weak", *thing): level for thing, level in self.weak.items() if thing not in self.levels}
        out |= self.levels
        out |= self.texts | self.amounts | {("field", f): frozenset(values) for f, values in self.fields.items()}
        if self.choices is not None:
            out["choices"] = frozenset(best_choices(self.choices).items())
        return out


@dataclass
class Asked:
    """What the surveys ask about, and how names are spelled."""
    skills: set = field(default_factory=set)
    interests: set = field(default_factory=set)
    topics: set = field(default_factory=set)
    fields: set = field(default_factory=set)
    spelled: dict = field(default_factory=dict)  # (kind, key) -> text
    rated: set = field(default_factory=set)  # skills that something else than ticks is known about
    tick_levels: dict = field(default_factory=dict)  # skill -> the highest level of a tick
    ticks: bool = False  # some list to tick asks about skills or interest in them
    grid: bool = False   # some grid to tick does


def read_survey(path: str, place: int, tables: dict, scales: Scales, asked: Asked) -> list[Row]:
    headers, data = data_of(path)
    base = os.path.basename(path)
    columns = meanings_of(base, headers, tables)
    scales.large |= {key(c.scale) for c in columns if c.means in AMOUNTS}
    cells = {c.index: [row[c.index] for _, row in data] for c in columns}
    cells_of = lambda i: [row[i] for _, row in data]
    out = [Row(place, f"{base} row {number}", number) for number, _ in data]
    scale_of = {c.index: c.scale for c in columns}
    for column in columns:
        where = f"{base} column {column.header!r}"
        if column.means in ("field", "fields"):
            asked.fields.add(header_key(column.name))
        question = [i for i, h in enumerate(headers) if question_of(h) == question_of(column.header)]
        if column.means in RATINGS:
            kin = [(scale_of.get(i, ""), cells_of(i)) for i in question]
            ticks = is_ticks([cells_of(i) for i in question])
            read_rating(out, column, cells[column.index], kin, ticks, scales, asked, where)
        elif column.means in CHECKLISTS or column.means == "fields":
            read_checklist(out, column, cells[column.index], tables, scales, asked, where)
        elif column.means == "timestamp":
            for row, times in zip(out, read_times(cells[column.index], column.scale, where)):
                row.times = later_times(row.times, times)
        else:
            for row, cell in zip(out, cells[column.index]):
                read_plain(row, column, cell, scales, asked, where)
    return identified(out, columns, base)


def data_of(path: str) -> tuple:
    """The headers of an export and its numbered rows of answers, without the two that Qualtrics adds to the header."""
    rows = read_rows(path)
    skipped = 3 if len(rows) > 2 and any("ImportId" in cell for cell in rows[2][1]) else 1
    return rows[0][1], rows[skipped:]


def identified(rows: list[Row], columns: list[Column], base: str) -> list[Row]:
    if any(c.means in ("id", "email", "name") for c in columns):
        return [r for r in rows if r.id or r.email or r.name]
    for row in rows:
        row.name = f"{base}-{row.number}"
    return rows


def meanings_of(base: str, headers: list[str], tables: dict) -> list[Column]:
    """The columns that columns.csv gives a meaning; rows that name the survey beat rows for any."""
    columns = []
    for index, header in enumerate(headers):
        rows = [r for r in tables["columns"] if header_key(r["header"]) == header_key(header)
                and key(r.get("survey", "")) in ("", key(base))]
        own = [r for r in rows if r.get("survey")]
        if len({(header_key(r["means"]), key(r.get("name") or bracket_of(r["header"])), key(r.get("scale", "")),
                 r.get("separator", "")) for r in own or rows}) > 1:
            raise Refusal(f"{rows[0]['#']}: another row says otherwise of {header!r}")
        for r in (own or rows)[:1]:
            means = header_key(r["means"])
            means = {"maxgroups": "max_groups", "maxleads": "max_leads"}.get(means, means)
            if means == "field" and header_key(r.get("name") or bracket_of(r["header"])) in TEXTS:
                means = header_key(r.get("name") or bracket_of(r["header"]))
            if means not in MEANINGS:
                raise Refusal(f"{r['#']}: unknown meaning {r['means']!r}")
            name = r.get("name") or bracket_of(r["header"])
            columns.append(Column(index, header, means, name, r.get("scale", ""), r.get("separator", ""), r["#"]))
    return columns


def check_headers(paths: list[str], tables: dict) -> None:
    """Every header that columns.csv and options.csv name must be there; of those that say who or when by one meaning, one."""
    headers = {os.path.basename(p): {header_key(h) for h in read_rows(p)[0][1]} for p in paths}
    everywhere = set().union(*headers.values()) if headers else set()
    missing, said = [], set()
    for row in list(tables.get("columns", ())) + list(tables.get("options", ())):
        surveys = [hs for base, hs in headers.items() if key(base) == key(row.get("survey", ""))]
        means = header_key(row.get("means", ""))
        if row.get("survey") and not surveys:
            continue  # a survey that is not given now
        if header_key(row["header"]) in (set().union(*surveys) if surveys else everywhere):
            said.add(means)
        else:
            missing.append((row, means))
    for row, means in missing:
        if means not in ("id", "email", "name", "timestamp") or means not in said:
            raise Refusal(f"{row['#']}: no survey has the column {row['header']!r}")


def bracket_of(header: str) -> str:
    found = re.findall(r"\[([^\[\]]*)\]", header)
    return clean(found[-1]) if found else header


def question_of(header: str) -> str:
    return header_key(header.rpartition("[")[0]) if "[" in header else header_key(header)


def read_rating(rows, column, cells, kin, ticks, scales, asked, where) -> None:
    kind, tick = RATINGS[column.means]
    name = note(asked, kind, column.name)
    levels = read_levels(scales, column.scale, cells, counts_to_ten(scales, kin), tick, where)
    asked.grid |= ticks and kind != "topic"
    if kind == "skill" and ticks:
        raise_level(asked.tick_levels, name, tick)
    elif kind == "skill":
        asked.rated.add(name)
    for row, cell in zip(rows, cells):
        level = levels.get(cell)
        if level is not None:
            raise_level(row.levels, (kind, name), level)
        elif ticks and not cell:
            row.weak[kind, name] = 0


def note(asked: Asked, kind: str, name: str) -> str:
    """Record that a survey asks about a name; its key."""
    k = key(name)
    {"skill": asked.skills, "interest": asked.interests, "topic": asked.topics}[kind].add(k)
    spell(asked, kind, k, name)
    return k


def spell(asked: Asked, kind: str, k: str, name: str) -> None:
    """One spelling for a key, the same for every order of rows."""
    asked.spelled[kind, k] = min(name, asked.spelled.get((kind, k), name))


def raise_level(levels: dict, about, level: int) -> None:
    levels[about] = max(level, levels.get(about, 0))


def read_checklist(rows, column, cells, tables, scales, asked, where) -> None:
    separator = column.separator or (";" if any(";" in c for c in cells) else ",")
    listed = [r["option"] for r in tables.get("options", ()) if header_key(r["header"]) == header_key(column.header)]
    ticks = [[] if is_no_answer(scales, c) else
             [t for t in ticked(c, separator, listed) if not is_no_answer(scales, t)] for c in cells]
    if column.means == "fields":
        name = header_key(column.name)
        for row, options in zip(rows, ticks):
            if options:
                row.fields.setdefault(name, set()).update(key(o) for o in options)
                for o in options:
                    spell(asked, "value", key(o), o)
        return
    kind, level = CHECKLISTS[column.means]
    if column.scale:
        if column.scale not in "012345":
            raise Refusal(f"{where}: the level of a tick is {column.scale!r}")
        level = int(column.scale)
    options = {note(asked, kind, o) for o in listed} | {note(asked, kind, o) for some in ticks for o in some}
    asked.ticks |= kind != "topic" and bool(options)
    for option in options if kind == "skill" else ():
        raise_level(asked.tick_levels, option, level)
    for row, some in zip(rows, ticks):
        chosen = {key(o) for o in some}
        for option in options if chosen else ():
            if option in chosen:
                raise_level(row.levels, (kind, option), level)
            elif kind != "topic":
                raise_level(row.levels, (kind, option), 0)


def ticked(cell: str, separator: str, listed: list[str]) -> list[str]:
    """The options ticked in a cell; listed ones, which may hold the separator, are taken out longest first."""
    pieces: list[str | None] = cell.split(separator)
    found = []
    for option in sorted(listed, key=lambda o: (-len(key(o)), key(o))):
        length = option.count(separator) + 1
        at = 0
        while at + length <= len(pieces):
            run = pieces[at:at + length]
            if None not in run and key(separator.join(run)) == key(option):
                found.append(option)
                pieces[at:at + length] = [None]
            at += 1
    return found + parts_of(separator.join(p for p in pieces if p), separator)


def read_plain(row: Row, column: Column, cell: str, scales: Scales, asked: Asked, where: str) -> None:
    if column.means == "ignore" or not cell:
        return
    if column.means in AMOUNTS:
        amount = read_amount(scales, column.scale, cell, where)
        if amount is not None:
            row.amounts[column.means] = max(amount, row.amounts.get(column.means, amount))
        return
    if is_no_answer(scales, cell):
        return
    if column.means in ("id", "email", "name"):
        read_identity(row, column.means, cell)
    elif column.means in TEXTS:
        row.texts.setdefault(column.means, cell)
    elif column.means == "field":
        row.fields.setdefault(header_key(column.name), set()).add(key(cell))
        spell(asked, "value", key(cell), cell)
    elif column.means == "choice":
        row.choices = (row.choices or []) + [(rank_of(column), key(cell))]
        note(asked, "topic", cell)  # also where a later answer replaces this one: it was there to be chosen


def read_identity(row: Row, what: str, cell: str) -> None:
    """Several columns of names are one name, as first and last name; a second id or e-mail is an error."""
    have = getattr(row, what)
    if what == "email" and key(cell) == "anonymous":
        return
    if what == "email":
        check_email(cell, row.where)
    if have and key(have) == key(cell):
        return
    if have and what != "name":
        raise Refusal(f"{row.where}: a second {what} {cell!r}")
    setattr(row, what, f"{have} {cell}" if have else cell)


def check_email(cell: str, where: str) -> None:
    if cell and not re.fullmatch(r"[^@ \t\r\n,;]+@[^@ \t\r\n,;]+", cell):
        raise Refusal(f"{where}: {cell!r} is no e-mail address")


def best_choices(choices: list) -> dict:
    """The value of each thing chosen: of the n-th choice max(1, 6 - n)."""
    best: dict = {}
    for rank, name in choices:
        best[name] = max(best.get(name, 0), max(1, 6 - rank))
    return best


ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


def rank_of(column: Column) -> int:
    digits = re.search(r"\d+", column.name)
    if digits:
        return int(digits.group())
    words = [n for n, word in enumerate(ORDINALS, 1) if word in key(column.name).split()]
    if not words:
        raise Refusal(f"{column.where}: {column.name!r} is no rank of a choice")
    return words[0]


# Timestamps ----------------------------------------------------------------------------------------------------

MONTHS = [("january", "enero"), ("february", "febrero"), ("march", "marzo"), ("april", "abril"), ("may", "mayo"),
          ("june", "junio"), ("july", "julio"), ("august", "agosto"), ("september", "septiembre", "setiembre"),
          ("october", "octubre"), ("november", "noviembre"), ("december", "diciembre")]


def read_times(cells: list[str], scale: str, where: str) -> list[tuple]:
    """Each cell's possible readings: one, or (as dmy, as mdy) where the whole column leaves both open."""
    split = [split_time(c, where) if c else None for c in cells]
    numeric = [s[0] for s in split if s and s[0][0] == "?"]
    order = key(scale)
    if order not in ("", "dmy", "mdy"):
        raise Refusal(f"{where}: a timestamp's scale is dmy or mdy")
    if not order:
        first, second = any(a > 12 for _, a, _, _ in numeric), any(b > 12 for _, _, b, _ in numeric)
        if first and second:
            raise Refusal(f"{where}: some dates are dmy, some mdy")
        order = "dmy" if first else "mdy" if second else ""
    return [readings(s, order) if s else () for s in split]


def split_time(cell: str, where: str):
    """((order, a, b, year), (hour, minute, second)) of a timestamp; zones are ignored."""
    text = key(cell)
    if m := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text):
        date = ("=", int(m[3]), int(m[2]), int(m[1]))
    elif m := re.match(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})", text):
        date = ("=" if m[2] == "." else "?", int(m[1]), int(m[3]), full_year(m[4]))  # dots: the day is first
    elif m := re.match(r"(?:[a-z]{3,}\.?,? )??([a-z]{3,})\.? (\d{1,2}),? (\d{4}|\d{2})(?!\d)", text):
        date = ("=", int(m[2]), month_of(m[1], where), full_year(m[3]))
    elif m := re.match(r"(?:[a-z]{3,}\.?,? )?(\d{1,2})(?: de | |-)([a-z]{3,})\.?,?(?: de | |-)(\d{4}|\d{2})(?!\d)", text):
        date = ("=", int(m[1]), month_of(m[2], where), full_year(m[3]))
    else:
        raise Refusal(f"{where}: {cell!r} is no timestamp")
    clock = re.match(r"[ t,]*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.? ?m)?", text[m.end():])
    if not clock:
        return date, (0, 0, 0)
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4][0] == "p" else 0)
    return date, (hour, int(clock[2]), int(clock[3] or 0))


def month_of(word: str, where: str) -> int:
    """An English or Spanish month by its name or a beginning of it."""
    for number, names in enumerate(MONTHS, 1):
        if any(name.startswith(word) for name in names):
            return number
    raise Refusal(f"{where}: {word!r} is no month")


def full_year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def readings(split, order: str) -> tuple:
    (mark, a, b, year), clock = split
    day_month = {"dmy": [(a, b)], "mdy": [(b, a)]}.get(order, [(a, b), (b, a)]) if mark == "?" else [(a, b)]
    try:
        return tuple(datetime(year, month, day, *clock) for day, month in day_month)
    except ValueError:
        raise Refusal(f"no such day: {day_month}, {year}") from None


def later_times(a: tuple, b: tuple) -> tuple:
    """Of two time stamps of one row the later, reading by reading."""
    if len(a) != len(b) and a and b:
        a, b = a * (2 // len(a)), b * (2 // len(b))
    return tuple(max(pair) for pair in zip(a, b)) if a and b else a or b


def earlier(a: Row, b: Row) -> bool | None:
    """Is row a before row b? None where their times are equal or the readings disagree; one column has one reading."""
    one_column = a.survey == b.survey and len(a.times) == len(b.times)
    pairs = list(zip(a.times, b.times) if one_column else itertools.product(a.times, b.times))
    if all(x < y for x, y in pairs):
        return True
    if all(x > y for x, y in pairs):
        return False
    return None
