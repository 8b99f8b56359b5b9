"""Mania scores in a course. They are watched and not compared: a positive one comes before any step of the treatment."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...definition import Notice
from ...figures import Chip
from ...wording import lower_first
from .inputs import Course, Score, rows_of, scales_in
from .instruments import MANIA


@dataclass(frozen=True)
class Watched:
    """The scores of one scale of mania. What its calculator says is asked of the last one."""

    scale: str
    scores: tuple[Score, ...]

    @property
    def name(self) -> str:
        """The name of the scale."""
        return MANIA[self.scale].name

    @property
    def last(self) -> Score:
        """The newest score."""
        return self.scores[-1]

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the scale's calculator says of the last total."""
        return tuple(MANIA[self.scale].notices(self.last.total))

    @property
    def is_positive(self) -> bool:
        """Whether the last total stops or cautions."""
        return any(notice.kind != "note" for notice in self.notices)

    @property
    def words(self) -> str:
        """The last total and what it stands for: `ASRM 8 on 2026-03-23: assess for mania before any dose`."""
        means = "assess for mania before any dose" if self.is_positive else lower_first(self.band(self.last))
        return f"{self.name} {self.last.total} on {self.last.day}: {means}"

    @property
    def chip(self) -> Chip:
        """The same beside the figure, as serious as what the calculator says."""
        stops = any(notice.kind == "stop" for notice in self.notices)
        return Chip(self.words, "stop" if stops else "caution" if self.is_positive else "plain")

    def band(self, score: Score) -> str:
        """The band of a total."""
        return MANIA[self.scale].bands.find(score.total).label


def watched_in(course: Course) -> Iterable[Watched]:
    """Each scale of mania that was scored."""
    for scale in scales_in(course):
        if scale in MANIA:
            yield Watched(scale, tuple(score for _, score in rows_of(course, scale)))
