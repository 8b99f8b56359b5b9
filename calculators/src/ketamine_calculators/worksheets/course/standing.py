"""Where a course stands: its outputs, its sentence, and the same at a glance. The scale that was chosen leads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Annotated

from ...catalogue import relapse_check, response_status, timeline_action
from ...definition import Output
from ...figures import Chip, Figure
from ...protocol_words import SUICIDAL_HEADLINE
from ...scale_words import severity_chip
from ...scales import IMPROVEMENT, BandedScale
from ...wording import in_sentence
from ...worksheet import output
from .instruments import is_better
from .parts import Parts
from .series import Series


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where the course stands at its last score, and when its plans end. Each unit stands in its Output."""

    outcome: Annotated[str | None, output(response_status.CALCULATOR, "outcome", label="At the last score")]
    percent: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent")]
    percent_display: Annotated[Fraction | None, output(response_status.CALCULATOR, "percent_display")]
    best_total: Annotated[int | None, Output(label="Best score")]
    best_day: Annotated[date | None, Output(label="Best score on")]
    response_lost: Annotated[bool | None, Output(label="Response reached and lost")]
    action: Annotated[str | None, output(timeline_action.CALCULATOR, "action")]
    beside: Annotated[tuple[str, ...] | None, Output(label="Other scales, each against its own first score")]
    mania_positive: Annotated[bool | None, Output(label="Mania score positive")]
    signs: Annotated[tuple[str, ...] | None, output(relapse_check.CALCULATOR, "indicators", label="Signs of relapse")]
    mcid_reached: Annotated[bool | None, output(relapse_check.CALCULATOR, "mcid_reached")]
    induction_last: Annotated[date | None, Output(label="Last induction treatment")]
    maintenance_last: Annotated[date | None, Output(label="Last maintenance session")]


def standing(parts: Parts) -> Standing:
    """The outputs of the calculators for the last score of each scale and for the plans."""
    lead = parts.lead
    last, best = lead.later[-1] if lead.later else None, lead.best
    status = last.status.outputs if last else None
    decision = last.decision.outputs if last and last.decision else None
    relapse = parts.relapse.outputs if parts.relapse else None
    return Standing(
        outcome=status.outcome if status else None,
        percent=status.percent if status else None,
        percent_display=status.percent_display if status else None,
        best_total=best.score.total if best else None,
        best_day=best.score.day if best else None,
        response_lost=lead.response_lost if best else None,
        action=decision.action if decision else None,
        beside=tuple(beside(parts)) or None,
        mania_positive=parts.is_mania if parts.mania else None,
        signs=relapse.indicators if relapse else None,
        mcid_reached=parts.is_relapse if parts.rise else None,
        induction_last=parts.induction.outputs.last_date if parts.induction else None,
        maintenance_last=parts.maintenance.outputs.last_date if parts.maintenance else None,
    )


def headline(parts: Parts, outputs: Standing) -> str:
    """Suicidal thoughts, then a positive mania score, then what the chosen scale says, then each other scale by itself."""
    told = list(of_the_chosen_scale(parts))
    after_suicide = 1 if parts.course.suicidal_ideation else 0
    positive = [one.words for one in parts.mania if one.is_positive]
    others = [one for one in beside(parts) if one not in positive]
    return ". ".join([*told[:after_suicide], *positive, *told[after_suicide:], *others])


def of_the_chosen_scale(parts: Parts) -> Iterable[str]:
    """Suicidal thoughts, then relapse, then a worse score, then the outcome with the signs of relapse."""
    lead = parts.lead
    relapse, signs = parts.relapse, [parts.relapse.headline] if parts.relapse else []
    first_of_all = [SUICIDAL_HEADLINE] if parts.course.suicidal_ideation and not relapse else []
    if parts.rise and not relapse:
        first_of_all += relapse_check.rise_comes_first(parts.rise.points, parts.rise.now)
    if lead.status is None and not parts.is_relapse:
        return [*first_of_all, *signs, f"{lead.name} {lead.first.total} before treatment; no later score yet"]
    lost = ["Response lost"] if lead.response_lost else []
    if lead.status is None or parts.is_relapse:
        return [*(signs or [*first_of_all, *back_above(parts)]), *lost, totals(lead, parts)]
    outcome = [totals(lead, parts), lead.status.headline]
    # A score that is worse than before treatment comes before a response that is lost with it.
    outcome = [*outcome, *lost] if lead.status.outputs.worsened else [*lost, *outcome]
    if relapse and any(relapse_check.what_comes_first(relapse.inputs, relapse.outputs)):
        return [*signs, *outcome]
    return [*first_of_all, *outcome, *signs]


def totals(series: Series, parts: Parts) -> str:
    """`PHQ-9 21 → 12`, with the best one between them where that was better, and the day where others were scored after it."""
    first, last, best = series.first, series.last, series.best
    words = (
        f"{series.name} {first.total} → {last.total}"
        if series.later
        else f"{series.name} {first.total}, no later score"
    )
    is_old = series.later and last.day < parts.course.scores[-1].day
    day = f" on {last.day}" if is_old else ""
    better = best is not None and is_better(series.scale, best.score.total, last.total)
    return f"{words}{day} (best {best.score.total})" if best and better else f"{words}{day}"


def back_above(parts: Parts) -> Iterable[str]:
    """The score that brings the patient back, where it is passed again."""
    if parts.rise and parts.rise.now > relapse_check.RETURN_ABOVE:
        yield f"PHQ-9 above {relapse_check.RETURN_ABOVE}"


def beside(parts: Parts) -> Iterable[str]:
    """Each scale beside the chosen one in a line, against its own first score, and the last total of each scale of mania."""
    yield from (compared(one, parts) for one in parts.beside)
    yield from (one.words for one in parts.mania)


def compared(series: Series, parts: Parts) -> str:
    """`GAD-7 15 → 8: partial response, 46.7% better`."""
    status, words = series.status.outputs if series.status else None, totals(series, parts)
    if status is None:
        return words
    if status.percent is None:
        return f"{words}: {'worse than before treatment, ' if status.worsened else ''}no percentage"
    if status.worsened:
        means = f"worse than before treatment, by {IMPROVEMENT.size(status.percent)}%"
    else:
        size = f"{IMPROVEMENT.size(status.percent)}% better" if status.percent else "no change"
        means = f"{in_sentence(response_status.OUTCOME_WORDS[status.outcome])}, {size}"
    return f"{words}: {means}{', response lost' if series.response_lost else ''}"


def figure(parts: Parts, outputs: Standing) -> Figure:
    """The last total of the chosen scale, with what comes first, its outcome, and the other scales beside it."""
    lead, chips = parts.lead, list(urgent(parts))
    scale, first, last = lead.instrument, lead.first, lead.last
    assert isinstance(scale, BandedScale)
    others = [Chip(compared(one, parts), "caution" if is_worse(one) else "plain") for one in parts.beside]
    others += [one.chip for one in parts.mania if not one.is_positive]
    # Beside a positive mania score nothing reads as good news.
    severity = severity_chip(scale, last.total)
    chips.append(replace(severity, tone="plain") if parts.is_mania and severity.tone == "good" else severity)
    if lead.status is None:
        after = "Before treatment; no later score yet."
        return Figure(
            str(last.total), f"of {scale.high}", scale.name, (*chips, *others), after, ("beside", "mania_positive")
        )
    status = lead.status.figure
    # Nor does an outcome in a relapse.
    chips += [chip for chip in status.chips if chip.tone == "caution" or not (parts.is_relapse or parts.is_mania)]
    chips.append(Chip(f"{status.value} {status.unit}" if outputs.percent is not None else status.value))
    best = f"Best: {outputs.best_total} on {outputs.best_day}." if outputs.best_total != last.total else ""
    after = " ".join(words for words in (f"Before treatment: {first.total}.", best, status.after) if words)
    when = "now" if last.day == parts.course.scores[-1].day else f"on {last.day}"
    says = ("outcome", "percent", "response_lost", "beside", "mania_positive")
    return Figure(str(last.total), f"of {scale.high}", f"{scale.name} total {when}", (*chips, *others), after, says)


def is_worse(series: Series) -> bool:
    """Whether a scale is worse than before treatment, or has lost a response."""
    return series.response_lost or (series.status is not None and series.status.outputs.worsened)


def urgent(parts: Parts) -> Iterable[Chip]:
    """Suicidal thoughts, a positive mania score, relapse and a response that is lost, where there are any."""
    relapse = parts.relapse
    if parts.course.suicidal_ideation and not relapse:
        yield Chip(SUICIDAL_HEADLINE, "stop")
    yield from (one.chip for one in parts.mania if one.is_positive)
    if relapse and any(relapse_check.what_comes_first(relapse.inputs, relapse.outputs)):
        yield from relapse.figure.chips
    if parts.rise and not relapse:
        first = relapse_check.rise_comes_first(parts.rise.points, parts.rise.now)
        yield from (Chip(words, "caution") for words in (*first, *(back_above(parts) if parts.is_relapse else ())))
    if parts.lead.response_lost:
        yield Chip("Response lost", "caution")
