"""Which modules the snapshot holds, and which come with a tool."""

from press.runtime.tool_modules import divided

ASKED = {"browser", "fields"}
TOOLS = {
    "dose": ("catalogue.dose", frozenset({"browser", "fields", "catalogue.dose", "limits", "scales"})),
    "score": ("catalogue.score", frozenset({"browser", "fields", "catalogue.score", "scales"})),
    "stage": ("catalogue.stage", frozenset({"browser", "fields", "catalogue.stage"})),
    "plan": ("catalogue.plan", frozenset({"browser", "fields", "catalogue.plan", "catalogue.score", "scales"})),
    "sheet": (
        "worksheets.sheet",
        frozenset({"browser", "fields", "worksheets.sheet", "worksheets.sheet.card", "catalogue.score", "scales"}),
    ),
}


def test_the_snapshot_holds_what_each_question_needs_and_what_every_fourth_tool_needs() -> None:
    # Four of five need the scales, one of five the limits.
    held, _ = divided(ASKED, TOOLS)
    assert held == {"browser", "fields", "scales"}


def test_a_tool_and_what_lies_in_its_folder_are_never_in_the_snapshot() -> None:
    # Three of five need the score.
    held, parts = divided(ASKED, TOOLS)
    assert parts["score"] == {"catalogue.score"}
    assert parts["sheet"] == {"worksheets.sheet", "worksheets.sheet.card", "catalogue.score"}
    assert not held & {module for modules in parts.values() for module in modules}


def test_what_a_tool_needs_is_in_the_snapshot_or_in_its_part() -> None:
    held, parts = divided(ASKED, TOOLS)
    for tool, (_, needed) in TOOLS.items():
        assert needed <= held | parts[tool]
