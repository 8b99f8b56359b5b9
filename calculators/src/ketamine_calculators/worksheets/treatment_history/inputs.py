"""What is asked for one treatment history, and which entries go together."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ...catalogue import european_stage, maudsley, mgh_s, trd_definitions, trial_adequacy
from ...errors import InputProblem
from ...fields import Choice, Repeating
from ...worksheet import question

ECT = {"none": "No ECT failed", "unilateral": "Unilateral only", "bilateral": "Bilateral"}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One antidepressant trial: its drug, highest dose (mg a day), weeks, adherence and improvement (percent)."""

    drug: Annotated[str, question(trial_adequacy.Trial, "drug", hint="")]
    other_drug: Annotated[str | None, question(trial_adequacy.Trial, "other_drug")] = None
    other_class: Annotated[str | None, question(trial_adequacy.Trial, "other_class")] = None
    stated_min_mg: Annotated[
        Fraction | None,
        question(
            trial_adequacy.Trial, "stated_min_mg", hint="Yours, from its label. Without it the trial is not counted"
        ),
    ] = None
    daily_dose_mg: Annotated[Fraction, question(trial_adequacy.Trial, "daily_dose_mg", hint="")]
    weeks: Annotated[Fraction, question(trial_adequacy.Trial, "weeks")]
    adherence_pct: Annotated[Fraction, question(trial_adequacy.Trial, "adherence_pct", hint="")]
    improvement_pct: Annotated[
        Fraction | None, question(trd_definitions.Trial, "improvement_pct", hint="Blank if unknown")
    ] = None
    current_episode: Annotated[bool, question(trd_definitions.Trial, "current_episode")]


@dataclass(frozen=True, kw_only=True)
class History:
    """One history as the form asks for it. Units, ranges and reasons are those of the calculators' own questions."""

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
    age: Annotated[
        int | None,
        question(
            trial_adequacy.Trial,
            "age",
            label="Age",
            hint="For label maxima that depend on it",
            asked_when=None,
        ),
    ] = None
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


def mgh_history_of(history: History, failed_trials: int) -> mgh_s.History:
    """What MGH staging is asked, with this number of failed trials."""
    return mgh_s.History(
        adequate_failed_trials=failed_trials,
        dose_optimizations=history.dose_optimizations,
        duration_optimizations=history.duration_optimizations,
        augmentations=history.augmentations,
        ect_failed=history.ect != "none",
    )


def at_least_one_trial(history: History) -> Iterable[InputProblem]:
    """The rule that there is a trial."""
    if not history.trials:
        yield InputProblem("trials", "Enter at least one trial.", "missing")


def adequacy_trial_of(history: History, trial: Trial) -> trial_adequacy.Trial:
    """What trial adequacy is asked of one trial."""
    return trial_adequacy.Trial(
        drug=trial.drug,
        other_drug=trial.other_drug,
        other_class=trial.other_class,
        stated_min_mg=trial.stated_min_mg,
        daily_dose_mg=trial.daily_dose_mg,
        weeks=trial.weeks,
        adherence_pct=trial.adherence_pct,
        min_weeks=history.min_weeks,
        age=history.age,
    )


def each_drug_is_known(history: History) -> Iterable[InputProblem]:
    """The rules of trial adequacy on drug, class, minimum and dose, for each trial."""
    for place, trial in enumerate(history.trials):
        for rule in trial_adequacy.CALCULATOR.rules:
            for problem in rule(adequacy_trial_of(history, trial)):
                words = f"Trial {place + 1}: {problem.message}"
                yield InputProblem(f"trials.{place}.{problem.field}", words, problem.kind)


def steps_belong_to_trials(history: History) -> Iterable[InputProblem]:
    """Against all trials entered: of those that failed, MGH staging may know fewer, and is then left out with a reason."""
    return mgh_s.steps_belong_to_trials(mgh_history_of(history, len(history.trials)))
