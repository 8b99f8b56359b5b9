"""From a name as somebody wrote it to the product it means. Only exact names are taken; a near one is offered, never used."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..wording import listed
from .product import Product
from .table import PRODUCTS

# Words after a name that do not tell drugs apart. The salt of bupropion does: its product has the salt in its name.
SALTS = frozenset(
    (
        *("hydrochloride", "hcl", "hydrobromide", "hbr", "besylate", "maleate", "mesylate", "mesilate"),
        *("carbonate", "fumarate", "oxalate", "pamoate", "sodium", "succinate", "sulfate", "sulphate"),
    )
)
LONG_FORMS = {
    "extended release": "er",
    "prolonged release": "pr",
    "sustained release": "sr",
    "controlled release": "cr",
    "immediate release": "ir",
}
FORMS = frozenset(("er", "xr", "xl", "sr", "cr", "ir", "pr", "la"))

# How a strength and its form are written after a name: "50 mg", "75mg capsules", "100 daily".
STRENGTH = re.compile(r"\d+(?:mg|mcg|g)?")
DOSE_WORDS = frozenset(
    ("mg", "mcg", "g", "daily", "day", "od", "bd", "tablet", "tablets", "tab", "capsule", "capsules", "cap")
)

# The accents of European spellings. The tables of Unicode are too large for the browser's Python to bring.
ACCENTS = str.maketrans("áàâäãåçéèêëíìîïñóòôöõúùûüý", "aaaaaaceeeeiiiinooooouuuuy")

# A near name is offered from this many letters on, up to this many slips away.
FEWEST_LETTERS, MANY_LETTERS = 5, 8
FEW_SLIPS, MORE_SLIPS = 1, 2

_PER_SESSION = "{} is given by the session and not by the day. It is no trial of this table."
_NO_ANTIDEPRESSANT = "{} is no antidepressant drug and is not counted. If it was added to one, enter that one."
AUGMENTING = (
    *(
        "Lithium",
        "Aripiprazole",
        "Abilify",
        "Brexpiprazole",
        "Rexulti",
        "Cariprazine",
        "Vraylar",
        "Olanzapine",
        "Zyprexa",
    ),
    *("Quetiapine", "Seroquel", "Risperidone", "Risperdal", "Lamotrigine", "Lamictal", "Buspirone", "Liothyronine"),
    *("Thyroid hormone", "Methylphenidate", "Modafinil", "ECT", "TMS", "rTMS", "VNS", "Psychotherapy"),
)
_OTHER_BRAND = "{} may have been given for something else than depression. If it was for depression, enter {}."
ASKED_FIRST: Mapping[str, tuple[str, str]] = {
    # Each name with the drug in it, or nothing, and what to do about it.
    **{name.lower(): ("", _PER_SESSION.format(name)) for name in ("Esketamine", "Ketamine", "Spravato")},
    **{name.lower().replace(" ", ""): ("", _NO_ANTIDEPRESSANT.format(name)) for name in AUGMENTING},
    **{
        name.lower(): (
            "selegiline",
            "Only the selegiline patch (Emsam) is in the table. If it was the patch, enter Emsam.",
        )
        for name in ("Selegiline", "Deprenyl", "Eldepryl", "Jumex", "Zelapar")
    },
    **{
        name.lower(): (drug, _OTHER_BRAND.format(name, drug))
        for name, drug in (
            ("Sarafem", "fluoxetine"),
            ("Savella", "milnacipran"),
            ("Silenor", "doxepin"),
            ("Zyban", "bupropion SR"),
        )
    },
    "prozacweekly": (
        "fluoxetine",
        "Prozac Weekly is not taken daily. Enter fluoxetine with a daily dose, or judge it by hand.",
    ),
    "fluoxetineweekly": (
        "fluoxetine",
        "Weekly fluoxetine is not taken daily. Enter fluoxetine with a daily dose, or judge it by hand.",
    ),
    # FDA, 30 July 2015: the two names were mistaken for each other about fifty times.
    "brilinta": ("", "Brilinta is ticagrelor, no antidepressant. Check whether Brintellix (vortioxetine) was meant."),
}


def folded(name: str) -> str:
    """The letters and figures of a name in small letters: capitals, accents, spaces and hyphens do not count."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    plain = name.casefold().translate(ACCENTS)
    words = " ".join(re.findall(r"[^\W_]+", plain))
    for long, short in LONG_FORMS.items():
        words = words.replace(long, short)
    return words.split()


@cache
def _by_name() -> Mapping[str, Product]:
    return {folded(name): product for product in PRODUCTS.values() for name in product.names}


def every_name() -> tuple[str, ...]:
    """Each generic name, brand and other spelling once, for a search."""
    names = dict.fromkeys(name for product in PRODUCTS.values() for name in (product.generic, *product.names))
    return tuple(names)


def product_of(name: str) -> Product | None:
    """The product that has exactly this name, brand or generic, with or without salt, form and strength; None for no such one.

    Two names in one, as in `venlafaxine (Effexor)`, are taken when both are names of one drug.
    """
    words = _without_strength(name)
    for written in (words, [word for word in words if word not in SALTS]):
        if product := _by_name().get("".join(written)) or _by_form(written):
            return product
    parts = [part for part in re.split(r"[()\[\]]", name) if set(_without_strength(part)) - FORMS]
    found = [product_of(part) for part in parts] if len(parts) > 1 else []
    known = {product.key: product for product in found if product}
    if not found or None in found or len({one.generic for one in known.values()}) > 1:
        return None
    # One of the names may say the form or the salt, as in `venlafaxine (Effexor XR)`. Two of these are no answer.
    said = [one for one in known.values() if one.key != one.generic] or list(known.values())
    return said[0] if len(said) == 1 else None


def _by_form(words: list[str]) -> Product | None:
    *name, form = words or [""]
    base = _by_name().get("".join(name))
    if base is None or form not in FORMS or (base.forms and form not in base.forms):
        return None
    if base.name != base.generic:
        return base
    # A form that the table does not set apart leaves the drug as it is.
    same = (product for product in PRODUCTS.values() if product.generic == base.generic and form in product.forms)
    return next(same, base)


def drug_of(name: str) -> str:
    """What tells drugs apart: the generic name, or the name as written where the table has none."""
    product = product_of(name)
    if product:
        return product.generic
    inside, _ = ASKED_FIRST.get(_asked(name), ("", ""))
    known = product_of(inside)
    return known.generic if known else inside or " ".join(name.casefold().split())


def is_no_antidepressant(name: str) -> bool:
    """Whether a name is that of something else than an antidepressant taken daily, as of ketamine, lithium or ECT."""
    return _asked(name) in ASKED_FIRST and not ASKED_FIRST[_asked(name)][0]


def _asked(name: str) -> str:
    return "".join(word for word in _without_strength(name) if word not in SALTS)


def _without_strength(name: str) -> list[str]:
    return [word for word in _words(name) if not STRENGTH.fullmatch(word) and word not in DOSE_WORDS]


def asked_first(name: str) -> str:
    """What has to be settled before a trial with this name can be judged; empty for most names."""
    return ASKED_FIRST.get(_asked(name), ("", ""))[1]


def near_names(name: str) -> list[str]:
    """What a name that is in no table may have been meant as: one name for each drug, the nearest first."""
    written = folded(name)
    slips = 0 if len(written) < FEWEST_LETTERS else MORE_SLIPS if len(written) >= MANY_LETTERS else FEW_SLIPS
    if not slips or product_of(name) or asked_first(name):
        return []
    near: dict[str, tuple[int, str]] = {}
    for known in (*_by_name(), *ASKED_FIRST):
        distance = slips_between(written, known, slips)
        if distance <= slips:
            drug, words = _offered(known)
            if distance < near.get(drug, (slips + 1, ""))[0]:
                near[drug] = (distance, words)
    return [words for _, words in sorted(near.values())]


def _offered(known: str) -> tuple[str, str]:
    """The drug that a known name means, and the words by which it is offered."""
    if product := _by_name().get(known):
        return product.generic, _with_generic(known, product)
    drug, _ = ASKED_FIRST[known]
    return drug or known, known


def _with_generic(known: str, product: Product) -> str:
    written = next(name for name in product.names if folded(name) == known)
    return f"{written} ({product.generic})" if written in product.brands else written


def did_you_mean(name: str) -> str:
    """` Did you mean sertraline?` to follow a sentence; empty when nothing is near."""
    near = near_names(name)
    return f" Did you mean {listed(near)}?" if near else ""


def slips_between(one: str, other: str, most: int) -> int:
    """Letters left out, added, mistaken or swapped with the next; what is more than `most` is only said to be more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        last, row = row, list(_next_row(one, other, place, letter, row, before))
        before = last
        # Each row comes from the two before it, and nothing in it is less than the least of them.
        if min(before) > most < min(row):
            return most + 1
    return row[-1]


def _next_row(one: str, other: str, place: int, letter: str, row: list[int], before: list[int]) -> Iterator[int]:
    left = place
    yield left
    for at, beside in enumerate(other, 1):
        left = min(left + 1, row[at] + 1, row[at - 1] + (letter != beside))
        if place > 1 < at and letter == other[at - 2] and one[place - 2] == beside:
            left = min(left, before[at - 2] + 1)
        yield left
