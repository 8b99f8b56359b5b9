"""Medication hold: the rule on another medicine by house article, label or trials, whether it is met, and the hours left."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Notice, Output, Source
from ..display import plain, spelled
from ..errors import InputProblem
from ..fields import Choice, Number, YesNo
from ..figures import Chip, Figure
from ..hold_differences import DIFFERENCES
from ..house_article import PROTOCOLS
from ..other_medicines import AGENTS as AGENTS
from ..other_medicines import (
    CAUTIONS,
    MAOI_WITH_THE_SPRAY,
    NOT_MET,
    NOTES,
    RULE_OF,
    WITHOUT_ALCOHOL,
    caution,
)
from ..other_medicines import MAOI_WEEKS as MAOI_WEEKS
from ..other_medicines import NALTREXONE_HOURS as NALTREXONE_HOURS
from ..references import (
    ANDRADE_2017,
    COSTI_2019,
    ESKETAMINE_LABEL,
    HOUSE,
    KETAMINE_LABEL,
    LUDWIG_2021,
    VERAART_2021,
    WILLIAMS_2018,
)
from ..safety_references import CYP3A4_TEXTS, ESKETAMINE_TRIALS_PRESSURE, MAOI_COMBINATIONS, VALPROATE_UK
from ..wording import in_sentence

CONCURRENT = PROTOCOLS.section("Concurrent antidepressant therapy")

HOURS = {"maoi": MAOI_WEEKS * 7 * 24, "naltrexone_oral": NALTREXONE_HOURS}
LONGEST_HOURS = 100_000
TREATMENTS = {"ketamine": "Ketamine by any route", "esketamine": "Esketamine nasal spray"}
HELD_BY_DAY = "benzodiazepine"
NOT_COVERED = "naltrexone_depot"

RULES = {
    "hold_treatment_day": "Hold on treatment days",
    "washout_336_h": f"{MAOI_WEEKS}-week washout ({HOURS['maoi']} h)",
    "hold_72_h": f"Hold for {NALTREXONE_HOURS} h",
    "not_covered": "Not covered by our protocol",
    "continue": "Continue",
    "monitor": "Monitor",
    "consider_alternative": "Consider an alternative",
    "take_as_usual": "Take as usual",
}
NEVER_HELD = ("continue", "monitor", "consider_alternative", "take_as_usual")  # rules that nothing has to be waited for


@dataclass(frozen=True, kw_only=True)
class Intake:
    """One other medicine, and when it was last taken."""

    agent: Annotated[str, Choice(label="Medicine", options=AGENTS)]
    treatment: Annotated[
        str | None,
        Choice(
            label="Treatment planned",
            hint="Left empty it is ketamine, which the washout is for; with the spray the label asks to monitor",
            options=TREATMENTS,
            asked_when=("agent", ("maoi",)),
        ),
    ] = None
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

    rule: Annotated[str, Output(label="Rule", words=RULES)]
    clear: Annotated[bool | None, Output(label="Rule met")]
    hours_remaining: Annotated[Fraction | None, Output(label="Still to wait", unit="hours")]


def with_the_spray(intake: Intake) -> bool:
    """Whether it is an MAO inhibitor with esketamine spray: the label asks to monitor, and our protocol has no washout."""
    return intake.agent == "maoi" and intake.treatment == "esketamine"


def is_counted(intake: Intake) -> bool:
    """Whether the rule counts hours."""
    return intake.agent in HOURS and not with_the_spray(intake)


def hold(intake: Intake) -> Hold:
    """The rule of the house article, label or trials, and the hours that are left of it, 0 when it is met."""
    if intake.agent == HELD_BY_DAY:
        return Hold(rule="hold_treatment_day", clear=not intake.taken_on_treatment_day, hours_remaining=None)
    if with_the_spray(intake):
        return Hold(rule="monitor", clear=True, hours_remaining=None)
    if intake.agent in HOURS:
        assert intake.hours_since_last_dose is not None
        left = max(Fraction(0), HOURS[intake.agent] - intake.hours_since_last_dose)
        return Hold(rule=RULE_OF[intake.agent], clear=left == 0, hours_remaining=left)
    if intake.agent == NOT_COVERED:
        return Hold(rule="not_covered", clear=None, hours_remaining=None)
    return Hold(rule=RULE_OF.get(intake.agent, "continue"), clear=True, hours_remaining=None)


def what_the_rule_needs(intake: Intake) -> Iterable[InputProblem]:
    """Asks for what the rule on this medicine is judged by."""
    if is_counted(intake) and intake.hours_since_last_dose is None:
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
    name, rule = AGENTS[intake.agent], in_sentence(RULES[answer.rule]).partition(" (")[0]
    if answer.rule in NEVER_HELD:
        return f"{name}: {rule}"
    if answer.clear is None:
        return f"{name}: no rule in our protocol, decide with its prescriber"
    if answer.clear:
        return f"{name}: OK today ({rule})"
    if answer.hours_remaining is None:
        return f"{name}: not today, taken on the day of treatment ({rule})"
    return f"{name}: wait {plain(answer.hours_remaining)} h more ({rule})"


def figure(intake: Intake, answer: Hold) -> Figure:
    """Whether it is OK today, or how long to wait."""
    name, rule, says = AGENTS[intake.agent], RULES[answer.rule], ("rule", "clear", "hours_remaining")
    if answer.clear:
        as_usual = answer.rule in NEVER_HELD
        return Figure(rule if as_usual else "OK today", "", name, () if as_usual else (Chip(rule, "good"),), says=says)
    left = "" if answer.hours_remaining is None else plain(answer.hours_remaining)
    verdict = left or ("Ask its prescriber" if answer.clear is None else "Not today")
    return Figure(verdict, "h to wait" if left else "", name, (Chip(rule, "caution"),), says=says)


def working(intake: Intake, answer: Hold) -> Iterable[str]:
    """The hours since the last dose beside those needed."""
    yield f"Rule for {AGENTS[intake.agent]}: {RULES[answer.rule].lower()}"
    if is_counted(intake) and intake.hours_since_last_dose is not None:
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
            ("hours since the last dose", intake.hours_since_last_dose, is_counted(intake)),
            ("taken on the day of treatment", intake.taken_on_treatment_day, intake.agent == HELD_BY_DAY),
        )
        if given is not None and not used
    ]
    yield from [f"Entered, but not part of this rule: {', '.join(unused)}"] if unused else []


def warnings(intake: Intake, answer: Hold) -> Iterable[Notice]:
    """What the medicine or stopping it would mean, and what the house does not cover."""
    if not answer.clear:
        yield from while_not_met(intake)
    if with_the_spray(intake):
        yield MAOI_WITH_THE_SPRAY
    if intake.agent in CAUTIONS:
        yield CAUTIONS[intake.agent]
    if intake.agent in NOTES:
        yield Notice("note", NOTES[intake.agent])
    yield Notice("note", "This is one rule for one medicine, not an interaction check of the whole list.")


def while_not_met(intake: Intake) -> Iterable[Notice]:
    """What a hold that is not met, or that the house does not know, means for this medicine."""
    yield from NOT_MET.get(intake.agent, ())
    if intake.agent == NOT_COVERED:
        yield caution(
            f"Decide with its prescriber. A monthly depot cannot be held for {NALTREXONE_HOURS} h, and our protocol "
            "has no rule for it.",
            "naltrexone_depot",
            "naltrexone depot: no rule, decide with its prescriber",
        )


CALCULATOR = Calculator(
    id="medication_hold",
    title="Medication hold",
    summary="Given this other medicine, is it held, watched or continued around a ketamine treatment?",
    moment="give",
    version="2.0",
    population="Adults before a ketamine treatment. Not an interaction check of the whole drug list.",
    inputs=Intake,
    outputs=Hold,
    compute=hold,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    rules=(what_the_rule_needs,),
    formula=(
        "Benzodiazepine: met if none was taken on the day of treatment.",
        f"MAO inhibitor before ketamine, our protocol: met from {HOURS['maoi']} h ({MAOI_WEEKS} weeks) after the last dose; "
        f"still to wait = {HOURS['maoi']} h − hours since.",
        "MAO inhibitor before esketamine spray, the label: monitor blood pressure closely; no washout.",
        f"Naltrexone by mouth: met from {NALTREXONE_HOURS} h after the last dose; still to wait = {NALTREXONE_HOURS} h − "
        "hours since.",
        "Naltrexone depot: not covered.",
        "SSRI, SNRI, bupropion, lithium, lamotrigine, atypical antipsychotic, valproate: continue.",
        "Opioid, alcohol or sedative, stimulant, sympathomimetic, CYP3A4 inhibitor or inducer: monitor.",
        f"Alcohol within {WITHOUT_ALCOHOL} h: put the session off. Our own value; labels give no time.",
        "Theophylline or aminophylline: consider an alternative. Blood pressure medicine: take as usual.",
        "Each medicine is judged alone; the infusion worksheet judges pairs as well.",
    ),
    sources=(
        Source(HOUSE, "the rules from benzodiazepines to atypical antipsychotics"),
        Source(VERAART_2021, "benzodiazepines shorten the effect; lamotrigine in 2 of 5 studies"),
        Source(ANDRADE_2017, "benzodiazepines may diminish the antidepressant action"),
        Source(
            ESKETAMINE_LABEL,
            "MAO inhibitors and stimulants: monitor blood pressure; benzodiazepines, opioids and alcohol: more sedation; none is "
            "a contraindication",
        ),
        Source(KETAMINE_LABEL, "opioids, benzodiazepines, sympathomimetics, theophylline and aminophylline"),
        Source(
            ESKETAMINE_TRIALS_PRESSURE, "blood pressure medicines taken as usual, the morning dose before the spray"
        ),
        Source(VALPROATE_UK, "valproate and pregnancy"),
        Source(MAOI_COMBINATIONS, "the pairs that the infusion worksheet judges"),
        Source(CYP3A4_TEXTS, "the direction of CYP3A4 inhibitors and inducers, without a dose"),
        Source(WILLIAMS_2018, "naltrexone 50 mg by mouth blunted the effect in a small crossover trial"),
        Source(LUDWIG_2021, "a larger rise of blood pressure with tranylcypromine, without a crisis"),
        Source(COSTI_2019, "no added benefit of lithium after ketamine"),
    ),
    house=(
        CONCURRENT.row("Benzodiazepines", "May blunt ketamine effect | Hold on treatment days", says="benzodiazepines"),
        CONCURRENT.row(
            "MAOIs", f"Theoretical risk | {MAOI_WEEKS}-week washout", says=f"MAO inhibitors: {HOURS['maoi']} h"
        ),
        CONCURRENT.row(
            "Naltrexone",
            f"May reduce ketamine effect | Hold {NALTREXONE_HOURS} hours prior",
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
    differences=DIFFERENCES,
    synonyms=(
        *("interaction", "washout", "benzodiazepine", "naltrexone", "MAOI", "lamotrigine", "lithium", "opioid"),
        *("alcohol", "stimulant", "SSRI", "SNRI", "valproate", "theophylline"),
    ),
)
