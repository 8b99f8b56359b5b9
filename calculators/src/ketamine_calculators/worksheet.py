"""Joining calculators into a worksheet: every fact is entered once, and each calculator is asked as if by itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol

from .definition import KINDS, Calculator, Difference, Notice, Source
from .errors import InputProblem
from .evaluation import Evaluation
from .examples import Example
from .fields.base import Entries, Kind, fields_of
from .proposal import Taken
from .wording import in_sentence


class WorksheetParts(Protocol):
    """The calculators that a worksheet asked for one patient. A worksheet's own class has each under its name as well."""

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Each evaluation once, in the order in which they are told."""


@dataclass(frozen=True, kw_only=True)
class Worksheet[Inputs, Outputs, Parts: WorksheetParts = Any](Calculator[Inputs, Outputs, Parts]):
    """Several calculators joined. Every rule and number is that of the calculators.

    joins         the calculators
    example       raw inputs for a worked example
    expected      what was worked out for them by hand
    takes         what it can take from saved files of other worksheets, by their ids
    """

    joins: tuple[Calculator[Any, Any], ...]
    example: Mapping[str, object]
    expected: Mapping[str, object]
    takes: Mapping[str, Callable[[Entries], Taken]] | None = None

    folder: ClassVar[str] = "worksheets"

    @property
    def examples(self) -> tuple[Example, ...]:
        """The one worked example."""
        return (Example(self.id, dict(self.example), dict(self.expected), 0),)


def question(inputs: type, name: str, **changes: Any) -> Any:
    """A calculator's own question, for a worksheet to ask; `changes` are those of its words that have to differ."""
    spec: Kind = next(field.spec for field in fields_of(inputs) if field.name == name)
    return replace(spec, **changes)


def output(card: Calculator[Any, Any], key: str, **changes: Any) -> Any:
    """A value of a calculator's answer, for a worksheet to show."""
    return replace(dict(card.output_fields)[key], **changes)


def answered_as_asked(*may_be_empty: str) -> Callable[[Any], Iterable[InputProblem]]:
    """The rule that a question whose condition holds has a value, unless it may be blank, and that no other one has.

    A question that only an optional one calls for is no reason to refuse an answer: `still_needed` names it.
    """

    def rule(inputs: Any) -> Iterable[InputProblem]:
        fields = {field.name: field for field in fields_of(type(inputs))}
        for name, field in fields.items():
            if field.spec.asked_when is None:
                continue
            condition = fields[field.spec.asked_when[0]]
            asked, has_value = _is_asked(inputs, *field.spec.asked_when), getattr(inputs, name) is not None
            if asked and not has_value and not condition.optional and name not in may_be_empty:
                yield InputProblem(name, field.spec.missing, "missing")
            elif has_value and not asked:
                why = in_sentence(condition.label)
                yield InputProblem(name, f"{field.label} is not asked with this answer on {why}. Leave it out.", "rule")

    return rule


def still_needed(*may_be_empty: str) -> Callable[[Any], Iterable[InputProblem]]:
    """What an optional question that was answered calls for, unless it may be blank: a part of the answer waits for it."""

    def needed(inputs: Any) -> Iterable[InputProblem]:
        fields = {field.name: field for field in fields_of(type(inputs))}
        for name, field in fields.items():
            condition = field.spec.asked_when
            if condition is None or not fields[condition[0]].optional or name in may_be_empty:
                continue
            if _is_asked(inputs, *condition) and getattr(inputs, name) is None:
                yield InputProblem(name, field.spec.missing, "missing")

    return needed


def _is_asked(inputs: Any, name: str, values: tuple[str, ...]) -> bool:
    given = getattr(inputs, name)
    if given is None:
        return False
    return not values or any(value in values for value in (given if isinstance(given, tuple) else (given,)))


def joined_working(evaluations: Iterable[Evaluation[Any, Any]]) -> Iterable[str]:
    """The working of each, with what it is about before each line."""
    return (f"{one.about}. {line}" for one in evaluations for line in one.working)


def joined_warnings(evaluations: Iterable[Evaluation[Any, Any]]) -> Iterable[Notice]:
    """Each once, the most urgent first. A note that only leads on to a calculator of the worksheet has arrived already."""
    joined = tuple(evaluations)
    here = {one.calculator.id for one in joined}
    notices = dict.fromkeys(notice for one in joined for notice in one.warnings)
    return by_urgency(notice for notice in notices if notice.kind != "note" or notice.calculator not in here)


def by_urgency(notices: Iterable[Notice]) -> Iterable[Notice]:
    """What stops first, then what cautions; otherwise in their order."""
    return sorted(notices, key=lambda notice: KINDS.index(notice.kind))


def joined_differences(cards: Iterable[Calculator[Any, Any]]) -> tuple[Difference, ...]:
    """Those of the calculators, one for each topic, each when it touches the outputs of its own calculator."""

    def of(card: Calculator[Any, Any], difference: Difference) -> Difference:
        def when(parts: WorksheetParts, outputs: Any) -> bool:
            return any(one.calculator is card and one.touches(difference) for one in parts.evaluations)

        return replace(difference, when=when)

    by_topic: dict[str, Difference] = {}
    for card in cards:
        for difference in card.differences:
            by_topic.setdefault(difference.topic, of(card, difference))
    return tuple(by_topic.values())


def joined_sources(cards: Iterable[Calculator[Any, Any]]) -> tuple[Source, ...]:
    """Each publication once, with what it supports in each calculator."""
    supports: dict[Any, list[str]] = {}
    for card in cards:
        for source in card.sources:
            supports.setdefault(source.reference, []).append(f"{card.title}: {source.supports}")
    return tuple(Source(reference, "; ".join(claims)) for reference, claims in supports.items())


def joined_names(cards: Iterable[Calculator[Any, Any]]) -> str:
    """The line of the formula that says where every rule is."""
    names = "; ".join(f"{card.title} {card.version}" for card in cards)
    return f"Every rule and number is that of the calculator it comes from: {names}."
