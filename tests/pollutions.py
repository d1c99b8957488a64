#!/usr/bin/env python3
"""Dirty exports: a true table of 20 answers is written in several dialects, each file is spoilt in one way at one place, and the
reader must give the true table exactly or refuse the file with a line, a column and what was expected. Never a third thing.

usage: pollutions.py PRINT_TABLES [--keep FOLDER]
"""

import argparse
import collections
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile

HEADER = ["Timestamp", "Email Address", "School", "Rate your skill [Data, charts]", "Rate your skill [Literacy]",
          "Which would you lead? (pick any)", "Comments", "Hours"]
SCHOOLS = ["Río Alto Elementary", "Lincoln, North", "Washington"]
WORDS = ["Novice", "Competent", "Expert; trains others"]
FOCUSES = ["Attendance", "Attendance, Family nights", "Reading \"buddies\", Data", "Data"]
COMMENTS = ["None", "I enjoy café talks, but not on Mondays", "First line\nSecond line", "She said \"yes\"", "", "5\" screens, old"]

TRUE = [HEADER] + [
    [f"2024/03/{n % 27 + 1:02d} {n % 12 + 1}:15:0{n % 10} PM", f"teacher{n}@example.org", SCHOOLS[n % 3], str(n * 7 % 5 + 1),
     WORDS[n * 5 % 3], FOCUSES[n * 3 % 4], COMMENTS[n * 5 % 6], str(n % 4 + 1)] for n in range(20)]

PLAIN = [["Id", "Site", "Math", "Art", "Note"]] + [  # nothing needs quotes, and the last column is often blank
    [f"p{n}", ["Elm", "Oak"][n % 2], str(n % 5 + 1), str(n * 3 % 5 + 1), ["", "", "late", "señora Jové"][n % 4]] for n in range(20)]

FOREIGN = [";", ",", "\t", "|", " ", ":"]


class Dialect:
    """How a true table is written, cell by cell, so that a pollution knows where each cell begins and ends."""

    def __init__(self, name, table, separator=",", end="\r\n", quote_all=False, encoding="utf-8"):
        self.name, self.table, self.separator, self.end, self.encoding = name, table, separator, end, encoding
        self.quote_all = quote_all
        self.cells = [[self.written(c) for c in row] for row in table]

    def written(self, cell, quote='"', escape=None):
        needs = self.quote_all or any(c in cell for c in (self.separator, quote, "\n", "\r"))
        return quote + cell.replace(quote, (escape or quote) + quote) + quote if needs else cell

    def text(self, cells=None, separator=None, end=None):
        separator, end = separator or self.separator, end or self.end
        return "".join(separator.join(row) + end for row in cells or self.cells)

    def bytes(self, text, encoding=None):
        """None where the encoding does not have all characters."""
        try:
            return text.encode(encoding or self.encoding)
        except UnicodeEncodeError:
            return None

    def changed(self, row, column, cell):
        """The whole text with one cell written as `cell`; None for the cell and its separator gone."""
        cells = [list(r) for r in self.cells]
        if cell is None:
            del cells[row][column]
        else:
            cells[row][column] = cell
        return self.text(cells)

    def lines(self):
        return [self.separator.join(row) + self.end for row in self.cells]


DIALECTS = [
    Dialect("google", TRUE),
    Dialect("quoted", TRUE, quote_all=True, end="\n"),
    Dialect("excel-eu", TRUE, separator=";", encoding="cp1252"),
    Dialect("excel-tabs", TRUE, separator="\t", encoding="utf-16"),
    Dialect("plain", PLAIN, end="\n"),
    Dialect("plain-eu", PLAIN, separator=";", end="\r", encoding="utf-8-sig"),
]


def cell_pollutions(d, row, column):
    """(kind, text) of one cell spoilt."""
    cell, cells, separator = d.cells[row][column], d.cells[row], d.separator
    yield "cell missing", d.changed(row, column, None)
    yield "cell added", d.changed(row, column, separator + cell)
    if column + 1 < len(cells):
        def joined(between):
            out = [list(r) for r in d.cells]
            out[row][column:column + 2] = [cell + between + cells[column + 1]]
            return d.text(out)
        yield "separator missing", joined("")
        for foreign in FOREIGN:
            if foreign != separator:
                yield f"separator {foreign!r}", joined(foreign)
        yield "line end for separator", joined(d.end)
    middle = len(cell) // 2
    yield "quote before", d.changed(row, column, '"' + cell)
    yield "quote after", d.changed(row, column, cell + '"')
    yield "quote inside", d.changed(row, column, cell[:middle] + '"' + cell[middle:])
    yield "line end inside", d.changed(row, column, cell[:middle] + d.end + cell[middle:]) if '"' not in cell else d.text()
    for at in [m.start() for m in re.finditer('"', cell)]:
        yield "quote missing", d.changed(row, column, cell[:at] + cell[at + 1:])
        yield "apostrophe for quote", d.changed(row, column, cell[:at] + "'" + cell[at + 1:]) if len(cell) > 2 else d.text()
    if '""' in cell[1:-1]:
        yield "backslash for quote", d.changed(row, column, d.written(d.table[row][column], escape="\\"))
        yield "quotes not doubled", d.changed(row, column, '"' + d.table[row][column] + '"')
    if cell.startswith('"') and separator in cell:
        yield "quotes gone", d.changed(row, column, d.table[row][column])
        yield "apostrophes", d.changed(row, column, "'" + d.table[row][column] + "'")
    yield "NUL", d.changed(row, column, cell[:middle] + "\0" + cell[middle:])
    yield "control character", d.changed(row, column, cell[:middle] + "\x1b" + cell[middle:])
    yield "byte order mark", d.changed(row, column, "\ufeff" + cell)
    yield "blanks around", d.changed(row, column, "  " + cell + " ")


def row_pollutions(d, row):
    lines, separator, width = d.lines(), d.separator, len(d.table[0])

    def with_line(line):
        return "".join(lines[:row] + [line] + lines[row + 1:])

    def before(line):
        return "".join(lines[:row] + [line] + lines[row:])

    bare = lines[row][:-len(d.end)]
    for end in ("", " ", "\n", "\r", "\r\n", "\r\r\n", "\n\r", "\v", "\u2028", "\x1e", ";", "\\n"):
        if row + 1 < len(lines):
            yield f"line end {end!r}", with_line(bare + end)
    for foreign in FOREIGN:
        if foreign != separator:
            yield f"row separated by {foreign!r}", with_line(foreign.join(d.cells[row]) + d.end)
    yield "row in apostrophes", with_line(separator.join("'" + c + "'" for c in d.table[row]) + d.end)
    for n in range(1, width):
        yield "row cut", with_line(separator.join(d.cells[row][:n]) + d.end)
    yield "row twice as long", with_line(separator.join(d.cells[row] * 2) + d.end)
    yield "trailing separator", with_line(bare + separator + d.end)
    yield "blank line", before(d.end)
    yield "blank row", before(separator * (width - 1) + d.end)
    if row > 0:
        yield "header again", before(lines[0])
        yield "second table", before(d.end + lines[0])
        other = ["Id", "Name", "Room", "Floor", "Wing", "Phone", "Key", "Desk"][:width]
        for n in (width - 1, width, width + 1):
            names = (other + ["More"])[:n]
            yield "other table", before(d.end + separator.join(names) + d.end
                                        + "".join(separator.join(f"{x} {y}" for x in names) + d.end for y in range(3)))
    title = "Staff survey, spring" if separator != "," else "Staff survey"
    for n in (1, 2, width):
        yield "title", before(separator.join([title] + [""] * (n - 1)) + d.end)
        yield "title and a blank line", before(separator.join([title] + [""] * (n - 1)) + d.end * 2)
    yield "comment", before("# exported by the form" + d.end)


def file_pollutions(d):
    """(kind, bytes) of a whole file written otherwise."""
    table, separator = d.table, d.separator
    write = d.bytes

    def rewritten(separator=separator, quote='"', escape=None, end=d.end, quote_all=d.quote_all):
        other = Dialect(d.name, table, separator, end, quote_all, d.encoding)
        return write("".join(separator.join(other.written(c, quote, escape) for c in row) + end for row in table))

    yield "as it is", write(d.text())
    for end in ("\n", "\r", "\r\n", "\r\r\n", "\n\n", "\v", "\f", "\x1e", "\x85", "\u2028", "|", "\\n", ";;"):
        yield f"line ends {end!r}", rewritten(end=end)
    for foreign in [*FOREIGN, "^", "~", "\x1f", "\x01", ", ", "; ", "::", "\t\t", " | "]:
        yield f"separator {foreign!r}", rewritten(separator=foreign)
        yield f"separator {foreign!r}, all quoted", rewritten(separator=foreign, quote_all=True)
    for quote in ("'", "|", "`", "\u2019", "~"):
        yield f"quotes {quote}", rewritten(quote=quote)
        if quote in "'`":
            yield f"quotes {quote} everywhere", rewritten(quote=quote, quote_all=True)
    yield "curly quotes everywhere", write("".join(separator.join("“" + c + "”" for c in r) + d.end for r in table))
    for escape in ("\\", "'", "/"):
        yield f"escape {escape}", rewritten(escape=escape)
    yield "no quotes at all", write("".join(separator.join(r) + d.end for r in table))
    text = d.text()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "utf-32", "mac-roman",
                     "cp850", "cp437", "cp037"):
        yield f"encoding {encoding}", d.bytes(text, encoding)
    yield "UTF-16, most significant byte first", b"\xfe\xff" + text.encode("utf-16-be")
    yield "two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode("utf-8")
    lines = d.lines()
    yield "no last line end", write(text[:-len(d.end)])
    yield "many last line ends", write(text + d.end * 3)
    yield "trailing blank rows", write(text + (separator * (len(table[0]) - 1) + d.end) * 3)
    yield "a blank column behind", write("".join(l[:-len(d.end)] + separator + d.end for l in lines))
    yield "a blank column before", write("".join(separator + l for l in lines))
    yield "no header", write("".join(lines[1:]))
    yield "header twice", write(lines[0] + text)
    yield "header of two rows", write(lines[0] + separator.join(f"part {n}" for n in range(len(table[0]))) + d.end
                                      + "".join(lines[1:]))
    yield "header of three rows", write(lines[0] + (separator.join(f"part {n}" for n in range(len(table[0]))) + d.end) * 2
                                        + "".join(lines[1:]))
    for n in range(1, 6):
        yield "lines above", write("".join(f"About this file: line {k}" + d.end for k in range(n)) + text)
    yield "file twice", write(text + text)
    yield "Excel's mark", write(f"sep={separator}{d.end}" + text)
    yield "a wrong mark", write(f"sep={'|' if separator != '|' else ';'}{d.end}" + text)
    yield "empty", b""
    yield "blank lines only", write(d.end * 5)
    yield "a web page", b"<!DOCTYPE html>\n<html><body>Sign in</body></html>\n"
    yield "a workbook", b"PK\x03\x04" + write(text)
    data = write(text)
    for n in range(12):  # bytes that are no text; one more letter is what a Windows-1252 file cannot show
        at = len(data) * n // 12
        if d.encoding != "cp1252":
            yield "bad byte", data[:at] + b"\xff" + data[at:]
            yield "byte missing in UTF-16" if d.encoding == "utf-16" else "Windows-1252 letter", \
                data[:at] + data[at + 1:] if d.encoding == "utf-16" else data[:at] + b"\xe9" + data[at:]


def pollutions(d):
    yield from file_pollutions(d)
    for row in range(len(d.table)):
        for kind, text in row_pollutions(d, row):
            yield f"{kind}, row {row + 1}", d.bytes(text)
        for column in range(len(d.table[0])):
            for kind, text in cell_pollutions(d, row, column):
                yield f"{kind}, row {row + 1}, column {column + 1}", d.bytes(text)


# What the reader says --------------------------------------------------------------------------------------------

def bare(table):
    """Without blanks around cells, blank columns and what a line end within a cell is written as."""
    rows = [[re.sub(r"\r+\n|\r|\n", "\n", c).strip(" \t\r\n\ufeff") for c in row] for row in table]
    keep = [n for n in range(len(rows[0])) if any(row[n] for row in rows)]
    return [[row[n] for n in keep] for row in rows]


def verdict(read, true):
    errors = [m for m in read["messages"] if m[0] == "error"]
    if errors:
        placed = all("; expected" in text and ((line > 0 and column >= 0) or re.match(r"is |the file is empty", text))
                     for _, line, column, text in errors)
        return "refused" if placed else "refused without a place or a remedy"
    if read["header"] and bare([read["header"], *read["rows"]]) == bare(true):
        return "exact"
    return "told" if any(m[0] == "warning" for m in read["messages"]) else "misread"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--keep", help="a folder to leave the files in")
    parser.add_argument("--show", type=int, default=20)
    args = parser.parse_args()
    folder = args.keep or tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    os.makedirs(folder, exist_ok=True)
    cases = []
    for d in DIALECTS:
        seen = set()
        for kind, data in pollutions(d):
            if data is None or data in seen:
                continue
            seen.add(data)
            path = os.path.join(folder, f"{len(cases)}.csv")
            with open(path, "wb") as file:
                file.write(data)
            cases.append((d, kind, path))
    ran = subprocess.run([args.program], input="".join(path + "\n" for _, _, path in cases).encode(), stdout=subprocess.PIPE)
    lines = ran.stdout.decode().split("\n")[:-1]
    if ran.returncode != 0 or len(lines) != len(cases):
        sys.exit(f"pollutions: {args.program} ended with {ran.returncode} after {len(lines)} of {len(cases)} files")
    counts, bad = collections.Counter(), []
    for (d, kind, path), line in zip(cases, lines):
        read = json.loads(line)
        found = verdict(read, d.table)
        counts[found] += 1
        if found not in ("exact", "refused"):
            bad.append(f"{found}: {d.name}: {kind} ({path}): {[m for m in read['messages'] if m[0] != 'note'][:2]}")
    for line in bad[:args.show]:
        print(line)
    print(f"pollutions: {len(cases)} files: " + ", ".join(f"{n} {what}" for what, n in sorted(counts.items())))
    if not args.keep:
        for _, _, path in cases:
            os.remove(path)
        os.rmdir(folder)
    sys.exit(1 if bad or len(cases) < 2000 else 0)


if __name__ == "__main__":
    main()
