"""The sheet that two people check before an infusion: the lines of one order, and what of it is not settled."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from .definition import Notice
from .display import amount, mass, plain, remainder, significant, volume
from .double_check import DoubleCheck
from .infusion_limits import pump_rate
from .wording import upper_first

if TYPE_CHECKING:
    from .catalogue.iv_dose import Infusion, Order

TITLE = "IV ketamine infusion: preparation and double check"
DRUG = "Ketamine (racemic), IV infusion"
PREPARED = ("dose_mg", "drawup_ml", "diluent_ml")
NEVER_UNDILUTED = "iv_dose.never_undiluted"
NO_VOLUME = "No final volume entered: dilution and pump rate are not known"


def infusion_lines(order: "Order", answer: "Infusion") -> Iterable[tuple[str, str]]:
    """What two people compare with the label, the pump and the chart."""
    # What is premixed has a pump rate without a final volume.
    premixed = order.total_volume_ml is None and answer.rate_ml_h is not None
    unknown = "none: premixed" if premixed else "not known: no final volume entered"
    total = answer.drawup_ml if premixed else order.total_volume_ml
    weight = f"{amount(answer.weight_kg)} kg"
    if order.weight_unit != "kg":
        weight += f" ({plain(order.weight)} {order.weight_unit})"
    yield "Weight, actual", weight
    yield "Dose", f"{mass(answer.dose_mg)} mg ({plain(order.dose_mg_per_kg)} mg/kg)"
    yield "Vial", f"{order.concentration_mg_ml} mg/mL"
    yield "Draw up", f"{volume(answer.drawup_ml)} mL"
    yield (
        "Diluent",
        unknown if total is None or answer.diluent_ml is None else f"{remainder(total, answer.drawup_ml)} mL",
    )
    included = "limit the pump to it" if premixed else "drug included"
    yield "Final volume", unknown if total is None else f"{volume(total)} mL, {included}"
    yield "Final concentration", unknown if answer.final_mg_ml is None else f"{significant(answer.final_mg_ml)} mg/mL"
    yield "Infusion time", f"{plain(order.minutes)} min"
    rate = answer.rate_ml_h
    yield "Pump rate", unknown if total is None or rate is None else pump_rate(total, order.minutes, rate)


def headed(notice: Notice) -> str:
    """A notice in the words of a headline."""
    return upper_first(notice.short or notice.text.rstrip("."))


def is_settled(notice: Notice, answer: "Infusion") -> bool:
    """Whether a notice only asks for a dilution, and that was worked out."""
    return notice.rule == NEVER_UNDILUTED and answer.diluent_ml is not None


def unsettled(answer: "Infusion", notices: Iterable[Notice]) -> Iterable[str]:
    """What stops the order as it stands, and what it does not say yet."""
    for notice in notices:
        if notice.kind == "stop" and not is_settled(notice, answer):
            yield headed(notice)
    if answer.rate_ml_h is None:
        yield NO_VOLUME


def infusion_sheet(warnings: "Callable[[Order, Infusion], Iterable[Notice]]") -> DoubleCheck:
    """The sheet of an order that is worked out by itself."""
    return DoubleCheck(
        title=TITLE,
        drug=DRUG,
        by_hand=(*PREPARED, "final_mg_ml", "rate_ml_h"),
        lines=infusion_lines,
        against=lambda order, answer: unsettled(answer, warnings(order, answer)),
    )
