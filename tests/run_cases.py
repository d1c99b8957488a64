#!/usr/bin/env python3
"""Run the end-to-end cases: run_cases.py PROGRAM CASES_DIR [NAME...]

A case is one text file, NAME.case, of sections that begin with `--- `:

    what the case shows (free text)
    --- file PATH            a file in the case's own folder; the lines below are its content
    --- bytes PATH           the same, the content as a Python bytes literal
    --- folder PATH          an empty folder
    --- mode PATH OCTAL      change a file's mode
    --- copy PATH SOURCE     a copy of a file, of $REAL or $DATASETS or the case's own folder
    --- run ARGUMENT...      run the program there (shell words); starts a new step
    --- status N             its exit code (default 0)
    --- stderr               its standard error, exactly; progress is not shown as this is no terminal
    --- stdout               its standard output, exactly
    --- stderr has           lines of which each must occur in the standard error
    --- stdout has           likewise
    --- expect PATH          a file as it must be after the step
    --- within PATH          lines of which each must occur in the file
    --- absent PATH          a file or folder that must not be there
    --- same PATH OTHER      two files that must hold the same bytes
    --- names PATH           the names in a folder, sorted, one a line
    --- needs real-data      skip the case where CADRE_REAL_DATA is unset; $REAL in a run is that folder
    --- needs full-disk      skip where no file system can be mounted; $FULL in a run is a folder on a full one
    --- needs user           run as a user without rights over files (skipped where the test itself may not change user)

$DATASETS in a run is the repository's datasets folder. With UPDATE=1 the expected stdout, stderr and files are rewritten from what happens: look at the difference.
"""
import ast
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

CHECKS = ("stdout", "stderr", "expect", "within", "absent", "same", "names")
LAYS_OUT = ("file", "bytes", "folder", "mode", "copy")
ROOT = pathlib.Path(__file__).resolve().parent.parent


def sections(text):
    """[(words, [content lines])] of a case; the first has no words."""
    found = [([], [])]
    for line in text.split("\n"):
        if line.startswith("--- "):
            found.append((line[4:].split(" ", 1), []))
        else:
            found[-1][1].append(line)
    for words, lines in found:
        if lines and lines[-1] == "":
            lines.pop()
    return found


def body(lines):
    return "".join(line + "\n" for line in lines)


class Skip(Exception):
    pass


class FullDisk:
    """A tiny file system with no room left."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="cadre-full-")
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", self.path], capture_output=True)
        if done.returncode:
            os.rmdir(self.path)
            raise Skip("no file system can be mounted here")
        with open(os.path.join(self.path, "filler"), "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 1024)
            except OSError:
                pass

    def close(self):
        subprocess.run(["umount", self.path], check=True)
        os.rmdir(self.path)


class Step:
    def __init__(self, command):
        self.command = command
        self.status = 0
        self.checks = []


def parse(path):
    setup, steps, needs = [], [], []
    for words, lines in sections(path.read_text(encoding="utf-8"))[1:]:
        verb, argument = words[0], words[1] if len(words) > 1 else ""
        if verb == "run":
            steps.append(Step(argument))
        elif verb == "status":
            steps[-1].status = int(argument)
        elif verb == "needs":
            needs.append(argument)
        elif verb in CHECKS:
            steps[-1].checks.append((verb, argument, lines))
        elif verb in LAYS_OUT:
            (steps[-1].checks if steps else setup).append((verb, argument, lines))
        else:
            raise ValueError(f"{path}: unknown section {verb}")
    return setup, steps, needs


def lay_out(folder, verb, argument, lines):
    if verb == "mode":
        name, mode = argument.split()
        os.chmod(folder / name, int(mode, 8))
        return
    argument, source = argument.split() if verb == "copy" else (argument, None)
    target = folder / argument
    target.parent.mkdir(parents=True, exist_ok=True)
    if verb == "folder":
        target.mkdir(parents=True, exist_ok=True)
    elif verb == "copy":
        target.write_bytes((folder / source).read_bytes())
    elif verb == "bytes":
        target.write_bytes(ast.literal_eval(body(lines).strip()))
    else:
        target.write_text(body(lines), encoding="utf-8")


def run_step(program, folder, step, names, user):
    words = shlex.split(step.command)
    words = [names.get(word, word) if word in names else expand(word, names) for word in words]
    environment = dict(os.environ, LC_ALL=os.environ.get("LC_ALL", "C.UTF-8"))
    command = [program] + words
    demote = None
    if user:
        os.chmod(folder, 0o777)
        demote = lambda: (os.setgid(65534), os.setuid(65534))
    return subprocess.run(command, cwd=folder, capture_output=True, env=environment, stdin=subprocess.DEVNULL, timeout=600,
                          preexec_fn=demote)


def expand(word, names):
    for name, value in names.items():
        word = word.replace(name, value)
    return word


def compare(verb, argument, lines, done, folder, names):
    """None, or what differs; the second value is what is there (for UPDATE)."""
    def shown(text):
        for name, value in names.items():
            text = text.replace(value, name)
        return text

    if verb == "absent":
        return (f"{argument} is there" if (folder / argument).exists() else None), None
    if verb == "same":
        one, other = [folder / name for name in argument.split()]
        return (None if one.read_bytes() == other.read_bytes() else f"{argument} differ"), None
    if verb == "names":
        there = body(sorted(os.listdir(folder / argument)))
    elif verb in ("expect", "within"):
        target = folder / argument
        there = target.read_text(encoding="utf-8") if target.is_file() else f"({argument} is absent)\n"
    else:
        there = shown((done.stdout if verb == "stdout" else done.stderr).decode("utf-8", "replace"))
    if verb == "within" or (argument == "has" and verb != "expect"):
        missing = [line for line in lines if line not in there]
        return (f"{verb} {argument} lacks {missing!r}; it is:\n{there}" if missing else None), None
    if there != body(lines):
        return f"{verb} {argument} differs; expected:\n{body(lines)}it is:\n{there}", there
    return None, there


def run_case(program, path):
    setup, steps, needs = parse(path)
    names = {"$DATASETS": str(ROOT / "datasets"), "$CASES": str(ROOT / "tests" / "cases")}
    if "real-data" in needs:
        if not os.environ.get("CADRE_REAL_DATA"):
            raise Skip("CADRE_REAL_DATA is not set")
        names["$REAL"] = os.environ["CADRE_REAL_DATA"]
    if "user" in needs and os.geteuid() != 0:
        raise Skip("not root: cannot become another user")
    full = None
    faults = []
    with tempfile.TemporaryDirectory(prefix="cadre-case-") as name:
        folder = pathlib.Path(name)
        try:
            if "full-disk" in needs:
                full = FullDisk()
                names["$FULL"] = full.path
            for verb, argument, lines in setup:
                lay_out(folder, verb, expand(argument, names), lines)
            for step in steps:
                done = run_step(program, folder, step, names, "user" in needs)
                if done.returncode != step.status:
                    faults.append(f"`{step.command}` ended with {done.returncode}; expected {step.status}\n"
                                  f"{done.stdout.decode('utf-8', 'replace')}{done.stderr.decode('utf-8', 'replace')}")
                for verb, argument, lines in step.checks:
                    if verb in LAYS_OUT:
                        lay_out(folder, verb, expand(argument, names), lines)
                        continue
                    fault, there = compare(verb, argument, lines, done, folder, names)
                    if fault and there is not None and os.environ.get("UPDATE"):
                        lines[:] = there.split("\n")[:-1]
                    elif fault:
                        faults.append(f"`{step.command}`: {fault}")
        finally:
            if full:
                full.close()
    if os.environ.get("UPDATE"):
        rewrite(path, steps)
    return faults


def rewrite(path, steps):
    checks = iter([check for step in steps for check in step.checks])
    out = []
    for words, lines in sections(path.read_text(encoding="utf-8")):
        if words:
            out.append("--- " + " ".join(words))
        if words and words[0] in CHECKS:
            verb, _, fresh = next(check for check in checks if check[0] in CHECKS)
            assert verb == words[0]
            out.extend(fresh)
        else:
            out.extend(lines)
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def main():
    program, cases = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    wanted = sys.argv[3:]
    passed = failed = skipped = 0
    for path in sorted(cases.rglob("*.case")):
        if wanted and path.stem not in wanted:
            continue
        try:
            faults = run_case(program, path)
        except Skip as reason:
            print(f"skipped {path.stem}: {reason}")
            skipped += 1
            continue
        if faults:
            failed += 1
            print(f"FAILED {path.relative_to(cases)}")
            for fault in faults:
                print("  " + fault.rstrip("\n").replace("\n", "\n  "))
        else:
            passed += 1
    print(f"cases: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
