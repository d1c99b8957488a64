"""People: rows of surveys and roster joined into persons, each with one answer to everything."""

from dataclasses import dataclass, field

from sheets import Refusal, Table, header_key, hundredths, key, to_hundredths, whole, yes_no
from surveys import Row, best_choices, check_email, earlier


@dataclass
class Person:
    key: str  # what results print
    id: str = ""
    email: str = ""
    name: str = ""
    site: str = ""  # the site's canonical name
    position: str = ""
    hours: int = 0  # hundredths
    max_groups: int = 0
    max_leads: int = 0
    away: bool = False
    answered: bool = False
    fields: dict = field(default_factory=dict)  # field key -> set of value keys
    skills: dict = field(default_factory=dict)  # skill key -> level
    interests: dict = field(default_factory=dict)
    topics: dict = field(default_factory=dict)  # group or focus key -> rating
    choices: dict = field(default_factory=dict)  # group or focus key -> 1..5

    def level(self, skill: str) -> int:
        return self.skills.get(skill, 0)


@dataclass
class Cluster:
    """All rows of one person."""
    rows: list
    roster: list

    def all(self, what: str) -> set:
        texts = [getattr(r, what) for r in self.rows] + [r.get(what, "") for r in self.roster]
        return {key(t) for t in texts if t}


def join(rows: list[Row], roster: Table | None) -> list[Cluster]:
    """Rows that share an id or an e-mail are one person; then those that share an unambiguous name."""
    clusters: list[Cluster] = []
    by_identity: dict = {}
    name_only = []
    items = [(r, r.id, r.email) for r in rows] + [(r, r.get("id", ""), r.get("email", "")) for r in roster or ()]
    for item, ident, email in items:
        check_email(email, "people.csv")
        marks = [(what, key(text)) for what, text in (("id", ident), ("email", email)) if text]
        if not marks:
            if not isinstance(item, Row):
                raise Refusal(f"{item['#']}: neither id nor e-mail")
            name_only.append(item)
            continue
        target = Cluster([], [])
        (target.rows if isinstance(item, Row) else target.roster).append(item)
        for found in {id(c): c for c in (by_identity[m] for m in marks if m in by_identity)}.values():
            target.rows += found.rows
            target.roster += found.roster
            clusters.remove(found)
        clusters.append(target)
        for what in ("id", "email"):
            for text in target.all(what):
                by_identity[what, text] = target
    for cluster in clusters:
        if len(cluster.all("id")) > 1:
            raise Refusal(f"two ids under one e-mail: {sorted(cluster.all('id'))}")
        if len(cluster.roster) > 1:
            raise Refusal(f"{cluster.roster[1]['#']}: this person is on the roster twice")
    return join_names(clusters, name_only)


def join_names(clusters: list[Cluster], name_only: list[Row]) -> list[Cluster]:
    loose: dict[str, list[Row]] = {}
    for row in name_only:
        loose.setdefault(key(row.name), []).append(row)
    names: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        for name in cluster.all("name"):
            names.setdefault(name, []).append(cluster)
    merged: dict[int, Cluster] = {id(c): c for c in clusters}
    for name in sorted(set(names) | set(loose)):
        holders = list({id(merged[id(c)]): merged[id(c)] for c in names.get(name, [])}.values())
        if is_ambiguous(holders, name):
            if name in loose:
                raise Refusal(f"{loose[name][0].where}: two people are called {loose[name][0].name!r}")
            continue
        if len(holders) + (name in loose) == 0:
            continue
        whole_one = Cluster([r for c in holders for r in c.rows] + loose.get(name, []),
                            [r for c in holders for r in c.roster])
        gone = {id(c) for c in holders}
        for original, now in list(merged.items()):
            if id(now) in gone:
                merged[original] = whole_one
        if not holders:
            merged[id(whole_one)] = whole_one
    return list({id(c): c for c in merged.values()}.values())


def is_ambiguous(holders: list[Cluster], name: str) -> bool:
    """Two ids, or one survey or the roster that gives the name to two people."""
    if len(holders) < 2:
        return False
    if len(set().union(*(c.all("id") for c in holders))) > 1:
        return True
    if sum(any(key(r.get("name", "")) == name for r in c.roster) for c in holders) > 1:
        return True
    if sum(bool(c.roster) for c in holders) > 1:
        return True
    surveys = [{r.survey for r in c.rows if key(r.name) == name} for c in holders]
    return any(sum(s in some for some in surveys) > 1 for s in set().union(*surveys))


# One answer to everything ---------------------------------------------------------------------------------------

def latest(rows: list[Row]) -> Row:
    """A person's answer to one survey: the latest row; rows that could all be it must say the same."""
    last = [r for r in rows if not r.times or not any(o.times and earlier(r, o) for o in rows)]
    for row in last[1:]:
        if row.answers() != last[0].answers():
            raise Refusal(f"{last[0].where} and {row.where}: different answers of one person, not ordered in time")
    return max(last, key=lambda r: (r.times, r.name))


def same_time(a: Row, b: Row) -> bool:
    return len(a.times) == len(b.times) == 1 and a.times == b.times


def winner(answers: list[tuple]) -> object:
    """Of (row, value) of different surveys the value that counts: the later, without time stamps of the survey named later."""
    timed = [a for a in answers if a[0].times]
    untimed = [a for a in answers if not a[0].times]
    last = max(timed, key=lambda a: (a[0].times[0], a[0].survey), default=None)
    for row, value in timed:
        if value != last[1] and not earlier(row, last[0]) and not same_time(row, last[0]):
            raise Refusal(f"{row.where} and {last[0].where}: dmy or mdy? their order hangs on it")
    return max(untimed + ([last] if last else []), key=lambda a: a[0].survey)[1]


def answer_of(cluster: Cluster) -> Row:
    """All that a person answered, each thing as it was answered last."""
    by_survey: dict[int, list[Row]] = {}
    for row in cluster.rows:
        by_survey.setdefault(row.survey, []).append(row)
    rows = [latest(some) for some in by_survey.values()]
    out = Row(0, "", 0)
    for part in ("levels", "weak", "texts", "amounts", "fields"):
        for thing in {t for r in rows for t in getattr(r, part)}:
            getattr(out, part)[thing] = winner([(r, getattr(r, part)[thing]) for r in rows if thing in getattr(r, part)])
    chosen = [(r, best_choices(r.choices)) for r in rows if r.choices is not None]
    out.choices = winner(chosen) if chosen else None
    named = [r for r in rows if r.name]
    out.name = max(named, key=lambda r: (r.times, r.survey)).name if named else ""
    out.levels = {**out.weak, **out.levels}
    return out


# Sites ---------------------------------------------------------------------------------------------------------

class Sites:
    """Canonical names of sites, and what sites.csv says about them."""

    def __init__(self, table: Table | None):
        self.closed = table is not None
        self.canonical: dict[str, str] = {}
        self.fields: dict[str, dict] = {}
        for row in table or ():
            name = row["site"]
            for text in [name] + [a for a in row.get("aliases", "").split(";") if a.strip()]:
                if self.canonical.setdefault(key(text), name) != name:
                    raise Refusal(f"{row['#']}: {text!r} names two sites")
            self.fields[name] = {c: {key(v)} for c, v in row.items() if v and c not in ("site", "aliases", "#")}
        self.names = sorted(self.fields)

    def find(self, text: str, where: str) -> str:
        if not text:
            return ""
        k = key(text)
        if k not in self.canonical:
            raise Refusal(f"{where}: unknown site {text!r}")
        return self.canonical[k]

    def read(self, text: str, where: str) -> str:
        """A site as a survey says it, before all are known."""
        return self.find(text, where) if self.closed else key(text)

    def learn(self, texts: list[str]) -> None:
        """Without sites.csv: every site that is named, under the spelling that sorts first."""
        if self.closed:
            return
        for text in sorted(t for t in texts if t):
            self.canonical.setdefault(key(text), text)
        self.names = sorted(set(self.canonical.values()))


ROSTER_COLUMNS = {"id", "email", "name", "site", "position", "hours", "maxgroups", "maxleads", "away", "#"}


def build_people(rows: list[Row], tables: dict, sites: Sites, settings: dict) -> list[Person]:
    """Every person, with sites still as written in `site` until resolve_sites."""
    people = []
    for row in rows:
        row.texts = {k: sites.read(t, row.where) if k == "site" else key(t) for k, t in row.texts.items()}
    for cluster in join(rows, tables.get("people")):
        answer = answer_of(cluster)
        roster = cluster.roster[0] if cluster.roster else {}
        where = roster.get("#", cluster.rows[0].where if cluster.rows else "")
        person = Person("")
        person.id = roster.get("id") or smallest(cluster, "id")
        person.email = (roster.get("email") or smallest(cluster, "email")).lower()
        person.name = roster.get("name") or answer.name
        person.key = person.id or person.email or person.name
        person.site = roster.get("site") or answer.texts.get("site", "")
        person.position = key(roster.get("position") or answer.texts.get("position", ""))
        person.away = yes_no(roster.get("away", ""), where)
        person.answered = bool(cluster.rows)
        read_limits(person, roster, answer, settings, where)
        person.fields = dict(answer.fields)
        for column, cell in roster.items():
            if cell and column not in ROSTER_COLUMNS:
                person.fields[header_key(column)] = {key(cell)}
        for (kind, name), level in answer.levels.items():
            {"skill": person.skills, "interest": person.interests, "topic": person.topics}[kind][name] = level
        person.choices = answer.choices or {}
        people.append(person)
    if len({key(p.key) for p in people}) < len(people):
        raise Refusal("two people would be printed alike")
    return sorted(people, key=lambda p: p.key.encode())


def smallest(cluster: Cluster, what: str) -> str:
    """A spelling that does not depend on the order of rows."""
    texts = [getattr(r, what) for r in cluster.rows] + [r.get(what, "") for r in cluster.roster]
    return min((t for t in texts if t), default="")


def read_limits(person: Person, roster: dict, answer: Row, settings: dict, where: str) -> None:
    if roster.get("hours"):
        person.hours = hundredths(roster["hours"], where)
    elif "hours" in answer.amounts:
        person.hours = to_hundredths(answer.amounts["hours"], where)
    else:
        person.hours = settings["hours"]
    for name in ("max_groups", "max_leads"):
        if roster.get(header_key(name)):
            value = whole(roster[header_key(name)], where)
            if value > 1000:
                raise Refusal(f"{where}: {name} is {value}")
        elif name in answer.amounts:
            if answer.amounts[name].denominator != 1:
                raise Refusal(f"{where}: {name} is no whole number")
            value = int(answer.amounts[name])
        else:
            value = settings[name]
        setattr(person, name, value)


def resolve_sites(people: list[Person], sites: Sites) -> None:
    """Canonical sites for everyone; where there is one site only, it is everyone's."""
    sites.learn([p.site for p in people])
    for person in people:
        person.site = sites.find(person.site, person.key)
    if len(sites.names) == 1:
        for person in people:
            person.site = sites.names[0]


def values_of(person: Person, field_key: str, sites: Sites) -> set:
    """A person's values of a field that mix.csv may name; what is the site's is its people's."""
    if field_key == "site":
        return {key(person.site)} if person.site else set()
    if field_key == "position":
        return {person.position} if person.position else set()
    if field_key in person.fields:
        return person.fields[field_key]
    return sites.fields.get(person.site, {}).get(field_key, set())


def find_person(people: list[Person], text: str) -> Person | None:
    """A person by id, e-mail or unique name; None where there is nobody."""
    k = key(text)
    for of in (lambda p: p.id, lambda p: p.email):
        found = [p for p in people if of(p) and key(of(p)) == k]
        if found:
            return found[0]
    found = [p for p in people if p.name and key(p.name) == k]
    if len(found) > 1:
        raise Refusal(f"two people are called {text!r}")
    return found[0] if found else None


def find_printed(people: list[Person], text: str) -> Person | None:
    """Whom an earlier result means; None where it is nobody, or by now two people."""
    exact = [p for p in people if p.key == text]
    try:
        return exact[0] if exact else find_person(people, text)
    except Refusal:
        return None
