#!/usr/bin/env python3
"""Nobody is named in a redacted result: redact_holds.py PROGRAM [--schools N] [--first SEED]

Maple Street, with free answers put in; a mended result and a sweep of it; made-up schools and a district; and, where CADRE_REAL_DATA is set, real
surveys are solved with and without --redact. Then, of every file written: no id, e-mail or name of the roster and the surveys is in
it, nor any part of four letters of one, but for words of the plan's other sheets and of the program; no free answer, no value of a field that fewer
than five people share, no skill that somebody typed. Pseudonyms are worked out again from the key (HMAC), and with them the
assignments, groups and shortages are those of the result without --redact, one to one, with the same totals. The inventory pages hold no
count from 1 to 4, in no attribute, table or chart. The judge passes the result with the key and with no other; rows in another order change no
byte; results under one key can be compared, and others are refused; a key that others can read, or that lies in the result, is refused."""
import argparse
import collections
import csv
import hashlib
import hmac
import html.parser
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAPLE = ROOT / "datasets/maple-street"
LETTERS = "23456789BCDFGHJKMNPQRTVWXZ"
OF_PEOPLE = ("people", "pins", "pairs", "previous")
COUNTS = {"data-have", "data-want", "data-both", "data-want-only", "data-have-only", "data-counts", "data-staff", "data-serving", "data-leading",
          "data-asked", "data-missing", "data-willing", "data-next", "data-at-limit", "data-pairs", "data-with-one"}


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def cells_of(path):
    text = pathlib.Path(path).read_bytes()
    try:
        text = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = text.decode("cp1252", "replace")
    return list(csv.reader(text.splitlines(keepends=True)))


def words(text):
    return {word for word in re.findall(r"[^\W\d_]{4,}", text.casefold())}


def unguarded(text):
    return text[1:] if text.startswith("'") else text


class Inputs:
    def __init__(self, surveys, plan, more=()):
        self.surveys, self.plan, self.more = [pathlib.Path(s) for s in surveys], pathlib.Path(plan), list(map(str, more))

    def line(self):
        return ["--survey", *map(str, self.surveys), "--plan", str(self.plan), *self.more]

    def sheet(self, name):
        path = self.plan / (name + ".csv")
        return rows_of(path) if path.exists() else []

    def means(self):
        """{survey: {column: means}} as columns.csv says."""
        found = collections.defaultdict(dict)
        for row in self.sheet("columns"):
            for survey in self.surveys:
                if row.get("survey", "") in ("", survey.name):
                    found[survey][" ".join(row["header"].split())] = row["means"]
        return found

    def columns(self, *means):
        """Every cell of the survey columns that mean one of these."""
        for survey in self.surveys:
            cells = cells_of(survey)
            known = self.means()[survey]
            at = [i for i, head in enumerate(cells[0]) if known.get(" ".join(head.split())) in means]
            for row in cells[1:]:
                yield from (row[i].strip() for i in at if i < len(row) and row[i].strip())

    def people(self):
        """Ids, e-mails and names, all that the sheets and surveys have."""
        known = set(self.columns("id", "email", "name"))
        for row in self.sheet("people"):
            known |= {row[c].strip() for c in ("id", "email", "name") if row.get(c, "").strip()}
        for row in self.sheet("pins") + self.sheet("previous"):
            known.add(row["person"].strip())
        return known

    def plan_words(self):
        """Of the sheets that are not of people, and of the surveys' headers."""
        text = ""
        for path in self.plan.glob("*.csv"):
            if path.stem not in OF_PEOPLE:
                text += path.read_text(encoding="utf-8-sig", errors="replace") + "\n"
        for survey in self.surveys:
            text += " ".join(cells_of(survey)[0]) + "\n"
        return text


def own_words():
    sources = [*ROOT.glob("src/explain/*.c"), *ROOT.glob("src/write/*"), *ROOT.glob("src/solve/*.c"), *ROOT.glob("src/model/*.c"), ROOT / "src/explain/wording.h"]
    return words(" ".join(path.read_text() for path in sources if path.is_file())) | {"linux", "outcome", "frontier"}


class Counts(html.parser.HTMLParser):
    """Counts from 1 to 4 in the sections of the inventory."""

    def __init__(self, staff):
        super().__init__(convert_charrefs=True)
        self.staff = 0  # counted here, as the section says
        self.percent = staff >= 1000  # the strips hold per cent there
        self.section, self.table, self.cell, self.column, self.text, self.found, self.n, self.svg = None, "", None, 0, "", [], 0, None

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag == "section":
            self.section = known.get("id")
        if self.section not in ("skills", "balance"):
            return
        if tag == "table":
            self.table = ""
        if tag == "div" and "class" in known:
            self.table = known["class"]
        if tag == "table" and known.get("class"):
            self.table = known["class"]
        if tag == "tr":
            self.column = -1
        if tag in ("td", "th"):
            self.column += 1
            self.cell, self.text = tag, ""
        if tag == "text":
            self.svg, self.text = known.get("class", ""), ""
        for name, value in known.items():
            if name not in COUNTS:
                continue
            for number in value.split():
                self.n += 1
                if number in ("1", "2", "3", "4"):
                    self.found.append(f"{name}={value}")
        if "data-expert" in known:
            self.found.append("an expert is named")

    def handle_data(self, data):
        self.text += data
        counted = self.section == "skills" and re.search(r"skills of ([\d,]+) staff", data)
        if counted:
            self.staff = int(counted[1].replace(",", ""))

    def handle_endtag(self, tag):
        if self.section not in ("skills", "balance"):
            return
        if tag == "text" and self.svg is not None:
            if self.svg != "name" and self.svg.split()[:1] not in (["tick"], ["axis"]) and re.fullmatch(r"[1-4]", self.text.strip()) and not (
                    self.percent and self.svg.startswith("cell")):
                self.found.append(f"chart: {self.svg} {self.text}")
            self.svg = None
        if tag in ("td",) and self.cell:
            text = self.text.strip()
            of = re.search(r"(\d+) of (\d+)", text.replace(",", ""))
            silent = self.staff - int(of[2]) if of and self.section == "skills" and self.staff else 0  # by subtraction
            if of and (1 <= int(of[1]) <= 4 or 1 <= int(of[2]) - int(of[1]) <= 4 or 1 <= int(of[2]) <= 4 or 1 <= silent <= 4):
                self.found.append(f"cell: {text}")
            level = "demands" in self.table and self.column == 3 or self.percent and "levels" in self.table
            if re.fullmatch(r"[1-4]", text) and not level:
                self.found.append(f"cell: {text} in {self.table}")
            self.cell = None


class Test:
    def __init__(self, program, scratch):
        self.program, self.scratch, self.faults, self.n = str(pathlib.Path(program).resolve()), pathlib.Path(scratch), 0, 0
        self.own = own_words()
        self.key = self.scratch / "key"

    def fault(self, what):
        self.faults += 1
        print("redact_holds:", what, file=sys.stderr)

    def run(self, *arguments, status=(0,), cwd=None):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=600, cwd=cwd)
        if done.returncode not in status:
            self.fault(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stderr[-2000:]}")
        return done

    def pseudonyms(self, keys):
        secret = self.key.read_bytes().strip()
        letters = {}
        for key in keys:
            digest = hmac.new(secret, b"person\0" + key.encode(), hashlib.sha256).digest()
            letters[key] = "".join(LETTERS[byte % len(LETTERS)] for byte in digest)
        taken = collections.Counter(text[:length] for text in letters.values() for length in range(10, 33))
        names = {}
        for key, text in letters.items():
            length = 10
            while taken[text[:length]] > 1:
                length += 1
            names[key] = "P-" + text[:length]
        return names

    def grep(self, name, folder, secrets, tokens, allowed):
        for path in sorted(folder.rglob("*")):
            if not path.is_file():
                continue
            text = path.read_text().casefold()
            for secret in secrets:
                if len(secret) > 3 and secret.casefold() in text and secret.casefold() not in allowed:
                    self.fault(f"{name}: {path.name} holds \"{secret}\"")
            for word in words(text) & tokens:
                self.fault(f"{name}: {path.name} holds \"{word}\", a part of somebody's name")

    def check(self, name, inputs, secrets=(), solve=()):
        """Solve both ways and look at what is written."""
        self.n += 1
        plain, redacted = self.scratch / f"{name}-plain", self.scratch / f"{name}-redacted"
        line = [*inputs.line(), *solve]
        self.run("solve", "--quiet", *line, "--out", plain, status=(0, 3))
        told = self.run("solve", "--quiet", *line, "--out", redacted, "--redact", self.key, status=(0, 3))
        people = inputs.people() | {unguarded(row["person"]) for row in rows_of(plain / "people.csv")}
        allowed = inputs.plan_words().casefold()
        tokens = set().union(*(words(text) for text in people)) - self.own - words(allowed)
        (redacted / "told.txt").write_text(told.stdout)
        self.grep(name, redacted, people | set(secrets), tokens, allowed)
        (redacted / "told.txt").unlink()
        self.one_to_one(name, plain, redacted)
        counts = Counts(len(rows_of(redacted / "people.csv")))
        counts.feed((redacted / "report.html").read_text())
        for found in sorted(set(counts.found)):
            self.fault(f"{name}: report.html counts few: {found}")
        self.verdicts(name, inputs, plain, redacted)
        return plain, redacted

    def one_to_one(self, name, plain, redacted):
        names = self.pseudonyms([unguarded(row["person"]) for row in rows_of(plain / "people.csv")])
        columns = ("group", "role", "leads", "points", "fit", "interest", "growth", "continuity")
        want = sorted((names[unguarded(row["person"])], *(row[c] for c in columns)) for row in rows_of(plain / "assignments.csv"))
        have = [(row["person"], *(row[c] for c in columns)) for row in rows_of(redacted / "assignments.csv")]
        if sorted(have) != want:
            self.fault(f"{name}: other assignments than without --redact: {sorted(set(have) ^ set(want))[:6]}")
        if [row[0] for row in have] != sorted(row[0] for row in have):
            self.fault(f"{name}: assignments.csv is not in the order of the pseudonyms")
        if any(row["name"] for row in rows_of(redacted / "assignments.csv") + rows_of(redacted / "people.csv")):
            self.fault(f"{name}: a name is left")
        if (plain / "groups.csv").read_bytes() != (redacted / "groups.csv").read_bytes():
            self.fault(f"{name}: groups.csv is another")
        a, b = (json.loads((folder / "result.json").read_text()) for folder in (plain, redacted))
        for key in ("objective", "parts", "bound", "proved", "method"):
            if a[key] != b[key]:
                self.fault(f"{name}: {key} is {b[key]}, not {a[key]}")
        run = json.loads((redacted / "run.json").read_text())
        sums = {file["sha256"] for file in json.loads((plain / "run.json").read_text())["files"]}
        if run["inputs"] is not None or any(f["bytes"] is not None or f["sha256"] in sums or "/" in f["path"] for f in run["files"]):
            self.fault(f"{name}: run.json tells of the inputs")

    def verdicts(self, name, inputs, plain, redacted):
        wrong = self.scratch / "other-key"
        self.run("verify", "--quiet", *inputs.line(), redacted, "--redact", self.key)
        for folder, key, words_ in ((redacted, [], "the result is redacted"), (redacted, ["--redact", wrong], "another key"),
                                    (plain, ["--redact", self.key], "is not redacted")):
            if key and not wrong.exists():
                wrong.touch(mode=0o600)
                wrong.write_text("0123456789abcdef0123456789abcdef\n")
            done = self.run("verify", "--quiet", *inputs.line(), folder, *key, status=(1,))
            if words_ not in done.stderr or len(done.stderr.splitlines()) > 2:
                self.fault(f"{name}: verify says {done.stderr[:300]}")

    def same_bytes(self, name, inputs, redacted):
        """Rows in another order, another number of threads."""
        shuffled = self.scratch / f"{name}-shuffled"
        shutil.copytree(inputs.plan, shuffled / "plan")
        surveys = []
        for survey in inputs.surveys:
            head, *rows = cells_of(survey)
            random.Random(7).shuffle(rows)
            surveys.append(shuffled / survey.name)
            with open(surveys[-1], "w", newline="") as file:
                csv.writer(file).writerows([head, *rows])
        other = self.scratch / f"{name}-again"
        self.run("solve", "--quiet", *Inputs(surveys, shuffled / "plan").line(), "--out", other, "--redact", self.key, "--threads", 1)
        for path in sorted(redacted.glob("*.csv")):
            if path.read_bytes() != (other / path.name).read_bytes():
                self.fault(f"{name}: {path.name} hangs on the order of the rows")

    def keys(self, name, inputs, redacted):
        mode = self.key.stat().st_mode & 0o777
        text = self.key.read_text()
        if mode != 0o600 or not re.fullmatch("[0-9a-f]{64}\n", text):
            self.fault(f"the key has mode {mode:o} and {len(text)} letters")
        line = ["solve", "--quiet", *inputs.line(), "--out"]
        within = self.run(*line, redacted, "--redact", redacted / "key", status=(1,))
        if "kept apart" not in within.stderr or (redacted / "key").exists():
            self.fault(f"a key in the result: {within.stderr}")
        seen = self.scratch / "seen"
        shutil.copy(self.key, seen)
        seen.chmod(0o644)
        if "chmod 600" not in self.run(*line, redacted, "--redact", seen, status=(1,)).stderr:
            self.fault("a key that others can read is taken")
        none = self.scratch / "none"
        none.write_text("person,name\n")
        none.chmod(0o600)
        if "holds no key" not in self.run(*line, redacted, "--redact", none, status=(1,)).stderr or none.read_text() != "person,name\n":
            self.fault("a file that is no key is taken")
        absent = self.run("verify", "--quiet", *inputs.line(), redacted, "--redact", self.scratch / "absent", status=(1, 4))
        if (self.scratch / "absent").exists() or "absent" not in absent.stderr:
            self.fault("verify makes a key")


def maple(test, scratch):
    """Maple Street with free answers: a position, a value of a field and a skill that one person typed."""
    folder = scratch / "maple"
    shutil.copytree(MAPLE, folder)
    people = rows_of(folder / "plan/people.csv")
    people[3]["position"] = "Zookeeper of lizards"
    for i, row in enumerate(people):
        row["hobby"] = "Zzyzxing alone" if i == 5 else "Chess" if i % 2 else ""
    with open(folder / "plan/people.csv", "w", newline="") as file:
        out = csv.DictWriter(file, list(people[0]))
        out.writeheader()
        out.writerows(people)
    cells = cells_of(folder / "skills-inventory.csv")
    known = {" ".join(row["header"].split()): row for row in rows_of(folder / "plan/columns.csv") if row["means"] == "skills"}
    at = next(i for i, head in enumerate(cells[0]) if " ".join(head.split()) in known)
    cells[2][at] = "Llamawhispering"
    with open(folder / "skills-inventory.csv", "w", newline="") as file:
        csv.writer(file).writerows(cells)
    inputs = Inputs([folder / "skills-inventory.csv", folder / "interests-survey.csv"], folder / "plan")
    secrets = ["Zookeeper", "Zzyzxing", "Llamawhispering"]
    secrets += [cell for cell in inputs.columns("ignore") if len(cell) > 11 and not re.match(r"\d", cell)]
    plain, redacted = test.check("maple", inputs, secrets)
    test.same_bytes("maple", inputs, redacted)
    test.keys("maple", inputs, redacted)
    leave = scratch / "leave.csv"
    leave.write_text("sheet,key,column,value\npeople,ana.ferrer@example.org,away,yes\n")
    mended = Inputs(inputs.surveys, inputs.plan, ["--scenario", leave, "--from", plain])
    line = [*mended.line(), "--out", scratch / "mended", "--redact", test.key]
    test.run("solve", "--quiet", *line)
    allowed = inputs.plan_words().casefold()
    tokens = set().union(*(words(text) for text in inputs.people())) - test.own - words(allowed)
    test.grep("mended", scratch / "mended", inputs.people() | set(secrets), tokens, allowed)
    if any(row["email"] for row in rows_of(scratch / "mended/notices.csv")) or len(rows_of(scratch / "mended/notices.csv")) < 3:
        test.fault("mended: notices.csv has e-mails, or nothing")
    test.run("verify", "--quiet", *mended.line(), "--scenario", scratch / "mended/scenario.csv", scratch / "mended", "--redact", test.key)
    test.run("sweep", "--quiet", *inputs.line(), "--vary", "weight_interest=20,50", "--out", scratch / "sweep", "--redact", test.key)
    test.grep("sweep", scratch / "sweep", inputs.people() | set(secrets), tokens, allowed)
    done = test.run("sweep", "--quiet", *inputs.line(), "--vary", "people:ana.ferrer@example.org:hours=2,4", "--out", scratch / "sweep2", "--redact",
                    test.key, status=(1,))
    if "names somebody" not in done.stderr:
        test.fault(f"a sweep over a person's cell: {done.stderr}")
    compared = test.run("compare", "--quiet", redacted, scratch / "mended", "--out", scratch / "compared")
    test.grep("compared", scratch / "compared", inputs.people() | set(secrets), tokens, allowed)
    if "gain or lose a role" not in compared.stdout and "gains or loses" not in compared.stdout:
        test.fault(f"compare: {compared.stdout[:500]}")
    if "is redacted, and" not in test.run("compare", "--quiet", plain, redacted, status=(1,)).stderr:
        test.fault("compare takes results whose people have other names")
    someone = rows_of(redacted / "assignments.csv")[0]["person"]
    told = test.run("explain", "--quiet", *inputs.line(), redacted, "--person", someone, "--redact", test.key).stdout
    if someone not in told or words(told) & tokens:
        test.fault(f"explain: {told[:500]}")
    folder = scratch / "folder"
    shutil.copytree(inputs.plan, folder)
    for survey in inputs.surveys:
        shutil.copy(survey, folder)
    test.run("run", "--quiet", folder, "--redact", test.key)
    again = test.run("run", "--quiet", folder, "--redact", test.key)
    test.grep("run", folder / "result", inputs.people() | set(secrets), tokens, allowed)
    if words(again.stdout) & tokens:
        test.fault("run tells names on the screen")


def free_text(path):
    """Answers that people wrote themselves: long, and hardly two alike."""
    head, *rows = cells_of(path)
    found = set()
    for i in range(len(head)):
        cells = [row[i].strip() for row in rows if i < len(row) and row[i].strip()]
        if len(cells) > 4 and len(set(cells)) > len(cells) / 2:
            found |= {cell for cell in cells if len(cell) > 30 and " " in cell}
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--schools", type=int, default=4)
    options.add_argument("--first", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        test = Test(given.program, scratch)
        maple(test, scratch)
        for seed in range(given.first, given.first + given.schools):
            made = scratch / f"made{seed}"
            schools = 3 if seed % 4 == 0 else 1
            test.run("generate", "--schools", schools, "--seed", seed, "--out", made)
            test.check(f"school{seed}", Inputs([made / "skills.csv", made / "interests.csv"], made / "plan"), solve=["--repairs", 2])
        real = os.environ.get("CADRE_REAL_DATA")
        if real:
            for name, survey in (("g2g", "g2g_teacher_pre_survey_googleform.csv"), ("rse2018", "rse2018_public_merged.csv")):
                path = pathlib.Path(real) / "surveys" / survey
                test.check(name, Inputs([path], ROOT / "tests/cases" / name / "plan"), free_text(path))
        else:
            print("redact_holds: no real data (CADRE_REAL_DATA)")
        print(f"redact_holds: {test.n} results without names, {test.faults} faults")
        return 1 if test.faults else 0


if __name__ == "__main__":
    sys.exit(main())
