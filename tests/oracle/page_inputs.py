"""What a result was made from, on a report's page and in run.json: its files, and of each survey the answers and their days, read
from the survey itself."""

import os
from datetime import datetime

from answers import Scales
from page_tree import words_of
from people import join
from surveys import Asked, data_of, later_times, meanings_of, read_survey, read_times

TOLD_MOST = 12
NO_DAY = datetime(1980, 1, 1)  # LimeSurvey's, where a survey keeps no dates
MONTHS = "January February March April May June July August September October November December".split()


class Survey:
    """How many answers a survey has, which of them count, and the first and last day by each reading of its dates."""

    def __init__(self, path, place, tables, scales):
        headers, data = data_of(path)
        self.path, self.name = path, words_of(os.path.basename(path))
        self.rows = len(data)
        self.heard = read_survey(path, place, tables, scales, Asked())
        self.replaced = 0
        times = [()] * len(data)
        for column in meanings_of(os.path.basename(path), headers, tables):
            if column.means == "timestamp":
                cells = [row[column.index] for _, row in data]
                times = [later_times(*pair) for pair in zip(times, read_times(cells, column.scale, path))]
        dated = [pair * (2 // len(pair)) for pair in times if pair and pair[0] != NO_DAY]
        self.undated = self.rows - len(dated)
        self.days = [(min(t[i] for t in dated).date(), max(t[i] for t in dated).date()) for i in (0, 1)] if dated else []

    def cells(self):
        """The first and the last day as the table has them."""
        if not self.days:
            return ("no date", "no date")
        return tuple(" or ".join(dict.fromkeys(days[i].isoformat() for days in self.days)) for i in (0, 1))

    def told(self):
        if not self.rows:
            return f"{self.name}: no answers."
        text = f"{self.name}: {self.rows:,} answer{'s' * (self.rows != 1)}"
        if not self.days:
            text += "; on which days is not known, as no time stamp is read from it."
        elif self.days[0] == self.days[1]:
            text += f", {said(*self.days[0])}."
        else:
            text += f", {said(*self.days[0])} if the day comes first in its dates, {said(*self.days[1])} if the month does: nothing in them tells."
        for n, one, many in ((self.undated if self.days else 0, "of them has no date", "of them have no date"),
                             (self.replaced, "does not count, as the same person answered again", "do not count, as the same person answered again"),
                             (self.rows - len(self.heard), "does not count, as nothing says whose it is", "do not count, as nothing says whose they are")):
            text += f" {n:,} {one if n == 1 else many}." if n else ""
        return text


def said(first, last):
    """ "8 to 19 September 2026": what two days have in common is said once."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    begin = [str(first.day), MONTHS[first.month - 1], str(first.year)]
    same = 1 if first.year != last.year else 2 if first.month != last.month else 3
    return f"{' '.join(begin[:4 - same])} to {end}"


def read_surveys(paths, tables, scales_path):
    scales = Scales(tables.get("scales"), scales_path)
    surveys = [Survey(path, place, tables, scales) for place, path in enumerate(paths)]
    people = join([row for survey in surveys for row in survey.heard], tables.get("people"))
    for place, survey in enumerate(surveys):
        survey.replaced = len(survey.heard) - sum(any(row.survey == place for row in person.rows) for person in people)
    return surveys


def check_record(check, result):
    """What run.json says of each survey."""
    told = {os.path.realpath(file["path"]): file["answers"] for file in result.files if "answers" in file}
    for survey in result.surveys:
        clear = survey.days and survey.days[0] == survey.days[1]
        first, last = (day.isoformat() for day in survey.days[0]) if clear else (None, None)
        check.equal(f"run.json of {survey.name}", told.pop(os.path.realpath(survey.path), None), {"count": survey.rows, "first": first, "last": last})
    check.equal("surveys of run.json", list(told), [])


def check_inputs(check, place, result):
    files = []
    of = {os.path.realpath(survey.path): survey for survey in result.surveys}
    for file in result.files:
        survey = of.get(os.path.realpath(file["path"]))
        answers = (f"{survey.rows:,}", *survey.cells()) if survey else ("", "", "")
        files.append((words_of(os.path.basename(file["path"])), *answers, f"{file['bytes']:,}", file["sha256"]))
    rows = [row for table in place.find("table", cls="files") for row in table.find("tbody")[0].find("tr")]
    check.equal("files that were read", sorted(tuple(cell.text for cell in row.cells()) for row in rows), sorted(files))
    for time in [time for row in rows for time in row.find("time")]:
        check.equal("a day, for machines", time.get("datetime"), time.text)
    told = [li.text for ul in place.find("ul", cls="surveys") for li in ul.find("li")]
    surveys = sorted(result.surveys, key=lambda survey: os.path.basename(survey.path).encode())
    check.equal("surveys, in words", told, [survey.told() for survey in surveys[:TOLD_MOST]])
    check_record(check, result)
