"""Relapse check: the house protocol's signs of relapse that are present, and whether the rise is beyond the scale's noise.

Signs from the house article; the smallest important change from Löwe 2004.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..bands import Band, Bands, whole_band
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..fields import Whole, YesNo
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_values import RELAPSE_REVIEW_PHQ9, RELAPSE_REVIEW_RISE
from ..protocol_words import SUICIDAL_HEADLINE, suicidal_thoughts
from ..references import HOUSE, KROENKE_2001, LOEWE_2004
from ..scales import IMPORTANT_CHANGES, PHQ_9
from ..wording import in_sentence
from .phq9 import HIGHEST_SCORE, WORDS

MONITORING = PROTOCOLS.section("Monitoring during maintenance")

RISE_FLAGGED = 2  # points, house article
RISE_REAL = int(IMPORTANT_CHANGES["phq9"].points)  # smallest important change in one patient, Löwe 2004
RETURN_ABOVE = 10  # house article: "PHQ-9 >10", so 10 itself is not above
USUAL_CUT_OFF = 10  # or more, Kroenke 2001

RISE = Bands(
    "Rise of the PHQ-9 in points",
    (
        Band("none", "No sign", None, RISE_FLAGGED - 1, high_included=True),
        whole_band("within_noise", "Sign of relapse, may be measurement error", RISE_FLAGGED, RISE_REAL - 1),
        whole_band("beyond_noise", "Sign of relapse, meaningful rise", RISE_REAL, PHQ_9.high),
    ),
    whole=True,
    drawn_low=-PHQ_9.high,
)
PHQ9_SIGN = "phq9_increase_ge2"
SIGNS = {
    PHQ9_SIGN: f"PHQ-9 up by {RISE_FLAGGED} points or more",
    "suicidal_ideation": "Suicidal thoughts",
    "functional_decline": "Function is slipping",
    "patient_reported_worsening": "The patient says things are worse",
    "sleep_or_appetite_change": "Sleep or appetite has changed",
}
_RANGE = f"It is the sum of {spelled(len(WORDS))} items scored 0 to {HIGHEST_SCORE}."


@dataclass(frozen=True, kw_only=True)
class Visit:
    """The PHQ-9 then and now, and what else was asked at this visit."""

    stable_phq9: Annotated[
        int,
        Whole(
            label="PHQ-9 when stable",
            low=0,
            high=PHQ_9.high,
            hint="The total agreed as this patient's baseline",
            why=_RANGE,
        ),
    ]
    current_phq9: Annotated[int, Whole(label="PHQ-9 now", low=0, high=PHQ_9.high, why=_RANGE)]
    suicidal_ideation: Annotated[bool, YesNo(label="Suicidal thoughts", hint="By C-SSRS or in conversation")]
    functional_decline: Annotated[bool, YesNo(label="Function is slipping")]
    patient_reported_worsening: Annotated[bool, YesNo(label="The patient says things are worse")]
    sleep_or_appetite_change: Annotated[bool, YesNo(label="Sleep or appetite has changed")]
    new_mania_signs: Annotated[
        bool | None,
        YesNo(
            label="New signs of mania",
            hint="Less need of sleep, racing thoughts, more drive or irritability than is usual for this patient",
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Signs:
    """The signs that are present, and what the rise of the PHQ-9 is worth."""

    phq9_increase: Annotated[int, Output(label="Change of PHQ-9 in points")]
    indicators: Annotated[tuple[str, ...], Output(label="Signs present", words=SIGNS)]
    any: Annotated[bool, Output(label="Any sign", shown=False)]
    prn_threshold_crossed: Annotated[bool, Output(label=f"PHQ-9 above {RETURN_ABOVE}")]
    mcid_reached: Annotated[bool, Output(label=f"Rise of {RISE_REAL} points or more")]


def signs(visit: Visit) -> Signs:
    """Each sign by itself; a change in points is negative when the score has fallen. House article."""
    rise = visit.current_phq9 - visit.stable_phq9
    found = {
        PHQ9_SIGN: rise >= RISE_FLAGGED,
        "suicidal_ideation": visit.suicidal_ideation,
        "functional_decline": visit.functional_decline,
        "patient_reported_worsening": visit.patient_reported_worsening,
        "sleep_or_appetite_change": visit.sleep_or_appetite_change,
    }
    return Signs(
        phq9_increase=rise,
        indicators=tuple(sign for sign, present in found.items() if present),
        any=any(found.values()),
        prn_threshold_crossed=visit.current_phq9 > RETURN_ABOVE,
        mcid_reached=rise >= RISE_REAL,
    )


def headline(visit: Visit, answer: Signs) -> str:
    """What comes first, then the signs that are present, or that none was entered."""
    crossed = [f"PHQ-9 above {RETURN_ABOVE}"] if answer.prn_threshold_crossed else []
    return ". ".join([*what_comes_first(visit, answer), *signs_present(answer), *crossed])


def signs_present(answer: Signs) -> Iterable[str]:
    """How many signs are present, and which; a rise that has been said with its number is not said again."""
    said = {PHQ9_SIGN} if answer.mcid_reached else set()
    named = "; ".join(in_sentence(SIGNS[sign]) for sign in answer.indicators if sign not in said)
    if not answer.any:
        yield f"None of the {len(SIGNS)} signs of relapse entered"
    elif named:
        yield f"{len(answer.indicators)} of {len(SIGNS)} signs of relapse{', among them' if said else ':'} {named}"


def what_comes_first(visit: Visit, answer: Signs) -> Iterable[str]:
    """What leads the headline, the most urgent first."""
    if visit.suicidal_ideation:
        yield SUICIDAL_HEADLINE
    if visit.new_mania_signs:
        yield "New signs of mania: think of a switch"
    yield from rise_comes_first(answer.phq9_increase, visit.current_phq9)


def rise_comes_first(rise: int, now: int) -> Iterable[str]:
    """What of a rise of the PHQ-9, and of the total it has come to, leads a headline."""
    if rise >= RISE_REAL:
        yield f"PHQ-9 up by {rise} points: treat as relapse until shown otherwise"
    if within_days(rise, now):
        yield "Review within days"


def within_days(rise: int, now: int) -> bool:
    """Whether the patient is seen again within days. House values."""
    return now >= RELAPSE_REVIEW_PHQ9.value or rise >= RELAPSE_REVIEW_RISE.value


def figure(visit: Visit, answer: Signs) -> Figure:
    """How many signs are present, after what comes first."""
    first = what_comes_first(visit, answer)
    chips = [Chip(words, "stop" if words == SUICIDAL_HEADLINE else "caution") for words in first]
    chips += [Chip(f"PHQ-9 above {RETURN_ABOVE}", "caution")] if answer.prn_threshold_crossed else []
    return Figure(
        str(len(answer.indicators)),
        f"of {len(SIGNS)}",
        "Signs of relapse",
        chips=tuple(chips)
        or (Chip("No sign entered", "good") if not answer.any else Chip("Ask what has changed", "caution"),),
        after="; ".join(SIGNS[sign] for sign in answer.indicators),
        says=("indicators", "prn_threshold_crossed"),
    )


def working(visit: Visit, answer: Signs) -> Iterable[str]:
    """The change of the PHQ-9 with its band, and each other sign."""
    now, rise = visit.current_phq9, plain(answer.phq9_increase)
    yield f"Change of PHQ-9: {now} − {visit.stable_phq9} = {rise}"
    yield f"{rise}: {RISE.neighbors(answer.phq9_increase)}"
    yield f"Return at PHQ-9 above {RETURN_ABOVE}: now {now}: {'met' if answer.prn_threshold_crossed else 'not met'}"
    for sign in list(SIGNS)[1:]:
        yield f"{SIGNS[sign]}: {'present' if sign in answer.indicators else 'not reported'}"


def warnings(visit: Visit, answer: Signs) -> Iterable[Notice]:
    """A stop for suicidal thoughts, a caution for what looks like relapse or mania, and what the score does not settle."""
    if visit.suicidal_ideation:
        yield suicidal_thoughts("relapse_check.suicidal_ideation")
    if visit.new_mania_signs:
        yield Notice(
            "caution",
            "New signs of mania: this may be a switch and not a relapse. Assess mood and medicines before any dose.",
            rule="relapse_check.new_mania_signs",
            short="new signs of mania: think of a switch",
        )
    yield from rise_warnings(answer.phq9_increase, visit.current_phq9, "the patient was stable")
    if not answer.any:
        yield Notice("note", "Ask about every sign: none entered is not proof of stability.")


def rise_warnings(rise: int, now: int, since: str) -> Iterable[Notice]:
    """What a rise of the PHQ-9 to its total now calls for; `since` says when it was better."""
    if rise >= RISE_REAL:
        yield Notice(
            "caution",
            f"The PHQ-9 is up by {rise} points since {since}. Treat this as relapse until shown otherwise.",
            rule="relapse_check.relapse",
            short=f"PHQ-9 up by {rise}: treat as relapse",
        )
    if within_days(rise, now):
        yield Notice(
            "caution",
            f"Review within days: the PHQ-9 is {plain(RELAPSE_REVIEW_PHQ9.value)} or more, or up by "
            f"{plain(RELAPSE_REVIEW_RISE.value)} points or more (our own values).",
            rule="relapse_check.review",
            short="review within days",
        )
    if RISE_FLAGGED <= rise < RISE_REAL:
        yield Notice(
            "note",
            f"Ask what has changed and repeat the PHQ-9. A rise of {rise} points "
            "is a sign of relapse in our protocol, but may be measurement error.",
        )
    if now == RETURN_ABOVE:
        yield Notice(
            "caution",
            f"Decide which rule applies: the PHQ-9 is exactly {RETURN_ABOVE}. The example in our protocol asks for a return "
            f"visit above {RETURN_ABOVE}; the usual clinical cut-off is {USUAL_CUT_OFF} or more.",
            rule="relapse_check.at_the_cut_off",
            short=f"PHQ-9 exactly {RETURN_ABOVE}: decide which rule applies",
        )


CALCULATOR = Calculator(
    id="relapse_check",
    title="Relapse check",
    summary="Which of our protocol's signs of relapse are present, and is the rise of the PHQ-9 more than measurement error?",
    moment="maintain",
    version="2.0",
    population="Adults who were stable after ketamine and have a PHQ-9 total from that time. Not for the course of induction.",
    inputs=Visit,
    outputs=Signs,
    compute=signs,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    bands=(RISE,),
    scales=lambda visit, answer: (
        (RISE, answer.phq9_increase, plain(answer.phq9_increase)),
        (PHQ_9.bands, visit.current_phq9, f"{visit.current_phq9} now"),
    ),
    formula=(
        "Change = PHQ-9 now − PHQ-9 when stable.",
        f"Sign: a change of {RISE_FLAGGED} points or more. Likely to be real: {RISE_REAL} points or more.",
        f"Each of the {spelled(len(SIGNS) - 1)} other answers is a sign by itself. Signs are listed, never weighed against each "
        "other.",
        f"Treat as relapse until shown otherwise: {RISE_REAL} points or more. Review within days: a PHQ-9 of "
        f"{plain(RELAPSE_REVIEW_PHQ9.value)} or more, or a change of {plain(RELAPSE_REVIEW_RISE.value)} or more "
        "(our own values).",
        "New signs of mania are asked about apart: they suggest a switch to mania, not a relapse.",
        f"Return visit (the example in our protocol): PHQ-9 above {RETURN_ABOVE}; {RETURN_ABOVE} itself is not above.",
    ),
    sources=(
        Source(HOUSE, f"the {spelled(len(SIGNS))} signs, and the example of a return above {RETURN_ABOVE}"),
        Source(LOEWE_2004, f"{RISE_REAL} points as the smallest important change in one patient"),
        Source(KROENKE_2001, f"{USUAL_CUT_OFF} or more as the usual clinical cut-off, and the bands of the PHQ-9"),
    ),
    house=(
        MONITORING.item(
            f"A PHQ-9 that has risen by ≥{RISE_FLAGGED} points above the stable baseline",
            says=f"the sign of {RISE_FLAGGED} points",
        ),
        MONITORING.item("Suicidal thoughts have come back", says="a sign"),
        MONITORING.item("Function is slipping", says="a sign"),
        MONITORING.item("The patient says things are worse", says="a sign"),
        MONITORING.item("Sleep or appetite has changed", says="a sign"),
        PROTOCOLS.section("Maintenance protocols").item(
            f"A set score brings the patient back (for example PHQ-9 >{RETURN_ABOVE})",
            says=f"the return above {RETURN_ABOVE}",
        ),
    ),
    differences=(
        Difference(
            topic="How much of a rise counts",
            house=f"A PHQ-9 up by {RISE_FLAGGED} points or more.",
            literature=f"The smallest important change in one patient is {RISE_REAL} points (Löwe 2004); {RISE_FLAGGED} points "
            "may be measurement error.",
        ),
        Difference(
            topic="Score that brings the patient back",
            house=f"Above {RETURN_ABOVE}.",
            literature=f"The usual clinical cut-off is {USUAL_CUT_OFF} or more.",
            when=lambda visit, answer: visit.current_phq9 >= RETURN_ABOVE,
        ),
    ),
    synonyms=("relapse indicators", "PRN maintenance", "booster", "worsening"),
)
