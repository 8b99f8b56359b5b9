"""Medication hold: given this other medicine, may today's ketamine treatment go ahead under the house protocol?

For the medicines that the house article names. Not an interaction check of the whole drug list.
Returns the rule, whether it is met, and the hours that remain. Rules from the house article.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, TableRow
from ..display import plain
from ..errors import InputProblem
from ..fields import Choice, Number, YesNo
from ..references import ANDRADE_2017, COSTI_2019, ESKETAMINE_LABEL, HOUSE, VERAART_2021, WILLIAMS_2018

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Concurrent Antidepressant Therapy"

HOURS = {"maoi": 2 * 7 * 24, "naltrexone_oral": 72}  # house article: two weeks, and 72 hours
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
    "washout_336_h": "Washout of 2 weeks (336 h)",
    "hold_72_h": "Hold for 72 h",
    "not_covered": "Not covered by the house protocol",
    "continue": "Continue",
}
RULE_OF = {"maoi": "washout_336_h", "naltrexone_oral": "hold_72_h"}


@dataclass(frozen=True, kw_only=True)
class Intake:
    agent: Annotated[str, Choice(label="Medicine", options=AGENTS)]
    hours_since_last_dose: Annotated[
        Fraction | None,
        Number(
            label="Hours since the last dose",
            unit="hours",
            low=0,
            high=100_000,
            why="More than eleven years ago is no longer a dose to wait for.",
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
    rule: Annotated[str, Output(label="House rule", words=RULES)]
    clear: Annotated[bool | None, Output(label="House rule met")]
    hours_remaining: Annotated[Fraction | None, Output(label="Still to wait", unit="hours")]


def hold(intake: Intake) -> Hold:
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
    if intake.agent == HELD_BY_DAY:
        yield Notice(
            "stop", "Never stop a long-term benzodiazepine abruptly. The rule delays one dose; it ends no prescription."
        )
    if intake.agent == NOT_COVERED:
        yield Notice(
            "caution",
            "A monthly depot cannot be held for 72 h, and the house protocol is silent on it. Decide with its prescriber.",
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


def row(name: str, text: str, says: str) -> TableRow:
    return TableRow(ARTICLE, SECTION, name, text, says)


def only(*agents: str) -> Callable[[Intake, Hold], bool]:
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
        "MAO inhibitor: met from 336 h (2 weeks) after the last dose; still to wait = 336 h − hours since.",
        "Naltrexone by mouth: met from 72 h after the last dose; still to wait = 72 h − hours since.",
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
        row("Benzodiazepines", "May blunt ketamine effect | Hold on treatment days", "benzodiazepines"),
        row("MAOIs", "Theoretical risk | 2-week washout", "MAO inhibitors: 336 h"),
        row("Naltrexone", "May reduce ketamine effect | Hold 72 hours prior", "naltrexone by mouth: 72 h"),
        row("SSRIs/SNRIs", "First-line, continue during ketamine", "SSRI and SNRI continue"),
        row("Lithium", "May enhance ketamine response", "lithium continues"),
        row("Lamotrigine", "Theoretical glutamatergic synergy", "lamotrigine continues"),
        row("Bupropion", "Commonly continued", "bupropion continues"),
        row("Atypical antipsychotics", "Continue if previously helpful", "atypical antipsychotics continue"),
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
            house="A washout of 2 weeks.",
            literature="The esketamine label asks to monitor blood pressure and does not exclude them; published cases with "
            "tranylcypromine were uneventful.",
            when=only("maoi"),
        ),
        Difference(
            topic="Naltrexone",
            house="Hold for 72 h.",
            literature="One small crossover trial found the effect blunted, other reports did not. The 72 h have no trial "
            "behind them, and a depot cannot be held this way.",
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
