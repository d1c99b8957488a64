#!/usr/bin/env python3
"""The forms of `cadre questionnaire`, there and back: questionnaire.py PROGRAM [PLAN...]

For plans of every kind, hostile names among them, the forms are made; each script is taken for the JSON object and the functions that
it must be; answers are made up and written as Google Forms exports them (downloaded from the form, saved from its sheet, of a Spanish
account); they are read with the sheets that came with the forms. Nothing may be warned of, an independent reader (oracle/) must find
every answer as it was given, and where there is a plan its judge must agree with Cadre's result."""
import contextlib
import csv
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "oracle"))
from oracle import inventory, load  # noqa: E402
from sheets import header_key, key  # noqa: E402

SCALES = str(ROOT / "src" / "read" / "scales.csv")
BUILDER = "\nfunction makeForm() {\n"
SEPARATORS = "\u2028\u2029\u0085"
WHO = [("Timestamp", "Username"), ("Timestamp", "Email Address"), ("Marca temporal", "Direcci\u00f3n de correo electr\u00f3nico")]
LONG = "How to " + "explain " * 62 + "it"  # 505 characters

HOSTILE = {
    "groups.csv": [
        ["group", "kind", "site", "focus", "purpose", "hours", "meets", "needs"],
        ["</script><script>alert('x')//", "PLC", "", "Lectura, escritura y \"m\u00e1s\"", "Back\\slash \\u0041 \\\" end\\", "1.5",
         "Tue 15:30-16:30; Thu 7:05-8:00", ""],
        ["Data; \"Tests\"", "PLC", "", "Lectura, escritura y \"m\u00e1s\"", "Two\nlines, and a separator\u2028here", "0.25",
         "before school, early", ""],
        ["Equipo de ni\u00f1os", "", "each", "", "-->", "", "martes 15:30-16:30", "\uff21lgebra 3; note taking 2"],
        ["=SUM(A1)", "", "Oak", "{{`${1}`}}", "", "", "", "Algebra 2; notetaking 4"],
        ["Long", "", "", "Group " + "of long names " * 35, "", "", "", ""],
    ],
    "needs.csv": [
        ["group", "role", "skill", "level"],
        ["kind:PLC", "", "Data [K-2] and ] more", "4"],
        ["kind:PLC", "", "Caf\u00e9, t\u00e9 & \"crema\"", "3"],
        ["Long", "", LONG, "2"],
        ["Long", "", LONG + "!", "2"],
        ["*", "", "\\n \\\\ \u202egnirts\u202c \U0001F469\u200D\U0001F3EB", "1"],
        ["Long", "", "data_base", "2"],
        ["Long", "", "Data base", "3"],
        ["Long", "", "Numbers 1. and 2.", "3"],
    ],
    "roles.csv": [
        ["group", "role", "min", "leads"],
        ["*", "lead, or co-lead", "1", "yes"],
        ["*", "takes notes", "0", ""],
        ["*", "lead", "0", "yes"],
        ["*", "dise\u00f1o", "0", ""],
    ],
    "mix.csv": [
        ["group", "field", "value", "min"],
        ["Long", "home language", "Espa\u00f1ol, castellano", "1"],
        ["Long", "home language", "English", "1"],
        ["Long", "Grade", "each", "1"],
    ],
    "sites.csv": [["site"], ["Oak"], ["Elm, North"], ["\u00c1rbol \"Viejo\""]],
    "settings.csv": [["setting", "value"], ["closes", "2026-10-02"], ["everyone", "10"]],
    "scales.csv": [["scale", "answer", "level"], ["trap", "3", "5"], ["trap", "2", "1"], ["trap", "0 - Not yet", "4"]],
}


def many_skills():
    groups = [["group", "focus", "needs"]] + [[f"Team {g}", f"Area {g % 7}", ""] for g in range(14)]
    needs = [["group", "skill", "level"]] + [[f"Team {s % 14}", f"Skill number {s:03d}", str(1 + s % 5)] for s in range(200)]
    return {"groups.csv": groups, "needs.csv": needs}


PLANS = {
    "hostile": HOSTILE,
    "many skills": many_skills(),
    "one group": {"groups.csv": [["group"], ["Garden"]]},
    "only sites": {"sites.csv": [["site"], ["A"], ["B"]]},
    "empty": {},
    "none": None,
    "ids": {"groups.csv": [["group", "needs"], ["Team", "Data 3"], ["Crew", "Math 3"]],
            "people.csv": [["id", "name", "position"]] + [[f"p{n}", f"Pat {n}", "Teacher"] for n in range(12)]},
}

failed = 0


def expect(what, found, wanted):
    global failed
    if found != wanted:
        failed += 1
        print(f"{what}:\n  {found!r}\nis not\n  {wanted!r}", flush=True)


def write_csv(path, rows, quoting=csv.QUOTE_MINIMAL):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n", quoting=quoting).writerows(rows)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(program, *words, status=0, cwd=None):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=300, cwd=cwd)
    expect(f"exit code of {' '.join(map(str, words))}: {done.stderr}", done.returncode, status)
    return done


def write_plan(folder, plan):
    folder.mkdir()
    for name, rows in plan.items():
        write_csv(folder / name, rows)
    return folder


def read_script(path):
    """The form that a script builds: the JSON in it. The rest must be what every script has."""
    text = path.read_text(encoding="utf-8")
    before, rest = text.split("var FORM = ", 1)
    body, builder = rest.split(";\n" + BUILDER, 1)
    expect(f"lines before the form in {path}", {line[:2] for line in before.splitlines()}, {"//"})
    for bad in ("</", "<!--", *SEPARATORS, "\u202e", "\u200d"):
        expect(f"{bad!r} in {path}", bad in text, False)
    return json.loads(body), builder


def google_columns(form):
    """(header, question, row) of each column that an export has."""
    for question in form["questions"]:
        for row in question.get("rows", ()) if question["kind"] == "grid" else [None] if question["kind"] != "page" else ():
            yield question["title"] + (f" [{row}]" if row else ""), question, row


def made_up(rng, question):
    """An answer, as a list of ticks, or as text; "" for none."""
    kind, options = question["kind"], question.get("options", [])
    if not question.get("required") and rng.random() < 0.15:
        return ""
    if kind == "ticks":
        return rng.sample(options, rng.randint(1, len(options)))
    if kind in ("grid", "list", "choice"):
        return rng.choice(options)
    return rng.choice(["Line one\nline \"two\", end", "S\u00ed, \u00bfpor qu\u00e9 no?", "x; y", "=1+1"])


def identity(title, person, kind):
    if title.startswith("Your staff id"):
        return f"p{person}"
    return f"Pat {person} \u00d1" if title == "Your name" else None


def export(path, form, people, rng, style):
    """Answers of everybody, as Google writes them; {email: {header: answer}}."""
    columns = list(google_columns(form))
    headers = [header for header, _, _ in columns]
    expect(f"headers of {path} told apart", len({header_key(h) for h in headers}), len(headers))
    rows, truth = [[*WHO[style], *headers]], {}
    joined = ";" if style == 0 else ", "
    for person in range(people):
        day = 13 + person % 17
        stamp = f"2026/09/{day} 3:04:{person % 60:02d} PM EST" if style == 0 else f"{day}/9/2026 15:04:05"
        answers = {h: identity(q["title"], person, q["kind"]) or made_up(rng, q) for h, q, _ in columns}
        if person == 0:  # somebody ticks everything
            answers |= {h: list(q["options"]) for h, q, _ in columns if q["kind"] == "ticks"}
        truth[f"p{person}@example.org"] = answers
        rows.append([stamp, f"P{person}@Example.org"] + [joined.join(a) if isinstance(a, list) else a for a in answers.values()])
    write_csv(path, rows, csv.QUOTE_ALL if style == 0 else csv.QUOTE_MINIMAL)
    return truth


def wanted_of(truth, columns):
    """What the answers mean, by the words that a person reads in the form; `columns` only says what a header is about."""
    person = {"skills": {}, "interests": {}, "topics": {}, "choices": [], "fields": {}, "amounts": {}, "texts": {}}
    for header, answer in truth.items():
        row = columns[header_key(header)]
        means, name = row["means"], row["name"]
        if answer == "":
            continue
        if means in ("skill", "interest", "focus"):
            person[{"skill": "skills", "interest": "interests", "focus": "topics"}[means]][key(name)] = int(answer[0])
        elif means == "choice":
            person["choices"].append((int(name), key(answer)))
        elif means in ("fields", "field"):
            values = answer if isinstance(answer, list) else [answer]
            person["fields"][header_key(name)] = sorted(key(v) for v in values)
        elif means in ("hours", "max_groups", "max_leads"):
            person["amounts"][means] = int(answer.split()[0])
        elif means in ("site", "position"):
            person["texts"][means] = key(answer)
    best = {}
    for rank, name in person["choices"]:
        best[name] = max(best.get(name, 0), max(1, 6 - rank))
    person["choices"] = best
    return person


def compare(what, plan, surveys, truths, columns):
    """The independent reader's view of every answer against what was answered."""
    with contextlib.redirect_stdout(io.StringIO()):
        world = inventory(load(str(plan), [str(s) for s in surveys], [], SCALES))
    read = {p["email"] or f"{p['id']}@example.org": p for p in world["people"]}
    everyone = {}
    for truth in truths:
        for email, answers in truth.items():
            everyone.setdefault(email, {}).update(answers)
    expect(f"{what}: who answered", sorted(read), sorted(everyone))
    for email, answers in everyone.items():
        wanted, found = wanted_of(answers, columns), read[email]
        for part in ("skills", "interests", "topics", "choices"):
            expect(f"{what}: {part} of {email}", {k: v for k, v in found[part].items() if v is not None}, wanted[part])
        for name, values in wanted["fields"].items():
            expect(f"{what}: {name} of {email}", found["fields"].get(name), values)
        for name, amount in wanted["amounts"].items():
            expect(f"{what}: {name} of {email}", found[name], amount)
        for name, text in wanted["texts"].items():
            expect(f"{what}: {name} of {email}", key(found[name] or ""), text)


def check_quiet(program, what, plan, surveys):
    done = run(program, "check", "--json", "--survey", *surveys, "--plan", plan)
    messages = json.loads(done.stdout)["messages"]
    expect(f"{what}: messages", [m for m in messages if m["severity"] != "note" and not m["file"].endswith("/groups.csv")], [])


def there_and_back(program, name, plan, scratch, style):
    rng = random.Random(f"{name} {style}")
    folder = scratch / f"{name}-{style}"
    folder.mkdir()
    made = folder / "forms"
    with_plan = ["--plan", write_plan(folder / "sheets", plan)] if plan is not None else []
    report = json.loads(run(program, "questionnaire", "--json", *with_plan, "--out", made).stdout)["questionnaire"]
    expect(f"{name}: files", sorted(report["files"]), sorted(str(p.relative_to(made)) for p in made.rglob("*") if p.is_file()))
    scripts = [read_script(made / form / f"{form}.gs") for form in ("inventory", "interests")]
    expect(f"{name}: builders", scripts[0][1], scripts[1][1])
    forms = [form for form, _ in scripts]
    expect(f"{name}: columns", [f["columns"] for f in report["forms"]], [len(list(google_columns(f))) for f in forms])
    surveys = [folder / "Skills inventory.csv", folder / "answers (1).csv"]
    people = 12 if plan and "groups.csv" in plan else 36  # so many that `cadre run` drafts a group for each focus area
    truths = [export(path, form, people, rng, style) for path, form in zip(surveys, forms)]
    columns = {header_key(row["header"]): row for row in read_csv(made / "columns.csv")}
    whole = folder / "whole"
    shutil.copytree(folder / "sheets" if plan else made, whole)
    for sheet in ("columns.csv", "options.csv"):
        if (made / sheet).exists():
            shutil.copy(made / sheet, whole)
    if plan and "groups.csv" in plan:
        check_quiet(program, name, whole, surveys)
        compare(name, whole, surveys, truths, columns)
        if style == 0:
            solve_and_judge(program, whole, surveys, folder)
        one_form(program, name, made, folder, surveys, truths, columns)
        second_round(program, name, folder, surveys, truths)
    else:
        run_folder(program, name, folder, made, surveys, truths, columns)
    return forms


def solve_and_judge(program, plan, surveys, folder):
    run(program, "solve", "--quiet", "--time-limit", "20", "--survey", *surveys, "--plan", plan, "--out", folder / "result")
    judged = subprocess.run([sys.executable, str(ROOT / "tests/oracle/oracle.py"), "judge", "--plan", str(plan), "--survey",
                             *map(str, surveys), str(folder / "result")], capture_output=True, text=True, timeout=300)
    expect(f"the judge of {folder.name}: {judged.stdout}{judged.stderr}", judged.returncode, 0)


def one_form(program, name, made, folder, surveys, truths, columns):
    """Each form's own sheets read its answers alone."""
    for form, survey, truth in zip(("inventory", "interests"), surveys, truths):
        alone = folder / f"{form} alone"
        shutil.copytree(folder / "sheets", alone)
        (alone / "needs.csv").unlink(missing_ok=True)  # the skills may be asked about in the other form
        groups = read_csv(alone / "groups.csv")
        write_csv(alone / "groups.csv", [["group", "focus", "site"]] +
                  [[g["group"], g.get("focus", ""), g.get("site", "")] for g in groups])
        for sheet in ("columns.csv", "options.csv"):
            if (made / form / sheet).exists():
                shutil.copy(made / form / sheet, alone)
        if form == "interests":  # fields and sites are asked about in the inventory
            (alone / "mix.csv").unlink(missing_ok=True)
            (alone / "sites.csv").unlink(missing_ok=True)
            write_csv(alone / "groups.csv", [["group", "focus"]] + [[g["group"], g.get("focus", "")] for g in groups])
        check_quiet(program, f"{name}: {form} alone", alone, [survey])
        compare(f"{name}: {form} alone", alone, [survey], [truth], columns)


def second_round(program, name, folder, surveys, truths):
    """The second form made from the first one's answers: read together with them."""
    made = folder / "forms 2"
    plan = folder / "with columns"
    shutil.copytree(folder / "whole", plan)  # which also speaks of the form that is not answered yet
    run(program, "questionnaire", "--plan", plan, "--survey", surveys[0], "--out", made)
    form, _ = read_script(made / "interests" / "interests.gs")
    again = folder / "second answers.csv"
    truth = export(again, form, 12, random.Random(name), 1)
    for sheet in ("columns.csv", "options.csv"):
        if (made / sheet).exists():
            shutil.copy(made / sheet, plan)
    check_quiet(program, f"{name}: second round", plan, [surveys[0], again])
    columns = {header_key(row["header"]): row for row in read_csv(made / "columns.csv")}
    compare(f"{name}: second round", plan, [surveys[0], again], [truths[0], truth], columns)
    check_strong(name, form, truths[0])


def check_strong(name, form, truth):
    """Each page of skills tells how many can help others with each, or teach it."""
    for page, grid in zip(form["questions"], form["questions"][1:]):
        if not grid["title"].endswith("use or learn this?"):
            continue
        for row in grid["rows"]:
            header = f"How well can you do this? [{row}]"
            strong = sum(a.get(header, "")[:1] in ("4", "5") for a in truth.values())
            if any(header in a for a in truth.values()):
                expect(f"{name}: strong in {row}", f" {row.removesuffix(' (2)')} {strong}" in page["help"], True)


def run_folder(program, name, folder, made, surveys, truths, columns):
    """Without a plan: the exports put beside columns.csv, and run."""
    school = folder / "school"
    shutil.copytree(folder / "sheets", school) if (folder / "sheets").exists() else school.mkdir()
    for path in (*surveys, made / "columns.csv", made / "options.csv"):
        if path.exists():
            shutil.copy(path, school)
    before = (school / "columns.csv").read_bytes()
    done = run(program, "run", school)
    expect(f"{name}: warnings of run", [line for line in done.stderr.splitlines() if "ignored" in line or "unknown" in line], [])
    expect(f"{name}: columns.csv after run", (school / "columns.csv").read_bytes(), before)
    compare(name, school, [school / s.name for s in surveys], truths, columns)
    run(program, "questionnaire", "--survey", surveys[0], "--out", folder / "forms 2")
    second, _ = read_script(folder / "forms 2" / "interests" / "interests.gs")
    check_strong(name, second, truths[0])
    expect(f"{name}: skills of the second form", sum(len(q["rows"]) for q in second["questions"]
                                                     if q["title"].endswith("use or learn this?")), 24)
    guessed = folder / "guessed"
    guessed.mkdir()
    for survey in surveys:
        shutil.copy(survey, guessed)
    run(program, "init", "--survey", *surveys, guessed)
    for row in read_csv(guessed / "columns.csv"):
        wanted = columns[header_key(row["header"])]
        if wanted["means"] in ("skill", "interest", "focus", "choice", "hours", "max_groups", "max_leads", "email", "timestamp"):
            expect(f"{name}: what init takes {row['header']} for", row["means"], wanted["means"])


def check_pages(forms):
    """Two hundred skills fall into pages that can be read."""
    rows = [q["rows"] for q in forms[0]["questions"] if q["kind"] == "grid"]
    expect("skills asked about", sum(map(len, rows)), 200)
    expect("rows of the longest page", max(map(len, rows)) <= 12, True)
    expect("rows of the second form", sum(len(q["rows"]) for q in forms[1]["questions"]
                                          if q["title"].endswith("use or learn this?")), 36)


def check_hostile(forms):
    rows = [row for q in forms[0]["questions"] if q["kind"] == "grid" for row in q["rows"]]
    expect("one row for both spellings of algebra", sum("lgebra" in r for r in rows), 1)
    expect("rows that headers would not tell apart",
           sorted(r for r in rows if header_key(r).startswith(("database", "notetaking"))),
           ["Data base", "data_base (2)", "note taking", "notetaking (2)"])
    expect("long skills in full", {LONG, LONG + "!"} <= set(rows), True)
    first = next(q for q in forms[1]["questions"] if q["title"] == "Your first choice")
    expect("groups to choose", sorted(first["options"]), sorted(row[0] for row in HOSTILE["groups.csv"][1:]))
    parts = next(q for q in forms[1]["questions"] if q["title"].startswith("Which parts"))
    expect("parts", parts["options"], ["dise\u00f1o", "lead", "lead, or co-lead", "takes notes"])
    expect("the day it closes", "October 2, 2026" in " ".join(forms[0]["introduction"]), True)


def check_order(program, scratch):
    """The same bytes whatever the order of rows."""
    rng = random.Random(7)
    shuffled = {name: [rows[0], *rng.sample(rows[1:], len(rows) - 1)] for name, rows in HOSTILE.items()}
    folders = [scratch / "order 0", scratch / "order 1"]
    for folder, plan in zip(folders, (HOSTILE, shuffled)):
        folder.mkdir()
        write_plan(folder / "plan", plan)
        run(program, "questionnaire", "--quiet", "--broad", "--plan", "plan", "--out", "forms", cwd=folder)
    for path in sorted((folders[0] / "forms").rglob("*.*")):
        other = folders[1] / path.relative_to(folders[0])
        expect(f"{path.name} after shuffling", other.read_bytes(), path.read_bytes())


def check_sources():
    """Every built-in skill goes back to a task or skill of O*NET."""
    onet = pathlib.Path(os.environ.get("CADRE_REAL_DATA", "")) / "onet"
    if not os.environ.get("CADRE_REAL_DATA"):
        print("questionnaire: CADRE_REAL_DATA is unset, so the sources of the built-in skills are not looked up")
        return
    known = {row["Task ID"] for row in read_csv(onet / "edu_Task_Statements.csv")}
    known |= {row["Element ID"] for row in read_csv(onet / "edu_Skills.csv")}
    source = (ROOT / "src/generate/school_skills.c").read_text()
    cited = [json.loads("[" + line.strip()[1:].rstrip("},") + "]")[2] for line in source.splitlines() if line.startswith("    {\"")]
    expect("built-in skills", len(cited) > 50, True)
    expect("sources that O*NET does not have", sorted(set(cited) - known), [])


def main():
    program, names = os.path.abspath(sys.argv[1]), sys.argv[2:] or list(PLANS)
    with tempfile.TemporaryDirectory(prefix="cadre-questionnaire-") as scratch:
        scratch = pathlib.Path(scratch)
        for name in names:
            for style in range(len(WHO)):
                forms = there_and_back(program, name, PLANS[name], scratch, style)
                if style == 0 and name == "many skills":
                    check_pages(forms)
                if style == 0 and name == "hostile":
                    check_hostile(forms)
        check_order(program, scratch)
        check_sources()
    print(f"questionnaire: {len(names)} plans, {len(WHO)} kinds of exports, {failed} failed")
    sys.exit(1 if failed else 0)


main()
