"""Calculators placed in pages: is there such a calculator, and does it take these values?"""

from ketamine_calculators import find
from ketamine_calculators.errors import InvalidInputs, UnknownCalculator

from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from .blocks import CalculatorBlock
from .prefill import opens_anyway, preset

RULE = "calculator"


def calculator_problems(block: CalculatorBlock, source: SourceFile) -> list[Problem]:
    """Whatever keeps the block from becoming a form."""
    try:
        calculator = find(block.id)
    except UnknownCalculator as unknown:
        place = block.id_place
        return [
            source.problem(
                place.line,
                place.column,
                RULE,
                str(unknown),
                "Calculator at the desk lists every calculator (so does press calculators, with their inputs).",
            )
        ]
    try:
        preset(calculator.fields, block.values)
    except InvalidInputs as refused:
        problems = []
        for wrong in refused.problems:
            name = wrong.field.split(".")[0]
            place = block.value_places.get(name, block.id_place)
            problems.append(
                source.problem(
                    place.line,
                    place.column,
                    RULE,
                    f"{block.id}, {name}: {wrong.message}",
                    f"The page of the calculator has its inputs and their limits (press calculators {block.id} shows them).",
                )
            )
        return problems
    return [
        source.problem(
            block.value_places[name].line,
            block.value_places[name].column,
            RULE,
            f"{block.id} opens with {name}: {value} anyway.",
            "Leave it out here: when the protocol changes, the form then changes with it.",
            "warning",
        )
        for name, value in opens_anyway(calculator.fields, block.values).items()
    ]
