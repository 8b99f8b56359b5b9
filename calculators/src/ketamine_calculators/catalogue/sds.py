"""SDS: the total of the Sheehan Disability Scale's three domains, and functional remission. Only their names are printed here.

Remission from Sheehan 2011, four points in each domain from Demyttenaere 2001, seven in total from Guico-Pabia 2012.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..fields import Whole
from ..figures import Chip, Figure
from ..references import GUICO_PABIA_2012
from ..scale_references import DEMYTTENAERE_2001, SDS_NOTES, SHEEHAN_2011
from ..scale_words import remission_distance
from ..scales import HAM_D17, IMPORTANT_CHANGES, SDS
from ..wording import listed, lower_first

DOMAINS: Mapping[str, str] = {"work": "Work or school", "social": "Social life", "family": "Family life"}
HIGHEST_SCORE = SDS.high // len(DOMAINS)  # of one domain
REMISSION = 6  # or less, Sheehan 2011
LIKE_HAMD_REMISSION = 7  # or less, Guico-Pabia 2012
MODERATE = 4  # or more in each domain, Demyttenaere 2001
LOOK_CLOSER = 5  # or more in any domain; a secondary source
LIMIT = f"Each domain is rated 0 to {HIGHEST_SCORE}."
IN_REMISSION, NEAR_REMISSION = f"{REMISSION} or less", f"{LIKE_HAMD_REMISSION} or less"
IN_ALL = f"{MODERATE} or more in all {spelled(len(DOMAINS))} domains"
IN_ANY = f"{LOOK_CLOSER} or more in any domain"
NO_TOTAL = f"no total: {lower_first(DOMAINS['work'])} was left blank"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The patient's score of each domain; None for work where there was none for other reasons."""

    work: Annotated[
        int | None,
        Whole(
            label=DOMAINS["work"],
            hint="Leave it blank only if the patient had no work or school for reasons other than the illness",
            low=0,
            high=HIGHEST_SCORE,
            why=LIMIT,
        ),
    ] = None
    social: Annotated[int, Whole(label=DOMAINS["social"], low=0, high=HIGHEST_SCORE, why=LIMIT)]
    family: Annotated[int, Whole(label=DOMAINS["family"], low=0, high=HIGHEST_SCORE, why=LIMIT)]


@dataclass(frozen=True, kw_only=True)
class Impairment:
    """The total and what it stands for. None is what cannot be said without work."""

    total: Annotated[int | None, Output(label="Total", unit=f"of {SDS.high}")]
    remission: Annotated[bool | None, Output(label=f"In functional remission ({IN_REMISSION})")]
    remission_le7: Annotated[bool | None, Output(label=f"Total {NEAR_REMISSION}")]
    all_ge4: Annotated[bool | None, Output(label=IN_ALL)]
    any_ge5: Annotated[bool | None, Output(label=IN_ANY)]


def scores(answers: Answers) -> dict[str, int]:
    """The score of each domain that was rated."""
    rated = {"work": answers.work, "social": answers.social, "family": answers.family}
    return {domain: score for domain, score in rated.items() if score is not None}


def impairment(answers: Answers) -> Impairment:
    """The sum of the three domains, or None: a blank one is never filled in. What the others settle is said."""
    rated = scores(answers)
    every_domain = len(rated) == len(DOMAINS)
    total = sum(rated.values()) if every_domain else None
    below, above = min(rated.values()) < MODERATE, max(rated.values()) >= LOOK_CLOSER
    return Impairment(
        total=total,
        remission=None if total is None else total <= REMISSION,
        remission_le7=None if total is None else total <= LIKE_HAMD_REMISSION,
        all_ge4=not below if every_domain or below else None,
        any_ge5=above if every_domain or above else None,
    )


def in_remission(answer: Impairment) -> str:
    """`in functional remission`, or that it is not."""
    return "in functional remission" if answer.remission else "not in functional remission"


def headline(answers: Answers, answer: Impairment) -> str:
    """The total with remission; without work the two scores that there are."""
    if answer.total is None:
        return f"SDS, {NO_TOTAL}. {'; '.join(f'{DOMAINS[key]} {score}' for key, score in scores(answers).items())}"
    also = f"; {IN_ALL}" if answer.all_ge4 else ""
    return f"SDS total {answer.total}/{SDS.high}: {in_remission(answer)}{also}"


def figure(answers: Answers, answer: Impairment) -> Figure:
    """The total, with remission and the domains that stand out."""
    chips = [Chip(IN_ALL, "caution")] if answer.all_ge4 else []
    if answer.total is None:
        return Figure("No total", label="SDS", chips=tuple(chips), after=f"{DOMAINS['work']} was left blank.")
    remission = Chip(in_remission(answer).capitalize(), "good" if answer.remission else "plain")
    return Figure(
        str(answer.total),
        f"of {SDS.high}",
        "SDS total",
        chips=(*chips, remission),
        says=("total", "remission", "all_ge4") if answer.all_ge4 else ("total", "remission"),
    )


def working(answers: Answers, answer: Impairment) -> Iterable[str]:
    """The sum and each threshold."""
    rated = scores(answers)
    if answer.total is None:
        yield f"{' + '.join(map(str, rated.values()))}, and one domain blank: {NO_TOTAL}"
    else:
        yield f"{' + '.join(map(str, rated.values()))} = {answer.total}"
        yield f"Functional remission ({IN_REMISSION}): {remission_distance(answer.total, REMISSION)}"
        met = "met" if answer.remission_le7 else "not met"
        yield f"{NEAR_REMISSION}, as goes with {HAM_D17.name} {HAM_D17.remission_words}: {met}"
    yield f"{IN_ALL}: {said(answer.all_ge4)}"
    yield f"{IN_ANY}: {said(answer.any_ge5)}"


def said(holds: bool | None) -> str:
    """Yes, no, or that a blank domain leaves it open."""
    return "cannot be said" if holds is None else "yes" if holds else "no"


def warnings(answers: Answers, answer: Impairment) -> Iterable[Notice]:
    """What a blank domain leaves open, and which domain to look at."""
    if answer.total is None:
        yield Notice(
            "note",
            "There is no total and no remission without work or school. A patient who does not work because of the illness "
            "rates this domain; it is blank only where there was no work for other reasons.",
        )
    if high := [lower_first(DOMAINS[key]) for key, score in scores(answers).items() if score >= LOOK_CLOSER]:
        yield Notice(
            "note",
            f"Look closer at {listed(high, 'and')}: {LOOK_CLOSER} or more in one domain is taken as significant impairment "
            "(a secondary source).",
        )


CALCULATOR = Calculator(
    id="sds",
    title="SDS",
    summary="How far do the symptoms disrupt work, social life and family life, by the patient's own account?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures functioning, makes no diagnosis and does not ask about suicide.",
    inputs=Answers,
    outputs=Impairment,
    compute=impairment,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(
        f"Total = work or school + social life + family life, each 0 to {HIGHEST_SCORE}.",
        "One domain blank: no total. A blank domain is never filled in from the others.",
        f"Functional remission: total {IN_REMISSION}.",
    ),
    sources=(
        Source(SHEEHAN_2011, f"functional remission at {IN_REMISSION}"),
        Source(
            GUICO_PABIA_2012,
            f"a total of {NEAR_REMISSION} beside {HAM_D17.name} {HAM_D17.remission_words}, and "
            f"{plain(IMPORTANT_CHANGES['sds'].points)} points as a difference that matters between groups",
        ),
        Source(DEMYTTENAERE_2001, f"{IN_ALL} as at least moderate impairment"),
        Source(SDS_NOTES, f"{IN_ANY} as significant impairment"),
    ),
    differences=(
        Difference(
            topic="Remission on SDS",
            house="Our protocol names the scale for functioning without any cut-off. Functional remission at "
            f"{IN_REMISSION} is that of Sheehan 2011.",
            literature=f"{IN_REMISSION.capitalize()} (Sheehan 2011); {NEAR_REMISSION} went with {HAM_D17.name} "
            f"{HAM_D17.remission_words} (Guico-Pabia 2012).",
            when=lambda answers, answer: answer.total is not None,
        ),
    ),
    rights=(
        "The Sheehan Disability Scale is © David V. Sheehan, and its use needs a license from him. Only the names of its "
        "domains stand here; the questions and the words of the scores have to come from a licensed copy."
    ),
    synonyms=("Sheehan Disability Scale", "functioning", "disability", "functional remission"),
)
