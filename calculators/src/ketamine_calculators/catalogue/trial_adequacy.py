"""Trial adequacy: did this antidepressant get a fair chance, in dose, length and adherence?

For a single oral antidepressant in an adult. Not for combinations, augmentation, psychotherapy, ECT or rTMS.
Returns the three answers and whether all hold. The doses are a house default, not those of a published form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..antidepressants import CLASSES
from ..definition import Calculator, Difference, ListItem, Notice, Output, Source, TableRow
from ..display import plain
from ..fields import Choice, Number
from ..references import ANTIDEPRESSANT_LABELS, CHANDLER_2010, FAVA_2003, HOUSE, SACKEIM_2019
from ..wording import listed

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Verifying Treatment Resistance"

ADHERENCE_FROM = 80  # percent of days covered, house convention: the usual cut
DEFAULT_WEEKS = 6  # house convention: inside both ranges of the house article


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
GRADES = {
    "A": "the usual therapeutic starting dose of the US label",
    "B": "within the range of the US label, with a second source",
    "C": "convention; sources disagree",
}


@dataclass(frozen=True, kw_only=True)
class Trial:
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
            high=5200,
            why="Longer than a hundred years is a typing slip.",
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
            hint="6 satisfies both durations of the house protocol",
            low=4,
            high=8,
            why="Published instruments ask for 4 to 8 weeks.",
        ),
    ] = Fraction(DEFAULT_WEEKS)


@dataclass(frozen=True, kw_only=True)
class Adequacy:
    adequate: Annotated[bool, Output(label="Adequate trial")]
    dose_ok: Annotated[bool, Output(label="Dose sufficient")]
    duration_ok: Annotated[bool, Output(label="Length sufficient")]
    adherence_ok: Annotated[bool, Output(label="Adherence sufficient")]
    min_dose_mg: Annotated[int, Output(label="Minimum daily dose", unit="mg")]
    drug_class: Annotated[str, Output(label="Class", words=CLASSES)]
    grade: Annotated[str, Output(label="Ground of that dose")]


def adequacy(trial: Trial) -> Adequacy:
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
    parts = {"dose": answer.dose_ok, "length": answer.duration_ok, "adherence": answer.adherence_ok}
    short = [part for part, holds in parts.items() if not holds]
    return f"Not adequate: {listed(short, 'and')} not sufficient" if short else "Adequate in dose, length and adherence"


def compared(name: str, value: Fraction, least: Fraction | int, unit: str) -> str:
    verdict = "sufficient" if value >= least else f"{plain(least - value)}{unit} short"
    return f"{name}: {plain(value)}{unit}, at least {plain(least)}{unit} needed: {verdict}"


def working(trial: Trial, answer: Adequacy) -> Iterable[str]:
    yield compared(f"Dose of {trial.drug}", trial.daily_dose_mg, answer.min_dose_mg, " mg")
    yield f"Ground of the minimum dose, {answer.grade}: {GRADES[answer.grade]}"
    yield compared("Length at that dose", trial.weeks, trial.min_weeks, " weeks")
    yield compared("Adherence", trial.adherence_pct, ADHERENCE_FROM, "%")


def warnings(trial: Trial, answer: Adequacy) -> Iterable[Notice]:
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
        "Dose: at or above the minimum daily dose. Length: at or above the weeks required. Adherence: 80% or more "
        "(house convention).",
        "Minimum daily doses in mg, a house default that each clinic must confirm, with the ground of each:",
        *(doses(family) for family in dict.fromkeys(drug.family for drug in DRUGS.values())),
        *(f"Ground {grade}: {words}." for grade, words in GRADES.items()),
    ),
    sources=(
        Source(HOUSE, "dose, length and adherence as what makes a trial, and the range of weeks"),
        Source(ANTIDEPRESSANT_LABELS, "the minimum doses of grades A and B"),
        Source(SACKEIM_2019, "adequacy as a yes or no, and at least 4 weeks; its dose table is not used"),
        Source(CHANDLER_2010, "at least 6 weeks; its dose table is not used"),
        Source(FAVA_2003, "6 weeks in MGH staging"),
    ),
    house=(
        ListItem(ARTICLE, SECTION, "Each of them reached an adequate dose", "dose as a condition"),
        ListItem(
            ARTICLE,
            SECTION,
            "Each lasted long enough (≥4-8 weeks at a therapeutic dose)",
            "4 to 8 weeks as the limits of the weeks required",
        ),
        TableRow(ARTICLE, SECTION, "Short duration", "Confirm ≥6-8 weeks at full dose", "6 weeks as the default"),
        ListItem(
            ARTICLE,
            SECTION,
            "Adherence has been looked into (pharmacy records; blood levels where available)",
            "adherence as a condition",
        ),
    ),
    differences=(
        Difference(
            topic="How long a trial must last",
            house="4 to 8 weeks in one place and 6 to 8 weeks in another; the default of 6 satisfies both.",
            literature="ATHF-SF asks for 4 weeks, MGH-ATRQ and Fava for 6.",
            when=lambda trial, answer: 4 <= trial.weeks < 8,
        ),
        Difference(
            topic="Lower doses",
            house="House default: venlafaxine 150 mg, mirtazapine 30 mg, trazodone 300 mg.",
            literature="US labels start mirtazapine at 15 mg and trazodone at 150 mg. The authors of MGH-ATRQ judged 75 mg "
            "of venlafaxine too low.",
            when=lambda trial, answer: trial.drug in ("venlafaxine", "mirtazapine", "trazodone"),
        ),
    ),
    rights="ATHF-SF is copyrighted by its authors and MGH-ATRQ by Massachusetts General Hospital. They are cited here; "
    "neither their forms nor their dose tables are reproduced.",
    synonyms=("ATHF", "ATRQ", "adequate trial", "minimum dose", "adherence", *DRUGS),
)
