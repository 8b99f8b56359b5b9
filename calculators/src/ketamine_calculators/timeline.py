"""The house timeline: the action for each number of treatments and each category of improvement."""

from dataclasses import dataclass

from .display import plain
from .house_protocol import ASSESSED_AFTER, EXTENDED_FROM, EXTENDED_TO
from .protocol_words import (
    EXTENSION_TO_THE_END,
    FULL_RESPONSE,
    LOOK_BEFORE_THE_DOSE,
    PARTIAL_RESPONSE,
    WITHOUT_RESPONSE,
    WORSE_HEADLINE,
)
from .scales import PARTIAL_FROM, RESPONSE_FROM
from .wording import listed

EXTENSION = f"{EXTENDED_FROM}–{EXTENDED_TO}"

ACTIONS = {
    "too_early": "Too early to judge",
    "reassess_first": WORSE_HEADLINE,
    "consider_dose_increase": "Consider a higher dose",
    "continue": "Continue as planned",
    "maintain_plan_transition": "Keep the dose and plan the transition",
    "re_evaluate": "Re-evaluate diagnosis, confounders and protocol",
    "non_responder": "Non-responder",
    "partial_consider_extension": f"Partial responder: consider extending to {EXTENSION} treatments",
    "partial_final": "Partial responder at the end of the extension",
    "responder_transition": "Responder: go on to the transition phase",
}
# The same in the lines of the formula, where the row has already said how many treatments there were.
SHORTLY = {
    "reassess_first": "reassess first",
    "consider_dose_increase": "consider a higher dose",
    "continue": "continue",
    "maintain_plan_transition": "keep the dose and plan the transition",
    "re_evaluate": "re-evaluate",
    "non_responder": "non-responder",
    "partial_consider_extension": f"consider extending to {EXTENSION}",
    "partial_final": "partial responder",
    "responder_transition": "go on to the transition",
}
OPTIONS = ("nonresponse_options", "What to check and adjust is in Non-response options.")
# What is said with each action, and the calculator to go to next.
WHAT_ELSE = {
    "consider_dose_increase": (("titration_step", WITHOUT_RESPONSE),),
    "continue": (("titration_step", PARTIAL_RESPONSE),),
    "maintain_plan_transition": (("titration_step", FULL_RESPONSE),),
    "re_evaluate": (("nonresponse_options", LOOK_BEFORE_THE_DOSE),),
    "non_responder": (("nonresponse_options", LOOK_BEFORE_THE_DOSE), ("nonresponse_options", EXTENSION_TO_THE_END)),
    "partial_consider_extension": (("titration_step", PARTIAL_RESPONSE),),
    "partial_final": (("titration_step", PARTIAL_RESPONSE), OPTIONS),
    "responder_transition": (
        ("titration_step", FULL_RESPONSE),
        ("maintenance_plan", "The sessions that follow are in Maintenance plan."),
    ),
}


@dataclass(frozen=True)
class Stretch:
    """Treatments from `first` to `last`, without end if None, with the action for each category of improvement.

    `worse` is the action for a score that has risen above the one before treatment.
    """

    first: int
    last: int | None
    worse: str
    non_response: str
    partial: str
    response: str

    @property
    def label(self) -> str:
        """`2–3`, `10 or more`."""
        return f"{self.first} or more" if self.last is None else f"{self.first}–{self.last}"

    @property
    def actions(self) -> tuple[str, str, str, str]:
        """The four actions, from a worse score to response."""
        return self.worse, self.non_response, self.partial, self.response


FIRST, SECOND, THIRD = ASSESSED_AFTER  # treatments at the first, the second and the third assessment
STRETCHES = (
    Stretch(0, FIRST - 1, "too_early", "too_early", "too_early", "too_early"),
    Stretch(FIRST, SECOND - 1, "reassess_first", "consider_dose_increase", "continue", "maintain_plan_transition"),
    Stretch(SECOND, THIRD - 1, "reassess_first", "re_evaluate", "continue", "maintain_plan_transition"),
    Stretch(
        THIRD, EXTENDED_TO - 1, "non_responder", "non_responder", "partial_consider_extension", "responder_transition"
    ),
    Stretch(EXTENDED_TO, None, "non_responder", "non_responder", "partial_final", "responder_transition"),
)
EARLY, FROM_FIRST, _, FROM_THIRD, _ = STRETCHES
ASSESSED = listed([str(after) for after in ASSESSED_AFTER], "and")
BELOW, PARTLY, RESPONDING = (
    f"below {plain(PARTIAL_FROM)}%",
    f"{plain(PARTIAL_FROM)}% to below {plain(RESPONSE_FROM)}%",
    f"from {plain(RESPONSE_FROM)}%",
)


def stretch_of(treatments: int) -> Stretch:
    """The row of the timeline for this number of treatments, from 0 on."""
    return [stretch for stretch in STRETCHES if stretch.first <= treatments][-1]
