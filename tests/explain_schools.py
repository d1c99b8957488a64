"""The schools that tests/explain_agrees.py asks about, a seed each, and how much is asked of each."""
import collections
import pathlib
import random

import messy_plan
from peers_agree import School, run
from plan import load
from score import Scores

ROOT = pathlib.Path(__file__).resolve().parent.parent
SEED_OF_MAPLE_STREET = 0
ONCE_WRONG = (57, 61, 129, 137, 161, 241, 303, 657, 731)
# How many are asked of one school: people and groups, ways in of each, groups alone, seats of each, repairs.
Share = collections.namedtuple("Share", "pairs ways groups seats repairs")
LARGE, MIDDLE, SMALL = Share(2, 1, 1, 2, 4), Share(4, 3, 2, 3, 8), Share(5, 6, 3, 4, 12)


class Read:
    """Sheets on disk and the oracle's reading of them."""

    def __init__(self, variety, share, seed, plan, surveys, scenarios=()):
        self.variety, self.share, self.draw = variety, share, random.Random(seed)
        self.plan, self.surveys, self.scenarios = plan, surveys, list(scenarios)
        self.world = load(str(plan), surveys, self.scenarios, str(ROOT / "src/read/scales.csv"))
        self.scores = Scores(self.world)


def school_of(program, seed, folder):
    """The school of a seed; a Refusal where the oracle does not read it."""
    if seed == SEED_OF_MAPLE_STREET:
        maple = ROOT / "datasets/maple-street"
        surveys = [str(maple / name) for name in ("skills-inventory.csv", "interests-survey.csv")]
        return Read("Maple Street", LARGE, seed, maple / "plan", surveys)
    if seed % 8 in (1, 2, 5):
        run(program, "generate", "--tiny", "--seed", str(seed), "--rules", "all", "--out", str(folder / "school"))
        surveys = [str(folder / "school" / name) for name in ("skills.csv", "interests.csv")]
        return Read("tiny", SMALL, seed, folder / "school/plan", surveys)
    if seed % 8 in (3, 6, 7):
        return Read("messy", SMALL, seed, folder / "plan", *messy_plan.make(seed, str(folder)))
    size = ["--schools", "1", "--staff", str(12 + seed // 8 * 7 % 29)]
    if seed % 8 == 4:
        size = ["--schools", "3", "--staff", str(8 + seed // 8 % 5)] + (["--linked", "25"] if seed % 16 == 4 else [])
    school = School(program, seed, folder, size)
    school.variety, school.scenarios, school.share = f"{school.variety}, {' '.join(size)}", [], MIDDLE
    return school
