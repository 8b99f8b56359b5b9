"""Rows of a dose table: what the dose calculator answers for one weight, each number with what is to be done before it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .definition import Notice
from .evaluation import Evaluation
from .infusion_sheet import is_settled
from .wording import listed

if TYPE_CHECKING:
    from .catalogue.iv_dose import Infusion, Order

COLUMNS = ("dose_mg", "drawup_ml", "diluent_ml", "final_mg_ml", "rate_ml_h")
# The number that a caution or a settled stop of the dose calculator is about. One that is not here marks every number.
ABOUT: Mapping[str, str] = {
    "iv_dose.large_dose": "dose_mg",
    "iv_dose.oversight": "dose_mg",
    "iv_dose.below_protocol": "dose_mg",
    "iv_dose.never_undiluted": "drawup_ml",
    "iv_dose.small_volume": "drawup_ml",
    "iv_dose.between_marks": "drawup_ml",
    "iv_dose.premixed": "drawup_ml",
    "iv_dose.faster": "rate_ml_h",
    "iv_dose.slower": "rate_ml_h",
    "iv_dose.between_steps": "rate_ml_h",
    "iv_dose.pump_rate": "rate_ml_h",
}
REFUSED = "Do not give"
FIRST = " first"
FOR_ALL = "See above"


@dataclass(frozen=True)
class Row:
    """One weight with what the dose calculator answers for it, or why it refuses."""

    weight: int
    answer: "Evaluation[Order, Infusion] | None"
    refused: str = ""

    @cached_property
    def notices(self) -> list[Notice]:
        """The stops and cautions of this weight."""
        return [notice for notice in self.answer.warnings if notice.kind != "note"] if self.answer else []

    @cached_property
    def stops(self) -> list[Notice]:
        """What stops this weight and is not settled by the dilution that was worked out."""
        answer = self.answer
        return [one for one in self.notices if answer and one.kind == "stop" and not is_settled(one, answer.outputs)]

    @property
    def may_be_given(self) -> bool:
        """Whether the row has numbers."""
        return self.answer is not None and not self.stops


def cells(one: Row, shared: Sequence[Notice]) -> tuple[str, ...]:
    """A row as it is printed: the weight, the numbers or that there is none, and what is said of them.

    shared: what is said of every row, and stands above the table.
    """
    weight, numbers = f"{one.weight} kg", len(COLUMNS)
    if one.answer is None:
        return (weight, *[REFUSED] * numbers, one.refused)
    own = [notice for notice in one.notices if notice not in shared]
    said = [FOR_ALL] if len(own) < len(one.notices) else []
    # A caution begins with "Check first", which the number that it is about says already.
    said += [notice.in_record if notice.kind == "stop" else notice.short or notice.text for notice in own]
    if one.stops:
        return (weight, *[one.stops[0].signal] * numbers, "; ".join(said))
    return (weight, *numbers_of(one, one.answer), "; ".join(said))


def numbers_of(one: Row, answer: "Evaluation[Order, Infusion]") -> Iterable[str]:
    """Each number as the dose calculator shows it, with what is to be done first where it says so."""
    shown = {key: answer.text(key, output, value) for key, output, value in answer.results if key in COLUMNS}
    for key in COLUMNS:
        marks = dict.fromkeys(notice.signal.lower() for notice in one.notices if ABOUT.get(notice.rule, key) == key)
        # `dilute first and check first` is `dilute and check first`.
        said = f" ({listed([mark.removesuffix(FIRST) for mark in marks], 'and')}{FIRST})" if marks else ""
        yield f"{shown[key]}{said}" if key in shown else "none: premixed"
