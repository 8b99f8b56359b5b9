"""What a reviewer has read, as a digest: it changes with every word, number and sign, and not with layout alone."""

import hashlib
import re
import unicodedata

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OWN_ID = re.compile(r"(?m)^(#{1,6} .*?)\{[ \t]*#[\w:.-]+[ \t]*\}[ \t]*$")
_HEAD_OF_TABLE = re.compile(r"(?m)^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$")
_ADDRESS_LINE = re.compile(r"(?m)^\[[^\]^][^\]]*\]:[ \t]*<?[./#][^\s:]*>?[ \t]*$")
_OWN_ADDRESS = re.compile(r"(?<!!)(\[[^\[\]]*\])\(<?[^():\s]*>?\)")
# A `>` in front of a number is a sign of the sentence, as in "> 160/100 mmHg".
_LINE_SIGN = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|>[ \t]?(?![ \t]*\d))+")
_EMPHASIS = re.compile(r"(?<![\w*_\\])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_\\])[*_]{1,3}(?![\w*_])")
_EDGE_OF_CELL = re.compile(r"\s*\|\s*")


def text_digest(title: str, excerpt: str, body: str) -> str:
    """The SHA-256 of the words, numbers and signs that readers see; marks of layout and addresses within the site are none."""
    return hashlib.sha256(_words("\n".join((title, excerpt, body))).encode("utf-8", "surrogateescape")).hexdigest()


def _words(text: str) -> str:
    text = _OWN_ID.sub(r"\1", _COMMENT.sub("", unicodedata.normalize("NFC", text)))
    text = _ADDRESS_LINE.sub("", _HEAD_OF_TABLE.sub("", text))
    text = _EMPHASIS.sub("", _LINE_SIGN.sub("", _OWN_ADDRESS.sub(r"\1", text)))
    return " ".join(_EDGE_OF_CELL.sub(" | ", text).split())
