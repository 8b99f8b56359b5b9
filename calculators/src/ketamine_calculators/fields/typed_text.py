"""The characters of an entry, before anybody asks what they mean: spaces, full-width signs, and what cannot be seen."""

from dataclasses import dataclass

# Written as numbers, because nobody could check them in the file. Soft hyphens, fillers, zero-width characters, direction
# marks, variation selectors and tags: shown nowhere, and copied along with a number from mail, PDF files and spreadsheets.
_HIDDEN = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x180B, 0x1810),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
    *range(0xE0100, 0xE01F0),
)
_DROPPED = dict.fromkeys(_HIDDEN)
# These show what follows from right to left: 07 would be seen where 70 stands.
_TURNING = tuple(map(chr, (0x202B, 0x202E, 0x2067)))
TURNED = "type this again. A hidden character reverses its order."
# Full-width forms stand in the order of ASCII, as far from it each.
_FULL_WIDTH = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}


@dataclass(frozen=True)
class TypedText:
    """An entry with plain characters. `hid` says that characters which cannot be seen were left out."""

    text: str
    hid: bool
    turned: bool

    @classmethod
    def of(cls, typed: str) -> "TypedText":
        """The entry with one plain space for spaces of every kind, none at its ends, and full-width signs as plain ones."""
        seen = typed.translate(_DROPPED)
        text = " ".join(seen.translate(_FULL_WIDTH).split())
        return cls(text, hid=seen != typed, turned=any(sign in typed for sign in _TURNING))
