"""A constant is given another value where it is assigned, and all cards are asked. tests/build tries one from end to end."""

import ast
import sys
from fractions import Fraction
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

import pytest

from ketamine_calculators import find, house_protocol
from press.checks import constant_effects
from press.checks.changed_answers import Change, Finder, answers, others, results_of
from press.checks.constant_effects import effects
from press.checks.passage_source import Constant

PROTOCOL = Path(house_protocol.__file__)
HALF, MORE = Fraction(1, 2), Fraction(3, 5)


def change(file: str, name: str, number: Fraction = HALF, to: Fraction = MORE) -> Change:
    return Change("doses", file, name, number, to)


def loaded(folder: Path, source: str, name: str, number: Fraction = HALF, to: Fraction = MORE) -> ModuleType:
    """The module with the change, as another Python would import it."""
    file = folder / "doses.py"
    file.write_text(source, "utf-8")
    spec = Finder(change(str(file), name, number, to)).find_spec("doses", None)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (HALF, MORE), (Fraction(1, 4), Fraction(1, 4)), ("0.5 mg/kg", "0.6 mg/kg"), ("10.5 and 0.55", "10.5 and 0.55"),
        ((HALF, "none", Fraction(1)), (MORE, "none", Fraction(1))), (None, None), (True, True),
    ],
)  # fmt: skip
def test_a_value_changes_where_it_has_the_number_and_nowhere_else(value: object, other: object) -> None:
    assert change("doses.py", "DOSE").of(value) == other


def test_a_whole_number_stays_one() -> None:
    other = change("doses.py", "DOSE", Fraction(40), Fraction(41)).of(40)
    assert (other, type(other)) == (41, int)


def test_what_is_made_of_a_constant_follows_it(tmp_path: Path) -> None:
    source = "from fractions import Fraction\nDOSE = Fraction(1, 2)\nTWICE = 2 * DOSE\nOTHER = Fraction(1, 2)\n"
    module = loaded(tmp_path, source, "DOSE")
    found = (module.DOSE, module.TWICE, module.OTHER)
    assert found == (Fraction(3, 5), Fraction(6, 5), Fraction(1, 2))


def test_of_several_constants_in_one_line_the_one_that_is_named_changes(tmp_path: Path) -> None:
    module = loaded(tmp_path, "FROM, TO, MOST = 2, 8, 8\n", "TO", Fraction(8), Fraction(9))
    assert (module.FROM, module.TO, module.MOST) == (2, 9, 8)


def test_no_other_module_is_touched() -> None:
    assert Finder(change("doses.py", "DOSE")).find_spec("ketamine_calculators", None) is None


def test_a_change_is_read_as_it_was_written() -> None:
    one = change("doses.py", "DOSE")
    assert Change.read(one.written()) == one


def test_the_module_that_answers_imports_no_calculator_before_the_change_is_made() -> None:
    module = sys.modules[Change.__module__]
    assert module.__file__
    top = ast.parse(Path(module.__file__).read_bytes()).body
    imported = [node.module or "" for node in top if isinstance(node, ast.ImportFrom)]
    assert not [name for name in imported if name.startswith("ketamine_calculators") or not name]


def test_other_values_are_near_and_of_the_same_kind() -> None:
    assert all(abs(to - HALF) < Fraction(1, 20) and to != HALF for to in others(HALF))
    assert set(others(Fraction(40))) == {39, 41}


def test_results_are_the_values_and_the_cells_of_tables() -> None:
    answer = {"shown": [{"text": "35 mg"}], "tables": [{"rows": [["Ideal", "29.7 mg"]]}], "headline": "35 mg IV"}
    assert list(results_of(answer)) == ["35 mg", "Ideal", "29.7 mg"]
    assert list(results_of({"refused": ["Enter a weight."]})) == []


def test_each_card_is_asked_its_examples_first() -> None:
    told = answers(HALF, MORE)
    assert told.told.keys() >= {"iv_dose", "infusion", "phq9"}
    assert len(told.results["iv_dose"]) == len(find("iv_dose").examples)


def test_where_no_other_value_can_be_had_the_cards_that_use_the_constant_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(constant_effects, "others", lambda number: ())
    constant = Constant("PROTOCOL_MINUTES", PROTOCOL, *line_of("PROTOCOL_MINUTES"))
    effect = effects([constant], Fraction(40))[0]
    assert not effect.tried
    assert set(effect.cards) >= {"iv_dose", "infusion"}
    assert "phq9" not in effect.cards


def line_of(name: str) -> tuple[int, str]:
    lines = PROTOCOL.read_text("utf-8").splitlines()
    return next((number, line) for number, line in enumerate(lines, 1) if line.startswith(name))
