"""Signs of clinical writing that Markdown would take for its own, at places where no editor can mean markup.

Each is shown as it was typed: `- > 160/100 mmHg`, `>= 18 years`, `0.5~1.0 mg/kg over 40~60 min`, `0.5*70*2`, `- - 3.2 points`.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block, reference
from markdown_it.rules_inline import StateInline

_MORE_THAN = re.compile(r">[ \t]?(?:=|[~≈±]? ?(?!\d{1,9}[.)][ \t])\d|[+−-]\d|\.\d)")
_LIST_SIGN = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_MAY_BEGIN_A_LIST = frozenset("-+*0123456789")
_ADDRESS = re.compile(r"\[[^\]]+\]:[ \t]*(?:[<#/.]|(?!\d)\S*[/#:]|\S+\.[a-z]{2,})", re.IGNORECASE)
_OF_A_FORMULA = re.compile(r"(?<=\d)\*(?=[\w(\[])|(?<=/)\*(?=\d)|(?<=[\w)\]%])\*(?=\d)|(?<=\d)~~(?=\d)")
_STAR_OR_TILDE = frozenset("*~")


def keep_signs(md: MarkdownIt) -> None:
    """Let the rules of the parser leave these signs alone. To be called when every plugin is in use."""
    md.options["strikethrough_single_tilde"] = False
    deflist = dict(zip(md.block.ruler.get_active_rules(), md.block.ruler.getRules(""), strict=True))["deflist"]

    def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        below = start if silent else start + 1
        if not silent and below < end and state.isEmpty(below):
            below += 1
        return not (below < end and _sign(state, below) == "~") and deflist(state, start, end, silent)

    md.block.ruler.at("blockquote", _quotation, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("reference", _address, {"alt": []})
    md.block.ruler.at("deflist", definitions, {"alt": ["paragraph", "reference", "blockquote"]})
    md.inline.ruler.before("strikethrough", "sign", _formula)


def is_more_than(line: str) -> bool:
    """Whether a line begins with a greater-than sign and a number, so that no quotation need be meant."""
    return _MORE_THAN.match(line) is not None


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """No quotation, when it begins on the line of a list's sign, or when each of its lines is "more than" a number."""
    if _sign(state, start) != ">" or _behind_list_sign(state, start):
        return False
    if silent and _is_more_than(state, start - 1):
        return False  # the lines were judged together, at the first of them
    line = start
    while line < end and _sign(state, line) == ">":
        if not _is_more_than(state, line):
            return blockquote(state, start, end, silent)
        line += 1
    return False


def _is_more_than(state: StateBlock, line: int) -> bool:
    return line >= 0 and _MORE_THAN.match(state.src, _start(state, line)) is not None


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """No list that begins on the line of another list's sign: the second sign belongs to the words."""
    return (
        _sign(state, start) in _MAY_BEGIN_A_LIST
        and not _behind_list_sign(state, start)
        and list_block(state, start, end, silent)
    )


def _address(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[Max]: 40mg` gives a link no address, since 40mg is none."""
    return (
        _sign(state, start) == "["
        and _ADDRESS.match(state.src, _start(state, start), state.eMarks[start]) is not None
        and reference(state, start, end, silent)
    )


def _formula(state: StateInline, silent: bool) -> bool:
    """A star between numbers multiplies, and two tildes between numbers are a range."""
    if state.src[state.pos] not in _STAR_OR_TILDE:
        return False
    found = _OF_A_FORMULA.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _behind_list_sign(state: StateBlock, line: int) -> bool:
    """Whether the words of this line begin behind the sign of a list."""
    at = _start(state, line)
    return _LIST_SIGN.match(state.src, state.src.rfind("\n", 0, at) + 1, at) is not None


def _start(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _sign(state: StateBlock, line: int) -> str:
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1]
