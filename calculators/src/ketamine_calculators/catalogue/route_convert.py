"""Route conversion: the dose by another route with the exposure of an intravenous one, its range, and the house range.

Bioavailability by route from the studies named beside each; the range for sublingual ketamine from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import half_up, plain
from ..fields import Choice, Number
from ..house_article import PROTOCOLS
from ..house_protocol import HIGHEST_DOSE
from ..quantities import HEAVIEST_KG
from ..references import CHONG_2006, CHONG_2009, CLEMENTS_1982, HOUSE, ROLAN_2014, YANAGIHARA_2003
from ..wording import lower_first

HIGHEST_IV_MG = HEAVIEST_KG * HIGHEST_DOSE


@dataclass(frozen=True)
class Bioavailability:
    """The share of a dose that reaches the blood: the one calculated with, and the lowest and highest in print."""

    used: Fraction
    low: Fraction
    high: Fraction


def share(used: str, low: str = "", high: str = "") -> Bioavailability:
    """Shares as they are printed, 0 to 1; without a range the one used is the whole of it."""
    return Bioavailability(Fraction(used), Fraction(low or used), Fraction(high or used))


BIOAVAILABILITY = {
    "iv": share("1"),
    "im": share("0.93"),  # Clements 1982
    "in": share("0.45", "0.35", "0.50"),  # Yanagihara 2003; the range from reviews
    "sl": share("0.29", "0.24", "0.32"),  # Rolan 2014; lowest Chong 2009, highest Chong 2006
    "oral": share("0.20", "0.16", "0.24"),  # Yanagihara 2003; lowest Clements 1982, highest Chong 2009
}
IM, IN, SL, ORAL = (BIOAVAILABILITY[route] for route in ("im", "in", "sl", "oral"))
HOUSE_TIMES = {"sl": (2, 4)}  # times the IV dose, house article
SUBLINGUAL_TIMES = f"{HOUSE_TIMES['sl'][0]} to {HOUSE_TIMES['sl'][1]}"

ROUTES = {
    "iv": "Intravenous",
    "im": "Intramuscular",
    "in": "Intranasal (racemic)",
    "sl": "Sublingual",
    "oral": "Oral",
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """An infused dose, and the route it is to be changed to."""

    iv_dose_mg: Annotated[
        Fraction,
        Number(
            label="IV dose",
            unit="mg",
            hint="The infused dose in mg, not mg/kg",
            above=0,
            high=HIGHEST_IV_MG,
            why=f"The heaviest patient at the highest dose gets {plain(HIGHEST_IV_MG)} mg.",
        ),
    ]
    route: Annotated[str, Choice(label="New route", options=ROUTES)]


@dataclass(frozen=True, kw_only=True)
class Matched:
    """The dose by the new route; the house range is None for a route that the house has no factor for."""

    literature_mg: Annotated[Fraction, Output(label="Exposure-matched dose", unit="mg", places=1)]
    literature_low_mg: Annotated[Fraction, Output(label="Range in print, from", unit="mg", places=1)]
    literature_high_mg: Annotated[Fraction, Output(label="Range in print, to", unit="mg", places=1)]
    house_low_mg: Annotated[Fraction | None, Output(label="House range from", unit="mg", places=1)]
    house_high_mg: Annotated[Fraction | None, Output(label="House range to", unit="mg", places=1)]


def matched(change: Change) -> Matched:
    """Doses in mg: the IV dose over the bioavailability, and times the house's factors."""
    dose, available = change.iv_dose_mg, BIOAVAILABILITY[change.route]
    times = HOUSE_TIMES.get(change.route)
    return Matched(
        literature_mg=dose / available.used,
        literature_low_mg=dose / available.high,
        literature_high_mg=dose / available.low,
        house_low_mg=times and dose * times[0],
        house_high_mg=times and dose * times[1],
    )


def headline(change: Change, answer: Matched) -> str:
    """The matched dose with its range."""
    range_ = (
        f" (range {half_up(answer.literature_low_mg, 1)} to {half_up(answer.literature_high_mg, 1)} mg)"
        if answer.literature_low_mg != answer.literature_high_mg
        else ""
    )
    route = lower_first(ROUTES[change.route])
    return f"{plain(change.iv_dose_mg)} mg IV ≈ {half_up(answer.literature_mg, 1)} mg {route} by exposure{range_}"


def working(change: Change, answer: Matched) -> Iterable[str]:
    """Each quotient and product, and what share of the exposure the house range has."""
    dose, available = plain(change.iv_dose_mg), BIOAVAILABILITY[change.route]
    yield f"Exposure-matched: {dose} mg ÷ {plain(available.used)} = {plain(answer.literature_mg)} mg"
    if available.low != available.high:
        yield f"Lowest: {dose} mg ÷ {plain(available.high)} = {plain(answer.literature_low_mg)} mg"
        yield f"Highest: {dose} mg ÷ {plain(available.low)} = {plain(answer.literature_high_mg)} mg"
    if answer.house_low_mg is not None and answer.house_high_mg is not None:
        low, high = HOUSE_TIMES[change.route]
        yield (
            f"House: {dose} mg × {low} = {plain(answer.house_low_mg)} mg, "
            f"{dose} mg × {high} = {plain(answer.house_high_mg)} mg"
        )
        yield (
            f"Exposure of the house range: {exposure(answer.house_low_mg, available, change.iv_dose_mg)} to "
            f"{exposure(answer.house_high_mg, available, change.iv_dose_mg)} of the IV dose"
        )


def exposure(dose: Fraction, available: Bioavailability, iv_dose: Fraction) -> str:
    """The exposure of a dose in mg as a percentage of that of the IV dose."""
    return f"{half_up(100 * dose * available.used / iv_dose, 0)}%"


def warnings(change: Change, answer: Matched) -> Iterable[Notice]:
    """What matched exposure does not mean, and what is never converted."""
    if change.route == "iv":
        yield Notice("note", "The route stays the same, so does the dose.")
        return
    yield Notice(
        "caution",
        "Matched exposure is not matched effect: the active metabolite norketamine is not counted, and it is higher when "
        "ketamine is swallowed. Give the first dose by a new route under supervision.",
    )
    if change.route == "in":
        yield Notice("stop", "Never convert to esketamine spray: it is another drug with its own fixed doses.")
    if change.route not in HOUSE_TIMES:
        yield Notice("note", "The house protocol gives a factor for sublingual ketamine only.")


def printed(share: Fraction) -> str:
    """A share as the papers print it: 0.20."""
    return half_up(share, 2)


CALCULATOR = Calculator(
    id="route_convert",
    title="Route conversion",
    summary="Which dose by another route gives the exposure of this intravenous ketamine dose?",
    moment="dose",
    version="1.0",
    population="Adults stable on racemic ketamine infusions. Off-label. Never for esketamine spray.",
    inputs=Change,
    outputs=Matched,
    compute=matched,
    headline=headline,
    working=working,
    warnings=warnings,
    formula=(
        "Exposure-matched dose (mg) = IV dose ÷ bioavailability of the route",
        "Bioavailability (range): "
        + "; ".join(
            f"{ROUTES[route].lower()} {plain(share.used)}"
            + (f" ({plain(share.low)}–{plain(share.high)})" if share.low != share.high else "")
            for route, share in BIOAVAILABILITY.items()
        ),
        f"House range, sublingual = {SUBLINGUAL_TIMES} × IV dose",
    ),
    sources=(
        Source(HOUSE, f"sublingual as {SUBLINGUAL_TIMES} times the IV dose"),
        Source(
            YANAGIHARA_2003,
            f"intranasal {printed(IN.used)}, oral {printed(ORAL.used)}, sublingual about 0.30; three volunteers",
        ),
        Source(ROLAN_2014, f"sublingual {printed(SL.used)}; eight volunteers"),
        Source(CHONG_2006, f"sublingual {printed(SL.high)} and oral 0.23; six patients"),
        Source(CHONG_2009, f"sublingual {printed(SL.low)} and oral {printed(ORAL.high)}; six patients"),
        Source(CLEMENTS_1982, f"intramuscular {printed(IM.used)}, and the lowest oral value"),
    ),
    house=(
        PROTOCOLS.section("Route Transition for Maintenance").item(
            "Work out the sublingual dose that corresponds (as a rule 2-4× the IV dose)",
            says="the house range for sublingual ketamine",
        ),
    ),
    differences=(
        Difference(
            topic="Sublingual dose",
            house=f"{SUBLINGUAL_TIMES} times the IV dose.",
            literature=f"A bioavailability of {printed(SL.low)} to {printed(SL.high)} means {half_up(1 / SL.high, 1)} to "
            f"{half_up(1 / SL.low, 1)} times for equal exposure; twice the IV dose gives about half of it. Both are shown.",
            when=lambda change, answer: change.route == "sl",
        ),
    ),
    synonyms=("sublingual", "troche", "lozenge", "oral", "intranasal", "intramuscular", "bioavailability"),
)
