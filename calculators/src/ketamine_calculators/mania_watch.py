"""What the scales of mania say alike: which total lets the next dose wait, and what is done meanwhile."""

from collections.abc import Iterable

from .definition import Notice
from .display import plain
from .house_values import ASRM_HOLD, YMRS_HOLD, YMRS_MANIC, HouseValue

# The safety article, "Signs of a manic switch"
_MEANWHILE = (
    "Ask the patient and someone at home about sleep, speech and spending, call whoever treats a bipolar disorder the same "
    "day, and check the level of the mood stabilizer."
)
_MIXED = "Depression and mania can be there together: ask about suicide as well, whatever the total is."


def asrm_notices(total: int) -> Iterable[Notice]:
    """A caution when the patient's own rating is positive."""
    if total >= ASRM_HOLD.value:
        yield _waits("ASRM", ASRM_HOLD, "asrm.positive")
        yield _mixed()
    else:
        yield _not_excluded()


def ymrs_notices(total: int) -> Iterable[Notice]:
    """A stop at a total of mania, and a caution at one of hypomania."""
    if total >= YMRS_MANIC.value:
        yield Notice(
            "stop",
            f"A YMRS of {plain(YMRS_MANIC.value)} or more is treated as mania until an assessment says otherwise (our own "
            f"value). No ketamine or esketamine before it has been ruled out or has resolved. {_MEANWHILE}",
            "contraindication_screen",
            rule="ymrs_total.manic",
            short=f"YMRS {plain(YMRS_MANIC.value)} or more: rule out mania before any dose",
        )
        yield _mixed()
    elif total >= YMRS_HOLD.value:
        yield _waits("YMRS", YMRS_HOLD, "ymrs_total.hold")
        yield _mixed()
    else:
        yield _not_excluded()


def _waits(scale: str, hold: HouseValue, rule: str) -> Notice:
    limit = plain(hold.value)
    return Notice(
        "caution",
        f"Stop the next dose until mania has been assessed: the {scale} is {limit} or more (our own value). {_MEANWHILE}",
        "contraindication_screen",
        rule=rule,
        short=f"{scale} {limit} or more: no dose before assessment",
    )


def _mixed() -> Notice:
    return Notice("note", _MIXED, "cssrs_since_last_visit")


def _not_excluded() -> Notice:
    return Notice("note", "A low total does not exclude mania. Ask at every visit, the patient and someone at home.")
