"""Documentation checklist. House article, Essential Documentation: six, seven and five items in their order."""

from itertools import chain, combinations, permutations

import pytest

from ketamine_calculators.catalogue.documentation_checklist import CALCULATOR
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.fields import Several
from ketamine_calculators.registry import evaluate

ITEMS = {
    "initial": [
        "resistance_criteria",
        "medical_clearance",
        "contraindication_screen",
        "informed_consent",
        "baseline_severity",
        "treatment_plan",
    ],
    "per_treatment": [
        "pre_assessment",
        "dose_and_route",
        "vital_signs",
        "patient_response",
        "adverse_events",
        "post_assessment",
        "discharge_status",
    ],
    "longitudinal": [
        "response_tracking",
        "cumulative_side_effects",
        "functional_outcomes",
        "plan_changes",
        "relapse_patterns",
    ],
}


@pytest.mark.parametrize("stage", ITEMS)
def test_every_way_of_ticking_leaves_exactly_the_rest_missing(stage: str) -> None:
    items = ITEMS[stage]
    for done in chain.from_iterable(combinations(items, count) for count in range(len(items) + 1)):
        answer = evaluate("documentation_checklist", {"stage": stage, "done": list(done)})
        assert answer["missing"] == [item for item in items if item not in done]
        assert answer["complete"] is (len(done) == len(items))


def test_the_order_of_ticking_and_repeats_do_not_matter() -> None:
    done = ["treatment_plan", "informed_consent", "treatment_plan"]
    assert evaluate("documentation_checklist", {"stage": "initial", "done": done})["missing"] == [
        "resistance_criteria",
        "medical_clearance",
        "contraindication_screen",
        "baseline_severity",
    ]


@pytest.mark.parametrize(("stage", "other"), list(permutations(ITEMS, 2)))
def test_an_item_of_another_stage_is_an_error(stage: str, other: str) -> None:
    for item in ITEMS[other]:
        with pytest.raises(InvalidInputs, match="belongs to the stage") as refused:
            evaluate("documentation_checklist", {"stage": stage, "done": [*ITEMS[stage], item]})
        assert [problem.field for problem in refused.value.problems] == ["done"]


def test_the_message_names_the_item_and_both_stages() -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("documentation_checklist", {"stage": "initial", "done": ["vital_signs"]})
    assert refused.value.problems[0].message == (
        "“Vital signs” belongs to the stage “Each treatment”, not “Initial”. Remove it, or change the stage."
    )


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"stage": "follow_up", "done": []}, "Stage must be initial, per_treatment or longitudinal"),
        ({"stage": "initial", "done": ["consent"]}, "“consent” is not in the list"),
        ({"stage": "initial", "done": None}, "In the record must be a list"),
        ({"stage": "initial"}, "tick all that apply"),
    ],
)
def test_it_refuses_words_it_does_not_know(inputs: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("documentation_checklist", inputs)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("stage", "item", "calculator"),
    [("initial", "contraindication_screen", "contraindication_screen"), ("per_treatment", "vital_signs", "bp_gate")],
)
def test_a_missing_check_leads_to_its_calculator(stage: str, item: str, calculator: str) -> None:
    for done, led in (([], True), ([item], False)):
        written = CALCULATOR.checked({"stage": stage, "done": done})
        notices = CALCULATOR.warnings(written, CALCULATOR(written))
        assert any(notice.calculator == calculator for notice in notices) is led


@pytest.mark.parametrize(
    ("done", "headline"),
    [
        (ITEMS["per_treatment"], "Each treatment: all 7 items are in the record"),
        (["vital_signs", "adverse_events"], "Each treatment: 5 of 7 items missing"),
    ],
)
def test_the_headline_counts_what_is_missing(done: list[str], headline: str) -> None:
    written = CALCULATOR.checked({"stage": "per_treatment", "done": done})
    assert CALCULATOR.headline(written, CALCULATOR(written)) == headline


def test_the_table_goes_through_the_items_of_the_stage() -> None:
    written = CALCULATOR.checked({"stage": "longitudinal", "done": ["plan_changes"]})
    answer = CALCULATOR(written)
    (table,) = CALCULATOR.tables(written, answer)
    assert table.rows == (
        ("Course of response", "Missing"),
        ("Side effects over time", "Missing"),
        ("Outcomes in daily functioning", "Missing"),
        ("Changes of plan", "In the record"),
        ("Relapses and responses", "Missing"),
    )
    assert list(CALCULATOR.working(written, answer)) == ["5 items − 1 in the record = 4 missing"]


def test_a_form_offers_each_item_with_its_stage_only() -> None:
    (done,) = (field.spec for field in CALCULATOR.fields if field.name == "done")
    assert isinstance(done, Several)
    assert done.belongs == ("stage", {item: stage for stage, items in ITEMS.items() for item in items})


@pytest.mark.parametrize(("stage", "asked"), [("initial", True), ("per_treatment", False)])
def test_missing_consent_is_pointed_out_at_the_start(stage: str, asked: bool) -> None:
    written = CALCULATOR.checked({"stage": stage, "done": []})
    said = " ".join(notice.text for notice in CALCULATOR.warnings(written, CALCULATOR(written)))
    assert ("Consent is missing" in said) is asked


def test_what_the_table_shows_is_not_shown_again_among_the_values() -> None:
    assert {key for key, output in CALCULATOR.output_fields if not output.shown} == {"missing"}
