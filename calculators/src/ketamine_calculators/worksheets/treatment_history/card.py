"""Treatment history: which trials failed in earnest, and where does that place this depression in each system?

For adults with major depression, from one entry of their treatments. Not for trials of psychotherapy or rTMS.
Returns the adequacy of each trial, and all stagings and definitions with what each still lacks.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ...catalogue import european_stage, maudsley, mgh_s, thase_rush, trd_definitions, trial_adequacy
from ...definition import Notice, Output, Table
from ...display import plain
from ...drugs.entered import entered
from ...drugs.names import drug_of
from ...drugs.notices import JUDGMENT, dose_notices
from ...figures import Chip, Figure
from ...wording import counted, listed, plural, upper_first
from ...worksheet import (
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_warnings,
    joined_working,
    output,
    still_needed,
)
from .inputs import History, at_least_one_trial, each_drug_is_known, steps_belong_to_trials
from .next_stages import for_definition, for_european, for_maudsley, for_mgh_s, for_thase_rush
from .parts import Adequacy, Parts, parts_of

JOINED = (
    trial_adequacy.CALCULATOR,
    trd_definitions.CALCULATOR,
    thase_rush.CALCULATOR,
    mgh_s.CALCULATOR,
    european_stage.CALCULATOR,
    maudsley.CALCULATOR,
)
NO_MINIMUM = "no minimum"
# MGH staging and the European method count trials of at least 6 weeks.
STAGING_WEEKS = trial_adequacy.DEFAULT_WEEKS


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where the history stands in each staging system and definition."""

    failed_trials: Annotated[int, Output(label="Failed adequate trials")]
    thase_rush: Annotated[str, Output(label="Thase–Rush stage")]
    mgh_s: Annotated[Fraction | None, Output(label="MGH-S score")]
    european: Annotated[str, Output(label="European stage", words=european_stage.STAGES)]
    european_sub: Annotated[str | None, Output(label="European sub-stage")]
    maudsley: Annotated[int | None, output(maudsley.CALCULATOR, "score")]
    fda: Annotated[bool, Output(label="US esketamine label")]
    ema: Annotated[bool, Output(label="European Medicines Agency 2013")]
    consensus: Annotated[bool, Output(label="Association protocol")]


def standing(parts: Parts) -> Standing:
    """The outputs of the methods, side by side."""
    verdicts, european = parts.definitions.outputs, parts.european.outputs
    return Standing(
        failed_trials=len(parts.failed),
        thase_rush=parts.thase_rush.outputs.label,
        mgh_s=None if isinstance(parts.mgh_s, str) else parts.mgh_s.outputs.score,
        european=european.stage,
        european_sub=european.sub,
        maudsley=None if isinstance(parts.maudsley, str) else parts.maudsley.outputs.score,
        fda=verdicts.fda,
        ema=verdicts.ema,
        consensus=verdicts.consensus,
    )


def headline(parts: Parts, outputs: Standing) -> str:
    """How many trials failed, and which definitions are met."""
    count = outputs.failed_trials
    trials = f"{count or 'No'} adequate {plural(count, 'trial')} of {len(parts.trials)} failed"
    return f"{dose_first(parts)}{trials}. {parts.definitions.headline}"


def figure(parts: Parts, outputs: Standing) -> Figure:
    """How many trials were adequate and failed, and each definition."""
    first = dose_first(parts).removesuffix(". ")
    asked = (Chip(first, "caution"),) if first else ()
    says = ("failed_trials", *trd_definitions.NAMES)
    return Figure(
        str(outputs.failed_trials),
        f"of {len(parts.trials)}",
        "Adequate trials that failed",
        chips=(*asked, *parts.definitions.figure.chips),
        says=says,
    )


def dose_first(parts: Parts) -> str:
    """The first dose or age to check, to stand before everything else; empty when there is none."""
    asked = (judged.adequacy.inputs for judged in parts.trials)
    found = (notice for trial in asked for notice in dose_notices(entered(trial), trial.daily_dose_mg, trial.age))
    return next((f"{upper_first(notice.short)}. " for notice in found), "")


def each_trial(parts: Parts) -> Table:
    """Each trial beside the minimum it is held against, with its verdict."""
    rows = []
    for place, judged in enumerate(parts.trials, 1):
        trial, adequacy = judged.trial, judged.adequacy.outputs
        least = adequacy.min_dose_mg
        name = judged.counting.drug
        if not judged.counting.adequate:
            verdict = not_counted(judged.adequacy)
        elif not parts.counts(judged) and trd_definitions.qualifies(judged.counting):
            verdict = f"not counted: {adequacy.generic} counts once in an episode"
        else:
            verdict = trd_definitions.why(judged.counting)
        improvement = "unknown" if trial.improvement_pct is None else f"{plain(trial.improvement_pct)}%"
        rows.append(
            (
                f"{place}. {upper_first(name)}",
                adequacy.drug_class,
                "current" if trial.current_episode else "earlier",
                f"{plain(trial.daily_dose_mg)} mg ({NO_MINIMUM if least is None else f'min {plain(least)} mg'})",
                f"{plain(trial.weeks)} weeks (min {plain(parts.history.min_weeks)})",
                f"{plain(trial.adherence_pct)}% (min {trial_adequacy.ADHERENCE_FROM}%)",
                improvement,
                upper_first(verdict),
            )
        )
    return Table(
        "Each trial",
        ("Trial", "Class", "Episode", "Dose", "Length", "Adherence", "Improvement", "Result"),
        tuple(rows),
    )


def not_counted(adequacy: Adequacy) -> str:
    """Why a trial is not known to have been adequate."""
    short = shortfalls(adequacy)
    if short:
        return f"not adequate: {listed(short, 'and')} short"
    return f"not counted: {JUDGMENT}, so state the minimum dose to have it counted"


def shortfalls(adequacy: Adequacy) -> list[str]:
    """How much is missing for an adequate trial."""
    trial, judged = adequacy.inputs, adequacy.outputs
    weeks = trial.min_weeks - trial.weeks
    least = Fraction(0) if judged.min_dose_mg is None else judged.min_dose_mg
    compared = (
        (judged.dose_ok is not False, least - trial.daily_dose_mg, " mg"),
        (judged.duration_ok, weeks, f" {plural(weeks, 'week')}"),
        (judged.adherence_ok, trial_adequacy.ADHERENCE_FROM - trial.adherence_pct, "% adherence"),
    )
    return [f"{plain(short)}{unit}" for holds, short, unit in compared if not holds]


def side_by_side(parts: Parts) -> Table:
    """Each system with its result and what is missing for the next stage."""
    thase_rush, mgh_s, european, maudsley = parts.thase_rush, parts.mgh_s, parts.european, parts.maudsley
    verdicts = parts.definitions
    rows = [
        ("Thase–Rush", after("Thase–Rush ", thase_rush.headline), for_thase_rush(thase_rush.inputs)),
        ("MGH-S", f"Not computed: {mgh_s}", "")
        if isinstance(mgh_s, str)
        else ("MGH-S", after("MGH-S ", mgh_s.headline), for_mgh_s(mgh_s.inputs)),
        (
            "European (Souery)",
            after("European ", european.headline) + not_judged(parts),
            for_european(european.inputs, parts.history.treatment_months is not None),
        ),
        ("Maudsley", f"Not computed: {maudsley}", "")
        if isinstance(maudsley, str)
        else ("Maudsley", after("Maudsley total ", maudsley.headline), for_maudsley(maudsley.outputs)),
        *(
            (output.label, "Met" if getattr(verdicts.outputs, key) else "Not met", for_definition(verdicts.inputs, key))
            for key, output in trd_definitions.CALCULATOR.output_fields
            if key in trd_definitions.NAMES
        ),
    ]
    return Table("Stagings and definitions side by side", ("System", "Result", "Still needed"), tuple(rows))


def after(start: str, headline: str) -> str:
    """A headline without the name of its system, which stands beside it."""
    return upper_first(headline.removeprefix(start))


def not_judged(parts: Parts) -> str:
    """Stage C cannot be told apart from B without the months."""
    unknown = parts.european.outputs.stage == "B" and parts.history.treatment_months is None
    return "; stage C not judged, months of treatment not entered" if unknown else ""


def tables(parts: Parts, outputs: Standing) -> Iterable[Table]:
    """All systems, then all trials."""
    yield side_by_side(parts)
    yield each_trial(parts)


def warnings(parts: Parts, outputs: Standing) -> Iterable[Notice]:
    """Those of the calculators, and those of joining them."""
    if isinstance(parts.maudsley, str):  # without a total nobody else says it
        yield from maudsley.with_psychosis(parts.history.severity)
    yield from joined_warnings(parts.evaluations)
    drugs = Counter(drug_of(trial.drug) for trial in trd_definitions.qualifying(parts.definitions.inputs))
    for drug in (drug for drug, times in drugs.items() if times > 1):
        yield Notice(
            "caution",
            f"Check {drug}: it is in {drugs[drug]} failed trials. MGH-S and European staging count it once in the current "
            "episode and once in earlier ones, Maudsley in the current episode alone.",
            rule="treatment_history.drug_twice",
            short="one drug is in more than one failed trial",
        )
    short = sum(judged.trial.weeks < STAGING_WEEKS and parts.counts(judged) for judged in parts.trials)
    if short:
        yield Notice(
            "caution",
            f"{counted(short, 'failed trial')} shorter than {STAGING_WEEKS} weeks: counted below with the weeks you required, "
            f"though MGH-S and European staging ask for {STAGING_WEEKS}.",
            rule="treatment_history.short_trials",
            short=f"a failed trial was shorter than {STAGING_WEEKS} weeks",
        )
    if outputs.maudsley is not None and (parts.history.augmentations or parts.history.ect != "none"):
        yield Notice("note", "The Maudsley total takes the augmentation and ECT entered to be of the present episode.")


WORKSHEET = Worksheet(
    id="treatment_history",
    title="Treatment history",
    summary="Which trials count as failed, and where does the history stand in each staging system and definition?",
    moment="stage",
    version="2.1",
    population="Adults with major depression. Combinations, psychotherapy, rTMS and esketamine are not entered here.",
    inputs=History,
    outputs=Standing,
    parts=parts_of,
    compute=standing,
    headline=headline,
    figure=figure,
    working=lambda parts, outputs: joined_working(parts.evaluations),
    warnings=warnings,
    tables=tables,
    scales=lambda parts, outputs: (scale for part in parts.stagings for scale in part.scales),
    rules=(at_least_one_trial, each_drug_is_known, answered_as_asked(), steps_belong_to_trials),
    needs=(still_needed(),),
    formula=(
        "A trial has failed when it was adequate and its improvement is known and below "
        f"{trd_definitions.RESPONSE}. Only such trials count.",
        "One drug counts once in the current episode and once in earlier ones, whether under its generic name or a brand.",
        "Their classes go into Thase–Rush and European staging, their number into MGH-S and European staging, those of the "
        "current episode into the Maudsley total.",
        "Failed augmentation counts in MGH-S, European staging and Maudsley; any failed ECT in MGH-S and Maudsley, bilateral "
        "ECT also in Thase–Rush.",
        "What is missing is found by adding further failed trials and applying each method again.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    differences=joined_differences(JOINED),
    rights=" ".join(card.rights for card in JOINED if card.rights),
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
