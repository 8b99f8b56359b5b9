"""Q-LES-Q-SF: quality of life as percent of the maximum, from the raw total. Its items are not printed here.

Scoring from Stevanovic 2011.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Output, Source
from ..display import cut, plain
from ..entered_totals import entered_total
from ..figures import Chip, Figure
from ..references import STEVANOVIC_2011
from ..scale_words import MISSING_ITEMS
from ..scales import Q_LES_Q_SF
from ..wording import lower_first

ITEMS, LOWEST_SCORE, HIGHEST_SCORE = 14, 1, 5
NOT_COUNTED = {15: "medicine", 16: "overall"}
RANGE = Q_LES_Q_SF.high - Q_LES_Q_SF.low
BETTER = "Higher is better"
OF_MAXIMUM = "of the maximum"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The raw total of the patient's answers."""

    raw: Annotated[int, entered_total(Q_LES_Q_SF.name, ITEMS, HIGHEST_SCORE, LOWEST_SCORE, label="raw total")]


@dataclass(frozen=True, kw_only=True)
class Quality:
    """The raw total as percent of the maximum, exactly and as shown."""

    percent: Annotated[Fraction, Output(label="Percent of the maximum", unit="%", places=1, cut=True)]
    percent_display: Annotated[Fraction, Output(label="Percent, cut to a tenth", unit="%", shown=False)]


def quality(answers: Answers) -> Quality:
    """Where the total stands between the lowest and the highest. Stevanovic 2011."""
    percent = Fraction(100 * (answers.raw - Q_LES_Q_SF.low), RANGE)
    return Quality(percent=percent, percent_display=Fraction(int(percent * 10), 10))


def working(answers: Answers, answer: Quality) -> Iterable[str]:
    """The percentage, exactly and as shown."""
    exact, shown = plain(answer.percent), cut(answer.percent)
    also = f", cut to {shown}%" if exact != shown else ""
    yield f"100 × ({answers.raw} − {Q_LES_Q_SF.low}) ÷ {RANGE} = {exact}%{also}"


CALCULATOR = Calculator(
    id="q_les_q_sf",
    title="Q-LES-Q-SF",
    summary="How good is the quality of life over the last week, by the patient's own account?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures satisfaction, makes no diagnosis and does not ask about suicide.",
    inputs=Answers,
    outputs=Quality,
    compute=quality,
    headline=lambda answers, answer: (
        f"{Q_LES_Q_SF.name} {answers.raw}/{Q_LES_Q_SF.high}: {cut(answer.percent)}% {OF_MAXIMUM}; {lower_first(BETTER)}"
    ),
    figure=lambda answers, answer: Figure(
        f"{cut(answer.percent)}%", OF_MAXIMUM, Q_LES_Q_SF.name, chips=(Chip(BETTER),), says=("percent",)
    ),
    working=working,
    formula=(
        f"Raw total = sum of the first {ITEMS} items, each {LOWEST_SCORE} to {HIGHEST_SCORE}. Items "
        + " and ".join(f"{item} ({about})" for item, about in NOT_COUNTED.items())
        + " are not added.",
        f"Percent of the maximum = 100 × (raw total − {Q_LES_Q_SF.low}) ÷ {RANGE}. {BETTER}. It is never raw total ÷ "
        f"{Q_LES_Q_SF.high}.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(Source(STEVANOVIC_2011, "the total of the first items, and the scale as a measure in clinical practice"),),
    differences=(
        Difference(
            topic="Cut-offs on Q-LES-Q-SF",
            house="Our protocol names the scale for quality of life, without any cut-off. No band or norm is given here, since "
            "none could be confirmed.",
            literature=f"Some papers print raw total ÷ {Q_LES_Q_SF.high} as the percentage, which is higher. Say which one "
            "is meant.",
        ),
    ),
    rights=(
        "The Q-LES-Q-SF is © Jean Endicott. Only its total is asked for here; the questions have to come from your own copy, "
        "used with her permission."
    ),
    synonyms=(
        "Quality of Life Enjoyment and Satisfaction Questionnaire",
        "QLESQ",
        "quality of life",
        "satisfaction",
    ),
)
