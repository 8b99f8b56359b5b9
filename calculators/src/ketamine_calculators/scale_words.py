"""What the answers of the rating scales say alike. Each scale's own file keeps its items and its sum."""

from collections.abc import Iterable, Sequence

from .definition import Notice
from .display import plain
from .house_article import PROTOCOLS
from .scales import IMPROVEMENT, MADRS, PARTIAL_FROM, PARTIAL_PRINTED_TO, PHQ_9, RESPONSE_FROM, Scale
from .wording import counted, lower_first

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
MISSING_ITEMS = "Every item has to be scored: a missing one is never filled in from the others."


def scale_headline(scale: Scale, total: int, suicide_item_positive: bool = False) -> str:
    """`PHQ-9 4 of 27: severity minimal; in the range of remission; suicide item positive`."""
    band = lower_first(scale.bands.find(total).label)
    place = "in" if scale.remission(total) else "not in"
    also = "; suicide item positive" if suicide_item_positive else ""
    return f"{scale.name} {total} of {scale.high}: severity {band}; {place} the range of remission{also}"


def scale_working(scale: Scale, scores: Sequence[int], total: int) -> Iterable[str]:
    """The sum with this patient's scores, the band with the next one, and the distance to remission."""
    yield f"{' + '.join(str(score) for score in scores)} = {total}"
    yield f"{total}: {scale.bands.neighbors(total)}"
    yield f"Remission ({scale.remission_words}): {_remission(total, scale.remission_highest)}"


def _remission(total: int, highest: int) -> str:
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
        )
