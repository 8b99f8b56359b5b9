"""IDS-SR30: the band of a total that was added up on the owners' form. Its items are not printed here.

The bands are those of the QIDS, by the table of totals that stand beside each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..comparable_totals import IDS_SR30
from ..definition import Calculator, Difference, Notice, Output, Source
from ..entered_totals import ask_about_suicide, entered_total
from ..references import RUSH_2003
from ..scale_references import TRIVEDI_2004
from ..scale_words import MISSING_ITEMS, scale_figure, scale_headline, total_working
from ..scales import QIDS_SR16

ITEMS, COUNTED, HIGHEST_SCORE = 30, 28, 3
# Alternatives on the form, of which one is scored.
ONE_OF = ("11 and 12", "13 and 14")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The total of the patient's answers."""

    total: Annotated[int, entered_total(IDS_SR30.name, COUNTED, HIGHEST_SCORE)]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """What the total stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {IDS_SR30.high}")]
    band: Annotated[str, Output(label="Severity", words=IDS_SR30.bands.labels())]


def severity(answers: Answers) -> Severity:
    """The band of the total, by the table of comparable totals."""
    return Severity(total=answers.total, band=IDS_SR30.bands.find(answers.total).key)


def warnings(answers: Answers, answer: Severity) -> Iterable[Notice]:
    """What a total hides."""
    yield from ask_about_suicide("A total does not show the answer on suicide: read it on the form.")


CALCULATOR = Calculator(
    id="idssr30_total",
    title="IDS-SR30",
    summary="How severe has the depression been over the last week, by the total of the long form of the QIDS?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures severity; it makes no diagnosis and rules out no risk.",
    inputs=Answers,
    outputs=Severity,
    compute=severity,
    headline=lambda answers, answer: scale_headline(IDS_SR30, answer.total),
    figure=lambda answers, answer: scale_figure(IDS_SR30, answer.total),
    working=lambda answers, answer: total_working(IDS_SR30, answer.total),
    warnings=warnings,
    bands=(IDS_SR30.bands,),
    scales=lambda answers, answer: ((IDS_SR30.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of {COUNTED} of the {ITEMS} items, each 0 to {HIGHEST_SCORE}: of items {ONE_OF[0]}, and of items "
        f"{ONE_OF[1]}, one counts, the higher where both are scored. Added up on the owners' form.",
        f"Bands: those of {QIDS_SR16.name}, by the totals that stand in the same rows of the published table.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(IDS_SR30.bands_source, "the totals of the IDS-SR30 beside those of the QIDS-SR16, and their bands"),
        Source(RUSH_2003, "the bands of the QIDS-SR16"),
        Source(TRIVEDI_2004, f"the scale of {ITEMS} items in outpatients"),
    ),
    differences=(
        Difference(
            topic="Cut-offs on IDS-SR30",
            house="Our protocol names only the short form, without any cut-off. Remission is not judged on this scale.",
            literature=f"{IDS_SR30.bands.starts()}.",
        ),
    ),
    rights=(
        "The IDS-SR30 is © its authors and UT Southwestern Medical Center. Only its total is asked for here; the questions "
        "have to come from the owners' form."
    ),
    synonyms=("Inventory of Depressive Symptomatology", "IDS", "IDS-SR", "depression severity", "depression score"),
)
