"""HAM-D17: how severe is the depression now, on Hamilton's 17 items as a clinician rates them?

For adults already diagnosed with depression, rated at interview. Not for screening.
Returns 0 to 52, a band and remission. Items from Hamilton 1960; bands from Zimmerman 2013.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..fields import Item, ItemScores
from ..references import HAMILTON_1960, ZIMMERMAN_2013
from ..scale_words import MISSING_ITEMS, scale_headline, scale_working, suicide_notices
from ..scales import HAM_D17

ITEMS = (
    Item("Depressed mood", 4),
    Item("Feelings of guilt", 4),
    Item("Suicide", 4),
    Item("Insomnia, early", 2),
    Item("Insomnia, middle", 2),
    Item("Insomnia, late", 2),
    Item("Work and activities", 4),
    Item("Retardation", 4),
    Item("Agitation", 4),  # some printed forms stop at 2, which makes their highest total 50
    Item("Anxiety, psychic", 4),
    Item("Anxiety, somatic", 4),
    Item("Somatic symptoms, gastrointestinal", 2),
    Item("Somatic symptoms, general", 2),
    Item("Genital symptoms", 2),
    Item("Hypochondriasis", 4),
    Item("Loss of weight", 2),
    Item("Insight", 2),
)
SUICIDE = 2  # item 3


@dataclass(frozen=True, kw_only=True)
class Ratings:
    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="HAM-D17",
            hint="Nine items run from 0 to 4 and eight from 0 to 2",
            items=ITEMS,
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    total: Annotated[int, Output(label="Total", unit="of 52")]
    band: Annotated[str, Output(label="Severity", words=HAM_D17.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]
    suicide_item_positive: Annotated[bool, Output(label="Item 3 above 0")]


def severity(ratings: Ratings) -> Severity:
    total = sum(ratings.items)
    return Severity(
        total=total,
        band=HAM_D17.bands.find(total).key,
        remission=HAM_D17.remission(total),
        suicide_item_positive=ratings.items[SUICIDE] > 0,
    )


def warnings(ratings: Ratings, answer: Severity) -> Iterable[Notice]:
    yield from suicide_notices(answer.suicide_item_positive, "Item 3 (suicide)")


CALCULATOR = Calculator(
    id="hamd17",
    title="HAM-D17",
    summary="How severe is the depression now, on Hamilton's 17 items as a clinician rates them?",
    moment="assess",
    version="1.0",
    population="Adults already diagnosed with depression, rated by a trained clinician. Not for screening; it rules out no risk.",
    inputs=Ratings,
    outputs=Severity,
    compute=severity,
    headline=lambda ratings, answer: scale_headline(HAM_D17, answer.total, answer.suicide_item_positive),
    working=lambda ratings, answer: scale_working(HAM_D17, ratings.items, answer.total),
    warnings=warnings,
    bands=(HAM_D17.bands,),
    scales=lambda ratings, answer: ((HAM_D17.bands, answer.total, str(answer.total)),),
    formula=(
        "Total = sum of the 17 items.",
        "Items 1–3, 7–11 and 15: 0 to 4. Items 4–6, 12–14, 16 and 17: 0 to 2.",
        f"Remission: total {HAM_D17.remission_words}.",
        MISSING_ITEMS + " (House convention.)",
    ),
    sources=(
        Source(HAMILTON_1960, "the 17 items and their scores"),
        Source(ZIMMERMAN_2013, "the bands"),
        Source(HAM_D17.remission_source, f"remission at {HAM_D17.remission_words}"),
    ),
    differences=(
        Difference(
            topic="Bands and remission on HAM-D17",
            house="The house article names the scale without any cut-off. Bands of Zimmerman 2013; remission at 7 or less.",
            literature="Other bands are in print, such as 8–13, 14–18, 19–22 and 23 or more. Name the source beside a band.",
        ),
        Difference(
            topic="Item 9, agitation",
            house="0 to 4, so that the highest total is 52.",
            literature="Some printed forms stop at 2, with a highest total of 50.",
            when=lambda ratings, answer: ratings.items[8] > 2,
        ),
    ),
    rights=(
        "Hamilton's scale is taken to be in the public domain. Its item names and ranges stand here; structured "
        "interview guides to it are protected and are not reproduced."
    ),
    synonyms=("Hamilton Depression Rating Scale", "HDRS", "HRSD", "HAM-D", "Hamilton"),
)
