"""The recall list as readers see it."""

from collections.abc import Iterable, Sequence

from ketamine_calculators import find

from ..content.recalls import Recall
from ..forms.form import markup


def recalls_html(recalls: Sequence[Recall]) -> str:
    """Every recall, the newest first; a sentence when there is none."""
    lines = [(recall, find(recall.calculator).title) for recall in recalls]
    return str(markup("recalls.html", lines=lines))


def recalled_versions(calculator: str, recalls: Iterable[Recall]) -> dict[str, str]:
    """What is wrong with each version of a calculator that was recalled, and what to do, in one text."""
    own = [recall for recall in recalls if recall.calculator == calculator]
    return {
        version: " ".join(
            f"Affected: {recall.inputs} What was wrong: {recall.wrong} What to do: {recall.do}"
            for recall in own
            if version in recall.versions
        )
        for recall in own
        for version in recall.versions
    }
