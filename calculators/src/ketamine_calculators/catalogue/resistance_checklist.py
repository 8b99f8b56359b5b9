"""Resistance checklist: what the verification of resistance still lacks, and the factors of pseudo-resistance.

List and table from the house article.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from ..antidepressants import ATHF_WEEKS, FAVA_WEEKS
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..fields import Checklist, Several
from ..figures import Chip, Figure, Tone
from ..house_article import PROTOCOLS
from ..house_protocol import FULL_DOSE_WEEKS, TRIAL_WEEKS
from ..references import FAVA_2003, HOUSE, SACKEIM_2019
from ..wording import upper_first

VERIFYING = PROTOCOLS.section("Verifying treatment resistance")

FAILED_TRIALS = 2

CHECKS = {
    "diagnosis_confirmed": "Major depression confirmed; bipolar disorder and secondary causes excluded",
    "two_failed_trials": f"At least {FAILED_TRIALS} antidepressant trials failed",
    "adequate_dose": "Each trial reached an adequate dose",
    "adequate_duration": "Each trial lasted long enough",
    "adherence_assessed": "Adherence looked into",
    "augmentation_documented": "Augmentation documented (“none tried” counts)",
    "comorbidity_considered": "Comorbid illness considered",
}
FACTORS = {
    "inadequate_dosing": "Inadequate dosing",
    "short_duration": "Short duration",
    "non_adherence": "Non-adherence",
    "misdiagnosis": "Misdiagnosis",
    "active_substance_use": "Active substance use",
    "unaddressed_comorbidity": "Unaddressed comorbidity",
    "psychosocial_factors": "Psychosocial factors",
}
# What the house article asks to be done about each factor: the second cell of its table, quoted.
ASSESSMENTS = {
    "inadequate_dosing": "Review maximum doses achieved",
    "short_duration": f"Confirm ≥{FULL_DOSE_WEEKS[0]}-{FULL_DOSE_WEEKS[1]} weeks at full dose",
    "non_adherence": "Pharmacy fills, therapeutic drug monitoring",
    "misdiagnosis": "Re-evaluate for bipolar, personality disorders",
    "active_substance_use": "Drug screen, collateral history",
    "unaddressed_comorbidity": "Medical and psychiatric review",
    "psychosocial_factors": "Ongoing trauma, stressors",
}
STATUSES = {
    "pseudo_resistance_suspected": "Pseudo-resistance suspected",
    "incomplete": "Verification incomplete",
    "verified": "Resistance verified",
}


@dataclass(frozen=True, kw_only=True)
class History:
    """What has been verified, and what speaks against it."""

    checklist: Annotated[
        dict[str, bool], Checklist(label="Verification", hint="Select what has been done and found", boxes=CHECKS)
    ]
    pseudo_factors: Annotated[
        tuple[str, ...],
        Several(
            label="Factors of pseudo-resistance",
            hint="Select all that are present or not ruled out",
            options=FACTORS,
            none="None of these is present",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Verification:
    """The status, with all that it rests on."""

    status: Annotated[str, Output(label="Status", words=STATUSES)]
    missing: Annotated[tuple[str, ...], Output(label="Still missing", words=CHECKS)]
    pseudo_factors: Annotated[tuple[str, ...], Output(label="Factors of pseudo-resistance", words=FACTORS)]


def verification(history: History) -> Verification:
    """Any factor of pseudo-resistance outweighs the points that are ticked. House article."""
    missing = tuple(check for check in CHECKS if not history.checklist[check])
    status = "pseudo_resistance_suspected" if history.pseudo_factors else "incomplete" if missing else "verified"
    return Verification(status=status, missing=missing, pseudo_factors=history.pseudo_factors)


def headline(history: History, answer: Verification) -> str:
    """The status with what decides it."""
    if answer.status == "pseudo_resistance_suspected":
        return f"Pseudo-resistance suspected: {', '.join(FACTORS[factor].lower() for factor in answer.pseudo_factors)}"
    if answer.status == "incomplete":
        return f"Verification incomplete: {len(answer.missing)} of {len(CHECKS)} still missing"
    return f"Resistance verified: all {len(CHECKS)} points ticked, no factor of pseudo-resistance"


TONES: Mapping[str, Tone] = {"verified": "good"}


def figure(history: History, answer: Verification) -> Figure:
    """The verdict with what decides it."""
    verdict, _, why = headline(history, answer).partition(": ")
    return Figure(verdict, chips=(Chip(upper_first(why), TONES.get(answer.status, "caution")),), says=("status",))


def working(history: History, answer: Verification) -> Iterable[str]:
    """The points that are missing, and how each factor is assessed."""
    yield f"Points ticked: {len(CHECKS) - len(answer.missing)} of {len(CHECKS)}"
    for check in answer.missing:
        yield f"Missing: {CHECKS[check]}"
    yield f"Factors of pseudo-resistance: {len(answer.pseudo_factors)}"
    for factor in answer.pseudo_factors:
        yield f"{FACTORS[factor]}, to assess: {ASSESSMENTS[factor]}"


def warnings(history: History, answer: Verification) -> Iterable[Notice]:
    """What comes before ketamine, verified or not."""
    if answer.pseudo_factors:
        yield Notice(
            "caution",
            "Assess each factor before the history is called resistant, and before ketamine is started.",
            rule="resistance_checklist.pseudo_resistance",
            short="pseudo-resistance suspected: assess each factor",
        )
    if answer.pseudo_factors and not answer.missing:
        yield Notice("note", "Every point is ticked, yet a factor of pseudo-resistance outweighs them.")
    if answer.status == "verified":
        yield Notice(
            "note",
            "Verified history is no indication by itself. Contraindications come next.",
            "contraindication_screen",
        )


CALCULATOR = Calculator(
    id="resistance_checklist",
    title="Resistance checklist",
    summary="Is the resistance of this depression verified, or may it only seem so?",
    moment="verify",
    version="1.1",
    population="Adults considered for ketamine because antidepressants failed. It does not replace the assessment.",
    inputs=History,
    outputs=Verification,
    compute=verification,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(
        "Any factor of pseudo-resistance: pseudo-resistance suspected, whatever is ticked.",
        "Otherwise any point not ticked: verification incomplete.",
        "Otherwise: verified.",
    ),
    sources=(
        Source(HOUSE, f"the {spelled(len(CHECKS))} points and the {spelled(len(FACTORS))} factors"),
        Source(SACKEIM_2019, f"at least {ATHF_WEEKS} weeks for a trial"),
        Source(FAVA_2003, f"{FAVA_WEEKS} weeks for a trial"),
    ),
    house=(
        VERIFYING.item(
            "MDD is the confirmed diagnosis (bipolar disorder and secondary causes excluded)",
            says="the point on the diagnosis",
        ),
        VERIFYING.item(
            f"≥{FAILED_TRIALS} antidepressant trials have failed",
            says=f"the point on {spelled(FAILED_TRIALS)} failed trials",
        ),
        VERIFYING.item("Each of them reached an adequate dose", says="the point on dose"),
        VERIFYING.item(
            f"Each lasted long enough (≥{TRIAL_WEEKS[0]}-{TRIAL_WEEKS[1]} weeks at a therapeutic dose)",
            says="the point on duration",
        ),
        VERIFYING.item(
            "Adherence has been looked into (pharmacy records; blood levels where available)",
            says="the point on adherence",
        ),
        VERIFYING.item("Attempts at augmentation are on record", says="the point on augmentation"),
        VERIFYING.item("The part played by comorbid illness has been weighed", says="the point on comorbidity"),
        *(
            VERIFYING.row(FACTORS[factor], text, says="a factor, and how to assess it")
            for factor, text in ASSESSMENTS.items()
        ),
    ),
    differences=(
        Difference(
            topic="How long a trial must last",
            house=f"{TRIAL_WEEKS[0]} to {TRIAL_WEEKS[1]} weeks in the checklist, {FULL_DOSE_WEEKS[0]} to {FULL_DOSE_WEEKS[1]} "
            "weeks in the table of factors.",
            literature=f"ATHF-SF asks for {ATHF_WEEKS} weeks, MGH staging for {FAVA_WEEKS}.",
            when=lambda history, answer: (
                "adequate_duration" in answer.missing or "short_duration" in answer.pseudo_factors
            ),
        ),
    ),
    synonyms=("pseudo-resistance", "verify", "documentation", "undertreatment"),
)
