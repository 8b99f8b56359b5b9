"""Medication hold: the house rule on another medicine, whether it is met, and the hours that remain.

For the medicines that the house article names, with its rules.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..errors import InputProblem
from ..fields import Choice, Number, YesNo
from ..house_article import PROTOCOLS
from ..references import ANDRADE_2017, COSTI_2019, ESKETAMINE_LABEL, HOUSE, VERAART_2021, WILLIAMS_2018

CONCURRENT = PROTOCOLS.section("Concurrent Antidepressant Therapy")

MAOI_WEEKS, NALTREXONE_HOURS = 2, 72  # house article
HOURS = {"maoi": MAOI_WEEKS * 7 * 24, "naltrexone_oral": NALTREXONE_HOURS}
LONGEST_HOURS = 100_000
HELD_BY_DAY = "benzodiazepine"
NOT_COVERED = "naltrexone_depot"

AGENTS = {
    "benzodiazepine": "Benzodiazepine",
    "maoi": "MAO inhibitor",
    "naltrexone_oral": "Naltrexone by mouth",
    "naltrexone_depot": "Naltrexone depot injection",
    "ssri": "SSRI",
    "snri": "SNRI",
    "bupropion": "Bupropion",
    "lithium": "Lithium",
    "lamotrigine": "Lamotrigine",
    "atypical_antipsychotic": "Atypical antipsychotic",
}
RULES = {
    "hold_treatment_day": "Hold on treatment days",
    "washout_336_h": f"Washout of {MAOI_WEEKS} weeks ({HOURS['maoi']} h)",
    "hold_72_h": f"Hold for {NALTREXONE_HOURS} h",
    "not_covered": "Not covered by the house protocol",
    "continue": "Continue",
}
RULE_OF = {"maoi": "washout_336_h", "naltrexone_oral": "hold_72_h"}


@dataclass(frozen=True, kw_only=True)
class Intake:
    """One other medicine, and when it was last taken."""

    agent: Annotated[str, Choice(label="Medicine", options=AGENTS)]
    hours_since_last_dose: Annotated[
        Fraction | None,
        Number(
            label="Hours since the last dose",
            unit="hours",
            low=0,
            high=LONGEST_HOURS,
            why=f"More than {spelled(LONGEST_HOURS // (365 * 24))} years ago is no longer a dose to wait for.",
            asked_when=("agent", tuple(HOURS)),
        ),
    ] = None
    taken_on_treatment_day: Annotated[
        bool | None,
        YesNo(
            label="Taken on the day of treatment",
            hint="Any dose on the calendar day of the session",
            asked_when=("agent", (HELD_BY_DAY,)),
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Hold:
    """The rule; `clear` is None where the house has none, `hours_remaining` None where it is not told in hours."""

    rule: Annotated[str, Output(label="House rule", words=RULES)]
    clear: Annotated[bool | None, Output(label="House rule met")]
    hours_remaining: Annotated[Fraction | None, Output(label="Still to wait", unit="hours")]


def hold(intake: Intake) -> Hold:
    """The rule of the house article, and the hours that are left of it, 0 when it is met."""
    if intake.agent == HELD_BY_DAY:
        return Hold(rule="hold_treatment_day", clear=not intake.taken_on_treatment_day, hours_remaining=None)
    if intake.agent in HOURS:
        assert intake.hours_since_last_dose is not None
        left = max(Fraction(0), HOURS[intake.agent] - intake.hours_since_last_dose)
        return Hold(rule=RULE_OF[intake.agent], clear=left == 0, hours_remaining=left)
    if intake.agent == NOT_COVERED:
        return Hold(rule="not_covered", clear=None, hours_remaining=None)
    return Hold(rule="continue", clear=True, hours_remaining=None)


def what_the_rule_needs(intake: Intake) -> Iterable[InputProblem]:
    """Asks for what the rule on this medicine is judged by."""
    if intake.agent in HOURS and intake.hours_since_last_dose is None:
        yield InputProblem(
            "hours_since_last_dose",
            f"Hours since the last dose are needed for the rule on {AGENTS[intake.agent]}. Enter them.",
            "missing",
        )
    if intake.agent == HELD_BY_DAY and intake.taken_on_treatment_day is None:
        yield InputProblem(
            "taken_on_treatment_day", "Taken on the day of treatment: answer yes or no for a benzodiazepine.", "missing"
        )


def headline(intake: Intake, answer: Hold) -> str:
    """The medicine with its rule, met or not."""
    name = AGENTS[intake.agent]
    if answer.rule == "continue":
        return f"{name}: continue"
    if answer.clear is None:
        return f"{name}: the house protocol has no rule"
    if answer.clear:
        return f"{name}: the house rule is met"
    if answer.hours_remaining is None:
        return f"{name}: the house rule is not met, a dose was taken on the day of treatment"
    return f"{name}: the house rule is not met, {plain(answer.hours_remaining)} h still to wait"


def working(intake: Intake, answer: Hold) -> Iterable[str]:
    """The hours since the last dose beside those needed."""
    yield f"Rule for {AGENTS[intake.agent]}: {RULES[answer.rule].lower()}"
    if intake.agent in HOURS and intake.hours_since_last_dose is not None:
        since, needed = plain(intake.hours_since_last_dose), HOURS[intake.agent]
        if answer.clear:
            over = plain(intake.hours_since_last_dose - needed)
            yield f"{since} h is {needed} h or more: met, {over} h beyond it"
        else:
            yield f"{needed} h − {since} h = {plain(answer.hours_remaining or 0)} h to wait"
    elif intake.agent == HELD_BY_DAY:
        yield f"Taken on the day of treatment: {'yes, not met' if intake.taken_on_treatment_day else 'no, met'}"
    unused = [
        label
        for label, given, used in (
            ("hours since the last dose", intake.hours_since_last_dose, intake.agent in HOURS),
            ("taken on the day of treatment", intake.taken_on_treatment_day, intake.agent == HELD_BY_DAY),
        )
        if given is not None and not used
    ]
    if unused:
        yield f"Entered, but not part of this rule: {', '.join(unused)}"


def warnings(intake: Intake, answer: Hold) -> Iterable[Notice]:
    """What stopping the medicine would mean, and what the house does not cover."""
    if intake.agent == HELD_BY_DAY:
        yield Notice(
            "stop", "Never stop a long-term benzodiazepine abruptly. The rule delays one dose; it ends no prescription."
        )
    if intake.agent == NOT_COVERED:
        yield Notice(
            "caution",
            f"A monthly depot cannot be held for {NALTREXONE_HOURS} h, and the house protocol is silent on it. Decide with its "
            "prescriber.",
        )
    if intake.agent == "maoi" and not answer.clear:
        yield Notice(
            "caution", "Stopping an MAO inhibitor is a treatment decision of its own: plan it with its prescriber."
        )
    if intake.agent == "naltrexone_oral" and not answer.clear:
        yield Notice(
            "caution",
            "Pausing naltrexone, often taken for alcohol or opioid use, is a treatment decision of its own: plan it with "
            "its prescriber.",
        )
    yield Notice("note", "This is one rule for one medicine, not an interaction check of the whole list.")


def only(*agents: str) -> Callable[[Intake, Hold], bool]:
    """The condition that the answer is about one of these medicines."""
    return lambda intake, answer: intake.agent in agents


CALCULATOR = Calculator(
    id="medication_hold",
    title="Medication hold",
    summary="Given this other medicine, does the house protocol want it held or continued around a ketamine treatment?",
    moment="give",
    version="1.0",
    population="Adults before a ketamine treatment. Not an interaction check of the whole drug list.",
    inputs=Intake,
    outputs=Hold,
    compute=hold,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(what_the_rule_needs,),
    formula=(
        "Benzodiazepine: met if none was taken on the day of treatment.",
        f"MAO inhibitor: met from {HOURS['maoi']} h ({MAOI_WEEKS} weeks) after the last dose; still to wait = "
        f"{HOURS['maoi']} h − hours since.",
        f"Naltrexone by mouth: met from {NALTREXONE_HOURS} h after the last dose; still to wait = {NALTREXONE_HOURS} h − "
        "hours since.",
        "Naltrexone depot: not covered.",
        "SSRI, SNRI, bupropion, lithium, lamotrigine, atypical antipsychotic: continue.",
    ),
    sources=(
        Source(HOUSE, "every rule"),
        Source(
            VERAART_2021, "benzodiazepines shorten the effect; lamotrigine in 2 of 5 studies; tranylcypromine cases"
        ),
        Source(ANDRADE_2017, "benzodiazepines may diminish the antidepressant action"),
        Source(ESKETAMINE_LABEL, "MAO inhibitors: monitor blood pressure; not a contraindication"),
        Source(WILLIAMS_2018, "naltrexone 50 mg by mouth blunted the effect in a small crossover trial"),
        Source(COSTI_2019, "no added benefit of lithium after ketamine"),
    ),
    house=(
        CONCURRENT.row("Benzodiazepines", "May blunt ketamine effect | Hold on treatment days", says="benzodiazepines"),
        CONCURRENT.row("MAOIs", "Theoretical risk | 2-week washout", says=f"MAO inhibitors: {HOURS['maoi']} h"),
        CONCURRENT.row(
            "Naltrexone",
            "May reduce ketamine effect | Hold 72 hours prior",
            says=f"naltrexone by mouth: {NALTREXONE_HOURS} h",
        ),
        CONCURRENT.row("SSRIs/SNRIs", "First-line, continue during ketamine", says="SSRI and SNRI continue"),
        CONCURRENT.row("Lithium", "May enhance ketamine response", says="lithium continues"),
        CONCURRENT.row("Lamotrigine", "Theoretical glutamatergic synergy", says="lamotrigine continues"),
        CONCURRENT.row("Bupropion", "Commonly continued", says="bupropion continues"),
        CONCURRENT.row(
            "Atypical antipsychotics", "Continue if previously helpful", says="atypical antipsychotics continue"
        ),
    ),
    differences=(
        Difference(
            topic="Benzodiazepines",
            house="Hold on the day of treatment.",
            literature="Agrees: several reports found a shorter antidepressant effect.",
            when=only("benzodiazepine"),
        ),
        Difference(
            topic="MAO inhibitors",
            house=f"A washout of {MAOI_WEEKS} weeks.",
            literature="The esketamine label asks to monitor blood pressure and does not exclude them; published cases with "
            "tranylcypromine were uneventful.",
            when=only("maoi"),
        ),
        Difference(
            topic="Naltrexone",
            house=f"Hold for {NALTREXONE_HOURS} h.",
            literature="One small crossover trial found the effect blunted, other reports did not. "
            f"The {NALTREXONE_HOURS} h have no trial behind them, and a depot cannot be held this way.",
            when=only("naltrexone_oral", "naltrexone_depot"),
        ),
        Difference(
            topic="Lamotrigine",
            house="Continue; “synergy”.",
            literature="May weaken the effect: 2 of 5 studies found that.",
            when=only("lamotrigine"),
        ),
        Difference(
            topic="Lithium",
            house="Continue; may enhance the response.",
            literature="A randomized trial of lithium continuation after ketamine found no added benefit.",
            when=only("lithium"),
        ),
    ),
    synonyms=("interaction", "washout", "benzodiazepine", "naltrexone", "MAOI", "lamotrigine", "lithium"),
)
