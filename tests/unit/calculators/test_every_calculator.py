"""What is true of every calculator, whoever wrote it."""

import json
import re
from calendar import month_name
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ketamine_calculators import InvalidInputs, evaluate, every, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import MOMENTS, Calculator
from ketamine_calculators.examples import Example, agrees, every_example
from ketamine_calculators.fields import Number, Whole
from ketamine_calculators.schema import described

ROOT = Path(__file__).parents[3]

# The contract of the fact sheet, in its order.
IDS = (
    "thase_rush mgh_s maudsley european_stage trd_definitions trial_adequacy resistance_checklist phq9 gad7 madrs hamd17 "
    "qids_sr16 cssrs_screener response_status timeline_action relapse_check convert_weight body_weights iv_dose titration_step "
    "esketamine_visit bp_gate contraindication_screen route_convert medication_hold maintenance_plan induction_plan "
    "response_predictors nonresponse_options maintenance_need documentation_checklist "
    "hama sds q_les_q_sf whodas12 phq8 idssr30_total scale_conversion "
    "discontinuation_plan "
    "cssrs_since_last_visit asrm ymrs_total "
    "dose_table "
)

calculators = pytest.mark.parametrize("calculator", [pytest.param(one, id=one.id) for one in every()])
examples = pytest.mark.parametrize(
    "example", [pytest.param(one, id=f"{one.calculator}-{one.line}") for one in every_example()]
)


def test_the_catalogue_is_the_contract() -> None:
    assert sorted(IDS.split()) == [calculator.id for calculator in every()]


@examples
def test_every_worked_example_comes_out_as_claimed(example: Example) -> None:
    found = evaluate(example.calculator, example.inputs)
    values = {key: value for key, value in example.expected.items() if not key.startswith("_")}
    assert {key: found.get(key, "absent") for key in values if not agrees(found.get(key), values[key])} == {}
    assert unmet_claims(example) == {}


def unmet_claims(example: Example) -> dict[str, object]:
    """The claims on words and on kinds of notices that the answer does not bear out. Case does not count."""
    answer = full_answer(find(example.calculator), example.inputs)
    notices = answer["warnings"]
    headline = answer["headline"].lower()
    texts = " ".join(notice["text"] for notice in notices).lower()
    stops = " ".join(notice["text"] for notice in notices if notice["kind"] == "stop").lower()
    kinds = {notice["kind"] for notice in notices}
    borne_out: dict[str, Callable[[str], bool]] = {
        "_headline_contains": lambda words: words.lower() in headline,
        "_headline_not_contains": lambda words: words.lower() not in headline,
        "_notice_contains": lambda words: words.lower() in texts,
        "_notice_not_contains": lambda words: words.lower() not in texts,
        "_stop_contains": lambda words: words.lower() in stops,
        "_any_kind": lambda kind: kind in kinds,
        "_no_kind": lambda kind: kind not in kinds,
    }
    return {key: claim for key, claim in example.expected.items() if key.startswith("_") and not borne_out[key](claim)}


@examples
def test_every_worked_example_keeps_to_the_schema(example: Example) -> None:
    schema = described(find(example.calculator))
    Draft202012Validator(schema["inputs"]).validate(example.inputs)
    Draft202012Validator(schema["outputs"]).validate(evaluate(example.calculator, example.inputs))


@examples
def test_every_answer_carries_what_a_clinician_needs_to_judge_it(example: Example) -> None:
    answer = full_answer(find(example.calculator), example.inputs)
    assert answer["headline"]
    assert answer["working"]
    assert answer["sources"]
    assert answer["version"]
    assert answer["inputs"]
    assert json.loads(json.dumps(answer)) == answer


@calculators
def test_a_label_or_guideline_says_in_which_month_it_was_compared(calculator: Calculator[Any, Any]) -> None:
    for source in calculator.sources:
        if re.search(r"prescribing information|European Medicines Agency", source.reference.cite):
            assert re.search(rf"(in|as of) ({'|'.join(month_name[1:])}) 20\d\d", source.reference.cite)


@examples
def test_no_answer_calls_anything_safe(example: Example) -> None:
    answer = full_answer(find(example.calculator), example.inputs)
    said = json.dumps([answer[key] for key in ("headline", "shown", "working", "warnings")])
    assert not re.search(r"\bsafe(ly)?\b", said, re.IGNORECASE)


@examples
def test_a_warning_that_names_a_calculator_leads_to_one_that_exists(example: Example) -> None:
    for notice in full_answer(find(example.calculator), example.inputs)["warnings"]:
        assert not notice["calculator"] or notice["title"] == find(notice["calculator"]).title


@pytest.mark.parametrize("scale", ["phq9", "madrs", "hamd17", "qids_sr16"])
def test_a_positive_suicide_item_stops_and_leads_to_the_screener(scale: str) -> None:
    highest = {field.name: [item.high for item in field.spec.items] for field in find(scale).fields}  # type: ignore[attr-defined]
    stops = [notice for notice in full_answer(find(scale), highest)["warnings"] if notice["kind"] == "stop"]
    assert [notice["calculator"] for notice in stops] == ["cssrs_screener"]
    assert "local crisis steps" in stops[0]["text"]


@calculators
def test_a_calculator_has_worked_examples(calculator: Calculator[Any, Any]) -> None:
    assert len(calculator.examples) >= 1


@calculators
def test_an_input_nobody_asked_for_is_an_error(calculator: Calculator[Any, Any]) -> None:
    with pytest.raises(InvalidInputs, match="There is no input “shoe_size”"):
        calculator.run({**calculator.examples[0].inputs, "shoe_size": 43})


@calculators
def test_leaving_everything_out_names_every_required_input(calculator: Calculator[Any, Any]) -> None:
    with pytest.raises(InvalidInputs) as refused:
        calculator.run({})
    named = {problem.field for problem in refused.value.problems if problem.kind == "missing"}
    assert named == {field.name for field in calculator.fields if field.required}


@calculators
def test_each_limit_is_accepted_and_the_number_beyond_it_refused(calculator: Calculator[Any, Any]) -> None:
    for field in calculator.fields:
        spec = field.spec
        if not isinstance(spec, Whole | Number):
            continue
        step = Fraction(1) if isinstance(spec, Whole) else Fraction(1, 1000)
        as_given = int if isinstance(spec, Whole) else Fraction
        beside: dict[str, object] = {}
        for bound, beyond in ((spec.low, -step), (spec.high, step)):
            if bound is not None:
                spec.check(field.name, as_given(bound), beside)
                with pytest.raises(InvalidInputs):
                    spec.check(field.name, as_given(bound + beyond), beside)
        if spec.above is not None:
            spec.check(field.name, as_given(spec.above + step), beside)
            with pytest.raises(InvalidInputs):
                spec.check(field.name, as_given(spec.above), beside)


@calculators
def test_a_limit_that_is_not_obvious_says_why(calculator: Calculator[Any, Any]) -> None:
    for field in calculator.fields:
        if isinstance(field.spec, Whole | Number) and field.spec.high is not None:
            assert field.spec.why, f"{field.name} has an upper limit without a reason"


@calculators
def test_every_claim_has_its_source(calculator: Calculator[Any, Any]) -> None:
    assert calculator.sources
    assert all(source.supports and source.reference.cite for source in calculator.sources)


@calculators
def test_a_calculator_says_what_it_is_for(calculator: Calculator[Any, Any]) -> None:
    assert calculator.summary.endswith(("?", "."))
    assert calculator.population
    assert calculator.formula
    assert calculator.moment in MOMENTS
    assert re.fullmatch(r"\d+\.\d+", calculator.version)


@calculators
def test_each_scale_drawn_marks_exactly_one_band(calculator: Calculator[Any, Any]) -> None:
    for example in calculator.examples:
        for scale in full_answer(calculator, example.inputs)["scales"]:
            assert [band["here"] for band in scale["bands"]].count(True) == 1


@calculators
def test_a_calculator_has_a_page(calculator: Calculator[Any, Any]) -> None:
    page = (ROOT / "docs" / "calculators" / f"{calculator.slug}.md").read_text("utf-8")
    assert f"calculator: {calculator.id}\n" in page
    for heading in ("When to use it", "How to get the inputs", "Pitfalls", "Not validated for", "Next steps"):
        assert f"## {heading}\n" in page, f"the page lacks “{heading}”"
