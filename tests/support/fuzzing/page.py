"""What a page reads by itself: the fragment of an address, and a saved file. Its own programs run in Node."""

import json
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).with_name("page_readers.mjs")

FRAGMENT_WORDS = (
    *(
        "#iv_dose?",
        "#",
        "?",
        "&",
        "=",
        "%",
        "%25",
        "%00",
        "%e2%28%a1",
        "+",
        "&v=1.0",
        "&v=",
        "v=1.0&v=2.0",
        "&weight_value=70",
        "&weight_unit=lb",
    ),
    *(
        "&flags=a&flags=b",
        "&trials.0.drug=x",
        "&trials.99999.drug=x",
        "&__proto__=x",
        "&constructor=x",
        "&toString=x",
        "%F0%9F%98%80",
    ),
)
FILE_WORDS = (
    *(
        '"entries":',
        '"format":',
        '"ketamine-association-worksheet"',
        '"formatVersion": 1',
        '"formatVersion": 2',
        '"version": "1.0"',
    ),
    *(
        '["weight","70"],',
        "[[]]",
        "[",
        "]",
        "{",
        "}",
        '"calculator": "course"',
        '"__proto__": {}',
        "null",
        "1e999",
        '"saved": 20260101',
    ),
)


@cache
def fragments() -> Sequence[str]:
    """Fragments as the site makes them, short and with many rows."""
    rows = "&".join(f"trials.{row}.{name}=x%20{row}" for row in range(8) for name in ("drug", "dose", "weeks"))
    return [
        "#iv_dose?weight_value=70&weight_unit=kg&dose_mg_per_kg=0.5&concentration_mg_ml=50&v=1.0",
        "#iv_dose?flags=aneurysmal_vascular_disease&flags=arteriovenous_malformation&v=1.0",
        f"#iv_dose?{rows}&v=1.0",
        "#iv_dose?weight_value=70%2C5&note=%C2%B5g%20%E2%89%A5%2060+%2B",
        "#iv_dose",
        "#a-heading",
        "",
    ]


@cache
def files() -> Sequence[str]:
    """Files as the site saves them."""
    head = {"format": "ketamine-association-worksheet", "formatVersion": 1, "calculator": "course", "version": "1.0"}
    entries = [
        ["weight_value", "70"],
        ["flags", "a"],
        ["flags", "b"],
        *([f"rows.{row}.score", str(row)] for row in range(20)),
    ]
    return [
        json.dumps({**head, "saved": "2026-03-02", "entries": entries}, indent=1),
        json.dumps({**head, "saved": "2026-03-02", "entries": []}),
        json.dumps({**head, "calculator": "infusion", "entries": entries[:2]}),
    ]


@cache
def _node() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        ("node", _PROGRAM), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def _checks(reader: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        node = _node()
        assert node.stdin, "node has no input"
        assert node.stdout, "node has no output"
        # Surrogates that stand alone travel as codes.
        node.stdin.write(json.dumps({"reader": reader, "text": text}) + "\n")
        node.stdin.flush()
        said = json.loads(node.stdout.readline())
        assert said == "held", said

    return check


check_fragment = _checks("fragment")
check_file = _checks("file")
