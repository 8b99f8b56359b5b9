"""What the answers of the rating scales say alike. Each scale's own file keeps its items and its sum."""

from collections.abc import Iterable, Sequence

from .definition import URGENT, Notice
from .display import plain
from .figures import Chip, Figure, Tone
from .house_article import PROTOCOLS
from .scales import IMPROVEMENT, MADRS, PARTIAL_FROM, PARTIAL_PRINTED_TO, PHQ_9, RESPONSE_FROM, BandedScale, Scale
from .wording import counted, lower_first, upper_first

OUTCOMES = PROTOCOLS.section("Outcome measures")
HOUSE_REMISSION = OUTCOMES.item(
    f"Remission: total <{PHQ_9.remission_below} on the PHQ-9, or <{MADRS.remission_below} on the MADRS",
    says="remission on PHQ-9 and MADRS",
)
PARTIAL_GAP = (
    f"{plain(PARTIAL_FROM)}–{PARTIAL_PRINTED_TO}%. Between {PARTIAL_PRINTED_TO} and {plain(RESPONSE_FROM)} our protocol "
    f"leaves a gap, closed here by our convention: partial up to just below {plain(RESPONSE_FROM)}%."
)
OUTCOME_WORDS = {
    **IMPROVEMENT.labels(),
    "remission": "Remission",
    "in_remission_at_baseline": "In remission before and after",
}
SUICIDE_ITEM = "Suicide item positive"
MISSING_ITEMS = "Every item has to be scored: a missing one is never filled in from the others."


def phq_rights(name: str) -> str:
    """Whose a scale of the PHQ family is, and that all may print it."""
    return (
        f"{name} was developed by Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an "
        "educational grant from Pfizer Inc. No permission is required to reproduce, translate, display or distribute it."
    )


def scale_headline(scale: BandedScale, total: int, suicide_item_positive: bool = False) -> str:
    """`PHQ-9 total 4/27: minimal; in remission; suicide item positive`."""
    band = lower_first(severity(scale, total))
    remission = f"; {_in_remission(scale, total)}" if isinstance(scale, Scale) else ""
    also = f"; {SUICIDE_ITEM.lower()}" if suicide_item_positive else ""
    return f"{scale.name} total {total}/{scale.high}: {band}{remission}{also}"


def scale_figure(scale: BandedScale, total: int, suicide_item_positive: bool | None = None) -> Figure:
    """The total, with its band, remission, and the suicide item where it is above 0; None where the scale has no such item."""
    says = ("total", "band", *(() if suicide_item_positive is None else ("suicide_item_positive",)))
    remission: tuple[Chip, ...] = ()
    if isinstance(scale, Scale):
        says = (*says, "remission")
        remission = (Chip(upper_first(_in_remission(scale, total)), "good" if scale.remission(total) else "plain"),)
    return Figure(
        value=str(total),
        unit=f"of {scale.high}",
        label=f"{scale.name} total",
        chips=(
            *([Chip(SUICIDE_ITEM, "stop")] if suicide_item_positive else []),
            severity_chip(scale, total),
            *remission,
        ),
        says=says,
    )


def severity(scale: BandedScale, total: int) -> str:
    """The band of a total in words that stand by themselves."""
    label = scale.bands.find(total).label
    return "Severity: none" if label == "None" else label


def severity_chip(scale: BandedScale, total: int) -> Chip:
    """The band of a total: the lowest one is good, the two highest ask for care."""
    bands = scale.bands.bands
    place = bands.index(scale.bands.find(total))
    tone: Tone = "good" if place == 0 else "caution" if place >= len(bands) - 2 else "plain"
    return Chip(severity(scale, total), tone)


def _in_remission(scale: Scale, total: int) -> str:
    return "in remission" if scale.remission(total) else "not in remission"


def scale_working(scale: BandedScale, scores: Sequence[int], total: int) -> Iterable[str]:
    """The sum with this patient's scores, the band with the next one, and the distance to remission."""
    yield f"{' + '.join(str(score) for score in scores)} = {total}"
    yield from total_working(scale, total)


def total_working(scale: BandedScale, total: int) -> Iterable[str]:
    """The same of a total that was entered as one number: there is no sum to show."""
    yield f"{total}: {scale.bands.neighbors(total)}"
    if isinstance(scale, Scale):
        yield f"Remission ({scale.remission_words}): {remission_distance(total, scale.remission_highest)}"


def remission_distance(total: int, highest: int) -> str:
    """`met`, or how many points are left to the highest total of remission."""
    if total <= highest:
        return "met"
    fall = total - highest
    return f"not met; the total would have to fall by {counted(fall, 'point')}"


def suicide_notices(positive: bool, item: str, calculator: str) -> Iterable[Notice]:
    """What a score above 0 on the suicide item of a scale's calculator calls for, whatever the total is."""
    if positive:
        yield Notice(
            "stop",
            f"Ask about suicide now, with the C-SSRS screener, and follow your local crisis steps: {lower_first(item)} is "
            "above 0. A low total does not lower this risk.",
            calculator="cssrs_screener",
            rule=f"{calculator}.suicide_item",
            short="suicide item above 0: C-SSRS screener now",
            word=URGENT,
        )
