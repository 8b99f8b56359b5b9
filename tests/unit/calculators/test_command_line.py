"""The command line answers in JSON, and refuses with every problem and exit status 2."""

import json

import pytest

from ketamine_calculators.__main__ import main
from ketamine_calculators.registry import ids, worksheet_ids


def test_list_names_every_calculator_and_then_the_worksheets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [*ids(), *worksheet_ids()]


def test_describe_says_inputs_formula_and_references(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["describe", "iv_dose"]) == 0
    said = capsys.readouterr().out
    for part in ("weight: Weight", "0.5 mg/kg if left out", "Draw-up (mL) = dose ÷ vial strength", "Sanacora"):
        assert part in said


def test_describe_as_json_is_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["describe", "iv_dose", "--json"]) == 0
    described = json.loads(capsys.readouterr().out)
    assert described["inputs"]["required"] == ["weight", "weight_unit", "concentration_mg_ml"]
    assert described["inputs"]["additionalProperties"] is False
    assert described["outputs"]["properties"]["tier"]["enum"] == ["below_protocol", "standard", "extended"]


def test_run_takes_flags_or_json_alike(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(
            [
                "run",
                "iv_dose",
                "--weight",
                "70",
                "--weight-unit",
                "kg",
                "--concentration-mg-ml",
                "50",
                "--total-volume-ml",
                "50",
            ]
        )
        == 0
    )
    printed = capsys.readouterr().out
    values = '{"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}'
    assert main(["run", "iv_dose", "--json", values]) == 0
    assert capsys.readouterr().out == printed
    answer = json.loads(printed)
    assert (answer["dose_mg"], answer["drawup_ml"], answer["rate_ml_h"]) == (35.0, 0.7, 75.0)


def test_run_takes_a_list_as_several_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "thase_rush", "--failed-classes", "SSRI", "SNRI", "--bilateral-ect-failed", "no"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "II"


def test_every_problem_is_printed_and_the_status_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "iv_dose", "--weight", "1,5", "--weight-unit", "stone"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert [line.split(":")[0] for line in printed.err.splitlines()] == ["weight", "weight_unit", "concentration_mg_ml"]


def test_problems_are_printed_in_the_order_of_the_inputs_whatever_is_wrong_with_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    flags = ["--minutes", "1,5", "--dose-mg-per-kg", "99", "--weight", "seventy", "--weight-unit", "kg"]
    assert main(["run", "iv_dose", *flags]) == 2
    printed = [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert printed == ["weight", "dose_mg_per_kg", "concentration_mg_ml", "minutes"]


def test_a_flag_without_a_text_is_a_wrong_value_even_where_the_input_may_be_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    flags = ["--weight", "70", "--weight-unit", "kg", "--concentration-mg-ml", "50", "--total-volume-ml", ""]
    assert main(["run", "iv_dose", *flags]) == 2
    assert capsys.readouterr().err == ("total_volume_ml: Final volume must be a number above 0 and at most 2000 mL.\n")


def test_a_weight_is_read_in_the_unit_that_its_own_flag_names(capsys: pytest.CaptureFixture[str]) -> None:
    flags = ["--weight", "154 lb", "--weight-unit", "lb", "--concentration-mg-ml", "50"]
    assert main(["run", "iv_dose", *flags]) == 0
    # 154 lb × 0.45359237 = 69.85322498 kg
    assert json.loads(capsys.readouterr().out)["weight_kg"] == 69.85322498


def test_the_scores_of_a_scale_are_written_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "gad7", "--items", "[1, 1, 1, 1, 1, 1, 1]"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 7
    with pytest.raises(SystemExit) as ended:
        main(["run", "gad7", "--items", "1 1 1"])
    assert ended.value.code == 2
    assert "--items must be JSON" in capsys.readouterr().err


def test_an_unknown_calculator_is_refused_with_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "iv_doses"]) == 2
    assert "Did you mean iv_dose?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "iv_dose", "--json", "{"],
        ["run", "iv_dose", "--json", "[]"],
        ["list", "x"],
        ["run", "iv_dose", "--wieght", "70"],
        ["run", "iv_dose", "--json", "{}", "--weight", "70"],
    ],
)
def test_a_command_that_makes_no_sense_ends_with_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
