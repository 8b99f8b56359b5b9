"""A list whose options go with the answer to another question offers only those that fit."""

from html.parser import HTMLParser

from ketamine_calculators.registry import find
from press.forms.form import calculator_html


class Options(HTMLParser):
    """The labels of the options that depend on an answer: their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "label" and "data-asked-when" in dict(attrs):
            self.found.append(dict(attrs))


def options(**values: object) -> list[dict[str, str | None]]:
    return Options(calculator_html(find("documentation_checklist"), values, 1, 2, "./")).found


def test_each_option_names_the_question_and_the_answer_that_it_goes_with() -> None:
    found = options()
    assert {option["data-asked-when"] for option in found} == {"stage"}
    assert [option["data-asked-values"] for option in found] == (
        ["initial"] * 6 + ["per_treatment"] * 7 + ["longitudinal"] * 5
    )


def test_before_that_question_is_answered_none_is_offered() -> None:
    assert all("hidden" in option for option in options())


def test_a_form_that_opens_with_an_answer_offers_what_goes_with_it() -> None:
    offered = [option for option in options(stage="longitudinal", done=[]) if "hidden" not in option]
    assert [option["data-asked-values"] for option in offered] == ["longitudinal"] * 5
