"""Documentation checklist: what is still missing from the record at this stage of ketamine treatment?

For the clinic's own record. It says what has been ticked, not whether what was written is good.
Returns the items that are missing. Items from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, ListItem, Notice, Output, Source, Table
from ..errors import InputProblem
from ..fields import Choice, Several
from ..references import HOUSE

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Essential Documentation"

STAGES = {"initial": "Initial", "per_treatment": "Each treatment", "longitudinal": "Longitudinal"}
ITEMS = {
    "initial": {
        "resistance_criteria": "Criteria for resistance, with the proof",
        "medical_clearance": "Medical clearance",
        "contraindication_screen": "Screen for contraindications",
        "informed_consent": "Informed consent",
        "baseline_severity": "Severity at baseline",
        "treatment_plan": "Treatment plan",
    },
    "per_treatment": {
        "pre_assessment": "State before treatment",
        "dose_and_route": "Dose and route as given",
        "vital_signs": "Vital signs",
        "patient_response": "What the patient experienced",
        "adverse_events": "Adverse events",
        "post_assessment": "State after treatment",
        "discharge_status": "Condition at discharge",
    },
    "longitudinal": {
        "response_tracking": "Course of response",
        "cumulative_side_effects": "Side effects over time",
        "functional_outcomes": "Outcomes in daily functioning",
        "plan_changes": "Changes of plan",
        "relapse_patterns": "Relapses and responses",
    },
}
LABELS = {key: label for items in ITEMS.values() for key, label in items.items()}
STAGE_OF = {key: stage for stage, items in ITEMS.items() for key in items}


@dataclass(frozen=True, kw_only=True)
class Written:
    stage: Annotated[str, Choice(label="Stage", options=STAGES)]
    done: Annotated[
        tuple[str, ...],
        Several(
            label="In the record",
            hint="Choose the stage, then tick what has been written down",
            options=LABELS,
            none="Nothing yet",
            belongs=("stage", STAGE_OF),
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Record:
    complete: Annotated[bool, Output(label="Complete")]
    missing: Annotated[tuple[str, ...], Output(label="Missing", words=LABELS, shown=False)]


def record(written: Written) -> Record:
    missing = tuple(key for key in ITEMS[written.stage] if key not in written.done)
    return Record(missing=missing, complete=not missing)


def items_of_the_stage(written: Written) -> Iterable[InputProblem]:
    for key in written.done:
        if STAGE_OF[key] != written.stage:
            yield InputProblem(
                "done",
                f"“{LABELS[key]}” belongs to the stage “{STAGES[STAGE_OF[key]]}”, not “{STAGES[written.stage]}”. "
                "Remove it, or change the stage.",
                "rule",
            )


def headline(written: Written, answer: Record) -> str:
    count = len(ITEMS[written.stage])
    if answer.complete:
        return f"{STAGES[written.stage]}: all {count} items are in the record"
    return f"{STAGES[written.stage]}: {len(answer.missing)} of {count} items missing"


def working(written: Written, answer: Record) -> Iterable[str]:
    count = len(ITEMS[written.stage])
    yield f"{count} items − {len(written.done)} in the record = {len(answer.missing)} missing"


def tables(written: Written, answer: Record) -> Iterable[Table]:
    yield Table(
        label=f"{STAGES[written.stage]}: the record",
        head=("Item", "State"),
        rows=tuple(
            (label, "Missing" if key in answer.missing else "In the record")
            for key, label in ITEMS[written.stage].items()
        ),
    )


def warnings(written: Written, answer: Record) -> Iterable[Notice]:
    if "informed_consent" in answer.missing:
        yield Notice("caution", "Consent is missing. For racemic ketamine it has to name the off-label use.")
    if "contraindication_screen" in answer.missing:
        yield Notice("caution", "The screen for contraindications is missing.", calculator="contraindication_screen")
    if "vital_signs" in answer.missing:
        yield Notice("caution", "Vital signs are missing.", calculator="bp_gate")
    yield Notice("note", "A tick says that an item was written, not what it says.")


def item(text: str, key: str) -> ListItem:
    return ListItem(ARTICLE, SECTION, text, f"the item {key}")


CALCULATOR = Calculator(
    id="documentation_checklist",
    title="Documentation checklist",
    summary="What is still missing from the record at this stage of ketamine treatment?",
    moment="give",
    version="1.0",
    population="The clinic's own record of a ketamine treatment. It does not judge what was written.",
    inputs=Written,
    outputs=Record,
    compute=record,
    headline=headline,
    working=working,
    warnings=warnings,
    tables=tables,
    rules=(items_of_the_stage,),
    formula=(
        *(f"{STAGES[stage]}: {'; '.join(items.values())}." for stage, items in ITEMS.items()),
        "Missing = the items of the stage that are not ticked. Complete = none missing.",
    ),
    sources=(Source(HOUSE, "the items of each stage"),),
    house=(
        item("Which criteria for resistance are met, and the proof", "resistance_criteria"),
        item("That the patient has been cleared medically", "medical_clearance"),
        item("That screening found no contraindication", "contraindication_screen"),
        item("Consent, naming off-label use where that applies", "informed_consent"),
        item("How severe the depression is at baseline", "baseline_severity"),
        item("The plan, with the protocol spelled out", "treatment_plan"),
        item("State of the patient before treatment", "pre_assessment"),
        item("Dose exactly as given, and by which route", "dose_and_route"),
        item("Vital signs from start to finish", "vital_signs"),
        item("What the patient experienced", "patient_response"),
        item("Adverse events, if any", "adverse_events"),
        item("State of the patient afterwards", "post_assessment"),
        item("Condition at discharge", "discharge_status"),
        item("The course of response", "response_tracking"),
        item("Side effects as they add up", "cumulative_side_effects"),
        item("Outcomes in daily functioning", "functional_outcomes"),
        item("Each change of plan", "plan_changes"),
        item("When relapse and response occurred", "relapse_patterns"),
    ),
    synonyms=("record", "chart", "notes", "consent", "audit"),
)
