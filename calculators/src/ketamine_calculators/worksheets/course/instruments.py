"""The scales that a course may hold: those that lead it, those that stand beside them, and those of mania, which are watched."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ...bands import Bands
from ...catalogue import asrm, ymrs_total
from ...definition import Notice
from ...scales import BandedScale, Totals
from ...two_totals import COMPARED

RELAPSE_SCALE = "phq9"  # the house article's signs of relapse are told in points of it


@dataclass(frozen=True)
class ManiaScale:
    """A scale of mania with totals from 0, and what its calculator says of one."""

    name: str
    bands: Bands
    notices: Callable[[int], Iterable[Notice]]
    low: int = 0

    @property
    def high(self) -> int:
        """The highest total."""
        return int(self.bands.bands[-1].high)


MANIA: Mapping[str, ManiaScale] = {
    "asrm": ManiaScale("ASRM", asrm.BANDS, asrm.notices),
    "ymrs_total": ManiaScale("YMRS", ymrs_total.BANDS, ymrs_total.notices),
}
IN_ROWS: Mapping[str, BandedScale | Totals | ManiaScale] = {**COMPARED, **MANIA}
"""Every scale that a row may be of."""
CODED = {"whodas12": f"coded 0–{COMPARED['whodas12'].high}"}  # its other coding, 12–60, has totals that could be either
BY_NAME = {
    key: f"{instrument.name}, {CODED[key]}" if key in CODED else instrument.name for key, instrument in IN_ROWS.items()
}


def bands_of(scale: str) -> Bands | None:
    """The bands of a scale; None where only its totals are compared."""
    return getattr(IN_ROWS[scale], "bands", None)


def is_better(scale: str, total: int, other: int) -> bool:
    """Whether a total of a scale is better than another one."""
    return total > other if COMPARED[scale].higher_is_better else total < other
