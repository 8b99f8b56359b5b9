"""Pages are cut into words in the same way as what a reader types: press/site/search_terms.py and web/search/words.js agree."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.site.search_terms import COMMON, counted_terms, terms

PROJECT = Path(__file__).resolve().parents[2]
TEXTS = {
    "0.5 mg/kg, then 140/90.": ["0.5", "mg/kg", "mg", "kg", "140/90"],
    "HAM-D17 and PHQ-9": ["ham", "d17", "phq", "9", "hamd17", "phq9"],
    "Montgomery–Åsberg": ["montgomery", "asberg"],
    "The patient’s 93% at 25°C": ["patient", "93", "25", "c"],
    "IV/IM; e.g. µg": ["iv/im", "iv", "im", "e.g", "ug"],
    "½ of 12-week": ["1/2", "12", "week"],
}
PROGRAM = """
import { compoundsOf, partsOf, wordsOf } from "./web/search/words.js";
const [texts, common] = JSON.parse(process.argv[1]);
const telling = (words) => words.filter((word) => !common.includes(word));
const cut = (text) => [
  ...telling(wordsOf(text).flatMap(({ word }) => [word, ...partsOf(word)])),
  ...compoundsOf(text).map(({ word }) => word),
];
console.log(JSON.stringify(texts.map(cut)));
"""


@pytest.mark.parametrize(("text", "found"), TEXTS.items())
def test_a_text_is_found_by_these_words(text: str, found: list[str]) -> None:
    assert list(terms(text)) == found


@given(st.lists(st.sampled_from([*TEXTS, "the", "-", "/", "PHQ-9's"])).map(" ".join) | st.text(max_size=20))
def test_they_are_counted_as_they_stand(text: str) -> None:
    assert counted_terms(text) == Counter(terms(text))


def test_what_is_typed_is_cut_as_the_pages_are() -> None:
    asked = json.dumps([list(TEXTS), sorted(COMMON)])
    command = ["node", "--input-type=module", "-e", PROGRAM, asked]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == list(TEXTS.values())
