"""Scale conversion: which totals of other depression scales stand beside this one in a published table.

Only for reading a report that used another scale. It is never used for a percent change or response.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..comparable_totals import COLUMNS, PRINTED_AS, READ_AS, ROWS, Row, highest, joined, rows_with
from ..definition import Calculator, Notice, Output, Source, Table
from ..errors import InputProblem
from ..fields import Choice, Whole
from ..figures import Chip, Figure
from ..references import RUSH_2003
from ..scale_references import CARMODY_2006, IDS_QIDS, LIU_2014, TRIVEDI_2004
from ..scales import QIDS_SR16
from ..wording import listed

QIDS, IDS, HAMD17 = "qids_sr16", "ids_sr30", "hamd17"
HIGHEST_OF_ALL = max(map(highest, COLUMNS))
# The two rows that both have the same HAM-D17 totals, and the one whose IDS-SR30 totals are read otherwise than printed.
TWICE = tuple(row for row in ROWS if [other[HAMD17] for other in ROWS].count(row[HAMD17]) > 1)
READ_OTHERWISE = next(row for row in ROWS if str(row[IDS]) == READ_AS)
NEVER = "Never take a percent change or response from it: for that, compare two totals of one scale."

# MADRS: Carmody 2006 by its abstract, 233 outpatients with highly treatment-resistant episodes, after one year or at exit.
MADRS_AT_QIDS_5 = "7 or 8"
# Liu 2014, Chinese versions of both scales, 1,164 patients, 6 weeks after baseline: what goes with each band of the QIDS.
MADRS_BESIDE_BANDS = {
    "none": "up to 7 or 8 (7.5)",
    "mild": "9–17",
    "moderate": "18–24",
    "severe": "25–33",
    "very_severe": "34 or more",
}


@dataclass(frozen=True, kw_only=True)
class Known:
    """A total of one scale."""

    scale: Annotated[str, Choice(label="Scale", options=COLUMNS)]
    total: Annotated[int, Whole(label="Total", low=0, high=HIGHEST_OF_ALL, why="No scale of the table goes higher.")]


@dataclass(frozen=True, kw_only=True)
class Comparable:
    """The totals of the other scales that stand in the same row or rows; None for the scale that was entered."""

    qids: Annotated[str | None, Output(label=COLUMNS["qids_sr16"])]
    ids: Annotated[str | None, Output(label=COLUMNS["ids_sr30"])]
    hamd17: Annotated[str | None, Output(label=COLUMNS["hamd17"])]
    hamd21: Annotated[str | None, Output(label=COLUMNS["hamd21"])]
    hamd24: Annotated[str | None, Output(label=COLUMNS["hamd24"])]


def total_on_the_scale(known: Known) -> Iterable[InputProblem]:
    """Refuses a total that the scale cannot have."""
    if known.total > highest(known.scale):
        yield InputProblem(
            "total", f"Total must be from 0 to {highest(known.scale)} on the {COLUMNS[known.scale]}.", "rule"
        )


def rows(known: Known) -> tuple[Row, ...]:
    """The rows of the table in which the total stands: one, or two where the source prints it twice."""
    return rows_with(known.scale, known.total)


def others(known: Known) -> dict[str, str]:
    """The totals of every other scale."""
    return {column: str(joined(column, rows(known))) for column in COLUMNS if column != known.scale}


def comparable(known: Known) -> Comparable:
    """What stands in the same row; of two rows both together. ids-qids.org."""
    found = others(known)
    return Comparable(
        qids=found.get(QIDS),
        ids=found.get(IDS),
        hamd17=found.get(HAMD17),
        hamd21=found.get("hamd21"),
        hamd24=found.get("hamd24"),
    )


def headline(known: Known, answer: Comparable) -> str:
    """All totals in one sentence, and what they are not for."""
    beside = ", ".join(f"{COLUMNS[column]} {totals}" for column, totals in others(known).items())
    return f"{COLUMNS[known.scale]} {known.total} stands beside {beside}. Not for percent change or response"


def figure(known: Known, answer: Comparable) -> Figure:
    """The QIDS, or the HAM-D17 where the QIDS was entered, with the others beside it."""
    (first, totals), *rest = others(known).items()
    if first != QIDS:
        (first, totals), rest = (
            (HAMD17, others(known)[HAMD17]),
            [one for one in others(known).items() if one[0] != HAMD17],
        )
    return Figure(
        totals,
        label=COLUMNS[first],
        chips=tuple(Chip(f"{COLUMNS[column]} {other}") for column, other in rest),
        after=NEVER,
        says=("qids", "ids", "hamd17", "hamd21", "hamd24"),
    )


def working(known: Known, answer: Comparable) -> Iterable[str]:
    """The rows of the table as they were read."""
    for row in rows(known):
        yield "Row: " + "; ".join(f"{name} {row[column]}" for column, name in COLUMNS.items())
    if len(rows(known)) > 1:
        yield "Both rows together: " + "; ".join(
            f"{COLUMNS[column]} {totals}" for column, totals in others(known).items()
        )


def warnings(known: Known, answer: Comparable) -> Iterable[Notice]:
    """What the totals are not for, the misprints of the source, and what is known of the MADRS."""
    yield Notice("note", NEVER, calculator="response_status")
    read = rows(known)
    if any(row in TWICE for row in read):
        between = listed([f"{COLUMNS[QIDS]} {row[QIDS]}" for row in TWICE], "and")
        yield Notice(
            "note",
            f"The source prints {COLUMNS[HAMD17]} {TWICE[0][HAMD17]} twice, beside {between}. It is read as printed: such a "
            "total has both rows.",
        )
    if READ_OTHERWISE in read:
        yield Notice(
            "note",
            f"The source prints {COLUMNS[IDS]} “{PRINTED_AS}” beside {COLUMNS[QIDS]} {READ_OTHERWISE[QIDS]}. It is read as "
            f"{READ_AS}, which lies between its neighbors.",
        )
    yield Notice(
        "note",
        f"The table has no column for the MADRS. {COLUMNS[QIDS]} {QIDS_SR16.remission_highest} went with a MADRS of "
        f"{MADRS_AT_QIDS_5} in highly treatment-resistant depression (Carmody 2006).",
    )


def madrs(known: Known, answer: Comparable) -> Iterable[Table]:
    """MADRS totals that went with the bands of the QIDS."""
    yield Table(
        "MADRS beside the bands of the QIDS (Liu 2014, Chinese versions, at exit); our MADRS bands are others",
        ("Band of the QIDS", COLUMNS[QIDS], "MADRS"),
        tuple((band.label, band.interval(whole=True), MADRS_BESIDE_BANDS[band.key]) for band in QIDS_SR16.bands.bands),
    )


CALCULATOR = Calculator(
    id="scale_conversion",
    title="Scale conversion",
    summary="Which totals of other depression scales stand beside this one?",
    moment="assess",
    version="1.0",
    population="Reading a report or a paper that used another scale. Never for a percent change, response or a diagnosis.",
    inputs=Known,
    outputs=Comparable,
    compute=comparable,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=madrs,
    rules=(total_on_the_scale,),
    formula=(
        f"Look the total up in its column of the published table ({len(ROWS)} rows); the answer is the rest of the row.",
        "Where the total stands in two rows, each answer runs over both.",
        NEVER,
    ),
    sources=(
        Source(IDS_QIDS, "the table"),
        Source(RUSH_2003, "where the table comes from, as its page says"),
        Source(TRIVEDI_2004, "where the table comes from, as its page says"),
        Source(CARMODY_2006, f"a MADRS of {MADRS_AT_QIDS_5} beside QIDS-SR16 {QIDS_SR16.remission_highest}"),
        Source(LIU_2014, "MADRS totals beside the bands of the QIDS, Chinese versions"),
    ),
    rights=(
        "Numbers only: nothing of the scales' wording stands here. The scales belong to their owners, as the page of each "
        "says."
    ),
    synonyms=("equivalent", "crosswalk", "convert", "HDRS", "HRSD", "QIDS", "IDS"),
)
