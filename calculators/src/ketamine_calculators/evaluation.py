"""One evaluation of a calculator: the inputs, its outputs, and what it says of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from .bands import Bands
from .charts import Chart
from .definition import Calculator, Difference, Notice, Output, Table
from .due import Due
from .errors import InputProblem
from .figures import Chip, Figure
from .onward import Onward
from .proposal import Proposal


@dataclass(frozen=True)
class Evaluation[Inputs, Outputs, Parts = Inputs]:
    """A calculator with exact inputs that go together and its outputs.

    `parts` is what the functions of the card are handed. `about` tells this evaluation from others in a worksheet. `cautions`
    are those of whoever asks, such as that the copy of the site in use is old.
    """

    calculator: Calculator[Inputs, Outputs, Parts]
    inputs: Inputs
    parts: Parts
    outputs: Outputs
    about: str
    cautions: tuple[Notice, ...] = ()

    @property
    def headline(self) -> str:
        """The answer in one sentence, without a full stop."""
        return self.calculator.headline(self.parts, self.outputs)

    @property
    def figure(self) -> Figure:
        """The answer at a glance. No stop stands below a figure that does not show one: its first words become a chip.

        Beside a stop nothing is ticked as good, whatever it says of itself.
        """
        figure = self.calculator.figure(self.parts, self.outputs)
        words = dict.fromkeys(notice.signal for notice in self.warnings if notice.kind == "stop")
        if any(chip.tone == "stop" for chip in figure.chips):
            words = {}
        chips = (*(Chip(word, "stop") for word in words), *figure.chips)
        if any(chip.tone == "stop" for chip in chips):
            chips = tuple(replace(chip, tone="plain") if chip.tone == "good" else chip for chip in chips)
        return replace(figure, chips=chips)

    @property
    def results(self) -> Iterable[tuple[str, Output, object]]:
        """Each output that has a value, with its key."""
        for key, output in self.calculator.output_fields:
            value = getattr(self.outputs, key)
            if value is not None:
                yield key, output, value

    @property
    def texts(self) -> Mapping[str, str]:
        """Numbers that are not shown by themselves, by the keys of their outputs."""
        return self.calculator.texts(self.parts, self.outputs)

    def number(self, key: str, output: Output, value: Fraction | int) -> str:
        """A number of the answer as it is shown, without its unit."""
        return self.texts.get(key) or output.number(value)

    def text(self, key: str, output: Output, value: object) -> str:
        """A value of the answer as the reader sees it."""
        shown = self.texts.get(key)
        return output.text(value) if shown is None else f"{shown} {output.unit}".strip()

    @property
    def working(self) -> Iterable[str]:
        """The formula with this patient's numbers put in, a line each."""
        return self.calculator.working(self.parts, self.outputs)

    @property
    def scales(self) -> Iterable[tuple[Bands, Fraction | int, str]]:
        """Each scale to draw, with the exact value on it and the text for that value."""
        return self.calculator.scales(self.parts, self.outputs)

    @property
    def warnings(self) -> Iterable[Notice]:
        """What the reader must not miss. Cautions of whoever asks stand before the calculator's own, behind every stop."""
        own = list(self.calculator.warnings(self.parts, self.outputs))
        stops = sum(notice.kind == "stop" for notice in own)
        return [*own[:stops], *self.cautions, *own[stops:]]

    @property
    def needed(self) -> list[InputProblem]:
        """What a part of the answer still waits for."""
        return [problem for needs in self.calculator.needs for problem in needs(self.inputs)]

    @property
    def proposed(self) -> Mapping[str, Proposal]:
        """What the form may put into questions that are still blank, by their names."""
        return self.calculator.proposes(self.parts)

    @property
    def due(self) -> Due | None:
        """What is to be done next, in minutes from a start; None where nothing is."""
        return self.calculator.due(self.parts, self.outputs)

    @property
    def onward(self) -> Iterable[Onward]:
        """The forms to go on to, with what they open with."""
        return self.calculator.onward(self.parts, self.outputs)

    @property
    def dangers(self) -> list[str]:
        """Every stop and then every caution, in the words of a record."""
        told = list(self.warnings)
        return [notice.in_record for kind in ("stop", "caution") for notice in told if notice.kind == kind]

    @property
    def tables(self) -> Iterable[Table]:
        """The tables to show."""
        return self.calculator.tables(self.parts, self.outputs)

    @property
    def charts(self) -> Iterable[Chart]:
        """The charts to draw."""
        return self.calculator.charts(self.parts, self.outputs)

    @property
    def double_check(self) -> dict[str, list[Any]] | None:
        """What the sheet to sign says; None where there is none."""
        sheet = self.calculator.double_check
        return sheet.printed(self.parts, self.outputs, [table.label for table in self.tables]) if sheet else None

    def touches(self, difference: Difference) -> bool:
        """Whether a difference between house and literature bears on these outputs."""
        return difference.when(self.parts, self.outputs)


def evaluated[Inputs, Outputs, Parts](
    calculator: Calculator[Inputs, Outputs, Parts],
    inputs: Inputs,
    about: str = "",
    cautions: tuple[Notice, ...] = (),
) -> Evaluation[Inputs, Outputs, Parts]:
    """The evaluation of exact inputs. Without `about` it is told by the calculator's title.

    Raises InvalidInputs when the inputs do not go together.
    """
    parts = calculator.parts_of(inputs)
    return Evaluation(calculator, inputs, parts, calculator.compute(parts), about or calculator.title, cautions)
