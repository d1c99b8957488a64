#!/usr/bin/python3
"""Every leader's reason must set them apart from the best person not chosen: reasons_apart.py PROGRAM [--seeds N] [--print]

An independent reading of the sheets scores everyone and finds, for each leader in a result, the best person not chosen: of those who
may hold the role and do not, the one with the most points, ties the first by key. The reason must name them, or say truly that
nobody else may hold it. Each fact it states is looked up, and what it says decided must be true of these two people this way round
and false the other: the sentence with the two names exchanged would be a false one. Only where it says that a draw decided it may be
true both ways, and then the exchange must really be worth nothing.

Looked at: Maple Street, every case under tests/cases that solves, generated schools, and the two cases of real surveys where
CADRE_REAL_DATA is set. Reasons of people without a role are looked at too: of each the holder who is named must hold the role."""

import argparse
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "oracle"), str(ROOT / "tests")]

import run_cases  # noqa: E402
from people import find_printed, values_of  # noqa: E402
from plan import groups_overlap, load, unescaped  # noqa: E402
from rules import Assignments, changes, pair_groups, shortages, violations, worth  # noqa: E402
from score import Scores  # noqa: E402
from sheets import Refusal, header_key, key  # noqa: E402

SCALES = str(ROOT / "src" / "read" / "scales.csv")
CHOICES = {"the first choice": 5, "the second choice": 4, "the third choice": 3, "the fourth choice": 2,
           "the fifth choice or a later one": 1}


class Result:
    """A result beside what the sheets say."""

    def __init__(self, plan, surveys, scenarios, folder):
        self.world = load(plan, surveys, scenarios, SCALES)
        self.scores = Scores(self.world)
        self.people = {p.key: p for p in self.world.people}
        groups = {g.key: g for g in self.world.groups}
        self.rows = self.table(folder, "assignments")
        self.person_rows = self.table(folder, "people")
        for row in self.rows:
            row["who"] = self.who(row["person"])
            row["seat"] = groups[key(unescaped(row["group"]))].roles[key(unescaped(row["role"]))]
        self.held = Assignments(self.world, [(row["who"], row["seat"]) for row in self.rows])
        with open(os.path.join(folder, "result.json"), encoding="utf-8") as file:
            self.proved = json.load(file)["proved"]
        names = [key(p.name or p.key) for p in self.world.people]
        self.shared = {n for n in names if names.count(n) > 1}
        self.display = {g.key: g.name for g in self.world.groups}

    @staticmethod
    def table(folder, name):
        with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def who(self, text):
        return find_printed(self.world.people, unescaped(text)) or find_printed(self.world.people, text)

    def label(self, person):
        name = person.name or person.key
        return f"{name} ({person.key})" if key(name) in self.shared else name

    def points(self, person, role):
        return self.scores.points(person, role) if (person.key, role.id) in self.scores.table else -1

    def rival(self, role):
        holders = [p.key for p in self.held.holders[role.id]]
        rivals = [p for p in self.world.people if p.key not in holders and self.points(p, role) >= 0]
        return min(rivals, key=lambda p: (-self.points(p, role), p.key.encode()), default=None)

    def exchanged(self, holder, role, rival):
        """The same with the rival in the holder's seat."""
        return Assignments(self.world, [(rival if (p is holder and r is role) else p, r) for p, r in self.held.pairs])


def plain(text):
    """Without the marks that turn the direction of writing or join characters, which names of people may hold."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


class Claim:
    """What one reason says of a holder and a rival, looked up."""

    def __init__(self, result, row):
        self.at, self.row = result, row
        self.role, self.holder = row["seat"], row["who"]
        self.group = self.role.group
        self.reason = plain(unescaped(row["reason"]))
        self.rival = result.rival(self.role)
        self.faults, self.kind = [], ""

    def say(self, what):
        self.faults.append(f"{self.at.label(self.holder)}, {self.group.name}, {self.role.name}: {what}: {self.reason!r}")

    def check(self):
        if not self.reason.endswith(".") or "  " in self.reason:
            self.say("this is no sentence")
        self.check_own_facts()
        if self.rival is None:
            self.kind = "nobody else"
            if "; nobody else may hold it" not in self.reason:
                self.say("nobody else may hold it, and it does not say so")
            return
        name = f"(?i:{re.escape(plain(self.at.label(self.rival)))})"  # names that differ by case are written one way
        ahead = re.search(rf"; ahead of {name}(?: by (\d+) points to (\d+)|, who (.*?))(?:; for this .*)?\.$", self.reason)
        behind = re.search(rf"; {name} \((also )?(\d+) points\)(:? .*?)(?:; for this .*)?\.$", self.reason)
        if ahead:
            self.check_ahead(*ahead.groups())
        elif behind:
            self.check_behind(*behind.groups())
        else:
            self.say(f"the best person not chosen is {self.at.label(self.rival)!r}, who is not named so")

    # What the holder brings ------------------------------------------------------------------------------------------

    def check_own_facts(self):
        """Levels stated with what is wanted, of the holder."""
        for skill, (wanted, _) in self.role.needs.items():
            for found in re.finditer(rf"(?:^Has |, ){re.escape(skill)} (\d) \((\d) wanted\)", self.reason, re.I):
                if int(found[1]) != self.holder.level(skill) or int(found[2]) != wanted:
                    self.say(f"{skill} is {self.holder.level(skill)}, {wanted} wanted")
        stated = len(re.findall(r"\(\d wanted\)", self.reason))
        if stated == 0 and any(self.holder.level(s) > 0 for s in self.role.needs):
            self.say("it states no level")

    def interest_value(self, person):
        return self.at.scores.interest(person, self.role) / 200

    def fact_values(self, text):
        """(what the fact is about, holder's value, rival's value, what is stated) of each fact about the rival."""
        at, rest = self.at, text
        while rest:
            rest = rest.removeprefix(" and ")
            fact = self.next_fact(rest)
            if fact is None:
                self.say(f"unknown fact {rest!r}")
                return
            size, about, ours, theirs, stated = fact
            yield about, ours, theirs, stated
            rest = rest[size:]

    def next_fact(self, text):
        """(length, about, holder's, rival's, stated), or None."""
        holder, rival, role = self.holder, self.rival, self.role
        for skill, (wanted, _) in sorted(role.needs.items(), key=lambda item: -len(item[0])):
            name = re.escape(skill)
            if found := re.match(rf"(?:has )?{name} (\d)(?= and |$)", text, re.I):
                return found.end(), skill, min(wanted, holder.level(skill)), min(wanted, rival.level(skill)), \
                    (rival.skills.get(skill), int(found[1]))
            if found := re.match(rf"(?:gave no level in )?{name}(?= and |$)", text, re.I):
                return found.end(), skill, min(wanted, holder.level(skill)), 0, (rival.skills.get(skill), None)
            if found := re.match(rf"has interest (\d) of 5 in {name}(?= and |$)", text, re.I):
                return found.end(), "interest in " + skill, holder.interests.get(skill, 0), rival.interests.get(skill, 0), \
                    (rival.interests.get(skill), int(found[1]))
            if found := re.match(rf"told no interest in {name}(?= and |$)", text, re.I):
                return found.end(), "interest in " + skill, holder.interests.get(skill, 0), rival.interests.get(skill, 0), \
                    (rival.interests.get(skill) or 0, 0)
        topics = self.at.scores.topics[role.id]
        ours, theirs = self.interest_value(holder), self.interest_value(rival)
        ratings = [v for n, v in rival.topics.items() if n in topics]
        choices = [v for n, v in rival.choices.items() if n in topics]
        if found := re.match(r"rated it (\d) of 5", text):
            return found.end(), "interest", ours, theirs, (max(ratings, default=None), int(found[1]))
        if found := re.match(r"made it (the (?:first|second|third|fourth) choice|the fifth choice or a later one)", text):
            return found.end(), "interest", ours, theirs, (None if ratings else max(choices, default=None), CHOICES[found[1]])
        if found := re.match(r"has interest (\d\.\d) of 5 on average in the skills wanted", text):
            return found.end(), "interest", ours, theirs, (int(theirs * 10), int(found[1].replace(".", "")))
        if found := re.match(r"did not ask for it", text):
            return found.end(), "interest", ours, theirs, ((theirs, bool(ratings)), (0, False))
        last = {"did this last time": 1000, "held another role here last time": 500, "was not here last time": 0}
        for words, value in last.items():
            if text.startswith(words):
                return len(words), "last time", self.at.scores.continuity(holder, role), \
                    self.at.scores.continuity(rival, role), (self.at.scores.continuity(rival, role), value)
        return None

    def check_ahead(self, points, rival_points, facts):
        self.kind = "more points"
        ours, theirs = self.at.points(self.holder, self.role), self.at.points(self.rival, self.role)
        if ours <= theirs:
            self.say(f"not ahead: {ours} points to {theirs}")
        if points:
            self.kind = "more points, told as points"
            if (int(points), int(rival_points)) != (ours, theirs):
                self.say(f"the points are {ours} and {theirs}")
            return
        for about, mine, other, (true, stated) in self.fact_values(facts):
            if true != stated:
                self.say(f"{about} of the rival is {true}, not {stated}")
            if mine <= other:
                self.say(f"{about} is {mine} to {other}: as true the other way round")
            self.check_is_stated(about)

    def check_is_stated(self, about):
        """What the rival has less of, the reason says that the holder has."""
        own = self.reason[:self.reason.index("; ahead of")]
        wanted = {"interest": r"rated it|choice|has interest .* on average|a pin prefers this person here",
                  "last time": r"last time"}.get(about)
        if wanted is None:
            wanted = rf"has {re.escape(about)}|interest \d of 5 in {re.escape(about[12:])}" if about.startswith("interest in ") \
                else rf"{re.escape(about)} \d"
        if not re.search(wanted, own, re.I):
            self.say(f"it does not say what the holder has of {about}")

    # What else decided -----------------------------------------------------------------------------------------------

    def check_behind(self, more, points, decided):
        at, role = self.at, self.role
        ours, theirs = at.points(self.holder, role), at.points(self.rival, role)
        if int(points) != theirs or (theirs > ours) != (more is None) or theirs < ours:
            self.say(f"the points are {ours} and {theirs}")
        even = re.search(r", which comes to the same(: it was decided by lot|, and would be a change from last time)$", decided)
        if even:
            self.check_even(even[1].startswith(": the draw"))
            decided = decided[:even.start()]
        for words, look in self.deciders():
            found = re.fullmatch(words, decided)
            if found:
                self.kind = look.__name__
                if not look(self.rival, self.holder, *found.groups()):
                    self.say(f"{look.__name__}: not true")
                elif look.__name__ not in ("draw", "inside_draw") and look(self.holder, self.rival, *found.groups()):
                    self.say(f"{look.__name__}: as true with the names exchanged")
                return
        self.say(f"unknown cause {decided!r}")

    def deciders(self):
        holder = re.escape(self.at.label(self.holder))
        skill = "(.*)"
        return [
            (r" leads (.*) instead", self.leads_elsewhere), (r" is to lead no group()", self.leads_nothing),
            (r" has ([\d.]+) hours? left and it takes ([\d.]+)", self.no_hours),
            (r" serves in (\d+) groups? already, the most allowed", self.no_groups),
            (r" is to serve in no group()", self.no_groups),
            (r" serves in (.*), which meets at the same time", self.meets),
            (rf" serves here as (.*), which {holder} may not hold", self.inside_closed),
            (rf" serves here as (.*), a place that {holder} would fill with (\d+) points? fewer", self.inside_behind),
            (rf" serves here as (.*), for which {holder} (has .*|leads .*|serves .*|is to .*)", self.inside_limit),
            (r" serves here as (.*), as the plan asks", self.inside_must),
            (rf" serves here as (.*): the plan asks for {holder} in this place", self.inside_pinned),
            (r" serves here as (.*); changing places would do as well: it was decided by lot", self.inside_draw),
            (r" serves here as (.*)", self.inside),
            (rf": the plan asks for {holder} here", self.must_pin),
            (r" is to be kept apart from (.*), who serves here", self.apart),
            (r" is to serve here only together with (.*)", self.together),
            (rf": {holder} is to serve here only together with (.*)", self.together_holder),
            (r" would be one change from last time too many \(at most (\d+) allowed\)", self.too_many_changes),
            (rf": with them here instead (nobody|no {re.escape(self.role.name)}|\d+ of the \d+ asked for(?: as {re.escape(self.role.name)})?) "
             rf"would have {skill} (\d) or more", self.coverage),
            (r" would leave the group with (nobody) who has (.*)", self.mix_few),
            (r": with them here instead (nobody|\d+ of the \d+ asked for) would have (.*)", self.mix_few),
            (r": with them here instead (\d+) would have (.*), (\d+) at most being wanted", self.mix_many),
            (rf" has (\d+) other roles?, {holder} (\d+|none)", self.other_roles),
            (r" has not answered a survey", self.unanswered),
            (r" would do as well: it was decided by lot", self.draw),
            (r" would do as well, but would be a change from last time", self.changed),
            (r" would be the better choice by ([\d,]+): the search ended before it was found", self.open_search),
        ]

    def others_of(self, person):
        """A person's roles beside this one, and beside one in this group, which it would replace."""
        return [r for r in self.at.held.roles_of[person.key] if r.group is not self.group]

    def leads_elsewhere(self, rival, holder, groups):
        led = [r for r in self.others_of(rival) if r.leads]
        named = [g for r in led for g in [self.at.display[r.group.key]]]
        return len(led) >= rival.max_leads > 0 and groups in (" and ".join(named[:2]), " and ".join(named))

    def leads_nothing(self, rival, holder, _):
        return rival.max_leads == 0

    def no_hours(self, rival, holder, left, hours):
        free = rival.hours - sum(r.hours for r in self.others_of(rival))
        return float(left) * 100 == free and float(hours) * 100 == self.role.hours and free < self.role.hours

    def no_groups(self, rival, holder, most):
        return rival.max_groups == int(most or 0) == len(self.others_of(rival))

    def meets(self, rival, holder, name):
        return any(self.at.display[r.group.key] == name and groups_overlap(r.group, self.group) for r in self.others_of(rival))

    def inside(self, rival, holder, name):
        inside = [r for r in self.at.held.roles_of[rival.key] if r.group is self.group]
        return bool(inside) and inside[0].name == name and rival is not holder

    def inside_role(self, name):
        return next(r for r in self.group.roles.values() if r.name == name)

    def inside_closed(self, rival, holder, name):
        return self.inside(rival, holder, name) and self.at.points(holder, self.inside_role(name)) < 0

    def inside_behind(self, rival, holder, name, fewer):
        role = self.inside_role(name)
        return self.inside(rival, holder, name) and \
            self.at.points(rival, role) - self.at.points(holder, role) == int(fewer) > 0

    def inside_must(self, rival, holder, name):
        return self.inside(rival, holder, name) and self.pinned(rival, self.inside_role(name))

    def inside_pinned(self, rival, holder, name):
        return self.inside(rival, holder, name) and self.pinned(holder, self.role)

    def inside_limit(self, rival, holder, name, limit):
        role = self.inside_role(name)
        free = holder.hours - sum(r.hours for r in self.others_of(holder))
        if found := re.fullmatch(r"has ([\d.]+) hours? left and it takes ([\d.]+)", limit):
            return self.inside(rival, holder, name) and float(found[1]) * 100 == free < role.hours == float(found[2]) * 100
        led = len([r for r in self.others_of(holder) if r.leads])
        return self.inside(rival, holder, name) and role.leads and led >= holder.max_leads

    def inside_draw(self, rival, holder, name):
        other = self.inside_role(name)
        places = {(self.holder.key, self.role.id): (self.rival, self.role), (self.rival.key, other.id): (self.holder, other)}
        there = Assignments(self.at.world, [places.get((p.key, r.id), (p, r)) for p, r in self.at.held.pairs])
        total = lambda held: worth(self.at.world, self.at.scores, held)["objective"]
        if violations(self.at.world, self.at.scores, there) or total(there) != total(self.at.held):
            self.say("changing places is worth something")
        return self.inside(self.rival, self.holder, name)

    def pinned(self, person, role):
        return any(p.rule == "must" and p.person is person and role in p.roles for p in self.at.world.pins)

    def must_pin(self, rival, holder):
        return self.pinned(holder, self.role)

    def pairs_of(self, person, rule):
        for pair in self.at.world.pairs:
            if pair.rule == rule and person in (pair.person, pair.other) and \
                    self.group in pair_groups(self.at.world, self.at.scores, pair):
                yield pair.other if person is pair.person else pair.person

    def in_group(self, person):
        return person in self.at.held.members[self.group.key]

    def apart(self, rival, holder, name):
        return any(self.at.label(p) == name and self.in_group(p) and p is not holder for p in self.pairs_of(rival, "apart"))

    def together(self, rival, holder, name):
        return any(self.at.label(p) == name and (not self.in_group(p) or p is holder) for p in self.pairs_of(rival, "together"))

    def together_holder(self, rival, holder, name):
        return any(self.at.label(p) == name and self.in_group(p) for p in self.pairs_of(holder, "together"))

    def too_many_changes(self, rival, holder, most):
        limit = self.at.world.settings["max_changes"]
        there = self.at.exchanged(holder, self.role, rival) if holder is self.holder else self.at.held
        return limit == int(most) and changes(self.at.world, there) > limit

    def with_rival(self, rival, holder):
        """The exchange; the other way round it is what there is."""
        return self.at.exchanged(holder, self.role, rival) if holder is self.holder else self.at.held

    def numbers(self, stated):
        found = re.match(r"(\d+) of the (\d+)", stated)
        return (int(found[1]), int(found[2])) if found else (0, None)

    def short_by(self, held, **like):
        return [s for s in shortages(self.at.world, held) if s.group is self.group and
                all(getattr(s, name) == value for name, value in like.items())]

    def coverage(self, rival, holder, stated, skill, level):
        have, needed = self.numbers(stated)
        role = self.role.name if stated.startswith("no ") and stated != "nobody" or " as " in stated else ""
        like = {"kind": "coverage", "role": role, "skill": key(skill), "level": int(level)}
        then, now = self.short_by(self.with_rival(rival, holder), **like), self.short_by(self.at.held, **like)
        return any(s.have == have and needed in (None, s.needed) and s.cost > sum(n.cost for n in now if n.needed == s.needed)
                   for s in then)

    def mix_of(self, text):
        for rule in self.group.mix:
            if key(text) == key(f"{rule.field} {rule.value}") or header_key(text) == header_key(f"{rule.field} {rule.value}"):
                return rule
        return None

    def mix_few(self, rival, holder, stated, text):
        have, needed = self.numbers(stated)
        rule = self.mix_of(text)
        like = {"kind": "mix", "field": rule.field, "value": rule.value}
        then, now = self.short_by(self.with_rival(rival, holder), **like), self.short_by(self.at.held, **like)
        return any(s.have == have < s.needed and needed in (None, s.needed) for s in then) and \
            sum(s.cost for s in then) > sum(s.cost for s in now)

    def mix_many(self, rival, holder, have, text, most):
        rule = self.mix_of(text)
        members = self.with_rival(rival, holder).members[self.group.key]
        there = sum(rule.value in values_of(p, rule.field, self.at.world.sites) for p in members)
        return there == int(have) > int(most) == rule.most

    def roles_beside(self, person):
        return [r for r in self.at.held.roles_of[person.key] if r is not self.role]

    def other_roles(self, rival, holder, more, others):
        others = 0 if others == "none" else int(others)
        return (len(self.roles_beside(rival)), len(self.roles_beside(holder))) == (int(more), others) and int(more) > others

    def unanswered(self, rival, holder):
        return not rival.answered and holder.answered

    def gain(self):
        there = self.at.exchanged(self.holder, self.role, self.rival)
        if violations(self.at.world, self.at.scores, there):
            return None
        return worth(self.at.world, self.at.scores, there)["objective"] - \
            worth(self.at.world, self.at.scores, self.at.held)["objective"]

    def more_changes(self):
        if self.at.world.previous is None:
            return 0
        return changes(self.at.world, self.at.exchanged(self.holder, self.role, self.rival)) - changes(self.at.world, self.at.held)

    def check_even(self, draw):
        if self.gain() != 0 or (self.more_changes() <= 0) != draw:
            self.say(f"the exchange is worth {self.gain()}, with {self.more_changes()} changes more")

    def draw(self, rival, holder):
        self.check_even(True)
        return True

    def changed(self, rival, holder):
        if holder is self.holder:
            return self.gain() == 0 and self.more_changes() > 0
        return False

    def open_search(self, rival, holder, stated):
        return holder is self.holder and self.gain() == int(stated.replace(",", "")) > 0


def check_people(result):
    """Faults in the reasons of those without a role."""
    for row in result.person_rows:
        person, reason = result.who(row["person"]), unescaped(row["reason"])
        if not reason.endswith("."):
            yield f"{row['person']}: this is no sentence: {reason!r}"
        if row["groups"] != "0":
            continue
        options = [(result.points(person, r), r) for r in result.world.roles() if result.points(person, r) >= 0]
        if not options:
            if person.away != (reason == "Away.") or reason.startswith("Of all roles"):
                yield f"{row['person']}: no role is open to them: {reason!r}"
            continue
        most = max(points for points, _ in options)
        best = [r for points, r in options if points == most]
        if reason.startswith("Has not answered a survey"):
            if person.answered or most > 0:
                yield f"{row['person']}: has answered, or suits a role: {reason!r}"
            continue
        if reason.startswith("Nothing is known that this person has or wants"):
            if most > 0:
                yield f"{row['person']}: suits a role: {reason!r}"
            continue
        meant = [r for r in best if reason.startswith(f"Of all roles {r.name} of {r.group.name} suits this person best")]
        if not meant:
            yield f"{row['person']}: suits {best[0].name} of {best[0].group.name} best: {reason!r}"
        elif "who were chosen suit" in reason or "was chosen" in reason:
            holders = [p for r in meant for p in result.held.holders[r.id]]
            if not any(result.label(p) in reason for p in holders):
                yield f"{row['person']}: no holder is named: {reason!r}"


def check_result(name, plan, surveys, scenarios, folder, counts, show):
    """Faults of one result; `counts` takes what decided how often."""
    try:
        result = Result(plan, surveys, scenarios, folder)
    except Refusal as refusal:
        if "columns.csv is needed" in str(refusal):
            print(f"reasons_apart: {name} skipped: it leaves columns to be guessed")
            return []
        return [f"{name}: the independent reading refuses: {refusal}"]
    faults = []
    for row in result.rows:
        if row["leads"] != "yes":
            continue
        claim = Claim(result, row)
        claim.check()
        counts[claim.kind] = counts.get(claim.kind, 0) + 1
        faults += claim.faults
        if show:
            print(f"{claim.kind:28} {claim.reason}")
    return [f"{name}: {fault}" for fault in faults + list(check_people(result))]


def solve(program, plan, surveys, scenarios, folder, options=()):
    command = [program, "solve", "--quiet", "--plan", plan, "--out", folder, *options]
    for path in surveys:
        command += ["--survey", path]
    for path in scenarios:
        command += ["--scenario", path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.returncode in (0, 3)


def inputs_of(words, folder):
    """(plan, surveys, scenarios, result) of a command's words; None where it names no plan."""
    given, flag = {"--plan": [], "--survey": [], "--scenario": [], "--out": []}, ""
    for word in words[1:]:
        if word.startswith("--"):
            flag, _, word = word.partition("=")
        if word and flag in given:
            given[flag].append(str(folder / word))
    if not given["--plan"] or not given["--out"]:
        return None
    return given["--plan"][0], given["--survey"], given["--scenario"], given["--out"][0]


def case_results(program, scratch):
    """(name, plan, surveys, scenarios, result) after each `solve` of the cases, which run step by step in folders of their own."""
    names = {"$DATASETS": str(ROOT / "datasets"), "$CASES": str(ROOT / "tests" / "cases"), "$REAL": os.environ.get("CADRE_REAL_DATA", "")}
    for path in sorted((ROOT / "tests" / "cases").rglob("*.case")):
        setup, steps, needs = run_cases.parse(path)
        if "full-disk" in needs or "user" in needs or not any(step.command.startswith("solve ") for step in steps):
            continue
        if "real-data" in needs and not names["$REAL"]:
            print(f"reasons_apart: {path.stem} skipped: CADRE_REAL_DATA is not set")
            continue
        folder, seen = pathlib.Path(scratch, *path.relative_to(ROOT / "tests" / "cases").with_suffix("").parts), set()
        folder.mkdir(parents=True)
        for n, step in enumerate(steps):
            for verb, argument, lines in setup if n == 0 else steps[n - 1].checks:
                if verb in run_cases.LAYS_OUT:
                    run_cases.lay_out(folder, verb, run_cases.expand(argument, names), lines)
            done = run_cases.run_step(program, folder, step, names, False)
            found = inputs_of([run_cases.expand(word, names) for word in run_cases.shlex.split(step.command)], folder)
            other = "--from" in step.command or "--redact" in step.command  # changes against a result; other names
            if step.command.startswith("solve ") and not other and done.returncode in (0, 3) and found and str(found) not in seen:
                seen.add(str(found))
                yield f"{path.stem} {n + 1}", *found


def generated_results(program, scratch, seeds):
    kinds = [("tiny", ["--tiny"], 8 * seeds), ("school", ["--staff", "60", "--rules", "all"], seeds),
             ("large", ["--staff", "100", "--rules", "coverage,mix,pins,pairs,slots,positions,musts,previous"], max(1, seeds // 3)),
             ("plain", ["--staff", "60", "--rules", "none"], max(1, seeds // 3)),
             ("scarce", ["--staff", "40", "--rules", "all", "--scarce", "80", "--staff-per-group", "5"], max(1, seeds // 2))]
    for kind, options, n in kinds:
        for seed in range(1, n + 1):
            folder = os.path.join(scratch, f"{kind}-{seed}")
            subprocess.run([program, "generate", *options, "--seed", str(seed), "--out", folder], check=True, capture_output=True)
            surveys = [os.path.join(folder, name) for name in ("skills.csv", "interests.csv")]
            plan, result = os.path.join(folder, "plan"), os.path.join(folder, "result")
            if solve(program, plan, surveys, [], result):
                yield f"{kind} seed {seed}", plan, surveys, [], result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--print", action="store_true", help="print every leader's reason with what decided")
    parser.add_argument("--case", nargs="+", metavar="PATH", help="one result alone: PLAN RESULT SURVEY...")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    faults, counts, n = [], {}, 0
    if options.case:
        plan, result, *surveys = options.case
        faults, n = check_result("case", plan, surveys, [], result, counts, options.print), 1
    with tempfile.TemporaryDirectory(prefix="cadre-reasons-") as scratch:
        for source in () if options.case else (case_results(program, scratch), generated_results(program, scratch, options.seeds)):
            for found in source:
                n += 1
                faults += check_result(*found, counts, options.print)
    print("\n".join(faults))
    print(f"reasons_apart: {sum(counts.values())} leaders in {n} results, {len(faults)} faults; what decided: " +
          ", ".join(f"{kind or 'unknown'} {count}" for kind, count in sorted(counts.items(), key=lambda item: -item[1])))
    return 1 if faults or not counts else 0


if __name__ == "__main__":
    sys.exit(main())
