"""No answer changes under a published version, and no number of the protocol before somebody walked through its places."""

import pytest

from ketamine_calculators import find
from ketamine_calculators.registry import every, worksheets
from recorded_answers import Record, answers, current, digest, ids, recorded, refusals

BEFORE: Record = {
    "answers": {"gad7 1.0": "aaa", "iv_dose 2.0": "bbb"},
    "protocol": {"PROTOCOL_DOSE": "0.5"},
    "ids": {"iv_dose": ["route", "route=iv"]},
    "retired": {"iv_dose": ["speed"]},
}
CHANGES = "# Changes\n\n## Next\n\n- `iv_dose` 2.0. Before: one. Now: two.\n\n## 1.0.0\n\n- `gad7` 1.0 is new.\n"


def test_every_calculator_answers_as_is_recorded_for_its_version() -> None:
    now = {name: part for name, part in recorded().items() if name != "retired"}
    assert current() == now, "Where this is meant: python tools/recorded_answers.py"


def test_an_answer_that_changes_under_a_published_version_is_refused() -> None:
    now = {**BEFORE, "answers": {"gad7 1.0": "ccc", "iv_dose 2.0": "bbb"}}
    (refused,) = refusals(BEFORE, now, CHANGES, ())
    assert refused.startswith("gad7 1.0 answers otherwise than before under the same version.")


def test_a_new_version_and_one_that_is_still_to_be_published_may_answer_otherwise() -> None:
    now = {**BEFORE, "answers": {"gad7 1.1": "ccc", "iv_dose 2.0": "ddd"}}
    assert refusals(BEFORE, now, CHANGES, ()) == []


def test_a_number_of_the_protocol_that_changed_asks_for_the_walk() -> None:
    now = {**BEFORE, "protocol": {"PROTOCOL_DOSE": "0.4"}}
    (refused,) = refusals(BEFORE, now, CHANGES, ())
    assert refused.startswith("PROTOCOL_DOSE was 0.5 and is 0.4. `press where`")
    assert refusals(BEFORE, now, CHANGES, {"PROTOCOL_DOSE"}) == []


def test_what_the_form_supposes_is_part_of_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    # An infusion is given over 40 minutes unless another time is typed; 60 is not the protocol's.
    card = find("iv_dose")
    before = digest(answers(card))
    (minutes,) = (field for field in card.fields if field.name == "minutes")
    monkeypatch.setitem(minutes.__dict__, "default", 60)
    assert digest(answers(card)) != before


@pytest.mark.parametrize(
    ("kept", "gone"),
    [(["route"], "iv_dose.route=iv"), (["route=iv"], "iv_dose.route"), (["route", "route=i"], "iv_dose.route=iv")],
)
def test_an_input_or_an_option_that_is_gone_has_to_be_retired(kept: list[str], gone: str) -> None:
    now = {**BEFORE, "ids": {"iv_dose": kept}}
    (refused,) = refusals(BEFORE, now, CHANGES, ())
    assert refused.startswith(f"{gone} is gone, and links and saved files may hold it.")
    assert refusals(BEFORE, now, CHANGES, [gone]) == []


def test_a_retired_name_is_never_used_again() -> None:
    now = {**BEFORE, "ids": {"iv_dose": ["route", "route=iv", "speed"]}}
    (refused,) = refusals(BEFORE, now, CHANGES, ["iv_dose.speed"])
    assert refused.startswith("iv_dose.speed was retired, and links that still hold it would be read in a new sense.")


def test_rows_and_options_have_names_of_their_own() -> None:
    names = set(ids(find("treatment_history").fields))
    assert {"trials", "trials.drug", "trials.drug=sertraline", "ect=bilateral"} <= names


def test_no_input_bears_the_name_under_which_a_link_holds_its_version() -> None:
    assert [card.id for card in (*every(), *worksheets()) if "v" in set(ids(card.fields))] == []
