"""Boxes beside the text: `!!! note "Title"`, `??? note` and GitHub's `> [!NOTE]`."""

from markdown_it.token import Token

from ..reading.problems import did_you_mean
from .clinical_boxes import CLINICAL

KINDS = (
    "note", "abstract", "info", "tip", "success", "question", "warning",
    "failure", "danger", "bug", "example", "quote",
)  # fmt: skip

ALERTS = {
    "note": "note",
    "tip": "tip",
    "important": "info",
    "warning": "warning",
    "caution": "danger",
    **{kind: kind for kind in CLINICAL},
}


def set_admonition_class(token: Token) -> tuple[str, str] | None:
    """Give the box the class that Material styles. Returns a message and a remedy for an unknown kind."""
    if token.type == "alert_open":
        token.attrs = {"class": f"admonition {ALERTS[str(token.meta['kind']).lower()]}"}
        return None
    kind = str(token.meta["tag"])
    token.attrs = {"class": f"admonition {kind if kind in KINDS else 'note'}"}
    if kind in KINDS:
        return None
    return (
        f'There is no box called "{kind}".{did_you_mean(kind, KINDS)}',
        f"Use one of {', '.join(KINDS)}.",
    )
