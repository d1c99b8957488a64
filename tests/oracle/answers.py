"""Answers: which answer text is which level, column by column of a survey."""

import csv
import re
from fractions import Fraction

from sheets import NO, YES, Refusal, clean, key

NO_ANSWER = "no answer"


def read_level(text: str, where: str) -> Fraction | None:
    if not text.strip():
        return None
    if not re.fullmatch(r"\d+([.,]\d{0,2})?", text.strip()):
        raise Refusal(f"{where}: {text!r} is no level")
    return Fraction(text.strip().replace(",", ".").rstrip("."))


class Scales:
    """The plan's scales.csv over the definitive table."""

    def __init__(self, table, definitive_path: str):
        self.builtin: dict[str, dict] = {}
        with open(definitive_path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                level = read_level(row["level"], row["answer"])
                self.builtin.setdefault(key(row["scale"]), {})[key(row["answer"])] = level
        self.plan: dict[str, dict] = {}
        self.large: set[str] = set()  # scales that a column of hours or limits names; "" = any
        for row in table or ():
            level = read_level(row.get("level", ""), row["#"])
            if key(row["scale"]) == NO_ANSWER and level is not None:
                raise Refusal(f"{row['#']}: a level for no answer")
            if self.plan.get(key(row["scale"]), {}).get(key(row["answer"]), level) != level:
                raise Refusal(f"{row['#']}: another row gives {row['answer']!r} another level")
            self.plan.setdefault(key(row["scale"]), {})[key(row["answer"])] = level
        self.no_answer = {**self.builtin.get(NO_ANSWER, {}), **self.plan.pop(NO_ANSWER, {})}

    def check_range(self) -> None:
        """Levels are 0-5 but on scales for hours and limits."""
        for name, words in self.plan.items():
            for answer, level in words.items():
                if not self.large & {"", name}:
                    as_level(level, answer, f"scales.csv, {name}")

    def named(self, name: str) -> dict:
        scale = key(name)
        if scale not in self.plan and scale not in self.builtin:
            raise Refusal(f"columns.csv: unknown scale {name!r}")
        return {**self.builtin.get(scale, {}), **self.plan.get(scale, {})}


def look_up(words: dict, text: str):
    """(found, level) of an answer: the whole text, else the longest known word before `--`, ` - `, `(` or `:`."""
    answer = key(text)
    if answer in words:
        return True, words[answer]
    for mark in reversed(list(re.finditer(r" ?(--|\(|:)| [-\u2013\u2014] ", answer))):
        if answer[:mark.start()] in words:
            return True, words[answer[:mark.start()]]
    return False, None


def leading_number(text: str) -> Fraction | None:
    """The number that an answer is or begins with; None where it is none (`2-3`, `10 - 100`)."""
    match = re.match(r"(\d+(?:[.,]\d+)?)(.*)$", clean(text), re.S)
    if not match:
        return None
    rest = match.group(2)
    if re.match(r"\s*[-\u2013\u2014]\s*\d", rest):
        return None
    if rest and not re.match(r"\s|\(|=|:|\)|\.(\s|$)", rest):
        return None
    return Fraction(match.group(1).replace(",", "."))


def is_no_answer(scales: Scales, text: str) -> bool:
    return key(text) in scales.no_answer


def first_words(scales: Scales, scale: str, text: str):
    """What is tried before numbers: the named scale, else all of the plan's; then the words for no answer."""
    if scale in ("0-5", "0-10"):
        found, level = False, None
    elif scale:
        found, level = look_up(scales.named(scale), text)
    else:
        hits = {hit for hit in (look_up(words, text) for words in scales.plan.values()) if hit[0]}
        if len(hits) > 1:
            raise Refusal(f"scales.csv: {text!r} has two levels and no scale is named")
        found, level = hits.pop() if hits else (False, None)
    return (found, level) if found else look_up(scales.no_answer, text)


def counts_to_ten(scales: Scales, columns: list[tuple[str, list[str]]]) -> bool:
    """Is a question (its columns as (scale, cells)) one of 0-10: some number over 5 and none over 10?"""
    numbers = [leading_number(cell) for scale, cells in columns for cell in set(cells)
               if cell and not first_words(scales, scale, cell)[0]]
    largest = max((n for n in numbers if n is not None), default=Fraction(0))
    return 5 < largest <= 10


def is_ticks(columns: list[list[str]]) -> bool:
    """A question answered by x and blank alone."""
    words = {key(cell) for cells in columns for cell in cells if cell}
    return words == {"x"}


def read_levels(scales: Scales, scale: str, cells: list[str], to_ten: bool, tick: int, where: str) -> dict:
    """The level of each different cell text of a rating column; None = no answer."""
    levels: dict[str, int | None] = {}
    rest = []
    for text in sorted({c for c in cells if c}):
        found, level = first_words(scales, scale, text)
        number = leading_number(text)
        if found:
            levels[text] = as_level(level, text, where)
        elif number is not None:
            ten = scale == "0-10" or (to_ten and scale != "0-5")
            if number.denominator != 1 or number > (10 if ten else 5):
                raise Refusal(f"{where}: {text!r} is no level")
            levels[text] = int(number) // 2 if ten else int(number)
        else:
            rest.append(text)
    if rest and scale:
        raise Refusal(f"{where}: {rest[0]!r} is not in the scale {scale!r}")
    if rest:
        levels.update(word_levels(scales, rest, tick, where))
    return levels


def as_level(level: Fraction | None, text: str, where: str) -> int | None:
    if level is None:
        return None
    if level.denominator != 1 or not 0 <= level <= 5:
        raise Refusal(f"{where}: {text!r} has a level that is not 0-5")
    return int(level)


def word_levels(scales: Scales, rest: list[str], tick: int, where: str) -> dict:
    """Yes and no, else the one built-in scale that knows all the rest."""
    candidates = [{**{w: tick for w in YES}, **{w: 0 for w in NO}}]
    candidates += [words for name, words in scales.builtin.items() if name != NO_ANSWER]
    readings = []
    for words in candidates:
        hits = [look_up(words, text) for text in rest]
        if all(found for found, _ in hits):
            readings.append(tuple(as_level(Fraction(level), "", where) for _, level in hits))
    if not readings:
        raise Refusal(f"{where}: no scale knows all of {rest!r}")
    if len(set(readings)) > 1:
        raise Refusal(f"{where}: two scales know {rest!r} and differ")
    return dict(zip(rest, readings[0]))


def read_amount(scales: Scales, scale: str, text: str, where: str) -> Fraction | None:
    """A cell of hours, max_groups or max_leads: of any size."""
    if not text:
        return None
    found, level = first_words(scales, scale, text)
    if found:
        return level
    number = leading_number(text)
    if number is None:
        raise Refusal(f"{where}: {text!r} is no number")
    return number
