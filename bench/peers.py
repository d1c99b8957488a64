#!/usr/bin/env python3
"""Other solvers on a model that `cadre solve --write-model` wrote: peers.py MODEL.lp [--time-limit S] [--threads N] [SOLVER...]

Solvers: highs (through scipy's milp, which does not let the threads be set), cbc, glpsol (one thread always); gap 0. Prints
`SOLVER STATUS OBJECTIVE SECONDS` a line; seconds are the solver's own by the clock, without start-up and reading. A point that HiGHS
calls optimal is checked against the rows in whole numbers, since HiGHS 1.2 returned wrong ones after presolve; then it is solved again
without, and both count. Where a solver proves that no point keeps the rows it is `infeasible`."""
import argparse
import re
import subprocess
import tempfile
import time

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix


class Model:
    """maximise cost @ x, low <= rows @ x <= high, lower <= x <= upper, all integer but where said otherwise."""

    def __init__(self, path):
        self.names, self.index = [], {}
        self.cost = {}
        self.rows, self.low, self.high = [], [], []
        self.lower, self.upper, self.integer = {}, {}, set()
        self.read(path)

    def column(self, name):
        if name not in self.index:
            self.index[name] = len(self.names)
            self.names.append(name)
        return self.index[name]

    def terms(self, text):
        found = {}
        for sign, number, name in re.findall(r"([+-]?)\s*(\d[\d.e+]*)?\s*([A-Za-z_~][\w~.\[\]]*)", text):
            value = float(number) if number else 1.0
            column = self.column(name)
            found[column] = found.get(column, 0.0) + (-value if sign == "-" else value)
        return found

    def add_row(self, text):
        text = text.split(":", 1)[1] if ":" in text else text
        parts = re.split(r"(<=|>=|=)", text)
        if len(parts) == 5:  # low <= terms <= high
            terms, low, high = self.terms(parts[2]), float(parts[0]), float(parts[4])
        else:
            terms, value = self.terms(parts[0]), float(parts[2])
            low = value if parts[1] in ("=", ">=") else -numpy.inf
            high = value if parts[1] in ("=", "<=") else numpy.inf
        self.rows.append(terms)
        self.low.append(low)
        self.high.append(high)

    def add_bound(self, text):
        parts = re.split(r"(<=|>=|=)", text)
        if len(parts) == 5:
            name = self.column(parts[2].strip())
            self.lower[name], self.upper[name] = float(parts[0]), float(parts[4])
        elif len(parts) == 3:
            name, value = self.column(parts[0].strip()), float(parts[2])
            if parts[1] in ("=", ">="):
                self.lower[name] = value
            if parts[1] in ("=", "<="):
                self.upper[name] = value

    def read(self, path):
        section, pending = None, ""
        for line in open(path, encoding="utf-8"):
            line = line.split("\\")[0].rstrip("\n")
            word = line.strip().lower()
            if word in ("maximize", "subject to", "bounds", "generals", "binaries", "end"):
                self.flush(section, pending)
                section, pending = word, ""
            elif section in ("generals", "binaries"):
                for name in line.split():
                    self.integer.add(self.column(name))
                    if section == "binaries":
                        self.lower[self.column(name)], self.upper[self.column(name)] = 0, 1
            elif section == "bounds":
                if word:
                    self.add_bound(line)
            elif section == "subject to" and re.match(r"^\s*[\w~.\[\]()]+:", line):
                self.flush(section, pending)
                pending = line
            else:
                pending += " " + line
        self.flush(section, pending)

    def flush(self, section, text):
        if section == "maximize" and text.strip():
            self.cost = self.terms(text.split(":", 1)[1])
        elif section == "subject to" and text.strip():
            self.add_row(text)

    def text(self, terms):
        """Ten terms a line."""
        words = [f"{value:+.17g} {self.names[column]}" for column, value in terms.items()] or [f"0 {self.names[0]}"]
        return "\n ".join(" ".join(words[i:i + 10]) for i in range(0, len(words), 10))

    def write(self, path):
        """As CPLEX LP, which `read` reads too."""
        lines = ["Maximize", " objective: " + self.text(self.cost), "Subject To"]
        for number, (row, low, high) in enumerate(zip(self.rows, self.low, self.high)):
            sides = [("=", low)] if low == high else [(">=", low), ("<=", high)]
            lines += [f" row_{number}_{i}: {self.text(row)} {sense} {value:.17g}" for i, (sense, value) in enumerate(sides)
                      if row and abs(value) != numpy.inf]
        lines.append("Bounds")
        for column, name in enumerate(self.names):
            low, high = self.lower.get(column, 0), self.upper.get(column, numpy.inf)
            lines.append(f" {low:.17g} <= {name}" + (f" <= {high:.17g}" if high != numpy.inf else ""))
        lines += ["Generals", *(f" {self.names[column]}" for column in sorted(self.integer)), "End", ""]
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(lines))

    def matrix(self):
        data = [(i, j, v) for i, row in enumerate(self.rows) for j, v in row.items()]
        i, j, v = zip(*data)
        return csr_matrix((v, (i, j)), shape=(len(self.rows), len(self.names)))


def highs(path, limit, threads=1):
    model = Model(path)
    n = len(model.names)
    cost = numpy.zeros(n)
    for column, value in model.cost.items():
        cost[column] = -value
    lower = numpy.array([model.lower.get(i, 0) for i in range(n)], float)
    upper = numpy.array([model.upper.get(i, numpy.inf) for i in range(n)], float)
    integer = numpy.array([1 if i in model.integer else 0 for i in range(n)])
    matrix = model.matrix()
    spent = 0.0
    for presolve in (True, False):
        started = time.perf_counter()
        found = milp(cost, constraints=LinearConstraint(matrix, model.low, model.high), bounds=Bounds(lower, upper),
                     integrality=integer, options={"mip_rel_gap": 0, "time_limit": limit, "presolve": presolve})
        spent += time.perf_counter() - started
        if found.status == 1 or found.x is None:
            return {1: "limit", 2: "infeasible"}.get(found.status, "failed"), None, spent
        point = numpy.where(integer == 1, numpy.round(found.x), found.x)
        rows = matrix @ point
        good = (numpy.all(point >= lower - 1e-6) and numpy.all(point <= upper + 1e-6) and
                numpy.all(rows >= numpy.array(model.low) - 1e-6) and numpy.all(rows <= numpy.array(model.high) + 1e-6))
        if good and found.status == 0:
            return "optimal", round(-float(cost @ point)), spent
    return "wrong", None, spent


def cbc(path, limit, threads=1):
    with tempfile.NamedTemporaryFile(suffix=".sol") as solution:
        done = subprocess.run(["cbc", path, "-timeMode", "elapsed", "-sec", str(limit), "-ratioGap", "0", "-allowableGap", "0",
                               "-threads", str(threads if threads > 1 else 0), "-solve", "-solu", solution.name],
                              capture_output=True, text=True)
    seconds = re.search(r"^Time \(Wallclock seconds\):\s+([\d.]+)", done.stdout, re.MULTILINE)
    value = re.search(r"Objective value:\s+(-?[\d.]+)", done.stdout)
    optimal = "Result - Optimal solution found" in done.stdout
    spent = float(seconds.group(1)) if seconds else limit
    if re.search(r"Result - .*infeasible|Problem (is|proven) infeasible", done.stdout):
        return "infeasible", None, spent
    return ("optimal" if optimal else "limit"), (round(float(value.group(1))) if optimal and value else None), spent


def glpsol_clock(*arguments):
    started = time.perf_counter()
    done = subprocess.run(["glpsol", *arguments], capture_output=True, text=True)
    return done.stdout, time.perf_counter() - started


def glpsol(path, limit, threads=1):
    """glpsol tells tenths of a second; the clock, less a run that only reads, says which."""
    reading = glpsol_clock("--lp", path, "--check")[1]
    with tempfile.NamedTemporaryFile(suffix=".sol") as solution:
        output, spent = glpsol_clock("--lp", path, "--tmlim", str(max(1, int(limit))), "-o", solution.name)
        text = open(solution.name, encoding="utf-8").read()
    seconds = re.search(r"Time used:\s+([\d.]+) secs", output)
    value = re.search(r"Objective:\s+\S+ = (-?[\d.e+]+)", text)
    optimal = "INTEGER OPTIMAL" in text
    spent -= reading
    if seconds:
        spent = min(max(spent, float(seconds.group(1)) - 0.05, 0.001), float(seconds.group(1)) + 0.05)
    return ("optimal" if optimal else "limit"), (round(float(value.group(1))) if optimal else None), spent


SOLVERS = {"highs": highs, "cbc": cbc, "glpsol": glpsol}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("solvers", nargs="*", default=list(SOLVERS))
    parser.add_argument("--time-limit", type=float, default=100)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_intermixed_args()
    for name in options.solvers:
        status, objective, seconds = SOLVERS[name](options.model, options.time_limit, options.threads)
        print(name, status, objective, f"{seconds:.3f}")


if __name__ == "__main__":
    main()
