"""What an article's Markdown holds, counted line by line, without any Markdown parser."""

import re
from collections import Counter

ITEM = re.compile(r"^(?P<indent> *)(?P<marker>[-*+]|\d+[.)])\s+(?P<words>.*)$")
TASK = re.compile(r"^\[[ xX]\]\s")
HEADING = re.compile(r"^(#{1,6})\s")
QUOTED = re.compile(r"^(?:> ?)+")
FENCE = re.compile(r"^\s*(```+|~~~+)")


def body_lines(markdown: str) -> list[str]:
    """The lines that are Markdown: neither front matter nor fenced blocks."""
    lines = markdown.split("\n")
    end = lines.index("---", 1)
    kept, inside = [], False
    for line in lines[end + 1 :]:
        if FENCE.match(line):
            inside = not inside
        elif not inside:
            kept.append(line)
    return kept


def counted(markdown: str) -> Counter[str]:
    """How many of each element a reader must see."""
    count: Counter[str] = Counter()
    open_lists: list[tuple[int, str]] = []
    in_table = False
    for line in body_lines(markdown):
        line = QUOTED.sub("", line)
        found = ITEM.match(line)
        if found:
            indent, kind = len(found["indent"]), "ul" if found["marker"] in "-*+" else "ol"
            while open_lists and open_lists[-1][0] > indent:
                open_lists.pop()
            if not open_lists or open_lists[-1] != (indent, kind):
                open_lists.append((indent, kind))
                count[kind] += 1
            count["li"] += 1
            count["task"] += bool(TASK.match(found["words"]))
        elif line.strip() and not line.startswith(" "):
            open_lists = []
        if line.startswith("|"):
            count["table"] += not in_table
            count["row"] += not re.fullmatch(r"[|:\- ]+", line)
            in_table = True
        else:
            in_table = False
        if heading := HEADING.match(line):
            count[f"h{len(heading[1])}"] += 1
    return count
