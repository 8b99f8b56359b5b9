"""HAM-D17: the total of Hamilton's items as a clinician rates them, its band and remission.

Items from Hamilton 1960; bands from Zimmerman 2013.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..fields import Item, ItemScores
from ..references import HAMILTON_1960, ZIMMERMAN_2013
from ..scale_words import MISSING_ITEMS, scale_figure, scale_headline, scale_working, suicide_notices
from ..scales import HAM_D17
from ..wording import listed

ITEMS = (
    Item("Depressed mood", 4),
    Item("Feelings of guilt", 4),
    Item("Suicide", 4),
    Item("Insomnia, early", 2),
    Item("Insomnia, middle", 2),
    Item("Insomnia, late", 2),
    Item("Work and activities", 4),
    Item("Retardation", 4),
    Item("Agitation", 4),
    Item("Anxiety, psychic", 4),
    Item("Anxiety, somatic", 4),
    Item("Somatic symptoms, gastrointestinal", 2),
    Item("Somatic symptoms, general", 2),
    Item("Genital symptoms", 2),
    Item("Hypochondriasis", 4),
    Item("Loss of weight", 2),
    Item("Insight", 2),
)
SUICIDE_ITEM, AGITATION_ITEM = 3, 9
LONGER, SHORTER = sorted({item.high for item in ITEMS}, reverse=True)  # highest scores of an item
AGITATION_ELSEWHERE = 2  # where some printed forms end that item
HIGHEST_ELSEWHERE = HAM_D17.high - (ITEMS[AGITATION_ITEM - 1].high - AGITATION_ELSEWHERE)


def numbered(high: int) -> list[str]:
    """The numbers of the items that run to this score, three and more in a row as `7–11`."""
    words: list[str] = []
    for score, run in groupby(enumerate(ITEMS, 1), key=lambda item: item[1].high):
        numbers = [str(number) for number, _ in run]
        if score == high:
            words += [f"{numbers[0]}–{numbers[-1]}"] if len(numbers) > 2 else numbers
    return words


def counted(high: int) -> str:
    """How many items run to this score, as a word."""
    return spelled(sum(item.high == high for item in ITEMS))


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """The clinician's score of each item."""

    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="HAM-D17",
            hint=f"{counted(LONGER).capitalize()} items run from 0 to {LONGER} and {counted(SHORTER)} from 0 to {SHORTER}",
            items=ITEMS,
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """The total and what it stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {HAM_D17.high}")]
    band: Annotated[str, Output(label="Severity", words=HAM_D17.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]
    suicide_item_positive: Annotated[bool, Output(label=f"Item {SUICIDE_ITEM} above 0")]


def severity(ratings: Ratings) -> Severity:
    """The sum of the items. Hamilton 1960; bands Zimmerman 2013."""
    total = sum(ratings.items)
    return Severity(
        total=total,
        band=HAM_D17.bands.find(total).key,
        remission=HAM_D17.remission(total),
        suicide_item_positive=ratings.items[SUICIDE_ITEM - 1] > 0,
    )


def warnings(ratings: Ratings, answer: Severity) -> Iterable[Notice]:
    """A stop when the suicide item is above 0."""
    yield from suicide_notices(answer.suicide_item_positive, f"Item {SUICIDE_ITEM} (suicide)", "hamd17")


CALCULATOR = Calculator(
    id="hamd17",
    title="HAM-D17",
    summary=f"How severe is the depression now, on Hamilton's {len(ITEMS)} items as a clinician rates them?",
    moment="assess",
    version="1.1",
    population="Adults already diagnosed with depression, rated by a trained clinician. Not for screening; it rules out no risk.",
    inputs=Ratings,
    outputs=Severity,
    compute=severity,
    headline=lambda ratings, answer: scale_headline(HAM_D17, answer.total, answer.suicide_item_positive),
    figure=lambda ratings, answer: scale_figure(HAM_D17, answer.total, answer.suicide_item_positive),
    working=lambda ratings, answer: scale_working(HAM_D17, ratings.items, answer.total),
    warnings=warnings,
    bands=(HAM_D17.bands,),
    scales=lambda ratings, answer: ((HAM_D17.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {len(ITEMS)} items.",
        " ".join(f"Items {listed(numbered(high), 'and')}: 0 to {high}." for high in (LONGER, SHORTER)),
        f"Remission: total {HAM_D17.remission_words}.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(HAMILTON_1960, f"the {len(ITEMS)} items and their scores"),
        Source(ZIMMERMAN_2013, "the bands"),
        Source(HAM_D17.remission_source, f"remission at {HAM_D17.remission_words}"),
    ),
    differences=(
        Difference(
            topic="Bands and remission on HAM-D17",
            house="Our protocol names the scale without any cut-off. Bands of Zimmerman 2013; remission at "
            f"{HAM_D17.remission_words}.",
            literature="Other bands have been published, such as 8–13, 14–18, 19–22 and 23 or more. Name the source "
            "beside a band.",
        ),
        Difference(
            topic=f"Item {AGITATION_ITEM}, agitation",
            house=f"0 to {ITEMS[AGITATION_ITEM - 1].high}, so that the highest total is {HAM_D17.high}.",
            literature=f"Some printed forms stop at {AGITATION_ELSEWHERE}, with a highest total of {HIGHEST_ELSEWHERE}.",
            when=lambda ratings, answer: ratings.items[AGITATION_ITEM - 1] > AGITATION_ELSEWHERE,
        ),
    ),
    rights=(
        "Hamilton's scale is taken to be in the public domain. Its item names and ranges stand here; structured "
        "interview guides to it are protected and are not reproduced."
    ),
    synonyms=("Hamilton Depression Rating Scale", "HDRS", "HRSD", "HAM-D", "Hamilton", "depression score"),
)
