"""Text in the characters that every records system keeps (ASCII): each other character has one way to be written.

No number changes: signs between numbers stay signs, and nothing is left out that says something. A character that is not in the
table is written as its code point in brackets, so that it is seen to be missing.
"""

import re

_SIGNS = {
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "×": "x",
    "÷": "/",
    "≥": ">=",
    "≤": "<=",
    "±": "+/-",
    "−": "-",
    "–": "-",
    "—": "-",
    "\u2010": "-",
    "\u2011": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "°": " degrees",
    # Never an m2 that a number before it could run into, such as 10².
    "²": "^2",
    "³": "^3",
    "½": " 1/2",
    "¼": " 1/4",
    "¾": " 3/4",
    "™": "(TM)",
    "®": "(R)",
    "©": "(C)",
}
# The sign for micro is no `u`, which has been read as a zero, as a 4 and as cc (ISMP, list of error-prone abbreviations).
_MICRO = "[µ\u03bc]"
_DIGITS = {chr(ord("\uff10") + digit): str(digit) for digit in range(10)}  # those of full width
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " ")
# Spelled the same without its mark, as names are in an index.
_LETTERS = {
    mark: plain
    for plain, marked in {
        "A": "ÀÁÂÃÄÅĀĂĄ", "C": "ÇĆČ", "D": "ĎĐ", "E": "ÈÉÊËĒĖĘĚ", "G": "ĞĢ", "I": "ÌÍÎÏĪĮİ", "L": "ĹĽŁ", "N": "ÑŃŇ",
        "O": "ÒÓÔÕÖØŌŐ", "R": "ŔŘ", "S": "ŚŞŠȘ", "T": "ŢŤȚ", "U": "ÙÚÛÜŪŮŰŲ", "Y": "ÝŸ", "Z": "ŹŻŽ",
        "a": "àáâãäåāăą", "c": "çćč", "d": "ďđ", "e": "èéêëēėęě", "g": "ğģ", "i": "ìíîïīįı", "l": "ĺľł", "n": "ñńň",
        "o": "òóôõöøōő", "r": "ŕř", "s": "śşšș", "t": "ţťț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źżž",
        "AE": "Æ", "OE": "Œ", "ss": "ß", "ae": "æ", "oe": "œ",
    }.items()
    for mark in marked
}  # fmt: skip
TABLE = {**_SIGNS, **_DIGITS, **_SPACES, **_LETTERS}
_TRANSLATED = str.maketrans(TABLE)
_REST = re.compile(r"[^\x00-\x7f]")


def ascii_text(text: str) -> str:
    """The text without a character beyond ASCII. What is ASCII already stays as it is."""
    text = re.sub("≈ ?", "about ", text)
    text = re.sub(f"{_MICRO}g", "mcg", text)
    text = re.sub(_MICRO, "micro", text)
    return _REST.sub(lambda rest: f"[U+{ord(rest[0]):04X}]", text.translate(_TRANSLATED))
