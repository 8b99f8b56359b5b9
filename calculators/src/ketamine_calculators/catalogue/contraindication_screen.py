"""Contraindication screen: what was ticked, as contraindications and as conditions to be met first.

The lists come from the labels of esketamine and ketamine, from what trials excluded, and from the house.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..fields import Several
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..references import (
    ESKETAMINE_LABEL,
    HOUSE,
    KETAMINE_LABEL,
)
from ..safety_references import (
    ER_KETAMINE_2023,
    ESKETAMINE_EU,
    ESKETAMINE_TRIALS_BREATHING,
    ESKETAMINE_TRIALS_HEART,
)
from ..screen_findings import BASIS as BASIS
from ..screen_findings import CONDITIONS, CONTRAINDICATIONS, OF_THE_LABEL, SATURATION
from ..screen_findings import FLAGS as FLAGS
from ..wording import counted
from .bp_gate import DIASTOLIC_FIGURE, SYSTOLIC_FIGURE

PSYCHOSIS = PROTOCOLS.section("Depression with psychotic features")
EVALUATION = PROTOCOLS.section("Comprehensive assessment components")

STATUSES = {
    "contraindicated": "Contraindicated",
    "conditional": "Resolve before giving",
    "clear": "No listed contraindication",
}
VERDICTS = {**STATUSES, "contraindicated": "Do not give"}


@dataclass(frozen=True, kw_only=True)
class Patient:
    """What was found in the history and the examination."""

    flags: Annotated[
        tuple[str, ...],
        Several(
            label="Findings",
            hint="Select all that are present or not ruled out",
            options=FLAGS,
            none="None of these (all checked)",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What was ticked, apart by its weight. Any contraindication decides the status."""

    status: Annotated[str, Output(label="Screen", words=STATUSES)]
    contraindicated: Annotated[tuple[str, ...], Output(label="Contraindications", words=CONTRAINDICATIONS)]
    conditional: Annotated[tuple[str, ...], Output(label="Conditions", words=CONDITIONS)]


def screen(patient: Patient) -> Screen:
    """Each finding in the list it belongs to. Label and house article."""
    contraindicated = tuple(flag for flag in patient.flags if flag in CONTRAINDICATIONS)
    conditional = tuple(flag for flag in patient.flags if flag in CONDITIONS)
    return Screen(
        status="contraindicated" if contraindicated else "conditional" if conditional else "clear",
        contraindicated=contraindicated,
        conditional=conditional,
    )


def headline(patient: Patient, answer: Screen) -> str:
    """The status with the findings that decide it."""
    if answer.status == "clear":
        return f"{STATUSES[answer.status]}; the list is not complete"
    deciding = answer.contraindicated or answer.conditional
    return f"{STATUSES[answer.status]}: {', '.join(FLAGS[flag] for flag in deciding)}"


def figure(patient: Patient, answer: Screen) -> Figure:
    """The verdict, with the findings that decide it."""
    found, conditions = len(answer.contraindicated), len(answer.conditional)
    chips = [Chip(counted(found, "contraindication"), "stop")] if found else []
    chips += (
        [Chip(counted(conditions, "condition to resolve", "conditions to resolve"), "caution")] if conditions else []
    )
    deciding = answer.contraindicated or answer.conditional
    return Figure(
        VERDICTS[answer.status],
        chips=tuple(chips) or (Chip("List not complete"),),
        after="; ".join(FLAGS[flag] for flag in deciding),
        says=("status",) if deciding else ("status", "contraindicated", "conditional"),
    )


def working(patient: Patient, answer: Screen) -> Iterable[str]:
    """How many of each list were ticked, and the basis of each finding."""
    yield f"Contraindications ticked: {len(answer.contraindicated)} of {len(CONTRAINDICATIONS)}"
    yield f"Conditions ticked: {len(answer.conditional)} of {len(CONDITIONS)}"
    for flag in patient.flags:
        yield f"{FLAGS[flag]}. {BASIS[flag]}"


def warnings(patient: Patient, answer: Screen) -> Iterable[Notice]:
    """A stop for a contraindication, a caution for a condition, and always that the list has an end."""
    if answer.contraindicated:
        yield Notice(
            "stop",
            "Do not give ketamine or esketamine while a contraindication is present.",
            rule="contraindication_screen.contraindicated",
            short="contraindication ticked",
        )
    if answer.conditional:
        yield Notice(
            "caution",
            "Decide what to do about each condition before dosing, and record it.",
            rule="contraindication_screen.conditional",
            short="conditions to be decided before dosing",
        )
    if "bp_above_140_90" in answer.conditional:
        yield Notice("note", "Enter the reading itself.", "bp_gate")
    yield Notice(
        "note",
        "Assess the patient and read the product's label as well: this screen does not replace either, and its list is not "
        "complete. If unsure, ask cardiology or neurology.",
    )


CALCULATOR = Calculator(
    id="contraindication_screen",
    title="Contraindication screen",
    summary="Does this patient have a contraindication to ketamine or esketamine, or a condition to decide on first?",
    moment="verify",
    version="1.1",
    population="Adults considered for ketamine or esketamine for depression. The list is not complete.",
    inputs=Patient,
    outputs=Screen,
    compute=screen,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(
        "Contraindicated if any is present: " + "; ".join(CONTRAINDICATIONS.values()) + ".",
        "Otherwise conditional if any is present: " + "; ".join(CONDITIONS.values()) + ".",
        f"The first {spelled(len(OF_THE_LABEL))} are contraindications of the esketamine label; for racemic ketamine they "
        "are applied by our convention. Active psychosis, mania and a mixed state are contraindications of our protocol.",
        "The basis of each finding stands beside it: a label, trials that excluded it, our protocol, or our own advice "
        "or value, which has no outside source.",
    ),
    sources=(
        Source(
            ESKETAMINE_LABEL,
            "aneurysmal vascular disease, arteriovenous malformation, intracerebral hemorrhage, hypersensitivity; blood "
            "pressure, intracranial pressure, pregnancy, breastfeeding, hepatic impairment, psychosis, substance use and "
            "sedatives as matters to weigh",
        ),
        Source(KETAMINE_LABEL, "a rise in blood pressure as a hazard, urinary symptoms, the liver in repeated use"),
        Source(ESKETAMINE_EU, "a recent heart attack, and the heart, lung, thyroid and bipolar cautions"),
        Source(
            ESKETAMINE_TRIALS_HEART, "stroke, heart attack, glaucoma and raised intracranial pressure as exclusions"
        ),
        Source(ESKETAMINE_TRIALS_BREATHING, f"exclusion below {SATURATION} and for significant lung disease"),
        Source(ER_KETAMINE_2023, "exclusion of mania and psychosis"),
        Source(HOUSE, "psychosis, mood stabilizer in bipolar disorder, and what the evaluation must cover"),
    ),
    house=(
        PSYCHOSIS.item("The psychosis must first have resolved completely", says="active and past psychosis"),
        PSYCHOSIS.item("Cover with an antipsychotic is compulsory", says="the condition for past psychosis"),
        PSYCHOSIS.item("Observation is especially close", says="the condition for past psychosis"),
        PSYCHOSIS.item("A specialist oversees the treatment", says="the condition for past psychosis"),
        PROTOCOLS.section("Bipolar depression").item(
            "A mood stabilizer MUST be given with it", says="bipolar disorder without one"
        ),
        EVALUATION.item("Past and present substance use", says="substance use"),
        EVALUATION.row("Substance", "Urine drug screen", says="substance use"),
        EVALUATION.row("Cardiovascular", "BP, HR, ECG if risk factors", says="blood pressure"),
        EVALUATION.row("Hepatic", "LFTs, hepatic function", says="hepatic impairment"),
        PROTOCOLS.section("Predictors of ketamine response").row(
            "Active substance use", "Clinical consensus", says="that continuing use makes response less likely"
        ),
    ),
    differences=(
        Difference(
            topic="Psychosis",
            house="Active psychosis: generally contraindicated; past psychosis only with cover.",
            literature="The US esketamine label does not list psychosis as a contraindication. It asks for careful assessment, "
            "and for treatment only if the benefit outweighs the risk.",
            when=lambda patient, answer: bool({"active_psychosis", "past_psychosis"} & set(patient.flags)),
        ),
        Difference(
            topic="Mania or a mixed state",
            house="No treatment until it has resolved.",
            literature="No US label lists it as a contraindication; the EU text names mania as a caution, and a trial in "
            "patients with suicidal thoughts excluded it.",
            when=lambda patient, answer: "mania_or_mixed_state" in patient.flags,
        ),
        Difference(
            topic="A number for blood pressure",
            house="Blood pressure is measured; no limit is given.",
            literature=f"The US esketamine label weighs risk and benefit above {SYSTOLIC_FIGURE} mmHg systolic or "
            f"{DIASTOLIC_FIGURE} mmHg diastolic.",
            when=lambda patient, answer: "bp_above_140_90" in answer.conditional,
        ),
    ),
    synonyms=(
        "contraindications",
        "screening",
        "eligibility",
        "aneurysm",
        "psychosis",
        "mania",
        "pregnancy",
        "breastfeeding",
        "liver",
        "heart",
        "glaucoma",
        "bladder",
        "cystitis",
    ),
)
