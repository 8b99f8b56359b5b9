"""Non-response: which parts of the protocol can still be adjusted, and what has to be re-evaluated?

For adults whose induction has not brought a response. Not a ranking: the house article gives none.
Returns the article's intervention for each issue found, and always its five points of re-evaluation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, ListItem, Notice, Output, Source, Table, TableRow
from ..fields import Several
from ..references import FAVA_2020, HOUSE, SINGH_2016, VERAART_2021
from ..wording import lower_first

ARTICLE = "treatment-resistant-depression-protocols"
SECTION = "Troubleshooting Non-Response"


@dataclass(frozen=True)
class Remedy:
    """A row of the house article: the issue as it is printed there, the action as key, and the action as printed."""

    row: str
    action: str
    text: str


REMEDIES = {
    "subtherapeutic_dose": Remedy("Subtherapeutic dose", "titrate_0.75_to_1.0", "Titrate up to 0.75-1 mg/kg"),
    "benzodiazepine": Remedy(
        "Benzodiazepine interference", "hold_benzodiazepine_treatment_days", "Hold BZDs on treatment days"
    ),
    "inadequate_frequency": Remedy("Inadequate frequency", "increase_to_3_per_week", "Increase to 3× weekly"),
    "insufficient_sessions": Remedy("Insufficient sessions", "extend_to_8_to_10", "Extend to 8-10 treatments"),
    "route": Remedy("Route issue", "switch_iv_in", "Consider switching IV ↔ IN"),
}
# In the reader's words; the article's own stand in `Remedy.text`.
ACTIONS = {
    "titrate_0.75_to_1.0": "Titrate up to 0.75–1 mg/kg",
    "hold_benzodiazepine_treatment_days": "Hold benzodiazepines on treatment days",
    "increase_to_3_per_week": "Increase to three sessions a week",
    "extend_to_8_to_10": "Extend to 8–10 treatments",
    "switch_iv_in": "Consider switching between the intravenous and the intranasal route",
}
RE_EVALUATE = {
    "diagnosis_bipolarity": "Is the diagnosis right, and could this be bipolar illness?",
    "substance_use": "Is substance use continuing?",
    "comorbidity": "Has a comorbid disorder gone untreated?",
    "medical_contributors": "Could a medical condition be contributing?",
    "psychosocial": "Which psychosocial pressures remain?",
}


@dataclass(frozen=True, kw_only=True)
class Findings:
    issues: Annotated[
        tuple[str, ...],
        Several(
            label="Issues found",
            hint="What in this course fell short of the protocol",
            options={key: remedy.row for key, remedy in REMEDIES.items()},
        ),
    ]


@dataclass(frozen=True)
class Intervention:
    issue: str
    action: str


@dataclass(frozen=True, kw_only=True)
class Options:
    interventions: Annotated[tuple[Intervention, ...], Output(label="Adjustments", shown=False)]
    re_evaluate: Annotated[tuple[str, ...], Output(label="Re-evaluate", words=RE_EVALUATE, shown=False)]


def options(findings: Findings) -> Options:
    return Options(
        interventions=tuple(Intervention(issue, REMEDIES[issue].action) for issue in findings.issues),
        re_evaluate=tuple(RE_EVALUATE),
    )


def headline(findings: Findings, answer: Options) -> str:
    if not answer.interventions:
        return "No issue of the protocol found: re-evaluate the five points, then look beyond ketamine"
    actions = (lower_first(ACTIONS[intervention.action]) for intervention in answer.interventions)
    return f"Options of the house protocol: {'; '.join(actions)}. Re-evaluate the five points as well"


def working(findings: Findings, answer: Options) -> Iterable[str]:
    for intervention in answer.interventions:
        yield f"{REMEDIES[intervention.issue].row}: {ACTIONS[intervention.action]}"
    yield f"{len(answer.interventions)} of {len(REMEDIES)} issues found, listed in the article's order without a ranking"


def lists(findings: Findings, answer: Options) -> Iterable[Table]:
    if answer.interventions:
        yield Table(
            "Adjust the protocol",
            ("Issue", "Intervention"),
            tuple((REMEDIES[one.issue].row, ACTIONS[one.action]) for one in answer.interventions),
        )
    yield Table(
        "Re-evaluate in every case",
        ("Point", "Question"),
        tuple((POINTS[key], question) for key, question in RE_EVALUATE.items()),
    )


POINTS = {
    "diagnosis_bipolarity": "Diagnosis",
    "substance_use": "Substance use",
    "comorbidity": "Comorbidity",
    "medical_contributors": "Medical causes",
    "psychosocial": "Psychosocial",
}


def warnings(findings: Findings, answer: Options) -> Iterable[Notice]:
    if "benzodiazepine" in findings.issues:
        yield Notice(
            "caution",
            "Holding delays a dose on the treatment day. Never stop a prescribed benzodiazepine abruptly.",
            calculator="medication_hold",
        )
    if "subtherapeutic_dose" in findings.issues:
        yield Notice(
            "caution",
            "Above 0.75 mg/kg only with experienced oversight. The steps of the ladder are in Titration step.",
            calculator="titration_step",
        )
    if "route" in findings.issues:
        yield Notice("note", "Doses differ between routes: see Route conversion.", calculator="route_convert")
    if not findings.issues:
        yield Notice(
            "note",
            "With nothing left to adjust, the house article names ECT, TMS, VNS, deep TMS and, after intravenous ketamine, "
            "esketamine as further options.",
        )


def again(key: str) -> ListItem:
    return ListItem(ARTICLE, SECTION, RE_EVALUATE[key], "a point of re-evaluation")


def further(option: str, consideration: str) -> TableRow:
    return TableRow(ARTICLE, "Alternative Approaches for Non-Responders", option, consideration, "a further option")


CALCULATOR = Calculator(
    id="nonresponse_options",
    title="Non-response options",
    summary="Which parts of the protocol can still be adjusted, and what has to be re-evaluated?",
    moment="assess",
    version="1.0",
    population="Adults whose induction has not brought a response. The list is in the article's order; it is not a ranking.",
    inputs=Findings,
    outputs=Options,
    compute=options,
    headline=headline,
    working=working,
    warnings=warnings,
    tables=lists,
    formula=(
        *(f"{remedy.row}: {lower_first(ACTIONS[remedy.action])}." for remedy in REMEDIES.values()),
        "In every case re-evaluate diagnosis, substance use, comorbidity, medical causes and psychosocial pressures.",
    ),
    sources=(
        Source(HOUSE, "the five adjustments, the five points of re-evaluation, and the further options"),
        Source(SINGH_2016, "two and three infusions a week compared"),
        Source(FAVA_2020, "doses from 0.1 to 1 mg/kg compared"),
        Source(VERAART_2021, "benzodiazepines and the effect of ketamine"),
    ),
    house=(
        *(TableRow(ARTICLE, SECTION, one.row, one.text, "an adjustment") for one in REMEDIES.values()),
        *(again(key) for key in RE_EVALUATE),
        further("ECT", "Gold standard for TRD; may try before or after ketamine"),
        further("TMS", "Consider if not tried; less invasive than ECT"),
        further("VNS", "Surgical option for refractory cases"),
        further("Deep TMS", "Newer modality, emerging evidence"),
        further("Esketamine if IV failed", "Different pharmacokinetics; may help some"),
    ),
    differences=(
        Difference(
            topic="More frequent sessions",
            house="Increase to three a week.",
            literature="Two and three infusions a week did alike over 15 days (Singh 2016).",
            when=lambda findings, answer: "inadequate_frequency" in findings.issues,
        ),
        Difference(
            topic="Titration to 0.75–1 mg/kg",
            house="A ladder of steps.",
            literature="An expert protocol: one dose-ranging trial found 0.5 and 1 mg/kg better than control (Fava 2020); no "
            "trial has tested the steps.",
            when=lambda findings, answer: "subtherapeutic_dose" in findings.issues,
        ),
        Difference(
            topic="Benzodiazepines",
            house="Hold on treatment days.",
            literature="Agrees: several reports found a shortened effect (Veraart 2021).",
            when=lambda findings, answer: "benzodiazepine" in findings.issues,
        ),
    ),
    synonyms=("troubleshooting", "no response", "refractory", "what next"),
)
