"""Coverage inputs: questions of every kind that a page can ask, to find out which functions of the browser's Python they call.

What counts is that as much as possible happens. A question of a kind that is missing here costs the reader a second start:
see slim_core.py. So a new way of asking the calculators belongs here as well.

`python -m press.runtime.coverage_inputs FOLDER` prints them, with the edges that expected_answers.py has written there.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import inf, nan
from pathlib import Path
from typing import Any

from ketamine_calculators.antidepressants import CLASSES
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import texts_of
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.registry import every, worksheets

from .reference_answers import questions

# What people type, paste and mistype, and numbers of every size and form.
TEXTS = (
    *("", " ", "0", "-0", "1", "-1", "+5", "7", "12.5", "1,5", ".5", "5.", " 70 ", "70 kg"),
    *("1e5", "1E-7", "1_000", "0x10", "99", "250", "100000", "1e400", "1e-400", "9" * 400),
    *("123456789012345678901234567890", "0.1234567890123456789", "nan", "inf", "½", "٣"),
    *("\uff17\uff10", "−5", "\u00a070", "70\u2009000", "<b>&amp;", "é", "日本", "😀", "\x00", "a\nb"),
    *("70.125", "70.1250", "1.234,5", "70 70", "-1234567,25", "\u200b70 Kg.", "\u202e07", "2026\u201103\u201102"),
    *("154 lb 3 oz", "11 st 2", "11.5 st", "5'9\"", "5 ft 12 in", "1 h 30", "120 mm Hg"),
    *("70 µg", "70 кг", "70 公斤", "70 ΛΊΒΡΕΣ", "70 İ", "70😀", "70 😀h"),
    # Python keeps a text in one, two or four bytes a character, by its widest; and what is too long is cut.
    *(narrow * 30 + wide * 30 for narrow in "xé日😀" for wide in "xé日😀"),
    *("none", "yes", "no", "not_asked"),
    *("2026-03-02", "2024-02-29", "2026-02-30", "0001-01-01", "9999-12-31", "2.3.2026"),
)
# What a page never sends, and a program might.
VALUES: tuple[Any, ...] = (
    *(None, True, "1", 0, -1, 1.5, 1e308, inf, -inf, nan, 10**30),
    *([], [1], ["a", None], {}, {"a": True}, [{}], [{"a": 1}]),
)
# Names of drugs as people write them: brands, near misses, combinations, and drugs that are in no table.
NAMES = ("Zoloft", "sertraline ", "bupropion", "Auvelity", "sertralin", "Brilinta", "Zolóft", "unheard-of")
CALENDAR = "ics"
OLD_COPY = {
    "text": "This copy of the site was last found to be the newest on 2026-01-02, 91 days ago.",
    "short": "91 days",
}
# The number of a row or of an item in the name of an entry: `trials.0.drug`.
PLACE_IN_NAME = re.compile(r"\.\d+")
DAY, MARK = "2026-03-02", "20260302T101500Z"
# What is asked with a record besides.
KINDS: Mapping[str, Mapping[str, Any]] = {
    "line": {"ascii": True},
    "note": {"ascii": True},
    CALENDAR: {"stamp": MARK, "appointment": {"time": "10:30", "hours": 2, "reminder": "day"}},
}

Entries = list[list[str]]


def coverage_inputs(edges: Mapping[str, Sequence[Entries]]) -> Iterator[str]:
    """The reference questions; each example as typed, and for each record; the fullest with each entry spoilt; the edges.

    `edges` has the entries of each edge by the calculator's id: they take long to find, and are found once a build.
    """
    yield from questions()
    for calculator in (*every(), *worksheets()):
        forms = [(example.inputs, _typed(calculator, example.inputs)) for example in calculator.examples]
        for _, entries in forms:
            yield _asked(calculator, entries=entries)
            yield _asked(calculator, entries=entries, notices=[OLD_COPY])
            for notices in ([], [OLD_COPY]):
                for record in (*RECORDS, CALENDAR):
                    yield _asked(
                        calculator,
                        entries=entries,
                        notices=notices,
                        record=record,
                        day=DAY,
                        mark=MARK,
                        **KINDS.get(record, {}),
                    )
            yield from _read_again(calculator, entries)
            yield _asked(calculator, complete=entries[:1])
        values, entries = max(forms, key=lambda form: len(form[1]))
        yield from _spoilt(calculator, entries)
        for field in calculator.fields:
            for value in VALUES:
                yield _asked(calculator, values={**values, field.name: value})
        # What a check in the reader's browser asks: it must not need a second start.
        yield from (_asked(calculator, entries=entries) for entries in edges.get(calculator.id, ()))
        for example in calculator.examples:
            yield from _with_drugs(calculator, example.inputs)
    yield from (json.dumps({"read": text}, ensure_ascii=False) for text in TEXTS)
    yield from (json.dumps(None), "", "{", json.dumps({"calculator": 1}), json.dumps({"calculator": "iv_dose"}))


def _typed(calculator: Calculator[Any, Any], inputs: Mapping[str, object]) -> Entries:
    texts = texts_of(calculator.fields, inputs)
    return [[name, text] for name, several in texts.items() for text in several]


def _read_again(calculator: Calculator[Any, Any], entries: Entries) -> Iterator[str]:
    """Each record of an example, whole, cut short and spoilt, as somebody pastes it who wants to check an answer."""
    for record in RECORDS:
        reply = json.loads(answer(_asked(calculator, entries=entries, record=record, day=DAY)))
        text = reply.get("record", "")
        for pasted in (
            text,
            text[: len(text) // 2],
            text.replace(": ", " = "),
            f"{text}\n{text}",
            text.replace("1", "é"),
        ):
            yield json.dumps({"read": pasted}, ensure_ascii=False)


def _spoilt(calculator: Calculator[Any, Any], entries: Entries) -> Iterator[str]:
    yield _asked(calculator, entries=[*entries, ["extra", "1"]], record="note", day="yesterday")
    # Rows and items are read alike, so the first and the last of them stand for all.
    alike = [PLACE_IN_NAME.sub("", name) for name, _ in entries]
    for place, (name, _) in enumerate(entries):
        before, after = entries[:place], entries[place + 1 :]
        yield _asked(calculator, entries=before + after)
        between = alike[place] in alike[:place] and alike[place] in alike[place + 1 :]
        for text in () if between else TEXTS:
            yield _asked(calculator, entries=[*before, [name, text], *after])
            if "," in text:
                yield _asked(calculator, entries=[*before, [name, text], *after], decimal_comma=True)


def _with_drugs(calculator: Calculator[Any, Any], values: Mapping[str, Any]) -> Iterator[str]:
    """Each name with each class beside another drug, where rows tell of drugs; the second row after a worsening."""
    for name, rows in values.items():
        if not isinstance(rows, list) or not rows or not isinstance(rows[0], dict) or "drug" not in rows[0]:
            continue
        for drug in NAMES:
            for drug_class in CLASSES:
                told = {**rows[0], "drug": drug}
                told |= {"drug_class": drug_class} if "drug_class" in told else {}
                other = {**told, "drug": NAMES[2], "current_episode": False}
                other |= {"improvement_pct": -137.54} if "improvement_pct" in told else {}
                yield _asked(calculator, values={**values, name: [told]})
                yield _asked(calculator, values={**values, name: [told, other, told]})


def _asked(calculator: Calculator[Any, Any], **words: object) -> str:
    # As JSON.stringify writes it.
    return json.dumps({"calculator": calculator.id, **words}, default=str, ensure_ascii=False)


def _edges_in(folder: Path) -> dict[str, list[Entries]]:
    """The entries of each edge, as expected_answers.py has written them."""
    written = (json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json")))
    return {one["calculator"]: [row["entries"] for row in one["rows"]] for one in written}


if __name__ == "__main__":
    # What is asked twice calls the same functions.
    json.dump(list(dict.fromkeys(coverage_inputs(_edges_in(Path(sys.argv[1]))))), sys.stdout)
