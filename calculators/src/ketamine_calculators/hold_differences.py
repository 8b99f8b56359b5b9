"""Where the rules on other medicines differ from labels and trials."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from .definition import Difference
from .other_medicines import MAOI_WEEKS, NALTREXONE_HOURS, TRANYLCYPROMINE

if TYPE_CHECKING:
    from .catalogue.medication_hold import Hold, Intake


def only(*agents: str) -> "Callable[[Intake, Hold], bool]":
    """The condition that the answer is about one of these medicines."""
    return lambda intake, answer: intake.agent in agents


DIFFERENCES = (
    Difference(
        topic="Benzodiazepines",
        house="Hold on the day of treatment.",
        literature="Agrees: several reports found a shorter antidepressant effect.",
        when=only("benzodiazepine"),
    ),
    Difference(
        topic="MAO inhibitors",
        house=f"A washout of {MAOI_WEEKS} weeks before ketamine.",
        literature="For esketamine spray the label asks to monitor blood pressure closely and does not exclude them. "
        f"{TRANYLCYPROMINE}",
        when=only("maoi"),
    ),
    Difference(
        topic="Naltrexone",
        house=f"Hold for {NALTREXONE_HOURS} h.",
        literature="One small crossover trial found the effect blunted, other reports did not. "
        f"The {NALTREXONE_HOURS} h have no trial behind them, and a depot cannot be held this way.",
        when=only("naltrexone_oral", "naltrexone_depot"),
    ),
    Difference(
        topic="Lamotrigine",
        house="Continue; named as a synergy in theory.",
        literature="No synergy was found: 2 of 5 studies found the effect of ketamine weakened.",
        when=only("lamotrigine"),
    ),
    Difference(
        topic="Lithium",
        house="Continue; named as what may enhance the response.",
        literature="No added benefit: a randomized trial of lithium continuation after ketamine found none.",
        when=only("lithium"),
    ),
)
