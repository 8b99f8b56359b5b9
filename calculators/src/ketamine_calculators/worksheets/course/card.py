"""Course: how have the scores gone, what does each mean for the next step, and when do the treatments fall?

For adults in a course of ketamine who are scored on one scale or several, each against its own first score. It decides nothing
by itself. Returns the change and the timeline at each score, the signs of relapse at the last one, and the plans of dates.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import islice

from ...bands import Bands
from ...catalogue import relapse_check
from ...worksheet import (
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_working,
    still_needed,
)
from .chart import charts
from .inputs import Course
from .notices import warnings
from .parts import JOINED, Parts, parts_of
from .proposals import proposals
from .rules import (
    at_least_the_baseline,
    in_the_order_of_their_days,
    induction_ends_after_its_start,
    only_the_baseline_before_treatment,
    stable_total_of_a_phq9,
    suicidal_thoughts_asked,
    totals_on_the_scale,
    treatments_only_rise,
)
from .standing import Standing, figure, headline, standing
from .tables import tables
from .taken import CALENDAR, SESSION, of_a_calendar, of_a_session

BLANK_AS_IN_THE_PROTOCOL = ("per_week", "sessions", "weekday", "biweekly_sessions", "monthly_sessions")


def scales(parts: Parts, outputs: Standing) -> Iterable[tuple[Bands, Fraction | int, str]]:
    """The change of the chosen scale at its last score, and the rise since the stable PHQ-9."""
    judged = (parts.lead.status, parts.relapse)
    return (scale for part in judged if part for scale in islice(part.scales, 1))


WORKSHEET = Worksheet(
    id="course",
    title="Track a treatment course",
    summary="Plot scores, check response, plan dates.",
    moment="assess",
    version="4.0",
    population="Adults in a course of ketamine, scored on one scale or several. It does not decide by itself.",
    inputs=Course,
    outputs=Standing,
    parts=parts_of,
    compute=standing,
    headline=headline,
    figure=figure,
    working=lambda parts, outputs: joined_working(parts.evaluations),
    warnings=lambda parts, outputs: warnings(parts),
    tables=lambda parts, outputs: tables(parts),
    charts=lambda parts, outputs: charts(parts),
    scales=scales,
    rules=(
        at_least_the_baseline,
        totals_on_the_scale,
        in_the_order_of_their_days,
        treatments_only_rise,
        only_the_baseline_before_treatment,
        induction_ends_after_its_start,
        stable_total_of_a_phq9,
        answered_as_asked("stable_total"),
    ),
    proposes=proposals,
    takes={SESSION: of_a_session, CALENDAR: of_a_calendar},
    needs=(suicidal_thoughts_asked, still_needed("new_mania_signs", *BLANK_AS_IN_THE_PROTOCOL)),
    formula=(
        "Each later score is compared with the first one of the same scale, by the rules of Response status. No percentage is "
        "taken across two scales, and no total is converted.",
        "Where the treatments completed are known, the next step of our timeline is shown for that change on the chosen scale. "
        "It covers depression scales only; a relapse or a positive mania score takes priority over it.",
        "Mania scores are watched, not compared: the last one counts.",
        "Signs of relapse are looked for at the last PHQ-9, against the PHQ-9 when stable. Without that, the PHQ-9 is compared "
        "with the best total that was a response.",
        "A response is lost where a score was a response or in remission, and the last one of that scale is neither.",
        f"In the chart, a rise of less than {relapse_check.RISE_REAL} points above the stable score is drawn as a band: it "
        "may be measurement error.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=joined_differences(JOINED),
    synonyms=("tracker", "follow-up", "trend", "chart", "progress", "scores over time", "calendar"),
    joins=JOINED,
    example={
        "scale": "phq9",
        "scores": [
            {"day": "2026-03-02", "total": 21, "treatments_completed": 0},
            {"day": "2026-03-09", "total": 16, "treatments_completed": 2},
            {"day": "2026-03-16", "total": 11, "treatments_completed": 4},
            {"day": "2026-03-23", "total": 4, "treatments_completed": 6},
        ],
    },
    # By hand: (21 − 4) ÷ 21 is 80.95…%, cut to 80.9; 4 is below 5. After 6 treatments a responder goes on to the transition.
    expected={
        "outcome": "remission",
        "percent_display": 80.9,
        "action": "responder_transition",
        "signs": None,
        "best_total": 4,
        "response_lost": False,
    },
)
