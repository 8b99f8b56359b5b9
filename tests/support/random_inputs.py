"""Inputs made from the declarations of a calculator: plausible ones, and ones that nobody should send."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ketamine_calculators.definition import Calculator
from ketamine_calculators.drugs.question import Antidepressant
from ketamine_calculators.fields import (
    Checklist,
    Choice,
    Clock,
    Day,
    Field,
    ItemScores,
    Kind,
    Number,
    Repeating,
    Several,
    Text,
    Whole,
    YesNo,
    YesNoNotAsked,
)

HOSTILE: list[Any] = [
    None,
    True,
    False,
    "",
    " ",
    "1,5",
    "70 stone",
    "NaN",
    "٣",
    "７０",
    "<script>",
    "SSRI\x00",
    "ＳＳＲＩ",
    float("nan"),
    float("inf"),
    float("-inf"),
    -0.0,
    1.5,
    5e-324,
    1e308,
    10**400,
    -(10**400),
    2**63,
    Decimal("NaN"),
    Decimal("1E+999999"),
    Decimal("1E-999999"),
    [],
    {},
    [None],
    [[]],
    [True, False],
    ["ssri"],
    {"a": 1},
    [0] * 40,
    [{"drug": 1}],
    b"70",
    object(),
    date(1, 1, 1),
    date(9999, 12, 31),
]


def plausible(calculator: Calculator[Any, Any], random: Random) -> dict[str, Any]:
    """Inputs that each keep to their own limits; together they may still be refused by a rule."""
    return _row(calculator.fields, random)


def hostile(calculator: Calculator[Any, Any], random: Random) -> dict[Any, Any]:
    """Plausible inputs with some of them replaced, left out or added."""
    values: dict[Any, Any] = plausible(calculator, random)
    for _ in range(random.randint(1, 3)):
        act = random.randrange(4)
        name = random.choice([field.name for field in calculator.fields])
        if act == 0:
            values.pop(name, None)
        elif act == 1:
            values[random.choice(["extra", "WEIGHT", "__class__", "", 7, None, name.upper() + "٣"])] = 1
        elif act == 2 and isinstance(values.get(name), list):
            values[name] = [*values[name], random.choice(HOSTILE)]
        else:
            values[name] = random.choice(HOSTILE)
    return values


def _row(fields: tuple[Field, ...], random: Random) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields:
        asked = field.spec.asked_when
        if not field.required and (random.random() < 0.3 or (asked and values.get(asked[0]) not in asked[1])):
            continue
        values[field.name] = None if field.optional and random.random() < 0.3 else _value(field.spec, random)
    return values


def _value(spec: Kind, random: Random) -> Any:
    return OF_KIND[type(spec)](spec, random)


def _whole(spec: Whole, random: Random) -> int:
    low, high = map(int, _ends(spec))
    return random.choice([low, high, random.randint(low, high)])


def _number(spec: Number, random: Random) -> int | float:
    low, high = _ends(spec)
    steps = 10 ** random.choice([0, 1, 2])
    chosen = Fraction(random.randint(-int(-low * steps // 1), int(high * steps // 1)), steps)
    return float(chosen) if chosen.denominator > 1 else int(chosen)


def _several(spec: Several, random: Random) -> list[str]:
    ticked = random.choice([0, 0.1, 0.4])  # an empty list is an answer too, and the one that rules least refuse
    return [option for option in spec.options if random.random() < ticked]


def _item_scores(spec: ItemScores, random: Random) -> list[int | None]:
    return [
        None if item.may_be_empty and random.random() < 0.4 else random.randint(0, item.high) for item in spec.items
    ]


# A kind that is not here has no random inputs, and the tests that draw them fail until it has.
OF_KIND: dict[type[Kind], Callable[[Any, Random], Any]] = {
    Whole: _whole,
    Number: _number,
    Choice: lambda spec, random: random.choice(list(spec.options)),
    Antidepressant: lambda spec, random: random.choice([*spec.options, "Zoloft", "Effexor XR", "melitracen"]),
    YesNo: lambda spec, random: random.random() < 0.5,
    YesNoNotAsked: lambda spec, random: random.choice([True, False, None]),
    Several: _several,
    ItemScores: _item_scores,
    Checklist: lambda spec, random: {key: random.random() < 0.7 for key in spec.boxes},
    Clock: lambda spec, random: f"{random.randint(0, 23):02}:{random.randint(0, 59):02}",
    Day: lambda spec, random: (date(2024, 1, 1) + timedelta(days=random.randint(0, 2000))).isoformat(),
    Repeating: lambda spec, random: [_row(spec.fields, random) for _ in range(random.randint(0, 5))],
    Text: lambda spec, random: random.choice(
        ["sertraline", "Sertraline", "venlafaxine ", "amitriptyline", "bupropion"]
    ),
}


def _ends(spec: Whole | Number) -> tuple[Fraction, Fraction]:
    """The limits, or a workable stretch of them where they are open or very wide."""
    low = spec.low if spec.low is not None else spec.above if spec.above is not None else -200
    high = spec.high if spec.high is not None else 300
    if low <= -1000 and high >= 1000:  # a total of any scale: most scales reach 20
        return Fraction(0), Fraction(20)
    return max(Fraction(low), Fraction(-200)), min(Fraction(high), Fraction(400))
