"""The tables of a course: each scale with its scores, the signs of relapse, what else happened, and the dates of the plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ... import timeline
from ...catalogue import induction_plan, relapse_check, response_status
from ...comparable_totals import COLUMNS, joined, rows_with
from ...definition import Table
from ...display import plain, weekday
from ...scales import IMPROVEMENT
from ...two_totals import of_depression
from ...wording import in_sentence
from .inputs import Event, Score
from .instruments import bands_of
from .mania import Watched
from .parts import Parts, Relapse
from .series import LaterScore, Series

SCORES = "Scores"
EVENTS = "Doses and other events"
COMPARABLE = "Comparable totals, to read a report and never for a change"
# The columns of the published table, by the scales of a course.
IN_THE_TABLE = {"qids_sr16": "qids_sr16", "idssr30_total": "ids_sr30", "hamd17": "hamd17"}
DAY = ("Date", "Weekday")


def tables(parts: Parts) -> Iterable[Table]:
    """The scores of each scale, the signs of relapse, what else happened, and the dates of the plans."""
    yield scores(parts)
    yield from (scores_beside(one, parts) for one in parts.beside)
    yield from (scores_watched(one, parts) for one in parts.mania)
    yield from comparable(parts)
    if parts.relapse:
        yield signs_of_relapse(parts.relapse)
    if parts.course.events:
        yield events(parts.course.events)
    if parts.induction:
        # The weekly sessions after an induction are the first step of the maintenance: they are planned once.
        yield induction_plan.treatments(parts.induction.outputs, transition=parts.maintenance is None)
    if parts.maintenance:
        yield from parts.maintenance.tables


def comparable(parts: Parts) -> Iterable[Table]:
    """The last totals beside those of other scales, where several depression scales were scored. No sum takes them."""
    rows = []
    for series in parts.series:
        if column := IN_THE_TABLE.get(series.scale):
            total = series.last.total
            found = rows_with(column, total)
            cells = (str(total if other == column else joined(other, found)) for other in COLUMNS)
            rows.append((f"{series.name} on {series.last.day}", *cells))
    if rows and sum(of_depression(series.scale) for series in parts.series) > 1:
        yield Table(COMPARABLE, ("Last total", *COLUMNS.values()), tuple(rows))


def label(name: str, parts: Parts) -> str:
    """What the table of a scale is called: it names the scale where there are several."""
    return f"{name} scores" if parts.is_mixed else SCORES


def scores(parts: Parts) -> Table:
    """Each score of the chosen scale with its severity, its change since the first, and what the house timeline does."""
    lead = parts.lead
    extras = extras_of(lead.scores, leads=True)

    def row(score: Score, change: str, outcome: str, step: str) -> tuple[str, ...]:
        words = severity(lead.scale, score.total)
        return (*dated(score.day), str(score.total), words, change, outcome, *extras.cells(score), step)

    rows = [row(lead.first, "baseline", "", "")]
    for later in lead.later:
        step = timeline.ACTIONS[later.decision.outputs.action] if later.decision else later.not_asked
        rows.append(row(later.score, change(later), outcome(later, lead), step))
    head = (*DAY, "Total", "Severity", "Improvement", "Outcome", *extras.head, "Next step (our protocol)")
    return Table(label(lead.name, parts), head, tuple(rows))


def scores_beside(series: Series, parts: Parts) -> Table:
    """Each score of a scale beside the chosen one, against the first one of its own."""
    extras = extras_of(series.scores)
    with_bands = bands_of(series.scale) is not None

    def row(score: Score, change: str, outcome: str) -> tuple[str, ...]:
        words = (severity(series.scale, score.total),) if with_bands else ()
        return (*dated(score.day), str(score.total), *words, change, outcome, *extras.cells(score))

    rows = [row(series.first, "baseline", "")]
    rows += [row(later.score, change(later), outcome(later, series)) for later in series.later]
    bands = ("Severity",) if with_bands else ()
    total = "Total, higher is better" if series.instrument.higher_is_better else "Total"
    head = (*DAY, total, *bands, "Improvement", "Outcome", *extras.head)
    return Table(label(series.name, parts), head, tuple(rows))


def scores_watched(watched: Watched, parts: Parts) -> Table:
    """Each score of a scale of mania with its band: it is watched, not compared."""
    extras = extras_of(watched.scores)
    rows = tuple(
        (*dated(score.day), str(score.total), watched.band(score), *extras.cells(score)) for score in watched.scores
    )
    return Table(label(watched.name, parts), (*DAY, "Total", "Group", *extras.head), rows)


@dataclass(frozen=True)
class Extras:
    """The columns of what was entered beside a total: treatments completed and dose."""

    with_treatments: bool
    with_dose: bool

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns."""
        return (*(("Treatments",) if self.with_treatments else ()), *(("Dose, mg/kg",) if self.with_dose else ()))

    def cells(self, score: Score) -> tuple[str, ...]:
        """What a score has in them; empty where nothing was entered."""
        done = "" if score.treatments_completed is None else str(score.treatments_completed)
        dose = "" if score.dose is None else plain(score.dose)
        return (*((done,) if self.with_treatments else ()), *((dose,) if self.with_dose else ()))


def extras_of(scores: tuple[Score, ...], *, leads: bool = False) -> Extras:
    """The columns that these scores fill; the scale that leads always has its treatments."""
    treatments = leads or any(score.treatments_completed is not None for score in scores)
    return Extras(treatments, any(score.dose is not None for score in scores))


def dated(day: date) -> tuple[str, str]:
    """A day with its weekday."""
    return day.isoformat(), weekday(day)


def severity(scale: str, total: int) -> str:
    """The band of a total on its scale; empty where it has none."""
    bands = bands_of(scale)
    return bands.find(total).label if bands else ""


def change(later: LaterScore) -> str:
    """The improvement since the first score of the same scale."""
    percent = later.status.outputs.percent
    return "no percentage" if percent is None else f"{IMPROVEMENT.rounded(percent)}%"


def outcome(later: LaterScore, series: Series) -> str:
    """What the change is called, and that it is the best score."""
    best = ", best score" if later is series.best and len(series.later) > 1 else ""
    return f"{response_status.OUTCOME_WORDS[later.status.outputs.outcome]}{best}"


def events(events: tuple[Event, ...]) -> Table:
    """What else happened, as it was entered, in the order of the days. The number is that of the chart."""
    rows = tuple(
        (str(number), *dated(event.day), event.what, "" if event.dose is None else plain(event.dose))
        for number, event in enumerate(by_day(events), 1)
    )
    return Table(EVENTS, ("Number", *DAY, "What happened", "Dose, mg/kg"), rows)


def by_day(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """In the order of their days; those of one day as they were entered."""
    return tuple(sorted(events, key=lambda event: event.day))


def signs_of_relapse(relapse: Relapse) -> Table:
    """Each sign with whether it is present at the last score."""
    visit, signs = relapse.inputs, relapse.outputs
    rise = plain(signs.phq9_increase)
    band = relapse_check.RISE.find(signs.phq9_increase)
    rows = [
        (words, "present" if sign in signs.indicators else "not present") for sign, words in relapse_check.SIGNS.items()
    ]
    rows += [
        (f"Change since stable, {visit.stable_phq9} to {visit.current_phq9}", f"{rise}: {in_sentence(band.label)}"),
        (f"PHQ-9 above {relapse_check.RETURN_ABOVE}", "yes" if signs.prn_threshold_crossed else "no"),
    ]
    return Table("Signs of relapse at the last score", ("Sign", "Now"), tuple(rows))
