"""One treatment history, as a worksheet asks for it, put to every calculator that reads one."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from .catalogue import european_stage, maudsley, mgh_s, thase_rush, trd_definitions, trial_adequacy
from .fields import Choice, Repeating
from .worksheet import Asked, ask, question

ECT = {"none": "No ECT failed", "unilateral": "Unilateral only", "bilateral": "Bilateral"}


@dataclass(frozen=True, kw_only=True)
class Trial:
    drug: Annotated[str, question(trial_adequacy.Trial, "drug", hint="")]
    daily_dose_mg: Annotated[Fraction, question(trial_adequacy.Trial, "daily_dose_mg", hint="")]
    weeks: Annotated[Fraction, question(trial_adequacy.Trial, "weeks")]
    adherence_pct: Annotated[Fraction, question(trial_adequacy.Trial, "adherence_pct", hint="")]
    improvement_pct: Annotated[
        Fraction | None, question(trd_definitions.Trial, "improvement_pct", hint="Blank if unknown")
    ] = None
    current_episode: Annotated[bool, question(trd_definitions.Trial, "current_episode")]


@dataclass(frozen=True, kw_only=True)
class History:
    trials: Annotated[
        tuple[Trial, ...],
        Repeating(
            label="Antidepressant trials",
            row=Trial,
            one="Trial",
            hint="One for each drug: its highest dose, the weeks at that dose, the share of days it was taken, and by how much "
            "symptoms fell",
        ),
    ]
    min_weeks: Annotated[Fraction, question(trial_adequacy.Trial, "min_weeks")] = Fraction(trial_adequacy.DEFAULT_WEEKS)
    dose_optimizations: Annotated[
        int, question(mgh_s.History, "dose_optimizations", hint="Among the failed trials")
    ] = 0
    duration_optimizations: Annotated[
        int, question(mgh_s.History, "duration_optimizations", hint="Among the failed trials")
    ] = 0
    augmentations: Annotated[int, question(mgh_s.History, "augmentations")] = 0
    ect: Annotated[str, Choice(label="ECT that failed", hint="A full course without a response", options=ECT)]
    treatment_months: Annotated[
        Fraction | None,
        question(european_stage.History, "treatment_months", hint="For stage C of the European method"),
    ] = None
    duration_months: Annotated[
        Fraction | None,
        question(maudsley.Episode, "duration_months", hint="For the Maudsley total; the present episode, up to today"),
    ] = None
    severity: Annotated[str | None, question(maudsley.Episode, "severity", asked_when=("duration_months", ()))] = None


@lru_cache(maxsize=1)
def adequacies(history: History) -> tuple[Asked, ...]:
    """Each trial, judged by itself."""
    return tuple(
        ask(
            trial_adequacy.CALCULATOR,
            trial_adequacy.Trial(
                drug=trial.drug,
                daily_dose_mg=trial.daily_dose_mg,
                weeks=trial.weeks,
                adherence_pct=trial.adherence_pct,
                min_weeks=history.min_weeks,
            ),
            f"Trial {place}",
        )
        for place, trial in enumerate(history.trials, 1)
    )


@lru_cache(maxsize=1)
def definitions(history: History) -> Asked:
    return ask(
        trd_definitions.CALCULATOR,
        trd_definitions.History(
            trials=tuple(
                trd_definitions.Trial(
                    drug=trial.drug,
                    drug_class=judged.outputs.drug_class,
                    adequate=judged.outputs.adequate,
                    improvement_pct=trial.improvement_pct,
                    current_episode=trial.current_episode,
                )
                for trial, judged in zip(history.trials, adequacies(history), strict=True)
            )
        ),
    )


def failed(history: History) -> tuple[trd_definitions.Trial, ...]:
    """The trials that count in every system: adequate, and known to have ended short of response."""
    return trd_definitions.qualifying(definitions(history).inputs)


def for_mgh(history: History) -> mgh_s.History | str:
    """What MGH staging is asked, or why it cannot be."""
    asked = mgh_steps(history, len(failed(history)))
    return next((problem.message for problem in mgh_s.steps_belong_to_trials(asked)), asked)


def mgh_steps(history: History, trials: int) -> mgh_s.History:
    return mgh_s.History(
        adequate_failed_trials=trials,
        dose_optimizations=history.dose_optimizations,
        duration_optimizations=history.duration_optimizations,
        augmentations=history.augmentations,
        ect_failed=history.ect != "none",
    )


@lru_cache(maxsize=1)
def stagings(history: History) -> tuple[Asked, ...]:
    """Thase–Rush and European staging, and MGH-S and the Maudsley total where they can be computed."""
    trials, steps, episode = failed(history), for_mgh(history), for_maudsley_staging(history)
    classes = tuple(dict.fromkeys(trial.drug_class for trial in trials))
    return (
        ask(
            thase_rush.CALCULATOR,
            thase_rush.History(failed_classes=classes, bilateral_ect_failed=history.ect == "bilateral"),
        ),
        *((ask(mgh_s.CALCULATOR, steps),) if isinstance(steps, mgh_s.History) else ()),
        ask(
            european_stage.CALCULATOR,
            european_stage.History(
                failed_trials=len(trials),
                distinct_classes=len(classes),
                augmentation_failed=history.augmentations > 0,
                # Without the months, stage C is reported as not judged.
                treatment_months=history.treatment_months or Fraction(0),
            ),
        ),
        *((ask(maudsley.CALCULATOR, episode),) if isinstance(episode, maudsley.Episode) else ()),
    )


def for_maudsley_staging(history: History) -> maudsley.Episode | str:
    """What the Maudsley method is asked, or why it cannot be."""
    here = sum(trial.current_episode for trial in failed(history))
    if not here:
        return "no adequate trial has failed in the current episode"
    if history.duration_months is None or history.severity is None:
        return "enter the duration of the episode and its severity"
    return maudsley.Episode(
        duration_months=history.duration_months,
        severity=history.severity,
        failed_antidepressants=here,
        augmentation_used=history.augmentations > 0,
        ect_used=history.ect != "none",
    )


def parts(history: History) -> tuple[Asked, ...]:
    return (*adequacies(history), definitions(history), *stagings(history))
