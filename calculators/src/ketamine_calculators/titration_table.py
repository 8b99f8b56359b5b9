"""The steps of the house titration table, its answers on the response, and which percentages go with them."""

from fractions import Fraction

from .bands import Band, Bands
from .display import plain
from .house_article import PROTOCOLS
from .house_protocol import (
    FIRST_STEP,
    HIGHEST_DOSE,
    REDUCED_DOSE,
    SECOND_STEP,
    SESSIONS_BEFORE_INCREASE,
    THIRD_STEP,
)
from .scales import PARTIAL_FROM, RESPONSE_FROM

FIRST_INCREASE_TO = Fraction(7, 10)  # mg/kg: how far the first increase goes

# The table names single doses. Each is widened up to the next one (house convention), so that 0.55 has a place.
STEPS = Bands(
    "Step of the titration table",
    (
        Band("below", "Below the table", Fraction(0), FIRST_STEP, low_included=False),
        Band("first", "First step", FIRST_STEP, SECOND_STEP),
        Band("second", "Second step", SECOND_STEP, THIRD_STEP),
        Band("third", "Third step", THIRD_STEP, HIGHEST_DOSE, high_included=True),
    ),
    unit="mg/kg",
)

# Which answers go with an outcome of Response status. The house article gives no percentage between none and minimal.
RESPONSES_TO = {
    "non_response": ("none", "minimal"),
    "partial": ("partial",),
    "response": ("excellent",),
    "remission": ("excellent",),
    "in_remission_at_baseline": ("excellent",),
}
WITHOUT, WITH = ("none", "minimal"), ("partial", "excellent")
BY_PERCENT = (
    f"None or minimal: below {plain(PARTIAL_FROM)}%; partial: from {plain(PARTIAL_FROM)}%; excellent: from "
    f"{plain(RESPONSE_FROM)}%, or remission"
)


def responses_to(outcome: str, worsened: bool) -> tuple[str, ...]:
    """The answers on the response that an outcome of Response status allows. A rise of the score comes first."""
    return ("worse",) if worsened else RESPONSES_TO[outcome]


def per_kg(*doses: Fraction) -> str:
    """`0.4 mg/kg`, `0.6–0.7 mg/kg`."""
    return f"{'–'.join(map(plain, doses))} mg/kg"


IN_WORDS = (
    "The first row that fits is used.",
    "Worse than before treatment: reassess before any dose.",
    f"Excellent response with side effects above {per_kg(REDUCED_DOSE)}: reduce to {per_kg(REDUCED_DOSE)}.",
    "Rapid early response: reduce the frequency.",
    "Excellent response: keep the dose; treat side effects if there are any.",
    "Side effects with any other response: reassess.",
    f"Fewer than {SESSIONS_BEFORE_INCREASE} sessions at this dose, with none or minimal response or before an increase: "
    "continue.",
    f"Partial response: continue below {per_kg(THIRD_STEP)}; from {per_kg(THIRD_STEP)} increase, up to "
    f"{per_kg(HIGHEST_DOSE)}, with experienced oversight.",
    f"None or minimal response from {plain(FIRST_STEP)} to below {per_kg(SECOND_STEP)}: increase to "
    f"{per_kg(SECOND_STEP, FIRST_INCREASE_TO)}; from {plain(SECOND_STEP)} to below {per_kg(THIRD_STEP)}: increase to "
    f"{per_kg(THIRD_STEP)}; from {plain(THIRD_STEP)} to below {per_kg(HIGHEST_DOSE)}: reassess.",
    "Anything else: not in the table.",
    f"{BY_PERCENT}. (Our convention, as are the steps between the table's single doses.)",
)
"""The rows of the table in the order in which they are looked for."""

_OPTIMIZATION = PROTOCOLS.section("Dose optimization strategies")
PASSAGES = (
    _OPTIMIZATION.row(
        f"No response after {plain(FIRST_STEP)} mg/kg × {SESSIONS_BEFORE_INCREASE}",
        f"Increase to {plain(SECOND_STEP)}-{plain(FIRST_INCREASE_TO)} mg/kg",
        says=f"the first increase, after {SESSIONS_BEFORE_INCREASE} sessions",
    ),
    _OPTIMIZATION.row(
        f"Minimal response after {per_kg(SECOND_STEP)}",
        f"Increase to {per_kg(THIRD_STEP)}",
        says="the second increase",
    ),
    _OPTIMIZATION.row(
        f"Partial response at {per_kg(THIRD_STEP)}",
        f"May trial up to {per_kg(HIGHEST_DOSE)}",
        says="the third increase",
    ),
    _OPTIMIZATION.row(
        "Excellent response with side effects", f"Consider reducing to {per_kg(REDUCED_DOSE)}", says="the reduction"
    ),
    _OPTIMIZATION.row("Rapid early response", "Consider reducing frequency", says="treating less often"),
    _OPTIMIZATION.item("Some response: leave the protocol as it is", says="continuing with a partial response"),
    _OPTIMIZATION.item(
        "Full response: keep the dose and plan what follows", says="keeping the dose with an excellent response"
    ),
    _OPTIMIZATION.item(
        f"Extended: no more than {per_kg(HIGHEST_DOSE)} IV, under experienced oversight",
        says="the oversight, and the highest dose",
    ),
)
"""The rows and items of the house article that the table rests on."""
