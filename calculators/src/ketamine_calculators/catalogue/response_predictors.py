"""Response predictors: the features that are present, in the order of the house article with its levels of evidence.

There is no score.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table, TableRow
from ..display import spelled
from ..fields import Several
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..references import HOUSE, NICIU_2014
from ..wording import lower_first

PREDICTORS = PROTOCOLS.section("Predictors of ketamine response")


@dataclass(frozen=True)
class Predictor:
    """A row of the house article: the factor as it is printed there, and its level of evidence as key."""

    row: str
    level: str


LEVELS = {
    "moderate": "Moderate",
    "emerging": "Emerging",
    "research": "Research",
    "clinical_consensus": "Clinical consensus",
    "strong": "Strong",
}
POSITIVE = {
    "family_history_alcohol_use_disorder": Predictor("Family history of alcohol use disorder", "moderate"),
    "higher_bmi": Predictor("Higher BMI", "moderate"),
    "anxious_depression": Predictor("Anxious depression", "moderate"),
    "shorter_current_episode": Predictor("Shorter current episode duration", "moderate"),
    "fewer_failed_trials": Predictor("Fewer prior failed trials", "moderate"),
    "higher_bdnf": Predictor("Higher baseline BDNF", "emerging"),
    "anterior_cingulate_activity": Predictor("Anterior cingulate activity on fMRI", "research"),
}
NEGATIVE = {
    "personality_disorder": Predictor("Personality disorder comorbidity", "moderate"),
    "chronic_over_2_years": Predictor("Chronic depression (>2 years)", "moderate"),
    "higher_resistance": Predictor("Higher degree of treatment resistance", "moderate"),
    "active_substance_use": Predictor("Active substance use", "clinical_consensus"),
    "no_initial_response": Predictor("Lack of initial response to ketamine", "strong"),
}
ALL = {**POSITIVE, **NEGATIVE}
WITH_A_TRIAL = ("family_history_alcohol_use_disorder", "higher_bmi")


def labels(predictors: Mapping[str, Predictor]) -> dict[str, str]:
    """Each key with its factor."""
    return {key: predictor.row for key, predictor in predictors.items()}


@dataclass(frozen=True, kw_only=True)
class Features:
    """What is known of the patient."""

    positive: Annotated[
        tuple[str, ...],
        Several(
            label="Linked to a better response",
            hint="Select what is known. A feature left blank is unknown, not absent",
            options=labels(POSITIVE),
        ),
    ]
    negative: Annotated[tuple[str, ...], Several(label="Linked to a worse response", options=labels(NEGATIVE))]


@dataclass(frozen=True, kw_only=True)
class Predictors:
    """What was ticked, with the level of evidence of each. None of it is decisive."""

    positive: Annotated[tuple[str, ...], Output(label="Linked to a better response", words=labels(POSITIVE))]
    negative: Annotated[tuple[str, ...], Output(label="Linked to a worse response", words=labels(NEGATIVE))]
    evidence: Annotated[Mapping[str, str], Output(label="Evidence", shown=False)]
    decisive: Annotated[bool, Output(label="Any of them decisive")]


def predictors(features: Features) -> Predictors:
    """The features with the house article's levels of evidence."""
    return Predictors(
        positive=features.positive,
        negative=features.negative,
        evidence={key: ALL[key].level for key in (*features.positive, *features.negative)},
        decisive=False,
    )


def headline(features: Features, answer: Predictors) -> str:
    """How many of each kind, and that they do not decide."""
    return f"{len(answer.positive)} favorable, {len(answer.negative)} unfavorable; {lower_first(DECIDES_NOTHING)}"


DECIDES_NOTHING = "None is decisive"


def figure(features: Features, answer: Predictors) -> Figure:
    """How many are favorable and unfavorable; none decides."""
    counts = f"{len(answer.positive)} favorable, {len(answer.negative)} unfavorable"
    return Figure(counts, chips=(Chip(DECIDES_NOTHING),), says=("decisive",))


def working(features: Features, answer: Predictors) -> Iterable[str]:
    """How many of each list were ticked."""
    yield f"Linked to a better response: {len(answer.positive)} of {len(POSITIVE)} listed"
    yield f"Linked to a worse response: {len(answer.negative)} of {len(NEGATIVE)} listed"
    yield "No total: our protocol gives no weights, no score and no cut-off."


def with_evidence(features: Features, answer: Predictors) -> Iterable[Table]:
    """Each factor with its level of evidence."""
    for label, keys in (
        ("Linked to a better response", answer.positive),
        ("Linked to a worse response", answer.negative),
    ):
        if keys:
            yield Table(
                label, ("Factor", "Evidence level"), tuple((ALL[key].row, LEVELS[ALL[key].level]) for key in keys)
            )


def warnings(features: Features, answer: Predictors) -> Iterable[Notice]:
    """What the list must not be used for."""
    yield Notice(
        "note",
        "Do not offer or refuse ketamine on this list. None of its entries is sensitive or specific enough to decide alone.",
    )
    if "active_substance_use" in answer.negative:
        yield Notice(
            "note",
            "Active substance use is also a question of contraindication.",
            calculator="contraindication_screen",
        )
    if "no_initial_response" in answer.negative:
        yield Notice(
            "note",
            "What to do after treatments without a response is in Timeline action and Non-response options.",
            calculator="nonresponse_options",
        )


def row(key: str, direction: str) -> TableRow:
    """The row of the house article that a predictor is."""
    predictor = ALL[key]
    return PREDICTORS.row(predictor.row, LEVELS[predictor.level], says=f"{direction}; its level of evidence")


CALCULATOR = Calculator(
    id="response_predictors",
    title="Response predictors",
    summary="Which features linked to a better or worse response are present, and how good is their evidence?",
    moment="verify",
    version="1.1",
    population="Adults considered for ketamine. A list to think with: no predictor is fit for deciding about one patient.",
    inputs=Features,
    outputs=Predictors,
    compute=predictors,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=with_evidence,
    formula=(
        "Each feature ticked is listed with our protocol's level of evidence, in the order of our protocol.",
        "No score: our protocol gives none.",
    ),
    sources=(
        Source(HOUSE, f"the {spelled(len(ALL))} features and their levels of evidence"),
        Source(NICIU_2014, "family history of alcohol use disorder, and higher body mass index"),
    ),
    house=(
        *(row(key, "linked to a better response") for key in POSITIVE),
        *(row(key, "linked to a worse response") for key in NEGATIVE),
    ),
    differences=(
        Difference(
            topic="Where the evidence is",
            house=f"{spelled(len(ALL)).capitalize()} features, each with a level of evidence.",
            literature="Family history of alcohol use disorder and higher body mass index have a primary source (Niciu 2014), "
            "a post hoc analysis of inpatients with unipolar or bipolar depression after a single infusion. Body mass index "
            "was linked to improvement up to day 1 but not at day 7; the whole model explained 36% of the variance at day 7.",
            when=lambda features, answer: any(key in answer.positive for key in WITH_A_TRIAL),
        ),
        Difference(
            topic="Use for one patient",
            house="None decides alone; few or no negative predictors make, at most, a somewhat stronger candidate.",
            literature="No predictor is fit for individual decisions.",
        ),
    ),
    synonyms=("who responds", "predictors of response", "BMI", "family history of alcohol"),
)
