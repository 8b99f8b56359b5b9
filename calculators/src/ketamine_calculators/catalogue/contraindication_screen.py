"""Contraindication screen: what was ticked, as contraindications and as conditions to be met first.

Both lists come from the US esketamine label and the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..fields import Several
from ..house_article import PROTOCOLS
from ..references import ESKETAMINE_LABEL, HOUSE
from .bp_gate import DIASTOLIC_FIGURE, FIGURES, SYSTOLIC_FIGURE

PSYCHOSIS = PROTOCOLS.section("Depression with Psychotic Features")
EVALUATION = PROTOCOLS.section("Comprehensive Assessment Components")

OF_THE_LABEL = {
    "aneurysmal_vascular_disease": "Aneurysmal vascular disease",
    "arteriovenous_malformation": "Arteriovenous malformation",
    "intracerebral_hemorrhage": "Intracerebral hemorrhage, now or ever",
    "hypersensitivity": "Hypersensitivity to esketamine, ketamine or an ingredient",
}
CONTRAINDICATIONS = {**OF_THE_LABEL, "active_psychosis": "Active psychosis"}
CONDITIONS = {
    "bipolar_without_mood_stabilizer": "Bipolar disorder without a mood stabilizer",
    "past_psychosis": "Past psychosis",
    "active_substance_use": "Active substance use",
    "bp_above_140_90": f"Blood pressure above {FIGURES}",
    "pregnancy": "Pregnancy",
    "severe_hepatic_impairment": "Severe hepatic impairment",
}
FLAGS = CONTRAINDICATIONS | CONDITIONS

# What stands behind each flag, in the words of a clinician.
BASIS = {
    "aneurysmal_vascular_disease": "Label: contraindicated. Aorta, intracranial and peripheral arteries included.",
    "arteriovenous_malformation": "Label: contraindicated.",
    "intracerebral_hemorrhage": "Label: contraindicated, also when it lies in the past.",
    "hypersensitivity": "Label: contraindicated.",
    "active_psychosis": "House: generally contraindicated. Only after full resolution, with antipsychotic cover, close "
    "observation and a specialist.",
    "bipolar_without_mood_stabilizer": "House: a mood stabilizer must be given with ketamine. Start it first.",
    "past_psychosis": "House: only if fully resolved, with antipsychotic cover, close observation and a specialist. Label: "
    "only if the benefit outweighs the risk.",
    "active_substance_use": "House: urine drug screen and history; continuing use makes response less likely. Label: careful "
    "consideration, and watch for misuse.",
    "bp_above_140_90": "Label: weigh the risk of a further rise against the benefit.",
    "pregnancy": "Label: not recommended; it may harm the fetus.",
    "severe_hepatic_impairment": "Label: not studied in Child-Pugh class C, and not recommended.",
}
STATUSES = {
    "contraindicated": "Contraindicated",
    "conditional": "Conditions to be met first",
    "clear": "Nothing on this list was ticked",
}


@dataclass(frozen=True, kw_only=True)
class Patient:
    """What was found in the history and the examination."""

    flags: Annotated[
        tuple[str, ...],
        Several(
            label="Findings",
            hint="Tick what is present or cannot be excluded",
            options=FLAGS,
            none="None of these, each asked about",
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
        return "Nothing on this list was ticked; the list is not complete"
    deciding = answer.contraindicated or answer.conditional
    return f"{STATUSES[answer.status]}: {', '.join(FLAGS[flag] for flag in deciding)}"


def working(patient: Patient, answer: Screen) -> Iterable[str]:
    """How many of each list were ticked, and the basis of each finding."""
    yield f"Contraindications ticked: {len(answer.contraindicated)} of {len(CONTRAINDICATIONS)}"
    yield f"Conditions ticked: {len(answer.conditional)} of {len(CONDITIONS)}"
    for flag in patient.flags:
        yield f"{FLAGS[flag]}. {BASIS[flag]}"


def warnings(patient: Patient, answer: Screen) -> Iterable[Notice]:
    """A stop for a contraindication, a caution for a condition."""
    if answer.contraindicated:
        yield Notice("stop", "Do not give ketamine or esketamine while a contraindication stands.")
    if answer.conditional:
        yield Notice("caution", "Settle each condition, and write down how, before dosing.")
    if "bp_above_140_90" in answer.conditional:
        yield Notice("note", "Enter the reading itself.", "bp_gate")
    if answer.status == "clear":
        yield Notice(
            "note",
            "An empty list replaces neither the psychiatric and medical evaluation nor the label of the product.",
        )


CALCULATOR = Calculator(
    id="contraindication_screen",
    title="Contraindication screen",
    summary="Does anything on the list of label and house speak against ketamine or esketamine in this patient?",
    moment="verify",
    version="1.0",
    population="Adults considered for ketamine or esketamine for depression. The list is short and not complete.",
    inputs=Patient,
    outputs=Screen,
    compute=screen,
    headline=headline,
    working=working,
    warnings=warnings,
    formula=(
        "Contraindicated if any is present: " + "; ".join(CONTRAINDICATIONS.values()) + ".",
        "Otherwise conditional if any is present: " + "; ".join(CONDITIONS.values()) + ".",
        f"The first {spelled(len(OF_THE_LABEL))} are contraindications of the esketamine label; for racemic ketamine they "
        "are applied by house convention. Active psychosis is the house's.",
    ),
    sources=(
        Source(
            ESKETAMINE_LABEL,
            "aneurysmal vascular disease, arteriovenous malformation, intracerebral hemorrhage, hypersensitivity; blood "
            "pressure, pregnancy, severe hepatic impairment, psychosis and substance use as matters to weigh",
        ),
        Source(HOUSE, "psychosis, mood stabilizer in bipolar disorder, and what the evaluation must cover"),
    ),
    house=(
        PSYCHOSIS.item("The psychosis must first have resolved completely", says="active and past psychosis"),
        PSYCHOSIS.item("Cover with an antipsychotic is compulsory", says="the condition for past psychosis"),
        PSYCHOSIS.item("Observation is especially close", says="the condition for past psychosis"),
        PSYCHOSIS.item("A specialist oversees the treatment", says="the condition for past psychosis"),
        PROTOCOLS.section("Bipolar Depression").item(
            "A mood stabilizer MUST be given with it", says="bipolar disorder without one"
        ),
        EVALUATION.item("Past and present substance use", says="substance use"),
        EVALUATION.row("Substance", "Urine drug screen", says="substance use"),
        EVALUATION.row("Cardiovascular", "BP, HR, ECG if risk factors", says="blood pressure"),
        EVALUATION.row("Hepatic", "LFTs, hepatic function", says="hepatic impairment"),
        PROTOCOLS.section("Predictors of Ketamine Response").row(
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
            topic="A number for blood pressure",
            house="Blood pressure is measured; no limit is given.",
            literature=f"The US esketamine label weighs risk and benefit above {SYSTOLIC_FIGURE} mmHg systolic or "
            f"{DIASTOLIC_FIGURE} mmHg diastolic.",
            when=lambda patient, answer: "bp_above_140_90" in answer.conditional,
        ),
    ),
    synonyms=("contraindications", "screening", "eligibility", "aneurysm", "psychosis", "pregnancy", "liver"),
)
