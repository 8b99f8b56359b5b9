"""Dose table by weight: what the dose calculator answers for each weight, as a table to print and hang up.

For one preparation: dose, vial, final volume and time. Every cell is the answer of the IV dose calculator for its weight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any

from ..definition import Notice, Output, Table
from ..display import plain
from ..dose_rows import COLUMNS, Row, cells
from ..errors import InputProblem, InvalidInputs
from ..evaluation import Evaluation, evaluated
from ..fields import Choice, Whole
from ..figures import Chip, Figure
from ..house_protocol import HIGHEST_DOSE, PROTOCOL_DOSE, PROTOCOL_MINUTES
from ..house_values import DOSE_ALERT, DRAW_MIN, MINUTES_FAST, RATE_MAX
from ..house_values.beside_literature import in_words
from ..posted_table import PostedTable, check_sum
from ..quantities import HEAVIEST_KG, LIGHTEST_KG, REFUSED_ABOVE_KG, DosePerKg, Minutes
from ..wording import listed, sentence
from ..worksheet import joined_differences, joined_names, joined_sources, question
from . import iv_dose

# Our convention: what stands on one page of A4 or Letter.
MOST_ROWS = USUAL_ROWS = 21
FIRST_KG, STEPS_KG, USUAL_STEP_KG = 40, (1, 2, 5, 10), 5
_AS_THE_CALCULATOR = "The dose calculator takes no other weight."


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """One preparation, and the weights that it is worked out for."""

    dose_mg_per_kg: DosePerKg = PROTOCOL_DOSE
    concentration_mg_ml: Annotated[int, question(iv_dose.Order, "concentration_mg_ml")]
    total_volume_ml: Annotated[Fraction | None, question(iv_dose.Order, "total_volume_ml")] = None
    minutes: Minutes = Fraction(PROTOCOL_MINUTES)
    lightest_kg: Annotated[
        int, Whole(label="Lightest weight", unit="kg", low=LIGHTEST_KG, high=REFUSED_ABOVE_KG, why=_AS_THE_CALCULATOR)
    ] = FIRST_KG
    step_kg: Annotated[int, Choice(label="A row every", unit="kg", options={kg: f"{kg} kg" for kg in STEPS_KG})] = (
        USUAL_STEP_KG
    )
    rows: Annotated[
        int, Whole(label="Rows", low=1, high=MOST_ROWS, why=f"More than {MOST_ROWS} do not stand on one page.")
    ] = USUAL_ROWS

    @property
    def heaviest_kg(self) -> int:
        """The weight of the last row."""
        return self.lightest_kg + self.step_kg * (self.rows - 1)


@dataclass(frozen=True)
class Parts:
    """The preparation with its rows."""

    preparation: Preparation
    rows: tuple[Row, ...]

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """The answers of the dose calculator, in the order of the weights."""
        return [row.answer for row in self.rows if row.answer]

    @cached_property
    def shared(self) -> list[Notice]:
        """The stops and cautions that every weight has in the same words."""
        first, *others = self.rows
        return [notice for notice in first.notices if all(notice in row.notices for row in others)]

    @cached_property
    def printed(self) -> tuple[tuple[str, ...], ...]:
        """Each row as it is printed."""
        return tuple(cells(one, self.shared) for one in self.rows)


@dataclass(frozen=True, kw_only=True)
class Posted:
    """How many rows, which of them have no number or one to check, and the check sum."""

    weights: Annotated[int, Output(label="Weights in the table")]
    without_dose: Annotated[tuple[int, ...], Output(label="Weights without a dose, kg", shown=False)]
    to_check: Annotated[tuple[int, ...], Output(label="Weights with something to check first, kg", shown=False)]
    check_sum: Annotated[str, Output(label="Check sum of the table")]


def order_of(preparation: Preparation, weight: int) -> iv_dose.Order:
    """The infusion as the dose calculator is asked for one weight in kg."""
    return iv_dose.Order(
        weight=Fraction(weight),
        weight_unit="kg",
        dose_mg_per_kg=preparation.dose_mg_per_kg,
        concentration_mg_ml=preparation.concentration_mg_ml,
        total_volume_ml=preparation.total_volume_ml,
        minutes=preparation.minutes,
    )


def row(preparation: Preparation, weight: int) -> Row:
    """What the dose calculator answers for one weight in kg."""
    try:
        return Row(weight, evaluated(iv_dose.CALCULATOR, order_of(preparation, weight)))
    except InvalidInputs as refused:
        return Row(weight, None, " ".join(problem.message for problem in refused.problems))


def parts_of(preparation: Preparation) -> Parts:
    """The rows from the lightest to the heaviest weight."""
    weights = range(preparation.lightest_kg, preparation.heaviest_kg + 1, preparation.step_kg)
    return Parts(preparation, tuple(row(preparation, weight) for weight in weights))


def posted(parts: Parts) -> Posted:
    """What the rows come to."""
    return Posted(
        weights=len(parts.rows),
        without_dose=tuple(one.weight for one in parts.rows if not one.may_be_given),
        to_check=tuple(one.weight for one in parts.rows if one.may_be_given and one.notices),
        check_sum=check_sum(as_text(parts)),
    )


def as_text(parts: Parts) -> str:
    """What the check sum is of: the versions, dose, vial, final volume and time, and each row as it is printed."""
    made = parts.preparation
    volume = "" if made.total_volume_ml is None else plain(made.total_volume_ml)
    entered = (plain(made.dose_mg_per_kg), str(made.concentration_mg_ml), volume, plain(made.minutes))
    versions = (VERSION, iv_dose.CALCULATOR.version)
    return "\n".join("\t".join(line) for line in (versions, entered, *parts.printed))


def volume_of_the_preparation(preparation: Preparation) -> Iterable[InputProblem]:
    """Refuses a vial without a final volume: a table to prepare by has every number."""
    if preparation.total_volume_ml is None and preparation.concentration_mg_ml not in iv_dose.PREMIXED:
        yield InputProblem(
            "total_volume_ml", "Enter the final volume. It stays blank only for what is premixed.", "missing"
        )


def what_the_lightest_is_refused(preparation: Preparation) -> Iterable[InputProblem]:
    """Refuses what no weight can have: another drug, a second dilution, too small a volume for the lightest already."""
    try:
        iv_dose.CALCULATOR.parts_of(order_of(preparation, preparation.lightest_kg))
    except InvalidInputs as refused:
        yield from refused.problems


def weights_of_the_table(preparation: Preparation) -> Iterable[InputProblem]:
    """Refuses rows beyond the weights that the dose calculator takes."""
    if preparation.heaviest_kg > REFUSED_ABOVE_KG:
        yield InputProblem(
            "rows",
            f"The last row would be of {preparation.heaviest_kg} kg, and the dose calculator takes at most "
            f"{REFUSED_ABOVE_KG} kg. Enter fewer rows or smaller steps.",
            "rule",
        )


def range_of(parts: Parts) -> str:
    """The weights and the doses: `40 to 140 kg, 20 to 70 mg`, or that no weight has a dose."""
    made, given = parts.preparation, [one.answer.figure.value for one in parts.rows if one.answer and one.may_be_given]
    doses = f"{given[0]} to {given[-1]} mg" if given else "no weight has a dose"
    return f"{made.lightest_kg} to {made.heaviest_kg} kg, {doses}"


def prepared(parts: Parts) -> str:
    """The preparation in a few words: `0.5 mg/kg from 50 mg/mL to 50 mL, over 40 min`."""
    made = parts.preparation
    volume = ", premixed" if made.total_volume_ml is None else f" to {plain(made.total_volume_ml)} mL"
    return f"{plain(made.dose_mg_per_kg)} mg/kg from {made.concentration_mg_ml} mg/mL{volume}, over {plain(made.minutes)} min"


def headline(parts: Parts, outputs: Posted) -> str:
    """What stops first, then the preparation with its weights and doses."""
    stops = [sentence(notice.in_record) for notice in warnings(parts, outputs) if notice.kind == "stop"]
    return " ".join([*stops, f"{prepared(parts)}: {range_of(parts)}"])


def figure(parts: Parts, outputs: Posted) -> Figure:
    """How many weights the table has, and what is not settled in it."""
    chips = (Chip(f"{len(outputs.to_check)} to check first", "caution"),) if outputs.to_check else ()
    return Figure(str(outputs.weights), "weights", prepared(parts), chips, range_of(parts), ("weights",))


def working(parts: Parts, outputs: Posted) -> Iterable[str]:
    """The sums of the lightest weight, as the dose calculator works them, and what the check sum is of."""
    first = parts.rows[0]
    yield from (f"{first.weight} kg. {line}" for line in (first.answer.working if first.answer else ()))
    yield f"Check sum: CRC-32 of the entries, the versions and every row = {outputs.check_sum}"


def tables(parts: Parts, outputs: Posted) -> Iterable[Table]:
    """A row for each weight."""
    head = ("Weight", *(dict(iv_dose.CALCULATOR.output_fields)[key].label for key in COLUMNS), "Before it is given")
    yield Table(
        f"Ketamine (racemic), IV: {prepared(parts)}", head, tuple(cells(one, parts.shared) for one in parts.rows)
    )


def weights_in_words(weights: Iterable[int]) -> str:
    """`40 kg`, `40 and 45 kg`."""
    return f"{listed([str(weight) for weight in weights], 'and')} kg"


def warnings(parts: Parts, outputs: Posted) -> Iterable[Notice]:
    """What every weight has in common, the weights without a dose or with something to check, and what the table is not."""
    yield from parts.shared
    own = [one for one in parts.rows if any(notice not in parts.shared for notice in one.notices)]
    if outputs.without_dose and not set(parts.shared) & set(parts.rows[0].stops):
        none = weights_in_words(outputs.without_dose)
        yield Notice(
            "stop",
            f"This preparation is not for {none}: the dose calculator stops or refuses it there. The rows say why.",
            rule="dose_table.without_dose",
            short=f"no dose at {len(outputs.without_dose)} of {outputs.weights} weights",
        )
    checked = [one.weight for one in own if one.may_be_given]
    if checked:
        yield Notice(
            "caution",
            f"Read the last cell of the rows of {weights_in_words(checked)} before use.",
            rule="dose_table.to_check",
            short=f"{len(checked)} of {outputs.weights} weights have something to check",
        )
    yield Notice(
        "note",
        "This table is no order and knows no patient; another dose, vial, volume or time needs another table. Each number is the "
        f"answer of {iv_dose.CALCULATOR.title} for exactly that weight: between rows, calculate.",
        calculator="iv_dose",
    )
    yield Notice(
        "note",
        f"Limits: at most {plain(HIGHEST_DOSE)} mg/kg (our protocol). Our own values: dose above {in_words(DOSE_ALERT)}, "
        f"draw-up below {in_words(DRAW_MIN)} and rate above {in_words(RATE_MAX)} are checked; less than "
        f"{in_words(MINUTES_FAST)} stops; above {HEAVIEST_KG} kg a second person confirms the weight.",
    )
    yield Notice(
        "note",
        "Before you rely on a printed table, open its form by the code or the address on it: with the same entries the check "
        "sum must be the same. If it is not, a number, a limit or a version has changed: take the table down.",
    )


VERSION = "1.0"
CALCULATOR = PostedTable(
    id="dose_table",
    title="Dose table by weight",
    summary="What is drawn up and how fast does the pump run at each weight, for one preparation?",
    moment="dose",
    version=VERSION,
    population="Clinics that give racemic ketamine infusions to adults under medical supervision. Off-label. It is for no one "
    "patient, and not for anesthesia, sedation or pain.",
    inputs=Preparation,
    outputs=Posted,
    parts=parts_of,
    compute=posted,
    headline=headline,
    figure=figure,
    working=working,
    tables=tables,
    warnings=warnings,
    rules=(volume_of_the_preparation, what_the_lightest_is_refused, weights_of_the_table),
    formula=(
        f"Weights: from the lightest, a row every {listed([str(kg) for kg in STEPS_KG], 'or')} kg, at most {MOST_ROWS} rows (our "
        "convention)",
        "Each cell is the answer of the dose calculator for its weight.",
        "Check sum: CRC-32 of the entries, the versions and every row as printed. It finds errors of copying, not forgeries.",
        joined_names((iv_dose.CALCULATOR,)),
    ),
    sources=joined_sources((iv_dose.CALCULATOR,)),
    differences=joined_differences((iv_dose.CALCULATOR,)),
    synonyms=("dose chart", "dosing table", "weight chart", "wall chart", "mg/kg table", "quick reference"),
)
