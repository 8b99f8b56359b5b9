"""The hazard log as readers see it: the scale, and a table for each group."""

from collections import Counter

from ..content.hazards import CONTROLLED_BELOW, LEVELS, LIKELIHOODS, SEVERITIES, STATES, Hazard, HazardLog
from ..forms.form import markup
from ..markdown.parsed_page import Heading


def hazards_html(log: HazardLog) -> str:
    """How many hazards there are in each state, the scale, and every hazard in the table of its group."""
    counts = Counter(hazard.state for hazard in log.hazards)
    return str(
        markup(
            "hazards.html",
            log=log,
            counts=[(words, counts[state]) for state, words in STATES.items()],
            states=STATES,
            severities=SEVERITIES,
            likelihoods=LIKELIHOODS,
            levels=list(_level_ranges()),
            controlled_below=CONTROLLED_BELOW,
            proof=_proof,
        )
    )


def hazard_headings(log: HazardLog) -> list[Heading]:
    """The headings of the groups, for the page's contents."""
    return [Heading(2, group, title, 0) for group, title in log.groups.items() if log.of(group)]


def _level_ranges() -> list[tuple[str, str]]:
    starts = list(LEVELS)
    ends = [start - 1 for start in starts[1:]] + [max(SEVERITIES) * max(LIKELIHOODS)]
    return [(LEVELS[start], f"{start} to {end}") for start, end in zip(starts, ends, strict=True)]


def _proof(hazard: Hazard) -> list[str]:
    """The facts that its tests state: their names as sentences."""
    return [test.partition("::test_")[2].replace("_", " ") for test in hazard.tests]
