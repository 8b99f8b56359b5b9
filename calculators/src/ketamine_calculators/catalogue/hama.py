"""HAM-A: the band of a total that a clinician has rated, and remission. Its items are not printed here.

Bands from Matza 2010; remission from Sheehan 2011.
"""

from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Output, Source
from ..entered_totals import entered_total
from ..scale_references import HAMILTON_1959
from ..scale_words import MISSING_ITEMS, scale_figure, scale_headline, total_working
from ..scales import HAM_A

ITEMS, HIGHEST_SCORE = 14, 4  # Hamilton 1959, in the form with 14 items
VALIDATED_IN = 144  # patients of Matza 2010


@dataclass(frozen=True, kw_only=True)
class Rating:
    """The total of the clinician's ratings."""

    total: Annotated[int, entered_total(HAM_A.name, ITEMS, HIGHEST_SCORE)]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """What the total stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {HAM_A.high}")]
    band: Annotated[str, Output(label="Severity", words=HAM_A.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]


def severity(rating: Rating) -> Severity:
    """The band of the total. Matza 2010."""
    return Severity(
        total=rating.total, band=HAM_A.bands.find(rating.total).key, remission=HAM_A.remission(rating.total)
    )


CALCULATOR = Calculator(
    id="hama",
    title="HAM-A",
    summary="How severe is the anxiety now, by the total of a clinician's rating?",
    moment="assess",
    version="1.0",
    population="Adults, rated by a trained clinician. It makes no diagnosis and does not ask about suicide.",
    inputs=Rating,
    outputs=Severity,
    compute=severity,
    headline=lambda rating, answer: scale_headline(HAM_A, answer.total),
    figure=lambda rating, answer: scale_figure(HAM_A, answer.total),
    working=lambda rating, answer: total_working(HAM_A, answer.total),
    bands=(HAM_A.bands,),
    scales=lambda rating, answer: ((HAM_A.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {ITEMS} items, each 0 to {HIGHEST_SCORE}, added up on your own copy of the scale.",
        f"Remission: total {HAM_A.remission_words}.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(HAMILTON_1959, "the scale"),
        Source(HAM_A.bands_source, "the bands"),
        Source(HAM_A.remission_source, f"remission at {HAM_A.remission_words}"),
    ),
    differences=(
        Difference(
            topic="Bands and remission on HAM-A",
            house="Our protocol names the scale for anxiety without any cut-off. Bands of Matza 2010; remission at "
            f"{HAM_A.remission_words}.",
            literature=f"{HAM_A.bands.starts()} (Matza 2010: one trial in generalized anxiety disorder, {VALIDATED_IN} "
            "patients; its authors ask for caution). Other bands have been published. Name the source beside a band.",
        ),
    ),
    rights=(
        "Hamilton's anxiety scale is called a public document by secondary sources, which was not confirmed. Only its total "
        "is asked for here; the items have to come from your own copy."
    ),
    synonyms=("Hamilton Anxiety Rating Scale", "HAMA", "HARS", "anxiety severity"),
)
