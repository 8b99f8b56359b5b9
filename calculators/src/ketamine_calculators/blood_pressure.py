"""What is known of blood pressure around a dose: what a dose does to it, and the levels that the house acts at."""

from fractions import Fraction

from .bands import Band, Bands
from .definition import Table
from .display import plain
from .house_values import BP_DEFER, BP_LOW, BP_PAUSE, BP_STOP, BP_WEIGH, HouseValue
from .house_values.beside_literature import in_words
from .quantities import HIGHEST_DIASTOLIC, HIGHEST_SYSTOLIC, LOWEST_DIASTOLIC, LOWEST_SYSTOLIC

MOMENTS = {"before": "Before the dose", "during": "During the dose", "after": "After the dose"}
LEVELS = {
    "low": "Too low to dose without assessment",
    "proceed": "No limit reached",
    "weigh": "Weigh risk and benefit",
    "defer": "Defer the dose (our own value)",
    "stop": "Stop",
}

DRAWN = {"systolic": (70, 220), "diastolic": (40, 140)}  # mmHg; what lies beyond is marked at the end of the drawing
NO_UPPER_LIMIT = "No label or guideline read sets an upper limit."

# What a dose does to blood pressure: the mean and the tail stand together, because the smallest figure alone would mislead.
RISES = (
    ("Meta-analysis, 15 articles and 2,252 treatments (Vankawala 2021)",
     "mean rise 12.61 mmHg systolic (95% CI 10.4–14.82) and 8.49 diastolic"),
    ("Esketamine label", "40 systolic or 25 diastolic or more at least once: 8–19%, placebo 1–4%"),
    ("Esketamine trials, 1,708 patients (Doherty 2020)",
     "blood pressure reported as an adverse event: 12.8%; in blinded trials 11.6% against 3.9%"),
    ("Subcutaneous esketamine, 394 doses (Del Sant 2020)", "above 180 or 110 in 14 of 70 patients"),
    ("684 infusions of 0.5 mg/kg, 66 patients (Riva-Posse 2018)", "rises judged mild; none stopped for blood pressure"),
    ("With tranylcypromine (Ludwig 2021)", "larger rise"),
    ("In short", "mean rise about 13/8 mmHg; about 1 in 5 to 1 in 12 has at least 40/25; any dose can do it"),
    ("Upper limit", NO_UPPER_LIMIT),
)  # fmt: skip


def drawn(name: str, low: int, limits: tuple[HouseValue, ...], high: int, part: str) -> Bands:
    """The levels of one pressure from low to high; the ends are the limits of plausibility."""
    too_low, weigh, *above = (value.numbers[part] for value in (BP_LOW, BP_WEIGH, *limits))
    labels = {BP_DEFER.key: "Defer", BP_STOP.key: "Stop", BP_PAUSE.key: "Pause"}
    named = [("weigh", "Weigh", weigh)]
    named += [(value.key, labels[value.key], at) for value, at in zip(limits, above, strict=True)]
    bands = [
        Band("low", "Low", low, too_low),
        Band("proceed", f"Not above {plain(weigh)}", too_low, weigh, high_included=True),
    ]
    for place, (key, label, start) in enumerate(named):
        last = place == len(named) - 1
        end = high if last else named[place + 1][2]
        bands.append(Band(key, label, start, end, low_included=key != "weigh", high_included=last))
    seldom_below, seldom_above = DRAWN[part]
    return Bands(name, tuple(bands), unit="mmHg", drawn_low=seldom_below, drawn_high=seldom_above)


def both(limits: tuple[HouseValue, ...], when: str) -> tuple[Bands, Bands]:
    """The bands of systolic and diastolic pressure."""
    return (
        drawn(f"Systolic pressure{when}", LOWEST_SYSTOLIC, limits, HIGHEST_SYSTOLIC, "systolic"),
        drawn(f"Diastolic pressure{when}", LOWEST_DIASTOLIC, limits, HIGHEST_DIASTOLIC, "diastolic"),
    )


BEFORE = both((BP_DEFER, BP_STOP), " before the dose")
ONCE_GIVEN = both((BP_PAUSE,), " during and after the dose")


def limits_beside_literature(*, before: bool) -> Table:
    """The limits that hold before a dose, or once it has begun, with what labels and literature say."""
    limits = (BP_STOP, BP_DEFER, BP_WEIGH, BP_LOW) if before else (BP_PAUSE, BP_WEIGH, BP_LOW)
    rows = tuple((limit.title, f"{in_words(limit)}, {limit.rule}", limit.literature) for limit in limits)
    return Table("Limits used here", ("Limit", "Used here", "Labels and literature"), rows)


def what_a_dose_does() -> Table:
    """The mean rise and the tail."""
    return Table("What a dose does to blood pressure", ("Source", "Finding"), RISES)


def compared(name: str, pressure: Fraction, figure: Fraction) -> str:
    """A pressure in mmHg beside the label's figure."""
    if pressure > figure:
        return f"{name}: {plain(pressure)} mmHg is {plain(pressure - figure)} above {plain(figure)}"
    if pressure == figure:
        return f"{name}: {plain(figure)} mmHg is exactly the label's figure, and not above it"
    return f"{name}: {plain(pressure)} mmHg is {plain(figure - pressure)} below {plain(figure)}"
