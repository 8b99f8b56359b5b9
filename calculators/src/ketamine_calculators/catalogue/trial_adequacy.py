"""Trial adequacy: whether the dose, the length and the adherence of an antidepressant trial were sufficient.

Weeks from the house article. The minimum doses are a house default, not those of a published form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..antidepressants import ATHF_WEEKS, ATRQ_WEEKS, CLASSES, FAVA_WEEKS
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..fields import Choice, Number
from ..house_article import PROTOCOLS
from ..house_protocol import FULL_DOSE_WEEKS, TRIAL_WEEKS
from ..quantities import LONGEST_YEARS
from ..references import ANTIDEPRESSANT_LABELS, CHANDLER_2010, FAVA_2003, HOUSE, SACKEIM_2019
from ..wording import listed

VERIFYING = PROTOCOLS.section("Verifying Treatment Resistance")

ADHERENCE_FROM = 80  # percent of days covered, house convention: the usual cut
DEFAULT_WEEKS = 6  # house convention: inside both ranges of the house article
FEWEST_WEEKS, MOST_WEEKS = TRIAL_WEEKS
WEEKS_IN_PRINT = f"{FEWEST_WEEKS} to {MOST_WEEKS} weeks"


@dataclass(frozen=True)
class Drug:
    """A class, a minimum daily dose in mg, and how well that dose is grounded."""

    family: str
    minimum: int
    grade: str


# House default, to be confirmed by each clinic. The dose tables of ATHF-SF and MGH-ATRQ are copyrighted and not copied.
DRUGS = {
    "citalopram": Drug("SSRI", 20, "A"),
    "escitalopram": Drug("SSRI", 10, "A"),
    "fluoxetine": Drug("SSRI", 20, "A"),
    "paroxetine": Drug("SSRI", 20, "A"),
    "sertraline": Drug("SSRI", 50, "A"),
    "fluvoxamine": Drug("SSRI", 100, "C"),
    "venlafaxine": Drug("SNRI", 150, "B"),
    "desvenlafaxine": Drug("SNRI", 50, "A"),
    "duloxetine": Drug("SNRI", 60, "B"),
    "levomilnacipran": Drug("SNRI", 40, "A"),
    "bupropion": Drug("NDRI", 300, "B"),
    "mirtazapine": Drug("NASSA", 30, "C"),
    "trazodone": Drug("SARI", 300, "C"),
    "vilazodone": Drug("MULTIMODAL", 20, "A"),
    "vortioxetine": Drug("MULTIMODAL", 10, "A"),
    "amitriptyline": Drug("TCA", 150, "C"),
    "imipramine": Drug("TCA", 150, "C"),
    "desipramine": Drug("TCA", 150, "C"),
    "clomipramine": Drug("TCA", 150, "C"),
    "doxepin": Drug("TCA", 150, "C"),
    "nortriptyline": Drug("TCA", 75, "B"),
    "phenelzine": Drug("MAOI", 45, "B"),
    "tranylcypromine": Drug("MAOI", 30, "B"),
    "isocarboxazid": Drug("MAOI", 30, "C"),
}
LOWER_ELSEWHERE = ("venlafaxine", "mirtazapine", "trazodone")
GRADES = {
    "A": "the usual therapeutic starting dose of the US label",
    "B": "within the range of the US label, with a second source",
    "C": "convention; sources disagree",
}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One trial as it was taken."""

    drug: Annotated[
        str,
        Choice(
            label="Drug",
            hint="Generic name",
            options={name: name.capitalize() for name in sorted(DRUGS)},
            any_case=True,
        ),
    ]
    daily_dose_mg: Annotated[
        Fraction,
        Number(
            label="Daily dose",
            unit="mg",
            hint="The highest dose that was kept for the weeks below",
            above=0,
            high=1000,
            why="No antidepressant of the list is given in more.",
        ),
    ]
    weeks: Annotated[
        Fraction,
        Number(
            label="Weeks at that dose",
            unit="weeks",
            low=0,
            high=LONGEST_YEARS * 52,
            why=f"Longer than {spelled(LONGEST_YEARS)} years is a typing slip.",
        ),
    ]
    adherence_pct: Annotated[
        Fraction,
        Number(
            label="Adherence",
            unit="%",
            hint="Share of days with the drug taken, from pharmacy fills or a count",
            low=0,
            high=100,
            why="No more than every day can be covered.",
        ),
    ]
    min_weeks: Annotated[
        Fraction,
        Number(
            label="Weeks required",
            unit="weeks",
            hint=f"{DEFAULT_WEEKS} satisfies both durations of the house protocol",
            low=FEWEST_WEEKS,
            high=MOST_WEEKS,
            why=f"Published instruments ask for {WEEKS_IN_PRINT}.",
        ),
    ] = Fraction(DEFAULT_WEEKS)


@dataclass(frozen=True, kw_only=True)
class Adequacy:
    """The three answers and what the dose was compared with."""

    adequate: Annotated[bool, Output(label="Adequate trial")]
    dose_ok: Annotated[bool, Output(label="Dose sufficient")]
    duration_ok: Annotated[bool, Output(label="Length sufficient")]
    adherence_ok: Annotated[bool, Output(label="Adherence sufficient")]
    min_dose_mg: Annotated[int, Output(label="Minimum daily dose", unit="mg")]
    drug_class: Annotated[str, Output(label="Class", words=CLASSES)]
    grade: Annotated[str, Output(label="Ground of that dose")]


def adequacy(trial: Trial) -> Adequacy:
    """Dose in mg a day, weeks and percent, each against the least that is sufficient. House defaults."""
    drug = DRUGS[trial.drug]
    dose = trial.daily_dose_mg >= drug.minimum
    duration = trial.weeks >= trial.min_weeks
    adherence = trial.adherence_pct >= ADHERENCE_FROM
    return Adequacy(
        adequate=dose and duration and adherence,
        dose_ok=dose,
        duration_ok=duration,
        adherence_ok=adherence,
        min_dose_mg=drug.minimum,
        drug_class=drug.family,
        grade=drug.grade,
    )


def headline(trial: Trial, answer: Adequacy) -> str:
    """Adequate, or what was not sufficient."""
    parts = {"dose": answer.dose_ok, "length": answer.duration_ok, "adherence": answer.adherence_ok}
    short = [part for part, holds in parts.items() if not holds]
    return f"Not adequate: {listed(short, 'and')} not sufficient" if short else "Adequate in dose, length and adherence"


def compared(name: str, value: Fraction, least: Fraction | int, unit: str) -> str:
    """A value beside the least that is sufficient, both in the unit, which brings its own space."""
    verdict = "sufficient" if value >= least else f"{plain(least - value)}{unit} short"
    return f"{name}: {plain(value)}{unit}, at least {plain(least)}{unit} needed: {verdict}"


def working(trial: Trial, answer: Adequacy) -> Iterable[str]:
    """Each of the three comparisons, and how well the dose is grounded."""
    yield compared(f"Dose of {trial.drug}", trial.daily_dose_mg, answer.min_dose_mg, " mg")
    yield f"Ground of the minimum dose, {answer.grade}: {GRADES[answer.grade]}"
    yield compared("Length at that dose", trial.weeks, trial.min_weeks, " weeks")
    yield compared("Adherence", trial.adherence_pct, ADHERENCE_FROM, "%")


def warnings(trial: Trial, answer: Adequacy) -> Iterable[Notice]:
    """What the minimum doses rest on, and what adequate does not mean."""
    yield Notice(
        "note",
        "The minimum doses are a house default, not those of ATHF-SF or MGH-ATRQ. Your clinic must confirm them.",
    )
    if answer.grade == "C":
        yield Notice(
            "caution", f"Sources disagree on the minimum dose of {trial.drug}. Check it before relying on this."
        )
    if answer.adequate:
        yield Notice(
            "note", "Adequate is not the same as failed: how far symptoms fell decides that.", "trd_definitions"
        )


def doses(family: str) -> str:
    """A class with the minimum dose of each of its drugs and the grade of that dose."""
    each = (f"{name} {drug.minimum} ({drug.grade})" for name, drug in DRUGS.items() if drug.family == family)
    return f"{CLASSES[family].split(' (')[0]}: {', '.join(each)}."


CALCULATOR = Calculator(
    id="trial_adequacy",
    title="Trial adequacy",
    summary="Was this antidepressant given in a sufficient dose, for long enough, and was it taken?",
    moment="verify",
    version="1.0",
    population="Adults, one oral antidepressant at a time. Not for combinations, psychotherapy, ECT or rTMS.",
    inputs=Trial,
    outputs=Adequacy,
    compute=adequacy,
    headline=headline,
    working=working,
    warnings=warnings,
    formula=(
        "Adequate = dose, length and adherence all sufficient.",
        f"Dose: at or above the minimum daily dose. Length: at or above the weeks required. Adherence: {ADHERENCE_FROM}% or "
        "more (house convention).",
        "Minimum daily doses in mg, a house default that each clinic must confirm, with the ground of each:",
        *(doses(family) for family in dict.fromkeys(drug.family for drug in DRUGS.values())),
        *(f"Ground {grade}: {words}." for grade, words in GRADES.items()),
    ),
    sources=(
        Source(HOUSE, "dose, length and adherence as what makes a trial, and the range of weeks"),
        Source(ANTIDEPRESSANT_LABELS, "the minimum doses of grades A and B"),
        Source(SACKEIM_2019, f"adequacy as a yes or no, and at least {ATHF_WEEKS} weeks; its dose table is not used"),
        Source(CHANDLER_2010, f"at least {ATRQ_WEEKS} weeks; its dose table is not used"),
        Source(FAVA_2003, f"{FAVA_WEEKS} weeks in MGH staging"),
    ),
    house=(
        VERIFYING.item("Each of them reached an adequate dose", says="dose as a condition"),
        VERIFYING.item(
            "Each lasted long enough (≥4-8 weeks at a therapeutic dose)",
            says=f"{WEEKS_IN_PRINT} as the limits of the weeks required",
        ),
        VERIFYING.row(
            "Short duration", "Confirm ≥6-8 weeks at full dose", says=f"{DEFAULT_WEEKS} weeks as the default"
        ),
        VERIFYING.item(
            "Adherence has been looked into (pharmacy records; blood levels where available)",
            says="adherence as a condition",
        ),
    ),
    differences=(
        Difference(
            topic="How long a trial must last",
            house=f"{WEEKS_IN_PRINT} in one place and {FULL_DOSE_WEEKS[0]} to {FULL_DOSE_WEEKS[1]} weeks in another; the default "
            f"of {DEFAULT_WEEKS} satisfies both.",
            literature=f"ATHF-SF asks for {ATHF_WEEKS} weeks, MGH-ATRQ and Fava for {ATRQ_WEEKS}.",
            when=lambda trial, answer: FEWEST_WEEKS <= trial.weeks < MOST_WEEKS,
        ),
        Difference(
            topic="Lower doses",
            house=f"House default: {', '.join(f'{name} {DRUGS[name].minimum} mg' for name in LOWER_ELSEWHERE)}.",
            literature="US labels start mirtazapine at 15 mg and trazodone at 150 mg. The authors of MGH-ATRQ judged 75 mg "
            "of venlafaxine too low.",
            when=lambda trial, answer: trial.drug in LOWER_ELSEWHERE,
        ),
    ),
    rights="ATHF-SF is copyrighted by its authors and MGH-ATRQ by Massachusetts General Hospital. They are cited here; "
    "neither their forms nor their dose tables are reproduced.",
    synonyms=("ATHF", "ATRQ", "adequate trial", "minimum dose", "adherence", *DRUGS),
)
