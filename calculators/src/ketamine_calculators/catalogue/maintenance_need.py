"""Maintenance need: the factors on either side in the order of the house article, and their counts. Never a verdict.

The house article gives no weights, so neither does this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, ListItem, Notice, Output, Source, Table
from ..errors import InputProblem
from ..fields import Several
from ..figures import Figure
from ..house_article import PROTOCOLS
from ..references import HOUSE
from ..wording import counted, plural

MAINTENANCE_NEED = PROTOCOLS.section("Determining maintenance need")
PREFERENCE = "patient_preference"

FOR_MAINTENANCE = {
    "rapid_relapse_history": "Quick relapse when ketamine was stopped before",
    "chronic_course": "Chronic course",
    "poor_oral_response": "Little response to oral antidepressants",
    "high_functional_stakes": "High cost of relapse (work, family)",
    PREFERENCE: "The patient wants maintenance",
}
FOR_DISCONTINUATION = {
    "first_episode": "First episode of depression",
    "strong_oral_response": "Oral treatment works well again",
    PREFERENCE: "The patient would rather stop",
    "access_or_cost": "Access or cost",
    "side_effects": "Side effects",
}


@dataclass(frozen=True, kw_only=True)
class Factors:
    """What speaks for either side in this patient."""

    for_maintenance: Annotated[
        tuple[str, ...],
        Several(label="For maintenance", options=FOR_MAINTENANCE, none="None of these apply"),
    ]
    for_discontinuation: Annotated[
        tuple[str, ...],
        Several(label="For stopping", options=FOR_DISCONTINUATION, none="None of these apply"),
    ]


@dataclass(frozen=True, kw_only=True)
class Balance:
    """Both lists with their counts."""

    for_maintenance: Annotated[tuple[str, ...], Output(label="For maintenance", words=FOR_MAINTENANCE, shown=False)]
    for_discontinuation: Annotated[
        tuple[str, ...], Output(label="For stopping", words=FOR_DISCONTINUATION, shown=False)
    ]
    counts: Annotated[Mapping[str, int], Output(label="How many of each", shown=False)]


def balance(factors: Factors) -> Balance:
    """Counts each side; nothing is weighed."""
    return Balance(
        for_maintenance=factors.for_maintenance,
        for_discontinuation=factors.for_discontinuation,
        counts={
            "for_maintenance": len(factors.for_maintenance),
            "for_discontinuation": len(factors.for_discontinuation),
        },
    )


def one_preference(factors: Factors) -> Iterable[InputProblem]:
    """Refuses a preference for both sides."""
    if PREFERENCE in factors.for_maintenance and PREFERENCE in factors.for_discontinuation:
        yield InputProblem(
            "for_discontinuation",
            "Remove the patient's preference here or under “For maintenance”. It can count on one side only.",
            "rule",
        )


def headline(factors: Factors, answer: Balance) -> str:
    """How many factors speak for each side."""
    on, off = answer.counts["for_maintenance"], answer.counts["for_discontinuation"]
    return f"{counted(on, 'factor')} {plural(on, 'favors', 'favor')} maintenance, {off} {plural(off, 'favors', 'favor')} stopping"


def figure(factors: Factors, answer: Balance) -> Figure:
    """How many factors favor each side."""
    on, off = answer.counts["for_maintenance"], answer.counts["for_discontinuation"]
    return Figure(
        str(on),
        plural(on, "factor"),
        "For maintenance",
        after=f"{off} {plural(off, 'favors', 'favor')} stopping.",
    )


def working(factors: Factors, answer: Balance) -> Iterable[str]:
    """Each side with the factors that were ticked."""
    for label, found, known in (
        ("For maintenance", answer.for_maintenance, FOR_MAINTENANCE),
        ("For stopping", answer.for_discontinuation, FOR_DISCONTINUATION),
    ):
        yield f"{label}: {len(found)} of {len(known)}: {'; '.join(known[key] for key in found) or 'none'}"


def tables(factors: Factors, answer: Balance) -> Iterable[Table]:
    """Each factor with the side it speaks for."""
    rows = [(FOR_MAINTENANCE[key], "Maintenance") for key in answer.for_maintenance]
    rows += [(FOR_DISCONTINUATION[key], "Stopping") for key in answer.for_discontinuation]
    if rows:
        yield Table(label="Factors", head=("Factor", "Favors"), rows=tuple(rows))


def warnings(factors: Factors, answer: Balance) -> Iterable[Notice]:
    """That nothing is weighed, and whether the patient has been asked."""
    yield Notice(
        "note",
        "Decide together with the patient. Our protocol gives these factors no weights, and one can outweigh all others.",
    )
    if PREFERENCE not in factors.for_maintenance + factors.for_discontinuation:
        yield Notice("note", "Ask the patient: no preference is recorded.")


def passage(text: str, key: str) -> ListItem:
    """The list item of the house article that a factor comes from."""
    return MAINTENANCE_NEED.item(text, says=f"the factor {key}")


CALCULATOR = Calculator(
    id="maintenance_need",
    title="Maintenance need",
    summary="Which factors favor maintenance ketamine in this patient, and which favor stopping?",
    moment="maintain",
    version="1.0",
    population="Adults who responded to an induction course. An aid to a conversation, not a score.",
    inputs=Factors,
    outputs=Balance,
    compute=balance,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=tables,
    rules=(one_preference,),
    formula=(
        "Factors are listed in the order of our protocol and counted. Nothing is weighed, added or decided.",
        "The patient's preference can count on one side only.",
    ),
    sources=(Source(HOUSE, "the factors on either side"),),
    house=(
        passage("Relapse came quickly when ketamine was stopped before", "rapid_relapse_history"),
        passage("The depression runs a chronic course", "chronic_course"),
        passage("Oral antidepressants by themselves do little", "poor_oral_response"),
        passage("High cost of relapse (work, family)", "high_functional_stakes"),
        passage("The patient wants it", "patient_preference, for maintenance"),
        passage("This is the first episode of depression", "first_episode"),
        passage("Oral treatment, once re-established, works well", "strong_oral_response"),
        passage("The patient would rather stop", "patient_preference, for stopping"),
        passage("Cost or access prevents more treatments", "access_or_cost"),
        passage("Side effects are a worry", "side_effects"),
    ),
    synonyms=("continue or stop", "discontinuation", "relapse risk", "shared decision"),
)
