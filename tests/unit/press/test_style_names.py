"""A style sheet names no variable that nothing gives: the rule would fall away in silence."""

import re
from pathlib import Path

WEB = Path(__file__).resolve().parents[3] / "web"
# Of the theme, and the numbers of an answer, which its script writes to the style of a mark.
FROM_ELSEWHERE = re.compile(r"--md-|--place$")


def test_every_variable_without_another_value_is_given_somewhere() -> None:
    sheets = "\n".join(sheet.read_text("utf-8") for sheet in (WEB / "css").glob("*.css"))
    scripts = "\n".join(script.read_text("utf-8") for script in WEB.rglob("*.js"))
    given = set(re.findall(r"(--[\w-]+):", sheets)) | set(re.findall(r'setProperty\("(--[\w-]+)"', scripts))
    named = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert len(named) > 20
    assert sorted(name for name in named - given if not FROM_ELSEWHERE.match(name)) == []
