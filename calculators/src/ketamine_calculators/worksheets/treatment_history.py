"""Treatment history: which trials failed in earnest, and where does that place this depression in each system?

For adults with major depression, from one entry of their treatments. Not for trials of psychotherapy or rTMS.
Returns the adequacy of each trial, and all stagings and definitions with what each still lacks.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..catalogue import european_stage, maudsley, mgh_s, thase_rush, trd_definitions, trial_adequacy
from ..definition import Notice, Output, Table
from ..display import plain
from ..errors import InputProblem
from ..fields.choices import listed
from ..histories import (
    History,
    adequacies,
    definitions,
    failed,
    for_maudsley_staging,
    for_mgh,
    mgh_steps,
    parts,
    stagings,
)
from ..next_stages import counted, for_definition, for_european, for_maudsley, for_mgh_s, for_thase_rush
from ..worksheet import (
    Asked,
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_warnings,
    joined_working,
)

JOINED = (
    trial_adequacy.CALCULATOR,
    trd_definitions.CALCULATOR,
    thase_rush.CALCULATOR,
    mgh_s.CALCULATOR,
    european_stage.CALCULATOR,
    maudsley.CALCULATOR,
)
# MGH staging and the European method count trials of at least 6 weeks.
STAGING_WEEKS = trial_adequacy.DEFAULT_WEEKS


@dataclass(frozen=True, kw_only=True)
class Standing:
    failed_trials: Annotated[int, Output(label="Failed adequate trials")]
    thase_rush: Annotated[str, Output(label="Thase–Rush stage")]
    mgh_s: Annotated[Fraction | None, Output(label="MGH-S score")]
    european: Annotated[str, Output(label="European stage", words=european_stage.STAGES)]
    european_sub: Annotated[str | None, Output(label="European sub-stage")]
    maudsley: Annotated[int | None, Output(label="Maudsley total", unit="of 15")]
    fda: Annotated[bool, Output(label="US esketamine label")]
    ema: Annotated[bool, Output(label="European Medicines Agency 2013")]
    consensus: Annotated[bool, Output(label="House definition")]


def standing(history: History) -> Standing:
    found = {part.card.id: part.outputs for part in (definitions(history), *stagings(history))}
    verdicts = found["trd_definitions"]
    return Standing(
        failed_trials=verdicts.qualifying_trials,
        thase_rush=found["thase_rush"].label,
        mgh_s=found["mgh_s"].score if "mgh_s" in found else None,
        european=found["european_stage"].stage,
        european_sub=found["european_stage"].sub,
        maudsley=found["maudsley"].score if "maudsley" in found else None,
        fda=verdicts.fda,
        ema=verdicts.ema,
        consensus=verdicts.consensus,
    )


def at_least_one_trial(history: History) -> Iterable[InputProblem]:
    if not history.trials:
        yield InputProblem("trials", "Enter at least one trial.", "missing")


def steps_belong_to_trials(history: History) -> Iterable[InputProblem]:
    """Against all trials entered: of those that failed, MGH staging may know fewer, and is then left out with a reason."""
    return mgh_s.steps_belong_to_trials(mgh_steps(history, len(history.trials)))


def headline(history: History, answer: Standing) -> str:
    count = answer.failed_trials
    trials = f"{count or 'No'} adequate {'trial' if count == 1 else 'trials'} of {len(history.trials)} failed"
    return f"{trials}. {definitions(history).headline}"


def each_trial(history: History) -> Table:
    rows = []
    for place, (trial, judged, counts) in enumerate(
        zip(history.trials, adequacies(history), definitions(history).inputs.trials, strict=True), 1
    ):
        verdict = trd_definitions.why(counts)
        if not judged.outputs.adequate:
            verdict = f"not adequate: {listed(shortfalls(judged), 'and')} short"
        improvement = "unknown" if trial.improvement_pct is None else f"{plain(trial.improvement_pct)}%"
        rows.append(
            (
                f"{place}. {trial.drug.capitalize()}",
                judged.outputs.drug_class,
                "current" if trial.current_episode else "earlier",
                f"{plain(trial.daily_dose_mg)} mg of {judged.outputs.min_dose_mg}",
                f"{plain(trial.weeks)} weeks of {plain(history.min_weeks)}",
                f"{plain(trial.adherence_pct)}% of {trial_adequacy.ADHERENCE_FROM}%",
                improvement,
                verdict[:1].upper() + verdict[1:],
            )
        )
    return Table(
        "Each trial",
        ("Trial", "Class", "Episode", "Dose of minimum", "Length of minimum", "Adherence", "Improvement", "Verdict"),
        tuple(rows),
    )


def shortfalls(judged: Asked) -> list[str]:
    """How much is missing for an adequate trial."""
    trial, answer = judged.inputs, judged.outputs
    compared = (
        (answer.dose_ok, answer.min_dose_mg - trial.daily_dose_mg, " mg"),
        (
            answer.duration_ok,
            trial.min_weeks - trial.weeks,
            " week" if trial.min_weeks - trial.weeks == 1 else " weeks",
        ),
        (answer.adherence_ok, trial_adequacy.ADHERENCE_FROM - trial.adherence_pct, "% adherence"),
    )
    return [f"{plain(short)}{unit}" for holds, short, unit in compared if not holds]


def side_by_side(history: History) -> Table:
    found = {part.card.id: part for part in (definitions(history), *stagings(history))}
    verdicts, european = found["trd_definitions"], found["european_stage"]
    rows = [
        ("Thase–Rush", after("Thase–Rush ", found["thase_rush"].headline), for_thase_rush(found["thase_rush"].inputs)),
        (
            "MGH-S",
            after("MGH-S ", found["mgh_s"].headline) if "mgh_s" in found else f"Not computed: {for_mgh(history)}",
            for_mgh_s(found["mgh_s"].inputs) if "mgh_s" in found else "",
        ),
        (
            "European (Souery)",
            after("European ", european.headline) + not_judged(history, european),
            for_european(european.inputs, history.treatment_months is not None),
        ),
        (
            "Maudsley",
            after("Maudsley total ", found["maudsley"].headline)
            if "maudsley" in found
            else f"Not computed: {for_maudsley_staging(history)}",
            for_maudsley(found["maudsley"].outputs) if "maudsley" in found else "",
        ),
        *(
            (output.label, "Met" if getattr(verdicts.outputs, key) else "Not met", for_definition(verdicts.inputs, key))
            for key, output in trd_definitions.CALCULATOR.output_fields
            if key in trd_definitions.NAMES
        ),
    ]
    return Table(
        "Stagings and definitions side by side", ("System", "Result", "Missing for the next stage"), tuple(rows)
    )


def after(start: str, headline: str) -> str:
    words = headline.removeprefix(start)
    return words[:1].upper() + words[1:]


def not_judged(history: History, european: Asked) -> str:
    """Stage C cannot be told apart from B without the months."""
    unknown = european.outputs.stage == "B" and history.treatment_months is None
    return "; stage C not judged, months of treatment not entered" if unknown else ""


def tables(history: History, answer: Standing) -> Iterable[Table]:
    yield side_by_side(history)
    yield each_trial(history)


def warnings(history: History, answer: Standing) -> Iterable[Notice]:
    yield from joined_warnings(parts(history))
    drugs = Counter(trial.drug for trial in failed(history))
    for drug in (drug for drug, times in drugs.items() if times > 1):
        yield Notice(
            "caution",
            f"{drug.capitalize()} stands in {drugs[drug]} failed trials. MGH-S, European staging and Maudsley count each of "
            "them: enter one drug as one trial if it was one.",
        )
    short = sum(
        trial.weeks < STAGING_WEEKS and counts in failed(history)
        for trial, counts in zip(history.trials, definitions(history).inputs.trials, strict=True)
    )
    if short:
        yield Notice(
            "caution",
            f"{counted(short, 'failed trial')} shorter than {STAGING_WEEKS} weeks: counted below with the weeks you required, "
            f"though MGH-S and European staging ask for {STAGING_WEEKS}.",
        )
    if answer.maudsley is not None and (history.augmentations or history.ect != "none"):
        yield Notice("note", "The Maudsley total takes the augmentation and ECT entered to be of the present episode.")


WORKSHEET = Worksheet(
    title="Treatment history",
    summary="Which trials count as failed, and where does the history stand in each staging system and definition?",
    moment="stage",
    version="1.0",
    population="Adults with major depression. Combinations, psychotherapy, rTMS and esketamine are not entered here.",
    inputs=History,
    outputs=Standing,
    compute=standing,
    headline=headline,
    working=lambda history, answer: joined_working(parts(history)),
    warnings=warnings,
    tables=tables,
    scales=lambda history, answer: (
        drawn for part in stagings(history) for drawn in part.card.scales(part.inputs, part.outputs)
    ),
    rules=(at_least_one_trial, answered_as_asked(), steps_belong_to_trials),
    formula=(
        "A trial has failed when it was adequate and its improvement is known and below 50%. Only such trials count.",
        "Their classes go into Thase–Rush and European staging, their number into MGH-S and European staging, those of the "
        "current episode into the Maudsley total.",
        "Failed augmentation counts in MGH-S, European staging and Maudsley; any failed ECT in MGH-S and Maudsley, bilateral "
        "ECT also in Thase–Rush.",
        "What is missing is found by supposing further failed trials and asking each method again.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=joined_differences(JOINED, parts),
    licence=" ".join(card.licence for card in JOINED if card.licence),
    synonyms=("TRD", "staging", "adequacy", "treatment-resistant", "past medication trials", "ATHF"),
    joins=JOINED,
    example={
        "trials": [
            {"drug": "sertraline", "daily_dose_mg": 150, "weeks": 8, "adherence_pct": 90, "improvement_pct": 20,
             "current_episode": True},
            {"drug": "venlafaxine", "daily_dose_mg": 225, "weeks": 10, "adherence_pct": 95, "improvement_pct": 30,
             "current_episode": True},
            {"drug": "bupropion", "daily_dose_mg": 150, "weeks": 5, "adherence_pct": 90, "improvement_pct": 0,
             "current_episode": True},
        ],
        "augmentations": 1,
        "ect": "none",
        "treatment_months": 8,
        "duration_months": 14,
        "severity": "moderate",
    },
    # By hand: bupropion falls short in dose and length, so 2 trials of 2 classes count. MGH-S 2 + 0.5. Two classes are
    # Thase–Rush II and European B, by its 2 trials TRD1. Maudsley: 14 months 2, moderate 3, 2 drugs 1, augmentation 1.
    expected={"failed_trials": 2, "thase_rush": "II", "mgh_s": 2.5, "european": "B", "european_sub": "TRD1",
              "maudsley": 7, "fda": True, "ema": True, "consensus": True},
)  # fmt: skip
