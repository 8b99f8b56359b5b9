"""One treatment history put to every calculator that reads one, each asked once."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ...catalogue import european_stage, maudsley, mgh_s, thase_rush, trd_definitions, trial_adequacy
from ...drugs.entered import name_of
from ...drugs.names import drug_of
from ...evaluation import Evaluation, evaluated
from .inputs import History, Trial, adequacy_trial_of, mgh_history_of

Adequacy = Evaluation[trial_adequacy.Trial, trial_adequacy.Adequacy]
Definitions = Evaluation[trd_definitions.History, trd_definitions.Verdicts]
ThaseRush = Evaluation[thase_rush.History, thase_rush.Stage]
MghS = Evaluation[mgh_s.History, mgh_s.Score]
European = Evaluation[european_stage.History, european_stage.Stage]
Maudsley = Evaluation[maudsley.Episode, maudsley.Staging]


@dataclass(frozen=True)
class JudgedTrial:
    """A trial as it was entered, whether it was adequate, and as the definitions count it."""

    trial: Trial
    adequacy: Adequacy
    counting: trd_definitions.Trial


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The history with the evaluations it leads to.

    `failed` are the trials that count in every system: adequate, known to have ended short of response, and of one drug only
    one in each episode.
    `mgh_s` and `maudsley` are the reason, in words, where the method cannot be asked.
    """

    history: History
    trials: tuple[JudgedTrial, ...]
    definitions: Definitions
    failed: tuple[trd_definitions.Trial, ...]
    thase_rush: ThaseRush
    mgh_s: MghS | str
    european: European
    maudsley: Maudsley | str

    def counts(self, judged: JudgedTrial) -> bool:
        """Whether this is one of the failed trials, and not a second one of the same drug."""
        return any(trial is judged.counting for trial in self.failed)

    @property
    def stagings(self) -> Iterable[Evaluation[Any, Any]]:
        """Thase–Rush and European staging, and MGH-S and the Maudsley total where they could be asked."""
        asked = (self.thase_rush, self.mgh_s, self.european, self.maudsley)
        return tuple(part for part in asked if not isinstance(part, str))

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked."""
        return (*(judged.adequacy for judged in self.trials), self.definitions, *self.stagings)


def parts_of(history: History) -> Parts:
    """Asks each calculator. Raises InvalidInputs when what it is asked does not go together."""
    trials = tuple(_judged(history, trial, place) for place, trial in enumerate(history.trials, 1))
    definitions = evaluated(
        trd_definitions.CALCULATOR, trd_definitions.History(trials=tuple(judged.counting for judged in trials))
    )
    failed = tuple(each_drug_once(trd_definitions.qualifying(definitions.inputs)))
    classes = tuple(dict.fromkeys(trial.drug_class for trial in failed))
    return Parts(
        history=history,
        trials=trials,
        definitions=definitions,
        failed=failed,
        thase_rush=evaluated(
            thase_rush.CALCULATOR,
            thase_rush.History(failed_classes=classes, bilateral_ect_failed=history.ect == "bilateral"),
        ),
        mgh_s=_mgh_s(history, len(failed)),
        european=evaluated(
            european_stage.CALCULATOR,
            european_stage.History(
                failed_trials=len(failed),
                distinct_classes=len(classes),
                augmentation_failed=history.augmentations > 0,
                # Without the months, stage C is reported as not judged.
                treatment_months=history.treatment_months or Fraction(0),
            ),
        ),
        maudsley=_maudsley(history, sum(trial.current_episode for trial in failed)),
    )


def each_drug_once(trials: Iterable[trd_definitions.Trial]) -> Iterable[trd_definitions.Trial]:
    """The first trial of each drug in the current episode and in earlier ones, under whichever name it was entered."""
    first: dict[tuple[str, bool], trd_definitions.Trial] = {}
    for trial in trials:
        first.setdefault((drug_of(trial.drug), trial.current_episode), trial)
    return first.values()


def _judged(history: History, trial: Trial, place: int) -> JudgedTrial:
    adequacy = evaluated(
        trial_adequacy.CALCULATOR,
        adequacy_trial_of(history, trial),
        f"Trial {place}",
    )
    counting = trd_definitions.Trial(
        drug=name_of(adequacy.inputs),
        drug_class=adequacy.outputs.drug_class,
        # A trial that nobody could judge is not counted; the table of trials says so.
        adequate=adequacy.outputs.adequate is True,
        improvement_pct=trial.improvement_pct,
        current_episode=trial.current_episode,
    )
    return JudgedTrial(trial, adequacy, counting)


def _mgh_s(history: History, failed_trials: int) -> MghS | str:
    asked = mgh_history_of(history, failed_trials)
    refusal = next((problem.message for problem in mgh_s.steps_belong_to_trials(asked)), None)
    return evaluated(mgh_s.CALCULATOR, asked) if refusal is None else refusal


def _maudsley(history: History, failed_here: int) -> Maudsley | str:
    """`failed_here` are the trials of the current episode that failed."""
    if not failed_here:
        return "no adequate trial has failed in the current episode"
    if history.duration_months is None or history.severity is None:
        return "enter the duration of the episode and its severity"
    return evaluated(
        maudsley.CALCULATOR,
        maudsley.Episode(
            duration_months=history.duration_months,
            severity=history.severity,
            failed_antidepressants=failed_here,
            augmentation_used=history.augmentations > 0,
            ect_used=history.ect != "none",
        ),
    )
