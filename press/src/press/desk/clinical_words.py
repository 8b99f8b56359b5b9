"""Words on which a treatment can depend: numbers, units, drugs, denials, limits, and what is to be done."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from ketamine_calculators.antidepressants import CLASSES
from ketamine_calculators.drugs.table import PRODUCTS
from ketamine_calculators.other_medicines import AGENTS

NUMBER = r"(?:(?<![\w.,])[−-](?=\d))?\d+(?:[.,]\d+)*|[½¼¾]"
_NUMBER_WORDS = (
    "half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "once",
    "twice", "thrice", "double", "doubled", "halve", "halved", "first", "second", "third",
)  # fmt: skip
_UNITS = (
    "mg", "mcg", "µg", "ug", "ng", "g", "kg", "mL", "ml", "L", "dL", "units", "IU", "mmol", "mEq", "mmHg", "bpm", "%", "mg/kg",
    "s", "min", "h", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "daily", "weekly", "monthly", "hourly", "nightly", "point", "points", "treatment", "treatments",
    "session", "sessions", "infusion", "infusions", "dose", "doses", "spray", "sprays", "tablet", "tablets",
)  # fmt: skip
_DENIALS = (
    "no", "not", "nor", "never", "none", "neither", "nobody", "nothing", "without", "cannot", "except", "unless", "instead",
    "un", "non", "isn't", "aren't", "don't", "doesn't", "didn't", "won't", "shouldn't", "can't", "mustn't", "wasn't", "weren't",
)  # fmt: skip
_LIMITS = (
    "<", ">", "≤", "≥", "±", "~", "≈", "above", "below", "over", "under", "more", "less", "fewer", "least", "most", "up",
    "exceed", "exceeds", "maximum", "minimum", "before", "after", "until", "within", "between", "from", "every", "higher",
    "lower", "raise", "raises", "rise", "rises", "fall", "falls", "increase", "increases", "decrease", "decreases",
    "greater", "smaller", "longer", "shorter", "only", "always", "all", "any", "and", "or", "yes", "left", "right",
)  # fmt: skip
_ACTIONS = (
    "must", "should", "may", "can", "might", "do", "stop", "stops", "stopped", "start", "starts", "hold", "held", "defer",
    "deferred", "continue", "continued", "avoid", "give", "given", "withhold", "pause", "resume", "repeat", "reduce",
    "contraindicated", "indicated", "recommended", "allowed", "safe", "unsafe", "effective", "ineffective",
    "intravenous", "intramuscular", "subcutaneous", "oral", "orally", "sublingual", "intranasal", "nasal", "rectal", "IV", "IM",
)  # fmt: skip
_DRUG_ENDINGS = re.compile(
    r"\w{2,}(?:azepam|azolam|olol|alol|april|opril|sartan|dipine|setron|triptan|oxetine|pramine|triptyline|azole|mycin|"
    r"idone|apine|iprazole|barbital|caine|ketamine|trexone|phylline|navir|amphetamine|phenidate|opioid|morphine|codone|"
    r"fentanil|fentanyl|epam|peridol|lithium|lamotrigine|valproate|clonidine|statin|zepine|promazine)s?",
    re.IGNORECASE,
)
_KINDS = {"number": _NUMBER_WORDS, "unit": _UNITS, "denial": _DENIALS, "limit": _LIMITS, "instruction": _ACTIONS}
_WORD = re.compile(rf"{NUMBER}|[^\W\d_]+(?:['’][^\W\d_]+)?|[<>≤≥±~≈%½¼¾−]")
_QUANTITY = re.compile(rf"({NUMBER})[ \u00a0\u202f-]*((?:%|[^\W\d_]+)(?:/(?:%|[^\W\d_]+|\d+[^\W\d_]*))*)?")


def clinical_words(text: str) -> Counter[tuple[str, str]]:
    """How often each such word stands in a text, with its kind: number, unit, drug, denial, limit or instruction."""
    found: Counter[tuple[str, str]] = Counter()
    for word in _WORD.findall(text):
        if kind := _kind_of(word):
            # Of mg and Mg one may be a misprint of the other; of Not and not neither is.
            found[kind, word if kind == "unit" and len(word) <= 4 else word.lower().replace("’", "'")] += 1
    return found


def quantities(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often each number stands in these texts, with the word behind it."""
    return Counter(
        (number, unit if unit in _units() else "") for text in texts for number, unit in _QUANTITY.findall(text)
    )


@cache
def _kind_of(word: str) -> str:
    if re.fullmatch(NUMBER, word):
        return "number"
    if word in _by_word():
        return _by_word()[word]
    small = word.lower().replace("’", "'")
    if small in _drugs() or _DRUG_ENDINGS.fullmatch(word):
        return "drug"
    return _by_word().get(small, "")


@cache
def _by_word() -> dict[str, str]:
    return {word: kind for kind, words in reversed(_KINDS.items()) for word in words}


@cache
def _units() -> frozenset[str]:
    simple = frozenset(_UNITS)
    return simple | {f"{one}/{other}" for one in simple for other in ("kg", "h", "min", "mL", "day", "week", "dL", "L")}


@cache
def _drugs() -> frozenset[str]:
    """Every drug and class of drugs that the calculators know, in small letters."""
    names = {name for product in PRODUCTS.values() for name in (product.generic, *product.names)}
    phrases = [*names, *CLASSES, *AGENTS.values()]
    words = {word.lower() for phrase in phrases for word in re.findall(r"[^\W\d_]{3,}", phrase)}
    return frozenset(words - _NO_DRUGS)


_NO_DRUGS = frozenset(
    {
        "and",
        "another",
        "blood",
        "class",
        "depot",
        "included",
        "inhibitor",
        "injection",
        "medicine",
        "mouth",
        "or",
        "other",
    }
    | {"inducer", "juice", "pressure", "such", "tricyclic", "with"}
)
"""Words of those names that name no drug."""
