"""What a level of blood pressure stops or cautions, by the moment of its reading."""

from collections.abc import Iterable

from .crisis_symptoms import IN_WORDS, REMEASURE_MINUTES
from .definition import Notice
from .house_values import BP_DEFER, BP_LOW, BP_STOP
from .house_values.beside_literature import in_words


def about_the_level(level: str, moment: str, figures: str) -> Iterable[Notice]:
    """The stop or the caution of one level; none where no limit is reached. `figures` are those of the label."""
    match level, moment:
        case "stop", "before":
            yield Notice(
                "stop",
                f"Do not dose; severe range: {in_words(BP_STOP)} or above: measure again and have the pressure assessed. With "
                f"any of these it is emergency care at once: {IN_WORDS}.",
                rule="bp_gate.severe",
                short=f"do not dose: {in_words(BP_STOP)} or above",
            )
        case "stop", "during":
            yield Notice(
                "stop",
                f"Pause the infusion, re-measure in {REMEASURE_MINUTES} min, call the responsible clinician. Do not treat a "
                "number without symptoms by reflex.",
                rule="bp_gate.pause",
                word="Pause",
                short=f"pause, re-measure in {REMEASURE_MINUTES} min, call the clinician",
            )
        case "stop", _:
            yield Notice(
                "stop",
                f"Do not discharge: re-measure in {REMEASURE_MINUTES} min, call the responsible clinician. Do not treat a number "
                "without symptoms by reflex.",
                rule="bp_gate.severe_after",
                word="Do not discharge",
                short=f"do not discharge, re-measure in {REMEASURE_MINUTES} min, call the clinician",
            )
        case "defer", _:
            yield Notice(
                "caution",
                f"Defer the dose: {in_words(BP_DEFER)} or above. This is our own value; the label has no number here.",
                rule="bp_gate.defer",
                short=f"defer from {in_words(BP_DEFER)}",
            )
        case "weigh", "before":
            yield Notice(
                "caution",
                "Weigh the risk of a further rise against the benefit; delay is allowed. Were the morning antihypertensives "
                "taken?",
                rule="bp_gate.weigh",
                short="above the label's figures: weigh, or delay",
            )
        case "weigh", _:
            yield Notice(
                "caution",
                f"Measure until the pressure falls: it is above {figures}. Do not discharge while it rises.",
                rule="bp_gate.weigh_once_given",
                short="pressure above the label's figures: keep measuring",
            )
        case "low", _:
            done = {"before": "to dose", "during": "to continue"}.get(moment, "to discharge")
            yield Notice(
                "caution",
                f"Too low {done} without assessment: below {in_words(BP_LOW)}. Measure again and look for the cause.",
                rule="bp_gate.low",
                short=f"pressure below {in_words(BP_LOW)}: assess first",
            )


def low_too() -> Notice:
    """For a reading of which one pressure is high and the other low: the level is that of the high one."""
    return Notice(
        "caution",
        f"One of the two pressures is low too: below {in_words(BP_LOW)}. Measure again, and have both assessed.",
        rule="bp_gate.low_too",
        short=f"one pressure below {in_words(BP_LOW)} as well",
    )
