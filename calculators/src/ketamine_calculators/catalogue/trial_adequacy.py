"""Trial adequacy: whether the dose, the length and the adherence of an antidepressant trial were sufficient.

Weeks from the house article. The minimum doses are a house default, not those of a published form.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated, get_args

from ..antidepressants import ATHF_WEEKS, ATRQ_WEEKS, CLASSES, FAVA_WEEKS, MINIMA
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..drugs.entered import MINIMUM_FROM, compared, entered, problems, with_age_limit, without_minimum
from ..drugs.limits import above, limit_lines, limits_of
from ..drugs.names import every_name
from ..drugs.notices import JUDGMENT, dose_notices, minimum_notices
from ..drugs.product import GRADES, READ_ON
from ..drugs.question import OTHER, Antidepressant
from ..drugs.table import PRODUCTS
from ..fields import Choice, Number, Text
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_protocol import FULL_DOSE_WEEKS, TRIAL_WEEKS
from ..quantities import LONGEST_YEARS, AdultAge
from ..references import ANTIDEPRESSANT_LABELS, CHANDLER_2010, FAVA_2003, HOUSE, SACKEIM_2019
from ..wording import listed, upper_first

VERIFYING = PROTOCOLS.section("Verifying treatment resistance")

ADHERENCE_FROM = 80  # percent of days covered, house convention: the usual cut
DEFAULT_WEEKS = 6  # house convention: inside both ranges of the house article
(FEWEST_WEEKS, MOST_WEEKS), (FULL_FROM, FULL_TO) = TRIAL_WEEKS, FULL_DOSE_WEEKS
WEEKS_IN_PRINT = f"{FEWEST_WEEKS} to {MOST_WEEKS} weeks"
HIGHEST_MG = 1000
*_, _AGE = get_args(AdultAge)
_NO_MORE = "No antidepressant of the list is given in more."

LOWER_ELSEWHERE = ("venlafaxine", "mirtazapine", "trazodone")


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One trial as it was taken."""

    drug: Annotated[
        str, Antidepressant(label="Drug", hint="In the form that was taken; “Not in the table” is the last")
    ]
    other_drug: Annotated[str | None, Text(label="Name of the drug", asked_when=("drug", (OTHER,)))] = None
    other_class: Annotated[str | None, Choice(label="Its class", options=CLASSES, asked_when=("drug", (OTHER,)))] = None
    stated_min_mg: Annotated[
        Fraction | None,
        Number(
            label="Minimum daily dose",
            unit="mg",
            hint="Yours, from its label. Blank leaves adequacy to your judgment",
            above=0,
            high=HIGHEST_MG,
            why=_NO_MORE,
            asked_when=("drug", without_minimum()),
        ),
    ] = None
    daily_dose_mg: Annotated[
        Fraction,
        Number(
            label="Daily dose",
            unit="mg",
            hint="The highest dose that was kept for the weeks below",
            above=0,
            high=HIGHEST_MG,
            why=_NO_MORE,
        ),
    ]
    weeks: Annotated[
        Fraction,
        Number(
            label="Weeks at that dose",
            unit="weeks",
            low=0,
            high=LONGEST_YEARS * 52,
            why=f"Longer than {spelled(LONGEST_YEARS)} years is likely a typing error.",
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
            hint=f"{DEFAULT_WEEKS} satisfies both durations of our protocol",
            low=FEWEST_WEEKS,
            high=MOST_WEEKS,
            why=f"Published instruments ask for {WEEKS_IN_PRINT}.",
        ),
    ] = Fraction(DEFAULT_WEEKS)
    age: Annotated[
        int | None,
        replace(
            _AGE, label="Age at the time", hint="Its label maximum depends on it", asked_when=("drug", with_age_limit())
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Adequacy:
    """The three answers and what the dose was compared with. What depends on a minimum that nobody gave is None."""

    adequate: Annotated[bool | None, Output(label="Adequate trial")]
    dose_ok: Annotated[bool | None, Output(label="Dose sufficient")]
    duration_ok: Annotated[bool, Output(label="Length sufficient")]
    adherence_ok: Annotated[bool, Output(label="Adherence sufficient")]
    min_dose_mg: Annotated[Fraction | int | None, Output(label="Minimum daily dose", unit="mg")]
    minimum_from: Annotated[str, Output(label="Where the minimum is from", words=MINIMUM_FROM)]
    drug_class: Annotated[str, Output(label="Class", words=CLASSES)]
    grade: Annotated[str | None, Output(label="Evidence grade of that dose")]
    generic: Annotated[str, Output(label="Counted as")]
    in_table: Annotated[bool, Output(label="In the table", shown=False)]
    max_dose_mg: Annotated[Fraction | int | None, Output(label="Asked about above", unit="mg")]
    above_max: Annotated[bool | None, Output(label="Above that dose", shown=False)]


def adequacy(trial: Trial) -> Adequacy:
    """Dose in mg a day, weeks and percent, each against the least that is sufficient. House defaults."""
    found = entered(trial)
    product = found.product
    dose = None if found.minimum is None else trial.daily_dose_mg >= found.minimum
    duration = trial.weeks >= trial.min_weeks
    adherence = trial.adherence_pct >= ADHERENCE_FROM
    limit = above(product, trial.daily_dose_mg, trial.age) if product else None
    return Adequacy(
        adequate=dose if duration and adherence else False,
        dose_ok=dose,
        duration_ok=duration,
        adherence_ok=adherence,
        min_dose_mg=found.minimum,
        minimum_from=found.minimum_from,
        drug_class=found.family,
        grade=found.grade,
        generic=found.drug,
        in_table=product is not None,
        max_dose_mg=(limit or product.lowest).mg if product else None,
        above_max=limit is not None if product else None,
    )


def headline(trial: Trial, answer: Adequacy) -> str:
    """Adequate, or what was not sufficient; before it what has to be checked or judged first."""
    parts = {"dose": answer.dose_ok is not False, "length": answer.duration_ok, "adherence": answer.adherence_ok}
    short = [part for part, holds in parts.items() if not holds]
    stated = " by the minimum you stated" if answer.minimum_from == "stated" else ""
    judged = {
        True: f"Adequate in dose, length and adherence{stated}",
        False: f"Not adequate: {listed(short, 'and')} not sufficient",
        None: "Length and adherence sufficient",
    }[answer.adequate]
    found = entered(trial)
    first = next((notice.short for notice in dose_notices(found, trial.daily_dose_mg, trial.age)), "")
    if answer.minimum_from != "table":
        where = "No minimum dose in this table" if answer.in_table else "Not in the table"
        judged = f"{judged}; {JUDGMENT}" if first else f"{where}: {JUDGMENT}. {judged}"
    return upper_first(f"{first}. {judged}" if first else judged)


def figure(trial: Trial, answer: Adequacy) -> Figure:
    """The verdict, with each of the three and what has to be checked first."""
    words = {True: "sufficient", False: "not sufficient", None: "has no minimum here"}
    parts = {"Dose": answer.dose_ok, "Length": answer.duration_ok, "Adherence": answer.adherence_ok}
    chips = [Chip(upper_first(one.short), "caution") for one in warnings(trial, answer) if one.kind == "caution"]
    chips += [Chip(f"{name} {words[ok]}", "good" if ok else "caution") for name, ok in parts.items()]
    verdict = {True: "Adequate", False: "Not adequate", None: "Judge the dose"}[answer.adequate]
    return Figure(verdict, chips=tuple(chips), says=("adequate", "dose_ok", "duration_ok", "adherence_ok"))


def working(trial: Trial, answer: Adequacy) -> Iterable[str]:
    """Each of the three comparisons, how well the dose is grounded, and the limits of the label with their sources."""
    found = entered(trial)
    if found.minimum is None:
        yield f"Dose of {found.name}: {found.dose(trial.daily_dose_mg)}, no minimum dose to compare it with"
    else:
        unit = found.dose(0).removeprefix("0")
        yield compared(f"Dose of {found.name}", trial.daily_dose_mg, found.minimum, unit)
    if found.grade:
        yield f"Evidence for the minimum dose, {found.grade}: {GRADES[found.grade]}"
        if found.product and found.product.strength != 1:
            yield f"{found.dose(found.minimum or 0)} stand for {MINIMA[found.drug].mg} mg of {found.drug}"
    elif found.minimum is not None:
        yield "Evidence for the minimum dose: stated by you, not of this table"
    yield compared("Length at that dose", trial.weeks, trial.min_weeks, " weeks")
    yield compared("Adherence", trial.adherence_pct, ADHERENCE_FROM, "%")
    if found.product:
        yield from limit_lines(found.product)
        if found.product.licensed:
            yield f"Licensed for depression in {found.product.licensed}"


def warnings(trial: Trial, answer: Adequacy) -> Iterable[Notice]:
    """A dose to check, what the minimum doses rest on, and what adequate does not mean."""
    found = entered(trial)
    yield from dose_notices(found, trial.daily_dose_mg, trial.age)
    yield from minimum_notices(found)
    if answer.minimum_from == "table":
        yield Notice(
            "note",
            "Your clinic must confirm the minimum doses. They are our own values, not those of ATHF-SF or MGH-ATRQ.",
        )
    if found.product and found.product.remark:
        yield Notice("note", f"{upper_first(found.name)}: {found.product.remark}")
    if answer.adequate:
        yield Notice("note", "Adequate is not the same as failed: how far symptoms fell decides.", "trd_definitions")


def doses(family: str) -> str:
    """A class with the minimum dose of each of its drugs and the grade of that dose."""
    drugs = {product.generic for product in PRODUCTS.values() if product.family == family}
    each = (f"{name} {least.mg} ({least.grade})" for name, least in MINIMA.items() if name in drugs)
    return f"{CLASSES[family].split(' (')[0]}: {', '.join(each)}."


CALCULATOR = Calculator(
    id="trial_adequacy",
    title="Trial adequacy",
    summary="Was this antidepressant given in a sufficient dose, for long enough, and was it taken?",
    moment="verify",
    version="1.1",
    population="Adults, one antidepressant at a time. Not for combinations, psychotherapy, ECT or rTMS.",
    inputs=Trial,
    outputs=Adequacy,
    compute=adequacy,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(problems,),
    formula=(
        "Adequate = dose, length and adherence all sufficient.",
        f"Dose: at or above the minimum daily dose. Length: at or above the weeks required. Adherence: {ADHERENCE_FROM}% or "
        "more (our convention).",
        "Minimum daily doses in mg, our own values that each clinic must confirm, with the ground of each:",
        *(doses(family) for family in CLASSES if family != "OTHER"),
        *(f"Ground {grade}: {words}." for grade, words in GRADES.items()),
        f"A dose above the label maximum is asked about. In mg, read on {READ_ON}; the answer names the source:",
        *(limits_of(family) for family in CLASSES),
    ),
    sources=(
        Source(HOUSE, "dose, length and adherence as what makes a trial, and the range of weeks"),
        Source(
            ANTIDEPRESSANT_LABELS,
            "the minimum doses of grades A and B, and the label maxima, each read in the copy or secondary source that the "
            "answer names",
        ),
        Source(SACKEIM_2019, f"adequacy as a yes or no, and at least {ATHF_WEEKS} weeks; its dose table is not used"),
        Source(CHANDLER_2010, f"at least {ATRQ_WEEKS} weeks; its dose table is not used"),
        Source(FAVA_2003, f"{FAVA_WEEKS} weeks in MGH staging"),
    ),
    house=(
        VERIFYING.item("Each of them reached an adequate dose", says="dose as a condition"),
        VERIFYING.item(
            f"Each lasted long enough (≥{FEWEST_WEEKS}-{MOST_WEEKS} weeks at a therapeutic dose)",
            says=f"{WEEKS_IN_PRINT} as the limits of the weeks required",
        ),
        VERIFYING.row(
            "Short duration",
            f"Confirm ≥{FULL_FROM}-{FULL_TO} weeks at full dose",
            says=f"{DEFAULT_WEEKS} weeks as the default",
        ),
        VERIFYING.item(
            "Adherence has been looked into (pharmacy records; blood levels where available)",
            says="adherence as a condition",
        ),
    ),
    differences=(
        Difference(
            topic="How long a trial must last",
            house=f"{WEEKS_IN_PRINT} in one place and {FULL_FROM} to {FULL_TO} weeks in another; the default "
            f"of {DEFAULT_WEEKS} satisfies both.",
            literature=f"ATHF-SF asks for {ATHF_WEEKS} weeks, MGH-ATRQ and Fava for {ATRQ_WEEKS}.",
            when=lambda trial, answer: FEWEST_WEEKS <= trial.weeks < MOST_WEEKS,
        ),
        Difference(
            topic="Lower doses",
            house=f"Our own value: {', '.join(f'{name} {MINIMA[name].mg} mg' for name in LOWER_ELSEWHERE)}.",
            literature="US labels start mirtazapine at 15 mg and trazodone at 150 mg. The authors of MGH-ATRQ judged 75 mg "
            "of venlafaxine too low.",
            when=lambda trial, answer: answer.generic in LOWER_ELSEWHERE,
        ),
    ),
    rights="ATHF-SF is copyrighted by its authors and MGH-ATRQ by Massachusetts General Hospital. They are cited here; "
    "neither their forms nor their dose tables are reproduced.",
    synonyms=("ATHF", "ATRQ", "adequate trial", "minimum dose", "adherence", *every_name()),
)
