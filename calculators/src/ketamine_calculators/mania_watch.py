"""What the scales of mania say alike: that the next dose waits, what is done meanwhile, and what a total does not tell."""

from .definition import Notice
from .display import plain
from .house_values import HouseValue

# The safety article, "Signs of a manic switch"
MEANWHILE = (
    "Ask the patient and someone at home about sleep, speech and spending, call whoever treats a bipolar disorder the same "
    "day, and check the level of the mood stabilizer."
)
MIXED = Notice(
    "note",
    "Depression and mania can be there together: ask about suicide as well, whatever the total is.",
    "cssrs_since_last_visit",
)
NOT_EXCLUDED = Notice(
    "note", "A low total does not exclude mania. Ask at every visit, the patient and someone at home."
)


def dose_waits(scale: str, hold: HouseValue, rule: str) -> Notice:
    """The caution at a total from which the next dose waits, as the rule of one calculator."""
    limit = plain(hold.value)
    return Notice(
        "caution",
        f"Stop the next dose until mania has been assessed: the {scale} is {limit} or more (our own value). {MEANWHILE}",
        "contraindication_screen",
        rule=rule,
        short=f"{scale} {limit} or more: no dose before assessment",
    )
