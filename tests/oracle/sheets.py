"""Sheets as text: names as keys, CSV files as tables."""

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
    if not re.fullmatch(r"\d+([.,]0*)?", text):
        raise Refusal(f"{where}: {text!r} is no whole number")
    return int(re.split("[.,]", text)[0])


def hundredths(text: str, where: str) -> int:
    """Hours, kept in hundredths."""
    if not re.fullmatch(r"\d+([.,]\d*)?|[.,]\d+", text):
        raise Refusal(f"{where}: {text!r} is no number of hours")
    return to_hundredths(Fraction(text.replace(",", ".").rstrip(".")), where)


def to_hundredths(value: Fraction, where: str) -> int:
    scaled = value * 100
    if scaled.denominator != 1 or value > 10000:
        raise Refusal(f"{where}: hours with more than two decimals, or over 10000")
    return int(scaled)


def yes_no(text: str, where: str, default: bool = False) -> bool:
    word = key(text)
    if word == "":
        return default
    if word in YES or word in ("1", "verdadero"):
        return True
    if word in NO or word in ("0", "falso"):
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
    if any(byte < 32 and byte not in b"\t\n\v\f\r" or byte == 127 for byte in set(data)):
        raise Refusal(f"{path}: a NUL or another control character")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if data.decode("utf-8", "ignore").isascii() and not data.startswith(b"\xef\xbb\xbf"):
        return data.decode("cp1252")
    raise Refusal(f"{path}: neither UTF-8 nor Windows-1252")


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
    named = re.match(r"(?i)sep=([,;\t])(?=[\r\n]|$)", text)  # Excel's mark; its line is no row
    text = text[named.end():].lstrip("\r\n") if named else text
    separator = named[1] if named else separator_of(text)
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
    qualtrics = len(rows) > 2 and any('"ImportId"' in c for c in rows[2][1])
    below = {len(cells) for _, cells in rows[1:]}
    if len(below) == 1 and min(below) < width and not any(rows[0][1][min(below):]):
        width = min(below)  # blank names at the end of the header that no row reaches
    for number, cells in rows:
        if len(cells) != width and number != first:
            raise Refusal(f"{path}: row {number} has {len(cells)} cells; the header has {width}")
        if number != first and cells == rows[0][1] and not (qualtrics and number == rows[1][0]):
            raise Refusal(f"{path}: row {number} is the header again")
        out.append((number - first + 1, cells[:width]))
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
