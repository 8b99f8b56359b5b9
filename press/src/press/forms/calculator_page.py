"""What a calculator's page says below its form: all of it read from the calculator's own declaration."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import Calculator, HousePassage, TableRow
from ketamine_calculators.fields import Field

from .form import markup

PassageUrl = Callable[[HousePassage], str | None]


@dataclass(frozen=True)
class Section:
    """A part of a calculator's page with its anchor."""

    id: str
    title: str
    html: str


def calculator_sections(
    calculator: Calculator[Any, Any],
    passage_url: PassageUrl,
    used_in: Sequence[tuple[str, str]],
    house_values: Sequence[tuple[str, str]] = (),
) -> tuple[Section, ...]:
    """The sections in the order in which a reader checks a result.

    `passage_url` gives the address of a passage of a house article, None when the article has lost it.
    `used_in` are the title and address of each article that places the calculator, `house_values` those of the limits it uses.
    """
    made = (
        ("population", "Who it is for", _part("population", calculator=calculator)),
        ("inputs", "Inputs", _part("inputs", inputs=list(input_lines(calculator.fields)))),
        ("formula", "Formula", _part("formula", lines=calculator.formula)),
        ("bands", "What the numbers mean", _part("bands", bands=calculator.bands)),
        ("house-protocol", "Source in our protocol", _part("house", rows=_house(calculator, passage_url))),
        (
            "literature",
            "Where our protocol differs from the evidence",
            _part("differences", differences=calculator.differences),
        ),
        ("house-values", "Our own values and limits", _part("house-values", values=house_values)),
        ("examples", "Worked examples", _part("examples", examples=examples(calculator))),
        ("sources", "Sources", _part("sources", sources=calculator.sources, root="../../")),
        ("rights", "Rights", _part("rights", words=calculator.rights)),
        ("record", "This calculator", _part("record", calculator=calculator, used_in=used_in)),
    )
    return tuple(Section(id, title, str(html)) for id, title, html in made if html.strip())


def _part(name: str, **context: object) -> Markup:
    return markup("sections.html", part=name, **context)


@dataclass(frozen=True)
class InputLine:
    """One line of the inputs table. `inside` counts how deep it stands in a group that repeats."""

    name: str
    label: str
    accepted: str
    opens_with: str
    note: str
    inside: int = 0


def input_lines(fields: Iterable[Field], inside: int = 0) -> Iterable[InputLine]:
    """The inputs as the table lists them: each with what is accepted, how the form opens, and why."""
    for field in fields:
        spec = field.spec
        default = field.default if field.default is not None and not field.required else None
        yield InputLine(
            name=field.name,
            label=field.label,
            accepted=spec.accepted,
            opens_with=spec.text(default) if default is not None else "optional" if field.optional else "",
            note=" ".join(sentence(part) for part in (field.hint, spec.why) if part),
            inside=inside,
        )
        yield from input_lines(spec.fields, inside + 1)


@dataclass(frozen=True)
class HouseLine:
    """A passage of the house protocol that the calculator rests on."""

    says: str
    section: str
    text: str
    url: str | None


def _house(calculator: Calculator[Any, Any], passage_url: PassageUrl) -> list[HouseLine]:
    return [
        HouseLine(
            passage.says,
            passage.section,
            f"{passage.row} | {passage.text}" if isinstance(passage, TableRow) else passage.text,
            passage_url(passage),
        )
        for passage in calculator.house
    ]


@dataclass(frozen=True)
class ExampleLine:
    """A worked example: what goes in, what the calculator says, and the values that the fact sheet claims."""

    inputs: str
    headline: str
    claimed: str


def examples(calculator: Calculator[Any, Any]) -> list[ExampleLine]:
    """Every worked example, answered now."""
    lines = []
    for example in calculator.examples:
        answer = full_answer(calculator, example.inputs)
        lines.append(
            ExampleLine(
                inputs="; ".join(f"{entry['label']}: {entry['text']}" for entry in answer["inputs"]),
                headline=answer["headline"],
                claimed="; ".join(
                    f"{value['label']}: {value['text']}"
                    for value in answer["shown"]
                    if value["key"] in example.expected
                ),
            )
        )
    return lines


def sentence(words: str) -> str:
    """Closed with a full stop."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def worksheet_index(worksheets: Sequence[tuple[Calculator[Any, Any], str, str]]) -> Markup:
    """Worksheets with their addresses and what is said of them besides, as a list."""
    return markup("worksheets.html", worksheets=worksheets)
