"""The rating scales: how far each total runs, what its bands are, and when a change is called response or remission."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from .bands import Band, Bands, whole_band
from .definition import Reference
from .references import (
    HAWLEY_2002,
    HOUSE,
    KROENKE_2001,
    MCINTYRE_2002,
    RUSH_2003,
    SNAITH_1986,
    SPITZER_2006,
    ZIMMERMAN_2013,
)


@dataclass(frozen=True)
class Scale:
    """A scale of totals from 0 to `high`. Remission is a total below `remission_below`, or up to it if `included`."""

    name: str
    high: int
    bands: Bands
    bands_source: Reference
    remission_below: int
    remission_source: Reference
    included: bool = False

    def remission(self, total: Fraction | int) -> bool:
        return total < self.remission_below or (self.included and total == self.remission_below)

    @property
    def remission_highest(self) -> int:
        """The highest whole total that still counts as remission."""
        return self.remission_below if self.included else self.remission_below - 1

    @property
    def remission_words(self) -> str:
        return f"{self.remission_below} or less" if self.included else f"below {self.remission_below}"


PHQ_9 = Scale(
    "PHQ-9",
    27,
    Bands(
        "PHQ-9 total",
        (
            whole_band("minimal", "Minimal", 0, 4),
            whole_band("mild", "Mild", 5, 9),
            whole_band("moderate", "Moderate", 10, 14),
            whole_band("moderately_severe", "Moderately severe", 15, 19),
            whole_band("severe", "Severe", 20, 27),
        ),
        whole=True,
    ),
    KROENKE_2001,
    5,
    HOUSE,
)
GAD_7 = Scale(
    "GAD-7",
    21,
    Bands(
        "GAD-7 total",
        (
            whole_band("minimal", "Minimal", 0, 4),
            whole_band("mild", "Mild", 5, 9),
            whole_band("moderate", "Moderate", 10, 14),
            whole_band("severe", "Severe", 15, 21),
        ),
        whole=True,
    ),
    SPITZER_2006,
    5,  # house convention: the house article gives none, so the upper end of "minimal" is used as for PHQ-9
    SPITZER_2006,
)
MADRS = Scale(
    "MADRS",
    60,
    Bands(
        "MADRS total",
        (
            whole_band("normal", "Normal", 0, 6),
            whole_band("mild", "Mild", 7, 19),
            whole_band("moderate", "Moderate", 20, 34),
            whole_band("severe", "Severe", 35, 60),
        ),
        whole=True,
    ),
    SNAITH_1986,
    10,
    HAWLEY_2002,
)
HAM_D17 = Scale(
    "HAM-D17",
    52,
    Bands(
        "HAM-D17 total",
        (
            whole_band("none", "None", 0, 7),
            whole_band("mild", "Mild", 8, 16),
            whole_band("moderate", "Moderate", 17, 23),
            whole_band("severe", "Severe", 24, 52),
        ),
        whole=True,
    ),
    ZIMMERMAN_2013,
    7,
    MCINTYRE_2002,
    included=True,
)
QIDS_SR16 = Scale(
    "QIDS-SR16",
    27,
    Bands(
        "QIDS-SR16 total",
        (
            whole_band("none", "None", 0, 5),
            whole_band("mild", "Mild", 6, 10),
            whole_band("moderate", "Moderate", 11, 15),
            whole_band("severe", "Severe", 16, 20),
            whole_band("very_severe", "Very severe", 21, 27),
        ),
        whole=True,
    ),
    RUSH_2003,
    5,
    RUSH_2003,
    included=True,
)

SCALES: Mapping[str, Scale] = {
    "phq9": PHQ_9,
    "gad7": GAD_7,
    "madrs": MADRS,
    "hamd17": HAM_D17,
    "qids_sr16": QIDS_SR16,
}

# The house article prints "25-49%"; half-open intervals give 49.6% a place.
IMPROVEMENT = Bands(
    "Improvement",
    (
        Band("non_response", "Non-response", None, Fraction(25)),
        Band("partial", "Partial response", Fraction(25), Fraction(50)),
        Band("response", "Response", Fraction(50), Fraction(100), high_included=True),
    ),
    unit="%",
    drawn_low=0,
)
