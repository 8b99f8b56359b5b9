"""Joining calculators into a worksheet: every fact is entered once, and each calculator is asked as if by itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from .definition import Calculator, Difference, Notice, Source
from .errors import InputProblem
from .examples import Example
from .fields.base import Kind, fields_of, in_sentence

URGENCY = ("stop", "caution", "note")


@dataclass(frozen=True, kw_only=True)
class Worksheet[Inputs, Outputs](Calculator[Inputs, Outputs]):
    """Several calculators joined. Every rule and number is that of the calculators.

    joins         the calculators
    example       plain inputs for a worked example
    expected      what was worked out for them by hand
    by_hand       what is filled in by hand on paper
    """

    joins: tuple[Calculator[Any, Any], ...]
    example: Mapping[str, object]
    expected: Mapping[str, object]
    by_hand: tuple[str, ...] = ()

    folder: ClassVar[str] = "worksheets"

    @property
    def examples(self) -> tuple[Example, ...]:
        return (Example(self.id, dict(self.example), dict(self.expected), 0),)


@dataclass(frozen=True)
class Asked:
    """A calculator with the inputs that a worksheet gave it and its answer. `about` tells it from others of its kind."""

    card: Calculator[Any, Any]
    inputs: Any
    outputs: Any
    about: str

    @property
    def headline(self) -> str:
        return self.card.headline(self.inputs, self.outputs)


def ask(card: Calculator[Any, Any], inputs: Any, about: str = "") -> Asked:
    """Raises InvalidInputs when the inputs do not go together."""
    return Asked(card, inputs, card(inputs), about or card.title)


def question(inputs: type, name: str, **changes: Any) -> Any:
    """A calculator's own question, for a worksheet to ask; `changes` are those of its words that have to differ."""
    spec: Kind = next(field.spec for field in fields_of(inputs) if field.name == name)
    return replace(spec, **changes)


def output(card: Calculator[Any, Any], key: str, **changes: Any) -> Any:
    """A value of a calculator's answer, for a worksheet to show."""
    return replace(dict(card.output_fields)[key], **changes)


def answered_as_asked(*may_be_blank: str) -> Callable[[Any], Iterable[InputProblem]]:
    """The rule that a question whose condition holds is answered, unless it may be blank, and that no other one is."""

    def rule(inputs: Any) -> Iterable[InputProblem]:
        fields = {field.name: field for field in fields_of(type(inputs))}
        for name, field in fields.items():
            if field.spec.asked_when is None:
                continue
            asked, answered = _is_asked(inputs, *field.spec.asked_when), getattr(inputs, name) is not None
            if asked and not answered and name not in may_be_blank:
                yield InputProblem(name, field.spec.missing, "missing")
            elif answered and not asked:
                why = in_sentence(fields[field.spec.asked_when[0]].label)
                yield InputProblem(name, f"{field.label} is not asked with this answer on {why}. Leave it out.", "rule")

    return rule


def _is_asked(inputs: Any, name: str, values: tuple[str, ...]) -> bool:
    given = getattr(inputs, name)
    if given is None:
        return False
    return not values or any(value in values for value in (given if isinstance(given, tuple) else (given,)))


def joined_working(parts: Iterable[Asked]) -> Iterable[str]:
    for part in parts:
        for line in part.card.working(part.inputs, part.outputs):
            yield f"{part.about}. {line}"


def joined_warnings(parts: Iterable[Asked]) -> Iterable[Notice]:
    """Each once, the most urgent first. A note that only leads on to a calculator of the worksheet has arrived already."""
    asked = tuple(parts)
    here = {part.card.id for part in asked}
    found = dict.fromkeys(notice for part in asked for notice in part.card.warnings(part.inputs, part.outputs))
    kept = [notice for notice in found if notice.kind != "note" or notice.calculator not in here]
    return by_urgency(kept)


def by_urgency(notices: Iterable[Notice]) -> Iterable[Notice]:
    """What stops first, then what cautions; otherwise in their order."""
    return sorted(notices, key=lambda notice: URGENCY.index(notice.kind))


def joined_differences(
    cards: Iterable[Calculator[Any, Any]], parts: Callable[[Any], Iterable[Asked]]
) -> tuple[Difference, ...]:
    """Those of the calculators, one for each topic, each when it touches the answer of its own calculator."""

    def of(card: Calculator[Any, Any], difference: Difference) -> Difference:
        def when(inputs: Any, outputs: Any) -> bool:
            return any(part.card is card and difference.when(part.inputs, part.outputs) for part in parts(inputs))

        return replace(difference, when=when)

    found: dict[str, Difference] = {}
    for card in cards:
        for difference in card.differences:
            found.setdefault(difference.topic, of(card, difference))
    return tuple(found.values())


def joined_sources(cards: Iterable[Calculator[Any, Any]]) -> tuple[Source, ...]:
    """Each publication once, with what it supports in each calculator."""
    supports: dict[Any, list[str]] = {}
    for card in cards:
        for source in card.sources:
            supports.setdefault(source.reference, []).append(f"{card.title}: {source.supports}")
    return tuple(Source(reference, "; ".join(claims)) for reference, claims in supports.items())


def joined_names(cards: Iterable[Calculator[Any, Any]]) -> str:
    """The line of the formula that says where every rule is."""
    named = "; ".join(f"{card.title} {card.version}" for card in cards)
    return f"Every rule and number is that of the calculator it comes from: {named}."
