"""A calculator is found by the name of its file or folder, and by nothing else."""

from dataclasses import replace

import pytest

from ketamine_calculators import UnknownCalculator, every, find
from ketamine_calculators.catalogue import phq9
from ketamine_calculators.errors import DefinitionError
from ketamine_calculators.registry import worksheets
from ketamine_calculators.worksheets import course


def test_the_id_of_a_card_is_the_name_of_its_file_or_folder() -> None:
    for calculator in every():
        assert calculator.inputs.__module__ == f"ketamine_calculators.catalogue.{calculator.id}"
    for worksheet in worksheets():
        assert worksheet.inputs.__module__ == f"ketamine_calculators.worksheets.{worksheet.id}.inputs"


def test_a_file_whose_card_declares_another_id_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phq9, "CALCULATOR", replace(phq9.CALCULATOR, id="phq_9"))
    with pytest.raises(DefinitionError, match=r"catalogue\.phq9 declares the id 'phq_9'"):
        find("phq9")


def test_a_folder_whose_card_declares_another_id_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course, "WORKSHEET", replace(course.WORKSHEET, id="courses"))
    with pytest.raises(DefinitionError, match=r"worksheets\.course declares the id 'courses'"):
        find("course")


def test_a_function_borrowed_from_another_file_does_not_change_the_id() -> None:
    borrowed = replace(phq9.CALCULATOR, compute=find("gad7").compute)
    assert borrowed.id == "phq9"


@pytest.mark.parametrize("written", ["iv_dos", "IV_DOSE", "iv_dosee" + "x" * 1000])
def test_an_id_that_does_not_exist_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(UnknownCalculator, match=r"^There is no calculator “"):
        find(written)


@pytest.mark.parametrize("written", [None, 1, ["phq9"], {"phq9": 1}])
def test_what_is_no_text_is_no_id(written: object) -> None:
    with pytest.raises(UnknownCalculator):
        find(written)  # type: ignore[arg-type]
