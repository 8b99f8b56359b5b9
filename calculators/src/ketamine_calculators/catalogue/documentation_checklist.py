"""Documentation checklist: the items of a stage of treatment that are still missing from the record.

Stages and items from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, ListItem, Notice, Output, Source, Table
from ..errors import InputProblem
from ..fields import Choice, Several
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..references import HOUSE

DOCUMENTATION = PROTOCOLS.section("Essential documentation")

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
    """What is in the record at one stage."""

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
    """What the record still lacks at this stage."""

    complete: Annotated[bool, Output(label="Complete")]
    missing: Annotated[tuple[str, ...], Output(label="Missing", words=LABELS, shown=False)]


def record(written: Written) -> Record:
    """The items of the stage that were not ticked, in the order of the house article."""
    missing = tuple(key for key in ITEMS[written.stage] if key not in written.done)
    return Record(missing=missing, complete=not missing)


def items_of_the_stage(written: Written) -> Iterable[InputProblem]:
    """Refuses an item of another stage."""
    for key in written.done:
        if STAGE_OF[key] != written.stage:
            yield InputProblem(
                "done",
                f"“{LABELS[key]}” belongs to the stage “{STAGES[STAGE_OF[key]]}”, not “{STAGES[written.stage]}”. "
                "Remove it, or change the stage.",
                "rule",
            )


def headline(written: Written, answer: Record) -> str:
    """How many items of the stage are missing."""
    count = len(ITEMS[written.stage])
    if answer.complete:
        return f"{STAGES[written.stage]}: all {count} items are in the record"
    return f"{STAGES[written.stage]}: {len(answer.missing)} of {count} items missing"


def figure(written: Written, answer: Record) -> Figure:
    """How many items of the stage are in the record."""
    count, missing = len(ITEMS[written.stage]), len(answer.missing)
    state = Chip(f"{missing} missing", "caution") if missing else Chip("Complete", "good")
    return Figure(
        str(count - missing),
        f"of {count}",
        f"{STAGES[written.stage]}: items in the record",
        (state,),
        says=("complete",),
    )


def working(written: Written, answer: Record) -> Iterable[str]:
    """The count of what is missing."""
    count = len(ITEMS[written.stage])
    yield f"{count} items − {len(written.done)} in the record = {len(answer.missing)} missing"


def tables(written: Written, answer: Record) -> Iterable[Table]:
    """Each item of the stage with its state."""
    yield Table(
        label=f"{STAGES[written.stage]}: the record",
        head=("Item", "State"),
        rows=tuple(
            (label, "Missing" if key in answer.missing else "In the record")
            for key, label in ITEMS[written.stage].items()
        ),
    )


def warnings(written: Written, answer: Record) -> Iterable[Notice]:
    """A caution for each item whose absence is dangerous by itself."""
    if "informed_consent" in answer.missing:
        yield Notice(
            "caution",
            "Consent is missing. For racemic ketamine it has to name the off-label use.",
            rule="documentation_checklist.consent",
            short="consent is missing from the record",
        )
    if "contraindication_screen" in answer.missing:
        yield Notice(
            "caution",
            "The screen for contraindications is missing.",
            "contraindication_screen",
            rule="documentation_checklist.screen",
            short="screen for contraindications is missing from the record",
        )
    if "vital_signs" in answer.missing:
        yield Notice(
            "caution",
            "Vital signs are missing.",
            "bp_gate",
            rule="documentation_checklist.vital_signs",
            short="vital signs are missing from the record",
        )
    yield Notice("note", "A tick says that an item was written, not what it says.")


def passage(text: str, key: str) -> ListItem:
    """The list item of the house article that an item of the record comes from."""
    return DOCUMENTATION.item(text, says=f"the item {key}")


CALCULATOR = Calculator(
    id="documentation_checklist",
    title="Documentation checklist",
    summary="What is still missing from the record at this stage of ketamine treatment?",
    moment="give",
    version="1.1",
    population="The clinic's own record of a ketamine treatment. It does not judge what was written.",
    inputs=Written,
    outputs=Record,
    compute=record,
    headline=headline,
    figure=figure,
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
        passage("Which criteria for resistance are met, and the proof", "resistance_criteria"),
        passage("That the patient has been cleared medically", "medical_clearance"),
        passage("That screening found no contraindication", "contraindication_screen"),
        passage("Consent, naming off-label use where that applies", "informed_consent"),
        passage("How severe the depression is at baseline", "baseline_severity"),
        passage("The plan, with the protocol spelled out", "treatment_plan"),
        passage("State of the patient before treatment", "pre_assessment"),
        passage("Dose exactly as given, and by which route", "dose_and_route"),
        passage("Vital signs from start to finish", "vital_signs"),
        passage("What the patient experienced", "patient_response"),
        passage("Adverse events, if any", "adverse_events"),
        passage("State of the patient afterwards", "post_assessment"),
        passage("Condition at discharge", "discharge_status"),
        passage("The course of response", "response_tracking"),
        passage("Side effects as they add up", "cumulative_side_effects"),
        passage("Outcomes in daily functioning", "functional_outcomes"),
        passage("Each change of plan", "plan_changes"),
        passage("When relapse and response occurred", "relapse_patterns"),
    ),
    synonyms=("record", "chart", "notes", "consent", "audit"),
)
