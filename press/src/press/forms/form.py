"""A calculator as a finished HTML form: labels, limits and a worked example are there before any script runs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Field, Texts, unit_names
from ketamine_calculators.quantity_words import QUANTITY

from .prefill import preset
from .withdrawn_source import WithdrawnSource

if TYPE_CHECKING:
    from jinja2 import Environment

LONGEST_BESIDE = 18
"""Choices whose labels are longer than this stand below each other."""
MOST_BESIDE = 3
"""More choices than this do not fit beside their label on a phone."""
MOST_RADIOS = 9
"""A longer list of choices opens as a menu."""
MOST_IN_ROWS = 4
"""The same inside a group that repeats, where every line is there many times."""
LONG = 7
"""A form with as many lines to answer is folded in an article, where it would push the text away."""
SUMMARY_MOST = 36
"""Characters of a worked example's inputs that stand in its folded line."""
TEMPLATES = Path(__file__).parent / "templates"


@cache
def templates() -> "Environment":
    """The one template environment. Everything put into a template is escaped."""
    # Loaded for the first form: a check of one article makes none, and has not to wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["quantities"] = quantities
    return environment


def quantities(text: str) -> Markup:
    """A text in which each number stays on one line with its unit, as web/calculator/quantities.js does it for an answer."""
    whole = re.sub(f"({QUANTITY})", r'<bdi class="quantity" translate="no">\1</bdi>', escape(text))
    return Markup(whole)  # noqa: S704  # escaped just now


@dataclass(frozen=True)
class Question:
    """One question as the templates need it: the declared field at its place in a form, with what it starts with."""

    field: Field
    name: str
    id: str
    texts: Texts
    unit_question: "Question | None" = None

    @property
    def spec(self) -> Any:
        return self.field.spec

    @property
    def template(self) -> str:
        """The macro of field.html that draws it: `menu` for a long choice, else the name of its kind."""
        most = MOST_IN_ROWS if "." in self.name else MOST_RADIOS
        return "menu" if self.field.kind == "choice" and len(self.spec.choices) > most else self.field.kind

    @property
    def text(self) -> str:
        return (self.texts.get(self.name) or [""])[0]

    @property
    def keypad(self) -> str:
        """What a phone offers for typing. Figures alone have neither letters nor, on some phones, a minus."""
        # A date typed in figures alone is 20260302; its calendar stands beside it.
        if self.field.kind in ("whole", "day"):
            return "numeric"
        if self.field.kind != "number" or self.spec.also:
            return "text"
        # Totals are negative on a few scales only, and for them figures alone serve better.
        return "text" if self.unit and self.spec.may_be_negative else "decimal"

    def ticked(self, value: object, name: str = "") -> bool:
        return str(value) in self.texts.get(name or self.name, [])

    @property
    def hint(self) -> str:
        """The help below the question; may be empty."""
        return self.field.spec.form_hint

    @property
    def unit(self) -> str:
        """The unit that stands beside what is typed; empty where there is none or where it is asked for."""
        return self.field.spec.unit

    @property
    def suffix(self) -> str:
        """The unit that every choice of a list has in common: said once beside them."""
        unit, labels = self.field.spec.unit, self.field.spec.choices.values()
        return unit if unit and labels and all(label.endswith(f" {unit}") for label in labels) else ""

    def short(self, label: str) -> str:
        """The label of a choice; a unit that all have in common is kept for the ear only."""
        if not self.suffix:
            return label
        number = label.removesuffix(f" {self.suffix}")
        return Markup('{}<span class="visually-hidden"> {}</span>').format(number, self.suffix)

    @property
    def shape(self) -> str:
        """How the choices stand: `stacked` on a line each, `many` across the form, or beside the label."""
        # A unit that all have in common is not seen.
        labels = [label.removesuffix(f" {self.suffix}") for label in self.field.spec.choices.values()]
        if any(len(label) > LONGEST_BESIDE for label in labels):
            return "stacked"
        return "many" if len(labels) > MOST_BESIDE else ""

    @property
    def asked_when(self) -> str:
        """The name of the question whose answer decides whether this one is asked; empty when it always is."""
        prefix = self.name.removesuffix(self.field.name)
        return f"{prefix}{self.spec.asked_when[0]}" if self.spec.asked_when else ""

    @property
    def asked(self) -> bool:
        """Whether it is asked when the form opens."""
        values = self.spec.asked_when[1]
        given = any(text.strip() for text in self.texts.get(self.asked_when, []))
        return any(self.ticked(value, self.asked_when) for value in values) if values else given

    @property
    def goes_with(self) -> str:
        """The name of the question whose answer decides which options are offered; empty when all always are."""
        belongs = getattr(self.spec, "belongs", None)
        return f"{self.name.removesuffix(self.field.name)}{belongs[0]}" if belongs else ""

    @property
    def alike(self) -> bool:
        """Whether every item of a scale is scored in the same words."""
        return bool(self.spec.alike)

    def at(self, part: object) -> str:
        """The id of a part of this question."""
        return f"{self.id}-{part}"

    def rows(self) -> list[list["Question"]]:
        """The rows that a repeating question starts with: at least one."""
        places = {name.split(".")[1] for name in self.texts if name.startswith(f"{self.name}.")}
        return [self.row(str(place)) for place in range(max(1, len(places)))]

    def row(self, place: str) -> list["Question"]:
        return questions(self.spec.fields, self.texts, f"{self.id}-{place}-", f"{self.name}.{place}.")


def questions(fields: tuple[Field, ...], texts: Texts, id_prefix: str, name_prefix: str = "") -> list[Question]:
    """The questions of a form in their order; a choice of unit stands beside its number."""
    units = unit_names(fields)
    made = {
        field.name: Question(field, name_prefix + field.name, f"{id_prefix}{field.name.replace('_', '-')}", texts)
        for field in fields
    }
    return [
        Question(question.field, question.name, question.id, texts, made[question.spec.unit_from])
        if question.spec.unit_from
        else question
        for name, question in made.items()
        if name not in units
    ]


def calculator_html(
    calculator: Calculator[Any, Any],
    values: Mapping[str, object],
    instance: int,
    heading_level: int,
    page_url_to_calculator: str,
    *,
    recalled: Mapping[str, str] = MappingProxyType({}),
    review: str = "",
    withdrawn: Sequence[WithdrawnSource] = (),
) -> str:
    """The card of a calculator: form, place of the answer, worked example, formula.

    `recalled` says of each withdrawn version what was wrong with it, `review` who has reviewed this one,
    `withdrawn` which articles it takes numbers from are withdrawn.

    `values` are what the form opens with. `instance` tells several forms of a page apart. `heading_level` 0 makes
    the title a paragraph, for a page whose own heading already names the calculator. Raises InvalidInputs for values
    that the form cannot hold.
    """
    asked = questions(calculator.fields, preset(calculator.fields, values), _prefix(calculator, instance))
    example = worked_example(calculator)
    return (
        templates()
        .get_template("calculator.html")
        .render(
            calculator=calculator,
            questions=asked,
            needed=still_needed(asked),
            quantity=QUANTITY,
            title_id=title_id(calculator, instance),
            heading=f"h{heading_level}" if heading_level else "p",
            page=page_url_to_calculator or "./",
            root=site_root(calculator, page_url_to_calculator),
            example=example,
            example_summary=in_short(example) if example else "",
            recalled=recalled,
            review=review,
            withdrawn=withdrawn,
        )
    )


def is_long(calculator: Calculator[Any, Any]) -> bool:
    """Whether it asks so much that an article is easier to read with the form folded."""
    units = unit_names(calculator.fields)
    return sum(_lines(field.spec) for field in calculator.fields if field.name not in units) >= LONG


def _lines(spec: Any) -> int:
    """How many lines a question takes: one, or one for each item or box that is looked at by itself."""
    if spec.kind == "several":
        return len(spec.options)
    return len(getattr(spec, "items", ()) or getattr(spec, "boxes", ())) or 1


def folded(calculator: Calculator[Any, Any], html: str) -> str:
    """The card behind a line that names the calculator and says what it answers."""
    return str(markup("folded.html", calculator=calculator, html=Markup(html)))  # noqa: S704  # made by a template


def verify_html(calculator: Calculator[Any, Any]) -> Markup:
    """The way to the check in the reader's own browser, for the calculator's own page."""
    return markup("verify.html", calculator=calculator, root=site_root(calculator, ""))


def title_id(calculator: Calculator[Any, Any], instance: int) -> str:
    """The id of a form's title: where a link to the form lands."""
    return f"{_prefix(calculator, instance)}title"


def _prefix(calculator: Calculator[Any, Any], instance: int) -> str:
    return f"{calculator.slug}-{instance}-"


def site_root(calculator: Calculator[Any, Any], page_url_to_calculator: str) -> str:
    """The relative address of the site's root, told from that of the calculator's page."""
    page = f"{calculator.folder}/{calculator.slug}/"
    if page_url_to_calculator.endswith(page):
        return page_url_to_calculator.removesuffix(page) or "./"
    return "../../"


def worked_example(calculator: Calculator[Any, Any]) -> dict[str, Any] | None:
    """The full answer to the first example of the calculator, worked now, by the same Python as in the browser."""
    return next((full_answer(calculator, example.inputs) for example in calculator.examples), None)


def still_needed(asked: list[Question]) -> list[str]:
    """The labels of the questions that have to be answered before there is a result, and are not yet."""
    return [
        one.field.label
        for one in asked
        if one.field.required and (not one.asked_when or one.asked) and not any(one.texts.get(one.name, []))
    ]


def in_short(example: Mapping[str, Any]) -> str:
    """What a worked example is about, as far as it fits on a line: `70 kg, 0.5 mg/kg, 50 mg/mL`."""
    told = ""
    for entered in example["inputs"]:
        longer = f"{told}, {entered['text']}" if told else entered["text"]
        if len(longer) > SUMMARY_MOST:
            break
        told = longer
    return told


def markup(template: str, **context: object) -> Markup:
    """A template of this package, filled in."""
    return Markup(templates().get_template(template).render(**context))  # noqa: S704  # the template has escaped it
