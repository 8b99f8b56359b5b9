"""Route conversion: the dose by another route with the exposure of an intravenous one, its range, and the house range.

Bioavailability by route from the studies named beside each; the range for sublingual ketamine from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import half_up, mass, plain, result
from ..fields import Choice, Number
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_protocol import HIGHEST_DOSE
from ..house_values import ORAL_DOSE_CAUTION, ORAL_DOSE_STOP, ROUTE_DOSE_CAUTION, ROUTE_DOSE_STOP
from ..quantities import HEAVIEST_KG
from ..references import CHONG_2006, CHONG_2009, CLEMENTS_1982, HOUSE, KETAMINE_LABEL, ROLAN_2014, YANAGIHARA_2003
from ..route_limits import (
    ANESTHESIA_FROM,
    ANESTHESIA_TO,
    BY_WEIGHT_FROM,
    COMPOUNDED,
    FDA_ALERTS,
    FIXED_FROM,
    milligrams,
    of_the_iv_dose,
    of_the_new_dose,
)
from ..safety_references import ANDRADE_2019, FDA_2022, FDA_2023
from ..wording import lower_first
from ..worksheet import question
from .body_weights import Measured

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
PRINTED_LOW, PRINTED_HIGH = 11, 17  # percent, intranasal, one study in a review of 2022; a secondary text
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
    weight_kg: Annotated[
        Fraction | None,
        question(Measured, "weight_kg", hint="To compare the new dose in mg/kg with labels and published doses"),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Matched:
    """The dose by the new route; the house range is None for a route that the house has no factor for."""

    literature_mg: Annotated[Fraction, Output(label="Estimated equivalent dose", unit="mg", written=mass)]
    literature_low_mg: Annotated[Fraction, Output(label="Range used here, from", unit="mg", written=mass)]
    literature_high_mg: Annotated[Fraction, Output(label="Range used here, to", unit="mg", written=mass)]
    house_low_mg: Annotated[Fraction | None, Output(label="Association protocol range, from", unit="mg", written=mass)]
    house_high_mg: Annotated[Fraction | None, Output(label="Association protocol range, to", unit="mg", written=mass)]


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


def highest(answer: Matched) -> Fraction:
    """The higher of the doses in mg that the answer offers: by exposure, and the upper end of the house range."""
    return max(answer.literature_mg, answer.house_high_mg or Fraction(0))


def headline(change: Change, answer: Matched) -> str:
    """The house range where there is one, then the matched dose; elsewhere the matched dose with its range."""
    route = lower_first(ROUTES[change.route])
    if answer.house_low_mg is not None and answer.house_high_mg is not None:
        return (
            f"{mass(answer.house_low_mg)} to {milligrams(answer.house_high_mg)} {route} by our protocol; "
            f"{milligrams(answer.literature_mg)} by exposure, for {plain(change.iv_dose_mg)} mg IV"
        )
    range_ = (
        f" (range {mass(answer.literature_low_mg)} to {milligrams(answer.literature_high_mg)})"
        if answer.literature_low_mg != answer.literature_high_mg
        else ""
    )
    return f"{plain(change.iv_dose_mg)} mg IV ≈ {milligrams(answer.literature_mg)} {route} by exposure{range_}"


def figure(change: Change, answer: Matched) -> Figure:
    """The range of the protocol where there is one, else the estimated equivalent dose."""
    route, for_iv = ROUTES[change.route], f"for {plain(change.iv_dose_mg)} mg IV"
    estimate = Chip("Estimate, not equal effect", "caution")
    if answer.house_low_mg is None or answer.house_high_mg is None:
        return Figure(
            mass(answer.literature_mg),
            "mg",
            route,
            chips=(estimate,),
            after=f"By exposure, {for_iv}",
            says=("literature_mg",),
        )
    return Figure(
        f"{mass(answer.house_low_mg)} to {mass(answer.house_high_mg)}",
        "mg",
        route,
        chips=(Chip("Association protocol"), estimate),
        after=f"{milligrams(answer.literature_mg)} by exposure, {for_iv}",
        says=("literature_mg", "house_low_mg", "house_high_mg"),
    )


def working(change: Change, answer: Matched) -> Iterable[str]:
    """Each quotient and product, and what share of the exposure the house range has."""
    dose, available = plain(change.iv_dose_mg), BIOAVAILABILITY[change.route]
    yield f"Equal exposure: {dose} mg ÷ {plain(available.used)} = {result(answer.literature_mg, mass, 'mg')}"
    if available.low != available.high:
        yield f"Lowest: {dose} mg ÷ {plain(available.high)} = {result(answer.literature_low_mg, mass, 'mg')}"
        yield f"Highest: {dose} mg ÷ {plain(available.low)} = {result(answer.literature_high_mg, mass, 'mg')}"
    if answer.house_low_mg is not None and answer.house_high_mg is not None:
        low, high = HOUSE_TIMES[change.route]
        yield (
            f"Our protocol: {dose} mg × {low} = {result(answer.house_low_mg, mass, 'mg')}; "
            f"{dose} mg × {high} = {result(answer.house_high_mg, mass, 'mg')}"
        )
        yield (
            f"Exposure of our protocol's range: {exposure(answer.house_low_mg, available, change.iv_dose_mg)} to "
            f"{exposure(answer.house_high_mg, available, change.iv_dose_mg)} of the IV dose"
        )
    if change.weight_kg is not None:
        per_kg = plain(highest(answer) / change.weight_kg, 2)
        yield f"By weight: {plain(highest(answer))} mg ÷ {plain(change.weight_kg)} kg = {per_kg} mg/kg"


def exposure(dose: Fraction, available: Bioavailability, iv_dose: Fraction) -> str:
    """The exposure of a dose in mg as a percentage of that of the IV dose."""
    return f"{half_up(100 * dose * available.used / iv_dose, 0)}%"


def warnings(change: Change, answer: Matched) -> Iterable[Notice]:
    """Doses that are too high, what matched exposure does not mean, and what is never converted."""
    yield from of_the_iv_dose(change.iv_dose_mg)
    if change.route == "iv":
        yield Notice("note", "The route stays the same, so does the dose.")
        return
    yield from of_the_new_dose(change.route, highest(answer), change.weight_kg)
    if change.route == "in":
        yield Notice(
            "stop",
            "Never convert to esketamine spray: it is another drug with its own fixed doses.",
            rule="route_convert.not_esketamine",
            short="never convert to esketamine spray",
            word="Racemic ketamine only",
        )
    yield Notice(
        "caution",
        "Give the first dose by a new route under supervision. Equal exposure is not equal effect: the active metabolite "
        "norketamine is not counted, and it is higher when ketamine is swallowed.",
        rule="route_convert.exposure_is_not_effect",
        short="equal exposure is not equal effect",
    )
    if change.route in COMPOUNDED:
        yield FDA_ALERTS
        yield Notice(
            "note",
            "Where it is taken at home: a pulse oximeter, a blood pressure cuff, a second adult, and no alcohol or sedatives.",
        )
    if change.route == "im":
        yield Notice(
            "note", "Into the muscle it is absorbed fast, has an early peak and cannot be stopped like an infusion."
        )
    if change.route not in HOUSE_TIMES:
        yield Notice("note", "Our protocol gives a factor for sublingual ketamine only.")


CALCULATOR = Calculator(
    id="route_convert",
    title="Route conversion",
    summary="Which dose by another route gives the exposure of this intravenous ketamine dose?",
    moment="dose",
    version="1.1",
    population="Adults stable on racemic ketamine infusions. Off-label. Never for esketamine spray.",
    inputs=Change,
    outputs=Matched,
    compute=matched,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(
        "Estimated equivalent dose (mg) = IV dose ÷ bioavailability of the route",
        "Bioavailability (range): "
        + "; ".join(
            f"{ROUTES[route].lower()} {plain(share.used)}"
            + (f" ({plain(share.low)}–{plain(share.high)})" if share.low != share.high else "")
            for route, share in BIOAVAILABILITY.items()
        ),
        f"Our protocol, sublingual = {SUBLINGUAL_TIMES} × IV dose",
        f"Intravenous dose above {plain(ROUTE_DOSE_CAUTION.value)} mg: caution; above {plain(ROUTE_DOSE_STOP.value)} mg: stop. "
        "Our own values.",
        "Sublingual or oral, on the dose by exposure or the end of our protocol's range, whichever is higher: "
        f"above {plain(ORAL_DOSE_CAUTION.value)} mg caution, above "
        f"{plain(ORAL_DOSE_STOP.value)} mg/kg stop. Intramuscular from {plain(ANESTHESIA_FROM)} mg/kg: stop.",
    ),
    sources=(
        Source(HOUSE, f"sublingual as {SUBLINGUAL_TIMES} times the IV dose"),
        Source(
            YANAGIHARA_2003,
            f"intranasal {plain(IN.used)}, oral {plain(ORAL.used)}, sublingual about 0.3; three volunteers",
        ),
        Source(ROLAN_2014, f"sublingual {plain(SL.used)}; eight volunteers"),
        Source(CHONG_2006, f"sublingual {plain(SL.high)} and oral 0.23; six patients"),
        Source(CHONG_2009, f"sublingual {plain(SL.low)} and oral {plain(ORAL.high)}; six patients"),
        Source(
            ANDRADE_2019,
            f"oral doses from {FIXED_FROM} to {plain(ORAL_DOSE_CAUTION.value)} mg, and from {plain(BY_WEIGHT_FROM)} to "
            f"{plain(ORAL_DOSE_STOP.value)} mg/kg",
        ),
        Source(FDA_2022, "five reports with compounded nasal spray"),
        Source(FDA_2023, "no approval in psychiatry, the risk of home use, and the case of oral ketamine"),
        Source(KETAMINE_LABEL, f"intramuscular anesthesia from {plain(ANESTHESIA_FROM)} to {ANESTHESIA_TO} mg/kg"),
        Source(CLEMENTS_1982, f"intramuscular {plain(IM.used)}, and the lowest oral value"),
    ),
    house=(
        PROTOCOLS.section("Route transition for maintenance").item(
            "Work out the sublingual dose that corresponds (as a rule "
            f"{HOUSE_TIMES['sl'][0]}-{HOUSE_TIMES['sl'][1]}× the IV dose)",
            says="our protocol's range for sublingual ketamine",
        ),
    ),
    differences=(
        Difference(
            topic="Sublingual dose",
            house=f"{SUBLINGUAL_TIMES} times the IV dose.",
            literature=f"A bioavailability of {plain(SL.low)} to {plain(SL.high)} means {half_up(1 / SL.high, 1)} to "
            f"{half_up(1 / SL.low, 1)} times for equal exposure; twice the IV dose gives about half of it. Both are shown.",
            when=lambda change, answer: change.route == "sl",
        ),
        Difference(
            topic="Intranasal bioavailability",
            house="No factor for the nose.",
            literature=f"{plain(IN.low)} to {plain(IN.high)} is the range used here. {PRINTED_LOW}–{PRINTED_HIGH}% for the "
            "nose is also printed (Pharmacotherapy 2022;42:298–310, table 6), which would mean a far higher dose.",
            when=lambda change, answer: change.route == "in",
        ),
    ),
    synonyms=("sublingual", "troche", "lozenge", "oral", "intranasal", "intramuscular", "bioavailability"),
)
