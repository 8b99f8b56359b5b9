"""What an oxygen saturation stops before a dose, the same from whoever asks."""

from .definition import Notice
from .display import plain
from .house_values import SPO2_START

SATURATION = plain(SPO2_START.value)  # percent


def too_low_to_dose() -> Notice:
    """The stop for a saturation below that at which a dose may begin."""
    return Notice(
        "stop",
        f"Do not dose: find out why oxygen saturation is below {SATURATION}%. Trials excluded such patients; the label gives "
        "no number, so this is our own value.",
        rule="esketamine_visit.spo2",
        short=f"oxygen saturation below {SATURATION}%",
    )
