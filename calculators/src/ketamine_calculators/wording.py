"""English for generated sentences: counts, lists, first letters, and the word that somebody probably meant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from fractions import Fraction

_LONGEST = 60  # characters; no name here is longer, and comparing long texts takes long


def closest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that is nearest to a mistyped `word`, capitals aside; None when none is near."""
    folded = {known.casefold(): known for known in words}
    near = get_close_matches(word[:_LONGEST].casefold(), folded, 1)
    return folded[near[0]] if near else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """` Did you mean iv_dose?` to follow the sentence that refuses `word`; empty when nothing is near."""
    near = closest(word, words)
    return f" Did you mean {near}?" if near else ""


def plural(count: Fraction | int, one: str, many: str = "") -> str:
    """The form of a noun that goes with a count: `point` with 1, `points` with any other. `many` is for irregular ones."""
    return one if count == 1 else many or f"{one}s"


def counted(count: int, one: str, many: str = "") -> str:
    """`1 class`, `2 classes`."""
    return f"{count} {plural(count, one, many)}"


def listed(words: Sequence[str], joint: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`; empty without words."""
    return f" {joint} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def lower_first(words: str) -> str:
    """The words with a small first letter."""
    return words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """The words with a capital first letter; unlike `str.capitalize`, what follows stays as it is: `MAO inhibitor`."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words with a full stop, unless they end in a mark already."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def in_sentence(label: str) -> str:
    """A label inside a sentence: `Weight` -> `weight`; names such as `BMI` and `PHQ-9 now` stay."""
    is_name = len(label) > 1 and (label[1].isupper() or label[1].isdigit())
    return label if is_name else lower_first(label)
