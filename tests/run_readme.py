#!/usr/bin/env python3
"""Run every command of the README: run_readme.py README

In ```console blocks a line `$ COMMAND` is run from the repository's top; the lines below it, up to the next command, must be its
output (standard error joined), `...` standing for any lines. With UPDATE=1 outputs without `...` are rewritten. `scripts/test` is
not run, as it is what runs this."""
import os
import pathlib
import re
import subprocess
import sys

readme = pathlib.Path(sys.argv[1]).resolve()
text = readme.read_text(encoding="utf-8")
failed = ran = 0


def matches(expected, there):
    pattern = re.escape(expected).replace(re.escape("...\n"), "(?:.*\n)*")
    return re.fullmatch(pattern, there) is not None


def run_block(block):
    global failed, ran
    parts = re.split(r"^\$ (.*(?:\\\n.*)*)\n", block.group(2), flags=re.M)
    out = parts[0]
    for command, expected in zip(parts[1::2], parts[2::2]):
        there = expected
        if command.strip() != "scripts/test":
            done = subprocess.run(["bash", "-c", command], cwd=readme.parent, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)
            ran += 1
            there = done.stdout.decode("utf-8", "replace")
            if done.returncode != 0 or (expected and not matches(expected, there)):
                if not (os.environ.get("UPDATE") and done.returncode == 0 and "...\n" not in expected):
                    failed += 1
                    print(f"README: `{command}` ended with {done.returncode}; the README says:\n{expected}it printed:\n{there}")
        keep = there if expected and "...\n" not in expected and os.environ.get("UPDATE") else expected
        out += f"$ {command}\n{keep}"
    return block.group(1) + out + "```"


fresh = re.sub(r"(```console\n)(.*?)```", run_block, text, flags=re.S)
if os.environ.get("UPDATE"):
    readme.write_text(fresh, encoding="utf-8")
print(f"README: {ran} commands run, {failed} failed")
sys.exit(1 if failed or not ran else 0)
