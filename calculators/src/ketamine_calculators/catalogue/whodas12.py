"""WHODAS 2.0, 12 items: the simple total as percent of the highest, beside the means of a survey. Its items are not printed here.

Simple sum and means from Andrews 2009.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Output, Source, Table
from ..display import cut, half_up, plain
from ..entered_totals import ON_YOUR_COPY
from ..errors import InputProblem
from ..fields import Choice, Whole
from ..figures import Chip, Figure
from ..scale_references import ANDREWS_2009
from ..scale_words import MISSING_ITEMS
from ..scales import WHODAS_12
from ..wording import upper_first

ITEMS = 12
HIGHEST_SCORE = WHODAS_12.high // ITEMS  # of one item coded from 0
# What the lowest score of an item is called on the form.
CODINGS = {"zero_based": 0, "one_based": 1}


@dataclass(frozen=True)
class Group:
    """People of the survey: what they had, the mean of their totals and its standard deviation."""

    had: str
    mean: Fraction
    deviation: Fraction


# Andrews 2009, second Australian Survey of Mental Health and Well-being; totals 0 to 48.
MENTAL = Group("Any mental disorder", Fraction("6.3"), Fraction("7.1"))
PHYSICAL = Group("Any physical disorder", Fraction("4.3"), Fraction("6.1"))
NEITHER = Group("Neither", Fraction("1.4"), Fraction("3.6"))
ABOUT = Fraction(1, 2)  # points; as near as a whole total can come to any mean
OF_HIGHEST = "of the highest total"


def ends(coding: str) -> tuple[int, int]:
    """The lowest and the highest total of a coding."""
    lowest = ITEMS * CODINGS[coding]
    return lowest, lowest + WHODAS_12.high


def scored(coding: str) -> str:
    """`0 to 4`, `1 to 5`."""
    return f"{CODINGS[coding]} to {CODINGS[coding] + HIGHEST_SCORE}"


def coding_words(coding: str) -> str:
    """The scores of an item and the totals that they add up to."""
    low, high = ends(coding)
    return f"Items scored {scored(coding)} (total {low} to {high})"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The total of the patient's answers, and how the items were scored."""

    total: Annotated[
        int,
        Whole(
            label="WHODAS total",
            hint=ON_YOUR_COPY,
            low=WHODAS_12.low,
            high=ends("one_based")[1],
            why=f"{ITEMS} items, each scored {scored('one_based')} at most.",
        ),
    ]
    coding: Annotated[
        str, Choice(label="How the items were scored", options={coding: coding_words(coding) for coding in CODINGS})
    ]


@dataclass(frozen=True, kw_only=True)
class Disability:
    """The total from 0, and what it is of the highest."""

    total_0_48: Annotated[int, Output(label="Total", unit=f"of {WHODAS_12.high}")]
    percent: Annotated[Fraction, Output(label="Percent of the highest total", unit="%", places=1, cut=True)]
    mean_item: Annotated[Fraction, Output(label=f"Mean of an item, 0 to {HIGHEST_SCORE}", places=2)]


def total_of_the_coding(answers: Answers) -> Iterable[InputProblem]:
    """Refuses a total that the coding cannot have: read in the other coding it would be twelve points off."""
    low, high = ends(answers.coding)
    if not low <= answers.total <= high:
        yield InputProblem(
            "total",
            f"WHODAS total must be from {low} to {high} where items are scored {scored(answers.coding)}. Check how they were "
            "scored.",
            "rule",
        )


def disability(answers: Answers) -> Disability:
    """The simple sum from 0. Andrews 2009."""
    total = answers.total - ends(answers.coding)[0]
    return Disability(total_0_48=total, percent=Fraction(100 * total, WHODAS_12.high), mean_item=Fraction(total, ITEMS))


def beside(total: int, group: Group) -> str:
    """On which side of a mean a total is."""
    away = total - group.mean
    return "about" if abs(away) <= ABOUT else "above" if away > 0 else "below"


def beside_mental(answer: Disability) -> str:
    """`about the mental-disorder mean 6.3`."""
    return f"{beside(answer.total_0_48, MENTAL)} the mental-disorder mean {plain(MENTAL.mean)}"


def working(answers: Answers, answer: Disability) -> Iterable[str]:
    """The total from 0, the percentage and the mean of an item."""
    total, (lowest, _) = answer.total_0_48, ends(answers.coding)
    if lowest:
        yield f"{answers.total} − {lowest} = {total}"
    yield f"100 × {total} ÷ {WHODAS_12.high} = {plain(answer.percent)}%"
    yield f"{total} ÷ {ITEMS} = {half_up(answer.mean_item, 2)} an item"


def survey(answers: Answers, answer: Disability) -> Iterable[Table]:
    """The means of the survey, each beside this total."""
    yield Table(
        "Means of a survey of adults (Andrews 2009)",
        ("Had", "Mean", "Standard deviation", "This total"),
        tuple(
            (group.had, plain(group.mean), plain(group.deviation), upper_first(beside(answer.total_0_48, group)))
            for group in (MENTAL, PHYSICAL, NEITHER)
        ),
    )


CALCULATOR = Calculator(
    id="whodas12",
    title="WHODAS 2.0, 12 items",
    summary="How much disability has there been over the last month, by the patient's own account?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures functioning, makes no diagnosis and does not ask about suicide.",
    inputs=Answers,
    outputs=Disability,
    compute=disability,
    headline=lambda answers, answer: (
        f"{WHODAS_12.name} {answer.total_0_48}/{WHODAS_12.high}: {cut(answer.percent)}% {OF_HIGHEST}; {beside_mental(answer)}"
    ),
    figure=lambda answers, answer: Figure(
        str(answer.total_0_48),
        f"of {WHODAS_12.high}",
        "WHODAS total",
        chips=(Chip(f"{cut(answer.percent)}% {OF_HIGHEST}"), Chip(upper_first(beside_mental(answer)))),
        says=("total_0_48", "percent"),
    ),
    working=working,
    tables=survey,
    rules=(total_of_the_coding,),
    formula=(
        f"Total = sum of the {ITEMS} items, each {scored('zero_based')}. Where they are scored {scored('one_based')}, "
        f"{ITEMS} is taken off.",
        f"Percent = 100 × total ÷ {WHODAS_12.high}. This is the simple sum; WHO's complex scoring needs WHO's own table.",
        f"“About” a mean: no more than {plain(ABOUT)} points away. (Our convention.)",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(
            ANDREWS_2009, f"the simple sum from 0 to {WHODAS_12.high}, and the means with their standard deviations"
        ),
    ),
    differences=(
        Difference(
            topic="Severity on WHODAS 2.0",
            house="Our protocol names the scale for functioning without any cut-off. No bands are given here.",
            literature="WHO gives no bands of severity for these totals; the percentages that some pages print as bands are "
            "not WHO's. The means are those of whole groups, with wide spread, and no cut-offs.",
        ),
    ),
    rights=(
        "WHODAS 2.0 is © World Health Organization. Clinicians may copy it for their own patients; electronic use of the items "
        "needs WHO permission. Only the total is asked for here."
    ),
    synonyms=("World Health Organization Disability Assessment Schedule", "WHODAS", "functioning", "disability"),
)
