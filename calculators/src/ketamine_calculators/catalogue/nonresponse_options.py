"""Non-response options: the house article's intervention for each issue found, and always its points of re-evaluation.

Interventions, points and their order from the house article, which ranks none of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, ListItem, Notice, Output, Source, Table, TableRow
from ..display import plain, spelled
from ..fields import Several
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_protocol import EXTENDED_FROM, EXTENDED_TO, HIGHEST_DOSE, OVERSIGHT_ABOVE
from ..protocol_words import EXTENSION_TO_THE_END, IF_WORSE, OVERSIGHT, PARTIAL_RESPONSE, WITHOUT_RESPONSE
from ..references import FAVA_2020, HOUSE, SINGH_2016, VERAART_2021
from ..wording import lower_first, plural

TROUBLESHOOTING = PROTOCOLS.section("Troubleshooting non-response")
ALTERNATIVES = PROTOCOLS.section("Alternative approaches for non-responders")

SESSIONS_A_WEEK = 3  # when they were too few
LADDER = f"{plain(OVERSIGHT_ABOVE)}–{plain(HIGHEST_DOSE)} mg/kg"


@dataclass(frozen=True)
class Remedy:
    """A row of the house article: the issue as it is printed there, the action as key, and the action as printed."""

    row: str
    action: str
    text: str


REMEDIES = {
    "subtherapeutic_dose": Remedy(
        "Subtherapeutic dose",
        "titrate_0.75_to_1.0",
        f"Titrate up to {plain(OVERSIGHT_ABOVE)}-{plain(HIGHEST_DOSE)} mg/kg",
    ),
    "benzodiazepine": Remedy(
        "Benzodiazepine interference", "hold_benzodiazepine_treatment_days", "Hold BZDs on treatment days"
    ),
    "inadequate_frequency": Remedy(
        "Inadequate frequency", "increase_to_3_per_week", f"Increase to {SESSIONS_A_WEEK}× weekly"
    ),
    "insufficient_sessions": Remedy(
        "Insufficient sessions", "extend_to_8_to_10", f"Extend to {EXTENDED_FROM}-{EXTENDED_TO} treatments"
    ),
    "route": Remedy("Route issue", "switch_iv_in", "Consider switching IV ↔ IN"),
}
# In the reader's words; the article's own stand in `Remedy.text`.
ACTIONS = {
    "titrate_0.75_to_1.0": f"Titrate up to {LADDER}, by the steps of the titration table",
    "hold_benzodiazepine_treatment_days": "Hold benzodiazepines on treatment days",
    "increase_to_3_per_week": f"Increase to {spelled(SESSIONS_A_WEEK)} sessions a week",
    "extend_to_8_to_10": f"Extend to {EXTENDED_FROM}–{EXTENDED_TO} treatments",
    "switch_iv_in": "Consider switching between the intravenous and the intranasal route",
}
RE_EVALUATE = {
    "diagnosis_bipolarity": "Is the diagnosis right, and could this be bipolar illness?",
    "substance_use": "Is substance use continuing?",
    "comorbidity": "Has a comorbid disorder gone untreated?",
    "medical_contributors": "Could a medical condition be contributing?",
    "psychosocial": "Which psychosocial pressures remain?",
}
POINTS = {
    "diagnosis_bipolarity": "Diagnosis",
    "substance_use": "Substance use",
    "comorbidity": "Comorbidity",
    "medical_contributors": "Medical causes",
    "psychosocial": "Psychosocial",
}
ALL_POINTS = f"the {spelled(len(RE_EVALUATE))} points"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What in this course fell short of the protocol."""

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
    """What the house article does about an issue, both as keys."""

    issue: str
    action: str


@dataclass(frozen=True, kw_only=True)
class Options:
    """What can be adjusted, and what is looked at again in every case."""

    interventions: Annotated[tuple[Intervention, ...], Output(label="Adjustments", shown=False)]
    re_evaluate: Annotated[tuple[str, ...], Output(label="Re-evaluate", words=RE_EVALUATE, shown=False)]


def options(findings: Findings) -> Options:
    """The intervention for each issue, in the order of the house article."""
    return Options(
        interventions=tuple(Intervention(issue, REMEDIES[issue].action) for issue in findings.issues),
        re_evaluate=tuple(RE_EVALUATE),
    )


def headline(findings: Findings, answer: Options) -> str:
    """The interventions, or that none is left."""
    if not answer.interventions:
        return f"No issue of the protocol found: re-evaluate {ALL_POINTS}, then look beyond ketamine"
    actions = (lower_first(ACTIONS[intervention.action]) for intervention in answer.interventions)
    return f"Options in our protocol: {'; '.join(actions)}. Re-evaluate {ALL_POINTS} as well"


def figure(findings: Findings, answer: Options) -> Figure:
    """How many options the protocol has, and which."""
    actions = [ACTIONS[intervention.action] for intervention in answer.interventions]
    again = Chip(f"Re-evaluate {ALL_POINTS}", "caution")
    if not actions:
        return Figure("No issue found", chips=(again,), after="Re-evaluate, then look beyond ketamine.")
    options = plural(len(actions), "option")
    return Figure(str(len(actions)), options, chips=(again,), after=f"{'. '.join(actions)}.")


def working(findings: Findings, answer: Options) -> Iterable[str]:
    """Each issue found with its intervention."""
    for intervention in answer.interventions:
        yield f"{REMEDIES[intervention.issue].row}: {ACTIONS[intervention.action]}"
    yield f"{len(answer.interventions)} of {len(REMEDIES)} issues found, listed in the article's order without a ranking"


def lists(findings: Findings, answer: Options) -> Iterable[Table]:
    """The interventions, and the points of re-evaluation with their questions."""
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


def warnings(findings: Findings, answer: Options) -> Iterable[Notice]:
    """What each intervention must not be taken for, and what is left when there is none."""
    if "benzodiazepine" in findings.issues:
        yield Notice(
            "caution",
            "Delay only the dose of the treatment day. Never stop a prescribed benzodiazepine abruptly.",
            calculator="medication_hold",
            rule="nonresponse_options.benzodiazepine",
            short="hold the benzodiazepine, never stop it abruptly",
        )
    if "subtherapeutic_dose" in findings.issues:
        yield Notice(
            "caution",
            f"{OVERSIGHT} The steps of the ladder are in Titration step.",
            calculator="titration_step",
            rule="nonresponse_options.oversight",
            short="dose above the standard: experienced oversight",
        )
        yield Notice("note", WITHOUT_RESPONSE, calculator="titration_step")
        yield Notice("note", PARTIAL_RESPONSE, calculator="titration_step")
    if "insufficient_sessions" in findings.issues:
        yield Notice("note", EXTENSION_TO_THE_END, calculator="timeline_action")
    if "route" in findings.issues:
        yield Notice("note", "Doses differ between routes: see Route conversion.", calculator="route_convert")
    if not findings.issues:
        yield Notice(
            "note",
            "With nothing left to adjust, our protocol names ECT, TMS, VNS, deep TMS and, after intravenous ketamine, "
            "esketamine as further options.",
        )
    yield Notice("note", IF_WORSE, calculator="cssrs_screener")


def again(key: str) -> ListItem:
    """The list item of the house article that a point of re-evaluation is."""
    return TROUBLESHOOTING.item(RE_EVALUATE[key], says="a point of re-evaluation")


def further(option: str, consideration: str) -> TableRow:
    """The row of the house article that names an option beyond the protocol."""
    return ALTERNATIVES.row(option, consideration, says="a further option")


CALCULATOR = Calculator(
    id="nonresponse_options",
    title="Non-response options",
    summary="Which parts of the protocol can still be adjusted, and what has to be re-evaluated?",
    moment="assess",
    version="1.1",
    population="Adults whose induction has not brought a response. The list is in the article's order; it is not a ranking.",
    inputs=Findings,
    outputs=Options,
    compute=options,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=lists,
    formula=(
        *(f"{remedy.row}: {lower_first(ACTIONS[remedy.action])}." for remedy in REMEDIES.values()),
        "In every case re-evaluate diagnosis, substance use, comorbidity, medical causes and psychosocial pressures.",
    ),
    sources=(
        Source(
            HOUSE, f"the {spelled(len(REMEDIES))} adjustments, {ALL_POINTS} of re-evaluation, and the further options"
        ),
        Source(SINGH_2016, "two and three infusions a week compared"),
        Source(FAVA_2020, "doses from 0.1 to 1 mg/kg compared"),
        Source(VERAART_2021, "benzodiazepines and the effect of ketamine"),
    ),
    house=(
        *(TROUBLESHOOTING.row(one.row, one.text, says="an adjustment") for one in REMEDIES.values()),
        *(again(key) for key in RE_EVALUATE),
        further(
            "ECT",
            "First choice in psychotic or very severe depression; may try before or after ketamine",
        ),
        further("TMS", "Consider if not tried; less invasive than ECT"),
        further("VNS", "Surgical option for refractory cases"),
        further("Deep TMS", "Newer modality, emerging evidence"),
        further("Esketamine if IV failed", "Different pharmacokinetics; may help some"),
    ),
    differences=(
        Difference(
            topic="More frequent sessions",
            house=f"Increase to {spelled(SESSIONS_A_WEEK)} a week.",
            literature="Two and three infusions a week did alike over 15 days (Singh 2016).",
            when=lambda findings, answer: "inadequate_frequency" in findings.issues,
        ),
        Difference(
            topic=f"Titration to {LADDER}",
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
