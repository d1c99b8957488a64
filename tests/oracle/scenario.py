"""Scenarios: small sheets of changes, laid over a plan one after another."""

import re

from sheets import OTHERS, STARRED, Refusal, Table, clean, header_key, key, read_rows, read_table

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


GROUP_SHEETS = ("roles", "needs", "mix", "pins", "pairs")  # whose rows name groups


def names_only(row: dict, group: str, role: str | None) -> bool:
    """Does the row name this group (and role) and nothing wider?"""
    cell = key(row.get("group", ""))
    here = cell == group or cell.startswith(group + " @ ")
    return here and (role is None or key(row.get("role", "")) == role)


def covers(cell: str, group: dict) -> bool:
    """Does a cell name the group of a row of groups.csv, or a copy of it?"""
    name, base = key(cell), key(group["group"])
    if name.startswith("kind:"):
        return key(group.get("kind", "")) == name[5:].strip() != ""
    return name == "*" or name == base or name.startswith(base + " @ ")


def roles_there(tables: dict[str, Table], group: dict) -> set:
    rows = [r for r in tables.get("roles", ()) if covers(r["group"], group)]
    short = {"member"} if group.get("leaders") == "0" else {"lead", "member"}
    return {key(r["role"]) for r in rows} or short


def names_something(tables: dict[str, Table], name: str, row: dict) -> bool:
    role = "" if name == "roles" else key(row.get("role", ""))
    return any(covers(row["group"], g) and (not role or role in roles_there(tables, g)) for g in tables["groups"])


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
    scenario_drop(tables, [c for c in changes if c["column"] == "-"])
    for change in changes:
        if change["column"] == "+":
            scenario_add(tables, change)
    cells = set()
    dropped = {(c["sheet"], header_key(c["key"])) for c in changes if c["column"] == "-"}
    for change in changes:
        if change["column"] not in ("+", "-"):
            if change["sheet"] == "settings" and ("settings", header_key(change["key"])) in dropped:
                raise Refusal(f"{change['where']}: the setting is dropped")
            cell = (change["sheet"], id(scenario_row(tables, change)), header_key(change["column"]))
            if cell in cells:
                raise Refusal(f"{change['where']}: the cell is set twice")
            cells.add(cell)
            scenario_set(tables, change)


def matching(tables: dict[str, Table], change: dict) -> list[dict]:
    table = tables.get(change["sheet"])
    wanted = scenario_key(change["key"])
    return [row for row in table if wanted in row_keys(change["sheet"], row)] if table else []


def scenario_row(tables: dict[str, Table], change: dict) -> dict:
    """The one row that a change is about; a setting that is not there yet gets one."""
    if not matching(tables, change) and change["sheet"] == "settings" and change["column"] != "-":
        scenario_add(tables, change)
    rows = matching(tables, change)
    if len(rows) != 1:
        raise Refusal(f"{change['where']}: {len(rows)} rows have the key {change['key']!r} in {change['sheet']}.csv")
    return rows[0]


def scenario_drop(tables: dict[str, Table], changes: list[dict]) -> None:
    """Drop rows, and with groups and roles the rows that name only them."""
    before = {n: Table(n, list(t.rows), []) for n, t in tables.items()}
    dropped = [(c["sheet"], scenario_row(tables, c)) for c in changes]
    if len({id(row) for _, row in dropped}) < len(dropped):
        raise Refusal(f"{changes[0]['where']}: a row is dropped twice")
    for name, row in dropped:
        tables[name].rows = [r for r in tables[name] if r is not row]
    for name, row in dropped:
        if name not in ("groups", "roles"):
            continue
        role = key(row["role"]) if name == "roles" else None
        for other in GROUP_SHEETS:
            if other in tables:
                tables[other].rows = [r for r in tables[other] if not names_only(r, key(row["group"]), role)]
    if any(name in ("groups", "roles") for name, _ in dropped):
        for name in GROUP_SHEETS:
            if name in tables:
                tables[name].rows = [r for r in tables[name] if not r.get("group") or names_something(tables, name, r)
                                     or not names_something(before, name, r)]


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
    row = scenario_row(tables, change)
    if name in OTHERS and column not in {header_key(h) for h in STARRED[name] + OTHERS[name]}:
        raise Refusal(f"{change['where']}: unknown column {change['column']!r}")
    row[column] = change["value"]
    tables[name].spelled.setdefault(column, change["column"])


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
