"""Pairs of other medicines that harm each other, whatever is planned with ketamine.

A worksheet knows all medicines at once and asks here; the calculator of one medicine cannot.
"""

from collections.abc import Collection
from fractions import Fraction

from .definition import Notice
from .display import plain
from .wording import listed, upper_first

# Drug guides: an MAO inhibitor acts for two weeks after its last dose; fluoxetine is gone five weeks after its own.
MAOI_GAP_DAYS, FLUOXETINE_WEEKS = 14, 5
MAOI_GAP_HOURS = MAOI_GAP_DAYS * 24

SEROTONERGIC = {"ssri": "an SSRI", "snri": "an SNRI"}
PRESSOR = {"stimulant": "a stimulant", "sympathomimetic_decongestant": "a sympathomimetic"}
WITH_AN_MAOI = (*SEROTONERGIC, "bupropion", *PRESSOR, "opioid")
DEPRESSANTS = {"opioid": "an opioid", "alcohol_or_sedative": "alcohol or another sedative"}


def pair_notices(agents: Collection[str], maoi_hours: Fraction | None) -> tuple[Notice, ...]:
    """What to stop or watch for among these medicines, by the keys of the medication hold.

    maoi_hours    hours since the last MAO inhibitor; None when not known, which counts as still acting
    """
    found: list[Notice] = []
    if "maoi" in agents and any(agent in agents for agent in WITH_AN_MAOI):
        if maoi_hours is None or maoi_hours < MAOI_GAP_HOURS:
            found += _with_an_maoi(agents)
        else:
            found.append(
                Notice(
                    "note",
                    f"MAO inhibitor {plain(maoi_hours)} h ago: the {MAOI_GAP_DAYS}-day gap is met for this pair.",
                )
            )
        if "ssri" in agents:
            found.append(
                Notice(
                    "note", f"Fluoxetine is stopped at least {FLUOXETINE_WEEKS} weeks before an MAO inhibitor is begun."
                )
            )
    both = [words for agent, words in DEPRESSANTS.items() if agent in agents]
    watched = "sedation and depressed breathing add up, even without ketamine. Put the session off, or watch both more closely."
    if both and "benzodiazepine" in agents:
        found.append(
            Notice(
                "caution",
                f"A benzodiazepine with {listed(both, 'and')}: {watched}",
                rule="infusion.benzodiazepine_with_depressant",
                short="benzodiazepine with opioid, alcohol or sedative",
            )
        )
    elif len(both) == len(DEPRESSANTS):
        found.append(
            Notice(
                "caution",
                f"{upper_first(listed(both, 'and'))}: {watched}",
                rule="infusion.two_depressants",
                short="opioid with alcohol or another sedative",
            )
        )
    return tuple(found)


def _with_an_maoi(agents: Collection[str]) -> list[Notice]:
    """A stop for each kind of partner of an MAO inhibitor that still acts."""
    found = []
    serotonergic = [words for agent, words in SEROTONERGIC.items() if agent in agents]
    pressor = [words for agent, words in PRESSOR.items() if agent in agents]
    gap = f"within {MAOI_GAP_DAYS} days of it"
    if serotonergic:
        found.append(
            Notice(
                "stop",
                f"Call the prescriber before anything is given: an MAO inhibitor with {listed(serotonergic, 'and')} can cause "
                f"serotonin toxicity. The pair is contraindicated, also {gap}.",
                rule="infusion.maoi_with_serotonergic",
                short="MAO inhibitor with SSRI or SNRI: serotonin toxicity",
            )
        )
    if "bupropion" in agents:
        found.append(
            Notice(
                "stop",
                "Call the prescriber before anything is given: an MAO inhibitor with bupropion can cause a hypertensive crisis. "
                f"The pair is contraindicated, also {gap}; linezolid and intravenous methylene blue count as MAO inhibitors.",
                rule="infusion.maoi_with_bupropion",
                short="MAO inhibitor with bupropion: hypertensive crisis",
            )
        )
    if pressor:
        found.append(
            Notice(
                "stop",
                f"Call the prescriber before anything is given: an MAO inhibitor with {listed(pressor, 'and')} can cause a "
                "hypertensive crisis.",
                rule="infusion.maoi_with_pressor",
                short="MAO inhibitor with stimulant or decongestant",
            )
        )
    if "opioid" in agents:
        found.append(
            Notice(
                "stop",
                "Find out which opioid it is, and call the prescriber: with an MAO inhibitor, meperidine, tramadol and methadone "
                "can be fatal.",
                rule="infusion.maoi_with_opioid",
                short="MAO inhibitor with opioid: which one?",
            )
        )
    return found
