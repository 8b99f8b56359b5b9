"""Sentences that several tools say of one patient, so that no two of them tell it differently.

The house article leaves gaps, and says some things in two places. Where it does, every tool says the sentence that stands here.
"""

from .definition import URGENT, Notice
from .display import plain
from .house_protocol import (
    ASSESSED_AFTER,
    EXTENDED_FROM,
    EXTENDED_TO,
    FIRST_STEP,
    HIGHEST_DOSE,
    OVERSIGHT_ABOVE,
    REDUCED_DOSE,
    SESSIONS_BEFORE_INCREASE,
    THIRD_STEP,
)

_, RE_EVALUATED_AFTER, JUDGED_AFTER = ASSESSED_AFTER

WORSE_HEADLINE = "Worse than before treatment: reassess first"
_WHAT_IS_REASSESSED = "suicidality, a manic or mixed state, medicines and substances"
WORSE = f"Worse than before treatment. See the patient now and reassess before any dose: {_WHAT_IS_REASSESSED}."
IF_WORSE = f"If the score is worse than before treatment, reassess before any adjustment: {_WHAT_IS_REASSESSED}."

SUICIDAL_HEADLINE = "Suicidal thoughts: C-SSRS screener now"
CRISIS_LINE = "In the US, 988 answers calls and texts at any time."

OVERSIGHT = f"Above {plain(OVERSIGHT_ABOVE)} mg/kg our protocol asks for experienced oversight."
WITHOUT_RESPONSE = (
    f"Without a response, our table raises the dose after {SESSIONS_BEFORE_INCREASE} sessions at {plain(FIRST_STEP)} to "
    f"below {plain(THIRD_STEP)} mg/kg; with side effects, or from {plain(THIRD_STEP)} mg/kg, reassess first. Below "
    f"{plain(FIRST_STEP)} and at {plain(HIGHEST_DOSE)} mg/kg it has no row."
)
LOOK_BEFORE_THE_DOSE = (
    "Before a change of dose, look at benzodiazepines, the diagnosis and the number of sessions. From "
    f"{RE_EVALUATED_AFTER} treatments without a response our protocol re-evaluates first."
)
UP_TO_THE_HIGHEST = (
    f"Our protocol allows up to {plain(HIGHEST_DOSE)} mg/kg with experienced oversight. Review the diagnosis, "
    "benzodiazepines and the route first."
)
PARTIAL_RESPONSE = (
    f"With a partial response our protocol continues unchanged, to {EXTENDED_TO} treatments at most, or less often after a "
    f"rapid one. After {SESSIONS_BEFORE_INCREASE} sessions from {plain(THIRD_STEP)} mg/kg, and without side effects, its table "
    f"allows a trial of up to {plain(HIGHEST_DOSE)} mg/kg with experienced oversight."
)
FULL_RESPONSE = (
    "With a full response, troublesome side effects are a reason to consider "
    f"{plain(REDUCED_DOSE)} mg/kg, and a rapid response to consider fewer sessions."
)
EXTENSION_TO_THE_END = (
    f"Our protocol extends to {EXTENDED_FROM}–{EXTENDED_TO} treatments where benefit comes slowly. Without a partial "
    f"response after {JUDGED_AFTER} it calls this non-response, and extends only where there were too few sessions."
)


def worse(rule: str) -> Notice:
    """The caution for a patient who is worse than before treatment, as the rule of one calculator."""
    return Notice(
        "caution", WORSE, "cssrs_screener", rule=rule, short="worse than before treatment: reassess before any dose"
    )


def suicidal_thoughts(rule: str) -> Notice:
    """The stop for suicidal thoughts at a visit, as the rule of one calculator."""
    return Notice(
        "stop",
        "Suicidal thoughts are reported. Go through the C-SSRS screener now and follow your local crisis steps; the rest can "
        "wait.",
        "cssrs_screener",
        rule=rule,
        short="suicidal thoughts: C-SSRS screener now",
        word=URGENT,
    )
