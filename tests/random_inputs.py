"""Inputs made from the declarations of a calculator: plausible ones, and ones that nobody should send."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import (
    Checklist,
    Choice,
    Day,
    Field,
    ItemScores,
    Kind,
    Number,
    Repeating,
    Several,
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
        values[field.name] = None if field.optional and random.random() < 0.3 else _value(field.spec, random, values)
    return values


def _value(spec: Kind, random: Random, beside: dict[str, Any]) -> Any:
    if isinstance(spec, Whole):
        low, high = _ends(spec)
        return random.choice([int(low), int(high), random.randint(int(low), int(high))])
    if isinstance(spec, Number):
        low, high = _ends(spec)
        places = random.choice([0, 1, 2])
        steps = 10**places
        chosen = Fraction(random.randint(-int(-low * steps // 1), int(high * steps // 1)), steps)
        return float(chosen) if chosen.denominator > 1 else int(chosen)
    if isinstance(spec, Choice):
        return random.choice(list(spec.options))
    if isinstance(spec, YesNo):
        return random.random() < 0.5
    if isinstance(spec, YesNoNotAsked):
        return random.choice([True, False, None])
    if isinstance(spec, Several):
        ticked = random.choice([0, 0.1, 0.4])  # an empty list is an answer too, and the one that rules least refuse
        return [option for option in spec.options if random.random() < ticked]
    if isinstance(spec, ItemScores):
        return [
            None if item.may_be_blank and random.random() < 0.4 else random.randint(0, item.high) for item in spec.items
        ]
    if isinstance(spec, Checklist):
        return {key: random.random() < 0.7 for key in spec.boxes}
    if isinstance(spec, Day):
        return (date(2024, 1, 1) + timedelta(days=random.randint(0, 2000))).isoformat()
    if isinstance(spec, Repeating):
        return [_row(spec.fields, random) for _ in range(random.randint(0, 5))]
    if type(spec).__name__ == "Text":
        return random.choice(["sertraline", "Sertraline", "venlafaxine ", "amitriptyline", "bupropion"])
    raise AssertionError(f"no random inputs for {spec.kind}")


def _ends(spec: Whole | Number) -> tuple[Fraction, Fraction]:
    """The limits, or a workable stretch of them where they are open or very wide."""
    low = spec.low if spec.low is not None else spec.above if spec.above is not None else -200
    high = spec.high if spec.high is not None else 300
    if low <= -1000 and high >= 1000:  # a total of any scale: most scales reach 20
        return Fraction(0), Fraction(20)
    return max(Fraction(low), Fraction(-200)), min(Fraction(high), Fraction(400))
