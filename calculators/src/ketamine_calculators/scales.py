"""The rating scales: how far each total runs, what its bands are, and when a change is called response or remission."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from .bands import Band, Bands, whole_bands
from .definition import Reference
from .references import (
    GUICO_PABIA_2012,
    HAWLEY_2002,
    HOUSE,
    KROENKE_2001,
    LOEWE_2004,
    MCINTYRE_2002,
    RUSH_2003,
    SNAITH_1986,
    SPITZER_2006,
    ZIMMERMAN_2013,
)
from .scale_references import KROENKE_2009, MATZA_2010, SHEEHAN_2011


@dataclass(frozen=True)
class BandedScale:
    """A scale of totals from 0, of which each has a band. Remission is not defined on it here."""

    name: str
    bands: Bands
    bands_source: Reference

    @property
    def low(self) -> int:
        """The lowest total."""
        return 0

    @property
    def higher_is_better(self) -> bool:
        """Whether a rising total is an improvement."""
        return False

    @property
    def high(self) -> int:
        """The highest total."""
        return int(self.bands.bands[-1].high)


@dataclass(frozen=True)
class Scale(BandedScale):
    """A scale with remission: a total below `remission_below`, or up to it if `included`.

    The house timeline speaks of depression only, so a scale says whether it is one `of_depression`.
    """

    remission_below: int
    remission_source: Reference
    included: bool = False
    of_depression: bool = True

    def remission(self, total: Fraction | int) -> bool:
        """Whether a total is in the range of remission."""
        return total < self.remission_below or (self.included and total == self.remission_below)

    @property
    def remission_highest(self) -> int:
        """The highest whole total that still counts as remission."""
        return self.remission_below if self.included else self.remission_below - 1

    @property
    def remission_words(self) -> str:
        """`below 5`, `7 or less`."""
        return f"{self.remission_below} or less" if self.included else f"below {self.remission_below}"


PHQ_9 = Scale(
    "PHQ-9",
    whole_bands(
        "PHQ-9 total",
        0,
        ("minimal", "Minimal", 4),
        ("mild", "Mild", 9),
        ("moderate", "Moderate", 14),
        ("moderately_severe", "Moderately severe", 19),
        ("severe", "Severe", 27),
    ),
    KROENKE_2001,
    5,
    HOUSE,
)
GAD_7 = Scale(
    "GAD-7",
    whole_bands(
        "GAD-7 total",
        0,
        ("minimal", "Minimal", 4),
        ("mild", "Mild", 9),
        ("moderate", "Moderate", 14),
        ("severe", "Severe", 21),
    ),
    SPITZER_2006,
    5,  # house convention: the house article gives none, so the upper end of "minimal" is used as for PHQ-9
    SPITZER_2006,
    of_depression=False,
)
MADRS = Scale(
    "MADRS",
    whole_bands(
        "MADRS total",
        0,
        ("normal", "Normal", 6),
        ("mild", "Mild", 19),
        ("moderate", "Moderate", 34),
        ("severe", "Severe", 60),
    ),
    SNAITH_1986,
    10,
    HAWLEY_2002,
)
HAM_D17 = Scale(
    "HAM-D17",
    whole_bands(
        "HAM-D17 total",
        0,
        ("none", "None", 7),
        ("mild", "Mild", 16),
        ("moderate", "Moderate", 23),
        ("severe", "Severe", 52),
    ),
    ZIMMERMAN_2013,
    7,
    MCINTYRE_2002,
    included=True,
)
QIDS_SR16 = Scale(
    "QIDS-SR16",
    whole_bands(
        "QIDS-SR16 total",
        0,
        ("none", "None", 5),
        ("mild", "Mild", 10),
        ("moderate", "Moderate", 15),
        ("severe", "Severe", 20),
        ("very_severe", "Very severe", 27),
    ),
    RUSH_2003,
    5,
    RUSH_2003,
    included=True,
)
# The cuts are those of the PHQ-9 (Kroenke 2009); only the highest total differs.
PHQ_8 = BandedScale(
    "PHQ-8",
    whole_bands(
        "PHQ-8 total",
        0,
        *((band.key, band.label, int(band.high)) for band in PHQ_9.bands.bands[:-1]),
        (PHQ_9.bands.bands[-1].key, PHQ_9.bands.bands[-1].label, 24),
    ),
    KROENKE_2009,
)
HAM_A = Scale(
    "HAM-A",
    whole_bands(
        "HAM-A total",
        0,
        ("none_minimal", "None or minimal", 7),
        ("mild", "Mild", 14),
        ("moderate", "Moderate", 23),
        ("severe", "Severe", 56),
    ),
    MATZA_2010,
    7,
    SHEEHAN_2011,
    included=True,
    of_depression=False,
)

SCALES: Mapping[str, Scale] = {
    "phq9": PHQ_9,
    "gad7": GAD_7,
    "madrs": MADRS,
    "hamd17": HAM_D17,
    "qids_sr16": QIDS_SR16,
}


@dataclass(frozen=True)
class Totals:
    """A scale of which only totals are compared: it has no bands and no remission here."""

    name: str
    low: int
    high: int
    higher_is_better: bool = False


SDS = Totals("SDS", 0, 30)
Q_LES_Q_SF = Totals("Q-LES-Q-SF", 14, 70, higher_is_better=True)
WHODAS_12 = Totals("WHODAS 2.0 (12 items)", 0, 48)
ONLY_TOTALS: Mapping[str, Totals] = {"sds": SDS, "q_les_q_sf": Q_LES_Q_SF}


@dataclass(frozen=True)
class ImportantChange:
    """The smallest change in points that was found to matter, and among whom."""

    points: Fraction
    among: str
    source: Reference


IMPORTANT_CHANGES: Mapping[str, ImportantChange] = {
    "phq9": ImportantChange(Fraction(5), "in one patient", LOEWE_2004),
    "sds": ImportantChange(Fraction(14, 5), "between groups", GUICO_PABIA_2012),
}

# Percent of improvement, house article, Outcome Measures. It prints "25-49%"; half-open intervals give 49.6% a place.
PARTIAL_FROM, RESPONSE_FROM = Fraction(25), Fraction(50)
PARTIAL_PRINTED_TO = 49
IMPROVEMENT = Bands(
    "Improvement",
    (
        Band("non_response", "Non-response", None, PARTIAL_FROM),
        Band("partial", "Partial response", PARTIAL_FROM, RESPONSE_FROM),
        Band("response", "Response", RESPONSE_FROM, Fraction(100), high_included=True),
    ),
    unit="%",
    drawn_low=0,
    near=2,  # points of a percentage; a total that is one point away from a threshold lies further off on short scales
)
