"""Tests wait for what a page says, never for luck, and leave selectors to page objects: read from their own sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
# A host that is made slow has to wait, and a benchmark measures time.
MAY_SLEEP = {TESTS / "support" / "serving.py", *(TESTS / "bench").rglob("*.py")}
SOURCES = sorted({*TESTS.rglob("*.py")} - MAY_SLEEP)
IN_BROWSERS = sorted((TESTS / "e2e").rglob("*.py"))

SLEEPS = {"sleep", "wait_for_timeout"}
CLOCKS = {"monotonic", "perf_counter", "time"}
FAILURES = {"AssertionError", "BaseException", "Error", "Exception", "TimeoutError"}
# What asks the page by the names of its parts.
ASKS_BY_SELECTOR = {"locator", "wait_for_function", "wait_for_selector", "query_selector", "query_selector_all"}
THEME = (".md-", "data-md-")


def called(node: ast.AST) -> str:
    """The name of the function or method that a node calls."""
    function = node.func if isinstance(node, ast.Call) else None
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def text(node: ast.AST) -> str:
    """The text that a node is, if it is one."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def sleeps(tree: ast.AST) -> Iterator[ast.AST]:
    """Waiting for a time, or for a network that happens to be quiet."""
    for node in ast.walk(tree):
        given = [*node.args, *(keyword.value for keyword in node.keywords)] if isinstance(node, ast.Call) else []
        if called(node) in SLEEPS or "networkidle" in map(text, given):
            yield node


def retries(tree: ast.AST) -> Iterator[ast.AST]:
    """A loop that ends when something has worked, or goes on when it has not; a plugin that runs a test again."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.While):
            inside = [inner for part in node.body for inner in ast.walk(part)]
            tries = (
                waits(node.test) if isinstance(node, ast.While) else called(node.iter) in {"range", "count", "repeat"}
            )
            if any(forgives(inner) or (tries and isinstance(inner, ast.Return | ast.Break)) for inner in inside):
                yield node
        elif isinstance(node, ast.Attribute) and node.attr in {"flaky", "rerun", "to_pass"}:
            yield node


def waits(condition: ast.expr) -> bool:
    """Whether a loop goes on for ever, or for a time."""
    return isinstance(condition, ast.Constant) or any(called(node) in CLOCKS for node in ast.walk(condition))


def forgives(node: ast.AST) -> bool:
    """Whether a node catches what a test fails with."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    caught = {
        name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")
        for name in ast.walk(node.type or node)
    }
    return node.type is None or bool(caught & FAILURES)


def selectors(tree: ast.AST) -> Iterator[ast.AST]:
    """A part of a page named as its source names it."""
    for node in ast.walk(tree):
        if called(node) in ASKS_BY_SELECTOR or "querySelector" in text(node) or text(node).startswith(THEME):
            yield node


RULES = {"sleeps": sleeps, "retries": retries, "selectors": selectors}


def lines(source: str, rule: str) -> list[int]:
    """The lines of a source that break a rule."""
    return [getattr(node, "lineno", 0) for node in RULES[rule](ast.parse(source))]


def places(files: list[Path], rule: str) -> list[str]:
    """Each file and line that breaks a rule."""
    return [f"{file.relative_to(TESTS)}:{line}" for file in files for line in lines(file.read_text("utf-8"), rule)]


@pytest.mark.parametrize("rule", ["sleeps", "retries"])
def test_no_test_waits_for_luck(rule: str) -> None:
    assert places(SOURCES, rule) == []


def test_only_page_objects_know_selectors() -> None:
    assert len(IN_BROWSERS) > 10
    assert places(IN_BROWSERS, "selectors") == []


FOUND = [
    ("sleeps", "time.sleep(1)"),
    ("sleeps", "page.wait_for_timeout(500)"),
    ("sleeps", 'page.goto(address, wait_until="networkidle")'),
    ("retries", "for _ in range(10):\n    if works():\n        break"),
    ("retries", "def test():\n    for _ in range(3):\n        if works():\n            return"),
    ("retries", "while monotonic() < end:\n    if works():\n        break"),
    ("retries", "while True:\n    try:\n        works()\n    except Error:\n        continue"),
    ("retries", "for page in pages:\n    try:\n        works(page)\n    except Error:\n        pass"),
    ("retries", "@pytest.mark.flaky\ndef test(): ..."),
    ("selectors", 'page.locator(".answer")'),
    ("selectors", "page.wait_for_function('ready')"),
    ("selectors", "page.evaluate(\"document.querySelector('a').href\")"),
    ("selectors", 'gone = [".md-header"]'),
]


@pytest.mark.parametrize(("rule", "source"), FOUND)
def test_what_breaks_a_rule_is_found(rule: str, source: str) -> None:
    assert len(lines(source, rule)) == 1


ALLOWED = [
    ("sleeps", 'expect(form.headline).to_contain_text("35.0 mg")'),
    ("retries", "for _ in range(8):\n    page.keyboard.press('Tab')"),
    ("retries", "for values in many:\n    try:\n        read(values)\n    except InvalidInputs:\n        continue"),
    ("retries", "while start >= 0:\n    if found(start):\n        break\n    start -= 1"),
    ("retries", "for line in said:\n    if line == 'Serving':\n        break"),
    ("selectors", 'page.get_by_role("link", name="Home").click()'),
]


@pytest.mark.parametrize(("rule", "source"), ALLOWED)
def test_what_keeps_the_rules_is_left_alone(rule: str, source: str) -> None:
    assert lines(source, rule) == []
