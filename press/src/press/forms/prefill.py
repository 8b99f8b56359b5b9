"""What a form opens with, from the values that an article sets."""

from collections.abc import Mapping

from ketamine_calculators.errors import InputProblem, InvalidInputs
from ketamine_calculators.fields import Field, Texts, texts_of


def preset(fields: tuple[Field, ...], values: Mapping[str, object]) -> Texts:
    """The texts of a form that opens with these values. Raises InvalidInputs for a name or value that it cannot hold."""
    names = {field.name: field for field in fields}
    problems = [
        InputProblem(name, f"There is no input “{name}”. The inputs are {', '.join(names)}.")
        for name in values
        if name not in names
    ]
    for name, value in values.items():
        if name in names and not (value is None and names[name].optional):
            try:
                names[name].spec.check(name, value, values)
            except InvalidInputs as refused:
                problems += refused.problems
    if problems:
        raise InvalidInputs(problems)
    return texts_of(fields, values)


def opens_anyway(fields: tuple[Field, ...], values: Mapping[str, object]) -> Mapping[str, object]:
    """Those of valid values that the form would open with by itself."""
    defaults = {field.name: field for field in fields if not (field.required or field.optional)}
    return {
        name: value
        for name, value in values.items()
        if name in defaults and defaults[name].spec.check(name, value, values) == defaults[name].default
    }
