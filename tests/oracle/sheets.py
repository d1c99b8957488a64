"""Sheets as text: names as keys, CSV files as tables, scenarios laid over a plan."""

import csv
import io
import os
import re
import unicodedata
from fractions import Fraction
from functools import lru_cache


class Refusal(Exception):
    """The input breaks the contract; the message says where and how."""


# Words and numbers ---------------------------------------------------------------------------------------------

def clean(text: str) -> str:
    """Cell text without invisible marks (a BOM inside a cell) and outer blanks."""
    if text.isascii():
        return text.strip()
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()


@lru_cache(maxsize=1 << 18)
def key(text: str) -> str:
    """A name for comparison: no case, no accents, no repeated or outer spaces."""
    folded = unicodedata.normalize("NFKC", clean(text)).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if unicodedata.category(c) != "Mn")
    return " ".join(unicodedata.normalize("NFKC", bare).split())


def header_key(text: str) -> str:
    """A header or setting name for comparison: spaces and `_` do not count either."""
    return key(text).replace(" ", "").replace("_", "")


def whole(text: str, where: str) -> int:
    if not re.fullmatch(r"\d+(\.0+)?", text):
        raise Refusal(f"{where}: {text!r} is no whole number")
    return int(text.split(".")[0])


def hundredths(text: str, where: str) -> int:
    """Hours, kept in hundredths."""
    if not re.fullmatch(r"\d+(\.\d+)?|\.\d+", text):
        raise Refusal(f"{where}: {text!r} is no number of hours")
    return to_hundredths(Fraction(text), where)


def to_hundredths(value: Fraction, where: str) -> int:
    scaled = value * 100
    if scaled.denominator != 1:
        raise Refusal(f"{where}: hours with more than two decimals")
    return int(scaled)


def yes_no(text: str, where: str, default: bool = False) -> bool:
    word = key(text)
    if word == "":
        return default
    if word in YES:
        return True
    if word in NO:
        return False
    raise Refusal(f"{where}: {text!r} is neither yes nor no")


YES = {"yes", "y", "true", "si", "x"}
NO = {"no", "n", "false"}


def parts_of(text: str, separator: str = ";") -> list[str]:
    return [piece for piece in (clean(p) for p in text.split(separator)) if piece]


# CSV files -----------------------------------------------------------------------------------------------------

def file_text(path: str) -> str:
    with open(path, "rb") as file:
        data = file.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def separator_of(text: str) -> str:
    """The separator of the header: the commonest of tab, `;` and `,` outside quotes."""
    counts = {"\t": 0, ";": 0, ",": 0}
    quoted = False
    for c in text.lstrip("\r\n"):
        if c == '"':
            quoted = not quoted
        elif c in "\r\n" and not quoted:
            break
        elif not quoted and c in counts:
            counts[c] += 1
    return max(counts, key=lambda c: counts[c]) if any(counts.values()) else ","


def read_rows(path: str) -> list[tuple[int, list[str]]]:
    """Rows (number, cells) that hold anything; the header is number 1, an empty line counts as a row."""
    text = file_text(path)
    separator = separator_of(text)
    if separator == "\t":
        reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    csv.field_size_limit(1 << 24)
    rows = [(number, [clean(c) for c in cells]) for number, cells in enumerate(reader, 1)]
    rows = [(number, cells) for number, cells in rows if any(cells)]
    if not rows:
        raise Refusal(f"{path}: empty")
    first = rows[0][0]
    width = len(rows[0][1])
    out = []
    for number, cells in rows:
        if len(cells) > width and any(cells[width:]):
            raise Refusal(f"{path}: row {number} has {len(cells)} cells; the header has {width}")
        out.append((number - first + 1, (cells + [""] * width)[:width]))
    return out


class Table:
    """A plan's sheet: rows of header key -> text; `spelled` keeps the headers as written."""

    def __init__(self, name: str, rows: list[dict], headers: list[str]):
        self.name = name
        self.rows = rows
        self.spelled = {header_key(h): h for h in headers}

    def __iter__(self):
        return iter(self.rows)


STARRED = {
    "columns": ["header", "means"],
    "scales": ["scale", "answer"],
    "options": ["header", "option"],
    "groups": ["group"],
    "roles": ["group", "role"],
    "needs": ["group", "skill", "level"],
    "mix": ["group", "field", "value"],
    "people": ["id"],
    "sites": ["site"],
    "pins": ["person", "group", "rule"],
    "pairs": ["person", "other", "rule"],
    "previous": ["person", "group", "role"],
    "settings": ["setting", "value"],
}
OTHERS = {
    "columns": ["survey", "name", "scale", "separator"],
    "scales": ["level"],
    "options": [],
    "groups": ["kind", "site", "focus", "purpose", "min_size", "max_size", "hours", "meets", "leaders", "needs",
               "weight"],
    "roles": ["min", "max", "leads", "hours", "weight", "positions"],
    "needs": ["role", "weight", "must", "people"],
    "mix": ["min", "max", "must"],
    "pins": ["role"],
    "pairs": ["group"],
    "settings": [],
}  # people, sites and previous may have any further column


def read_table(folder: str, name: str) -> Table | None:
    path = os.path.join(folder, name + ".csv")
    if not os.path.exists(path):
        return None
    rows = read_rows(path)
    headers = rows[0][1]
    keys = [header_key(h) for h in headers]
    if len(set(k for k in keys if k)) != len([k for k in keys if k]):
        raise Refusal(f"{path}: a column appears twice")
    if name in OTHERS:
        known = {header_key(h) for h in STARRED[name] + OTHERS[name]}
        unknown = [h for h, k in zip(headers, keys) if k and k not in known]
        if unknown:
            raise Refusal(f"{path}: unknown column {unknown[0]!r}")
    needed = [] if name == "people" else STARRED[name]
    for starred in needed:
        if header_key(starred) not in keys:
            raise Refusal(f"{path}: no column {starred!r}")
    if name == "people" and not {"id", "email"} & set(keys):
        raise Refusal(f"{path}: neither a column id nor email")
    dicts = []
    for number, cells in rows[1:]:
        row = {k: c for k, c in zip(keys, cells) if k}
        row["#"] = f"{name}.csv row {number}"
        for starred in needed:
            if not row[header_key(starred)]:
                raise Refusal(f"{row['#']}: {starred} is blank")
        dicts.append(row)
    return Table(name, dicts, headers)


def read_plan_tables(folder: str, scenarios: list[str]) -> dict[str, Table]:
    tables = {}
    for name in STARRED:
        table = read_table(folder, name)
        if table is not None:
            tables[name] = table
    for scenario in scenarios:
        lay_scenario(tables, scenario)
    if "groups" not in tables:
        raise Refusal(f"{folder}: no groups.csv")
    return tables


# Scenarios -----------------------------------------------------------------------------------------------------

KEY_COLUMNS = {
    "needs": ["group", "role", "skill"],
    "settings": ["setting"],
}


def row_keys(name: str, row: dict) -> list[str]:
    """The keys under which a scenario may name a row."""
    def joined(columns):
        return "/".join(scenario_key(row.get(header_key(c), "")) for c in columns)

    if name == "people":
        return [scenario_key(row[c]) for c in ("id", "email") if row.get(c)]
    columns = KEY_COLUMNS.get(name, STARRED[name])
    keys = [joined(columns)]
    if name == "needs":
        keys.append(joined(columns + ["level"]))
    return keys


def scenario_key(text: str) -> str:
    return "/".join(key(part) for part in text.split("/"))


def names_only(row: dict, group: str, role: str | None) -> bool:
    """Does the row name this group (and role) and nothing wider?"""
    cell = key(row.get("group", ""))
    if role is None:
        return cell == group or cell.startswith(group + " @ ")
    return cell == group and key(row.get("role", "")) == role


def lay_scenario(tables: dict[str, Table], path: str) -> None:
    """Apply one scenario: first what is dropped, then what is added, then what is changed."""
    rows = read_rows(path)
    headers = [header_key(h) for h in rows[0][1]]
    if sorted(headers) != ["column", "key", "sheet", "value"]:
        raise Refusal(f"{path}: a scenario has the columns sheet, key, column, value")
    changes = [dict(zip(headers, cells), where=f"{path} row {number}") for number, cells in rows[1:]]
    for change in changes:
        change["sheet"] = re.sub(r"\.csv$", "", key(change["sheet"]))
        if change["sheet"] not in STARRED:
            raise Refusal(f"{change['where']}: unknown sheet {change['sheet']!r}")
    for sign, action in (("-", scenario_drop), ("+", scenario_add), (None, scenario_set)):
        for change in changes:
            if change["column"] == sign or (sign is None and change["column"] not in "+-"):
                action(tables, change)


def matching(tables: dict[str, Table], change: dict) -> list[dict]:
    table = tables.get(change["sheet"])
    wanted = scenario_key(change["key"])
    return [row for row in table if wanted in row_keys(change["sheet"], row)] if table else []


def scenario_drop(tables: dict[str, Table], change: dict) -> None:
    dropped = matching(tables, change)
    if not dropped:
        raise Refusal(f"{change['where']}: no row {change['key']!r} to drop")
    table = tables[change["sheet"]]
    table.rows = [row for row in table if row not in dropped]
    if change["sheet"] not in ("groups", "roles"):
        return
    for row in dropped:
        role = key(row["role"]) if change["sheet"] == "roles" else None
        for name in ("roles", "needs", "mix", "pins", "pairs"):
            if name in tables:
                tables[name].rows = [r for r in tables[name] if not names_only(r, key(row["group"]), role)]


def scenario_add(tables: dict[str, Table], change: dict) -> None:
    name = change["sheet"]
    row = {"#": change["where"]}
    if name == "people":
        row["email" if "@" in change["key"] else "id"] = change["key"]
    else:
        columns = KEY_COLUMNS.get(name, STARRED[name])
        pieces = change["key"].split("/")
        if name == "needs" and len(pieces) == 4:
            columns = columns + ["level"]
        if len(pieces) != len(columns):
            raise Refusal(f"{change['where']}: the key {change['key']!r} should have {len(columns)} parts")
        row.update({header_key(c): clean(p) for c, p in zip(columns, pieces)})
    tables.setdefault(name, Table(name, [], STARRED[name])).rows.append(row)


def scenario_set(tables: dict[str, Table], change: dict) -> None:
    column = header_key(change["column"])
    name = change["sheet"]
    rows = matching(tables, change)
    if not rows and name == "settings":
        scenario_add(tables, change)
        rows = matching(tables, change)
    if not rows:
        raise Refusal(f"{change['where']}: no row {change['key']!r} in {name}.csv")
    if name in OTHERS and column not in {header_key(h) for h in STARRED[name] + OTHERS[name]}:
        raise Refusal(f"{change['where']}: unknown column {change['column']!r}")
    for row in rows:
        row[column] = change["value"]
    tables[name].spelled.setdefault(column, change["column"])
